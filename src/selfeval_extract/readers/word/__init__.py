"""The Word reader's rooms: package → xml → styles, numbering → runs → story. `readers/docx.py` is the door."""

"""The documents with gold are what their sources give, and gold says nothing that its document does not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from selfeval_extract.scoring import GOLD_ENDING, known_documents

CORPUS = Path(__file__).parent


def test_stored_files_are_what_their_sources_give() -> None:
    call = [sys.executable, "-B", str(CORPUS / "source" / "make.py"), "--check"]
    done = subprocess.run(
        call, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONIOENCODING": "utf-8"}, timeout=60
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.parametrize(("name", "cases"), [("made", 12), ("forms", 30), ("blind", 116)])
def test_every_case_has_a_source_and_documents(name: str, cases: int) -> None:
    known = known_documents(CORPUS / name)
    assert len({document.case for document in known}) == cases
    assert {document.case for document in known} == {path.stem for path in (CORPUS / "source" / name).glob("*.py")}
    assert {document.format for document in known} == {"docx", "pdf", "txt"}
    files = {document.file for document in known} | {document.gold for document in known}
    assert files == set((CORPUS / name).iterdir()), f"every file is a document or a NAME{GOLD_ENDING}"

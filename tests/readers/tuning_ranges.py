"""How far each number of readers/pdf/tuning.py can move, alone, until a document of the corpus is read otherwise.

    python -m tests.readers.tuning_ranges [NAME …]      all of them take an hour

Prints for each the lowest and the highest value with which every document is read as today, and the first document that is
not behind each: what the number was chosen on. Looks as far as a fifth and five times of today's value.
"""

from __future__ import annotations

import sys
from pathlib import Path

from selfeval_extract.document import Document, Paragraph
from selfeval_extract.errors import UnreadableFile
from selfeval_extract.readers import read
from selfeval_extract.readers.pdf import reader, tuning
from selfeval_extract.readers.pdf.reader import read_marks

PDF = Path(tuning.__file__).parent
ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("tests/corpus", "tests/readers/pdf_files", "samples")
STEPS = (1.03, 1.2, 2.0, 5.0)
"""How far from today's value each attempt is; between the last good one and the first bad one it is halved."""
HALVINGS = 3
FROM_THE_FILE = ("pdfium", "paths")
"""The modules that read the file: numbers of others need not have it read again."""

Number = float | int


def documents() -> list[tuple[str, bytes]]:
    """The PDFs of the corpus, and its texts that keep their pages' layout, which are read by the same stages."""
    files = [
        path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*")) if path.suffix in (".pdf", ".txt")
    ]
    found = [(path.stem + path.suffix, path.read_bytes()) for path in files]
    return [(name, data) for name, data in found if name.endswith(".pdf") or b"\n      " in data]


def reading(name: str, data: bytes) -> object:
    """What a document is read as: texts, and cells with their places."""
    try:
        return _blocks(read(data, name))
    except UnreadableFile as error:
        return error.code


def _blocks(document: Document) -> list[object]:
    return [
        block.text.string
        if isinstance(block, Paragraph)
        else [(*cell[:4], cell.text.string, cell.resumes) for cell in block.cells]
        for block in (*document.blocks, *document.margins)
    ]


class Corpus:
    """The documents and how they are read today; the one that changed last is asked first."""

    def __init__(self) -> None:
        self.known = [(name, data, reading(name, data)) for name, data in documents()]
        self.marks = {
            data: list(read_marks(data))
            for name, data, before in self.known
            if isinstance(before, list) and name.endswith("pdf")
        }

    def changed(self, name: str, value: Number) -> str | None:
        """The first document that is read otherwise with another value of a number, if one is."""
        today = getattr(tuning, name)
        setattr(tuning, name, value)
        early = any(f"tuning.{name}" in (PDF / f"{module}.py").read_text("utf-8") for module in FROM_THE_FILE)
        reader.read_marks = read_marks if early else lambda data, limits: iter(self.marks.get(data) or read_marks(data))
        try:
            for n, (file, data, before) in enumerate(self.known):
                if reading(file, data) != before:
                    self.known.insert(0, self.known.pop(n))
                    return file
            return None
        finally:
            setattr(tuning, name, today)
            reader.read_marks = read_marks


def end(corpus: Corpus, name: str, sign: int) -> tuple[Number, str | None]:
    """The last value below (-1) or above (1) today's that changes nothing, and the document that the next changes."""
    today = getattr(tuning, name)

    def moved(by: float) -> Number:
        return round(today * by**sign) if isinstance(today, int) else today * by**sign

    good, bad, file = 1.0, None, None
    for step in STEPS:
        file = corpus.changed(name, moved(step))
        if file is not None:
            bad = step
            break
        good = step
    for _ in range(HALVINGS if bad is not None else 0):
        half = (good + bad) / 2
        found = file if moved(half) == moved(bad) else corpus.changed(name, moved(half))
        if found is None:
            good = half
        else:
            bad, file = half, found
    return moved(good), file


def main(names: list[str]) -> None:
    """Print the range of each number."""
    corpus = Corpus()
    for name in names or [name for name in vars(tuning) if name.isupper()]:
        (low, below), (high, above) = end(corpus, name, -1), end(corpus, name, 1)
        today = f"{name} = {getattr(tuning, name)}"
        print(f"{today}: {low:.3g} ({below or 'nothing'} below) to {high:.3g} ({above or 'nothing'} above)", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

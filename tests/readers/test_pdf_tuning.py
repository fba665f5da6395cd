"""The numbers of readers/pdf/tuning.py: each says what it is for and is used, and how far it can move is measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tuning_ranges

from selfeval_extract.readers.pdf import tuning

ROOM = Path(tuning.__file__).parent
FORM = Path(__file__).parent / "pdf_files" / "form_without_rules.pdf"
NAMES = [name for name in vars(tuning) if name.isupper()]


@pytest.mark.parametrize("name", NAMES)
def test_every_number_says_what_it_is_for_and_is_used(name: str) -> None:
    assert re.search(rf"^{name} = -?[\d.]+  # \w+", (ROOM / "tuning.py").read_text("utf-8"), re.MULTILINE)
    assert any(re.search(rf"tuning\.{name}\b", path.read_text("utf-8")) for path in ROOM.glob("*.py"))


def test_how_far_a_number_can_move(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tuning_ranges, "documents", lambda: [(FORM.name, FORM.read_bytes())])
    corpus = tuning_ranges.Corpus()
    assert corpus.changed("COLUMN_GAP", tuning.COLUMN_GAP) is None
    assert corpus.changed("COLUMN_GAP", 3 * tuning.COLUMN_GAP) == FORM.name
    high, file = tuning_ranges.end(corpus, "COLUMN_GAP", 1)
    assert (tuning.COLUMN_GAP < high < 3 * tuning.COLUMN_GAP, file) == (True, FORM.name)
    assert corpus.changed("COLUMN_GAP", high) is None
    assert tuning_ranges.end(corpus, "MAX_RULINGS", 1)[1] is None

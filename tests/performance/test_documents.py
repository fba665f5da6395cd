"""The documents that are measured with are what they say: the same forms in every format, no two alike."""

from __future__ import annotations

from benchmarks.documents import WRITERS
from benchmarks.forms import COLUMNS, ROWS, Form, form, forms, prose
from selfeval_extract.pipeline import extract_bytes

COUNT = 3
OF_THE_FILE = {"source", "evidence", "checks"}


def test_the_three_formats_give_the_same_record() -> None:
    made = forms(COUNT, first=20)
    reports = {ending: extract_bytes(write(made), "forms") for ending, write in WRITERS.items()}
    for report in reports.values():
        assert report.status == "complete"
        assert not report.notes
        assert [len(evaluation.indicators or []) for evaluation in report.evaluations] == [9] * COUNT
        assert [float(evaluation.total_score or 0) for evaluation in report.evaluations] == [one.total for one in made]
    records = [report.model_dump(exclude=OF_THE_FILE) for report in reports.values()]
    assert records[0] == records[1] == records[2]
    assert reports["pdf"].source.pages == 2 * COUNT


def test_a_form_is_a_grid_of_merged_cells() -> None:
    one = form(0)
    assert sum(cell.rows * cell.columns for cell in one.cells) == ROWS * COLUMNS
    assert 100 <= len(one.cells) <= 130
    assert sum(cell.rows * cell.columns > 1 for cell in one.cells) >= 30


def test_forms_differ_and_come_back() -> None:
    def figures(one: Form) -> list[str]:
        return [cell.text for cell in one.cells if cell.text.replace(".", "").isdigit()]

    assert forms(5) == forms(5)
    assert len({tuple(figures(one)) for one in forms(50)}) == 50


def test_prose_is_as_long_as_asked_and_is_read() -> None:
    text = prose(5_000)
    assert 5_000 <= len(text.decode()) < 6_000
    report = extract_bytes(text, "prose")
    assert report.status == "complete"
    assert report.kind == "department"
    assert len(report.outline) > 5

"""The accuracy gate: no figure below its floor, on the documents the floors were measured on."""

from __future__ import annotations

from pathlib import Path

import floors as gate
import page
import pytest
from beside import needs
from floors import SETS, Floors, below, fingerprint, measure_sets, measured_floors, raised, stored, toml

from selfeval_extract.scoring import Known, Measured, report_lines, score

NAMES = [pytest.param("real", marks=needs(SETS["real"])), "made", "forms", "blind", "prose"]


@pytest.fixture(scope="module")
def measured() -> dict[str, list[Measured]]:
    return measure_sets([name for name, folder in SETS.items() if folder.is_dir()])


@needs(SETS["real"])
def test_the_published_reports_are_there() -> None:
    assert list(SETS["real"].glob("*.gold.json")), (
        f"{SETS['real']} is missing: put the folder shared beside the checkout"
    )


@pytest.mark.parametrize("name", NAMES)
def test_floors_are_those_of_these_documents(name: str) -> None:
    marks, _ = stored()
    assert fingerprint(SETS[name]) == marks[name], (
        f"documents or gold of {name} changed: python -m tests.accuracy.floors --raise --documents-changed"
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_figure_is_below_its_floor(name: str, measured: dict[str, list[Measured]]) -> None:
    _, floors = stored()
    lost = list(below(measured_floors({name: measured[name]}), {name: floors[name]}))
    assert not lost, "\n".join([*report_lines(measured[name], verbose=True), "", *lost])


@pytest.mark.parametrize("name", NAMES)
def test_every_document_gives_a_record(name: str, measured: dict[str, list[Measured]]) -> None:
    assert [(one.document.file.name, one.failure) for one in measured[name] if one.failure] == []


@needs(SETS["real"])
def test_the_pages_say_what_is_measured(measured: dict[str, list[Measured]]) -> None:
    everything = page.listed(measured)
    told = page.PAGE.read_text("utf-8")
    assert page.with_table(told, page.TABLE, page.table(everything)) == told, "python -m tests.accuracy.page"
    assert page.with_table(told, page.PROSE, page.table(measured["prose"])) == told, "python -m tests.accuracy.page"
    assert page.MISSES.read_text("utf-8") == "\n".join(page.misses(everything)) + "\n", "python -m tests.accuracy.page"


def test_a_look_alike_is_no_evaluation(measured: dict[str, list[Measured]]) -> None:
    lookalikes = [one for part in measured.values() for one in part if "lookalike" in one.document.case]
    assert len(lookalikes) >= 3
    for one in lookalikes:
        assert [miss for miss in one.score.misses if miss.steps[0] in ("evaluations", "self_assessment")] == []


HIGH: Floors = {"made": {"pdf": {"ALL": {"precision": 1.0, "recall": 0.5, "f1": 0.666}}}}
LOW: Floors = {"made": {"pdf": {"ALL": {"precision": 0.9, "recall": 0.75, "f1": 0.818}}}}


def test_floors_go_up_and_never_down() -> None:
    assert raised(LOW, HIGH)["made"]["pdf"]["ALL"] == {"precision": 1.0, "recall": 0.75, "f1": 0.818}
    assert list(below(LOW, HIGH)) == ["made pdf ALL: precision 0.9 is below 1.0"]
    assert len(list(below({}, HIGH))) == 3


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One set of one document whose record has one leaf of two right."""
    gold = {"unit": "甲局", "year": 2022}
    (tmp_path / "a.gold.json").write_text("{}", "utf-8")
    (tmp_path / "a.txt").write_text("甲局", "utf-8")
    known = Known("a", "txt", tmp_path / "a.txt", tmp_path / "a.gold.json")
    monkeypatch.setattr(gate, "SETS", {"made": tmp_path})
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    monkeypatch.setattr(gate, "measure_sets", lambda names: {"made": [Measured(known, score(gold, {"unit": "甲局"}))]})
    return tmp_path


def test_floors_are_written_and_read_again(small: Path) -> None:
    assert gate.main(["--raise"]) == 0
    marks, floors = stored()
    assert marks == {"made": fingerprint(small)}
    assert floors["made"]["txt"]["ALL"] == {"precision": 1.0, "recall": 0.5, "f1": 0.666}
    assert toml(marks, floors) == (small / "floors.toml").read_text("utf-8")


def test_a_loss_is_refused(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main(["--raise"]) == 0
    marks, floors = stored()
    floors["made"]["txt"]["ALL"]["recall"] = 0.9
    (small / "floors.toml").write_text(before := toml(marks, floors), "utf-8")
    assert gate.main(["--raise"]) == 1
    assert gate.main(["--raise", "--documents-changed"]) == 1, "the documents did not change"
    assert "made txt ALL: recall 0.5 is below 0.9" in capsys.readouterr().out
    assert (small / "floors.toml").read_text("utf-8") == before


def test_changed_documents_start_anew_when_that_is_said(small: Path) -> None:
    assert gate.main(["--raise"]) == 0
    marks, floors = stored()
    floors["made"]["txt"]["ALL"]["recall"] = 0.9
    (small / "floors.toml").write_text(toml(marks, floors), "utf-8")
    (small / "a.txt").write_text("乙局", "utf-8")
    assert gate.main(["--raise"]) == 1
    assert gate.main(["--raise", "--documents-changed"]) == 0
    assert stored()[1]["made"]["txt"]["ALL"]["recall"] == 0.5


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="beside the checkout"):
        fingerprint(tmp_path)

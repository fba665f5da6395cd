"""All files of ../shared/hostile in one run, within the limits that the program comes with: each gets what it should."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from beside import SHARED, needs

from selfeval_extract.__main__ import main
from selfeval_extract.errors import CODES
from selfeval_extract.formats import ENDINGS

HOSTILE = SHARED / "hostile"
READ = {"complete", "partial", "unrecognised"}
OUTCOMES = {
    **{code: {code} for code in CODES},
    "unrecognised": {"unrecognised"},
    "read": READ,
    "parsed": READ,
    "warning": READ,
}
WORDS = re.compile(rf"\b({'|'.join(OUTCOMES)})\b")
INSTEAD = {
    "xobject_loop.pdf": ({"no_text"}, "its only content is a form that draws itself: there is no text to read"),
}
"""Where something else is right, and why."""
NAMED = {
    "gridspan_1e9.docx": "span_clamped",
    "gridspan_2e6.docx": "span_clamped",
    "gbk_one_bad_byte.txt": "encoding_damage",
    "mixed_utf8_gbk.txt": "encoding_damage",
    "ctrl_xml.docx": "damaged_xml",
    "nul_and_escape.txt": "control_characters",
}
"""File that is read → the note that says what was wrong."""
COMMAND = [sys.executable, "-m", "selfeval_extract"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    subprocess.run([sys.executable, str(HOSTILE / "make_hostile.py"), str(folder)], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def run(folder: Path) -> tuple[dict[str, dict[str, Any]], str]:
    """File name → record, and what was said."""
    answer = subprocess.run([*COMMAND, ".", "-f", "jsonl"], cwd=folder, capture_output=True, timeout=600)
    records = [json.loads(line) for line in answer.stdout.splitlines()]
    assert answer.returncode == 1
    assert len({r["source"]["name"] for r in records}) == len(records)
    return {r["source"]["name"]: r for r in records}, answer.stderr.decode("utf-8")


@cache
def expected() -> dict[str, set[str]]:
    """File → statuses and codes that it may get, as the words of the table say."""
    lines = (HOSTILE / "expected.tsv").read_text("utf-8").splitlines()[1:]
    told = {name: said.partition("(naive")[0] for name, said in (line.split("\t") for line in lines)}
    found = {name: set().union(*(OUTCOMES[word] for word in WORDS.findall(said))) for name, said in told.items()}
    return {
        **found,
        **{name: wanted for name, (wanted, _) in INSTEAD.items()},
        "redos_digits.txt": READ,
        "redos_dots.txt": READ,
        "redos_spaces.txt": READ,
    }


@needs(HOSTILE)
def test_each_file_gets_what_it_should(folder: Path, run: tuple[dict[str, dict[str, Any]], str]) -> None:
    records, _ = run
    wrong = {}
    for name, wanted in expected().items():
        if not name.endswith(ENDINGS):
            continue  # below a folder, other endings are left out
        record = records[name]
        got = record["error"]["code"] if record["status"] == "failed" else record["status"]
        if got not in wanted or (name in NAMED and NAMED[name] not in [n["code"] for n in record["notes"]]):
            wrong[name] = (got, wanted)
    assert wrong == {}


@needs(HOSTILE)
def test_one_record_for_each_and_none_internal(folder: Path, run: tuple[dict[str, dict[str, Any]], str]) -> None:
    records, said = run
    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.suffix.lower() in ENDINGS}
    visible = {name for name in files if not name.rpartition("/")[2].startswith((".", "~$"))}
    shown = {
        name.encode("utf-8", "backslashreplace").decode()
        for name in visible
        if not name.endswith(("fifo.docx", "directory.docx"))
    }
    assert set(records) == shown
    assert {r["status"] for r in records.values()} <= {*READ, "failed"}
    assert not [name for name, r in records.items() if r["status"] == "failed" and r["error"]["code"] == "internal"]
    assert "Traceback" not in said


@needs(HOSTILE)
def test_nothing_reaches_a_terminal(run: tuple[dict[str, dict[str, Any]], str]) -> None:
    _, said = run
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", said)
    assert "[bold]" not in said or "[/" not in said


@needs(HOSTILE)
@pytest.mark.parametrize("name", ["docx_named.doc", "rtf_named.doc", "not_ole.doc", "gbk_names_and_slip.zip"])
def test_files_of_other_endings_given_by_name(folder: Path, name: str) -> None:
    answer = subprocess.run([*COMMAND, name], cwd=folder, capture_output=True, timeout=60)
    record = json.loads(answer.stdout)
    got = record["error"]["code"] if record["status"] == "failed" else record["status"]
    assert got in expected()[name] and (answer.returncode == 0) == (got in READ)


@needs(HOSTILE)
def test_every_odd_name_given_by_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """26 names that are markup, options, line breaks, escapes, other scripts, no text at all …"""
    names = sorted(p for p in (folder / "names").iterdir() if p.is_file() and p.suffix.lower() == ".docx")
    assert len(names) >= 20
    monkeypatch.chdir(folder / "names")
    for path in names:
        monkeypatch.setattr(sys, "argv", ["selfeval-extract", "--", path.name, "nowhere"])
        status = main()
        out, err = capfdbinary.readouterr()
        assert len(json.loads(out)) == 2 and status == 1, path
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", err.decode()), (
            path
        )

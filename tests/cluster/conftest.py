"""Reports and files that are none, in a folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selfeval_extract.formats import ENDINGS

SEEDED = Path(__file__).parents[1] / "checks" / "seeded" / "a1_hn_nongye_faulty.docx"
SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that runs are made in. It has a folder `in`: the samples, one of them below another folder and one with a number to be masked; a
    file of each kind that fails, and some that are no reports. One of the samples has a fault."""
    top = tmp_path / "in"
    (top / "深层 100%").mkdir(parents=True)
    for sample in sorted(SAMPLES.iterdir()):
        if sample.suffix in ENDINGS:
            shutil.copy(sample, top / sample.name)
    (top / "web_page.txt").rename(top / "深层 100%" / "网页 [1]#.txt")
    text = (top / "transfer_report.txt").read_text("utf-8")
    (top / "phone.txt").write_text(f"{text}\n联系电话：13812345678\n", "utf-8")
    shutil.copy(SEEDED, top / "seeded.docx")
    (top / "empty.txt").write_bytes(b"")
    (top / "broken.pdf").write_bytes(b"%PDF-1.7\n" + b"\0" * 200)
    (top / "half.docx").write_bytes((top / "hunan_department.docx").read_bytes()[:3000])
    (top / "gone.txt").symlink_to(tmp_path / "nowhere")
    (top / "~$lock.docx").write_bytes(b"x")
    (top / "list.xlsx").write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    return tmp_path

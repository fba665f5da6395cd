"""While all documents are read, no file is opened outside input, output and installation, and nobody is called."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

from beside import SHARED

import selfeval_extract
from selfeval_extract.formats import ENDINGS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
INPUTS = [
    ROOT / "samples",
    # every form and format: the narratives, hundreds of .txt, would say nothing new
    ROOT / "tests" / "corpus" / "made",
    ROOT / "tests" / "corpus" / "forms",
    ROOT / "tests" / "corpus" / "blind",
    ROOT / "tests" / "readers" / "pdf_files",
    ROOT / "tests" / "checks" / "seeded",
    SHARED / "reports" / "real",  # all others there have copies in tests/corpus
]
INSTALLATION = {
    Path(selfeval_extract.__file__).parent,
    Path(sys.prefix),
    Path(sys.base_prefix),
    *(Path(path) for path in sysconfig.get_paths().values()),
}
ON_THE_WAY = {str(HERE), str(Path(selfeval_extract.__file__).parents[1]), os.devnull}
"""Folders that the import of a module looks into, and nothing at all."""
OWN_WORKERS = re.compile(r"/proc/(?:stat|self/status|\d+/(?:stat|statm))")
"""What Linux tells of processes: how the memory of workers is seen."""


def test_nothing_else_is_opened(tmp_path: Path) -> None:
    inputs = [path for path in INPUTS if path.exists()]
    log, out = tmp_path / "log", tmp_path / "out"
    out.mkdir()
    env = {**os.environ, "TMPDIR": str(tmp_path / "temp"), "PYTHONDONTWRITEBYTECODE": "1"}
    env.pop("PYTHONPYCACHEPREFIX", None)
    (tmp_path / "temp").mkdir()
    args = [sys.executable, str(HERE / "watched.py"), str(log), *map(str, inputs), "-o", str(out / "records.jsonl")]
    answer = subprocess.run(args, capture_output=True, env=env, encoding="utf-8", timeout=500)
    assert answer.returncode in (0, 1), answer.stderr
    seen = set(log.read_text("utf-8", "surrogateescape").splitlines())
    assert not [line for line in seen if line.startswith("REFUSED")]
    allowed = [
        *map(str, inputs),
        str(out),
        str(HERE / "watched.py"),
        *(os.path.realpath(p) for p in INSTALLATION),
        *map(str, INSTALLATION),
    ]
    opened = {line.partition(" ")[2] for line in seen}
    outside = [p for p in opened if not any(p == a or p.startswith(a + os.sep) for a in allowed)]
    assert [p for p in outside if p not in ON_THE_WAY and not OWN_WORKERS.fullmatch(p)] == []
    assert len([p for p in opened if p.endswith(ENDINGS)]) > 300
    assert list((tmp_path / "temp").iterdir()) == []
    assert [p.name for p in out.iterdir()] == ["records.jsonl"]


def test_the_hook_sees_and_refuses(tmp_path: Path) -> None:
    """The watcher itself: a reader that reaches out is caught, in a worker."""
    (tmp_path / "a.txt").write_text("x", "utf-8")
    spy = (
        "import sys; sys.path.insert(0, sys.argv[1]); import watched, socket\n"
        "from selfeval_extract.batch import inputs\n"
        "inputs.read_file = lambda *a: (open('/etc/hostname'), socket.create_connection(('127.0.0.1', 9)))\n"
        "watched.main(sys.argv[2], sys.argv[3])"
    )
    log = tmp_path / "log"
    args = [sys.executable, "-c", spy, str(HERE), str(log), str(tmp_path / "a.txt")]
    subprocess.run(args, capture_output=True, timeout=60)
    seen = log.read_text("utf-8")
    assert "open /etc/hostname" in seen and "REFUSED socket." in seen


def test_no_font_of_the_machine_is_looked_at() -> None:
    """pdfium opens fonts behind Python's back, where no hook sees it: it is told that there are none."""
    from selfeval_extract.readers.pdf import pdfium

    told = pdfium._NO_FONTS
    assert told.version == 1
    assert not any(getattr(told, name) for name, *_ in told._fields_ if name != "version")

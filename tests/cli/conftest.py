"""Commands in a process of their own or in this one, and small reports for them to read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_commands import COMMAND, REPORT, Answer, Command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports of 2021 to 2023 in an order that is not that of their making, and an empty file."""
    top = tmp_path / "reports"
    (top / "b").mkdir(parents=True)
    (top / "b" / "二.txt").write_text(REPORT.replace("2023", "2022"), "utf-8")
    (top / "c.TXT").write_bytes(REPORT.encode("gb18030"))
    (top / "a.txt").write_text(REPORT.replace("2023", "2021"), "utf-8")
    (top / "b" / "empty.txt").write_bytes(b"")
    return top


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Runs the command line in the temporary folder; `env` adds to the environment."""

    def run(*args: str | Path, data: bytes = b"", **env: str) -> Answer:
        done = subprocess.run(
            [*COMMAND, *map(str, args)], input=data, capture_output=True, cwd=tmp_path, env=os.environ | env, timeout=60
        )
        return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8"))

    return run


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Command:
    """The same inside this process: quicker, and what it calls can be replaced."""
    from selfeval_extract.__main__ import main

    def run(*args: str | Path) -> Answer:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["selfeval-extract", *map(str, args)])
        status = main()
        out, err = capfdbinary.readouterr()
        return Answer(status, out, err.decode("utf-8"))

    return run

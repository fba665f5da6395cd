"""Cold: whole processes, from the start of Python to the exit status."""

from __future__ import annotations

import atexit
import compileall
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import selfeval_extract
from benchmarks.results import SAMPLES, Effort, Part, ms, number, say, spread, table
from benchmarks.timing import Job, command, environment, interleaved, ratio, run

IMPORTS = "import lxml.etree, pydantic"
"""The baseline: what any program costs that reads XML and gives validated records."""
_SAMPLE = {path.suffix: path for path in reversed(SAMPLES)}
_CALLS = {
    "--version": "--version",
    "--help": "--help",
    **{f"a {ending}": str(_SAMPLE[ending]) for ending in (".txt", ".docx", ".pdf")},
}
"""What is measured → the argument that the command line is called with."""
_READ_ONLY = {"a .docx, prepared, read-only": True, "a .docx, not prepared, read-only": False}
"""What is measured in an installation that the program cannot write to → whether `selfeval_extract.prepare` was run there."""
COMMANDS = {
    IMPORTS: [sys.executable, "-c", IMPORTS],
    **{name: command(argument) for name, argument in _CALLS.items()},
    **{name: [sys.executable, "-m", "selfeval_extract", str(_SAMPLE[".docx"])] for name in _READ_ONLY},
}
_COUNTED = """
from multiprocessing.process import BaseProcess
from selfeval_extract.__main__ import main
BaseProcess.kill = BaseProcess.terminate
raise SystemExit(main())
"""
"""The command line, whose worker is ended so that valgrind can say what it counted: killed, it could not."""


def measure(effort: Effort) -> Part:
    """The command line on one file of each format and without any, beside the baseline."""
    say("cold: processes")
    times = interleaved({name: job(name) for name in COMMANDS}, effort.rounds, effort.patience)
    figures = {f"cold: {name}": ratio(times, name, IMPORTS) for name in COMMANDS}
    counts: dict[str, int | None] = {}
    for name in COMMANDS:
        say(f"cold: instructions of {name}")
        counts[name] = instructions(name)
    rows = [
        [f"`{name}`", spread(figures[f"cold: {name}"]), ms(times[name]), _counted(counts[name], counts[IMPORTS])]
        for name in COMMANDS
    ]
    shown = ", ".join(f"`{_SAMPLE[ending].name}`" for ending in sorted(_SAMPLE))
    chapter = f"Files, from the samples: {shown}.\n\n"
    return Part(figures, chapter + table(["Process", "× baseline", "ms", "× baseline instructions"], rows))


def _counted(of: int | None, over: int | None) -> str:
    return f"{number(of / over)} ({of / 1e6:,.0f} M)" if of and over else "not measured: no valgrind"


def job(name: str) -> Job:
    """A process of `COMMANDS`, from start to end."""
    known = _environment(name)
    return lambda _: run(COMMANDS[name], **known)


def instructions(name: str) -> int | None:
    """How many instructions a process of `COMMANDS` executes, the same each time to a few in a thousand; None without
    valgrind. Where it starts a worker, which ends first: those of the worker and, as a fork goes on counting, those before it."""
    if not shutil.which("valgrind"):
        return None
    program = COMMANDS[name]
    if name != IMPORTS:  # valgrind on a busy machine takes longer than a file may
        program = [sys.executable, "-c", _COUNTED, program[-1], "--limit", "seconds=3600"]
    run(program, **_environment(name))  # compiles bytecode
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *program]
    known = environment(**_environment(name), PYTHONHASHSEED="0")
    said = subprocess.run(valgrind, env=known, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True).stderr
    return next(map(int, re.findall(rb"Collected : (\d+)", said)), None)


def _environment(name: str) -> dict[str, str]:
    if name not in _READ_ONLY:
        return {}
    return {"PYTHONPATH": str(_installation(_READ_ONLY[name])), "PYTHONDONTWRITEBYTECODE": "1"}


@cache
def _installation(prepared: bool) -> Path:
    """A copy of the package with its bytecode, as pip leaves it, and with its patterns if it is prepared."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    package = Path(selfeval_extract.__file__).parent
    shutil.copytree(package, folder / package.name, ignore=shutil.ignore_patterns("__pycache__"))
    compileall.compile_dir(folder, quiet=1)
    if prepared:
        run([sys.executable, "-m", "selfeval_extract.prepare"], PYTHONPATH=str(folder))
    return folder

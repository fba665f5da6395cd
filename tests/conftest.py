"""What all tests share: properties are tried with the same examples on every machine, however slow it is; programs that tests
start find the bytecode of those before."""

from __future__ import annotations

import os
import signal
import sys
from tempfile import TemporaryDirectory

from hypothesis import settings

settings.register_profile("same everywhere", deadline=None, derandomize=True)
settings.load_profile("same everywhere")

# A shell's background job ignores interrupts, and so would every program that the tests start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

if sys.dont_write_bytecode:  # or each of some 400 programs would compile the package again, which takes half its time
    _bytecode = TemporaryDirectory(prefix="bytecode-")  # of this run; xdist's workers inherit its name
    os.environ["PYTHONPYCACHEPREFIX"] = _bytecode.name
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

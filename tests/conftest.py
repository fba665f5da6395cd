"""What all tests share: properties are tried with the same examples on every machine, however slow it is."""

from __future__ import annotations

import signal

from hypothesis import settings

settings.register_profile("same everywhere", deadline=None, derandomize=True)
settings.load_profile("same everywhere")

# A shell's background job ignores interrupts, and so would every program that the tests start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

"""What all tests share: properties are tried with the same examples on every machine, however slow it is."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("same everywhere", deadline=None, derandomize=True)
settings.load_profile("same everywhere")

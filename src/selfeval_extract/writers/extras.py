"""Libraries that only some formats need and not every installation has."""

from __future__ import annotations

from importlib.util import find_spec


class NotInstalled(Exception):
    """A format's library is not installed. The message says what a person can do."""


def needs(library: str, extra: str) -> None:
    """Make sure, without importing it, that a library is installed; `extra` of this package installs it. Raises `NotInstalled`."""
    if find_spec(library) is None:
        raise NotInstalled(
            f"This format needs {library}, which is not installed: pip install 'selfeval-extract[{extra}]'"
        )

"""Keeping a library from importing what it can do without."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def blocked_import(module: str) -> Iterator[None]:
    """In this block `import MODULE` raises ImportError, unless the module is there already.

    jieba imports pkg_resources if it can and does as well without it. Where setuptools is installed, that takes 50 ms, a
    sixth of a run over one .docx (2026-11-30, setuptools 80)."""
    imported = module in sys.modules
    sys.modules.setdefault(module, None)  # type: ignore[arg-type]  # what Python has for this
    try:
        yield
    finally:
        if not imported:
            del sys.modules[module]

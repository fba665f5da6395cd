"""What stands in `../shared`, beside the checkout and not in the repository: two published reports and a second scorer.

Tests that need it run where it is. Where it is not they are skipped, but fail if the environment variable CI is set.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
REAL = SHARED / "reports" / "real"
SCORER = SHARED / "reports" / "tools" / "score.py"
_REASON = "needs ../shared/reports: put the project's folder shared beside this checkout, see CONTRIBUTING.md"
_REPORTS = ("lukou_2021", "lusong_2022")


def needs(path: Path) -> pytest.MarkDecorator:
    """The mark of a test that needs a file or folder of `../shared`."""
    return pytest.mark.skipif(not path.exists() and not os.environ.get("CI"), reason=_REASON)


def published(*endings: str) -> list[object]:
    """The published reports with one of these endings, as parameters of a test."""
    files = [REAL / f"{name}{ending}" for name in _REPORTS for ending in endings]
    return [pytest.param(path, marks=needs(path)) for path in files]

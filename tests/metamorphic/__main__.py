"""python -m tests.metamorphic [--all] [--text FLAVOUR] [--fail-only] [TRANSFORMATION [BASE]]: the relations, as a table."""

from __future__ import annotations

import sys
from pathlib import Path

try:
    import selfeval_extract  # noqa: F401
except ImportError:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from .table import main

sys.exit(main())

"""Budget self-evaluation reports in, validated records with evidence out.

    from selfeval_extract import extract
    extract("report.docx").budget.executed

`extract` reads one report, `extract_all` many; both give `Report`, the record. A file that cannot be read raises
`ExtractionError` from `extract` and is a record of status "failed" from `extract_all`.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # what type checkers take for true, without the import of typing
if TYPE_CHECKING:
    from typing import Any

    from selfeval_extract.batch.outcome import extract_all
    from selfeval_extract.errors import ExtractionError
    from selfeval_extract.pipeline import extract
    from selfeval_extract.record.models import Report

__version__ = "0.1.0"
__all__ = ["ExtractionError", "Report", "__version__", "extract", "extract_all"]

_HOMES = {"ExtractionError": "errors", "Report": "record.models", "extract": "pipeline", "extract_all": "batch.outcome"}
"""Public name → the module it is imported from when it is first used: importing the package itself costs nothing."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__

"""A library is kept from importing another one for as long as it takes, and no longer."""

from __future__ import annotations

import sys
from importlib import import_module

import pytest

from selfeval_extract.runtime.blocked_import import blocked_import


@pytest.mark.parametrize("error", [None, ZeroDivisionError])
def test_a_module_cannot_be_imported_inside_and_can_afterwards(error: type[Exception] | None) -> None:
    sys.modules.pop("colorsys", None)
    with pytest.raises(error or ImportError), blocked_import("colorsys"):
        if error:
            raise error
        import_module("colorsys")
    assert import_module("colorsys")


def test_a_module_that_is_there_stays() -> None:
    with blocked_import("pytest"):
        assert import_module("pytest") is pytest
    assert import_module("pytest") is pytest

"""Random small forms come back exactly, from Word and from every text flavour that keeps its rows."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, note, settings

from .bases import text_bytes
from .random_forms import Form, forms, read_indicators
from .relation import differences, record_of
from .shrink import shown
from .word import docx_bytes

EXAMPLES = int(os.environ.get("METAMORPHIC_EXAMPLES", "25"))
few = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="METAMORPHIC_EXAMPLES" not in os.environ,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def comes_back(form: Form, data: bytes, text: str = "") -> None:
    found = list(differences(form.indicators(), read_indicators(record_of(data))))
    if found:
        note(text or shown(form.case()))
        note("\n".join(map(str, found[:8])))
    assert not found, f"{len(found)} differences"


@given(forms())
@few
def test_from_word(form: Form) -> None:
    comes_back(form, docx_bytes(form.case()))


@pytest.mark.parametrize("flavour", ["tika", "tikaomit", "tsv", "pipe", "md", "lines", "padded"])
@given(form=forms(levels_first=True))
@few
def test_from_text(flavour: str, form: Form) -> None:
    data = text_bytes(form.case(), flavour)
    comes_back(form, data, data.decode())

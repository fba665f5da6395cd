"""What lets lines, rows and texts be passed over without a closer look must hold for all that is looked for."""

from __future__ import annotations

import gc
import re

import pytest

from selfeval_extract.runtime.gc_pause import gc_paused
from selfeval_extract.vocabulary.files import raw
from selfeval_extract.vocabulary.labels import may_be_label

WORDINGS = [
    *(p for roles in raw("labels.toml").values() for patterns in roles.values() for p in patterns),
    *(p for patterns in raw("words.toml")["levels"].values() for p in patterns),
]


def test_every_label_has_what_labels_have() -> None:
    without_optional = [re.sub(r"\([^()]*\)[?*]|\[[^]]*\][?*]|.[?*]", "", p) for p in WORDINGS]
    assert [w for w, bare in zip(WORDINGS, without_optional, strict=True) if not may_be_label(bare)] == []


def test_collection_goes_on_behind_a_pause() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError), gc_paused():
        with gc_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()

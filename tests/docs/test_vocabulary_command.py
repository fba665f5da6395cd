"""`python -m selfeval_extract.vocabulary`: which entry decides what a label is, and which ones it hides."""

from __future__ import annotations

import pytest

from selfeval_extract.document import folded_text
from selfeval_extract.vocabulary.__main__ import label_matches, main
from selfeval_extract.vocabulary.labels import LABEL_GROUPS, label_key


@pytest.mark.parametrize(
    "label", ["全年预算数（万元）", "编制人数", "得分", "三级指标", "其中：当年财政拨款", "项目名称"]
)
def test_the_entry_marked_is_the_one_that_the_program_goes_by(label: str) -> None:
    key = label_key(folded_text(label))
    decided = {m.group: m.role for m in label_matches(label) if m.decides}
    assert decided == {"+".join(group.names): role for group in LABEL_GROUPS if (role := group.role(key))}


def test_hidden_entries_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    main(["编制人数"])  # 编制(人|时间|日期).* of the head's ignored labels would take it, too
    out = capsys.readouterr().out
    assert "* labels.toml [staff+head_fields] authorised" in out
    assert "  labels.toml [staff+head_fields] ignored" in out


def test_headings_and_cells(capsys: pytest.CaptureFixture[str]) -> None:
    main(["存在的问题", "产出指标"])
    out = capsys.readouterr().out
    assert "as a heading: problems" in out and "a level" in out

"""What paragraphs take over from styles."""

from __future__ import annotations

import pytest
from lxml import etree
from small_documents import paragraphs_of
from word_files import NAMESPACES, num_pr, p, r, read, style, texts

from selfeval_extract.readers.word.styles import Style, Styles, without_table_styles

LEVEL = '<w:outlineLvl w:val="{}"/>'
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


def styles(markup: str) -> Styles:
    return Styles(etree.fromstring(f"<w:styles {NAMESPACES}>{markup}</w:styles>"))


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("", Style()),  # a style that does not exist
        (style("A", LEVEL.format(0)), Style(outline=1, chain=("A",))),
        (style("A", LEVEL.format(9)), Style(chain=("A",))),  # body text
        (style("A", "", name="heading 3"), Style(outline=3, chain=("A",))),  # built-in: its level goes without saying
        (style("A", LEVEL.format(0), name="heading 3"), Style(outline=1, chain=("A",))),
        (style("A", "", "B") + style("B", LEVEL.format(1)), Style(outline=2, chain=("A", "B"))),  # inherited
        (style("A", LEVEL.format(9), "B") + style("B", LEVEL.format(1)), Style(chain=("A", "B"))),  # and taken back
        (
            style("A", num_pr(None, 1), "B") + style("B", num_pr(4, 0)),
            Style("4", 1, chain=("A", "B")),
        ),  # each by itself
        (style("A", "", "B") + style("B", "", "A"), Style(chain=("A", "B"))),  # based on each other
        (style("A", "", "gone"), Style(chain=("A",))),
        (style("A", "").replace("</w:pPr>", f"</w:pPr>{HIDDEN}"), Style(hidden=True, chain=("A",))),
    ],
)
def test_properties_of_a_style(markup: str, found: Style) -> None:
    assert styles(markup).paragraph_style("A") == found


def test_a_long_chain_of_styles_ends() -> None:
    chain = "".join(style(str(n), "", str(n + 1)) for n in range(1000))
    assert len(styles(chain).paragraph_style("0").chain) == 50


@pytest.mark.parametrize(
    ("named", "level"),
    [
        ("A", 2),
        (None, 1),  # the default style
        ("gone", 1),
    ],
)
def test_the_default_style(named: str | None, level: int) -> None:
    default = style("N", LEVEL.format(0)).replace("<w:style ", '<w:style w:default="1" ')
    assert styles(default + style("A", LEVEL.format(1))).paragraph_style(named).outline == level


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<x></x>", b"<x></x>"),
        (b'<w:style w:type="table" w:styleId="T">..</w:style>', b""),
        (b'<w:style w:type="table" w:styleId="E"/>', b'<w:style w:type="table" w:styleId="E"/>'),  # no end to cut at
        (b'<w:style w:styleId="A">1</w:style><w:style w:type="table">2</w:style></x>', b'<w:style w:styleId="A">1</w:style></x>'),
        (b'<!-- --><w:style w:type="table">2</w:style>', b'<!-- --><w:style w:type="table">2</w:style>'),  # may be one
    ],
)  # fmt: skip
def test_table_styles_are_cut_out(before: bytes, after: bytes) -> None:
    assert without_table_styles(before) == after


def test_text_hidden_by_a_style_is_dropped() -> None:
    hidden = (
        f'<w:style w:type="character" w:styleId="H">{HIDDEN}</w:style>'
        '<w:style w:type="paragraph" w:styleId="HP"><w:basedOn w:val="HQ"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="HQ">{HIDDEN}</w:style>'
    )
    body = p("甲", r("乙", '<w:rStyle w:val="H"/>')) + p("丙", style="HP")
    assert texts(read(body, styles=hidden)) == ["甲", ""]


def test_outline_levels() -> None:
    given = (
        style("H1", LEVEL.format(0)) + style("H2", LEVEL.format(1), "H1") + style("X", "", "H2") + style("Body", LEVEL.format(9), "H1")
        + style("3", "", name="heading 3") + style("T", "", kind="table", name="heading 4")
    )  # fmt: skip
    body = "".join(p("x", style=s) for s in ("H1", "H2", "X", "Body", "3", "T", ""))
    body += p("x", props=LEVEL.format(4)) + p("x", style="H1", props=LEVEL.format(9))
    assert [b.level for b in paragraphs_of(read(body, styles=given))] == [1, 2, 2, None, 3, None, None, 5, None]


def test_table_styles_are_left_out_without_losing_others() -> None:
    given = (
        style("T", "", kind="table") + '<w:style w:type="table" w:styleId="E"/>' + style("H", LEVEL.format(0))
        + style("T2", LEVEL.format(3), kind="table") + style("H2", LEVEL.format(1))
    )  # fmt: skip
    for comment in ("", "<!-- x -->"):
        document = read(p("x", style="H") + p("x", style="H2"), styles=given + comment)
        assert [b.level for b in paragraphs_of(document)] == [1, 2]
        assert not document.notes

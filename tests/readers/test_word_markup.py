"""How elements and attributes of WordprocessingML are read, and what stands around content."""

from __future__ import annotations

import pytest
from lxml import etree
from lxml.etree import _Element
from word_files import NAMESPACES, control, p

from selfeval_extract.readers.word.markup import by_tag, child, in_reverse, int_val, is_on, val
from selfeval_extract.readers.word.tags import P, W
from selfeval_extract.readers.word.wrappers import has_text, unwrap


def element(inner: str) -> _Element:
    return etree.fromstring(f"<w:x {NAMESPACES}>{inner}</w:x>")


@pytest.mark.parametrize(
    ("markup", "on"),
    [
        ("", False),  # not there
        ("<w:y/>", True),  # there, without a value
        ('<w:y w:val="1"/>', True),
        ('<w:y w:val="true"/>', True),
        ('<w:y w:val="0"/>', False),
        ('<w:y w:val="false"/>', False),
        ('<w:y w:val="off"/>', False),  # of Transitional
    ],
)
def test_on_and_off(markup: str, on: bool) -> None:
    assert is_on(element(markup).find(W + "y")) is on


@pytest.mark.parametrize(
    ("markup", "text", "number"),
    [
        ("", None, None),
        ("<w:y/>", None, None),
        ('<w:y w:val="3"/>', "3", 3),
        ('<w:y w:val="0"/>', "0", 0),
        ('<w:y w:val="-3"/>', "-3", None),
        ('<w:y w:val="x"/>', "x", None),
        ('<w:y w:val="3"/><w:y w:val="4"/>', "3", 3),  # of several the first
    ],
)
def test_values(markup: str, text: str | None, number: int | None) -> None:
    parent = element(markup)
    assert (val(child(parent, W + "y")), int_val(child(parent, W + "y"))) == (text, number)
    assert int_val(by_tag(parent).get(W + "y")) == number


def test_elements_in_reverse() -> None:
    parent = element("<w:a/><w:b/>")
    assert [e.tag for e in in_reverse(parent)] == [e.tag for e in in_reverse(list(parent))] == [W + "b", W + "a"]


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        (p("甲") + p("乙"), "甲乙"),
        (control(control(p("甲"))) + p("乙"), "甲乙"),  # in order, at any depth
        ("<w:sdt><w:sdtPr/></w:sdt>" + p("甲"), "甲"),  # a control without content
        (f"<w:customXml>{p('甲')}</w:customXml><w:smartTag>{p('乙')}</w:smartTag>", "甲乙"),
        (f"<w:ins>{p('甲')}</w:ins><w:del>{p('乙')}</w:del>", "甲"),  # all changes accepted
        (f"<w:moveFrom>{p('甲')}</w:moveFrom><w:moveTo>{p('乙')}</w:moveTo>", "乙"),
        (f"<mc:AlternateContent><mc:Choice><w:p/></mc:Choice><mc:Fallback>{p('甲')}</mc:Fallback></mc:AlternateContent>", "甲"),
        (f"<mc:AlternateContent><mc:Choice>{p('甲')}</mc:Choice><mc:Fallback>{p('乙')}</mc:Fallback></mc:AlternateContent>", "甲"),
        ("<mc:AlternateContent/>", ""),
        (control("") * 5000 + p("甲"), "甲"),
        ("".join(f"<w:smartTag>{x}" for x in ["", p("甲")]) + "</w:smartTag>" * 2 + p("乙"), "甲乙"),
    ],
)  # fmt: skip
def test_what_is_inside_wrappers(markup: str, paragraphs: str) -> None:
    found = unwrap(element(markup))
    assert "".join("".join(e.itertext()) for e in found if e.tag == P) == paragraphs


@pytest.mark.parametrize(
    ("markup", "has"),
    [
        (p("甲"), True),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", True),
        ('<v:shape><v:textpath string="字"/></v:shape>', True),  # WordArt
        ("<w:p/><w:tab/>", False),
    ],
)
def test_what_may_show_text(markup: str, has: bool) -> None:
    assert has_text(element(markup)) is has

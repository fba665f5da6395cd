"""Fields: what they show where Word stores no result, form fields, and a field read piece by piece."""

from __future__ import annotations

import pytest
from lxml import etree
from word_files import NAMESPACES

from selfeval_extract.readers.word.fields import Field, form_field_text, instruction_text


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r" eq \o\ac(○,3)", "③"),  # 带圈字符
        (r"EQ \o\ac(○,\s\do1(12))", "⑫"),  # set lower
        (r"eq \o\ac(○，3)", "③"),  # a full-width comma
        (r"eq \o\ac(○,21)", "○21"),  # beyond ⑳
        (r"eq \o(□,√)", "☑"),
        (r"eq \o\al(□,×)", "☒"),
        (r"eq \o\ac(□,优)", "□优"),
        (r"eq \f(1,2)", "1/2"),
        (r"EQ \i(a,b,c)", None),  # an integral: shown, but not read
        ("SYMBOL 254", None),
        ("AUTONUM", None),
        ("LISTNUM", None),
        ("PAGE", ""),  # shows a number that Word works out anew
        ("TOC \\o", ""),
        ("EQUAL", ""),  # only begins like EQ
        ("", ""),
    ],
)
def test_a_field_without_a_result(instruction: str, shown: str | None) -> None:
    assert instruction_text(instruction) == shown


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☑"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "□"),
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☑"),  # what was chosen goes before the default
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="false"/></w:checkBox>', "□"),
        ("<w:checkBox/>", "□"),
        ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="良"/><w:listEntry w:val="优"/></w:ddList>', "优"),
        ('<w:ddList><w:default w:val="1"/><w:listEntry w:val="良"/><w:listEntry w:val="优"/></w:ddList>', "优"),
        ('<w:ddList><w:listEntry w:val="良"/></w:ddList>', "良"),  # the first if none is chosen
        ('<w:ddList><w:result w:val="9"/><w:listEntry w:val="良"/></w:ddList>', ""),
        ("<w:ddList/>", ""),
        ("<w:textInput/>", ""),  # its text is the field's result
    ],
)
def test_a_form_field(data: str, shown: str) -> None:
    begin = etree.fromstring(f"<w:fldChar {NAMESPACES}><w:ffData>{data}</w:ffData></w:fldChar>")
    assert form_field_text(begin) == shown


def test_a_field_that_is_no_form_field() -> None:
    assert form_field_text(etree.fromstring(f"<w:fldChar {NAMESPACES}/>")) == ""


@pytest.mark.parametrize(
    ("form_text", "code", "result", "shown"),
    [
        ("", "PAGE", "3", "3"),  # the result goes before the instruction
        ("", r"eq \f(1,2)", None, "1/2"),
        ("", r"eq \f(1,2)", "", ""),  # an empty result is one
        ("☑", "FORMCHECKBOX", None, "☑"),
        ("☑", "FORMCHECKBOX", " ", "☑"),  # but not that of a form field
        ("优", "FORMDROPDOWN", "良", "良"),
        ("", "SYMBOL 254", None, None),
    ],
)
def test_a_field_that_has_ended(form_text: str, code: str, result: str | None, shown: str | None) -> None:
    field = Field(form_text, parts=["text before the result"], instruction=code)
    if result is not None:
        field.separate()
        field.parts.append(result)
    assert field.text() == shown

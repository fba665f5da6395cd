"""What holds for the readers of all formats: an error names its file."""

from __future__ import annotations

import pytest
from small_pdf import pdf, say
from word_files import docx, p

from selfeval_extract.errors import ExtractionError
from selfeval_extract.limits import LIMITS
from selfeval_extract.readers import read


@pytest.mark.parametrize(
    ("data", "limits", "code", "message"),
    [
        (b"", {}, "empty", "报告 is empty. "),
        (docx(p("甲"))[:-40], {}, "corrupt", "报告: the file is damaged: "),
        (docx(), {}, "no_text", "报告: no text was found"),
        (docx(p("甲乙")), {"characters": 1}, "limit", "报告: the file has 2 characters; "),
        (b"%PDF-1.7 and no more", {}, "corrupt", "报告: The PDF is damaged"),  # raised where the name is not known
        (pdf(say("abc")), {"page_characters": 2}, "limit", "报告: Page 1 has 3 characters; "),
        (pdf(say("abc")), {"characters": 2}, "limit", "报告: Up to page 1 there are 3 characters; "),
        (pdf(""), {}, "no_text", "报告 has 1 page but no text: "),  # and where it is
        ("甲乙".encode(), {"characters": 1}, "limit", "报告 has 2 characters; "),
        (b"a\0\1\2\3", {}, "corrupt", "报告 holds binary data"),
    ],
)
def test_an_error_names_its_file(data: bytes, limits: dict[str, int], code: str, message: str) -> None:
    with pytest.raises(ExtractionError) as caught:
        read(data, "报告", LIMITS._replace(**limits))
    assert (caught.value.code, caught.value.message[: len(message)]) == (code, message)
    assert caught.value.message.count("报告") == 1

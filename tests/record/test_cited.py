"""Evidence goes into the record without validation: it has to be what validation would make of it."""

from __future__ import annotations

import copy

import pytest
from pydantic import TypeAdapter

from selfeval_extract.document import BlockPlace, LinePlace, PagePlace, Place, Quote
from selfeval_extract.record.cited import quotes
from selfeval_extract.record.models import Quote as RecordQuote

QUOTES = TypeAdapter(RecordQuote)


@pytest.mark.parametrize(
    "place",
    [
        LinePlace(3, (0, 5)),
        BlockPlace(2),
        BlockPlace(2, 1, 4, "header1"),
        PagePlace(1, (1.005, 2.0, 3.123456, 4.0)),
    ],
)
def test_a_quote_is_what_validation_makes_of_it(place: Place) -> None:
    (quote,) = quotes([Quote("12.5 万元", place)])
    validated = QUOTES.validate_json(QUOTES.dump_json(quote))
    assert quote == validated and type(quote.place) is type(validated.place)
    assert copy.deepcopy(quote) == quote


@pytest.mark.parametrize("side", [float("nan"), float("inf")])
def test_a_rectangle_that_json_has_no_numbers_for_is_an_error(side: float) -> None:
    with pytest.raises(ValueError, match="no rectangle"):
        quotes([Quote("1", PagePlace(1, (0, 0, 1, side)))])

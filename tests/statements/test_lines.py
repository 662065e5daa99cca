"""One reading as one JSON object."""

from __future__ import annotations

from rulemark.statements import load_lexicon, read, reading_to_json


def test_a_reading_becomes_plain_json() -> None:
    reading = read("Unless you have 3 to 5 seats, you can't upload more than 2.5 GB.", load_lexicon("en"))
    assert reading_to_json(reading) == {
        "quantities": [
            {"value": [3, 5], "unit": "seat", "cmp": "between", "text": "3 to 5 seats"},
            {"value": 2.5, "unit": "gigabyte", "cmp": "le", "text": "more than 2.5 GB"},
        ],
        "condition": "you have 3 to 5 seats",
        "consequence": "you can't upload more than 2.5 GB",
        "modality": "may_not",
        "negated": True,
        "hedges": [],
    }


def test_no_need_and_mixed_duties_are_null() -> None:
    lexicon = load_lexicon("en")
    assert reading_to_json(read("You don't need to sign.", lexicon))["modality"] is None
    assert reading_to_json(read("You can wait, but you must pay.", lexicon))["modality"] is None

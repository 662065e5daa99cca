"""One reading as one JSON object: what `rulemark show statements --lines` prints."""

from __future__ import annotations

from decimal import Decimal

from rulemark.statements.meaning import ConditionKind, Modality, Quantity, Reading
from rulemark.statements.quantities.comparators import normalise

Json = dict[str, object]


def reading_to_json(reading: Reading) -> Json:
    """Return a reading as JSON: comparisons normalised, "need not" and mixed modality as null."""
    first = reading.conditions[0] if reading.conditions else None
    modality = None if reading.modality is Modality.NEED_NOT else reading.modality
    return {
        "quantities": [_quantity_to_json(reading, quantity) for quantity in reading.quantities],
        "condition": reading.words(first.span) if first else None,
        "consequence": reading.words(reading.consequence) if reading.consequence else None,
        "modality": modality.value if modality else None,
        "negated": bool(first and first.kind is ConditionKind.UNLESS),
        "hedges": [hedge.name for hedge in reading.hedges],
    }


def _quantity_to_json(reading: Reading, quantity: Quantity) -> Json:
    value: object = _number(quantity.value)
    if quantity.upper is not None:
        value = [value, _number(quantity.upper)]
    return {
        "value": value,
        "unit": quantity.unit,
        "cmp": normalise(quantity.comparison, negated=quantity.negated).value,
        "text": reading.words(quantity.span),
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)

"""What a cell of a table of examples says of an input: exactly one value, or nothing that is understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

import yaml

from rulemark.policy.case_tables import only_quantity
from rulemark.policy.lookup import Lookup
from rulemark.policy.model import Input, InputType, Outcome, Value, in_locale
from rulemark.policy.tables import named_inputs
from rulemark.source import language
from rulemark.statements import CellReading, Comparison, Extraction

_TRUE, _FALSE = frozenset({"✓", "✔", "✅"}), frozenset({"✗", "✘", "❌"})


def input_named(text: str, inputs: Iterable[Input], lookup: Lookup) -> Input | None:
    """Return the one input that the words of a header mean, or None when it is none of them, or several."""
    among = {entry.name: entry for entry in inputs}
    same = tuple(entry for entry in among.values() if _same(text, (entry.name, in_locale(entry.labels, lookup.locale))))
    found = same or tuple(among[name] for name in dict.fromkeys(named_inputs(text, lookup)) if name in among)
    return found[0] if len(found) == 1 else None


def outcome_named(text: str, outcomes: tuple[Outcome, ...], lookup: Lookup) -> str | None:
    """Return the one outcome of a decision that the words of a cell mean, or None."""
    same = tuple(one.name for one in outcomes if _same(text, (one.name, in_locale(one.labels, lookup.locale))))
    known = {outcome.name for outcome in outcomes}
    found = same or tuple(name for name in lookup.outcomes.names_in(text) if name in known)
    return found[0] if len(found) == 1 else None


def value_of(cell: CellReading, entry: Input, extraction: Extraction, lookup: Lookup) -> Value | None:
    """Return the value that a cell gives an input, or None when that is not understood or outside its domain."""
    match entry.type:
        case InputType.CHOICE:
            return _choice(cell.text, entry, lookup)
        case InputType.BOOLEAN:
            return _truth(cell.text, entry, lookup)
        case InputType.INTEGER | InputType.NUMBER | InputType.MONEY:
            return _number(cell, entry, extraction)
        case InputType.DATE | InputType.DURATION:
            return None


def _choice(text: str, entry: Input, lookup: Lookup) -> str | None:
    if text.strip() in entry.choices:
        return text.strip()
    owners = (name.partition(".") for name in lookup.choices.names_in(text))
    found = tuple(choice for owner, _, choice in owners if owner == entry.name)
    return found[0] if len(found) == 1 else None


def _truth(text: str, entry: Input, lookup: Lookup) -> bool | None:
    """Only whole cells count: in "no own domain" the words of the input are there, and it is denied."""
    declared = lookup.input(entry.name)
    words = yes_and_no().get(language(lookup.locale), {})
    affirmed = declared.term.in_locale(lookup.locale) if declared else (in_locale(entry.labels, lookup.locale),)
    denied = declared.opposite.in_locale(lookup.locale) if declared else ()
    if _same(text, (*_FALSE, *words.get("no", ()), *denied)):
        return False
    return True if _same(text, (*_TRUE, *words.get("yes", ()), *affirmed)) else None


def _number(cell: CellReading, entry: Input, extraction: Extraction) -> Decimal | None:
    quantity = only_quantity(cell, extraction)
    if quantity is None:
        value = Decimal(cell.text) if cell.text.isascii() and cell.text.isdecimal() else None
    else:
        exact = quantity.comparison is Comparison.EQ and quantity.upper is None and not quantity.negated
        value = quantity.value if exact else None
    return value if value is not None and _in_domain(value, entry) else None


def _in_domain(value: Decimal, entry: Input) -> bool:
    whole = entry.type is not InputType.INTEGER or value == value.to_integral_value()
    least, most = entry.minimum, entry.maximum
    return whole and (least is None or least <= value) and (most is None or value <= most)


def _same(text: str, words: Iterable[str]) -> bool:
    folded = text.strip().casefold()
    return any(folded == word.casefold() for word in words if word)


@lru_cache(maxsize=1)
def yes_and_no() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the words for yes and no by language."""
    text = files("rulemark.policy").joinpath("yes_and_no.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    return {code: {answer: tuple(words) for answer, words in entry.items()} for code, entry in data.items()}

"""How a page speaks: numbers, durations, conditions and names in the words of one locale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import assert_never

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from rulemark.outputs.guidance.locales import cldr, name_in
from rulemark.outputs.guidance.phrases import Catalogue
from rulemark.policy import (
    All,
    AnyOf,
    Between,
    Compare,
    Condition,
    Duration,
    DurationUnit,
    Localized,
    Not,
    OneOf,
    Operator,
    Policy,
    Value,
    in_locale,
)

_SYMBOLS = {
    Operator.LT: "lt",
    Operator.LE: "le",
    Operator.GT: "gt",
    Operator.GE: "ge",
    Operator.EQ: "eq",
    Operator.NE: "ne",
}
_SIZES = {"byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "petabyte"}
_CLDR_UNITS = {unit: f"digital-{unit}" for unit in _SIZES} | {
    unit: f"duration-{unit}" for unit in ("second", "minute", "hour", "day", "week", "month", "year")
}


@dataclass(frozen=True, slots=True)
class Voice:
    """The reader's language: phrases of the page, forms of numbers, names of things."""

    locale: str
    source_locale: str
    catalogue: Catalogue
    labels: Mapping[str, Mapping[str, str]]
    """Names of events, states, roles and choices: name -> locale -> words."""
    monikers: Mapping[str, Mapping[str, str]]

    def say(self, key: str, count: int | None = None, /, **values: str) -> str:
        """Return a phrase; `count` chooses the plural form and fills `{count}`."""
        if count is not None:
            values = {"count": self.number(count), **values}
        return self.catalogue.say(key, count, **values)

    def number(self, value: Decimal | int) -> str:
        """Return a number in the digits and separators of the locale."""
        return format_decimal(value, locale=cldr(self.locale))

    def day(self, iso: str) -> str:
        """Return an ISO 8601 date in full, or the text itself when it is none."""
        try:
            return format_date(date.fromisoformat(iso), format="long", locale=cldr(self.locale))
        except ValueError:
            return iso

    def duration(self, duration: Duration) -> str:
        """Return `90 days` in the plural form of the locale."""
        if duration.unit is DurationUnit.BUSINESS_DAY:
            return self.say("business_days", duration.count)
        return self.measure(Decimal(duration.count), duration.unit.value)

    def measure(self, value: Decimal, unit: str) -> str:
        """Return a number with its unit: CLDR's words where it has them, else the noun as the policy names it."""
        if unit in _CLDR_UNITS:
            return self._unit(value, _CLDR_UNITS[unit])
        if unit == "count":
            return self.number(value)
        if unit == "percent":
            return format_unit(value, "concentr-percent", length="short", locale=cldr(self.locale))
        if unit.startswith("currency:"):
            return f"{self.number(value)} {unit.removeprefix('currency:')}"
        return f"{self.number(value)} {self.label(unit)}"

    def _unit(self, value: Decimal, unit: str) -> str:
        """Return a number with a CLDR unit; where CLDR has the short form only, that is the form in use."""
        text = format_unit(value, unit, locale=cldr(self.locale))
        return format_unit(value, unit, "short", locale=cldr(self.locale)) if unit in text else text

    def all_of(self, texts: tuple[str, ...]) -> str:
        """Return texts as a list with "and"."""
        return format_list(texts, style="standard", locale=cldr(self.locale)) if texts else ""

    def any_of(self, texts: tuple[str, ...]) -> str:
        """Return texts as a list with "or"."""
        return format_list(texts, style="or", locale=cldr(self.locale)) if texts else ""

    def text(self, texts: Localized) -> str:
        """Return a localized text of the policy."""
        return in_locale(texts, self.locale, self.source_locale)

    def label(self, name: str) -> str:
        """Return what readers call a name: from the vocabulary, else the name without its underscores."""
        words = self.labels.get(name, {})
        return words.get(self.locale) or words.get(self.source_locale) or name.replace("_", " ")

    def named(self, name: str) -> str:
        """Return what readers call a name, "" where nobody said it in their language: the name is in another one."""
        return self.known(name) or (self.label(name) if self.locale == self.source_locale else "")

    def measures(self, unit: str) -> bool:
        """Tell whether a unit is a measure, which has words and plural forms in every locale, and no counted thing."""
        return unit in _CLDR_UNITS or unit in {"count", "percent"} or unit.startswith("currency:")

    def known(self, name: str) -> str:
        """Return what readers of this very locale call a name, "" when nobody said."""
        return self.labels.get(name, {}).get(self.locale, "")

    def moniker(self, name: str) -> str:
        """Return the title of a moniker, else the name as readers know it from addresses."""
        titles = self.monikers.get(name, {})
        return titles.get(self.locale) or titles.get("") or titles.get(self.source_locale) or name

    def language_of(self, locale: str) -> str:
        """Return what the reader calls the language of another locale."""
        return name_in(locale, self.locale)

    def alert(self, kind: str) -> str:
        """Return the title of an alert."""
        key = f"alert_{kind}"
        return self.say(key) if self.catalogue.has(key) else kind.replace("-", " ").capitalize()

    def hedge(self, name: str) -> str:
        """Return the words for a hedge, at least that the rule holds usually."""
        key = f"hedge_{name}"
        return self.say(key) if self.catalogue.has(key) else self.say("hedged")

    def period(self, name: str) -> str:
        """Return the words for a named period."""
        key = f"period_{name}"
        return self.say(key) if self.catalogue.has(key) else self.label(name)

    def input(self, policy: Policy, name: str) -> str:
        """Return what readers call an input."""
        found = next((item for item in policy.inputs if item.name == name), None)
        words = self.text(found.labels) if found and found.labels else self.label(name)
        return words[:1].upper() + words[1:]

    def condition(self, condition: Condition, policy: Policy) -> str:
        """Return a condition in words: `Licenses: less than 25`; "" when it always holds."""
        match condition:
            case Compare(name, operator, value):
                return f"{self.input(policy, name)}: {self._comparison(operator, value)}"
            case Between(name, low, high):
                ends = self.say("between", low=self.number(low), high=self.number(high))
                return f"{self.input(policy, name)}: {ends}"
            case OneOf(name, values):
                return f"{self.input(policy, name)}: {self.any_of(tuple(map(self.value, values)))}"
            case All(parts):
                return self.all_of(tuple(self.condition(part, policy) for part in parts))
            case AnyOf(parts):
                return self.any_of(tuple(self.condition(part, policy) for part in parts))
            case Not(part):
                return self.say("not", condition=self.condition(part, policy))
            case _:
                assert_never(condition)

    def value(self, value: Value) -> str:
        """Return a literal of a condition."""
        match value:
            case bool():
                return self.say("is_true" if value else "is_false")
            case Decimal():
                return self.number(value)
            case str():
                return self.label(value)
            case _:
                assert_never(value)

    def _comparison(self, operator: Operator, value: Value) -> str:
        return self.say(operator.value, value=self.value(value))

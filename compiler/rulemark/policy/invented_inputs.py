"""Inputs that were invented for different words get different names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count

from rulemark.policy.drafts import Draft, Element
from rulemark.policy.model import (
    All,
    Amount,
    AnyOf,
    Between,
    Compare,
    Condition,
    Decision,
    Duty,
    Input,
    Not,
    OneOf,
    Timer,
)


def distinct_inputs(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Number invented names that stand for other words than before: `condition`, `condition_2`."""
    drafts = tuple(drafts)
    given = {entry.name: entry for draft in drafts for entry in draft.inputs if not entry.invented}
    for draft in drafts:
        inputs, names = distinct(draft.inputs, given)
        yield replace(draft, inputs=inputs, element=with_names(draft.element, names)) if names else draft


def distinct(inputs: tuple[Input, ...], given: dict[str, Input]) -> tuple[tuple[Input, ...], Mapping[str, str]]:
    """Return inputs under names that no other input has, remember them, and say which names changed."""
    named = tuple(_distinct(entry, given) for entry in inputs)
    return named, {old.name: new.name for old, new in zip(inputs, named, strict=True) if old.name != new.name}


def _distinct(entry: Input, given: dict[str, Input]) -> Input:
    """Return the input under a name that no other input has, and remember it."""
    if not entry.invented:
        return given.setdefault(entry.name, entry)
    for number in count(1):
        name = entry.name if number == 1 else f"{entry.name}_{number}"
        named = replace(entry, name=name)
        if given.setdefault(name, named) == named:
            return named
    raise AssertionError


def with_names(element: Element, names: Mapping[str, str]) -> Element:
    """Return an element that reads inputs of other names."""
    match element:
        case Decision():
            cases = tuple(replace(case, when=renamed(case.when, names)) for case in element.cases)
            return replace(element, cases=cases, inputs=tuple(names.get(name, name) for name in element.inputs))
        case Timer() | Amount() | Duty():
            return replace(element, when=renamed(element.when, names))
        case _:
            return element


def renamed(condition: Condition, names: Mapping[str, str]) -> Condition:
    """Return a condition on the inputs of other names."""
    match condition:
        case Compare() | Between() | OneOf():
            return replace(condition, input=names.get(condition.input, condition.input))
        case All(parts):
            return All(tuple(renamed(part, names) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(renamed(part, names) for part in parts))
        case Not(part):
            return Not(renamed(part, names))

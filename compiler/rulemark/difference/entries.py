"""The elements of a policy in one shape, so that two versions can be laid side by side."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias, assert_never

from rulemark.checks.translation import MEASURES, Line
from rulemark.policy import (
    Advisory,
    Amount,
    Decision,
    Definition,
    Duty,
    Evidence,
    Localized,
    NotCompiled,
    Operator,
    Policy,
    Procedure,
    Reference,
    Step,
    Timer,
    in_locale,
)
from rulemark.source import language
from rulemark.statements import Quantity, load_lexicon, read

_Compiled: TypeAlias = Decision | Timer | Amount | Duty | Procedure | Advisory | Definition | Reference
Element: TypeAlias = _Compiled | NotCompiled
_KINDS: Mapping[type[Element], str] = MappingProxyType(
    {
        Decision: "decision",
        Timer: "timer",
        Amount: "amount",
        Duty: "duty",
        Procedure: "procedure",
        Advisory: "advisory",
        Definition: "definition",
        Reference: "reference",
        NotCompiled: "sentence",
    }
)
_LIMITS = {
    Operator.LT: "less than",
    Operator.LE: "at most",
    Operator.GT: "more than",
    Operator.GE: "at least",
    Operator.EQ: "",
    Operator.NE: "other than",
}
_LONGEST = 160
_IN_WORDS = frozenset({"duty", "advisory", "definition", "sentence"})
"""Kinds of elements whose values stand in their words alone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One element of one version.

    Attributes:
        id: The path of the article and the id of the element.
        kind: The kind of element.
        anchor: The section it stands in.
        monikers: Whom it concerns; empty: everybody.
        values: What it states apart from its words: equal for equal rules.
        stated: The quantities that its words state, for comparing elements of different kinds.
        mode: How it binds, None when no word says so.
        denies: Some word denies.
        words: Its words in the source locale.
        translations: Its words in every other locale.
        summary: What it says, in short.
        element: The element itself.
    """

    id: str
    kind: str
    anchor: str
    monikers: tuple[str, ...]
    values: Hashable
    stated: Hashable
    mode: str | None
    denies: bool
    words: str
    translations: Localized
    summary: str
    element: Element


def entries(policy: Policy) -> Iterator[Entry]:
    """Yield the elements of a policy in order; of the sentences that are not compiled those in the source locale."""
    rules: tuple[_Compiled, ...] = (*policy.decisions, *policy.timers, *policy.amounts, *policy.duties)
    texts: tuple[_Compiled, ...] = (*policy.procedures, *policy.advisories, *policy.definitions, *policy.references)
    for element in (*rules, *texts):
        yield _entry(policy, element, _name(element))
    for index, sentence in enumerate(policy.not_compiled):
        if sentence.evidence.locale == policy.source_locale:
            yield _entry(policy, sentence, f"{sentence.evidence.anchor}-{index}")


def _entry(policy: Policy, element: Element, name: str) -> Entry:
    quotes: dict[str, list[str]] = {}
    for item in _evidence(element):
        quotes.setdefault(item.locale, []).append(item.quote)
    locale = policy.source_locale
    words = _words(element, policy) or " ".join(quotes.get(locale, ()))
    lexicon = load_lexicon(language(locale))
    reading = read(words, lexicon)
    stated = tuple(sorted(map(_stated, reading.quantities)))
    kind, values = _KINDS[type(element)], _values(element)
    return Entry(
        id=f"{policy.path}#{name}",
        kind=kind,
        anchor=element.evidence.anchor if isinstance(element, NotCompiled) else element.anchor,
        monikers=_monikers(element),
        values=(values, stated) if kind in _IN_WORDS else values,
        stated=stated,
        mode=reading.modality,
        denies=Line(words, lexicon).denies,
        words=words,
        translations=tuple(sorted((other, " ".join(said)) for other, said in quotes.items() if other != locale)),
        summary=_summary(element, words),
        element=element,
    )


def _name(element: _Compiled) -> str:
    return f"{element.anchor}/{element.target}" if isinstance(element, Reference) else element.id


def _evidence(element: Element) -> tuple[Evidence, ...]:
    match element:
        case Decision(cases=cases):
            return tuple(item for case in cases for item in case.evidence)
        case NotCompiled(evidence=evidence):
            return (evidence,)
        case _:
            return element.evidence


def _monikers(element: Element) -> tuple[str, ...]:
    match element:
        case Procedure(steps=lists):
            return tuple(moniker for moniker, _ in lists if moniker)
        case Reference() | NotCompiled():
            return ()
        case _:
            return element.monikers


def _values(element: Element) -> Hashable:
    """Return what an element states apart from its words.

    What the cases of a decision say is compared input by input; only their number and marks are part of the meaning.
    """
    match element:
        case Decision(cases=cases):
            return tuple((case.exception, case.otherwise, case.hedges, case.monikers) for case in cases)
        case Timer():
            return _timer(element)
        case Amount():
            return (element.value, element.upper, element.operator, element.unit, element.when, element.monikers)
        case Duty(monikers=monikers):
            return monikers
        case Procedure(steps=lists):
            return tuple((moniker, len(steps)) for moniker, steps in lists)
        case Advisory(kind=kind, monikers=monikers):
            return (kind, monikers)
        case Reference(target=target):
            return target.partition("#")[0].rpartition("/")[2]
        case Definition() | NotCompiled():
            return ()
        case _:
            assert_never(element)


def _words(element: Element, policy: Policy) -> str:
    """Return the words that an element consists of, where its evidence quotes only a part of them."""
    locale = policy.source_locale
    match element:
        case Procedure(steps=lists):
            return " ".join(in_locale(step.text, locale) for _, steps in lists for step in steps)
        case Advisory(text=text):
            return in_locale(text, locale)
        case Definition(term=term, text=text):
            return f"{in_locale(term, locale)}: {in_locale(text, locale)}"
        case Reference(text=text):
            return in_locale(text, locale)
        case _:
            return ""


def _stated(quantity: Quantity) -> tuple[str, Decimal, Decimal, str]:
    """Return a quantity without the noun that it counts, which may be put in another word."""
    unit = quantity.unit if quantity.unit in MEASURES else ""
    return (unit, quantity.value, quantity.upper or Decimal(0), quantity.comparison.value)


def _timer(timer: Timer) -> Hashable:
    """Names of events and effects are left out: without a vocabulary they are words of the article."""
    bounds = (timer.lasts, timer.earliest, timer.latest, timer.before)
    return (*bounds, timer.period, timer.when, timer.hedges, timer.monikers)


def _summary(element: Element, words: str) -> str:
    match element:
        case Timer():
            bounds = {"lasts": element.lasts, "earliest": element.earliest, "latest": element.latest}
            said = [f"{name} {value.iso}" for name, value in {**bounds, "before": element.before}.items() if value]
            return ", ".join(said) or element.period or _short(words)
        case Amount():
            upper = f" to {element.upper:f}" if element.upper is not None else ""
            return f"{_LIMITS[element.operator]} {element.value:f}{upper} {element.unit}".strip()
        case Procedure(steps=lists):
            return "; ".join(f"{moniker}: {_steps(steps)}" if moniker else _steps(steps) for moniker, steps in lists)
        case Reference(target=target):
            return target
        case _:
            return _short(words)


def _steps(steps: tuple[Step, ...]) -> str:
    return f"{len(steps)} step{'' if len(steps) == 1 else 's'}"


def _short(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"

"""The elements of a policy in one shape, so that two versions can be laid side by side."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

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

Element = Decision | Timer | Amount | Duty | Procedure | Advisory | Definition | Reference | NotCompiled
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
    """Yield the elements of a policy in order."""
    for decision in policy.decisions:
        evidence = [item for case in decision.cases for item in case.evidence]
        # What the cases say is compared input by input; only their number and marks are part of the meaning.
        marks = tuple((case.exception, case.otherwise, case.hedges, case.monikers) for case in decision.cases)
        yield _entry(policy, "decision", decision, evidence, marks, decision.id, decision.anchor, decision.monikers)
    for timer in policy.timers:
        yield _entry(policy, "timer", timer, timer.evidence, _timer(timer), timer.id, timer.anchor, timer.monikers)
    for amount in policy.amounts:
        said = (amount.value, amount.upper, amount.operator, amount.unit, amount.when, amount.monikers)
        yield _entry(policy, "amount", amount, amount.evidence, said, amount.id, amount.anchor, amount.monikers)
    for duty in policy.duties:
        yield _entry(policy, "duty", duty, duty.evidence, duty.monikers, duty.id, duty.anchor, duty.monikers)
    yield from _texts(policy)


def _texts(policy: Policy) -> Iterator[Entry]:
    """Yield what is kept in the words of the article."""
    for procedure in policy.procedures:
        steps = tuple((moniker, len(steps)) for moniker, steps in procedure.steps)
        monikers = tuple(moniker for moniker, _ in procedure.steps if moniker)
        yield _entry(
            policy, "procedure", procedure, procedure.evidence, steps, procedure.id, procedure.anchor, monikers
        )
    for advisory in policy.advisories:
        said = (advisory.kind, advisory.monikers)
        yield _entry(
            policy, "advisory", advisory, advisory.evidence, said, advisory.id, advisory.anchor, advisory.monikers
        )
    for item in policy.definitions:
        yield _entry(policy, "definition", item, item.evidence, (), item.id, item.anchor, item.monikers)
    for reference in policy.references:
        target = reference.target.partition("#")[0].rpartition("/")[2]
        yield _entry(
            policy,
            "reference",
            reference,
            reference.evidence,
            target,
            f"{reference.anchor}/{reference.target}",
            reference.anchor,
            (),
        )
    for index, open_sentence in enumerate(policy.not_compiled):
        evidence = (open_sentence.evidence,)
        if open_sentence.evidence.locale == policy.source_locale:
            anchor = open_sentence.evidence.anchor
            yield _entry(policy, "sentence", open_sentence, evidence, (), f"{anchor}-{index}", anchor, ())


def _entry(
    policy: Policy,
    kind: str,
    element: Element,
    evidence: Iterable[Evidence],
    values: Hashable,
    name: str,
    anchor: str,
    monikers: tuple[str, ...],
) -> Entry:
    quotes: dict[str, list[str]] = {}
    for item in evidence:
        quotes.setdefault(item.locale, []).append(item.quote)
    words = _words(element, policy) or " ".join(quotes.get(policy.source_locale, ()))
    others = tuple(
        sorted((locale, " ".join(said)) for locale, said in quotes.items() if locale != policy.source_locale)
    )
    lexicon = load_lexicon(language(policy.source_locale))
    reading = read(words, lexicon)
    stated = tuple(sorted(map(_stated, reading.quantities)))
    if kind in _IN_WORDS:
        values = (values, stated)
    name = f"{policy.path}#{name}"
    mode, denies = reading.modality, Line(words, lexicon).denies
    return Entry(
        name, kind, anchor, monikers, values, stated, mode, denies, words, others, _summary(element, words), element
    )


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

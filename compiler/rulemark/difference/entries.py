"""The elements of a policy in one shape, so that two versions can be laid side by side."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

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
    Timer,
    in_locale,
)
from rulemark.source import language
from rulemark.statements import load_lexicon, read

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


@dataclass(frozen=True, slots=True)
class Entry:
    """One element of one version.

    Attributes:
        id: The path of the article and the id of the element.
        kind: The kind of element.
        anchor: The section it stands in.
        monikers: Whom it concerns; empty: everybody.
        meaning: What it says apart from its words: equal for equal rules.
        words: Its words in the source locale.
        translations: Its words in every other locale.
        summary: What it says, in short.
        element: The element itself.
    """

    id: str
    kind: str
    anchor: str
    monikers: tuple[str, ...]
    meaning: Hashable
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
        said = (amount.value, amount.upper, amount.operator, amount.unit, _mode(amount.modality), amount.when)
        yield _entry(policy, "amount", amount, amount.evidence, said, amount.id, amount.anchor, amount.monikers)
    for duty in policy.duties:
        told = (duty.kind, duty.monikers, *_text_meaning(policy, _quote(duty.evidence, policy)))
        yield _entry(policy, "duty", duty, duty.evidence, told, duty.id, duty.anchor, duty.monikers)
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
        said = (
            advisory.kind,
            advisory.monikers,
            *_text_meaning(policy, in_locale(advisory.text, policy.source_locale)),
        )
        yield _entry(
            policy, "advisory", advisory, advisory.evidence, said, advisory.id, advisory.anchor, advisory.monikers
        )
    for item in policy.definitions:
        told = _text_meaning(policy, in_locale(item.text, policy.source_locale))
        yield _entry(policy, "definition", item, item.evidence, told, item.id, item.anchor, item.monikers)
    for reference in policy.references:
        target = reference.target.partition("#")[0].rpartition("/")[2]
        yield _entry(policy, "reference", reference, reference.evidence, target, reference.target, reference.anchor, ())
    for index, open_sentence in enumerate(policy.not_compiled):
        evidence = (open_sentence.evidence,)
        if open_sentence.evidence.locale == policy.source_locale:
            meaning = _text_meaning(policy, open_sentence.evidence.quote)
            anchor = open_sentence.evidence.anchor
            yield _entry(policy, "sentence", open_sentence, evidence, meaning, f"{anchor}-{index}", anchor, ())


def _entry(
    policy: Policy,
    kind: str,
    element: Element,
    evidence: Iterable[Evidence],
    meaning: Hashable,
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
    return Entry(
        f"{policy.path}#{name}", kind, anchor, monikers, meaning, words, others, _summary(element, words), element
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


def _quote(evidence: Iterable[Evidence], policy: Policy) -> str:
    return " ".join(item.quote for item in evidence if item.locale == policy.source_locale)


def _timer(timer: Timer) -> Hashable:
    """Names of events and effects are left out: without a vocabulary they are words of the article."""
    bounds = (timer.lasts, timer.earliest, timer.latest, timer.before)
    return (*bounds, timer.period, timer.when, _mode(timer.modality), timer.hedges, timer.monikers)


def _mode(modality: str | None) -> str | None:
    """A bare statement and "may" differ by a word that readers of a language often miss: only duties are told apart."""
    return None if modality == "may" else modality


def _text_meaning(policy: Policy, text: str) -> tuple[Hashable, ...]:
    """Return what a sentence states apart from its words: quantities, denial, duty."""
    reading = read(text, load_lexicon(language(policy.source_locale)))
    said = sorted((item.unit, item.value, item.upper or 0, item.comparison) for item in reading.quantities)
    return (tuple(said), reading.negated, _mode(reading.modality))


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
            return "; ".join(
                f"{moniker}: {len(steps)} steps" if moniker else f"{len(steps)} steps" for moniker, steps in lists
            )
        case Reference(target=target):
            return target
        case _:
            return _short(words)


def _short(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"

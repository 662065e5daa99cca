"""The same element in several locales, found by section, block and order, becomes one element with all its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from rulemark.policy.compile_article import LocalPolicy
from rulemark.policy.drafts import Draft, Element, Key, evidence_of
from rulemark.policy.invented_inputs import with_names
from rulemark.policy.model import (
    Advisory,
    Amount,
    Basis,
    Case,
    Condition,
    Decision,
    Definition,
    Duty,
    Evidence,
    Input,
    InputType,
    Localized,
    Outcome,
    Procedure,
    Reference,
    Step,
    Timer,
    localized,
)
from rulemark.statements import Statement

_Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class _Other:
    """Another locale, ready to be looked up."""

    locale: str
    drafts: Mapping[Key, Draft]
    sentences: Mapping[_Place, Statement]


def align(source: LocalPolicy, others: tuple[LocalPolicy, ...]) -> tuple[Draft, ...]:
    """Return the drafts of the source locale with the words and places of the other locales."""
    looked_up = tuple(_look_up(other) for other in others)
    return tuple(_aligned(draft, source, looked_up) for draft in source.drafts)


def only_elsewhere(source: LocalPolicy, other: LocalPolicy) -> tuple[Draft, ...]:
    """Return what another locale says and the source locale does not."""
    known = {draft.key for draft in source.drafts}
    return tuple(draft for draft in other.drafts if _key(draft, other) not in known)


def _look_up(policy: LocalPolicy) -> _Other:
    sentences = {(policy.shared(s.anchor), s.block, s.order): s for s in policy.extraction.statements}
    return _Other(policy.locale, {_key(draft, policy): draft for draft in policy.drafts}, sentences)


def _key(draft: Draft, policy: LocalPolicy) -> Key:
    """Return the key of a draft with the anchor that the source locale has for its section."""
    kind, anchor, block, order = draft.key
    return (kind, policy.shared(anchor), block, order)


def _aligned(draft: Draft, source: LocalPolicy, others: tuple[_Other, ...]) -> Draft:
    element, inputs = draft.element, draft.inputs
    for other in others:
        twin = other.drafts.get(draft.key)
        if twin is not None and type(twin.element) is type(element):
            element = _merged(element, twin.element)
            inputs = _labelled(draft, inputs, twin)
        else:
            element = _with_places(element, draft, source, other)
    return replace(draft, element=element, inputs=inputs)


def _labelled(draft: Draft, inputs: tuple[Input, ...], twin: Draft) -> tuple[Input, ...]:
    """Add the words of another locale to invented inputs; to a yes or no where both languages ask the same of it.

    What "unless you write to us" tests is affirmed in one language and may be denied in another.
    """
    if len(inputs) != len(twin.inputs):
        return inputs
    pairs = tuple(zip(inputs, twin.inputs, strict=True))
    same = _tests(with_names(twin.element, {other.name: entry.name for entry, other in pairs})) == _tests(draft.element)
    return tuple(
        replace(entry, labels=_texts(entry.labels, other.labels))
        if entry.invented and (same or entry.type is not InputType.BOOLEAN)
        else entry
        for entry, other in pairs
    )


def _tests(element: Element) -> tuple[Condition, ...]:
    """Return what an element asks of its inputs."""
    match element:
        case Decision(cases=cases):
            return tuple(case.when for case in cases)
        case Timer(when=when) | Amount(when=when) | Duty(when=when):
            return (when,)
        case _:
            return ()


def _with_places(element: Element, draft: Draft, source: LocalPolicy, other: _Other) -> Element:
    """Quote the aligned sentences of a locale in which the element was not compiled."""
    if isinstance(element, Decision):
        pairs = zip(element.cases, _sentence_of_case(element, draft, source), strict=True)
        cases = tuple(replace(case, evidence=(*case.evidence, *_places(source, of, other))) for case, of in pairs)
        return replace(element, cases=cases)
    return replace(element, evidence=(*element.evidence, *_places(source, draft.sentences, other)))


def _sentence_of_case(decision: Decision, draft: Draft, source: LocalPolicy) -> tuple[tuple[int, ...], ...]:
    """Return the sentence of each case; of a row of a table, whose cells are sentences, the first cell."""
    if decision.basis is not Basis.TABLE:
        single = tuple((index,) for index in draft.sentences)
        return (*single, *((),) * len(decision.cases))[: len(decision.cases)]
    first: dict[int, tuple[int, ...]] = {}
    for index in draft.sentences:
        first.setdefault(source.extraction.statements[index].location.start.line, (index,))
    return tuple(first.get(case.evidence[0].line, ()) for case in decision.cases)


def _places(source: LocalPolicy, sentences: tuple[int, ...], other: _Other) -> tuple[Evidence, ...]:
    own = (source.extraction.statements[index] for index in sentences)
    found = (other.sentences.get((s.anchor, s.block, s.order)) for s in own)
    return tuple(evidence_of(statement, other.locale) for statement in found if statement is not None)


def _merged(one: Element, other: Element) -> Element:
    match one, other:
        case Decision(), Decision():
            return _decision(one, other)
        case Duty(), Duty():
            text, conditions = _texts(one.text, other.text), _texts(one.conditions, other.conditions)
            return replace(_evidence(one, other), text=text, conditions=conditions)
        case Amount(), Amount():
            return replace(_evidence(one, other), measures=_texts(one.measures, other.measures))
        case Procedure(), Procedure():
            return _procedure(one, other)
        case Advisory(), Advisory():
            return replace(_evidence(one, other), text=_texts(one.text, other.text))
        case Definition(), Definition():
            term, text = _texts(one.term, other.term), _texts(one.text, other.text)
            return replace(_evidence(one, other), term=term, text=text)
        case Reference(), Reference():
            return replace(_evidence(one, other), text=_texts(one.text, other.text))
        case Timer(), Timer():
            return _evidence(one, other)
        case _:
            return one


_WithEvidence = TypeVar("_WithEvidence", Timer, Amount, Duty, Procedure, Advisory, Definition, Reference)


def _evidence(one: _WithEvidence, other: _WithEvidence) -> _WithEvidence:
    return replace(one, evidence=(*one.evidence, *other.evidence))


def _texts(one: Localized, other: Localized) -> Localized:
    return localized((*other, *one))


def _decision(one: Decision, other: Decision) -> Decision:
    if len(one.cases) != len(other.cases):
        return one
    cases = tuple(_case(case, twin) for case, twin in zip(one.cases, other.cases, strict=True))
    return replace(one, cases=cases, outcomes=_outcomes(one, other))


def _case(one: Case, other: Case) -> Case:
    return replace(one, evidence=(*one.evidence, *other.evidence))


def _outcomes(one: Decision, other: Decision) -> tuple[Outcome, ...]:
    if len(one.outcomes) != len(other.outcomes):
        return one.outcomes
    pairs = zip(one.outcomes, other.outcomes, strict=True)
    return tuple(replace(outcome, labels=_texts(outcome.labels, twin.labels)) for outcome, twin in pairs)


def _procedure(one: Procedure, other: Procedure) -> Procedure:
    twins = dict(other.steps)
    steps = tuple((moniker, _steps(own, twins.get(moniker, ()))) for moniker, own in one.steps)
    return replace(_evidence(one, other), title=_texts(one.title, other.title), steps=steps)


def _steps(own: tuple[Step, ...], twins: tuple[Step, ...]) -> tuple[Step, ...]:
    texts = {step.number: step.text for step in twins}
    return tuple(replace(step, text=_texts(step.text, texts.get(step.number, ()))) for step in own)

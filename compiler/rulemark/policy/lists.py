"""A sentence with a list behind its colon is one statement of many parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rulemark.policy.clauses import UNCONDITIONAL, Understood, quoted, together, understand_clause
from rulemark.policy.drafts import Draft, Refusal, RefusedError, evidence_of, key_of, numbered_key
from rulemark.policy.duties import duties_of
from rulemark.policy.lookup import Lookup
from rulemark.policy.model import Basis, Not
from rulemark.source import Span
from rulemark.statements import FORBIDDING, ConditionKind, Extraction, Modality, Speech, Statement, Topic

Items = tuple[tuple[int, Statement], ...]

_BINDING = frozenset({Modality.MUST, Modality.MUST_NOT, Modality.MAY, Modality.MAY_NOT, Modality.SHOULD})
_ORDERING = frozenset({Modality.MUST, Modality.SHOULD})


def list_drafts(
    extraction: Extraction, understood: Mapping[int, Understood], lookup: Lookup
) -> tuple[tuple[Draft, ...], tuple[Refusal, ...]]:
    """Compile every list that a sentence introduces.

    Args:
        extraction: The article.
        understood: What the conditions of its sentences say.
        lookup: The vocabulary.
    """
    drafts: list[Draft] = []
    refusals: list[Refusal] = []
    for lead, items in _introduced(extraction).items():
        sentence = extraction.statements[lead]
        if sentence.reading.speech in {Speech.EXAMPLE, Speech.QUESTION}:
            continue
        try:
            drafts += _drafts(lead, sentence, items, understood, lookup)
        except RefusedError as refusal:
            refusals += _refused(lead, items, str(refusal))
    return tuple(drafts), tuple(refusals)


def _drafts(
    lead: int, sentence: Statement, items: Items, understood: Mapping[int, Understood], lookup: Lookup
) -> tuple[Draft, ...]:
    if sentence.conditions_follow:
        return tuple(_conditional(lead, sentence, items, lookup))
    if sentence.reading.modality not in _BINDING or sentence.reading.quantities:
        return ()
    when = understood.get(lead, UNCONDITIONAL)
    if Topic.ANY_OF in _topics(sentence) and sentence.reading.modality in _ORDERING:
        return tuple(_alternatives(lead, sentence, items, when, lookup))
    if sentence.reading.modality in FORBIDDING and any(item.reading.quantities for _, item in items):
        raise RefusedError("a number in an item of what is forbidden")
    return tuple(_bound_items(lead, sentence, items, when, lookup))


def _refused(lead: int, items: Items, reason: str) -> Iterator[Refusal]:
    """List a lead-in and those of its items that would say something else alone."""
    yield Refusal(lead, reason)
    for index, item in items:
        if item.reading.bears_policy:
            yield Refusal(index, reason)


def _topics(sentence: Statement) -> frozenset[Topic]:
    return frozenset(mention.topic for mention in sentence.mentions)


def _introduced(extraction: Extraction) -> dict[int, Items]:
    """Map each lead-in to the first sentence of each of its items."""
    found: dict[int, list[tuple[int, Statement]]] = {}
    for index, statement in enumerate(extraction.statements):
        if statement.lead_in is not None and statement.order == 0:
            found.setdefault(statement.lead_in, []).append((index, statement))
    return {lead: tuple(items) for lead, items in found.items()}


def _conditional(lead: int, sentence: Statement, items: Items, lookup: Lookup) -> Iterator[Draft]:
    every = _says_all(sentence, items)
    if every is None:
        raise RefusedError("the list does not say whether all or any of its items must hold")
    when = _of_many(sentence, items, lookup, every=every)
    sentences = (lead, *(index for index, _ in items))
    for order, duty in enumerate(duties_of(sentence, when, lookup)):
        evidence = (*duty.evidence, *(evidence_of(item, lookup.locale) for _, item in items))
        key = numbered_key("duty", order, sentence)
        yield Draft(replace(duty, evidence=evidence, basis=Basis.LIST), key, when.inputs, sentences)


def _says_all(sentence: Statement, items: Items) -> bool | None:
    """Whether all items of a list must hold: as its lead-in says, else as a word at the end of an item says."""
    topics = _topics(sentence)
    if Topic.ALL_OF in topics or Topic.ANY_OF in topics:
        return Topic.ALL_OF in topics
    joints = {name for _, item in items[:-1] if (name := _closing_joint(item))}
    return None if len(joints) != 1 else "and" in joints


def _closing_joint(item: Statement) -> str:
    """Return the name of "and" or "or" at the end of an item."""
    end = len(item.reading.text.rstrip(" ,;."))
    return next((m.name for m in item.mentions if m.topic is Topic.JOINT and m.span.end == end), "")


def _of_many(sentence: Statement, items: Items, lookup: Lookup, *, every: bool) -> Understood:
    when = together(tuple(_item_condition(item, lookup) for _, item in items), either=not every)
    unless = any(condition.kind is ConditionKind.UNLESS for condition in sentence.reading.conditions)
    return replace(when, condition=Not(when.condition)) if unless else when


def _item_condition(item: Statement, lookup: Lookup) -> Understood:
    text = item.reading.text.rstrip(" ,;.")
    joint = _closing_joint(item)
    if joint:
        text = text[: max(m.span.start for m in item.mentions if m.topic is Topic.JOINT)].rstrip(" ,;.")
    if item.reading.conditions or not text.strip():
        return quoted(text, lookup)
    return understand_clause(item, Span(0, len(text)), lookup, denied=item.reading.negated)


def _alternatives(lead: int, sentence: Statement, items: Items, when: Understood, lookup: Lookup) -> Iterator[Draft]:
    """Take "you need one of the following:" as one duty: nobody needs all of them."""
    indexes = tuple(index for index, _ in items)
    words = "; ".join(" ".join(item.reading.text.split()).rstrip(" ,;.") for _, item in items)
    for order, duty in enumerate(duties_of(sentence, when, lookup)):
        text = ((lookup.locale, f"{dict(duty.text)[lookup.locale]} {words}"),)
        evidence = (*duty.evidence, *(evidence_of(item, lookup.locale) for _, item in items))
        element = replace(duty, text=text, evidence=evidence, basis=Basis.LIST)
        yield Draft(element, numbered_key("duty", order, sentence), when.inputs, (lead, *indexes))


def _bound_items(lead: int, sentence: Statement, items: Items, when: Understood, lookup: Lookup) -> Iterator[Draft]:
    """Take "you must:" with its items as one duty an item; an item that says something of its own is left to itself."""
    for index, item in items:
        own = item.reading.modality is not None or item.reading.conditions or item.reading.quantities
        if own or _has_subject(item):
            continue
        for duty in duties_of(sentence, when, lookup):
            words = " ".join(item.reading.text.split())
            text = ((lookup.locale, f"{dict(duty.text)[lookup.locale]} {words}"),)
            evidence = (evidence_of(item, lookup.locale), evidence_of(sentence, lookup.locale))
            element = replace(duty, text=text, evidence=evidence, basis=Basis.LIST, monikers=item.monikers)
            yield Draft(element, key_of("duty", item), when.inputs, (lead, index))


def _has_subject(item: Statement) -> bool:
    """Whether an item begins with a person: "you have a helmet" is no end of "you must …"."""
    start = len(item.reading.text) - len(item.reading.text.lstrip())
    return any(mention.topic is Topic.PERSON and mention.span.start == start for mention in item.mentions)

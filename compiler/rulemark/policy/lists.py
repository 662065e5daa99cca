"""A sentence with a list behind its colon is one statement of many parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rulemark.policy.conditions import Understood, quoted, together, understand_clause
from rulemark.policy.drafts import Draft, Refusal, evidence_of, key_of, numbered_key
from rulemark.policy.duties import duties_of
from rulemark.policy.lookup import Lookup
from rulemark.policy.model import ALWAYS, Basis, Not
from rulemark.source import Span
from rulemark.statements import ConditionKind, Extraction, Modality, Speech, Statement, Topic

Items = tuple[tuple[int, Statement], ...]

_BINDING = frozenset({Modality.MUST, Modality.MUST_NOT, Modality.MAY, Modality.MAY_NOT, Modality.SHOULD})


def list_drafts(extraction: Extraction, lookup: Lookup) -> tuple[tuple[Draft, ...], tuple[Refusal, ...]]:
    """Compile every list that a sentence introduces."""
    drafts: list[Draft] = []
    refusals: list[Refusal] = []
    for lead, items in _introduced(extraction).items():
        sentence = extraction.statements[lead]
        if sentence.reading.speech in {Speech.EXAMPLE, Speech.QUESTION}:
            continue
        if sentence.reading.conditions or sentence.conditions_follow:
            _conditional(lead, sentence, items, lookup, drafts, refusals)
        elif sentence.reading.modality in _BINDING and not sentence.reading.quantities:
            drafts += _bound_items(lead, sentence, items, lookup)
    return tuple(drafts), tuple(refusals)


def _introduced(extraction: Extraction) -> dict[int, Items]:
    """Map each lead-in to the first sentence of each of its items."""
    found: dict[int, list[tuple[int, Statement]]] = {}
    for index, statement in enumerate(extraction.statements):
        if statement.lead_in is not None and statement.order == 0:
            found.setdefault(statement.lead_in, []).append((index, statement))
    return {lead: tuple(items) for lead, items in found.items()}


def _conditional(
    lead: int, sentence: Statement, items: Items, lookup: Lookup, drafts: list[Draft], refusals: list[Refusal]
) -> None:
    topics = {mention.topic for mention in sentence.mentions}
    if Topic.ALL_OF in topics or Topic.ANY_OF in topics:
        when = _of_many(sentence, items, lookup, every=Topic.ALL_OF in topics)
        sentences = (lead, *(index for index, _ in items))
        for order, duty in enumerate(duties_of(sentence, when, lookup)):
            evidence = (*duty.evidence, *(evidence_of(item, lookup.locale) for _, item in items))
            key = numbered_key("duty", order, sentence)
            drafts.append(Draft(replace(duty, evidence=evidence, basis=Basis.LIST), key, when.inputs, sentences))
    elif sentence.reading.modality is not None:
        refusals.append(Refusal(lead, "the list does not say whether all or any of its items must hold"))


def _of_many(sentence: Statement, items: Items, lookup: Lookup, *, every: bool) -> Understood:
    when = together(tuple(_item_condition(item, lookup) for _, item in items), either=not every)
    unless = any(condition.kind is ConditionKind.UNLESS for condition in sentence.reading.conditions)
    return replace(when, condition=Not(when.condition)) if unless else when


def _item_condition(item: Statement, lookup: Lookup) -> Understood:
    text = item.reading.text
    if item.reading.conditions or not text.strip():
        return quoted(text, lookup)
    return understand_clause(item, Span(0, len(text)), lookup, denied=item.reading.negated)


def _bound_items(lead: int, sentence: Statement, items: Items, lookup: Lookup) -> Iterator[Draft]:
    """Take "you must:" with its items as one duty an item; an item that says something of its own is left to itself."""
    for index, item in items:
        own = item.reading.modality is not None or item.reading.conditions or item.reading.quantities
        if own or _has_subject(item):
            continue
        for duty in duties_of(sentence, Understood(ALWAYS), lookup):
            text = ((lookup.locale, " ".join(item.reading.text.split())),)
            evidence = (evidence_of(item, lookup.locale), evidence_of(sentence, lookup.locale))
            element = replace(duty, text=text, evidence=evidence, basis=Basis.LIST, monikers=item.monikers)
            yield Draft(element, key_of("duty", item), (), (lead, index))


def _has_subject(item: Statement) -> bool:
    """Whether an item begins with a person: "you have a helmet" is no end of "you must …"."""
    start = len(item.reading.text) - len(item.reading.text.lstrip())
    return any(mention.topic is Topic.PERSON and mention.span.start == start for mention in item.mentions)

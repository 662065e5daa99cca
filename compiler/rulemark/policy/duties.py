"""What somebody must, may, must not or should do, and what follows by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rulemark.policy.clauses import Understood
from rulemark.policy.drafts import evidence_of
from rulemark.policy.lookup import Lookup, first, hedges_of
from rulemark.policy.model import ALWAYS, Basis, Duty, DutyKind, Not
from rulemark.policy.naming import invented, tokens
from rulemark.source import Span
from rulemark.statements import ConditionKind, Mention, Modality, Place, Reading, Speech, Statement, Topic

_KINDS = {
    Modality.MUST: DutyKind.OBLIGATION,
    Modality.MUST_NOT: DutyKind.PROHIBITION,
    Modality.MAY: DutyKind.PERMISSION,
    Modality.MAY_NOT: DutyKind.PROHIBITION,
    Modality.SHOULD: DutyKind.RECOMMENDATION,
    Modality.SHOULD_NOT: DutyKind.RECOMMENDATION,
    Modality.NEED_NOT: DutyKind.EXEMPTION,
}
_SHORTEST_CLAUSE = 4
"""Words of a clause that stands for itself: "but admins can." leans on the one before."""
_DOUBT = "possibly"
"""The lexicon's name for adverbs of doubt."""
_DOUBT_REACH = 8
"""Words of its clause in front of a doubt that belongs to the verb."""
_BESIDE = "beside"
"""Means "before" only in front of an event: Dutch "voor", German "vor"."""
_NEAR = 3
"""Words behind such a preposition that may name the event."""
_REACH = 30
"""Characters around "after" in which its event stands."""
_BEHIND = "behind"
"""Stands behind its clause, as in Japanese; elsewhere "before" stands in front."""


def duties_of(statement: Statement, when: Understood, lookup: Lookup) -> tuple[Duty, ...]:
    """Return the duties and effects that a sentence states; none when it states no such thing."""
    if statement.parts:
        whole = (part for part in statement.parts if part.modality and len(tokens(part.text)) >= _SHORTEST_CLAUSE)
        parts = (_duty(statement, part, when, lookup) for part in whole)
        return tuple(duty for duty in parts if duty is not None)
    duty = _duty(statement, statement.reading, when, lookup)
    return () if duty is None else tuple(_necessary(duty, statement.reading))


def _duty(statement: Statement, reading: Reading, when: Understood, lookup: Lookup) -> Duty | None:
    kind = _kind(statement, reading, when, lookup)
    if kind is None:
        return None
    main, within = _main(reading), _within(statement, reading)
    return Duty(
        id="",
        kind=kind,
        evidence=(evidence_of(statement, lookup.locale),),
        text=((lookup.locale, " ".join(reading.words(main).split())),),
        actors=lookup.actors(statement, _subject_start(statement, reading)),
        when=when.condition if _is_governed(statement, reading) else ALWAYS,
        conditions=_quoted_condition(reading, lookup),
        modality=reading.modality.value if reading.modality else None,
        before=_before(statement, within, lookup),
        after=_after(statement, within, lookup),
        state=lookup.state(statement, within),
        hedges=hedges_of(reading, lookup),
        monikers=statement.monikers,
        basis=Basis.LIST if statement.place in {Place.ITEM, Place.STEP} else Basis.PROSE,
        anchor=statement.anchor,
    )


def _is_governed(statement: Statement, part: Reading) -> bool:
    """Whether the conditions of a sentence hold for a main clause of it."""
    told = statement.reading.subject is not None or statement.reading.reserved is not None
    return part is statement.reading or bool(part.conditions) or told


def _main(reading: Reading) -> Span:
    return reading.consequence or Span(0, len(reading.text))


def _within(statement: Statement, reading: Reading) -> Span:
    """Return where a main clause stands in its sentence: what the others say does not hold for it."""
    start = 0 if reading is statement.reading else statement.reading.text.find(reading.text)
    return Span(start, start + len(reading.text))


def _subject_start(statement: Statement, reading: Reading) -> int:
    return _main(reading).start if reading is statement.reading else _within(statement, reading).start


def _kind(statement: Statement, reading: Reading, when: Understood, lookup: Lookup) -> DutyKind | None:
    if reading.speech is Speech.INSTRUCTION:
        whole = _within(statement, reading)
        told = statement.place is not Place.STEP and _before(statement, whole, lookup) is not None
        return DutyKind.OBLIGATION if told else None
    if reading.modality is None:
        if reading.instructs and not when.exact:
            return None
        governed = reading.consequence is not None or reading.subject is not None or reading.otherwise
        governed = governed or reading.excepted is not None
        conditional = when.condition != ALWAYS and governed
        follows = conditional or _names_state(statement, lookup)
        return DutyKind.EFFECT if follows and not reading.mixed_modality else None
    if reading.modality is Modality.MAY:
        start = _subject_start(statement, reading)
        permits = lookup.binds_somebody(statement, start) and not _is_only_possible(reading, lookup)
        return DutyKind.PERMISSION if permits else DutyKind.EFFECT
    return _KINDS[reading.modality]


def _is_only_possible(reading: Reading, lookup: Lookup) -> bool:
    """Tell `会員は退会になる可能性があります`, which may happen to somebody, from what somebody may do."""
    doubted = any(hedge.name == _DOUBT and _is_near_verb(reading, hedge.span, lookup) for hedge in reading.hedges)
    endings = lookup.lexicon.words("epistemic_end")
    return doubted or reading.words(_main(reading)).rstrip(" .。").endswith(endings)


def _is_near_verb(reading: Reading, doubt: Span, lookup: Lookup) -> bool:
    """Tell "members may possibly wait" from "members can book a room for persons who possibly join"."""
    script, front, modals = lookup.lexicon.script, reading.text[: doubt.start], set(lookup.lexicon.words("modal"))
    if not script.spaces or reading.words(doubt).casefold() in modals:
        return True
    start = max(front.rfind(sign) for sign in ",;:(") + 1
    words = front[start:].casefold().split()
    if len(words) > _DOUBT_REACH or (start and modals.isdisjoint(words)):
        return False
    inner = words[:1] if script.relative_comma else words
    openers = {*lookup.lexicon.words("relative"), *lookup.lexicon.words("subordinate")}
    return openers.isdisjoint(inner if start else inner[1:])


def kind_of_modality(modality: Modality) -> DutyKind:
    """Return how a modality binds somebody."""
    return _KINDS[modality]


def _names_state(statement: Statement, lookup: Lookup) -> bool:
    named = any(mention.topic is Topic.STATE for mention in statement.mentions)
    return named and statement.reading.speech is Speech.STATEMENT and bool(lookup.states_of(statement))


def _before(statement: Statement, within: Span, lookup: Lookup) -> str | None:
    """Return the event that the words behind (or, in Japanese, in front of) "before" name."""
    conditions = tuple(condition.span for condition in statement.reading.conditions)
    day = () if statement.reading.deadline is None else (statement.reading.deadline,)  # "before March 31" is no event
    for mention in statement.mentions:
        if mention.topic is not Topic.PRIOR or mention.span not in within:
            continue
        if not any(mention.span in span for span in (*conditions, *day)):
            own = lookup.event_of_language(statement, Span(within.start, mention.span.start))
            event = _event_of(statement.reading.text, mention, lookup, own)
            if event:
                return event
    return None


def _after(statement: Statement, within: Span, lookup: Lookup) -> str | None:
    """Return the event of the vocabulary that stands right behind (or in front of) "after"."""
    text = statement.reading.text
    conditions = tuple(condition.span for condition in statement.reading.conditions)
    for mention in statement.mentions:
        if mention.topic is not Topic.SUBSEQUENT or mention.span not in within:
            continue
        behind = mention.name == _BEHIND
        near = text[: mention.span.start][-_REACH:] if behind else text[mention.span.end :][:_REACH]
        found = lookup.events.find(near.partition(", ")[0])
        if found and not any(mention.span in span for span in conditions):
            return found[-1].name if behind else found[0].name
    return None


def _event_of(text: str, prior: Mention, lookup: Lookup, own: str | None) -> str | None:
    if prior.name == _BEHIND:
        clause = text[: prior.span.start]
        return first(lookup.events.find(clause)) or invented(clause, lookup.lexicon) or own
    clause = text[prior.span.end :].partition(", ")[0]
    if prior.name == _BESIDE:
        words = clause.split()
        return first(lookup.events.find(" ".join(words[:_NEAR])))
    return first(lookup.events.find(clause)) or invented(clause, lookup.lexicon)


def _quoted_condition(reading: Reading, lookup: Lookup) -> tuple[tuple[str, str], ...]:
    told = (reading.subject, reading.reserved, reading.excepted)
    spans = (*(span for span in told if span is not None), *(condition.span for condition in reading.conditions))
    words = " · ".join(" ".join(reading.words(span).split()) for span in spans)
    return ((lookup.locale, words),) if words else ()


def _necessary(duty: Duty, reading: Reading) -> Iterator[Duty]:
    """The words "only if C" make C necessary: without C the thing is forbidden; C alone decides nothing."""
    only = reading.reserved is not None or any(c.kind is ConditionKind.ONLY_IF for c in reading.conditions)
    if only and reading.modality is Modality.MAY:
        sentence = tuple((locale, " ".join(reading.text.split())) for locale, _ in duty.text)
        # "only owners may …" binds everybody else
        actors = duty.actors if reading.reserved is None else ()
        yield replace(duty, kind=DutyKind.PROHIBITION, when=Not(duty.when), text=sentence, actors=actors)
    else:
        yield duty

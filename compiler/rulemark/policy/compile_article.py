"""One article in one locale to drafts: every sentence becomes an element, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from rulemark.diagnostics import Diagnostic
from rulemark.policy.amounts import amounts_of
from rulemark.policy.clauses import UNCONDITIONAL, Understood
from rulemark.policy.conditions import is_conditional, understand
from rulemark.policy.corrections import Rule, correct
from rulemark.policy.decisions import conditionals_of, decisions_of
from rulemark.policy.drafts import Draft, Refusal, RefusedError, evidence_of, key_of, numbered_key
from rulemark.policy.duties import duties_of
from rulemark.policy.facts import advisories, definitions, procedures, references
from rulemark.policy.invented_inputs import distinct_inputs
from rulemark.policy.leaning import lean, leans
from rulemark.policy.lists import list_drafts
from rulemark.policy.lookup import Lookup
from rulemark.policy.merging import merge_timers
from rulemark.policy.model import Amount, Decision, Duty, Timer
from rulemark.policy.naming import Names, section_name, snake
from rulemark.policy.open_questions import day_of, refuse_what_is_open
from rulemark.policy.tables import table_drafts
from rulemark.policy.timers import timer_of
from rulemark.statements import Extraction, Lexicon, Place, Speech, Statement

_NOT_UNDERSTOOD = "no construction that is understood"
_ITS_OWN: Mapping[str, str] = MappingProxyType({})
"""The sections of an article that is no translation."""
_SILENT = frozenset({Speech.EXAMPLE, Speech.QUESTION, Speech.REFERENCE})


@dataclass(frozen=True, slots=True)
class LocalPolicy:
    """What an article says in one locale."""

    extraction: Extraction
    locale: str
    counterparts: Mapping[str, str]
    """For an anchor of its own that of the same section in the source locale, where the two differ."""
    drafts: tuple[Draft, ...]
    refusals: tuple[Refusal, ...]
    rules: tuple[Rule, ...] = ()
    """What its correction comments say."""
    diagnostics: tuple[Diagnostic, ...] = ()

    def shared(self, anchor: str) -> str:
        """Return the anchor that the source locale has for a section."""
        return self.counterparts.get(anchor, anchor)

    def own(self, anchor: str) -> str:
        """Return the anchor that a section of the source locale has here."""
        return next((own for own, shared in self.counterparts.items() if shared == anchor), anchor)


def compile_article(extraction: Extraction, lookup: Lookup, counterparts: Mapping[str, str] = _ITS_OWN) -> LocalPolicy:
    """Compile an article in the locale of `lookup`.

    Args:
        extraction: What the article says.
        lookup: The vocabulary.
        counterparts: For an anchor of a translation that of the same section in the source, where the two differ.
    """
    lookup = lookup.under_anchors({shared: own for own, shared in counterparts.items()})
    understood = {
        index: understand(statement, lookup)
        for index, statement in enumerate(extraction.statements)
        if is_conditional(statement) and not statement.variant
    }
    conditionals = tuple(conditionals_of(extraction, understood, lookup))
    corrected = correct(extraction, conditionals, lookup)
    lists, refused = list_drafts(extraction, understood, lookup)
    tables = table_drafts(extraction, lookup)
    whole = (*lists, *decisions_of(extraction, conditionals, corrected.cases, lookup), *tables.drafts)
    done = _sentences(whole) | {refusal.sentence for refusal in (*refused, *tables.refusals)}
    single, unread = _single_sentences(extraction, understood, done, lookup)
    facts = (_facts(extraction, lookup.locale)) if extraction.statements or extraction.step_lists else ()
    ordered = sorted((*whole, *merge_timers(single), *facts), key=_place)
    drafts = tuple(_named(distinct_inputs(ordered), lookup.lexicon))
    refusals = (*refused, *tables.refusals, *unread)
    return LocalPolicy(
        extraction, lookup.locale, counterparts, drafts, refusals, corrected.rules, corrected.diagnostics
    )


def _sentences(drafts: Iterable[Draft]) -> frozenset[int]:
    return frozenset(index for draft in drafts for index in draft.sentences)


def _facts(extraction: Extraction, locale: str) -> tuple[Draft, ...]:
    return (
        *procedures(extraction, locale),
        *advisories(extraction, locale),
        *definitions(extraction, locale),
        *references(extraction, locale),
    )


def _single_sentences(
    extraction: Extraction, understood: Mapping[int, Understood], done: frozenset[int], lookup: Lookup
) -> tuple[tuple[Draft, ...], tuple[Refusal, ...]]:
    """Compile what no decision, list or table has taken, sentence by sentence."""
    drafts: list[Draft] = []
    refusals: list[Refusal] = []
    for index, statement in enumerate(extraction.statements):
        if index in done or statement.reading.speech in _SILENT or statement.place in {Place.CELL, Place.HEADING}:
            continue
        try:
            found = tuple(_read(index, extraction, understood, lookup))
        except RefusedError as refusal:
            refusals.append(Refusal(index, str(refusal)))
            continue
        drafts += found
        if not found and (reason := _reason(statement)):
            refusals.append(Refusal(index, reason))
    return tuple(drafts), tuple(refusals)


def _reason(statement: Statement) -> str:
    """Return why a sentence that bears policy became no element; "" when it bears none."""
    reading = statement.reading
    if reading.deadline is not None:
        return day_of(reading)
    return _NOT_UNDERSTOOD if reading.bears_policy or reading.otherwise else ""


def _read(index: int, extraction: Extraction, understood: Mapping[int, Understood], lookup: Lookup) -> Iterator[Draft]:
    statement = extraction.statements[index]
    if not leans(statement):
        yield from _statement(index, statement, understood.get(index, UNCONDITIONAL), lookup)
        return
    when, start = lean(index, extraction, understood)
    leant_on = tuple(evidence_of(before, lookup.locale) for before in extraction.statements[start:index])
    for draft in _statement(index, statement, when, lookup):
        assert isinstance(draft.element, Timer | Amount | Duty)
        element = replace(draft.element, evidence=(*draft.element.evidence, *leant_on))
        yield replace(draft, element=element)


def _statement(index: int, statement: Statement, when: Understood, lookup: Lookup) -> Iterator[Draft]:
    reading = statement.reading
    if not (statement.mentions or reading.quantities or reading.conditions or reading.modality or statement.parts):
        return  # nothing in it can become an element
    refuse_what_is_open(statement)
    timer = timer_of(statement, when, lookup)
    if timer is not None:
        yield Draft(timer, key_of("timer", statement), when.inputs, (index,))
    amounts = amounts_of(statement, when, lookup, beside_timer=timer is not None)
    for order, amount in enumerate(amounts):
        yield Draft(amount, numbered_key("amount", order, statement), when.inputs, (index,))
    if timer is None and not amounts:
        for order, duty in enumerate(duties_of(statement, when, lookup)):
            yield Draft(duty, numbered_key("duty", order, statement), when.inputs, (index,))


def _place(draft: Draft) -> int:
    """Keep the order of the article among the elements of each kind."""
    return draft.sentences[0] if draft.sentences else 0


def _named(drafts: Iterable[Draft], lexicon: Lexicon) -> Iterator[Draft]:
    """Give every timer, amount, duty and decision an id of its own."""
    names = Names()
    for draft in drafts:
        match draft.element:
            case Decision(id=name) as element:
                yield replace(draft, element=replace(element, id=names.unique(name)))
            case Timer() as element:
                yield replace(draft, element=replace(element, id=names.unique(_timer_name(element, lexicon))))
            case Amount() as element:
                name = element.id or f"{_section(element.anchor, lexicon)}_{snake(element.unit) or 'amount'}"
                yield replace(draft, element=replace(element, id=names.unique(name)))
            case Duty() as element:
                name = f"{_section(element.anchor, lexicon)}_{element.kind.value}"
                yield replace(draft, element=replace(element, id=names.unique(name)))
            case _:
                yield draft


def _timer_name(timer: Timer, lexicon: Lexicon) -> str:
    """Return what a timer is called: after its effect, else its state, else its section."""
    if timer.effect is None and timer.state and timer.lasts:
        return f"{timer.state}_period"
    return timer.effect or f"{_section(timer.anchor, lexicon)}_deadline"


def _section(anchor: str, lexicon: Lexicon) -> str:
    return section_name(anchor, lexicon) or "article"

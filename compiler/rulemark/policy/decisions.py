"""Conditional sentences that ask the same question become the cases of one decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rulemark.policy.clauses import Understood
from rulemark.policy.drafts import Draft, evidence_of, key_of
from rulemark.policy.leaning import is_alternative
from rulemark.policy.lookup import Lookup, hedges_of
from rulemark.policy.model import ALWAYS, Basis, Case, Decision, Input, InputType, Outcome
from rulemark.policy.naming import invented, section_name, snake
from rulemark.policy.open_questions import has_second_rule
from rulemark.policy.vocabulary import DecisionTerm
from rulemark.source import Span
from rulemark.statements import Extraction, Place, Reading, Speech, Statement

_SAME_QUESTION = 0.5
"""The share of words around a quantity that two conditions must have in common to ask the same."""
_END = " .。"
_TOLD = frozenset({Speech.STATEMENT, Speech.INSTRUCTION})


@dataclass(frozen=True, slots=True)
class Conditional:
    """A sentence whose condition is understood, with what it says happens then."""

    index: int
    statement: Statement
    when: Understood
    outcome: str
    """The main clause, in the words of the article."""
    names: tuple[str, ...]
    """The outcomes of the vocabulary that the main clause names."""
    corrects: str = ""
    """The declared decision that a correction comment makes it a case of."""


def decisions_of(
    extraction: Extraction, conditionals: tuple[Conditional, ...], corrected: tuple[Conditional, ...], lookup: Lookup
) -> tuple[Draft, ...]:
    """Return the decisions that the prose of an article makes: the declared ones first.

    Args:
        extraction: The article.
        conditionals: Its conditional sentences as they are read.
        corrected: Sentences that correction comments read differently.
        lookup: The vocabulary.
    """
    overridden = frozenset(case.index for case in corrected)
    kept = (conditional for conditional in conditionals if conditional.index not in overridden)
    conditionals = tuple(sorted((*kept, *corrected), key=lambda conditional: conditional.index))
    declared = tuple(_declared(extraction, conditionals, lookup))
    used = overridden | {index for draft in declared for index in draft.sentences}
    left = tuple(conditional for conditional in conditionals if conditional.index not in used)
    return (*declared, *_found(extraction, left, lookup))


def conditionals_of(
    extraction: Extraction, understood: Mapping[int, Understood], lookup: Lookup
) -> Iterator[Conditional]:
    """Yield the sentences whose condition is understood exactly."""
    for index, statement in enumerate(extraction.statements):
        when = understood.get(index)
        outcome = _outcome(statement.reading)
        if when is None or outcome is None or statement.place is Place.CELL:
            continue
        leans = statement.reading.refers_back or has_second_rule(statement)
        if when.exact and when.inputs and statement.reading.speech in _TOLD and not leans:
            text = " ".join(statement.reading.words(outcome).split())
            yield Conditional(index, statement, when, text, lookup.outcomes.names_in(text))


def _outcome(reading: Reading) -> Span | None:
    """Return the words that say what happens: the main clause, without the subject that tells the cases apart."""
    main = reading.consequence
    if reading.subject is None or (main and main.start >= reading.subject.end):
        return main
    return Span(reading.subject.end, main.end if main else len(reading.text.rstrip(_END)))


# --- decisions that the vocabulary declares ---------------------------------------------------------------------------


def _declared(extraction: Extraction, conditionals: tuple[Conditional, ...], lookup: Lookup) -> Iterator[Draft]:
    for term in lookup.vocabulary.decisions:
        cases = tuple(conditional for conditional in conditionals if belongs(conditional, term))
        if cases:
            others = tuple(_otherwise(extraction, cases, term, lookup))
            yield _draft(term.id, cases, lookup, otherwise=others, declared=term)


def belongs(conditional: Conditional, term: DecisionTerm) -> bool:
    """Whether a sentence is a case of a declared decision."""
    if conditional.corrects:
        return conditional.corrects == term.id
    inputs = {entry.name for entry in conditional.when.inputs}
    here = term.anchor in {None, conditional.statement.anchor}
    return here and inputs <= set(term.inputs) and len(set(conditional.names) & set(term.outcomes)) == 1


def _otherwise(
    extraction: Extraction, cases: tuple[Conditional, ...], term: DecisionTerm, lookup: Lookup
) -> Iterator[Conditional]:
    """The sentence right behind a case that says what holds in all others."""
    for case in cases:
        index = case.index + 1
        following = extraction.statements[index] if index < len(extraction.statements) else None
        if following is None or not following.reading.otherwise or following.anchor != case.statement.anchor:
            continue
        text = " ".join(following.reading.text.split())
        names = tuple(name for name in lookup.outcomes.names_in(text) if name in term.outcomes)
        if len(names) == 1:
            yield Conditional(index, following, Understood(ALWAYS), text, names)


# --- decisions that the article makes on its own ----------------------------------------------------------------------


def _found(extraction: Extraction, conditionals: tuple[Conditional, ...], lookup: Lookup) -> Iterator[Draft]:
    for group in _groups(conditionals):
        others = tuple(_all_others(extraction, group[-1], lookup))
        if len({conditional.names or conditional.outcome for conditional in (*group, *others)}) > 1:
            label = group[0].statement.label
            name = invented(label, lookup.lexicon) or snake(label, words=4)
            name = name or section_name(group[0].statement.anchor, lookup.lexicon) or "decision"
            yield _draft(name, group, lookup, otherwise=others)


def _all_others(extraction: Extraction, case: Conditional, lookup: Lookup) -> Iterator[Conditional]:
    """The sentence right behind the last case, when it says what holds in all others."""
    following = extraction.statements[case.index + 1 : case.index + 2]
    for statement in following:
        beside = (statement.anchor, statement.block) == (case.statement.anchor, case.statement.block)
        if statement.reading.otherwise and beside and is_alternative(case.statement, statement):
            text = " ".join(statement.reading.text.rstrip(_END).split())
            yield Conditional(case.index + 1, statement, Understood(ALWAYS), text, lookup.outcomes.names_in(text))


def _groups(conditionals: Iterable[Conditional]) -> tuple[tuple[Conditional, ...], ...]:
    """Put conditions of one section on the same counted thing together when the words around it agree."""
    groups: list[list[Conditional]] = []
    about: dict[tuple[str, str], list[list[Conditional]]] = {}
    for conditional in conditionals:
        if not _counts(conditional.when.inputs):
            continue
        alike = about.setdefault((conditional.statement.anchor, conditional.when.inputs[0].name), [])
        home = next((group for group in alike if _asks_the_same(group[0], conditional)), None)
        if home is None:
            alike.append(home := [])
            groups.append(home)
        home.append(conditional)
    return tuple(map(tuple, groups))


def _counts(inputs: tuple[Input, ...]) -> bool:
    return len(inputs) == 1 and inputs[0].type in {InputType.INTEGER, InputType.NUMBER, InputType.MONEY}


def _asks_the_same(one: Conditional, other: Conditional) -> bool:
    shared, either = one.when.rest & other.when.rest, one.when.rest | other.when.rest
    return len(shared) >= _SAME_QUESTION * len(either)


# --- drafts -----------------------------------------------------------------------------------------------------------


def _draft(
    name: str,
    cases: tuple[Conditional, ...],
    lookup: Lookup,
    *,
    otherwise: tuple[Conditional, ...] = (),
    declared: DecisionTerm | None = None,
) -> Draft:
    every = (*cases, *otherwise)
    allowed = declared.outcomes if declared else ()
    outcomes = _outcomes(every, allowed, lookup)
    inputs = _inputs(entry for case in cases for entry in case.when.inputs)
    decision = Decision(
        id=name,
        inputs=tuple(entry.name for entry in inputs),
        outcomes=tuple(dict.fromkeys(outcomes)),
        cases=tuple(
            _case(case, outcome, lookup, otherwise=case in otherwise)
            for case, outcome in zip(every, outcomes, strict=True)
        ),
        monikers=_monikers(every),
        basis=Basis.COMMENT if any(case.corrects for case in cases) else Basis.PROSE,
        declared=declared is not None,
        anchor=cases[0].statement.anchor,
    )
    sentences = tuple(case.index for case in every)
    return Draft(decision, key_of("decision", cases[0].statement), inputs, sentences)


def _inputs(entries: Iterable[Input]) -> tuple[Input, ...]:
    """Return each input once; when one case compares it with a fraction it is a number in all."""
    found: dict[str, Input] = {}
    for entry in entries:
        known = found.setdefault(entry.name, entry)
        found[entry.name] = entry if entry.type is InputType.NUMBER else known
    return tuple(found.values())


def _outcomes(cases: tuple[Conditional, ...], allowed: tuple[str, ...], lookup: Lookup) -> tuple[Outcome, ...]:
    """Return the outcome of each case: named by the vocabulary, else numbered in the order of the article."""
    labels = {term.name: term.labels for term in lookup.vocabulary.outcomes}
    named: dict[str, Outcome] = {}
    told: list[Outcome] = []
    for case in cases:
        names = tuple(name for name in case.names if not allowed or name in allowed)
        name = names[0] if len(names) == 1 else ""
        invented = Outcome(f"case_{len(named) + 1}", ((lookup.locale, case.outcome),))
        known = Outcome(name, labels.get(name) or ((lookup.locale, case.outcome),)) if name else invented
        told.append(named.setdefault(name or case.outcome, known))
    return tuple(told)


def _case(case: Conditional, outcome: Outcome, lookup: Lookup, *, otherwise: bool) -> Case:
    return Case(
        when=case.when.condition,
        then=outcome.name,
        evidence=(evidence_of(case.statement, lookup.locale),),
        monikers=case.statement.monikers,
        hedges=hedges_of(case.statement.reading, lookup),
        otherwise=otherwise,
    )


def _monikers(cases: tuple[Conditional, ...]) -> tuple[str, ...]:
    """Return who any of the cases is for; empty when one of them is for everybody."""
    if any(not case.statement.monikers for case in cases):
        return ()
    return tuple(dict.fromkeys(moniker for case in cases for moniker in case.statement.monikers))

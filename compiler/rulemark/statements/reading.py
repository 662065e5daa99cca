"""Reading one sentence: what it is for, its quantities, conditions, duties and restrictions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rulemark.source import Span
from rulemark.statements.conditions.clauses import find_clauses
from rulemark.statements.conditions.main_clauses import Clause, denies
from rulemark.statements.deadlines import read_deadline
from rulemark.statements.duties.modality import Binding, read_modality
from rulemark.statements.duties.prohibitions import forbids
from rulemark.statements.hedges import (
    read_excepted,
    read_exceptions,
    read_hedges,
    read_reserved,
    refers_back,
    says_otherwise,
)
from rulemark.statements.lexicon import Lexicon
from rulemark.statements.meaning import Modality, Reading, Speech
from rulemark.statements.quantities.quantities import read_quantities
from rulemark.statements.quantities.scopes import read_scopes
from rulemark.statements.speech import main_clause_instructs, points_elsewhere, read_speech
from rulemark.statements.words.scanning import Scan
from rulemark.statements.words.scanning import scan as scan_sentence


@lru_cache(maxsize=8192)
def read(text: str, lexicon: Lexicon, masked: str | None = None) -> Reading:
    """Return what one sentence says; every span counts in `text`.

    Never fails: what is not understood is simply not in the reading.

    Args:
        text: The sentence.
        lexicon: The words of its language.
        masked: Its masked copy, where it is known from the paragraph; made from the sentence when None.
    """
    scan = scan_sentence(text, lexicon, masked)
    elsewhere = points_elsewhere(scan)
    clauses = () if elsewhere else find_clauses(scan)
    speech = read_speech(scan, clauses)
    if elsewhere or speech is Speech.QUESTION:
        return Reading(scan.text, speech=speech)
    instructs = main_clause_instructs(scan, clauses)
    binding = _binding(scan, clauses, instructs=instructs or speech is Speech.INSTRUCTION)
    if speech is Speech.INSTRUCTION and binding.modality:
        speech = Speech.STATEMENT
    quantities, subject = read_scopes(scan, clauses, read_quantities(scan), binding.mark)
    main = _main_clause(scan, clauses, subject)
    if speech is Speech.INSTRUCTION and main:
        speech, instructs = Speech.STATEMENT, True
    exceptions = read_exceptions(scan, clauses)
    return Reading(
        text=scan.text,
        speech=speech,
        quantities=quantities,
        conditions=tuple(clause.condition for clause in clauses),
        consequence=main,
        subject=subject,
        modality=binding.modality,
        mixed_modality=binding.mixed,
        negated=binding.negated,
        doubtful=binding.doubtful,
        instructs=instructs or binding.order,
        hedges=read_hedges(scan),
        exceptions=exceptions,
        deadline=read_deadline(scan),
        excepted=read_excepted(scan, exceptions) if exceptions else None,
        reserved=read_reserved(scan, clauses, binding.mark, exceptions) if binding.modality is Modality.MAY else None,
        refers_back=refers_back(scan),
        otherwise=says_otherwise(scan),
    )


def deny(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words of a condition deny: "you don't have a key"."""
    scan = scan_sentence(words, lexicon)
    return denies(scan, Span(0, scan.end))


def _binding(scan: Scan, clauses: Sequence[Clause], *, instructs: bool) -> Binding:
    binding = read_modality(scan, clauses)
    if binding.modality or binding.mixed:
        return binding
    if clauses and any(mark.start < clauses[0].whole.end for mark in scan.of("purpose")):
        return binding
    main = clauses[0].main if clauses else Span(min(scan.skip(0), scan.end), scan.end)
    return Binding(Modality.MUST_NOT, negated=True, order=True) if forbids(scan, main, instructs=instructs) else binding


def _main_clause(scan: Scan, clauses: Sequence[Clause], subject: Span | None) -> Span | None:
    """Return what the first condition governs, or what stands behind a label that tells the case."""
    if subject and not clauses and scan.masked.startswith(":", colon := scan.skip(subject.end)):
        return Span(scan.skip(colon + 1), scan.end)
    return clauses[0].main if clauses and len(clauses[0].main) else None

"""Conditions without a marker, which start with their verb: `Ist der Auftrag korrekt, …`, `Verlieren Sie …, …`."""

from __future__ import annotations

from rulemark.source import Span
from rulemark.statements.conditions.boundaries import Boundary, clause_end
from rulemark.statements.conditions.main_clauses import Clause, governed_by, main_behind
from rulemark.statements.meaning import ConditionKind
from rulemark.statements.words.scanning import Scan, words_from


def verb_first_clause(scan: Scan) -> Clause | None:
    """Read a condition that starts with its verb: `Ist der Auftrag korrekt, wählen Sie …`."""
    start = scan.skip(0)
    verb = scan.starting(start, "verb_first")
    if verb and not (scan.starting(verb.end, "subject", "number") or scan.text[scan.skip(verb.end) :][:1].isupper()):
        return None
    behind = verb.end if verb else _inverted(scan, start)
    if behind is None:
        return None
    end, boundary = clause_end(scan, behind, initial=True)
    main = main_behind(scan, end)
    if boundary is not Boundary.CERTAIN or not (verb or scan.starting(main.start, "modal", "finite")):
        return None
    return governed_by(scan, ConditionKind.IF, Span(start, end), start, main)


def _inverted(scan: Scan, start: int) -> int | None:
    """Return where the subject ends that follows the first word of a sentence: `Verlieren Sie`, `Verliest u`."""
    verb = next(words_from(scan.masked, start), None)
    if not verb or not verb.group().endswith(scan.lexicon.words("inverted") or "\0"):
        return None
    if scan.starting(start, "introductory", "subordinate", "relative", "condition", "stop", "asking"):
        return None
    subject = scan.starting(verb.end(), "pronoun", "imperative_subject")
    return subject.end if subject else None

"""A correction holds in every language: a translation must state its numbers and be read the same way."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic, Label
from rulemark.policy.compile_article import LocalPolicy
from rulemark.policy.corrections import Block, Rule, block_at, same_condition, unstated
from rulemark.policy.model import Decision
from rulemark.policy.problems import MISSING_CORRECTION, UNSUPPORTED_CORRECTION


def translated_corrections(source: LocalPolicy, other: LocalPolicy) -> Iterator[Diagnostic]:
    """Yield the corrections of the source locale that a translation does not bear out."""
    for rule in source.rules:
        place = (other.own(rule.correction.anchor), rule.correction.block)
        block = block_at(other.extraction, *place)
        if not block:
            continue
        missing = tuple(unstated(rule, block))
        if missing:
            yield _unsupported(rule, missing[0], block, other)
        elif not _read_alike(rule, other) and all(
            (own.anchor, own.block) != place for own in other.extraction.corrections
        ):
            yield _missing(rule, block)


def _read_alike(rule: Rule, other: LocalPolicy) -> bool:
    decisions = (draft.element for draft in other.drafts if isinstance(draft.element, Decision))
    cases = (case for decision in decisions if decision.id == rule.term.id for case in decision.cases)
    return any(case.then == rule.outcome and same_condition(case.when, rule.condition) for case in cases)


def _unsupported(rule: Rule, written: str, block: Block, other: LocalPolicy) -> Diagnostic:
    return Diagnostic(
        UNSUPPORTED_CORRECTION,
        f"the correction says `{written}`, which does not stand in the same block in {other.locale}",
        rule.correction.location,
        help="let all languages state the same number",
        labels=(Label(block[0][1].location, "the same block"),),
    )


def _missing(rule: Rule, block: Block) -> Diagnostic:
    return Diagnostic(
        MISSING_CORRECTION,
        f"this block is not read as `{rule.correction.text}`, and lacks the comment that says so",
        block[0][1].location,
        help="write the comment in front of the block here, too",
        labels=(Label(rule.correction.location, "the comment"),),
    )

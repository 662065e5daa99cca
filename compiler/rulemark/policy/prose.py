"""How much of the prose was understood: every sentence is an element of some kind, ordinary prose, or not compiled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rulemark.policy.compile_article import LocalPolicy, compile_article
from rulemark.policy.drafts import Element
from rulemark.policy.example_marks import example_sentences
from rulemark.policy.lookup import look_up
from rulemark.policy.model import Advisory, Amount, Decision, Definition, Duty, Procedure, Reference, Timer
from rulemark.policy.vocabulary import EMPTY_VOCABULARY, Vocabulary
from rulemark.statements import Extraction, Place, Speech, Statement


class ProseKind(StrEnum):
    """What became of a sentence."""

    RULE = "rule"
    TIMER = "timer"
    AMOUNT = "amount"
    DUTY = "duty"
    PROCEDURE = "procedure"
    DEFINITION = "definition"
    ADVISORY = "advisory"
    EXAMPLE = "example"
    PROSE = "prose"
    """Ordinary prose: nothing in it binds, limits or depends."""
    NOT_COMPILED = "not-compiled"
    """It bears policy, and became no element."""


COMPILED = frozenset({ProseKind.RULE, ProseKind.TIMER, ProseKind.AMOUNT, ProseKind.DUTY})
"""What policy-bearing sentences should become."""


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence and what became of it; `reason` says why it was not compiled."""

    statement: Statement
    kind: ProseKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ProseCoverage:
    """All sentences of one article in one locale."""

    extraction: Extraction
    sentences: tuple[ReadSentence, ...]

    def count(self, kind: ProseKind) -> int:
        """Return how many sentences are of a kind."""
        return sum(sentence.kind is kind for sentence in self.sentences)

    @property
    def compiled(self) -> int:
        """How many policy-bearing sentences became elements."""
        return sum(sentence.kind in COMPILED for sentence in self.sentences)

    @property
    def share(self) -> float:
        """The share of policy-bearing sentences that became elements, from 0 to 1; 1 when there are none."""
        bearing = self.compiled + self.count(ProseKind.NOT_COMPILED)
        return self.compiled / bearing if bearing else 1.0


def prose_coverage(extraction: Extraction, vocabulary: Vocabulary = EMPTY_VOCABULARY) -> ProseCoverage:
    """Return what became of every sentence of an article."""
    policy = compile_article(extraction, look_up(vocabulary, extraction.source.locale, extraction.lexicon))
    return ProseCoverage(extraction, tuple(_sentences(policy)))


def _sentences(policy: LocalPolicy) -> Iterator[ReadSentence]:
    kinds = {index: _kind(draft.element) for draft in policy.drafts for index in draft.sentences}
    reasons = {refusal.sentence: refusal.reason for refusal in policy.refusals}
    defined = {(gloss.anchor, gloss.order) for gloss in policy.extraction.glosses}
    examples = example_sentences(policy.extraction)
    for index, statement in enumerate(policy.extraction.statements):
        if index in examples:
            yield ReadSentence(statement, ProseKind.EXAMPLE)
        elif index in kinds:
            yield ReadSentence(statement, kinds[index])
        elif index in reasons:
            yield ReadSentence(statement, ProseKind.NOT_COMPILED, reasons[index])
        else:
            inside = (statement.anchor, statement.block) in defined
            yield ReadSentence(statement, ProseKind.DEFINITION if inside else _plain(statement))


def _kind(element: Element) -> ProseKind:
    match element:
        case Decision():
            return ProseKind.RULE
        case Timer():
            return ProseKind.TIMER
        case Amount():
            return ProseKind.AMOUNT
        case Duty():
            return ProseKind.DUTY
        case Procedure():
            return ProseKind.PROCEDURE
        case Advisory():
            return ProseKind.ADVISORY
        case Definition():
            return ProseKind.DEFINITION
        case Reference():
            return ProseKind.PROSE


def _plain(statement: Statement) -> ProseKind:
    if statement.reading.speech is Speech.EXAMPLE:
        return ProseKind.EXAMPLE
    if statement.place is Place.STEP:
        return ProseKind.PROCEDURE
    return ProseKind.ADVISORY if statement.place is Place.ALERT else ProseKind.PROSE

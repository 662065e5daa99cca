"""The correction comment: `<!-- rulemark: cancellation_channel: licenses < 25 -> online -->` in front of a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from rulemark.diagnostics import Diagnostic, Edit, Fix
from rulemark.policy.clauses import Understood
from rulemark.policy.decisions import Conditional, belongs
from rulemark.policy.example_marks import marks_examples
from rulemark.policy.lookup import Lookup, declared_input
from rulemark.policy.model import All, Compare, Condition, InputType, Operator, Value
from rulemark.policy.problems import INVALID_CORRECTION, NEEDLESS_CORRECTION, UNSUPPORTED_CORRECTION
from rulemark.policy.vocabulary import DecisionTerm, InputTerm
from rulemark.source import Location, Span
from rulemark.statements import Correction, Extraction, Statement

_SHAPE = re.compile(r"(?P<decision>\w+)\s*:(?P<condition>[^>-]*(?:>=?[^>-]*)?)->\s*(?P<outcome>\w+)")
_TEST = re.compile(r"\s*(?P<input>\w+)\s*(?P<operator><=|>=|!=|<|>|=)\s*(?P<value>[\w.]+)\s*")
_OPERATORS = {
    "<": Operator.LT,
    "<=": Operator.LE,
    ">": Operator.GT,
    ">=": Operator.GE,
    "=": Operator.EQ,
    "!=": Operator.NE,
}
_HELP = "write `decision: input < 25 -> outcome`, with names of the vocabulary; join several tests with `and`"

_KEYWORD = "rulemark:"
_EMPTY = "the correction says nothing"

Block = tuple[tuple[int, Statement], ...]
"""The sentences of a block with their indexes in the extraction."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a correction comment says."""

    term: DecisionTerm
    tests: tuple[Compare, ...]
    outcome: str
    correction: Correction
    block: Block

    @property
    def condition(self) -> Condition:
        """All tests together."""
        return self.tests[0] if len(self.tests) == 1 else All(self.tests)


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the correction comments of an article say.

    Attributes:
        rules: The comments, in order.
        cases: Each rule as the sentence it corrects, read the way the comment says.
        diagnostics: Comments that cannot be read, that invent a value, or that are needless.
    """

    rules: tuple[Rule, ...] = ()
    cases: tuple[Conditional, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class _InvalidError(ValueError):
    """A correction that cannot be read; the message says why."""


def correct(extraction: Extraction, conditionals: tuple[Conditional, ...], lookup: Lookup) -> Corrected:
    """Return what correction comments say; a literal that its block does not hold is an error.

    Args:
        extraction: The article.
        conditionals: Its conditional sentences as they are read without any comment.
        lookup: The vocabulary.
    """
    rules: list[Rule] = []
    found: list[Diagnostic] = []
    for correction in extraction.corrections:
        if correction.misspelt:
            found.append(_misspelt(correction))
            continue
        if marks_examples(correction.text):
            continue
        try:
            rule = _rule(correction, extraction, lookup)
        except _InvalidError as error:
            found.append(Diagnostic(INVALID_CORRECTION, str(error), correction.location, help=_HELP))
            continue
        unsupported = tuple(_unsupported(rule))
        found += unsupported or _needless(rule, conditionals)
        if not unsupported:
            rules.append(rule)
    return Corrected(tuple(rules), tuple(_cases(rules, lookup)), tuple(found))


def _misspelt(correction: Correction) -> Diagnostic:
    """Return the finding about a comment that begins with something else than the keyword."""
    place, written = correction.location, correction.misspelt
    start = place.span.start + place.text.index(written)
    edit = Edit(Location(place.source, Span(start, start + len(written))), _KEYWORD)
    message = f"the comment begins with `{written}` instead of `{_KEYWORD}`, so it has no effect"
    return Diagnostic(
        INVALID_CORRECTION, message, place, f"write `{_KEYWORD}`", fix=Fix(f"write `{_KEYWORD}`", (edit,))
    )


def _rule(correction: Correction, extraction: Extraction, lookup: Lookup) -> Rule:
    shape = _SHAPE.fullmatch(correction.text)
    if shape is None:
        raise _InvalidError(f"the correction `{correction.text}` is not understood" if correction.text else _EMPTY)
    term = next((term for term in lookup.vocabulary.decisions if term.id == shape["decision"]), None)
    if term is None:
        raise _InvalidError(f"the vocabulary has no decision `{shape['decision']}`")
    if shape["outcome"] not in term.outcomes:
        raise _InvalidError(f"`{shape['outcome']}` is no outcome of `{term.id}`")
    tests = tuple(_test(part, term, lookup) for part in re.split(r"\band\b", shape["condition"]))
    block = block_at(extraction, correction.anchor, correction.block)
    if not block:
        raise _InvalidError("no text stands behind the correction")
    return Rule(term, tests, shape["outcome"], correction, block)


def block_at(extraction: Extraction, anchor: str, block: int) -> Block:
    """Return the sentences of a block of a section."""
    return tuple(
        (index, statement)
        for index, statement in enumerate(extraction.statements)
        if (statement.anchor, statement.block) == (anchor, block)
    )


def _test(text: str, term: DecisionTerm, lookup: Lookup) -> Compare:
    shape = _TEST.fullmatch(text)
    entry = lookup.input(shape["input"]) if shape else None
    if shape is None or entry is None or entry.name not in term.inputs:
        raise _InvalidError(f"`{text.strip()}` does not test an input of `{term.id}`")
    return Compare(entry.name, _OPERATORS[shape["operator"]], _value(shape["value"], entry))


def _value(text: str, entry: InputTerm) -> Value:
    match entry.type:
        case InputType.BOOLEAN if text in {"true", "false"}:
            return text == "true"
        case InputType.CHOICE if any(choice.name == text for choice in entry.choices):
            return text
        case InputType.INTEGER | InputType.NUMBER | InputType.MONEY if text.replace(".", "", 1).isdecimal():
            return Decimal(text)
        case _:
            raise _InvalidError(f"`{text}` is no value of `{entry.name}`")


def _unsupported(rule: Rule) -> Iterator[Diagnostic]:
    """A comment cannot invent a value."""
    for written in unstated(rule, rule.block):
        yield Diagnostic(
            UNSUPPORTED_CORRECTION,
            f"the correction says `{written}`, which does not stand in the block behind it",
            rule.correction.location,
            help="a comment only tells how to read what is written: correct its number, or that of the article",
        )


def unstated(rule: Rule, block: Block) -> Iterator[str]:
    """Yield the numbers of a correction that a block, in any language, does not state."""
    for test in rule.tests:
        if isinstance(test.value, Decimal) and not any(_states(statement, test.value) for _, statement in block):
            yield f"{test.value:f}"


def _states(statement: Statement, value: Decimal) -> bool:
    if any(value in {quantity.value, quantity.upper} for quantity in statement.reading.quantities):
        return True
    return re.search(rf"(?<![\d.,]){re.escape(f'{value:f}')}(?![\d]|[.,]\d)", statement.reading.text) is not None


def _needless(rule: Rule, conditionals: Iterable[Conditional]) -> Iterator[Diagnostic]:
    inside = {index for index, _ in rule.block}
    for read in conditionals:
        same = read.index in inside and belongs(read, rule.term) and same_condition(read.when.condition, rule.condition)
        if same and rule.outcome in read.names:
            yield Diagnostic(
                NEEDLESS_CORRECTION,
                "the block is read this way without the correction",
                rule.correction.location,
                help="remove the comment",
            )
            return


def same_condition(one: Condition, other: Condition) -> bool:
    """Whether two conditions make the same tests, in whatever order."""
    if isinstance(one, All) and isinstance(other, All):
        return frozenset(one.parts) == frozenset(other.parts)
    return one == other


def _cases(rules: Iterable[Rule], lookup: Lookup) -> Iterator[Conditional]:
    taken: set[int] = set()
    for rule in rules:
        index, statement = _corrected_sentence(rule, taken, lookup)
        taken.add(index)
        inputs = tuple(
            dict.fromkeys(declared_input(entry) for test in rule.tests if (entry := lookup.input(test.input)))
        )
        text = " ".join(statement.reading.text.split())
        yield Conditional(index, statement, Understood(rule.condition, inputs), text, (rule.outcome,), rule.term.id)


def _corrected_sentence(rule: Rule, taken: set[int], lookup: Lookup) -> tuple[int, Statement]:
    """Return the sentence of the block that states the numbers and, if one does, names the outcome."""
    free = tuple(pair for pair in rule.block if pair[0] not in taken) or rule.block
    stating = tuple(pair for pair in free if not any(unstated(rule, (pair,)))) or free
    naming = (pair for pair in stating if rule.outcome in lookup.outcomes.names_in(pair[1].reading.text))
    return next(naming, stating[0])

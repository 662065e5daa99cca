"""Sentences whose rule hangs on words that are not compiled: refused as a whole, never compiled without them."""

from __future__ import annotations

from rulemark.policy.alternatives import OR
from rulemark.policy.clauses import is_time
from rulemark.policy.conditions import is_conditional
from rulemark.policy.drafts import RefusedError
from rulemark.policy.naming import tokens
from rulemark.source import Span
from rulemark.statements import Comparison, ConditionKind, Mention, Modality, Place, Reading, Scope, Statement, Topic

_TWO = 2
_OPENING, _CLOSING = "([（［", ")]）］"
_SHORTEST_WRITTEN = 8
"""Characters of such a clause in scripts without spaces."""
_FIRST_IDEOGRAPH = "\u2e80"
_SHORTEST_CLAUSE = 4
"""Words behind a condition that are a main clause of its own, with the marker of the next condition."""
_EQUALS = ("=", "＝")
_DUTIES = frozenset({Modality.MUST, Modality.SHOULD})
_LIMITS = frozenset({Comparison.LE, Comparison.LT})


def refuse_what_is_open(statement: Statement) -> None:
    """Raise RefusedError when words limit, turn around or except what the sentence says, and are not compiled."""
    reading = statement.reading
    if reading.exceptions and (reading.excepted is None or statement.parts):
        raise RefusedError(f"an exception: `{reading.words(reading.exceptions[0]).strip()}`")
    if reading.modality is Modality.MAY and reading.doubtful and not statement.parts:
        raise RefusedError("a permission and a denial in one clause")
    if reading.consequence and reading.words(reading.consequence).endswith(_EQUALS):
        raise RefusedError(f"what a word means: `{reading.words(reading.consequence)}`")
    if reading.conditions and reading.consequence and _is_torn(statement, reading.consequence):
        raise RefusedError(f"half of a main clause: `{reading.words(reading.consequence)}`")
    if has_second_rule(statement):
        raise RefusedError("two conditions with a main clause each")
    _refuse_variant(statement)
    _refuse_day(statement)
    _refuse_open_number(statement)
    _refuse_only(statement)
    _refuse_late_condition(statement)
    _refuse_denied_limit(statement)


def _is_torn(statement: Statement, main: Span) -> bool:
    """Tell what is left of a clause around brackets, or at an "or": `(会員の場合) または職員は…`, `o se vuoi:`."""
    text = statement.reading.words(main)
    edges = {main.start, main.start + len(text.rstrip(" :,"))}
    joints = (m.span for m in statement.mentions if m.topic is Topic.JOINT and m.name == OR)
    if not tokens(text) or any(joint.start in edges or joint.end in edges for joint in joints):
        return True
    opened = max(_open_brackets(statement.reading.words(condition.span)) for condition in statement.reading.conditions)
    return opened > 0 > _open_brackets(text)


def _open_brackets(text: str) -> int:
    """Return how many brackets more open than close in some words."""
    return sum((char in _OPENING) - (char in _CLOSING) for char in text)


def has_second_rule(statement: Statement) -> bool:
    """Whether a sentence is two rules: "if it rains, call us; if it snows, stay at home"."""
    reading = statement.reading
    if len(reading.conditions) < _TWO or reading.consequence is None:
        return False
    main = reading.consequence
    if any(main.start <= condition.span.start < main.end for condition in reading.conditions[1:]):
        return True  # where markers come last, main clauses and further conditions stand in one stretch
    ends = [condition.span.end for condition in reading.conditions]
    starts = [*(condition.span.start for condition in reading.conditions[1:]), len(reading.text)]
    behind = (Span(end, max(start, end)) for end, start in zip(ends, starts, strict=True))
    left = tuple(span for span in behind if not span.start <= reading.consequence.start < span.end)
    return any(_is_clause(reading.words(span)) or _is_rest_of_clause(statement, span) for span in left)


def _is_rest_of_clause(statement: Statement, span: Span) -> bool:
    """Tell "red if you are a guest or green if you are a member", whose second rule leaves out its verb."""
    last = statement.reading.conditions[-1].span
    joints = (m.span.end for m in statement.mentions if m.topic is Topic.JOINT and m.span in span)
    end = next(joints, None)
    return end is not None and span.end <= last.start and len(tokens(statement.reading.text[end : span.end])) >= _TWO


def _is_clause(text: str) -> bool:
    """Whether words are long enough for a clause; in scripts without spaces, characters are counted."""
    words = tokens(text)
    written = (word for word in words if word >= _FIRST_IDEOGRAPH)
    return len(words) >= _SHORTEST_CLAUSE or sum(map(len, written)) >= _SHORTEST_WRITTEN


def _refuse_variant(statement: Statement) -> None:
    """Refuse a condition in a tab or pivot: the same words in the next one may decide otherwise."""
    if statement.variant and is_conditional(statement):
        raise RefusedError(f"a condition for readers of one tab or pivot only: `{statement.variant[-1]}`")


def _refuse_day(statement: Statement) -> None:
    """Refuse "you can apply until March 31": afterwards nobody can; a duty with a day goes on until it is done."""
    reading = statement.reading
    if reading.deadline is not None and reading.modality not in {*_DUTIES, None}:
        raise RefusedError(day_of(reading))


def day_of(reading: Reading) -> str:
    """Return why a sentence with a day of the calendar is not compiled."""
    assert reading.deadline is not None
    return f"a day of the calendar: `{reading.words(reading.deadline)}`"


def _refuse_open_number(statement: Statement) -> None:
    """Refuse "call us for orders over $50": the number tells cases apart, and which words belong to it is open."""
    open_numbers = tuple(quantity for quantity in statement.reading.quantities if quantity.scope is Scope.OPEN)
    if not open_numbers or statement.place is Place.CELL:
        return
    during = {mention.span.end for mention in statement.mentions if mention.topic is Topic.DURING}
    for quantity in open_numbers:
        if quantity.span.start - 1 not in during:
            raise RefusedError(f"a limit or a condition: `{statement.reading.words(quantity.span)}`")


def _refuse_only(statement: Statement) -> None:
    """Refuse "only members may …" and "may only print if …": both leave open what is limited."""
    reading = statement.reading
    if reading.modality is not Modality.MAY or any(c.kind is ConditionKind.ONLY_IF for c in reading.conditions):
        return
    if reading.reserved is not None and not any(quantity.span in reading.reserved for quantity in reading.quantities):
        return
    for mention in statement.mentions:
        if mention.topic is Topic.ONLY and _limits_subject_or_condition(statement, mention):
            raise RefusedError("it leaves open what `only` limits")


def _limits_subject_or_condition(statement: Statement, only: Mention) -> bool:
    main = statement.reading.consequence or Span(0, len(statement.reading.text))
    opens = not statement.reading.text[main.start : only.span.start].strip()
    conditions = statement.reading.conditions
    return opens or (bool(conditions) and only.span in main and main.end <= conditions[0].span.start)


def _refuse_late_condition(statement: Statement) -> None:
    """A "when" behind its main clause is a condition or a time: without it the clause would hold always."""
    reading = statement.reading
    conditions = tuple(condition.span for condition in reading.conditions)
    for mention in statement.mentions:
        if mention.topic is not Topic.WHEN or mention.span.start == 0:
            continue
        read = any(span.start - mention.span.end <= 1 and mention.span.start < span.end for span in conditions)
        if reading.modality is not None and not read:
            raise RefusedError(f"a clause with `{reading.words(mention.span)}` behind the main clause")


def _refuse_denied_limit(statement: Statement) -> None:
    """Refuse "what isn't renewed within 30 days is deleted": the deletion has no such limit."""
    reading = statement.reading
    for quantity in reading.quantities:
        stated = quantity.scope is not Scope.CASE and not quantity.negated
        limit = stated and is_time(quantity.unit) and quantity.comparison in _LIMITS
        if limit and reading.negated and reading.modality not in {Modality.MUST, Modality.NEED_NOT}:
            raise RefusedError(f"a limit and a denial in one sentence: `{reading.words(quantity.span)}`")

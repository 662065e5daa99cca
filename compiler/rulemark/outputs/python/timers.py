"""Timers as constants, and the state of something on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rulemark.outputs.python.expressions import in_words
from rulemark.outputs.python.layout import bracketed, call, docstring, one_line
from rulemark.outputs.python.names import Scope, constant_name, past_name, snake_name
from rulemark.outputs.python.signatures import Enumeration, argument_lines, enumeration, type_of
from rulemark.outputs.python.subject import Subject
from rulemark.outputs.templating import Code, python_literal
from rulemark.policy import ALWAYS, Basis, Condition, Duration, DurationUnit, DutyKind, Input, Timer

_WHOLE_DAYS: Final = {DurationUnit.DAY, DurationUnit.WEEK, DurationUnit.MONTH, DurationUnit.YEAR}
_SHAPES: Final = {
    ("earliest", "latest"): "Window",
    ("earliest",): "Delay",
    ("latest",): "Deadline",
    ("lasts",): "Phase",
    ("before",): "Notice",
}
_LENGTHS: Final = ("lasts", "earliest", "latest", "before")


@dataclass(frozen=True, slots=True)
class TimerConstant:
    """A timer as Python source.

    Attributes:
        key: The timer in the data file.
        name: The constant.
        kind: Its class, which tells an editor which answers are certain.
        units: The functions that build its lengths.
        source: The assignment.
        doc: The sentence and its place.
        when: Under which condition it runs, the moniker included.
        timer: What it was made from.
    """

    key: str
    name: Code
    kind: str
    units: frozenset[str]
    source: Code
    doc: Code
    when: Condition
    timer: Timer


@dataclass(frozen=True, slots=True)
class LifeCycle:
    """The function that tells the state on a day."""

    signature: Code
    doc: Code
    body: Code


def states_of(subject: Subject) -> Enumeration | None:
    """Return the states that the timers speak of, None when they speak of none."""
    states = dict.fromkeys(timer.state for timer in subject.policy.timers if timer.state)
    if not states:
        return None
    return enumeration(subject.scope.claim("State"), "A state that the article names.", [(each, "") for each in states])


def timers_of(subject: Subject, states: Enumeration | None) -> tuple[TimerConstant, ...]:
    """Return the timers of an article as constants."""
    keys = Scope()
    return tuple(
        _constant(subject, timer, keys.claim(snake_name(timer.id, "timer")), states) for timer in subject.policy.timers
    )


def _constant(subject: Subject, timer: Timer, key: str, states: Enumeration | None) -> TimerConstant:
    name = Code(subject.scope.claim(constant_name(timer.id, "timer")))
    when = subject.of_monikers(timer.when, timer.monikers)
    kind = _kind(timer)
    citation = Code(f"Citation(ARTICLE, {python_literal(f'timers/{key}')})")
    named = [(field, value) for field, value in _fields(timer, states) if value]
    return TimerConstant(
        key=key,
        name=name,
        kind=kind,
        units=frozenset(_builder(length) for length in _lengths(timer).values()),
        source=call(f"{name}: Final = {kind}", [key, citation], named),
        doc=docstring(_doc_lines(subject, timer, when)),
        when=when,
        timer=timer,
    )


def _fields(timer: Timer, states: Enumeration | None) -> list[tuple[str, object]]:
    member = next((each.name for each in states.members if each.value == timer.state), None) if states else None
    return [
        ("event", timer.event),
        ("state", Code(f"{states.name}.{member}") if states and member else None),
        ("effect", timer.effect),
        ("actors", timer.actors),
        *((name, Code(f"{_builder(length)}({length.count})")) for name, length in _lengths(timer).items()),
        ("period", timer.period),
        ("hedges", timer.hedges),
        ("monikers", timer.monikers),
    ]


def _lengths(timer: Timer) -> dict[str, Duration]:
    lengths = zip(_LENGTHS, (timer.lasts, timer.earliest, timer.latest, timer.before), strict=True)
    return {name: length for name, length in lengths if length is not None}


def _builder(length: Duration) -> str:
    return f"{length.unit.value}s"


def _kind(timer: Timer) -> str:
    lengths = _lengths(timer)
    if timer.period or any(length.unit not in _WHOLE_DAYS for length in lengths.values()):
        return "Timer"
    return _SHAPES.get(tuple(lengths), "Timer")


def _doc_lines(subject: Subject, timer: Timer, when: Condition) -> list[str]:
    lines = [subject.quoted(timer.evidence) or f"{timer.id}."]
    if condition := in_words(when, subject.parameters):
        lines += ["", f"When {condition}."]
    if timer.hedges:
        lines += ["", f"Only usually: {', '.join(timer.hedges)}."]
    return lines


# --- the state on a day -----------------------------------------------------------------------------------------------


def life_cycle(subject: Subject, states: Enumeration | None, timers: Sequence[TimerConstant]) -> LifeCycle | None:
    """Return the function that tells the state on a day, None when no timer speaks of a state that lasts or begins."""
    staged = [each for each in timers if each.timer.state and _lengths(each.timer)]
    if states is None or not staged:
        return None
    inputs = subject.used([each.when for each in staged])
    days = _beginnings(subject, staged, inputs)
    return LifeCycle(
        signature=_signature(subject, states, list(dict.fromkeys(days.values())), inputs),
        doc=docstring(_life_cycle_doc(subject, days, inputs, staged), indent=4),
        body=_body(subject, states, staged, days, inputs),
    )


def _beginnings(subject: Subject, staged: Sequence[TimerConstant], inputs: Sequence[Input]) -> dict[str, str]:
    """Return the parameter for the day of each event, and for the first day of each state that no event places."""
    scope = Scope(("day", *(subject.parameters[each.name] for each in inputs)))
    events = dict.fromkeys(each.timer.event for each in staged if each.timer.event)
    days = {event: scope.claim(past_name(event)) for event in events}
    placed = {each.timer.state for each in staged if each.timer.event} - set(_follows(staged).values())
    states = dict.fromkeys(each.timer.state for each in staged if each.timer.state and each.timer.state not in placed)
    leading, shared = _leading_events(subject), dict(days)
    for state in states:
        event = leading.get(state)
        if event is not None and event not in shared:
            shared[event] = scope.claim(past_name(event))
        days[state] = shared[event] if event is not None else scope.claim(snake_name(state, "state"))
    return days


def _leading_events(subject: Subject) -> dict[str, str]:
    """Return the event that each state begins with: "after the cancellation, it moves to the disabled state"."""
    found: dict[str, set[str]] = {}
    for duty in subject.policy.duties:
        if duty.kind is DutyKind.EFFECT and duty.state and duty.after and duty.when == ALWAYS and not duty.monikers:
            found.setdefault(duty.state, set()).add(duty.after)
    return {state: next(iter(events)) for state, events in found.items() if len(events) == 1}


def _follows(staged: Sequence[TimerConstant]) -> dict[str, str]:
    """Return which state comes after which: a table of states that last lists them in order."""
    found: dict[str, str] = {}
    for before, after in pairwise(staged):
        one, other = before.timer, after.timer
        listed = one.basis is other.basis is Basis.TABLE and one.anchor == other.anchor and one.lasts is not None
        if listed and one.state and other.state and one.state != other.state:
            found.setdefault(one.state, other.state)
    return found


def _signature(subject: Subject, states: Enumeration, days: list[str], inputs: Sequence[Input]) -> Code:
    required = len(days) == 1
    dates = [f"{name}: date" if required else f"{name}: date | None = None" for name in days]
    facts = [f"{subject.parameters[each.name]}: {type_of(subject, each)} | None = None" for each in inputs]
    tail = f") -> Decided[{states.name}] | Unknown | Unstated:"
    parameters = ["day: date", *dates] if not required else [*dates, "day: date"]
    return Code(bracketed("def state_on(", ["*", *parameters, *facts], tail).removesuffix(":"))


def _life_cycle_doc(
    subject: Subject, days: dict[str, str], inputs: Sequence[Input], staged: Sequence[TimerConstant]
) -> list[str]:
    lines = ["Tell the state on a day, as far as the article decides it.", "", "Args:"]
    lines += ["    day: the day that is asked for."]
    ending = "." if len(set(days.values())) == 1 else "; None when that is not known or did not happen."
    first = {parameter: name for name, parameter in reversed(days.items())}
    begins = _leading_events(subject)
    for parameter, name in reversed(first.items()):
        states = {each.timer.state for each in staged}
        if name in states and parameter == snake_name(name, "state"):
            what = f"the first day of the state “{one_line(name)}”"
        elif name in states and name in begins:
            what = f"the day of “{one_line(begins[name])}”, with which the state “{one_line(name)}” begins; day 0"
        else:
            what = f"the day of “{one_line(name)}”, day 0"
        lines.append(f"    \t\t{parameter}: {what}{ending}")
    lines += argument_lines(subject, inputs)[1:] if inputs else [""]
    lines += ["Raises:", "    TypeError: A day or a fact has the wrong type."]
    return [*lines, "    ValueError: The day lies before the event, or a fact outside its domain."]


def _body(
    subject: Subject,
    states: Enumeration,
    staged: Sequence[TimerConstant],
    days: dict[str, str],
    inputs: Sequence[Input],
) -> Code:
    members = {each.value: f"{states.name}.{each.name}" for each in states.members}
    order = [f"{members[before]}: {members[after]}" for before, after in _follows(staged).items()]
    timers = bracketed("timers = (", [each.name for each in staged], ")", indent=4, single=",")
    begun = bracketed("begun = {", [f"{python_literal(name)}: {day}" for name, day in days.items()], "}", indent=4)
    follows = bracketed("{", order, "}", indent=8)
    facts = [f"{name}={name}" for name in (subject.parameters[each.name] for each in inputs)]
    arguments = ["ARTICLE", states.name, "timers", follows, "begun", "day", *facts]
    found = bracketed("return find_state(", arguments, ")", indent=4)
    return Code(f"{timers}\n    {begun}\n    {found}")

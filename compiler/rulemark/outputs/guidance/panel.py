"""The policy of one page as data for the panel "for me", and the fields that the panel asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from markupsafe import Markup

from rulemark.outputs.guidance.scripts import Json, script_json
from rulemark.outputs.guidance.summary import Summarizer
from rulemark.outputs.guidance.wording import clipped
from rulemark.policy import (
    All,
    AnyOf,
    Between,
    Case,
    Compare,
    Condition,
    Decision,
    Duration,
    Duty,
    Evidence,
    Input,
    InputType,
    Not,
    OneOf,
    Procedure,
    Timer,
    Value,
    inputs_of,
)

MONIKER = "@moniker"
"""The version a reader chose, among the facts; no input can have this name."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that the panel asks for: an input, or the day of an event."""

    name: str
    label: str
    kind: str
    """`number`, `boolean`, `choice`, `date`, or `event`."""
    choices: tuple[tuple[str, str], ...] = ()
    minor: bool = False
    """No decision depends on it, and nobody gave it a name: asked for on demand."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The fields, and the policy as JSON that is safe inside a script element."""

    fields: tuple[Field, ...]
    more: tuple[Field, ...]
    """The minor ones."""
    model: Markup


@dataclass(frozen=True, slots=True)
class PanelWriter:
    """Puts one policy into the form that the script evaluates."""

    summarizer: Summarizer

    def panel(self) -> Panel | None:
        """Return the panel, or None when nothing depends on the reader."""
        model = self._model()
        fields = tuple(self._fields())
        if not fields and not model["procedures"]:
            return None
        minor = tuple(field for field in fields if field.minor)
        return Panel(tuple(field for field in fields if not field.minor), minor, script_json(model))

    def _model(self) -> dict[str, Json]:
        policy = self.summarizer.policy
        return {
            "inputs": {item.name: self._input(item) for item in self._inputs()},
            "decisions": [self._decision(decision) for decision in policy.decisions],
            "timers": [self._timer(timer) for timer in policy.timers if _begin(timer)],
            "duties": [item for duty in policy.duties if (item := self._duty(duty))],
            "procedures": [item for procedure in policy.procedures for item in self._procedures(procedure)],
        }

    def _inputs(self) -> tuple[Input, ...]:
        """Return the inputs that are asked for: those of decisions first, then as declared.

        What nobody gave a name and only one sentence asks is not: that sentence says it best itself.
        """
        policy, first = self.summarizer.policy, self._decisive()
        timed = {name for timer in policy.timers for name in inputs_of(timer.when)}
        asked = Counter(name for duty in policy.duties for name in inputs_of(duty.when))
        wanted = {item.name for item in policy.inputs if asked[item.name] > item.invented} | first | timed
        ranked = sorted(
            (item for item in policy.inputs if item.name in wanted), key=lambda item: item.name not in first
        )
        return tuple(ranked)

    def _decisive(self) -> frozenset[str]:
        decisions = self.summarizer.policy.decisions
        return frozenset(name for decision in decisions for case in decision.cases for name in inputs_of(case.when))

    def _fields(self) -> Iterable[Field]:
        policy, voice, decisive = self.summarizer.policy, self.summarizer.voice, self._decisive()
        for item in self._inputs():
            choices = tuple((choice, voice.label(choice)) for choice in item.choices)
            minor = item.invented and item.name not in decisive
            yield Field(item.name, voice.input(policy, item.name), _FIELDS.get(item.type, "number"), choices, minor)
        timers: dict[str, Timer] = {}
        for timer in policy.timers:
            if (event := _begin(timer)) and _has_dates(timer):
                timers.setdefault(event, timer)
        for event, timer in timers.items():
            yield Field(event, voice.say("event_date", event=self._event(event, timer)), "event")

    def _event(self, event: str, timer: Timer) -> str:
        """Return what readers call an event, else the sentence that speaks of it."""
        citation = self.summarizer.cite(timer.evidence)
        named = self.summarizer.voice.named(event)
        return named or (f"“{clipped(citation.quote)}”" if citation else self.summarizer.voice.label(event))

    def _input(self, item: Input) -> Json:
        voice = self.summarizer.voice
        data: dict[str, Json] = {
            "type": item.type.value,
            "label": voice.input(self.summarizer.policy, item.name),
        }
        bounds = (("minimum", item.minimum), ("maximum", item.maximum))
        return data | {name: _number(bound) for name, bound in bounds if bound is not None}

    def _decision(self, decision: Decision) -> Json:
        voice = self.summarizer.voice
        outcomes = {item.name: voice.text(item.labels) or voice.label(item.name) for item in decision.outcomes}
        missing = {case.then: voice.label(case.then) for case in decision.cases if case.then not in outcomes}
        return {
            "id": decision.id,
            "title": self.summarizer.title(decision.id, decision.anchor),
            "outcomes": outcomes | missing,
            "cases": [self._case(case, case.monikers or decision.monikers) for case in decision.cases],
        }

    def _case(self, case: Case, monikers: tuple[str, ...]) -> Json:
        return {
            "when": self._condition(case.when, monikers),
            "then": case.then,
            "group": "otherwise" if case.otherwise else "exception" if case.exception else "case",
            "hedges": list(map(self.summarizer.voice.hedge, case.hedges)),
            **self._cited(case.evidence),
        }

    def _timer(self, timer: Timer) -> Json:
        spans = {"lasts": timer.lasts, "earliest": timer.earliest, "latest": timer.latest, "before": timer.before}
        return {
            "id": timer.id,
            "event": _begin(timer),
            "words": self.summarizer.timer_words(timer),
            "when": self._condition(timer.when, timer.monikers),
            "hedges": list(map(self.summarizer.voice.hedge, timer.hedges)),
            **{name: _span(span) for name, span in spans.items() if span},
            **self._cited(timer.evidence),
        }

    def _duty(self, duty: Duty) -> Json:
        """Return a duty that depends on facts that are asked for; the others stand in the summary, for everybody."""
        when = self._condition(duty.when, duty.monikers)
        if when == ["all"] or inputs_of(duty.when) - {item.name for item in self._inputs()}:
            return None
        return {"kind": duty.kind.value, "when": when, **self._cited(duty.evidence)}

    def _procedures(self, procedure: Procedure) -> Iterable[Json]:
        """Yield the steps of each version, where they differ by version."""
        voice = self.summarizer.voice
        for moniker, steps in procedure.steps:
            if moniker:
                yield {
                    "title": voice.text(procedure.title),
                    "anchor": self.summarizer.anchor_here(procedure),
                    "when": ["in", MONIKER, [moniker]],
                    "steps": [voice.text(step.text) for step in steps],
                }

    def _condition(self, condition: Condition, monikers: tuple[str, ...]) -> Json:
        """Return a condition together with the monikers it is for, when those are not all there are."""
        data = condition_data(condition)
        if not monikers or set(monikers) >= set(self.summarizer.policy.monikers):
            return data
        restriction: Json = ["in", MONIKER, list(monikers)]
        return restriction if condition == All(()) else ["all", data, restriction]

    def _cited(self, evidence: tuple[Evidence, ...]) -> dict[str, Json]:
        """Return the anchor of the sentence, and its words when the article on the page does not have them marked."""
        citation = self.summarizer.cite(evidence)
        if citation is None:
            return {}
        anchor = citation.href.removeprefix("#")
        return {"said": anchor} if citation.marked else {"said": anchor, "quote": citation.quote}


_FIELDS = {InputType.BOOLEAN: "boolean", InputType.CHOICE: "choice", InputType.DATE: "date"}


def condition_data(condition: Condition) -> Json:
    """Return a condition as a list: an operator, then a name and a literal, or further conditions."""
    match condition:
        case Compare(name, operator, value):
            return [operator.value, name, _literal(value)]
        case Between(name, low, high):
            return ["between", name, [_number(low), _number(high)]]
        case OneOf(name, values):
            return ["in", name, [_literal(value) for value in values]]
        case All(parts):
            return ["all", *map(condition_data, parts)]
        case AnyOf(parts):
            return ["any", *map(condition_data, parts)]
        case Not(part):
            return ["not", condition_data(part)]
        case _:
            assert_never(condition)


def _literal(value: Value) -> Json:
    return _number(value) if isinstance(value, Decimal) else value


def _number(value: Decimal) -> str:
    return f"{value:f}"


def _span(duration: Duration) -> Json:
    return [duration.count, duration.unit.value]


def _begin(timer: Timer) -> str | None:
    """Return with what a timer begins: its event, else the state that it measures."""
    return timer.event or timer.state


def _has_dates(timer: Timer) -> bool:
    return any((timer.lasts, timer.earliest, timer.latest, timer.before))

"""An article while its module is written: the policy, and what everything in it is called in Python."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rulemark.outputs.python.layout import one_line
from rulemark.outputs.python.names import Scope, class_name, snake_name
from rulemark.policy import (
    All,
    AnyOf,
    Between,
    Case,
    Compare,
    Condition,
    Evidence,
    Input,
    InputType,
    Not,
    OneOf,
    Policy,
    Value,
    inputs_of,
)

MONIKER: Final = "@moniker"
"""The moniker among the inputs; no vocabulary can declare this name."""
_MODULE_NAMES: Final = (
    *("ARTICLE", "Advisory", "Amount", "Article", "Citation", "Decided", "Decimal", "Definition", "Duties", "Event"),
    *("Delay", "Deadline", "Final", "Literal", "LOCALES", "Locale", "MONIKERS", "Moniker", "Notice", "Phase"),
    "Procedure",
    *("Reference", "Step", "StrEnum", "TYPE_CHECKING", "Timer", "TypeAlias", "Unknown", "Unstated", "Window"),
    *("annotations", "business_days", "date", "days", "decide", "duties_of", "find_state", "hours", "minutes"),
    *("months", "seconds", "steps_of", "weeks", "years", "steps", "state_on", "obligations", "permissions"),
    *("prohibitions", "recommendations", "exemptions", "effects", "ADVISORIES", "DEFINITIONS", "REFERENCES"),
    *("overload", "evaluate", "evaluate_article", "Evaluation", "Mapping", "TIMERS", "AMOUNTS", "DECISIONS"),
)
_PARAMETERS: Final = (
    *("begun", "date", "day", "decide", "duties_of", "evaluate_article", "events", "facts", "find_state", "locale"),
    *("moniker", "procedure", "self", "steps_of", "timers"),
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A policy and the names of its module.

    Attributes:
        policy: What the article promises.
        module: The name of the module.
        scope: Names of the module, given away as they are needed.
        inputs: Everything that conditions read, by its name in the policy; the moniker too, when there are monikers.
        parameters: How each input is called in a signature.
        enums: The class of each choice.
    """

    policy: Policy
    module: str
    scope: Scope
    inputs: dict[str, Input]
    parameters: dict[str, str]
    enums: dict[str, str]

    def of_monikers(self, condition: Condition, monikers: Sequence[str]) -> Condition:
        """Return a condition together with the monikers that it is for, when those are not all there are."""
        if not monikers or MONIKER not in self.inputs or set(monikers) >= set(self.policy.monikers):
            return condition
        restriction = OneOf(MONIKER, tuple(monikers))
        return restriction if condition == All(()) else All((restriction, condition))

    def used(self, conditions: Iterable[Condition], first: Iterable[str] = ()) -> tuple[Input, ...]:
        """Return the inputs of conditions: those named first, the others as declared, the moniker last."""
        read = frozenset[str]().union(*(inputs_of(condition) for condition in conditions))
        order = [*(name for name in first if name in self.inputs), *self.inputs]
        names = dict.fromkeys(name for name in order if name in read and name != MONIKER)
        last = (MONIKER,) if MONIKER in read else ()
        return tuple(self.inputs[name] for name in (*names, *last))

    def quoted(self, evidence: Sequence[Evidence]) -> str:
        """Return the sentence and its place, in the source locale where there is one."""
        chosen = self._chosen(evidence)
        return f"“{one_line(chosen.quote)}” ({chosen.path}:{chosen.line})" if chosen else ""

    def sentence(self, evidence: Sequence[Evidence]) -> str:
        """Return the sentence, in the source locale where there is one."""
        chosen = self._chosen(evidence)
        return one_line(chosen.quote) if chosen else ""

    def _chosen(self, evidence: Sequence[Evidence]) -> Evidence | None:
        own = (each for each in evidence if each.locale == self.policy.source_locale)
        return next(own, evidence[0] if evidence else None)


def subject_of(policy: Policy, module: str) -> Subject:
    """Return an article with names for its inputs; everything else claims its name when it is written."""
    inputs = _inputs(policy)
    parameters, scope, module_scope = dict[str, str](), Scope(_PARAMETERS), Scope(_MODULE_NAMES)
    for name in inputs:
        parameters[name] = "moniker" if name == MONIKER else scope.claim(snake_name(name, "fact"))
    enums = {
        name: module_scope.claim(class_name(name, "Choice"))
        for name, each in inputs.items()
        if each.type is InputType.CHOICE and name != MONIKER
    }
    return Subject(policy, module, module_scope, inputs, parameters, enums)


def _inputs(policy: Policy) -> dict[str, Input]:
    """Return the inputs by name; one that is read and not declared has the type of its literals."""
    inputs = {each.name: each for each in policy.inputs}
    for condition in _conditions(policy):
        for name, value in _literals(condition):
            if name not in inputs:
                inputs[name] = Input(name, _type_of(value), invented=True)
            each = inputs[name]
            if each.type is InputType.CHOICE and isinstance(value, str) and value not in each.choices:
                inputs[name] = replace(each, choices=(*each.choices, value))
    for name in (name for decision in policy.decisions for name in decision.inputs):
        inputs.setdefault(name, Input(name, InputType.BOOLEAN, invented=True))
    if policy.monikers:
        inputs[MONIKER] = Input(MONIKER, InputType.CHOICE, choices=policy.monikers)
    return inputs


def _conditions(policy: Policy) -> Iterable[Condition]:
    yield from (case.when for decision in policy.decisions for case in decision.cases)
    yield from (timer.when for timer in policy.timers)
    yield from (amount.when for amount in policy.amounts)
    yield from (duty.when for duty in policy.duties)


def _literals(condition: Condition) -> Iterable[tuple[str, Value]]:
    match condition:
        case Compare(name, _, value):
            yield name, value
        case Between(name, low, high):
            yield from ((name, low), (name, high))
        case OneOf(name, values):
            yield from ((name, value) for value in values)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _literals(part)
        case Not(part):
            yield from _literals(part)


def _type_of(value: Value) -> InputType:
    if isinstance(value, bool):
        return InputType.BOOLEAN
    return InputType.CHOICE if isinstance(value, str) else InputType.NUMBER


def effective_cases(subject: Subject, cases: Sequence[Case], monikers: Sequence[str]) -> tuple[Case, ...]:
    """Return cases whose conditions name the monikers they are for, those of the decision where a case has none."""
    return tuple(replace(case, when=subject.of_monikers(case.when, case.monikers or monikers)) for case in cases)

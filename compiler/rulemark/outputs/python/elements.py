"""Everything else that an article states: amounts, duties, steps, alerts, terms and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rulemark.outputs.python.expressions import in_words
from rulemark.outputs.python.layout import argument, bracketed, call, docstring, one_line
from rulemark.outputs.python.names import Scope, constant_name, snake_name
from rulemark.outputs.python.signatures import argument_lines, raised_lines, type_of
from rulemark.outputs.python.subject import Subject
from rulemark.outputs.templating import Code, number_literal, python_literal
from rulemark.policy import (
    Advisory,
    Amount,
    Condition,
    Definition,
    Duty,
    DutyKind,
    Procedure,
    Reference,
    in_locale,
)

_FUNCTIONS: Final = {
    DutyKind.OBLIGATION: ("obligations", "Return what must be done."),
    DutyKind.PERMISSION: ("permissions", "Return what may be done."),
    DutyKind.PROHIBITION: ("prohibitions", "Return what must not be done."),
    DutyKind.RECOMMENDATION: ("recommendations", "Return what should be done."),
    DutyKind.EXEMPTION: ("exemptions", "Return what need not be done."),
    DutyKind.EFFECT: ("effects", "Return what follows by itself."),
}


@dataclass(frozen=True, slots=True)
class AmountConstant:
    """An amount as Python source; `key` names it in the data file."""

    key: str
    name: Code
    source: Code
    doc: Code
    amount: Amount


@dataclass(frozen=True, slots=True)
class DutyFunction:
    """A query for the duties of one kind."""

    name: str
    signature: Code
    doc: Code
    body: Code


@dataclass(frozen=True, slots=True)
class StepsFunction:
    """The function that returns the steps of a procedure."""

    ids: tuple[str, ...]
    signature: Code
    doc: Code
    body: Code


def amounts_of(subject: Subject) -> tuple[AmountConstant, ...]:
    """Return the amounts of an article as constants."""
    keys = Scope()
    return tuple(
        _amount(subject, amount, keys.claim(snake_name(amount.id, "amount"))) for amount in subject.policy.amounts
    )


def _amount(subject: Subject, amount: Amount, key: str) -> AmountConstant:
    name = Code(subject.scope.claim(constant_name(amount.id, "amount")))
    citation = Code(f"Citation(ARTICLE, {python_literal(f'amounts/{key}')})")
    optional = [
        ("upper", None if amount.upper is None else number_literal(amount.upper)),
        ("hedges", amount.hedges),
        ("monikers", amount.monikers),
    ]
    values = [key, number_literal(amount.value), amount.operator.value, amount.unit, citation]
    lines = [subject.quoted(amount.evidence) or f"{amount.id}."]
    if condition := in_words(subject.of_monikers(amount.when, amount.monikers), subject.parameters):
        lines += ["", f"When {condition}."]
    source = call(f"{name}: Final = Amount", values, [(field, value) for field, value in optional if value])
    return AmountConstant(key, name, source, docstring(lines), amount)


# --- duties -----------------------------------------------------------------------------------------------------------


def keyed_duties(subject: Subject) -> tuple[tuple[str, Duty, Condition], ...]:
    """Return the duties with their key in the data file and their condition, the moniker included."""
    keys = Scope()
    duties = subject.policy.duties
    return tuple(
        (keys.claim(snake_name(duty.id, "duty")), duty, subject.of_monikers(duty.when, duty.monikers))
        for duty in duties
    )


def duty_functions(subject: Subject) -> tuple[DutyFunction, ...]:
    """Return a query for each kind of duty that the article has."""
    found = keyed_duties(subject)
    kinds = [kind for kind in _FUNCTIONS if any(duty.kind is kind for _, duty, _ in found)]
    return tuple(_duty_function(subject, kind, [each for each in found if each[1].kind is kind]) for kind in kinds)


def _duty_function(subject: Subject, kind: DutyKind, duties: Sequence[tuple[str, Duty, Condition]]) -> DutyFunction:
    name, summary = _FUNCTIONS[kind]
    inputs = subject.used([when for _, _, when in duties])
    parameters = [subject.parameters[each.name] for each in inputs]
    facts = [
        f"{parameter}: {type_of(subject, each)} | None = None"
        for parameter, each in zip(parameters, inputs, strict=True)
    ]
    lines = [summary, "", *(f"- \t{_duty_words(subject, key, duty, when)}" for key, duty, when in duties), ""]
    if inputs:
        lines += [*argument_lines(subject, inputs), *raised_lines()]
    tail = ") -> Duties:"
    head = bracketed(f"def {name}(", ["*", *facts], tail) if facts else f"def {name}() -> Duties:"
    arguments = ["ARTICLE", python_literal(kind.value), *(f"{each}={each}" for each in parameters)]
    return DutyFunction(
        name,
        Code(head.removesuffix(":")),
        docstring(lines[:-1] if not inputs else lines, indent=4),
        bracketed("return duties_of(", arguments, ")", indent=4),
    )


def _duty_words(subject: Subject, key: str, duty: Duty, when: Condition) -> str:
    condition = in_words(when, subject.parameters)
    due = [f"before {duty.before}" if duty.before else "", f"after {duty.after}" if duty.after else ""]
    words = ", ".join(part for part in (f"when {condition}" if condition else "", *due) if part)
    return f"{key}{f' ({words})' if words else ''}: {subject.quoted(duty.evidence)}"


# --- procedures -------------------------------------------------------------------------------------------------------


def keyed_procedures(subject: Subject) -> tuple[tuple[str, Procedure], ...]:
    """Return the procedures with their key in the data file."""
    keys = Scope()
    return tuple(
        (keys.claim(snake_name(procedure.id, "procedure")), procedure) for procedure in subject.policy.procedures
    )


def steps_function(subject: Subject) -> StepsFunction | None:
    """Return the function for the steps of an article, None when it has none."""
    procedures = keyed_procedures(subject)
    if not procedures:
        return None
    first, varied = procedures[0][0], bool(subject.policy.monikers)
    parameters = [f"procedure: Procedure = {python_literal(first)}", "*"]
    parameters += ["moniker: Moniker | None = None"] if varied else []
    parameters += ["locale: Locale | None = None"]
    head = bracketed("def steps(", parameters, ") -> tuple[Step, ...]:")
    return StepsFunction(
        ids=tuple(key for key, _ in procedures),
        signature=Code(head.removesuffix(":")),
        doc=docstring(_steps_doc(subject, procedures, varied=varied), indent=4),
        body=Code(f"return steps_of(ARTICLE, procedure, {'moniker' if varied else 'None'}, locale)"),
    )


def _steps_doc(subject: Subject, procedures: Sequence[tuple[str, Procedure]], *, varied: bool) -> list[str]:
    source = subject.policy.source_locale
    lines = [
        "Return the steps of a procedure.",
        "",
        "Args:",
        "    procedure: The first one of the article, or another:",
    ]
    for key, procedure in procedures:
        lines.append(f"        \t\t{key}: {one_line(in_locale(procedure.title, source)) or 'no title'}.")
    lines += ["    moniker: The product; needed where the steps differ."] if varied else []
    lines += [f"    locale: The language, {source} by default.", ""]
    return [*lines, "Raises:", "    ValueError: The article knows no such procedure, product or locale."]


# --- alerts, terms and links ------------------------------------------------------------------------------------------


def listing(kind: str, elements: Sequence[Advisory | Definition | Reference]) -> tuple[tuple[str, Code], ...]:
    """Return elements with their key in the data file, each as a line of a tuple."""
    keys = Scope()
    return tuple(_listed(kind, keys, number, element) for number, element in enumerate(elements, start=1))


def _listed(kind: str, keys: Scope, number: int, element: Advisory | Definition | Reference) -> tuple[str, Code]:
    key = str(number) if isinstance(element, Reference) else keys.claim(snake_name(element.id, "entry"))
    citation = Code(f"Citation(ARTICLE, {python_literal(f'{kind}/{key}')})")
    match element:
        case Advisory(kind=alert):
            parts = [python_literal(key), python_literal(alert), citation]
        case Definition():
            parts = [python_literal(key), citation]
        case Reference(target=target):
            return key, bracketed("Reference(", [python_literal(target), citation], ")", indent=4)
    if element.monikers:
        parts.append(argument("monikers", element.monikers, indent=8))
    return key, bracketed(f"{type(element).__name__}(", parts, ")", indent=4)

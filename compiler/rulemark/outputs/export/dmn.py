"""DMN 1.3: one file per article, one decision table per decision.

The tables have the hit policy FIRST and speak of complete facts: rows come in the order in which cases are tried. A row
under which two cases disagree answers null, and so does the last row, for what the article leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from rulemark.outputs.export.regions import Among, Bound, Range, Test, TooManyBoxesError, boxes_of
from rulemark.outputs.python.decisions import Function
from rulemark.outputs.python.layout import one_line
from rulemark.outputs.python.subject import Subject
from rulemark.policy import Input, InputType, Value, in_locale

_MODEL: Final = "https://www.omg.org/spec/DMN/20191111/MODEL/"
_NOT_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES: Final = {
    InputType.BOOLEAN: "boolean",
    InputType.CHOICE: "string",
    InputType.DATE: "date",
    InputType.INTEGER: "number",
    InputType.NUMBER: "number",
    InputType.MONEY: "number",
    InputType.DURATION: "number",
}


def dmn_file(subject: Subject, functions: Sequence[Function]) -> str:
    """Return the decisions of an article as DMN."""
    root = Element("definitions", {"xmlns": _MODEL, "id": f"article_{subject.module}", "name": subject.module})
    root.set("namespace", f"urn:rulemark:{subject.module}")
    _text(root, "description", in_locale(subject.policy.metadata.title, subject.policy.source_locale))
    for each in _inputs_of(functions):
        name = subject.parameters[each.name]
        data = SubElement(root, "inputData", {"id": f"input_{name}", "name": name})
        SubElement(data, "variable", {"id": f"variable_{name}", "name": name, "typeRef": _TYPES[each.type]})
    for function in functions:
        _decision(root, subject, function)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _inputs_of(functions: Sequence[Function]) -> tuple[Input, ...]:
    return tuple({each.name: each for function in functions for each in function.inputs}.values())


def _decision(root: Element, subject: Subject, function: Function) -> None:
    try:
        rows = [(box, chosen) for condition, chosen in function.plan for box in boxes_of(condition, subject.inputs)]
    except (TooManyBoxesError, TypeError):
        rows = []
    name = str(function.key)
    decision = SubElement(root, "decision", {"id": f"decision_{name}", "name": name})
    if not rows:
        _text(decision, "description", "Not exported: its cases are too many for a table.")
    SubElement(decision, "variable", {"id": f"outcome_{name}", "name": name, "typeRef": "string"})
    for each in function.inputs:
        needed = SubElement(decision, "informationRequirement", {"id": f"{name}_needs_{subject.parameters[each.name]}"})
        SubElement(needed, "requiredInput", {"href": f"#input_{subject.parameters[each.name]}"})
    if rows:
        table = SubElement(decision, "decisionTable", {"id": f"table_{name}", "hitPolicy": "FIRST"})
        _columns(table, subject, function)
        for number, (box, chosen) in enumerate(rows, start=1):
            _row(table, subject, function, (number, [box.get(each.name) for each in function.inputs], chosen))
        _row(table, subject, function, (len(rows) + 1, [None for _ in function.inputs], ()))


def _columns(table: Element, subject: Subject, function: Function) -> None:
    for each in function.inputs:
        name = subject.parameters[each.name]
        column = SubElement(table, "input", {"id": f"column_{function.key}_{name}", "label": name})
        asked = SubElement(
            column, "inputExpression", {"id": f"asked_{function.key}_{name}", "typeRef": _TYPES[each.type]}
        )
        _text(asked, "text", name)
    # a single output has no name of its own: the result is that of the decision
    SubElement(table, "output", {"id": f"output_{function.key}", "label": str(function.key), "typeRef": "string"})


def _row(
    table: Element, subject: Subject, function: Function, row: tuple[int, list[Test | None], tuple[int, ...]]
) -> None:
    number, tests, chosen = row
    rule = SubElement(table, "rule", {"id": f"rule_{function.key}_{number}"})
    said = " / ".join(subject.quoted(function.cases[i].evidence) for i in chosen)
    _text(rule, "description", said or "Whatever is left is left open by the article.")
    for column, test in enumerate(tests, start=1):
        entry = SubElement(rule, "inputEntry", {"id": f"test_{function.key}_{number}_{column}"})
        _text(entry, "text", "-" if test is None else _unary(test))
    entry = SubElement(rule, "outputEntry", {"id": f"then_{function.key}_{number}"})
    _text(entry, "text", _literal(function.cases[chosen[0]].then) if len(chosen) == 1 else "null")


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", one_line(text))


def _unary(test: Test) -> str:
    """Return a test in FEEL: `< 25`, `[10..20)`, `"owner","guest"`."""
    match test:
        case Among(values):
            return ",".join(_literal(value) for value in values)
        case Range(low, high) if low is not None and high is not None:
            if low == high:
                return _bound(low)
            opening, closing = "[" if test.low_included else "(", "]" if test.high_included else ")"
            return f"{opening}{_bound(low)}..{_bound(high)}{closing}"
        case Range(None, None):
            return "-"
        case Range(low, None):
            return f"{'>=' if test.low_included else '>'} {_bound(low)}"
        case Range(None, high):
            return f"{'<=' if test.high_included else '<'} {_bound(high)}"
        case _:
            raise AssertionError(test)


def _bound(bound: Bound | None) -> str:
    return f'date("{bound}")' if isinstance(bound, str) else f"{bound:f}"


def _literal(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

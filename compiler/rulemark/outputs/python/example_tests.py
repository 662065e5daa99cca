"""The tests that a package ships: what writers expect of each decision, and what comes out at its edges."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rulemark.examples import Answer, Decided, Unknown, Unstated, boundaries
from rulemark.outputs.python.decisions import Function
from rulemark.outputs.python.expressions import plain
from rulemark.outputs.python.imports import import_order
from rulemark.outputs.python.layout import WIDTH, bracketed, docstring, exploded, one_line, width
from rulemark.outputs.python.names import Scope
from rulemark.outputs.python.signatures import enumeration
from rulemark.outputs.python.subject import MONIKER, Subject
from rulemark.outputs.templating import Code, python_literal
from rulemark.policy import Example, Input, InputType, Value

_ANSWERS: Final = ("Decided", "Unknown", "Unstated")
_OWN_NAMES: Final = ("agree", "annotations", "answer", "date", "expected", "facts", "needs", "outcome", "pytest")
"""What the test module itself uses; the module of an article that is called so has another name in it."""


@dataclass(frozen=True, slots=True)
class DecisionTest:
    """One test function.

    Attributes:
        signature: From `def` to the colon.
        doc: Its docstring.
        body: What it does: ask, and compare.
        rows: A `pytest.param` each: the facts, what is expected, and the place or the edge as id.
    """

    signature: Code
    doc: Code
    body: Code
    rows: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class ExampleTests:
    """What the template of the test module prints.

    Attributes:
        imports: From the package.
        decimal: Whether some fact is a `Decimal`.
        date: Whether some fact is a `date`.
        tests: One per decision; empty when nothing can be tested.
    """

    imports: Code
    decimal: bool
    date: bool
    tests: tuple[DecisionTest, ...]


def example_tests(
    articles: Iterable[tuple[Subject, Sequence[Function]]], examples: Iterable[Example], package: str
) -> ExampleTests:
    """Return the tests of a package.

    Args:
        articles: Each article with its decisions.
        examples: Those of all articles; one about a decision that the package doesn't have is left out.
        package: The import name.
    """
    asked = [(subject, functions) for subject, functions in articles if functions]
    scope = Scope(_OWN_NAMES)
    modules = {subject.module: scope.claim(subject.module) for subject, _ in asked}
    about = _by_decision(examples)
    tests = tuple(
        _test(_Asked(subject, function, modules[subject.module]), about, scope)
        for subject, functions in asked
        for function in functions
    )
    called = {name for test in tests for row in test.rows for name in _called(row)}
    return ExampleTests(_imports(package, modules), "Decimal" in called, "date" in called, tests)


def _by_decision(examples: Iterable[Example]) -> Mapping[tuple[str, str], list[Example]]:
    found: dict[tuple[str, str], list[Example]] = {}
    for example in examples:
        found.setdefault((example.article, example.decision), []).append(example)
    return found


def _called(row: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(row)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def _imports(package: str, modules: Mapping[str, str]) -> Code:
    """Return the statements in the order of the linter: one for each name that is imported as another at the end."""
    own = sorted((*_ANSWERS, *(name for name in modules if modules[name] == name)), key=import_order)
    flat = f"from {package} import {', '.join(own)}"
    first = flat if width(flat) <= WIDTH else exploded(f"from {package} import (", own, ")")
    others = sorted((name for name in modules if modules[name] != name), key=import_order)
    return Code("\n".join((first, *(f"from {package} import {name} as {modules[name]}" for name in others))))


def _test(asked: _Asked, about: Mapping[tuple[str, str], list[Example]], scope: Scope) -> DecisionTest:
    key, module = asked.function.key, asked.subject.module
    examples = about.get((asked.subject.policy.path, asked.function.decision.id), ())
    rows = dict.fromkeys((*asked.examples(examples), *asked.edges()))
    name = scope.claim(f"test_{module}_{key}")
    return DecisionTest(
        signature=bracketed(f"def {name}(", ["facts: dict[str, Any]", "expected: Expected"], ") -> None:"),
        doc=docstring([f"Ask `{module}.{key}` what writers give as examples, and at its edges."], indent=4),
        body=bracketed("agree(", [f"{asked.module}.{key}(**facts)", "expected"], ")", indent=4),
        rows=tuple(rows),
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """A decision while its test is written; `module` is what the test module calls that of its article."""

    subject: Subject
    function: Function
    module: str

    def examples(self, examples: Iterable[Example]) -> Iterator[Code]:
        """Yield a row for each reader that an example is for."""
        by_moniker = any(each.name == MONIKER for each in self.function.inputs)
        for example in examples:
            place = f"{example.location.path}:{example.location.start.line}"
            for moniker in (example.monikers if by_moniker else ()) or ("",):
                name = f"{place} {moniker}" if len(example.monikers) > 1 and moniker else place
                facts = {**dict(example.facts), **({MONIKER: moniker} if moniker else {})}
                yield self._row(facts, python_literal(example.expected), name)

    def edges(self) -> Iterator[Code]:
        """Yield a row for each edge, with what the policy answers there."""
        for edge in boundaries(self.subject.policy, self.function.decision)[0]:
            facts = {**dict(edge.facts), **({MONIKER: edge.moniker} if edge.moniker else {})}
            said = [
                f"{self.subject.parameters[each.name]} is {_shown(facts.get(each.name))}"
                for each in self.function.inputs
            ]
            yield self._row(facts, self._expected(edge.answer), ", ".join(said) or "always")

    def _row(self, facts: Mapping[str, Value], expected: str, name: str) -> Code:
        parts = [
            f"{python_literal(self.subject.parameters[each.name])}: {self._fact(each, facts.get(each.name))}"
            for each in self.function.inputs
        ]
        given = bracketed("{", parts, "}", indent=12)
        shown = [given, expected, f"id={python_literal(one_line(name))}"]
        return bracketed("pytest.param(", shown, ")", indent=8)

    def _fact(self, each: Input, value: Value | None) -> str:
        """Return a fact as source: the member of an enumeration where there is one, None when it is unknown."""
        if each.type is InputType.DATE and value is not None:
            return python_literal(date.fromisoformat(str(value)))
        if each.name not in self.subject.enums or value is None:
            return python_literal(value)
        name = self.subject.enums[each.name]
        members = enumeration(name, "", [(choice, "") for choice in each.choices]).members
        member = next((one.name for one in members if one.value == value), None)
        return f"{self.module}.{name}.{member}" if member else python_literal(value)

    def _expected(self, answer: Answer) -> str:
        """Return the outcome, or the parameters that are needed as a tuple: none where the article is silent."""
        match answer:
            case Decided(outcome):
                return python_literal(outcome)
            case Unknown(needs):
                parameters = sorted(self.subject.parameters.get(name, name) for name in needs)
                return bracketed("(", [python_literal(name) for name in parameters], ")", indent=12, single=",")
            case Unstated():
                return "()"


def _shown(value: Value | None) -> str:
    if value is None:
        return "unknown"
    return value if isinstance(value, str) else str(plain(value)).lower()

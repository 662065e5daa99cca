"""The tests that a package ships: what writers expect of each decision, and what comes out at every edge."""

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
from rulemark.outputs.python.shipped_test import ShippedTest
from rulemark.outputs.python.signatures import fact
from rulemark.outputs.python.subject import MONIKER, Subject
from rulemark.outputs.python.timer_tests import BEGIN, timer_test
from rulemark.outputs.python.timers import TimerConstant
from rulemark.outputs.templating import Code, python_literal
from rulemark.policy import Example, Value

_ANSWERS: Final = ("Decided", "Unknown", "Unstated")
_OWN_NAMES: Final = (
    *("agree", "annotations", "answer", "date", "day", "expected", "facts", "first", "is_weekday", "last", "needs"),
    *("outcome", "phase", "pytest", "timer", "BEGIN"),
)
"""What the test module itself uses; the module of an article that is called so has another name in it."""


@dataclass(frozen=True, slots=True)
class ExampleTests:
    """What the template of the test module prints.

    Attributes:
        imports: From the package.
        decimal: Whether some fact is a `Decimal`.
        dated: Whether something is a `date`.
        begin: The day of the event in the tests of timers.
        tests: One per decision.
        timer_tests: One per timer whose ends are days.
    """

    imports: Code
    decimal: bool
    dated: bool
    begin: date
    tests: tuple[ShippedTest, ...]
    timer_tests: tuple[ShippedTest, ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything to test."""
        return bool(self.tests or self.timer_tests)


def example_tests(
    articles: Iterable[tuple[Subject, Sequence[Function], Sequence[TimerConstant]]],
    examples: Iterable[Example],
    package: str,
) -> ExampleTests:
    """Return the tests of a package.

    Args:
        articles: Each article with its decisions and its timers.
        examples: Those of all articles; one about a decision that the package doesn't have is left out.
        package: The import name.
    """
    asked = [each for each in articles if each[1] or each[2]]
    scope = Scope((*_OWN_NAMES, *_ANSWERS, "Any", "Decimal", "Expected", "Timer", "TypeAlias"))
    modules = {subject.module: scope.claim(subject.module) for subject, _, _ in asked}
    about = _by_decision(examples)
    tests = tuple(
        _test(_Asked(subject, function, modules[subject.module]), about, scope)
        for subject, functions, _ in asked
        for function in functions
    )
    timed = tuple(
        test
        for subject, _, timers in asked
        for timer in timers
        if (test := timer_test(timer, subject.module, modules[subject.module], scope))
    )
    return _module(package, modules, tests, timed)


def _module(
    package: str, modules: Mapping[str, str], tests: tuple[ShippedTest, ...], timed: tuple[ShippedTest, ...]
) -> ExampleTests:
    """Return tests with the imports that they need, and no others."""
    used = {node.id for test in (*tests, *timed) for part in (test.body, *test.rows) for node in _names(part)}
    needed = {module: name for module, name in modules.items() if name in used}
    shared = (*(_ANSWERS if tests else ()), *(("Timer",) if timed else ()))
    return ExampleTests(
        imports=_imports(package, shared, needed),
        decimal="Decimal" in used,
        dated="date" in used or bool(timed),
        begin=BEGIN,
        tests=tests,
        timer_tests=timed,
    )


def _by_decision(examples: Iterable[Example]) -> Mapping[tuple[str, str], list[Example]]:
    found: dict[tuple[str, str], list[Example]] = {}
    for example in examples:
        found.setdefault((example.article, example.decision), []).append(example)
    return found


def _names(source: str) -> Iterator[ast.Name]:
    return (node for node in ast.walk(ast.parse(source.strip())) if isinstance(node, ast.Name))


def _imports(package: str, shared: Sequence[str], modules: Mapping[str, str]) -> Code:
    """Return the statements in the order of the linter: one for each name that is imported as another at the end."""
    own = sorted((*shared, *(name for name in modules if modules[name] == name)), key=import_order)
    flat = f"from {package} import {', '.join(own)}"
    first = flat if width(flat) <= WIDTH else exploded(f"from {package} import (", own, ")")
    others = sorted((name for name in modules if modules[name] != name), key=import_order)
    return Code("\n".join((first, *(f"from {package} import {name} as {modules[name]}" for name in others))))


def _test(asked: _Asked, about: Mapping[tuple[str, str], list[Example]], scope: Scope) -> ShippedTest:
    key, module = asked.function.key, asked.subject.module
    examples = about.get((asked.subject.policy.path, asked.function.decision.id), ())
    rows = dict.fromkeys((*asked.examples(examples), *asked.edges()))
    name = scope.claim(f"test_{module}_{key}")
    return ShippedTest(
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
        subject = self.subject
        parts = [
            f"{python_literal(subject.parameters[each.name])}: {fact(subject, each, facts.get(each.name), self.module)}"
            for each in self.function.inputs
        ]
        given = bracketed("{", parts, "}", indent=12)
        shown = [given, expected, f"id={python_literal(one_line(name))}"]
        return bracketed("pytest.param(", shown, ")", indent=8)

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

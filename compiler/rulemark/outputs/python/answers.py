"""The constants that a decision picks its answer from."""

from __future__ import annotations

from collections.abc import Sequence

from rulemark.outputs.python.layout import bracketed, call
from rulemark.outputs.python.signatures import Enumeration
from rulemark.outputs.python.subject import Subject
from rulemark.outputs.templating import Code, python_literal
from rulemark.policy import Case


class Answers:
    """The constants of one decision, made when they are first needed."""

    def __init__(self, subject: Subject, key: str, outcomes: Enumeration) -> None:
        """Start without any, for the decision of that name."""
        self._subject = subject
        self._key = key
        self._outcomes = outcomes
        self._names: dict[object, Code] = {}
        self._sources: list[Code] = []

    def decided(self, index: int, case: Case) -> Code:
        """Return the name of the answer of a case."""
        member = next(each.name for each in self._outcomes.members if each.value == case.then)
        name = self._name(index, f"_{self._key.upper()}_{member}")
        named = [("hedges", case.hedges)] if case.hedges else []
        return self._define(
            index, name, "Decided", [Code(f"{self._outcomes.name}.{member}"), self._citation(index)], named
        )

    def unstated(self, indices: tuple[int, ...], ending: str) -> Code:
        """Return the name of the answer that leaves it open, beside some cases; `ending` says why."""
        name = self._name(indices, f"_{self._key.upper()}_{ending}")
        cited = bracketed("(", [self._citation(index) for index in indices], ")", indent=4, single=",")
        return self._define(indices, name, "Unstated", [cited], [])

    def _name(self, wanted: object, name: str) -> Code:
        return self._names[wanted] if wanted in self._names else Code(self._subject.scope.claim(name))

    def _define(
        self, wanted: object, name: Code, kind: str, values: Sequence[object], named: Sequence[tuple[str, object]]
    ) -> Code:
        if wanted not in self._names:
            self._names[wanted] = name
            self._sources.append(call(f"{name}: Final = {kind}", values, named))
        return name

    def _citation(self, index: int) -> Code:
        return Code(f"Citation(ARTICLE, {python_literal(f'decisions/{self._key}/{index + 1}')})")

    def sources(self) -> tuple[Code, ...]:
        """Return the assignments of all answers that were asked for, in that order."""
        return tuple(self._sources)

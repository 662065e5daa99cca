"""A decision over whole columns, in any language of columns: what to compute, not how.

The meaning is that of the function for one row, three-valued: a missing fact gives no outcome and the names of the
facts that would tell; a value outside its domain gives no outcome and the name of its parameter.
"""

from __future__ import annotations

import sys

from ._column_conditions import Tests, facts_of
from ._decisions import GROUPS
from ._disjoint import are_disjoint
from ._values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Generic, TypeVar

    from ._citations import Article
    from ._column_conditions import Language

    E = TypeVar("E")
else:
    from ._decisions import Generic

    E = None


class Columns(Value, Generic[E]):
    """The columns of a decision.

    Attributes:
        outcome: The outcome, missing where the row is not decided.
        case: The number of the case that decides, from 1; `bulk.citation` finds its sentence.
        status: `decided`, `unknown`, `unstated` or `invalid`.
        needs: The parameters that would tell, where the status is `unknown`.
        invalid: The parameters that lie outside their domain, where the status is `invalid`: the mask of bad rows.
    """

    __slots__ = ("case", "invalid", "needs", "outcome", "status")
    __match_args__ = ("outcome", "case", "status", "needs", "invalid")

    outcome: E
    case: E
    status: E
    needs: E
    invalid: E

    def __init__(self, outcome: E, case: E, status: E, needs: E, invalid: E) -> None:
        """Build the columns."""
        self._fill(outcome=outcome, case=case, status=status, needs=needs, invalid=invalid)


def decision_of(function: Callable[..., object]) -> tuple[Article, str]:
    """Return the article and the name of a decision by its function.

    Raises:
        ValueError: The function is no decision of a module of this package.
    """
    article = getattr(sys.modules.get(function.__module__), "ARTICLE", None)
    if article is None or function.__name__ not in article.content["decisions"]:
        raise ValueError(f"function must be a decision of this package; got {function!r:.80}")
    return article, function.__name__


def columns(article: Article, name: str, language: Language[E], *, complete: bool) -> Columns[E]:
    """Return the columns of a decision.

    Args:
        article: The article.
        name: The decision.
        language: The language to express them in.
        complete: The caller knows that no fact is missing and none lies outside its domain, which makes it faster.
    """
    content = article.content["decisions"][name]
    plan = _Plan(content, Tests(language, article.content["inputs"], complete=complete))
    cases = content["cases"]
    chosen = plan.chain()
    decided = [(test, None if i is None else cases[i]["then"]) for test, i in chosen]
    number = [(test, None if i is None else i + 1) for test, i in chosen]
    return Columns(
        language.first(decided, content["outcomes"]),
        language.first(number, range(1, len(cases) + 1)),
        plan.status(),
        plan.needs(),
        plan.invalid(),
    )


class _Plan(Generic[E]):
    """Which case of a decision decides where, in columns."""

    def __init__(self, content: dict[str, Any], tests: Tests[E]) -> None:
        self.content = content
        self.tests = tests
        self.language = tests.language
        cases = content["cases"]
        self.ranks = [GROUPS.index(case["group"]) for case in cases]
        self.order = sorted(range(len(cases)), key=lambda i: self.ranks[i])
        self.truths = [tests.truth(case["when"]) for case in cases]

    def _up_to(self, rank: int) -> list[int]:
        return [i for i in self.order if self.ranks[i] <= rank]

    def chain(self) -> list[tuple[E, int | None]]:
        """Return tests with the case that each decides, by its index, or None; the first that holds wins."""
        inputs = self.content["inputs"]
        planned = [(self._told(condition), case) for condition, case in self.content["plan"]]
        if planned and self.tests.complete:
            return planned
        outside = [test for name in inputs for test in self.tests.outside(name)]
        without: list[tuple[E, int | None]] = [(self.language.some(outside), None)] if outside else []
        if planned and len(inputs) == 1:
            return [*without, *planned]  # the only fact that may be missing makes every test missing
        return [*without, *((self._decides(i), i) for i in self.order)]

    def _told(self, condition: list[Any]) -> E:
        """Return a condition of the plan; the one that always holds, where the only fact is there."""
        inputs = self.content["inputs"]
        if condition == ["all"] and not self.tests.complete and len(inputs) == 1:
            return self.language.negated(self.language.is_missing(inputs[0]))
        return self.tests.truth(condition)

    def _decides(self, case: int) -> E:
        """Return where a case certainly applies and none of another outcome, of its rank or a higher one, may."""
        rivals = [self.truths[i] for i in self._up_to(self.ranks[case]) if self._rivals(i, case)]
        if not rivals:
            return self.truths[case]
        return self.language.every([self.truths[case], self.language.negated(self.language.some(rivals))])

    def _rivals(self, a: int, b: int) -> bool:
        """Tell whether two cases of different outcomes can apply together."""
        cases = self.content["cases"]
        return bool(cases[a]["then"] != cases[b]["then"]) and not are_disjoint(cases[a]["when"], cases[b]["when"])

    @property
    def _valid(self) -> E:
        """Where every fact that is known lies in its domain."""
        outside = [test for name in self.content["inputs"] for test in self.tests.outside(name)]
        return self.language.negated(self.tests.surely(self.language.some(outside)))

    def invalid(self) -> E:
        """Return the parameters that lie outside their domain."""
        tests = [(self.tests.outside(name), name) for name in sorted(self.content["inputs"])]
        return self.language.names([(self.language.some(parts), name) for parts, name in tests if parts])

    def status(self) -> E:
        """Return whether a row is decided, unknown, unstated or invalid."""
        language = self.language
        decides = language.some([self._decides(i) for i in self.order])
        branches = [(decides, "decided"), (self._unstated(), "unstated"), (language.every([]), "unknown")]
        checked = [] if self.tests.complete else [(language.negated(self._valid), "invalid")]
        return language.first([*checked, *branches], ("invalid", "decided", "unstated", "unknown"))

    def _unstated(self) -> E:
        """Return where nothing applies or can, or two cases disagree and none of a higher rank can apply."""
        language = self.language
        reasons = [language.negated(language.some(self.truths))]
        for rank in range(len(GROUPS)):
            group = [i for i in self.order if self.ranks[i] == rank]
            pairs = [(a, b) for a in group for b in group if a < b and self._rivals(a, b)]
            meet = [language.every([self.truths[a], self.truths[b]]) for a, b in pairs]
            higher = [self.truths[i] for i in self.order if self.ranks[i] < rank]
            none = [language.negated(language.some(higher))] if higher else []
            if meet:
                reasons.append(language.every([language.some(meet), *none]))
        return language.some(reasons)

    def needs(self) -> E:
        """Return the missing facts that an undecided row depends on."""
        language = self.language
        settled = [*map(self._decides, self.order), self._unstated(), language.negated(self._valid)]
        undecided = language.negated(self.tests.surely(language.some(settled)))
        branches = []
        for name in sorted(self.content["inputs"]):
            asks = [language.every([self._pending(i), self._asks(i, name)]) for i in self.order if self._reads(i, name)]
            branches.append((language.every([undecided, language.some(asks)]), name))
        return language.names(branches)

    def _pending(self, case: int) -> E:
        """Return where a case may apply and no case of a higher rank certainly does."""
        higher = [self.tests.surely(self.truths[i]) for i in self.order if self.ranks[i] < self.ranks[case]]
        none = [self.language.negated(self.language.some(higher))] if higher else []
        return self.language.every([self.language.unknown(self.truths[case]), *none])

    def _asks(self, case: int, name: str) -> E:
        return self.tests.depends(self.content["cases"][case]["when"], name)

    def _reads(self, case: int, name: str) -> bool:
        return name in facts_of(self.content["cases"][case]["when"])

"""Examples, run: each one's answer beside what its writer expects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rulemark.examples.evaluation import Answer, Decided, evaluate
from rulemark.policy import Example, Policy, PolicySet


@dataclass(frozen=True, slots=True)
class Trial:
    """An example and what the policy answers.

    Attributes:
        example: The row.
        answer: Of the readers it is for, the first answer that is not the expected one, else that of the first reader.
    """

    example: Example
    answer: Answer

    @property
    def passed(self) -> bool:
        """Whether the policy says what the writer expects."""
        return _outcome(self.answer) == self.example.expected


def run(policies: PolicySet) -> tuple[Trial, ...]:
    """Return every example of a project with its answer, in the order of the articles."""
    return tuple(_trial(example, policy) for example in policies.examples if (policy := policies.get(example.article)))


def _trial(example: Example, policy: Policy) -> Trial:
    trials = tuple(Trial(example, answer) for answer in _answers(example, policy))
    return next((trial for trial in trials if not trial.passed), trials[0])


def _answers(example: Example, policy: Policy) -> Iterator[Answer]:
    """A row of a part for several monikers must hold for each of them."""
    decision = next(one for one in policy.decisions if one.id == example.decision)
    for moniker in example.monikers or ("",):
        yield evaluate(decision, dict(example.facts), moniker=moniker, monikers=policy.monikers)


def _outcome(answer: Answer) -> str | None:
    return answer.outcome if isinstance(answer, Decided) else None

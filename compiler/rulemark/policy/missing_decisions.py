"""RM312: decisions that the vocabulary declares and no article makes any more."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic
from rulemark.policy.model import PolicySet
from rulemark.policy.problems import MISSING_DECISION
from rulemark.policy.vocabulary import DecisionTerm, Vocabulary


def missing_decisions(policies: PolicySet, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Report each declared decision that none of the policies has.

    Args:
        policies: All policies of a project; of a part of one, decisions would seem to be missing.
        vocabulary: The names of the project.
    """
    made = {decision.id for policy in policies.policies for decision in policy.decisions}
    for declared in vocabulary.decisions:
        if declared.id not in made and declared.location is not None and _is_defined(declared, vocabulary):
            yield Diagnostic(
                MISSING_DECISION,
                f"no article decides `{declared.id}`",
                declared.location,
                help="give the inputs and outcomes the words that the article uses now, or take the decision out",
            )


def _is_defined(declared: DecisionTerm, vocabulary: Vocabulary) -> bool:
    """Whether all names of a declaration exist: one that doesn't is reported as such."""
    known = {entry.name for entry in vocabulary.inputs} | {entry.name for entry in vocabulary.outcomes}
    return known.issuperset((*declared.inputs, *declared.outcomes))

"""Do the rules say what writers expect? Examples of articles are run, and the cases at the edges are derived.

An example is a row of a table that a writer marks in any language; the policy is evaluated with its facts, and the
answer is compared with the last cell. The evaluation is the one of the generated rules, without generating them.
"""

from rulemark.examples.boundaries import Edge, boundaries
from rulemark.examples.evaluation import Answer, Decided, Unknown, Unstated, evaluate
from rulemark.examples.render import to_json, to_text
from rulemark.examples.timer_edges import Phase, TimerEdge, timer_edges
from rulemark.examples.trial import Trial, run

__all__ = [
    "Answer",
    "Decided",
    "Edge",
    "Phase",
    "TimerEdge",
    "Trial",
    "Unknown",
    "Unstated",
    "boundaries",
    "evaluate",
    "run",
    "timer_edges",
    "to_json",
    "to_text",
]

"""A whole article under some facts: every decision with its trace, every duty, every timer; for logs and audits."""

from __future__ import annotations

from ._calendar import as_date
from ._citations import Citation
from ._conditions import describe, failing, holds, needs
from ._decisions import GROUPS, Decided, Unknown, decide
from ._domains import checked
from ._duties import duty_of
from ._values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from enum import StrEnum
    from typing import Any

    from ._citations import Article
    from ._decisions import Unstated
    from ._duties import Duty
    from ._timers import Timer

_STATUS = {True: "applies", False: "does not apply", None: "unknown"}


class CaseTrace(Value):
    """What became of one case of a decision.

    Attributes:
        number: Its place in the article, from 1.
        outcome: What it leads to.
        status: `applies`, `does not apply`, `outranked` (it applies, and an exception comes before it) or `unknown`.
        reason: Why, in terms of the facts.
        because: Its sentence.
    """

    __slots__ = ("because", "number", "outcome", "reason", "status")
    __match_args__ = ("number", "outcome", "status", "reason", "because")

    number: int
    outcome: str
    status: str
    reason: str
    because: Citation

    def __init__(self, number: int, outcome: str, status: str, reason: str, because: Citation) -> None:
        """Build a trace."""
        self._fill(number=number, outcome=outcome, status=status, reason=reason, because=because)


class Evaluation(Value):
    """What an article says under some facts.

    Attributes:
        article: The article.
        facts: What was known; None is unknown.
        decisions: Each answer by the name of its decision.
        traces: What became of each case, by the name of its decision.
        duties: Those that apply, or may apply, each with `applies` or `unknown`.
        timers: Those that run, or may run, each with `applies` or `unknown`.
        events: The day of each event that is known.
    """

    __slots__ = ("article", "decisions", "duties", "events", "facts", "timers", "traces")
    __match_args__ = ("article", "facts", "decisions", "traces", "duties", "timers", "events")

    article: Article
    facts: Mapping[str, Any]
    decisions: Mapping[str, Decided[StrEnum] | Unknown | Unstated]
    traces: Mapping[str, tuple[CaseTrace, ...]]
    duties: tuple[tuple[Duty, str], ...]
    timers: tuple[tuple[Timer, str], ...]
    events: Mapping[str, date]

    def __init__(
        self,
        article: Article,
        facts: Mapping[str, Any],
        decisions: Mapping[str, Decided[StrEnum] | Unknown | Unstated],
        traces: Mapping[str, tuple[CaseTrace, ...]],
        duties: tuple[tuple[Duty, str], ...],
        timers: tuple[tuple[Timer, str], ...],
        events: Mapping[str, date],
    ) -> None:
        """Build an evaluation."""
        self._fill(article=article, facts=facts, decisions=decisions, traces=traces)
        self._fill(duties=duties, timers=timers, events=events)

    __hash__ = None  # type: ignore[assignment]  # facts come in a dictionary

    def to_dict(self, locale: str | None = None) -> dict[str, Any]:
        """Return plain data that JSON can hold, sentences in one language; its schema lies beside the article's data.

        Raises:
            ValueError: The article is not written in that locale.
        """
        return {
            "article": self.article.path,
            "revision": self.article.revision(locale),
            "facts": {name: _plain(fact) for name, fact in self.facts.items()},
            "events": {name: day.isoformat() for name, day in self.events.items()},
            "decisions": {name: self._decision(name, locale) for name in self.decisions},
            "duties": [_duty(duty, status, locale) for duty, status in self.duties],
            "timers": [self._timer(timer, status, locale) for timer, status in self.timers],
        }

    def _decision(self, name: str, locale: str | None) -> dict[str, Any]:
        answer = self.decisions[name]
        return {
            "answer": type(answer).__name__.lower(),
            "outcome": None if answer.outcome is None else str(answer.outcome),
            "hedges": list(answer.hedges),
            "needs": sorted(answer.needs) if isinstance(answer, Unknown) else [],
            "because": _cited(answer.because, locale),
            "cases": [
                {"number": case.number, "outcome": case.outcome, "status": case.status, "reason": case.reason}
                for case in self.traces[name]
            ],
        }

    def _timer(self, timer: Timer, status: str, locale: str | None) -> dict[str, Any]:
        day = self.events.get(timer.event or "")
        days = {} if day is None else {"earliest_on": timer.earliest_on(day), "latest_on": timer.latest_on(day)}
        days |= {} if day is None else {"last_day": timer.last_day(day)}
        return {
            "id": timer.id,
            "status": status,
            "event": timer.event,
            "state": None if timer.state is None else str(timer.state),
            "effect": timer.effect,
            **{name: found.isoformat() for name, found in days.items() if hasattr(found, "isoformat")},
            "because": _cited(timer.because, locale),
        }


def evaluate_article(
    article: Article,
    decisions: Mapping[str, type[StrEnum]],
    timers: tuple[Timer, ...],
    facts: Mapping[str, Any],
    events: Mapping[Any, date] | None,
) -> Evaluation:
    """Evaluate everything in an article.

    Args:
        article: The article.
        decisions: The outcomes of each decision by its name.
        timers: Its timers.
        facts: By parameter; None is unknown.
        events: The day of each event that happened, by its name.

    Raises:
        TypeError: A fact or a day has the wrong type.
        ValueError: A fact lies outside its domain, or the article names no such event.
    """
    known = checked(article, facts)
    happened = _checked_events(article, timers, {} if events is None else events)
    content = article.content
    answers = {}
    for name, outcomes in decisions.items():
        inputs = content["decisions"][name]["inputs"]
        answers[name] = decide(article, name, outcomes, **{each: known[each] for each in inputs})
    duties = {name: holds(duty["when"], known) for name, duty in content["duties"].items()}
    running = {timer: holds(content["timers"][timer.id], known) for timer in timers}
    return Evaluation(
        article,
        known,
        answers,
        {name: _trace(article, name, known) for name in decisions},
        tuple((duty_of(article, name), _STATUS[truth]) for name, truth in duties.items() if truth is not False),
        tuple((timer, _STATUS[truth]) for timer, truth in running.items() if truth is not False),
        happened,
    )


def _checked_events(article: Article, timers: tuple[Timer, ...], events: Mapping[Any, date]) -> dict[str, date]:
    """Return the day of each event, after a check of the names and the days."""
    duties = article.content["duties"].values()
    named = {timer.event for timer in timers} | {duty.get(when) for duty in duties for when in ("before", "after")}
    domain = ", ".join(sorted(filter(None, named)))
    known = f"a day by the name of an event: {domain}" if domain else "empty, as the article names no event"
    if not hasattr(events, "items"):
        raise TypeError(f"events must be {known}; got {events!r:.80}")
    for name in events:
        if name is None or name not in named:
            raise ValueError(f"events must be {known}; got {name!r:.80}")
    return {name: as_date(f"events[{name!r}]", day) for name, day in events.items()}


def _trace(article: Article, name: str, known: Mapping[str, Any]) -> tuple[CaseTrace, ...]:
    cases = article.content["decisions"][name]["cases"]
    truths = [holds(case["when"], known) for case in cases]
    ranks = [GROUPS.index(case["group"]) for case in cases]
    first = min((rank for rank, truth in zip(ranks, truths, strict=True) if truth), default=len(GROUPS))
    traces = []
    for number, (case, truth, rank) in enumerate(zip(cases, truths, ranks, strict=True), start=1):
        status = "outranked" if truth and rank > first else _STATUS[truth]
        citation = Citation(article, f"decisions/{name}/{number}")
        traces.append(CaseTrace(number, case["then"], status, _reason(case, truth, status, known), citation))
    return tuple(traces)


def _reason(case: dict[str, Any], truth: bool | None, status: str, known: Mapping[str, Any]) -> str:  # noqa: FBT001
    when = describe(case["when"]) or "always"
    if status == "outranked":
        return f"{when}: a case that comes first applies"
    if truth is None:
        return f"{when}: depends on {', '.join(sorted(needs([case['when']], known)))}"
    if truth:
        return f"{when}: holds"
    return f"{when}: {failing(case['when'], known)}"


def _plain(fact: Any) -> Any:  # noqa: ANN401 - any type of fact
    if fact is None or isinstance(fact, bool | int):
        return fact
    return fact.isoformat() if hasattr(fact, "isoformat") else str(fact)


def _cited(citation: Citation, locale: str | None) -> dict[str, str]:
    return {
        "quote": citation.quote(locale),
        "place": citation.place(locale),
        "anchor": citation.anchor(locale),
    }


def _duty(duty: Duty, status: str, locale: str | None) -> dict[str, Any]:
    return {
        "id": duty.id,
        "kind": duty.kind,
        "status": status,
        "text": duty.text(locale),
        "before": duty.before,
        "after": duty.after,
        "because": _cited(duty.because, locale),
    }

"""The state of something on a day, from all timers of an article that speak of states."""

from __future__ import annotations

from ._calendar import as_date
from ._conditions import holds, needs
from ._decisions import Decided, Unknown, Unstated
from ._domains import checked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from enum import StrEnum
    from typing import TypeVar

    from ._citations import Article
    from ._timers import Timer

    S = TypeVar("S", bound=StrEnum)


def find_state(
    article: Article,
    states: type[S],
    timers: tuple[Timer, ...],
    follows: Mapping[S, S],
    begun: Mapping[str, date | None],
    day: date,
    /,
    **facts: object,
) -> Decided[S] | Unknown | Unstated:
    """Return the state on a day.

    Args:
        article: The article.
        states: Its states.
        timers: Those that speak of states.
        follows: The state that comes after another one.
        begun: The day of each event, and the first day of each state, by its name; None when it is not known.
        day: Which day is asked for.
        facts: What the timers depend on; None is unknown.

    Raises:
        TypeError: A day or a fact has the wrong type.
        ValueError: The day lies before everything that is given, nothing is given, or a fact lies outside its domain.
    """
    starts = {name: as_date(name, when) for name, when in begun.items() if when is not None}
    if not starts:
        raise ValueError(f"at least one of {', '.join(begun)} must be given; got None")
    if (day := as_date("day", day)) < (first := min(starts.values())):
        raise ValueError(f"day must not lie before the event, {first}; got {day}")
    known = checked(article, facts)
    conditions = article.content["timers"]
    truths = {timer: holds(conditions[timer.id], known) for timer in timers}
    _chain(timers, truths, follows, starts)
    holding, possible = _states(timers, truths, starts, day)
    if any(truths[timer] is None for timer in possible):
        open_conditions = [conditions[timer.id] for timer in possible if truths[timer] is None]
        return Unknown(needs(open_conditions, known), tuple(timer.because for timer in possible))
    return _single(states, timers, holding, possible)


def _key(timer: Timer) -> str:
    """Return from what a timer runs: its event, else the beginning of its own state."""
    return timer.event or str(timer.state)


def _chain(
    timers: tuple[Timer, ...], truths: Mapping[Timer, bool | None], follows: Mapping[S, S], starts: dict[str, date]
) -> None:
    """Add the first day of each state that follows from what is given: with its event, or after another state."""
    for _ in timers:
        for timer in timers:
            start = starts.get(_key(timer))
            if start is None or not truths[timer]:
                continue
            last = timer.last_day(start)
            if not isinstance(last, Unknown | Unstated):
                starts.setdefault(str(timer.state), start)
                after = next((later for state, later in follows.items() if state == timer.state), None)
                starts.setdefault(str(after), last.fromordinal(last.toordinal() + 1))


def _states(
    timers: tuple[Timer, ...], truths: Mapping[Timer, bool | None], starts: dict[str, date], day: date
) -> tuple[list[Timer], list[Timer]]:
    """Return the timers whose state certainly holds on the day, and those whose state may hold."""
    latest = max((start for name, start in starts.items() if start <= day and _is_state(timers, name)), default=None)
    holding: list[Timer] = []
    possible: list[Timer] = []
    for timer in timers:
        start = starts.get(_key(timer))
        if start is None or day < start or truths[timer] is False:
            continue
        own = starts.get(str(timer.state), day)
        certain, perhaps = _covers(timer, start, day)
        if latest is not None and own < latest:
            continue  # a state that begins later ends this one
        if certain and truths[timer]:
            holding.append(timer)
        elif perhaps:
            possible.append(timer)
    return holding, possible


def _is_state(timers: tuple[Timer, ...], name: str) -> bool:
    return any(timer.state == name for timer in timers)


def _covers(timer: Timer, start: date, day: date) -> tuple[bool, bool]:
    """Tell whether the state of a timer certainly holds on a day, and whether it may."""
    if timer.lasts is not None:
        last = timer.last_day(start)
        if isinstance(last, Unknown | Unstated):
            return False, True
        return day <= last, day <= last
    first, surely = timer.earliest_on(start), timer.latest_on(start)
    may = isinstance(first, Unknown | Unstated) or day >= first
    return not isinstance(surely, Unknown | Unstated) and day >= surely, may


def _single(
    states: type[S], timers: tuple[Timer, ...], holding: list[Timer], possible: list[Timer]
) -> Decided[S] | Unknown | Unstated:
    """Return the only state there can be; two of them, or perhaps another one, are left open."""
    if holding and {timer.state for timer in (*holding, *possible)} == {holding[0].state}:
        timer = holding[0]
        return Decided(states(str(timer.state)), timer.because, timer.hedges)
    return Unstated(tuple(timer.because for timer in (*holding, *possible) or timers))

"""How a summary puts what a policy states: timers, amounts, and sentences cut to a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rulemark.outputs.guidance.voice import Voice
from rulemark.policy import Amount, Duration, Operator, Timer

_LONG: Final = 200
"""Characters of a sentence; the summary shows the beginning of a longer one."""


def clipped(text: str) -> str:
    """Return the beginning of a long text: the line leads to the whole of it."""
    if len(text) <= _LONG:
        return text
    head = text[: _LONG - 1]
    return f"{head.rpartition(' ')[0] or head}…"


def timer_words(timer: Timer, voice: Voice, length: Callable[[Duration], str]) -> str:
    """Return what a timer says: `after 90 days at the earliest, after 180 days at the latest`.

    Args:
        timer: The timer.
        voice: How the page speaks.
        length: A duration in words.
    """
    words = []
    if timer.lasts:
        words.append(voice.say("lasts", duration=length(timer.lasts)))
    if timer.earliest and timer.earliest == timer.latest:
        words.append(voice.say("exactly", duration=length(timer.earliest)))
    elif timer.earliest and timer.latest:
        words.append(voice.say("window", earliest=length(timer.earliest), latest=length(timer.latest)))
    elif timer.earliest:
        words.append(voice.say("earliest", duration=length(timer.earliest)))
    elif timer.latest:
        words.append(voice.say("latest", duration=length(timer.latest)))
    if timer.before:
        words.append(voice.say("before", duration=length(timer.before)))
    if timer.period:
        words.append(voice.period(timer.period))
    return " · ".join(words)


def amount_words(amount: Amount, voice: Voice) -> str:
    """Return what an amount says: `5 devices or less`."""
    if amount.upper is not None:
        return voice.say("between", low=voice.number(amount.value), high=voice.measure(amount.upper, amount.unit))
    measure = voice.measure(amount.value, amount.unit)
    return measure if amount.operator is Operator.EQ else voice.say(amount.operator.value, value=measure)

"""What pages hand to their scripts: data that can stand in a script element, and the phrases that scripts speak."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from markupsafe import Markup

from rulemark.outputs.guidance.phrases import Phrase
from rulemark.outputs.guidance.voice import Voice

Json: TypeAlias = str | int | bool | Sequence["Json"] | Mapping[str, "Json"] | None

_SHARED = ("choose_tab", "hidden_parts", "search_none", "search_results")
_OF_PANEL = (
    "answer_duties answer_invalid answer_steps answer_unknown answer_unstated by_date depends_on from_date on_date "
    "until_date timers version duty_obligation duty_prohibition duty_permission duty_recommendation duty_exemption "
    "duty_effect"
)


def script_json(value: Json) -> Markup:
    """Return JSON for a script element: no character in it can end the element or begin a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - every character with a meaning in HTML has just been escaped


def phrases_for_scripts(voice: Voice, *, panel: bool) -> Markup:
    """Return the phrases that the script of a page needs, as JSON."""
    keys = (*_SHARED, *(_OF_PANEL.split() if panel else ()))
    phrases: dict[str, Phrase] = {key: voice.catalogue.phrase(key) for key in keys}
    return script_json(phrases)

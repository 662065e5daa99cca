from __future__ import annotations

import pytest

from rulemark.document import parse
from rulemark.policy import assemble
from rulemark.source import Source
from rulemark.statements import extract, load_lexicon

TEXT = "# Lamp\n\nThe lamp flashes for yonder 5 minutes after the alarm.\n"


@pytest.mark.parametrize(("words", "timers"), [({}, 1), ({"rolling": ["yonder"]}, 0)])
def test_the_words_that_a_project_adds_tell_look_alikes_too(words: dict[str, list[str]], timers: int) -> None:
    lexicon = load_lexicon("en-us", [{"beside_numbers": words}])
    extraction = extract(parse(Source("en-us/lamp.md", TEXT, "en-us")), lexicon)

    (policy,) = assemble([extraction]).policies
    assert len(policy.timers) == timers

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


@pytest.mark.parametrize(
    ("locale", "sentence", "reason"),
    [
        ("sv-se", "Vi räknar användningen över rullande 12 månader.", "a window of time that moves on"),
        ("sv-se", "Du får använda bastun 4 timmar per vecka.", "a time that is counted per another"),
        ("sv-se", "Upp till 5 outnyttjade dagar kan sparas.", "a number of days, not a time limit"),
        ("sv-se", "Grupper på upp till 10 personer kan boka rummet.", "a limit or a condition"),
        ("da-dk", "Lampen blinker i de kommende 20 dage.", "a window of time that begins today"),
        ("da-dk", "Lampen slukkes om 5 minutter.", "a time that is no limit"),
        ("da-dk", "Op til 5 ubrugte dage kan overføres.", "a number of days, not a time limit"),
        ("da-dk", "Du må bruge saunaen 4 timer pr. uge.", "a time that is counted per another"),
        ("pl-pl", "Lampa miga przez najbliższych 20 dni.", "a window of time that begins today"),
        ("pl-pl", "Pompa działa co 5 minut.", "a time that comes round"),
        ("pl-pl", "Do 5 niewykorzystanych dni można przenieść.", "a number of days, not a time limit"),
        ("pl-pl", "Grupy liczące do 10 osób mogą zarezerwować salę.", "a limit or a condition"),
        ("tr-tr", "Lamba önümüzdeki 20 gün yanıp söner.", "a window of time that begins today"),
        ("tr-tr", "Kullanım kayan 12 ay üzerinden sayılır.", "a window of time that moves on"),
        ("tr-tr", "En fazla 5 kullanılmamış gün devredilebilir.", "a number of days, not a time limit"),
    ],
)
def test_a_number_that_only_looks_like_a_limit_is_no_rule(locale: str, sentence: str, reason: str) -> None:
    source = Source(f"{locale}/lamp.md", f"# Lamp\n\n{sentence}\n", locale)

    (policy,) = assemble([extract(parse(source), load_lexicon(locale))]).policies
    assert [item.reason.partition(":")[0] for item in policy.not_compiled] == [reason]
    assert (policy.timers, policy.amounts) == ((), ())

from __future__ import annotations

import pytest

from rulemark.statements import load_lexicon, read


@pytest.mark.parametrize(
    ("locale", "text", "event"),
    [
        ("nl-nl", "Alle bestanden worden uiterlijk 60 dagen na annulering verwijderd.", "na annulering"),
        ("nl-nl", "De borg wordt binnen 30 dagen na het vertrek terugbetaald.", "na het vertrek"),
        ("nl-nl", "De pas vervalt 30 dagen na het verbod.", "na het verbod"),
        ("de-de", "Dateien werden 60 Tage nach der Kündigung gelöscht.", "nach der Kündigung"),
        (
            "de-de",
            "Er wird 30 Tage nach der letzten Anmeldung automatisch gesperrt.",
            "nach der letzten Anmeldung",
        ),
        ("en-us", "Files are deleted 60 days after the cancellation.", "after the cancellation"),
    ],
)
def test_the_event_ends_before_the_verb_that_ends_the_clause(locale: str, text: str, event: str) -> None:
    reading = read(text, load_lexicon(locale))
    (quantity,) = reading.quantities

    assert quantity.anchor is not None
    assert reading.words(quantity.anchor) == event

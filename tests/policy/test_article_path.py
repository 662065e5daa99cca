from __future__ import annotations

import pytest

from rulemark.policy import article_path


@pytest.mark.parametrize(
    ("path", "locale", "name"),
    [
        ("content/nl-nl/commerce/cancel.md", "nl-nl", "commerce/cancel"),
        ("content/nl-NL/commerce/cancel.md", "nl-nl", "commerce/cancel"),
        ("commerce/cancel.nl-nl.md", "nl-nl", "commerce/cancel"),
        ("cancel.md", "nl-nl", "cancel"),
        ("./docs/cancel.md", "en-us", "docs/cancel"),
        ("../docs/cancel.md", "en-us", "docs/cancel"),
        ("/srv/docs/en-us/a/b.md", "en-us", "a/b"),
        ("en-us/tools/en-us/a.md", "en-us", "a"),
        ("content/de-de/a.md", "nl-nl", "content/de-de/a"),
        ("zh-hant-tw/a.md", "zh-hant-tw", "a"),
        ("a.b/c.d.md", "en-us", "a.b/c.d"),
        ("und/a.md", "und", "und/a"),
    ],
)
def test_an_article_is_called_the_same_in_every_locale(path: str, locale: str, name: str) -> None:
    assert article_path(path, locale) == name

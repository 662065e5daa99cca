from __future__ import annotations

import pytest

from rulemark.project.locales import locale_of

HEADER = "---\ntitle: x\nms.contentlocale: de-DE\n---\n# x\n"


@pytest.mark.parametrize(
    ("path", "text", "asked", "locale"),
    [
        ("docs/nl-nl/a.md", HEADER, "fr-fr", "de-de"),
        ("docs/nl-nl/a.md", "# x", "fr-fr", "nl-nl"),
        ("docs/zh-Hant-TW/a.md", "# x", "", "zh-hant-tw"),
        ("docs/es-419/a.md", "# x", "", "es-419"),
        ("a.nl-nl.md", "# x", "fr-fr", "fr-fr"),
        ("a.nl-nl.md", "# x", "", "nl-nl"),
        ("2020.ja-jp.draft.md", "# x", "", "ja-jp"),
        ("docs/en/a.md", "# x", "", "en-us"),
        ("a.md", "no header\nms.contentlocale: de-DE\n", "", "en-us"),
        ("nl-nl/x/de-de/a.md", "# x", "", "de-de"),
        ("a.md", "\ufeff---\r\nms.contentlocale: 'ja-JP'\r\n---\r\n", "", "ja-jp"),
        ("a.md", "---\nms.contentlocale: what?\n---\n", "", "en-us"),
    ],
)
def test_header_then_folder_then_caller_then_file_name_decide(path: str, text: str, asked: str, locale: str) -> None:
    assert locale_of(path, text, asked) == locale

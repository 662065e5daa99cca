from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rulemark import checks
from rulemark.difference import ChangeKind, compare, to_json, to_markdown, to_text
from rulemark.project import compile_files

LINES = st.sampled_from(
    [
        "# Title",
        '## <a name="part"></a>Part',
        "## Part",
        "If you have fewer than 5 seats, order online.",
        "If you have more than 5 seats, call us.",
        "Als u meer dan 5 plaatsen hebt, belt u ons.",
        "Rooms are kept for 30 days and are gone no later than 90 days after closing.",
        "Rooms are kept for 20 days and are gone no later than 90 days after closing.",
        "You can't undo this.",
        "1. Open **Rooms**.",
        "- See [Rooms](rooms.md).",
        "> [!NOTE]",
        "> A note.",
        '::: moniker range="cloud-a"',
        "::: moniker-end",
        "| Seats | Price |",
        "|---|---|",
        "| up to 5 | 10 EUR |",
        "![](x.png)",
        "---",
        "",
        "",
    ]
)
ARTICLES = st.lists(LINES, max_size=12).map("\n".join)


@given(ARTICLES, ARTICLES)
@settings(max_examples=60, deadline=None)
def test_any_two_articles_can_be_checked_and_compared(english: str, dutch: str) -> None:
    compilation = compile_files({"en-us/a.md": english, "nl-nl/a.md": dutch})
    for finding in checks.run(compilation):
        assert finding.message
        assert "\n" not in finding.message
        assert finding.location.span.end <= len(finding.location.source.text)
    other = compile_files({"en-us/a.md": dutch}).policies
    changes = compare(compilation.policies, other)
    assert to_text(changes)
    assert to_markdown(changes)
    assert to_json(changes)
    same = compare(compilation.policies, compilation.policies)
    assert {change.change for change in same} <= {ChangeKind.UNCHANGED}

from __future__ import annotations

import pytest

from rulemark.document import parse
from rulemark.source import Source
from rulemark.statements.layout.labels import NO_LABEL, Label, label_of
from rulemark.statements.layout.passages import lay_out


def _label(text: str) -> tuple[Label, str]:
    passage = lay_out(parse(Source("a.md", text))).passages[0]
    label = label_of(passage)
    return label, passage.plain.text[label.end :]


@pytest.mark.parametrize(
    ("text", "label", "separated", "body"),
    [
        ("*Fee:* You pay.", "Fee", True, "You pay."),
        ("**Fee**: You pay.", "Fee", True, "You pay."),
        ("**Fee** – You pay.", "Fee", True, "You pay."),
        ("**Fee** - You pay.", "Fee", True, "You pay."),
        ("**費用**：支払います。", "費用", True, "支払います。"),
        ("- **Your fee** You pay.", "Your fee", False, "You pay."),
        ("- **費用** 支払います。", "費用", False, "支払います。"),
        ("1. **Fee.** You pay.", "Fee.", False, "You pay."),
    ],
)
def test_a_label_runs_in_front_of_its_text(text: str, label: str, separated: bool, body: str) -> None:  # noqa: FBT001
    found, rest = _label(text)

    assert (found.text, found.separated, rest) == (label, separated, body)


@pytest.mark.parametrize(
    "text",
    [
        "**Fee** You pay.",
        "- **Fee** is what you pay.",
        "- **Fee**s are paid.",
        "**Fee:**",
        "- **Fee**",
        "Fee: you pay.",
        "The **fee**: you pay.",
        "[Fee](fee.md): you pay.",
        f"**{'long ' * 13}**: you pay.",
        "**-x**-y is an option.",
    ],
)
def test_other_emphasis_is_no_label(text: str) -> None:
    assert _label(text)[0] == NO_LABEL

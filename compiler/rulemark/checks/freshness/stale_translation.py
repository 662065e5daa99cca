"""RM431: a translation of another version of the source states rules that have changed since."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.problems import STALE_TRANSLATION
from rulemark.checks.translation import Difference, Translation, differences, pair_sections
from rulemark.diagnostics import Diagnostic, Label, Severity
from rulemark.source import Location, Span

_MOST = 8
"""Changed rules that are shown one by one."""


def stale_translation(translation: Translation) -> Iterator[Diagnostic]:
    """Report a translation of another version once, with the rules that read differently now."""
    changed = [
        item
        for item in differences(translation, pair_sections(translation))
        if item.finding.severity is not Severity.NOTE
    ]
    if changed:
        count = f"{len(changed)} rule{'s' if len(changed) > 1 else ''}"
        yield Diagnostic(
            STALE_TRANSLATION,
            f"translates another version of the source; {count} changed since: {_rules(changed)}",
            _header(translation),
            help="have the changed rules translated again",
            labels=tuple(label for item in changed[:_MOST] for label in _places(item)),
        )


def _rules(changed: list[Difference]) -> str:
    shown = "; ".join(item.finding.message for item in changed[:3])
    return shown if len(changed) <= 3 else f"{shown}; …"


def _places(item: Difference) -> tuple[Label, Label]:
    return Label(item.target, item.finding.message), Label(item.source, "the source as it is now")


def _header(translation: Translation) -> Location:
    """Return the line of the front matter that says which version was translated, else the start of the file."""
    document = translation.target.document
    fields = document.front_matter.fields if document.front_matter else ()
    field = next((field for field in fields if field.key in {"ms.openlocfilehash", "ms.sourcegitcommit"}), None)
    return Location(document.source, field.value_span if field else Span(0, 0))

"""RM431: a translation of another version of the source states rules that have changed since."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.problems import STALE_TRANSLATION
from rulemark.checks.translation import Difference, Sections, Trait, Translation, differences, pair_sections
from rulemark.diagnostics import Diagnostic, Label, Severity
from rulemark.source import Location, Span

_MOST = 8
"""Changed rules that are shown one by one."""
_TRAITS = {Trait.STEPS: "steps", Trait.ZONE: "zones", Trait.ALERT: "alerts"}
"""What a reader follows; other links and images change no rule."""


def stale_translation(translation: Translation) -> Iterator[Diagnostic]:
    """Report a translation of another version once, with the rules that read differently now."""
    sections = pair_sections(translation)
    changed = [item for item in differences(translation, sections) if item.finding.severity is not Severity.NOTE]
    messages = [item.finding.message for item in changed]
    parts = list(_parts(sections))
    if changed or parts:
        counts = [f"{len(group)} {noun}{'s' if len(group) > 1 else ''}" for group, noun in _counted(messages, parts)]
        what = f"{' and '.join(counts)} changed since: {_shown(messages + parts)}"
        yield Diagnostic(
            STALE_TRANSLATION,
            f"translates another version of the source; {what}",
            _header(translation),
            help="have the changed rules translated again",
            labels=tuple(label for item in changed[:_MOST] for label in _places(item)),
        )


def _counted(messages: list[str], parts: list[str]) -> Iterator[tuple[list[str], str]]:
    yield from ((group, noun) for group, noun in ((messages, "rule"), (parts, "part")) if group)


def _parts(sections: Sections) -> Iterator[str]:
    """Say which sections came and went, and which have other steps, zones or alerts."""
    yield from (f"section `{part.anchor}` is missing" for part in sections.missing)
    yield from (f"section `{part.anchor}` is not in the source" for part in sections.extra)
    for source, target in sections.pairs:
        for trait, noun in _TRAITS.items():
            ours, theirs = ([mark.value for mark in part.of(trait)] for part in (source, target))
            if ours != theirs:
                where = f"section `{source.anchor}`" if source.anchor else "the introduction"
                yield f"{where} has other {noun}"


def _shown(messages: list[str]) -> str:
    shown = "; ".join(messages[:3])
    return shown if len(messages) <= 3 else f"{shown}; …"


def _places(item: Difference) -> tuple[Label, Label]:
    return Label(item.target, item.finding.message), Label(item.source, "the source as it is now")


def _header(translation: Translation) -> Location:
    """Return the line of the front matter that says which version was translated, else the start of the file."""
    document = translation.target.document
    fields = document.front_matter.fields if document.front_matter else ()
    field = next((field for field in fields if field.key in {"ms.openlocfilehash", "ms.sourcegitcommit"}), None)
    return Location(document.source, field.value_span if field else Span(0, 0))

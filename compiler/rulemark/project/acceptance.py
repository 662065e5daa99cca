"""Findings that a project has decided to live with: who accepted them, why, and until when.

An entry names an article, a section and a kind, not a line, so that it survives edits elsewhere in the article. An
entry that hides nothing any more, and one whose day has passed, are findings themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import yaml

from rulemark.compilation import Compilation
from rulemark.diagnostics import Diagnostic, Kind, sort_key
from rulemark.project.errors import ProjectError
from rulemark.project.kinds import KINDS
from rulemark.project.problems import EXPIRED_ACCEPTANCE, STALE_ACCEPTANCE
from rulemark.source import Location, Source, Span

_REQUIRED = ("article", "anchor", "kind", "reason", "author")
_OPTIONAL = ("expires",)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One entry of the list.

    Attributes:
        article: The path of the article.
        anchor: The section, "" before the first heading.
        kind: The kind of finding, by code.
        reason: Why it is right to live with it.
        author: Who decided so.
        expires: The last day on which it counts; None: for good.
        location: Where the entry stands.
    """

    article: str
    anchor: str
    kind: str
    reason: str
    author: str
    expires: date | None
    location: Location


def read_acceptances(source: Source) -> tuple[Acceptance, ...]:
    """Read a list of accepted findings in YAML; raises ProjectError with the line of a mistake."""
    try:
        node = yaml.compose(source.text, Loader=yaml.SafeLoader)
        values = yaml.safe_load(source.text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark is not None else ""
        raise ProjectError(f"{source.path}{line}: is not YAML") from None
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        raise ProjectError(f"{source.path}: must hold a list of accepted findings")
    places = [Location(source, Span(entry.start_mark.index, entry.end_mark.index)) for entry in node.value]
    return tuple(_acceptance(value, place) for value, place in zip(values, places, strict=True))


def _acceptance(value: object, place: Location) -> Acceptance:
    def wrong(problem: str) -> ProjectError:
        return ProjectError(f"{place.path}:{place.start.line}: {problem}")

    if not isinstance(value, Mapping):
        raise wrong("an accepted finding must be a mapping")
    for key in value:
        if key not in (*_REQUIRED, *_OPTIONAL):
            raise wrong(f"`{key}`: unknown key; known keys: {', '.join((*_REQUIRED, *_OPTIONAL))}")
    for key in _REQUIRED:
        if not isinstance(value.get(key), str) or (key != "anchor" and not value[key].strip()):
            raise wrong(f"`{key}`: must be a text")
    kind = next((kind for kind in KINDS if value["kind"] in {kind.code, kind.name}), None)
    if kind is None:
        raise wrong(f"`{value['kind']}` is no kind of finding")
    expires = value.get("expires")
    if expires is not None and not isinstance(expires, date):
        raise wrong("`expires`: must be a day such as 2030-12-31")
    texts = {key: str(value[key]) for key in ("article", "anchor", "reason", "author")}
    return Acceptance(kind=kind.code, expires=expires, location=place, **texts)


def accept(
    diagnostics: Sequence[Diagnostic], acceptances: Sequence[Acceptance], compilation: Compilation, today: date
) -> tuple[Diagnostic, ...]:
    """Return findings without those that are accepted, and with what is wrong with the list.

    Args:
        diagnostics: What was found.
        acceptances: The list.
        compilation: Where the sections of the articles are.
        today: The day on which the list is judged.
    """
    sections = _sections(compilation)
    found = {_key(item, sections) for item in diagnostics}
    current = {_entry(one) for one in acceptances if one.expires is None or today <= one.expires}
    kept = [item for item in diagnostics if _key(item, sections) not in current]
    return tuple(sorted((*kept, *_mistakes(acceptances, found, today)), key=sort_key))


def _mistakes(acceptances: Iterable[Acceptance], found: set[tuple[str, str, str]], today: date) -> Iterator[Diagnostic]:
    for one in acceptances:
        if _entry(one) not in found:
            message = f"`{_name(one.kind)}` is accepted in `{one.article}`, but is no longer found there"
            yield Diagnostic(STALE_ACCEPTANCE, message, one.location, help="remove the entry")
        elif one.expires is not None and one.expires < today:
            message = f"`{_name(one.kind)}` in `{one.article}` was accepted until {one.expires}"
            yield Diagnostic(EXPIRED_ACCEPTANCE, message, one.location, help="correct the article, or decide anew")


def _entry(acceptance: Acceptance) -> tuple[str, str, str]:
    return acceptance.article, acceptance.anchor, acceptance.kind


def _key(diagnostic: Diagnostic, sections: Mapping[str, Sequence[tuple[int, str]]]) -> tuple[str, str, str]:
    path, start = diagnostic.location.path, diagnostic.location.span.start
    anchors = [anchor for offset, anchor in sections.get(path, ()) if offset <= start]
    return path, anchors[-1] if anchors else "", diagnostic.kind.code


def _sections(compilation: Compilation) -> dict[str, list[tuple[int, str]]]:
    """Return, by path, where each section begins."""
    return {
        extraction.source.path: [
            (section.location.span.start, section.anchor)
            for section in extraction.sections
            if section.location.path == extraction.source.path
        ]
        for extraction in compilation.extractions
    }


def _name(code: str) -> str:
    kinds: dict[str, Kind] = {kind.code: kind for kind in KINDS}
    return kinds[code].name

"""Links to headings and files that do not exist."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple
from urllib.parse import unquote

from rulemark.diagnostics import Diagnostic
from rulemark.document.lies.anchors_of import anchors_of
from rulemark.document.lies.inspection import Inspection
from rulemark.document.lies.walk import Place, inlines, lines_of_text
from rulemark.document.model import Image, Link
from rulemark.document.problems import BOOKMARK_NOT_FOUND, FILE_NOT_FOUND, LINK_OUT_OF_SCOPE, LOCAL_FILE_PATH
from rulemark.source import Location

_NOT_CHECKED = ("", "top")
_ARTICLE = (".md", ".markdown")


class _Target(NamedTuple):
    """Where a link leads: path from the content root ("" : this article), fragment without `#`."""

    path: str
    fragment: str


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report bookmarks, files and paths that a link cannot reach, as far as it is known what exists."""
    own = anchors_of(inspection.document)
    for place in inspection.places:
        if isinstance(place.block, Image):
            yield from _judged(inspection, place, place.block, place.block.src, own)
        for container in lines_of_text(place.block):
            for inline in inlines(container):
                match inline:
                    case Link(autolink=False):
                        yield from _judged(inspection, place, inline, inline.href, own)
                    case Image():
                        yield from _judged(inspection, place, inline, inline.src, own)


def _judged(
    inspection: Inspection, place: Place, node: Link | Image, href: str, own: frozenset[str] | None
) -> Iterator[Diagnostic]:
    """Judge one link."""
    location = Location(place.source, node.span)
    if _is_local(href):
        message = f"`{_shown(href)}` is a path on somebody's computer"
        yield Diagnostic(LOCAL_FILE_PATH, message, location, "link to a file of the project by its relative path")
        return
    target = _target(href, place.source.path)
    if target is None:
        return
    if target.path.startswith("../"):
        if inspection.surroundings.files is not None:
            message = f"`{_shown(href)}` leads out of the content folder"
            yield Diagnostic(LINK_OUT_OF_SCOPE, message, location, "link to a file of the project, or to a web address")
    elif target.path and inspection.surroundings.lacks(target.path):
        near = get_close_matches(target.path, inspection.surroundings.files or (), n=1, cutoff=0.9)
        remedy = f"did you mean `{near[0]}`?" if near else "correct the path, or remove the link"
        yield Diagnostic(FILE_NOT_FOUND, f"`{_shown(href)}` leads to a file that does not exist", location, remedy)
    elif target.fragment.lower() not in _NOT_CHECKED and not target.fragment.startswith("tab/"):
        itself = not target.path or target.path == inspection.document.source.path
        anchors = own if itself else inspection.surroundings.anchors.get(target.path)
        yield from _bookmark(location, href, target.fragment, anchors)


def _bookmark(location: Location, href: str, fragment: str, anchors: frozenset[str] | None) -> Iterator[Diagnostic]:
    """Report a fragment that no anchor has; case is of no importance."""
    if anchors is None or fragment.lower() in anchors or unquote(fragment).lower() in anchors:
        return
    near = get_close_matches(unquote(fragment).lower(), anchors, n=1, cutoff=0.7)
    remedy = f"did you mean `#{near[0]}`?" if near else "link to the id of a heading, or to an `<a name>`"
    message = f"`{_shown(href)}` leads to a heading or anchor that does not exist"
    yield Diagnostic(BOOKMARK_NOT_FOUND, message, location, remedy)


def _target(href: str, path: str) -> _Target | None:
    """Return where a relative link leads; None for web addresses and what the site itself resolves."""
    address, _, fragment = href.partition("#")
    address = unquote(address.partition("?")[0]).replace("\\", "/")
    if "?" in href.partition("#")[0] and not address:
        return None
    if not address:
        return _Target("", fragment)
    if address.startswith("/") or ":" in address.partition("/")[0]:
        return None
    base = "" if address.startswith("~/") else posixpath.dirname(path)
    return _Target(posixpath.normpath(posixpath.join(base, address.removeprefix("~/"))), fragment)


def _is_local(href: str) -> bool:
    r"""Tell whether an address is a path on a computer: `C:\…`, `file:…`, `\\server\…`."""
    return href[1:3] in (":\\", ":/") or href.lower().startswith("file:") or href.startswith("\\\\")


def _shown(text: str) -> str:
    """Return an address as it can stand in a message of one line."""
    words = " ".join(text.replace("`", "'").split())
    return words if len(words) <= 80 else f"{words[:79]}…"

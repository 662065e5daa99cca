"""Links to headings and files that do not exist."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple
from urllib.parse import unquote

from rulemark.diagnostics import Diagnostic
from rulemark.document.excerpts import excerpt
from rulemark.document.lies.anchors_of import anchors_of
from rulemark.document.lies.inspection import Inspection
from rulemark.document.lies.places import Place
from rulemark.document.model import Image, Link
from rulemark.document.problems import BOOKMARK_NOT_FOUND, FILE_NOT_FOUND, LINK_OUT_OF_SCOPE, LOCAL_FILE_PATH
from rulemark.source import Location

_NOT_CHECKED = ("", "top")
_MOST = 300
"""Among more anchors nobody looks for a similar one: it would take time."""


class _Target(NamedTuple):
    """Where a link leads: path from the content root ("" : this article), fragment without `#`."""

    path: str
    fragment: str


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report bookmarks, files and paths that a link cannot reach, as far as it is known what exists."""
    own = anchors_of(inspection.document) if any("#" in _address(node) for _, node in inspection.links) else None
    folders = _folders(inspection)
    for place, node in inspection.links:
        if not (isinstance(node, Link) and node.autolink):
            yield from _judged(inspection, place, node, own, folders)


def _folders(inspection: Inspection) -> frozenset[str]:
    """Return the folders in which some link of the article finds its file: they are not left out of the project."""
    if inspection.surroundings.exists is None:
        return frozenset()
    targets = (_target(_address(node), place.source.path) for place, node in inspection.links)
    paths = (target.path for target in targets if target and target.path)
    return frozenset(path.rpartition("/")[0] for path in paths if inspection.surroundings.has(path))


def _address(node: Link | Image) -> str:
    return node.href if isinstance(node, Link) else node.src


def _judged(
    inspection: Inspection, place: Place, node: Link | Image, own: frozenset[str] | None, folders: frozenset[str]
) -> Iterator[Diagnostic]:
    """Judge one link."""
    location, href = Location(place.source, node.span), _address(node)
    if _is_local(href):
        message = f"`{excerpt(href, 80)}` is a path on somebody's computer"
        yield Diagnostic(LOCAL_FILE_PATH, message, location, "link to a file of the project by its relative path")
        return
    target = _target(href, place.source.path)
    surroundings = inspection.surroundings
    if target is None:
        return
    if target.path.startswith("../"):
        if surroundings.exists is not None:
            message = f"`{excerpt(href, 80)}` leads out of the content folder"
            yield Diagnostic(LINK_OUT_OF_SCOPE, message, location, "link to a file of the project, or to a web address")
    elif target.path and surroundings.lacks(target.path, folders=folders):
        near = surroundings.similar(target.path)
        remedy = f"did you mean `{near[0]}`?" if near else "correct the path, or remove the link"
        yield Diagnostic(FILE_NOT_FOUND, f"`{excerpt(href, 80)}` leads to a file that does not exist", location, remedy)
    elif target.fragment.lower() not in _NOT_CHECKED and not target.fragment.startswith("tab/"):
        itself = target.path in ("", inspection.document.source.path)
        anchors = own if itself else surroundings.anchors.get(target.path)
        yield from _bookmark(location, href, target.fragment, anchors)


def _bookmark(location: Location, href: str, fragment: str, anchors: frozenset[str] | None) -> Iterator[Diagnostic]:
    """Report a fragment that no anchor has; case is of no importance."""
    if anchors is None or fragment.lower() in anchors or unquote(fragment).lower() in anchors:
        return
    near = get_close_matches(unquote(fragment).lower(), anchors, n=1, cutoff=0.7) if len(anchors) <= _MOST else []
    remedy = f"did you mean `#{near[0]}`?" if near else "link to the id of a heading, or to an `<a name>`"
    message = f"`{excerpt(href, 80)}` leads to a heading or anchor that does not exist"
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

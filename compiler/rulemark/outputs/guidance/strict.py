"""The HTML of an article, reduced to what a page under a strict content security policy can show."""

from __future__ import annotations

import re

import nh3

_TAGS = (
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup "
    "table tbody td tfoot th thead time tr u ul var wbr"
)
_WITH_CONTENT = "script style title textarea template noscript iframe object embed svg math select"
_ATTRIBUTES = {
    "*": {"id", "class", "lang", "dir", "title"},
    "a": {"href"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "td": {"rowspan", "colspan"},
    "th": {"rowspan", "colspan", "scope"},
    "time": {"datetime"},
}
_ALIGN = re.compile(r' style="text-align: ?(center|right);?"')
_DEFAULT = re.compile(r' style="text-align: ?left;?"')
"""Where cells begin anyway: words of it in every cell would only make a page heavier."""
_NAME = re.compile(r'<a((?: [a-z]+="[^"]*")*?) name="([^"]*)"')
_CLASS = re.compile(
    r"(?<!\S)(?:lang-[\w#+.-]{1,40}|mx-\w{1,40}|align-(?:left|center|right)|row|column|span\d|checklist|nextstepaction|no-loc"
    r"|visually-hidden)(?!\S)"
)
"""The classes that mean something; no other class can make a part of the article look like a part of the page."""
_NUMBER = re.compile(r"\d{1,5}")
_ANCHOR = re.compile(r"\S+")
_OWN_ANCHORS = ("page_", "said_", "tab_")
"""Anchors of the page itself."""
_NUMBERS = frozenset({"width", "height", "rowspan", "colspan", "span", "start", "value"})


def strict_html(html: str) -> str:
    """Return HTML without frames, forms, inline styles and obsolete attributes; anchors keep their names as ids."""
    aligned = _ALIGN.sub(r' class="align-\1"', _DEFAULT.sub("", html))
    named = _NAME.sub(r'<a\1 id="\2"', aligned)
    return nh3.clean(
        named,
        tags=set(_TAGS.split()),
        clean_content_tags=set(_WITH_CONTENT.split()),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_kept,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel", "data"},
        strip_comments=True,
    )


def _kept(tag: str, name: str, value: str) -> str | None:
    """Return an attribute that is valid where it stands, else None; only pictures may be data."""
    match name:
        case "id":
            return value if _ANCHOR.fullmatch(value) and not value.startswith(_OWN_ANCHORS) else None
        case "href" | "src":
            data = value.strip().lower().startswith("data:")
            return None if data and (tag != "img" or name != "src") else value
        case "class":
            return " ".join(_CLASS.findall(value)) or None
        case "dir":
            return value if value in {"ltr", "rtl", "auto"} else None
        case _ if name in _NUMBERS:
            return value if _NUMBER.fullmatch(value) else None
        case _:
            return value

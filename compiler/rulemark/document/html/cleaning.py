"""Raw HTML that writers put into articles: cleaned by an allow-list, so that nothing in it can run."""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3

from rulemark.document.addresses import SAFE_SCHEMES, is_safe, is_trusted_host

_BLANK_TAGS = (
    "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn "
    "div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i ins kbd label li main mark nav nobr ol p "
    "pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt "
    "u ul var wbr"
)


def _words(text: str) -> set[str]:
    return set(text.split())


ALLOWED_TAGS = frozenset(_words(f"{_BLANK_TAGS} button form iframe img input source video audio picture"))
"""Elements that readers get; all others are removed."""

_HARMLESS = re.compile(
    rf"""</?(?:{_BLANK_TAGS.replace(" ", "|")})[ \t]*/?>|<a[ \t]+(?:name|id)=(?:"[\w\-.]*"|'[\w\-.]*')[ \t]*/?>""",
    re.IGNORECASE,
)

_ATTRIBUTES: dict[str, set[str]] = {
    tag: _words(names)
    for tag, names in {
        "*": "name id class title role lang dir itemid itemprop itemref itemscope itemtype part slot spellcheck",
        "a": "href target alt download tabindex",
        "audio": "src width controls preload",
        "blockquote": "cite",
        "br": "clear",
        "button": "hidden type disabled",
        "code": "highlight-lines",
        "col": "width span",
        "colgroup": "span",
        "del": "cite datetime",
        "details": "open",
        "div": "align hidden range",
        "font": "color face size",
        "hr": "size color width",
        "iframe": (
            "src width height frameborder allowfullscreen scrolling loading align border thumbnail upload-date "
            "duration style"
        ),
        "img": "alt height src width align hspace vspace border sizes valign",
        "input": "type value disabled checked",
        "ins": "cite datetime",
        "label": "for",
        "li": "value hidden",
        "ol": "reversed start type",
        "p": "align hidden valign",
        "q": "cite",
        "section": "hidden",
        "source": "src type",
        "table": "align width border valign bgcolor frame cellpadding cellspacing bordercolor",
        "tbody": "align valign width",
        "td": "rowspan colspan align width valign bgcolor hidden nowrap style",
        "th": "rowspan colspan align width valign bgcolor scope style",
        "thead": "align valign",
        "time": "datetime",
        "tr": "align valign colspan height bgcolor",
        "video": "src width height preload controls poster",
    }.items()
}
_DROPPED_WITH_CONTENT = _words(
    "script style title textarea template noscript noembed noframes object embed applet svg math xmp plaintext select "
    "option frameset frame head link meta base"
)
_ADDRESSES = frozenset({"href", "src", "cite", "poster", "action", "data-src", "longdesc", "background"})
MAX_DEPTH = 256
_NESTING_TAG = re.compile(
    r"<(/?)((?!(?:p|li|dd|dt|td|th|tr|br|hr|img|input|wbr|col|source|tbody|thead|tfoot)\b)[a-z][a-z0-9]*)",
    re.IGNORECASE,
)
"""A tag that stays open until it is closed."""

_STYLE = re.compile(r"(?:text-align: ?(?:left|center|right)|max-width:\d{1,5}px);?")
_FRAME_WITHOUT_SOURCE = re.compile(r"""<iframe(?![^>]*[ ]src=")(?:"[^"]*"|[^">])*></iframe>""")


def is_harmless(html: str) -> bool:
    """Tell whether one tag is of a kind that needs no cleaning: allowed, without attributes or just an anchor."""
    return _HARMLESS.fullmatch(html) is not None


def without_comments(html: str) -> str:
    """Return HTML without its comments."""
    parts: list[str] = []
    position = 0
    while (start := html.find("<!--", position)) >= 0:
        parts.append(html[position:start])
        end = html.find("-->", start)
        position = len(html) if end < 0 else end + 3
        while position < len(html) and html[position].isspace():
            position += 1
    return "".join(parts) + html[position:] if parts else html


def clean(html: str, hosts: frozenset[str]) -> str:
    """Return a whole page body with everything removed that is not on the allow-list; frames only from `hosts`."""
    cleaned = nh3.clean(
        _flattened(html),
        tags=set(ALLOWED_TAGS),
        clean_content_tags=_DROPPED_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        attribute_filter=_filter(hosts),
        generic_attribute_prefixes={"data-", "aria-"},
        link_rel=None,
        url_schemes=set(SAFE_SCHEMES),
        strip_comments=True,
    )
    return _FRAME_WITHOUT_SOURCE.sub("", cleaned)


def _flattened(html: str) -> str:
    """Return HTML in which tags that would be nested too deep are text: cleaning takes long otherwise."""
    if html.count("<") < MAX_DEPTH:
        return html
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[1]:
            depth = max(0, depth - 1)
        elif depth >= MAX_DEPTH:
            return "&lt;" + tag[2]
        else:
            depth += 1
        return tag[0]

    return _NESTING_TAG.sub(kept, html)


def _filter(hosts: frozenset[str]) -> Callable[[str, str, str], str | None]:
    def kept(tag: str, name: str, value: str) -> str | None:
        if name in _ADDRESSES or (name.startswith("data-") and ":" in value):
            if tag == "iframe":
                return value if is_trusted_host(value, hosts) else None
            return value if is_safe(value) else None
        if name == "style":
            return value if _STYLE.fullmatch(value) else None
        return value

    return kept

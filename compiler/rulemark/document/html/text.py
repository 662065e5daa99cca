"""Pieces of HTML: escaped text, attributes, addresses, and a writer that knows whether it is at the start of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it.common.normalize_url import normalizeLink
from mdurl import encode

_PLAIN_ADDRESS = re.compile(r"[\w\-./#?=:~+,;@!$()*]*", re.ASCII)


def escape(text: str) -> str:
    """Return text for content or an attribute in double quotes."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace('"', "&quot;") if '"' in text else text


def address_text(address: str) -> str:
    """Return an address percent-encoded, unescaped for HTML; a host in other than ASCII letters as Punycode."""
    return address if _PLAIN_ADDRESS.fullmatch(address) else normalizeLink(address)


def encoded(address: str) -> str:
    """Return an address percent-encoded, unescaped for HTML, its host as written."""
    return address if _PLAIN_ADDRESS.fullmatch(address) else encode(address)


def attributes_text(attributes: Iterable[tuple[str, str | None]]) -> str:
    """Return attributes with a blank before each; those whose value is None are left out."""
    return "".join([f' {name}="{escape(value)}"' for name, value in attributes if value is not None])


class HtmlWriter:
    """Collects HTML."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at_line_start = True
        self.raw = False
        """Whether something was written that needs cleaning."""

    def write(self, text: str) -> None:
        """Append HTML."""
        if text:
            self._parts.append(text)
            self._at_line_start = text[-1] == "\n"

    def line(self, text: str) -> None:
        """Append HTML on a line of its own."""
        self.start_line()
        self._parts.append(text + "\n")
        self._at_line_start = True

    def start_line(self) -> None:
        """End the line, unless nothing stands on it."""
        if not self._at_line_start:
            self._parts.append("\n")
            self._at_line_start = True

    def html(self) -> str:
        """Return everything so far."""
        return "".join(self._parts)

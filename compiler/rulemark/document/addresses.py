"""Addresses of links and images: a scheme that can run code is reported, wherever it is hidden."""

from __future__ import annotations

from rulemark.document.html.text import is_safe
from rulemark.document.problems import UNSAFE_LINK
from rulemark.document.reading import Reading
from rulemark.source import Span


def check_address(address: str, span: Span, reading: Reading) -> None:
    """Report an address that could run code; readers get the text without the link."""
    if not is_safe(address):
        scheme = address.strip().partition(":")[0][:20]
        message = f"the scheme `{scheme}` is not allowed in an address"
        reading.report(UNSAFE_LINK, span, message, remedy="link to a page, or remove the link")

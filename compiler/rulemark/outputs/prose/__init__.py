"""Prose coverage as a page: the articles painted by what was understood of them."""

from rulemark.outputs.prose.painting import paint

__all__ = ["paint"]

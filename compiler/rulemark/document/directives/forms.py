"""`:::form action="…" submittext="…":::`: a form that the page around fills in."""

from __future__ import annotations

from rulemark.document.directives.directive import Directive
from rulemark.document.model import Div
from rulemark.source import Span

_ATTRIBUTES = frozenset({"model", "action", "submittext"})


def form_fault(directive: Directive) -> str | None:
    """Return why a directive is no form."""
    unknown = directive.unknown(_ATTRIBUTES)
    if unknown:
        return f"a form has no attribute `{unknown}`"
    if not directive.get("action"):
        return "it needs an `action`"
    return None if directive.get("submittext") else "it needs a `submittext`"


def make_form(directive: Directive, span: Span) -> Div:
    """Make the node: a wrapper without content that names the directive."""
    return Div(span, (("directive", "form"), *directive.attributes), ())

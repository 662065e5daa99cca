"""Rulemark: articles become policy, policy becomes code and pages.

The public interface is what `__all__` lists; each name is loaded when it is first used, so that a program which needs
only a part of the compiler doesn't wait for the rest.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rulemark.compilation import Compilation
    from rulemark.diagnostics import Diagnostic, Severity
    from rulemark.document import Document, Rendered, moniker_range, render_html
    from rulemark.policy import Policy
    from rulemark.project import Project, compile_text
    from rulemark.source import Source
    from rulemark.statements import Statement

__version__ = "0.1.0"

__all__ = [
    "Compilation",
    "Diagnostic",
    "Document",
    "Policy",
    "Project",
    "Rendered",
    "Severity",
    "Source",
    "Statement",
    "__version__",
    "compile_text",
    "moniker_range",
    "render_html",
]

_HOMES = {
    "Compilation": "rulemark.compilation",
    "Diagnostic": "rulemark.diagnostics",
    "Document": "rulemark.document",
    "Policy": "rulemark.policy",
    "Project": "rulemark.project",
    "Rendered": "rulemark.document",
    "Severity": "rulemark.diagnostics",
    "Source": "rulemark.source",
    "Statement": "rulemark.statements",
    "compile_text": "rulemark.project",
    "moniker_range": "rulemark.document",
    "render_html": "rulemark.document",
}


def __getattr__(name: str) -> object:
    """Load a public name from the stage that defines it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'rulemark' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return list(__all__)

"""Findings: what every stage may say, as data; how they look is decided in `render`."""

from rulemark.diagnostics.model import Diagnostic, Edit, Fix, Kind, Label, Scalar, Severity, sort_key

__all__ = ["Diagnostic", "Edit", "Fix", "Kind", "Label", "Scalar", "Severity", "sort_key"]

"""Policies for other engines: DMN 1.3 decision tables, JSON Schema, CEL expressions.

`render(policies, Format.DMN)` returns one file per article. Names are those of the generated Python package. A decision
with too many cells to try is left out of DMN and CEL, and its name stands in the file as a remark.
"""

from rulemark.outputs.export.from_policy import Format, render

__all__ = ["Format", "render"]

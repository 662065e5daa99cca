"""A test function that a package ships."""

from __future__ import annotations

from dataclasses import dataclass

from rulemark.outputs.templating import Code


@dataclass(frozen=True, slots=True)
class ShippedTest:
    """One test function.

    Attributes:
        signature: From `def` to the colon.
        doc: Its docstring.
        body: What it does: ask, and compare.
        rows: A `pytest.param` each: what is asked, what is expected, and the place or the edge as id.
    """

    signature: Code
    doc: Code
    body: Code
    rows: tuple[Code, ...]

"""A file to be written: what every back end returns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Artifact:
    r"""The text of one generated file; nothing is written yet.

    Attributes:
        path: POSIX, relative to the folder of generated files: `python/commerce_rules/__init__.py`.
        text: The whole file, with `\n` line ends.
        origin: The file that it is a copy of, for what is no text; "" for everything else.
    """

    path: str
    text: str
    origin: str = ""

"""What a project says about its guidance pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

Media = Callable[[str], str | None]
"""From the project path of a picture to its URL relative to the `guidance` folder; None when there is no such file."""


def beside_the_sources(path: str) -> str:
    """Return the URL of a project file as seen from `generated/guidance`: pictures stay where writers put them."""
    return "../../" + quote(path)


@dataclass(frozen=True, slots=True)
class Settings:
    """How the pages of a project are to look and where they will stand.

    Attributes:
        title: The name of the site; "" for the phrase `guidance` in the reader's language.
        media: Where pictures are.
        hosts: Origins that pictures may come from besides the site itself: `https://img.example`.
        root_url: Where links such as `/azure/x` lead: the host that published the articles; "" turns them into text.
        labels: What each locale calls the names of events, states, roles and choices: name -> locale -> words.
        monikers: What to call each moniker: name -> locale (or "" for all) -> title.
    """

    title: str = ""
    media: Media = beside_the_sources
    hosts: tuple[str, ...] = ()
    root_url: str = ""
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    monikers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

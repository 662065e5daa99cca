"""Which article is a translation of which, and whether it is one of the version at hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from rulemark.compilation import Compilation
from rulemark.policy import article_path
from rulemark.statements import Extraction

_HASH = "ms.openlocfilehash"
_COMMIT = "ms.sourcegitcommit"
_ALIKE = 0.5
"""Share of equal headings below which two articles cannot be versions of each other."""


@dataclass(frozen=True, slots=True)
class Translation:
    """An article and its translation into one locale."""

    source: Extraction
    target: Extraction


@dataclass(frozen=True, slots=True)
class Family:
    """An article with all its translations, in the order of their locales."""

    path: str
    source: Extraction
    targets: tuple[Extraction, ...]

    @property
    def current(self) -> tuple[Translation, ...]:
        """The translations of the version at hand: only they can be compared word by word."""
        return tuple(Translation(self.source, target) for target in self.targets if same_version(self.source, target))

    @property
    def stale(self) -> tuple[Translation, ...]:
        """The translations of another version."""
        return tuple(
            Translation(self.source, target) for target in self.targets if not same_version(self.source, target)
        )


def families(compilation: Compilation) -> Iterator[Family]:
    """Yield every article that stands in the source locale and in at least one other one."""
    groups: dict[str, dict[str, Extraction]] = {}
    for extraction in compilation.extractions:
        locale = extraction.source.locale
        groups.setdefault(article_path(extraction.source.path, locale), {}).setdefault(locale, extraction)
    for path, group in sorted(groups.items()):
        source = group.pop(compilation.source_locale, None)
        if source is not None and group:
            yield Family(path, source, tuple(group[locale] for locale in sorted(group)))


def same_version(source: Extraction, target: Extraction) -> bool:
    """Say whether a translation was made from the source text at hand.

    The hash of the source file decides, then the commit of the source repository; a translation that records neither is
    taken for current as long as its headings are mostly those of the source.
    """
    recorded = _field(target, _HASH)
    if recorded and recorded in {blob_hash(source.source.text), _field(source, _HASH)}:
        return True
    ours, theirs = _field(source, _COMMIT), _field(target, _COMMIT)
    if ours and theirs:
        return ours == theirs
    anchors = [[section.anchor for section in item.sections] for item in (source, target)]
    return anchors[0] == anchors[1] if recorded else _alike(source, target)


def is_recorded(translation: Translation) -> bool:
    """Say whether a translation records the version of its source, as those do that a localization system made."""
    return bool(_field(translation.target, _HASH))


def blob_hash(text: str) -> str:
    """Return the SHA-1 that Git gives a file with this text, in hexadecimal."""
    content = text.encode("utf-8", "surrogatepass")
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _field(extraction: Extraction, key: str) -> str:
    front_matter = extraction.document.front_matter
    return (front_matter.text(key) or "") if front_matter else ""


def _alike(source: Extraction, target: Extraction) -> bool:
    """Whether the headings are mostly the same: by anchor, or by level where the translation has no anchors."""
    levels = [[section.level for section in item.sections] for item in (source, target)]
    ours, theirs = ([section.anchor for section in item.sections] for item in (source, target))
    if not levels[0] and not levels[1]:
        return True
    return levels[0] == levels[1] or SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= _ALIKE

"""What a page admits about itself: no translation, an old one, or one that no person made."""

from __future__ import annotations

from dataclasses import dataclass

from rulemark.diagnostics import Diagnostic
from rulemark.outputs.guidance.site import Article, Site, page_path, relative
from rulemark.outputs.guidance.voice import Voice

_STALE = "stale-translation"
_MACHINE = ("mt", "machine")


@dataclass(frozen=True, slots=True)
class Banner:
    """A sentence above the article, and where to read more."""

    kind: str
    text: str
    href: str = ""
    link: str = ""


def banners_of(
    article: Article, locale: str, site: Site, findings: tuple[Diagnostic, ...], voice: Voice
) -> tuple[Banner, ...]:
    """Return the banners of a page."""
    if locale not in article.editions:
        shown = article.edition(locale, site.source_locale).source.locale
        languages = {"language": voice.language_of(locale), "source": voice.language_of(shown)}
        return (Banner("missing", voice.say("missing_translation", **languages)),)
    target = relative(page_path(locale, article.path), page_path(site.source_locale, article.path))
    original = {"href": target, "link": voice.say("read_original")} if site.source_locale in article.editions else {}
    path = article.editions[locale].source.path
    if any(finding.kind.name == _STALE and finding.location.path == path for finding in findings):
        return (Banner("stale", voice.say("stale_translation"), **original),)
    kind = dict(article.policy.metadata.translation_type).get(locale, "")
    if kind.lower().startswith(_MACHINE) and locale != site.source_locale:
        return (Banner("machine", voice.say("machine_translated"), **original),)
    return ()

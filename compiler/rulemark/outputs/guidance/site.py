"""The pages of a site and the way from one to another."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import SplitResult, quote, unquote, urlsplit

from rulemark.compilation import Compilation
from rulemark.outputs.guidance.settings import Settings
from rulemark.policy import Policy, article_path
from rulemark.statements import Extraction

_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_INDEX = "index"


@dataclass(frozen=True, slots=True)
class Article:
    """One article in all its languages."""

    path: str
    """The article without root, locale and suffix."""
    policy: Policy
    editions: Mapping[str, Extraction]
    """By locale."""

    def edition(self, locale: str, fallback: str) -> Extraction:
        """Return the article in a locale, else in the fallback locale, else in the first there is."""
        return self.editions.get(locale) or self.editions.get(fallback) or self.editions[min(self.editions)]


@dataclass(frozen=True)
class Site:
    """Which pages there are: one per article and locale, translated or not."""

    articles: tuple[Article, ...]
    locales: tuple[str, ...]
    source_locale: str
    settings: Settings

    @cached_property
    def _by_source(self) -> Mapping[str, Article]:
        return {edition.source.path: article for article in self.articles for edition in article.editions.values()}

    def article_at(self, source_path: str) -> Article | None:
        """Return the article that a content file is an edition of."""
        return self._by_source.get(source_path)


def site_of(compilation: Compilation, settings: Settings) -> Site:
    """Return the pages to be written for a compilation."""
    editions: dict[str, dict[str, Extraction]] = {}
    for extraction in compilation.extractions:
        source = extraction.source
        editions.setdefault(article_path(source.path, source.locale), {}).setdefault(source.locale, extraction)
    found = ((path, compilation.policies.get(path), by_locale) for path, by_locale in sorted(editions.items()))
    articles = tuple(Article(path, policy, by_locale) for path, policy, by_locale in found if policy)
    locales = {locale for article in articles for locale in article.editions}
    return Site(articles, tuple(sorted(locales)), compilation.source_locale, settings)


def page_path(locale: str, article: str) -> str:
    """Return where a page stands below `guidance`; an article called index steps aside for the list of articles."""
    name = f"{_INDEX}.article" if article == _INDEX else article
    return f"{locale or 'und'}/{name}.html"


def relative(origin: str, target: str) -> str:
    """Return the URL that leads from one path below `guidance` to another."""
    path = posixpath.relpath(target, posixpath.dirname(origin) or ".")
    return quote(path)


@dataclass(frozen=True, slots=True)
class Links:
    """Where the links of one page lead."""

    site: Site
    locale: str
    page: str
    """The path of the page below `guidance`."""

    def href(self, written: str, base: str) -> str | None:
        """Return the URL for a link as written in the file `base`, or None when there is nothing to lead to."""
        parts = _split(written)
        if parts is None or (parts.scheme and parts.scheme.lower() not in _SAFE_SCHEMES):
            return None
        if parts.scheme or parts.netloc:
            return written.strip() if parts.scheme else f"https:{written.strip()}"
        if not parts.path:
            return _tail(parts.query, parts.fragment) or None
        if parts.path.startswith("/"):
            return self.site.settings.root_url.rstrip("/") + written.strip() if self.site.settings.root_url else None
        return self._local(parts.path, _tail(parts.query, parts.fragment), base)

    def image(self, written: str, base: str) -> str | None:
        """Return the URL for a picture, or None when the page may not or cannot show it."""
        parts = _split(written)
        if parts is None or not parts.path:
            return None
        if parts.scheme or parts.netloc:
            origin = f"{parts.scheme}://{parts.netloc}"
            return written.strip() if origin in self.site.settings.hosts else None
        return self._media(_join(base, unquote(parts.path)))

    def _local(self, path: str, tail: str, base: str) -> str | None:
        target = _join(base, unquote(path))
        article = self.site.article_at(target) or self.site.article_at(f"{target}.md")
        if article:
            return relative(self.page, page_path(self.locale, article.path)) + tail
        return None if target.endswith(".md") or "." not in posixpath.basename(target) else self._media(target)

    def _media(self, path: str) -> str | None:
        url = self.site.settings.media(path)
        up = "../" * self.page.count("/")
        return None if url is None else up + url


def _split(written: str) -> SplitResult | None:
    try:
        return urlsplit(written.strip())
    except ValueError:
        return None


def _tail(query: str, fragment: str) -> str:
    return (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def _join(base: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path))

"""From a compilation to the pages of a site: every article in every language, translated or not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from jinja2 import BaseLoader, ChoiceLoader, PackageLoader, PrefixLoader

from rulemark.compilation import Compilation
from rulemark.diagnostics import Diagnostic
from rulemark.examples import run
from rulemark.outputs.artifact import Artifact
from rulemark.outputs.guidance.phrases import Phrases
from rulemark.outputs.guidance.press import Press
from rulemark.outputs.guidance.settings import Settings
from rulemark.outputs.guidance.shared_files import assets
from rulemark.outputs.guidance.site import Article, Site, site_of
from rulemark.outputs.guidance.verdicts import verdicts_of
from rulemark.outputs.templating import html_environment


def render(
    compilation: Compilation,
    *,
    templates: Mapping[str, str] | None = None,
    phrases: Phrases | None = None,
    base_url: str | None = None,
    findings: Sequence[Diagnostic] = (),
    draft: bool = False,
    settings: Settings | None = None,
    only: Collection[str] | None = None,
) -> tuple[Artifact, ...]:
    """Return the guidance pages of a project with their shared assets, sorted by path.

    Args:
        compilation: The articles and what they promise.
        templates: Texts by template name that replace shipped templates: `{"article.html.jinja": "…"}`.
        phrases: Phrases by locale or language that replace shipped ones.
        base_url: Where the site will stand, for `canonical`, `hreflang` and the site map; None leaves them out.
        findings: What the checks found: a stale translation says so, a draft shows all of them.
        draft: Show writers the findings beside the article and which sentences became rules.
        settings: Title, pictures, labels and allowed origins.
        only: The sources whose pages and search indexes are wanted, in every language, besides what all articles share;
            None: all of them.
    """
    site = site_of(compilation, settings or Settings())
    environment = html_environment(_loader(), templates)
    verdicts = verdicts_of(run(compilation.policies))
    press = Press(site, environment, phrases or {}, base_url, tuple(findings), draft, verdicts)
    pages = [press.article(article, locale) for article in _printed(site, only) for locale in site.locales]
    indexes = [press.index(locale) for locale in site.locales]
    searches = [press.search_index(locale) for locale in _searched(site, only)]
    maps = (press.site_map(),) if base_url else ()
    return tuple(sorted((*pages, *indexes, *searches, *maps, press.entrance(), *assets())))


def _printed(site: Site, only: Collection[str] | None) -> Iterator[Article]:
    """Yield the articles that have a wanted source."""
    for article in site.articles:
        if only is None or any(edition.source.path in only for edition in article.editions.values()):
            yield article


def _searched(site: Site, only: Collection[str] | None) -> Iterator[str]:
    """Yield the locales whose readers see a wanted source, be it because theirs is missing."""
    for locale in site.locales:
        shown = (article.edition(locale, site.source_locale).source.path for article in site.articles)
        if only is None or any(path in only for path in shown):
            yield locale


def _loader() -> BaseLoader:
    """Find shipped templates, by `built-in/` also where a project has replaced them."""
    shipped = PackageLoader("rulemark.outputs.guidance")
    return ChoiceLoader((shipped, PrefixLoader({"built-in": shipped})))

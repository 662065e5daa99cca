"""From a compilation to the pages of a site: every article in every language, translated or not."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from jinja2 import BaseLoader, ChoiceLoader, PackageLoader, PrefixLoader

from rulemark.compilation import Compilation
from rulemark.diagnostics import Diagnostic
from rulemark.examples import run
from rulemark.outputs.artifact import Artifact
from rulemark.outputs.guidance.phrases import Phrases
from rulemark.outputs.guidance.press import Press
from rulemark.outputs.guidance.settings import Settings
from rulemark.outputs.guidance.shared_files import assets
from rulemark.outputs.guidance.site import site_of
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
        only: The articles whose pages are wanted, besides what all articles share; None: all of them.
    """
    site = site_of(compilation, settings or Settings())
    environment = html_environment(_loader(), templates)
    verdicts = verdicts_of(run(compilation.policies))
    press = Press(site, environment, phrases or {}, base_url, tuple(findings), draft, verdicts)
    printed = [article for article in site.articles if only is None or article.path in only]
    pages = [press.article(article, locale) for article in printed for locale in site.locales]
    indexes = [press.index(locale) for locale in site.locales]
    searches = [press.search_index(locale) for locale in site.locales]
    maps = (press.site_map(),) if base_url else ()
    return tuple(sorted((*pages, *indexes, *searches, *maps, press.entrance(), *assets())))


def _loader() -> BaseLoader:
    """Find shipped templates, by `built-in/` also where a project has replaced them."""
    shipped = PackageLoader("rulemark.outputs.guidance")
    return ChoiceLoader((shipped, PrefixLoader({"built-in": shipped})))

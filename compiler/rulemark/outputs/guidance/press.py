"""Prints the pages of a site: articles, lists of articles, the entrance, search indexes and the site map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from jinja2 import Environment

from rulemark.diagnostics import Diagnostic
from rulemark.outputs.artifact import Artifact
from rulemark.outputs.guidance.article import Rewriter, body_of
from rulemark.outputs.guidance.banners import banners_of
from rulemark.outputs.guidance.locales import direction, native_language, switch_names, tag
from rulemark.outputs.guidance.margin import Margin
from rulemark.outputs.guidance.markers import Markers
from rulemark.outputs.guidance.navigation import Addresses, Alternative, Entry, Folder
from rulemark.outputs.guidance.panel import PanelWriter
from rulemark.outputs.guidance.phrases import Phrases, catalogue
from rulemark.outputs.guidance.scripts import phrases_for_scripts
from rulemark.outputs.guidance.search_index import SearchIndex, Section, sections_of
from rulemark.outputs.guidance.sentences import Highlighter, sentences_of
from rulemark.outputs.guidance.site import Article, Links, Site, page_path, relative
from rulemark.outputs.guidance.summary import Summarizer
from rulemark.outputs.guidance.verdicts import Verdicts
from rulemark.outputs.guidance.voice import Voice
from rulemark.statements import Extraction


@dataclass(frozen=True)
class Press:
    """Prints the pages of one site."""

    site: Site
    environment: Environment
    phrases: Phrases
    base_url: str | None
    findings: tuple[Diagnostic, ...]
    draft: bool
    verdicts: Mapping[str, Verdicts]
    """On examples, by article."""
    _voices: dict[str, Voice] = field(default_factory=dict)
    _found: dict[str, tuple[Section, ...]] = field(default_factory=dict)
    """What readers can find in each edition, by its path."""

    def voice(self, locale: str) -> Voice:
        """Return how pages in a locale speak."""
        if locale not in self._voices:
            settings = self.site.settings
            words = catalogue(locale, self.phrases)
            self._voices[locale] = Voice(locale, self.site.source_locale, words, settings.labels, settings.monikers)
        return self._voices[locale]

    def article(self, article: Article, locale: str) -> Artifact:
        """Return the page of an article in a locale: the source article where there is no translation."""
        page = page_path(locale, article.path)
        edition = article.edition(locale, self.site.source_locale)
        shown = edition.source.locale
        voice = self.voice(locale)
        sentences = sentences_of(article.policy, shown, draft=self.draft)
        markers = Markers(edition.source.text)
        highlighter = Highlighter(sentences, markers)
        margin = Margin(voice, self._findings_by_path if self.draft else {})
        verdicts = self.verdicts.get(article.policy.path, Verdicts())
        rewriter = Rewriter(voice, Links(self.site, locale, page), markers, highlighter, margin, verdicts)
        body = body_of(edition.document, rewriter)
        placed = frozenset(highlighter.placed)
        summarizer = Summarizer(article.policy, voice, shown, sentences, placed, edition.statements)
        panel = PanelWriter(summarizer).panel()
        return self._print(
            "article.html.jinja",
            page,
            locale,
            title=edition.document.title or article.path,
            description=_description(edition),
            body=body,
            summary=summarizer.summary(),
            panel=panel,
            phrases=phrases_for_scripts(voice, panel=panel is not None),
            edition={"lang": tag(shown), "dir": direction(shown), "foreign": shown != locale},
            banners=banners_of(article, locale, self.site, self.findings, voice),
            versions=tuple((name, voice.moniker(name)) for name in edition.document.monikers),
            contents=tuple(item for item in edition.sections if item.level == 2 and item.anchor),
            reviewed=_reviewed(article, voice),
            alternatives=self._alternatives(article, locale),
            addresses=self._addresses(article, locale),
            findings=margin.rest(edition.source.path),
            draft=self.draft,
        )

    def index(self, locale: str) -> Artifact:
        """Return the list of all articles in a locale."""
        page = page_path(locale, "index").replace("index.article", "index")
        folders: dict[str, list[Entry]] = {}
        for article in self.site.articles:
            folders.setdefault(article.path.rpartition("/")[0], []).append(self._entry(article, locale, page))
        groups = tuple(Folder(folder, tuple(entries)) for folder, entries in folders.items())
        voice = self.voice(locale)
        title = self.site.settings.title or voice.say("guidance")
        others = tuple(
            self._alternative(other, relative(page, f"{other or 'und'}/index.html"), current=other == locale)
            for other in self.site.locales
        )
        return self._print(
            "index.html.jinja", page, locale, title=title, groups=groups, alternatives=others, banners=()
        )

    def search_index(self, locale: str) -> Artifact:
        """Return what readers of a locale can search: every page as they see it."""
        index = SearchIndex()
        for article in self.site.articles:
            edition = article.edition(locale, self.site.source_locale)
            title = edition.document.title or article.path
            index.add(quote(page_path(locale, article.path)), title, self._sections(edition, title))
        return Artifact(f"guidance/assets/search/{locale or 'und'}.js", index.script())

    def _sections(self, edition: Extraction, title: str) -> tuple[Section, ...]:
        """Return what readers can find in an edition, which every language without one of its own shows."""
        path = edition.source.path
        if path not in self._found:
            self._found[path] = sections_of(title, _description(edition), edition.document)
        return self._found[path]

    def site_map(self) -> Artifact:
        """Return the site map for search engines: every translated page with its alternatives."""
        entries = (self._addresses(article, locale) for article in self.site.articles for locale in article.editions)
        text = self.environment.get_template("sitemap.xml.jinja").render(entries=tuple(entries))
        return Artifact("guidance/sitemap.xml", text)

    def entrance(self) -> Artifact:
        """Return the page where readers choose their language."""
        locale = self.site.source_locale
        others = tuple(
            self._alternative(other, f"{other or 'und'}/index.html", current=False) for other in self.site.locales
        )
        title = self.site.settings.title or self.voice(locale).say("guidance")
        return self._print("entrance.html.jinja", "index.html", locale, title=title, alternatives=others, banners=())

    @cached_property
    def _findings_by_path(self) -> Mapping[str, tuple[Diagnostic, ...]]:
        by_path: dict[str, list[Diagnostic]] = {}
        for finding in sorted(self.findings, key=lambda finding: finding.location.span):
            by_path.setdefault(finding.location.path, []).append(finding)
        return {path: tuple(items) for path, items in by_path.items()}

    def _entry(self, article: Article, locale: str, page: str) -> Entry:
        edition = article.edition(locale, self.site.source_locale)
        shown = edition.source.locale
        href = relative(page, page_path(locale, article.path))
        title = edition.document.title or article.path
        return Entry(title, _description(edition), href, tag(shown), direction(shown))

    def _addresses(self, article: Article, locale: str) -> Addresses | None:
        """Return the absolute addresses of a page; what is not translated points at what it shows."""
        if not self.base_url:
            return None
        base = self.base_url.rstrip("/")
        by_locale = {other: f"{base}/{quote(page_path(other, article.path))}" for other in sorted(article.editions)}
        shown = article.edition(locale, self.site.source_locale).source.locale
        default = by_locale.get(self.site.source_locale, by_locale[shown])
        return Addresses(by_locale[shown], tuple((tag(other), url) for other, url in by_locale.items()), default)

    def _alternatives(self, article: Article, locale: str) -> tuple[Alternative, ...]:
        page = page_path(locale, article.path)
        return tuple(
            self._alternative(
                other,
                relative(page, page_path(other, article.path)),
                current=other == locale,
                translated=other in article.editions,
            )
            for other in self.site.locales
        )

    def _alternative(self, locale: str, href: str, *, current: bool, translated: bool = True) -> Alternative:
        name = self._names.get(locale) or native_language(locale)
        return Alternative(locale, tag(locale), direction(locale), name, href, current, translated)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return switch_names(self.site.locales)

    def _print(self, template: str, page: str, locale: str, **values: object) -> Artifact:
        up = "../" * page.count("/")
        values.setdefault("draft", False)
        values.setdefault("phrases", phrases_for_scripts(self.voice(locale), panel=False))
        text = self.environment.get_template(template).render(
            lang=tag(locale),
            dir=direction(locale),
            locale=locale,
            voice=self.voice(locale),
            assets=f"{up}assets/",
            base=up,
            home="index.html" if page == "index.html" else relative(page, f"{locale or 'und'}/index.html"),
            site_title=self.site.settings.title or self.voice(locale).say("guidance"),
            policy=_content_policy(self.site.settings.hosts),
            **values,
        )
        return Artifact(f"guidance/{page}", text)


def _content_policy(hosts: tuple[str, ...]) -> str:
    images = " ".join(("'self'", "data:", *hosts))
    parts = ("default-src 'none'", "script-src 'self'", "style-src 'self'", f"img-src {images}")
    return "; ".join((*parts, "base-uri 'none'", "form-action 'none'"))


def _description(edition: Extraction) -> str:
    front = edition.document.front_matter
    return (front.text("description") if front else None) or ""


def _reviewed(article: Article, voice: Voice) -> str:
    written = article.policy.metadata.date
    return voice.say("reviewed", date=voice.day(written)) if written else ""

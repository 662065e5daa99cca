"""Where a rule comes from: the sentence, its place and its revision, in every language of the article.

The texts of an article lie in a data file that is read when the first one is asked for.
"""

from __future__ import annotations

from ._values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Article:
    """A compiled article: what its data file says, read on first use."""

    __slots__ = ("_content", "module")

    def __init__(self, module: str) -> None:
        """Name the article by its module in this package; nothing is read yet."""
        self.module = module
        self._content: dict[str, Any] | None = None

    @property
    def content(self) -> dict[str, Any]:
        """Everything in the data file."""
        if self._content is None:
            self._content = _read(self.module)
        return self._content

    @property
    def path(self) -> str:
        """The article without root, locale and suffix."""
        return str(self.content["path"])

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages it is written in."""
        return tuple(self.content["locales"])

    @property
    def monikers(self) -> tuple[str, ...]:
        """The products it distinguishes, in their defined order."""
        return tuple(self.content["monikers"])

    @property
    def metadata(self) -> dict[str, Any]:
        """What its front matter says: audience, topic, date, author, service, collections, translation types."""
        return dict(self.content["metadata"])

    def title(self, locale: str | None = None) -> str:
        """Return the title in a locale."""
        return self.text("title", locale)

    def description(self, locale: str | None = None) -> str:
        """Return the description in a locale."""
        return self.text("description", locale)

    def text(self, key: str, locale: str | None = None) -> str:
        """Return a text in a locale, else in the source language where the translation lacks it.

        Raises:
            ValueError: The article is not written in that locale.
        """
        return str(self.pick(self.content["texts"].get(key, {}), locale) or "")

    def pick(self, versions: dict[str, Any], locale: str | None) -> Any:
        """Return the version of a locale (the source language by default), else of the source language, else any."""
        source = self.content["source_locale"]
        if locale is not None and locale not in self.content["locales"]:
            raise ValueError(f"locale must be one of {', '.join(self.locales)}; got {locale!r:.80}")
        found = versions.get(source if locale is None else locale)
        return found or versions.get(source) or next(filter(None, versions.values()), None)

    def revision(self, locale: str | None = None) -> str | None:
        """Return the commit that a translation was made from, else the date of the article, else None."""
        found = self.pick(self.content["revisions"], locale)
        return None if found is None else str(found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Article) and self.module == other.module

    def __hash__(self) -> int:
        return hash(self.module)

    def __repr__(self) -> str:
        return f"Article({self.module!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Article, (self.module,)


class Citation(Value):
    """The sentence that a rule was compiled from, in every language of the article."""

    __slots__ = ("article", "key")
    __match_args__ = ("article", "key")

    article: Article
    key: str

    def __init__(self, article: Article, key: str) -> None:
        """Name an element of an article; nothing is read yet."""
        self._fill(article=article, key=key)

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages that have the sentence."""
        return tuple(self._evidence)

    @property
    def monikers(self) -> tuple[str, ...]:
        """The products the sentence is for; empty: all of them."""
        return tuple(self.article.content["evidence"][self.key]["monikers"])

    @property
    def moniker(self) -> str | None:
        """The only product the sentence is for; None when it is for several."""
        monikers = self.monikers
        return monikers[0] if len(monikers) == 1 else None

    def quote(self, locale: str | None = None) -> str:
        """Return the sentence in a locale, else in the source language where the translation lacks it.

        Raises:
            ValueError: The article is not written in that locale.
        """
        return str(self._in(locale)["quote"])

    def place(self, locale: str | None = None) -> str:
        """Return the file and line of the sentence: `content/en-us/billing/cancel.md:14`."""
        found = self._in(locale)
        return f"{found['path']}:{found['line']}"

    def anchor(self, locale: str | None = None) -> str:
        """Return the bookmark of the section the sentence stands in, "" before the first heading."""
        return str(self._in(locale)["anchor"])

    def revision(self, locale: str | None = None) -> str | None:
        """Return the commit that a translation was made from, else the date of the article, else None."""
        return self.article.revision(locale)

    @property
    def _evidence(self) -> dict[str, Any]:
        found: dict[str, Any] = self.article.content["evidence"][self.key]["locales"]
        return found

    def _in(self, locale: str | None) -> dict[str, Any]:
        missing = {"quote": "", "path": "", "line": 0, "anchor": ""}
        found: dict[str, Any] = self.article.pick(self._evidence, locale) or missing
        return found


def _read(module: str) -> dict[str, Any]:
    from json import loads
    from pkgutil import get_data

    data = get_data(__package__ or "", f"articles/{module}.json")
    content: dict[str, Any] = loads(data or b"{}")
    return content

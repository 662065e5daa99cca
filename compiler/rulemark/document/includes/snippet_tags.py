"""Tags in code: comment pairs such as `// <tag>` and `// </tag>`, or `#region tag`, in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_NAME = re.compile(r"[\w.\-]+")

_LIKE_C = (
    "actionscript arduino assembly cpp csharp cshtml cuda d fsharp go java javascript objectivec pascal php processing "
    "react rust scala smalltalk swift typescript scss"
)

# the comment around a tag, and the languages that write it so
_COMMENTS: tuple[tuple[str, str, str], ...] = (
    ("//<", ">", _LIKE_C),
    ("<!--<", ">-->", "xml xaml handlebars html cshtml php react ruby vbhtml"),
    ("'<", ">", "vb vbhtml"),
    ("--<", ">", "haskell lua sql"),
    ("#<", ">", "perl powershell python r ruby shell"),
    ("rem<", ">", "batchfile"),
    ("%<", ">", "erlang matlab"),
    (";<", ">", "lisp"),
    ("/*<", ">*/", "css scss"),
)  # fmt: skip
_REGIONS = frozenset({"csharp", "cshtml", "vb"})

_ALIASES: Mapping[str, str] = MappingProxyType({
    "actionscript": "as", "arduino": "ino", "assembly": "nasm asm", "batchfile": "bat cmd",
    "cpp": "c c++ objective-c obj-c objc objectivec h hpp cc m", "csharp": "cs", "cuda": "cu cuh", "d": "dlang",
    "erlang": "erl", "fsharp": "fs fsi fsx", "go": "golang", "handlebars": "hbs", "haskell": "hs",
    "html": "jsp asp aspx ascx", "cshtml": "aspx-cs aspx-csharp razor", "vbhtml": "aspx-vb", "java": "gradle",
    "javascript": "js node json", "lisp": "lsp", "pascal": "pas", "perl": "pl", "powershell": "posh ps1",
    "python": "py", "react": "tsx", "ruby": "ru erb rb", "rust": "rs", "shell": "sh bash", "smalltalk": "st",
    "typescript": "ts", "xml": "xsl xslt xsd wsdl csdl edmx vsixmanifest", "vb": "vbnet vbscript bas vbs vba",
})  # fmt: skip
_LANGUAGES = frozenset(name for _, _, names in _COMMENTS for name in names.split()) | {"scss"}
_CANONICAL: Mapping[str, str] = MappingProxyType(
    {
        **{name: name for name in (*_LANGUAGES, *_ALIASES)},
        **{alias: name for name, aliases in _ALIASES.items() for alias in aliases.split()},
    }
)


@dataclass(frozen=True, slots=True)
class _Tagging:
    """How tags are written: a line that begins one, a line that ends one, whether the latter names it."""

    begin: re.Pattern[str]
    end: re.Pattern[str]
    end_is_named: bool


def _pattern(opening: str, closing: str) -> re.Pattern[str]:
    before = r"\s*".join(re.escape(character) for character in opening)
    after = r"\s*".join(re.escape(character) for character in closing)
    return re.compile(rf"\s*{before}([^>]*){after}\s*", re.IGNORECASE)


def _taggings(language: str | None) -> tuple[_Tagging, ...]:
    """Return the taggings of a language, or all there are."""
    found = [
        _Tagging(_pattern(opening, closing), _pattern(f"{opening}/", closing), end_is_named=True)
        for opening, closing, names in _COMMENTS
        if language is None or language in names.split()
    ]
    if language is None or language in _REGIONS:
        begin, end = (
            re.compile(r"\s*#\s*region(.*)", re.IGNORECASE),
            re.compile(r"\s*#\s*end\s*region(.*)", re.IGNORECASE),
        )
        found.append(_Tagging(begin, end, end_is_named=False))
    return tuple(found)


def language_of_ending(path: str) -> str | None:
    """Return the language of a file by its ending, if it is known."""
    ending = path.rpartition("/")[2].rpartition(".")[2].lower()
    return _CANONICAL.get(ending)


def is_known_language(language: str) -> bool:
    """Tell whether tags can be found in a language or file ending."""
    return language.lower().lstrip(".") in _CANONICAL


def tagged_lines(lines: list[str], tag: str, language: str) -> tuple[range, frozenset[int]] | None:
    """Return the lines between the tag's comments, counted from 0, and all lines that are such comments.

    Args:
        lines: The file.
        tag: The name of the tag, in any case, without or with the prefix `snippet`.
        language: A language or file ending; when it is unknown, every way to write a tag is tried.
    """
    wanted = {tag.lower(), f"snippet{tag.lower()}"}
    for tagging in _taggings(_CANONICAL.get(language.lower().lstrip("."))):
        ranges, comments = _all_tags(lines, tagging)
        found = next((ranges[name] for name in ranges if name in wanted), None)
        if found is not None:
            return found, comments
    return None


def _all_tags(lines: Iterable[str], tagging: _Tagging) -> tuple[dict[str, range], frozenset[int]]:
    begun: dict[str, int] = {}
    ranges: dict[str, range] = {}
    nested: list[str] = []
    comments: set[int] = set()
    for index, line in enumerate(lines):
        end = tagging.end.fullmatch(line)
        if end is not None:
            comments.add(index)
            name = end[1].strip().lower() if tagging.end_is_named else nested.pop() if nested else ""
            if name in begun and name not in ranges:
                ranges[name] = range(begun[name] + 1, index)
            continue
        begin = tagging.begin.fullmatch(line)
        name = begin[1].strip().lower() if begin else ""
        if _NAME.fullmatch(name):
            comments.add(index)
            begun[name] = index
            nested.append(name)
    return ranges, frozenset(comments)

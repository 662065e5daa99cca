"""Which monikers the front matter of a page chooses, and which it excludes."""

from __future__ import annotations

from dataclasses import replace

from rulemark.diagnostics import Diagnostic, Severity
from rulemark.document.model import Field, FrontMatter
from rulemark.document.monikers.definitions import MonikerDefinitions
from rulemark.document.monikers.ranges import Fault, RangeProblem, evaluate_range, range_diagnostics
from rulemark.document.problems import DUPLICATE_MONIKER_CONFIG, INVALID_FRONT_MATTER_VALUE, INVALID_MONIKER_RANGE
from rulemark.source import Location, Source, Span

KEYS = ("replace_monikers", "monikerRange", "monikers")
"""The keys that choose monikers; the first that is given counts."""

_COMPARISON = frozenset("<>=")


class Choice:
    """The monikers that a front matter chooses and excludes, with the findings met on the way.

    Attributes:
        source: The article.
        field: The key that chooses, if any.
        names: The monikers that it names.
        excluded: Those that `exclude_monikers` takes away again.
        diagnostics: What is wrong with these keys.
    """

    __slots__ = ("_definitions", "diagnostics", "excluded", "field", "names", "source")

    def __init__(self, source: Source, front_matter: FrontMatter | None, definitions: MonikerDefinitions) -> None:
        self.source = source
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self._definitions = definitions
        fields = {field.key: field for field in front_matter.fields} if front_matter else {}
        present = [fields[key] for key in KEYS if key in fields and _is_given(fields[key])]
        self.field = present[0] if present else None
        self._note_ignored(present)
        self.names = self._evaluated(self.field)
        self.excluded = self._evaluated(fields.get("exclude_monikers"))

    @property
    def compares(self) -> bool:
        """Whether the choice compares monikers, which means nothing where nothing defines their order."""
        return self.field is not None and not _COMPARISON.isdisjoint(_text(self.field))

    def _note_ignored(self, present: list[Field]) -> None:
        keys = [field.key for field in present]
        if "monikerRange" in keys and "monikers" in keys:
            location = Location(self.source, present[keys.index("monikers")].key_span)
            message = "`monikers` is ignored, because `monikerRange` is also given"
            self._say(Diagnostic(DUPLICATE_MONIKER_CONFIG, message, location, help="keep only one of the two"))

    def _say(self, *diagnostics: Diagnostic) -> None:
        if self._definitions.inferred:
            diagnostics = tuple(
                replace(one, override=Severity.NOTE) if one.kind is INVALID_MONIKER_RANGE else one
                for one in diagnostics
            )
        self.diagnostics += diagnostics

    def _evaluated(self, field: Field | None) -> frozenset[str]:
        """Return the monikers that a key names: a range, or a list of names."""
        if field is None:
            return frozenset()
        if field.key != "monikerRange":
            return self._listed(field)
        result = evaluate_range(_text(field), self._definitions)
        self._say(*range_diagnostics(result, _written(self.source, field, _text(field))))
        return frozenset(result.names)

    def _listed(self, field: Field) -> frozenset[str]:
        """Return the defined names of a list; a single value counts as a list of one."""
        location = Location(self.source, field.value_span)
        names = field.value if isinstance(field.value, tuple) else (field.value,)
        if None in names and isinstance(field.value, tuple):
            message = f"an empty item in `{field.key}` is dropped"
            self._say(Diagnostic(INVALID_FRONT_MATTER_VALUE, message, location, help="remove the empty item"))
        texts = [str(name) for name in names if name is not None and not isinstance(name, tuple)]
        for text in texts:
            if text not in self._definitions:
                problem, place = RangeProblem(Fault.UNDEFINED, text, 0, len(text)), _written(self.source, field, text)
                self._say(Diagnostic(INVALID_MONIKER_RANGE, problem.message, place, help=problem.help))
        return frozenset(text.lower() for text in texts if text in self._definitions)


def _is_given(field: Field) -> bool:
    """Tell whether a key counts as present: a blank range does not."""
    return field.value is not None and (field.key != "monikerRange" or bool(_text(field).strip()))


def _text(field: Field) -> str:
    return "" if field.value is None or isinstance(field.value, tuple) else str(field.value)


def _written(source: Source, field: Field, text: str) -> Location:
    """Return where a text stands inside the value of a key, or the whole value when it is written otherwise."""
    span = field.value_span
    start = source.text.find(text, span.start, span.end) if text else -1
    return Location(source, Span(start, start + len(text)) if start >= 0 else span)

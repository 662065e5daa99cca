"""The vocabulary: what code calls the things that articles talk about, and the words that lead to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from rulemark.diagnostics import Diagnostic
from rulemark.policy.model import InputType, Localized
from rulemark.policy.problems import AMBIGUOUS_VOCABULARY_WORD, INVALID_VOCABULARY, UNKNOWN_VOCABULARY_NAME
from rulemark.policy.schema import Place, problems, read_mapping
from rulemark.source import Location, Source, language

Words = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A name and the words that lead to it, by locale."""

    name: str
    words: Words = ()

    def in_locale(self, locale: str) -> tuple[str, ...]:
        """Return the words of a locale, else those of another locale of the same language."""
        exact = dict(self.words).get(locale)
        if exact is not None:
            return exact
        return next((words for other, words in self.words if language(other) == language(locale)), ())

    @property
    def labels(self) -> Localized:
        """The first word in each locale."""
        return tuple((locale, words[0]) for locale, words in self.words if words)


@dataclass(frozen=True, slots=True)
class InputTerm:
    """An input with its domain."""

    term: Term
    type: InputType
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str | None = None
    choices: tuple[Term, ...] = ()
    opposite: Term = Term("")
    """Words that say a boolean input is false: "recurring billing is off"."""

    @property
    def name(self) -> str:
        """The name of the input."""
        return self.term.name


@dataclass(frozen=True, slots=True)
class DecisionTerm:
    """A decision whose cases must cover its inputs."""

    id: str
    inputs: tuple[str, ...]
    outcomes: tuple[str, ...]
    anchor: str | None = None
    """The only section it may be read from."""
    location: Location | None = field(default=None, compare=False)
    """Where the vocabulary declares it."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All names of a project, in the order of the file."""

    inputs: tuple[InputTerm, ...] = ()
    events: tuple[Term, ...] = ()
    states: tuple[Term, ...] = ()
    effects: tuple[Term, ...] = ()
    periods: tuple[Term, ...] = ()
    outcomes: tuple[Term, ...] = ()
    hedges: tuple[Term, ...] = ()
    amounts: tuple[Term, ...] = ()
    decisions: tuple[DecisionTerm, ...] = ()

    @property
    def choices(self) -> tuple[tuple[InputTerm, Term], ...]:
        """Every choice with the input it belongs to."""
        return tuple((owner, choice) for owner in self.inputs for choice in owner.choices)


EMPTY_VOCABULARY = Vocabulary()


def load_vocabulary(source: Source) -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
    """Read a vocabulary file; what is wrong in it is reported, and nothing of a broken file is used."""
    data, place, found = read_mapping(source, INVALID_VOCABULARY)
    found += problems(data, place, "vocabulary.schema.json", INVALID_VOCABULARY)
    if found:
        return EMPTY_VOCABULARY, found
    vocabulary = _vocabulary(data, place)
    return vocabulary, (*_unknown_names(vocabulary, place), *_ambiguous_words(vocabulary, place))


def _vocabulary(data: Mapping[str, Any], place: Place) -> Vocabulary:
    return Vocabulary(
        inputs=tuple(_input(name, entry) for name, entry in data.get("inputs", {}).items()),
        events=_terms(data.get("events", {})),
        states=_terms(data.get("states", {})),
        effects=_terms(data.get("effects", {})),
        periods=_terms(data.get("periods", {})),
        outcomes=_terms(data.get("outcomes", {})),
        hedges=_terms(data.get("hedges", {})),
        amounts=_terms(data.get("amounts", {})),
        decisions=tuple(_decision(name, entry, place) for name, entry in data.get("decisions", {}).items()),
    )


def _decision(name: str, entry: Mapping[str, Any], place: Place) -> DecisionTerm:
    location = place.locate(("decisions", name))
    return DecisionTerm(name, tuple(entry["inputs"]), tuple(entry["outcomes"]), entry.get("anchor"), location)


def _terms(entries: Mapping[str, Any]) -> tuple[Term, ...]:
    return tuple(Term(name, _words(entry.get("words", {}))) for name, entry in entries.items())


def _words(entries: Mapping[str, Any]) -> Words:
    return tuple(sorted((locale, tuple(words)) for locale, words in entries.items()))


def _input(name: str, entry: Mapping[str, Any]) -> InputTerm:
    return InputTerm(
        term=Term(name, _words(entry.get("words", {}))),
        type=InputType(entry["type"]),
        minimum=_number(entry.get("minimum")),
        maximum=_number(entry.get("maximum")),
        unit=entry.get("unit"),
        choices=_terms(entry.get("choices", {})),
        opposite=Term(name, _words(entry.get("opposite", {}))),
    )


def _number(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _unknown_names(vocabulary: Vocabulary, place: Place) -> Iterator[Diagnostic]:
    inputs = {entry.name for entry in vocabulary.inputs}
    outcomes = {entry.name for entry in vocabulary.outcomes}
    for decision in vocabulary.decisions:
        for section, names, known in (("inputs", decision.inputs, inputs), ("outcomes", decision.outcomes, outcomes)):
            for index, name in enumerate(names):
                if name not in known:
                    yield Diagnostic(
                        UNKNOWN_VOCABULARY_NAME,
                        f"decision `{decision.id}` names `{name}`, which is not among the {section}",
                        place.locate(("decisions", decision.id, section, index)),
                        help=f"define `{name}` under `{section}`, or correct its spelling",
                    )


def _ambiguous_words(vocabulary: Vocabulary, place: Place) -> Iterator[Diagnostic]:
    kinds = {
        "events": vocabulary.events,
        "states": vocabulary.states,
        "effects": vocabulary.effects,
        "periods": vocabulary.periods,
        "inputs": tuple(entry.term for entry in vocabulary.inputs),
    }
    for kind, terms in kinds.items():
        seen: dict[tuple[str, str], str] = {}
        for term, locale, index, word in _every_word(terms):
            other = seen.setdefault((locale, word.casefold()), term.name)
            if other != term.name:
                yield Diagnostic(
                    AMBIGUOUS_VOCABULARY_WORD,
                    f"`{word}` leads to both `{other}` and `{term.name}` of the {kind} in {locale}",
                    place.locate((kind, term.name, "words", locale, index)),
                    help="keep the word with the name it means, and give the other a longer phrase",
                )


def _every_word(terms: tuple[Term, ...]) -> Iterator[tuple[Term, str, int, str]]:
    for term in terms:
        for locale, words in term.words:
            for index, word in enumerate(words):
                yield term, locale, index, word

"""The vocabulary of one locale, ready to be looked up, with everything a sentence is searched for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rulemark.policy.matching import Index, Match, index_terms, stem
from rulemark.policy.model import Input, InputType
from rulemark.policy.naming import plural, snake
from rulemark.policy.vocabulary import InputTerm, Term, Vocabulary
from rulemark.statements import Statement, Topic

_NUMERIC = frozenset({InputType.INTEGER, InputType.NUMBER, InputType.MONEY})
_SUBJECT_WORDS = 10
"""How many words from its beginning the subject of a clause is looked for."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """The words of a vocabulary in one locale."""

    vocabulary: Vocabulary
    locale: str
    events: Index
    states: Index
    effects: Index
    periods: Index
    outcomes: Index
    hedges: Index
    amounts: Index
    inputs: Index
    """Numeric and boolean inputs."""
    opposites: Index
    choices: Index
    """The choices of every input, as `input.choice`."""

    def input(self, name: str) -> InputTerm | None:
        """Return the vocabulary's entry for an input."""
        return next((entry for entry in self.vocabulary.inputs if entry.name == name), None)

    def numeric_input(self, unit: str, text: str) -> Input:
        """Return the input that a counted unit measures; invented from the unit when the vocabulary has none."""
        numeric = tuple(entry for entry in self.vocabulary.inputs if entry.type in _NUMERIC)
        found = self.inputs.names_in(text)
        for entry in numeric:
            if unit == entry.unit or entry.name in found:
                return declared_input(entry)
        name = plural(snake(unit, words=4)) if snake(unit) else "count"
        return Input(name, InputType.INTEGER, minimum=Decimal(0), unit=unit, invented=True)

    def actors(self, statement: Statement, start: int) -> tuple[str, ...]:
        """Return who the clause that begins at `start` binds; empty: the reader, or nobody that is said."""
        text = statement.reading.text
        end = _words_end(text, start, _SUBJECT_WORDS)
        roles = tuple(name.partition(".")[2] for name in self.choices.names_in(text[start:end]) if "." in name)
        persons = tuple(
            mention.name
            for mention in statement.mentions
            if mention.topic is Topic.PERSON and start <= mention.span.start < end
        )
        if roles:
            return roles
        return persons[:1] if persons and persons[0] != "you" else ()

    def binds_somebody(self, statement: Statement, start: int) -> bool:
        """Whether a person is the subject of the clause that begins at `start`."""
        text = statement.reading.text
        end = _words_end(text, start, _SUBJECT_WORDS)
        named = any(m.topic is Topic.PERSON and start <= m.span.start < end for m in statement.mentions)
        return named or bool(self.choices.names_in(text[start:end]))

    def state(self, statement: Statement) -> str | None:
        """Return the state a sentence speaks of: by the vocabulary, else by its own word for it."""
        named = self.states.names_in(statement.reading.text)
        if named:
            return named[0]
        mention = next((m for m in statement.mentions if m.topic is Topic.STATE), None)
        return (snake(mention.name) or None) if mention else None

    def stems(self, text: str) -> frozenset[str]:
        """Return the stems of the words of a text."""
        return frozenset(stem(word, self.locale) for word in text.casefold().split())


def look_up(vocabulary: Vocabulary, locale: str) -> Lookup:
    """Prepare a vocabulary for one locale."""
    plain = tuple(entry.term for entry in vocabulary.inputs if entry.type is not InputType.CHOICE)
    choices = tuple(Term(f"{owner.name}.{choice.name}", choice.words) for owner, choice in vocabulary.choices)
    return Lookup(
        vocabulary=vocabulary,
        locale=locale,
        events=index_terms(vocabulary.events, locale),
        states=index_terms(vocabulary.states, locale),
        effects=index_terms(vocabulary.effects, locale),
        periods=index_terms(vocabulary.periods, locale),
        outcomes=index_terms(vocabulary.outcomes, locale),
        hedges=index_terms(vocabulary.hedges, locale),
        amounts=index_terms(vocabulary.amounts, locale),
        inputs=index_terms(plain, locale),
        opposites=index_terms((entry.opposite for entry in vocabulary.inputs), locale),
        choices=index_terms(choices, locale),
    )


def declared_input(entry: InputTerm) -> Input:
    """Return the input that a vocabulary entry declares."""
    return Input(
        name=entry.name,
        type=entry.type,
        minimum=entry.minimum,
        maximum=entry.maximum,
        unit=entry.unit,
        choices=tuple(choice.name for choice in entry.choices),
        labels=entry.term.labels,
    )


def first(matches: tuple[Match, ...]) -> str | None:
    """Return the name of the first match, or None."""
    return matches[0].name if matches else None


def _words_end(text: str, start: int, words: int) -> int:
    """Return the offset behind the first words of a text; a script without spaces gives four characters a word."""
    end = start
    for word in text[start:].split(" ")[:words]:
        end += len(word) + 1
    return min(end, len(text), start + words * 12)

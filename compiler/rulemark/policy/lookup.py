"""The vocabulary of one locale, ready to be looked up, with everything a sentence is searched for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from rulemark.policy.matching import Index, Match, index_terms, stem
from rulemark.policy.model import Input, InputType
from rulemark.policy.naming import invented, snake, unit_name
from rulemark.policy.vocabulary import InputTerm, Term, Vocabulary
from rulemark.source import Span
from rulemark.statements import (
    MEASURED,
    Lexicon,
    Mention,
    Quantity,
    Reading,
    Speech,
    Statement,
    Topic,
    load_lexicon,
)

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Characters of scripts in which particles are written together with their noun."""
_NUMERIC = frozenset({InputType.INTEGER, InputType.NUMBER, InputType.MONEY})
_NOBODY = "nobody"
"""What looks like a person and is none: "the admin center"."""
_BEFORE_SUBJECT = 3
"""Words before a person in its stretch of the sentence that make it the subject: "all eligible users"."""
_BETWEEN_SUBJECTS = 16
"""Characters between two persons that are subjects together: " and all other "."""
_SUBJECT_WORDS = 10
"""How many words from its beginning the subject of a clause is looked for."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """The words of a vocabulary in one locale."""

    vocabulary: Vocabulary
    locale: str
    lexicon: Lexicon
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

    def under_anchors(self, anchors: Mapping[str, str]) -> Lookup:
        """Return the same words with declared decisions bound to the sections of a translation.

        Args:
            anchors: What the anchors of the source are called there.
        """
        bound = (
            replace(term, anchor=anchors.get(term.anchor or "", term.anchor)) for term in self.vocabulary.decisions
        )
        return replace(self, vocabulary=replace(self.vocabulary, decisions=tuple(bound))) if anchors else self

    def input(self, name: str) -> InputTerm | None:
        """Return the vocabulary's entry for an input."""
        return next((entry for entry in self.vocabulary.inputs if entry.name == name), None)

    def numeric_input(self, quantity: Quantity, text: str) -> Input:
        """Return the input that a quantity compares; invented from the unit when the vocabulary has none.

        What is counted is whole; what is measured, or compared with a fraction, is a number.
        """
        unit = quantity.unit
        numeric = tuple(entry for entry in self.vocabulary.inputs if entry.type in _NUMERIC)
        found = self.inputs.names_in(text)
        for entry in numeric:
            if unit == entry.unit or entry.name in found:
                return declared_input(entry)
        whole = unit not in MEASURED and ":" not in unit and quantity.value == quantity.value.to_integral_value()
        kind = InputType.INTEGER if whole else InputType.NUMBER
        return Input(unit_name(unit, self.lexicon), kind, minimum=Decimal(0), unit=unit, invented=True)

    def actors(self, statement: Statement, start: int) -> tuple[str, ...]:
        """Return who the clause that begins at `start` binds; empty: the reader, or nobody that is said."""
        told = statement.reading.instructs or statement.reading.speech is Speech.INSTRUCTION
        persons = () if told else self._persons(statement, start)
        if not persons or persons[0].name == "you":
            return ()
        named = self.roles(statement.reading.text, start, persons)
        return named or tuple(dict.fromkeys(person.name for person in _subjects(statement, start, persons)))

    def binds_somebody(self, statement: Statement, start: int) -> bool:
        """Whether a person is the subject of the clause that begins at `start`."""
        return bool(self._persons(statement, start))

    def roles(self, text: str, start: int, persons: tuple[Mention, ...]) -> tuple[str, ...]:
        """Return the choices of the vocabulary whose words hold a word for a person."""
        found = (Match(match.name, match.span.shift(start)) for match in self.choices.find(text[start:]))
        named = tuple(match.name for match in found if any(person.span in match.span for person in persons))
        shortened = self._shortened(text, start, persons[0]) if named else ()
        return tuple(dict.fromkeys(name.partition(".")[2] for name in (*shortened, *named)))

    def _shortened(self, text: str, start: int, person: Mention) -> tuple[str, ...]:
        """Return the choice that shares its noun with the next one: "global" in "a global or billing admin"."""
        words = tuple(_WORD.finditer(text, start, person.span.start))
        noun = text[person.span.start : person.span.end]
        for word in words[:-2]:
            if found := self.choices.names_in(f"{word[0]} {noun}"):
                return found
        return ()

    def event_of_language(self, statement: Statement, within: Span) -> str | None:
        """Return the language's own name of the last event that a part of a sentence speaks of."""
        events = (
            mention.name for mention in statement.mentions if mention.topic is Topic.EVENT and mention.span in within
        )
        return next(iter(tuple(events)[::-1]), None)

    def hedge(self, text: str, name: str) -> str:
        """Return the vocabulary's name of a hedge, else the language's own."""
        return first(self.hedges.find(text)) or name

    def _persons(self, statement: Statement, start: int) -> tuple[Mention, ...]:
        """The persons among the first words of a clause."""
        end = _words_end(statement.reading.text, start, _SUBJECT_WORDS)
        counted = tuple(quantity.span for quantity in statement.reading.quantities)
        persons = (
            m
            for m in statement.mentions
            if m.topic is Topic.PERSON and m.name != _NOBODY and start <= m.span.start < end
        )
        return tuple(person for person in persons if not any(person.span in span for span in counted))

    def state(self, statement: Statement, within: Span | None = None) -> str | None:
        """Return the state a sentence, or a part of it, speaks of; None when it speaks of none or of several."""
        found = self.states_of(statement, within)
        return found[0] if len(found) == 1 else None

    def states_of(self, statement: Statement, within: Span | None = None) -> tuple[str, ...]:
        """Return the states a sentence, or a part of it, names: by the vocabulary, else by its own words for them."""
        part = within or Span(0, len(statement.reading.text))
        named = self.states.names_in(statement.reading.words(part))
        own = (self._state_name(m.name) for m in statement.mentions if m.topic is Topic.STATE and m.span in part)
        return named or tuple(dict.fromkeys(name for name in own if name))

    def _state_name(self, word: str) -> str:
        """Return the name of a state; "" for a small word, unless its capital shows that it is a name."""
        return snake(word) if word[:1].isupper() or invented(word, self.lexicon) else ""

    def stems(self, text: str) -> frozenset[str]:
        """Return the stems of the words of a text; each character of scripts that write them without spaces."""
        words = (_UNSPACED.findall(word) or (stem(word, self.locale),) for word in text.casefold().split())
        return frozenset(part for parts in words for part in parts)


def look_up(vocabulary: Vocabulary, locale: str, lexicon: Lexicon | None = None) -> Lookup:
    """Prepare a vocabulary for one locale.

    Args:
        vocabulary: The names of the project.
        locale: The locale whose words lead to them.
        lexicon: The words of the language with those of the project; None: as they are shipped.
    """
    plain = tuple(entry.term for entry in vocabulary.inputs if entry.type is not InputType.CHOICE)
    choices = tuple(Term(f"{owner.name}.{choice.name}", choice.words) for owner, choice in vocabulary.choices)
    return Lookup(
        vocabulary=vocabulary,
        locale=locale,
        lexicon=lexicon or load_lexicon(locale),
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


def _subjects(statement: Statement, start: int, persons: tuple[Mention, ...]) -> Iterator[Mention]:
    """Yield the persons that open a clause, with those joined to them: "admins and owners must …"."""
    text = statement.reading.text
    stretch = text[start : persons[0].span.start].rpartition(",")[2]
    joints = sum(m.topic is Topic.JOINT and m.span in Span(start, persons[0].span.start) for m in statement.mentions)
    if " " in text and len(stretch.split()) - 2 * joints > _BEFORE_SUBJECT:
        return
    yield persons[0]
    for one, other in pairwise(persons):
        between = Span(one.span.end, max(one.span.end, other.span.start))
        joined = any(m.topic is Topic.JOINT and m.span in between for m in statement.mentions)
        joined = joined or text[between.start : between.end].strip() == ","
        if not joined or len(between) > _BETWEEN_SUBJECTS or other.name == "you":
            return
        yield other


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


def hedges_of(reading: Reading, lookup: Lookup) -> tuple[str, ...]:
    """Return the names of the hedges of a sentence."""
    return tuple(lookup.hedge(reading.words(hedge.span), hedge.name) for hedge in reading.hedges)


def first(matches: tuple[Match, ...]) -> str | None:
    """Return the name of the first match, or None."""
    return matches[0].name if matches else None


def _words_end(text: str, start: int, words: int) -> int:
    """Return the offset behind the first words of a text; a script without spaces gives four characters a word."""
    end = start
    for word in text[start:].split(" ")[:words]:
        end += len(word) + 1
    return min(end, len(text), start + words * 12)

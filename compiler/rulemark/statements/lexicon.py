"""The words of a language, ready to be found in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rulemark.statements.meaning import Modality
from rulemark.statements.words.phrases import Phrases, Sense

_BESIDE_A_NUMBER = frozenset({"unit", "noun", "no_unit", "currency"})
_MENTIONED = frozenset(
    {
        "person",
        "state",
        "period",
        "event",
        "prior",
        "subsequent",
        "during",
        "earliest",
        "past",
        "every",
        "nothing",
        "only",
        "when",
        "all_of",
        "any_of",
        "joint",
        "coordinator",
        "determiner",
    }
)
_READ_AS_WELL = frozenset({"only"})
"""What is mentioned and read: "only" restricts a person, a condition or a number."""
_MASKS = frozenset({"mask", "mask_free"})
_HEADS = frozenset({"person", "state"})
_SHORTEST_HEAD = 5
"""Letters that a noun must have to be found at the end of a longer word."""
_LOOKED_UP = frozenset(
    {
        *("mask", "mask_free", "month", "numbered", "abbreviation", "ordinal_prefix", "ordinal_suffix", "clock"),
        *("subject_behind", "request_end", "predicate_end", "connective_end", "concessive_end", "genitive", "remark"),
        *(
            "means",
            "tool",
            "no_order",
            "participle",
            "infinitive_ending",
            "inverted",
            "easy",
            "preposition",
            "question",
        ),
        *("separable", "impersonal", "number_joint", "denying", "calendar_day", "rate", "unspelled", "attribute_front"),
        *("cleft_end", "epistemic_end", "inside", "linking", "no_order"),
    }
)
"""What is looked up where it may stand: idioms and labels before reading, endings and particles in their place."""


@dataclass(frozen=True, slots=True)
class Script:
    """How a language is written and where its grammar puts things.

    Attributes:
        spaces: Words stand apart.
        joined: Words grow together, so that a unit is found inside them: `30-tägig`, `gebruikerslicenties`.
        marker_last: Condition markers and predicates end their clause, as in Japanese and Korean.
        verb_second: The main clause behind a condition starts with its verb, as in Dutch and German.
        verb_last: A subordinate clause keeps its verb to its end.
        verb_first: A clause that starts with a finite verb may be a condition.
        negation: Where the word stands that negates a modal: `before` it, `after` it, or later in the `clause`.
        head_first: What tells more about a noun stands behind it, so that of several nouns the first one is counted.
        capital_nouns: Nouns are written with a capital.
        relative_comma: A comma stands before every relative clause.
        ordinal_dot: A dot behind a number makes it an ordinal.
        subjunctive: The endings of verbs that stand in conditions only, apart by spaces: `se pagar`.
        ones_first: What joins ones and tens in one word, as in `vijfentwintig`; "" where tens come first.
        plural: The endings of plurals, apart by spaces; how a noun looks that the lexicon does not know.
        numerals: Numbers are written in Chinese characters too.
        decimal: The decimal separator; the other one is understood by the shape of the number.
        thousands: What may separate groups of three digits.
    """

    spaces: bool = True
    joined: bool = False
    marker_last: bool = False
    verb_second: bool = False
    verb_last: bool = False
    verb_first: bool = False
    negation: str = "after"
    head_first: bool = False
    capital_nouns: bool = False
    relative_comma: bool = False
    ordinal_dot: bool = False
    subjunctive: str = ""
    ones_first: str = ""
    plural: str = ""
    numerals: bool = False
    decimal: str = "."
    thousands: str = ","


@dataclass(frozen=True, slots=True)
class Modal:
    """How a group of modal words binds.

    Attributes:
        plain: By itself; None when the words bind nobody and are only listed so that they hide others.
        negated: With a negation, None when a negation does not change it.
        measured: Directly before a quantity: "needs 24 hours" is no duty.
        weak: Gives way to any other modal word of the sentence.
        verb: A verb that ends a subordinate clause.
        subjunctive: A verb form that binds only behind a weak modal word or a doubt: `es posible que deba`.
        predicate: An adjective or the like, which stands behind the word that negates it: `kein Upload möglich`.
    """

    plain: Modality | None
    negated: Modality | None = None
    measured: Modality | None = None
    weak: bool = False
    verb: bool = False
    predicate: bool = False
    subjunctive: bool = False


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything the reader knows about one language.

    Attributes:
        language: The language of its words, "" for the neutral lexicon that knows digits and symbols only.
        script: How the language is written.
        entries: Every phrase with what it stands for; of two entries of one topic the later one counts.
        modals: How the modal words bind, by the name of their sense.
        translation: Small words that tell whether a translation says the same, by what they tell; empty when unknown.
        beside_numbers: Words that make a number something else than a limit, by what they make of it.
    """

    language: str
    script: Script
    entries: tuple[tuple[str, Sense], ...] = field(repr=False)
    modals: Mapping[str, Modal] = field(repr=False)
    translation: Mapping[str, tuple[str, ...]] = field(repr=False)
    beside_numbers: Mapping[str, tuple[str, ...]] = field(repr=False)

    @cached_property
    def phrases(self) -> Phrases:
        """What is found by reading through a sentence."""
        return self._phrases(
            frozenset(sense.topic for _, sense in self.entries)
            - _BESIDE_A_NUMBER
            - _LOOKED_UP
            - (_MENTIONED - _READ_AS_WELL)
        )

    @cached_property
    def units(self) -> Phrases:
        """Units and counted nouns: looked for beside a number only."""
        return self._phrases(_BESIDE_A_NUMBER)

    @cached_property
    def mentions(self) -> Phrases:
        """Persons, states, periods and the words that join clauses: looked for beside the reading."""
        return self._phrases(_MENTIONED)

    @cached_property
    def compound_heads(self) -> tuple[tuple[str, Sense], ...]:
        """Persons and states that end longer words where words grow together, the longest first."""
        heads = (
            (phrase, sense)
            for phrase, sense in self.entries
            if sense.topic in _HEADS and " " not in phrase and len(phrase) >= _SHORTEST_HEAD
        )
        return tuple(sorted(heads, key=lambda head: -len(head[0]))) if self.script.joined else ()

    @cached_property
    def masks(self) -> Phrases:
        """Idioms that must not be read, `24 hours a day`, and the words that hide one by overlapping it."""
        return self._phrases(_MASKS)

    def words(self, topic: str) -> tuple[str, ...]:
        """Return every phrase of a topic, in the order of the file."""
        return self._by_topic.get(topic, ())

    @cached_property
    def _by_topic(self) -> Mapping[str, tuple[str, ...]]:
        topics: dict[str, list[str]] = {}
        for phrase, sense in self.entries:
            topics.setdefault(sense.topic, []).append(phrase)
        return {topic: tuple(phrases) for topic, phrases in topics.items()}

    def _phrases(self, topics: frozenset[str]) -> Phrases:
        senses: dict[str, dict[str, Sense]] = {}
        for phrase, sense in self.entries:
            if sense.topic in topics:
                senses.setdefault(phrase, {})[sense.topic] = sense
        return Phrases({phrase: tuple(of.values()) for phrase, of in senses.items()}, spaces=self.script.spaces)

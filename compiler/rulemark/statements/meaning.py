"""What one sentence says: its quantities, conditions, duties and mentions, each with the words they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rulemark.source import Span


class Comparison(StrEnum):
    """How a quantity compares with the number that stands in the sentence."""

    EQ = "eq"
    LT = "lt"
    LE = "le"
    GT = "gt"
    GE = "ge"
    BETWEEN = "between"
    """Both ends included."""


class Scope(StrEnum):
    """What a number does in its sentence."""

    LIMIT = "limit"
    """It measures or limits: "at most 5 devices"."""
    CASE = "case"
    """It tells which cases the sentence is about: "teams with fewer than 5 members can …"."""
    OPEN = "open"
    """Nothing says which of the two."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured quantity; spans count in the text of its sentence."""

    value: Decimal
    """The number; the lower end of a range."""
    upper: Decimal | None
    """The upper end of a range, else None."""
    unit: str
    """`day`, `percent`, `currency:EUR`, `gigabyte` …, or the counted noun, as an English singular where it is known."""
    comparison: Comparison
    """As the words say it; a negation around it stands in `negated`."""
    span: Span
    """Comparator, number and unit."""
    number_span: Span
    negated: bool = False
    anchor: Span | None = None
    """The words that say from what event a duration runs ("after cancellation"), when it has such."""
    after: bool = False
    """The duration is a point after which something happens ("after 90 days"), not how long it lasts."""
    approximate: bool = False
    ahead: bool = False
    """The duration ends with the event of its anchor, as in `更新の 7 日前`, instead of beginning with it."""
    scope: Scope = Scope.LIMIT


class ConditionKind(StrEnum):
    """What a condition does to the clause it governs."""

    IF = "if"
    UNLESS = "unless"
    ONLY_IF = "only_if"
    AS_LONG_AS = "as_long_as"
    IN_CASE = "in_case"
    WHEN = "when"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Condition:
    """A conditional clause without its marker; spans count in the text of its sentence."""

    kind: ConditionKind
    span: Span
    negated: bool = False
    """The marker negates the clause (unless), or the clause itself denies ("if you don't have …")."""


class Modality(StrEnum):
    """How the main clause binds."""

    MUST = "must"
    MUST_NOT = "must_not"
    MAY = "may"
    MAY_NOT = "may_not"
    SHOULD = "should"
    SHOULD_NOT = "should_not"
    NEED_NOT = "need_not"

    @property
    def in_words(self) -> str:
        """What a message calls it: "must not"."""
        return self.value.replace("_", " ")


FORBIDDING = frozenset({Modality.MUST_NOT, Modality.MAY_NOT})
DENYING = FORBIDDING | {Modality.SHOULD_NOT, Modality.NEED_NOT}


class Speech(StrEnum):
    """What a sentence is for."""

    STATEMENT = "statement"
    INSTRUCTION = "instruction"
    """An imperative: a step, "select Save"."""
    EXAMPLE = "example"
    """A worked example: never a rule."""
    QUESTION = "question"
    REFERENCE = "reference"
    """Only points elsewhere: "for more information, see …"."""


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that make a statement hold only usually; the span counts in the text of its sentence."""

    name: str
    """The lexicon's language-independent name, such as `most_subscriptions` or `usually`."""
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What one sentence says, in any language; every span counts in `text`."""

    text: str
    speech: Speech = Speech.STATEMENT
    quantities: tuple[Quantity, ...] = ()
    conditions: tuple[Condition, ...] = ()
    consequence: Span | None = None
    """The main clause that the first condition governs, or that stands behind a label which tells the case."""
    subject: Span | None = None
    """The words in front of the predicate, where a quantity in them tells which cases the sentence is about."""
    modality: Modality | None = None
    """Of the main clause; None for a plain statement, and when several compete."""
    mixed_modality: bool = False
    negated: bool = False
    """The main clause denies ("can't", "no longer")."""
    doubtful: bool = False
    """A denial that was not taken with the modal verb may belong to it all the same: "no two members can …"."""
    instructs: bool = False
    """It tells the reader what to do behind a condition ("if you …, select …"), or what not to do ("don't …")."""
    hedges: tuple[Hedge, ...] = ()
    exceptions: tuple[Span, ...] = ()
    """"except for …" phrases."""
    excepted: Span | None = None
    """The words of the one exception that a comma sets behind the whole sentence: "…, except on Sundays"."""
    deadline: Span | None = None
    """The first day of the calendar that is a limit: "until March 31"."""
    reserved: Span | None = None
    """Whom alone a permission is given: "only the owner can …"."""
    refers_back: bool = False
    """Leans on the sentence before ("in that case", "otherwise", "this limit")."""
    otherwise: bool = False
    """States what holds in all other cases."""

    @property
    def bears_policy(self) -> bool:
        """Whether there is something here that must become an element or a reason why not."""
        if self.speech is not Speech.STATEMENT or (self.instructs and not self.quantities and not self.modality):
            return False
        return bool(self.quantities or self.conditions or self.modality)

    def words(self, span: Span) -> str:
        """Return the words of a span."""
        return self.text[span.start : span.end]


class Topic(StrEnum):
    """What a mention is about."""

    PERSON = "person"
    """Somebody who may be bound: named after the lexicon's entry; `you` is the reader."""
    STATE = "state"
    """A state with the word that names it: "the disabled state"."""
    PERIOD = "period"
    """A stretch of time without a number: "the next billing cycle"."""
    EVENT = "event"
    """Something that happens and from which a stretch of time may run: a cancellation, a purchase."""
    PRIOR = "prior"
    """What makes the words behind it (in Japanese: in front of it) something that has not happened yet."""
    SUBSEQUENT = "subsequent"
    """What makes the event behind it (in Japanese: in front of it) the beginning: "after", "on the day of"."""
    DURING = "during"
    """In front of a duration: it lasts that long ("for", "has")."""
    PAST = "past"
    """Beside a duration: it looks back ("the last 30 days")."""
    EARLIEST = "earliest"
    """Makes a time the first one at which something may happen."""
    ALL_OF = "all_of"
    """Announces that every item of the list that follows must hold."""
    ANY_OF = "any_of"
    EVERY = "every"
    """Says that it does not matter which: "any", "all"."""
    NOTHING = "nothing"
    """Says that there is no such thing: "nothing", "none"."""
    ONLY = "only"
    WHEN = "when"
    """Opens a clause of time that may be a condition."""
    JOINT = "joint"
    """Joins the parts of a condition: `and`, `or`."""
    COORDINATOR = "coordinator"
    """Sets one main clause against another: "but"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the language that point at a person, a state, a period …; the span counts in the sentence."""

    topic: Topic
    name: str
    """The lexicon's name for it, the same in every language; of a state the words that name it."""
    span: Span

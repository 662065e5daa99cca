"""Who and what a sentence talks about, as far as the language alone tells: persons, states, periods, "before"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from rulemark.source import Span
from rulemark.statements.lexicon import Lexicon
from rulemark.statements.meaning import Mention, Topic
from rulemark.statements.words.folding import fold
from rulemark.statements.words.phrases import Mark, Sense, tokens_of

_WORD_BEFORE = re.compile(r"([\w-]+)[ ,]*\Z")
_WORD_BEHIND = re.compile(r"[ \"']*([\w-]+)")
_NAMED_BEHIND = "behind"
"""The lexicon's name for state nouns that come first, as in French "état désactivé"."""
_INFLECTED = "inflected"
"""The lexicon's name for nouns that are verbs too, so that only an inflected adjective in front makes them one."""
_WORD = re.compile(r"[\w-]+")
_LONGEST_WORD = 40
_TOPICS = {topic.value: topic for topic in Topic}


@lru_cache(maxsize=8192)
def find_mentions(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return what a sentence mentions, in the order of the text."""
    return tuple(sorted(_mentions(text, lexicon), key=_place))


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _mentions(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    folded = fold(text)
    for mark in (*lexicon.mentions.find(folded), *_compounds(folded, lexicon)):
        if mark.sense.topic == Topic.STATE:
            yield from _state(text, mark, _no_adjectives(lexicon))
        elif mark.sense.topic == Topic.PERSON and not lexicon.script.spaces and not _is_subject(folded, mark, lexicon):
            continue
        elif mark.sense.topic in _TOPICS:
            yield Mention(_TOPICS[mark.sense.topic], mark.name, Span(mark.start, mark.end))


def _is_subject(folded: str, person: Mark, lexicon: Lexicon) -> bool:
    """Tell whether a person may be who acts: marked so in Japanese and Korean, in front of the modal in Chinese."""
    behind = folded[person.end :].lstrip()
    if particles := lexicon.words("subject_behind"):
        return not behind or behind.startswith(particles)
    if behind.startswith(lexicon.words("attributive")):
        return False
    start = max(folded.rfind(sign, 0, person.start) for sign in ",。;:(、") + 1
    return not any(mark.sense.topic == "modal" for mark in lexicon.phrases.find(folded[start : person.start]))


@cache
def _no_adjectives(lexicon: Lexicon) -> frozenset[str]:
    """Return the words beside a state noun that name no state."""
    return frozenset((*lexicon.words("determiner"), *lexicon.words("state")))


def _compounds(folded: str, lexicon: Lexicon) -> Iterator[Mark]:
    """Where words grow together, the noun is the end of the word: Dutch "factuurbeheerder", "leesmodus"."""
    if not lexicon.compound_heads or not any(map(_may_be_compound(lexicon), tokens_of(folded).words)):
        return
    for word in _WORD.finditer(folded):
        head = _head(word[0], lexicon)
        if head is not None:
            noun, sense = head
            start = word.end() - len(noun) if sense.topic == Topic.STATE else word.start()
            yield Mark(start, word.end(), sense)


@lru_cache(maxsize=50_000)
def _head(word: str, lexicon: Lexicon) -> tuple[str, Sense] | None:
    """Return the person or state that a compound ends with."""
    if not word.endswith(_endings(lexicon)):
        return None
    heads = lexicon.compound_heads
    return next((head for head in heads if word.endswith(head[0]) and word != head[0]), None)


@cache
def _may_be_compound(lexicon: Lexicon) -> Callable[[str], bool]:
    """Return what tells whether a word ends like a person or state; most sentences have no such word."""
    endings = _endings(lexicon)
    return lru_cache(maxsize=50_000)(lambda word: word.endswith(endings))


@cache
def _endings(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(head for head, _ in lexicon.compound_heads)


def _state(text: str, mark: Mark, outside: frozenset[str]) -> Iterator[Mention]:
    """A state is named by the word in front of its noun ("disabled state") or a capital behind ("status Disabled")."""
    before = _WORD_BEFORE.search(text[max(0, mark.start - _LONGEST_WORD) : mark.start])
    behind = _WORD_BEHIND.match(text, mark.end)
    if behind and (mark.name == _NAMED_BEHIND or behind[1][0].isupper()) and behind[1].lower() not in outside:
        yield Mention(Topic.STATE, behind[1], Span(mark.start, behind.end(1)))
    elif before and len(before[1]) > 3 and before[1].lower() not in outside and _agrees(before[1], mark):
        start = mark.start - len(before[0])
        yield Mention(Topic.STATE, before[1], Span(start, mark.end))


def _agrees(word: str, mark: Mark) -> bool:
    """Whether a word can be the adjective of a state noun."""
    return mark.name != _INFLECTED or word.endswith("e")


def split_main_clauses(text: str, mentions: tuple[Mention, ...]) -> tuple[Span, ...]:
    """Cut a sentence at the words that join main clauses."""
    spans, start = [], 0
    for mention in mentions:
        if mention.topic is Topic.COORDINATOR and mention.span.start > start:
            spans.append(Span(start, mention.span.start))
            start = mention.span.end
    spans.append(Span(start, len(text)))
    return tuple(span for span in spans if text[span.start : span.end].strip())

"""Document and lexicon to Extraction: every sentence read, every list, table and alert taken down at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from rulemark.document import Document, PlainText
from rulemark.source import Location, Span
from rulemark.statements.layout.correction_comments import correction_comments
from rulemark.statements.layout.inlines import only_links
from rulemark.statements.layout.labels import NO_LABEL, Label, label_of
from rulemark.statements.layout.lead_ins import COLONS, conditions_follow
from rulemark.statements.layout.passages import ItemPlace, Layout, Passage, TablePassage, lay_out
from rulemark.statements.layout.step_lists import step_lists
from rulemark.statements.layout.titles import titles_in
from rulemark.statements.lexicon import Lexicon
from rulemark.statements.meaning import Comparison, Mention, Reading
from rulemark.statements.mentions import find_mentions, split_main_clauses
from rulemark.statements.model import (
    CellReading,
    Extraction,
    Gloss,
    Notice,
    Place,
    Pointer,
    Statement,
    TableReading,
)
from rulemark.statements.quantities.counted_nouns import COUNT
from rulemark.statements.quantities.scopes import is_case
from rulemark.statements.reading import read
from rulemark.statements.words.masking import BLOT, mask_of
from rulemark.statements.words.scanning import scan
from rulemark.statements.words.sentences import split_sentences

_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class _Statements:
    """The statements read so far, with what later ones lean on."""

    lexicon: Lexicon
    found: list[Statement] = field(default_factory=list)
    by_passage: list[tuple[int, ...]] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    item_labels: dict[tuple[int, int], str] = field(default_factory=dict)

    def add(self, passage: Passage, row_label: str = "") -> None:
        label = self._label(passage)
        self.labels.append(label)
        item_label = self._item_label(passage, label) or row_label
        first = len(self.found)
        if passage.place is not Place.HEADING and not only_links(passage.inlines):
            for order, sentence in enumerate(_sentences(passage.plain.text, label.end, self.lexicon)):
                self.found.append(self._statement(passage, sentence, order, (label.text, item_label)))
        self.by_passage.append(tuple(range(first, len(self.found))))

    def _label(self, passage: Passage) -> Label:
        """Return the run-in label of a passage; one that tells a case belongs to its sentence."""
        label = NO_LABEL if passage.place in {Place.HEADING, Place.CELL} else label_of(passage)
        case = label.separated and _tells_case(read(label.text, self.lexicon), self.lexicon)
        return NO_LABEL if case else label

    def _item_label(self, passage: Passage, label: Label) -> str:
        if not passage.items:
            return ""
        key = (passage.items[-1].list, passage.items[-1].item)
        return self.item_labels.setdefault(key, label.text)

    def _statement(self, passage: Passage, sentence: _Sentence, order: int, labels: tuple[str, str]) -> Statement:
        span = sentence.span
        text, offsets = passage.plain.text[span.start : span.end], passage.plain.offsets[span.start : span.end + 1]
        reading, mentions = self._read(passage, text, sentence), find_mentions(text, self.lexicon)
        return Statement(
            reading=reading,
            location=Location(passage.source, Span(offsets[0], max(offsets[-2] + 1, offsets[0]))),
            offsets=offsets,
            anchor=passage.anchor,
            order=order,
            place=passage.place,
            monikers=passage.monikers,
            label=labels[0],
            label_of_item=labels[1],
            lead_in=self._lead_in(passage.items),
            block=passage.block,
            mentions=mentions,
            parts=_parts(reading, mentions, self.lexicon) if reading.mixed_modality else (),
            conditions_follow=conditions_follow(text, mentions, self.lexicon),
            variant=passage.variant,
        )

    def _read(self, passage: Passage, text: str, sentence: _Sentence) -> Reading:
        """Read a sentence; the titles of other articles in it say nothing of their own."""
        titles = tuple(titles_in(passage, sentence.span)) if passage.links else ()
        if not titles:
            return read(text, self.lexicon, sentence.masked)
        blotted = text
        for title in titles:
            blotted = blotted[: title.start] + BLOT * len(title) + blotted[title.end :]
        return replace(read(blotted, self.lexicon), text=text)

    def _lead_in(self, items: tuple[ItemPlace, ...]) -> int | None:
        """The last sentence before the list, when its colon announces one."""
        if not items or items[-1].lead_in is None:
            return None
        before = self.by_passage[items[-1].lead_in]
        announces = before and self.found[before[-1]].reading.text.rstrip().endswith(COLONS)
        return before[-1] if announces else None


class _Sentence(NamedTuple):
    """Where a sentence stands in its passage, and its masked copy if that of the passage tells it."""

    span: Span
    masked: str | None


def _sentences(text: str, start: int, lexicon: Lexicon) -> Iterator[_Sentence]:
    rest = text[start:]
    for span in split_sentences(rest, lexicon):
        if span.end > span.start:
            yield _Sentence(span.shift(start), mask_of(span, rest, lexicon))


def _tells_case(label: Reading, lexicon: Lexicon) -> bool:
    """Tell "Fewer than 5 items" and "If you lose your key" from a title."""
    compared = (is_case(label.text, quantity, 0, lexicon) for quantity in label.quantities[:1])
    return bool(label.conditions) or any(compared)


def _parts(reading: Reading, mentions: tuple[Mention, ...], lexicon: Lexicon) -> tuple[Reading, ...]:
    spans = split_main_clauses(reading.text, mentions)
    return tuple(read(reading.words(span).strip(), lexicon) for span in spans) if len(spans) > 1 else ()


def extract(document: Document, lexicon: Lexicon) -> Extraction:
    """Read an article in the language of `lexicon`; what is not understood is read as plain prose."""
    layout = lay_out(document)
    row_labels = _row_labels(layout)
    statements = _Statements(lexicon)
    for index, passage in enumerate(layout.passages):
        statements.add(passage, row_labels.get(index, ""))
    return Extraction(
        document=document,
        statements=tuple(statements.found),
        step_lists=step_lists(layout),
        notices=tuple(_notices(layout)),
        tables=tuple(_table(table, order, layout, statements) for order, table in enumerate(layout.tables)),
        glosses=tuple(_glosses(layout, statements.labels)),
        pointers=tuple(_pointers(layout)),
        sections=layout.sections,
        corrections=tuple(correction_comments(layout)),
        lexicon=lexicon,
    )


def _row_labels(layout: Layout) -> dict[int, str]:
    """Map every cell to the text of the first cell of its row."""
    return {
        cell: _text(layout.passages[row[0]].plain)
        for table in layout.tables
        for row in table.rows[1:]
        for cell in row[1:]
    }


def _text(plain: PlainText) -> str:
    return " ".join(plain.text.split())


def _notices(layout: Layout) -> Iterator[Notice]:
    texts: dict[int, list[str]] = {}
    for passage in layout.passages:
        if passage.notice is not None and (text := _text(passage.plain)):
            texts.setdefault(passage.notice, []).append(text)
    for index, notice in enumerate(layout.notices):
        yield Notice(
            kind=notice.kind,
            anchor=notice.anchor,
            order=index,
            monikers=notice.monikers,
            text=" ".join(texts.get(index, ())),
            location=notice.location,
        )


def _table(table: TablePassage, order: int, layout: Layout, statements: _Statements) -> TableReading:
    header = tuple(_cell(cell, layout, statements) for cell in table.rows[0])
    rows = tuple(
        tuple(
            _under(title.text, _cell(cell, layout, statements), statements)
            for title, cell in zip(header, row, strict=True)
        )
        for row in table.rows[1:]
    )
    return TableReading(table.anchor, order, table.monikers, header, rows, table.location)


def _cell(index: int, layout: Layout, statements: _Statements) -> CellReading:
    passage = layout.passages[index]
    location = Location(passage.source, passage.span)
    return CellReading(_text(passage.plain), statements.by_passage[index], location)


def _under(title: str, cell: CellReading, statements: _Statements) -> CellReading:
    """Read a cell whose number has no noun once more, with the one that stands in its header."""
    if not _DIGIT.search(cell.text):
        return cell
    if any(_names_unit(statements.found[index].reading) for index in cell.statements):
        return _limited(title, cell, statements)
    written = read(f"{cell.text} {title}", statements.lexicon)
    small = title[:1].lower() + title[1:]
    if _names_unit(written) or small == title:
        return replace(cell, under_header=written)
    again = read(f"{cell.text} {small}", statements.lexicon)
    return replace(cell, under_header=again if _names_unit(again) else written)


def _limited(title: str, cell: CellReading, statements: _Statements) -> CellReading:
    """Read a cell once more with a header that says how its number compares: "Maximum weight", "Answer within"."""
    marks = scan(title, statements.lexicon)
    joint = " " if marks.ending(len(title), "before", "within") else ": " if marks.has("label") else ""
    again = read(f"{title}{joint}{cell.text}", statements.lexicon) if joint else None
    if again is None or [quantity.comparison is Comparison.EQ for quantity in again.quantities] != [False]:
        return cell
    return replace(cell, under_header=again)


def _names_unit(reading: Reading) -> bool:
    return any(quantity.unit != COUNT for quantity in reading.quantities)


def _glosses(layout: Layout, labels: list[Label]) -> Iterator[Gloss]:
    for passage, label in zip(layout.passages, labels, strict=True):
        if label.separated and passage.place is Place.ITEM and passage.notice is None:
            text = " ".join(passage.plain.text[label.end :].split())
            location = Location(passage.source, passage.span)
            yield Gloss(label.text, text, passage.anchor, passage.block, passage.monikers, location)


def _pointers(layout: Layout) -> Iterator[Pointer]:
    for passage in layout.passages:
        for order, (target, text, span) in enumerate(passage.links):
            location = Location(passage.source, span)
            yield Pointer(target, text, passage.anchor, order, passage.monikers, location)

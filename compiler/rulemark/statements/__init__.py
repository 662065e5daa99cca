"""Stage 2, the statements: what the sentences of an article say.

This form is the second in the compilation chain. Its main difference with the document before it is that prose has been
read: every sentence has its quantities, conditions and modality, each with the words they stand in. Names come only in
the next stage; here is nothing but language and places.

`extract` is the one way in; `read` reads a single sentence. A language is a file of words under `lexicons/`.
"""

from rulemark.statements.from_document import extract
from rulemark.statements.lexicon import Lexicon
from rulemark.statements.lexicon_files import languages, lexicon_problems, load_lexicon
from rulemark.statements.lines import reading_to_json
from rulemark.statements.meaning import (
    DENYING,
    FORBIDDING,
    Comparison,
    Condition,
    ConditionKind,
    Hedge,
    Mention,
    Modality,
    Quantity,
    Reading,
    Scope,
    Speech,
    Topic,
)
from rulemark.statements.mentions import find_mentions
from rulemark.statements.model import (
    CellReading,
    Correction,
    Extraction,
    Gloss,
    Notice,
    Place,
    Pointer,
    Section,
    Statement,
    Step,
    StepList,
    TableReading,
)
from rulemark.statements.quantities.comparators import normalise
from rulemark.statements.quantities.counted_nouns import COUNT
from rulemark.statements.quantities.units import DURATIONS, MEASURED
from rulemark.statements.reading import deny, read
from rulemark.statements.words.sentences import split_sentences

__all__ = [
    "COUNT",
    "DENYING",
    "DURATIONS",
    "FORBIDDING",
    "MEASURED",
    "CellReading",
    "Comparison",
    "Condition",
    "ConditionKind",
    "Correction",
    "Extraction",
    "Gloss",
    "Hedge",
    "Lexicon",
    "Mention",
    "Modality",
    "Notice",
    "Place",
    "Pointer",
    "Quantity",
    "Reading",
    "Scope",
    "Section",
    "Speech",
    "Statement",
    "Step",
    "StepList",
    "TableReading",
    "Topic",
    "deny",
    "extract",
    "find_mentions",
    "languages",
    "lexicon_problems",
    "load_lexicon",
    "normalise",
    "read",
    "reading_to_json",
    "split_sentences",
]

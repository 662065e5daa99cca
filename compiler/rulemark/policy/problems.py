"""Every kind of finding of the policy stage: codes RM3xx."""

from __future__ import annotations

from rulemark.diagnostics import Kind, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

INVALID_VOCABULARY = Kind("RM301", "invalid-vocabulary", ERROR)
"""The vocabulary file does not have the shape that its schema asks for."""

UNKNOWN_VOCABULARY_NAME = Kind("RM302", "unknown-vocabulary-name", ERROR)
"""A decision of the vocabulary names an input or outcome that the vocabulary does not define."""

AMBIGUOUS_VOCABULARY_WORD = Kind("RM303", "ambiguous-vocabulary-word", WARNING)
"""One word leads to two names of the same kind, so that nothing says which is meant."""

INVALID_POLICY = Kind("RM304", "invalid-policy", ERROR)
"""A policy file does not have the shape that its schema asks for."""

INVALID_CORRECTION = Kind("RM305", "invalid-correction", ERROR)
"""A correction comment cannot be read, or names something that does not exist."""

UNSUPPORTED_CORRECTION = Kind("RM306", "unsupported-correction", ERROR)
"""A correction comment states a value that the block it stands before does not state."""

NEEDLESS_CORRECTION = Kind("RM307", "needless-correction", NOTE)
"""The block is read correctly without its correction comment."""

DUPLICATE_ARTICLE = Kind("RM308", "duplicate-article", ERROR)
"""Two files are the same article in the same locale."""

MISSING_CORRECTION = Kind("RM309", "missing-correction", WARNING)
"""A translation is not read as the correction comment of its source says, and has no such comment."""

UNKNOWN_EXAMPLE_NAME = Kind("RM310", "unknown-example-name", ERROR)
"""A table of examples is about a decision or an input that does not exist, or there is no table."""

UNREADABLE_EXAMPLE = Kind("RM311", "unreadable-example", ERROR)
"""A cell of a table of examples holds no value of its input, or no outcome of its decision."""

MISSING_DECISION = Kind("RM312", "missing-decision", WARNING)
"""A decision that the vocabulary declares is made by no article."""

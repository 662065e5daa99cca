"""Stage 3, the policy: what articles promise, without language.

This form is the third in the compilation chain. Its main difference with the extraction before it is that sentences
have become elements with names: decisions, timers, amounts, duties, procedures. Every locale is compiled on its own
and then aligned; each element lists the sentence of every locale as its evidence. A sentence that bears policy and
became no element is listed as not compiled, with the reason.

`assemble` is the one way in, `dump` and `load` lead to the reviewed YAML and back. Back ends read only this form.
"""

from rulemark.policy.example import Example
from rulemark.policy.from_statements import article_path, assemble
from rulemark.policy.from_yaml import Loaded, load
from rulemark.policy.missing_decisions import missing_decisions
from rulemark.policy.model import (
    ALWAYS,
    Advisory,
    All,
    Amount,
    AnyOf,
    Basis,
    Between,
    Case,
    Compare,
    Condition,
    Decision,
    Definition,
    Duration,
    DurationUnit,
    Duty,
    DutyKind,
    Evidence,
    Input,
    InputType,
    Localized,
    Metadata,
    Not,
    NotCompiled,
    OneOf,
    Operator,
    Outcome,
    Policy,
    PolicySet,
    Procedure,
    Reference,
    Step,
    Timer,
    Value,
    in_locale,
    inputs_of,
    localized,
)
from rulemark.policy.prose import COMPILED, ProseCoverage, ProseKind, ReadSentence, prose_coverage
from rulemark.policy.sections import side_by_side
from rulemark.policy.suggestions import suggest_vocabulary
from rulemark.policy.to_yaml import dump
from rulemark.policy.vocabulary import EMPTY_VOCABULARY, DecisionTerm, InputTerm, Term, Vocabulary, load_vocabulary

__all__ = [
    "ALWAYS",
    "COMPILED",
    "EMPTY_VOCABULARY",
    "Advisory",
    "All",
    "Amount",
    "AnyOf",
    "Basis",
    "Between",
    "Case",
    "Compare",
    "Condition",
    "Decision",
    "DecisionTerm",
    "Definition",
    "Duration",
    "DurationUnit",
    "Duty",
    "DutyKind",
    "Evidence",
    "Example",
    "Input",
    "InputTerm",
    "InputType",
    "Loaded",
    "Localized",
    "Metadata",
    "Not",
    "NotCompiled",
    "OneOf",
    "Operator",
    "Outcome",
    "Policy",
    "PolicySet",
    "Procedure",
    "ProseCoverage",
    "ProseKind",
    "ReadSentence",
    "Reference",
    "Step",
    "Term",
    "Timer",
    "Value",
    "Vocabulary",
    "article_path",
    "assemble",
    "dump",
    "in_locale",
    "inputs_of",
    "load",
    "load_vocabulary",
    "localized",
    "missing_decisions",
    "prose_coverage",
    "side_by_side",
    "suggest_vocabulary",
]

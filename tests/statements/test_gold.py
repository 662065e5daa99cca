"""The reader against real sentences that people have annotated."""

from __future__ import annotations

import importlib.util
import json
from types import ModuleType

import pytest

from rulemark.statements import load_lexicon, read, reading_to_json
from shared import SHARED, needs_shared

_GERMANIC = (0.96, 0.92, 0.94, 0.97)
_ROMANCE = (0.94, 0.88, 0.92, 0.96)
_EAST_ASIAN = (0.92, 0.85, 0.90, 0.95)
_FLOORS = {
    **dict.fromkeys(("en-us", "nl-nl", "de-de"), _GERMANIC),
    **dict.fromkeys(("fr-fr", "es-es", "it-it", "pt-br"), _ROMANCE),
    **dict.fromkeys(("ja-jp", "zh-cn", "ko-kr"), _EAST_ASIAN),
}
_FIGURES = ("quantity_f1", "condition_f1", "modality_accuracy", "trap_silence")


def _judge() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@needs_shared
@pytest.mark.parametrize("locale", _FLOORS)
def test_annotated_sentences_are_read_as_people_read_them(locale: str) -> None:
    gold = [json.loads(line) for line in (SHARED / "gold" / "dev" / f"{locale}.jsonl").read_text("utf-8").splitlines()]
    lexicon = load_lexicon(locale)
    readings = [reading_to_json(read(sentence["text"], lexicon)) for sentence in gold]
    figures, errors = _judge().score(gold, readings)
    low = {name: figures[name] for name, floor in zip(_FIGURES, _FLOORS[locale], strict=True) if figures[name] < floor}
    assert not low, errors

"""Properties of every reading, whatever the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rulemark.source import Span
from rulemark.statements import Comparison, Modality, Reading, Speech, languages, load_lexicon, read, split_sentences
from rulemark.statements.quantities.comparators import normalise

_MIXTURE = (
    'if unless you can must not 25 1,000 2.5 more than within days , . ( ) " : ; - licenses or to 2021 場合は、 最多 '
    "als u kunt wenn Sie si vous ne peut pas que 30 GB $ 5% one three then we 时， 30 天 면 두 명 경우"
)
_WORDS = st.sampled_from(_MIXTURE.split())
_SENTENCES = st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=30).map(" ".join))


def _spans(reading: Reading) -> list[Span]:
    spans = [condition.span for condition in reading.conditions] + [hedge.span for hedge in reading.hedges]
    for quantity in reading.quantities:
        spans += [quantity.span, quantity.number_span, *([quantity.anchor] if quantity.anchor else [])]
    return spans + list(reading.exceptions) + ([reading.consequence] if reading.consequence else [])


@given(text=_SENTENCES, language=st.sampled_from(languages()))
@settings(deadline=None)  # the first sentence of a language waits for its lexicon
def test_every_span_lies_in_the_sentence(text: str, language: str) -> None:
    assert all(span in Span(0, len(text)) for span in _spans(read(text, load_lexicon(language))))


@given(text=_SENTENCES, language=st.sampled_from(languages()))
@settings(deadline=None)  # the first sentence of a language waits for its lexicon
def test_sentences_cover_everything_but_white_space(text: str, language: str) -> None:
    spans = split_sentences(text, load_lexicon(language))
    outside = set(range(len(text))) - {position for span in spans for position in range(span.start, span.end)}
    assert all(text[position].isspace() for position in outside)
    assert all(first.end <= second.start for first, second in pairwise(spans))


@pytest.mark.parametrize("comparison", Comparison)
def test_denying_a_comparison_twice_gives_it_back(comparison: Comparison) -> None:
    assert normalise(normalise(comparison, negated=True), negated=True) is comparison
    assert normalise(comparison, negated=False) is comparison


_HOSTILE = {
    "en": [
        "if ",
        "if you have 5 users, ",
        "1 or ",
        "between 1 and ",
        "(",
        '"',
        "a-",
        "that you can ",
        "@a",
        "$ 1 ",
        "5 of the ",
    ],
    "nl": ["als ", "zesmaand", "30-"],
    "de": ["wenn ", "1. ", "über "],
    "fr": ["l'", "1 000 ", "si "],
    "ja": ["場合は、", "5 人の", "ると、"],
    "zh": ["如果", "一个", "最多"],
    "ko": ["면 ", "1 명"],
}


@pytest.mark.timeout(60)  # a second is enough; whatever compares each word with each other one takes minutes
@pytest.mark.parametrize(("language", "piece"), [(key, piece) for key, pieces in _HOSTILE.items() for piece in pieces])
def test_a_hostile_sentence_takes_linear_time(language: str, piece: str) -> None:
    text = (piece * (40_000 // len(piece) + 1))[:40_000]
    read.__wrapped__(text, load_lexicon(language))
    assert split_sentences(text, load_lexicon(language))[-1].end <= len(text)


def test_a_condition_with_an_order_is_a_statement_that_binds_nobody() -> None:
    reading = read("If you have more than 9 seats, reduce them to fewer than 9.", load_lexicon("en"))
    assert reading.speech is Speech.STATEMENT
    assert reading.modality is None
    assert [quantity.comparison for quantity in reading.quantities] == [Comparison.GT, Comparison.LT]
    assert reading.bears_policy


def test_a_missing_verb_gives_no_modality() -> None:
    reading = read("Als u minder dan 8 stoelen hebt, u uw plan online opzeggen.", load_lexicon("nl"))
    assert reading.modality is None
    assert reading.words(reading.conditions[0].span) == "u minder dan 8 stoelen hebt"


def test_need_not_is_no_prohibition() -> None:
    assert read("Sie müssen kein Konto anlegen.", load_lexicon("de")).modality is Modality.NEED_NOT
    assert read("Sie dürfen kein Konto anlegen.", load_lexicon("de")).modality is Modality.MUST_NOT


def test_two_different_duties_are_mixed() -> None:
    reading = read("You can pause the plan, but you must not share it.", load_lexicon("en"))
    assert reading.mixed_modality
    assert reading.modality is None


def test_a_duration_knows_its_event_and_whether_it_is_a_point() -> None:
    reading = read("Data is wiped after 20 days and at the latest 40 days after closing.", load_lexicon("en"))
    point, limit = reading.quantities
    assert point.after
    assert not limit.after
    assert limit.anchor is not None
    assert reading.words(limit.anchor) == "after closing"


def test_a_phrase_of_exception_is_kept() -> None:
    reading = read("All plans renew, except for trials.", load_lexicon("en"))
    assert [reading.words(span) for span in reading.exceptions] == ["except for trials"]


def test_otherwise_leans_on_the_sentence_before() -> None:
    reading = read("Anders vervalt het aanbod.", load_lexicon("nl"))
    assert reading.otherwise
    assert reading.refers_back


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "If you do not have a key, ring the bell."),
        ("en", "If you don't have a key, ring the bell."),
        ("en", "If a guest does not pay, the room is given away."),
        ("en", "If members did not vote, the motion fails."),
        ("en", "If you have no key, ring the bell."),
        ("en", "If the bill is not paid, the room is closed."),
        ("nl", "Als je geen sleutel hebt, bel je aan."),
        ("nl", "Als de rekening niet is betaald, sluit de kamer."),
        ("de", "Wenn Sie keinen Schlüssel haben, klingeln Sie."),
        ("de", "Wenn die Rechnung nicht bezahlt ist, schließt das Zimmer."),
        ("fr", "Si vous n'avez pas de clé, vous devez sonner."),
        ("es", "Si no tiene llave, debe llamar al timbre."),
        ("it", "Se non hai la chiave, devi suonare."),
        ("pt", "Se você não tiver a chave, deve tocar a campainha."),
        ("ja", "鍵を持っていない場合は、呼び鈴を鳴らす必要があります。"),
        ("zh", "如果您没有钥匙，必须按门铃。"),
        ("ko", "열쇠가 없는 경우 초인종을 눌러야 합니다."),
        ("sv", "Om du inte har någon nyckel måste du ringa på."),
        ("da", "Hvis du ikke har en nøgle, skal du ringe på."),
        ("pl", "Jeśli nie masz klucza, musisz zadzwonić."),
        ("en", "If you are unable to come, call us."),
        ("en", "If a guest cannot come, call us."),
        ("ko", "비용을 지불하지 않은 경우 방이 취소됩니다."),
        ("ko", "등록할 수 없는 경우 전화해야 합니다."),
        ("ja", "鍵がなければ、呼び鈴を鳴らす必要があります。"),
        ("ja", "ログインできない場合は、連絡する必要があります。"),
        ("zh", "如未付款，房间将被取消。"),
        ("tr", "Anahtarınız yoksa zili çalmalısınız."),
        ("tr", "Faturayı ödemezseniz oda kapatılır."),
    ],
)
def test_a_condition_that_denies_is_never_read_as_its_opposite(language: str, sentence: str) -> None:
    (condition,) = read(sentence, load_lexicon(language)).conditions
    assert condition.negated


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "If you have a key, don't ring the bell."),
        ("en", "If you can come, call us."),
        ("ko", "열쇠가 있는 경우 초인종을 누르면 안 됩니다."),
        ("ja", "鍵がある場合は、呼び鈴を鳴らす必要はありません。"),
        ("zh", "如果您有钥匙，无需按门铃。"),
        ("tr", "Anahtarınız varsa zili çalmamalısınız."),
    ],
)
def test_what_the_main_clause_denies_is_no_denial_of_its_condition(language: str, sentence: str) -> None:
    (condition,) = read(sentence, load_lexicon(language)).conditions
    assert not condition.negated

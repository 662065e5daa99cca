"""Where sentences end."""

from __future__ import annotations

import pytest

from rulemark.statements import load_lexicon, split_sentences

_TEXTS = {
    "en": ["Pay by card, e.g. a debit card. You can cancel.", "Use version 2.4. Then sign in.", "Is it free? Yes!"],
    "de": ["Das gilt ab dem 1. Juli für alle. Danach nicht.", "Nutzen Sie z. B. eine Karte. Fertig."],
    "nl": ["Dat kan bijv. met een kaart. Daarna niet."],
    "fr": ["Consultez https://example.org/a.b pour payer. Merci."],
    "ja": ["支払いは可能です。解約もできます。", "「はい。」と答えます。次に進みます。"],
    "zh": ["可以付款。也可以取消。"],
    "ko": ["결제할 수 있습니다. 취소도 가능합니다."],
}


@pytest.mark.parametrize(("language", "text"), [(key, text) for key, texts in _TEXTS.items() for text in texts])
def test_a_text_of_two_sentences_is_cut_once(language: str, text: str) -> None:
    assert len(split_sentences(text, load_lexicon(language))) == 2


def test_white_space_alone_is_no_sentence() -> None:
    assert split_sentences(" \n ", load_lexicon("en")) == ()

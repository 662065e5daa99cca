from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rulemark.checks.translation import compare_lines
from rulemark.diagnostics import Severity
from rulemark.source import language
from rulemark.statements import load_lexicon
from shared import SHARED, needs_shared

DRIFT = SHARED / "gold" / "drift" / "dev.jsonl"
LANGUAGES = ("en", "nl", "de", "fr", "es", "it", "pt", "ja", "zh", "ko", "da", "pl", "sv", "tr")


def names(source: str, target: str, locale: str) -> list[str]:
    """Return the kinds of errors and warnings, notes left out."""
    found = compare_lines(source, target, load_lexicon("en-us"), load_lexicon(locale))
    return [item.name for item in found if item.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("The fee is 2,500 euros.", "Die Gebühr beträgt 2.500 Euro.", "de-de"),
        ("The fee is 2,500 euros.", "Les frais s’élèvent à 2 500 euros.", "fr-fr"),
        ("The limit is 1.5 GB.", "O limite é de 1,5 GB.", "pt-br"),
        ("The call starts at 6 PM.", "Het gesprek begint om 18:00 uur.", "nl-nl"),
        ("The contract runs for three years.", "Der Vertrag läuft drei Jahre.", "de-de"),
        ("It is a three-year contract.", "Es ist ein dreijähriger Vertrag.", "de-de"),
        ("You have sixty days.", "您有六十天的时间。", "zh-cn"),
        ("Support is there 24x7.", "El soporte está disponible las 24 horas, los 7 días.", "es-es"),
        ("At least 300K dollars are needed.", "少なくとも 30 万ドルが必要です。", "ja-jp"),
        ("Offer ends on June 4, 2023.", "L’offre se termine le 4 juin 2023.", "fr-fr"),
        ("Offer ends on June 4, 2023.", "혜택은 2023년 6월 4일에 종료됩니다.", "ko-kr"),
        ("Keep it for 12 months.", "Bewaar het een jaar.", "nl-nl"),
        ("It is valid for one year.", "Het is 12 maanden geldig.", "nl-nl"),
        ("Twenty-one guests came.", "Einundzwanzig Gäste kamen.", "de-de"),
        ("The call starts at 6:30 PM.", "Der Anruf beginnt um 18.30 Uhr.", "de-de"),
    ],
)
def test_numbers_are_compared_by_what_they_mean(source: str, target: str, locale: str) -> None:
    assert not names(source, target, locale)


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("You can't undo this step.", "Diese Aktion kann nicht rückgängig gemacht werden.", "de-de"),
        ("The file can't be found.", "Le fichier est introuvable.", "fr-fr"),
        (
            "This is not the same as the order number.",
            "Diese Nummer unterscheidet sich von der Bestellnummer.",
            "de-de",
        ),
        ("Choose whether or not to renew.", "Kies of u wilt verlengen.", "nl-nl"),
        ("You don't have to pay before the trial ends.", "Vous ne payez qu’à la fin de l’essai.", "fr-fr"),
        ("Guests can't sign in.", "ゲストはサインインできません。", "ja-jp"),
        ("This is not recommended.", "Dit wordt afgeraden.", "nl-nl"),
        ("You must be an owner to close the room.", "Alleen eigenaren kunnen de ruimte sluiten.", "nl-nl"),
        ("The name must be at most 20 letters.", "De naam mag niet langer zijn dan 20 letters.", "nl-nl"),
        ("You can't add more than 5 photos.", "Sie können höchstens 5 Fotos hinzufügen.", "de-de"),
        ("Nobody but the captain may enter.", "Alleen de kapitein mag naar binnen.", "nl-nl"),
        ("There are no extra costs.", "No hay costes adicionales.", "es-es"),
        ("The lift won't move until the door is shut.", "De lift beweegt pas als de deur dicht is.", "nl-nl"),
        ("Boxes aren't food and can't be eaten.", "Vous ne pouvez pas manger les boîtes.", "fr-fr"),
        ("You can neither sell nor lend the ticket.", "Sie können das Ticket weder verkaufen noch verleihen.", "de-de"),
        ("You can't eat just the crust.", "U kunt niet alleen de korst eten.", "nl-nl"),
        ("You only have to sign once.", "U hoeft maar één keer te tekenen.", "nl-nl"),
        ("The query needs NOT(colour).", "Le requête a besoin de NOT(colour).", "fr-fr"),
        ("The pilot isn't ill and doesn't drink.", "El piloto no está enfermo y no bebe.", "es-es"),
        ("You must be seated to see the show.", "着席していなければ、ショーは見られません。", "ja-jp"),
        ("The door is open regardless of the hour.", "時刻に関係なく、ドアは開いています。", "ja-jp"),
    ],
)
def test_the_same_denial_in_other_words_is_no_difference(source: str, target: str, locale: str) -> None:
    assert not names(source, target, locale)


@pytest.mark.parametrize(
    ("source", "target", "locale", "name"),
    [
        ("You can't undo this step.", "Diese Aktion kann rückgängig gemacht werden.", "de-de", "polarity-differs"),
        ("You don't have to sign again.", "再度署名する必要があります。", "ja-jp", "polarity-differs"),
        ("Guests cannot open the file.", "来宾可以打开该文件。", "zh-cn", "polarity-differs"),
        ("Guests cannot open the file.", "게스트는 파일을 열 수 있습니다.", "ko-kr", "polarity-differs"),
        ("The seat can't be moved.", "Il posto può essere spostato.", "it-it", "polarity-differs"),
        ("Pay within 30 days.", "Zahlen Sie innerhalb von 20 Tagen.", "de-de", "quantity-differs"),
        ("It takes 24 hours until the change shows.", "La modification s’affiche.", "fr-fr", "quantity-differs"),
        ("Answers take two business days.", "La respuesta tarda dos días.", "es-es", "quantity-differs"),
        ("Sales end on July 1.", "销售于 6 月 1 日结束。", "zh-cn", "quantity-differs"),
        ("The key is 9900887766.", "La clé est 990088776.", "fr-fr", "quantity-differs"),
        (
            "The bill is more than 60 days overdue.",
            "La facture est impayée depuis 60 jours.",
            "fr-fr",
            "comparison-differs",
        ),
        ("Files stay for at least 10 days.", "Bestanden blijven hoogstens 10 dagen.", "nl-nl", "comparison-differs"),
        ("Terms of 1 or 3 years are offered.", "São oferecidos prazos de 1 a 3 anos.", "pt-br", "comparison-differs"),
        ("You must ask within 10 days.", "U kunt binnen 10 dagen vragen.", "nl-nl", "modality-differs"),
        ("Pilots must wear a helmet.", "Les pilotes peuvent porter un casque.", "fr-fr", "modality-differs"),
        (
            "Guests must leave the key at the desk.",
            "ゲストは鍵を受付に預けることができます。",
            "ja-jp",
            "modality-differs",
        ),
        (
            "Guests can open the window of the hall in the evening and the porter is on duty and is glad to help us.",
            "Gäste können das Fenster der Halle abends nicht öffnen, und der Pförtner hat Dienst und hilft uns gern.",
            "de-de",
            "polarity-differs",
        ),
        (
            "If you don't pay, we can't send the boat.",
            "Si vous ne payez pas, nous pouvons envoyer le bateau.",
            "fr-fr",
            "polarity-differs",
        ),
        (
            "You can't change it, so be sure before you go on.",
            "U kunt dit wijzigen, dus wees zeker voordat u verder gaat.",
            "nl-nl",
            "polarity-differs",
        ),
        ("The lake is not open.", "O lago está aberto no verão.", "pt-br", "polarity-differs"),
        ("Close the tap after you leave.", "Sluit de kraan voordat u vertrekt.", "nl-nl", "comparison-differs"),
        ("Sign before the boat sails.", "ボートが出航した後に署名してください。", "ja-jp", "comparison-differs"),
        (
            "Come at least 3 days before the race.",
            "Venez au moins 3 jours après la course.",
            "fr-fr",
            "comparison-differs",
        ),
        ("The stay ends within 30 days.", "住宿 30 天后结束。", "zh-cn", "comparison-differs"),
        (
            "Ask within 60 days of the delivery.",
            "配達から 60 日以降に依頼してください。",
            "ja-jp",
            "comparison-differs",
        ),
        (
            "A crew needs at least USD$300K.",
            "Eine Mannschaft braucht höchstens 300.000 USD.",
            "de-de",
            "comparison-differs",
        ),
        ("There are two doors.", "ドアは 3 つあります。", "ja-jp", "quantity-differs"),
        ("There are two doors.", "Il y a trois portes.", "fr-fr", "quantity-differs"),
        ("One boat is enough.", "ボートは 4 隻で十分です。", "ja-jp", "quantity-differs"),
        (
            "Wait 30 days, then another 30 days.",
            "Warten Sie 30 Tage, dann noch einmal 30 Monate.",
            "de-de",
            "quantity-differs",
        ),
    ],
)
def test_a_changed_rule_is_found(source: str, target: str, locale: str, name: str) -> None:
    assert name in names(source, target, locale)


def test_a_language_without_words_is_compared_by_its_numbers_alone() -> None:
    assert not names("You can't do that.", "Тако сте.", "sr-rs")
    assert names("Wait 17 days.", "Чекајте 71 дан.", "sr-rs") == ["quantity-differs"]


def test_empty_sentences_differ_in_nothing() -> None:
    assert not names("", "", "nl-nl")
    assert not names("You can't do that.", " ", "nl-nl")


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
@settings(max_examples=150, deadline=None)
def test_any_two_texts_can_be_compared(source: str, target: str, ours: str, theirs: str) -> None:
    found = compare_lines(source, target, load_lexicon(ours), load_lexicon(theirs))
    assert all(item.message and "\n" not in item.message for item in found)


@given(st.integers(2, 10**9), st.sampled_from(LANGUAGES))
@settings(max_examples=150, deadline=None)
def test_a_number_equals_itself_however_it_is_grouped(number: int, theirs: str) -> None:
    for grouped in (f"{number:,}", f"{number:,}".replace(",", "."), f"{number:,}".replace(",", "\u202f"), str(number)):
        found = compare_lines(f"Limit: {number:,} items.", f"{grouped}.", load_lexicon("en"), load_lexicon(theirs))
        assert [item.name for item in found if item.severity is not Severity.NOTE] == []


@needs_shared
def test_most_true_errors_and_next_to_no_false_alarms_of_the_gold_pairs_are_reported() -> None:
    rows = [json.loads(line) for line in DRIFT.read_text(encoding="utf-8").splitlines()]
    hits = {row["id"]: bool(names(row["source"], row["target"], row["locale"])) for row in rows}
    wrong = [row["id"] for row in rows if row["verdict"] == "true_error" and row["rule_level"]]
    right = [row["id"] for row in rows if row["verdict"] in {"faithful", "false_alarm"}]
    assert sum(hits[name] for name in wrong) >= 0.7 * len(wrong)
    assert sum(hits[name] for name in right) <= 0.02 * len(right)
    assert {language(row["locale"]) for row in rows} <= set(LANGUAGES)

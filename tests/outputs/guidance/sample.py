"""An invented studio with memberships: a compilation made by hand, in five languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from rulemark.compilation import Compilation
from rulemark.document import (
    Alert,
    Align,
    Block,
    Document,
    Heading,
    Image,
    Link,
    List,
    ListItem,
    MonikerZone,
    Paragraph,
    Tab,
    TabGroup,
    Table,
    TableCell,
    TableRow,
    Text,
)
from rulemark.policy import (
    ALWAYS,
    Amount,
    Case,
    Compare,
    Decision,
    Duration,
    DurationUnit,
    Duty,
    DutyKind,
    Evidence,
    Input,
    InputType,
    Localized,
    Metadata,
    NotCompiled,
    Operator,
    Outcome,
    Policy,
    PolicySet,
    Procedure,
    Step,
    Timer,
    localized,
)
from rulemark.source import Location, Source, Span
from rulemark.statements import Extraction, Section

LOCALES = ("ar-sa", "de-de", "en-us", "ja-jp", "nl-nl")
MONIKERS = ("kiln-home", "kiln-studio")

WORDS: dict[str, dict[str, str]] = {
    "en-us": {
        "title": "Leave the studio",
        "how": "How to leave",
        "few": "If your membership has fewer than 12 seats, leave online.",
        "many": "If it has more than 12 seats, call the desk.",
        "refund": "What you overpaid comes back within the next billing cycle.",
        "keys": "If you have a locker, you must return its key before you leave.",
        "steps": "The steps",
        "step1": "Open Members.",
        "step2": "Select Leave.",
        "step3": "Sign at the desk.",
        "after": "Afterwards",
        "pause": "For most members, the pause lasts 60 days.",
        "pots": "Pots may be recycled 60 days after you leave, and are recycled after 120 days at the latest.",
        "glaze": "You can still use the glazes during the pause.",
        "guests": "You can't bring guests during the pause.",
        "shelf": "A shelf holds at most 20 pots.",
        "note": "Other memberships go on as before.",
        "more": "Rejoin the studio",
        "unclear": "Within 5 days something may or may not happen.",
        "online": "online",
        "desk": "call the desk",
        "seats": "seats",
        "locker": "locker",
        "holds": "pots on a shelf",
        "front": "At the front desk",
        "web": "On the web",
    },
    "nl-nl": {
        "title": "De studio verlaten",
        "how": "Hoe u opzegt",
        "few": "Heeft uw lidmaatschap minder dan 12 plaatsen, zeg dan online op.",
        "many": "Heeft het meer dan 12 plaatsen, bel dan de balie.",
        "refund": "Wat u te veel betaalde, krijgt u in de volgende betaalperiode terug.",
        "keys": "Hebt u een kluisje, dan moet u de sleutel inleveren voordat u vertrekt.",
        "steps": "De stappen",
        "step1": "Open Leden.",
        "step2": "Kies Opzeggen.",
        "step3": "Teken aan de balie.",
        "after": "Daarna",
        "pause": "Voor de meeste leden duurt de pauze 60 dagen.",
        "pots": "Potten kunnen 60 dagen na vertrek worden hergebruikt, en uiterlijk na 120 dagen gebeurt dat.",
        "glaze": "Tijdens de pauze kunt u de glazuren nog gebruiken.",
        "guests": "Tijdens de pauze kunt u geen gasten meebrengen.",
        "shelf": "Op een plank passen hoogstens 20 potten.",
        "note": "Andere lidmaatschappen lopen gewoon door.",
        "more": "Weer lid worden",
        "unclear": "Binnen 5 dagen gebeurt er misschien iets.",
        "online": "online",
        "desk": "bel de balie",
        "seats": "plaatsen",
        "locker": "kluisje",
        "holds": "potten op een plank",
        "front": "Aan de balie",
        "web": "Op het web",
    },
    "de-de": {
        "title": "Das Atelier verlassen",
        "how": "So kündigen Sie",
        "few": "Hat Ihre Mitgliedschaft weniger als 12 Plätze, kündigen Sie online.",
        "many": "Hat sie mehr als 12 Plätze, rufen Sie den Empfang an.",
        "refund": "Zu viel Gezahltes kommt im nächsten Abrechnungszeitraum zurück.",
        "keys": "Wenn Sie ein Schließfach haben, müssen Sie vor dem Austritt den Schlüssel zurückgeben.",
        "steps": "Die Schritte",
        "step1": "Öffnen Sie Mitglieder.",
        "step2": "Wählen Sie Austreten.",
        "step3": "Unterschreiben Sie am Empfang.",
        "after": "Danach",
        "pause": "Für die meisten Mitglieder dauert die Pause 60 Tage.",
        "pots": "Töpfe dürfen 60 Tage nach dem Austritt eingestampft werden, spätestens geschieht es nach 120 Tagen.",
        "glaze": "Die Glasuren können Sie in der Pause weiter benutzen.",
        "guests": "In der Pause können Sie keine Gäste mitbringen.",
        "shelf": "Auf ein Brett passen höchstens 20 Töpfe.",
        "note": "Andere Mitgliedschaften laufen weiter wie bisher.",
        "more": "Wieder eintreten",
        "unclear": "Innerhalb von 5 Tagen geschieht vielleicht etwas.",
        "online": "online",
        "desk": "Empfang anrufen",
        "seats": "Plätze",
        "locker": "Schließfach",
        "holds": "Töpfe auf einem Brett",
        "front": "Am Empfang",
        "web": "Im Netz",
    },
    "ja-jp": {
        "title": "工房を退会する",
        "how": "退会の方法",
        "few": "席が 12 未満の場合は、オンラインで退会します。",
        "many": "席が 12 を超える場合は、受付に電話します。",
        "refund": "払い過ぎた分は、次の請求期間内に返金されます。",
        "keys": "ロッカーがある場合は、退会する前に鍵を返す必要があります。",
        "steps": "手順",
        "step1": "会員ページを開きます。",
        "step2": "退会を選びます。",
        "step3": "受付で署名します。",
        "after": "退会の後",
        "pause": "ほとんどの会員の場合、休会は 60 日間続きます。",
        "pots": "作品は退会の 60 日後に再生される可能性があり、遅くとも 120 日後に再生されます。",
        "glaze": "休会中も釉薬を使えます。",
        "guests": "休会中はゲストを連れて来ることはできません。",
        "shelf": "棚には最大 20 個の作品を置けます。",
        "note": "ほかの会員資格はそのまま続きます。",
        "more": "工房に再入会する",
        "unclear": "5 日以内に何かが起きるかもしれません。",
        "online": "オンライン",
        "desk": "受付に電話",
        "seats": "席",
        "locker": "ロッカー",
        "holds": "棚の作品",
        "front": "受付で",
        "web": "ウェブで",
    },
    "ar-sa": {
        "title": "مغادرة المرسم",
        "how": "كيفية المغادرة",
        "few": "إذا كانت عضويتك تضم أقل من 12 مقعدًا، فغادر عبر الإنترنت.",
        "many": "إذا كانت تضم أكثر من 12 مقعدًا، فاتصل بمكتب الاستقبال.",
        "refund": "يُرد ما دفعته زيادةً خلال دورة الفوترة التالية.",
        "keys": "إذا كانت لديك خزانة، فيجب عليك إعادة مفتاحها قبل المغادرة.",
        "steps": "الخطوات",
        "step1": "افتح صفحة الأعضاء.",
        "step2": "اختر مغادرة.",
        "step3": "وقّع في الاستقبال.",
        "after": "بعد ذلك",
        "pause": "بالنسبة لمعظم الأعضاء، يستمر التوقف 60 يومًا.",
        "pots": "قد يُعاد تدوير الأواني بعد 60 يومًا من المغادرة، ويتم ذلك بعد 120 يومًا على الأكثر.",
        "glaze": "يمكنك استخدام الطلاء أثناء التوقف.",
        "guests": "لا يمكنك إحضار ضيوف أثناء التوقف.",
        "shelf": "يتسع الرف لما لا يزيد على 20 إناءً.",
        "note": "تستمر العضويات الأخرى كما كانت.",
        "more": "العودة إلى المرسم",
        "unclear": "قد يحدث شيء ما خلال 5 أيام.",
        "online": "عبر الإنترنت",
        "desk": "اتصل بالاستقبال",
        "seats": "المقاعد",
        "locker": "خزانة",
        "holds": "أوانٍ على الرف",
        "front": "في الاستقبال",
        "web": "على الويب",
    },
}


@dataclass(slots=True)
class Scribe:
    """Writes an article and its tree side by side, so that every span is right."""

    path: str
    locale: str
    text: str = ""
    places: dict[str, Span] = field(default_factory=dict)

    def write(self, text: str) -> Span:
        """Append text and return where it stands."""
        start = len(self.text)
        self.text += text
        return Span(start, start + len(text))

    def word(self, key: str) -> Text:
        """Write a sentence of the sample and remember where it stands."""
        span = self.write(WORDS[self.locale][key])
        self.places[key] = span
        return Text(span, WORDS[self.locale][key])

    def heading(self, level: int, key: str, anchor: str) -> Heading:
        """Write a heading."""
        start = self.write("#" * level + " ").start
        text = self.word(key)
        self.write("\n\n")
        return Heading(Span(start, text.span.end), level, (text,), anchor)

    def paragraph(self, *keys: str) -> Paragraph:
        """Write sentences as one paragraph."""
        texts = []
        for key in keys:
            texts.append(self.word(key))
            texts.append(Text(self.write(" "), " "))
        self.write("\n\n")
        return Paragraph(Span(texts[0].span.start, texts[-1].span.end), tuple(texts))

    def steps(self, *keys: str) -> List:
        """Write a numbered list."""
        items = []
        for number, key in enumerate(keys, 1):
            start = self.write(f"{number}. ").start
            text = self.word(key)
            self.write("\n")
            items.append(ListItem(Span(start, text.span.end), number, (Paragraph(text.span, (text,)),)))
        self.write("\n")
        return List(Span(items[0].span.start, items[-1].span.end), 1, tight=True, items=tuple(items))


def _blocks(scribe: Scribe) -> tuple[Block, ...]:
    title = scribe.heading(1, "title", "leave-the-studio")
    how = scribe.heading(2, "how", "how-to-leave")
    paragraphs = (scribe.paragraph("few", "many"), scribe.paragraph("refund"), scribe.paragraph("keys"))
    note = scribe.paragraph("note")
    alert = Alert(note.span, "note", (note,), note.span)
    steps = scribe.heading(2, "steps", "the-steps")
    home = _zone("kiln-home", scribe.steps("step1", "step2"))
    studio = _zone("kiln-studio", scribe.steps("step1", "step2", "step3"))
    after = scribe.heading(2, "after", "afterwards")
    rest = tuple(scribe.paragraph(key) for key in ("pause", "pots", "glaze", "guests", "shelf", "unclear"))
    return (
        title,
        how,
        *paragraphs,
        alert,
        steps,
        home,
        studio,
        after,
        *rest,
        _table(scribe),
        _tabs(scribe),
        _more(scribe),
    )


def _zone(moniker: str, steps: List) -> MonikerZone:
    return MonikerZone(steps.span, moniker, (moniker,), (steps,), steps.span)


def _tabs(scribe: Scribe) -> TabGroup:
    tabs = []
    for name, key in (("front", "step3"), ("web", "step1")):
        head = scribe.word(name)
        content = scribe.paragraph(key)
        tabs.append(Tab(Span(head.span.start, content.span.end), (name,), None, (head,), (content,)))
    return TabGroup(Span(tabs[0].span.start, tabs[-1].span.end), tuple(tabs))


def _table(scribe: Scribe) -> Table:
    rows = []
    for keys in (("seats", "locker"), ("online", "desk")):
        cells = tuple(TableCell(text.span, (text,)) for text in map(scribe.word, keys))
        rows.append(TableRow(Span(cells[0].span.start, cells[-1].span.end), cells))
    return Table(Span(rows[0].span.start, rows[-1].span.end), rows[0], (rows[1],), (Align.NONE, Align.RIGHT))


def _more(scribe: Scribe) -> Paragraph:
    text = scribe.word("more")
    link = Link(text.span, "rejoin.md#rejoin", None, (text,))
    image = Image(scribe.write("x"), "../media/pot.png", "A pot")
    return Paragraph(Span(text.span.start, image.span.end), (link, image))


def _edition(locale: str) -> tuple[Extraction, Scribe]:
    scribe = Scribe(f"content/{locale}/studio/leave.md", locale)
    blocks = _blocks(scribe)
    source = Source(scribe.path, scribe.text, locale)
    document = Document(source, None, blocks, MONIKERS, WORDS[locale]["title"])
    headings = [block for block in blocks if isinstance(block, Heading)]
    sections = tuple(
        Section(item.anchor, item.level, item.inlines[0].text, Location(source, item.span))
        for item in headings
        if isinstance(item.inlines[0], Text)
    )
    return Extraction(document, (), (), (), (), (), (), sections, ()), scribe


def _rejoin(locale: str) -> Extraction:
    source = Source(f"content/{locale}/studio/rejoin.md", WORDS[locale]["more"], locale)
    text = Text(Span(0, len(source.text)), source.text)
    blocks = (Heading(text.span, 1, (text,), "rejoin"), Paragraph(text.span, (text,)))
    return Extraction(Document(source, None, blocks, (), source.text), (), (), (), (), (), (), (), ())


def said(key: str) -> Localized:
    """Return a sentence of the sample in every language."""
    return localized((locale, WORDS[locale][key]) for locale in LOCALES)


def sample(locales: tuple[str, ...] = LOCALES, *, rejoin: tuple[str, ...] = ("en-us", "nl-nl")) -> Compilation:
    """Return the studio: one rich article in `locales`, one poor one in `rejoin`."""
    editions = {locale: _edition(locale) for locale in locales}

    def proof(key: str, anchor: str) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(
                locale,
                scribe.path,
                anchor,
                extraction.source.position(scribe.places[key].start).line,
                WORDS[locale][key],
                Location(extraction.source, scribe.places[key]),
            )
            for locale, (extraction, scribe) in editions.items()
        )

    def days(count: int) -> Duration:
        return Duration(count, DurationUnit.DAY)

    channel = Decision(
        "channel",
        ("seats",),
        (Outcome("online", said("online")), Outcome("desk", said("desk"))),
        (
            Case(Compare("seats", Operator.LT, Decimal(12)), "online", proof("few", "how-to-leave")),
            Case(Compare("seats", Operator.GT, Decimal(12)), "desk", proof("many", "how-to-leave")),
        ),
        declared=True,
        anchor="how-to-leave",
    )
    has_locker = Compare("locker", Operator.EQ, value=True)
    steps = tuple(Step(number, said(f"step{number}")) for number in (1, 2, 3))
    policy = Policy(
        path="studio/leave",
        metadata=Metadata(said("title"), (), date="2026-03-02", translation_type=(("de-de", "MT"),)),
        locales=locales,
        source_locale="en-us",
        monikers=MONIKERS,
        inputs=(
            Input("locker", InputType.BOOLEAN, labels=said("locker")),
            Input("seats", InputType.INTEGER, minimum=Decimal(0), unit="seat", labels=said("seats")),
        ),
        decisions=(channel,),
        timers=(
            Timer(
                "pause",
                proof("pause", "afterwards"),
                event="leave",
                state="paused",
                lasts=days(60),
                hedges=("most_subscriptions",),
            ),
            Timer("recycling", proof("pots", "afterwards"), event="leave", earliest=days(60), latest=days(120)),
            Timer("refund", proof("refund", "how-to-leave"), period="next_billing_cycle"),
        ),
        amounts=(
            Amount("shelf", proof("shelf", "afterwards"), Decimal(20), Operator.LE, "pot", measures=said("holds")),
        ),
        duties=(
            Duty(
                "key", DutyKind.OBLIGATION, proof("keys", "how-to-leave"), said("keys"), when=has_locker, before="leave"
            ),
            Duty("guests", DutyKind.PROHIBITION, proof("guests", "afterwards"), said("guests"), when=ALWAYS),
            Duty("glazes", DutyKind.PERMISSION, proof("glaze", "afterwards"), said("glaze")),
        ),
        procedures=(
            Procedure("steps", said("steps"), (("kiln-home", steps[:2]), ("kiln-studio", steps)), (), "the-steps"),
        ),
        not_compiled=tuple(NotCompiled("says nothing certain", item) for item in proof("unclear", "afterwards")),
        anchors=(("how-to-leave", said("how")), ("the-steps", said("steps")), ("afterwards", said("after"))),
    )
    poor = Policy("studio/rejoin", Metadata(said("more"), ()), rejoin, "en-us")
    extractions = sorted(
        [*(extraction for extraction, _ in editions.values()), *(_rejoin(locale) for locale in rejoin)],
        key=lambda extraction: extraction.source.path,
    )
    return Compilation(tuple(extractions), PolicySet((policy, poor)), "en-us")


NAMES = {
    "leave": {
        "en-us": "leaving",
        "nl-nl": "vertrek",
        "de-de": "Austritt",
        "ja-jp": "退会",
        "ar-sa": "المغادرة",
    }
}

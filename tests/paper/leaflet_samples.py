"""A service with everything filled in, short texts in the languages families ask for, and eyes for finished pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import pypdfium2
import pypdfium2.raw
from PIL import Image, ImageDraw

from champion_app.domain.leaflet_paper import Additions, LeafletPaper, compose
from champion_app.domain.leaflet_tables import template_of
from champion_app.domain.leaflets import BlockKind, LeafletChoices, Size, Template
from champion_app.domain.listings import Listing, ListingFields, Phone
from champion_app.domain.packs import LeafletText
from champion_app.domain.prisons import Prison, PrisonFields
from champion_app.domain.services import Service
from champion_app.tasks import leaflets

TODAY = date(2026, 11, 22)
CHECKED = date(2026, 11, 2)
SERVICE = Service(
    name="Hollin Bank Primary School",
    champion="Sam Okafor",
    role="Pastoral lead",
    where_found="The Rainbow Room",
    when_found="Tuesdays and Thursdays, 8.30 to 9.15",
    phone="01632 960114",
    email="s.okafor@hollinbank.example.org",
    safeguarding_lead="Priya Nair",
    safeguarding_phone="01632 960101",
)
PRISON = Prison(
    7,
    PrisonFields(
        "HMP Example",
        booking="Ring the visits line. Have the prison number ready.",
        proof_of_identity="One photo identity, such as a passport.",
        dress="No hoodies or hats.",
        children_may_bring="One small comforter.",
        good_to_know="Lockers take a £1 coin.",
        visits_page="https://www.example.org/visits",
        phone="01632 960155",
    ),
    checked_on=CHECKED,
)
ADDRESS = "https://www.example.org/families"


def listing(
    number: int, name: str, phone: str = "01632 960000", about: str = "Someone to listen. And more."
) -> Listing:
    """A service whose number was rung this month."""
    fields = ListingFields(name, description=about, phones=(Phone(phone),), website="https://www.example.org/help")
    return Listing(number, fields, checked_on=CHECKED)


CONTACTS = (
    listing(1, "Families' Helpline", "0808 808 2003", "Free, confidential help for families, by phone and e-mail."),
    listing(2, "Someone to Talk To", "116 123"),
    listing(3, "Children's Line", "0800 1111", "Help for children and young people, by phone and one-to-one chat."),
)


@cache
def logo() -> bytes:
    """A logo as a file's bytes."""
    drawn = Image.new("RGBA", (300, 130), (0, 0, 0, 0))
    ImageDraw.Draw(drawn).ellipse((10, 15, 110, 115), fill="#C4541A")
    ImageDraw.Draw(drawn).rectangle((125, 35, 290, 60), fill="#223344")
    out = io.BytesIO()
    drawn.save(out, "PNG")
    return out.getvalue()


def paper(
    template: Template,
    choices: LeafletChoices,
    service: Service = SERVICE,
    contacts: tuple[Listing, ...] = CONTACTS,
    **added: Any,
) -> LeafletPaper:
    """A template with everything on it that can be: contacts, prison facts, QR code, logo."""
    carried = leaflets.carried_sheets(None) if template.has(BlockKind.CARRIED) else ()
    facts = {"prison": PRISON, "logo": logo(), "carried": carried, "words": leaflets.words_in(template.language)}
    more = Additions(**{**facts, **added})
    on_it = contacts if template.takes_contacts else ()
    return compose(template, replace(choices, qr=ADDRESS), service, on_it, TODAY, more)


# ---- texts in other languages, as a pack brings them


@dataclass(frozen=True)
class Spoken:
    """A few plain sentences in one language."""

    language: str
    title: str
    subtitle: str
    opening: str
    heading: str
    text: str
    items: tuple[str, str, str]
    contacts: str
    champion: str


SPOKEN = (
    Spoken(
        "pl",
        "Ktoś z mojej rodziny został zatrzymany",
        "Co dzieje się dalej i jak pomóc dzieciom",
        "To nie jest Twoja wina. Nie jesteście sami.",
        "Co możesz zrobić teraz",
        "Powiedz dzieciom prawdę w prostych słowach. Zapytaj w szkole, kto może pomóc.",
        ("Zadzwoń na infolinię.", "Zapisz ważne numery telefonów.", "Powiedz dziecku: „To nie Twoja wina”."),
        "Ci ludzie mogą pomóc:",
        "Możesz zapytać o:",
    ),
    Spoken(
        "uk",
        "Когось із моєї родини затримали",
        "Що буде далі та як допомогти дітям",
        "Це не ваша провина. Ви не самі.",
        "Що можна зробити зараз",
        "Скажіть дітям правду простими словами. Запитайте у школі, хто може допомогти.",
        (
            "Зателефонуйте на лінію допомоги.",
            "Запишіть важливі номери телефонів.",
            "Скажіть дитині: «Це не твоя провина».",
        ),
        "Ці люди можуть допомогти:",
        "Ви можете звернутися до:",
    ),
    Spoken(
        "ro",
        "Cineva din familia mea a fost arestat",
        "Ce urmează și cum îi puteți ajuta pe copii",
        "Nu este vina dumneavoastră. Nu sunteți singuri.",
        "Ce puteți face acum",
        "Spuneți-le copiilor adevărul în cuvinte simple. Întrebați la școală cine vă poate ajuta.",
        (
            "Sunați la linia de ajutor.",
            "Notați numerele de telefon importante.",
            "Spuneți-i copilului: „Nu este vina ta.”",
        ),
        "Acești oameni vă pot ajuta:",
        "Puteți întreba de:",
    ),
    Spoken(
        "ur",
        "میرے خاندان کے ایک فرد کو گرفتار کر لیا گیا ہے",
        "آگے کیا ہوگا اور بچوں کی مدد کیسے کریں",
        "یہ آپ کی غلطی نہیں ہے۔ آپ اکیلے نہیں ہیں۔",
        "آپ ابھی کیا کر سکتے ہیں",
        "بچوں کو آسان لفظوں میں سچ بتائیں۔ اسکول میں پوچھیں کہ کون مدد کر سکتا ہے۔",
        ("ہیلپ لائن پر فون کریں۔", "ضروری فون نمبر لکھ لیں۔", "بچے سے کہیں: “یہ تمہاری غلطی نہیں ہے۔”"),
        "یہ لوگ مدد کر سکتے ہیں:",
        "آپ ان سے بات کر سکتے ہیں:",
    ),
    Spoken(
        "ar",
        "أحد أفراد عائلتي قيد الاعتقال",
        "ماذا يحدث بعد ذلك وكيف نساعد الأطفال",
        "هذا ليس ذنبكم. لستم وحدكم.",
        "ما يمكنكم فعله الآن",
        "قولوا للأطفال الحقيقة بكلمات بسيطة. اسألوا في المدرسة عمّن يمكنه المساعدة.",
        ("اتصلوا بخط المساعدة.", "اكتبوا أرقام الهواتف المهمة.", "قولوا للطفل: «هذا ليس ذنبك»."),
        "هؤلاء يمكنهم المساعدة:",
        "يمكنكم أن تسألوا عن:",
    ),
    Spoken(
        "pa",
        "ਮੇਰੇ ਪਰਿਵਾਰ ਵਿੱਚੋਂ ਕਿਸੇ ਨੂੰ ਗ੍ਰਿਫ਼ਤਾਰ ਕੀਤਾ ਗਿਆ ਹੈ",
        "ਅੱਗੇ ਕੀ ਹੋਵੇਗਾ ਅਤੇ ਬੱਚਿਆਂ ਦੀ ਮਦਦ ਕਿਵੇਂ ਕਰੀਏ",
        "ਇਹ ਤੁਹਾਡੀ ਗਲਤੀ ਨਹੀਂ ਹੈ। ਤੁਸੀਂ ਇਕੱਲੇ ਨਹੀਂ ਹੋ।",
        "ਤੁਸੀਂ ਹੁਣ ਕੀ ਕਰ ਸਕਦੇ ਹੋ",
        "ਬੱਚਿਆਂ ਨੂੰ ਸੌਖੇ ਸ਼ਬਦਾਂ ਵਿੱਚ ਸੱਚ ਦੱਸੋ। ਸਕੂਲ ਵਿੱਚ ਪੁੱਛੋ ਕਿ ਕੌਣ ਮਦਦ ਕਰ ਸਕਦਾ ਹੈ।",
        ("ਹੈਲਪਲਾਈਨ ਨੂੰ ਫ਼ੋਨ ਕਰੋ।", "ਜ਼ਰੂਰੀ ਫ਼ੋਨ ਨੰਬਰ ਲਿਖ ਲਵੋ।", "ਬੱਚੇ ਨੂੰ ਕਹੋ: “ਇਹ ਤੇਰੀ ਗਲਤੀ ਨਹੀਂ ਹੈ।”"),
        "ਇਹ ਲੋਕ ਮਦਦ ਕਰ ਸਕਦੇ ਹਨ:",
        "ਤੁਸੀਂ ਇਨ੍ਹਾਂ ਨਾਲ ਗੱਲ ਕਰ ਸਕਦੇ ਹੋ:",
    ),
    Spoken(
        "bn",
        "আমার পরিবারের একজনকে গ্রেপ্তার করা হয়েছে",
        "এরপর কী হবে এবং শিশুদের কীভাবে সাহায্য করবেন",
        "এটি আপনার দোষ নয়। আপনি একা নন।",
        "আপনি এখন কী করতে পারেন",
        "শিশুদের সহজ কথায় সত্যটা বলুন। স্কুলে জিজ্ঞাসা করুন কে সাহায্য করতে পারেন।",
        ("হেল্পলাইনে ফোন করুন।", "জরুরি ফোন নম্বর লিখে রাখুন।", "শিশুকে বলুন: “এটা তোমার দোষ নয়।”"),
        "এঁরা সাহায্য করতে পারেন:",
        "আপনি এঁর সঙ্গে কথা বলতে পারেন:",
    ),
)


def brought(spoken: Spoken, kind: str) -> Template:
    """A leaflet, poster or certificate in a language, as its text stands in a pack."""
    opening = ("text", "opening") if kind == "leaflet" else ("lead", "opening")
    blocks: list[dict[str, Any]] = [
        {"id": opening[1], "kind": opening[0], "text": spoken.opening},
        {"id": "now", "kind": "heading", "text": spoken.heading},
        {"id": "say", "kind": "text", "text": spoken.text},
        {"id": "do", "kind": "list", "items": list(spoken.items)},
        {"id": "steps", "kind": "steps", "items": list(spoken.items)},
        {"id": "prison", "kind": "prison", "text": spoken.contacts},
        {"id": "contacts", "kind": "contacts", "text": spoken.contacts},
        {"id": "qr", "kind": "qr", "text": spoken.text},
        {"id": "champion", "kind": "champion", "text": spoken.champion},
    ]
    if kind == "poster":
        blocks = [block for block in blocks if block["kind"] not in {"steps", "prison", "contacts"}]
        blocks[2]["kind"] = "line"
    if kind == "certificate":
        blocks = [*blocks[:4], {"id": "sign", "kind": "signatures", "items": [spoken.contacts, spoken.champion]}]
    sizes = {"leaflet": ["folded_a5", "a4", "dl", "a5"], "poster": ["a4", "a3", "a5"], "certificate": ["a4", "a3"]}
    text = LeafletText(
        {
            "id": f"brought-{kind}",
            "edition": "2026-11",
            "kind": kind,
            "title": spoken.title,
            "discreet_title": spoken.heading,
            "subtitle": spoken.subtitle,
            "discreet_subtitle": spoken.subtitle,
            "audience": "families",
            "stage": "arrest",
            "language": spoken.language,
            "nations": ["England", "Wales"],
            "sizes": sizes[kind],
            "draft": "Draft",
            "summary": "",
            "blocks": blocks,
        }
    )
    return template_of(f"brought-{kind}.{spoken.language}", text.template, {})


# ---- what stands on a finished page


@dataclass(frozen=True)
class Letter:
    """A letter where it stands on its page, in points from the lower left corner, and the size it is set in."""

    page: int
    letter: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


@dataclass(frozen=True)
class Looked:
    """A PDF as read back: the size of each page, and every letter that shows."""

    pages: tuple[tuple[float, float], ...]
    letters: tuple[Letter, ...]

    def text(self, page: int | None = None) -> str:
        """The words, with single spaces."""
        wanted = range(len(self.pages)) if page is None else (page,)
        said = ("".join(one.letter for one in self.letters if one.page == number) for number in wanted)
        return " ".join(" ".join(said).split())

    @property
    def smallest(self) -> float:
        """The smallest type on any page, in points."""
        return min(one.size for one in self.letters if one.letter.strip())

    def set_in(self, words: str) -> float:
        """The size that some words on one line are set in."""
        plain = "".join(one.letter for one in self.letters)
        return self.letters[plain.index(words)].size


def looked_at(pdf: bytes) -> Looked:
    """Reads a PDF back, letter by letter."""
    document = pypdfium2.PdfDocument(pdf)
    sizes, letters = [], []
    try:
        for number, page in enumerate(document):
            sizes.append((page.get_width(), page.get_height()))
            letters += list(_letters(page, number))
    finally:
        document.close()
    return Looked(tuple(sizes), tuple(letters))


def _letters(page: Any, number: int) -> Iterator[Letter]:
    words = page.get_textpage()
    for place in range(words.count_chars()):
        code = pypdfium2.raw.FPDFText_GetUnicode(words.raw, place)
        left, bottom, right, top = words.get_charbox(place)
        size = pypdfium2.raw.FPDFText_GetFontSize(words.raw, place)
        yield Letter(number, chr(code) if code < 0x110000 else "", left, bottom, right, top, size)
    words.close()


_AT_FOOT = 12  # points under the page count


def dots_outside(pdf: bytes, edge: float) -> list[int]:
    """The pages on which something dark stands nearer to the paper's sides than ``edge`` points, or at its very foot.

    The band at the top of page one runs to the edges; it is passed over by looking under it only.
    """
    found = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            drawn = page.render(scale=1).to_pil().convert("L")
            wide, tall = drawn.size
            under = next((row for row in range(tall) if drawn.getpixel((1, row)) > 250), tall)
            rest = drawn.crop((0, under, wide, tall))
            side = max(1, int(edge) - 1)
            strips = (
                rest.crop((0, 0, side, rest.height)),
                rest.crop((wide - side, 0, wide, rest.height)),
                rest.crop((0, rest.height - _AT_FOOT, wide, rest.height)),
            )
            if any(min(strip.getextrema()) < 200 for strip in strips if strip.size[0] and strip.size[1]):
                found.append(number)
    finally:
        document.close()
    return found


def bare_words(text: str) -> list[str]:
    """The words of a text without what joins them."""
    return re.findall(r"\w+", text.replace("\u00a0", " "))


def sizes_of(template: Template) -> tuple[Size, ...]:
    """The sizes a template comes in."""
    return template.sizes

"""Any words at all, in every kind of block and every leaflet: they come out, or the characters that cannot are named.

No text opens a file or a connection, nothing stands at the paper's edge, and no line stands on another.
"""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image

from champion_app.domain.leaflet_paper import ChampionOnPaper, ContactOnPaper, LeafletPaper
from champion_app.domain.leaflets import SIZES_OF, Block, BlockKind, Size
from champion_app.paper import blocks, poster, shaping, style
from champion_app.paper.blocks import Document, State
from champion_app.paper.glyphs import unprintable
from champion_app.paper.html import html_of
from champion_app.paper.page import build
from champion_app.paper.pictures import page_pictures
from champion_app.paper.plain_text import text_of
from champion_app.paper.style import Align
from champion_app.paper.text import safe
from champion_app.tasks import papers
from tests.paper.read_copies import letters, whole_page, without

ROOT = Path(__file__).resolve().parents[2]

# ---- words: whatever a file may hold, and whatever people write in the scripts we know

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
UNMARKED = st.text(st.characters(codec=None, exclude_categories=("Mn", "Mc", "Me")), max_size=40)
SCRIPTS = (
    ("abcdxyz ÀéŵŷżłßĲ", ""),
    ("aeoudw", "\u0301\u0302\u0308"),
    ("ЖіїґабвΩαβγ", ""),
    ("ابتپچڈےۓجحسلمنوهيی", "\u064b\u064e\u0651\u0652\u0650\u0670"),
    ("ਜਦਤਕਗਰਲਵਸਹੜਅ", "\u0a3e\u0a3f\u0a40\u0a41\u0a47\u0a4b\u0a02\u0a70"),
    ("আপনরকষদতযলসহ", "\u09be\u09bf\u09c0\u09c1\u09c7\u0982"),
    ("0123456789", ""),
    ("שלום中文字😀→", ""),
    ("()<>[]{},.;:!?&\"'/@#%+-=*\\$~`^|", ""),
)


@st.composite
def one_word(draw: st.DrawFn) -> str:
    """Some letters of one script, with marks that belong to them."""
    base, marks = draw(st.sampled_from(SCRIPTS))
    letter = st.sampled_from(base)
    mark = st.sampled_from(marks) if marks else st.nothing()
    return "".join(draw(st.lists(st.one_of(letter, st.builds(str.__add__, letter, mark)), min_size=1, max_size=8)))


WRITTEN = st.lists(st.one_of(one_word(), one_word(), st.sampled_from(["\n", "\n\n", "\u00a0"])), max_size=8).map(
    " ".join
)
WORDS = st.one_of(UNMARKED, WRITTEN, WRITTEN)
LANGUAGES = st.sampled_from(["en-GB", "ur", "bn", "pa", "ar", "x"])


def every_block(words: str) -> tuple[blocks.Block, ...]:
    """The words in every place a block has for them: ``PLACES`` times on paper where none is left out for room."""
    columns = (blocks.Column(words, 1), blocks.Column("", 2))
    cells = (blocks.Cell(words), blocks.Cell(words, blocks=(blocks.Words(words), blocks.Bullets((words,)))))
    return (
        blocks.Heading(words),
        blocks.Words(words),
        blocks.Words("", lead=words),
        blocks.Bullets((words, words)),
        blocks.Steps((words,)),
        blocks.Ticks((words,)),
        blocks.Contacts((blocks.Contact(words, words, words, words, words, words, words), blocks.Contact(words)), 2),
        blocks.Box((blocks.Heading(words, 3), blocks.Words(words))),
        blocks.Together((blocks.Words(words),)),
        blocks.Table(columns, (blocks.Row(cells), blocks.Row((words,), section=True))),
        blocks.Bars(words, words, (blocks.Bar(words, ((State.NOT_YET, 2),)),)),
        blocks.Radar(words, words, (words,) * 3, (blocks.Line(words, (0.5, 1.0)),)),
        blocks.QrCode("https://example.org", words),
        blocks.Signatures((words,), words),
    )


PLACES = 29


def read(pdf: bytes) -> str:
    """All that can be copied out of a PDF. PDFium says U+FFFE for a hyphen that ends a line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\ufffe", "-")
    finally:
        document.close()


def counted(text: str) -> Counter[str]:
    """The letters of a text, marks apart and brackets all one way: readers of PDFs put both together as they think."""
    taken_apart = unicodedata.normalize("NFKD", letters(text))
    return Counter(_ONE_WAY.get(letter, letter) for letter in taken_apart)


_ONE_WAY = dict(zip(")]}>»”’", "([{<«“‘", strict=True))


def may_be_printed(words: str) -> str:
    """What of some words can stand on paper."""
    missing = set(unprintable(words))
    return "".join(letter for letter in safe(words) if letter not in missing)


def comes_out(words: str, language: str) -> None:
    """Every letter comes out of the PDF as often as it went in, in its order where it runs from the left."""
    document = Document("", every_block(words), language=language, page_words="", sheet=_TALL)
    printed = build(document)
    assert set(printed.unprintable) == set(unprintable(words))
    text = read(printed.pdf)
    expected = may_be_printed(words)
    lost = {letter: count * PLACES for letter, count in counted(expected).items()}
    assert not Counter(lost) - counted(text)
    if (
        expected.isprintable()
        and not shaping.NEEDS_SHAPING.search(expected)
        and not shaping.runs_right_to_left(language)
    ):
        assert letters(text).count(letters(expected)) >= PLACES or not letters(expected)
    assert letters(whole_page(html_of(document)).text).count(letters(safe(words))) >= PLACES - 2 or not letters(words)
    assert letters(text_of(document)).count(letters(safe(words))) >= PLACES - 4 or not letters(words)
    assert build(document).pdf == printed.pdf


_TALL = style.Sheet("tall", style.A4.width, 14_000, style.A4.margin)


@given(WORDS, LANGUAGES)
@example("A-", "en-GB")
@example("d\u0301aaa \u0627\u0627\u064b\u0627\u064b", "en-GB")
@settings(max_examples=60, deadline=None, database=None)
def test_F66_words_in_every_block_come_out_or_are_named(words: str, language: str) -> None:
    comes_out(words, language)


@pytest.mark.heavy
@given(WORDS, LANGUAGES)
@settings(max_examples=10_000, deadline=None, database=None, suppress_health_check=list(HealthCheck))
def test_F66_ten_thousand_words_in_every_block_come_out_or_are_named(words: str, language: str) -> None:
    comes_out(words, language)


# ---- leaflets and posters


def paper_of(words: str, kind: str, size: Size, language: str, switches: tuple[bool, bool]) -> LeafletPaper:
    """A leaflet or poster that says nothing else."""
    made = tuple(
        Block(f"b{place}", wanted, words, items=(words,), columns=(words, words), empty_rows=1)
        for place, wanted in enumerate(BlockKind)
    )
    card = ContactOnPaper(1, words, words, words, words, words, words, None)
    return LeafletPaper(
        kind=kind,
        title=words,
        subtitle=words,
        language=language,
        size=size,
        large_print=switches[0],
        discreet=switches[1],
        blocks=made,
        contacts=(card, replace(card, number="")),
        champion=ChampionOnPaper(*(words,) * 7),
        footer=words,
        edition=words,
        nations=(words, words),
        qr="https://example.org",
    )


CHOSEN = st.one_of(
    st.tuples(st.just(kind), st.sampled_from(sizes))
    for kind, sizes in SIZES_OF.items()
    if kind in {"leaflet", "poster"}
)


def leaflet_says(words: str, chosen: tuple[str, Size], language: str, switches: tuple[bool, bool]) -> None:
    """A leaflet or poster is made, names what it cannot print, and says the words everywhere."""
    paper = paper_of(words, *chosen, language, switches)
    document = papers.leaflet_document(paper)
    printed = papers.leaflet_pdf(paper)
    assert set(unprintable(words)) <= set(printed.unprintable)
    assert not counted(may_be_printed(words)) - counted(read(printed.reading))
    for copy in (whole_page(html_of(document)).text, text_of(document)):
        assert letters(safe(words)) in letters(copy)


@given(WORDS, CHOSEN, LANGUAGES, st.tuples(st.booleans(), st.booleans()))
@settings(max_examples=60, deadline=None, database=None)
def test_F66_words_in_every_leaflet_come_out_or_are_named(
    words: str, chosen: tuple[str, Size], language: str, switches: tuple[bool, bool]
) -> None:
    leaflet_says(words, chosen, language, switches)


@pytest.mark.heavy
@given(WORDS, CHOSEN, LANGUAGES, st.tuples(st.booleans(), st.booleans()))
@settings(max_examples=10_000, deadline=None, database=None, suppress_health_check=list(HealthCheck))
def test_F66_ten_thousand_words_in_every_leaflet_come_out_or_are_named(
    words: str, chosen: tuple[str, Size], language: str, switches: tuple[bool, bool]
) -> None:
    leaflet_says(words, chosen, language, switches)


# ---- anything: marks without letters, half a character, a whole plane of nothing


def survives(texts: list[str], language: str) -> None:
    """Whatever it is, all copies are made, the same each time, and what cannot be printed is named."""
    words = " ".join(texts)
    document = Document(texts[0], every_block(words), texts[1], language, band=texts[2], footer=texts[3], subject=words)
    printed = build(document)
    assert set(printed.unprintable) == set(unprintable(words))
    assert read(printed.pdf) or not may_be_printed(words).strip()
    assert build(document).pdf == printed.pdf
    for copy in (html_of(document), text_of(document)):
        assert copy == copy.encode("utf-8").decode("utf-8")
    kept = letters(safe(words))
    assert kept in letters(whole_page(html_of(document)).text)
    assert kept in letters(text_of(document))


@given(st.lists(ANYTHING, min_size=4, max_size=4), LANGUAGES)
@settings(max_examples=60, deadline=None, database=None)
def test_F67_anything_at_all_is_survived(texts: list[str], language: str) -> None:
    survives(texts, language)


@pytest.mark.heavy
@given(st.lists(ANYTHING, min_size=4, max_size=4), LANGUAGES)
@settings(max_examples=10_000, deadline=None, database=None, suppress_health_check=list(HealthCheck))
def test_F67_ten_thousand_times_anything_at_all_is_survived(texts: list[str], language: str) -> None:
    survives(texts, language)


@given(WRITTEN)
@example("d\u0301 مدد (abc)")
@settings(max_examples=60, deadline=None, database=None)
def test_without_shaping_joined_letters_are_named_and_the_rest_comes_out(words: str) -> None:
    """As on a computer that has neither HarfBuzz nor python-bidi."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(shaping, "AVAILABLE", False)
        patched.setitem(sys.modules, "bidi.algorithm", None)
        document = Document("", (blocks.Words(words), blocks.Bullets((words,), "ur")), language="ur", page_words="")
        printed = build(document)
        assert set(printed.unprintable) == set(unprintable(words))
        assert not counted(may_be_printed(words)) - counted(read(printed.pdf))
        assert letters(safe(words)) in letters(text_of(document))


# ---- a text that names a file or an address is a text

# What libraries look at when they are first loaded, whatever the text, is over before the ear is put to the wall.
CANARY = """
import io, json, sys
from PIL import Image
seen = []
def heard(event, arguments):
    files = ("open", "os.listdir", "os.scandir", "subprocess.Popen", "os.system")
    if event in files or event.startswith(("socket.", "urllib.")):
        seen.append((event, str(arguments[0]) if arguments else ""))
sys.addaudithook(heard)
from champion_app.paper import blocks
from champion_app.paper.html import html_of
from champion_app.paper.page import build
from champion_app.paper.plain_text import text_of
out = io.BytesIO()
Image.new("RGB", (2, 2)).save(out, "PNG")
plain = blocks.Document("T", (blocks.QrCode("https://example.org", "a"), blocks.Picture(out.getvalue(), "a")))
build(plain), html_of(plain), text_of(plain)
words = json.loads(sys.stdin.read())
seen.clear()
given = []
for text in words:
    card = blocks.Contact(text, text, text, text, text, text, text, text)
    table = blocks.Table((blocks.Column(text, 1),), (blocks.Row((text,)), blocks.Row((text,), section=True)))
    given += [
        blocks.Heading(text, language=text), blocks.Words(text, lead=text, language=text), blocks.Bullets((text,)),
        blocks.Steps((text,)), blocks.Ticks((text,)), card, blocks.Box((blocks.Words(text),)), table,
        blocks.Bars(text, text, (blocks.Bar(text, ((blocks.State.NOT_YET, 1),), text),)),
        blocks.QrCode(text, text), blocks.Signatures((text,), text), blocks.Picture(out.getvalue(), text, 9),
    ]
for title in words:
    document = blocks.Document(title, tuple(given), title, title, footer=title, band=title, subject=title)
    build(document), html_of(document), text_of(document)
told = list(seen)
try:
    open(words[0].removeprefix("file://"), "rb").close()
except OSError:
    pass
json.dump([told, seen[len(told):], sys.prefix, sys.base_prefix], sys.stdout)
"""


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bird = tmp_path_factory.mktemp("canary") / "bird.png"
    Image.new("RGB", (2, 2)).save(bird)
    return bird


def hostile(bird: Path) -> Iterator[str]:
    """Texts that name a file or an address in every way we know."""
    yield f"file://{bird}"
    yield str(bird)
    yield "file:///etc/passwd"
    yield f'<img src="{bird}"/><img src="http://127.0.0.1:9/x.png"> <a href="file:///etc/passwd">x</a>'
    yield r"\\server\share\x.png \\?\C:\x"
    yield "سلام http://127.0.0.1:9/x"
    yield "https://localhost:9/x"
    yield "{{x}} ${HOME} $(cat /etc/passwd) `id` %USERPROFILE% {0.__class__} <?xml-stylesheet href='x'?>"
    yield '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y; <xi:include href="file:///etc/passwd"/>'
    yield "@import url(http://127.0.0.1:9/x.css); url(file:///etc/passwd) data:text/html,<script>1</script>"


def test_no_text_opens_a_file_or_a_connection(canary: Path) -> None:
    words = list(hostile(canary))
    run = subprocess.run(
        [sys.executable, "-c", CANARY], cwd=ROOT, input=json.dumps(words), capture_output=True, text=True, check=True
    )
    told, last, prefix, base = json.loads(run.stdout)
    assert last == [["open", str(canary)]], "the ear is deaf"
    fonts, ours = str(ROOT / "resources" / "fonts"), str(ROOT / "champion_app")
    assert [name for event, name in told if event == "open" and name.startswith(fonts)]
    strange = [(event, name) for event, name in told if not _is_code(event, name, (prefix, base, ours), fonts)]
    assert strange == []


def _is_code(event: str, name: str, roots: tuple[str, ...], fonts: str) -> bool:
    """Whether it is a font of ours, a Python module, or the search for one."""
    inside = any(name == str(ROOT) or name.startswith(root) for root in roots)
    if event in {"os.listdir", "os.scandir"}:
        return inside
    is_font = name.startswith(fonts) and name.endswith(".ttf")
    return event == "open" and (is_font or (inside and Path(name).suffix in {".py", ".pyc", ".so", ".pyd"}))


# ---- nothing outside the frames

LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 6
URDU = "جب خاندان کا کوئی فرد گرفتار ہو جائے تو آپ مفت فون کر سکتے ہیں۔ " * 6
MANY = "They can ask for someone to be told that they have been arrested and where they are. " * 12
SHEETS = (style.A3, style.A4, style.A4.turned, style.A5, style.DL)
EDGE = 3 * style.MILLIMETRE
ACCENT = tuple(bytes.fromhex(style.ACCENT[1:]))


def overfull(words: str) -> tuple[blocks.Block, ...]:
    """More than fits, wherever something can stand."""
    narrow = tuple(blocks.Column(words[:40], 1, align) for align in (Align.START, Align.CENTRE, Align.END) * 2)
    return (
        blocks.Contents(),
        *every_block(words),
        blocks.Words(words, bold=True, align=Align.CENTRE),
        blocks.Words(words, align=Align.END),
        blocks.Contacts((blocks.Contact(words, words, words, words, words, words, words),) * 3, columns=3),
        blocks.Box((blocks.Box((blocks.Box((blocks.Steps((words, words), 98),)),)),)),
        blocks.Table(
            narrow, (blocks.Row((words[:300],) * 6), blocks.Row(("", blocks.Cell(words, columns=5)))), grid=True
        ),
        blocks.QrCode(f"https://example.org/{'x' * 200}", words),
        blocks.Bars(
            words, words, (blocks.Bar(words, tuple((state, 40) for state in State), words),) * 3, rows_are=words
        ),
    )


def charts(words: str) -> tuple[blocks.Block, ...]:
    """Charts with too many words in everything but their titles, which we write ourselves."""
    full = tuple((state, 40) for state in State)
    return (
        blocks.Bars("Bars", words, (blocks.Bar(words, full, words),) * 3, rows_are=words),
        blocks.Radar(
            "Radar", words, (words,) * 6, tuple(blocks.Line(words, (1.0,) * 6) for _ in "abc"), rows_are=words
        ),
    )


TEXTS = {"long": (LONG, "cy"), "many": (MANY, "en-GB"), "urdu": (URDU, "ur")}
QUICK = {("A3", "standard", "urdu"), ("A4", "standard", "long"), ("A4 landscape", "large print", "urdu"),
         ("A5", "large print", "long"), ("DL", "standard", "long"), ("DL", "standard", "urdu")}  # fmt: skip
FRAMES = [
    pytest.param(
        sheet,
        scale,
        *TEXTS[text],
        id=f"{sheet.name}-{scale.name}-{text}",
        marks=() if (sheet.name, scale.name, text) in QUICK else pytest.mark.heavy,
    )
    for sheet in SHEETS
    for scale in (style.STANDARD, style.LARGE_PRINT)
    for text in TEXTS
]


@pytest.mark.parametrize(("sheet", "scale", "words", "language"), FRAMES)
def test_nothing_stands_at_the_edge_of_the_paper_and_no_line_on_another(
    sheet: style.Sheet, scale: style.Scale, words: str, language: str
) -> None:
    given = without(overfull(words), blocks.Bars, blocks.Radar)
    facts = {"subtitle": words, "band": words, "footer": words, "language": language, "sheet": sheet, "scale": scale}
    pages_are_clean(build(Document(words, given, **facts)).pdf)  # type: ignore[arg-type]


@pytest.mark.parametrize("sheet", [style.A4, style.A4.turned, style.A3], ids=lambda sheet: sheet.name)
@pytest.mark.parametrize("text", TEXTS)
def test_no_chart_stands_at_the_edge_of_the_paper(sheet: style.Sheet, text: str) -> None:
    words, language = TEXTS[text]
    document = Document("Charts", charts(words[:150]), language=language, sheet=sheet)
    pages_are_clean(build(document).pdf)


def pages_are_clean(pdf: bytes) -> None:
    """Nothing at any edge but the band at the top of the first page; no line on another."""
    for number, picture in enumerate(page_pictures(pdf, 1)):
        page = Image.frombuffer("RGB", (picture.width, picture.height), picture.bgrx, "raw", "BGRX", 0, 1)
        assert strips_are_white(page, first=number == 0), f"page {number + 1}"
    assert overlapping(pdf) == []


@pytest.mark.parametrize("size", [Size.A4, Size.A3])
@pytest.mark.parametrize("words", [LONG, MANY, URDU], ids=["long", "many", "ur"])
def test_nothing_stands_at_the_edge_of_a_poster(size: Size, words: str) -> None:
    made = poster.printed(paper_of(words[:500], "poster", size, "en", (False, False)))
    pages_are_clean(made.pdf)


def strips_are_white(page: Image.Image, first: bool) -> bool:
    """Whether the outermost 3 mm are white on every side, but for the accent band at the top of page one."""
    width, height = page.size
    edge, top = int(EDGE), 0
    while first and top < height and set(page.crop((0, top, edge, top + 1)).get_flattened_data()) == {ACCENT}:
        top += 1
    sides = [(0, top + 1, edge, height), (width - edge, top + 1, width, height), (0, height - edge, width, height)]
    if not first:
        sides.append((0, 0, width, edge))
    return top < height / 2 and all(page.crop(side).getextrema() == ((255, 255),) * 3 for side in sides)


def overlapping(pdf: bytes) -> list[tuple[int, tuple[float, ...], tuple[float, ...]]]:
    """Lines of text that stand on one another: page and both boxes.

    What only touches does not count, nor does a dot in its own line.
    """
    found = []
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document):
        words = page.get_textpage()
        boxes = sorted(
            (words.get_rect(place) for place in range(words.count_rects())), key=lambda box: (-box[3], box[0])
        )
        for place, upper in enumerate(boxes):
            for lower in boxes[place + 1 :]:
                if lower[3] < upper[1]:
                    break
                across = min(upper[2], lower[2]) - max(upper[0], lower[0])
                deep = min(upper[3], lower[3]) - max(upper[1], lower[1])
                heights = sorted((upper[3] - upper[1], lower[3] - lower[1]))
                if across > 2 and deep > 0.4 * heights[0] > 0.2 * heights[1]:
                    found.append((number + 1, upper, lower))
    document.close()
    return found


def test_a_line_on_another_and_ink_at_the_edge_are_seen() -> None:
    """The two eyes above can fail."""
    tight = replace(style.A4, margin=4)
    page = page_pictures(build(Document("", (blocks.Words(MANY),), sheet=tight)).pdf, 1)[0]
    picture = Image.frombuffer("RGB", (page.width, page.height), page.bgrx, "raw", "BGRX", 0, 1)
    assert not strips_are_white(picture, first=True)
    assert overlapping(on_one_another()) != []


def on_one_another() -> bytes:
    """A page whose second paragraph stands half a line too high."""
    gap = blocks.Gap(-22)
    return build(Document("", (blocks.Words("One line of words"), gap, blocks.Words("Another line of words")))).pdf


# ---- long notes

NOTE = "\n".join(f"We rang the family support worker again, number {number}." for number in range(10_000))


def test_F65_a_note_of_ten_thousand_lines_is_in_every_copy() -> None:
    document = Document("Long", (blocks.Words(NOTE), blocks.Bullets((NOTE,))))
    assert read(build(document).pdf).count("number 9999.") == 2
    assert text_of(document).count("number 9999.") == 2
    assert html_of(document).count("number 9999.") == 2

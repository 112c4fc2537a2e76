"""The self-test on paper, for a file or for IT; and the trial of the typefaces that it is printed with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from champion_app.domain.dates import british
from champion_app.domain.self_test import VERDICT_WORDS, Record, Result, Verdict, took
from champion_app.faults import PaperFailed
from champion_app.paper import blocks, fonts, glyphs, page, shaping
from champion_app.paper.fonts import Family
from champion_app.paper.style import Tone

TITLE = "Self-test of Champion"


@dataclass(frozen=True)
class Sample:
    """A few words in one alphabet, in the family that draws it. ``joined`` letters need shaping."""

    name: str
    language: str
    family: Family
    words: str
    joined: bool = False


SAMPLES = (
    Sample("English", "", fonts.LATIN, "You are not alone: £ € “quotes” – 0123456789"),
    Sample("Welsh", "cy-GB", fonts.LATIN, "Croeso: â ê î ô û ŵ ŷ Â Ê Î Ô Û Ŵ Ŷ ï"),
    Sample("Polish", "pl", fonts.LATIN, "Witamy: ą ć ę ł ń ó ś ź ż Ą Ć Ę Ł Ń Ó Ś Ź Ż"),
    Sample("Arabic", "ar", fonts.ARABIC, "أهلا وسهلا: ٠١٢٣٤٥٦٧٨٩", joined=True),
    Sample("Urdu", "ur", fonts.ARABIC, "خوش آمدید: ٹ ڈ ڑ ں ے گ چ پ", joined=True),
    Sample("Punjabi", "pa", fonts.GURMUKHI, "ਜੀ ਆਇਆਂ ਨੂੰ", joined=True),
    Sample("Bengali", "bn", fonts.BENGALI, "স্বাগতম", joined=True),
    Sample("Cyrillic", "uk", fonts.ANY_OTHER, "Ласкаво просимо: ґ є і ї, Добро пожаловать: ё ъ ы э"),
)
_COLUMNS = (
    blocks.Column("What was tried", 42),
    blocks.Column("How it went", 34),
    blocks.Column("What was found", 102),
    blocks.Column("It took", 27),
)
_ALPHABETS = (blocks.Column("Alphabet", 20), blocks.Column("Its letters", 80))
_TONES = {Verdict.FAILS: Tone.WARM, Verdict.LOOK: Tone.SOFT}


def document(record: Record) -> blocks.Document:
    """A4: what was tried and how it went, the versions, and every alphabet to look at. It holds nobody's words."""
    rows = tuple(map(_row, record.results))
    body: list[blocks.Block] = [
        blocks.Box((blocks.Words(str(record.summary), bold=True),), _tone(record)),
        blocks.Table(_COLUMNS, rows, summary="What was tried, and how it went"),
        blocks.Heading("Versions"),
        blocks.Words(", ".join(f"{name} {number}" for name, number in record.versions) or "They were not asked for."),
        blocks.Together(
            (
                blocks.Heading("Letters"),
                blocks.Words("Every alphabet our papers use, drawn by the typefaces that come with Champion."),
                blocks.Table(_ALPHABETS, tuple(map(_alphabet, SAMPLES)), summary="Every alphabet our papers use"),
            )
        ),
        blocks.Words(
            "Everything was tried in a trial folder, which is gone again. Nothing was sent anywhere, and nothing that"
            " was written in Champion is on this page.",
            blocks.Role.SMALL,
        ),
    ]
    moment = f"{british(record.when.date())}, {record.when:%H:%M}"
    return blocks.Document(
        title=TITLE, subtitle=f"Run on {moment}.", blocks=tuple(body), footer=f"{TITLE}. {moment}.", subject=TITLE
    )


def face_count() -> int:
    """How many typefaces there are to try: two of each family."""
    return 2 * len(fonts.FAMILIES)


def all_scripts() -> bool:
    """Whether letters that join or stack can be set on this kind of computer."""
    return shaping.AVAILABLE


def try_faces(told: Callable[[float], None] = lambda part: None) -> list[str]:
    """Reads every bundled font file anew and draws each sample with it; what does not work, each in a few words."""
    wrong = []
    faces = [(family, bold) for family in fonts.FAMILIES for bold in (False, True)]
    for number, (family, bold) in enumerate(faces):
        path = fonts.font_file(family, bold)
        try:
            face = fonts.Face(family, bold)
        except PaperFailed:
            wrong.append(f"the font {path.name} is missing or damaged")
            continue
        undrawn = {letter for one in SAMPLES if one.family is family for letter in _undrawn(face, one)}
        if undrawn:
            wrong.append(f"the font {path.name} lacks {glyphs.described(sorted(undrawn))}")
        told((number + 1) / (len(faces) + 1))
    if not wrong:
        wrong += _on_a_page()
    return wrong


def _undrawn(face: fonts.Face, sample: Sample) -> set[str]:
    """The letters of a sample for which this face has no glyph, or has one that stands for "missing"."""
    letters = set(_printable(sample.words)) - {" ", "\n"}
    lacking = {letter for letter in letters if letter not in face.letters and not _elsewhere(letter, sample.family)}
    if lacking or not (sample.joined and shaping.AVAILABLE):
        return lacking
    for word in sample.words.split(" "):
        if not all(letter in face.letters for letter in word):
            continue  # such as a colon, which another family draws
        shaped = shaping.shape(face, word, shaping.runs_right_to_left(sample.language), sample.language)
        lacking |= {letter for glyph in shaped.glyphs if glyph.number == 0 for letter in shaped.letters[glyph.cluster]}
    return lacking


def _elsewhere(letter: str, family: Family) -> bool:
    """Whether another family draws it by right: a colon in an Arabic line is Latin."""
    return not family.asked_for(letter)


def _on_a_page() -> list[str]:
    """All samples on one page, upright and bold, really made: what could not be drawn is told by the page itself."""
    body = [blocks.Words(one.words, language=one.language, bold=bold) for one in SAMPLES for bold in (False, True)]
    try:
        made = page.build(blocks.Document(title="Letters", blocks=tuple(body)))
    except PaperFailed as fault:
        return [str(fault.details["reason"])]
    missing = [letter for letter in made.unprintable if shaping.AVAILABLE or not shaping.NEEDS_SHAPING.match(letter)]
    return [f"{glyphs.described(missing)} came out on no page"] if missing else []


def _printable(words: str) -> str:
    """Without what this kind of computer cannot set at all, which the test has said already."""
    return words if shaping.AVAILABLE else shaping.NEEDS_SHAPING.sub("", words)


def _row(result: Result) -> blocks.Row:
    verdict = blocks.Cell(VERDICT_WORDS[result.verdict], bold=True, tone=_TONES.get(result.verdict, Tone.PLAIN))
    spent = "" if result.verdict is Verdict.NOT_TRIED else str(took(result.seconds))
    return blocks.Row((result.step.title, verdict, result.for_paper(), spent))


def _alphabet(sample: Sample) -> blocks.Row:
    return blocks.Row((sample.name, blocks.Cell(_printable(sample.words), language=sample.language)))


def _tone(record: Record) -> Tone:
    return Tone.WARM if record.count(Verdict.FAILS) else Tone.SOFT

"""The age at which most people can read a text, so that a leaflet can be kept within reach while it is written.

The formula is the Flesch-Kincaid grade level: Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability
Formulas for Navy Enlisted Personnel", Research Branch Report 8-75, Naval Technical Training Command, 1975. A child is
six in the first grade, so the age is the grade and five years. It counts long words and long sentences and knows
nothing of sense: a guide, never a pass.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from champion_app.domain.leaflets import Block, Template
from champion_app.domain.syllables import syllables

# Languages the formula was made for. In others a number would look exact and mean nothing.
MEASURED_IN = frozenset({"en"})
FEWEST_WORDS = 30
YOUNGEST = 5.0  # nobody younger was ever measured
_HARD_SYLLABLES = 3
_MOST_HARDEST = 5

# Long words that every reader has heard often, or that nothing shorter can stand for.
_EVERYDAY_WORDS = """
    already another anybody anyone anything champion champions different everybody everyone everything families family
    grandfather grandmother grandparent grandparents nobody officer officers prisoner prisoners remember somebody
    telephone together tomorrow visitor visitors yesterday
"""
_EVERYDAY = frozenset(_EVERYDAY_WORDS.split())

# The kinds of block that are running words: neither contacts, nor the champion box, nor anything the program fills in.
_RUNNING = frozenset({"heading", "text", "list", "steps", "note", "ticks", "lead", "line", "lines"})
_SOURCE_SENTENCE = re.compile(r"\(Source: [^()]*(?:\([^()]*\)[^()]*)*\)")

_BULLET = re.compile(r"\s*(?:[-*\u2022\u2013\u2610]|\(?\d{1,2}[.)])\s+")
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}[A-Za-z]?(?![A-Za-z])"  # "e.g."
    r"|[£$€]?\d+(?:[.,:]\d+)*(?:[-\u2013]\d+(?:[.,:]\d+)*)?(?:%|[^\W\d_]+)?"  # "£1.50", "4-7", "10am"
    r"|[^\W_]+(?:['\u2019\u2010\u2011-][^\W_]+)*"
)
_END = re.compile(
    r"(?<![.!?\u2026])[.!?\u2026]+(?P<closing>[\"'\u201d\u2019»)\]]*)(?=\s|$)"
    r"|(?<=[a-z])[.!?](?=[A-Z][a-z])"  # the space forgotten
)
_NEXT = re.compile(r"[^\s\"'\u201c\u2018«(\[]")
_GOES_ON_ALWAYS = frozenset({"mr", "mrs", "ms", "dr", "st", "e.g", "i.e", "cf", "vs"})
_GOES_ON_SMALL = frozenset({"etc", "a.m", "p.m", "approx"})
_GOES_ON_NUMBER = frozenset({"no", "nos", "ext", "tel", "p", "pp"})

_PHONE = re.compile(r"(?<!\w)\+?\(?\d+(?:[ ()-]{1,2}\d+)*(?!\w)")
_TOKEN = re.compile(r"\S+")
_SITE = re.compile(r"(?:[a-z0-9-]+\.)+(?:uk|com|org|net|info|gov|wales|cymru|scot|eu|ie)(?:[/?#:].*)?", re.IGNORECASE)
_AROUND = ".,;:!?()[]<>\"'“”‘’\u2026"


@dataclass(frozen=True)
class ReadingAge:
    """How hard a text is. ``age`` is in years, to a tenth; never under five.

    ``hardest`` are up to five long words worth changing, longest first; ``longest`` is the sentence with most words.
    """

    age: float
    words: int
    sentences: int
    hardest: tuple[str, ...]
    longest: str


@dataclass(frozen=True)
class _Sentence:
    text: str
    words: tuple[str, ...]


def measured(language: str) -> bool:
    """Whether a reading age can be told for texts in this language ("en", "en-GB")."""
    return language.casefold().partition("-")[0] in MEASURED_IN


def reading_age(text: str) -> ReadingAge | None:
    """The reading age of an English text; None under thirty words, which are too few to say.

    Every line counts as a sentence, also without a full stop. A word with hyphens is one word. Web and mail addresses
    and telephone numbers are left out.
    """
    plain = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    sentences = [sentence for line in plain.splitlines() for sentence in _sentences(line)]
    words = [word for sentence in sentences for word in sentence.words]
    if len(words) < FEWEST_WORDS:
        return None
    spoken = sum(syllables(word) for word in words)
    grade = 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59
    return ReadingAge(
        age=max(YOUNGEST, round(grade + 5, 1)),
        words=len(words),
        sentences=len(sentences),
        hardest=_hardest(sentences),
        longest=max(sentences, key=lambda sentence: len(sentence.words)).text,
    )


def reading_age_of(template: Template, *, simple: bool = False) -> ReadingAge | None:
    """The reading age of what a template says in running words, in the order of the page; None in another language.

    With ``simple`` it is that of its simple words where it has any. Contacts, the champion box and the sources of
    figures are not counted.
    """
    if not measured(template.language):
        return None
    return reading_age("\n".join(line for block in template.blocks for line in _running(block, simple=simple)))


def _running(block: Block, *, simple: bool) -> Iterator[str]:
    if block.kind not in _RUNNING:
        return
    text = block.simple if simple and block.simple else block.text
    yield _SOURCE_SENTENCE.sub("", text) if block.figure else text
    yield from block.simple_items if simple and block.simple_items else block.items


def _sentences(line: str) -> Iterator[_Sentence]:
    bullet = _BULLET.match(line)
    line = line[bullet.end() :] if bullet else line
    counted = _without_addresses(line)
    start = 0
    for end in (*(match.end() for match in _END.finditer(counted) if _ends(counted, match)), len(line)):
        words = tuple(_WORD.findall(counted[start:end]))
        if words:
            yield _Sentence(line[start:end].strip(), words)
        start = end


def _without_addresses(line: str) -> str:
    """The line with spaces, just as many, in place of telephone numbers and addresses."""
    line = _PHONE.sub(lambda found: " " * len(found[0]) if _is_phone(found[0]) else found[0], line)
    return _TOKEN.sub(lambda found: _blank_address(found[0]), line)


def _is_phone(number: str) -> bool:
    digits = "".join(letter for letter in number if letter.isdecimal())
    if number == digits:
        return len(digits) >= 5  # "85258"; a count would have a comma
    return (len(digits) >= 7 and number.lstrip("(")[0] in "+0") or (len(digits) == 6 and digits.startswith("116"))


def _blank_address(token: str) -> str:
    core = token.strip(_AROUND)
    if not ("://" in core or "@" in core or core.lower().startswith("www.") or _SITE.fullmatch(core)):
        return token
    before = token.index(core)
    return token[:before] + " " * len(core) + token[before + len(core) :]


def _ends(line: str, stop: re.Match[str]) -> bool:
    """Whether a stop ends its sentence: not after "Mr" or "J", nor before a small letter after ’?”’ or "etc."."""
    before = line[max(0, stop.start() - 8) : stop.start()].split()
    word = before[-1].strip(_AROUND) if before and not line[stop.start() - 1].isspace() else ""
    following = _NEXT.search(line, stop.end())
    after = following[0] if following else ""
    if word.lower() in _GOES_ON_ALWAYS or (word.lower() in _GOES_ON_NUMBER and after.isdecimal()):
        return False
    if len(word) == 1 and word.isupper() and word != "I" and after.isupper():
        return False
    if after.islower():
        dots = stop[0].startswith(("\u2026", "..."))
        return not (stop["closing"] or dots or word.lower() in _GOES_ON_SMALL)
    return True


def _hardest(sentences: list[_Sentence]) -> tuple[str, ...]:
    """Words of three syllables and more, most first; numbers, initialisms, names and everyday words are left out."""
    found: dict[str, int] = {}
    names: set[str] = set()
    for sentence in sentences:
        for place, word in enumerate(sentence.words):
            small = word.lower().replace("\u2019", "'").removesuffix("'s")
            if not word[0].isalpha() or word.isupper() or small in _EVERYDAY:
                continue
            if place and word[0].isupper():
                names.add(small)
            if small not in found:
                found[small] = syllables(small)
    hard = [word for word, count in found.items() if count >= _HARD_SYLLABLES and word not in names]
    return tuple(sorted(hard, key=lambda word: (-found[word], -len(word)))[:_MOST_HARDEST])

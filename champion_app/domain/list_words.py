"""How the words of somebody else's list are compared: headings made plain, names folded, cells that say nothing."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from champion_app.domain.dates import british
from champion_app.domain.typed_text import clean


def word_set(words: str, mark: str | None = None) -> frozenset[str]:
    """The words of a text as a set: apart by blanks, or by ``mark``."""
    return frozenset(word.strip() for word in words.split(mark))


# What people write into a cell that they leave empty. All were seen in lists of services.
_EMPTY_WORDS = word_set(
    """
    n/a; #n/a; na; n.a; n a; not applicable; not available; not known; not given; not provided; not recorded; not sure;
    not stated; unknown; unspecified; none; nil; null; none known; none given; none available; nothing; nan; undefined;
    tbc; tba; tbd; t.b.c; t.b.a; to be confirmed; to be advised; to be announced; to follow; to be added; pending;
    awaiting; awaiting details; awaiting information; x; xx; xxx; xxxx; xxxxx; blank; empty; no details; no information;
    as above; ditto; no telephone; no phone; no number; no email; no e-mail; no website; no web; no address; no tel;
    #ref!; #value!; #ref; #value; #name; #div/0!; #null!; #num!
    """,
    ";",
)
_LONGEST_EMPTY = max(len(word) for word in _EMPTY_WORDS) + 6
_MARKS = " \t\n.-–—_*?~=/\\:;,…()[]\"'"

# UTF-8 that was read as Western European, and the sign that stands for a letter nobody could read.
_WRONG_LETTERS = re.compile(
    "[ÃÂ][\u0080-\u00bf\u2018-\u203a\u20ac\u0152\u0153\u0160\u0161\u0178\u017d\u017e]|â€.?|ï»¿|\ufffd"
)
_ISO_DAY = re.compile(r"^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$")

_CAMEL = re.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_NUMBER_EDGE = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
_QUESTION_NUMBER = re.compile(r"^(?:q )?\d+ (?=[a-z])")
_NOT_A_WORD = re.compile(r"[^\w]+|_")
_SPELLINGS = (
    (re.compile(r"\be mails?\b|\bemails\b"), "email"),
    (re.compile(r"\bweb ?sites?\b"), "website"),
    (re.compile(r"\bweb page\b"), "webpage"),
    (re.compile(r"\bpost ?codes?\b"), "postcode"),
    (re.compile(r"\bco ordinator\b"), "coordinator"),
    (re.compile(r"\borganization"), "organisation"),
    (re.compile(r"\b(tele)?phones\b"), r"\1phone"),
)


def plain_heading(heading: str) -> str:
    """A heading as it is looked up: "  Tele-phone_No.* " and "telephoneNo" both become small plain words.

    Accents, marks, line ends, question numbers ("Q3. ") and the seam of camelCase go; "e-mail" is one word.
    """
    text = _CAMEL.sub(" ", heading)
    text = _without_accents(text).casefold().replace("'", "").replace("’", "")
    text = _NUMBER_EDGE.sub(" ", " ".join(_NOT_A_WORD.sub(" ", text).split()))
    text = _QUESTION_NUMBER.sub("", text)
    for spelling, word in _SPELLINGS:
        text = spelling.sub(word, text)
    return text


def folded(text: str) -> str:
    """A name as it is compared: capitals, accents, marks and "&" for "and" make no difference."""
    return " ".join(
        _NOT_A_WORD.sub(" ", _without_accents(text).casefold().replace("'", "").replace("&", " and ")).split()
    )


def tidy_cell(text: str) -> str:
    """The words of a cell fit to keep; quick when there is nothing to do."""
    return text.strip() if text.isascii() and text.isprintable() else clean(text).strip()


def one_line(text: str) -> str:
    """The words on one line."""
    return " ".join(text.split())


def says_nothing(text: str) -> bool:
    """Whether a cell only says that it is empty: "n/a", "TBC", "-", "to be confirmed"."""
    if len(text) > _LONGEST_EMPTY and text[0].isalnum():
        return False
    plain = text.casefold().strip(_MARKS)
    return not plain or plain in _EMPTY_WORDS


def wrong_letters(text: str) -> str:
    """The first letters that came out wrong because the file was read in another encoding; "" when all look right."""
    found = None if text.isascii() else _WRONG_LETTERS.search(text)
    return found[0] if found else ""


def day_in_words(text: str) -> str:
    """An ISO day (with or without a time) as a British date; anything else as it stands."""
    match = _ISO_DAY.match(text.strip())
    if match:
        try:
            return british(date(int(match[1]), int(match[2]), int(match[3])))
        except ValueError:
            return text
    return text


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))

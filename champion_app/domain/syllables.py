"""How many syllables an English word, number or initialism has when it is read out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

# Words that keep to no rule. Those with an ending ("ideas", "behaviourally") are found through these.
_EXCEPTIONS_BY_COUNT = {
    1: "aches drawer eye mayor prayer tired",
    2: """
        argue awesome business cafe cashier colonel conscience crooked every evening fiery frontier genre gloucester
        headaches ireland leicester maybe naked ragged rugged soldier tiresome wednesday wicked worcester
    """,
    3: """
        alien area beforehand behaviour beloved cereal deity element heroic heroin heroine idea ideal karate linear
        museum nuclear parliament recipe stereo video whoever
    """,
    4: "apostrophe catastrophe diabetes european misbehaviour",
}
_EXCEPTIONS = {word: count for count, words in _EXCEPTIONS_BY_COUNT.items() for word in words.split()}
_ENDINGS = (
    ("s", 0),
    ("d", 0),
    ("ed", 0),
    ("ing", 1),
    ("ly", 1),
    ("less", 1),
    ("ness", 1),
    ("ful", 1),
    ("al", 1),
    ("ally", 2),
)

# First halves of longer words whose own e stays silent: "homework", but not "homes" or "forensic".
_SILENT_HALF = re.compile(
    r"^(base|care|case|face|fire|game|home|hope|house|life|like|lone|love|make|name|nine|phone|place|safe|side|"
    r"some(?!r)|space|take|there|time|use|ware|where|whole|wide|fore(?=[cghmw]|se|te))"
    r"(?=(?!ver)[^aeiouy].*[aeiouy])"
)
_SILENT_BEFORE_ENDING = re.compile(
    r"(?<=[aeiouy])([^aeiouy]+)(?<![bcdfgkpstxz]l)e(?=(?:ly|less|ful|ment|ness)(?:ly|ness|s|al)*$)"
)
# "needed", "changes", "table", "centre": here the last e is heard; after another vowel it belongs to that.
_HEARD = re.compile(r"(?:[td]ed|(?:[cgsxz]|[cs]h)es|[bcdfgkpstxz][lr]e[ds]?|[aeiouy]e[ds]?)$")
_SILENT_END = re.compile(r"e[ds]?$")
_GUE = re.compile(r"(?<=[gq])ue[ds]?$")  # "league", "cheque"
_VOWELS = re.compile(r"[aeiouy]+")
# Neighbouring vowels that are said apart: every match is one syllable more than there are groups of vowels.
_APART = [
    re.compile(pattern)
    for pattern in (
        r"(?<![cts])ia(?!ge|g$)|(?<=[cts])iat",  # "giant", "associate"; not "social", "marriage"
        r"(?<![tscgxh])io(?!n)|(?<![tscgxhln])ion|(?<=[tscgxh])io(?![nu])|^lion",  # "radio"; not "nation", "million"
        r"iu|iet|ieth$|(?<![ct])ien[tc]|(?<=sc)ien",  # "quiet", "client", "science"; not "patient"
        r"(?<=[aeiouy])[^aeiouy]+i(?:ers?|est)$",  # "easier"; not "priest"
        r"(?<![gq])ua(?!de)|gua(?=l)|(?<!q)uou",  # "usual"; not "guard"
        r"(?<![gq])ue(?:l|ts?$|n[tc])",  # "cruel"; not "frequent"
        r"(?<![gq])u(?:in(?!g)|id|ici)|uit(?:y|ion)",  # "ruin", "suicide"; not "guilty"
        r"oe[mt]|ao|(?<![gct])eous",
        r"[aeiouy]ings?$",  # "being", "crying"
        r"[aeo]y[aeo](?!d$)|uye",  # "player", "beyond"; not "played"
        r"^coo(?=p[et]|rd)|^coe(?=r|x)|^geo(?=[glmp])|crea(?=t(?!ur))",
        r"^re(?=uni|us|imb|inst|inf|act|adj|app|arr|ass|att|ali[tsz]|o)",  # "rearrest", "reoffend"; not "reason"
        r"(?:s|th)ms?$",  # "autism", "rhythm"
    )
]

_PARTS = re.compile(r"[\s\-\u2010-\u2015/]+")
_NUMBER = re.compile(r"([£$€]?)(\d[\d,]*)(?:[.:](\d+))?(%?)([^\W\d_]*)$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?$")
_CAPITALS = re.compile(r"([A-Z]{2,6})(s?)$")
# Short words somebody may stress with capitals, and initialisms that are said as words; the rest are spelt out.
_SAID = """
    ACE ALL AND ANY ARE ASK AT BE BUT CAN DAY DO DON FOR GO HE HER HIM HIS HOW IF IN IS IT ME MY NEW NO NOT NOW OF OLD
    ON ONE OR OUR OUT PIN SEE SHE SIM SO THE TO TWO UP US WAS WE WHO WHY YES YOU
"""
_SAID_AS_WORDS = frozenset(_SAID.split())
_SPELT_OUT = frozenset({"ADHD", "EHCP", "GCSE", "PCSO", "PSHE"})

_SMALL = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)  # zero to nineteen
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)  # twenty to ninety
_BY_DIGITS = frozenset({"999", "111", "101"})  # numbers to ring
_LONGEST_NUMBER = 9
_CURRENCY = {"£": 1, "$": 2, "€": 2}
_ONE_SYLLABLE_NOT = frozenset({"ain", "aren", "can", "don", "shan", "weren", "won"})


def syllables(word: str) -> int:
    """Syllables of a word as it is read out, by our own rules for English; 0 for what has no letter and no digit.

    Parts joined by hyphens are counted one by one, numbers as words ("24" is three), initialisms letter by letter
    ("ID" is two).
    """
    plain = unicodedata.normalize("NFC", word).replace("\u2019", "'")
    parts = [part for part in _PARTS.split(plain) if any(letter.isalnum() for letter in part)]
    ranges = sum(1 for one, two in pairwise(parts) if one[-1].isdecimal() and two[0].isdecimal())
    return sum(_of_part(part) for part in parts) + ranges  # "4-7" is read "four to seven"


@lru_cache(maxsize=4096)
def _of_part(part: str) -> int:
    part = part.strip("'\".,;:!?()[]“”‘")
    if number := _NUMBER.match(part):
        return _of_number(*number.groups())
    if _DOTTED.match(part) and "." in part:
        return sum(_of_letter(letter) for letter in part if letter.isalpha())
    if (capitals := _CAPITALS.match(part)) and _is_spelt(capitals[1]):
        return sum(_of_letter(letter) for letter in capitals[1])
    pieces = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+", part)
    if len(pieces) != 1 or pieces[0].isdecimal():  # "A4", "x2y"
        return sum(_of_number("", piece, "", "", "") if piece.isdecimal() else _of_part(piece) for piece in pieces)
    return _of_letter(part) if len(part) == 1 else _with_apostrophe(_letters(pieces[0]))


def _letters(word: str) -> str:
    """Small letters without accents; an é is heard."""
    apart = unicodedata.normalize("NFKD", word.lower().replace("é", "ay"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _of_letter(letter: str) -> int:
    return 3 if letter.lower() == "w" else 1


def _is_spelt(capitals: str) -> bool:
    """Whether capitals are an initialism: two or three letters, or no vowel among them."""
    if capitals in _SAID_AS_WORDS:
        return False
    return len(capitals) <= 3 or capitals in _SPELT_OUT or not _VOWELS.search(capitals.lower())


def _with_apostrophe(word: str) -> int:
    base, mark, tail = word.rpartition("'")
    if not mark or not base:
        return _of_word(tail)
    if tail == "t" and base.endswith("n"):
        return 1 if base in _ONE_SYLLABLE_NOT else _of_word(base[:-1]) + 1
    if tail == "s":
        return _of_word(base) + bool(re.search(r"(?:[sxz]|[cs]h|[cgsz]e)$", base))
    if tail in ("ll", "ve", "re", "m"):
        return _of_word(base) + (base[-1] not in "aeiouyw")
    if tail == "d":
        return _of_word(base) + (base[-1] in "td")
    return sum(_of_word(piece) for piece in word.split("'") if piece)  # "o'clock"


def _of_word(word: str) -> int:
    """One word of small letters: groups of vowels, without those that are silent, with those that are said apart."""
    if (known := _exception(word)) is not None:
        return known
    for first in ("every", "any"):
        if word.startswith(first) and len(word) > len(first) + 2:
            return 2 + _of_word(word[len(first) :])
    stem = _SILENT_HALF.sub(lambda half: half[1][:-1], word)
    stem = _SILENT_BEFORE_ENDING.sub(r"\1", stem)
    if _GUE.search(stem) or not _HEARD.search(stem):
        shorter = _SILENT_END.sub("", _GUE.sub("", stem))
        stem = shorter if _VOWELS.search(shorter) else stem
    apart = sum(len(pattern.findall(stem)) for pattern in _APART)
    return max(1, len(_VOWELS.findall(stem)) + apart)


def _exception(word: str) -> int | None:
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    for ending, more in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and stem in _EXCEPTIONS:
            return _EXCEPTIONS[stem] + more
    return None


def _of_number(currency: str, whole: str, fraction: str | None, percent: str, letters: str) -> int:
    """A number read out: "£1.50" is one pound fifty, "10.30am" ten thirty a m, "2026" a year."""
    digits = whole.replace(",", "")
    total = _CURRENCY.get(currency, 0) + (2 if percent else 0) + _of_digits(digits, is_year="," not in whole)
    unit = letters.lower()
    if fraction and (currency or unit in ("am", "pm")):
        total += _of_digits(fraction, is_year=False)
    elif fraction:
        total += 1 + sum(_SMALL[int(digit)] for digit in fraction)
    if unit in ("st", "nd", "rd", "th", "s"):
        return total + (unit == "th" and digits[-1:] == "0" and digits[-2:] not in ("", "0", "00", "10"))
    if unit in ("am", "pm"):
        return total + 2
    return total + (_of_word(_letters(letters)) if unit else 0)


def _of_digits(digits: str, *, is_year: bool) -> int:
    if digits in _BY_DIGITS or len(digits) > _LONGEST_NUMBER:
        return sum(_SMALL[int(digit)] for digit in digits)
    number = int(digits)
    if is_year and len(digits) == 4 and (1100 <= number < 2000 or 2010 <= number < 2100):
        return _below_thousand(number // 100) + (_below_thousand(number % 100) if number % 100 else 2)
    total = 0
    for size in (1_000_000, 1_000):
        if number >= size:
            total += _below_thousand(number // size) + 2
            number %= size
            if not number:
                return total
            total += 1 if number < 100 else 0
    return total + _below_thousand(number)


def _below_thousand(number: int) -> int:
    if number >= 100:
        rest = number % 100
        return _SMALL[number // 100] + 2 + (1 + _below_thousand(rest) if rest else 0)
    if number < 20:
        return _SMALL[number]
    return _TENS[number // 10] + (_SMALL[number % 10] if number % 10 else 0)

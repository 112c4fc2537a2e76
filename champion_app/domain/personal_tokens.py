"""A line cut into words, each with where it stands, how it is written and whether a sentence begins with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

# Letters for letters, so that a place in the plain text is the same place in the text as typed.
_PLAINER = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4\uff07", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\uff0d", "-")
    | dict.fromkeys("\t\u00a0\u2007\u2009\u202f\u3000", " ")
    | {"\uff20": "@", "\uff0e": ".", "\uff0b": "+", "\uff0f": "/"}
)
# Letters that nobody sees: blanks of no width, soft hyphens, marks of direction, joiners.
UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]++")
_WORD = re.compile("[^\\W_][\\w\u0300-\u036f]*+(?:['-][^\\W_][\\w\u0300-\u036f]*+)*+")
_ENDS_A_SENTENCE = re.compile(r"[.!?;]\s|[\u2022|]")
_SHORTENED = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "rev", "revd", "st", "cllr", "sgt", "yr", "no", "tel", "mob", "eg", "ie"}
)
_LONGEST = 40


class Word(NamedTuple):
    """One word. ``low`` is folded and without 's; ``gap`` is what stands before it, without blanks."""

    start: int
    end: int
    low: str
    shape: str  # "A" all capitals, "C" a capital first, "l" small, "i" one capital letter, "n" a number
    owns: bool  # it ended in 's
    gap: str
    sentence: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital and may be part of a name."""
        return self.shape in "AC"


def plain(text: str) -> str:
    """The same text, letter for letter, with one kind of dash, quote, blank and digit."""
    if text.isascii():
        return text.replace("\t", " ")
    return "".join(map(_plain_letter, text.translate(_PLAINER)))


def _plain_letter(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter > "\x7f" and letter.isdecimal() else letter


def folded(word: str) -> str:
    """A word in small letters and without accents."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l").replace("ø", "o").replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words(line: str) -> list[Word]:
    """The words of one plain line. Whatever is longer than forty letters is nobody's name and left out."""
    found: list[Word] = []
    sentence, before = 0, 0
    for match in _WORD.finditer(line):
        start, end = match.span()
        gap = line[before:start] if start - before < 9 else line[before : before + 4] + line[start - 4 : start]
        if found and _begins_anew(found[-1], gap):
            sentence += 1
        before = end
        if end - start > _LONGEST:
            sentence += 1
            continue
        found.append(_word(line, start, end, gap.strip(), sentence))
    return found


def _word(line: str, start: int, end: int, gap: str, sentence: int) -> Word:
    written = line[start:end]
    owns = written[-2:] in ("'s", "'S") and len(written) > 2
    if owns:
        written, end = written[:-2], end - 2
    elif written[-1] in "sS" and line[end : end + 2] in ("'", "' "):
        owns = True
    return Word(start, end, folded(written), _shape(written), owns, gap, sentence)


def _shape(written: str) -> str:
    first = written[0]
    if first.isdecimal():
        return "n"
    if not first.isupper():
        return "l"
    if len(written) == 1:
        return "i"
    return "A" if written.isupper() else "C"


def _begins_anew(last: Word, gap: str) -> bool:
    if not _ENDS_A_SENTENCE.search(gap):
        return False
    return not (gap.startswith(".") and (last.shape == "i" or last.low in _SHORTENED))


def sentence_ends(words: Sequence[Word]) -> tuple[list[int], list[int]]:
    """For each word, where its sentence begins and ends."""
    first: list[int] = []
    for at, word in enumerate(words):
        same = at > 0 and words[at - 1].sentence == word.sentence
        first.append(first[-1] if same else at)
    last = [0] * len(words)
    for at in range(len(words) - 1, -1, -1):
        same = at + 1 < len(words) and words[at + 1].sentence == words[at].sentence
        last[at] = last[at + 1] if same else at + 1
    return first, last

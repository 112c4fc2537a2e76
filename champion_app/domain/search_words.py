"""Search words: any text typed becomes a question made of groups, and a harmless FTS5 expression.

A group is one thing somebody asked for: a word or a phrase as typed, the stem it is looked up by, and its other names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from champion_app.domain.packs import Term

_WORD = re.compile(r"[\w\u0300-\u036f]+")  # an accent that stands apart belongs to its word
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019]s\b")
MOST_WORDS = 12
LONGEST_WORD = 40
LONGEST_PHRASE = 5  # words
# Further letters cannot matter: twelve words of forty letters.
MOST_LETTERS = 2_000

# Words that say nothing about what is looked for, when there is any other word.
_IDLE_WORDS = """
    a about after all am an and any are as at be because been but by can cannot could did do does for from get got had
    has have he her him his how i if in into is it its just like me my need needs now of on or our please she should so
    some someone something that the their them then there they this to today tomorrow tonight up us want wants was we
    were what when where which who whom whose why will with would yesterday you your looking find morning evening
    afternoon week old year years saw see seen happened
"""
_IDLE = frozenset(_IDLE_WORDS.split())
_NUMBER_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen
"""
_NUMBERS = _NUMBER_WORDS.split()
_NUMBER = "|".join([r"\d{1,2}", *_NUMBERS])
_AGE = re.compile(
    rf"\b(?:aged?\s+({_NUMBER})\b(?!\s*(?:to|-)\s*\d)|({_NUMBER})[\s-]*(?:years?|yrs?|y)[\s-]*olds?\b"
    rf"|({_NUMBER})[\s-]*y/?o\b)"
)
_AGE_WORDS = {"baby": 0, "babies": 0, "toddler": 2, "toddlers": 2, "preschooler": 4, "preschool": 4, "teenager": 14,
              "teenagers": 14, "teen": 14, "teens": 14}  # fmt: skip
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s")
_SHORTEST_STEM = 4
_LONG_NAME = 6


@dataclass(frozen=True)
class Group:
    """One thing asked for. ``others`` are old and new names for the same."""

    typed: str
    stem: str
    others: tuple[str, ...] = ()
    note: str = ""

    def expression(self, *, widened: bool) -> str:
        """The FTS5 expression: the stem may go on; another name may too, unless it is short ("CAF" is no café)."""
        ways = [f'"{self.stem}"*']
        ways += [f'"{other}"{"*" if may_go_on(other) else ""}' for other in self.others] if widened else []
        return ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})"


@dataclass(frozen=True)
class Question:
    """What somebody typed, understood: groups that should all occur, and an age in years where one was named."""

    groups: tuple[Group, ...]
    age: int | None = None

    def expression(self, *, widened: bool) -> str:
        """The FTS5 expression in which every group must occur."""
        return " AND ".join(group.expression(widened=widened) for group in self.groups)

    @property
    def unfinished(self) -> bool:
        """Whether the last word has one or two letters yet: more of it is on its way."""
        return len(self.groups[-1].stem) < 3

    @property
    def short(self) -> bool:
        """Whether only one or two letters stand there: then titles alone are looked at."""
        return max(len(group.stem) for group in self.groups) < 3


def fold(text: str) -> str:
    """Small letters without accents, as the index keeps them."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def may_go_on(name: str) -> bool:
    """Whether a name is long enough to stand for words that begin with it ("grandparent" for "grandparents")."""
    return len(name) >= _LONG_NAME


def words_of(typed: str) -> list[str]:
    """The words a person meant, in small letters, at most twelve of at most forty letters.

    ``lower`` and not ``casefold``: the index keeps "straße" as it is. "Barnardo's" is "barnardo".
    """
    plain = _POSSESSIVE.sub("", unicodedata.normalize("NFC", typed[:MOST_LETTERS]).lower())
    return [word[:LONGEST_WORD] for word in _WORD.findall(plain) if word.strip("_")][:MOST_WORDS]


def stem(word: str) -> str:
    """The word without an English ending, so that "arrested" finds "arrest"; short words stay whole."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM and word.isascii():
            return word[: -len(ending)]
    return word


class OtherNames:
    """Old and new names of things, looked up by any of them."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._entries: dict[tuple[str, ...], tuple[Term, tuple[tuple[str, ...], ...]]] = {}
        for term in terms:
            ways = tuple(way for name in (term.use, *term.also) if (way := tuple(words_of(name))))
            for way in ways:
                self._entries.setdefault(way, (term, ways))

    def of(self, words: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """Other names for these words, and the note that goes with them; none for words nobody renamed."""
        found = self._entries.get(tuple(words))
        if found is None:
            return (), ""
        term, ways = found
        return tuple(" ".join(way) for way in ways if way != tuple(words)), term.note

    def words(self) -> set[str]:
        """Every single word of every name: they are spelt right, whether the binder has them or not."""
        return {word for way in self._entries for word in way}


def understand(typed: str, names: OtherNames) -> Question:
    """What is asked for: phrases that have other names first, idle words left out, an age taken out of the words."""
    plain = fold(typed[:MOST_LETTERS])
    named = _AGE.search(plain)
    age = _in_years(next(part for part in named.groups() if part)) if named else None
    words = words_of(typed if named is None else f"{plain[: named.start()]} {plain[named.end() :]}")
    groups: list[Group] = []
    place = 0
    while place < len(words):
        length, others, note = _longest_phrase(words[place:], names)
        phrase = words[place : place + length]
        if age is None and length == 1:
            age = _AGE_WORDS.get(phrase[0])
        one = " ".join(phrase)
        groups.append(Group(one, stem(one) if length == 1 else one, others, note=note))
        place += length
    busy = [group for group in groups if group.typed not in _IDLE or group.others]
    return Question(tuple(busy or groups), age)


def _longest_phrase(words: list[str], names: OtherNames) -> tuple[int, tuple[str, ...], str]:
    for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        others, note = names.of(words[:length])
        if others:
            return length, others, note
    return 1, (), ""


def _in_years(words: str) -> int:
    return _NUMBERS.index(words) if words in _NUMBERS else int(words)

"""Ranking: titles weigh most, then words, then what stands in attached files; rare words weigh more than common ones.

bm25 visits every row in which a word occurs before it can rank the first one. Here a bounded number of candidates is
looked at, so that a search takes the same time in 500 items and in 50,000.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from champion_app.domain.search_words import Group, Question, fold, may_go_on

_SNIPPET = 150  # letters

# What a match is worth: the whole word as typed, a word that begins so, another name for it.
_IN_TITLE, _IN_WORDS, _IN_FILES = (10.0, 7.0, 7.0), (4.0, 3.0, 3.0), (1.0, 0.8, 0.6)
_PHRASE, _WHOLE_TITLE = 4.0, 15.0
# By how much it is worth more or less: for the right age, for the wrong one, closed or retired.
_RIGHT_AGE, _WRONG_AGE, _PUT_AWAY = 1.4, 0.4, 0.3
_COMMONEST = 0.3
_WORKING_PAPER = 0.6  # actions and log entries come after what can be handed out, other things being equal


@dataclass(frozen=True)
class Document:
    """One thing that can be found. ``ages`` is the range it is for; ``put_away`` marks closed and retired ones."""

    kind: str
    id: int | str
    title: str
    words: str
    attached: str = ""
    ages: tuple[int, int] | None = None
    put_away: bool = False


@dataclass(frozen=True)
class Hit:
    """One thing found. ``kind`` is "listing", "resource", "prison", "leaflet", "criterion", "action" or "log entry"."""

    kind: str
    id: int | str
    title: str
    snippet: str


@dataclass(frozen=True)
class _Signs:
    group: Group
    plain: tuple[str, ...]  # none of these in a text: no need to look closer, which takes ten times as long
    exact: re.Pattern[str]
    begins: re.Pattern[str]
    other: re.Pattern[str] | None


@dataclass
class Ranker:
    """Scores documents for one question. ``rarity`` weighs each group by its typed words; 1 where it says nothing."""

    question: Question
    rarity: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._signs = [_signs(group) for group in self.question.groups]
        self._phrase = fold(" ".join(group.typed for group in self.question.groups))

    def score(self, document: Document) -> tuple[float, bool]:
        """How well a document fits, and whether every group occurs in it."""
        # The name of a place is never a form of another word: "bullied" does not mean Bullingdon.
        whole_only = document.kind == "prison"
        title, words, attached = fold(document.title), fold(document.words), fold(document.attached)
        # A criterion's title is a whole sentence: a word in it says no more than a word anywhere.
        in_title = _IN_WORDS if document.kind == "criterion" else _IN_TITLE
        total, every = 0.0, True
        for signs in self._signs:
            if whole_only and signs.group.stem != signs.group.typed and not signs.exact.search(title):
                every = False
                continue
            worth = _worth(signs, title, in_title) or _worth(signs, words, _IN_WORDS)
            worth = worth or (_worth(signs, attached, _IN_FILES) if attached else 0.0)
            every = every and worth > 0
            total += worth * self.rarity.get(signs.group.typed, 1.0)
        if total == 0:
            return 0.0, False
        if title == self._phrase:
            total += _WHOLE_TITLE
        elif len(self._signs) > 1 and self._phrase in title:
            total += _PHRASE
        age, ages = self.question.age, document.ages
        if age is not None and ages is not None:
            total *= _RIGHT_AGE if ages[0] <= age <= ages[1] else _WRONG_AGE
        if document.put_away:
            total *= _PUT_AWAY
        if document.kind in ("action", "log entry"):
            total -= _WORKING_PAPER
        return total - len(title) / 400, every

    def snippet(self, document: Document) -> str:
        """The words around the first place where something was found, or the first words of all."""
        return next(
            (cut for text in (document.words, document.attached) if (cut := self._cut(text))),
            _around(document.words, 0, 0),
        )

    def _cut(self, text: str) -> str:
        folded = fold(text)
        for signs in self._signs:
            found = signs.begins.search(folded) or (signs.other.search(folded) if signs.other else None)
            if found is not None:
                return _around(text, min(found.start(), len(text)), _SNIPPET // 3)
        return ""


def rarity(rows: int, everything: int) -> float:
    """How much a group weighs that occurs in so many rows of so many (inverse document frequency)."""
    return max(_COMMONEST, math.log((everything + 1) / (rows + 0.5)))


def _signs(group: Group) -> _Signs:
    whole, beginning = fold(group.typed), fold(group.stem)
    others = "|".join(_spaced(fold(other)) + ("" if may_go_on(other) else r"\b") for other in group.others)
    return _Signs(
        group,
        tuple(dict.fromkeys(words.split(" ")[0] for words in (beginning, *map(fold, group.others)))),
        re.compile(rf"\b{_spaced(whole)}\b"),
        re.compile(rf"\b{_spaced(beginning)}"),
        re.compile(rf"\b(?:{others})") if others else None,
    )


def _spaced(words: str) -> str:
    return r"\W+".join(re.escape(word) for word in words.split(" "))


def _worth(signs: _Signs, text: str, worth: tuple[float, float, float]) -> float:
    if not any(words in text for words in signs.plain):
        return 0.0
    if signs.begins.search(text):
        return worth[0] if signs.exact.search(text) else worth[1]
    return worth[2] if signs.other is not None and signs.other.search(text) else 0.0


def _around(text: str, place: int, before: int) -> str:
    start = max(0, place - before)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = start + _SNIPPET
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + _SNIPPET // 2)
    cut = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{cut}{' …' if end < len(text) else ''}"

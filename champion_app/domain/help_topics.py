"""The help as plain data: topics made of blocks, and looking for words in all of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from champion_app.domain.search_words import OtherNames, fold, stem, understand, words_of

_WORD = re.compile(r"[\w\u0300-\u036f]+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_NO_OTHER_NAMES = OtherNames(())


@dataclass(frozen=True)
class Heading:
    """A heading inside a topic. Level 1 begins a new part of it, 2 a section, 3 something smaller."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """Sentences."""

    text: str


@dataclass(frozen=True)
class Points:
    """A list whose order does not matter."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Steps:
    """A list to be done in its order."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Note:
    """Something to keep in mind, set apart from the rest."""

    text: str


@dataclass(frozen=True)
class Code:
    """Lines to be typed, or to be read by another program, as they stand."""

    text: str


@dataclass(frozen=True)
class Table:
    """Rows of facts. The first cell of a row says what the others are about."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Points | Steps | Note | Code | Table


class Line(NamedTuple):
    """A line of a topic as somebody reads it; ``block`` is the place of its block, -1 for the title."""

    text: str
    block: int


@dataclass(frozen=True)
class Topic:
    """One topic of the help. ``pages`` are the names of the pages it is about, ``see_also`` the ids of other topics."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    pages: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """Its first sentence."""
        first = next((block.text for block in self.blocks if isinstance(block, Paragraph)), "")
        return _SENTENCE_END.split(first, maxsplit=1)[0]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line of it that can be read, the title first."""
        found = [Line(self.title, -1)]
        for place, block in enumerate(self.blocks):
            found += [Line(text, place) for text in lines_of(block)]
        return tuple(found)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Its lines in small letters without accents, as they are searched."""
        return tuple(fold(line.text) for line in self.lines)


@dataclass(frozen=True)
class Hit:
    """A topic that was found, the line of it that fits best, and the stems of the words looked for."""

    topic: Topic
    line: Line
    stems: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """What a search of the help found, best first. ``corrected``: what was typed, what was looked for instead."""

    hits: tuple[Hit, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    loose: bool = False  # nothing has every word: these have some of them


def lines_of(block: Block) -> tuple[str, ...]:
    """The lines of a block as somebody reads them."""
    match block:
        case Points(items) | Steps(items):
            return items
        case Code(text):
            return tuple(line.strip() for line in text.splitlines() if line.strip())
        case Table(_, rows):
            return tuple(_spoken(row) for row in rows)
        case Heading() | Paragraph() | Note():
            return (block.text,)


def stems_of(typed: str) -> tuple[str, ...]:
    """The words somebody typed, without their endings and without those that say nothing."""
    groups = understand(typed, _NO_OTHER_NAMES).groups
    return tuple(group.stem for group in groups) or tuple(stem(word) for word in words_of(typed))


def look_for(topics: Sequence[Topic], stems: Sequence[str]) -> Found:
    """The topics in which every word occurs; if there is none, those with any of them. Best first.

    A word in a title counts most; then comes the topic that has most of them in one line.
    """
    if not stems:
        return Found()
    for every in (True, False):
        found = [fit for topic in topics if (fit := _fit(topic, stems, every=every)) is not None]
        if found:
            found.sort(key=lambda fit: -fit[0])
            return Found(tuple(hit for _, hit in found), loose=not every)
    return Found()


def unknown(topics: Iterable[Topic], stems: Iterable[str]) -> list[str]:
    """Those of the words that stand in no topic at all."""
    everything = [text for topic in topics for text in topic.folded]
    return [one for one in stems if not any(_begins_a_word(one, text) for text in everything)]


def vocabulary(topics: Iterable[Topic]) -> dict[str, int]:
    """Every word of the help with how often it stands there, in small letters without accents."""
    counted: dict[str, int] = {}
    for word in (word for topic in topics for text in topic.folded for word in _WORD.findall(text)):
        counted[word] = counted.get(word, 0) + 1
    return counted


def where_in(text: str, stems: Collection[str]) -> tuple[int, int]:
    """Where the first of the words stands in a line: its first letter and how many letters; (0, 0) when none does."""
    for word in _WORD.finditer(text):
        plain = fold(word[0])
        if any(plain.startswith(one) for one in stems):
            return word.start(), word.end() - word.start()
    return 0, 0


def around(text: str, stems: Collection[str], before: int = 24) -> str:
    """A line from shortly before the words that were looked for, so that they are seen in a narrow list."""
    start, _ = where_in(text, stems)
    if start <= before:
        return text
    cut = text.find(" ", start - before)
    return f"… {text[cut + 1 :]}" if 0 <= cut < start else f"… {text[start:]}"


def _spoken(row: tuple[str, ...]) -> str:
    """A row of a table as one line."""
    said = " ".join(filter(None, row[1:]))
    return f"{row[0]} {said}" if row[0].endswith((".", "?", ":")) else f"{row[0]}: {said}"


def _fit(topic: Topic, stems: Sequence[str], *, every: bool) -> tuple[float, Hit] | None:
    """How well a topic fits, and its best line; None when it does not."""
    in_line = [sum(_begins_a_word(one, text) for one in stems) for text in topic.folded]
    there = [one for one in stems if any(_begins_a_word(one, text) for text in topic.folded)]
    if not there or (every and len(there) < len(stems)):
        return None
    best = max(range(len(in_line)), key=lambda place: (in_line[place], place > 0, -place))
    lines_with_any = sum(count > 0 for count in in_line)
    score = 10 * len(there) + 6 * in_line[0] + 3 * in_line[best] + min(lines_with_any, 10) / 10
    return score, Hit(topic, topic.lines[best], tuple(there))


def _begins_a_word(one: str, folded: str) -> bool:
    """Whether a word of the text begins like this; the quick look comes first, for it is mostly no."""
    return one in folded and re.search(rf"(?<!\w){re.escape(one)}", folded) is not None

"""Names of children in a line: a first name and a surname, weighed by the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from champion_app.domain.personal_evidence import CHILD, NOTHING, PERHAPS, WORK, Surroundings
from champion_app.domain.personal_readings import LikelyName, read
from champion_app.domain.personal_tokens import Word

Span = tuple[int, int]

_ENOUGH = 2


def names(words: Sequence[Word]) -> Iterator[Span]:
    """The span of each name that is likely to be a child's or one of its family's."""
    around = Surroundings(words)
    shouted = _all_capitals(words)
    at, last, said = 0, -1, NOTHING
    while at < len(words):
        name = read(around, at, shouted=shouted)
        if name is None:
            at += 1
            continue
        if not name.passed:
            linked = said if _joined(words, last, name.start) else NOTHING
            points, said = _weigh(around, name, linked)
            last = name.end
            if points >= _ENOUGH:
                yield words[name.start].start, words[name.end - 1].end
        at = name.end


def _weigh(around: Surroundings, name: LikelyName, linked: int) -> tuple[int, int]:
    before, after = around.before(name.start), around.after(name.end, name.owns)
    close = before + after
    # A post on one side outweighs what may be a child on the other ("pupil premium lead Ann Low").
    if WORK in (before, after) and CHILD not in (before, after):
        close = WORK
    if not close:
        close = PERHAPS if linked > 0 else linked
    points = name.looks + close + (NOTHING if name.alone else around.near(name.start, name.end))
    return points, WORK if close < 0 else CHILD if points >= _ENOUGH else NOTHING


def _joined(words: Sequence[Word], last: int, start: int) -> bool:
    """Whether a name goes on with "and" or a comma from the one before."""
    if last < 1 or words[last - 1].sentence != words[start].sentence:
        return False
    if last == start:
        return words[start].gap in (",", "/", "&")
    return last + 1 == start and words[last].low in ("and", "a", "ac", "or") and not words[start].gap


def _all_capitals(words: Sequence[Word]) -> bool:
    letters = [word for word in words[:40] if word.shape != "n"]
    return len(letters) > 1 and all(word.shape in "Ai" for word in letters)

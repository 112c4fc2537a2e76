"""Where the headings of a foreign table stand: the row, or the two rows, that hold the most known names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from champion_app.domain.foreign_tables import TableRow
from champion_app.domain.list_guess import value_kind
from champion_app.domain.list_headings import ListKind, Role
from champion_app.domain.list_mapping import Mapping
from champion_app.domain.list_private_columns import private
from champion_app.domain.list_words import one_line, plain_heading, word_set
from champion_app.faults import ListRefused

# Titles and instructions above the headings take some lines; more than this were never seen.
_LOOKED_THROUGH = 40
_LONGEST_HEADING = 120
_VALUES = ("email", "website", "date", "phone", "number", "postcode")
_HALF = 0.5
_TWO_NAMES = 6.0  # the score of two known names
# Second halves of headings that were broken over two rows: "Telephone" above "number".
_FRAGMENTS = word_set(
    """name names number numbers no nos address code hours times time details info information date group groups range
    years yrs from to min max of and or description type if any site page link provided offered covered"""
)


class Head(NamedTuple):
    """Headings found: the first and last row they take (places in the table), their words, and how well they fit."""

    first: int
    last: int
    headings: list[str]
    score: float


def find_head(rows: Sequence[TableRow], kind: ListKind, mapping: Mapping) -> Head | None:
    """The row of headings, or pair of rows: the one that was named, that holds the mapped headings, or that fits best.

    Raises ListRefused when the line that was named is not there.
    """
    if mapping.heading_line:
        return _chosen_head(rows, kind, mapping)
    return _mapped_head(rows, kind, mapping) or _best_head(rows, kind)


def _best_head(rows: Sequence[TableRow], kind: ListKind) -> Head | None:
    """The row that fits best, the first of equals; but an earlier one that has records beneath it goes first."""
    width = max((filled_in(row) for row in rows), default=0)
    found = [_head_at(rows, place, kind, width) for place, row in enumerate(rows[:_LOOKED_THROUGH]) if not row.blank]
    heads = [head for head in found if head is not None]
    best = max(heads, key=lambda head: head.score, default=None)
    for head in heads:
        between = rows[head.last + 1 : best.first] if best else []
        if head.score >= _TWO_NAMES and _names(head, kind) and any(_holds_values(row) for row in between):
            return head
    return best


def _names(head: Head, kind: ListKind) -> bool:
    matches = (kind.headings.match(text) for text in head.headings)
    return any(match is not None and match.sure and match.role.field == kind.name_field for match in matches)


def _holds_values(row: TableRow) -> bool:
    return any(cell.text and value_kind(cell.text) in _VALUES for cell in row.cells)


def _chosen_head(rows: Sequence[TableRow], kind: ListKind, mapping: Mapping) -> Head | None:
    for place, row in enumerate(rows):
        if row.line == mapping.heading_line and not row.blank:
            return _pair(rows, place, kind) or Head(place, place, texts_of(row), 0.0)
    raise ListRefused(
        name=f"of {kind.nouns}",
        reason=f"line {mapping.heading_line}, where its headings should stand, is empty or not there",
        way_out="Choose the line of the headings again in the mapping screen, or correct heading_line in the map file.",
    )


def _mapped_head(rows: Sequence[TableRow], kind: ListKind, mapping: Mapping) -> Head | None:
    """The first row that holds most of the headings a person has named."""
    wanted = {plain_heading(heading) for heading in mapping.columns} - {""}
    for place, row in enumerate(rows[:_LOOKED_THROUGH]):
        held = wanted & {plain_heading(text) for text in texts_of(row) if len(text) <= _LONGEST_HEADING}
        if held and len(held) * 2 >= len(wanted):
            return _pair(rows, place, kind) or Head(place, place, texts_of(row), 0.0)
    return None


def _head_at(rows: Sequence[TableRow], place: int, kind: ListKind, width: int) -> Head | None:
    pair = _pair(rows, place, kind)
    head = pair or Head(place, place, texts_of(rows[place]), 0.0)
    score = _score(head.headings, kind, alone=width <= 1 or place == 0)
    return head._replace(score=score) if score > 0 else None


def _score(headings: Sequence[str], kind: ListKind, *, alone: bool = False) -> float:
    """How much a row looks like headings: known names count for it, values such as numbers and addresses against it."""
    filled = [text for text in headings if text]
    roles: set[Role] = set()
    hidden = half = values = 0
    for text in filled:
        match = kind.headings.match(text) if len(text) <= _LONGEST_HEADING else None
        if match is not None and match.sure:
            roles.add(match.role)
        elif value_kind(text) in _VALUES:
            values += 1
        elif _is_private(text):
            hidden += 1
        elif match is not None:
            half += 1
    known = len(roles) + hidden
    if not roles or values > len(filled) / 5:
        return 0.0
    if len(filled) == 1:
        return 3.0 if alone else 0.0
    named = any(role.field == kind.name_field and role.part != "3" for role in roles)
    if known + half < 2 and not named:
        return 0.0
    if known + half < 3 and (known + half) < _HALF * len(filled):  # a name among words nobody knows
        return 1.0 if named and not values and all(len(text) <= 40 for text in filled) else 0.0
    return 3.0 * len(roles) + hidden + half - 2.0 * values


def _pair(rows: Sequence[TableRow], place: int, kind: ListKind) -> Head | None:
    """Headings split over this row and the next ("Contact" above "Phone" and "E-mail"), when that explains more."""
    if place + 1 >= len(rows) or rows[place + 1].blank or filled_in(rows[place]) < 2:
        return None
    top, bottom = texts_of(rows[place]), texts_of(rows[place + 1])
    if any(len(text) > 40 or value_kind(text) in _VALUES for text in bottom if text):
        return None
    if any(value_kind(text) in _VALUES for text in top if text):
        return None
    both = _combined(top, bottom, kind)
    known, above, below = (_known(headings, kind) for headings in (both, top, bottom))
    helped = sum(bool(text) and (_is_known(text, kind) or _is_known(both[at], kind)) for at, text in enumerate(bottom))
    filled_below = sum(bool(text) for text in bottom)
    rest_of_words = all(_FRAGMENTS.issuperset(plain_heading(text).split()) for text in bottom if text)
    more = known > above and known >= below and helped * 2 >= filled_below
    if known > 1 and (more or (rest_of_words and known >= above)):
        return Head(place, place + 1, both, 0.0)
    return None


def _combined(top: list[str], bottom: list[str], kind: ListKind) -> list[str]:
    """The two rows read as one. A group's name ("Contact") goes on to the right over the cells it was merged across."""
    width = max(len(top), len(bottom))
    top, bottom = top + [""] * (width - len(top)), bottom + [""] * (width - len(bottom))
    both, group, spread = [], "", 0
    for above, below in zip(top, bottom, strict=True):
        if above:
            group, spread = above, 0
        spread += 1
        together = f"{group} {below}".strip() if below else above
        hidden = spread * 2 <= width + 1 and _is_private(together)
        if not below or not group or hidden or _is_sure(together, kind):
            both.append(together)
        elif _is_sure(below, kind):
            both.append(below)
        else:
            both.append(above if above and _is_sure(above, kind) else together)
    return both


def _is_sure(text: str, kind: ListKind) -> bool:
    match = kind.headings.match(text)
    return match is not None and match.sure


def _is_known(text: str, kind: ListKind) -> bool:
    return _is_sure(text, kind) or _is_private(text)


def _is_private(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and private(plain_heading(text)) is not None


def _known(headings: Sequence[str], kind: ListKind) -> int:
    return sum(bool(text) and _is_known(text, kind) for text in headings)


def later_heads(rows: Sequence[TableRow], head: Head, kind: ListKind) -> list[Head]:
    """Rows of headings further down: the same again, or those of another table beneath."""
    found: list[Head] = []
    own = {plain_heading(text) for text in head.headings if text}
    place = head.last + 1
    while place < len(rows):
        row = rows[place]
        first = next((cell.text for cell in row.cells if cell.text), "")
        if first and len(first) <= _LONGEST_HEADING:
            plain = plain_heading(first)
            if plain in own or kind.headings.known(plain):
                again = _head_again(rows, place, head, kind)
                if again is not None:
                    found.append(again)
                    place = again.last
        place += 1
    return found


def _head_again(rows: Sequence[TableRow], place: int, head: Head, kind: ListKind) -> Head | None:
    row = rows[place]
    texts = texts_of(row)
    if _repeats(row, rows[head.first]):
        both = head.last > head.first and place + 1 < len(rows) and _repeats(rows[place + 1], rows[head.last])
        return Head(place, place + 1 if both else place, head.headings, 0.0)
    filled = [text for text in texts if text]
    named = any((match := kind.headings.match(text)) and match.role.field == kind.name_field for text in filled)
    if named and len(filled) >= 3 and _score(texts, kind) >= 9 and _known(texts, kind) * 10 >= len(filled) * 7:
        return Head(place, place, texts, 0.0)
    return None


def _repeats(row: TableRow, original: TableRow) -> bool:
    """Whether a row says again what a row of headings says."""
    texts, headings = texts_of(row), texts_of(original)
    filled = [at for at, text in enumerate(texts) if text]
    same = sum(at < len(headings) and _alike(texts[at], headings[at]) for at in filled)
    return same * 10 >= len(filled) * 8 and (same >= 2 or (same == 1 and filled_in(original) == 1))


def _alike(one: str, other: str) -> bool:
    return one == other or (len(one) <= _LONGEST_HEADING and plain_heading(one) == plain_heading(other))


def texts_of(row: TableRow) -> list[str]:
    """The cells of a row, each on one line."""
    return [one_line(cell.text) for cell in row.cells]


def filled_in(row: TableRow) -> int:
    """How many cells of a row say anything."""
    return sum(1 for cell in row.cells if cell.text)

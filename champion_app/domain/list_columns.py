"""What each column of a list is used for, decided by its heading, by its values, or by the person who maps it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from champion_app.domain.foreign_tables import TableRow
from champion_app.domain.imports import ColumnUse
from champion_app.domain.list_guess import could_be_names, guessed_role, share_of, speaks_of_contact
from champion_app.domain.list_headings import ListKind, Role
from champion_app.domain.list_mapping import Mapping
from champion_app.domain.list_private_columns import NAMES_PEOPLE, looks_like_people, private
from champion_app.domain.list_words import one_line, plain_heading, says_nothing
from champion_app.faults import ListRefused

# A column is judged by its first values; the rest of a long list would not change the verdict.
_LOOKED_AT = 200
_LONGEST_HEADING = 200
_EXAMPLES = 3
_LONGEST_EXAMPLE = 60

_UNKNOWN = "We do not know what this column is for."
_NO_HEADING = "It has no heading, and its words do not show what it is."
_NOTHING_IN_IT = "It is empty."
_CHOSEN_OUT = "You chose to leave it out."
_ROW_NUMBERS = "It only counts the rows."
_SECOND_NAME = "Another column holds the name."
_TYPES = {"phones": "phone", "email": "email", "website": "website", "link": "website"}


@dataclass(frozen=True)
class Column:
    """One column: its place from 0, its heading as shown, and the role it plays or why it plays none.

    ``children`` marks a column about children or families: a row that fills it may be a record about a person.
    ``people`` marks a column of names that look like people's, ``private`` one whose words are not to be shown.
    """

    place: int
    heading: str
    role: Role | None = None
    why_not: str = ""
    children: bool = False
    sure: bool = True
    headed: bool = True
    mapped: bool = False
    people: bool = False
    private: bool = False
    values: tuple[str, ...] = ()

    def use(self) -> ColumnUse:
        """As the mapping screen and the report show it; nothing of a private column is shown."""
        shown = () if self.private else tuple(_example(value) for value in list(dict.fromkeys(self.values))[:_EXAMPLES])
        return ColumnUse(self.heading, self.role.field if self.role else "", self.why_not, shown)

    def left_out(self, why_not: str) -> Column:
        """The same column, not used."""
        return replace(self, role=None, why_not=why_not, private=why_not == NAMES_PEOPLE.why_not)


def columns_of(
    headings: Sequence[str], rows: Sequence[TableRow], kind: ListKind, mapping: Mapping
) -> tuple[list[Column], list[str]]:
    """What each column is for, and in plain words what had to be guessed. Raises ListRefused when none is the name.

    ``headings`` are all empty for a list that has none; ``rows`` are the rows beneath them.
    """
    headless = not any(headings)
    shown = _shown_headings(headings)
    filled = [row for row in rows if not row.blank]
    columns = [
        _decided(place, shown[place], bool(headings[place]), _values(filled, place), kind, mapping)
        for place in range(len(headings))
    ]
    columns = _told_by_values(columns, kind, headless)
    columns, notes = _with_a_name(columns, len(filled), kind, headless)
    if any(column.children and column.values for column in columns):  # the other columns may be about children as well
        columns = [replace(column, private=True) for column in columns]
    return columns, notes


def _shown_headings(headings: Sequence[str]) -> list[str]:
    """Every column has a name of its own: a heading that comes twice is numbered, one that is missing says so."""
    seen: dict[str, int] = {}
    shown = []
    for place, heading in enumerate(headings, start=1):
        name = one_line(heading) or f"Column {place}"
        seen[name.casefold()] = seen.get(name.casefold(), 0) + 1
        shown.append(name if seen[name.casefold()] == 1 else f"{name} ({seen[name.casefold()]})")
    return shown


def _values(rows: Sequence[TableRow], place: int) -> tuple[str, ...]:
    found: list[str] = []
    for row in rows:
        if place < len(row.cells) and (text := row.cells[place].text.strip()) and not says_nothing(text):
            found.append(text)
            if len(found) == _LOOKED_AT:
                break
    return tuple(found)


def _decided(
    place: int, heading: str, headed: bool, values: tuple[str, ...], kind: ListKind, mapping: Mapping
) -> Column:
    column = Column(place, heading, headed=headed, values=values)
    plain = plain_heading(heading[:_LONGEST_HEADING]) if headed else ""
    kept_out = private(plain) if headed else None
    match = kind.headings.match(heading) if headed else None
    chosen = mapping.field_of(heading)
    if chosen is not None and not (kept_out and kept_out.children):
        if not chosen:
            return replace(column, why_not=_CHOSEN_OUT, mapped=True)
        role = match.role if match and match.role.field == chosen else Role(chosen)
        return replace(column, role=role, mapped=True)
    if kept_out:
        return replace(column, why_not=kept_out.why_not, children=kept_out.children, private=True)
    if match:
        return replace(column, role=_numbered(match.role, plain), sure=match.sure)
    why_not = _NOTHING_IN_IT if not values else _UNKNOWN if headed else _NO_HEADING
    return replace(column, why_not=why_not)


def _numbered(role: Role, plain: str) -> Role:
    """ "Address 2" is the second line of an address."""
    last = plain.split()[-1] if plain else ""
    if role.field == "address" and role.part in ("1", "line") and last.isdecimal():
        return Role("address", f"line {int(last):03d}" if len(last) < 4 else "line")
    return role


def _told_by_values(columns: list[Column], kind: ListKind, headless: bool) -> list[Column]:
    """Columns whose heading says nothing, little or the wrong thing, judged by what stands in them."""
    taken = {column.role.field for column in columns if column.role and column.sure}
    judged = []
    for column in columns:
        if column.mapped or not column.values:
            judged.append(column)
        elif column.role is not None:
            judged.append(_fitting(column, column.role))
        elif column.why_not in (_UNKNOWN, _NO_HEADING):
            judged.append(_guessed(column, taken, kind, headless))
        else:
            judged.append(column)
    return judged


def _guessed(column: Column, taken: set[str], kind: ListKind, headless: bool) -> Column:
    """A column nobody has named: a clear kind of value tells it, people's names put it out."""
    role = guessed_role(column.values, resources=kind.resources, texts_too=headless)
    if role is not None and (not column.headed or (role.field in _TYPES and role.field not in taken)):
        return replace(column, role=role, why_not="")
    return column.left_out(NAMES_PEOPLE.why_not) if looks_like_people(list(column.values)) else column


def _fitting(column: Column, role: Role) -> Column:
    """A heading that was only half understood must be borne out by its values; "Contact" may name people."""
    if role.field == "contact" and speaks_of_contact(column.values) < 0.5:
        return column.left_out(NAMES_PEOPLE.why_not)
    if not column.sure and role.field in _TYPES and speaks_of_contact(column.values) < 0.5:
        return column.left_out(_UNKNOWN)
    if role == Role("key", "count"):
        if share_of("phone", column.values) > 0.5 and column.heading.casefold().startswith(("no", "num")):
            return replace(column, role=Role("phones"))
        return column.left_out(_ROW_NUMBERS)
    return column


def _with_a_name(columns: list[Column], rows: int, kind: ListKind, headless: bool) -> tuple[list[Column], list[str]]:
    """The same columns with exactly one that holds the name; a second one becomes another name or is left out."""
    named = sorted(
        (column for column in columns if column.role and column.role.field == kind.name_field),
        key=lambda column: (
            not column.mapped,
            not column.values,
            not column.sure,
            column.role.part if column.role else "",
            column.place,
        ),
    )
    rival = "author" if kind.resources else "organisation"
    owners = [column for column in columns if column.role and column.role.field == rival]
    people = {
        column.place
        for column in named
        if not kind.resources and not column.mapped and looks_like_people(list(column.values))
    }  # a story may be called after a child
    if people and (owners or len(named) > len(people)):
        columns = [column.left_out(NAMES_PEOPLE.why_not) if column.place in people else column for column in columns]
        named = [column for column in named if column.place not in people]
    if named:
        best = named[0]
        others = {column.place for column in named[1:]}
        best_or_not = replace(best, people=best.place in people)
        return [
            _beside_the_name(column, best, kind)
            if column.place in others
            else best_or_not
            if column == best
            else column
            for column in columns
        ], []
    if owners and not kind.resources:
        best = next((column for column in owners if column.values), owners[0])
        return [replace(one, role=Role("name", "1")) if one.place == best.place else one for one in columns], []
    return _with_a_guessed_name(columns, rows, kind, headless)


def _beside_the_name(column: Column, best: Column, kind: ListKind) -> Column:
    """A second name column: mapped ones are asked for, plain "Title" beside "Service name" may be Mr or Mrs."""
    if column.mapped:
        return column
    part = column.role.part if column.role else ""
    if part == "3" or plain_heading(column.heading).rstrip("0123456789 ") == plain_heading(best.heading):
        return replace(column, role=Role("note", "labelled") if kind.resources else Role("also_known_as"))
    return column.left_out(_SECOND_NAME)


def _with_a_guessed_name(
    columns: list[Column], rows: int, kind: ListKind, headless: bool
) -> tuple[list[Column], list[str]]:
    for column in columns:
        open_to_guess = column.role is None and column.why_not in (_UNKNOWN, _NO_HEADING)
        if (
            open_to_guess
            and could_be_names(column.values, min(rows, _LOOKED_AT))
            and not looks_like_people(list(column.values))
        ):
            found = [
                replace(one, role=Role(kind.name_field), why_not="") if one.place == column.place else one
                for one in columns
            ]
            if headless:
                return found, [
                    f"There are no headings: “{column.heading}” was taken for the names, from what stands in it."
                ]
            return found, [f"No heading says which column holds the names: “{column.heading}” was taken."]
    seen = ", ".join(f"“{_example(column.heading)}”" for column in columns[:8] if column.headed)
    raise ListRefused(
        name=f"of {kind.nouns}",
        reason=(f"none of its headings ({seen}) says what a {kind.noun} is called" if seen else
                f"it has no headings, and its words do not show which column holds the names of the {kind.nouns}"),
        way_out="Choose the column that holds the names in the mapping screen, or name it in a map file (--map).",
    )  # fmt: skip


def _example(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST_EXAMPLE else line[: _LONGEST_EXAMPLE - 1].rstrip() + "…"

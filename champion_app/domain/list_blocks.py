"""The rows beneath one row of headings: each becomes a draft of a record, or is set aside with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from champion_app.domain import list_resource_rows, list_service_rows
from champion_app.domain.foreign_tables import TableRow
from champion_app.domain.imports import Outcome, Place
from champion_app.domain.list_doubles import Draft
from champion_app.domain.list_headings import ListKind
from champion_app.domain.list_private_columns import is_like_a_person
from champion_app.domain.list_rows import (
    NO_NAME,
    Findings,
    Gathered,
    about_a_person,
    first_words,
    gather,
    name_in,
    swallowed_lines,
    too_long,
)
from champion_app.domain.list_set_aside import (
    ABOVE,
    ABOVE_AGAIN,
    EMPTY,
    HEADINGS,
    HEADINGS_AGAIN,
    SECTION,
    SEPARATOR,
    Surroundings,
    section_of,
    set_aside,
    surroundings,
)
from champion_app.domain.list_table import Block
from champion_app.domain.list_words import one_line, says_nothing
from champion_app.domain.typed_text import LONGEST_LINE

_LOOKED_AT = 400
_PERSON = "A record about a person"
_ONLY_A_NAME = "It has only a name: it may be the title of a section."
_LIKE_A_PERSON = "Its name looks like the name of a person."
_NO_PERSON = re.compile(
    r"\b(?:cent(?:re|er)|services?|groups?|projects?|trust|charity|support|helpline|line|club|team|association|council|foundation"
    r"|nursery|school|church|advice|network|hub|carers?|famil(?:y|ies)|children'?s?|society|cic|ltd|limited|uk|aid|community|youth"
    r"|prison|visits?|book|guide|leaflet|toolkit)\b",
    re.IGNORECASE,
)
_A_TEST = re.compile(
    r"^(?:test(?:ing)?|dummy|asdf+|qwerty|sample|lorem ipsum.*|do not use.*|delete(?: me)?)"
    r"(?: (?:service|record|entry|org(?:anisation)?|row|data|provider|resource|title))?(?: ?\d+)?$",
    re.IGNORECASE,
)


@dataclass
class BlockReader:
    """Reads the rows of one block in their order, so that a section's title counts for the rows beneath it.

    ``above`` are the words of the lines above the headings: a list made of pages says them again on each.
    """

    block: Block
    rows: Sequence[TableRow]
    kind: ListKind
    sheet: str = ""
    separator: str = ","
    section: str = ""
    above: frozenset[tuple[str, ...]] = frozenset()
    empties: int = 0
    _around: Surroundings = field(init=False)
    _sparse: set[int] = field(init=False)
    _named_after_owner: bool = field(init=False)

    def __post_init__(self) -> None:
        beneath = [self.rows[place] for place in self._places() if place not in self.block.heads]
        self._around = surroundings(beneath, self.block.columns, self.kind.name_field)
        full = [row for row in beneath if sum(1 for cell in row.cells if cell.text) > 1]
        self._sparse = {
            column.place
            for column in self.block.columns
            if column.children and sum(_says(row, column.place) for row in full) * 2 < len(full)
        }
        self._named_after_owner = self._most_lack_a_name(full)

    def drafts(self) -> Iterator[Draft]:
        """One draft for each row of the block."""
        first = min(self.block.heads, default=self.block.start)
        for place in self._places():
            row = self.rows[place]
            if place in self.block.heads:
                again = place > first + 1 or (place == first + 1 and first + 1 not in self.block.heads)
                yield self._aside(row, HEADINGS_AGAIN if again else HEADINGS)
            elif row.blank:
                yield self._aside(row, EMPTY)
            elif words_in(row) in self.above:
                yield self._aside(row, ABOVE_AGAIN)
            elif reason := set_aside(row, self._around):
                yield self._aside(row, reason)
            elif title := section_of(self.rows, place, self._first_beneath(), self._around):
                self.section = title
                yield self._aside(row, SECTION)
            else:
                yield self._draft(row)

    def _places(self) -> range:
        return range(self.block.start, min(self.block.end, len(self.rows)))

    def _first_beneath(self) -> int:
        place = self.block.start
        while place in self.block.heads:
            place += 1
        return place

    def _most_lack_a_name(self, rows: Sequence[TableRow]) -> bool:
        owner = next((one.place for one in self.block.columns if one.role and one.role.field == "organisation"), -1)
        owned = [row for row in rows if owner >= 0 and _says(row, owner)]
        return sum(not _says(row, self._around.name_place) for row in owned) * 2 > len(owned)

    def _aside(self, row: TableRow, reason: str) -> Draft:
        return aside(row, self.sheet, reason)

    def _draft(self, row: TableRow) -> Draft:
        found = Findings()
        values = gather(row, self.block.columns, self.block.width, found)
        self.empties += found.empties
        texts = "\n".join(value.text for several in values.values() for value in several)
        evidence = self._speaks_of_a_service(values)
        person = about_a_person(row, self.block.columns, texts, sparse=self._sparse, evidence=evidence)
        if person:
            return Draft(Place(row.line, self.sheet), _PERSON, Outcome.REFUSED, [person, *found.odd])
        name, whole = self._name(values, found)
        if not name:
            words = first_words(" ".join(value.text for several in values.values() for value in several)[:_LOOKED_AT])
            return Draft(Place(row.line, self.sheet), words, Outcome.REFUSED, [self._why_nameless(values), *found.odd])
        self._doubts(row, name, found)
        draft = self._built(row, values, name, whole, found)
        if found.refused:
            return Draft(draft.place, name, Outcome.REFUSED, [found.refused, *found.odd])
        draft.reasons = [*found.ask, *found.odd]
        draft.outcome = Outcome.ASK if found.ask else Outcome.WARNED if found.odd else Outcome.TAKEN
        return draft

    def _speaks_of_a_service(self, values: Gathered) -> bool:
        """Whether a row is about a service or resource: its name is called so, or sounds so, or much else says it."""
        names = values.get(self.kind.name_field, ())
        if any(value.part not in ("", "2") or _NO_PERSON.search(value.text) for value in names):
            return True
        signs = (list_resource_rows if self.kind.resources else list_service_rows).EVIDENCE
        return sum(sign in values for sign in signs) >= 2

    def _name(self, values: Gathered, found: Findings) -> tuple[str, str]:
        name, whole = name_in(values.get(self.kind.name_field, ()), found)
        if not name and self._named_after_owner:
            name, whole = name_in(values.get("organisation", ()), found)
            if name:
                found.warn("It has no name of its own: called after who runs it.")
        return name, whole

    def _why_nameless(self, values: Gathered) -> str:
        said = next((value.text for value in values.get(self.kind.name_field, ()) if value.text), "")
        return f"Its name is only “{one_line(said)[:60]}”." if said else NO_NAME

    def _doubts(self, row: TableRow, name: str, found: Findings) -> None:
        if self._around.several_columns and sum(1 for cell in row.cells if cell.text) == 1:
            found.ask.append(_ONLY_A_NAME)
        if _A_TEST.match(name):
            found.ask.append("It looks like a test, not like a real record.")
        column = next(one for one in self.block.columns if one.place == self._around.name_place)
        if column.people and is_like_a_person(name):
            found.ask.append(_LIKE_A_PERSON)
        if swallowed := swallowed_lines(row, self.separator, self.block.width):
            found.ask.append(swallowed)

    def _built(self, row: TableRow, values: Gathered, name: str, whole: str, found: Findings) -> Draft:
        draft = Draft(Place(row.line, self.sheet), name, Outcome.TAKEN)
        section = self.section[:LONGEST_LINE]
        if self.kind.resources:
            resource, draft.list_key = list_resource_rows.resource_of(values, name, whole, section, found)
            draft.fields = resource
            long = too_long(resource.description, resource.note)
        else:
            built = list_service_rows.service_of(values, name, whole, section, found)
            draft.fields, draft.list_key, draft.spot = built.fields, built.list_key, built.place
            texts = built.fields
            long = too_long(
                texts.description, texts.note, texts.eligibility, texts.hours, texts.address, texts.how_to_refer
            )
        if long:
            found.refused = "One of its texts is too long to be kept."
        return draft


def aside(row: TableRow, sheet: str, reason: str) -> Draft:
    """A row that is no record, with the reason and anything odd in its cells."""
    odd = [f"A cell: {cell.odd}" for cell in row.cells if cell.odd]
    return Draft(Place(row.line, sheet), _words_of(row), Outcome.IGNORED, [reason, *odd])


def above(rows: Sequence[TableRow], sheet: str) -> list[Draft]:
    """The rows above the first headings."""
    return [aside(row, sheet, EMPTY if row.blank else SEPARATOR if _for_excel(row) else ABOVE) for row in rows]


def _for_excel(row: TableRow) -> bool:
    return len(said := words_in(row)) == 1 and said[0].casefold().startswith("sep=")


def words_in(row: TableRow) -> tuple[str, ...]:
    """The words of the cells that say anything."""
    return tuple(cell.text for cell in row.cells if cell.text)


def _words_of(row: TableRow) -> str:
    return first_words(" ".join(cell.text for cell in row.cells if cell.text)[:_LOOKED_AT])


def _says(row: TableRow, place: int) -> bool:
    return place < len(row.cells) and not says_nothing(row.cells[place].text)

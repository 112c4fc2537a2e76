"""Open Referral data of any version read: every service of it becomes one record, with what was odd about it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from dataclasses import fields as fields_of
from pathlib import Path
from typing import Any

from champion_app.domain.imports import Outcome, Place, Reading, Record
from champion_app.domain.listings import FIELD_WORDS, ListingFields, plain_name
from champion_app.domain.typed_text import LONGEST_LINE, first_line
from champion_app.exchange.open_referral_columns import Columns
from champion_app.exchange.open_referral_fields import fields_of_service, too_long
from champion_app.exchange.open_referral_files import Found, look, read_all
from champion_app.exchange.open_referral_pages import Page, page_notes, services_of
from champion_app.exchange.open_referral_tables import Table, is_table_of, read_table, services_of_tables
from champion_app.exchange.open_referral_values import Findings, folded, get, text
from champion_app.exchange.strict_json import load
from champion_app.faults import ListRefused

_DEEPEST = 64  # published data nests about 20 levels
_LONGEST = 2_000_000  # an area may come with its whole outline as text
_WAY_OUT = "Ask whoever made the list for a new copy, or save it as .xlsx or .csv and take that in."


@dataclass
class _Source:
    """The services as they stand, folded, with the place of each; and what is to be said of all of them."""

    services: list[tuple[Place, Any]] = field(default_factory=list)
    odd: dict[Place, list[str]] = field(default_factory=dict)
    columns: Columns = field(default_factory=Columns)
    notes: list[str] = field(default_factory=list)


@dataclass
class _Totals:
    """What was found in how many services."""

    marked_up: int = 0
    schemes: int = 0
    placeholders: int = 0
    people: int = 0

    def add(self, found: Findings) -> None:
        """Counts what was found in one service."""
        self.marked_up += found.marked_up
        self.schemes += found.schemes
        self.placeholders += bool(found.placeholders)
        self.people += found.people

    def notes(self) -> list[str]:
        """What is to be said of the whole list."""
        said = {
            "Formatting (HTML) was turned into plain text in {n}.": self.marked_up,
            "https:// was put before the web address of {n}.": self.schemes,
            "Placeholders such as test@example.com or n/a were left empty in {n}.": self.placeholders,
            "Names and addresses of people were left out of {n}.": self.people,
        }
        return [words.format(n=_services(count)) for words, count in said.items() if count]


def reading_of(path: Path) -> Reading:
    """Every service of a file, folder or zip file as one record, in order.

    A key is the service's own id where the list keeps it for one service only, else its name and organisation.
    Raises ListRefused only: not JSON, not Open Referral, not safe to open, too large, without a services' table.
    """
    with ExitStack() as stack:
        found = look(path, stack)
        contents = read_all(found)
    source = _from_tables(contents) if found.tables else _from_pages(found, contents)
    totals = _Totals()
    read = [_record(place, service, source, totals) for place, service in source.services]
    records = tuple(_told_apart(read, source.notes))
    return Reading(records, source.columns.uses(), (*source.notes, *totals.notes()))


def _from_tables(contents: dict[str, bytes]) -> _Source:
    source = _Source()
    tables = _tables(contents, source.notes)
    for table in tables:
        stem = table.name.rpartition("/")[2].rpartition(".")[0]
        owner = () if is_table_of(table.name, "services") else (stem,)
        examples = [row for _, row in table.rows[:50]]
        for heading in table.headings:
            for row in examples:
                source.columns.add((*owner, heading), get(row, heading))
        source.notes += table.notes
    services = next(table for table in tables if is_table_of(table.name, "services"))
    if not any(get({"name": 1}, heading) for heading in services.headings):
        reason = "its table services.csv has no column called name"
        raise ListRefused(name=services.name, reason=reason, way_out=_WAY_OUT)
    source.services = [(Place(line, services.name), service) for line, service in services_of_tables(tables)]
    source.odd = {Place(line, services.name): reasons for line, reasons in services.odd.items()}
    for line in services.ragged:
        reason = "Its row has more cells than there are columns; those were left out."
        source.odd.setdefault(Place(line, services.name), []).append(reason)
    return source


def _tables(contents: dict[str, bytes], notes: list[str]) -> list[Table]:
    """The tables of a package. One that cannot be read is left out and said, but not that of the services."""
    tables = []
    for name, content in contents.items():
        try:
            tables.append(read_table(name, content))
        except ListRefused as refused:
            if is_table_of(name, "services"):
                raise
            notes.append(f"{name} was not read: {refused.details['reason']}.")
    return tables


def _from_pages(found: Found, contents: dict[str, bytes]) -> _Source:
    source = _Source()
    other: list[str] = []
    pages: list[Page] = []
    for name, content in contents.items():
        value = load(content, name=name, refuse=ListRefused, depth=_DEEPEST, longest=_LONGEST)
        held = services_of(value)
        if held is None:
            other.append(name)
            continue
        for number, one in enumerate(held[0], start=1):
            source.columns.add_all(one)
            source.services.append((Place(number, name), folded(one)))
        pages += held[1]
    if len(other) == len(contents):
        reason = "it is JSON, but nothing in it is a service in the form of Open Referral"
        raise ListRefused(name=found.name, reason=reason, way_out=_WAY_OUT)
    source.notes += page_notes(pages)
    source.notes += [f"{name} holds no services and was not read." for name in other]
    return source


def _record(place: Place, service: Any, source: _Source, totals: _Totals) -> Record:
    if not isinstance(service, dict):
        reason = f"It is not a service: “{first_line(text(service), 40)}”." if text(service) else "It is empty."
        return Record(place, "", Outcome.REFUSED, (reason,))
    if not service:
        blank = place.sheet.casefold().endswith(".csv")
        return Record(place, "", Outcome.IGNORED if blank else Outcome.REFUSED, ("It is empty.",))
    found = Findings()
    fields = fields_of_service(service, found)
    totals.add(found)
    for reason in source.odd.get(place, ()):
        found.say(reason)
    if found.placeholders:
        found.say(f"Left empty, as it only fills a gap: {'; '.join(found.placeholders)}.")
    if not fields.name:
        return Record(place, "", Outcome.REFUSED, ("It has no name.", *found.reasons))
    if label := too_long(fields):
        return Record(place, fields.name, Outcome.REFUSED, (f"{label} is too long to keep.", *found.reasons))
    outcome = Outcome.WARNED if found.reasons else Outcome.TAKEN
    own_id = " ".join(text(get(service, "id")).split())[:LONGEST_LINE]
    return Record(place, fields.name, outcome, tuple(found.reasons), fields, own_id)


def _told_apart(records: list[Record], notes: list[str]) -> Iterator[Record]:
    """The records with keys that only one of them has; what stands in the list twice is a duplicate."""
    shared = _shared_ids(records)
    if shared:
        of_them = _services(sum(record.key in shared for record in records if record.fields))
        which = f"the same id, “{first_line(next(iter(shared)), 60)}”" if len(shared) == 1 else "ids of other services"
        notes.append(f"{of_them} have {which}. Their names and organisations tell them apart.")
    by_fields: dict[ListingFields, Place] = {}
    by_key: dict[str, Record] = {}
    for record in records:
        fields = record.fields
        if not isinstance(fields, ListingFields):
            yield record
            continue
        named = not record.key or record.key in shared
        record = replace(record, key=_named_key(fields) if named else record.key)
        known = by_key.get(record.key)
        if fields in by_fields:
            yield _duplicate(record, f"It stands in the list already: {_where(by_fields[fields])}.")
        elif known is not None and not named:
            yield _duplicate(record, f"It stands in the list already: {_where(known.place)}. {_differs(known, fields)}")
        else:
            kept = record if known is None else _second(record, fields, known, by_key)
            by_fields[fields] = kept.place
            by_key[kept.key] = kept
            yield kept


def _shared_ids(records: list[Record]) -> set[str]:
    """Ids that stand beside services of different names or organisations."""
    names: dict[str, set[str]] = {}
    for record in records:
        if record.key and isinstance(record.fields, ListingFields):
            names.setdefault(record.key, set()).add(_named_key(record.fields))
    return {key for key, found in names.items() if len(found) > 1}


def _named_key(fields: ListingFields) -> str:
    return f"{plain_name(fields.name)} · {plain_name(fields.organisation)}"


def _second(record: Record, fields: ListingFields, known: Record, by_key: dict[str, Record]) -> Record:
    """The second service of one name and organisation: its address makes its key its own, else a number does."""
    reason = f"Another service has the same name and organisation: {_where(known.place)}. {_differs(known, fields)}"
    key = f"{record.key} · {plain_name(fields.address)}"[: 2 * LONGEST_LINE]
    count = 2
    while key in by_key:
        key, count = f"{record.key} · {count}", count + 1
    return replace(record, key=key, outcome=Outcome.WARNED, reasons=(*record.reasons, reason.strip()))


def _duplicate(record: Record, reason: str) -> Record:
    return replace(record, outcome=Outcome.DUPLICATE, reasons=(reason.strip(), *record.reasons))


def _differs(known: Record, fields: ListingFields) -> str:
    labels = [
        FIELD_WORDS.get(one.name, "Whether it runs")
        for one in fields_of(fields)
        if getattr(known.fields, one.name) != getattr(fields, one.name)
    ]
    return f"They differ in: {', '.join(labels)}." if labels else ""


def _where(place: Place) -> str:
    is_table = place.sheet.casefold().endswith(".csv")
    return f"line {place.line} of {place.sheet}" if is_table else f"number {place.line} in {place.sheet}"


def _services(count: int) -> str:
    return "1 service" if count == 1 else f"{count:,} services"

"""Open Referral packages of CSV tables (HSDS 1.x to 3): rows put together to services, as JSON would have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from champion_app.domain.foreign_tables import TableRow
from champion_app.exchange.open_referral_values import Node, add, folded_key, get, text
from champion_app.exchange.text_tables import text_table

_MOST_PARTS = 50  # rows of one table that belong to one thing: a place with 10,000 telephones is a mistake

# Which tables hold parts of what, and by which column they say so.
_PARTS = {
    "contact": ("phones",),
    "location": (
        "physical_addresses", "postal_addresses", "addresses", "phones", "regular_schedules", "schedules",
        "holiday_schedules", "languages", "contacts", "accessibility_for_disabilities", "accessibility",
    ),
    "organization": ("phones", "contacts"),
    "service_at_location": (
        "phones", "regular_schedules", "schedules", "holiday_schedules", "contacts", "service_areas", "languages",
    ),
    "service": (
        "phones", "regular_schedules", "schedules", "holiday_schedules", "contacts", "service_areas", "languages",
        "eligibility", "cost_options", "required_documents", "attributes", "service_attributes", "services_taxonomy",
    ),
}  # fmt: skip
_TERMS = ("taxonomy_terms", "taxonomy", "taxonomies")


@dataclass
class Table:
    """One file of a package: its headings as they stand, and its rows with the line each starts on."""

    name: str
    headings: list[str] = field(default_factory=list)
    rows: list[tuple[int, Node]] = field(default_factory=list)  # keys are folded headings; a blank row has none
    ragged: set[int] = field(default_factory=set)  # lines with more cells than there are headings
    odd: dict[int, list[str]] = field(default_factory=dict)  # what is strange about the cells of a line
    notes: list[str] = field(default_factory=list)


def is_table_of(name: str, what: str) -> bool:
    """Whether a file is the table of some thing: "services.csv", "Service.CSV"."""
    stem, _, ending = name.rpartition("/")[2].rpartition(".")
    return ending.casefold() == "csv" and folded_key(stem) == folded_key(what)


def read_table(name: str, content: bytes) -> Table:
    """The rows of one CSV file; the first one that says anything is its headings. Raises ListRefused as a list does."""
    table = Table(name)
    if not content.strip():
        return table
    file = text_table(content, name)
    table.notes += [f"{name}: {note}" for note in file.notes]
    for row in file.tables[0].rows:
        if table.headings:
            _add_row(table, row)
        elif not row.blank and not _names_separator(row):
            table.headings = [cell.text for cell in row.cells]
    if table.ragged:
        count = len(table.ragged)
        table.notes.append(f"{name}: in {count:,} rows there are more cells than columns; those are left out.")
    return table


def _names_separator(row: TableRow) -> bool:
    return row.line == 1 and len(row.cells) == 1 and row.cells[0].text.casefold().startswith("sep=")


def _add_row(table: Table, row: TableRow) -> None:
    node: Node = {}
    for heading, cell in zip(table.headings, row.cells, strict=False):
        if heading and cell.text:
            add(node, folded_key(heading), cell.text)
        if cell.odd:
            table.odd.setdefault(row.line, []).append(f"{heading}: {cell.odd}.")
    if any(cell.text for cell in row.cells[len(table.headings) :]):
        table.ragged.add(row.line)
    table.rows.append((row.line, node))


def services_of_tables(tables: list[Table]) -> Iterator[tuple[int, Node]]:
    """Each row of the services' table with its line and all that belongs to it; a blank row is an empty service."""
    by_name = {folded_key(table.name.rpartition("/")[2].rpartition(".")[0]): table for table in tables}
    contacts = _with_parts(by_name, "contact", {})
    locations = _with_parts(by_name, "location", {"contact": contacts})
    organizations = _with_parts(by_name, "organization", {"contact": contacts})
    places = _with_parts(by_name, "service_at_location", {"contact": contacts})
    for at in places.values():
        at["location"] = locations.get(text(get(at, "location_id")))
    at_service = _grouped(places.values(), "service_id")
    terms = {key: one for name in _TERMS for key, one in _by_id(by_name.get(folded_key(name))).items()}
    parts = {name: _parts_of(by_name, name, "service_id", contacts) for name in _PARTS["service"]}
    attributes = _linked(by_name.get("attribute"))
    for line, row in by_name["service"].rows:
        service = dict(row)
        own_id = text(get(row, "id"))
        for name, grouped in parts.items():
            add(service, folded_key(name), grouped.get(own_id, []))
        add(service, "attribute", attributes.get(own_id, []))
        _name_terms(service, terms)
        add(service, "service_at_location", at_service.get(own_id, []))
        if organization := organizations.get(text(get(row, "organization_id"))):
            service["organization"] = organization
        if not at_service.get(own_id) and (place := locations.get(text(get(row, "location_id")))):
            service["location"] = [place]
        yield line, service if row else {}


def _with_parts(by_name: Mapping[str, Table], what: str, known: Mapping[str, Mapping[str, Node]]) -> dict[str, Node]:
    """The rows of a table by id, each with the rows of other tables that belong to it."""
    owners = _by_id(by_name.get(what))
    for name in _PARTS[what]:
        for own_id, rows in _parts_of(by_name, name, f"{what}_id", known.get("contact", {})).items():
            if own_id in owners:
                add(owners[own_id], folded_key(name), rows)
    return owners


def _parts_of(
    by_name: Mapping[str, Table], name: str, link: str, contacts: Mapping[str, Node]
) -> dict[str, list[Node]]:
    table = by_name.get(folded_key(name))
    rows = (row for _, row in table.rows) if table is not None else iter(())
    if folded_key(name) == "contact":
        rows = (contacts.get(text(get(row, "id")), row) for row in rows)
    return _grouped(rows, link)


def _linked(table: Table | None) -> dict[str, list[Node]]:
    """Rows of the attributes' table by what they say something about."""
    return _grouped((row for _, row in table.rows), "link_id") if table is not None else {}


def _grouped(rows: Any, link: str) -> dict[str, list[Node]]:
    grouped: dict[str, list[Node]] = {}
    for row in rows:
        if owner := text(get(row, link)):
            group = grouped.setdefault(owner, [])
            if len(group) < _MOST_PARTS:
                group.append(row)
    return grouped


def _by_id(table: Table | None) -> dict[str, Node]:
    """Rows by id; the first one with an id keeps it, and a row without one stands under its line."""
    rows: dict[str, Node] = {}
    for line, row in table.rows if table is not None else ():
        if row:
            rows.setdefault(text(get(row, "id")) or f"line {line}", dict(row))
    return rows


def _name_terms(service: Node, terms: Mapping[str, Node]) -> None:
    """Puts the term itself where a row only has its id."""
    for name in ("attributes", "service_attributes", "services_taxonomy"):
        rows = service.pop(folded_key(name), [])
        named = []
        for row in rows if isinstance(rows, list) else [rows]:
            key = (text(get(row, "taxonomy_term_id")) or text(get(row, "taxonomy_id"))) if isinstance(row, dict) else ""
            named.append({**row, "taxonomy_term": terms[key]} if key in terms else row)
        add(service, "attribute", named)

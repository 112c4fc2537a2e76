"""Services and resources out: Open Referral for a council's directory, Excel and CSV for everybody else."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from champion_app.domain import clock
from champion_app.domain import listings as listing_words
from champion_app.domain import resources as resource_words
from champion_app.domain.listings import Listing
from champion_app.domain.resources import Resource
from champion_app.exchange.excel_out import OutSheet, Value, write_excel
from champion_app.exchange.open_referral_out import open_referral_json
from champion_app.exchange.text_out import write_csv
from champion_app.faults import UnknownName
from champion_app.store import listings, resources, service
from champion_app.store.binder import Binder
from champion_app.whole_file import write_whole

Row = TypeVar("Row")

# What stays here: our own notes, and whether a service may stand on our leaflets.
_LISTING_FIELDS = tuple(name for name in listing_words.FIELD_WORDS if name not in ("note", "print_rule"))
_RESOURCE_FIELDS = tuple(name for name in resource_words.FIELD_WORDS if name != "note")
ENDINGS = {"services": (".json", ".xlsx", ".csv"), "resources": (".xlsx", ".csv")}


def save_services(binder: Binder, path: Path) -> Path:
    """Writes the directory: ``.json`` is Open Referral UK 3.0, ``.xlsx`` and ``.csv`` are tables. Returns the path.

    Raises UnknownName for another ending, or a disk fault.
    """
    found = listings.all_listings(binder)
    if path.suffix.lower() == ".json":
        publisher = service.load(binder).name or "Champion"
        return write_whole(open_referral_json(found, publisher, clock.today()), path)
    headings = [*(listing_words.FIELD_WORDS[name] for name in _LISTING_FIELDS), "Status", "Checked on"]
    return _table("services", "Services", headings, found, _listing_row, path)


def save_resources(binder: Binder, path: Path) -> Path:
    """Writes the resource pack as a table, ``.xlsx`` or ``.csv``. Returns the path.

    Raises UnknownName for another ending, or a disk fault.
    """
    headings = [*(resource_words.FIELD_WORDS[name] for name in _RESOURCE_FIELDS), "Looked at on"]
    return _table("resources", "Resources", headings, resources.all_resources(binder), _resource_row, path)


def save_report(report: dict[str, Any], path: Path) -> Path:
    """Writes what became of a list as JSON. Returns the path. Raises a disk fault."""
    return write_whole(json.dumps(report, ensure_ascii=False, indent=1).encode("utf-8") + b"\n", path)


def _table(
    noun: str, title: str, headings: Sequence[str], found: Sequence[Row], row: Callable[[Row], list[Value]], path: Path
) -> Path:
    rows = [row(one) for one in found]
    ending = path.suffix.lower()
    if ending == ".xlsx":
        return write_excel(path, [OutSheet(title, headings, rows)])
    if ending == ".csv":
        return write_csv(path, headings, rows)
    raise UnknownName(kind="kind of file", name=ending or path.name, choices=", ".join(ENDINGS[noun]))


def _listing_row(listing: Listing) -> list[Value]:
    fields = listing.fields
    values: list[Value] = [
        "; ".join(f"{phone.label}: {phone.number}" if phone.label else phone.number for phone in fields.phones)
        if name == "phones"
        else str(getattr(fields, name))
        for name in _LISTING_FIELDS
    ]
    return [*values, fields.status.value, listing.checked_on]


def _resource_row(resource: Resource) -> list[Value]:
    values = [getattr(resource.fields, name) for name in _RESOURCE_FIELDS]
    words: list[Value] = [
        "; ".join(str(one) for one in value) if isinstance(value, tuple) else str(value) for value in values
    ]
    return [*words, resource.checked_on]

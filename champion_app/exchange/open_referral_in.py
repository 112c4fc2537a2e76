"""Open Referral data taken in: whether something is such data, and its services, read in a process of its own."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from champion_app.domain.imports import ColumnUse, Outcome, Place, Reading, Record
from champion_app.domain.listings import ListingFields, ListingStatus, Phone
from champion_app.exchange.child import GIBIBYTE, in_child
from champion_app.exchange.open_referral_files import is_open_referral, look_up
from champion_app.faults import ListRefused

__all__ = ["is_open_referral", "read_in_child", "read_open_referral"]

SECONDS = 60  # a county's feed of 50 MB takes a quarter of that
MEMORY = 2 * GIBIBYTE


def read_open_referral(path: Path) -> Reading:
    """Every service of a file, folder or zip file as one record, in order; read in a child process.

    Takes HSDS 1.x to 3 as CSV packages, Open Referral UK 1.0 and HSDS and Open Referral UK 3.0 as JSON: one service,
    a page, a list of either, a folder or zip file of pages. Raises ListRefused only: not JSON, not Open Referral, not
    safe to open, too large, without a table of services. Nothing in it counts as checked by us.
    """
    look_up(path)  # said at once, without starting anything
    made, _ = in_child("open_referral", path, {}, refuse=ListRefused, seconds=SECONDS, memory=MEMORY)
    return unpacked(made)


def read_in_child(path: Path, options: dict[str, Any]) -> tuple[Any, list[bytes]]:
    """The child's half of ``read_open_referral``."""
    from champion_app.exchange.open_referral_reading import reading_of

    return packed(reading_of(path)), []


def packed(reading: Reading) -> dict[str, Any]:
    """A reading as plain values."""
    return {
        "records": [asdict(record) for record in reading.records],
        "columns": [asdict(column) for column in reading.columns],
        "notes": list(reading.notes),
    }


def unpacked(made: dict[str, Any]) -> Reading:
    """A reading from plain values."""
    return Reading(
        tuple(_record(one) for one in made["records"]),
        tuple(ColumnUse(**{**one, "examples": tuple(one["examples"])}) for one in made["columns"]),
        tuple(made["notes"]),
    )


def _record(made: dict[str, Any]) -> Record:
    parts = {
        "place": Place(**made["place"]),
        "outcome": Outcome(made["outcome"]),
        "reasons": tuple(made["reasons"]),
        "fields": _fields(made["fields"]) if made["fields"] else None,
    }
    return Record(**{**made, **parts})


def _fields(made: dict[str, Any]) -> ListingFields:
    phones = tuple(Phone(**one) for one in made["phones"])
    return ListingFields(**{**made, "phones": phones, "status": ListingStatus(made["status"])})

"""The directory of help."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date

from champion_app.domain.dates import first_day_reaching
from champion_app.domain.listings import CHECK_LASTS_MONTHS, CheckState, Listing, ListingFields, ListingStatus, Phone
from champion_app.store.binder import Binder
from champion_app.store.connection import Row


_STATES = {
    CheckState.CLOSED: "status = 'closed'",
    CheckState.UNCHECKED: "status <> 'closed' AND checked_on IS NULL",
    CheckState.CHECKED: "status <> 'closed' AND checked_on >= :since",
    CheckState.STALE: "status <> 'closed' AND checked_on < :since",
}


def all_listings(binder: Binder) -> list[Listing]:
    """Every listing by name; closed ones last."""
    return [
        _listing(row)
        for row in binder.rows("SELECT * FROM listings ORDER BY status = 'closed', name COLLATE NOCASE, id")
    ]


def numbers(binder: Binder, states: Iterable[CheckState], today: date) -> list[int]:
    """The ids of the listings in one of these states, by name; closed ones last."""
    condition, values = where(states, today)
    rows = binder.rows(
        f"SELECT id FROM listings WHERE {condition} ORDER BY status = 'closed', name COLLATE NOCASE, id", values
    )
    return [row[0] for row in rows]


def some(binder: Binder, wanted: Sequence[int]) -> list[Listing]:
    """The listings with these ids, in the order of the ids; those that are gone are left out."""
    marks = ", ".join("?" * len(wanted))
    found = {row["id"]: _listing(row) for row in binder.rows(f"SELECT * FROM listings WHERE id IN ({marks})", wanted)}
    return [found[number] for number in wanted if number in found]


def how_many(binder: Binder, today: date) -> dict[CheckState, int]:
    """How many listings are in each state."""
    cases = " ".join(f"WHEN {condition} THEN '{state.value}'" for state, condition in _STATES.items())
    rows = binder.rows(f"SELECT CASE {cases} END, count(*) FROM listings GROUP BY 1", {"since": _since(today)})
    found = {row[0]: row[1] for row in rows}
    return {state: found.get(state.value, 0) for state in CheckState}


def where(states: Iterable[CheckState], today: date) -> tuple[str, dict[str, object]]:
    """Some states as a condition on the table, with its named values: ``check_state`` said in SQL."""
    return " OR ".join(f"({_STATES[state]})" for state in states) or "0", {"since": _since(today)}


def _since(today: date) -> str:
    return first_day_reaching(today, CHECK_LASTS_MONTHS).isoformat()


def one(binder: Binder, listing_id: int) -> Listing | None:
    """One listing, or None."""
    row = binder.row("SELECT * FROM listings WHERE id = ?", (listing_id,))
    return _listing(row) if row is not None else None


def add(
    binder: Binder, fields: ListingFields, key: str = "", checked_on: date | None = None, checked_by: str = ""
) -> int:
    """A new listing's id."""
    checked = {"checked_on": checked_on.isoformat() if checked_on else None, "checked_by": checked_by}
    return binder.insert("listings", {**_columns(fields), "key": key, **checked})


def change(binder: Binder, listing_id: int, fields: ListingFields) -> None:
    """Replaces a listing's fields, not its check."""
    binder.change("listings", listing_id, _columns(fields))


def set_checked(binder: Binder, listing_id: int, day: date | None, by: str) -> None:
    """Marks a listing as checked on a day, or unchecked with None."""
    values = {"checked_on": day.isoformat() if day else None, "checked_by": by}
    binder.change("listings", listing_id, values)


def remove(binder: Binder, listing_id: int) -> None:
    """Removes a listing; undo brings it back. Prints keep what they carried."""
    binder.remove("listings", listing_id)


def _columns(fields: ListingFields) -> dict[str, object]:
    phones = json.dumps([asdict(phone) for phone in fields.phones], ensure_ascii=False)
    return {**asdict(fields), "phones": phones, "status": fields.status.value}


def _listing(row: Row) -> Listing:
    names = ListingFields.__dataclass_fields__.keys() - {"phones", "status"}
    fields = ListingFields(
        **{name: row[name] for name in names},
        phones=tuple(Phone(**phone) for phone in json.loads(row["phones"])),
        status=ListingStatus(row["status"]),
    )
    checked = date.fromisoformat(row["checked_on"]) if row["checked_on"] else None
    return Listing(row["id"], fields, row["key"], checked, row["checked_by"])

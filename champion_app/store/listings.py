"""The directory of help."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

from champion_app.domain.listings import Listing, ListingFields, ListingStatus, Phone
from champion_app.store.binder import Binder
from champion_app.store.connection import Row


def all_listings(binder: Binder) -> list[Listing]:
    """Every listing by name; closed ones last."""
    return [
        _listing(row)
        for row in binder.rows("SELECT * FROM listings ORDER BY status = 'closed', name COLLATE NOCASE, id")
    ]


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
    binder.table("listings").update(listing_id, _columns(fields))


def set_checked(binder: Binder, listing_id: int, day: date | None, by: str) -> None:
    """Marks a listing as checked on a day, or unchecked with None."""
    values = {"checked_on": day.isoformat() if day else None, "checked_by": by}
    binder.table("listings").update(listing_id, values)


def remove(binder: Binder, listing_id: int) -> None:
    """Removes a listing; undo brings it back. Prints keep what they carried."""
    binder.table("listings").delete(listing_id)


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

"""The directory of help."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from functools import reduce

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
# What stands between digits: spaces, brackets, hyphens; the last three are a space and hyphens that do not break.
_MARKS = ("' '", "'-'", "'('", "')'", "'.'", "'/'", "char(160)", "char(8209)", "char(8211)")
_PLAIN = reduce(lambda column, mark: f"replace({column}, {mark}, '')", _MARKS, "phones")


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


def with_digits(
    binder: Binder, digits: str, states: Iterable[CheckState], today: date, most: int, *, whole: bool = False
) -> list[int]:
    """The ids of listings in one of whose numbers ``digits`` stand (as ``dialled`` gives them), or are the ``whole``.

    By name, closed ones last, at most ``most``. However a number is spaced, and with +44 before it, it is found.
    """
    condition, values = where(states, today)
    rest = digits.removeprefix("0")
    ways = [digits, f"44{rest}"] if rest != digits else [digits]
    if whole:
        ways = [f'"number":"{way}"' for way in (digits, f"+44{rest}", f"+440{rest}", f"0044{rest}")]
    found = " OR ".join(f"instr(plain, :way{place})" for place in range(len(ways)))
    # The pattern is quick and lets too many through; spaces are taken out of those only.
    rows = binder.rows(
        f"WITH near AS MATERIALIZED (SELECT id, name, status, {_PLAIN} AS plain FROM listings"
        f" WHERE phones LIKE :near AND ({condition}))"
        f" SELECT id FROM near WHERE {found} ORDER BY status = 'closed', name COLLATE NOCASE, id LIMIT :most",
        {**values, **{f"way{place}": way for place, way in enumerate(ways)}, "near": _near(rest), "most": most},
    )
    return [row[0] for row in rows]


def _near(digits: str) -> str:
    return f"%{'%'.join(digits)}%"


def named_like(binder: Binder, name: str, pattern: str) -> list[tuple[int, str]]:
    """The ids and names of listings of this name, or with a name that fits a LIKE pattern."""
    rows = binder.rows("SELECT id, name FROM listings WHERE name = ? OR name LIKE ?", (name, pattern))
    return [(row["id"], row["name"]) for row in rows]


def to_ring(binder: Binder, first: Iterable[int], last: Iterable[str], today: date, most: int) -> list[int]:
    """The ids of listings that are due a check: those in ``first``, never checked ones, then the oldest checks.

    Those with a print rule in ``last`` come after the others; ``most`` below 0 gives all of them.
    """
    condition, values = where((CheckState.STALE, CheckState.UNCHECKED), today)
    rows = binder.rows(
        f"SELECT id FROM listings WHERE {condition} ORDER BY NOT id IN (SELECT value FROM json_each(:first)),"
        " print_rule IN (SELECT value FROM json_each(:last)), checked_on IS NOT NULL, checked_on,"
        " name COLLATE NOCASE, id LIMIT :most",
        {**values, "first": json.dumps(list(first)), "last": json.dumps(list(last)), "most": most},
    )
    return [row[0] for row in rows]


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

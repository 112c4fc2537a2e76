"""The print history: what left the printer, and which contacts it carried."""

from __future__ import annotations

from datetime import date

from champion_app.domain.prints import PrintedContact, PrintRecord
from champion_app.store.binder import Binder


def all_prints(binder: Binder, kind: str | None = None) -> list[PrintRecord]:
    """Prints, newest first, of one kind or of all."""
    contacts: dict[int, list[PrintedContact]] = {}
    for row in binder.rows("SELECT * FROM print_contacts ORDER BY id"):
        checked = date.fromisoformat(row["checked_on"]) if row["checked_on"] else None
        dealt = date.fromisoformat(row["dealt_on"]) if row["dealt_on"] else None
        contact = PrintedContact(row["listing"], row["name"], row["number"], checked, row["id"], dealt)
        contacts.setdefault(row["print"], []).append(contact)
    rows = binder.rows("SELECT * FROM prints WHERE ? IS NULL OR kind = ? ORDER BY day DESC, id DESC", (kind, kind))
    return [
        PrintRecord(
            id=row["id"],
            day=date.fromisoformat(row["day"]),
            kind=row["kind"],
            title=row["title"],
            edition=row["edition"],
            options=row["options"],
            copies=row["copies"],
            template=row["template"],
            choices=row["choices"],
            contacts=tuple(contacts.get(row["id"], ())),
        )
        for row in rows
    ]


def add(binder: Binder, record: PrintRecord) -> int:
    """A new print's id; the given id is not used."""
    print_id = binder.insert(
        "prints",
        {
            "day": record.day.isoformat(),
            "kind": record.kind,
            "title": record.title,
            "edition": record.edition,
            "options": record.options,
            "copies": record.copies,
            "template": record.template,
            "choices": record.choices,
        },
    )
    for contact in record.contacts:
        binder.insert(
            "print_contacts",
            {
                "print": print_id,
                "listing": contact.listing,
                "name": contact.name,
                "number": contact.number,
                "checked_on": contact.checked_on.isoformat() if contact.checked_on else None,
            },
        )
    return print_id


def set_dealt(binder: Binder, contact_id: int, day: date) -> None:
    """Notes that the sheets which carry a printed contact were replaced or thrown away. Raises NoLongerThere."""
    binder.change("print_contacts", contact_id, {"dealt_on": day.isoformat()})

"""The print history: what left the printer, and which contacts it carried."""

from __future__ import annotations

from datetime import date

from champion_app.domain.prints import PrintedContact, PrintedFact, PrintRecord
from champion_app.store.binder import Binder


def all_prints(binder: Binder, kind: str | None = None) -> list[PrintRecord]:
    """Prints, newest first, of one kind or of all."""
    contacts: dict[int, list[PrintedContact]] = {}
    for row in binder.rows("SELECT * FROM print_contacts ORDER BY id"):
        checked, dealt = _day(row["checked_on"]), _day(row["dealt_on"])
        contact = PrintedContact(row["listing"], row["name"], row["number"], checked, row["id"], dealt)
        contacts.setdefault(row["print"], []).append(contact)
    facts: dict[int, list[PrintedFact]] = {}
    for row in binder.rows("SELECT * FROM print_facts ORDER BY id"):
        fact = PrintedFact(
            row["kind"], row["key"], row["words"], _day(row["review_by"]), row["id"], _day(row["dealt_on"])
        )
        facts.setdefault(row["print"], []).append(fact)
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
            words=row["words"],
            contacts=tuple(contacts.get(row["id"], ())),
            facts=tuple(facts.get(row["id"], ())),
            binned_on=_day(row["binned_on"]),
        )
        for row in rows
    ]


def any_prints(binder: Binder) -> bool:
    """Whether anything was ever printed."""
    return binder.row("SELECT 1 FROM prints LIMIT 1") is not None


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
            "words": record.words,
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
    for fact in record.facts:
        review_by = fact.review_by.isoformat() if fact.review_by else None
        row = {"print": print_id, "kind": fact.kind, "key": fact.key, "words": fact.words, "review_by": review_by}
        binder.insert("print_facts", row)
    return print_id


def set_binned(binder: Binder, print_id: int, day: date) -> None:
    """Notes that the sheets of a print were thrown away or replaced. Raises NoLongerThere."""
    binder.change("prints", print_id, {"binned_on": day.isoformat()})


def set_fact_dealt(binder: Binder, fact_id: int, day: date) -> None:
    """Notes that the sheets which carry a printed fact were replaced or thrown away. Raises NoLongerThere."""
    binder.change("print_facts", fact_id, {"dealt_on": day.isoformat()})


def set_dealt(binder: Binder, contact_id: int, day: date) -> None:
    """Notes that the sheets which carry a printed contact were replaced or thrown away. Raises NoLongerThere."""
    binder.change("print_contacts", contact_id, {"dealt_on": day.isoformat()})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

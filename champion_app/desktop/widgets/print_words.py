"""What is said about a print: its line in a list, how it was made, what was on it, and what is wrong with it now."""

from __future__ import annotations

from champion_app.desktop.models.row_model import Row
from champion_app.desktop.widgets.labels import breakable
from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import british
from champion_app.domain.languages import english_name
from champion_app.domain.print_facts import Outdated, Reason, first_words, why_words
from champion_app.domain.prints import PrintedContact, PrintedFact, PrintRecord

_OPTIONS = {
    "folded_a5": "folded A5",
    "dl": "folded in three",
    "a5": "A5 flyer",
    "a4": "A4",
    "a3": "A3",
    "large_print": "large print",
    "discreet": "discreet cover",
    "simple": "simple words",
}


def contact_words(contact: PrintedContact) -> str:
    """A contact as it stood on the paper."""
    name = breakable(contact.name)
    if not contact.number:
        return tr("{name}: printed without a number", name=name)
    if contact.checked_on is None:
        return f"{name}: {contact.number}"
    return tr("{name}: {number}, checked {date}", name=name, number=contact.number, date=british(contact.checked_on))


def fact_words(fact: PrintedFact) -> str:
    """A fact as it stood on the paper, with the day by which somebody should look at it again."""
    first = breakable(first_words(fact.words))
    named = tr("Visiting facts of {name}", name=first) if fact.kind == "prison" else f"“{first}”"
    if fact.review_by is None:
        return named
    return tr("{fact}, to be looked at again by {date}", fact=named, date=british(fact.review_by))


def option_words(options: str) -> str:
    """The switches of a print in words: "folded A5, large print"."""
    return ", ".join(tr(_OPTIONS.get(part, part)) for part in options.split(", ") if part)


def copies_words(record: PrintRecord) -> str:
    """How many there were: "12 copies"."""
    return trn("{n} copy", "{n} copies", record.copies)


def made_words(record: PrintRecord) -> str:
    """When, how many and how: "3 May 2026 · 12 copies · folded A5, large print · Welsh"."""
    code = record.template.partition(".")[2]
    language = tr(english_name(code)) if code else ""
    parts = (british(record.day), copies_words(record), option_words(record.options), language)
    return " · ".join(part for part in parts if part)


def about_words(record: PrintRecord) -> str:
    """The same, and its edition."""
    edition = tr("edition {edition}", edition=record.edition) if record.edition else ""
    return " · ".join(part for part in (made_words(record), edition) if part)


def reason_words(reason: Reason) -> str:
    """What is wrong with a sheet now, as a sentence."""
    sentence, named = why_words(reason)
    return breakable(tr(sentence, **named))


def print_row(record: PrintRecord, wrong: Outdated | None) -> Row:
    """A print as a line of the list."""
    if record.binned_on is not None:
        return Row(record.id, record.title, made_words(record), tr("In the bin"), "remove", "muted")
    if wrong is not None:
        return Row(record.id, record.title, made_words(record), tr("Out of date"), "recall", "warn")
    return Row(record.id, record.title, made_words(record))


def sheets_words(sheets: int, prints: int) -> str:
    """How many sheets, of how many prints: "12 sheets from 3 prints"."""
    given = trn("{n} sheet", "{n} sheets", sheets)
    return tr("{sheets} from {prints}", sheets=given, prints=trn("{n} print", "{n} prints", prints))

"""The telephones, e-mail and web address of one row, also where they stand in each other's columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from champion_app.domain.list_contacts import is_email, is_website, read_emails, read_website
from champion_app.domain.list_guess import value_kind
from champion_app.domain.list_phones import read_phones
from champion_app.domain.list_rows import Findings, Gathered, Value
from champion_app.domain.list_words import one_line
from champion_app.domain.listings import Phone, dialled
from champion_app.domain.typed_text import LONGEST_LINE

_KINDS = {"phone": "a telephone number", "email": "an e-mail address", "website": "a web address"}
_LONGEST_LOOKED_THROUGH = 2_000
# What need not be looked at twice.
_AS_EXPECTED = {
    "phone": re.compile(r"^[\d ]+$"),
    "email": re.compile(r"^\S+@\S+$"),
    "website": re.compile(r"^(?:https?://|www\.)", re.IGNORECASE),
}
_MIXED_UP = "Its values seem to stand in the wrong columns: look at its telephone, e-mail and web address."


@dataclass
class Contacts:
    """What a row says about reaching the service."""

    phones: list[Phone] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    websites: list[str] = field(default_factory=list)
    strays: int = 0

    def phone(self, phone: Phone) -> None:
        """One more number, unless it is there already."""
        if not self.phones or dialled(phone.number) not in {dialled(one.number) for one in self.phones}:
            self.phones.append(phone)


def contacts_of(values: Gathered, found: Findings) -> Contacts:
    """Telephones in the order of their columns (plain ones first), e-mails and web addresses."""
    contacts = Contacts()
    values = {field: _short_enough(values.get(field, []), found) for field in ("phones", "email", "website", "contact")}
    for value in sorted(values.get("phones", ()), key=lambda value: bool(value.part)):
        _phones(value, contacts, found)
    for value in values.get("email", ()):
        _emails(value, contacts, found)
    for value in sorted(values.get("website", ()), key=lambda value: bool(value.part)):
        _websites(value, contacts, found)
    for value in values.get("contact", ()):
        _mixed(value, contacts, found)
    if contacts.strays >= 2:
        found.ask.append(_MIXED_UP)
    for title, others in (
        ("Other e-mail addresses", contacts.emails[1:]),
        ("Other web addresses", contacts.websites[1:]),
    ):
        if others:
            found.keep(f"{title}: {', '.join(others)}")
    return contacts


def _short_enough(values: Sequence[Value], found: Findings) -> list[Value]:
    """What can be looked through for numbers and addresses; a whole page of text in such a cell goes into the note."""
    short = [value for value in values if len(value.text) <= _LONGEST_LOOKED_THROUGH]
    for value in values:
        if len(value.text) > _LONGEST_LOOKED_THROUGH:
            found.warn(f"“{value.heading}” holds a long text: kept in the note.")
            found.keep(f"{value.heading}: {value.text}")
    return short


def first_fitting(addresses: Sequence[str], title: str, found: Findings) -> str:
    """The first address, or "" (and the address in the note) when it is too long for its field."""
    if not addresses:
        return ""
    if len(addresses[0]) <= LONGEST_LINE:
        return addresses[0]
    found.warn(f"The {title} is too long for its field: it stands in the note.")
    found.keep(f"{title[:1].upper()}{title[1:]}: {addresses[0]}")
    return ""


def _phones(value: Value, contacts: Contacts, found: Findings) -> None:
    if not value.text:
        return
    if _stray(value, value.text, "phone", contacts, found):
        return
    read = read_phones(value.text, value.part)
    for reason in read.odd:
        found.warn(reason)
    if read.words:
        found.keep(f"{value.heading}: {read.words}")
    for phone in read.phones:
        if len(phone.number) > LONGEST_LINE or len(phone.label) > LONGEST_LINE:
            found.warn("The words beside a telephone number are too long for their field: they stand in the note.")
            found.keep(f"{value.heading}: {value.text}")
            phone = Phone(phone.number if len(phone.number) <= LONGEST_LINE else "", value.part)
        if phone.number:
            contacts.phone(phone)


def _emails(value: Value, contacts: Contacts, found: Findings) -> None:
    if (not value.text and not value.cell.link) or _stray(value, value.text, "email", contacts, found):
        return
    read = read_emails(value.text, value.cell.link)
    for reason in read.odd:
        found.warn(reason)
    if read.words:
        found.keep(f"{value.heading}: {read.words}")
    contacts.emails += [address for address in (read.kept, *read.also) if address and address not in contacts.emails]


def _websites(value: Value, contacts: Contacts, found: Findings) -> None:
    if _stray(value, value.text, "website", contacts, found):
        return
    read = read_website(value.text, value.cell.link)
    for reason in read.odd:
        found.warn(reason)
    if read.words:
        found.keep(f"{value.heading}: {read.words}")
    contacts.websites += [
        address for address in (read.kept, *read.also) if address and address not in contacts.websites
    ]


def _stray(value: Value, text: str, expected: str, contacts: Contacts, found: Findings) -> bool:
    """Whether a value belongs to another of the three columns: then it is taken there, and said."""
    if not text or _AS_EXPECTED[expected].match(text):
        return False
    kind = value_kind(text)
    if kind == expected or kind not in _KINDS:
        return False
    contacts.strays += 1
    found.warn(f"“{value.heading}” holds {_KINDS[kind]}: taken as one.")
    _take(kind, value, contacts, found)
    return True


def _take(kind: str, value: Value, contacts: Contacts, found: Findings) -> None:
    alone = replace(value, cell=replace(value.cell, link=""))
    if kind == "phone":
        for phone in read_phones(value.text).phones:
            contacts.phone(phone)
    elif kind == "email":
        _emails(alone, contacts, found)
    else:
        _websites(alone, contacts, found)


def _mixed(value: Value, contacts: Contacts, found: Findings) -> None:
    """A column of telephones, e-mails and web addresses together. Other words may name a person: they are left out."""
    left = []
    for piece in value.text.replace(";", "\n").replace("|", "\n").replace(",", "\n").split("\n"):
        words = []
        for word in piece.split():
            bare = word.strip("<>()[],;").removeprefix("mailto:")
            if is_email(bare):
                _emails(replace(value, text=bare), contacts, found)
            elif "." in bare and not any(mark.isdigit() for mark in bare[:1]) and is_website(bare):
                _websites(replace(value, text=bare, cell=replace(value.cell, link="")), contacts, found)
            else:
                words.append(word)
        left.append(" ".join(words))
    rest = "\n".join(left).strip()
    if sum(mark.isdigit() for mark in rest) < 3:
        beside = one_line(rest)
    else:
        read = read_phones(rest)
        for reason in read.odd:
            found.warn(reason)
        for phone in read.phones:
            harmless = (
                phone.label if any(mark.isdigit() for mark in phone.label) or len(phone.label.split()) == 1 else ""
            )
            contacts.phone(Phone(phone.number, harmless[:LONGEST_LINE]))
        beside = " ".join(phone.label for phone in read.phones if len(phone.label.split()) > 1) or read.words
    if any(mark.isalpha() for mark in beside.replace("Email", "").replace("Tel", "")) and len(beside) > 5:
        found.warn(f"Words beside the numbers in “{value.heading}” were left out, because they may name a person.")

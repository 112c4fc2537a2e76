"""What kind of value a cell holds, so that a column without a heading can still be told by its values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from champion_app.domain.list_contacts import is_email, is_website
from champion_app.domain.list_headings import Role

_POSTCODE = re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b", re.IGNORECASE)
_PHONE = re.compile(r"^[\s(]*(?:\+|00)?[\d\s().\-–]{6,24}(?:\s*(?:ext|x)\.?\s*\d+)?$", re.IGNORECASE)
_DATE = re.compile(r"^(?:\d{4}-\d{2}-\d{2}(?:[T ].*)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})$")
_NUMBER = re.compile(r"^[£$€]?-?[\d,]+(?:\.\d+)?%?$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_LONGEST_VALUE = 2_000
_MOSTLY = 0.8
_LONG = 60


def value_kind(text: str) -> str:
    """ "email", "website", "date", "phone", "postcode", "number" or "text"."""
    if len(text) > _LONGEST_VALUE:
        return "text"
    if "@" in text and is_email(text.removeprefix("mailto:")):
        return "email"
    if not any(mark.isdigit() for mark in text):
        return "website" if "." in text and is_website(text) else "text"
    if _DATE.match(text):
        return "date"
    if _PHONE.match(text) and 6 <= _digits(text) <= 14:
        return "phone"
    if _NUMBER.match(text):
        return "number"
    if (match := _POSTCODE.fullmatch(text)) and match:
        return "postcode"
    return "website" if "." in text and is_website(text) else "text"


def postcode_in(text: str) -> str:
    """The last postcode in an address, in capitals and without blanks, or ""."""
    found = _POSTCODE.findall(text)
    return str(found[-1]).upper().replace(" ", "") if found else ""


def share_of(kind: str, values: Sequence[str]) -> float:
    """How many of the values are of this kind, from 0 to 1."""
    return sum(value_kind(value) == kind for value in values) / len(values) if values else 0.0


def speaks_of_contact(values: Sequence[str]) -> float:
    """How many of the values hold a number, an e-mail or a web address, from 0 to 1."""
    told = [value for value in values if "@" in value or is_website(value) or _digits(value[:_LONG]) >= 6]
    return len(told) / len(values) if values else 0.0


def _digits(text: str) -> int:
    return sum(mark.isdigit() for mark in text)


def guessed_role(values: Sequence[str], *, resources: bool, texts_too: bool) -> Role | None:
    """What a column without a known heading is, when its values show it; None when they do not.

    ``texts_too`` also takes long texts for descriptions: only for lists that have no headings at all.
    """
    if not values:
        return None
    kinds = [value_kind(value) for value in values]
    for kind, role in (
        ("email", Role("note", "labelled") if resources else Role("email")),
        ("website", Role("link") if resources else Role("website")),
        ("phone", Role("note", "labelled") if resources else Role("phones")),
        ("postcode", Role("note", "labelled") if resources else Role("address", "postcode")),
    ):
        if kinds.count(kind) >= _MOSTLY * len(kinds):
            return role
    if resources and sum(_YEAR.match(value) is not None for value in values) >= _MOSTLY * len(values):
        return Role("year")
    if texts_too and sum(bool(postcode_in(value)) for value in values) >= _MOSTLY * len(values) and not resources:
        return Role("address", "1")
    if texts_too and sum(len(value) for value in values) > _LONG * len(values):
        return Role("description")
    return None


def could_be_names(values: Sequence[str], rows: int) -> bool:
    """Whether a column could hold the names of the things listed: short, nearly all there, nearly all different."""
    if not values or len(values) < _MOSTLY * rows:
        return False
    texts = [value for value in values if value_kind(value) == "text" and any(mark.isalpha() for mark in value)]
    return (
        len(texts) >= _MOSTLY * len(values)
        and len({value.casefold() for value in texts}) >= _MOSTLY * len(texts)
        and sum(len(value) for value in texts) <= 80 * len(texts)
    )

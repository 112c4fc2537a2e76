"""The few words the program itself prints around a leaflet, in the leaflet's language. English is what stands here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class PaperWords:
    """Each phrase, with its gaps in braces. A language without words of its own is printed with the English ones."""

    for_nations: str = "For {nations}."
    and_: str = " and "
    edition: str = "Edition {edition}."
    draft: str = "Draft: check with your service."
    draft_short: str = "Draft"
    not_checked_by_speaker: str = "Not yet checked by a speaker of this language."
    not_checked_short: str = "Not checked by a speaker"
    numbers_checked: str = "Numbers checked in {month}."
    checked_in: str = "Checked in {month}"
    number_not_checked: str = "Number not checked: look it up"
    page: str = "Page {page} of {pages}"
    facts_checked: str = "Checked in {month}"
    facts_not_checked: str = "Nobody has checked these facts lately: ask the prison"
    booking: str = "How to book"
    proof_of_identity: str = "What to bring to prove who you are"
    dress: str = "What to wear"
    children_may_bring: str = "What children may bring"
    good_to_know: str = "Good to know"
    visits_page: str = "Web page"
    phone: str = "Telephone"
    safeguarding_lead: str = "Safeguarding lead"
    scan: str = "Web address"
    carried_title: str = "Leaflet or sheet"
    carried_for: str = "For"
    carried_language: str = "Language"
    carried_edition: str = "Edition"
    nations: Mapping[str, str] = field(default_factory=dict, hash=False)
    audiences: Mapping[str, str] = field(default_factory=dict, hash=False)
    months: tuple[str, ...] = _MONTHS

    def month_of(self, day: date) -> str:
        """``November 2026``."""
        return f"{self.months[day.month - 1]} {day.year}"

    def these(self, nations: Iterable[str]) -> str:
        """Nations in a row: "England and Wales"."""
        named = [self.nations.get(name, name) for name in nations]
        return self.and_.join(part for part in (", ".join(named[:-1]), *named[-1:]) if part)

    def for_whom(self, audience: str) -> str:
        """Who a sheet is for: "Families"."""
        return self.audiences.get(audience, audience.capitalize())


ENGLISH = PaperWords()


def paper_words(table: Mapping[str, Any]) -> PaperWords:
    """The words of a language from its file; a phrase that is missing there stays English."""
    known = {item.name: table[item.name.rstrip("_")] for item in fields(PaperWords) if item.name.rstrip("_") in table}
    if "months" in known:
        known["months"] = tuple(known["months"])
    return PaperWords(**known)

"""A row of a list of services as the fields of a listing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from champion_app.domain.list_ages import join_ages, read_ages
from champion_app.domain.list_contact_rows import contacts_of, first_fitting
from champion_app.domain.list_contacts import read_website
from champion_app.domain.list_guess import postcode_in
from champion_app.domain.list_rows import Findings, Gathered, Value, fitting_line, lines, note_of
from champion_app.domain.list_service_words import WEEKDAYS
from champion_app.domain.list_values import (
    NO,
    YES,
    checked_in_words,
    free_or_not,
    name_says_closed,
    print_rule,
    read_status,
    speaks_of_closing,
)
from champion_app.domain.list_words import day_in_words, one_line, says_nothing
from champion_app.domain.listings import FIELD_WORDS, ListingFields, ListingStatus

# Parts of an address in the order in which they are written.
_ADDRESS_ORDER = {
    "0": 0,
    "1": 1,
    "": 1,
    "line": 1,
    "street": 2,
    "place": 3,
    "town": 4,
    "county": 5,
    "postcode": 6,
    "country": 7,
}
_TOWN = 4
_SECONDS = re.compile(r"\b(\d{1,2}:\d\d):00(?:\.0+)?\b")
# What shows that a row is about a service and not about a person; two of them are wanted.
EVIDENCE = ("organisation", "website", "email", "description", "hours", "eligibility", "how_to_refer", "cost")


@dataclass(frozen=True)
class Built:
    """The fields of a row, and what tells it from another of the same name: its own number in the list, its place."""

    fields: ListingFields
    list_key: str
    place: str


def service_of(values: Gathered, name: str, whole_name: str, section: str, found: Findings) -> Built:
    """The listing in a row. ``whole_name`` is a name too long to be one, ``section`` the title the row stands under."""
    contacts = contacts_of(values, found)
    link = next((value.cell.link for value in values.get("name", ()) if value.cell.link), "")
    if link and not contacts.websites and (behind := read_website("", link).kept):
        contacts.websites.append(behind)
    address, place = _address(values.get("address", ()))
    status = _status(values.get("status", ()), name, found)
    description = lines(values.get("description", ()), "\n")
    if speaks_of_closing(description):
        found.warn("Its description says that it may have closed: ring before you trust it.")
    texts = {
        field: _line(values, field, found)
        for field in ("organisation", "also_known_as", "area", "languages", "audience")
    }
    kind = _line(values, "kind", found) or section
    rule = _print_rule(values.get("print_rule", ()), found)
    hours = _hours(values.get("hours", ()), found)
    ages = fitting_line(ages_of(values.get("ages", ()), found), FIELD_WORDS["ages"], found)
    cost = fitting_line(cost_of(values.get("cost", ())), FIELD_WORDS["cost"], found)
    fields = ListingFields(
        name=name,
        description="\n".join(text for text in (whole_name, description) if text),
        phones=tuple(contacts.phones),
        email=first_fitting(contacts.emails, "e-mail address", found),
        website=first_fitting(contacts.websites, "web address", found),
        hours=hours,
        address=address,
        eligibility=lines(values.get("eligibility", ()), "\n"),
        ages=ages,
        cost=cost,
        how_to_refer=lines(values.get("how_to_refer", ()), "\n"),
        kind=kind,
        print_rule=rule or "yes",
        status=status,
        **texts,
    )
    return Built(replace(fields, note=list_note(values, found)), key_of(values), place)


def list_note(values: Gathered, found: Findings) -> str:
    """The list's own notes, when it says it was checked, and what fitted nowhere else."""
    notes = values.get("note", ())
    plain = lines([value for value in notes if value.part != "labelled"], "\n")
    labelled = [f"{value.heading}: {value.text}" for value in notes if value.part == "labelled"]
    checked = [checked_in_words(value.text, value.part) for value in values.get("list_checked", ())]
    return note_of(found, plain, *labelled, *checked)


def key_of(values: Gathered) -> str:
    """What the list itself calls the row, or ""."""
    text = next((value.text for value in values.get("key", ()) if not says_nothing(value.text)), "")
    return one_line(text).removesuffix(".0")


def ages_of(values: Sequence[Value], found: Findings) -> str:
    """The ages a row gives, from one column or from a lowest and a highest."""
    single, low, high = [], "", ""
    for value in values:
        if value.cell.is_date and value.part in ("min", "max"):
            found.warn(f"“{value.heading}” holds a date ({day_in_words(value.text)}): Excel may have changed the age.")
            found.keep(f"{value.heading}: {day_in_words(value.text)}")
        elif value.part == "min":
            low = low or value.text
        elif value.part == "max":
            high = high or value.text
        else:
            ages, odd = read_ages(value.text, value.cell.is_date)
            found.warn(odd)
            if not ages:
                found.keep(f"{value.heading}: {day_in_words(value.text)}")
            elif ages not in single:
                single.append(ages)
    if len(single) == 2 and all(age.isdecimal() for age in single):  # two columns that a person mapped to the ages
        (low, high), single = single, []
    joined, odd = join_ages(*("", "") if {low, high} <= {"0", "0.0"} else (low, high))
    found.warn(odd)
    return "; ".join(dict.fromkeys([*single, *([joined] if joined and not single else [])]))


def cost_of(values: Sequence[Value]) -> str:
    """What it costs, in words."""
    costs = [
        free_or_not(one_line(value.text), value.part, value.heading) for value in values if not _no_cost_given(value)
    ]
    return "; ".join(dict.fromkeys(cost for cost in costs if cost))


def _no_cost_given(value: Value) -> bool:
    return says_nothing(value.text) and value.text.casefold().strip(" .") not in ("none", "nil")


def _line(values: Gathered, field: str, found: Findings) -> str:
    return fitting_line(lines(values.get(field, ())), FIELD_WORDS[field], found)


def _address(values: Sequence[Value]) -> tuple[str, str]:
    """The address in the order of an envelope, and its postcode (or town) to tell two places of one name apart."""
    ordered = sorted(values, key=_address_order)
    address, known, town = "", set(), ""
    for value in ordered:
        piece = value.text.strip(" ,\n")
        rank = _ADDRESS_ORDER.get(value.part, 1)
        if rank == _TOWN:
            town = town or piece
        if not piece or (rank >= 3 and _squeezed(piece) in known):
            continue
        known |= {_squeezed(part) for part in re.split(r"[,\n]", piece)}
        gap = " " if re.fullmatch(r"\d+[a-zA-Z]?", address) else ", "
        address = f"{address}{gap}{piece}" if address else piece
    return address, postcode_in(address) or town


def _address_order(value: Value) -> tuple[int, str, int]:
    part = value.part
    rank = 1 if part.startswith("line") else _ADDRESS_ORDER.get(part, 1)
    return rank, part if part.startswith("line ") else "", value.column.place


def _squeezed(text: str) -> str:
    return text.replace(" ", "").casefold()


def _hours(values: Sequence[Value], found: Findings) -> str:
    """General hours first, then day by day; an opening and a closing time make one."""
    general: list[str] = []
    days: dict[str, dict[str, str]] = {}
    for value in values:
        text = _SECONDS.sub(r"\1", value.text)
        day, _, edge = value.part.partition(" ")
        if value.part in ("from", "to"):
            day, edge = "", value.part
        if says_nothing(text):
            continue
        if not day.isdigit() and not edge:
            general.append(f"{value.heading}: {text}" if text.casefold() in YES | NO else text)
        else:
            days.setdefault(day, {})[edge] = text
    pieces = list(dict.fromkeys(general))
    for day in sorted(days):
        times = days[day]
        said = times.get("") or " to ".join(times[edge] for edge in ("from", "to") if edge in times)
        if said.casefold() not in NO:
            name = WEEKDAYS[int(day)] if day else ""
            pieces.append(name if said.casefold() in YES and name else f"{name} {said}".strip())
    return "; ".join(pieces) if days else "\n".join(pieces)


def _status(values: Sequence[Value], name: str, found: Findings) -> ListingStatus:
    status = ListingStatus.ACTIVE
    for value in values:
        if says_nothing(value.text):
            continue
        read, note, understood = read_status(value.text, value.part, value.heading)
        if read is ListingStatus.CLOSED:
            status = read
        found.keep(note)
        if not understood:
            found.warn(
                f"The list calls it “{one_line(value.text)[:60]}”: whether it still runs is for you to find out."
            )
    if status is ListingStatus.ACTIVE and name_says_closed(name):
        found.warn("Its name says that it has closed: marked as closed.")
        return ListingStatus.CLOSED
    return status


def _print_rule(values: Sequence[Value], found: Findings) -> str:
    for value in values:
        if rule := print_rule(value.text):
            return rule
        found.warn(f"“{one_line(value.text)[:60]}” is no rule for leaflets: see the note.")
        found.keep(f"{value.heading}: {value.text}")
    return ""

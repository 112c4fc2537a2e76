"""Listings written as Open Referral UK 3.0: one JSON page of full services, the same bytes for the same listings."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from champion_app.domain.listings import Listing, ListingFields, ListingStatus, Phone
from champion_app.exchange.open_referral_addresses import address_parts
from champion_app.exchange.open_referral_ages import age_numbers, age_words
from champion_app.exchange.open_referral_contacts import label_with_cost
from champion_app.exchange.open_referral_fields import OWN_LINKS
from champion_app.exchange.open_referral_hours import schedules_of
from champion_app.exchange.open_referral_ids import kept_uuid, own_id, part_id, stand_in_id
from champion_app.exchange.open_referral_text import as_html

_E_MAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_FREE = frozenset({"free", "free of charge", "no charge", "no cost"})
_SAFE = "/:?@!$&'()*+,;=%~._-"


def open_referral_json(listings: Sequence[Listing], publisher: str, day: date) -> bytes:
    """The listings as one page of Open Referral UK 3.0, in the order given.

    ``publisher`` is the service that hands the list on. It stands beside each check that its people made, in place of
    whoever did; a check dated after ``day`` is left out. Our own notes and print rules never leave. Fields without a
    value are left out, as the standard's rules of compliance ask. What is required follows HSDS 3.0 and its UK profile.
    """
    taken: set[str] = set()
    services = [_service(listing, publisher, day, taken) for listing in listings]
    page = {
        "total_items": len(services),
        "total_pages": 1,
        "page_number": 1,
        "size": len(services),
        "first_page": True,
        "last_page": True,
        "empty": not services,
        "contents": services,
    }
    return (json.dumps(page, ensure_ascii=False, indent=2) + "\n").encode("utf-8", errors="replace")


def _service(listing: Listing, publisher: str, day: date, taken: set[str]) -> dict[str, Any]:
    fields = listing.fields
    me = _id_of(listing, publisher, taken)
    lowest, highest = age_numbers(fields.ages)
    organization = _organization(fields, me)
    made = {
        "id": me,
        "organization_id": organization["id"],
        "name": as_html(fields.name),
        "alternate_name": as_html(fields.also_known_as),
        "description": as_html(fields.description),
        "url": web_address(fields.website),
        "email": fields.email if _E_MAIL.fullmatch(fields.email) else "",
        "status": "active" if fields.status is ListingStatus.ACTIVE else "inactive",
        "application_process": as_html(fields.how_to_refer),
        "fees_description": as_html(fields.cost),
        "eligibility_description": as_html(_needs(fields, age_words(lowest, highest))),
        "minimum_age": lowest,
        "maximum_age": highest,
        "phones": [_phone(phone, part_id(me, "phone", str(n))) for n, phone in enumerate(fields.phones, start=1)],
        "schedules": _schedules(fields, me),
        "service_areas": [{"id": part_id(me, "area"), "name": as_html(fields.area)}] if fields.area else [],
        "service_at_locations": _places(fields, me),
        "languages": _languages(fields, me),
        "organization": organization,
        "cost_options": _costs(fields, me),
        "attributes": _terms(fields, me),
        **_check(listing, publisher, day, me),
    }
    return {key: value for key, value in made.items() if value not in ("", None, [])}


def _id_of(listing: Listing, publisher: str, taken: set[str]) -> str:
    """The id that a list gave it once, else one made of our key or, for the champion's own, publisher and number."""
    made = kept_uuid(listing.key) or (own_id(listing.key) if listing.key else own_id(publisher, str(listing.id)))
    while made in taken:
        made = part_id(made, "again")
    taken.add(made)
    return made


def _organization(fields: ListingFields, me: str) -> dict[str, Any]:
    """Who runs it. The form asks for one with a description: where we know none, the service stands in for it."""
    name = as_html(fields.organisation or fields.name)
    known_as = own_id("organisation", fields.organisation) if fields.organisation else stand_in_id(me)
    return {"id": known_as, "name": name, "description": name}


def _needs(fields: ListingFields, said_by_numbers: str) -> str:
    """Who it is for; the ages in words, too, where two numbers do not say all of them."""
    ages = f"Ages: {fields.ages}" if fields.ages and fields.ages != said_by_numbers else ""
    return "\n".join(part for part in (fields.eligibility, ages) if part)


def _phone(phone: Phone, known_as: str) -> dict[str, Any]:
    made = {"id": known_as, "number": as_html(phone.number)}
    label = label_with_cost(phone)
    return {**made, "description": as_html(label)} if label else made


def _schedules(fields: ListingFields, me: str) -> list[dict[str, Any]]:
    if not fields.hours:
        return []
    schedules = enumerate(schedules_of(fields.hours), start=1)
    return [{"id": part_id(me, "schedule", str(number)), **schedule} for number, schedule in schedules]


def _places(fields: ListingFields, me: str) -> list[dict[str, Any]]:
    if not fields.address:
        return []
    parts = {key: as_html(part) for key, part in address_parts(fields.address).items()}
    kind = "postal" if re.search(r"\bP\.?\s?O\.? Box\b", fields.address, re.IGNORECASE) else "physical"
    address = {"id": part_id(me, "address"), **parts, "country": "GB", "address_type": kind}
    location = {"id": part_id(me, "location"), "location_type": kind, "addresses": [address]}
    return [{"id": part_id(me, "at location"), "location": location}]


def _languages(fields: ListingFields, me: str) -> list[dict[str, Any]]:
    names = fields.languages.split(", ")
    whole = len({name.strip().casefold() for name in names}) < len(names) or not all(map(str.strip, names))
    return [
        {"id": part_id(me, "language", str(number)), "name": as_html(name)}
        for number, name in enumerate([fields.languages] if whole else names, start=1)
        if name
    ]


def _costs(fields: ListingFields, me: str) -> list[dict[str, Any]]:
    """An amount only where there is nothing to pay: any other is in words, from which we do not guess."""
    if fields.cost.casefold().strip(" .") not in _FREE:
        return []
    return [{"id": part_id(me, "cost"), "option": as_html(fields.cost), "currency": "gbp", "amount": 0}]


def _terms(fields: ListingFields, me: str) -> list[dict[str, Any]]:
    made = []
    for link, name in OWN_LINKS.items():
        if said := as_html(getattr(fields, name)):
            term = {"id": own_id(link, said), "name": said, "description": said}
            made.append({"id": part_id(me, link), "link_type": link, "taxonomy_term": term})
    return made


def _check(listing: Listing, publisher: str, day: date, me: str) -> dict[str, Any]:
    """When it was checked. The form knows a checker by e-mail only; the publisher stands in the record of changes."""
    if listing.checked_on is None or listing.checked_on > day:
        return {}
    when = listing.checked_on.isoformat()
    change = {
        "id": part_id(me, "assured_date", when),
        "resource_id": me,
        "resource_type": "service",
        "last_action_date": when,
        "last_action_type": "update",
        "field_name": "assured_date",
        "previous_value": "",
        "replacement_value": when,
        "updated_by": publisher,
    }
    return {"assured_date": when, "metadata": [change] if publisher else []}


def web_address(website: str) -> str:
    """A web address with its scheme, in the letters that an address may have; "" for what cannot be one."""
    written = website if re.match(r"https?://", website, re.IGNORECASE) else f"https://{website}"
    try:
        parts = urlsplit(written)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return ""
    if not re.fullmatch(r"(?:[a-z0-9_-]+\.)+[a-z0-9-]{2,}", host) or "@" in parts.netloc:
        return ""
    rest = (_escaped(part) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, f"{host}{port}", *rest))


def _escaped(part: str) -> str:
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", quote(part, safe=_SAFE))

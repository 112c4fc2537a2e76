"""One service of Open Referral data, of any version, as the fields of a listing."""

from __future__ import annotations

import re
from dataclasses import fields as fields_of
from typing import Any

from champion_app.domain.dates import british
from champion_app.domain.languages import ENGLISH_NAMES
from champion_app.domain.listings import FIELD_WORDS, ListingFields, ListingStatus
from champion_app.domain.typed_text import LONGEST_LINE, LONGEST_NOTE, first_line
from champion_app.exchange.open_referral_addresses import addresses_of
from champion_app.exchange.open_referral_ages import age_words
from champion_app.exchange.open_referral_contacts import email_of, phones_of, website_of
from champion_app.exchange.open_referral_hours import hours_of
from champion_app.exchange.open_referral_ids import kept_uuid, stand_in_id
from champion_app.exchange.open_referral_text import plain
from champion_app.exchange.open_referral_values import Findings, Node, day, get, line, nodes, number, once, text, words

# Fields of one line; the rest may have many.
ONE_LINE = ("name", "also_known_as", "organisation", "area", "ages", "languages", "cost", "audience", "kind")
AGES = re.compile(r"(?:^|\n)Ages: ([^\n]{1,500})\Z")
# What a term says of a service, in the files that Champion writes.
OWN_LINKS = {"audience": "audience", "service_type": "kind"}
_FOR_WHOM = re.compile("audience|target|intended")
_CODE = re.compile(r"[^\s]*[\d:/_][^\s]*")  # "esdServiceTypes:12" or a web address is no word
_CLOSED = frozenset(
    ("inactive", "defunct", "temporarily closed", "closed", "ceased", "archived", "deleted", "suspended", "expired")
)
_RUNNING = frozenset(("", "active", "open", "published", "live", "current", "approved", "true", "1", "enabled"))
# What has no field of its own but should not be lost: how the line begins.
_PUBLIC = {"interpretation_services": "Interpreters", "wait_time": "Waiting time"}
_FOR_US = {"alert": "Alert", "accreditations": "Accreditations", "licenses": "Licences", "licences": "Licences"}
_OF_PLACES = {"transportation": "Getting there", "accessibility": "Access", "accessibility_for_disabilities": "Access"}
_CODE_NAMES = {
    **ENGLISH_NAMES, "bfi": "British Sign Language", "eng": "English", "gd": "Gaelic", "gu": "Gujarati", "hi": "Hindi",
    "ku": "Kurdish", "ta": "Tamil", "zh": "Chinese",
}  # fmt: skip


def fields_of_service(service: Node, found: Findings) -> ListingFields:
    """The fields of a listing. The name is empty when the service has none; what was odd is gathered in ``found``."""
    organization = next(nodes(get(service, "organization")), {})
    places = _places(service)
    audience, eligibility, kind = _terms(service, found)
    needs, ages = _needs_and_ages(service, eligibility, found)
    description = words(get(service, "description"), FIELD_WORDS["description"], found)
    made = {
        "name": line(get(service, "name"), FIELD_WORDS["name"], found),
        "also_known_as": line(get(service, "alternate_name"), FIELD_WORDS["also_known_as"], found),
        "organisation": _organisation(service, organization, found),
        "description": description or _about_them(organization, found),
        "eligibility": needs,
        "ages": ages,
        "languages": _languages(service, places, found),
        "cost": _cost(service, found),
        "how_to_refer": _how_to_refer(service, found),
        "area": _area(service, places, found),
        "audience": ", ".join(audience),
        "kind": ", ".join(kind),
        "hours": hours_of(service, places, found),
        "address": addresses_of(places, service, found),
        "email": email_of(service, organization, places, found),
        "website": website_of(service, organization, found),
    }
    phones = tuple(phones_of(service, organization, places, found))
    status = _status(service, found)
    _more(service, places, found)
    _shorten(made, found)
    made["description"] = "\n".join(once((made["description"], *found.more)))
    note = "\n".join(dict.fromkeys((*_checked_lines(service, found), *found.notes)))
    return ListingFields(**made, note=note, phones=phones, status=status)


def too_long(fields: ListingFields) -> str:
    """The words for a field that is longer than a binder holds, or nothing."""
    return next(
        (
            FIELD_WORDS[one.name]
            for one in fields_of(fields)
            if isinstance(value := getattr(fields, one.name), str) and len(value) > LONGEST_NOTE
        ),
        "",
    )


def _places(service: Node) -> list[tuple[Node, Node]]:
    """Each place with the entry that links it to the service."""
    pairs: list[tuple[Node, Node]] = []
    for at in nodes(get(service, "service_at_locations")):
        place = next(nodes(get(at, "location")), None)
        pairs.append((at, place) if place is not None else ({}, at))
    return pairs + [({}, place) for key in ("locations", "venues") for place in nodes(get(service, key))]


def _organisation(service: Node, organization: Node, found: Findings) -> str:
    name = line(get(organization, "name") or get(service, "organization_name"), FIELD_WORDS["organisation"], found)
    known_as = text(get(organization, "id")) or text(get(service, "organization_id"))
    if known_as and known_as == stand_in_id(text(get(service, "id"))):
        return ""
    if kept_uuid(name):  # an id where the organisation itself belongs
        known_as, name = name, ""
    if known_as and not name:
        found.say("The organisation that runs it is not in the list.")
    return name


def _about_them(organization: Node, found: Findings) -> str:
    """What is said about the organisation, where nothing is said about the service."""
    said = words(get(organization, "description"), FIELD_WORDS["description"], found)
    if not said or said == plain(text(get(organization, "name"))):
        return ""
    found.say("It says nothing about the service itself; what it says about the organisation stands there instead.")
    return said


def _terms(service: Node, found: Findings) -> tuple[list[str], list[str], list[str]]:
    """Names of the terms it is filed under: whom it is meant for, who may use it, what kind of service it is."""
    audience: list[str] = []
    eligibility: list[str] = []
    kind: list[str] = []
    for key in ("attributes", "service_taxonomys", "taxonomies", "taxonomy_terms", "categories"):
        for one in nodes(get(service, key)):
            link = text(get(one, "link_type")).casefold()
            term = next((get(one, name) for name in ("taxonomy_term", "taxonomy", "term") if get(one, name)), one)
            name = _term_name(term, found) or _term_name(one, found)
            into = eligibility if "eligib" in link else audience if _FOR_WHOM.search(link) else kind
            if name and name not in into and (link in OWN_LINKS or not _CODE.fullmatch(name)):
                into.append(name)
    if said := line(get(service, "deliverable_type"), FIELD_WORDS["kind"], found):
        kind.append(said)
    return once(audience), once(eligibility), once(kind)


def _term_name(term: Any, found: Findings) -> str:
    if not isinstance(term, dict):
        return line(term, FIELD_WORDS["kind"], found)
    keys = ("name", "term", "taxonomy_term_name", "taxonomy_name", "taxonomy_detail", "label", "value")
    return next((name for key in keys if (name := line(get(term, key), FIELD_WORDS["kind"], found))), "")


def _needs_and_ages(service: Node, eligibility: list[str], found: Findings) -> tuple[str, str]:
    label = FIELD_WORDS["eligibility"]
    said = [words(get(service, "eligibility_description"), label, found)]
    lowest, highest = number(get(service, "minimum_age")), number(get(service, "maximum_age"))
    for one in nodes(get(service, "eligibility"), text_as="eligibility"):
        said += [words(get(one, key), label, found) for key in ("eligibility", "description", "name")]
        lowest = number(get(one, "minimum_age")) if lowest is None else lowest
        highest = number(get(one, "maximum_age")) if highest is None else highest
    needs = "\n".join(dict.fromkeys(one for one in (*said, *eligibility) if one))
    if written := AGES.search(needs):
        return needs[: written.start()], written[1]
    return needs, age_words(lowest, highest)


def _languages(service: Node, places: list[tuple[Node, Node]], found: Findings) -> str:
    names: dict[str, str] = {}
    for owner in (service, *(one for pair in places for one in pair)):
        for one in nodes(get(owner, "languages")):
            code = text(get(one, "code")).casefold()
            name = line(get(one, "name") or get(one, "language"), FIELD_WORDS["languages"], found)
            name = _CODE_NAMES.get(name.casefold(), name) or _CODE_NAMES.get(code, "")
            if name:
                names.setdefault(name.casefold(), name)
    return ", ".join(names.values())


def _cost(service: Node, found: Findings) -> str:
    label = FIELD_WORDS["cost"]
    said = [line(get(service, key), label, found) for key in ("fees_description", "fees", "cost")]
    for one in nodes(get(service, "cost_options"), text_as="option"):
        amount = number(get(one, "amount"))
        currency = text(get(one, "currency")).casefold() or "gbp"
        sign = "£" if currency in ("gbp", "£", "pounds") else f"{currency.upper()} "
        money = "" if amount is None else "Free" if amount == 0 else f"{sign}{amount:,.2f}".removesuffix(".00")
        option, detail = (line(get(one, key), label, found) for key in ("option", "amount_description"))
        if option and not amount and option.casefold() in (one.casefold() for one in said):
            continue  # the same words again, as a price of nothing
        words_ = " ".join(dict.fromkeys(part for part in (money, detail) if part))
        if option and option.casefold() != words_.casefold():
            words_ = f"{option}: {words_}" if words_ else option
        said.append(words_)
    return "; ".join(once(said))


def _how_to_refer(service: Node, found: Findings) -> str:
    label = FIELD_WORDS["how_to_refer"]
    said = [words(get(service, "application_process"), label, found)]
    ways = [line(get(service, key), label, found) for key in ("attending_type", "attending_access")]
    if any(ways):
        said.append(f"How to attend: {', '.join(dict.fromkeys(way for way in ways if way))}")
    for one in nodes(get(service, "required_documents"), text_as="document"):
        if document := line(get(one, "document"), label, found):
            said.append(f"Bring: {document}")
    return "\n".join(dict.fromkeys(one for one in said if one))


def _area(service: Node, places: list[tuple[Node, Node]], found: Findings) -> str:
    names: list[str] = []
    for owner in (service, *(at for at, _ in places)):
        for one in nodes(get(owner, "service_areas")):
            keys = ["name", "service_area", "description"]
            if text(get(one, "extent_type")).casefold() == "text":
                keys.append("extent")
            names.append(next((said for key in keys if (said := line(get(one, key), FIELD_WORDS["area"], found))), ""))
    return ", ".join(dict.fromkeys(name for name in names if name))


def _status(service: Node, found: Findings) -> ListingStatus:
    said = " ".join(text(get(service, "status")).casefold().replace("_", " ").split())
    if said in _CLOSED:
        found.say(f"The list says that it is {said}; it was taken as closed.")
        return ListingStatus.CLOSED
    if said not in _RUNNING:
        found.say(f"The list gives its status as “{first_line(said, 40)}”; it was taken as running.")
    return ListingStatus.ACTIVE


def _checked_lines(service: Node, found: Findings) -> list[str]:
    """When the list says that it was checked. Of who did it, an address of a person is not kept."""
    when = day(get(service, "assured_date"))
    if when is None:
        return []
    who = next((text(get(service, key)) for key in ("assurer", "assurer_name") if text(get(service, key))), "")
    for one in nodes(get(service, "metadata")):
        if not who and text(get(one, "field_name")) == "assured_date":
            who = text(get(one, "updated_by"))
    mail = text(get(service, "assurer_email")) or (who if "@" in who else "")
    by = f" by {first_line(who, 100)}" if who and "@" not in who else ""
    if mail and not by:
        found.people = True
        by = f" by somebody at {mail.rpartition('@')[2][:100]}"
    return [f"The list says it was checked on {british(when)}{by}. That is not a check of ours."]


def _more(service: Node, places: list[tuple[Node, Node]], found: Findings) -> None:
    """What has no field of its own: for families under the description, for us in the note."""
    for key, begins in _PUBLIC.items():
        if said := words(get(service, key), begins, found):
            found.more.append(f"{begins}: {said}")
    for key, begins in _FOR_US.items():
        if said := words(get(service, key), begins, found):
            found.notes.append(f"{begins}: {said}")
    for at, _ in places:
        if said := words(get(at, "description"), FIELD_WORDS["description"], found):
            found.more.append(said)
    for place in (one for pair in places for one in pair):
        for key, begins in _OF_PLACES.items():
            for one in nodes(get(place, key), text_as="description"):
                if said := line(get(one, "description") or get(one, "accessibility"), begins, found):
                    found.notes.append(f"{begins}: {said}")


def _shorten(made: dict[str, str], found: Findings) -> None:
    """Moves what is too long for one line, whole, under the description; of a name the start stays."""
    for name in ONE_LINE:
        if len(made[name]) > LONGEST_LINE:
            found.say(f"{FIELD_WORDS[name]} is too long for one line and went to the description.")
            found.more.append(f"{FIELD_WORDS[name]}: {made[name]}")
            made[name] = first_line(made[name], LONGEST_LINE) if name in ("name", "organisation") else ""

"""What leaves as Open Referral UK 3.0: it has the published form, says nothing private, and comes back as it went."""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from champion_app.domain.imports import Outcome, Reading
from champion_app.domain.listings import Listing, ListingFields, ListingStatus, Phone, dialled
from champion_app.exchange.open_referral_in import is_open_referral
from champion_app.exchange.open_referral_out import open_referral_json
from champion_app.exchange.open_referral_reading import reading_of
from champion_app.exchange.open_referral_values import is_placeholder, is_placeholder_number
from champion_app.tasks.listings import tidy
from tests.exchange.open_referral_samples import fields_of, outcomes

DAY = date(2026, 11, 22)
PUBLISHER = "Hillfields School"
QUICK = settings(max_examples=40, deadline=None, database=None)
HEAVY = settings(max_examples=1000, deadline=None, database=None)

FULL = ListingFields(
    name="Stay & Play <b>",
    description="Play.\n\nWith others &amp; alone, under <5s.",
    organisation="Bristol Families",
    phones=(Phone("0117 496 0101", "Helpline", "free"), Phone("116 123"), Phone("07700 900123", "", "10p a text")),
    email="hello@families.org.uk",
    website="families.org.uk/play",
    hours="Monday to Friday, 9am to 5:30pm\nClosed in August",
    address="The Hub, 1 High Street, Bristol BS1 1AA",
    area="Bristol and Bath",
    eligibility="Families with a parent in prison",
    ages="4 to 7",
    languages="English, Urdu",
    cost="Free",
    how_to_refer="Ring us.\nOr write.",
    audience="Families",
    kind="play group",
    note="Ask for Jane, her son is in class 4",
    print_rule="champion-only",
    also_known_as="Little Steps",
)


def _written(*listings: Listing, publisher: str = PUBLISHER) -> dict[str, Any]:
    page = json.loads(open_referral_json(listings, publisher, DAY))
    assert isinstance(page, dict)
    return page


def _read_back(content: bytes) -> Reading:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "out.json")
        path.write_bytes(content)
        assert is_open_referral(path) or json.loads(content)["empty"]
        return reading_of(path)


# ---------------------------------------------------------------- the published form
#
# In our own words after openreferral/specification 3.0 (schema/*.json) and the UK profile of it; the page after the
# profile's openapi.json. Names that the two do not know are not allowed here, though they allow more.


def _form(required: str = "", **properties: Any) -> dict[str, Any]:
    required_names = ["id", *required.split()]
    return {
        "type": "object",
        "properties": {"id": UUID, **properties},
        "required": required_names,
        "additionalProperties": False,
    }


def _several(form: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": form, "minItems": 1}


WORDS = {"type": "string", "minLength": 1}
PART = {"type": "string"}  # a required part may be empty: there is no minimum length
UUID = {"type": "string", "format": "uuid"}
URI = {"type": "string", "format": "uri"}
MAIL = {"type": "string", "format": "email"}
DAY_TEXT = {"type": "string", "format": "date"}
TIME_TEXT = {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"}
AGE = {"type": "number", "minimum": 0}
KINDS = {"enum": ["physical", "postal", "virtual"]}
ADDRESS = _form(
    "address_1 city state_province postal_code country address_type",
    address_1=WORDS, city=PART, state_province=PART, postal_code=PART,
    country={"type": "string", "pattern": "^[A-Z]{2}$"}, address_type=KINDS,
)  # fmt: skip
SCHEDULE = _form(
    freq={"enum": ["WEEKLY", "MONTHLY"]}, byday={"type": "string", "pattern": "^(MO|TU|WE|TH|FR|SA|SU)(,[A-Z]{2})*$"},
    opens_at=TIME_TEXT, closes_at=TIME_TEXT, description=WORDS,
)  # fmt: skip
METADATA = _form(
    "last_action_date last_action_type field_name previous_value replacement_value updated_by",
    resource_id=UUID, resource_type=WORDS, last_action_date=DAY_TEXT, last_action_type=WORDS, field_name=WORDS,
    previous_value=PART, replacement_value=WORDS, updated_by=WORDS,
)  # fmt: skip
LOCATION = _form("location_type", location_type=KINDS, addresses=_several(ADDRESS))
SERVICE = _form(
    "organization_id name status organization",
    organization_id=UUID,
    name=WORDS,
    alternate_name=WORDS,
    description=WORDS,
    url=URI,
    email=MAIL,
    status={"enum": ["active", "inactive", "defunct", "temporarily closed"]},
    application_process=WORDS,
    fees_description=WORDS,
    eligibility_description=WORDS,
    minimum_age=AGE,
    maximum_age=AGE,
    assured_date=DAY_TEXT,
    phones=_several(_form("number", number=WORDS, description=WORDS)),
    schedules=_several(SCHEDULE),
    service_areas=_several(_form(name=WORDS)),
    service_at_locations=_several(_form("location", location=LOCATION)),
    languages=_several(_form(name=WORDS)),
    organization=_form("name description", name=WORDS, description=WORDS),
    cost_options=_several(_form(option=WORDS, currency={"const": "gbp"}, amount={"type": "number"})),
    attributes=_several(
        _form("taxonomy_term", link_type=WORDS, taxonomy_term=_form("name description", name=WORDS, description=WORDS))
    ),
    metadata=_several(METADATA),
)
PAGE = {
    "type": "object",
    "properties": {
        **{key: {"type": "integer"} for key in ("total_items", "total_pages", "page_number", "size")},
        **{key: {"type": "boolean"} for key in ("first_page", "last_page", "empty")},
        "contents": {"type": "array", "items": SERVICE},
    },
    "required": ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"],
    "additionalProperties": False,
}
CHECKER = FormatChecker(["uuid", "email", "date"])


@CHECKER.checks("uri", ValueError)
def _is_uri(value: object) -> bool:
    if not isinstance(value, str):
        return True
    letters = r"(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+"
    return bool(re.fullmatch(letters, value)) and bool(urlsplit(value).scheme and urlsplit(value).netloc)


VALIDATOR = Draft202012Validator(PAGE, format_checker=CHECKER)


def _check_form(page: dict[str, Any]) -> None:
    faults = [f"{list(fault.absolute_path)}: {fault.message[:200]}" for fault in VALIDATOR.iter_errors(page)]
    assert not faults


def _ids(value: Any, shared: tuple[str, ...] = ("organization", "taxonomy_term")) -> list[str]:
    if isinstance(value, list):
        return [one for inner in value for one in _ids(inner)]
    if not isinstance(value, dict):
        return []
    return [value["id"]] * ("id" in value) + [
        one for key, inner in value.items() if key not in shared for one in _ids(inner)
    ]


@pytest.mark.parametrize(
    "fields",
    [
        FULL,
        ListingFields("Bare"),
        replace(FULL, status=ListingStatus.CLOSED, address="PO Box 7, Bath", website="nowhere at all", email="ask us"),
        replace(FULL, ages="Teenagers", cost="£2", languages="English, english", hours="\nMonday"),
    ],
)
def test_every_listing_has_the_published_form(fields: ListingFields) -> None:
    page = _written(
        Listing(1, fields, "", DAY, "Jane Doe"), Listing(2, fields), Listing(3, fields, "national-helpline")
    )
    _check_form(page)
    assert (page["total_items"], page["size"], page["empty"]) == (3, 3, False)
    ids = _ids(page["contents"])
    assert len(ids) == len(set(ids))


def test_the_form_that_we_check_can_fail() -> None:
    page = _written(Listing(1, FULL, "", DAY, "Jane Doe"))
    (service,) = page["contents"]
    for broken in (
        {"id": "1"}, {"status": "closed"}, {"url": "families.org.uk"}, {"url": "https://a b"}, {"email": "x"},
        {"minimum_age": "4"}, {"assured_date": "22/11/2026"}, {"phones": [{"id": service["id"]}]}, {"name": ""},
        {"organization": {"id": service["id"], "name": "x"}}, {"note": "x"},
    ):  # fmt: skip
        assert not VALIDATOR.is_valid({**page, "contents": [{**service, **broken}]}), broken
    assert not VALIDATOR.is_valid({**page, "total_items": "1"})


def test_an_empty_page_is_a_page() -> None:
    page = _written()
    _check_form(page)
    assert (page["total_items"], page["empty"], page["contents"]) == (0, True, [])
    assert _read_back(open_referral_json([], PUBLISHER, DAY)).records == ()


def test_facts_that_other_programs_look_for_stand_where_they_look() -> None:
    (service,) = _written(Listing(1, FULL))["contents"]
    assert (service["minimum_age"], service["maximum_age"]) == (4, 7)
    assert service["schedules"][0] | {"id": ""} == {
        "id": "", "freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR", "opens_at": "09:00", "closes_at": "17:30",
    }  # fmt: skip
    address = service["service_at_locations"][0]["location"]["addresses"][0]
    assert (address["address_1"], address["city"], address["postal_code"]) == (
        "The Hub, 1 High Street", "Bristol", "BS1 1AA",
    )  # fmt: skip
    assert [one["name"] for one in service["languages"]] == ["English", "Urdu"]
    assert service["cost_options"][0]["amount"] == 0
    assert service["phones"][0]["description"] == "Helpline; cost: free"
    assert service["organization"]["id"] == service["organization_id"]
    assert service["url"] == "https://families.org.uk/play"


# ---------------------------------------------------------------- what never leaves


def test_our_own_notes_print_rules_and_names_of_people_never_leave() -> None:
    content = open_referral_json([Listing(1, FULL, "", DAY, "Jane Doe")], PUBLISHER, DAY).decode()
    for private in ("Jane", "class 4", "champion-only", "print_rule", "checked_by", "assurer_email"):
        assert private not in content


def test_a_check_is_told_with_its_day_and_the_service_that_made_it() -> None:
    (service,) = _written(Listing(1, FULL, "", date(2026, 9, 1), "Jane Doe"))["contents"]
    assert service["assured_date"] == "2026-09-01"
    assert service["metadata"][0]["updated_by"] == PUBLISHER
    record = _read_back(open_referral_json([Listing(1, FULL, "", date(2026, 9, 1), "Jane")], PUBLISHER, DAY)).records[0]
    assert fields_of(record).note == (
        "The list says it was checked on 1 September 2026 by Hillfields School. That is not a check of ours."
    )


@pytest.mark.parametrize("checked", [None, date(2026, 11, 23)])
def test_without_a_check_or_with_one_from_tomorrow_none_is_told(checked: date | None) -> None:
    (service,) = _written(Listing(1, FULL, "", checked, "Jane Doe"))["contents"]
    assert "assured_date" not in service
    assert "metadata" not in service
    assert service["phones"]  # the number itself is part of the exchange all the same


# ---------------------------------------------------------------- the same bytes, the same ids


def test_the_same_listings_give_the_same_bytes_and_ids() -> None:
    listings = [Listing(1, FULL, "", DAY, "a"), Listing(2, replace(FULL, name="Other"), "starter-key")]
    assert open_referral_json(listings, PUBLISHER, DAY) == open_referral_json(listings, PUBLISHER, DAY)
    first, second = (one["id"] for one in _written(*listings)["contents"])
    assert (first, second) == tuple(one["id"] for one in _written(*reversed(listings))["contents"])[::-1]
    assert first != _written(listings[0], publisher="Another School")["contents"][0]["id"]
    assert second == _written(listings[1], publisher="Another School")["contents"][0]["id"]


def test_an_id_that_a_list_gave_is_kept() -> None:
    key = "AC148810-D857-441C-9679-408F346DE14B"
    services = _written(Listing(1, FULL, key), Listing(2, FULL, key.lower()))["contents"]
    assert services[0]["id"] == key.lower()
    assert services[1]["id"] != key.lower()


def test_a_service_without_an_organisation_stands_in_for_it_and_comes_back_without() -> None:
    alone, own = ListingFields("Club"), ListingFields("Club", organisation="Club")
    reading = _read_back(open_referral_json([Listing(1, alone), Listing(2, own)], PUBLISHER, DAY))
    assert [fields_of(record).organisation for record in reading.records] == ["", "Club"]
    (service, _) = _written(Listing(1, alone), Listing(2, own))["contents"]
    assert service["organization"]["name"] == "Club"


# ---------------------------------------------------------------- there and back

_letters = st.characters(categories=["L", "N", "P", "Sc"], exclude_characters="\u2028\u2029")
_word = st.text(alphabet=_letters, min_size=4, max_size=9).filter(lambda word: any(mark.isalpha() for mark in word))
_entity = st.sampled_from(["<b>bold</b>", "&amp;", "<p>", "a<b", "&#65;", "R&D", "</li>", "Café", "ਪੰਜਾਬੀ"])
_line = st.lists(st.one_of(_word, _entity), min_size=1, max_size=6).map(" ".join)
_note = st.lists(st.one_of(_line, st.just("")), max_size=4).map(lambda lines: "\n".join(lines).strip())
_optional = st.one_of(st.just(""), _line)
_number = st.from_regex(
    r"(0[1-9]\d{2} \d{3} \d{4}|\+44 [1-9]\d{3} \d{5,6}|[1-9]\d{2}|0[38]\d{2} \d{4})", fullmatch=True
)
_times = st.sampled_from(["9am to 5pm", "midday to midnight", "10:30am to 11:05pm", "9am to five"])
_days = st.sampled_from(["Monday to Friday", "Every day", "Tuesday and Thursday", "Sunday", "Weekdays"])
_hours_line = st.one_of(st.builds("{}, {}".format, _days, _times), _line)
_address = st.one_of(
    _note,
    st.builds("{}, {}, Bristol BS1 1AA".format, _word, _word),
    st.builds("{}\n{}\nBath\nSomerset\nBA1 2BB".format, _word, _word),
    st.builds("{} (the blue door, near BS1 1AA)".format, _word),
)
_ages = st.sampled_from(
    ["", "4 to 7", "0-5 years", "12+", "Under 18", "All ages", "Teenagers", "11", "over 65", "16 and over", "Up to 7"]
)
_site = st.sampled_from(["", "club.org.uk", "https://club.org.uk/a?b=c#d", "http://www.hub.org/x%20y", "hub.wales"])
_phone = st.builds(Phone, _number, _optional, _optional)
_fields = st.builds(
    ListingFields,
    name=_line, description=_note, organisation=_optional, phones=st.lists(_phone, max_size=4).map(tuple),
    email=st.sampled_from(["", "a.b@club.org.uk", "hello+us@hub.wales"]), website=_site,
    hours=st.lists(_hours_line, max_size=4).map("\n".join), address=_address, area=_optional,
    eligibility=_note, ages=st.one_of(_ages, _optional), languages=st.one_of(_optional, st.just("English, Welsh")),
    cost=st.one_of(_optional, st.sampled_from(["Free", "free of charge", "£5"])), how_to_refer=_note,
    audience=_optional, kind=_optional, note=_note, print_rule=st.sampled_from(["yes", "no"]),
    status=st.sampled_from(ListingStatus), also_known_as=_optional,
)  # fmt: skip


def _carried(fields: ListingFields) -> ListingFields:
    """What the format can carry: not what is ours, a web address with its scheme, an address in parts."""
    site = fields.website
    return replace(
        fields,
        website=site if not site or site.startswith("http") else f"https://{site}",
        address=re.sub(r"[,\s]+", " ", fields.address).strip(),
        note="",
        print_rule="yes",
    )


def _sensible(fields: ListingFields) -> bool:
    """Whether a listing is one that a champion could have: tidy, each number once, nothing that only fills a gap."""
    texts = [value for value in vars(fields).values() if isinstance(value, str)]
    texts += [part for phone in fields.phones for part in (phone.number, phone.label, phone.cost)]
    pieces = {piece for one in texts for piece in (one, *one.split("\n"), *one.split(", ")) if piece}
    return (
        tidy(fields) == fields
        and not any(is_placeholder(piece) for piece in pieces)
        and not any(is_placeholder_number(phone.number) or "; " in phone.label for phone in fields.phones)
        and len({dialled(phone.number) for phone in fields.phones}) == len(fields.phones)
    )


def _there_and_back(made: list[ListingFields]) -> None:
    listings = [Listing(number, fields) for number, fields in enumerate(made, start=1)]
    content = open_referral_json(listings, PUBLISHER, DAY)
    _check_form(json.loads(content))
    reading = _read_back(content)
    assert [record.place.line for record in reading.records] == [listing.id for listing in listings]
    for fields, record in zip(made, reading.records, strict=True):
        assert _carried(fields_of(record)) == _carried(fields)
    assert set(outcomes(reading)) <= {Outcome.TAKEN, Outcome.WARNED, Outcome.DUPLICATE}


def test_a_full_listing_comes_back_as_it_went() -> None:
    _there_and_back([FULL, ListingFields("Bare"), replace(FULL, name="Closed", status=ListingStatus.CLOSED)])


@QUICK
@given(st.lists(_fields, min_size=1, max_size=3))
def test_any_listings_come_back_as_they_went(made: list[ListingFields]) -> None:
    assume(all(map(_sensible, made)))
    _there_and_back(made)


@pytest.mark.heavy
@HEAVY
@given(st.lists(_fields, min_size=1, max_size=3))
def test_many_listings_come_back_as_they_went(made: list[ListingFields]) -> None:
    assume(all(map(_sensible, made)))
    _there_and_back(made)

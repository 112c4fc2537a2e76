"""Words out of Open Referral's values: keys, HTML, opening hours, ages, addresses, and the way back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.typed_text import clean
from champion_app.exchange.open_referral_addresses import address_parts, address_words
from champion_app.exchange.open_referral_ages import age_numbers, age_words
from champion_app.exchange.open_referral_hours import clock_words, hours_of, schedules_of
from champion_app.exchange.open_referral_out import web_address
from champion_app.exchange.open_referral_text import as_html, plain
from champion_app.exchange.open_referral_values import (
    Findings,
    day,
    folded,
    folded_key,
    get,
    is_placeholder,
    is_placeholder_address,
    is_placeholder_number,
    number,
    text,
)

QUICK = settings(max_examples=150, deadline=None, database=None)
MARKUP = st.text(alphabet=st.sampled_from("abé<>&;/#x39p \n\"'=-!b"), max_size=60)


# ---------------------------------------------------------------- keys and values


@pytest.mark.parametrize(
    "spellings",
    [
        ("eligibility", "eligibilities", "eligibilitys", "Eligibility", "ELIGIBILITYS"),
        ("service_at_locations", "services_at_location", "serviceAtLocations", "Service at location"),
        ("service_areas", "service-area", "ServiceArea"),
        ("content", "contents", "Contents"),
        ("organisation_id", "organization_id", "organizationId", "OrganisationID".replace("ID", "Id")),
        ("physical_addresses", "physicalAddress", "physical_address"),
        ("address_1", "address1", "Address 1"),
        ("taxonomy_terms", "taxonomyTerm"),
        ("status", "Status"),
    ],
)  # fmt: skip
def test_spellings_of_one_key_are_one(spellings: tuple[str, ...]) -> None:
    assert len({folded_key(spelling) for spelling in spellings}) == 1


def test_two_spellings_in_one_object_lose_nothing() -> None:
    node = folded({"eligibilities": [1], "eligibilitys": [2], "organisation": None, "organization": {"Name": "x"}})
    assert get(node, "eligibility") == [1, 2]
    assert get(get(node, "organization"), "name") == "x"
    assert get([], "name") is None


@pytest.mark.parametrize(
    ("value", "words"),
    [(" a\r\nb ", "a\nb"), (5, "5"), (5.0, "5"), (2.5, "2.5"), (True, ""), (None, ""), (["a", None, "b", "a"], "a, b"),
     ({"name": "x", "id": 1}, "x"), ({"id": 1}, ""), ([{"label": "y"}, [["z"]]], "y, z")],
)  # fmt: skip
def test_text_is_found_in_values_of_any_type(value: Any, words: str) -> None:
    assert text(value) == words


@pytest.mark.parametrize(
    ("value", "found"),
    [(5, 5), ("5.5", 5.5), (" 7 ", 7), (True, None), ("1e999", None), ("nan", None), ("", None), ([5], None),
     ("5 or 6", None)],
)  # fmt: skip
def test_numbers_are_numbers_only(value: Any, found: float | None) -> None:
    assert number(value) == found


def test_days_are_read_in_the_two_ways_that_lists_have() -> None:
    for written in ("2025-03-04", "2025-03-04T10:00:00Z", "04/03/2025", "4.3.2025 00:00"):
        assert day(written) == date(2025, 3, 4), written
    for nothing in ("2025-13-04", "20250304", "1900-01-01", "31/02/2025", [], None):
        assert day(nothing) is None, nothing


@pytest.mark.parametrize("words", ["n/a", "N/A.", " none ", "TBC", "---", "?", "test", "(unknown)", "To be\nconfirmed"])
def test_placeholders_are_known(words: str) -> None:
    assert is_placeholder(words)


@pytest.mark.parametrize("words", ["No charge", "Testimony", "Nonesuch Club", "X Club", "0", "Ünknown town"])
def test_words_that_only_look_like_placeholders_stay(words: str) -> None:
    assert not is_placeholder(words)


def test_made_up_addresses_and_numbers_are_known() -> None:
    for made_up in ("test@example.com", "me@sub.example.org", "example.com/a", "test@bristol.gov.uk", "a@test.com"):
        assert is_placeholder_address(made_up), made_up
    for real in ("info@bristol.gov.uk", "myexample.com", "example.community", "contest@club.org", "latest.com"):
        assert not is_placeholder_address(real), real
    for made_up in ("00000000000", "01234567890", "07000000000", "000", "0800 000 0000", "+44 1111 111111"):
        assert is_placeholder_number(made_up), made_up
    for real in ("0117 496 0000", "999", "111", "116 123", "0800 1111", "01632 960001"):
        assert not is_placeholder_number(real), real


# ---------------------------------------------------------------- HTML


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("<p>One</p>\r\n<p>Two <b>three</b></p>", "One\n\nTwo three"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("a &amp; b &lt;c&gt; &pound;5&nbsp;off &#8211; &#x41;", "a & b <c> £5\u00a0off – A"),
        ("<div>a&nbsp;b</div>", "a b"),
        ("<a href=\"https://club.org/x?a=1&amp;b=2\">here</a>", "here (https://club.org/x?a=1&b=2)"),
        ("<a href='https://club.org'>https://club.org</a>", "https://club.org"),
        ("<a href='javascript:alert(1)'>here</a>", "here"),
        ("<script>alert(1)</script>a<style>p {}</style>b", "ab"),
        ("a<script>never closed", "anever closed"),
        ("<!-- hidden --><p>seen</p><!-- [if x]>y", "seen\n\n<!-- [if x]>y"),
        ("under <5s & <name@club.org> <Name> 1 < 2", "under <5s & <name@club.org> <Name> 1 < 2"),
        ("line\n<b>bold</b>\nline", "line\nbold\nline"),
        ("<img src=x onerror=alert(1)>a", "a"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("&notanentity; &; &#; &#0;", "¬anentity; &; &#; \ufffd"),
        ("</p>", ""),
    ],
)  # fmt: skip
def test_html_becomes_plain_lines(written: str, words: str) -> None:
    assert plain(written) == words


@QUICK
@given(st.one_of(MARKUP, st.text(max_size=40)))
def test_any_text_can_be_written_so_that_it_comes_back(words: str) -> None:
    kept = clean(words)
    assert plain(as_html(kept)) == kept


@QUICK
@given(st.text(alphabet=st.characters(exclude_characters="<&"), max_size=60))
def test_text_without_html_is_only_cleaned(words: str) -> None:
    assert plain(words) == clean(words)


@pytest.mark.parametrize("piece", ["<", "<p", "<a href='", "&", "&amp", "<!--", "<script>", "</p>", "<a>", "<p>&lt;"])
def test_very_long_damaged_html_is_read_in_one_go(piece: str) -> None:
    assert isinstance(plain(piece * 100_000), str)


# ---------------------------------------------------------------- hours


def _hours(*schedules: dict[str, Any]) -> str:
    return hours_of(folded({"schedules": list(schedules)}), [], Findings())


@pytest.mark.parametrize(
    ("written", "said"),
    [("09:00:00", "9am"), ("9:05", "9:05am"), ("0930", "9:30am"), ("17.30", "5:30pm"), ("12:00", "midday"),
     ("00:00", "midnight"), ("24:00", "midnight"), ("12:30", "12:30pm"), ("00:30", "12:30am"), ("9am", "9am"),
     ("5.30 PM", "5:30pm"), ("12am", "midnight"), ("12pm", "midday"), ("09:00Z", "9am"), ("09:00+01:00", "9am"),
     ("2000-01-01T08:00:00.000Z", "8am"), ("25:00", ""), ("9:75", ""), ("9 apples", ""), ("", ""), ("noon", "")],
)  # fmt: skip
def test_times_are_said_as_people_say_them(written: str, said: str) -> None:
    assert clock_words(written) == said


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        ({"byday": "MO,TU,WE,TH,FR", "opens_at": "09:00", "closes_at": "17:00"}, "Monday to Friday, 9am to 5pm"),
        ({"byday": " TU, TH,"}, "Tuesday and Thursday"),
        ({"byday": "MO,WE,FR"}, "Monday, Wednesday and Friday"),
        ({"byday": ["SA", "SU"], "opens_at": "10:00"}, "Saturday and Sunday, from 10am"),
        ({"byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "00:00", "closes_at": "23:59"}, "Every day, all day"),
        ({"byday": "Mon-Fri", "closes_at": "5pm"}, "Monday to Friday, until 5pm"),
        ({"byday": "Saturday to Monday"}, "Monday, Saturday and Sunday"),
        ({"weekday": 7}, "Sunday"),
        ({"weekday": "thurs"}, "Thursday"),
        ({"freq": "MONTHLY", "byday": "2MO,-1FR", "opens_at": "10:00"},
         "The second Monday of the month and the last Friday of the month, from 10am"),
        ({"freq": "MONTHLY", "bymonthday": "1,15"}, "Day 1 of the month and day 15 of the month"),
        ({"freq": "WEEKLY", "interval": 2, "byday": "WE", "dtstart": "2026-09-02"},
         "Every 2 weeks from 2 September 2026: Wednesday"),
        ({"freq": "DAILY", "opens_at": "09:00", "closes_at": "12:00"}, "Every day, 9am to midday"),
        ({"byday": "MO", "valid_from": "2026-09-01", "valid_to": "2026-12-18"},
         "Monday (1 September 2026 to 18 December 2026)"),
        ({"byday": "MO", "description": "Term time only", "notes": "Term time only"}, "Monday\nTerm time only"),
        ({"description": "Ring <b>first</b>"}, "Ring first"),
        ({"byday": "when we can", "opens_at": "dusk"}, "when we can\nOpens: dusk"),
        ({"valid_from": "2026-09-01"}, ""),
        ({"byday": 5, "opens_at": [], "closes_at": {}, "interval": "x"}, "Friday"),
        ({}, ""),
    ],
)  # fmt: skip
def test_schedules_become_words(schedule: dict[str, Any], words: str) -> None:
    assert _hours(schedule) == words


def test_rows_that_differ_only_in_the_day_are_one_line() -> None:
    rows = [{"weekday": str(one), "opens_at": "09:00", "closes_at": "17:00"} for one in range(1, 6)]
    assert _hours(*rows, {"weekday": "6", "opens_at": "10:00", "closes_at": "12:00"}) == (
        "Monday to Friday, 9am to 5pm\nSaturday, 10am to midday"
    )


def test_places_with_hours_of_their_own_are_named() -> None:
    places = [
        (folded({"schedules": [{"byday": "MO"}]}), {"name": "Hub"}),
        ({}, folded({"name": "Hall", "regular_schedules": [{"byday": "TU"}]})),
    ]
    assert hours_of({}, places, Findings()) == "Hub: Monday\nHall: Tuesday"


@pytest.mark.parametrize(
    ("hours", "schedules"),
    [
        ("Monday to Friday, 9am to 5:30pm",
         [{"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR", "opens_at": "09:00", "closes_at": "17:30"}]),
        ("Every day, midday to midnight",
         [{"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "12:00", "closes_at": "00:00"}]),
        ("Monday and Friday, 9am to 1pm\nClosed in August",
         [{"freq": "WEEKLY", "byday": "MO,FR", "opens_at": "09:00", "closes_at": "13:00"},
          {"description": "Closed in August"}]),
        ("Monday, 9am to 5pm\nTuesday, 9am to 5pm", [{"description": "Monday, 9am to 5pm\nTuesday, 9am to 5pm"}]),
        ("Friday to Monday, 9am to 5pm", [{"description": "Friday to Monday, 9am to 5pm"}]),
        ("Someday, 9am to 5pm", [{"description": "Someday, 9am to 5pm"}]),
        ("Monday, 13pm to 5pm", [{"description": "Monday, 13pm to 5pm"}]),
    ],
)  # fmt: skip
def test_our_words_become_schedules_again(hours: str, schedules: list[dict[str, str]]) -> None:
    assert schedules_of(hours) == schedules
    assert _hours(*schedules) == hours


# ---------------------------------------------------------------- ages


@pytest.mark.parametrize(
    ("lowest", "highest", "words"),
    [(4, 7, "4 to 7"), (0, 5, "0 to 5"), (12, None, "12 and over"), (None, 18, "Up to 18"), (11, 11, "11"),
     (0, 100, "All ages"), (0, None, "All ages"), (18, 120, "18 and over"), (None, None, ""), (9, 3, ""),
     (-1, 7, "Up to 7"), (0.5, 2, "0.5 to 2")],
)  # fmt: skip
def test_two_numbers_become_words(lowest: float | None, highest: float | None, words: str) -> None:
    assert age_words(lowest, highest) == words


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("4 to 7", (4, 7)), ("0-5 years", (0, 5)), ("12+", (12, None)), ("Under 18", (None, 17)), ("Up to 18", (None, 18)),
     ("aged 11", (11, 11)), ("over 65", (65, None)), ("12 to 25", (12, 25)), ("16 and over", (16, None)),
     ("All ages", (0, None)), ("Teenagers", (None, None)), ("", (None, None)), ("6 months", (None, None))],
)  # fmt: skip
def test_only_ages_that_are_named_become_numbers(words: str, numbers: tuple[int | None, int | None]) -> None:
    assert age_numbers(words) == numbers


# ---------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("1 High Street, Bristol BS1 1AA", ("1 High Street", "Bristol", "", "BS1 1AA")),
        ("The Hub, 1 High Street, Bath, Somerset ba1 1aa", ("The Hub, 1 High Street", "Bath", "Somerset", "BA1 1AA")),
        ("The Hub\n1 High Street\nBath\nBA1 1AA", ("The Hub, 1 High Street", "Bath", "", "BA1 1AA")),
        ("Bristol BS11AA.", ("Bristol", "", "", "BS1 1AA")),
        ("BS1 1AA", ("BS1 1AA", "", "", "BS1 1AA")),
        ("Behind the church", ("Behind the church", "", "", "")),
        ("1 High St, Bristol BS1 1AA (ring first)", ("1 High St, Bristol BS1 1AA (ring first)", "", "", "BS1 1AA")),
        ("", ("", "", "", "")),
    ],
)  # fmt: skip
def test_an_address_is_split_only_where_it_can_be(address: str, parts: tuple[str, ...]) -> None:
    assert tuple(address_parts(address).values()) == parts


@pytest.mark.parametrize(
    ("parts", "address"),
    [
        ({"address_1": "1 High Street", "city": "Bristol", "postal_code": "BS1 1AA"}, "1 High Street, Bristol BS1 1AA"),
        ({"address_1": "1 High Street, Bristol, BS1 1AA", "city": "Bristol", "postal_code": "bs11aa"},
         "1 High Street, Bristol, BS1 1AA"),
        ({"address_1": "1 Bristol Road", "city": "Bristol"}, "1 Bristol Road, Bristol"),
        ({"address_1": "1 High Street,", "address_2": "1 High Street", "region": "Avon", "country": "IE"},
         "1 High Street, Avon, IE"),
        ({"attention": "Ann Persona", "address_1": "n/a", "city": "Bath", "country": "United Kingdom"}, "Bath"),
        ({"country": "GB"}, ""),
        ({"postcode": "BS1 1AA"}, "BS1 1AA"),
        ({"address_1": None, "city": ["Bath"], "postal_code": 7}, "Bath 7"),
    ],
)  # fmt: skip
def test_parts_of_an_address_become_one_text(parts: dict[str, Any], address: str) -> None:
    assert address_words(folded(parts), Findings()) == address


# ---------------------------------------------------------------- web addresses going out


@pytest.mark.parametrize(
    ("website", "address"),
    [
        ("club.org.uk", "https://club.org.uk"),
        ("http://club.org.uk/a b?x=ä#y", "http://club.org.uk/a%20b?x=%C3%A4#y"),
        ("https://café.org/50%", "https://xn--caf-dma.org/50%25"),
        ("https://club.org:8080/%20", "https://club.org:8080/%20"),
        ("see Facebook", ""), ("http://user@club.org", ""), ("javascript:alert(1)", ""), ("http://[::1", ""),
        ("http://club.org:99999", ""), ("", ""), ("https://" + "a" * 70 + ".org", ""),
    ],
)  # fmt: skip
def test_web_addresses_go_out_in_the_letters_that_they_may_have(website: str, address: str) -> None:
    assert web_address(website) == address

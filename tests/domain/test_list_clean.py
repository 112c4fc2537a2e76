"""A clean list, written down and read back, gives exactly its values, however rows and columns are shuffled."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from champion_app.domain.foreign_tables import Cell, ForeignFile, ForeignTable, TableRow
from champion_app.domain.imports import Outcome, Reading, Record
from champion_app.domain.list_reading import read_resources, read_services
from champion_app.domain.list_service_words import SERVICE_FIELDS
from champion_app.domain.listings import ListingFields, ListingStatus, Phone
from champion_app.domain.resources import KINDS, STAGES, ResourceFields

STEADY = settings(
    deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
_NOTES = {"description", "address", "eligibility", "how_to_refer", "hours", "note"}
_GONE = (Outcome.REFUSED, Outcome.IGNORED)

PLAIN = st.text(alphabet="abcdefghijklmnopqrstuvwxyz éŵŷ", min_size=4, max_size=30).map(
    lambda text: "word " + " ".join(text.split())
)
SENTENCE = st.one_of(st.just(""), PLAIN)
NAMES = st.builds(
    "{} {} centre {}".format, st.sampled_from(["Easton", "Sunshine", "Family", "Tŷ Siriol"]), PLAIN, st.integers(2, 99)
)
NUMBERS = st.builds("0117 496 {:04d}".format, st.integers(0, 999))
MOBILES = st.builds("07700 900{:03d}".format, st.integers(0, 999))


@st.composite
def listings(draw: st.DrawFn, number: int) -> ListingFields:
    """A service whose name and number no other has."""
    low = draw(st.integers(0, 10))
    street, town, postcode = draw(st.tuples(st.sampled_from(["1 High Street",
    "Flat 2, Bath Road"]), st.sampled_from(["Bath", "York"]),
                                            st.sampled_from(["BS1 4ST", "YO1 7HH"])))  # fmt: skip
    return ListingFields(
        name=f"{draw(NAMES)} {number}",
        organisation=draw(SENTENCE),
        description=draw(SENTENCE),
        phones=(Phone(f"0117 496 {number:04d}"), Phone(f"07700 900{number:03d}", "Mobile")),
        email=draw(st.sampled_from(["", f"info{number}@pact.org.uk"])),
        website=draw(st.sampled_from(["", f"https://pact.org.uk/{number}"])),
        hours=draw(SENTENCE),
        address=f"{street}, {town}, {postcode}",
        area=draw(SENTENCE),
        eligibility=draw(SENTENCE),
        ages=draw(st.sampled_from(["", f"{low} to {low + 5}", f"{low} and over"])),
        languages=draw(SENTENCE),
        cost=draw(SENTENCE),
        how_to_refer=draw(SENTENCE),
        kind=draw(SENTENCE),
        audience=draw(SENTENCE),
        also_known_as=draw(SENTENCE),
        note=draw(SENTENCE),
        status=draw(st.sampled_from(list(ListingStatus))),
    )


COLUMNS: dict[str, str] = {
    "Service name": "name", "Provider": "organisation", "Description": "description", "Telephone": "phone",
    "Mobile": "mobile",
    "E-mail": "email", "Website": "website", "Opening hours": "hours", "Address line 1": "street", "Town": "town",
    "Postcode": "postcode",
    "Area covered": "area", "Eligibility": "eligibility", "Age range": "ages", "Languages": "languages", "Cost": "cost",
    "How to refer": "how_to_refer", "Category": "kind", "Audience": "audience", "Also known as": "also_known_as",
    "Notes": "note",
    "Status": "status",
}  # fmt: skip


def written(fields: ListingFields) -> dict[str, str]:
    street, town, postcode = fields.address.rsplit(", ", 2)
    parts = {
        "phone": fields.phones[0].number, "mobile": fields.phones[1].number, "street": street, "town": town,
        "postcode": postcode, "status": fields.status.value,
    }  # fmt: skip
    return {heading: parts.get(name) or str(getattr(fields, name, "")) for heading, name in COLUMNS.items()}


def laid_out(items: list[ListingFields], shuffle: random.Random | None = None) -> ForeignFile:
    """The list as a table: as it is, or with rows, columns, blanks, titles and capitals changed."""
    headings, rows = list(COLUMNS), [written(item) for item in items]
    lines: list[list[str]] = []
    if shuffle is not None:
        shuffle.shuffle(headings)
        shuffle.shuffle(rows)
        lines += [["Directory of help"]] * shuffle.randint(0, 3) + [[]] * shuffle.randint(0, 2)
    case = shuffle.choice([str.upper, str.lower, "  {}* ".format, "{}:".format]) if shuffle else str
    lines.append([case(heading) for heading in headings])
    for row in rows:
        lines += [[], ["", ""]] if shuffle is not None and shuffle.random() < 0.2 else []
        lines.append([row[heading] for heading in headings])
    cells = [tuple(Cell(text.strip()) for text in line) for line in lines]
    return ForeignFile((ForeignTable(tuple(TableRow(line, row) for line, row in enumerate(cells, start=1))),))


def taken(reading: Reading) -> list[Record]:
    return [record for record in reading.records if record.outcome is not Outcome.IGNORED]


LISTS = st.integers(1, 6).flatmap(lambda count: st.tuples(*(listings(number) for number in range(count))).map(list))


@settings(STEADY, max_examples=20)
@given(LISTS)
def test_a_clean_list_gives_exactly_its_values(items: list[ListingFields]) -> None:
    read = taken(read_services(laid_out(items)))
    assert [record.fields for record in read] == items
    assert {record.outcome for record in read} == {Outcome.TAKEN}


@settings(STEADY, max_examples=20)
@given(LISTS, st.randoms(use_true_random=False))
def test_order_blanks_titles_and_capitals_change_nothing(items: list[ListingFields], shuffle: random.Random) -> None:
    comes_out_alike(items, shuffle)


@pytest.mark.heavy
@settings(STEADY, max_examples=500)
@given(LISTS, st.randoms(use_true_random=False))
def test_five_hundred_shuffled_lists(items: list[ListingFields], shuffle: random.Random) -> None:
    comes_out_alike(items, shuffle)


def comes_out_alike(items: list[ListingFields], shuffle: random.Random) -> None:
    read = taken(read_services(laid_out(items, shuffle)))
    assert sorted((record.fields for record in read), key=str) == sorted(items, key=str)
    assert {record.outcome for record in read} == {Outcome.TAKEN}
    before = {record.name: record.key for record in taken(read_services(laid_out(items)))}
    assert {record.name: record.key for record in read} == before


@settings(STEADY, max_examples=15)
@given(LISTS)
def test_a_list_read_by_our_own_words_for_its_fields(items: list[ListingFields]) -> None:
    names = [
        name
        for name in SERVICE_FIELDS
        if name not in ("phones", "contact", "status", "key", "list_checked", "print_rule")
    ]
    rows = [[SERVICE_FIELDS[name] for name in names]] + [[getattr(item, name) for name in names] for item in items]
    cells = [tuple(Cell(text) for text in row) for row in rows]
    read = read_services(
        ForeignFile((ForeignTable(tuple(TableRow(line, row) for line, row in enumerate(cells, start=1))),))
    )
    assert [record.fields for record in taken(read)] == [
        replace(item, phones=(), status=ListingStatus.ACTIVE) for item in items
    ]


BOOKS = st.lists(
    st.builds(
        ResourceFields,
        title=PLAIN,
        author=SENTENCE,
        kind=st.sampled_from(KINDS),
        year=st.integers(1990, 2026).map(str),
        stages=st.sets(st.sampled_from(STAGES)).map(lambda found: tuple(stage for stage in STAGES if stage in found)),
        statements=st.sets(st.integers(1, 8)).map(lambda found: tuple(sorted(found))),
        criteria=st.sets(st.sampled_from(["1.1", "5.4", "8.6"])).map(lambda found: tuple(sorted(found))),
    ),
    min_size=1,
    max_size=6,
)


@settings(STEADY, max_examples=20)
@given(BOOKS)
def test_a_clean_list_of_resources_gives_exactly_its_values(books: list[ResourceFields]) -> None:
    items = [
        replace(book, title=f"{book.title} {number}", link=f"https://pact.org/{number}")
        for number, book in enumerate(books)
    ]
    lines = [["Title", "Author", "Kind", "Year", "Link", "Stages", "Statements", "Criteria"]]
    for item in items:
        several = ["; ".join(item.stages), ", ".join(map(str, item.statements)), "; ".join(item.criteria)]
        lines.append([item.title, item.author, item.kind, item.year, item.link, *several])
    rows = tuple(TableRow(at, tuple(Cell(text) for text in line)) for at, line in enumerate(lines, start=1))
    read = read_resources(ForeignFile((ForeignTable(rows),)))
    assert [record.fields for record in taken(read)] == items
    assert {record.outcome for record in taken(read)} == {Outcome.TAKEN}

"""Any table at all: no error but the refusal, one record for each row in its place, and nothing that cannot be kept."""

from __future__ import annotations

from dataclasses import fields as fields_of
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from champion_app.domain.foreign_tables import Cell, ForeignFile, ForeignTable, TableRow
from champion_app.domain.imports import Outcome
from champion_app.domain.list_reading import Mapping, read_resources, read_services
from champion_app.domain.list_resource_words import RESOURCE_FIELDS
from champion_app.domain.list_service_words import SERVICE_FIELDS
from champion_app.domain.listings import ListingFields, Phone
from champion_app.domain.resources import ResourceFields
from champion_app.domain.typed_text import clean, clean_line
from champion_app.faults import ListRefused
from tests.domain.list_tables import table

STEADY = settings(
    deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
_NOTES = {"description", "address", "eligibility", "how_to_refer", "hours", "note"}
_GONE = (Outcome.REFUSED, Outcome.IGNORED)

# ---- Any table

HEADINGS = st.sampled_from(
    ["Name", "Service name*", "Title", "Organisation", "Phone", "Tel", "Mobile", "E-mail", "Website", "Link", "Age",
    "Age from", "Age to",
     "Address 1", "Town", "Postcode", "Monday", "Opening hours", "Cost", "Free?", "Status", "Closed", "Contact",
     "Contact details", "ID", "No.",
     "Internal notes", "Date of birth", "Child's name", "Key worker", "Last checked", "Notes", "Type", "Category",
     "Statement", "Criteria",
     "Stage", "Year", "Keywords", "Who is it for?", "On leaflets", "Accessibility", "number", "Foo", ""]
)  # fmt: skip
VALUES = st.sampled_from(
    ["0117 496 0123", "1174960123", "00000000000", "0117 496 0123 / 07700 900123 (mobile)", "info@pact.org",
    "a@pact.org; b@pact.org",
     "test@example.com", "www.pact.org", "javascript:alert(1)", "\\\\server\\share", "click here", "05-Nov",
     "2026-11-05", "5", "n/a", "-",
     "TBC", "Yes", "No", "Closed", "Total", "Total: 45", "45 services", "HOUSING", "Please complete", "sep=;",
     "Sunshine Centre", "Moon Club",
     "Jane Smith", "DOB 12/03/2015", "A1234BC", "CafÃ©", "=1+1", "<img src=x>", "BS1 4ST", "1 High St, Bristol",
     "x" * 600, "a\nb\nc,d,e,f\ng,h,i,j",
     "1.1; 8.6", "prison", "3", "\U0001f469\u200d\U0001f467", "²", "e.g. Sunshine", "required"]
)  # fmt: skip
WORDS = st.one_of(HEADINGS, VALUES, st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=12))
CELLS = st.builds(
    Cell,
    text=WORDS,
    odd=st.sampled_from(["", "", "", "", "", "the formula has no stored value"]),
    link=st.sampled_from(["", "", "", "", "https://pact.org", "mailto:a@pact.org", "javascript:x"]),
    is_date=st.sampled_from([False, False, False, True]),
)


@st.composite
def tables(draw: st.DrawFn) -> ForeignTable:
    """Rows of cells with, mostly, a row of headings somewhere among the first."""
    rows = draw(st.lists(st.lists(CELLS, max_size=7), max_size=9))
    if draw(st.integers(0, 3)):
        heads = [
            [Cell(text) for text in row]
            for row in draw(st.lists(st.lists(HEADINGS, max_size=7), min_size=1, max_size=2))
        ]
        place = draw(st.integers(0, len(rows)))
        rows = rows[:place] + heads + rows[place:]
    first = draw(st.integers(1, 5))
    return ForeignTable(
        tuple(TableRow(first + 2 * number, tuple(row)) for number, row in enumerate(rows)),
        draw(st.sampled_from(["", "Sheet1", "Lookups", "Services"])),
    )


MAPPINGS = st.builds(
    Mapping,
    columns=st.dictionaries(
        HEADINGS, st.sampled_from(["", "name", "title", "phones", "note", "ages", "contact", "key"]), max_size=3
    ),
    sheet=st.sampled_from(["", "", "", "services"]),
    heading_line=st.sampled_from([0, 0, 0, 1, 3]),
)


def holds(file: ForeignFile, mapping: Mapping | None, *, of_resources: bool) -> None:
    try:
        reading = (read_resources if of_resources else read_services)(file, mapping)
    except ListRefused as refused:
        assert all(refused.sentences())
        return
    rows = [(row, table.sheet) for table in file.tables for row in table.rows]
    assert [(record.place.line, record.place.sheet) for record in reading.records] == [
        (row.line, sheet) for row, sheet in rows
    ]
    for record, (row, _) in zip(reading.records, rows, strict=True):
        assert (record.fields is None) is (record.outcome in _GONE)
        assert bool(record.reasons) is (record.outcome is not Outcome.TAKEN)
        assert all(reason.strip() and len(reason) < 5_000 for reason in record.reasons)
        for cell in row.cells:
            assert not cell.odd or any(cell.odd in reason for reason in record.reasons)
        if record.fields is not None:
            assert_fit_to_keep(record.fields)
    keys = [
        record.key
        for record in reading.records
        if record.fields is not None and record.outcome is not Outcome.DUPLICATE
    ]
    assert all(keys) and len(set(keys)) == len(keys)
    for use in reading.columns:
        assert bool(use.field) is not bool(use.why_not)


def assert_fit_to_keep(fields: ListingFields | ResourceFields) -> None:
    """Each text is one the binder keeps as it is: one line of at most 500 letters, or a clean note."""
    assert fields.name if isinstance(fields, ListingFields) else fields.title
    for one in fields_of(fields):
        value = getattr(fields, one.name)
        for text in [value] if isinstance(value, str) else _texts(value):
            assert clean(text) == text
            if one.name not in _NOTES:
                assert clean_line(text, one.name) == text
    if isinstance(fields, ListingFields):
        assert all(phone.number for phone in fields.phones)
        assert not fields.website or fields.website.casefold().startswith(("http://", "https://"))
    else:
        assert not fields.link or fields.link.casefold().startswith(("http://", "https://"))
        assert all(1 <= statement <= 8 for statement in fields.statements)


def _texts(value: Any) -> list[str]:
    if not isinstance(value, tuple):
        return []
    return [text for item in value for text in ((item.number, item.label) if isinstance(item, Phone) else (str(item),))]


@settings(STEADY, max_examples=60)
@given(st.lists(tables(), max_size=3), st.one_of(st.none(), MAPPINGS), st.booleans())
@example([table("Name|Phone\n" + "Pact|0808 808 3444\n" * 3)], None, False)
def test_F56_any_table_is_read_row_by_row_or_refused(
    several: list[ForeignTable], mapping: Mapping | None, of_resources: bool
) -> None:
    holds(ForeignFile(tuple(several), separator=","), mapping, of_resources=of_resources)


@settings(STEADY, max_examples=60)
@given(
    st.lists(st.lists(st.text(alphabet=st.characters(codec=None, exclude_categories=())), max_size=6), max_size=8),
    st.booleans(),
)
def test_F56_any_words_in_the_rows_of_a_list(rows: list[list[str]], of_resources: bool) -> None:
    head = ["Title" if of_resources else "Name", "Phone", "E-mail", "Link", "Ages", "Notes"]
    cells = [tuple(Cell(text) for text in row) for row in (head, *rows)]
    file = ForeignFile((ForeignTable(tuple(TableRow(line, row) for line, row in enumerate(cells, start=1))),))
    holds(file, None, of_resources=of_resources)


@pytest.mark.heavy
@settings(STEADY, max_examples=5_000)
@given(st.lists(tables(), max_size=3), st.one_of(st.none(), MAPPINGS), st.booleans())
def test_F56_five_thousand_tables(several: list[ForeignTable], mapping: Mapping | None, of_resources: bool) -> None:
    holds(ForeignFile(tuple(several), separator=","), mapping, of_resources=of_resources)


@pytest.mark.parametrize(
    "words",
    [
        "a",
        "1.",
        "1 ",
        "a@",
        "a\n",
        ", ",
        "(",
        "x1 ",
        "total ",
        "born 1 ",
        "https://x.org ",
        "A1234BC ",
        "e.g. required ",
        "é",
    ],
)
def test_F57_a_hundred_thousand_letters_in_every_cell(words: str) -> None:
    long = (words * 100_000)[:100_000].strip()
    for of_resources in (False, True):
        heads = RESOURCE_FIELDS if of_resources else SERVICE_FIELDS
        cells = [[Cell(word) for word in heads.values()], [Cell(long) for _ in heads], [Cell("b"), Cell("c")]]
        rows = tuple(TableRow(line, tuple(row)) for line, row in enumerate(cells, start=1))
        holds(ForeignFile((ForeignTable(rows),), separator=","), None, of_resources=of_resources)
        holds(ForeignFile((ForeignTable(rows[1:2]),), separator=","), None, of_resources=of_resources)

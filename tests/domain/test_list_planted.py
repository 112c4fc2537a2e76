"""Generated lists with planted defects: what becomes of each is known, and every other row is taken as it is."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from champion_app.domain.foreign_tables import Cell, ForeignFile, ForeignTable, TableRow
from champion_app.domain.imports import Outcome
from champion_app.domain.list_reading import read_services
from champion_app.domain.listings import ListingFields, ListingStatus, Phone

TAKEN, WARNED, REFUSED = Outcome.TAKEN, Outcome.WARNED, Outcome.REFUSED
DUPLICATE, ASK, IGNORED = Outcome.DUPLICATE, Outcome.ASK, Outcome.IGNORED

# Each column with some of the headings it comes under.
HEADINGS = {
    "name": ["Service name", "NAME OF SERVICE*", "service_name", "Service", "Name of\nservice:", "Project name"],
    "organisation": ["Organisation", "Provider", "Delivered by", "organisationName", "Agency"],
    "phone": ["Telephone", "Tel. No.", "phoneNumber", "CONTACT NUMBER", "Phone*"],
    "email": ["E-mail", "Email address", "contact_email", "E-MAIL ADDRESS"],
    "website": ["Website", "Web", "URL", "Web address:"],
    "description": ["Description", "What we do", "SUMMARY", "service_description"],
    "address": ["Address", "Full address", "Postal address"],
    "ages": ["Ages", "Age range", "AGE GROUP", "Ages covered"],
    "cost": ["Cost", "Fees", "Price", "How much does it cost?"],
    "status": ["Status", "Service status"],
    "internal": ["Internal notes", "Officer comments", "Key worker", "Contact name"],
    "unknown": ["Colour", "Foo", "Zone letter"],
}
_FIRST = ["Easton", "Sunshine", "Harbour", "Tŷ Siriol", "Long Ashton", "Café", "St. Mary's", "O'Brien", "Two-Way"]
_SECOND = [
    "Family Centre",
    "Play Group",
    "Youth Club",
    "Visitors' Centre",
    "Advice Line",
    "Counselling",
    "Parents Together",
]
_DOES = [
    "Helps families",
    "Talks, plays and listens",
    "One-to-one work; groups on Fridays",
    "Visits – with a creche – £2",
]


@dataclass
class Row:
    """A row to write, and how it must end. ``fields`` is None where only the outcome and a word of the reason count."""

    cells: dict[str, Cell]
    outcome: Outcome = TAKEN
    says: str = ""
    fields: ListingFields | None = None
    alone: list[Cell] = field(default_factory=list)
    extra: list[Cell] = field(default_factory=list)

    @property
    def lone(self) -> bool:
        """Whether it holds a name and nothing else."""
        return self.says == "only a name"

    def saying(self, column: str, cell: Cell | str, says: str, **changed: object) -> Row:
        """The same row with one cell spoilt, which must be warned about."""
        cells = {**self.cells, column: cell if isinstance(cell, Cell) else Cell(cell)}
        fields = replace(self.fields, **changed) if self.fields is not None else None  # type: ignore[arg-type]
        return replace(self, cells=cells, outcome=WARNED, says=says, fields=fields)


def clean_row(chance: random.Random, number: int) -> Row:
    """A service that no other row resembles."""
    words = {
        "name": f"{chance.choice(_FIRST)} {chance.choice(_SECOND)} {number}",
        "organisation": chance.choice(["", "Pact", "Barnardo's", "Bristol City Council"]),
        "phone": f"0117 496 {number:04d}",
        "email": f"info{number}@pact.org.uk",
        "website": f"https://pact.org.uk/{number}",
        "description": chance.choice(_DOES),
        "address": f"{number} High Street, Bristol BS{number % 9 + 1} 4ST",
        "ages": chance.choice(["", "5 to 11", "All ages", "11+"]),
        "cost": chance.choice(["", "Free", "£3 a session"]),
        "status": chance.choice(["", "Active", "Open"]),
        "internal": chance.choice(["", "secret"]),
        "unknown": chance.choice(["", "blue"]),
    }
    kept = {
        name: words[name]
        for name in ("name", "organisation", "email", "website", "description", "address", "ages", "cost")
    }
    fields = ListingFields(**kept, phones=(Phone(words["phone"]),))
    return Row({name: Cell(text) for name, text in words.items()}, fields=fields)


Defect = Callable[[Row, random.Random, int], Row]


def other(row: Row, **cells: str) -> Row:
    return replace(row, cells={**row.cells, **{name: Cell(text) for name, text in cells.items()}}, fields=None)


DEFECTS: dict[str, Defect] = {
    "lost nought": lambda row, _, n: row.saying(
        "phone", f"117496{n:04d}", "lost its first 0", phones=(Phone(f"0117496{n:04d}"),)
    ),
    "digit short": lambda row, _, n: row.saying(
        "phone", f"0117 496 {n % 1000:03d}", "10 digits", phones=(Phone(f"0117 496 {n % 1000:03d}"),)
    ),
    "made-up number": lambda row, chance, _: row.saying(
        "phone", chance.choice(["00000000000", "01234 567890", "n/a", "TBC"]), "taken as empty", phones=()
    ),
    "two numbers, one odd": lambda row, _, n: row.saying(
        "phone", f"0117 496 {n:04d} / 0117 49", "another ending", phones=(Phone(f"0117 496 {n:04d}", "0117 49"),)
    ),
    "made-up e-mail": lambda row, chance, _: row.saying(
        "email", chance.choice(["test@example.com", "none", "name@domain.com"]), "taken as empty", email=""
    ),
    "no e-mail": lambda row, _, __: row.saying(
        "email", "info at pact", "not an e-mail", email="", note="{email}: info at pact"
    ),
    "two e-mails": lambda row, _, n: row.saying(
        "email", f"info{n}@pact.org.uk; b@pact.org.uk", "2 e-mail", note="Other e-mail addresses: b@pact.org.uk"
    ),
    "unsafe link": lambda row, _, __: row.saying(
        "website", "javascript:alert(1)", "other than a web page", website="", note="{website}: javascript:alert(1)"
    ),
    "empty link": lambda row, chance, _: row.saying(
        "website", chance.choice(["http://", "www.", "example.com"]), "taken as empty", website=""
    ),
    "ages as a date": lambda row, chance, _: row.saying(
        "ages", chance.choice([Cell("05-Nov"), Cell("2026-11-05", is_date=True)]), "Excel turned", ages="5 to 11"
    ),
    "wrong letters": lambda row, _, __: row.saying(
        "description", "CafÃ© donâ€™t", "letters look wrong", description="CafÃ© donâ€™t"
    ),
    "odd cell": lambda row, _, __: row.saying(
        "cost", Cell("", odd="no value was saved"), "no value was saved", cost=""
    ),
    "odd cell left out": lambda row, _, __: row.saying(
        "unknown", Cell("x", odd="it shows an error"), "it shows an error"
    ),
    "date in words": lambda row, _, __: row.saying(
        "cost", Cell("2026-05-09", is_date=True), "Excel may have changed", cost="9 May 2026"
    ),
    "long cost": lambda row, _, __: row.saying(
        "cost", "y" * 501, "too long", cost="", note="What it costs: " + "y" * 501
    ),
    "unknown state": lambda row, _, __: row.saying("status", "Amber", "calls it “Amber”", note="{status}: Amber"),
    "closed in its name": lambda row, _, __: row.saying(
        "name",
        row.cells["name"].text + " (CLOSED)",
        "has closed",
        name=row.cells["name"].text + " (CLOSED)",
        status=ListingStatus.CLOSED,
    ),
    "closed": lambda row, chance, _: replace(
        row.saying(
            "status", chance.choice(["Closed", "inactive", "No longer running"]), "", status=ListingStatus.CLOSED
        ),
        outcome=TAKEN,
    ),
    "no name": lambda row, chance, _: replace(
        other(row, name=chance.choice(["", "-", "TBC", "12"])), outcome=REFUSED, says="name"
    ),
    "a person": lambda row, _, __: replace(
        other(row, description="DOB 12/03/2015, likes football"), outcome=REFUSED, says="about a person"
    ),
    "slipped": lambda row, _, __: replace(
        row, extra=[Cell("more")], outcome=ASK, says="more cells than there are headings", fields=None
    ),
    "columns mixed up": lambda row, _, n: replace(
        other(row, phone=f"info{n}@pact.org.uk", email=f"0117 496 {n:04d}"), outcome=ASK, says="wrong columns"
    ),
    "test row": lambda row, _, n: replace(other(row, name=f"Test service {n}"), outcome=ASK, says="test"),
    "lone name": lambda row, _, n: replace(
        row, alone=[Cell(f"Quiet Corner {n}")], outcome=ASK, says="only a name", fields=None
    ),
}
DOUBLES: dict[str, Defect] = {
    "double": lambda row, chance, _: replace(
        row,
        cells={**row.cells, "name": Cell(chance.choice([str, str.upper])(row.cells["name"].text))},
        outcome=DUPLICATE,
        says="stands on",
        fields=None,
    ),
    "same name": lambda row, _, n: replace(
        other(row, phone=f"0117 499 {n:04d}", description="Something else"), outcome=ASK, says="same name"
    ),
    "same number": lambda row, _, n: replace(
        other(row, name=f"Other Club {n}"), outcome=ASK, says="same telephone number"
    ),
}
ASIDE = [
    "",
    "",
    "Total: {n}",
    "{n} services",
    "Please complete one row per service",
    "Last updated 3 March 2026",
    "Source: Bristol City Council",
    "---",
    "Note: ring first",
    "sep=;",
    "Page 2 of 3",
]


def planted(number: int) -> tuple[ForeignFile, list[Row], dict[str, str]]:
    """A list, its rows in order as they must end, and the heading of each column."""
    chance = random.Random(number)
    columns = list(HEADINGS)
    chance.shuffle(columns)
    headings = {name: chance.choice(HEADINGS[name]) for name in columns}
    services = [clean_row(chance, chance.randrange(0, 40) + 40 * place) for place in range(chance.randint(8, 20))]
    rows = spoilt(services, chance)
    for _ in range(chance.randint(0, 4)):
        words = chance.choice(ASIDE).format(n=len(services))
        free = [place for place in range(1, len(rows) + 1) if place == len(rows) or not rows[place].lone]
        rows.insert(chance.choice(free), Row({}, IGNORED, alone=[Cell(words)] if words else []))
    if chance.random() < 0.3:
        again = [Cell(headings[name]) for name in columns]
        rows.insert(chance.randint(1, len(rows)), Row({}, IGNORED, "headings again", alone=again))
    above = [
        Row({}, IGNORED, alone=[Cell(words)])
        for words in ["Directory of help", "", "Spring 2026"][: chance.randint(0, 3)]
    ]
    head = Row({}, IGNORED, "headings", alone=[Cell(headings[name]) for name in columns])
    rows = [*above, head, *rows]
    for row in rows:
        row.alone = [Cell("")] * columns.index("name") + row.alone if row.lone else row.alone
    lines = [tuple(row.alone or [row.cells[name] for name in columns if row.cells] + row.extra) for row in rows]
    table = ForeignTable(
        tuple(TableRow(line, cells) for line, cells in enumerate(lines, start=1)), chance.choice(["", "List"])
    )
    return ForeignFile((table,), separator=","), rows, headings


def spoilt(services: list[Row], chance: random.Random) -> list[Row]:
    """The rows with a third of them spoilt, and up to two that repeat one from above."""
    rows: list[Row] = []
    for place, row in enumerate(services):
        number = int(row.cells["phone"].text[-4:])
        if place and chance.random() < 0.33 and (place > 3):
            rows.append(DEFECTS[chance.choice(list(DEFECTS))](row, chance, number))
        else:
            rows.append(row)
    for name in chance.sample(list(DOUBLES), chance.randint(0, 2)):
        original = chance.choice(rows[:3])  # always a clean one
        if original.outcome is TAKEN and not any(row.cells is original.cells for row in rows[4:]):
            place = chance.randint(4, len(rows))
            rows.insert(place, DOUBLES[name](original, chance, chance.randrange(1000)))
    return rows


def ends_as_planted(number: int) -> None:
    file, rows, headings = planted(number)
    reading = read_services(file)
    assert len(reading.records) == len(rows)
    for record, row in zip(reading.records, rows, strict=True):
        where = f"list {number}, line {record.place.line}: {record}"
        assert record.outcome is row.outcome, where
        assert row.says in " ".join(record.reasons), where
        if row.fields is not None:
            note = row.fields.note.format(**{name: " ".join(heading.split()) for name, heading in headings.items()})
            assert record.fields == replace(row.fields, note=note), where
    for use in reading.columns:
        assert bool(use.field) is (
            use.heading not in {" ".join(headings[name].split()) for name in ("internal", "unknown")}
        )
    assert "secret" not in repr(reading)


@pytest.mark.parametrize("start", range(0, 60, 10))
def test_planted_defects_end_as_they_must(start: int) -> None:
    for number in range(start, start + 10):
        ends_as_planted(number)


@pytest.mark.parametrize("number", [548, 622, 1174, 1955, 2730, 3114])  # headings again beneath the first record
def test_lists_that_were_once_misread(number: int) -> None:
    ends_as_planted(number)


@pytest.mark.heavy
@pytest.mark.parametrize("start", range(100, 5_100, 500))
def test_five_thousand_lists_with_planted_defects(start: int) -> None:
    for number in range(start, start + 500):
        ends_as_planted(number)


def test_every_defect_is_planted_somewhere() -> None:
    found = {row.says for number in range(60) for row in planted(number)[1]}
    chance, row = random.Random(0), clean_row(random.Random(0), 7)
    assert found >= {defect(row, chance, 7).says for defect in (*DEFECTS.values(), *DOUBLES.values())}

"""Anything may stand anywhere in a list: only ListRefused escapes, each service is one record, what is kept is tidy."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.imports import Outcome, Reading, counts
from champion_app.domain.listings import ListingFields
from champion_app.exchange.open_referral_in import is_open_referral, packed, unpacked
from champion_app.exchange.open_referral_reading import reading_of
from champion_app.faults import ListRefused
from champion_app.tasks.listings import tidy
from tests.exchange.open_referral_samples import (
    TABLES,
    outcomes,
    page_1,
    page_3,
    service_1,
    service_3,
    table_bytes,
    zip_file,
)

QUICK = settings(max_examples=120, deadline=None, database=None)
HEAVY = settings(max_examples=5000, deadline=None, database=None)

# Keys that mean something, so that odd values stand where somebody looks for them; none of those that make a page.
_keys = st.sampled_from(
    sorted(
        {"id", "name", "number", "location", "address", "link_type", "taxonomy_term", "amount", "weekday", "metadata"}
        | set(service_3()) | set(service_1())
    )
)  # fmt: skip
_odd_text = st.sampled_from(
    ["", "n/a", "javascript:x", "<p>", "&#0;", "00000000000", "1970-01-01", "\u202e", "-1", "MO,XX", "25:99", "x" * 700,
     "a@b.org, c@d.org", "http://[", "£", "\U0001f600", "null", "2025-03-04", "BS1 1AA", "++44", "١٢٣"]
)  # fmt: skip
_scalar = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**40), 2**40), st.floats(allow_nan=False, allow_infinity=False), _odd_text,
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
)  # fmt: skip
_value = st.recursive(
    _scalar,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_keys, inner, max_size=4)),
    max_leaves=12,
)


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON value where another value could stand."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*path, key)
        yield from _places(one, (*path, key))


def _documents() -> list[Any]:
    return [page_3(service_3(), service_1()), page_1(service_1(), service_3()), [service_3(), service_1()], service_3()]


_spots = st.sampled_from([(number, path) for number, one in enumerate(_documents()) for path in _places(one)])


def _sound(reading: Reading, services: int | None = None) -> None:
    """The sums close, a refused record has a reason and no fields, and what is kept could be kept at once."""
    assert sum(counts(outcomes(reading)).values()) == len(reading.records)
    assert services is None or len(reading.records) == services
    keys = [record.key for record in reading.records if record.outcome in (Outcome.TAKEN, Outcome.WARNED)]
    assert len(keys) == len(set(keys))
    assert all(keys)
    for record in reading.records:
        refused = record.outcome in (Outcome.REFUSED, Outcome.IGNORED)
        assert (record.fields is None) is refused
        assert record.reasons or record.outcome is Outcome.TAKEN
        if isinstance(record.fields, ListingFields):
            assert tidy(record.fields) == record.fields
            assert record.fields.website == "" or record.fields.website.casefold().startswith(("http://", "https://"))
    assert unpacked(json.loads(json.dumps(packed(reading)))) == reading


def _read(content: bytes, name: str = "list.json") -> Reading | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        is_open_referral(path)
        try:
            return reading_of(path)
        except ListRefused as refused:
            assert refused.details["reason"]
            return None


def _with(spot: tuple[int, tuple[Any, ...]], value: Any) -> None:
    number, path = spot
    document = _documents()[number]
    held = document
    for step in path[:-1]:
        held = held[step]
    held[path[-1]] = value
    services = document
    if isinstance(document, dict):
        services = document.get("contents", document.get("content", [document]))
    reading = _read(json.dumps(document).encode())
    if reading is not None:
        _sound(reading, len(services) if isinstance(services, list) else None)


@QUICK
@given(_spots, _value)
def test_any_value_may_stand_anywhere(spot: tuple[int, tuple[Any, ...]], value: Any) -> None:
    _with(spot, value)


@pytest.mark.heavy
@HEAVY
@given(_spots, _value)
def test_five_thousand_values_may_stand_anywhere(spot: tuple[int, tuple[Any, ...]], value: Any) -> None:
    _with(spot, value)


@QUICK
@given(st.lists(_value, max_size=6))
def test_any_values_may_stand_for_services(values: list[Any]) -> None:
    reading = _read(json.dumps(page_3(service_3(), *values)).encode())
    assert reading is not None
    _sound(reading, 1 + len(values))


# ---------------------------------------------------------------- bytes changed on the way


def _whole_files() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        tables = zip_file(Path(folder), {f"{name}.csv": table_bytes(rows) for name, rows in TABLES.items()}, "a.zip")
        pages = zip_file(Path(folder), {"page1.json": json.dumps(page_3(service_3())).encode()}, "b.zip")
        return {
            "list.json": json.dumps(page_3(service_3(), service_1())).encode(),
            "tables.zip": tables.read_bytes(),
            "pages.zip": pages.read_bytes(),
        }


_FILES = _whole_files()
_change = st.tuples(st.floats(0, 1), st.sampled_from(["put", "out", "in", "cut"]), st.binary(min_size=1, max_size=4))


def _changed(content: bytes, changes: list[tuple[float, str, bytes]]) -> bytes:
    for share, how, piece in changes:
        at = int(share * len(content))
        if how == "cut":
            content = content[:at]
        else:
            after = at + (len(piece) if how in ("put", "out") else 0)
            content = content[:at] + (b"" if how == "out" else piece) + content[after:]
    return content


def _damaged(name: str, changes: list[tuple[float, str, bytes]]) -> None:
    reading = _read(_changed(_FILES[name], changes), name)
    if reading is not None:
        _sound(reading)


@QUICK
@given(st.sampled_from(sorted(_FILES)), st.lists(_change, min_size=1, max_size=3))
def test_F46_damaged_files_are_read_or_refused(name: str, changes: list[tuple[float, str, bytes]]) -> None:
    _damaged(name, changes)


@pytest.mark.heavy
@HEAVY
@given(st.sampled_from(sorted(_FILES)), st.lists(_change, min_size=1, max_size=3))
def test_F46_five_thousand_damaged_files_are_read_or_refused(
    name: str, changes: list[tuple[float, str, bytes]]
) -> None:
    _damaged(name, changes)


@QUICK
@given(st.binary(max_size=200), st.sampled_from(["list.json", "list.zip", "list", "list.csv"]))
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    assert _read(content, name) is None or b"{" in content or b"[" in content


# ---------------------------------------------------------------- tables

_cell = st.one_of(
    st.sampled_from(["s1", "l1", "o1", "c1", "sl1", "t1", "1", ""]),
    _odd_text,
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"], exclude_characters='"'), max_size=12),
)
_names = st.sampled_from(sorted(TABLES))


def _with_cells(cells: list[tuple[str, float, float, str]]) -> None:
    tables = {name: [list(row) for row in rows] for name, rows in TABLES.items()}
    for name, down, across, cell in cells:
        rows = tables[name]
        row = rows[1 + int(down * (len(rows) - 2))]
        row[int(across * (len(row) - 1))] = cell
    with tempfile.TemporaryDirectory() as folder:
        path = zip_file(Path(folder), {f"{name}.csv": table_bytes(rows) for name, rows in tables.items()})
        assert is_open_referral(path)
        reading = reading_of(path)
    _sound(reading)
    # A cell that was empty may make its row a service, and the other way round; no row is lost or told twice.
    assert len({record.place for record in reading.records}) == len(reading.records) == len(TABLES["services"]) - 1


_cells = st.lists(st.tuples(_names, st.floats(0, 1), st.floats(0, 1), _cell), min_size=1, max_size=8)


@QUICK
@given(_cells)
def test_any_cells_may_stand_in_the_tables(cells: list[tuple[str, float, float, str]]) -> None:
    _with_cells(cells)


@pytest.mark.heavy
@settings(max_examples=1000, deadline=None, database=None)
@given(_cells)
def test_many_cells_may_stand_in_the_tables(cells: list[tuple[str, float, float, str]]) -> None:
    _with_cells(cells)


def test_a_place_shared_by_everything_is_not_multiplied_without_end(tmp_path: Path) -> None:
    count = 400
    tables = {
        "services": [["id", "name"], *([f"s{one}", f"Club {one}"] for one in range(count))],
        "locations": [["id", "name"], ["l1", "Hub"]],
        "services_at_location": [["id", "service_id", "location_id"], *(["", f"s{one}", "l1"] for one in range(count))],
        "phones": [["id", "location_id", "number"], *([str(one), "l1", f"0117 {one:07}"] for one in range(count))],
    }
    path = zip_file(tmp_path, {f"{name}.csv": table_bytes(rows) for name, rows in tables.items()})
    reading = reading_of(path)
    assert len(reading.records) == count
    assert all(
        len(record.fields.phones) == 20 for record in reading.records if isinstance(record.fields, ListingFields)
    )

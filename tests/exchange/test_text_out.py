"""Tables out as CSV: nothing runs in a spreadsheet, and everything comes back as it was (F58)."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.typed_text import clean
from champion_app.exchange.text_out import csv_bytes, write_csv
from champion_app.exchange.text_tables import read_text_table, text_table
from champion_app.faults import FolderMissing

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff") | st.sampled_from("=+-@'\t\r\n,;\"")
TEXTS = st.text(LETTERS, max_size=12).map(lambda text: clean(text).strip())


def test_F58_formulas_are_kept_as_text(tmp_path: Path) -> None:
    row = [
        "=1+1",
        "+44 117",
        "-5",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "'=x",
        "''-",
        "'tis",
        "ŵ",
        None,
        True,
        7,
        date(2026, 11, 5),
    ]
    path = write_csv(tmp_path / "list.csv", ["=Name"], [row])
    text = path.read_bytes().decode("utf-8-sig")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    heading, made = csv.reader(io.StringIO(text, newline=""))
    assert heading == ["'=Name"]
    assert made == [
        "'=1+1", "'+44 117", "'-5", "'@SUM(A1)", "'\tx", "'\nx", "''=x", "'''-", "'tis", "ŵ", "",
        "yes", "7", "2026-11-05",
    ]  # fmt: skip
    assert [cell.text for cell in read_text_table(path).tables[0].rows[1].cells[:5]] == [
        "=1+1", "+44 117", "-5", "@SUM(A1)", "x"
    ]  # fmt: skip


def round_trip(rows: list[list[str]]) -> None:
    content = csv_bytes(["Name", "Phone", "About"], rows)
    found = text_table(content, "list.csv", separator=",").tables[0].rows
    assert [[cell.text for cell in row.cells] for row in found[1:]] == rows
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row)


ROWS = st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=5)


@given(ROWS)
@settings(max_examples=200, deadline=None, database=None)
def test_F58_every_text_comes_back_as_it_was(rows: list[list[str]]) -> None:
    round_trip(rows)


@pytest.mark.heavy
@given(ROWS)
@settings(max_examples=5_000, deadline=None, database=None)
def test_F58_every_text_comes_back_as_it_was_many_times(rows: list[list[str]]) -> None:
    round_trip(rows)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        write_csv(tmp_path / "gone" / "list.csv", ["a"], [])

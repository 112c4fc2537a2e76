"""Tables out as Excel: text stays text, days are days, and the same table makes the same file (F58)."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.typed_text import clean
from champion_app.exchange.excel_out import LONGEST_CELL, OutSheet, excel_bytes, write_excel
from champion_app.exchange.excel_tables import workbook
from champion_app.faults import FolderMissing, NotAFile

SHEET = OutSheet(
    "Services: A/B",
    ["Name", "=Phone", "Checked"],
    [
        ["=HYPERLINK(1)", "+44 117", datetime.date(2026, 11, 5)],
        ["#N/A", 5, None],
        ["a\x00\ud800\uffff\r\nb", 1.5, True],
    ],
)


def test_F58_text_never_becomes_a_formula(tmp_path: Path) -> None:
    page = openpyxl.load_workbook(write_excel(tmp_path / "out.xlsx", [SHEET]))["Services A B"]
    assert [[cell.value for cell in row] for row in page.rows] == [
        ["Name", "=Phone", "Checked"],
        ["=HYPERLINK(1)", "+44 117", datetime.datetime(2026, 11, 5)],
        ["#N/A", 5, None],
        ["a\nb", 1.5, "yes"],
    ]
    types = [[cell.data_type for cell in row] for row in page.rows]
    assert types[1:] == [["s", "s", "d"], ["s", "n", "n"], ["s", "n", "s"]]
    assert page["A2"].quotePrefix and page["B2"].quotePrefix and not page["A1"].quotePrefix
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:C4")
    assert 8 <= page.column_dimensions["A"].width <= 60
    assert [path.name for path in tmp_path.iterdir()] == ["out.xlsx"]


def test_the_same_table_makes_the_same_bytes() -> None:
    once = excel_bytes([SHEET])
    with zipfile.ZipFile(io.BytesIO(once)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = openpyxl.load_workbook(io.BytesIO(once)).properties
    assert core.created == core.modified == datetime.datetime(1980, 1, 1)
    assert excel_bytes([SHEET]) == once


def test_a_text_too_long_for_excel_is_cut_and_says_so() -> None:
    long = workbook(excel_bytes([OutSheet("a", ["b"], [["x" * 40_000]])]), "a").tables[0].rows[1].cells[0].text
    assert len(long) == LONGEST_CELL
    assert long.endswith("(cut here: an Excel cell holds no more)")


def test_titles_are_what_excel_takes() -> None:
    sheets = [OutSheet(title, [], []) for title in ("a", "A", "x" * 40, "x" * 50, "", "[:*?/\\]", "'a'", "a\0b")]
    assert openpyxl.load_workbook(io.BytesIO(excel_bytes(sheets))).sheetnames == [
        "a", "A (2)", "x" * 31, "x" * 27 + " (2)", "Sheet", "Sheet (2)", "a (3)", "ab"
    ]  # fmt: skip


def test_places_that_cannot_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        write_excel(tmp_path / "gone" / "out.xlsx", [SHEET])
    with pytest.raises(NotAFile):
        write_excel(tmp_path, [SHEET])


LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\ufffe\uffff") | st.sampled_from(
    "=+-@'\t\r\n"
)
VALUES = st.text(LETTERS, max_size=10) | st.integers(-(10**14), 10**14) | st.dates(datetime.date(1900, 1, 1))


@given(st.lists(st.lists(VALUES, min_size=2, max_size=2), max_size=5))
@settings(max_examples=40, deadline=None, database=None)
def test_F58_every_value_comes_back_as_it_was(rows: list[list[str | int | datetime.date]]) -> None:
    found = workbook(excel_bytes([OutSheet("a", ["b", "c"], rows)]), "a").tables[0].rows[1:]
    for number, row in enumerate(rows):
        texts = [cell.text for cell in found[number].cells] if number < len(found) else ["", ""]
        assert texts == [clean(value).strip() if isinstance(value, str) else str(value) for value in row]

"""Lists as text in every condition: each line of the file is in exactly one row, and no word is lost."""

from __future__ import annotations

import csv
import io
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.foreign_tables import ForeignFile, TableRow
from champion_app.exchange import text_tables
from champion_app.exchange.file_kinds import is_utf16
from champion_app.exchange.text_records import MISMATCHED, UNCLOSED
from champion_app.exchange.text_tables import read_text_table, text_table
from champion_app.faults import ListRefused

Words = list[tuple[int, list[str]]]


def read(content: bytes, **more: str) -> ForeignFile:
    return text_table(content, "list.csv", **more)


def rows(content: bytes, **more: str) -> tuple[TableRow, ...]:
    return read(content, **more).tables[0].rows


def words(content: bytes, **more: str) -> Words:
    return [(row.line, [cell.text for cell in row.cells]) for row in rows(content, **more)]


# ---------------------------------------------------------------- conditions (F55)

TABLE = [["Name", "Phone", "About"], ["Siân Ŵyn", "0117 496 0123", "free, and\nkind"], ["Ty; Hafan", "", "a\tb|c"]]
EXPECTED: Words = [(1, TABLE[0]), (2, TABLE[1]), (4, TABLE[2])]


def written(table: Sequence[Sequence[str]], encoding: str = "utf-8", **dialect: Any) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, **dialect).writerows(table)
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_F55_every_encoding_separator_and_line_end(encoding: str, separator: str, end: str) -> None:
    content = written(TABLE, delimiter=separator, quoting=csv.QUOTE_ALL).replace(b"\r\n", b"\n").decode()
    found = read(content.replace("\n", end).encode(encoding))
    assert [(row.line, [cell.text for cell in row.cells]) for row in found.tables[0].rows] == EXPECTED
    assert found.separator == separator
    assert found.encoding == {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(encoding, encoding)


def test_F55_cp1252_is_read_and_said() -> None:
    found = read("Name,Cost\nSiân’s café,£5\n".encode("cp1252"))
    assert [cell.text for cell in found.tables[0].rows[1].cells] == ["Siân’s café", "£5"]
    assert found.encoding == "cp1252"
    assert "Western European" in found.notes[0]


def test_F55_words_that_look_garbled_are_pointed_out() -> None:
    row = rows("Name,Area\nÅ´yn,â€™,Ã©,good\n".encode())[1]
    assert [bool(cell.odd) for cell in row.cells] == [True, True, True, False]
    assert not rows("Ŵyn,’,é\n".encode())[0].cells[0].odd
    assert rows("Ŵyn,x\n".encode(), encoding="cp1252")[0].cells[0].odd  # the wrong choice shows


def test_F55_a_line_that_names_the_separator_is_a_row_like_any_other() -> None:
    for content in (
        b"sep=;\r\na,b;c,d\r\n1,2;3\r\n",
        b'"SEP=;"\na,b;c,d\n1,2;3\n',
        b"\xef\xbb\xbfsep=;\na,b;c,d\n1,2;3",
    ):
        assert words(content) == [(1, [content.decode("utf-8-sig").split()[0]]), (2, ["a,b", "c,d"]), (3, ["1,2", "3"])]
    assert words(b"sep=;") == [(1, ["sep=;"])]


def test_F55_the_persons_choice_goes_first() -> None:
    content = "sep=;\nNäme,x;y\n".encode("cp1252")
    assert words(content, separator=",", encoding="iso8859-1")[1] == (2, ["Näme", "x;y"])


@pytest.mark.parametrize(
    ("content", "separator"),
    [
        (b"Services in our area, June\n\nName;Phone;Web\nA, B and C;1;2\nD;3,5;4\n", ";"),
        (b"Name,About,Web\nA,x; y; z,1\nB,x; y,2\nC,,\n", ","),
        (b"Name\tAbout\nA\tone, two, three\nB\tfour, five\n", "\t"),
        (b'"Name";"About"\n"A";"one, two"\n"B";"three, four"\n', ";"),
        (b"Name|Ages\nA, B|5-11\n", "|"), (b"Only one column\nA\nB\n", ","), (b"x", ","),
    ],
)  # fmt: skip
def test_F55_the_separator_is_found_over_several_lines(content: bytes, separator: str) -> None:
    assert read(content).separator == separator


def test_mixed_line_ends_and_blank_lines_are_counted_as_an_editor_does() -> None:
    assert words(b"a,b\r\n\r\n1,2\r3,4\n\n5,6") == [
        (1, ["a", "b"]), (2, [""]), (3, ["1", "2"]), (4, ["3", "4"]), (5, [""]), (6, ["5", "6"])
    ]  # fmt: skip
    assert rows(b"a,b\n,\n \n")[1].blank
    assert len(rows(b"a\nb\n")) == len(rows(b"a\nb")) == 2


def test_a_nought_that_a_program_protects_and_a_formula_made_harmless_come_back() -> None:
    content = b'="0117",\'=SUM(A1),\'\'-x,\'tis,\' =x,"=""0800"""\n'
    assert words(content) == [(1, ["0117", "=SUM(A1)", "'-x", "'tis", "' =x", "0800"])]


# ---------------------------------------------------------------- damage (F56)


def test_F56_an_unclosed_quote_costs_only_its_own_row() -> None:
    content = b'Name,Phone,Web\nA,"open,3\n' + b"".join(b"%d,2,3\n" % number for number in range(1000))
    found = rows(content)
    assert len(found) == 1002
    assert [cell.text for cell in found[1].cells] == ["A", "open", "3"]
    assert found[1].cells[1].odd == UNCLOSED
    assert not any(cell.odd for row in found[2:] for cell in row.cells)
    assert read(content).notes == ("Quotes do not match on line 2; each of these lines was read as a row of its own.",)


@pytest.mark.parametrize("later", [b'7,"good, fine",9', b'7,8,"x"', b'7,"two\nlines",9', b'7,8" pipe,9', b'"",8,9'])
def test_F56_a_good_quote_further_down_does_not_hide_the_unclosed_one(later: bytes) -> None:
    found = words(b'a,b,c\n1,"open,3\n4,5,6\n' + later + b"\n10,11,12\n")
    assert found[1:3] == [(2, ["1", "open", "3"]), (3, ["4", "5", "6"])]
    assert found[3][1][0] in ("7", "")
    assert found[-1] == (5 + later.count(b"\n"), ["10", "11", "12"])


def test_F56_rows_that_a_quote_swallows_by_chance_are_given_back() -> None:
    content = b'a,b,c,d\n1,"open,3,4\n' + b"5,6,7,8\n" * 3 + b'9,10",11,12\n'
    assert [line for line, _ in words(content)] == [1, 2, 3, 4, 5, 6]
    assert [line for line, _ in words(b'a,b,c\n1,"open,3\n4",5,6\n7,8,9\n')] == [1, 2, 3, 4]


def test_F56_a_long_cell_that_is_closed_is_one_cell() -> None:
    about = "\n".join(f"Line {number}, with a comma" for number in range(60))
    assert words(written([["a", "b", "c", "d"], ["1", about, "3", "4"], ["5", "6", "7", "8"]])) == [
        (1, ["a", "b", "c", "d"]), (2, ["1", about, "3", "4"]), (62, ["5", "6", "7", "8"])
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        (b'1,"say "hi, there" ok",3', ["1", 'say "hi, there" ok', "3"]),
        (b'"Foo" Bar,2,3', ['"Foo" Bar', "2", "3"]),
        (b'"a \\"b\\" c",2,3', ['a \\"b\\" c', "2", "3"]),
        (b'a "b" c,5" pipe,""', ['a "b" c', '5" pipe', ""]),
        (b' "a, b" , "c" ,d', ["a, b", "c", "d"]),
        (b'"a""b","""",","', ['a"b', '"', ","]),
        (b'",2,3', ["", "2", "3"]),
    ],
)
def test_F56_quotes_that_do_not_match_lose_no_word(line: bytes, cells: list[str]) -> None:
    assert words(b"x,y,z\n" + line + b"\n4,5,6\n") == [(1, ["x", "y", "z"]), (2, cells), (3, ["4", "5", "6"])]


def test_F56_mismatched_cells_are_marked() -> None:
    row = rows(b'x,y,z\n1,"say "hi, there" ok",3\n')[1]
    assert [cell.odd for cell in row.cells] == ["", MISMATCHED, ""]


def test_F56_ragged_rows_and_doubled_or_empty_headings_stay_as_they_are() -> None:
    assert words(b"Name,Name,,\nA\nB,1,2,3,4,5\n") == [
        (1, ["Name", "Name", "", ""]), (2, ["A"]), (3, ["B", "1", "2", "3", "4", "5"])
    ]  # fmt: skip


def test_F56_nul_and_control_characters_are_taken_out_and_said() -> None:
    row = rows(b"Na\0me,b\x07,c\n")[0]
    assert [cell.text for cell in row.cells] == ["Name", "b", "c"]
    assert [bool(cell.odd) for cell in row.cells] == [True, True, False]


def test_F56_a_file_full_of_open_quotes_is_read_in_one_go() -> None:
    for line in (b'a,"b\n', b'c","d\n', b'"a\n""b\n'):
        content = line * 20_000
        assert len(rows(content)) == content.count(b"\n")


# ---------------------------------------------------------------- limits and other kinds (F57, F61)


def test_F57_limits_are_stated(refused: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(ListRefused, read, b"a,b\n" * 1_000_000) == "it has more than 200,000 rows"
    assert refused(ListRefused, read, b'a,""\n' * 200_001) == "it has more than 200,000 rows"
    assert len(rows(b"a\n" * 200_000)) == 200_000
    assert refused(ListRefused, read, b'a,b\n1,"' + b"x" * 200_000 + b'"\n') == (
        "line 2: a cell has more than 100,000 letters"
    )
    assert rows(b"x" * 100_000 + b",b\n")
    assert refused(ListRefused, read, b"a,b\n\n" + b"," * 1_000) == "line 3: it has more than 1,000 columns"
    for wide in (b"," * 30_000_000, b'"a,' * 200_000, b'"a",' * 200_000, b'"' * 300_000 + b",," * 100_000):
        assert "columns" in refused(ListRefused, read, wide) or "letters" in refused(ListRefused, read, wide)
    assert refused(ListRefused, read, b'"' + b"\n" * 2_000_001) == "it has more than 2,000,000 lines"
    monkeypatch.setattr(text_tables, "MOST_CELLS", 4_000)
    assert refused(ListRefused, read, (b"," * 999 + b"\n") * 5) == "it has more than 4,000 cells"
    with (tmp_path / "huge.csv").open("wb") as file:
        file.write(b"a,b\n")
        file.truncate(51 * 1024 * 1024)
    assert refused(ListRefused, read_text_table, tmp_path / "huge.csv") == "it is larger than 50 MB"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.4", "it is a PDF"), (b"\x89PNG\r\n\x1a\n", "it is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "it is an old Excel file (.xls), or one with a password"),
        (b"PK\x03\x04", "it is an Excel file or another zip file, not a text"),
        (b"<html><table><tr><td>a</td></tr></table></html>", "it is a web page, whatever its name says"),
        (b"<?xml version='1.0'?><Workbook>", "it is an XML file, not a table"),
        (b'{"services": []}', "it is a JSON file, not a table"), (b"MIME-Version: 1.0\n",
         "it is a saved web page or e-mail, whatever its name says"),
        (b"OggS\0", "it is a sound or film"), (bytes(range(256)) * 4, "it is not a text file"),
    ],
)  # fmt: skip
def test_F61_other_kinds_are_named(content: bytes, reason: str, refused: Any) -> None:
    assert refused(ListRefused, read, content) == reason


def test_F61_files_that_are_not_there_or_empty(refused: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "blank.csv").write_bytes(b" \r\n")
    (tmp_path / "list.csv").write_bytes(b"a,b\n")
    assert refused(ListRefused, read_text_table, tmp_path / "empty.csv") == "the file is empty"
    assert refused(ListRefused, read_text_table, tmp_path / "blank.csv") == "the file is empty"
    assert refused(ListRefused, read_text_table, tmp_path / "gone.csv") == "the file could not be opened"
    assert refused(ListRefused, read_text_table, tmp_path / "a\0b.csv") == "the file could not be opened"
    assert refused(ListRefused, read_text_table, tmp_path) == "it is a folder"
    assert "encoding" in refused(ListRefused, read_text_table, tmp_path / "list.csv", encoding="zlib")
    for separator in ("ab", '"', "\n"):
        assert "separator" in refused(ListRefused, read_text_table, tmp_path / "list.csv", separator=separator)


# ---------------------------------------------------------------- properties

LETTERS = "ab ŵ£é.0-',;\t|\"x"


def fine(cell: str) -> bool:
    """Not one that the reader reads as something else: a formula made harmless."""
    return not re.match(r" *'+[-=+@\t]", cell)


CELLS = st.text(LETTERS, max_size=8).filter(fine)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(1, 5))
    made = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=8))
    for row in made:  # at most one cell of a row has line breaks, and at most two
        if draw(st.booleans()):
            row[draw(st.integers(0, width - 1))] += "\nb" * draw(st.integers(1, 2))
    return made


def round_trip(table: list[list[str]], separator: str, end: str, quoting: int, encoding: str) -> None:
    if any("\n" in cell for row in table for cell in row):
        quoting = csv.QUOTE_ALL  # with other line ends csv.writer leaves a line break bare
    content = written(table, encoding, delimiter=separator, lineterminator=end, quoting=quoting)
    expected, line = [], 1
    for row in table:
        expected.append((line, [cell.strip() for cell in row]))
        line += 1 + sum(cell.count("\n") for cell in row)
    assert words(content, separator=separator) == expected


ROUND_TRIP = {
    "table": tables(),
    "separator": st.sampled_from(",;\t|"),
    "end": st.sampled_from(["\n", "\r\n", "\r"]),
    "quoting": st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    "encoding": st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
}


@given(**ROUND_TRIP)
@settings(max_examples=200, deadline=None, database=None)
def test_F55_what_a_csv_writer_writes_is_read_with_its_lines(**made: Any) -> None:
    round_trip(**made)


@pytest.mark.heavy
@given(**ROUND_TRIP)
@settings(max_examples=5_000, deadline=None, database=None)
def test_F55_what_a_csv_writer_writes_is_read_with_its_lines_many_times(**made: Any) -> None:
    round_trip(**made)


NASTY = st.text('ab",;\n\r\t 0\0\ufeffŵ', max_size=60)


def nothing_is_lost(text: str) -> None:
    """Each line is in one row, the rows are in order, and the letters of the file are the letters of the cells."""
    content = text.encode()
    if is_utf16(content):
        return  # by chance every other byte of it is empty
    try:
        found = rows(content)
    except ListRefused as refusal:
        assert "not a text" in str(refusal)
        return
    if not text.strip("\ufeff"):
        assert not found
        return
    lines = re.split("\r\n|\r|\n", text.lstrip("\ufeff"))
    starts = [row.line for row in found]
    assert starts[0] == 1 and starts == sorted(set(starts)) and starts[-1] <= len(lines)
    for row, after in zip(found, [*starts[1:], len(lines) + 1], strict=True):
        told = "".join(cell.text for cell in row.cells)
        assert re.findall("[abŵ0]", told) == re.findall("[abŵ0]", "".join(lines[row.line - 1 : after - 1]))


@given(NASTY)
@settings(max_examples=300, deadline=None, database=None)
def test_F56_no_line_and_no_letter_is_lost(text: str) -> None:
    nothing_is_lost(text)


@pytest.mark.heavy
@given(NASTY)
@settings(max_examples=5_000, deadline=None, database=None)
def test_F56_no_line_and_no_letter_is_lost_of_many(text: str) -> None:
    nothing_is_lost(text)


@given(st.integers(0, 2**32))
@settings(max_examples=60, deadline=None, database=None)
def test_F56_one_open_quote_anywhere_harms_no_other_row(seed: int) -> None:
    chance = random.Random(seed)
    table = [[f"r{row}c{column}" for column in range(chance.randint(3, 6))] for row in range(1)]
    width = len(table[0])
    table += [[chance.choice(["x", f"r{row}", "two words"]) for _ in range(width)] for row in range(1, 40)]
    hurt, column = chance.randrange(1, 40), chance.randrange(width)
    lines = [",".join(row) for row in table]
    cells = [*table[hurt]]
    cells[column] = '"' + cells[column]
    lines[hurt] = ",".join(cells)
    found = rows("\n".join(lines).encode())
    assert [[cell.text for cell in row.cells] for row in found] == table
    assert [(row.line - 1, at) for row in found for at, cell in enumerate(row.cells) if cell.odd] == [(hurt, column)]


def only_the_named_fault(content: bytes) -> None:
    try:
        found = rows(content)
    except ListRefused:
        return
    for row in found:
        for cell in row.cells:
            assert cell.text == cell.text.strip()
            assert "\0" not in cell.text
            cell.text.encode()


BYTES = st.binary(max_size=120) | st.lists(
    st.sampled_from([b"a", b",", b";", b'"', b"\n", b"\r", b"\0", b"\xff\xfe", b"\xe9", b"\xc5\xb4", b"sep=", b"\t"]),
    max_size=40,
).map(b"".join)


@given(BYTES)
@settings(max_examples=300, deadline=None, database=None)
def test_F55_only_the_named_fault_escapes(content: bytes) -> None:
    only_the_named_fault(content)


@pytest.mark.heavy
@given(BYTES)
@settings(max_examples=5_000, deadline=None, database=None)
def test_F55_only_the_named_fault_escapes_from_many(content: bytes) -> None:
    only_the_named_fault(content)

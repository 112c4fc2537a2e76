"""Lists as Excel files: what they show is read, what they could do is not done (F59-F61)."""

from __future__ import annotations

import datetime
import io
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font

from champion_app.domain.foreign_tables import Cell, ForeignFile
from champion_app.exchange import excel_tables
from champion_app.exchange.excel_sheet import box_of, column_letters, column_number
from champion_app.exchange.excel_tables import read_excel, workbook
from champion_app.exchange.foreign_xml import beside
from champion_app.faults import ListRefused

CELLS = (
    '<c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="str"><v>Phone</v></c>'
)  # fmt: skip
TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
BOOK = (
    '<workbook xmlns:r="http://x/r"><sheets><sheet name="One" sheetId="1" r:id="s1"/></sheets></workbook>'
)  # fmt: skip
SHEETS = (
    '<Relationships><Relationship Id="s1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)


def packed(**parts: str | bytes) -> bytes:
    """An Excel file by hand; ``sheet`` is what stands in its one sheet, other parts go by their full names."""
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": SHEETS,
        "xl/worksheets/sheet1.xml": f"<worksheet>{parts.pop('sheet', '')}</worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (made | parts).items():
            archive.writestr(name, content)
    return out.getvalue()


def data(cells: str) -> str:
    return f"<sheetData><row>{cells}</row></sheetData>"


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(content: bytes) -> ForeignFile:
    return workbook(content, "list.xlsx")


def table(content: bytes, number: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in read(content).tables[number].rows]


def first_row(cells: str, **parts: str) -> tuple[Cell, ...]:
    return read(packed(sheet=data(cells), **parts)).tables[0].rows[0].cells


# ---------------------------------------------------------------- what a real file holds


@pytest.fixture(scope="module")
def services() -> openpyxl.Workbook:
    """A list as a council might send it."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Services"
    page.append(["Services in our area"])
    page.append(["Name", "Phone", "Ages", "Web", "Open", "Free"])
    page.append(["Ty Hafan\nŴyn", 1174960123, datetime.date(2026, 11, 5), "our site", datetime.time(9, 30), True])
    page.append(["=A3", 1174960123, "5-11", '=HYPERLINK("https://b.example/?a=1","b")', "#REF!", False])
    page.append([None, None, None, "mail us"])
    page.merge_cells("A1:F1")
    page["B4"].number_format = "00000000000"
    page["D3"].hyperlink = "https://a.example/x"
    page["D5"].hyperlink = "mailto:jo@example.org"
    page.row_dimensions[4].hidden = True
    page.column_dimensions["F"].hidden = True
    book.create_sheet("Workings")["A1"] = "secret"
    book["Workings"].sheet_state = "hidden"
    book.create_sheet("Empty")
    return book


def test_a_councils_list(services: openpyxl.Workbook, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    services.save(path)
    found = read_excel(path)
    assert found == read(path.read_bytes())
    assert [each.sheet for each in found.tables] == ["Services", "Empty"]
    assert [row.line for row in found.tables[0].rows] == [1, 2, 3, 4, 5]
    assert [[cell.text for cell in row.cells] for row in found.tables[0].rows] == [
        ["Services in our area", "", "", "", "", ""],
        ["Name", "Phone", "Ages", "Web", "Open", "Free"],
        ["Ty Hafan\nŴyn", "1174960123", "2026-11-05", "our site", "09:30", "yes"],
        ["", "01174960123", "5-11", "", "", "no"],
        ["", "", "", "mail us", "", ""],
    ]
    third, fourth, fifth = (row.cells for row in found.tables[0].rows[2:])
    assert [cell.is_date for cell in third] == [False, False, True, False, False, False]
    assert [third[3].link, fourth[3].link, fifth[3].link] == [
        "https://a.example/x", "https://b.example/?a=1", "mailto:jo@example.org"
    ]  # fmt: skip
    assert fourth[0].odd == "no value was saved for a formula"
    assert fourth[4].odd == "the cell held #REF!"
    assert found.notes == (
        "Hidden sheets were not read: “Workings”.",
        "Sheet “Services”: 1 merged area was read once, at the top left.",
        "Sheet “Services”: 1 hidden row was read all the same.",
        "Sheet “Services”: 1 hidden column was read all the same.",
    )


def test_F59_hidden_sheets_are_read_if_there_are_no_others() -> None:
    found = read(packed(sheet=data(CELLS), **{"xl/workbook.xml": BOOK.replace("name=", 'state="veryHidden" name=')}))
    assert found.tables[0].rows[0].cells[0].text == "Name"
    assert found.notes == ("All its sheets are hidden; they were read all the same.",)


def test_F59_macros_and_other_files_are_left_alone_and_said() -> None:
    extra = {"xl/vbaProject.bin": b"\0", "xl/externalLinks/externalLink1.xml": "<x/>"}
    notes = read(packed(sheet=data(CELLS), **extra)).notes
    assert [note.split(".")[0] for note in notes] == ["It holds macros", "It takes values from other files"]


def test_F59_merged_cells_are_filled_once() -> None:
    cells = '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>'
    found = read(packed(sheet=data(cells) + '<mergeCells><mergeCell ref="A1:B1048576"/></mergeCells>'))
    assert [cell.text for cell in found.tables[0].rows[0].cells] == ["1", "", "3"]


def test_F59_days_from_1904() -> None:
    styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    sheets = SHEETS.replace("</R", '<Relationship Id="t" Type="http://x/styles" Target="/xl/styles.xml"/></R')
    parts = {"xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": sheets}
    cells = '<c r="A1" s="1"><v>44869</v></c><c r="B1" s="9"><v>44869</v></c>'
    assert first_row(cells, **parts)[0].text == "2022-11-04"
    old = {"xl/workbook.xml": BOOK.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')}
    assert first_row(cells, **parts, **old) == (Cell("2026-11-05", is_date=True), Cell("44869"))


def test_F59_formulas_without_a_saved_value() -> None:
    cells = (
        '<c><f>1+1</f></c><c><f>1+1</f><v></v></c><c t="str"><f>""</f><v></v></c><c><f>1+1</f><v>2</v></c>'
        '<c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><v>x</v></c>'
    )
    assert [(cell.text, cell.odd) for cell in first_row(cells)] == [
        ("", "no value was saved for a formula"), ("", "no value was saved for a formula"), ("", ""), ("2", ""),
        ("", "the cell held #DIV/0!"), ("x", ""),
    ]  # fmt: skip


def test_texts_come_in_many_forms() -> None:
    texts = (
        "<sst><si><t>plain</t></si><si><r><t>two </t></r><r><t>pieces</t></r><rPh><t>sound</t></rPh></si>"
        "<si><t>a_x000D_\nb_x0041__xD800_</t></si><si/></sst>"
    )
    sheets = SHEETS.replace("</R", '<Relationship Id="t" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></R')
    parts = {"xl/sharedStrings.xml": texts, "xl/_rels/workbook.xml.rels": sheets}
    cells = (
        "".join(f'<c t="s"><v>{number}</v></c>' for number in (0, 1, 2, 3, 4, -1, "x"))
        + '<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh><t>sound</t></rPh></is></c>'
        + '<c t="d"><v>2026-11-05T00:00:00</v></c>'
        + '<c t="d"><v>2026-11-05T09:30:00</v></c><c t="b"><v>1</v></c><c t="str"><v>Å´yn</v></c>'
    )
    found = first_row(cells, **parts)
    assert [cell.text for cell in found] == [
        "plain", "two pieces", "a\nbA_xD800_", "", "", "", "", "inline",
        "2026-11-05", "2026-11-05 09:30", "yes", "Å´yn",
    ]  # fmt: skip
    assert [cell.is_date for cell in found[8:10]] == [True, False]
    assert "look wrong" in found[-1].odd


def test_cells_and_rows_may_leave_out_where_they_stand() -> None:
    sheet = (
        '<sheetData><row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="3"><c><v>4</v></c></row>'
        "<row><c><v>5</v></c></row></sheetData>"
    )
    assert table(packed(sheet=sheet)) == [
        ["1", "", "", "2", "3"], [""] * 5, ["4", "", "", "", ""], ["5", "", "", "", ""]
    ]  # fmt: skip


def test_prefixes_other_namespaces_and_capitals_do_not_matter() -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    cells = "<x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData>"
    sheet = f'<x:worksheet xmlns:x="{strict}">{cells}</x:worksheet>'
    sheets = SHEETS.replace("worksheets/sheet1", "../XL/Worksheets/Sheet1")
    content = packed(**{"xl/worksheets/sheet1.xml": sheet, "xl/_rels/workbook.xml.rels": sheets})
    assert table(content) == [["1"]]


def test_places() -> None:
    assert [column_number(letters) for letters in ("A", "Z", "AA", "BH", "XFD")] == [1, 26, 27, 60, 16384]
    assert [column_letters(number) for number in (1, 26, 27, 60, 16384)] == ["A", "Z", "AA", "BH", "XFD"]
    assert box_of("B2") == (2, 2, 2, 2)
    assert box_of("$A$1:C3") == (1, 1, 3, 3)
    assert box_of("A1:B2:C3") is box_of("") is box_of("1A") is None
    assert beside("xl/workbook.xml", "../../../a/./b.xml") == "a/b.xml"
    assert beside("", "xl/workbook.xml") == beside("x/y.xml", "/xl/workbook.xml") == "xl/workbook.xml"


# ---------------------------------------------------------------- limits and attacks (F60)


@pytest.mark.parametrize("place", ["XFD1048576", "A5001", "BI1", "BI5000"])
def test_F60_a_cell_far_out_is_refused_with_the_limit(place: str, refused: Any) -> None:
    reason = refused(ListRefused, read, packed(sheet=data(f'<c r="{place}"><v>1</v></c>')))
    assert reason.endswith("; the most is 5,000 rows and 60 columns")
    assert reason.startswith("the sheet “One” holds something at row ")


def test_F60_in_its_child_too_it_is_refused_at_once(refused: Any, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Name"
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "far.xlsx")
    assert "row 1,048,576, column XFD" in refused(ListRefused, read_excel, tmp_path / "far.xlsx")


def test_F60_a_far_cell_with_nothing_in_it_does_not_matter() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Name"
    book.active["XFD1048576"].font = Font(bold=True)
    book.active["XFD1048575"] = " "
    book.active["BH5000"] = "last"
    rows = read(saved(book)).tables[0].rows
    assert (len(rows), len(rows[0].cells), rows[-1].cells[-1].text) == (5000, 60, "last")
    assert table(packed(sheet=data('<c r="A1"><v>1</v></c><c r="XFD9"><f>1+1</f></c>'))) == [["1"]]


def test_F60_merged_areas_without_end_are_no_work(refused: Any) -> None:
    merged = '<mergeCell ref="A1:XFD1048576"/>'
    cells = data('<c r="A1"><v>1</v></c><c r="B2"><v>2</v></c>')
    assert table(packed(sheet=f"{cells}<mergeCells>{merged}</mergeCells>")) == [["1"]]
    many = packed(sheet=f"{cells}<mergeCells>{merged * 10_000}</mergeCells>")
    assert "too many merged areas" in refused(ListRefused, read, many)


def test_F60_an_expansion_to_gigabytes_is_refused_by_what_it_says(refused: Any) -> None:
    content = packed(sheet=data(CELLS))
    at = content.rindex(b"xl/worksheets/sheet1.xml") - 46
    sizes = struct.pack("<LL", 5 * 1024 * 1024, 1_900_000_000)
    assert refused(ListRefused, read, content[: at + 20] + sizes + content[at + 28 :]) == (
        "it unpacks to more than 200 MB"
    )
    bomb = packed(sheet=data(CELLS) + " " * 10 * 1024 * 1024)
    assert len(bomb) < 20_000
    assert "over 400 times its size" in refused(ListRefused, read, bomb)


@pytest.mark.parametrize(
    "start",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://a.example/x"> %e;]>', "<!DOCTYPE worksheet>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels"])
def test_F60_entities_and_document_types_are_refused(start: str, part: str, refused: Any) -> None:
    content = packed(**{part: start + "<worksheet>&b;</worksheet>"})
    assert refused(ListRefused, read, content) == "a part of it cannot be read: it holds a document type"


def test_F60_more_cells_than_memory_should_hold(refused: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_tables, "MOST_CELLS", 50)
    assert refused(ListRefused, read, packed(sheet=data('<c r="BH1"><v>1</v></c>'))) == "it has more than 50 cells"


def test_F57_a_cell_of_over_a_hundred_thousand_letters(refused: Any) -> None:
    long = packed(sheet=data(f'<c t="str"><v>{"x" * 100_001}</v></c>'))
    assert refused(ListRefused, read, long) == "a cell of the sheet “One” has more than 100,000 letters"


# ---------------------------------------------------------------- other kinds of file (F61)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "it is an old Excel file (.xls), or one with a password"),
        (b"<html><table>", "it is not an Excel file, whatever its name says"), (b"", "the file is empty"),
        (b"Name,Phone\n", "it is not an Excel file, whatever its name says"),
        (b"PK\x03\x04" + bytes(30), "it is cut short or damaged"),
        (packed()[:-30], "it is cut short or damaged"),
        (packed(**{"xl/workbook.xml": "<workbook/>"}), "there is no sheet in it"),
        (packed(**{"xl/workbook.xml": "<workbook>"}), "a part of it cannot be read: it is not well formed"),
        (packed(**{"xl/_rels/workbook.xml.rels": SHEETS.replace("sheet1", "gone")}),
         "the sheet “One” is missing from it"),
    ],
)  # fmt: skip
def test_F61_what_it_is_or_lacks_is_said(content: bytes, reason: str, refused: Any) -> None:
    assert refused(ListRefused, read, content) == reason


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"},
         "it is an OpenDocument file (.ods)"),
        ({"xl/workbook.bin": b"\0"}, "it is a binary Excel file (.xlsb)"),
        ({"word/document.xml": b"<x/>"}, "it is a Word document"),
        ({"ppt/presentation.xml": b"<x/>"}, "it is a PowerPoint file"),
        ({"Index/Document.iwa": b"\0"}, "it is an Apple Numbers file"),
        ({"manifest.json": b"{}"}, "it is a zip file without an Excel table, perhaps a pack"),
        ({"a.csv": b"a"}, "it is a zip file without an Excel table in it"),
    ],
)  # fmt: skip
def test_F61_other_zip_files_are_named(parts: dict[str, bytes], reason: str, zip_of: Any, refused: Any) -> None:
    assert refused(ListRefused, read, zip_of(parts.items())) == reason
    if "word/document.xml" in parts:
        real = {**parts, "_rels/.rels": RELATIONS.replace("xl/workbook", "word/document").encode()}
        assert refused(ListRefused, read, zip_of(real.items())) == reason


def test_F61_files_that_are_not_there(refused: Any, tmp_path: Path) -> None:
    assert refused(ListRefused, read_excel, tmp_path / "gone.xlsx") == "the file could not be opened"
    assert refused(ListRefused, read_excel, tmp_path) == "it is a folder"


@pytest.mark.parametrize(
    "answer",
    [None, [], {"tables": [], "notes": 5}, {"tables": [["One"]], "notes": []},
     {"tables": [["One", [[["a"]]]]], "notes": []}],
)  # fmt: skip
def test_F60_a_child_that_lies_is_refused(answer: Any, refused: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_tables, "in_child", lambda *_, **__: (answer, []))
    assert "damaged" in refused(ListRefused, read_excel, Path("list.xlsx"))


# ---------------------------------------------------------------- properties

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=10)
VALUES = st.none() | WORDS | st.integers(-(10**14), 10**14) | st.booleans() | st.dates(datetime.date(1905, 1, 1))


@given(st.lists(st.lists(VALUES, max_size=5), max_size=6))
@settings(max_examples=30, deadline=None, database=None)
def test_what_openpyxl_writes_is_read(rows: list[list[Any]]) -> None:
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            made = book.active.cell(number, column)
            made.value = value
            if isinstance(value, str):
                made.data_type = "s"
    for row, found in zip(rows, table(saved(book)), strict=False):
        for value, text in zip(row, found, strict=False):
            if isinstance(value, bool):
                assert text == ("yes" if value else "no")
            elif isinstance(value, int | datetime.date):
                assert text == str(value)
            elif value and not excel_tables.cell(value).odd:
                assert text.split() == excel_tables.cell(value).text.split()


def altered(content: bytes, seed: int) -> bytes:
    """An Excel file of which bytes are changed: of the whole, or of one part inside before it is zipped again."""
    chance = random.Random(seed)
    made = bytearray(content)
    if chance.random() < 0.3:
        for _ in range(chance.randint(1, 8)):
            made[chance.randrange(len(made))] = chance.randrange(256)
        return bytes(made)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        chosen = chance.choice([name for name in old.namelist() if "theme" not in name])
        for name in old.namelist():
            part = bytearray(old.read(name))
            if name == chosen and chance.random() < 0.1:
                continue
            for _ in range(chance.randint(1, 4) if name == chosen and part else 0):
                at = chance.randrange(len(part))
                piece = chance.choice(
                    [b"", b"9", b"-1", b'"', b"<", b">", b"</c>", b"&#0;", b"&x;", b"\xff", b"1e9", b"\0"]
                )
                part[at : at + chance.randint(0, 3)] = piece
            new.writestr(name, bytes(part))
    return out.getvalue()


def only_the_named_fault(content: bytes) -> None:
    try:
        found = read(content)
    except ListRefused:
        return
    assert found.tables
    for each in found.tables:
        assert len(each.rows) <= 5_000
        for row in each.rows:
            assert all(cell.text == cell.text.strip() and cell.text.encode() is not None for cell in row.cells)


MANY = settings(deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def sample(services: openpyxl.Workbook) -> bytes:
    return saved(services)


@given(seed=st.integers(0, 2**32))
@settings(MANY, max_examples=150)
def test_F60_altered_files_raise_only_the_fault(seed: int, sample: bytes) -> None:
    only_the_named_fault(altered(sample, seed))


@pytest.mark.heavy
@given(seed=st.integers(0, 2**32))
@settings(MANY, max_examples=5_000)
def test_F60_many_altered_files_raise_only_the_fault(seed: int, sample: bytes) -> None:
    only_the_named_fault(altered(sample, seed))


@given(st.binary(max_size=80), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"]))
@settings(max_examples=100, deadline=None, database=None)
def test_F61_any_bytes_raise_only_the_fault(content: bytes, start: bytes) -> None:
    only_the_named_fault(start + content)


def test_F60_a_few_altered_files_in_the_child(sample: bytes, tmp_path: Path, refused: Callable[..., str]) -> None:
    for seed in range(5):
        (tmp_path / "list.xlsx").write_bytes(altered(sample, seed))
        try:
            expected: Any = read((tmp_path / "list.xlsx").read_bytes())
        except ListRefused as refusal:
            assert refused(ListRefused, read_excel, tmp_path / "list.xlsx") == refusal.details["reason"]
        else:
            assert read_excel(tmp_path / "list.xlsx") == expected

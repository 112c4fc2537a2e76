"""The content decides how a list is read, whatever its name says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from champion_app.exchange.lists import read_list
from champion_app.faults import ListRefused


def words(path: Path, **more: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in read_list(path, **more).tables[0].rows]


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx", "list"])
def test_F61_the_content_decides(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    book = openpyxl.Workbook()
    book.active.append(["Name", "Phone"])
    book.save(path)
    assert words(path) == [["Name", "Phone"]]
    assert read_list(path).tables[0].sheet == "Sheet"
    path.write_bytes("Näme;Phone\n".encode("cp1252"))
    assert words(path) == [["Näme", "Phone"]]
    assert words(path, separator=",", encoding="cp850") == [["NΣme;Phone".replace("Σ", "õ")]]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "it is an old Excel file (.xls), or one with a password"),
        (b"PK\x05\x06" + bytes(18), "there is nothing in it"), (b"%PDF-1.7", "it is a PDF"), (b"", "the file is empty"),
        (b"<!DOCTYPE html><table>", "it is a web page, whatever its name says"),
        (b"\x89PNG\r\n\x1a\n", "it is a picture"),
    ],
)  # fmt: skip
def test_F61_other_files_are_refused_in_words(content: bytes, reason: str, tmp_path: Path, refused: Any) -> None:
    (tmp_path / "list.xls").write_bytes(content)
    assert refused(ListRefused, read_list, tmp_path / "list.xls") == reason


def test_F61_what_is_not_there(tmp_path: Path, refused: Any) -> None:
    assert refused(ListRefused, read_list, tmp_path / "gone.csv") == "the file could not be opened"

"""Saving and printing a leaflet: what lies where afterwards, what is noted, and what is said when it cannot be done."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from champion_app import places
from champion_app.desktop.app import make_desk
from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import Notice, fault_words
from champion_app.desktop.widgets import paper_printer
from champion_app.desktop.widgets.leaflet_orders import LeafletOrders, Order
from champion_app.domain.leaflets import LeafletChoices, Size
from champion_app.faults import DiskFull
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, papers, print_history
from tests.desktop.conftest import Hands

FIRST_DAYS, POSTER = "family-first-days", "poster-talk-to-our-champion"


@pytest.fixture
def desk(sample_binder: Binder, qapp: QApplication) -> Desk:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return make_desk(sample_binder)


@pytest.fixture
def said(desk: Desk) -> list[Notice]:
    made: list[Notice] = []
    desk.messages.said.connect(made.append)
    return made


@pytest.fixture
def orders(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> LeafletOrders:
    """On a computer without a printer."""
    monkeypatch.setattr(paper_printer, "printer_in_reach", lambda: False)
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    return LeafletOrders(desk, page, lambda: None)


@pytest.fixture
def documents() -> Iterator[Path]:
    """Where prints go without asking, emptied."""
    folder = places.prints()
    for left in folder.glob("*"):
        left.unlink()
    yield folder
    for left in folder.glob("*"):
        left.unlink()


def order_of(binder: Binder, template: str = FIRST_DAYS, size: Size = Size.FOLDED_A5, copies: int = 1) -> Order:
    wanted, choices = leaflets.template(template, binder), LeafletChoices(size)
    chosen = leaflets.chosen_contacts(binder, wanted)
    return Order(wanted, choices, leaflets.compose_leaflet(binder, wanted, choices, chosen), copies)


def sheets_of(path: Path) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [(round(page.get_width()), round(page.get_height())) for page in document]
    finally:
        document.close()


def wait_for(qtbot: QtBot, said: list[Notice]) -> Notice:
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    return said[-1]


# ---- what lies where


@pytest.mark.parametrize(
    ("size", "beside", "words"),
    [
        (Size.FOLDED_A5, "leaflet (to print and fold).pdf", "to print and fold are beside it"),
        (Size.DL, "leaflet (to print and fold in three).pdf", "to print and fold in three are beside it"),
        (Size.A5, "leaflet (to print and cut).pdf", "to print and cut are beside it"),
    ],
)
def test_what_is_folded_or_cut_has_its_sheets_beside_it_under_a_name_that_says_what_to_do(
    size: Size,
    beside: str,
    words: str,
    orders: LeafletOrders,
    said: list[Notice],
    qtbot: QtBot,
    tmp_path: Path,
    sample_binder: Binder,
) -> None:
    order = order_of(sample_binder, size=size)
    orders.save_to(order, tmp_path / "leaflet.pdf")
    notice = wait_for(qtbot, said)
    assert set(sheets_of(tmp_path / beside)) == {(842, 595)}, "A4 on its side"
    assert sheets_of(tmp_path / "leaflet.pdf")[0][0] == {Size.DL: 281}.get(size, 421), "the copy to read, page by page"
    assert words in notice.text
    assert beside in notice.text


@pytest.mark.parametrize(
    ("template", "size"), [(FIRST_DAYS, Size.A4), (POSTER, Size.A3), ("charter", Size.A4)], ids=str
)
def test_what_is_neither_folded_nor_cut_is_one_file(
    template: str,
    size: Size,
    orders: LeafletOrders,
    said: list[Notice],
    qtbot: QtBot,
    tmp_path: Path,
    sample_binder: Binder,
) -> None:
    orders.save_to(order_of(sample_binder, template, size), tmp_path / "flat.pdf")
    assert "beside it" not in wait_for(qtbot, said).text
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["flat.pdf"]


def test_the_text_copy_through_the_dialog(
    orders: LeafletOrders, said: list[Notice], hands: Hands, qtbot: QtBot, tmp_path: Path, sample_binder: Binder
) -> None:
    order = order_of(sample_binder)
    orders.save_text(order)
    dialog = orders.file_dialog
    assert dialog is not None
    assert dialog.nameFilters() == ["Text file (*.txt)"]
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name.text().endswith(".txt")
    name.setText(str(tmp_path / "words"))
    hands.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save))
    notice = wait_for(qtbot, said)
    words = (tmp_path / "words.txt").read_text(encoding="utf-8")
    assert words == papers.leaflet_text(order.paper)
    assert "116 123" in words
    assert notice.action == "Print history"


def test_the_web_page_through_the_dialog(
    orders: LeafletOrders, said: list[Notice], hands: Hands, qtbot: QtBot, tmp_path: Path, sample_binder: Binder
) -> None:
    order = order_of(sample_binder)
    orders.save_html(order)
    dialog = orders.file_dialog
    assert dialog is not None
    assert dialog.nameFilters() == ["Web page (*.html)"]
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "page"))
    hands.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save))
    wait_for(qtbot, said)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>") or page.startswith("<!doctype html>")
    assert order.paper.title in page


# ---- what is noted


@pytest.mark.parametrize("form", ["pdf", "text", "html"])
def test_every_save_is_noted_with_its_words_as_they_stand_on_it(
    form: str, orders: LeafletOrders, said: list[Notice], qtbot: QtBot, tmp_path: Path, sample_binder: Binder
) -> None:
    order = order_of(sample_binder, size=Size.DL)
    save = {"pdf": orders.save_to, "text": orders.save_text_to, "html": orders.save_html_to}[form]
    save(order, tmp_path / f"leaflet.{form}")
    wait_for(qtbot, said)
    (record,) = print_history.print_history(sample_binder)
    assert record.words == papers.leaflet_text(order.paper)
    assert order.paper.contacts[1].number in record.words
    assert record.template == FIRST_DAYS
    assert {contact.name for contact in record.contacts} == {contact.name for contact in order.paper.contacts}


def test_printing_is_noted_with_its_words_and_copies(
    orders: LeafletOrders, said: list[Notice], qtbot: QtBot, documents: Path, sample_binder: Binder
) -> None:
    order = order_of(sample_binder, copies=20)
    orders.print(order)
    assert "no printer" in wait_for(qtbot, said).text
    (record,) = print_history.print_history(sample_binder)
    assert (record.copies, record.words) == (20, papers.leaflet_text(order.paper))
    assert len(list(documents.glob("*(to print).pdf"))) == 1


def test_two_flyers_come_out_of_each_sheet_and_all_are_noted(
    orders: LeafletOrders, said: list[Notice], qtbot: QtBot, documents: Path, sample_binder: Binder
) -> None:
    orders.print(order_of(sample_binder, size=Size.A5, copies=31))
    wait_for(qtbot, said)
    assert print_history.print_history(sample_binder)[0].copies == 32, "16 sheets, cut in the middle"


def test_each_order_notes_its_own_words(
    orders: LeafletOrders, said: list[Notice], qtbot: QtBot, documents: Path, sample_binder: Binder
) -> None:
    first, second = order_of(sample_binder), order_of(sample_binder, POSTER, Size.A4)
    orders.print(first)
    orders.print(second)
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    noted = {record.template: record.words for record in print_history.print_history(sample_binder)}
    assert noted == {one.template.id: papers.leaflet_text(one.paper) for one in (first, second)}


# ---- what can go wrong


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """Files that another program has open."""
    names: set[Path] = set()
    replace_file = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target in names:
            raise PermissionError(errno.EACCES, "open elsewhere")
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", held)
    return names


@pytest.mark.parametrize("form", ["pdf", "text", "html"])
def test_f74_a_file_that_is_open_elsewhere_is_left_and_the_new_one_has_another_name(
    form: str,
    orders: LeafletOrders,
    said: list[Notice],
    qtbot: QtBot,
    tmp_path: Path,
    sample_binder: Binder,
    locked: set[Path],
) -> None:
    path = tmp_path / f"leaflet.{form}"
    path.write_bytes(b"open")
    locked.add(path)
    save = {"pdf": orders.save_to, "text": orders.save_text_to, "html": orders.save_html_to}[form]
    save(order_of(sample_binder), path)
    words = wait_for(qtbot, said).text
    assert (
        f"“leaflet.{form}” is open in another program, so it was saved as {tmp_path / f'leaflet (2).{form}'}" in words
    )
    assert path.read_bytes() == b"open"
    assert len(print_history.print_history(sample_binder)) == 1


def test_f74_sheets_that_are_open_elsewhere_are_saved_beside_under_another_name(
    orders: LeafletOrders, said: list[Notice], qtbot: QtBot, tmp_path: Path, sample_binder: Binder, locked: set[Path]
) -> None:
    sheets = tmp_path / "leaflet (to print and fold).pdf"
    sheets.write_bytes(b"open")
    locked.add(sheets)
    orders.save_to(order_of(sample_binder), tmp_path / "leaflet.pdf")
    assert "“leaflet (to print and fold) (2).pdf”" in wait_for(qtbot, said).text
    assert sheets.read_bytes() == b"open"


def fills_up(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """The disk takes so many files and is full then."""
    sync, left = os.fsync, [after]

    def full(handle: int) -> None:
        if not left[0]:
            raise OSError(errno.ENOSPC, "full")
        left[0] -= 1
        sync(handle)

    monkeypatch.setattr(os, "fsync", full)


@pytest.mark.parametrize("form", ["pdf", "text", "html"])
def test_a_full_disk_is_said_and_nothing_is_noted(
    form: str,
    orders: LeafletOrders,
    said: list[Notice],
    qtbot: QtBot,
    tmp_path: Path,
    sample_binder: Binder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fills_up(monkeypatch, 0)
    save = {"pdf": orders.save_to, "text": orders.save_text_to, "html": orders.save_html_to}[form]
    save(order_of(sample_binder), tmp_path / f"leaflet.{form}")
    assert wait_for(qtbot, said).text == fault_words(DiskFull())
    assert list(tmp_path.glob("leaflet*")) == []
    assert print_history.print_history(sample_binder) == []


def test_a_disk_that_fills_up_between_the_two_files_says_which_one_is_there(
    orders: LeafletOrders,
    said: list[Notice],
    qtbot: QtBot,
    tmp_path: Path,
    sample_binder: Binder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fills_up(monkeypatch, 2 if os.name != "nt" else 1)  # the file, and its folder where the system can
    orders.save_to(order_of(sample_binder), tmp_path / "leaflet.pdf")
    words = wait_for(qtbot, said).text
    assert f"Saved and noted: {tmp_path / 'leaflet.pdf'}" in words
    assert f"Only the sheets to print were not saved. {fault_words(DiskFull())}" in words
    assert [path.name for path in tmp_path.glob("leaflet*")] == ["leaflet.pdf"]
    assert len(print_history.print_history(sample_binder)) == 1, "it may be handed out by e-mail"


def test_a_folder_that_is_not_there_is_said(
    orders: LeafletOrders, said: list[Notice], qtbot: QtBot, tmp_path: Path, sample_binder: Binder
) -> None:
    orders.save_to(order_of(sample_binder), tmp_path / "gone" / "leaflet.pdf")
    assert f"The folder {tmp_path / 'gone'} is not there." in wait_for(qtbot, said).text
    assert print_history.print_history(sample_binder) == []

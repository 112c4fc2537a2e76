"""Printing and saving the work plan and the self-assessment from their pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.widgets import paper_printer
from champion_app.store.binder import Binder
from champion_app.tasks import print_history
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]


def _text(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


@pytest.mark.parametrize(
    ("page", "words", "inside"),
    [
        ("work_plan", "Save as PDF: Work plan…", "Evidence and comments"),
        ("work_plan", "Save as PDF: Strategy table…", "Success criteria"),
        ("assessment", "Save as PDF: This round…", "25 of 37 criteria answered"),
        ("assessment", "Save as PDF: Blank, for a meeting…", "To fill in together"),
    ],
)
def test_each_document_is_saved_from_its_page_and_noted(
    page: str,
    words: str,
    inside: str,
    sample_binder: Binder,
    open_window: Open,
    hands: Hands,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    window = open_window(sample_binder)
    window._desk.navigation.go_to(page)
    orders = window.page.orders  # type: ignore[union-attr]
    hands.click(orders.button)
    action = next(made for made in orders.menu.actions() if made.text() == words)
    action.trigger()
    orders.menu.close()
    out = tmp_path / "paper.pdf"
    orders.file_dialog.fileSelected.emit(str(out))
    orders.file_dialog.reject()
    qtbot.waitUntil(lambda: bool(print_history.print_history(sample_binder)), timeout=10_000)
    assert inside in _text(out)
    assert str(out) in window.notices.words.text()


def test_what_is_still_being_typed_is_on_the_paper(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(sample_binder)
    hands.click(hands.button(window.sidebar, "Self-assessment"))
    page = window.page
    page.arrive("1.1")  # type: ignore[union-attr]
    note = page.answering.card.notes  # type: ignore[union-attr]
    hands.type(note, "Typed a moment ago. ")
    page.orders.save("This round", lambda: _planned(sample_binder))  # type: ignore[union-attr]
    out = tmp_path / "paper.pdf"
    page.orders.file_dialog.fileSelected.emit(str(out))  # type: ignore[union-attr]
    page.orders.file_dialog.reject()  # type: ignore[union-attr]
    qtbot.waitUntil(out.exists, timeout=10_000)
    qtbot.waitUntil(lambda: bool(print_history.print_history(sample_binder)), timeout=10_000)
    assert "Typed a moment ago." in _text(out)


def test_F72_without_a_printer_it_is_saved_and_says_so(
    sample_binder: Binder, open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paper_printer, "printer_in_reach", lambda: False)
    monkeypatch.setattr("champion_app.places.prints", lambda: tmp_path)
    window = open_window(sample_binder)
    window._desk.navigation.go_to("work_plan")
    window.page.orders.menu.actions()[0].trigger()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "no printer" in window.notices.words.text(), timeout=10_000)
    assert [path.suffix for path in tmp_path.glob("Work plan*")] == [".pdf"]


def _planned(binder: Binder) -> object:
    from champion_app.tasks import papers

    return papers.plan_self_assessment(binder)

"""Prove it: one press, a line for each thing that is tried, red where a fault was put in, printed and saved."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages import page_list
from champion_app.desktop.pages.prove_it_page import ProveItPage
from champion_app.domain import clock
from champion_app.domain.self_test import STEPS, Record, Result, Sentence, Verdict, say
from champion_app.places import prints
from champion_app.store import digest, scratch
from champion_app.store.binder import Binder
from champion_app.tasks import self_test
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]
ONE_MINUTE = 60_000


@pytest.fixture(autouse=True)
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])


@pytest.fixture
def window(open_window: Open, sample_binder: Binder) -> MainWindow:
    made = open_window(sample_binder)
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def page(window: MainWindow) -> ProveItPage:
    window._desk.navigation.go_to("prove_it")
    QApplication.processEvents()
    assert isinstance(window.page, ProveItPage)
    return window.page


def ended(page: ProveItPage) -> Callable[[], bool]:
    return lambda: page.record is not None and not page.strip.busy


def quick(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Tries only some steps for real; the others work at once."""
    real = self_test._tried

    def tried(step, binder, printers, told, versions):  # type: ignore[no-untyped-def]
        if step.id in names:
            return real(step, binder, printers, told, versions)
        return Verdict.WORKS, (say("It was there."),), ()

    monkeypatch.setattr(self_test, "_tried", tried)


def test_it_stands_under_the_settings(page: ProveItPage, window: MainWindow, hands: Hands) -> None:
    assert page_list.ENTRY_OF["prove_it"] == "settings"
    hands.click(page.up)
    assert window._name == "settings"


def test_t27_one_press_tries_everything_and_says_so_in_words(
    page: ProveItPage, hands: Hands, qtbot: QtBot, sample_binder: Binder
) -> None:
    before = digest.digest(sample_binder)
    assert [line.verdict.text() for line in page.lines.values()] == ["Not tried yet"] * len(STEPS)
    assert not page.print.isVisible() and not page.save.isVisible() and not page.summary.isVisible()
    hands.click(page.start)
    assert hands.clicks == 1
    assert not page.start.isEnabled()
    assert page.lines["write"].verdict.text() == "Being tried now"
    qtbot.waitUntil(ended(page), timeout=ONE_MINUTE)
    said = {step: line.verdict.text() for step, line in page.lines.items()}
    for step in ("write", "kill", "disk", "fonts", "clock", "parts"):
        assert said[step] == "Works", page.lines[step].said.text()
    assert said["restore"] == said["printer"] == "Works, but look at this"  # no backup yet, no printer
    assert page.summary.isVisible() and page.summary.text() == "Everything works. 2 things are worth a look."
    assert all(line.time.text().startswith("It took ") for line in page.lines.values())
    assert page.lines["printer"].way.isVisible() and not page.lines["write"].way.isVisible()
    assert page.lines["write"].accessibleName() == "Saving: Works"
    assert page.start.text() == "Run it again" and page.start.isEnabled() and page.start.hasFocus()
    assert digest.digest(sample_binder) == before and not scratch.folder_for(sample_binder.path).exists()


def test_a_fault_turns_its_line_red_with_what_to_do_next(
    page: ProveItPage, hands: Hands, qtbot: QtBot, sample_binder: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch, "write", "disk")
    scratch.folder_for(sample_binder.path).write_bytes(b"in the way")
    hands.click(page.start)
    qtbot.waitUntil(ended(page), timeout=ONE_MINUTE)
    red = [step for step, line in page.lines.items() if line.verdict.text() == "Does not work"]
    assert red == ["write", "disk"]
    line = page.lines["write"]
    assert "may not write to the folder" in line.said.text()
    assert line.way.isVisible() and line.way.text().startswith("What to do next: ")
    assert line.sign.pixmap().toImage() != page.lines["kill"].sign.pixmap().toImage()
    assert page.summary.text().startswith("2 of 8 do not work.")


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A self-test that waits in its first step until it is let go."""
    go = threading.Event()

    def tried(step, binder, printers, told, versions):  # type: ignore[no-untyped-def]
        if step.id == "kill":
            go.wait(30)
            told(0.5)
        return Verdict.WORKS, (say("It was there."),), ()

    monkeypatch.setattr(self_test, "_tried", tried)
    yield go
    go.set()


def test_it_can_be_stopped_and_keeps_what_was_tried(
    page: ProveItPage, hands: Hands, qtbot: QtBot, held: threading.Event
) -> None:
    hands.click(page.start)
    qtbot.waitUntil(page.strip.stop_button.isVisible)  # after 300 ms
    assert page.strip.bar.maximum() > 0
    qtbot.waitUntil(lambda: page.lines["write"].verdict.text() == "Works")
    assert page.lines["kill"].verdict.text() == "Being tried now"
    page.run()  # a second press while it runs does nothing
    hands.click(page.strip.stop_button)
    held.set()
    qtbot.waitUntil(ended(page))
    assert page.lines["write"].verdict.text() == "Works"
    assert page.lines["kill"].verdict.text() == page.lines["parts"].verdict.text() == "Not tried"
    assert page.summary.text() == "Stopped: 1 of 8 were tried."
    assert page.print.isVisible()
    hands.click(page.start)
    qtbot.waitUntil(lambda: page.record is not None and not page.record.count(Verdict.NOT_TRIED))
    assert page.summary.text() == "Everything works: 8 of 8."


def test_it_goes_on_while_another_page_is_shown(
    page: ProveItPage, window: MainWindow, hands: Hands, qtbot: QtBot, held: threading.Event
) -> None:
    hands.click(page.start)
    window._desk.navigation.go_to("home")
    held.set()
    qtbot.waitUntil(ended(page))
    window._desk.navigation.go_to("prove_it")
    assert window.page is page and page.summary.text() == "Everything works: 8 of 8."


def test_closing_the_window_stops_it_first(
    page: ProveItPage, window: MainWindow, hands: Hands, qtbot: QtBot, held: threading.Event
) -> None:
    hands.click(page.start)
    qtbot.waitUntil(lambda: len(page._came) == 1)
    threading.Timer(0.3, held.set).start()
    window.close()
    assert page._steps.stopped and len(page._came) == 1
    assert not window.isVisible()


def test_a_mistake_of_ours_ends_it_and_is_told(
    page: ProveItPage, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slip(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(self_test, "_tried", slip)
    with qtbot.captureExceptions() as caught:
        hands.click(page.start)
        qtbot.waitUntil(ended(page))
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert page.summary.text() == "Stopped: 0 of 8 were tried." and page.start.isEnabled()


def test_it_is_saved_as_a_paper_without_a_change_in_the_binder(
    page: ProveItPage,
    hands: Hands,
    qtbot: QtBot,
    sample_binder: Binder,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    quick(monkeypatch)
    hands.click(page.start)
    qtbot.waitUntil(ended(page))
    before = digest.digest(sample_binder)
    said: list[str] = []
    page.desk.messages.said.connect(lambda notice: said.append(notice.text))
    hands.click(page.save)
    dialog = page.orders.file_dialog
    assert dialog is not None and dialog.selectedFiles()[0].endswith(".pdf")
    dialog.fileSelected.emit(str(tmp_path / "test.pdf"))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(said))
    assert (tmp_path / "test.pdf").read_bytes().startswith(b"%PDF")
    assert said == [f"Saved: {tmp_path / 'test.pdf'}."]
    assert digest.digest(sample_binder) == before


def test_F72_without_a_printer_the_result_is_saved_and_says_so(
    page: ProveItPage, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch)
    said: list[str] = []
    page.desk.messages.said.connect(lambda notice: said.append(notice.text))
    hands.click(page.start)
    qtbot.waitUntil(ended(page))
    hands.click(page.print)
    qtbot.waitUntil(lambda: bool(said))
    assert "no printer it can reach" in said[0]
    assert list(prints().glob("Self-test of Champion, *.pdf"))


def test_a_full_disk_while_saving_is_said(
    page: ProveItPage, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    quick(monkeypatch)
    said: list[str] = []
    page.desk.messages.said.connect(lambda notice: said.append(notice.text))
    hands.click(page.start)
    qtbot.waitUntil(ended(page))
    assert page.record is not None
    page.orders.save_to(self_test.plan_paper(page.record), tmp_path / "gone" / "test.pdf")
    qtbot.waitUntil(lambda: bool(said))
    assert "is not there" in said[0]


@pytest.mark.parametrize("size", [100, 200])
def test_long_words_fit_and_everything_has_a_name(page: ProveItPage, window: MainWindow, size: int) -> None:
    long = "Printer-with-a-name-that-never-ends-and-goes-on-and-on-" * 6 + " <b>bold</b> " + "words " * 80
    results = tuple(
        Result(step, verdict, (Sentence("In reach: {names}.", {"names": long}),), (say("Ask IT. " * 30),), 3)
        for step, verdict in zip(STEPS, [*Verdict, *Verdict], strict=True)
    )
    page._end(Record(clock.now(), results))
    page.desk.theme.apply("light", size)
    window.resize(640, 700)
    QApplication.processEvents()
    area = page.findChildren(QScrollArea)[0]
    assert area.horizontalScrollBar().maximum() == 0
    assert "<b>bold</b>" in page.lines["write"].said.text()
    for line in page.lines.values():
        for part in (line.verdict, line.said, line.way):
            assert not part.isVisible() or part.height() >= part.heightForWidth(part.width()) > 0 or not part.wordWrap()
    assert nameless(page) == []
    assert {"Run it again", "Print the result…", "Save as PDF…"} <= set(control_names(page))
    page.desk.theme.apply("system", 100)

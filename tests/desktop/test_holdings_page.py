"""What we hold, clearing out, moving words out, erasing everything, handing over: with real presses on real binders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from champion_app import places
from champion_app.desktop.app import make_desk
from champion_app.desktop.dialogs.erase_dialog import ErasedDialog, EraseDialog, EraseOrder
from champion_app.desktop.dialogs.find_words_dialog import FindWordsDialog
from champion_app.desktop.dialogs.handover_dialog import HandoverDialog
from champion_app.desktop.dialogs.move_out_dialog import MoveOutDialog
from champion_app.desktop.dialogs.passphrase_dialog import PassphraseDialog
from champion_app.desktop.dialogs.purge_dialog import PurgeDialog
from champion_app.desktop.pages.holdings_page import HoldingsPage
from champion_app.desktop.widgets import paper_printer
from champion_app.domain import clock
from champion_app.domain.backups import Reason
from champion_app.domain.holdings import WhatWent
from champion_app.domain.log_entries import LogFields
from champion_app.places import Places, backups_of
from champion_app.store import backups
from champion_app.store.binder import Binder
from champion_app.tasks import (
    actions,
    assessment,
    erase_everything,
    handover,
    holdings,
    log_entries,
    print_history,
    service,
    settings,
)
from champion_app.tasks.toolkit import load_toolkit
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

OLD = date(2015, 5, 3)
HOSTILE = "<img src='x'> && %s {n} \u202e" + "W" * 300


@pytest.fixture
def page(sample_binder: Binder, qtbot: QtBot) -> Iterator[HoldingsPage]:
    """The page on the sample school with twelve log entries that are older than three years."""
    for number in range(12):
        log_entries.log_it(sample_binder, LogFields(f"Old entry {number}", OLD + timedelta(days=number)))
    made = HoldingsPage(make_desk(sample_binder))
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    made.refresh()
    yield made
    if made.dialog is not None:
        made.dialog.close()
    made.desk.jobs.wait()


def dialog(page: HoldingsPage, kind: type[QDialog]) -> QDialog:
    QApplication.processEvents()
    assert isinstance(page.dialog, kind)
    return page.dialog


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    words = [made.text().replace("\u200b", "") for made in widget.findChildren(QLabel) if made.isVisibleTo(widget)]
    return "\n".join(words)


# ---------------------------------------------------------------- the page


def test_T28_every_kind_stands_there_with_its_count_and_period(page: HoldingsPage) -> None:
    assert list(page.cards) == [kind.id for kind in holdings.kinds()]
    assert page.cards["log"].counted.text().startswith("37 log entries · 3 May 2015 to ")
    assert page.cards["log"].period.value == "36"
    assert page.cards["log"].past.text() == "12 are past it" and page.cards["log"].past.isVisible()
    assert not page.cards["actions"].past.isVisible()
    assert page.due.text() == "Kept longer than you chose: 12 log entries."
    assert "does not belong here" in said(page) and "Free words" in said(page)
    assert nameless(page) == []
    assert page.cards["log"].period.accessibleName() == "Keep Action log for"
    assert "Erase everything…" in control_names(page)


def test_another_period_is_kept_and_nothing_goes(page: HoldingsPage, sample_binder: Binder, qtbot: QtBot) -> None:
    box = page.cards["log"].period
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)  # no limit
    assert holdings.period(sample_binder, holdings.kind("log")) == 0
    assert page.due.text() == "Nothing has been kept longer than you chose."
    assert not page.cards["log"].past.isVisible()
    assert len(log_entries.log(sample_binder)) == 37


def test_it_counts_again_when_something_changes(page: HoldingsPage, sample_binder: Binder) -> None:
    log_entries.log_it(sample_binder, LogFields("Today", clock.today()))
    QApplication.processEvents()
    assert page.cards["log"].counted.text().startswith("38 log entries")


def test_F34_while_the_date_looks_wrong_nothing_is_called_old(
    page: HoldingsPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = clock.now() + timedelta(days=3653)
    monkeypatch.setattr(clock, "now", lambda: ahead)
    page.reload()
    assert f"looks wrong ({ahead.day} " in page.doubt.text() and page.doubt.isVisible()
    assert not page.purge.isEnabled() and "Nothing has been kept" in page.due.text()
    hands.click(page.trusted)
    assert not page.doubt.isVisible() and page.purge.isEnabled()
    assert "log entries" in page.due.text()


# ---------------------------------------------------------------- clearing out


def test_T28_three_presses_to_see_what_goes_and_then_it_is_gone(
    page: HoldingsPage, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    backups.make(sample_binder, backups_of(sample_binder.path), Reason.ASKED)
    hands.click(page.purge)
    asked = dialog(page, PurgeDialog)
    assert isinstance(asked, PurgeDialog)
    assert [name for name, tick in asked.choice.ticks.items() if tick.isChecked()] == ["log"]
    assert asked.choice.counts["log"].text().startswith("12 log entries from before ")
    assert nameless(asked) == []
    hands.click(asked.look)
    assert asked.preview.counts.text() == "12 log entries"
    assert asked.preview.model.rowCount() == 12
    first = asked.preview.model.row_at(asked.preview.model.index(0))
    assert first is not None and (first.title, first.second) == ("Old entry 0", "Action log · 3 May 2015")
    assert "child’s safety" in said(asked)
    assert not asked.purge.isEnabled(), "not before the question is answered"
    assert len(log_entries.log(sample_binder)) == 37, "looking changes nothing"
    hands.click(asked.preview.tick)
    hands.click(asked.purge)
    qtbot.waitUntil(lambda: asked.close_button.isVisible(), timeout=10_000)
    assert asked.gone.text() == "Gone for good: 12 log entries."
    assert len(log_entries.log(sample_binder)) == 25
    assert "2 older copies may still hold" in asked.copies.said.text()
    hands.click(asked.copies.renew)
    qtbot.waitUntil(lambda: not asked.copies.working, timeout=10_000)
    assert asked.copies.said.text() == "2 older copies are gone. The new backup is checked."
    assert [one.reason for one in backups.all_backups(backups_of(sample_binder.path))] == [Reason.ERASE]
    hands.click(asked.close_button)
    assert not page.copies.isVisible() and page.due.text() == "Nothing has been kept longer than you chose."


def test_older_copies_that_were_kept_are_asked_about_on_the_page(
    page: HoldingsPage, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    backups.make(sample_binder, backups_of(sample_binder.path), Reason.ASKED)
    hands.click(page.purge)
    asked = dialog(page, PurgeDialog)
    assert isinstance(asked, PurgeDialog)
    hands.click(asked.look)
    hands.click(asked.preview.tick)
    hands.click(asked.purge)
    qtbot.waitUntil(lambda: asked.close_button.isVisible(), timeout=10_000)
    hands.click(asked.close_button)
    assert page.copies.isVisible() and "asked.champion-backup" in page.copies.copies.text().replace("\u200b", "")


def test_what_would_go_is_printed_first_and_nothing_of_it_is_noted(
    page: HoldingsPage, sample_binder: Binder, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    hands.click(page.purge)
    asked = dialog(page, PurgeDialog)
    assert isinstance(asked, PurgeDialog)
    hands.click(asked.look)
    hands.click(asked.preview.save)
    assert asked.orders.file_dialog is not None
    asked.orders.file_dialog.selectFile(str(tmp_path / "words.pdf"))
    asked.orders.file_dialog.accept()
    qtbot.waitUntil(lambda: (tmp_path / "words.pdf").exists(), timeout=10_000)
    page.desk.jobs.wait()
    assert print_history.print_history(sample_binder) == []


def test_nothing_ticked_and_nothing_old(page: HoldingsPage, hands: Hands) -> None:
    hands.click(page.purge)
    asked = dialog(page, PurgeDialog)
    assert isinstance(asked, PurgeDialog)
    asked.choice.ticks["log"].click()
    assert not asked.look.isEnabled()
    asked.choice.ticks["prints"].click()
    hands.click(asked.look)
    assert asked.preview.counts.text() == "Nothing: there is nothing that old."
    assert not asked.preview.tick.isEnabled() and not asked.purge.isEnabled()
    hands.click(asked.back)
    hands.press(asked, Qt.Key.Key_Escape)
    assert page.dialog is None


def test_a_fault_is_said_in_the_dialog_and_nothing_changes(
    page: HoldingsPage, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    hands.click(page.purge)
    asked = dialog(page, PurgeDialog)
    assert isinstance(asked, PurgeDialog)
    hands.click(asked.look)
    hands.click(asked.preview.tick)
    sample_binder.rows("VACUUM")
    pages = sample_binder.rows("PRAGMA page_count")[0][0]
    sample_binder.rows(f"PRAGMA max_page_count = {pages}")
    hands.click(asked.purge)
    qtbot.waitUntil(lambda: asked.problem.isVisible(), timeout=10_000)
    assert "the disk is full" in asked.problem.text() and asked.purge.isEnabled()
    assert len(log_entries.log(sample_binder)) == 37


# ---------------------------------------------------------------- one record


def test_words_move_to_the_safeguarding_system(
    page: HoldingsPage, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    entry = log_entries.log_it(sample_binder, LogFields("About a family: it belongs elsewhere", clock.today()))
    settings.keep_setting(sample_binder, "draft new action", '{"title": "x"}')
    asked = MoveOutDialog(page.desk, page, "log entry", entry)
    asked.open()
    QApplication.processEvents()
    assert "belongs elsewhere" in asked.words.toPlainText() and nameless(asked) == []
    assert not asked.erase.isEnabled(), "first printed, then erased"
    hands.click(asked.tick)
    with qtbot.waitSignal(asked.erased, timeout=10_000):
        hands.click(asked.erase)
    assert log_entries.entry(sample_binder, entry) is None
    assert "gone from the binder" in asked.gone.text()
    assert not asked.erase.isVisible() and asked.close_button.text() == "Close"
    hands.click(asked.close_button)


# ---------------------------------------------------------------- everything


def test_F79_the_certificate_and_the_name_come_first(
    page: HoldingsPage, sample_binder: Binder, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    hands.click(page.erase)
    asked = dialog(page, EraseDialog)
    assert isinstance(asked, EraseDialog)
    name = service.who_we_are(sample_binder).name
    assert f"To go on, type: {name}" in said(asked) and nameless(asked) == []
    hands.type(asked.typed, name)
    assert not asked.erase.isEnabled(), "not without the certificate"
    place = tmp_path / "out" / "certificate.pdf"
    place.parent.mkdir()
    hands.click(asked.save)
    assert asked.file_dialog is not None
    asked.file_dialog.selectFile(str(place))
    asked.file_dialog.accept()
    qtbot.waitUntil(lambda: asked.certificate is not None, timeout=10_000)
    asked.typed.setText(name[:-1])
    assert not asked.erase.isEnabled()
    asked.typed.setText(name.upper())
    with qtbot.waitSignal(page.desk.navigation.erase_asked, timeout=5_000) as heard:
        hands.click(asked.erase)
    (order,) = heard.args
    assert isinstance(order, EraseOrder) and order.certificate == place
    assert sample_binder.path.exists(), "the dialog itself erases nothing"
    page.desk.jobs.wait()
    sample_binder.close()
    went = erase_everything.carry_out(order.about, order.typed, order.certificate, Places(tmp_path / "home"))
    assert went.left == () and not sample_binder.path.exists() and place.exists()


def test_F79_a_place_that_goes_too_is_refused(
    page: HoldingsPage, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    backups.make(sample_binder, backups_of(sample_binder.path), Reason.ASKED)
    hands.click(page.erase)
    asked = dialog(page, EraseDialog)
    assert isinstance(asked, EraseDialog)
    asked.save_to(backups_of(sample_binder.path) / "certificate.pdf")
    qtbot.waitUntil(lambda: asked.problem.isVisible(), timeout=10_000)
    assert "is one of those to be erased" in asked.problem.text() and not asked.erase.isEnabled()
    hands.press(asked, Qt.Key.Key_Escape)
    assert sample_binder.path.exists()


@pytest.mark.parametrize("left", [(), (Path("/data/binder.champion"),)])
def test_F79_what_came_of_it_is_said(left: tuple[Path, ...], page: HoldingsPage) -> None:
    told = ErasedDialog(page.desk.theme, WhatWent((Path("/a"), Path("/b")), left), Path("/stick/c.pdf"), page)
    told.open()
    words = said(told)
    assert ("1 file is left" in words and "/data/binder.champion" in words) if left else "is gone: 2 files." in words
    assert "/stick/c.pdf" in words and nameless(told) == []
    told.close()


# ---------------------------------------------------------------- handing over


def test_T27_handing_over_with_few_presses(
    page: HoldingsPage,
    sample_binder: Binder,
    hands: Hands,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    count = len(handover.open_actions(sample_binder))
    hands.click(page.hand_over)
    asked = dialog(page, HandoverDialog)
    assert isinstance(asked, HandoverDialog)
    assert not asked.give.isEnabled() and not asked.rename.isEnabled()
    hands.type(asked.name, "Priya Shah")
    assert asked.give.text() == f"Give {count} actions to Priya Shah"
    hands.click(asked.give)
    assert hands.clicks <= 3, "T27: three presses"
    assert {one.fields.lead for one in handover.open_actions(sample_binder)} == {"Priya Shah"}
    assert asked.steps[1].done.text() == f"{count} actions have another lead now."
    hands.click(asked.notices.act)
    assert "Priya Shah" not in {one.fields.lead for one in actions.plan(sample_binder)}
    hands.click(asked.rename)
    assert service.who_we_are(sample_binder).champion == "Priya Shah"
    assert nameless(asked) == []
    asked.copy_to(tmp_path)
    qtbot.waitUntil(lambda: asked.steps[2].done.isVisible(), timeout=10_000)
    (copy,) = tmp_path.glob("Champion handover */*.champion-backup")
    assert "Copied and checked" in asked.steps[2].done.text() and copy.exists()
    asked.close()


def test_T27_only_one_persons_actions(page: HoldingsPage, sample_binder: Binder, hands: Hands) -> None:
    hands.click(page.hand_over)
    asked = dialog(page, HandoverDialog)
    assert isinstance(asked, HandoverDialog)
    hands.type(asked.name, "Priya Shah")
    leads = sorted({one.fields.lead for one in handover.open_actions(sample_binder)})
    mine = [one.id for one in handover.open_actions(sample_binder) if one.fields.lead == leads[0]]
    asked.whose.setCurrentIndex(asked.whose.findData(f"={leads[0]}"))
    asked.whose.activated.emit(asked.whose.currentIndex())
    hands.click(asked.give)
    after = {one.id: one.fields.lead for one in handover.open_actions(sample_binder)}
    assert {number for number, lead in after.items() if lead == "Priya Shah"} == set(mine)
    asked.close()


def test_what_is_typed_into_a_handover_stays(page: HoldingsPage, hands: Hands) -> None:
    hands.click(page.hand_over)
    asked = dialog(page, HandoverDialog)
    assert isinstance(asked, HandoverDialog)
    hands.type(asked.name, HOSTILE)
    assert asked.give.text().startswith("Give ") and asked.width() <= page.width()
    typed = asked.name.text()
    hands.press(asked, Qt.Key.Key_Escape)
    assert page.dialog is None
    hands.click(page.hand_over)
    again = dialog(page, HandoverDialog)
    assert isinstance(again, HandoverDialog) and again.name.text() == typed
    again.close()


def test_erasing_and_the_passphrase_are_asked_of_the_page(page: HoldingsPage, hands: Hands, qtbot: QtBot) -> None:
    hands.click(page.hand_over)
    asked = dialog(page, HandoverDialog)
    assert isinstance(asked, HandoverDialog)
    assert not asked.passphrase.isVisibleTo(asked), "a binder without a lock has none to change"
    hands.click(asked.erase)
    assert isinstance(page.dialog, EraseDialog)
    page.dialog.reject()
    hands.click(page.hand_over)
    asked = dialog(page, HandoverDialog)
    assert isinstance(asked, HandoverDialog)
    asked.passphrase.click()  # as in a binder that has a lock
    assert isinstance(page.dialog, PassphraseDialog)
    page.dialog.reject()


def test_what_is_taken_back_in_the_dialog_counts_at_once(
    page: HoldingsPage, sample_binder: Binder, hands: Hands
) -> None:
    hands.click(page.hand_over)
    asked = dialog(page, HandoverDialog)
    assert isinstance(asked, HandoverDialog)
    hands.type(asked.name, "Priya Shah")
    first = handover.open_actions(sample_binder)[0]
    leads = {one.fields.lead for one in handover.open_actions(sample_binder)}
    hands.click(asked.give)
    assert asked.whose.findData(f"={first.fields.lead}") < 0, "all of them are hers now"
    hands.click(asked.notices.act)
    assert {lead for lead in leads if asked.whose.findData(f"={lead}") >= 0} == leads
    asked.close()


def test_papers_are_offered(page: HoldingsPage, sample_binder: Binder, qtbot: QtBot, tmp_path: Path) -> None:
    names = [action.text() for action in page.orders.menu.actions()]
    assert [name for name in names if name.startswith("Save")] == [
        "Save as PDF: What we hold…",
        "Save as PDF: Data protection screening sheet…",
        "Save as PDF: Security information sheet…",
    ]
    page.orders.save("What we hold", lambda: holdings.plan_page(sample_binder))
    assert page.orders.file_dialog is not None
    page.orders.file_dialog.selectFile(str(tmp_path / "held.pdf"))
    page.orders.file_dialog.accept()
    qtbot.waitUntil(lambda: bool(print_history.print_history(sample_binder)), timeout=10_000)
    assert (tmp_path / "held.pdf").exists() and places.prints()


def test_the_way_back_is_above_the_title(page: HoldingsPage, hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.navigation.asked) as heard:
        hands.click(hands.button(page, "Settings"))
    assert heard.args is not None and heard.args[0] == "settings"


@pytest.mark.parametrize("size", [100, 200])
def test_it_fits_a_narrow_window(size: int, page: HoldingsPage) -> None:
    page.desk.theme.apply(text_size=size)
    page.resize(520, 640)
    QApplication.processEvents()
    try:
        for card in page.cards.values():
            assert card.width() <= 520 - 48, card.kind_id
    finally:
        page.desk.theme.apply(text_size=100)


def test_F72_words_about_a_child_are_never_saved_where_nobody_asked(
    page: HoldingsPage, sample_binder: Binder, hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paper_printer, "printer_in_reach", lambda: False)
    monkeypatch.setattr(places, "prints", lambda: tmp_path)
    entry = log_entries.log_it(sample_binder, LogFields("Met Lexi Brown, born 3 March 2016", clock.today()))
    asked = MoveOutDialog(page.desk, page, "log entry", entry)
    asked.open()
    hands.click(asked.print)
    page.desk.jobs.wait()
    QApplication.processEvents()
    assert "Nothing was printed" in asked.notices.words.text()
    assert list(tmp_path.glob("*.pdf")) == []
    asked.reject()


def test_a_name_is_found_in_every_field_and_written_down_nowhere(
    page: HoldingsPage, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    log_entries.log_it(sample_binder, LogFields("Met the Quillfeather family", clock.today()))
    view = assessment.assessment(sample_binder, load_toolkit())
    assert view is not None
    number = view.criteria[0].number
    assessment.note_evidence(sample_binder, view.round.id, number, "First line\nSeen by Mrs QUILLFEATHER")
    page.desk.drafts.keep("log entry", {"what": "Ring Zoë Quillfeather"})
    hands.click(page.find_name)
    asked = dialog(page, FindWordsDialog)
    assert isinstance(asked, FindWordsDialog) and nameless(asked) == []
    hands.type(asked.name, "qu")
    hands.press(asked.name, Qt.Key.Key_Return)
    qtbot.waitUntil(asked.field.problem.isVisible)
    hands.type(asked.name, "illfeather")
    before = sample_binder.rows("SELECT count(*) FROM changes")[0][0]
    hands.click(asked.look)
    qtbot.waitUntil(asked.count.isVisible)
    lines = [made.text() for made in asked.area.findChildren(QLabel)]
    assert any(line.startswith("Action log: Met the Quillfeather") for line in lines), lines
    assert any(line == "Self-assessment: Seen by Mrs QUILLFEATHER" for line in lines), lines
    assert any(line.startswith("Drafts and settings:") for line in lines), lines
    assert " places." in asked.count.text()
    assert sample_binder.rows("SELECT count(*) FROM changes")[0][0] == before
    asked.name.setText("Nobody Of This Name")
    hands.click(asked.look)
    qtbot.waitUntil(lambda: "nowhere" in asked.count.text())
    asked.reject()

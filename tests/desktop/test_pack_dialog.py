"""Taking a pack in (T02): every thing is shown before anything is written, and all of it or none of it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.pack_dialog import PackDialog, open_pack_dialog
from champion_app.desktop.main_window import MainWindow
from champion_app.domain.listings import ListingFields, Phone
from champion_app.domain.packs import Figure, LeafletText, PackAbout, PackContents, PackFile, PackItem, Retired, Term
from champion_app.domain.resource_filter import ResourceFilter
from champion_app.domain.resources import ResourceFields
from champion_app.domain.taking_in import Decision
from champion_app.exchange.packs import write_pack
from champion_app.store.binder import Binder
from champion_app.tasks import attachments, history, listings, packs, resources
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands
from tests.tasks.editions import everything, tracked

PDF = b"%PDF-1.4\n" + b"x" * 34_000
HASH = sha256(PDF).hexdigest()
STORY = ResourceFields("Hollin Vale story", "A story to read aloud.", link="https://example.org/story")
BECK = ListingFields("Beck Street Drop-in", "A hot meal.", phones=(Phone("01632 960199", "Office"),), hours="9 to 5")
MOOR = ListingFields("Moor Lane Mentors", "Somebody to talk to.")
HOSTILE = ListingFields("<b>Bold</b> & <script>alert(1)</script> " + "x" * 430, "<img src=x> " + "y" * 9_000)
TEMPLATE = {
    "id": "area-sheet", "edition": "2026-11", "kind": "leaflet", "title": "Our sheet", "discreet_title": "A sheet",
    "subtitle": "", "discreet_subtitle": "", "audience": "families", "stage": "arrest", "language": "en",
    "nations": ["England"], "reading_age": [9, 11], "sizes": ["a4"], "draft": "", "summary": "",
    "blocks": [{"id": "intro", "kind": "text", "text": "It is not your fault.", "source": ""}],
}  # fmt: skip
OLD_WORD = PackItem("terms", "eh", Term("early help", ("TAF",)))

Open = Callable[[Binder], MainWindow]
Items = list[PackItem]


def service(key: str, fields: ListingFields) -> PackItem:
    return PackItem("listings", key, fields)


def first() -> Items:
    """Edition 1: two services, a word, a resource."""
    return [service("beck", BECK), service("moor", MOOR), OLD_WORD, PackItem("resources", "old", ResourceFields("Old"))]


def second() -> Items:
    """Edition 2: other hours, other words, a story with a file, a figure, a leaflet; one thing is no longer in it."""
    return [
        service("beck", replace(BECK, hours="9 to 6")),
        service("moor", replace(MOOR, description="Two people to talk to.")),
        PackItem("resources", "story", STORY, (PackFile("dad.pdf", HASH, "to read aloud"),)),
        PackItem("figures", "f", Figure("About 193,000.", "MoJ", "2024", review_by=date(2027, 11, 1))),
        PackItem("leaflet_texts", "area-sheet.en", LeafletText(TEMPLATE)),
    ]


def retired() -> tuple[Retired, ...]:
    return (Retired("terms", "eh", "We say family help now."),)


def saved(folder: Path, number: int, items: Items, out: tuple[Retired, ...] = (), **about: str) -> Path:
    made = replace(PackAbout("area", "Area pack", "Area team", number, date(2026, 11, 22)), **about)  # type: ignore[arg-type]
    path = folder / f"area-{number}.championpack"
    write_pack(PackContents(made, tuple(items), out, {HASH: PDF}), path)
    return path


def have(binder: Binder, path: Path) -> None:
    packs.take_in(binder, packs.look(binder, packs.read(path)), {})


def named(binder: Binder, name: str) -> ListingFields:
    return next(one.fields for one in listings.directory(binder) if one.fields.name == name)


def own_words(binder: Binder, name: str, **words: str) -> None:
    """The champion changes a service."""
    one = next(one for one in listings.directory(binder) if one.fields.name == name)
    listings.change_listing(binder, one.id, replace(one.fields, **words))  # type: ignore[arg-type]


def words_in(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def names_listed(dialog: PackDialog) -> list[str]:
    model = dialog.preview.model
    return [str(model.index(place).data()) for place in range(model.rowCount())]


def choose(dialog: PackDialog, name: str) -> None:
    place = names_listed(dialog).index(name)
    dialog.preview.rows.setCurrentIndex(dialog.preview.model.index(place))
    QApplication.processEvents()


@pytest.fixture
def window(new_binder: Binder, open_window: Open) -> MainWindow:
    made = open_window(new_binder)
    made.resize(1366, 768)
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def show(window: MainWindow, qtbot: QtBot) -> Callable[[Path], PackDialog]:
    """Opens the dialog on a file and waits for its preview, or for what is wrong with it."""

    def open_on(path: Path) -> PackDialog:
        dialog = open_pack_dialog(window.page.desk, window, path)
        qtbot.waitUntil(lambda: dialog.preview.isVisible() or dialog.problem.isVisible(), timeout=20_000)
        return dialog

    return open_on


Show = Callable[[Path], PackDialog]


def finish(dialog: PackDialog, hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        hands.click(dialog.take)


def test_t02_a_pack_from_a_stick(
    window: MainWindow, new_binder: Binder, show: Show, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    have(new_binder, saved(tmp_path, 1, first()))
    before = tracked(new_binder)
    said: list[str] = []
    window.page.desk.messages.said.connect(lambda notice: said.append(notice.text))
    dialog = show(saved(tmp_path, 2, second(), retired(), note="What is new."))
    assert dialog.preview.title.text() == "Area pack"
    assert dialog.preview.about.text() == "Area team · Edition 2 · made on 22 November 2026"
    assert "What is new." in words_in(dialog.preview)
    assert "It is not signed: it comes from a file. Take it in only from somebody you know." in words_in(dialog.preview)
    assert sorted(names_listed(dialog)) == sorted(
        ["Hollin Vale story", "About 193,000.", "Our sheet (en)",
         "Beck Street Drop-in", "Moor Lane Mentors", "early help", "Old"]
    )  # fmt: skip
    chips = [chip.text() for chip in dialog.preview.chips._values]
    assert chips == ["Everything (7)", "New (3)", "Changed (2)", "Retired (1)", "No longer in it (1)"]
    assert tracked(new_binder) == before, "nothing is written by looking"
    assert dialog.take.text() == "Take in 6"
    finish(dialog, hands, qtbot)
    assert said[-1] == "Area pack is taken in: 3 new, 2 changed, 1 retired."
    assert named(new_binder, "Beck Street Drop-in").hours == "9 to 6"
    story = next(
        one
        for one in resources.some(new_binder, resources.numbers(new_binder, ResourceFilter()))
        if one.fields == STORY
    )
    assert [file.name for file in attachments.of_resource(new_binder, story.id)] == ["dad.pdf"]
    QApplication.processEvents()
    hands.click(hands.button(window, "Undo"))
    assert tracked(new_binder) == before, "one undo takes all of it back"


def test_the_one_in_view_says_what_would_happen(new_binder: Binder, show: Show, tmp_path: Path, hands: Hands) -> None:
    have(new_binder, saved(tmp_path, 1, first()))
    dialog = show(saved(tmp_path, 2, second(), retired()))
    choose(dialog, "Hollin Vale story")
    said = words_in(dialog.preview.item)
    assert "A story to read aloud." in said and "dad.pdf · 34 KB · to read aloud" in said
    choose(dialog, "Beck Street Drop-in")
    said = words_in(dialog.preview.item)
    assert [said[said.index(word) + 1] for word in ("Yours", "Theirs")] == ["9 to 5", "9 to 6"]
    assert "When it is open" in said and "A hot meal." not in said, "only what would change"
    choose(dialog, "early help")
    assert "We say family help now." in words_in(dialog.preview.item)
    choose(dialog, "Old")
    assert any("stays in your binder" in line for line in words_in(dialog.preview.item))
    choose(dialog, "Our sheet (en)")
    assert any("It is not your fault." in line for line in words_in(dialog.preview.item))
    hands.click(hands.button(dialog, "New (3)"))
    assert sorted(names_listed(dialog)) == ["About 193,000.", "Hollin Vale story", "Our sheet (en)"]
    dialog.reject()


@pytest.mark.parametrize("stage", ["choosing", "reading", "looking", "deciding"])
def test_t02_escape_leaves_the_binder_as_it_was(
    window: MainWindow, new_binder: Binder, qtbot: QtBot, tmp_path: Path, hands: Hands, stage: str
) -> None:
    have(new_binder, saved(tmp_path, 1, first()))
    own_words(new_binder, "Moor Lane Mentors", description="My own words.")
    path = saved(tmp_path, 2, second())
    before = everything(new_binder)
    dialog = open_pack_dialog(window.page.desk, window, None if stage == "choosing" else path)
    if stage in ("looking", "deciding"):
        qtbot.waitUntil(dialog.preview.isVisible, timeout=20_000)
    if stage == "deciding":
        choose(dialog, "Moor Lane Mentors")
        hands.click(dialog.preview.item.decision.choices[Decision.THEIRS])
    with qtbot.waitSignal(dialog.finished):
        hands.press(dialog, Qt.Key.Key_Escape)
    window.page.desk.jobs.wait()
    assert everything(new_binder) == before


def test_t02_stopped_while_it_is_taken_in(
    window: MainWindow, new_binder: Binder, show: Show, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    many = [service(f"s{n}", ListingFields(f"Service {n}")) for n in range(300)]
    dialog = show(saved(tmp_path, 1, many))
    before = everything(new_binder)
    hands.click(dialog.take)
    assert not dialog.take.isEnabled()
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        hands.press(dialog, Qt.Key.Key_Escape)
    assert everything(new_binder) == before
    assert not new_binder.rows("SELECT 1 FROM listings WHERE name = 'Service 0'")


def test_a_fault_is_said_and_another_file_can_be_chosen(
    show: Show, tmp_path: Path, qtbot: QtBot, new_binder: Binder
) -> None:
    bad = tmp_path / "bad.championpack"
    bad.write_bytes(b"this is no pack")
    before = everything(new_binder)
    dialog = show(bad)
    for sentence in ("bad.championpack is not a pack", "your binder is as it was.", "Ask whoever made it"):
        assert sentence in dialog.problem.text()
    assert not dialog.take.isVisible()
    drop(dialog, saved(tmp_path, 1, first()))
    qtbot.waitUntil(dialog.preview.isVisible, timeout=20_000)
    assert not dialog.problem.isVisible()
    dialog.reject()
    assert everything(new_binder) == before


def drop(where: QWidget, path: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(40, 40), copy, carried, left, none)
    QApplication.sendEvent(where, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(where, QDropEvent(QPointF(40, 40), copy, carried, left, none))


def test_an_older_edition_is_refused_in_words(new_binder: Binder, show: Show, tmp_path: Path) -> None:
    have(new_binder, saved(tmp_path, 2, second()))
    dialog = show(saved(tmp_path, 1, first()))
    assert "it is edition 1, and you have edition 2 already" in dialog.problem.text()
    assert dialog.start.isVisible() and not dialog.take.isVisible()
    dialog.reject()


def test_the_same_edition_has_nothing_to_take_in(new_binder: Binder, show: Show, tmp_path: Path) -> None:
    path = saved(tmp_path, 1, first())
    have(new_binder, path)
    dialog = show(path)
    assert dialog.preview.again.text().startswith("This is the edition you already have")
    assert not dialog.take.isEnabled()
    assert dialog.why_not.text() == "You have this edition already, so nothing would change."
    assert dialog.take.accessibleDescription() == dialog.why_not.text()
    dialog.reject()


def both_moved(binder: Binder, folder: Path) -> Path:
    """Two services in which the champion and the pack have other words."""
    have(binder, saved(folder, 1, first()))
    own_words(binder, "Beck Street Drop-in", description="Mine, Beck.")
    own_words(binder, "Moor Lane Mentors", description="Mine, Moor.")
    theirs = [
        service("beck", replace(BECK, description="Theirs, Beck.", hours="9 to 6")),
        service("moor", replace(MOOR, description="Theirs, Moor.")),
    ]
    return saved(folder, 2, theirs)


def test_what_both_have_changed_is_shown_side_by_side_and_mine_is_kept(
    new_binder: Binder, show: Show, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = show(both_moved(new_binder, tmp_path))
    choose(dialog, "Beck Street Drop-in")
    decision = dialog.preview.item.decision
    assert decision.chosen is Decision.MINE, "shown from the start"
    said = words_in(dialog.preview.item)
    assert {"Mine, Beck.", "Theirs, Beck.", "Both of you have changed this", "Only the pack has changed this"} <= set(
        said
    )
    assert "Take in 2" not in dialog.take.text()
    hands.click(decision.choices[Decision.MINE])
    assert decision.help.text() == "Yours stays, and you are not asked about this again."
    assert dialog.take.text() == "Take in 1", "the hours are the pack's"
    finish(dialog, hands, qtbot)
    beck, moor = named(new_binder, "Beck Street Drop-in"), named(new_binder, "Moor Lane Mentors")
    assert (beck.description, beck.hours, moor.description) == ("Mine, Beck.", "9 to 6", "Mine, Moor.")
    again = packs.look(new_binder, packs.read(tmp_path / "area-2.championpack"))
    assert [one.item.key for one in again.preview.proposals if one.asks] == ["moor"], "what was not decided asks again"


def test_theirs_for_all(new_binder: Binder, show: Show, hands: Hands, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = show(both_moved(new_binder, tmp_path))
    decision = dialog.preview.item.decision
    hands.click(decision.choices[Decision.THEIRS])
    assert decision.choices[Decision.THEIRS].hasFocus(), "the keyboard stays where it was"
    hands.click(hands.button(dialog, "The same for all 2 to decide"))
    assert dialog.take.text() == "Take in 2"
    rows = [dialog.preview.model.index(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in (0, 1)]
    assert all("Take theirs" in row for row in rows)
    finish(dialog, hands, qtbot)
    assert named(new_binder, "Beck Street Drop-in").description == "Theirs, Beck."
    assert named(new_binder, "Moor Lane Mentors").description == "Theirs, Moor."


def test_both_are_kept_when_that_is_wanted(
    new_binder: Binder, show: Show, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = show(both_moved(new_binder, tmp_path))
    choose(dialog, "Moor Lane Mentors")
    hands.click(dialog.preview.item.decision.choices[Decision.BOTH])
    finish(dialog, hands, qtbot)
    found = [one.fields.description for one in listings.directory(new_binder) if one.fields.name == MOOR.name]
    assert sorted(found) == ["Mine, Moor.", "Theirs, Moor."]


def test_what_was_removed_here_stays_out_or_comes_back(
    new_binder: Binder, show: Show, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    path = saved(tmp_path, 1, first())
    have(new_binder, path)
    moor = next(one for one in listings.directory(new_binder) if one.fields.name == MOOR.name)
    listings.remove_listing(new_binder, moor.id)
    dialog = show(path)
    assert "Removed here (1)" in [chip.text() for chip in dialog.preview.chips._values]
    assert not dialog.take.isEnabled() and "unless you decide otherwise" in dialog.why_not.text()
    choose(dialog, "Moor Lane Mentors")
    back = dialog.preview.item.decision.choices[Decision.THEIRS]
    assert back.text() == "Bring it back"
    assert not dialog.preview.item.decision.choices[Decision.BOTH].isVisible()
    hands.click(back)
    finish(dialog, hands, qtbot)
    assert named(new_binder, "Moor Lane Mentors") == MOOR


def test_a_binder_that_changed_meanwhile_is_looked_at_again(
    new_binder: Binder, show: Show, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    have(new_binder, saved(tmp_path, 1, first()))
    dialog = show(saved(tmp_path, 2, second()))
    own_words(new_binder, "Moor Lane Mentors", description="Written meanwhile.")
    before = everything(new_binder)
    hands.click(dialog.take)
    qtbot.waitUntil(dialog.problem.isVisible, timeout=20_000)
    assert "your binder has changed since you looked at it" in dialog.problem.text()
    assert everything(new_binder) == before
    assert "To decide (1)" in [chip.text() for chip in dialog.preview.chips._values], "shown as it is now"
    finish(dialog, hands, qtbot)
    assert named(new_binder, "Moor Lane Mentors").description == "Written meanwhile."


def test_what_was_put_right_in_reading_is_listed(show: Show, tmp_path: Path, hands: Hands) -> None:
    dialog = show(saved(tmp_path, 1, [service("beck", replace(BECK, website="javascript:alert(1)"))]))
    hands.click(hands.button(dialog, "Put right in reading (1)"))
    QApplication.processEvents()
    assert any("is not a web address and cannot be pressed" in line for line in words_in(dialog.preview.item))
    dialog.reject()


def test_f52_hostile_words_are_shown_as_they_are_and_clipped(show: Show, tmp_path: Path) -> None:
    hostile = "<a href='x'>Title</a> " + "z" * 90
    dialog = show(saved(tmp_path, 1, [service("h", HOSTILE)], title=hostile, note="<b>" + "n" * 10_000))
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels if one.text())
    said = "\n".join(one.text() for one in labels)
    for words in ("<a href='x'>Title</a>", "<b>Bold</b> & <script>", "<img src=x>", "letters more)"):
        assert words in said
    assert max(len(one.text()) for one in labels) < 2_300
    assert dialog.width() <= 1366 and dialog.minimumSizeHint().width() <= dialog.width()
    dialog.reject()


def test_two_thousand_things_are_all_listed(show: Show, tmp_path: Path, hands: Hands) -> None:
    many = [service(f"s{n}", ListingFields(f"Service {n}")) for n in range(2_000)]
    dialog = show(saved(tmp_path, 1, many))
    assert dialog.preview.model.rowCount() == 2_000
    assert dialog.take.text() == "Take in 2000"
    known = len(dialog.preview.model._known)
    assert known <= 300, f"{known} lines were put into words, and no window shows so many"
    dialog.reject()


def test_everything_has_a_name_and_enter_never_takes_in(
    show: Show, new_binder: Binder, tmp_path: Path, hands: Hands
) -> None:
    dialog = show(both_moved(new_binder, tmp_path))
    assert nameless(dialog) == []
    assert {"What is in the pack", "Take in 1 thing", "Keep mine"} <= set(control_names(dialog)) | {"Take in 1 thing"}
    before = everything(new_binder)
    assert dialog.preview.rows.hasFocus()
    hands.press(dialog.preview.rows, Qt.Key.Key_Down)
    hands.press(dialog.preview.rows, Qt.Key.Key_Return)
    decision = dialog.preview.item.decision
    assert decision.choices[Decision.MINE].hasFocus(), "Enter goes to what can be decided"
    hands.press(decision.choices[Decision.MINE], Qt.Key.Key_Return)
    hands.press(decision.choices[Decision.MINE], Qt.Key.Key_Right)
    assert decision.chosen is Decision.THEIRS
    QApplication.processEvents()
    assert dialog.isVisible() and everything(new_binder) == before
    dialog.reject()


def test_it_fits_a_small_screen_with_large_text(
    window: MainWindow, show: Show, new_binder: Binder, tmp_path: Path, hands: Hands
) -> None:
    path = both_moved(new_binder, tmp_path)
    window.page.desk.theme.apply(text_size=200)
    try:
        dialog = show(path)
        QApplication.processEvents()
        assert dialog.height() <= 768 and dialog.width() <= 1366
        for made in (dialog.take, dialog.cancel, dialog.other):
            corner = made.mapTo(dialog, made.rect().bottomRight())
            assert dialog.rect().contains(corner)
        hands.press(dialog.preview.rows, Qt.Key.Key_Return)
        hands.click(hands.button(dialog, "Back to the list"))
        assert dialog.preview.rows.hasFocus()
        dialog.reject()
    finally:
        window.page.desk.theme.apply(text_size=100)


def test_undo_is_named(new_binder: Binder, show: Show, hands: Hands, qtbot: QtBot, tmp_path: Path) -> None:
    finish(show(saved(tmp_path, 1, first())), hands, qtbot)
    assert history.undo(new_binder) == "pack taken in"

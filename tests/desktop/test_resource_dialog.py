"""Adding and editing a resource: a title is enough, warnings beside the fields, and nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.resource_dialog import ResourceDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.resources_page import ResourcesPage
from champion_app.desktop.widgets.links import typed_address
from champion_app.domain import clock
from champion_app.domain.resources import Resource, ResourceFields
from champion_app.faults import DiskFull
from champion_app.store.binder import Binder
from champion_app.tasks import resources
from champion_app.tasks.history import undo
from tests.desktop.accessible import nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]


@pytest.fixture
def window(sample_binder: Binder, open_window: Open) -> MainWindow:
    made = open_window(sample_binder)
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def page(window: MainWindow, hands: Hands) -> Iterator[ResourcesPage]:
    hands.click(hands.button(window.sidebar, "Resource pack"))
    QApplication.processEvents()
    made = window.page
    assert isinstance(made, ResourcesPage)
    yield made
    if made._dialog is not None:
        made._dialog.reject()


def dialog_of(page: ResourcesPage) -> ResourceDialog:
    QApplication.processEvents()
    assert isinstance(page._dialog, ResourceDialog)
    return page._dialog


def add(page: ResourcesPage, hands: Hands) -> ResourceDialog:
    hands.click(page.add)
    return dialog_of(page)


def named(binder: Binder, title: str) -> Resource:
    return next(item for item in resources.pack(binder) if item.fields.title == title)


def edit(page: ResourcesPage, hands: Hands, title: str) -> ResourceDialog:
    page.arrive(named(page.desk.binder, title).id)
    hands.click(page.pane.edit)
    return dialog_of(page)


def test_adding_one_by_keyboard_alone(page: ResourcesPage, hands: Hands, sample_binder: Binder) -> None:
    hands.clicks = 0
    hands.press(page.list.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(page)
    assert dialog.ui.title.hasFocus(), "typing can start at once"
    for words in ("Otter comes home", "story", "Children", "A picture story.", "example.org/otter", "4 to 7", "Free"):
        focus = QApplication.focusWidget()
        assert focus is not None
        hands.type(focus, words)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.looked and dialog.looked.isChecked()
    hands.press(dialog.looked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page._dialog is None
    assert hands.clicks == 2
    made = named(sample_binder, "Otter comes home")
    assert made.fields == ResourceFields(
        "Otter comes home", "A picture story.", kind="story", audience="Children", link="example.org/otter",
        ages="4 to 7", licence="Free", language="English",
    )  # fmt: skip
    assert (made.checked_on, made.checked_by) == (clock.today(), "Sam Okafor")
    assert page.chosen == made and page.window().focusWidget() is page.list.rows, "and it is in view"


def test_without_the_tick_nobody_has_looked_at_it(page: ResourcesPage, hands: Hands, sample_binder: Binder) -> None:
    dialog = add(page, hands)
    assert "Sam Okafor" in dialog.looked.text()
    hands.type(dialog.ui.title, "Heard of it")
    hands.press(dialog.looked, Qt.Key.Key_Space)
    hands.press(dialog.ui.title, Qt.Key.Key_Return)
    assert named(sample_binder, "Heard of it").checked_on is None


def test_a_title_is_needed_and_said_beside_the_field(page: ResourcesPage, hands: Hands, sample_binder: Binder) -> None:
    before = resources.pack(sample_binder)
    dialog = add(page, hands)
    hands.type(dialog.ui.description, "What it is")
    hands.click(dialog.ui.save)
    assert dialog.isVisible() and dialog.ui.problem.isVisible()
    assert "Title is empty" in dialog.ui.problem.text()
    assert dialog.ui.title.hasFocus() and dialog.ui.title_cell.indexOf(dialog.ui.problem) >= 0
    assert resources.pack(sample_binder) == before
    hands.type(dialog.ui.title, "Now it has one")
    assert not dialog.ui.problem.isVisible()
    hands.click(dialog.ui.save)
    assert named(sample_binder, "Now it has one").fields.description == "What it is"


def test_the_same_title_and_address_are_said_as_you_type_with_a_way_there(
    page: ResourcesPage, hands: Hands, sample_binder: Binder, qtbot: QtBot
) -> None:
    tommy = named(sample_binder, "Tommy's Dad")
    resources.change_resource(sample_binder, tommy.id, replace(tommy.fields, link="https://example.org/tommy/"))
    dialog = add(page, hands)
    hands.type(dialog.ui.title, "tommy's DAD")
    qtbot.waitUntil(dialog.same_title.isVisible, timeout=3_000)
    assert "Tommy's Dad" in dialog.same_title.words.text()
    assert not dialog.same_link.isVisible()
    hands.type(dialog.ui.title, " at home")
    qtbot.waitUntil(lambda: not dialog.same_title.isVisible(), timeout=3_000)
    hands.type(dialog.ui.link, "example.org/tommy")
    qtbot.waitUntil(dialog.same_link.isVisible, timeout=3_000)
    assert "Tommy's Dad has the same web address" in dialog.same_link.words.text()
    hands.click(dialog.same_link.look)
    assert page._dialog is None and page.chosen is not None and page.chosen.id == tommy.id
    assert dialog_words(add(page, hands)) == ("tommy's DAD at home", "example.org/tommy"), "what was typed is kept"


def dialog_words(dialog: ResourceDialog) -> tuple[str, str]:
    return dialog.ui.title.text(), dialog.ui.link.text()


def test_what_was_alike_before_is_no_warning_again(page: ResourcesPage, hands: Hands, sample_binder: Binder) -> None:
    tommy = named(sample_binder, "Tommy's Dad")
    resources.add_resource(sample_binder, tommy.fields)
    page.arrive(tommy.id)
    hands.click(page.pane.edit)
    dialog = dialog_of(page)
    dialog._look_for_twins()
    assert not dialog.same_title.isVisible() and not dialog.same_link.isVisible()


@pytest.mark.parametrize(
    ("typed", "opens", "said"),
    [
        ("", False, "Leave it empty"),
        ("https://example.org/a", True, "in another program, after asking"),
        ("example.org", True, "https://example.org"),
        ("mailto:jo@example.org", True, "after asking"),
        ("jo@example.org", True, "mailto:jo@example.org"),
        ("tel:01632960120", True, "after asking"),
        ("https://раypal.org", True, "https://xn--"),  # the first two letters are Cyrillic
        ("javascript:alert(1)", False, "plain words"),
        ("file:///etc/passwd", False, "plain words"),
        ("FTP://example.org", False, "plain words"),
        ("tel:", False, "plain words"),
        ("third shelf from the left", False, "plain words"),
        ("https://bank.org@evil.org", False, "plain words"),
    ],
)
def test_F52_what_an_address_is_taken_for_is_said_beside_it(
    typed: str, opens: bool, said: str, page: ResourcesPage, hands: Hands
) -> None:
    dialog = add(page, hands)
    dialog.ui.link.setText(typed)
    assert said in dialog.ui.link_help.text().replace("\u200b", "")
    assert (typed_address(typed) is not None) is opens


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("4 to 7", "ages 4 to 7"),
        ("12+", "ages 12 to 25"),
        ("all of them", "No age is understood"),
        ("", "Leave it empty"),
    ],
)
def test_ages_say_how_they_are_understood(typed: str, said: str, page: ResourcesPage, hands: Hands) -> None:
    dialog = add(page, hands)
    hands.type(dialog.ui.ages, typed)
    assert said in dialog.ui.ages_help.text()


def test_opening_and_saving_changes_nothing_in_any_resource(
    page: ResourcesPage, hands: Hands, sample_binder: Binder
) -> None:
    odd = ResourceFields(
        "Odd", kind="opera", ages="4-7", stages=("release", "custody", "arrest"), statements=(6, 1, 9),
        criteria=("6.2", "9.9", "1.1"), status="nobody knows", language="Pitjantjatjara", nations=("Wales", "Europe"),
        tags=("one, two", "three"), note="  two\nlines ",
    )  # fmt: skip
    resources.add_resource(sample_binder, odd)
    for item in resources.pack(sample_binder):
        dialog = ResourceDialog(page.desk, item, page)
        assert dialog.typed_fields() == item.fields
        assert not dialog.ui.draft.isVisible()
        dialog.accept()
        dialog.deleteLater()
        assert resources.resource(sample_binder, item.id) == item


def test_stages_statements_and_criteria_are_ticked(page: ResourcesPage, hands: Hands, sample_binder: Binder) -> None:
    dialog = add(page, hands)
    hands.type(dialog.ui.title, "Ticked")
    hands.click(dialog.more.heading)
    QApplication.processEvents()
    form = dialog.form
    dialog.ui.scroll.ensureWidgetVisible(form.criteria)
    hands.press(form.stages.ticks["court"], Qt.Key.Key_Space)
    hands.press(form.stages.ticks["arrest"], Qt.Key.Key_Space)
    hands.press(form.criteria.criteria["1.3"], Qt.Key.Key_Space)
    assert form.criteria.statements[1].isChecked(), "a criterion brings its statement along"
    hands.press(form.criteria.statements[2], Qt.Key.Key_Space)
    hands.press(form.criteria.criteria["2.1"], Qt.Key.Key_Space)
    hands.press(form.criteria.criteria["5.1"], Qt.Key.Key_Space)
    hands.press(form.criteria.statements[5], Qt.Key.Key_Space)
    assert not form.criteria.criteria["5.1"].isChecked(), "a statement let go takes its criteria with it"
    hands.press(form.nations.ticks["Scotland"], Qt.Key.Key_Space)
    dialog.ui.tags.setText(" nursery, , poster ,nursery")
    form.status.show_value("older")
    hands.click(dialog.ui.save)
    fields = named(sample_binder, "Ticked").fields
    assert (fields.stages, fields.statements, fields.criteria) == (("arrest", "court"), (1, 2), ("1.3", "2.1"))
    assert (fields.nations, fields.tags, fields.status) == (("Scotland",), ("nursery", "poster"), "older")


def test_the_wording_of_a_criterion_is_said_where_the_keyboard_is(page: ResourcesPage, hands: Hands) -> None:
    dialog = add(page, hands)
    hands.click(dialog.more.heading)
    QApplication.processEvents()
    made = dialog.form.criteria.criteria["1.3"]
    made.setFocus()
    assert dialog.form.criteria.wording.text().startswith("1.3 ") and "Hidden Sentence" in made.accessibleName()


def test_a_kind_is_chosen_or_written(page: ResourcesPage, hands: Hands, sample_binder: Binder) -> None:
    for typed, kept in (("Story for children", "story for children"), ("STORY FOR CHILDREN", "story for children"),
                        ("Puppet play", "Puppet play")):  # fmt: skip
        dialog = add(page, hands)
        hands.type(dialog.ui.title, f"A {typed}")
        dialog.form.kind.setFocus()
        hands.type(QApplication.focusWidget() or dialog.form.kind, typed)
        hands.click(dialog.ui.save)
        assert named(sample_binder, f"A {typed}").fields.kind == kept
    dialog = add(page, hands)
    offered = [dialog.form.kind.itemText(place) for place in range(dialog.form.kind.count())]
    assert offered[0] == "Leaflet for families" and "Puppet play" in offered
    assert len(offered) == len({words.casefold() for words in offered})


def test_a_changed_address_is_to_be_looked_at_again(page: ResourcesPage, hands: Hands, sample_binder: Binder) -> None:
    tommy = named(sample_binder, "Tommy's Dad")
    resources.tick_resource(sample_binder, tommy.id, "Jo")
    dialog = edit(page, hands, "Tommy's Dad")
    assert not dialog.looked.isChecked()
    dialog.ui.link.setText("https://example.org/moved")
    hands.click(dialog.ui.save)
    assert named(sample_binder, "Tommy's Dad").checked_on is None
    assert "look at it again" in page.window().notices.words.text()  # type: ignore[attr-defined]
    undo(sample_binder)
    dialog = edit(page, hands, "Tommy's Dad")
    dialog.ui.link.setText("https://example.org/moved")
    hands.press(dialog.looked, Qt.Key.Key_Space)
    hands.click(dialog.ui.save)
    made = named(sample_binder, "Tommy's Dad")
    assert (made.fields.link, made.checked_by) == ("https://example.org/moved", "Sam Okafor")


def test_unfinished_words_are_kept_and_come_back(
    page: ResourcesPage, window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    dialog = add(page, hands)
    hands.type(dialog.ui.title, "Half a title")
    hands.click(dialog.more.heading)
    QApplication.processEvents()
    hands.type(dialog.ui.note, "Two copies")
    hands.press(dialog.form.criteria.criteria["1.3"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "1.3" in page.desk.drafts.find("resource new").get("criteria", ""), timeout=3_000)
    hands.press(dialog, Qt.Key.Key_Escape)
    assert "“Add a resource” brings them back" in window.notices.words.text()
    dialog = add(page, hands)
    assert dialog.ui.draft.isVisible() and dialog.ui.title.text() == "Half a title"
    assert dialog.ui.note.isVisible() and dialog.ui.note.toPlainText() == "Two copies", "what is folded would look lost"
    assert dialog.typed_fields().criteria == ("1.3",) and dialog.typed_fields().statements == (1,)
    hands.click(dialog.ui.afresh)
    assert dialog.ui.title.text() == "" and dialog.typed_fields().criteria == ()
    hands.press(dialog, Qt.Key.Key_Escape)
    assert page.desk.drafts.find("resource new") == {}


def test_kept_words_can_be_thrown_away(page: ResourcesPage, window: MainWindow, hands: Hands) -> None:
    dialog = add(page, hands)
    hands.type(dialog.ui.title, "Never mind")
    hands.click(dialog.ui.cancel)
    hands.click(hands.button(window.notices, "Throw them away"))
    assert page.desk.drafts.find("resource new") == {}


def test_leaving_the_page_keeps_the_draft_and_saving_drops_it(page: ResourcesPage, hands: Hands, qtbot: QtBot) -> None:
    dialog = add(page, hands)
    hands.type(dialog.ui.title, "Beck Street")
    page.flush()
    assert page.desk.drafts.find("resource new")["title"] == "Beck Street"
    hands.type(dialog.ui.title, " story")
    hands.click(dialog.ui.save)
    qtbot.wait(700)  # a pause that was still running must not bring it back
    assert page.desk.drafts.find("resource new") == {}


def test_full_disk_is_said_and_every_word_stays(
    page: ResourcesPage, hands: Hands, sample_binder: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = add(page, hands)
    hands.type(dialog.ui.title, "Beck Street")

    def full(*args: object, **named: object) -> int:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(resources, "add_resource", full)
        hands.click(dialog.ui.save)
        assert dialog.isVisible() and "the disk is full" in dialog.ui.problem.text()
        assert dialog.ui.title.text() == "Beck Street"
    hands.click(dialog.ui.save)
    assert named(sample_binder, "Beck Street")


def test_one_that_was_removed_meanwhile_keeps_the_words(
    page: ResourcesPage, hands: Hands, sample_binder: Binder
) -> None:
    dialog = edit(page, hands, "Tommy's Dad")
    hands.type(dialog.ui.description, "More words. ")
    resources.remove_resource(sample_binder, named(sample_binder, "Tommy's Dad").id)
    hands.click(dialog.ui.save)
    assert dialog.isVisible() and "no longer in the binder" in dialog.ui.problem.text()
    assert "More words." in dialog.ui.description.toPlainText()


ODD = ["<b>bold</b> & <img src='file:///etc/passwd'>", "nul\x00 and bell\x07", "emoji 😀🧒🏽", "خط المساعدة للعائلات"]


@pytest.mark.parametrize("odd", ODD, ids=["markup", "control", "emoji", "arabic"])
def test_F67_any_text_goes_into_every_field_and_comes_back(odd: str, page: ResourcesPage, hands: Hands) -> None:
    dialog = add(page, hands)
    hands.click(dialog.more.heading)
    QApplication.processEvents()
    fields: list[QWidget] = [made for made in dialog.findChildren(QWidget)
                             if type(made) in (QLineEdit, QPlainTextEdit) and made.isVisible()]  # fmt: skip
    assert len(fields) == 12
    for field in fields:
        if isinstance(field, QLineEdit):
            field.clear()
        hands.type(field, odd)
    hands.click(dialog.ui.save)
    assert page.chosen is not None
    kept = page.chosen.fields
    readable = odd.replace("\x00", "").replace("\x07", "")
    texts = {name: getattr(kept, name) for name in kept.__dataclass_fields__ if isinstance(getattr(kept, name), str)}
    assert {name: text for name, text in texts.items() if text != readable} == {"status": ""}
    assert kept.tags == (readable,)


def test_what_is_too_long_for_a_line_is_said_where_it_is(
    page: ResourcesPage, hands: Hands, sample_binder: Binder
) -> None:
    long = "\n".join(f"line {n}" for n in range(10_000))
    dialog = add(page, hands)
    hands.type(dialog.ui.title, "Long")
    dialog.ui.note.setPlainText(long)
    dialog.ui.author.setText("x" * 600)
    hands.click(dialog.ui.save)
    assert dialog.isVisible() and "too long for Who made it" in dialog.ui.problem.text()
    assert dialog.ui.author.isVisible(), "it was folded away"
    assert dialog.ui.author_cell.indexOf(dialog.ui.problem) >= 0
    dialog.ui.author.clear()
    hands.click(dialog.ui.save)
    assert named(sample_binder, "Long").fields.note == long


def test_tab_walks_in_the_order_it_is_read(page: ResourcesPage, hands: Hands) -> None:
    dialog = add(page, hands)
    hands.click(dialog.more.heading)
    QApplication.processEvents()
    dialog.ui.title.setFocus()
    walked = []
    for _ in range(14):
        focus = QApplication.focusWidget()
        assert focus is not None
        owner = focus.parentWidget()
        named_so = owner if isinstance(owner, QComboBox) else focus
        walked.append(named_so.accessibleName() or getattr(named_so, "text", str)())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert walked == [
        "Title, needed", "Kind", "Who it is for", "What it is", "Web address", "Ages", "Licence or price",
        dialog.looked.text(), "More about it", "Who made it", "Year", "Stages: Offending", "Stages: Arrest",
        "Stages: Court",
    ]  # fmt: skip


@pytest.mark.parametrize(("size", "text"), [((640, 480), 100), ((640, 560), 200), ((1366, 768), 200)])
def test_it_fits_small_windows_and_large_text(
    size: tuple[int, int], text: int, page: ResourcesPage, window: MainWindow, hands: Hands
) -> None:
    window._desk.theme.apply(text_size=text)
    try:
        window.resize(*size)
        dialog = edit(page, hands, "Tommy's Dad")
        hands.click(dialog.more.heading)
        QApplication.processEvents()
        assert dialog.width() <= size[0] and dialog.height() <= size[1]
        body = dialog.ui.page_body
        assert body.width() <= dialog.ui.scroll.viewport().width(), "nothing is cut off at the right"
    finally:
        window._desk.theme.apply(text_size=100)


def test_no_nameless_control(page: ResourcesPage, hands: Hands) -> None:
    dialog = add(page, hands)
    hands.click(dialog.more.heading)
    QApplication.processEvents()
    assert nameless(dialog) == []

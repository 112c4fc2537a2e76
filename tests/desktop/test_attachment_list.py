"""Files with a resource and at a criterion: attached, dropped, opened as a copy after asking, saved, taken away."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.question_dialog import QuestionDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.resources_page import ResourcesPage
from champion_app.desktop.widgets import attaching
from champion_app.desktop.widgets.attachment_list import AttachmentList
from champion_app.desktop.widgets.attachment_row import about_words
from champion_app.desktop.widgets.file_drop import dropped_files
from champion_app.desktop.widgets.links import ask_to_open_copy
from champion_app.domain.attachments import LARGEST
from champion_app.domain.resources import ResourceFields
from champion_app.faults import DiskFull
from champion_app.store.binder import Binder
from champion_app.tasks import attachments, history, resources
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
def page(window: MainWindow, hands: Hands) -> ResourcesPage:
    hands.click(hands.button(window.sidebar, "Resource pack"))
    QApplication.processEvents()
    made = window.page
    assert isinstance(made, ResourcesPage)
    return made


@pytest.fixture
def files(page: ResourcesPage) -> AttachmentList:
    return page.pane.files


def written(folder: Path, name: str = "story.txt", content: bytes = b"a quokka by the river") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def attach(files: AttachmentList, qtbot: QtBot, *paths: Path) -> None:
    """Attaches files and waits until they have been read."""
    files.take(list(paths))
    qtbot.waitUntil(lambda: not files.attaching.busy, timeout=15_000)
    QApplication.processEvents()


def names(files: AttachmentList) -> list[str]:
    return [row.name.text().replace("\u200b", "") for row in files.rows]


class Opener(QObject):
    """Stands where the other program would be."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def opener() -> Iterator[Opener]:
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_several_files_are_chosen_kept_and_undone_in_one_step(
    files: AttachmentList, window: MainWindow, hands: Hands, qtbot: QtBot, tmp_path: Path, sample_binder: Binder
) -> None:
    assert files.hint.isVisible() and names(files) == []
    paths = [written(tmp_path, f"{n} of three.txt", b"x%d" % n) for n in range(3)]
    files.window().activateWindow()
    hands.click(files.attach)
    dialog = files.file_dialog
    assert dialog is not None and dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit([str(path) for path in paths])
    dialog.reject()
    qtbot.waitUntil(lambda: len(files.rows) == 3, timeout=15_000)
    assert names(files) == [path.name for path in paths] and not files.hint.isVisible()
    assert window.notices.words.text() == "3 files attached."
    hands.click(hands.button(window.notices, "Undo"))
    assert names(files) == [] and files.hint.isVisible()
    history.redo(sample_binder)
    assert len(names(files)) == 3


def test_a_file_is_found_by_a_search_as_soon_as_it_is_attached(
    page: ResourcesPage, files: AttachmentList, qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    before = page.list.resource_id
    attach(files, qtbot, written(tmp_path))
    hands.type(page.list.search, "quokka river")
    assert page.list.model.ids == [before]
    assert "quokka" in page.list.model.data(page.list.model.index(0), Qt.ItemDataRole.AccessibleTextRole)  # type: ignore[operator]


def test_t08_F54_a_copy_is_opened_after_a_quiet_question(
    page: ResourcesPage, files: AttachmentList, window: MainWindow, hands: Hands, qtbot: QtBot, tmp_path: Path,
    sample_binder: Binder, opener: Opener,
) -> None:  # fmt: skip
    attach(files, qtbot, written(tmp_path))
    row = files.rows[0]
    page.pane.ensureWidgetVisible(row)
    hands.clicks = 0
    hands.click(row.open)
    question = window.findChild(QuestionDialog)
    assert question is not None and opener.opened == []
    assert "story.txt" in question.windowTitle()
    hands.click(question.yes)
    assert hands.clicks == 2
    path = opener.opened[0]
    assert path.read_bytes() == b"a quokka by the river" and path != tmp_path / "story.txt"
    assert not path.stat().st_mode & stat.S_IWUSR
    assert path.parent.parent == attachments.copies_folder(sample_binder)
    attachments.remove_copies(sample_binder)
    assert not path.exists()


def test_no_to_the_question_makes_no_copy(
    page: ResourcesPage, files: AttachmentList, window: MainWindow, hands: Hands, qtbot: QtBot, tmp_path: Path,
    sample_binder: Binder, opener: Opener,
) -> None:  # fmt: skip
    attach(files, qtbot, written(tmp_path))
    page.pane.ensureWidgetVisible(files.rows[0])
    hands.click(files.rows[0].open)
    question = window.findChild(QuestionDialog)
    assert question is not None
    hands.press(question, Qt.Key.Key_Escape)
    assert opener.opened == [] and not attachments.copies_folder(sample_binder).exists()


@pytest.mark.parametrize("name", ["install.exe", "fix.BAT", "page.js", "link.lnk", "run.sh", "a.pdf.cmd"])
def test_F54_what_would_start_a_program_is_only_ever_saved(
    name: str, page: ResourcesPage, files: AttachmentList, window: MainWindow, hands: Hands, qtbot: QtBot,
    tmp_path: Path, opener: Opener,
) -> None:  # fmt: skip
    attach(files, qtbot, written(tmp_path, name))
    row = files.rows[0]
    assert not row.open.isVisible() and row.save.isVisible()
    assert any("never opens it" in made.text() for made in row.findChildren(QLabel))
    files._open(row.file)  # whatever may ask
    assert not files.open_first()
    assert window.findChild(QuestionDialog) is None and opener.opened == []


def test_F54_not_even_when_only_the_copy_has_such_a_name(
    page: ResourcesPage, window: MainWindow, hands: Hands, opener: Opener, tmp_path: Path
) -> None:
    ask_to_open_copy(page.desk, "story.txt", lambda: written(tmp_path, "story.exe"))
    question = window.findChild(QuestionDialog)
    assert question is not None
    hands.click(question.yes)
    assert opener.opened == []


def test_a_copy_is_saved_elsewhere(
    page: ResourcesPage, files: AttachmentList, window: MainWindow, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    attach(files, qtbot, written(tmp_path, "install.exe"))
    page.pane.ensureWidgetVisible(files.rows[0])
    hands.click(files.rows[0].save)
    dialog = files.file_dialog
    assert dialog is not None and dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    out = tmp_path / "elsewhere.exe"
    dialog.fileSelected.emit(str(out))
    dialog.reject()
    qtbot.waitUntil(out.exists, timeout=5_000)
    qtbot.waitUntil(lambda: str(out) in window.notices.words.text(), timeout=5_000)
    assert out.read_bytes() == b"a quokka by the river"
    files.save_to(files.rows[0].file, tmp_path / "no such folder" / "x.exe")
    qtbot.waitUntil(lambda: "is not there" in window.notices.words.text(), timeout=5_000)


def test_taken_away_with_undo_and_the_keyboard_is_not_lost(
    page: ResourcesPage, files: AttachmentList, window: MainWindow, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    attach(files, qtbot, written(tmp_path), written(tmp_path, "other.txt", b"y"))
    page.pane.ensureWidgetVisible(files.rows[1])
    files.rows[0].remove.setFocus()
    hands.press(files.rows[0].remove, Qt.Key.Key_Space)
    assert names(files) == ["other.txt"]
    assert window.focusWidget() is files.attach
    assert window.notices.words.text() == "“story.txt” was taken away."
    hands.click(hands.button(window.notices, "Undo"))
    assert names(files) == ["story.txt", "other.txt"]


def test_what_cannot_be_attached_is_said_beside_the_list_and_the_others_are(
    files: AttachmentList, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    attach(files, qtbot, written(tmp_path, "empty.txt", b""), written(tmp_path), large, tmp_path)
    assert names(files) == ["story.txt"]
    said = files.problem.text()
    assert files.problem.isVisible() and said.count("was not attached") == 3
    assert all(words in said for words in ("empty.txt", "film.mp4", tmp_path.name, "it is empty", "50.0 MB"))
    assert window.notices.words.text() == "1 file attached."
    attach(files, qtbot, written(tmp_path, "fine.txt"))
    assert not files.problem.isVisible()


def test_the_same_file_again_is_said_and_is_no_step(
    files: AttachmentList, window: MainWindow, qtbot: QtBot, tmp_path: Path, sample_binder: Binder
) -> None:
    attach(files, qtbot, written(tmp_path))
    before = sample_binder.last_change()
    attach(files, qtbot, tmp_path / "story.txt")
    assert names(files) == ["story.txt"] and sample_binder.last_change() == before
    assert window.notices.words.text() == "That is attached here already."


def test_large_ones_are_kept_in_handfuls_and_are_still_one_step(
    files: AttachmentList, qtbot: QtBot, tmp_path: Path, sample_binder: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "AT_ONCE", 30)
    attach(files, qtbot, *[written(tmp_path, f"{n}.txt", b"%d" % n * 20) for n in range(5)])
    assert len(names(files)) == 5
    history.undo(sample_binder)
    assert names(files) == []


def test_slow_reading_shows_progress_and_can_be_stopped(
    files: AttachmentList, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hands: Hands
) -> None:
    monkeypatch.setattr(attaching, "PATIENCE_MS", 0)
    files.attaching._patience.setInterval(0)
    paths = [written(tmp_path, f"{n}.txt", b"%d" % n) for n in range(6)]
    seen: list[str] = []

    def progress(name: str, place: int, of: int) -> None:
        seen.append(files.busy.text())
        assert files.stop.isVisibleTo(files) and of == 6
        if place >= 3:
            files.stop.click()

    files.attaching.progress.connect(progress)
    files.take(paths)
    qtbot.waitUntil(lambda: not files.attaching.busy, timeout=15_000)
    assert any("Reading file 3 of 6" in words for words in seen)
    assert 0 < len(names(files)) < 6, "what was read is kept, the rest is not read"
    assert not files.stop.isVisible()


def test_full_disk_is_said_and_nothing_is_half_there(
    files: AttachmentList, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object, **named: object) -> int:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(attachments, "attach_all", full)
        attach(files, qtbot, written(tmp_path))
        assert "the disk is full" in files.problem.text() and names(files) == []
    attach(files, qtbot, tmp_path / "story.txt")
    assert names(files) == ["story.txt"]


def test_files_go_to_the_one_they_were_dropped_on_even_if_another_is_shown_meanwhile(
    page: ResourcesPage, files: AttachmentList, qtbot: QtBot, tmp_path: Path, sample_binder: Binder
) -> None:
    first = page.list.resource_id
    files.take([written(tmp_path)])
    page.list.walk(1)
    qtbot.waitUntil(lambda: not files.attaching.busy, timeout=15_000)
    assert names(files) == []
    assert [file.name for file in attachments.of_resource(sample_binder, first)] == ["story.txt"]


def test_one_removed_while_its_file_is_read_is_said(
    page: ResourcesPage, files: AttachmentList, qtbot: QtBot, tmp_path: Path, sample_binder: Binder, window: MainWindow
) -> None:
    files.take([written(tmp_path)])
    resources.remove_resource(sample_binder, page.list.resource_id)
    qtbot.waitUntil(lambda: not files.attaching.busy, timeout=15_000)
    assert "no longer in the binder" in window.notices.words.text()


def carried(*urls: QUrl) -> QMimeData:
    made = QMimeData()
    made.setUrls(list(urls))
    return made


def drop(on: QWidget, what: QMimeData) -> bool:
    """Drags something over a widget and lets go; whether it was welcome."""
    middle = on.rect().center()
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(middle), Qt.DropAction.CopyAction, what, buttons, held)
    QApplication.sendEvent(on, enter)
    if enter.isAccepted():
        QApplication.sendEvent(
            on, QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, what, buttons, held, QEvent.Type.Drop)
        )
    return enter.isAccepted()


def test_files_dropped_anywhere_on_the_pane_are_attached(
    page: ResourcesPage, files: AttachmentList, qtbot: QtBot, tmp_path: Path
) -> None:
    url = QUrl.fromLocalFile(str(written(tmp_path)))
    assert drop(page.pane.viewport(), carried(url))
    qtbot.waitUntil(lambda: names(files) == ["story.txt"], timeout=15_000)
    other = QUrl.fromLocalFile(str(written(tmp_path, "other.txt", b"y")))
    assert drop(files, carried(other))
    qtbot.waitUntil(lambda: len(names(files)) == 2, timeout=15_000)


def test_words_and_pictures_of_web_pages_are_not_welcome(page: ResourcesPage, files: AttachmentList) -> None:
    web = carried(QUrl("https://example.org/a.pdf"))
    words = QMimeData()
    words.setText("file:///etc/passwd")
    assert not drop(page.pane.viewport(), web) and not drop(files, words)
    assert dropped_files(web) == dropped_files(words) == []


def test_evidence_at_a_criterion_is_the_same_list(
    window: MainWindow, hands: Hands, qtbot: QtBot, tmp_path: Path, sample_binder: Binder
) -> None:
    window._desk.navigation.go_to("assessment", "1.3")
    answering = window.page.answering  # type: ignore[union-attr]
    files = answering.card.files
    assert "name a child" in files.hint.text() and files.hint.isVisible()
    attach(files, qtbot, written(tmp_path, "training list.txt"))
    assert [file.name for file in attachments.of_criterion(sample_binder, "1.3")] == ["training list.txt"]
    answering.go_to("1.4")
    assert names(files) == []
    answering.go_to("1.3")
    assert names(files) == ["training list.txt"]
    hands.click(window.top_bar.undo)
    assert names(files) == []
    assert nameless(window) == []


def test_a_full_list_and_long_names_fit(
    page: ResourcesPage, files: AttachmentList, qtbot: QtBot, sample_binder: Binder, window: MainWindow
) -> None:
    number = resources.add_resource(sample_binder, ResourceFields("Many"))
    made = [attachments.ready(f"{n:03} {'w' * 190}.txt", b"%d" % n) for n in range(60)]
    attachments.attach_all(sample_binder, made, resource=number)
    page.arrive(number)
    QApplication.processEvents()
    assert len(files.rows) == 60
    assert page.pane.widget().width() <= page.pane.viewport().width() and window.width() == 1366


def test_what_sort_of_file_is_said_in_words(sample_binder: Binder) -> None:
    number = resources.pack(sample_binder)[0].id
    for name in ("a.pdf", "b.DOCX", "c.xyz", "d", "e.averylongending"):
        attachments.attach(sample_binder, attachments.ready(name, b"x" * 2_000), resource=number, note="from Jo")
    said = [about_words(file).split(" · ") for file in attachments.of_resource(sample_binder, number)]
    assert [words[0] for words in said] == ["PDF", "Word file", "XYZ", "2 KB", "2 KB"]
    assert all(words[-1] == "from Jo" and "2 KB" in words for words in said)

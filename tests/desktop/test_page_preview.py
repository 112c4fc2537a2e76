"""The live pages: how many side by side, as read and as printed, and what happens while they are being made."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from champion_app.desktop.app import make_desk
from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets import page_preview
from champion_app.desktop.widgets.leaflet_work import MOST_PICTURES, Pictured
from champion_app.desktop.widgets.page_preview import PagePreview
from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import Block, BlockKind, LeafletChoices, Size
from champion_app.faults import PaperFailed
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, papers
from tests.desktop.accessible import nameless
from tests.desktop.conftest import Hands

FIRST_DAYS, POSTER = "family-first-days", "poster-talk-to-our-champion"
EVERY_SIZE = [(one, size) for one in (FIRST_DAYS, POSTER, "charter") for size in leaflets.template(one).sizes]


@pytest.fixture
def desk(sample_binder: Binder, qapp: QApplication) -> Desk:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return make_desk(sample_binder)


@pytest.fixture
def preview(desk: Desk, qtbot: QtBot) -> PagePreview:
    made = PagePreview(desk)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def paper_of(binder: Binder, template: str = FIRST_DAYS, size: Size = Size.FOLDED_A5) -> LeafletPaper:
    wanted = leaflets.template(template, binder)
    chosen = leaflets.chosen_contacts(binder, wanted)
    return leaflets.compose_leaflet(binder, wanted, LeafletChoices(size), chosen)


def show(preview: PagePreview, paper: LeafletPaper, qtbot: QtBot) -> None:
    preview.show_paper(paper)
    settled(preview, qtbot)


def settled(preview: PagePreview, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: preview.up_to_date, timeout=20_000)


def beside(preview: PagePreview) -> int:
    """How many pages stand in the first row."""
    QApplication.processEvents()
    tops = [page.geometry().top() for page in preview._pages]
    return tops.count(tops[0])


# ---- how they stand


@pytest.mark.parametrize(("template", "size"), EVERY_SIZE, ids=str)
def test_every_size_stands_in_its_own_shape_without_a_scroll_bar_below(
    template: str, size: Size, preview: PagePreview, qtbot: QtBot, sample_binder: Binder
) -> None:
    show(preview, paper_of(sample_binder, template, size), qtbot)
    shape = {Size.DL: 99 / 210, Size.A3: 297 / 420}.get(size, 148.5 / 210)
    for page in preview._pages:
        assert page.pixmap().width() / page.pixmap().height() == pytest.approx(shape, rel=0.01)
    assert preview.horizontalScrollBar().maximum() == 0
    assert all(page.geometry().right() < preview.viewport().width() for page in preview._pages)
    if template != FIRST_DAYS:
        assert beside(preview) == 1, "what hangs on a wall is one sheet"


@pytest.mark.parametrize(
    ("size", "width", "count"),
    [(Size.DL, 1000, 3), (Size.DL, 560, 2), (Size.DL, 330, 1), (Size.FOLDED_A5, 1000, 2), (Size.FOLDED_A5, 420, 1),
     (Size.A5, 760, 2), (Size.A4, 1000, 2), (Size.A4, 700, 1)],
)  # fmt: skip
def test_as_many_pages_side_by_side_as_can_still_be_read(
    size: Size, width: int, count: int, preview: PagePreview, qtbot: QtBot, sample_binder: Binder
) -> None:
    preview.resize(width, 700)
    show(preview, paper_of(sample_binder, size=size), qtbot)
    assert beside(preview) == count


def test_another_width_makes_other_pictures(preview: PagePreview, qtbot: QtBot, sample_binder: Binder) -> None:
    show(preview, paper_of(sample_binder, size=Size.DL), qtbot)
    before = preview._pages[0].pixmap().width()
    preview.resize(400, 700)
    assert preview._pages[0].pixmap().width() == before, "the old ones stay until the new ones are there"
    qtbot.waitUntil(lambda: preview.up_to_date and preview._pages[0].pixmap().width() != before, timeout=20_000)
    assert preview.horizontalScrollBar().maximum() == 0


# ---- as it is read, as it is printed


@pytest.mark.parametrize(
    ("size", "pages", "sides"), [(Size.FOLDED_A5, 4, 2), (Size.DL, 6, 2), (Size.A5, 2, 2)], ids=str
)
def test_what_is_folded_or_cut_can_be_seen_as_the_printer_gets_it(
    size: Size, pages: int, sides: int, preview: PagePreview, hands: Hands, qtbot: QtBot, sample_binder: Binder
) -> None:
    made: list[Pictured] = []
    preview.made.connect(made.append)
    show(preview, paper_of(sample_binder, size=size), qtbot)
    assert len(preview._pages) == pages
    hands.click(hands.button(preview, "As it is printed"))
    settled(preview, qtbot)
    assert len(preview._pages) == sides
    picture = preview._pages[0].pixmap()
    assert picture.width() / picture.height() == pytest.approx(297 / 210, rel=0.01), "A4 on its side"
    assert preview.said.text() == f"{sides} sides, as the printer gets them"
    assert [page.accessibleName() for page in preview._pages] == [
        f"Side {n} of {sides}, as it is printed" for n in range(1, sides + 1)
    ]
    assert [(one.total, one.sides) for one in made] == [(pages, sides)] * 2, "it is the same leaflet"
    hands.click(hands.button(preview, "As it is read"))
    settled(preview, qtbot)
    assert len(preview._pages) == pages
    assert nameless(preview) == []


def test_what_is_flat_is_printed_as_it_is_read(
    preview: PagePreview, hands: Hands, qtbot: QtBot, sample_binder: Binder
) -> None:
    show(preview, paper_of(sample_binder), qtbot)
    hands.click(hands.button(preview, "As it is printed"))
    show(preview, paper_of(sample_binder, POSTER, Size.A3), qtbot)
    assert not preview.ways.isVisible()
    assert preview.said.text() == "1 page, as it will be printed"
    show(preview, paper_of(sample_binder, size=Size.DL), qtbot)
    assert preview.ways.chosen == "printed", "it is as it was left"
    assert len(preview._pages) == 2


def test_a_screen_reader_gets_every_word(preview: PagePreview, qtbot: QtBot, sample_binder: Binder) -> None:
    paper = paper_of(sample_binder)
    show(preview, paper, qtbot)
    assert preview.accessibleDescription() == papers.leaflet_text(paper)
    assert [page.accessibleName() for page in preview._pages] == [f"Page {n} of 4" for n in range(1, 5)]


def test_a_text_of_thousands_of_lines_is_only_begun(preview: PagePreview, qtbot: QtBot, sample_binder: Binder) -> None:
    paper = paper_of(sample_binder, size=Size.A4)
    endless = Block("x", BlockKind.TEXT, "\n".join(f"line {n}" for n in range(4_000)))
    show(preview, replace(paper, blocks=(*paper.blocks, endless)), qtbot)
    assert len(preview._pages) == MOST_PICTURES
    assert f"here are the first {MOST_PICTURES}" in preview.said.text()


# ---- while they are being made


class Press:
    """Makes pictures when it is told to, and keeps count of the words it was given."""

    def __init__(self, draw: object) -> None:
        assert callable(draw)
        self._draw = draw
        self.go = threading.Event()
        self.asked: list[str] = []

    def __call__(self, paper: LeafletPaper, scale: float) -> Pictured:
        """Waits for ``go``."""
        self.asked.append(paper.subtitle)
        assert self.go.wait(20)
        made = self._draw(paper, scale)
        assert isinstance(made, Pictured)
        return made


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    made = Press(page_preview.picture_leaflet)
    monkeypatch.setattr(page_preview, "picture_leaflet", made)
    return made


def test_typing_is_never_waited_for_and_only_the_last_word_is_pictured(
    preview: PagePreview, press: Press, qtbot: QtBot, sample_binder: Binder
) -> None:
    paper = paper_of(sample_binder)
    press.go.set()
    show(preview, paper, qtbot)
    before = preview._pages[0].pixmap().cacheKey()
    press.go.clear()
    for letters in range(1, 31):  # one event after the other, as keys come
        preview.show_paper(replace(paper, subtitle="w" * letters))
        QApplication.processEvents()
        assert preview._pages[0].pixmap().cacheKey() == before, "the old picture stays meanwhile"
    qtbot.waitUntil(lambda: len(press.asked) == 2, timeout=20_000)
    assert press.asked[1] == "w" * 30, "nothing is made of words that were still being typed"
    preview.show_paper(replace(paper, subtitle="and more"))
    preview.show_paper(replace(paper, subtitle="and most"))
    qtbot.waitUntil(lambda: not preview._pause.isActive(), timeout=20_000)  # while the picture before is being made
    press.go.set()
    settled(preview, qtbot)
    assert press.asked == [paper.subtitle, "w" * 30, "and most"], "in order, and none for words that are gone"
    assert preview._shown is not None
    assert preview._shown.paper.subtitle == "and most"


def test_a_pause_while_typing_shows_what_was_typed_so_far(
    preview: PagePreview, press: Press, qtbot: QtBot, sample_binder: Binder
) -> None:
    paper = paper_of(sample_binder)
    press.go.set()
    show(preview, paper, qtbot)
    for words in ("one", "one two", "one two three"):
        preview.show_paper(replace(paper, subtitle=words))
        settled(preview, qtbot)
    assert press.asked == [paper.subtitle, "one", "one two", "one two three"]
    preview.show_paper(replace(paper, subtitle="one two three"))
    qtbot.wait(2 * page_preview.PAUSE_MS)
    assert len(press.asked) == 4, "the same leaflet needs no other picture"


def test_what_is_taking_long_is_said(preview: PagePreview, press: Press, qtbot: QtBot, sample_binder: Binder) -> None:
    preview.show_paper(paper_of(sample_binder))
    qtbot.waitUntil(lambda: preview.said.text() == "Making the picture…", timeout=20_000)
    press.go.set()
    settled(preview, qtbot)
    assert preview.said.text() == "4 pages, as they will be printed"


def test_what_cannot_be_made_is_said_and_the_next_change_is_tried(
    preview: PagePreview, qtbot: QtBot, sample_binder: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper, draw = paper_of(sample_binder), page_preview.picture_leaflet
    fault, go = PaperFailed(reason="there is no more room in memory"), threading.Event()

    def fails(wanted: LeafletPaper, scale: float) -> Pictured:
        if wanted.subtitle == "too much":
            assert go.wait(20)
            raise fault
        return draw(wanted, scale)

    monkeypatch.setattr(page_preview, "picture_leaflet", fails)
    show(preview, paper, qtbot)
    preview.show_paper(replace(paper, subtitle="too much"))
    go.set()
    qtbot.waitUntil(lambda: preview.said.text() == fault_words(fault), timeout=20_000)
    assert preview._pages, "the last picture stays"
    go.clear()
    preview.show_paper(replace(paper, subtitle="too much", edition="2"))
    qtbot.waitUntil(lambda: preview._running is not None, timeout=20_000)
    preview.show_paper(replace(paper, subtitle="fine"))
    qtbot.waitUntil(lambda: not preview._pause.isActive(), timeout=20_000)  # while the other one still runs
    go.set()
    settled(preview, qtbot)
    assert preview.said.text() == "4 pages, as they will be printed"

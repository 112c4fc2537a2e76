"""Live pictures of the pages, made on a worker. The last picture stays until the next one is ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.gallery_work import PAGES
from champion_app.desktop.widgets.labels import label, picture
from champion_app.desktop.widgets.leaflet_work import Pictured, picture_leaflet, picture_sheets
from champion_app.desktop.widgets.page_image import pixmap_of
from champion_app.desktop.widgets.sheet_words import PUT_ON_SHEETS, both_sides
from champion_app.desktop.words import tr, trn
from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import Size
from champion_app.faults import Fault

if TYPE_CHECKING:
    from champion_app.tasks.papers import PagePicture

# After the last letter or click; with the picture itself (50 ms here) the page is up to date within 300 ms.
PAUSE_MS = 120
_WORKING_MS = 300
_GAP = 16
_EDGES = 2  # the line around a page
# Pages stand side by side where each is at least so many pixels to a point; a single one is never larger than that.
_LEAST, _MOST = 0.72, 1.25
_WIDEST = 620
_READ, _PRINTED = "read", "printed"


@dataclass(frozen=True)
class _Wanted:
    paper: LeafletPaper
    scale: float
    printed: bool = False


class PagePreview(QScrollArea):
    """``made`` carries the finished leaflet (its characters left out, its pages) after each picture."""

    made = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paper: LeafletPaper | None = None
        self._shown: _Wanted | None = None
        self._running: _Wanted | None = None
        self._pages: list[QLabel] = []
        self._way = _READ
        self.setAccessibleName(tr("How it will look"))
        self.setProperty("role", "preview")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: if it came and went with the height of a picture, so would the width, for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.ways = Chips(tr("How the pages are shown"), self.show_way)
        self.said = label("", "small")
        self._column = Flow(gap=_GAP)
        inner = QWidget()
        inner.setObjectName("page_body")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addWidget(self.ways)
        layout.addWidget(self.said)
        layout.addLayout(self._column)
        layout.addStretch(1)
        self.setWidget(inner)
        self.ways.hide()
        self._pause = self._timer(PAUSE_MS, self._start)
        self._slow = self._timer(_WORKING_MS, lambda: self.said.setText(tr("Making the picture…")))

    def show_paper(self, paper: LeafletPaper) -> None:
        """Shows a leaflet; the first one at once, a changed one after a short pause."""
        if paper == self._paper:
            return
        first = self._paper is None
        another = self._paper is None or self._paper.title != paper.title
        self._paper = paper
        self._offer_ways(paper)
        if another:
            self.verticalScrollBar().setValue(0)
        self._pause.start(0 if first else PAUSE_MS)

    def show_way(self, way: str) -> None:
        """Shows what is folded or cut as it is "read", page by page, or as it is "printed", sheet by sheet."""
        if way != self._way:
            self._way = way
            self.verticalScrollBar().setValue(0)
            self._pause.start(0)

    @property
    def up_to_date(self) -> bool:
        """Whether the pictures are those of the paper asked for."""
        return self._shown is not None and self._shown == self._wanted()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width needs sharper or smaller pictures; until they come the old ones are scaled."""
        super().resizeEvent(event)
        if self._paper is not None and not self.up_to_date:
            self._pause.start(PAUSE_MS)

    def _offer_ways(self, paper: LeafletPaper) -> None:
        on_sheets = paper.size in PUT_ON_SHEETS
        if on_sheets:
            self.ways.show_chips([(_READ, tr("As it is read")), (_PRINTED, tr("As it is printed"))], self._way)
        self.ways.setVisible(on_sheets)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Pictures are made only while somebody can see them."""
        super().showEvent(event)
        self._pause.start(0)

    def _wanted(self) -> _Wanted | None:
        paper = self._paper
        if paper is None:
            return None
        printed = self._way == _PRINTED and paper.size in PUT_ON_SHEETS
        # What is folded or cut is printed on an A4 sheet on its side.
        points = PAGES[Size.A4][1] if printed else PAGES[paper.size][0]
        most = 1 if printed or not both_sides(paper.kind) else 3 if paper.size is Size.DL else 2
        across = self._across(points, most) * self.devicePixelRatioF()
        return _Wanted(paper, round(across / points, 3), printed)

    def _across(self, points: float, most: int) -> float:
        """How wide a page of so many points is shown, with up to ``most`` of them side by side."""
        room, px = max(self.viewport().width() - _EDGES, 80), self._desk.theme.px
        for count in range(most, 1, -1):
            each = (room - (count - 1) * _GAP) // count - _EDGES
            if each >= px(_LEAST * points):
                return min(each, px(_MOST * points))
        return min(room - _EDGES, px(_WIDEST), px(_MOST * points))

    def _start(self) -> None:
        wanted = self._wanted()
        if wanted is None or self._running is not None or wanted == self._shown or not self.isVisible():
            return
        self._running = wanted
        self._slow.start()
        picture_it = picture_sheets if wanted.printed else picture_leaflet
        self._desk.jobs.start(
            lambda: picture_it(wanted.paper, wanted.scale),
            lambda pictured: self._done(wanted, pictured),
            lambda error: self._failed(wanted, error),
        )

    def _done(self, wanted: _Wanted, pictured: Pictured) -> None:
        self._finish()
        self._shown = wanted
        self._show_pages(pictured.pages, wanted.printed)
        self.said.setText(_counted(pictured, wanted.printed))
        self.setAccessibleDescription(pictured.words)
        self.made.emit(pictured)
        self._start()  # if something changed meanwhile

    def _failed(self, wanted: _Wanted, error: Exception) -> None:
        self._finish()
        if not isinstance(error, Fault):
            raise error
        self.said.setText(fault_words(error))
        if wanted != self._wanted():
            self._start()

    def _finish(self) -> None:
        self._running = None
        self._slow.stop()

    def _show_pages(self, pages: tuple[PagePicture, ...], printed: bool) -> None:
        while len(self._pages) > len(pages):
            gone = self._pages.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        named = tr("Side {n} of {total}, as it is printed") if printed else tr("Page {n} of {total}")
        for place, page in enumerate(pages):
            if place == len(self._pages):
                made = picture("")
                made.setProperty("role", "paper")
                self._column.addWidget(made)
                self._pages.append(made)
            self._pages[place].setAccessibleName(named.format(n=place + 1, total=len(pages)))
            self._pages[place].setPixmap(pixmap_of(page, self.devicePixelRatioF()))

    def _timer(self, milliseconds: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer


def _counted(pictured: Pictured, printed: bool) -> str:
    total = pictured.sides if printed else pictured.total
    if printed:
        words = trn("{n} side, as the printer gets it", "{n} sides, as the printer gets them", total)
    else:
        words = trn("{n} page, as it will be printed", "{n} pages, as they will be printed", total)
    first = tr(" (here are the first {n})", n=len(pictured.pages)) if total > len(pictured.pages) else ""
    return words + first

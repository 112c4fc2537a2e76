"""Live pictures of the pages, made on a worker. The last picture stays until the next one is ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label, picture
from champion_app.desktop.widgets.leaflet_work import Pictured, picture_leaflet
from champion_app.desktop.words import tr, trn
from champion_app.domain.leaflets import LeafletPaper, Size
from champion_app.faults import Fault

if TYPE_CHECKING:
    from champion_app.tasks.papers import PagePicture

# After the last letter or click; with the picture itself (50 ms here) the page is up to date within 300 ms.
PAUSE_MS = 120
# Points across a page, to turn a width on the screen into dots per point.
_POINTS = {Size.FOLDED_A5: 420.0, Size.A4: 595.0, Size.A3: 842.0}
_WORKING_MS = 300
_GAP = 16
# Wide enough to lay two pages side by side, and never wider than this for one.
_TWO = 860
_WIDEST = 620


@dataclass(frozen=True)
class _Wanted:
    paper: LeafletPaper
    scale: float


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
        self.setAccessibleName(tr("How it will look"))
        self.setProperty("role", "preview")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: if it came and went with the height of a picture, so would the width, for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.said = label("", "small")
        self._column = Flow(gap=_GAP)
        inner = QWidget()
        inner.setObjectName("page_body")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addWidget(self.said)
        layout.addLayout(self._column)
        layout.addStretch(1)
        self.setWidget(inner)
        self._pause = self._timer(PAUSE_MS, self._start)
        self._slow = self._timer(_WORKING_MS, lambda: self.said.setText(tr("Making the picture…")))

    def show_paper(self, paper: LeafletPaper) -> None:
        """Shows a leaflet; the first one at once, a changed one after a short pause."""
        if paper == self._paper:
            return
        first = self._paper is None
        another = self._paper is None or self._paper.title != paper.title
        self._paper = paper
        if another:
            self.verticalScrollBar().setValue(0)
        self._pause.start(0 if first else PAUSE_MS)

    @property
    def up_to_date(self) -> bool:
        """Whether the pictures are those of the paper asked for."""
        return self._shown is not None and self._shown == self._wanted()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width needs sharper or smaller pictures; until they come the old ones are scaled."""
        super().resizeEvent(event)
        if self._paper is not None and not self.up_to_date:
            self._pause.start(PAUSE_MS)

    def _wanted(self) -> _Wanted | None:
        if self._paper is None:
            return None
        room = self.viewport().width() - 4
        if room >= self._desk.theme.px(_TWO) and self._paper.kind != "poster":
            room = (room - _GAP) // 2
        across = min(max(room, 80), self._desk.theme.px(_WIDEST)) * self.devicePixelRatioF()
        return _Wanted(self._paper, round(across / _POINTS[self._paper.size], 3))

    def _start(self) -> None:
        wanted = self._wanted()
        if wanted is None or self._running is not None or wanted == self._shown:
            return
        self._running = wanted
        self._slow.start()
        self._desk.jobs.start(
            lambda: picture_leaflet(wanted.paper, wanted.scale),
            lambda pictured: self._done(wanted, pictured),
            self._failed,
        )

    def _done(self, wanted: _Wanted, pictured: Pictured) -> None:
        self._finish()
        self._shown = wanted
        self._show_pages(pictured.pages)
        words = trn("{n} page, as it will be printed", "{n} pages, as they will be printed", pictured.total)
        first = tr(" (here are the first {n})", n=len(pictured.pages)) if pictured.total > len(pictured.pages) else ""
        self.said.setText(words + first)
        self.setAccessibleDescription(_words(wanted.paper))
        self.made.emit(pictured)
        self._start()  # if something changed meanwhile

    def _failed(self, error: Exception) -> None:
        self._finish()
        if not isinstance(error, Fault):
            raise error
        self.said.setText(fault_words(error))

    def _finish(self) -> None:
        self._running = None
        self._slow.stop()

    def _show_pages(self, pages: tuple[PagePicture, ...]) -> None:
        while len(self._pages) > len(pages):
            gone = self._pages.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, page in enumerate(pages):
            if place == len(self._pages):
                made = picture("")
                made.setProperty("role", "paper")
                self._column.addWidget(made)
                self._pages.append(made)
            self._pages[place].setAccessibleName(tr("Page {n} of {total}", n=place + 1, total=len(pages)))
            self._pages[place].setPixmap(_pixmap(page, self.devicePixelRatioF()))

    def _timer(self, milliseconds: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer


def _pixmap(page: PagePicture, ratio: float) -> QPixmap:
    image = QImage(page.bgrx, page.width, page.height, page.width * 4, QImage.Format.Format_RGB32)
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made


def _words(paper: LeafletPaper) -> str:
    """What a screen reader says for the pictures: every word of the leaflet in reading order."""
    said = [paper.title, paper.subtitle]
    for block in paper.blocks:
        said += [block.text, *block.items]
    for contact in paper.contacts:
        said += [contact.name, contact.number or contact.website]
    return " ".join(part if part.endswith((".", "?", "!", ":")) else f"{part}." for part in said if part)

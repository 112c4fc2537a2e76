"""The gallery's pictures: made one at a time on a worker, those in view first, kept until what they show changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.jobs import Jobs
from champion_app.desktop.widgets.gallery_work import first_page, mark_of
from champion_app.desktop.widgets.page_image import pixmap_of
from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import BlockKind, Size, Template
from champion_app.faults import Fault
from champion_app.tasks import leaflets

if TYPE_CHECKING:
    from champion_app.tasks.papers import PagePicture

# Nothing is made while somebody scrolls or types.
PAUSE_MS = 80
# Words have just been changed: the large picture of them comes first.
SETTLE_MS = 500
# Between two pictures nobody sees yet.
IDLE_MS = 120
# Forty leaflets take 1 MB on an ordinary screen. Beyond this those out of view are let go.
MOST_BYTES = 8_000_000


@dataclass(frozen=True)
class _Kept:
    mark: str
    picture: QPixmap

    @property
    def bytes(self) -> int:
        return self.picture.width() * self.picture.height() * 4


class GalleryPictures(QObject):
    """``made`` carries the id of a leaflet whose picture is new. ``in_view`` names those that can be seen.

    They are made in at most ``room`` at 100 % text, as sharp as the screen of ``owner``, and only while that is seen.
    """

    made = Signal(str)

    def __init__(self, desk: Desk, owner: QWidget, in_view: Callable[[], list[str]], room: QSize) -> None:
        super().__init__(owner)
        self._desk, self._owner, self._in_view, self._room = desk, owner, in_view, room
        self._templates: dict[str, Template] = {}
        self._sizes: dict[str, Size] = {}
        self._fresh: set[str] = set()
        self._kept: dict[str, _Kept] = {}
        self._running: list[int] = []
        self._awake = False
        self._least = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._next)
        owner.installEventFilter(self)
        # A gallery that is gone wants no more pictures.
        self.destroyed.connect(partial(_forget, desk.jobs, self._running))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Out of view it leaves the worker to others; on another screen pictures are made as sharp as that is."""
        if event.type() == QEvent.Type.Show:
            self._awake = True
            self.soon()
        elif event.type() == QEvent.Type.Hide:
            self._awake = False
            self._pause.stop()
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self.look_again()
        return super().eventFilter(watched, event)

    def show_templates(self, templates: Sequence[Template]) -> None:
        """These are pictured from now on; one whose words have changed is looked at again."""
        changed = {one.id for one in templates if self._templates.get(one.id) != one}
        if changed:  # the list of sheets we carry names the others
            changed |= {one.id for one in templates if one.has(BlockKind.CARRIED)}
        self._templates = {one.id: one for one in templates}
        self._kept = {name: kept for name, kept in self._kept.items() if name in self._templates}
        self._sizes = {name: size for name, size in self._sizes.items() if name in self._templates}
        self._fresh = (self._fresh & self._templates.keys()) - changed
        self.soon(SETTLE_MS if changed & self._kept.keys() else PAUSE_MS)

    def look_again(self, names: Iterable[str] | None = None) -> None:
        """What these leaflets (all, unless some are named) say may have changed; the old pictures stay meanwhile."""
        self._fresh -= set(self._fresh if names is None else names)
        self.soon(SETTLE_MS if self._kept else PAUSE_MS)

    def soon(self, pause: int = PAUSE_MS) -> None:
        """Makes what is missing, once nothing has moved for so many milliseconds."""
        self._least = max(self._least, pause)
        if self._awake and not self._running:
            self._pause.start(max(pause, self._pause.remainingTime()))

    def picture_of(self, name: str) -> QPixmap | None:
        """The last picture made of a leaflet, or None."""
        kept = self._kept.get(name)
        return kept.picture if kept is not None else None

    def size_of(self, template: Template) -> Size:
        """The size a leaflet was last made in, as far as it is known."""
        return self._sizes.get(template.id, template.sizes[0])

    @property
    def up_to_date(self) -> bool:
        """Whether every picture is made, or as many as are kept, and none is being made."""
        return not self._running and self._wanted() is None

    @property
    def held(self) -> int:
        """How many bytes the pictures take."""
        return sum(kept.bytes for kept in self._kept.values())

    def _next(self) -> None:
        """Looks at one leaflet, so that nobody ever waits for more; begins its picture if it says something new."""
        self._least = 0
        name = self._wanted()
        if name is None or self._running:
            return
        self._fresh.add(name)
        paper = self._paper(self._templates[name])
        if paper is not None:
            self._sizes[name] = paper.size
            px, ratio = self._desk.theme.px, self._owner.devicePixelRatioF()
            across, down = round(px(self._room.width()) * ratio), round(px(self._room.height()) * ratio)
            mark = mark_of(paper, across, down)
            kept = self._kept.get(name)
            if kept is None or kept.mark != mark:
                self._begin(name, mark, partial(first_page, paper, across, down), ratio)
                return
        self._go_on()

    def _wanted(self) -> str | None:
        seen = self._in_view()
        for name in seen:
            if name in self._templates and name not in self._fresh:
                return name
        largest = max((kept.bytes for kept in self._kept.values()), default=0)
        if self.held + largest > MOST_BYTES:
            return None
        return next((name for name in self._templates if name not in self._fresh), None)

    def _paper(self, template: Template) -> LeafletPaper | None:
        binder = self._desk.binder
        try:
            choices = leaflets.remembered_choices(binder, template)
            contacts = leaflets.chosen_contacts(binder, template) if template.takes_contacts else ()
            return leaflets.compose_leaflet(binder, template, choices, contacts)
        except Fault:
            return None  # whoever opens this leaflet is told

    def _begin(self, name: str, mark: str, work: Callable[[], object], ratio: float) -> None:
        self._running.append(
            self._desk.jobs.start(work, partial(self._done, name, mark, ratio), partial(self._failed, name))
        )

    def _done(self, name: str, mark: str, ratio: float, page: PagePicture) -> None:
        self._running.clear()
        if name in self._templates:
            self._kept.pop(name, None)
            self._kept[name] = _Kept(mark, pixmap_of(page, ratio))
            self._let_go()
            self.made.emit(name)
        self._go_on()

    def _failed(self, name: str, error: Exception) -> None:
        self._running.clear()
        self._go_on()
        if not isinstance(error, Fault):
            raise error

    def _go_on(self) -> None:
        if self._awake:
            seen = any(name not in self._fresh for name in self._in_view())
            self._pause.start(max(0 if seen else IDLE_MS, self._least))

    def _let_go(self) -> None:
        seen = {*self._in_view(), [*self._kept][-1]}
        for name in [name for name in self._kept if name not in seen]:
            if self.held <= MOST_BYTES:
                return
            del self._kept[name]
            self._fresh.discard(name)


def _forget(jobs: Jobs, running: list[int]) -> None:
    for number in running:
        jobs.forget(number)

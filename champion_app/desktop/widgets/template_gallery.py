"""The leaflets to choose from: a picture of each, a title, a line about it and its marks, narrowed as you type."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.gallery_cards import Card, asked_for, cards_of
from champion_app.desktop.widgets.gallery_delegate import PAGE_ROOM, GalleryDelegate, Thumb
from champion_app.desktop.widgets.gallery_model import GalleryModel
from champion_app.desktop.widgets.gallery_pictures import GalleryPictures
from champion_app.desktop.widgets.gallery_view import GalleryView
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr, trn
from champion_app.domain.leaflets import Template
from champion_app.tasks import own_words

# Less high than this at 100 % text, cards are low and the count stands beside the search.
_LOW = 260
_WALKING = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})


class TemplateGallery(QWidget):
    """``chosen`` carries the id of a leaflet, in the language last shown of it, when another one is chosen."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._templates: tuple[Template, ...] = ()
        self._moved_on: set[str] = set()
        self._cards: list[Card] = []
        self._last: dict[str, str] = {}
        self._chosen = ""
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Search the leaflets and posters"))
        self.search.setPlaceholderText(tr("Search these leaflets"))
        self.search.setClearButtonEnabled(True)
        self.count = label("", "small")
        self.nothing = label(tr("Nothing here for that search. Try fewer letters."), "muted")
        self.model = GalleryModel(self)
        self.rows = GalleryView(self.model)
        self.pictures = GalleryPictures(desk, self, self.rows.in_view, PAGE_ROOM)
        self._delegate = GalleryDelegate(desk.theme, self.rows, self._thumb)
        self.rows.setItemDelegate(self._delegate)
        self._later = QTimer(self)
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._build()
        self._connect()

    @property
    def template_id(self) -> str:
        """The leaflet chosen, or nothing."""
        return self._chosen

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Shows these; the one chosen stays chosen while it is among them. What stands on them is looked at again."""
        self.pictures.look_again()
        self._templates = tuple(templates)
        self._moved_on = self._desk.attempt(lambda: own_words.moved_on(self._desk.binder)) or set()
        self._show_groups()

    def choose(self, template_id: str) -> None:
        """Chooses a leaflet by its id, whatever was searched for; its card opens in that language from now on.

        An unknown one changes nothing.
        """
        card = next((card for card in self._cards if template_id in card.ids), None)
        if card is None:
            return
        if not self.index_of(template_id).isValid():
            self.search.clear()
        if card.shown.id != template_id:
            self._last[card.group] = template_id
            self._show_groups()
        self.rows.setCurrentIndex(self.index_of(template_id))
        self.rows.scrollTo(self.rows.currentIndex())
        self._take(template_id)  # the same card in another language

    def show_chosen(self) -> None:
        """Brings the chosen one into view, after the list has become higher or lower."""
        self._later.start()

    def index_of(self, template_id: str) -> QModelIndex:
        """Where a leaflet's card stands, or an invalid index while it is searched away."""
        return self.model.place_of(template_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrow keys in the search field walk through the list; Escape takes the words away."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _WALKING:
                self.rows.walk(event)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """With little height, cards are low."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._head.setSpacing(8)
        self._head.addWidget(self.search, 1)
        self._head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head)
        column.addWidget(self.nothing)
        column.addWidget(self.rows, 1)
        column.addStretch(0)
        for said in (self.count, self.nothing):
            policy = said.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.Maximum)
            said.setSizePolicy(policy)
        self.nothing.hide()
        self.setFocusProxy(self.rows)
        self._later.setSingleShot(True)
        self._later.setInterval(0)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._enter)
        self.search.installEventFilter(self)
        self.rows.selectionModel().selectionChanged.connect(self._selected)
        self.rows.activated.connect(self.rows.setCurrentIndex)
        self.rows.moved.connect(lambda: self.pictures.soon())
        self.pictures.made.connect(lambda name: self.rows.update(self.index_of(name)))
        self._later.timeout.connect(self._centre)
        self._desk.theme.changed.connect(self._dress)

    def _show_groups(self) -> None:
        self._cards = cards_of(self._templates, self._last, self._moved_on)
        if not any(self._chosen in card.ids for card in self._cards):
            self._chosen = ""
        self.pictures.show_templates([card.shown for card in self._cards])
        self._show_cards()

    def _show_cards(self) -> None:
        """Those that fit what is typed; where the list stands still, it stays where it was."""
        wanted, bar = asked_for(self.search.text()), self.rows.verticalScrollBar()
        shown, place = [card for card in self._cards if card.fits(wanted)], bar.value()
        self._delegate.forget()
        if self.model.show_cards(shown):
            self.rows.setCurrentIndex(self.index_of(self._chosen))
            self.rows.doItemsLayout()
            bar.setValue(place)
        self.rows.scheduleDelayedItemsLayout()
        self.rows.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self._say(len(shown))

    def _say(self, shown: int) -> None:
        total = len(self._cards)
        if self.search.text().strip():
            words = trn("{shown} of {n} leaflet or poster", "{shown} of {n} leaflets and posters", total, shown=shown)
        else:
            words = trn("{n} leaflet or poster", "{n} leaflets and posters", total)
        self.count.setText(words)
        self.search.setAccessibleDescription(words)

    def _search(self) -> None:
        self._show_cards()
        self.rows.scrollToTop()

    def _enter(self) -> None:
        """Enter in the search goes to the list; the first that was found is chosen if the chosen one was not."""
        if not self.rows.currentIndex().isValid() and self.model.rowCount():
            self.rows.setCurrentIndex(self.model.index(1))  # a heading stands above it
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _selected(self, now: QItemSelection, before: QItemSelection) -> None:
        card = self.model.card_at(now.indexes()[0]) if now.indexes() else None
        if card is not None:
            self._take(card.shown.id)

    def _take(self, template_id: str) -> None:
        if template_id != self._chosen:
            self._chosen = template_id
            self.chosen.emit(template_id)

    def _centre(self) -> None:
        self.rows.scrollTo(self.rows.currentIndex(), GalleryView.ScrollHint.PositionAtCenter)

    def _thumb(self, card: Card) -> Thumb:
        return Thumb(self.pictures.picture_of(card.shown.id), self.pictures.size_of(card.shown))

    def _dress(self) -> None:
        self._delegate.forget()
        self._fit()
        self.rows.scheduleDelayedItemsLayout()
        self.pictures.look_again()

    def _fit(self) -> None:
        low = self.height() < self._desk.theme.px(_LOW)
        if low != self._delegate.low:
            self._delegate.forget(low=low)
            self._head.setDirection(QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom)
            self.count.setWordWrap(not low)
            self.rows.scheduleDelayedItemsLayout()

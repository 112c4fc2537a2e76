"""Colours, type and icons, all from ui/theme and ui/icons. Dark and high contrast are our own palettes."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from champion_app.assets import ui

LOOKS = ("system", "light", "dark", "contrast")


class Theme(QObject):
    """The look in force. ``changed`` is emitted after another look or text size has been applied."""

    changed = Signal()

    def __init__(self, look: str = "system", text_size: int = 100) -> None:
        super().__init__()
        self._tables = tomllib.loads(ui("theme", "colours.toml").read_text(encoding="utf-8"))
        self.look = look
        self.text_size = text_size

    @property
    def name(self) -> str:
        """The palette in force: light, dark or contrast."""
        if self.look in self._tables:
            return self.look
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def colour(self, token: str) -> QColor:
        """A colour by its meaning: "accent", "overdue_soft"..."""
        return QColor(self._tables[self.name][token])

    def px(self, size: float) -> int:
        """A length in pixels at 100 % text, at the text size in force."""
        return round(size * self.text_size / 100)

    def letters(self, face: QFont, size: float, *, bold: bool = False) -> QFont:
        """A face in letters of a height in pixels at 100 % text, to paint with."""
        made = QFont(face)
        made.setPixelSize(self.px(size))
        made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return made

    def icon(self, name: str, token: str = "text", size: int = 20) -> QIcon:
        """An icon named for its meaning, tinted with a colour token, for a height in pixels at 100 % text."""
        return QIcon(self.pixmap(name, token, size))

    def pixmap(self, name: str, token: str = "text", size: int = 20) -> QPixmap:
        """An icon as a picture, sharp on every screen."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        return _drawn(name, self.colour(token).name(), self.px(size), ratio)

    def apply(self, look: str | None = None, text_size: int | None = None) -> None:
        """Dresses the whole application."""
        self.look = look or self.look
        self.text_size = text_size or self.text_size
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise RuntimeError("no application to dress")
        font = application.font()
        font.setPixelSize(self.px(15))
        application.setFont(font)
        application.setPalette(self._palette())
        application.setStyleSheet(self._sheet())
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        role = QPalette.ColorRole
        for place, token in (
            (role.Window, "bg"), (role.WindowText, "text"), (role.Base, "card"), (role.AlternateBase, "bg"),
            (role.Text, "text"), (role.Button, "card"), (role.ButtonText, "text"), (role.BrightText, "overdue"),
            (role.Highlight, "accent"), (role.HighlightedText, "on_accent"), (role.Link, "accent"),
            (role.LinkVisited, "accent"), (role.ToolTipBase, "card"), (role.ToolTipText, "text"),
            (role.PlaceholderText, "muted"), (role.Mid, "line"), (role.Dark, "strong"), (role.Light, "card"),
            (role.Shadow, "strong"), (role.Midlight, "line"), (role.Accent, "accent"),
        ):  # fmt: skip
            palette.setColor(place, self.colour(token))
        for place in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, place, self.colour("muted"))
        return palette

    def _sheet(self) -> str:
        values = dict(self._tables[self.name])
        values |= {f"px{size}": str(self.px(size)) for size in range(8, 65)}
        # Half of a radio button's dot and its two borders: one pixel more and Qt draws a square.
        values["radio"] = str((self.px(18) + 4) // 2)
        values |= {"marks": ui("theme").as_posix(), "name": self.name}
        return Template(ui("theme", "champion.qss").read_text(encoding="utf-8")).substitute(values)


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    text = ui("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(text.encode()))
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap

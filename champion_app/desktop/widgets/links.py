"""Addresses and numbers that lead out of Champion. The only place that hands anything to the browser.

Nothing is opened before the whole address has been shown and agreed to: the words of a link are not where it leads.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import breakable
from champion_app.desktop.words import tr
from champion_app.domain.attachments import starts_a_program

_SCHEMES = ("http", "https", "mailto", "tel")
_OPENS = {
    "http": ("Open this web page?", "Open it in the browser"),
    "https": ("Open this web page?", "Open it in the browser"),
    "mailto": ("Write to this address?", "Open the e-mail program"),
    "tel": ("Ring this number?", "Ring from this computer"),
}


def web_address(text: str) -> QUrl | None:
    """A web address as people write it, with or without ``https://``; None when it is not one we would open."""
    words = text.strip()
    return _safe(words if "://" in words else f"https://{words}") if words else None


def mail_address(text: str) -> QUrl | None:
    """An e-mail address as a link; None when it is not one."""
    words = text.strip()
    known = words.count("@") == 1 and not words.startswith("@") and not set(words) & set(" ?&<>:/")
    return _safe(f"mailto:{words}") if known else None


def typed_address(text: str) -> QUrl | None:
    """A web page, an e-mail address or a number (``mailto:``, ``tel:``) as people write it; None for anything else."""
    words = text.strip()
    if words.casefold().startswith(("mailto:", "tel:")):
        url = _safe(words)
        return url if url is not None and url.path() else None
    return web_address(words) or mail_address(words)


def link_button(desk: Desk, words: str, url: QUrl, icon: str) -> QPushButton:
    """A button that shows the full address and asks before it opens anything."""
    return button(desk.theme, words, lambda: ask_to_open(desk, url), "link", icon)


def ask_to_open(desk: Desk, url: QUrl) -> None:
    """Shows where a link leads, in full, and opens it only when the answer is yes."""
    if url.scheme() not in _SCHEMES:
        return
    title, yes = _OPENS[url.scheme()]
    where = tr(
        "Champion never goes online. Another program on this computer would open:\n{address}",
        address=breakable(full_address(url)),
    )
    desk.messages.ask(tr(title), where, tr(yes), tr("Stay here"), lambda: _open(desk, url))


def ask_to_open_copy(desk: Desk, name: str, copy: Callable[[], Path | None]) -> None:
    """Asks before another program is given a read-only copy of a file. One that starts a program is never opened."""
    if starts_a_program(name):
        return
    words = tr(
        "Another program on this computer opens it. It is a copy, only to read: what is changed in it is not kept."
    )
    title = tr("Open “{name}”?", name=breakable(name))
    desk.messages.ask(title, words, tr("Open it"), tr("Stay here"), lambda: _open_copy(desk, name, copy()))


def full_address(url: QUrl) -> str:
    """Every letter of an address as the browser gets it, foreign look-alike letters spelled out."""
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)


def _open(desk: Desk, url: QUrl) -> None:
    if not QDesktopServices.openUrl(url):
        nobody = tr("No program on this computer could open it. The address is {address}", address=full_address(url))
        desk.messages.warn(nobody)


def _open_copy(desk: Desk, name: str, path: Path | None) -> None:
    if path is None or starts_a_program(path.name):
        return
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        desk.messages.warn(tr("No program on this computer could open “{name}”. You can save a copy of it.", name=name))


def _safe(address: str) -> QUrl | None:
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in _SCHEMES or url.userInfo():
        return None
    return url if url.scheme() in ("mailto", "tel") or "." in url.host() else None

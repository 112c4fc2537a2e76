"""Every visible word goes through here on its way to the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "champion"


def tr(text: str, **details: object) -> str:
    """The text in the language of the window, its ``{gaps}`` filled in after translating."""
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**details) if details else translated


def trn(one: str, many: str, count: int, **details: object) -> str:
    """One of two texts by a count, which fills ``{n}``: ``trn("{n} action", "{n} actions", 3)``."""
    return tr(one if count == 1 else many, n=count, **details)

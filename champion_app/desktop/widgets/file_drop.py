"""Files dropped on a part of the window with the mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_ASKS = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class FileDrop(QObject):
    """Lets files of this computer be dropped on ``where``; ``take`` is given their paths."""

    def __init__(self, where: QWidget, take: Callable[[list[Path]], object]) -> None:
        super().__init__(where)
        self._take = take
        where.setAcceptDrops(True)
        where.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Takes files and nothing else: dropped words or pictures of a web page stay where they are."""
        if not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        paths = dropped_files(event.mimeData())
        if event.type() in _ASKS:
            event.setAccepted(bool(paths))
            return True
        if event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self._take(paths)
            return True
        return super().eventFilter(watched, event)


def dropped_files(carried: QMimeData) -> list[Path]:
    """The files of this computer among what is being dragged."""
    return [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]

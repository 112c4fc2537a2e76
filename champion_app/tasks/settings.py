"""How this champion likes to work."""

from __future__ import annotations

from champion_app.store.binder import Binder

TEXT_SIZES = (100, 125, 150, 175, 200)


def setting(binder: Binder, name: str, otherwise: str = "") -> str:
    """A setting's text."""
    return binder.recall(name, otherwise)


def keep_setting(binder: Binder, name: str, value: str) -> None:
    """Keeps a setting; not something to undo."""
    if binder.recall(name) != value:
        with binder.atomic("keep_setting"):
            binder.remember(name, value)

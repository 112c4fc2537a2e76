"""How this champion likes to work."""

from __future__ import annotations

import contextlib

from champion_app.places import Places
from champion_app.store.binder import Binder

TEXT_SIZES = (100, 125, 150, 175, 200)
_SAMPLE = "made-up sample"


def setting(binder: Binder, name: str, otherwise: str = "") -> str:
    """A setting's text."""
    return binder.recall(name, otherwise)


def keep_setting(binder: Binder, name: str, value: str) -> None:
    """Keeps a setting; not something to undo."""
    if binder.recall(name) != value:
        with binder.atomic("keep_setting"):
            binder.remember(name, value)


def call_it_a_sample(binder: Binder) -> None:
    """Notes, inside a task, that everything in this binder is made up."""
    binder.remember(_SAMPLE, "yes")


def is_a_sample(binder: Binder) -> bool:
    """Whether everything in this binder was made up to look round in."""
    return bool(setting(binder, _SAMPLE))


def keep_last_look(places: Places, look: str, text_size: int) -> None:
    """Notes how the window looks, for what stands before an open binder: the lock, or a binder that cannot be opened.

    It is a help, not a need: where it cannot be noted, those look as the computer does.
    """
    said = f"{look} {text_size}"
    with contextlib.suppress(OSError, UnicodeDecodeError):
        if not places.look.exists() or places.look.read_text(encoding="utf-8") != said:
            places.home.mkdir(parents=True, exist_ok=True)
            places.look.write_text(said, encoding="utf-8")


def last_look(places: Places) -> tuple[str, int]:
    """The look and the text size noted last; empty and 100 where there is no sense in what was noted."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        look, _, size = places.look.read_text(encoding="utf-8").partition(" ")
        if size.isdigit() and int(size) in TEXT_SIZES:
            return look, int(size)
    return "", 100

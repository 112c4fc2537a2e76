"""What was being typed when Champion ended without being closed (F1): it is kept, and here is where to go on."""

from __future__ import annotations

from dataclasses import dataclass

from champion_app.store.binder import Binder
from champion_app.tasks.settings import keep_setting, setting

_OPEN = "open since it was last closed"
_DRAFT = "draft "
# By how the name of a draft begins: what it is, and the page where it waits. The first run shows its own.
_KINDS = {
    "log": ("a log entry", "action_log"),
    "template": ("a log template", "action_log"),
    "new action": ("a new action", "work_plan"),
    "action": ("an action", "work_plan"),
    "update": ("an update of an action", "work_plan"),
    "listing": ("a service", "find_help"),
    "ring round": ("a ring round", "find_help"),
    "resource": ("a resource", "resources"),
    "prison": ("a prison", "prisons"),
    "shelf": ("the name of a shelf", "resources"),
    "leaflet": ("a leaflet", "leaflets"),
    "handover": ("a handover", "holdings"),
    "make pack": ("a pack", "resources"),
    "reading list": ("a reading list", "resources"),
}


@dataclass(frozen=True)
class Unfinished:
    """What it is, in words, and the page where it waits."""

    words: str
    page: str


def draft_words(name: str) -> str:
    """What a draft of this name is, as the beginning of a sentence; the name itself where we do not know it."""
    words = "the first three steps" if name == "first_run" else _KINDS.get(_kind(name), (name, ""))[0]
    return words[:1].upper() + words[1:]


def begin(binder: Binder) -> tuple[Unfinished, ...]:
    """Notes that Champion is open. Where it was never closed the last time, returns what is kept half-typed.

    Raises a disk fault.
    """
    cut_off = bool(setting(binder, _OPEN))
    keep_setting(binder, _OPEN, "yes")
    return _half_typed(binder) if cut_off else ()


def end(binder: Binder) -> None:
    """Notes that Champion is being closed. Raises a disk fault."""
    keep_setting(binder, _OPEN, "")


def _half_typed(binder: Binder) -> tuple[Unfinished, ...]:
    found: dict[str, Unfinished] = {}
    for name, value in binder.remembered(_DRAFT).items():
        kind = _kind(name.removeprefix(_DRAFT))
        if value and kind:
            found[kind] = Unfinished(*_KINDS[kind])
    return tuple(found.values())


def _kind(name: str) -> str:
    return next((kind for kind in _KINDS if name.startswith(kind)), "")

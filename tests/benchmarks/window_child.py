"""A process that opens the window once, goes to every page and opens every dialog, and says how long each took.

``python -m tests.benchmarks.window_child BINDER``. One line of JSON: milliseconds for each page the first time (its
module is loaded and it is built) and again, the same for dialogs, the memory held, and what could not be shown.
"""

from __future__ import annotations

import inspect
import json
import os
import pkgutil
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog

from champion_app.desktop import dialogs
from champion_app.desktop.app import application, load_fonts, make_desk
from champion_app.desktop.desk import Desk
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.messages import Question
from champion_app.desktop.pages.page_list import ENTRIES
from champion_app.domain.resource_filter import ResourceFilter
from champion_app.domain.rounds import Answer
from champion_app.store.binder import load_writing
from champion_app.tasks import actions, assessment, binders, listings, log_entries, prisons, resources
from tests.benchmarks.measure import milliseconds
from tests.benchmarks.memory import peak_memory

AGAIN = 3
TURNS = 3
A_WHILE, LONGEST_REST = 0.05, 5.0  # seconds


def settle() -> None:
    """Does everything that is waiting to be done: layout, painting, what was put off, and what that put off again."""
    for _ in range(TURNS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def rest() -> None:
    """Waits until work in the background, such as a leaflet's first preview, has ended: it belongs to its own row."""
    until = time.monotonic() + LONGEST_REST
    while time.monotonic() < until:
        used = time.process_time()
        time.sleep(A_WHILE)
        settle()
        if time.process_time() - used < A_WHILE / 10:
            return


def main(binder_path: Path) -> dict[str, Any]:
    """Measures one window's life."""
    application()
    load_fonts()
    binder = binders.open_binder(binder_path)
    desk = make_desk(binder)
    window = MainWindow(desk)
    window.open_first_page()
    window.show()
    rest()
    load_writing()  # as the application does on a worker, once Home is in view
    told: dict[str, Any] = {
        "change": _first_change(desk),
        "first": {},
        "again": {},
        "dialog_first": {},
        "dialog_again": {},
        "missing": [],
    }
    _visit_pages(window, desk, told)
    told["memory"] = peak_memory()
    _open_dialogs(window, desk, told)
    return told


def _first_change(desk: Desk) -> float:
    """How long the window stands still for the first answer of a day, bringing the page in view up to date included."""
    a_round = assessment.all_rounds(desk.binder)[-1].id
    before = assessment.record_of(desk.binder, a_round, "4.2").answer
    answer = Answer.IN_PLACE if before is not Answer.IN_PLACE else Answer.NOT_YET

    def change() -> None:
        assessment.answer_criterion(desk.binder, a_round, "4.2", answer)
        settle()

    return milliseconds(change)


def _visit_pages(window: MainWindow, desk: Desk, told: dict[str, Any]) -> None:
    here = ["home"]  # in view since the start
    for entry in (entry for entry in ENTRIES if entry.name != "home"):
        try:
            told["first"][entry.name] = _shown(window, desk, entry.name)
            here.append(entry.name)
        except ModuleNotFoundError as error:
            if f"{entry.name}_page" not in str(error):
                raise
            told["missing"].append(f"the page {entry.name}")
    for _ in range(AGAIN):
        for name in here:
            told["again"].setdefault(name, []).append(_shown(window, desk, name))


def _shown(window: MainWindow, desk: Desk, name: str) -> float:
    def go() -> None:
        desk.navigation.go_to(name)
        settle()

    took = milliseconds(go)
    rest()
    assert window.page is not None and window.page.isVisible(), f"{name} was not shown"
    return took


def _open_dialogs(window: MainWindow, desk: Desk, told: dict[str, Any]) -> None:
    for name, make in _dialogs(window, desk, told["missing"]):
        told["dialog_first"][name] = _opened(make)
        told["dialog_again"][name] = [_opened(make) for _ in range(AGAIN)]


def _opened(make: Callable[[], QDialog]) -> float:
    made: list[QDialog] = []

    def open_it() -> None:
        made.append(make())
        made[0].open()
        settle()

    took = milliseconds(open_it)
    assert made[0].isVisible(), f"{type(made[0]).__name__} was not shown"
    made[0].done(0)
    made[0].deleteLater()
    settle()
    return took


def _dialogs(window: MainWindow, desk: Desk, missing: list[str]) -> Iterator[tuple[str, Callable[[], QDialog]]]:
    """Every dialog there is, with what it wants to be made. One that wants something unknown is named as missing."""
    known = _known_things(window, desk)
    for module in pkgutil.iter_modules(dialogs.__path__):
        held = import_module(f"{dialogs.__name__}.{module.name}")
        for name, kind in inspect.getmembers(held, inspect.isclass):
            if kind.__module__ != held.__name__ or not issubclass(kind, QDialog):
                continue
            wanted = inspect.signature(kind).parameters.values()
            unknown = [one.name for one in wanted if one.name not in known and one.default is one.empty]
            if unknown:
                missing.append(f"{name} (what is {', '.join(unknown)}?)")
                continue
            given = {one.name: known[one.name] for one in wanted if one.name in known}
            yield name, lambda kind=kind, given=given: kind(**given)


def _known_things(window: MainWindow, desk: Desk) -> dict[str, object]:
    """What dialogs are made with, by the name of the parameter."""
    return {
        "desk": desk,
        "theme": desk.theme,
        "parent": window,
        "listing": listings.directory(desk.binder)[0],
        "listing_id": 0,
        "noun": "listings",
        "prison": prisons.all_prisons(desk.binder)[0],
        "resource": resources.pack(desk.binder)[0],
        "shown": resources.numbers(desk.binder, ResourceFilter()),
        "title": "For the staff room",
        "shelf": 0,
        "action": actions.plan(desk.binder)[0],
        "entry": log_entries.log(desk.binder)[0],
        "question": Question("Forget this?", "It cannot be brought back.", "Forget it", "Keep it", lambda: None),
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))), flush=True)
    os._exit(0)

"""Shelves: the champion's own groupings of resources ("For the staff room", "Year 6")."""

from __future__ import annotations

from champion_app.domain.shelves import Shelf
from champion_app.domain.typed_text import clean_line
from champion_app.store import shelves
from champion_app.store.binder import Binder

_NAME = "The shelf's name"


def all_shelves(binder: Binder) -> list[Shelf]:
    """Every shelf by name, with the number of resources on it."""
    return shelves.all_shelves(binder)


def shelves_of(binder: Binder, resource_id: int) -> list[int]:
    """The ids of the shelves a resource stands on."""
    return shelves.of_resource(binder, resource_id)


def add_shelf(binder: Binder, name: str, resource_id: int = 0) -> int:
    """Makes a shelf, with one resource on it if one is given, and returns its id. Raises WordsNeeded."""
    tidied = clean_line(name, _NAME, needed=True, limit=80)
    with binder.atomic("add_shelf"):
        number = shelves.add(binder, tidied)
        if resource_id:
            shelves.put(binder, number, resource_id)
        return number


def rename_shelf(binder: Binder, shelf_id: int, name: str) -> None:
    """Gives a shelf another name. Raises WordsNeeded."""
    tidied = clean_line(name, _NAME, needed=True, limit=80)
    with binder.atomic("rename_shelf"):
        shelves.rename(binder, shelf_id, tidied)


def remove_shelf(binder: Binder, shelf_id: int) -> None:
    """Removes a shelf, not what stands on it; undo brings it back."""
    with binder.atomic("remove_shelf"):
        shelves.remove(binder, shelf_id)


def put_on_shelf(binder: Binder, shelf_id: int, resource_id: int) -> None:
    """Puts a resource on a shelf."""
    with binder.atomic("put_on_shelf"):
        shelves.put(binder, shelf_id, resource_id)


def take_off_shelf(binder: Binder, shelf_id: int, resource_id: int) -> None:
    """Takes a resource off a shelf."""
    with binder.atomic("take_off_shelf"):
        shelves.take_off(binder, shelf_id, resource_id)

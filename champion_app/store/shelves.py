"""Shelves and what stands on them."""

from __future__ import annotations

from champion_app.domain.shelves import Shelf
from champion_app.store.binder import Binder


def all_shelves(binder: Binder) -> list[Shelf]:
    """Every shelf by name, with the number of resources on it."""
    rows = binder.rows(
        "SELECT shelves.id, shelves.name, count(shelf_items.id) AS items FROM shelves"
        " LEFT JOIN shelf_items ON shelf_items.shelf = shelves.id GROUP BY shelves.id"
        " ORDER BY shelves.name COLLATE NOCASE, shelves.id"
    )
    return [Shelf(row["id"], row["name"], row["items"]) for row in rows]


def of_resource(binder: Binder, resource_id: int) -> list[int]:
    """The ids of the shelves a resource stands on."""
    return [
        row[0] for row in binder.rows("SELECT shelf FROM shelf_items WHERE resource = ? ORDER BY 1", (resource_id,))
    ]


def add(binder: Binder, name: str) -> int:
    """A new shelf's id."""
    return binder.insert("shelves", {"name": name})


def rename(binder: Binder, shelf_id: int, name: str) -> None:
    """Gives a shelf another name. Raises NoLongerThere."""
    binder.change("shelves", shelf_id, {"name": name})


def remove(binder: Binder, shelf_id: int) -> None:
    """Removes a shelf, not what stands on it; undo brings it back. Raises NoLongerThere."""
    binder.remove("shelves", shelf_id)


def put(binder: Binder, shelf_id: int, resource_id: int) -> None:
    """Puts a resource on a shelf; once is enough."""
    row = binder.row("SELECT 1 FROM shelf_items WHERE shelf = ? AND resource = ?", (shelf_id, resource_id))
    if row is None:
        binder.insert("shelf_items", {"shelf": shelf_id, "resource": resource_id})


def take_off(binder: Binder, shelf_id: int, resource_id: int) -> None:
    """Takes a resource off a shelf."""
    row = binder.row("SELECT id FROM shelf_items WHERE shelf = ? AND resource = ?", (shelf_id, resource_id))
    if row is not None:
        binder.remove("shelf_items", row["id"])

"""A shelf's name: for a new one, or another one for a shelf there is."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.name_dialog import NameDialog, Naming
from champion_app.desktop.words import tr
from champion_app.domain.shelves import Shelf
from champion_app.store.binder import Binder
from champion_app.tasks import shelves


class ShelfDialog(NameDialog):
    """``saved`` carries the shelf's id. A new shelf begins with ``resource_id`` on it, if there is one."""

    def __init__(self, desk: Desk, parent: QWidget, shelf: Shelf | None = None, resource_id: int = 0) -> None:
        others = (other.name.casefold() for other in shelves.all_shelves(desk.binder) if other != shelf)
        naming = Naming(
            title=tr("Rename a shelf") if shelf else tr("Make a shelf"),
            label=tr("The shelf's name"),
            save=tr("Save") if shelf else tr("Make it"),
            draft=f"shelf {shelf.id}" if shelf else "shelf new",
            begins=shelf.name if shelf else "",
            taken=frozenset(others),
            twin=tr("There is already a shelf of this name."),
            keep=partial(_keep, desk.binder, shelf, resource_id),
            hint=tr("For the staff room"),
        )
        super().__init__(desk, parent, naming)


def _keep(binder: Binder, shelf: Shelf | None, resource_id: int, name: str) -> int:
    if shelf is None:
        return shelves.add_shelf(binder, name, resource_id)
    if name != shelf.name:
        shelves.rename_shelf(binder, shelf.id, name)
    return shelf.id

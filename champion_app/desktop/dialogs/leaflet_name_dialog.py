"""The title of a leaflet of our own: for a new one made from the leaflet in view, or another one for one there is."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.name_dialog import NameDialog, Naming
from champion_app.desktop.words import tr
from champion_app.domain.leaflets import Template
from champion_app.domain.typed_text import LONGEST_LINE
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, own_words


class LeafletNameDialog(NameDialog):
    """``saved`` carries the leaflet's id. With ``rename`` it is this leaflet that gets the title, else a new one."""

    def __init__(self, desk: Desk, parent: QWidget, template: Template, *, rename: bool = False) -> None:
        others = (one for one in leaflets.templates(desk.binder) if not (rename and one.id == template.id))
        naming = Naming(
            title=tr("Rename this leaflet") if rename else tr("Save as a leaflet of our own"),
            label=tr("The leaflet's title"),
            save=tr("Save"),
            draft=f"leaflet name {template.id}" if rename else f"leaflet from {template.id}",
            begins=template.title if rename else tr("{title} (ours)", title=template.title)[:LONGEST_LINE],
            taken=frozenset(one.title.casefold() for one in others),
            twin=tr("There is already a leaflet of this title."),
            keep=partial(_rename if rename else _save_as_own, desk.binder, template),
            hint=tr("As it will stand on the paper"),
            about=""
            if rename
            else tr("It begins as this leaflet is now and stays yours. The one it is made from stays as it is."),
        )
        super().__init__(desk, parent, naming)


def _save_as_own(binder: Binder, template: Template, title: str) -> str:
    return own_words.save_as_own(binder, template.id, title)


def _rename(binder: Binder, template: Template, title: str) -> str:
    if title != template.title:
        own_words.rename_own(binder, template.id, title)
    return template.id

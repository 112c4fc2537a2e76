"""Settings: who we are, how it looks, where the binder lives, and what this program is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from champion_app import __version__
from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.passphrase_dialog import PassphraseDialog, Way
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.binder_card import binder_card
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.labels import card, label
from champion_app.desktop.widgets.lock_card import LockCard
from champion_app.desktop.widgets.logo_card import logo_card
from champion_app.desktop.widgets.look_choice import LookChoice
from champion_app.desktop.widgets.page import GAP, Page
from champion_app.desktop.widgets.service_fields import ServiceFields
from champion_app.desktop.widgets.service_type_choice import ServiceTypeChoice, type_words
from champion_app.desktop.words import tr
from champion_app.faults import TooLong, WordsNeeded
from champion_app.tasks import assessment, prisons, service

_YOU = ("champion", "role", "where_found", "when_found", "phone", "email", "safeguarding_lead", "safeguarding_phone")


class SettingsPage(Page):
    """Cards of fields that save themselves; nothing here needs a Save button."""

    kinds = frozenset({"service"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Settings"))
        self.fields = ServiceFields(desk.theme, self, prisons.names_and_towns(desk.binder))
        self.choice = ServiceTypeChoice(desk.theme, desk.toolkit)
        self.lock = LockCard(desk)
        self.lock.asked.connect(self._passphrase)
        self.look = LookChoice(desk)
        self.type_note = label(
            tr(
                "The type decides which criteria the next self-assessment asks. Rounds already begun keep the type "
                "they began with, and none of their answers is lost."
            ),
            "small",
        )
        self.binder = binder_card(desk)
        self._build()
        self.fields.paused.connect(lambda name: desk.attempt(partial(self._keep, name)))
        self.choice.chosen.connect(lambda: desk.attempt(self._keep_type))

    def reload(self) -> None:
        """Shows who we are as saved, without touching what is being typed."""
        ours = service.who_we_are(self.desk.binder)
        self.fields.show_service(ours)
        self.choice.show_choice(ours.setting, ours.type)

    def arrive(self, what: object) -> None:
        """Puts the cursor into one field."""
        if isinstance(what, str) and what in self.fields.lines:
            line = self.fields.lines[what]
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            for area in self.findChildren(QScrollArea):
                area.ensureWidgetVisible(self.fields.boxes[what])

    def flush(self) -> None:
        """Saves what was typed since the last pause. Raises a fault when words would be lost: then they stay here."""
        for name in self.fields.pending():
            fault = self._keep(name)
            if fault is None:
                continue
            if name == "name" and isinstance(fault, WordsNeeded):
                # Nothing was typed that could be lost: the name as last saved comes back.
                self.fields.show_text(name, service.who_we_are(self.desk.binder).name)
                continue
            self.fields.lines[name].setFocus()
            raise fault

    def _build(self) -> None:
        left, right = _column(), _column()
        ours, us = _card(tr("Your service"))
        us.addWidget(self.fields.boxes["name"])
        us.addWidget(self.choice)
        us.addWidget(self.type_note)
        us.addWidget(self.fields.panel(("council", "prison")))
        you, who = _card(tr("You"))
        who.addWidget(self.fields.panel(_YOU))
        looks, inside = _card(tr("How it looks"))
        inside.addWidget(self.look)
        self._stack(left, ours, you, logo_card(self.desk))
        self._stack(right, looks, self.lock, self._safety(), self.binder, self._about())
        sides = Columns(self.desk.theme, least=440, most=2)
        sides.addWidget(left)
        sides.addWidget(right)
        self.body.addLayout(sides)

    def _stack(self, column: QWidget, *cards: QWidget) -> None:
        layout = column.layout()
        assert isinstance(layout, QVBoxLayout)
        for made in cards:
            layout.addWidget(made)
        layout.addStretch(1)

    def _safety(self) -> QFrame:
        """The ways to what keeps the work safe and says what is held."""
        made, inside = _card(tr("Safety"))
        ways = (
            (tr("Backups…"), "backups", "save"),
            (tr("What we hold…"), "holdings", "reports"),
            (tr("Prove it…"), "prove_it", "checked"),
        )
        for words, page, icon in ways:
            inside.addWidget(button(self.desk.theme, words, partial(self.desk.navigation.go_to, page), "", icon))
        return made

    def _passphrase(self, way: str) -> None:
        dialog = PassphraseDialog(self.desk, Way(way), self)
        dialog.finished.connect(lambda result: self.lock.show_state())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _about(self) -> QFrame:
        made, inside = _card(tr("About Champion"))
        toolkit = self.desk.toolkit
        inside.addWidget(label(tr("Version {version}. It never goes online.", version=__version__)))
        inside.addWidget(label(tr("{title}. Edition {edition}.", title=tr(toolkit.title), edition=toolkit.edition)))
        inside.addWidget(label(tr(toolkit.based_on), "muted"))
        inside.addWidget(label(tr(toolkit.draft), "warning"))
        return made

    def _keep(self, name: str) -> TooLong | WordsNeeded | None:
        """Saves one field; what is wrong with it is said beside it and returned. Raises a disk fault."""
        words: dict[str, Any] = {name: self.fields.text(name)}
        try:
            service.say_who_we_are(self.desk.binder, replace(service.who_we_are(self.desk.binder), **words))
        except (TooLong, WordsNeeded) as fault:
            emptied = name == "name" and isinstance(fault, WordsNeeded)
            kept = tr("A service needs a name. The one saved last is kept until you write another.")
            self.fields.say(name, kept if emptied else fault_words(fault))
            return fault
        self.fields.saved(name)
        return None

    def _keep_type(self) -> None:
        """Saves setting and type together, and says what it means when the type is another one."""
        before = service.who_we_are(self.desk.binder)
        kind = self.choice.type or before.type
        service.say_who_we_are(self.desk.binder, replace(before, setting=self.choice.setting, type=kind))
        if kind is not before.type:
            count = type_words(self.desk.toolkit, kind)
            begun = assessment.all_rounds(self.desk.binder)
            kept = tr("The rounds you have begun stay as they are.") if begun else ""
            self.desk.messages.inform(f"{count} {kept}".strip())


def _column() -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GAP)
    return made


def _card(words: str) -> tuple[QFrame, QVBoxLayout]:
    """A card with a heading."""
    made = card()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(24, GAP, 24, 24)
    inside.setSpacing(12)
    inside.addWidget(label(words, "section"))
    return made, inside

"""What kind of place we are: choosing a setting decides the type of service, which can still be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import card, label
from champion_app.desktop.words import tr
from champion_app.domain.services import SERVICE_TYPE_WORDS, ServiceType
from champion_app.domain.toolkit import Toolkit
from champion_app.tasks.service import FIELD_WORDS
from champion_app.tasks.toolkit import setting_types


def type_words(toolkit: Toolkit, kind: ServiceType) -> str:
    """How many criteria concern a type of service: "37 of the 46 criteria are for you"."""
    every = sum(len(statement.criteria) for statement in toolkit.statements)
    return tr("{n} of the {all} criteria are for you.", n=len(toolkit.criteria_for(kind)), all=every)


class ServiceTypeChoice(QWidget):
    """``chosen`` is emitted when the champion has chosen a setting or a type."""

    chosen = Signal()

    def __init__(self, theme: Theme, toolkit: Toolkit) -> None:
        super().__init__()
        self._toolkit = toolkit
        self._settings = {item.id: item for item in setting_types()}
        self._type: ServiceType | None = None
        self.box = ChoiceBox(tr("Choose the nearest"))
        self.box.fill(
            [
                (tr(words), [(tr(item.name), item.id) for item in self._settings.values() if item.service is kind])
                for kind, words in SERVICE_TYPE_WORDS.items()
            ]
        )
        self.field = LabelledField(tr(FIELD_WORDS["setting"]), self.box)
        self.type_name = label("", "strong")
        self.count = label("")
        self.change = button(theme, tr("Change the type"), self._open, "link")
        self.types = QWidget()
        self.types.setAccessibleName(tr("Type of service"))
        self._group = QButtonGroup(self)
        self.radios: dict[ServiceType, QRadioButton] = {}
        self._build()
        self.box.activated.connect(lambda index: self._chose_setting())
        self._group.buttonClicked.connect(self._chose_type)
        self._show_type()

    @property
    def setting(self) -> str:
        """The id of the setting chosen, or an empty string."""
        return self.box.value

    @property
    def type(self) -> ServiceType | None:
        """The type of service; None while nothing was chosen."""
        return self._type

    def show_choice(self, setting: str, kind: ServiceType | None) -> None:
        """Shows a setting and a type as kept; nobody is told."""
        self.box.show_value(setting)
        self._type = kind
        self._show_type()

    def say(self, problem: str) -> None:
        """Says what is wrong with the choice, or takes that away."""
        self.field.say(problem)

    def _build(self) -> None:
        inside = QVBoxLayout(self.types)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for kind, words in SERVICE_TYPE_WORDS.items():
            count = len(self._toolkit.criteria_for(kind))
            radio = QRadioButton(tr("{type}: {n} criteria", type=tr(words), n=count))
            self._group.addButton(radio)
            self.radios[kind] = radio
            inside.addWidget(radio)
        self.types.hide()
        self.result = card("soft")
        said = QVBoxLayout(self.result)
        said.setContentsMargins(16, 12, 16, 12)
        said.setSpacing(8)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(self.type_name)
        beside.addWidget(self.count)
        row = QHBoxLayout()
        row.addLayout(beside, 1)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addLayout(row)
        said.addWidget(self.types)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.result)

    def _chose_setting(self) -> None:
        if self.setting:
            self._type = self._settings[self.setting].service
            self._told()

    def _chose_type(self, radio: QRadioButton) -> None:
        self._type = next(kind for kind, made in self.radios.items() if made is radio)
        self._told()

    def _told(self) -> None:
        self.say("")
        self._show_type()
        self.chosen.emit()

    def _open(self) -> None:
        self.types.show()
        self.change.hide()
        if self._type is not None:
            self.radios[self._type].setFocus()

    def _show_type(self) -> None:
        kind = self._type
        self.result.setVisible(kind is not None)
        self.change.setVisible(kind is not None and self.types.isHidden())
        if kind is None:
            return
        self.radios[kind].setChecked(True)
        self.type_name.setText(tr(SERVICE_TYPE_WORDS[kind]))
        self.count.setText(type_words(self._toolkit, kind))

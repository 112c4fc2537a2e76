"""Choosing a passphrase: typed twice, judged in words as it is typed, with a hint for oneself. None of it is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from champion_app.desktop.messages import fault_words
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import label, set_role
from champion_app.desktop.widgets.passphrase_field import PassphraseField
from champion_app.desktop.words import tr
from champion_app.domain.passphrases import normalised_passphrase
from champion_app.faults import HintTells, PassphraseShort
from champion_app.tasks import passphrase
from champion_app.tasks.passphrase import Grade

_ROLES = {
    Grade.TOO_SHORT: "small_warning",
    Grade.WEAK: "small_warning",
    Grade.FAIR: "small",
    Grade.GOOD: "ok",
    Grade.STRONG: "ok",
}


class NewPassphrase(QWidget):
    """``entered`` is emitted for Enter in the last field."""

    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first = PassphraseField(
            theme, tr("New passphrase"), tr("A few words in a row are easy to remember: at least 8 letters.")
        )
        self.rating = label("", "small")
        self.second = PassphraseField(theme, tr("The same again"))
        self.hint_line = QLineEdit()
        self.hint_line.setMaxLength(200)
        self.hint_box = LabelledField(
            tr("A hint for yourself, if you want one"),
            self.hint_line,
            tr("Anybody who tries to open the binder can see it. It must not give the passphrase away."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.first, self.rating, self.second, self.hint_box):
            column.addWidget(part)
        self.rating.hide()
        self.first.typed.connect(self._rate)
        self.first.entered.connect(self._go_on)
        self.second.typed.connect(lambda: self.second.say(""))
        self.second.entered.connect(self.entered)
        self.hint_line.textEdited.connect(lambda text: self.hint_box.say(""))
        self.hint_line.returnPressed.connect(self.entered)
        self.setFocusProxy(self.first)

    @property
    def passphrase(self) -> str:
        """What was chosen, as typed."""
        return self.first.text()

    @property
    def hint(self) -> str:
        """The hint, or nothing."""
        return self.hint_line.text()

    def accepted(self) -> bool:
        """Whether it can be used; if not, it is said beside the field that is wrong."""
        try:
            passphrase.refuse_unusable(self.passphrase, self.hint)
        except PassphraseShort as fault:
            self._say_short(fault)
            return False
        except HintTells as fault:
            self.hint_box.say(fault_words(fault))
            self.hint_line.setFocus()
            return False
        if normalised_passphrase(self.second.text()) != normalised_passphrase(self.passphrase):
            self.second.say(tr("The two are not the same. “Show” lets you see what was typed."))
            self.second.setFocus()
            return False
        return True

    def forget(self) -> None:
        """Empties every field."""
        self.first.clear()
        self.second.clear()
        self.hint_line.clear()

    def _go_on(self) -> None:
        """Enter in the first field: to the second one, once the first can be used."""
        try:
            passphrase.refuse_unusable(self.passphrase)
        except PassphraseShort as fault:
            self._say_short(fault)
        else:
            self.second.setFocus()

    def _say_short(self, fault: PassphraseShort) -> None:
        self.rating.hide()  # it would say the same
        self.first.say(fault_words(fault))
        self.first.setFocus()

    def _rate(self) -> None:
        said = passphrase.rated(self.passphrase)
        words = " ".join(part for part in (f"{tr(said.grade.value)}.", tr(said.advice) if said.advice else "") if part)
        self.rating.setText(words)
        self.rating.setVisible(bool(self.passphrase))
        set_role(self.rating, _ROLES[said.grade])
        self.first.line.setAccessibleDescription(words)

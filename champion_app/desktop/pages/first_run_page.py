"""First run: three short steps, and the one question that decides which criteria are seen. No account."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.passphrase_dialog import PassphraseDialog, Way
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.disk_question import DiskQuestion
from champion_app.desktop.widgets.labels import breakable, card, label
from champion_app.desktop.widgets.page import GAP, Page
from champion_app.desktop.widgets.service_fields import ServiceFields
from champion_app.desktop.widgets.service_type_choice import ServiceTypeChoice
from champion_app.desktop.words import tr
from champion_app.domain.services import SERVICE_TYPE_WORDS, ServiceType
from champion_app.faults import Fault, TooLong, WordsNeeded
from champion_app.tasks import prisons, service

DRAFT = "first_run"
# A comfortable measure of text, in pixels at 100 %.
WIDTH = 760


class Step(NamedTuple):
    """One card: its title, what it is for, and its fields in order."""

    title: str
    words: str
    fields: tuple[str, ...]


STEPS = (
    Step("Your service", "The kind of place decides which criteria you will see.", ("name", "council")),
    Step(
        "You",
        "Leaflets and posters say whom to ask for. Leave anything empty that you do not want on paper.",
        (
            "champion",
            "role",
            "where_found",
            "when_found",
            "phone",
            "email",
            "safeguarding_lead",
            "safeguarding_phone",
        ),
    ),
    Step("Nearest prison", "Leaflets about visiting can name the prison most of your families go to.", ("prison",)),
)


class FirstRunPage(Page):
    """Shown until it is finished; what is typed is kept from the first letter on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Welcome. Let us set up your binder"))
        self._step = 0
        self._finished = False
        self._kept: dict[str, str] = {}
        self.fields = ServiceFields(desk.theme, self, prisons.names_and_towns(desk.binder))
        self.choice = ServiceTypeChoice(desk.theme, desk.toolkit)
        self.disk = DiskQuestion(desk)
        self.disk.passphrase_asked.connect(self._passphrase)
        self.place = label("", "muted")
        self.outcome = label("", "section")
        self.outcome_more = label("", "muted")
        self.cards: list[QWidget] = []
        self._middle = QWidget()
        self.back = button(desk.theme, tr("Back"), self.go_back, "", "previous")
        self.next = button(desk.theme, tr("Next"), self.go_on, "primary")
        self._build()
        self.fields.paused.connect(lambda name: desk.attempt(self._keep))
        self.choice.chosen.connect(lambda: desk.attempt(self._keep))
        desk.theme.changed.connect(self._fit)
        self._fit()

    def reload(self) -> None:
        """Shows what was typed before, at the step where it was left."""
        ours = service.who_we_are(self.desk.binder)
        draft = self.desk.drafts.find(DRAFT)
        for name in self.fields.lines:
            self.fields.show_text(name, draft.get(name, getattr(ours, name)))
        kind = draft.get("type", ours.type.value if ours.named else "")
        self.choice.show_choice(draft.get("setting", ours.setting), ServiceType(kind) if kind else None)
        self._finished = False
        reached = draft.get("step", "0")
        self._show_step(int(reached) if ours.named and reached in ("1", "2") else 0)
        self._kept = self._draft()

    def flush(self) -> None:
        """Keeps every letter, finished or not. Raises a disk fault."""
        self._keep()

    def go_on(self) -> None:
        """To the next step, or Home after the last, once this one is saved."""
        if not self.desk.attempt(self._saved_step):
            return
        if self._step + 1 < len(STEPS):
            self._show_step(self._step + 1)
            self.desk.attempt(self._keep)
        else:
            self._finish()

    def go_back(self) -> None:
        """To the step before; what is typed stays."""
        if self._step:
            self._show_step(self._step - 1)
            self.desk.attempt(self._keep)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begins anew when it is shown again after it was finished (the name was undone)."""
        self._stale = self._stale or self._finished
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a field goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(GAP)
        self.header.removeWidget(self.title)
        self.title.setWordWrap(True)
        middle.addWidget(self.title)
        middle.addWidget(self.place)
        for number, step in enumerate(STEPS):
            made = self._card(number, step)
            self.cards.append(made)
            middle.addWidget(made)
        feet = QHBoxLayout()
        feet.addWidget(self.back)
        feet.addStretch(1)
        feet.addWidget(self.next)
        middle.addLayout(feet)
        self._middle.setLayout(middle)
        middle.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._middle, 100)
        row.addStretch(1)
        self.body.addLayout(row)

    def _card(self, number: int, step: Step) -> QWidget:
        made = card()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(32, 24, 32, 32)
        inside.setSpacing(GAP)
        inside.addWidget(label(tr(step.title), "section"))
        inside.addWidget(label(tr(step.words), "muted"))
        if number == 0:
            inside.addWidget(self.fields.boxes["name"])
            inside.addWidget(self.choice)
            inside.addWidget(self.fields.boxes["council"])
        else:
            inside.addWidget(self.fields.panel(step.fields))
        if number == len(STEPS) - 1:
            inside.addWidget(self.disk)
            inside.addWidget(self._outcome())
        inside.addStretch(1)
        return made

    def _passphrase(self) -> None:
        """The binder is closed for its lock and opened again; this page comes back where it was left."""
        if not self.desk.done(self._keep):
            return
        dialog = PassphraseDialog(self.desk, Way.TURN_ON, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _outcome(self) -> QWidget:
        made = card("soft")
        said = QVBoxLayout(made)
        said.setContentsMargins(GAP, 12, GAP, 12)
        said.setSpacing(4)
        said.addWidget(self.outcome)
        said.addWidget(self.outcome_more)
        return made

    def _show_step(self, step: int) -> None:
        self._step = step
        for number, made in enumerate(self.cards):
            made.setVisible(number == step)
        self.place.setText(tr("Step {n} of {all}: {title}", n=step + 1, all=len(STEPS), title=tr(STEPS[step].title)))
        self.back.setVisible(step > 0)
        self.next.setText(tr("Next") if step + 1 < len(STEPS) else tr("Open my binder"))
        if self.choice.type is not None:
            count = len(self.desk.toolkit.criteria_for(self.choice.type))
            self.outcome.setText(tr("Your self-assessment has {n} criteria", n=count))
            self.outcome_more.setText(
                tr(
                    "{name}: {type}. Everything can be changed later under Settings.",
                    name=breakable(self.fields.text("name").strip()),
                    type=tr(SERVICE_TYPE_WORDS[self.choice.type]),
                )
            )
        self.fields.lines[STEPS[step].fields[0]].setFocus()

    def _saved_step(self) -> bool:
        """Saves this step's details. False with words beside a field that is missing or too long."""
        if self._step == 0 and not self._asked():
            return False
        wrong = [name for name in STEPS[self._step].fields if not self._save(name)]
        if wrong:
            self.fields.lines[wrong[0]].setFocus()
        return not wrong

    def _asked(self) -> bool:
        """Whether there are a name and a type; says in words what is missing."""
        named = bool(self.fields.text("name").strip())
        self.fields.say("name", "" if named else tr("Write the name of your service: leaflets carry it."))
        typed = self.choice.type is not None
        self.choice.say("" if typed else tr("Choose the kind of place that is nearest to yours."))
        if not named:
            self.fields.lines["name"].setFocus()
        elif not typed:
            self.choice.box.setFocus()
        return named and typed

    def _save(self, name: str) -> bool:
        ours = service.who_we_are(self.desk.binder)
        # The name goes first with whatever is saved: Undo may have taken it away.
        words: dict[str, Any] = {"name": ours.name or self.fields.text("name"), name: self.fields.text(name)}
        wanted = replace(ours, **words)
        if self.choice.type is not None:
            wanted = replace(wanted, setting=self.choice.setting, type=self.choice.type)
        try:
            service.say_who_we_are(self.desk.binder, wanted)
        except (TooLong, WordsNeeded) as fault:
            self.fields.say(name, fault_words(fault))
            return False
        self.fields.saved(name)
        return True

    def _draft(self) -> dict[str, str]:
        kind = self.choice.type
        chosen = {"setting": self.choice.setting, "type": kind.value if kind else "", "step": str(self._step)}
        return self.fields.texts() | chosen

    def _keep(self) -> None:
        """Keeps everything exactly as typed until first run is finished; once there is a name, saves it too."""
        draft = self._draft()
        if self._finished or draft == self._kept:
            return
        self.desk.drafts.keep(DRAFT, draft)
        waiting = self.fields.pending()
        if service.who_we_are(self.desk.binder).named:
            for name in waiting:
                self._save(name)
        self._kept = draft

    def _finish(self) -> None:
        try:
            self.desk.drafts.drop(DRAFT)
        except Fault as fault:
            self.desk.messages.fault(fault)
            return
        self._finished = True
        self.desk.navigation.go_to("home")

    def _fit(self) -> None:
        self._middle.setMaximumWidth(self.desk.theme.px(WIDTH))

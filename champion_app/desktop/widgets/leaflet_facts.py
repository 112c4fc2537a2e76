"""What a leaflet says beside its words and contacts: a prison's visiting facts, a QR code, our logo."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.choice_box import SuggestBox
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import breakable, label, set_role
from champion_app.desktop.widgets.links import full_address, web_address
from champion_app.desktop.widgets.logo_card import LogoChoice
from champion_app.desktop.widgets.prison_words import place_words
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.leaflets import BlockKind, LeafletChoices, Template
from champion_app.domain.prisons import Prison, PrisonStatus, facts_are_fresh
from champion_app.domain.typed_text import clean, first_line
from champion_app.tasks import leaflets, prisons

# A longer address makes a code too fine to read, and none is printed.
LONGEST_ADDRESS = 300


class LeafletFacts(QWidget):
    """``changed`` is emitted when another prison, another address or the logo makes another leaflet."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._template = ""
        self._prison = 0
        self._qr = ""
        self._typing: set[str] = set()
        self._offered: dict[SuggestBox, list[tuple[str, str]]] = {}
        self._known: dict[str, Prison] = {}
        self.prison = SuggestBox(tr("No prison: type a name or town"))
        self.prison_field = LabelledField(tr("Prison"), self.prison, tr("Its visiting facts stand on the leaflet."))
        self.state = label("", "small")
        self.look_up = button(desk.theme, "", self._look_up, "link", "prison")
        self.qr = SuggestBox(tr("No address: no code"))
        self.qr_field = LabelledField(
            tr("Web address of the QR code"),
            self.qr,
            tr("A telephone's camera opens it. The address stands beside it."),
        )
        self.leads = label("", "small")
        self.logo_on = QCheckBox(tr("Our logo on it"))
        self.logo = LogoChoice(desk)
        self._prison_part, self._qr_part = QWidget(), QWidget()
        self._build()
        self._connect()

    def show_choices(self, template: Template, choices: LeafletChoices) -> None:
        """Offers what this template has a place for, as last chosen. What is being typed stays as it is."""
        another, self._template = template.id != self._template, template.id
        if another:
            self._typing.clear()
        self._prison, self._qr = choices.prison, choices.qr
        self._prison_part.setVisible(template.has(BlockKind.PRISON))
        self._qr_part.setVisible(template.has(BlockKind.QR))
        self._show_prison(another)
        self._show_address(another)
        blocked = self.blockSignals(True)
        self.logo_on.setChecked(choices.logo)
        self.blockSignals(blocked)
        self.logo_on.setVisible(self.logo.has_logo)

    def choices_over(self, choices: LeafletChoices) -> LeafletChoices:
        """The switches given, with the prison, the address and the logo chosen here."""
        return replace(choices, prison=self._prison, qr=self._qr, logo=self.logo_on.isChecked())

    def flush(self) -> None:
        """Takes up now what was typed since the last pause."""
        self._prison_left()
        self._address_left()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part, widgets in (
            (self._prison_part, (self.prison_field, self.state, self.look_up)),
            (self._qr_part, (self.qr_field, self.leads)),
        ):
            inside = QVBoxLayout(part)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(4)
            for widget in widgets:
                left = widget is self.look_up
                inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag(0))
            column.addWidget(part)
        logo = QVBoxLayout()
        logo.setSpacing(4)
        logo.addWidget(label(tr("Our logo"), "strong"))
        logo.addWidget(self.logo_on)
        logo.addWidget(self.logo)
        column.addLayout(logo)

    def _connect(self) -> None:
        self.prison.textEdited.connect(self._prison_typed)
        self.prison.paused.connect(lambda text: self._prison_left())
        self.qr.textEdited.connect(lambda text: self._address_typed())
        self.qr.paused.connect(lambda text: self._address_left())
        self.logo_on.toggled.connect(lambda on: self.changed.emit())
        self.logo.changed.connect(self._logo_changed)

    # ---- the prison

    def _show_prison(self, another: bool) -> None:
        """Every open prison and the one chosen, under names of their own; none first."""
        listed = prisons.all_prisons(self._desk.binder)
        offered = [one for one in listed if one.fields.status is PrisonStatus.OPEN or one.id == self._prison]
        self._known = _by_name(offered)
        self._offer(
            self.prison, [(tr("No prison"), ""), *((name, one.fields.town) for name, one in self._known.items())]
        )
        chosen = next((name for name, one in self._known.items() if one.id == self._prison), "")
        if not chosen:
            self._prison = 0
        found = self._named(self.prison.text())
        if another or ("prison" not in self._typing and found is not None and found.id != self._prison):
            self.prison.show_text(chosen)
            self.prison.setCursorPosition(0)
        elif chosen and found is None and "prison" not in self._typing:
            self.prison.show_text(chosen)
        self._say_prison()

    def _prison_typed(self, text: str) -> None:
        """A name from the list counts at once, other words when the field is left."""
        self._typing.add("prison")
        if self._named(text) is not None or text == tr("No prison"):
            self._prison_left()

    def _prison_left(self) -> None:
        self._typing.discard("prison")
        found = self._named(self.prison.text())
        number = found.id if found is not None else 0
        another, self._prison = number != self._prison, number
        self._say_prison()
        if another:
            self._offer_addresses()
            self.changed.emit()

    def _named(self, text: str) -> Prison | None:
        words = " ".join(text.split())
        exact = self._known.get(words)
        if exact is not None:
            return exact
        return next((one for name, one in self._known.items() if name.casefold() == words.casefold()), None)

    def _unknown_prison(self) -> bool:
        """Whether words stand in the field that name no prison we know."""
        words = self.prison.text().strip()
        return bool(words) and words != tr("No prison") and self._named(words) is None

    def _say_prison(self) -> None:
        found = next((one for one in self._known.values() if one.id == self._prison), None)
        unknown = found is None and self._unknown_prison()
        typed = first_line(self.prison.text(), 60)
        self.prison_field.say(
            tr("“{name}” is not on the list of prisons, so no facts are printed.", name=typed) if unknown else ""
        )
        fresh = found is not None and facts_are_fresh(found, clock.today())
        set_role(self.state, "small" if found is None or fresh else "small_warning")
        self.state.setText(breakable(_state(found)))
        self.state.setVisible(not unknown)
        self.look_up.setText(tr("See them") if fresh else tr("Look up and tick…"))
        self.look_up.setVisible(found is not None)

    def _look_up(self) -> None:
        self._desk.navigation.go_to("prisons", self._prison)

    # ---- the QR code

    def _show_address(self, another: bool) -> None:
        self._offer_addresses()
        if another or ("qr" not in self._typing and _address(self.qr.text())[0] != self._qr):
            self.qr.show_text(self._qr)
            self.qr.setCursorPosition(0)
        self._say_address()

    def _offer_addresses(self) -> None:
        """The prison's page about visits, and the address used last."""
        offered: dict[str, str] = {}
        here = next((one for one in self._known.values() if one.id == self._prison), None)
        if here is not None and not self._prison_part.isHidden():
            offered[_address(here.fields.visits_page)[0]] = tr("visits page of {name}", name=here.fields.name)
        offered.setdefault(leaflets.last_address(self._desk.binder), tr("used last"))
        offered.pop("", None)
        self._offer(self.qr, list(offered.items()))

    def _offer(self, box: SuggestBox, names: list[tuple[str, str]]) -> None:
        """New suggestions, unless they are the old ones or somebody is typing: the words in the field stay."""
        typing = ("prison" if box is self.prison else "qr") in self._typing
        if not typing and self._offered.get(box) != names:
            self._offered[box] = names
            words = box.text()
            box.suggest(names)
            box.show_text(words)

    def _address_typed(self) -> None:
        self._typing.add("qr")
        self._say_address()

    def _address_left(self) -> None:
        self._typing.discard("qr")
        address, _ = _address(self.qr.text())
        self._say_address()
        if address != self._qr:
            self._qr = address
            self.changed.emit()

    def _say_address(self) -> None:
        """Checked with every letter: what is wrong with it, or where the code will lead, in full."""
        address, problem = _address(self.qr.text())
        self.qr_field.say(problem)
        self.leads.setText(tr("The code leads to {address}", address=breakable(address)) if address else "")
        self.leads.setVisible(bool(address))

    # ---- the logo

    def _logo_changed(self) -> None:
        self.logo_on.setVisible(self.logo.has_logo)
        self.changed.emit()


def _address(typed: str) -> tuple[str, str]:
    """A web address in full as the code will hold it, and what is wrong with what was typed: one of them is empty."""
    words = " ".join(clean(typed).split())
    if not words:
        return "", ""
    url = web_address(words)
    if url is None or url.scheme() not in ("http", "https"):
        return "", tr("That is not a web address yet. Write it like https://www.example.org.uk/visits; "
                      "until then there is no code.")  # fmt: skip
    full = full_address(url)
    if len(full) > LONGEST_ADDRESS:
        return "", tr(
            "That address has {n} letters, and {most} is the most: the code would be too fine to read.",
            n=len(full), most=LONGEST_ADDRESS,
        )  # fmt: skip
    return full, ""


def _by_name(listed: list[Prison]) -> dict[str, Prison]:
    """Prisons under names of which no two are the same: where it is, or a number, is added to the second."""
    known: dict[str, Prison] = {}
    for one in listed:
        name = one.fields.name
        if name in known:
            name = ", ".join(part for part in (name, place_words(one.fields)) if part)
        known[f"{name} ({one.id})" if name in known else name] = one
    return known


def _state(prison: Prison | None) -> str:
    """How far the visiting facts of a prison can be trusted, and what that means for the paper."""
    if prison is None:
        return tr("No prison chosen: nothing about visiting a particular one is printed.")
    if prison.checked_on is None:
        return tr("Nobody has looked these up: they stay off the paper.")
    when, by = british(prison.checked_on), prison.checked_by
    said = tr("Looked up on {date} by {name}", date=when, name=by) if by else tr("Looked up on {date}", date=when)
    if not facts_are_fresh(prison, clock.today()):
        return tr("{said}, more than six months ago: they stay off the paper.", said=said)
    return f"{said}."

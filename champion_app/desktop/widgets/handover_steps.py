"""The six steps of a handover as cards, around the fields and buttons that the dialog owns."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.numbered_card import NumberedCard
from champion_app.desktop.words import tr


@dataclass(frozen=True)
class HandoverControls:
    """What stands in the steps, in their order. ``passphrase`` is None for a binder without a lock."""

    name: QWidget
    role: QWidget
    rename: QWidget
    whose: ChoiceBox
    give: QWidget
    copy: QWidget
    pack: QWidget
    passphrase: QWidget | None
    print_letter: QWidget
    save_letter: QWidget
    erase: QWidget


def handover_steps(has: HandoverControls) -> list[NumberedCard]:
    """The cards, from who takes over to what stays on this computer."""
    has.whose.setAccessibleName(tr("Which actions"))
    return [_who(has), _actions(has), _along(has), _passphrase(has), _letter(has), _stays(has)]


def _who(has: HandoverControls) -> NumberedCard:
    return NumberedCard(
        1,
        tr("Who takes over"),
        "",
        LabelledField(tr("Name of the next champion"), has.name, tr("It stands on leaflets and posters from then on.")),
        LabelledField(tr("Role"), has.role, tr("Leave it empty to keep the role as it is.")),
        _row(has.rename),
    )


def _actions(has: HandoverControls) -> NumberedCard:
    words = tr("Closed actions keep the name of whoever did them. It is one step, which Undo takes back.")
    return NumberedCard(2, tr("Open actions"), words, has.whose, _row(has.give))


def _along(has: HandoverControls) -> NumberedCard:
    words = tr(
        "The whole binder holds everything: plan, log, answers, notes, files. The next champion goes back to it as to a"
        " backup. A resources pack holds only what is public, for somebody who has a binder of their own: resources,"
        " services, leaflet texts."
    )
    return NumberedCard(3, tr("What goes along"), words, _row(has.copy, has.pack))


def _passphrase(has: HandoverControls) -> NumberedCard:
    if has.passphrase is None:
        return NumberedCard(
            4, tr("Passphrase"), tr("This binder has no lock. The next champion can turn one on in Settings.")
        )
    words = tr(
        "Do this once the next champion sits here: they choose a passphrase and get a recovery sheet of their own, and"
        " what you know opens the binder no more. A copy made before keeps the old ones. Never write it into a letter."
    )
    return NumberedCard(4, tr("Passphrase"), words, _row(has.passphrase))


def _letter(has: HandoverControls) -> NumberedCard:
    words = tr("Open actions with their dates, what is due, which services to check, and where everything is.")
    return NumberedCard(5, tr("A letter for the first day"), words, _row(has.print_letter, has.save_letter))


def _stays(has: HandoverControls) -> NumberedCard:
    words = tr("If the work goes on elsewhere, the old copies here can be erased once the new one was opened there.")
    return NumberedCard(6, tr("What stays on this computer"), words, _row(has.erase))


def _row(*buttons: QWidget) -> Flow:
    """Buttons at the left, not as wide as the card."""
    flow = Flow()
    for made in buttons:
        flow.addWidget(made)
    return flow

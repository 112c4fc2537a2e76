"""What we hold: every kind in plain words, how long it is kept, and the ways to let go of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.erase_dialog import EraseDialog
from champion_app.desktop.dialogs.find_words_dialog import FindWordsDialog
from champion_app.desktop.dialogs.handover_dialog import HandoverDialog
from champion_app.desktop.dialogs.passphrase_dialog import PassphraseDialog, Way
from champion_app.desktop.dialogs.purge_dialog import PurgeDialog
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.document_orders import DocumentOrders
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.holding_card import HoldingCard
from champion_app.desktop.widgets.labels import card, label
from champion_app.desktop.widgets.old_copies_box import OldCopiesBox
from champion_app.desktop.widgets.page import Page
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.holdings import Holding
from champion_app.tasks import approvals, holdings


class HoldingsPage(Page):
    """Erasing itself is for whoever holds the window: it has to be closed before anything can be erased."""

    kinds = frozenset(
        {
            "service", "rounds", "answers", "actions", "action_updates", "log_entries", "log_templates", "attachments",
            "listings", "prisons", "resources", "own_words", "text_checks", "prints", "sources", "settings", "changes",
        }
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("What we hold"), up=("settings", tr("Settings")))
        self.cards: dict[str, HoldingCard] = {}
        self.orders = DocumentOrders(desk, self, self.flush)
        self.doubt = label("")
        self.trusted = button(desk.theme, tr("The date is right"), self._trust)
        self.due = label("", "strong")
        self.purge = button(desk.theme, tr("Clear out what is old…"), self.open_purge, "", "remove")
        self.find_name = button(desk.theme, tr("Look for a name…"), self.open_find, "", "search")
        self.hand_over = button(desk.theme, tr("Hand over…"), self.open_handover, "", "exchange")
        self.erase = button(desk.theme, tr("Erase everything…"), self.open_erase, "", "remove")
        self.copies = OldCopiesBox(desk)
        self._doubt_card = card("warning")
        self._due_card = card("soft")
        self._binder, self._beside = self._columns(), self._columns()
        self._build()

    def reload(self) -> None:
        """Counts again."""
        desk = self.desk
        found = desk.attempt(partial(holdings.what_we_hold, desk.binder)) or []
        for one in found:
            self._show(one)
        doubt = desk.attempt(partial(holdings.doubt, desk.binder))
        self._doubt_card.setVisible(doubt is not None)
        self.purge.setEnabled(doubt is None)
        if doubt is not None:
            self.doubt.setText(tr(holdings.doubt_words(doubt, clock.today())))
        past = [one for one in found if one.past]
        self.due.setText(
            tr("Kept longer than you chose: {what}.", what=", ".join(one.kind.purged(one.past) for one in past))
            if past
            else tr("Nothing has been kept longer than you chose.")
        )
        self.copies.refresh()

    def _change_passphrase(self) -> None:
        """The next champion has a passphrase of their own."""
        self.show_dialog(PassphraseDialog(self.desk, Way.HAND_OVER, self))

    def open_purge(self) -> None:
        """The dialog that purges what is old."""
        self.show_dialog(PurgeDialog(self.desk, self))

    def open_find(self) -> None:
        """The dialog that tells where a name stands."""
        self.show_dialog(FindWordsDialog(self.desk, self))

    def open_handover(self) -> None:
        """The dialog for the next champion."""
        dialog = HandoverDialog(self.desk, self)
        dialog.passphrase_asked.connect(self._change_passphrase)
        dialog.erase_asked.connect(self.open_erase)
        self.show_dialog(dialog)

    def open_erase(self) -> None:
        """The dialog that erases everything."""
        dialog = EraseDialog(self.desk, self)
        dialog.erase_asked.connect(self.desk.navigation.erase_asked)
        self.show_dialog(dialog)

    def _show(self, one: Holding) -> None:
        known = self.cards.get(one.kind.id)
        if known is not None:
            known.show_holding(one)
            return
        made = HoldingCard(self.desk, one, self._keep_period)
        self.cards[one.kind.id] = made
        (self._binder if one.kind.in_the_binder else self._beside).addWidget(made)

    def _keep_period(self, kind_id: str, months: int) -> None:
        kept = partial(holdings.keep_period, self.desk.binder, holdings.kind(kind_id), months)
        if self.desk.done(kept):
            self.reload()

    def _trust(self) -> None:
        if self.desk.done(partial(holdings.trust_clock, self.desk.binder)):
            self.reload()

    def _build(self) -> None:
        binder = self.desk.binder
        self.orders.offer(tr("What we hold"), partial(holdings.plan_page, binder))
        self.orders.offer(tr("Data protection screening sheet"), partial(approvals.plan_screening, binder))
        self.orders.offer(tr("Security information sheet"), partial(approvals.plan_security, binder))
        introduction, never = holdings.introduction()
        self.body.addWidget(label(tr(introduction)))
        self.body.addWidget(self._inside(card("soft"), label(tr(never), "strong")))
        self.body.addWidget(self._inside(self._doubt_card, self.doubt, self.trusted))
        self._doubt_card.hide()
        self.body.addWidget(self._inside(self._due_card, self.due, self.purge))
        self.body.addWidget(self.copies)
        self.copies.hide()
        ways = QWidget()
        flow = Flow(ways, gap=12)
        for made in (self.orders.button, self.find_name, self.hand_over, self.erase):
            flow.addWidget(made)
        words = label(
            tr(
                "For your data protection officer, for IT or for a prison there are papers to print. When you move on,"
                " hand over first. When this computer goes back to IT, erase everything: you get a certificate."
            ),
            "muted",
        )
        self.body.addWidget(self._inside(card(), words, ways))
        self.body.addWidget(label(tr("In the binder"), "section"))
        self.body.addLayout(self._binder)
        self.body.addWidget(label(tr("Files on this computer"), "section"))
        self.body.addLayout(self._beside)
        self.body.addWidget(
            label(
                tr(
                    "Papers that were printed, and files that were saved or sent from Champion, are not on this list:"
                    " Champion does not know where they are."
                ),
                "muted",
            )
        )

    def _inside(self, made: QFrame, *parts: QWidget) -> QFrame:
        layout = QVBoxLayout(made)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        for part in parts:
            if isinstance(part, QPushButton):
                layout.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)  # no wider than its words
            else:
                layout.addWidget(part)
        return made

    def _columns(self) -> Columns:
        return Columns(self.desk.theme, least=330, most=3)

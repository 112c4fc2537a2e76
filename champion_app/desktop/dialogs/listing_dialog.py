"""A service, new or known: what a family asks first on top, the rest under "More about it"."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.forms.ui_listing_dialog import Ui_ListingDialog
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.fold import Fold
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.phone_rows import PhoneRows
from champion_app.desktop.widgets.privacy_note import watch
from champion_app.desktop.widgets.saver import Saver
from champion_app.desktop.widgets.twin_note import TwinNote
from champion_app.desktop.words import tr
from champion_app.domain.listings import (
    FIELD_WORDS,
    PRINT_RULE_WORDS,
    Listing,
    ListingFields,
    Phone,
    number_changed,
)
from champion_app.faults import Fault
from champion_app.tasks import listings

# The fields under "More about it".
_MORE = (
    "also_known_as", "organisation", "website", "email", "cost", "hours", "address", "ages", "languages", "audience",
    "kind", "note",
)  # fmt: skip
_WORDS = ("name", "description", "eligibility", "area", "how_to_refer", *_MORE)


class ListingDialog(QDialog):
    """``saved`` carries the service's id and what to say about it; ``other_asked`` the id of one just like it."""

    saved = Signal(int, str)
    other_asked = Signal(int)

    def __init__(self, desk: Desk, listing: Listing | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._listing = listing
        self._draft = f"listing {listing.id}" if listing else "listing new"
        self._before = listing.fields if listing else ListingFields(name="")
        self._saved = False
        self._looked_for: tuple[str, tuple[Phone, ...]] = ("", ())
        self.ui = Ui_ListingDialog()
        self.ui.setupUi(self)
        self.phones = PhoneRows(desk.theme)
        self.same_name, self.same_number = TwinNote(desk.theme), TwinNote(desk.theme)
        self.recheck = label(
            tr("The number has changed: it counts as not checked, and is not printed, until somebody has rung it."),
            "warning",
        )
        self.print_rule = ChoiceBox()
        self.more = Fold(desk.theme, tr("More about it"), self.ui.more_box)
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {name: getattr(self.ui, name) for name in _WORDS}
        self.ui.note_cell.addWidget(watch(desk.theme, self.ui.note))
        self._saver = Saver(self, lambda: desk.attempt(self._keep))
        self._build(parent)
        self._begin()
        self._connect()

    def typed_fields(self) -> ListingFields:
        """The fields as they stand on the screen."""
        words: dict[str, Any] = {name: self._text(name) for name in _WORDS}
        return replace(self._before, phones=self.phones.phones(), print_rule=self.print_rule.value, **words)

    def accept(self) -> None:
        """Saves. A fault is said beside the field it is about, and every word stays."""
        by = listings.who_checks(self._desk.binder) if self.ui.just_checked.isChecked() else ""
        try:
            listing_id, words = self._save(by)
            self._desk.drafts.drop(self._draft)
        except Fault as fault:
            self._say_problem(fault)
            return
        self._saved = True
        self._saver.forget()
        super().accept()
        self.saved.emit(listing_id, words)

    def reject(self) -> None:
        """Closes without saving. Words that were typed are kept for the next time, and can be thrown away."""
        self._saver.forget()
        if not self._changed():
            self._desk.attempt(partial(self._desk.drafts.drop, self._draft))
        elif self._desk.attempt(self._keep) is None:
            return  # the disk refused: the words are still in the dialog
        else:
            again = tr("Edit") if self._listing else tr("Add a service")
            self._desk.messages.inform(
                tr("Not saved. Your words are kept: “{button}” brings them back.", button=again),
                tr("Throw them away"),
                lambda: self._desk.attempt(partial(self._desk.drafts.drop, self._draft)),
            )
        super().reject()

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Edit a service") if self._listing else tr("Add a service"))
        self.ui.save.setText(tr("Save") if self._listing else tr("Add"))
        theme, room = self._desk.theme, parent.window().size()
        self.resize(min(theme.px(680), room.width() - 48), min(theme.px(760), room.height() - 48))
        self.setMinimumSize(320, 320)
        self.ui.name_cell.addWidget(self.same_name)
        for widget in (self.phones, self.recheck, self.same_number):
            self.ui.phones_cell.addWidget(widget)
        for field in self._fields.values():
            if isinstance(field, QPlainTextEdit):
                field.setFixedHeight(field.fontMetrics().lineSpacing() * 2 + 24)
        self.ui.problem.hide()
        self.ui.problem.setContentsMargins(24, 8, 24, 0)
        rules = {rule: tr(words) for rule, words in PRINT_RULE_WORDS.items()}
        rules.setdefault(self._before.print_rule, self._before.print_rule)
        self.print_rule.fill([("", [(words, rule) for rule, words in rules.items()])])
        self.print_rule.setAccessibleName(tr("On leaflets"))
        self.ui.print_rule_cell.addWidget(self.print_rule)
        self.ui.column.insertWidget(self.ui.column.indexOf(self.ui.just_checked) + 1, self.more)
        self.more.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.ui.just_checked.setText(
            tr("I have just rung it or looked it up: checked today by {name}", name=self._checker())
        )
        self._order_tabs()

    def _order_tabs(self) -> None:
        """What was put into the form by hand takes its place in the order of the Tab key."""
        self.phones.follow(self.ui.description)
        self.setTabOrder(self.ui.just_checked, self.more.heading)
        self.setTabOrder(self.ui.note, self.print_rule)
        self.ui.name.setFocus()

    def _begin(self) -> None:
        """Shows the service, with the words of an unfinished draft over it."""
        draft = self._desk.drafts.find(self._draft)
        self._show(_with_draft(self._before, draft))
        self.ui.draft.setVisible(bool(draft))
        self.ui.just_checked.setChecked(self._listing is None)
        unfolded = any(draft.get(name, "") != getattr(self._before, name) for name in _MORE if name in draft)
        if unfolded:
            self.more.heading.click()
        self._look()

    def _connect(self) -> None:
        for field in self._fields.values():
            field.textChanged.connect(self._typed)
        self.phones.changed.connect(self._typed)
        self.print_rule.currentIndexChanged.connect(self._typed)
        self.ui.just_checked.toggled.connect(lambda on: self._look())
        self.ui.afresh.clicked.connect(self._start_afresh)
        self.ui.save.clicked.connect(self.accept)
        self.ui.cancel.clicked.connect(self.reject)
        for note in (self.same_name, self.same_number):
            note.pressed.connect(self._go_to_other)

    def _show(self, fields: ListingFields) -> None:
        for name, field in self._fields.items():
            words = getattr(fields, name)
            if isinstance(field, QLineEdit):
                field.setText(words)
            else:
                field.setPlainText(words)
        self.phones.show_phones(fields.phones)
        self.print_rule.show_value(fields.print_rule)

    def _typed(self) -> None:
        self._saver.touch()
        self.ui.problem.hide()
        self._look()

    def _look(self) -> None:
        """Warns beside the field: a service like this one is there already, or the number has changed."""
        own = self._listing.id if self._listing else 0
        name, phones = self.ui.name.text(), self.phones.phones()
        if name != self._looked_for[0]:
            named_so = listings.look_alikes(self._desk.binder, ListingFields(name=name), own)
            self.same_name.show_twins(named_so, tr("There is already a service of this name: {name}"))
        if phones != self._looked_for[1]:
            numbered_so = listings.look_alikes(self._desk.binder, ListingFields(name="", phones=phones), own)
            self.same_number.show_twins(numbered_so, tr("{name} has the same number"))
        self._looked_for = (name, phones)
        checked = self._listing is not None and self._listing.checked_on is not None
        changed = number_changed(self._before, ListingFields(name="", phones=phones))
        self.recheck.setVisible(checked and changed and not self.ui.just_checked.isChecked())

    def _save(self, by: str) -> tuple[int, str]:
        binder, fields = self._desk.binder, self.typed_fields()
        if self._listing is None:
            listing_id = listings.add_listing(binder, fields, by)
            return listing_id, tr("Added, checked today.") if by else tr("Added. It still has to be checked.")
        if listings.change_listing(binder, self._listing.id, fields, by):
            return self._listing.id, tr("Saved. The number has changed, so it must be checked again.")
        return self._listing.id, tr("Saved, checked today.") if by else tr("Saved.")

    def keep_draft(self) -> None:
        """Keeps words that were not saved yet. Raises a disk fault."""
        self._saver.forget()
        self._keep()

    def _keep(self) -> bool:
        """Keeps the unfinished words in the binder. Raises a disk fault."""
        if self._saved:
            return True
        if not self._changed():
            self._desk.drafts.drop(self._draft)
            return True
        words = {name: self._text(name) for name in _WORDS}
        phones = json.dumps([asdict(phone) for phone in self.phones.phones()])
        self._desk.drafts.keep(self._draft, {**words, "phones": phones, "print_rule": self.print_rule.value})
        return True

    def _changed(self) -> bool:
        return self.typed_fields() != self._before

    def _start_afresh(self) -> None:
        self._show(self._before)
        self.ui.draft.hide()
        self.ui.name.setFocus()

    def _say_problem(self, fault: Fault) -> None:
        """The sentence goes under the field it names, else above the buttons."""
        named = next((name for name, words in FIELD_WORDS.items() if words == fault.details.get("field")), "")
        self.ui.problem.setText(fault_words(fault))
        if named in _MORE and not self.more.heading.isChecked():
            self.more.heading.click()
        field = self.phones.first if named == "phones" else self._fields.get(named)
        if field is None:
            self.ui.outer.insertWidget(1, self.ui.problem)
            self.ui.problem.setContentsMargins(24, 8, 24, 0)
        else:
            getattr(self.ui, f"{named}_cell").addWidget(self.ui.problem)
            self.ui.problem.setContentsMargins(0, 0, 0, 0)
            field.setAccessibleDescription(self.ui.problem.text())
            field.setFocus()
            self.ui.scroll.ensureWidgetVisible(field)
        self.ui.problem.show()

    def _go_to_other(self, listing_id: int) -> None:
        self.reject()
        if not self.isVisible():
            self.other_asked.emit(listing_id)

    def _text(self, name: str) -> str:
        field = self._fields[name]
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def _checker(self) -> str:
        return listings.who_checks(self._desk.binder)


def _with_draft(fields: ListingFields, draft: dict[str, str]) -> ListingFields:
    """The fields with the words of a draft in place of those it holds."""
    if not draft:
        return fields
    words: dict[str, Any] = {name: draft[name] for name in (*_WORDS, "print_rule") if name in draft}
    phones = tuple(Phone(**phone) for phone in json.loads(draft["phones"])) if "phones" in draft else fields.phones
    return replace(fields, phones=phones, **words)

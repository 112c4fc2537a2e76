"""What to know before a leaflet is printed, in words. Nothing here forbids printing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.labels import breakable, label, picture
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import british
from champion_app.domain.leaflets import Block, Cautions
from champion_app.domain.typed_text import first_line

_NAMED = 4


class CautionList(QFrame):
    """A card that is there only when there is something to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "warning")
        self._theme = theme
        self._said: tuple[str, ...] = ()
        mark = picture("")
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(mark)
        title.addWidget(label(tr("Before you print"), "strong"), 1)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(title)
        layout.addLayout(self._lines)

        def dress() -> None:
            mark.setPixmap(theme.pixmap("warning", "warn"))

        dress()
        theme.changed.connect(dress)

    @property
    def said(self) -> tuple[str, ...]:
        """The sentences shown."""
        return self._said

    def show_cautions(self, cautions: Cautions, left_out: str, folded: int) -> None:
        """Shows what to look at: ``left_out`` names characters that cannot be printed, ``folded`` counts sheets."""
        said = tuple(sentences(cautions, left_out, folded))
        if said != self._said:
            self._said = said
            empty(self._lines)
            for words in said:
                self._lines.addWidget(label(breakable(words)), 0, Qt.AlignmentFlag.AlignTop)
            self.setAccessibleName(" ".join((tr("Before you print"), *said)))
        self.setVisible(bool(said))


def sentences(cautions: Cautions, left_out: str, folded: int) -> list[str]:
    """Each caution as a sentence a champion can act on."""
    said = []
    if cautions.unchecked:
        words = trn(
            "Not checked within six months, so printed without its number: {names}.",
            "{n} contacts were not checked within six months and are printed without their numbers: {names}.",
            len(cautions.unchecked),
            names=_names(cautions.unchecked),
        )
        said.append(words)
    if cautions.no_contacts:
        said.append(tr("No contact is ticked: the leaflet says where to get help, and names nobody."))
    if cautions.no_champion or cautions.no_place:
        said.append(tr("It does not say who your champion is, or where and when to find them."))
    if left_out:
        said.append(tr("These characters cannot be printed and are left out: {characters}.", characters=left_out))
    if folded > 1:
        said.append(tr("Folded, each copy takes {n} sheets of A4. With fewer contacts it may fit on one.", n=folded))
    if cautions.past_review:
        said.append(_past(cautions.past_review))
    if cautions.draft:
        said.append(tr(cautions.draft))
    return said


def _past(blocks: tuple[Block, ...]) -> str:
    days = [block.review_by for block in blocks if block.review_by is not None]
    words = first_line(blocks[0].text or " ".join(blocks[0].items), 60)
    return trn(
        "A fact in it should have been looked at again by {date}: “{words}”.",
        "{n} facts in it should have been looked at again by {date}, the first is: “{words}”.",
        len(blocks),
        date=british(min(days)),
        words=words,
    )


def _names(names: tuple[str, ...]) -> str:
    shown = ", ".join(first_line(name, 50) for name in names[:_NAMED])
    more = len(names) - _NAMED
    return tr("{names} and {n} more", names=shown, n=more) if more > 0 else shown

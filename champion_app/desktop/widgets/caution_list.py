"""What to know before a leaflet is printed, in words. Nothing here forbids printing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.labels import breakable, label, picture
from champion_app.desktop.widgets.leaflet_work import Pictured
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.sheet_words import both_sides, sheets_for
from champion_app.desktop.words import tr, trn
from champion_app.domain import clock
from champion_app.domain.leaflet_cautions import Cautions, Said, cautions, said
from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import Size, Template
from champion_app.domain.own_words import OwnWords
from champion_app.domain.personal_kinds import BIRTH, CHILD, NHS, PRISON, PUPIL
from champion_app.tasks.leaflets import CHILD_TELLS, group_of

# Numbers, addresses and e-mails are what a leaflet is for; these are never what it is for.
_OF_A_CHILD = (CHILD, BIRTH, PUPIL, NHS, PRISON)
_SIDES_OF_A_FLYER = 2
# Looking through so many letters takes a moment nobody notices; the rest of a text has the note under its field.
_LOOKED_THROUGH = 5_000
# Sheets that are read standing up, with the other hand busy: they are meant for one side.
_ONE_SIDE = frozenset({CHILD_TELLS})


class CautionList(QFrame):
    """A card that is there only when there is something to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "warning")
        self._theme = theme
        self._said: tuple[str, ...] = ()
        self._looked_at: OwnWords | None = None
        self._found: list[str] = []
        self._mark = picture("")
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self._mark)
        title.addWidget(label(tr("Before you print"), "strong"), 1)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(title)
        layout.addLayout(self._lines)
        self._dress()
        theme.changed.connect(self._dress)

    @property
    def said(self) -> tuple[str, ...]:
        """The sentences shown."""
        return self._said

    def show_paper(
        self, template: Template, paper: LeafletPaper, pictured: Pictured | None = None, own: OwnWords | None = None
    ) -> None:
        """Shows all there is to know about a leaflet. ``pictured`` is its picture once there is one.

        ``own`` are this service's words of it: they are looked through for a child's details.
        """
        if own is not None and own != self._looked_at:
            self._looked_at, self._found = own, about_own_words(own)
        more = [*(self._found if own is not None else []), *about_sheets(template, paper, pictured)]
        self.show_cautions(
            cautions(template, paper, clock.today()), pictured.left_out if pictured is not None else "", more
        )

    def show_cautions(self, found: Cautions, left_out: str = "", more: Sequence[str] = ()) -> None:
        """Shows what to look at: ``left_out`` names characters that cannot be printed, ``more`` comes early."""
        shown = tuple(sentences(found, left_out, more))
        if shown != self._said:
            self._said = shown
            empty(self._lines)
            for words in shown:
                self._lines.addWidget(label(breakable(words)), 0, Qt.AlignmentFlag.AlignTop)
            self.setAccessibleName(" ".join((tr("Before you print"), *shown)))
        self.setVisible(bool(shown))

    def _dress(self) -> None:
        self._mark.setPixmap(self._theme.pixmap("warning", "warn"))


def sentences(found: Cautions, left_out: str = "", more: Sequence[str] = ()) -> list[str]:
    """Each caution as a sentence a champion can act on; who to tell comes before everything else."""
    every = said(found, left_out)
    first, rest = ([_in_words(one) for one in every if one.first is wanted] for wanted in (True, False))
    return [*first, *more, *rest]


def about_sheets(template: Template, paper: LeafletPaper, pictured: Pictured | None) -> list[str]:
    """What is unusual about the paper it takes, once that is known."""
    if pictured is None or not pictured.total:
        return []
    sheets = sheets_for(paper.kind, pictured.sides)
    if not both_sides(paper.kind):
        words = tr("It takes {n} sheets: to hang it up, one is better. Fewer words would fit.", n=sheets)
        return [words] if sheets > 1 else []
    if group_of(template.base or template.id) in _ONE_SIDE:
        words = tr("It is meant for one side of A4 and takes {n}. Fewer words would fit.", n=pictured.sides)
        return [words] if pictured.sides > 1 else []
    if paper.size is Size.A5:
        words = tr("The flyer has {n} pages, and a sheet has two sides. Hide some of its parts, or choose a booklet.",
                   n=pictured.total)  # fmt: skip
        return [words] if pictured.total > _SIDES_OF_A_FLYER else []
    if sheets > 1 and paper.size is Size.DL:
        words = tr(
            "Folded in three, each copy takes {n} sheets of A4. With fewer contacts it may fit on one.", n=sheets
        )
        return [words]
    if sheets > 1 and paper.size is Size.FOLDED_A5:
        return [tr("Folded, each copy takes {n} sheets of A4. With fewer contacts it may fit on one.", n=sheets)]
    return []


def about_own_words(own: OwnWords) -> list[str]:
    """Whether something this service wrote looks like a child's details; the kinds only, never the words."""
    kinds = {kind for text in _own_texts(own) for kind in _kinds_in(text[:_LOOKED_THROUGH])}
    named = ", ".join(tr(kind) for kind in _OF_A_CHILD if kind in kinds)
    if not named:
        return []
    words = tr("Some of your words look like a child's details ({kinds}): read them again before you print.")
    return [words.format(kinds=named)]


@lru_cache(maxsize=256)
def _kinds_in(text: str) -> frozenset[str]:
    """Of all our words only those just typed are looked through again."""
    from champion_app.domain.personal_details import find  # late: it takes a moment to load

    return frozenset(detail.kind for detail in find(text))


def _own_texts(own: OwnWords) -> list[str]:
    texts = list(own.head.values())
    for fields in own.blocks.values():
        texts += ["\n".join(words) if isinstance(words, tuple) else words for words in fields.values()]
    return [*texts, *("\n".join((block.text, *block.items)) for block in own.added)]


def _in_words(one: Said) -> str:
    return trn(one.words, one.many, one.count, **one.details) if one.many else tr(one.words, **one.details)

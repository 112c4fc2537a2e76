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
from champion_app.domain.dates import british
from champion_app.domain.leaflet_paper import Cautions, LeafletPaper, cautions
from champion_app.domain.leaflets import Block, Size, Template
from champion_app.domain.own_words import OwnWords
from champion_app.domain.personal_kinds import BIRTH, CHILD, NHS, PRISON, PUPIL
from champion_app.domain.typed_text import first_line
from champion_app.tasks.leaflets import CHILD_TELLS, group_of

_NAMED = 4
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
        said = tuple(sentences(found, left_out, more))
        if said != self._said:
            self._said = said
            empty(self._lines)
            for words in said:
                self._lines.addWidget(label(breakable(words)), 0, Qt.AlignmentFlag.AlignTop)
            self.setAccessibleName(" ".join((tr("Before you print"), *said)))
        self.setVisible(bool(said))

    def _dress(self) -> None:
        self._mark.setPixmap(self._theme.pixmap("warning", "warn"))


def sentences(found: Cautions, left_out: str = "", more: Sequence[str] = ()) -> list[str]:
    """Each caution as a sentence a champion can act on; who to tell comes before everything else."""
    said = []
    if found.no_lead:
        said.append(tr("It does not name your safeguarding lead and their number. Fill them in in Settings."))
    if found.nobody:
        said.append(tr("Nobody to turn to stands on it: its contacts and its champion are hidden."))
    if found.empty:
        said.append(tr("Nothing stands on it but its title."))
    said += more
    if found.only_title_discreet:
        said.append(tr("Flat, it has no cover: only its title is discreet. Fold it to keep the rest inside."))
    if found.unchecked:
        words = trn(
            "Not checked within six months, so printed without its number: {names}.",
            "{n} contacts were not checked within six months and are printed without their numbers: {names}.",
            len(found.unchecked),
            names=_names(found.unchecked),
        )
        said.append(words)
    if found.no_contacts:
        said.append(tr("No contact is ticked: the leaflet says where to get help, and names nobody."))
    said += _about_the_prison(found)
    if found.no_champion or found.no_place:
        said.append(tr("It does not say who your champion is, or where and when to find them."))
    if left_out:
        said.append(tr("These characters cannot be printed and are left out: {characters}.", characters=left_out))
    if found.past_review:
        said.append(_past(found.past_review))
    if found.unspoken:
        said.append(tr("Not yet checked by a speaker of its language. It says so on the paper."))
    if found.draft:
        said.append(tr(found.draft))
    return said


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


def _about_the_prison(found: Cautions) -> list[str]:
    if found.no_prison:
        return [tr("No prison is chosen: it says nothing about visiting a particular one.")]
    if found.prison_unchecked:
        name = first_line(found.prison_unchecked, 60)
        return [tr("Nobody has looked up the visiting facts of {name} within six months: they stay off the paper.",
                   name=name)]  # fmt: skip
    return []


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

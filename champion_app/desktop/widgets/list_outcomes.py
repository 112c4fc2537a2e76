"""The lines of a list that is looked at: under which chips each stands, its state in words, and its row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from champion_app.desktop.models.row_model import Row
from champion_app.desktop.widgets.listing_words import StateWords
from champion_app.desktop.widgets.taking_words import cut, decided_state
from champion_app.desktop.words import tr
from champion_app.domain.imports import Outcome, Place, Record
from champion_app.domain.taking_in import Decision, Proposal, Verdict
from champion_app.domain.typed_text import first_line
from champion_app.tasks.lists import Line, ListPreview

# In the order of the chips.
GROUP_WORDS = {
    "all": "All",
    "ask": "To decide",
    "new": "New",
    "changed": "Changed",
    "odd": "Odd, but taken",
    "same": "Here already",
    "twice": "Twice in the list",
    "refused": "Not taken in",
    "ignored": "Not a record",
    "gone": "Gone from the list",
}
_STATES = {
    "ask": ("To decide", "ask", "warn"),
    "new": ("New", "add", "ok"),
    "changed": ("Changed", "edit", "accent"),
    "same": ("Here already", "same", "muted"),
    "twice": ("Twice in the list", "copy", "muted"),
    "refused": ("Not taken in", "refused", "warn"),
    "ignored": ("Not a record", "info", "muted"),
    "gone": ("Stays here", "info", "muted"),
}
_ODD = {"new": "New, but odd", "changed": "Changed, but odd"}
_OUTCOMES = {Outcome.REFUSED: "refused", Outcome.IGNORED: "ignored", Outcome.DUPLICATE: "twice"}
_VERDICTS = {Verdict.NEW: "new", Verdict.CHANGED: "changed", Verdict.SAME: "same"}
_LONGEST_NAME = 200


@dataclass(frozen=True)
class ShownLine:
    """One line. ``group`` is what becomes of it; ``odd`` that something about it was strange."""

    id: int
    name: str
    where: str
    group: str
    odd: bool
    reasons: tuple[str, ...]
    record: Record | None = None
    proposal: Proposal | None = None

    @property
    def key(self) -> tuple[str, str]:
        """By what a decision about it is kept."""
        return (self.proposal.item.noun, self.proposal.item.key) if self.proposal is not None else ("", "")

    def stands_under(self, chip: str) -> bool:
        """Whether a chip shows it."""
        return chip in ("all", self.group) or (chip == "odd" and self.odd)


def shown_lines(previewed: ListPreview) -> list[ShownLine]:
    """Every line of the file in its order, then what only the last edition had. A line's id is its place here."""
    lines = [_line(place, line) for place, line in enumerate(previewed.lines)]
    stays = (tr("It was in the last edition and is not in this one. It stays in your binder."),)
    for missing in previewed.preview.gone:
        lines.append(ShownLine(len(lines), cut(missing.name, _LONGEST_NAME), tr("Last edition"), "gone", False, stays))
    return lines


def counts(lines: list[ShownLine]) -> dict[str, int]:
    """How many lines stand under each chip; chips with nothing under them are left out, but for the first."""
    found = {chip: sum(line.stands_under(chip) for line in lines) for chip in GROUP_WORDS}
    return {chip: count for chip, count in found.items() if count or chip == "all"}


def line_state(line: ShownLine, decisions: Mapping[tuple[str, str], Decision]) -> StateWords:
    """What becomes of a line, with its icon and colour."""
    decision = decisions.get(line.key)
    if decision is not None and line.proposal is not None:
        return decided_state(line.proposal.verdict, decision)
    if line.odd and line.group in _ODD:
        return StateWords(tr(_ODD[line.group]), "warning", "warn")
    words, icon, token = _STATES[line.group]
    return StateWords(tr(words), icon, token)


def line_row(line: ShownLine, decisions: Mapping[tuple[str, str], Decision]) -> Row:
    """A line as a row of the list."""
    state = line_state(line, decisions)
    second = " · ".join((line.where, *(tr(reason) for reason in line.reasons)))
    return Row(line.id, line.name or tr("(no name)"), first_line(second, 300), state.words, state.icon, state.token)


def place_words(place: Place) -> str:
    """Where a line stands: "Line 12", or "Services, row 12"."""
    if not place.sheet:
        return tr("Line {n}", n=place.line)
    return tr("{sheet}, row {n}", sheet=cut(place.sheet, 40), n=place.line)


def _line(number: int, line: Line) -> ShownLine:
    proposal = line.proposal
    if proposal is None:
        group = _OUTCOMES.get(line.outcome, "ignored")
    else:
        group = "ask" if proposal.asks else _VERDICTS[proposal.verdict]
    name = first_line(line.record.name, _LONGEST_NAME)
    odd = line.outcome is Outcome.WARNED and group in _ODD
    return ShownLine(number, name, place_words(line.record.place), group, odd, line.reasons, line.record, proposal)

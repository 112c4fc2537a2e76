"""A leaflet to read on the screen: its blocks as plain labels, the same words as on its paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.help_blocks import block_widget, words
from champion_app.desktop.widgets.labels import breakable, card, label
from champion_app.desktop.words import tr
from champion_app.domain import help_topics
from champion_app.domain.leaflet_paper import ChampionOnPaper, ContactOnPaper, LeafletPaper, SafeguardingOnPaper
from champion_app.domain.leaflets import Block, BlockKind


def leaflet_widgets(paper: LeafletPaper, theme: Theme) -> list[QWidget]:
    """The leaflet from top to bottom, without its title; what the paper leaves off is left off here."""
    return [made for block in paper.blocks for made in _widgets(block, paper, theme)]


def _widgets(block: Block, paper: LeafletPaper, theme: Theme) -> list[QWidget]:
    match block.kind:
        case BlockKind.HEADING | BlockKind.LEAD:
            return [block_widget(help_topics.Heading(block.text, 2), theme)]
        case BlockKind.LIST | BlockKind.TICKS if block.items:
            return [block_widget(help_topics.Points(block.items), theme)]
        case BlockKind.STEPS if block.items:
            return [block_widget(help_topics.Steps(block.items), theme)]
        case BlockKind.NOTE:
            return [block_widget(help_topics.Note(block.text), theme)]
        case BlockKind.SAFEGUARDING:
            return [_lead(block.text, paper.safeguarding)]
        case BlockKind.CONTACTS if paper.contacts:
            return [words(block.text), *(_contact(contact, paper) for contact in paper.contacts)]
        case BlockKind.CHAMPION if paper.champion.known:
            return [_champion(block.text, paper.champion)]
        case BlockKind.TEXT | BlockKind.LINE if block.text:
            return [words(block.text)]
    return []


def _box(role: str, lines: list[QWidget]) -> QFrame:
    made = card(role)
    column = QVBoxLayout(made)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(4)
    for line in lines:
        column.addWidget(line)
    return made


def _lead(said: str, lead: SafeguardingOnPaper) -> QFrame:
    """Who to tell, as the largest words in view."""
    lines: list[QWidget] = [words(said)] if said else []
    if lead.lead:
        lines.append(words(lead.lead, "title"))
    if lead.phone:
        number = words(lead.phone, "number")
        number.setAccessibleName(tr("Telephone {number}", number=lead.phone))
        lines.append(number)
    if not lead.lead or not lead.phone:
        lines.append(label(tr("Settings does not say who your safeguarding lead is, or their number."), "warning"))
    return _box("soft", lines)


def _contact(contact: ContactOnPaper, paper: LeafletPaper) -> QFrame:
    lines: list[QWidget] = [words(contact.name, "strong")]
    if contact.number:
        lines.append(words(contact.number, "section"))
    lines += [words(text) for text in (contact.about, contact.website, contact.hours) if text]
    if contact.number and contact.checked:
        lines.append(words(paper.words.checked_in.format(month=contact.checked), "small"))
    elif contact.unchecked:
        lines.append(words(paper.words.number_not_checked, "small"))
    return _box("card", lines)


def _champion(said: str, champion: ChampionOnPaper) -> QFrame:
    where = ", ".join(part for part in (champion.where_found, champion.when_found) if part)
    reach = ", ".join(part for part in (champion.phone, champion.email) if part)
    lines: list[QWidget] = [words(said)] if said else []
    lines.append(words(champion.name or champion.service, "strong"))
    lines += [words(breakable(text)) for text in (champion.role, where, reach) if text]
    made = _box("soft", lines)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made

"""What the gallery shows: one card for each leaflet, whatever its languages, under headings by whom it is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from champion_app.desktop.words import tr
from champion_app.domain.languages import language_name as name_we_know
from champion_app.domain.leaflets import Template
from champion_app.domain.search_words import fold, stem, words_of
from champion_app.tasks.leaflets import group_of

_HEADINGS = {
    "families": "For families",
    "carers": "For parents and carers",
    "children": "For children and young people",
    "staff": "For staff",
    "others": "For others",
    "poster": "Posters",
    "certificate": "Certificates",
    "own": "Leaflets of our own",
}
_RANKS = tuple(_HEADINGS)
# What somebody may type who looks for a stage of a family's way.
_STAGE_WORDS = {
    "arrest": "arrest police custody",
    "court": "court trial sentence",
    "imprisonment": "imprisonment first days in prison sentence",
    "visiting": "visit visiting prison",
    "keeping_in_touch": "keeping in touch contact letters calls phone",
    "money": "money benefits",
    "release": "release coming home resettlement",
}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Mark:
    """A word or two about a leaflet, with an icon and a colour token."""

    words: str
    icon: str
    token: str


@dataclass(frozen=True, eq=False)
class Card:
    """A leaflet in all its languages. ``shown`` is the one that a press on the card opens and its picture shows.

    ``looked_up`` are the folded words that a search looks at.
    """

    group: str
    heading: str
    shown: Template
    ids: tuple[str, ...]
    title: str
    summary: str
    marks: tuple[Mark, ...]
    looked_up: str

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ". ".join(
            part for part in (self.title, self.summary.rstrip("."), *(m.words for m in self.marks)) if part
        )

    def fits(self, wanted: Sequence[str]) -> bool:
        """Whether every word asked for begins a word of this card."""
        return all(f" {word}" in self.looked_up for word in wanted)


def cards_of(templates: Iterable[Template], last_shown: Mapping[str, str], moved_on: set[str]) -> list[Card]:
    """A card for each leaflet, in the order of the headings and else as they come.

    ``last_shown`` has the id last opened of a group, ``moved_on`` the ids whose shipped words have changed under ours.
    """
    groups: dict[str, list[Template]] = {}
    for template in templates:
        groups.setdefault(group_of(template.id), []).append(template)
    made = [_card(group, found, last_shown.get(group, ""), moved_on) for group, found in groups.items()]
    return sorted(made, key=lambda card: _RANKS.index(card.heading))


def heading_words(heading: str) -> str:
    """What stands above the cards of a heading."""
    return tr(_HEADINGS[heading])


def asked_for(typed: str) -> list[str]:
    """The beginnings of words that a search asks for, folded."""
    return [part for word in words_of(typed) for part in _WORD.findall(fold(stem(word)))]


def language_name(code: str) -> str:
    """A language in its own words, as Qt knows them where we do not. The code itself where nobody does."""
    known = name_we_know(code)
    if known == code:
        known = QLocale(code).nativeLanguageName() or code
    return known[:1].upper() + known[1:]


def _card(group: str, found: list[Template], last: str, moved_on: set[str]) -> Card:
    first = next((one for one in found if one.language == "en"), found[0])
    shown = next((one for one in found if one.id == last), first)
    heading = _heading(first)
    languages = [one for one in found if one.language != "en"]
    return Card(
        group=group,
        heading=heading,
        shown=shown,
        ids=tuple(one.id for one in found),
        title=_line(first.title),
        summary=_line(first.summary),
        marks=tuple(_marks(shown, found, languages, moved_on)),
        looked_up=_looked_up(heading, found, languages),
    )


def _heading(template: Template) -> str:
    if template.base:
        return "own"
    its = template.audience if template.kind == "leaflet" else template.kind
    return its if its in _HEADINGS else "others"


def _marks(shown: Template, found: list[Template], languages: list[Template], moved_on: set[str]) -> Iterable[Mark]:
    if any(one.id in moved_on for one in found):
        yield Mark(tr("The shipped words have changed"), "moved-on", "warn")
    if any(one.changed for one in found):
        yield Mark(tr("Your words"), "edit", "accent")
    for one in languages:
        opens = one is shown and len(found) > 1
        yield Mark(language_name(one.language), "language", "accent" if opens else "text")
    if shown.draft:
        yield Mark(tr("Draft"), "unchecked", "muted")


def _looked_up(heading: str, found: list[Template], languages: list[Template]) -> str:
    said = [heading_words(heading)]
    for one in found:
        said += [one.title, one.summary, one.subtitle, _STAGE_WORDS.get(one.stage, one.stage), one.audience, one.kind]
    said += [language_name(one.language) for one in languages]
    return " ".join(["", *_WORD.findall(fold(" ".join(said)))])


def _line(words: str) -> str:
    return " ".join(words.split())

"""What is said about a resource in a list or a reading pane: its line, how far it can be trusted, what a search did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from champion_app.desktop.models.row_model import Row
from champion_app.desktop.widgets.labels import breakable
from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import add_months, british, british_short
from champion_app.domain.resources import CHECK_LASTS_MONTHS, Resource, ResourceFields, due_for_check
from champion_app.domain.typed_text import first_line
from champion_app.tasks.search import IN_TITLES, Found

# A search counts up to here and no further.
MANY = 1_000
_TOO_SHORT = 12  # letters of a snippet that say nothing

# What the starter data and the packs say of an edition, in words for a person who has a minute.
STATUS_WORDS = {
    "current": "Current",
    "current?": "Seems current; nobody has confirmed it",
    "older": "Older: see whether it still fits",
    "check": "Check it before you use it",
    "check edition": "There may be a newer edition",
    "historic": "Historic: for background only",
}
NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")


@dataclass(frozen=True)
class StateWords:
    """A state in a few words, with the icon and the colour token that go with them."""

    words: str
    icon: str
    token: str


def capital(words: str) -> str:
    """The words with a capital letter in front."""
    return words[:1].upper() + words[1:]


def kind_words(kind: str) -> str:
    """A kind as it is shown: "Story for children"."""
    return capital(tr(kind)) if kind else ""


def byline(fields: ResourceFields) -> str:
    """Who made it and when: "Barnardo's, 2012"."""
    return ", ".join(part for part in (fields.author, fields.year) if part)


def age_words(ages: str) -> str:
    """Ages as they stand beside other words: "ages 4 to 7"; words that speak of ages themselves stay as they are."""
    plain = ages[:1].isdigit()
    return tr("ages {ages}", ages=ages.replace("-", " to ")) if plain else ages


def about_words(fields: ResourceFields) -> str:
    """What it is at a glance: "Story for children · Children · ages 4 to 7"."""
    parts = (kind_words(fields.kind), fields.audience, age_words(fields.ages))
    return " · ".join(part for part in parts if part)


def resource_row(resource: Resource, today: date, snippet: str = "") -> Row:
    """A resource as a line of a list; after a search ``snippet`` is where the words were found.

    Most of a new binder has not been looked at yet. That is no news in every line, so only the pane says it.
    """
    fields = resource.fields
    second = about_words(fields)
    if snippet:
        told = readable(snippet) or first_line(fields.description, 150)
        parts = (kind_words(fields.kind), age_words(fields.ages), told)
        second = " · ".join(part for part in parts if part)
    state = _row_state(resource, today)
    return Row(resource.id, fields.title, second, state.words, state.icon, state.token)


def readable(snippet: str) -> str:
    """The part of a snippet that a person wrote: tags and stages stand in the index as lists with their brackets."""
    told = snippet.partition('["')[0].rstrip()
    listed = '"]' in told or '", "' in told
    return "" if listed or len(told) < _TOO_SHORT else told


def state_words(resource: Resource, today: date) -> StateWords:
    """How far it can be trusted, in a few words."""
    if resource.retired:
        return StateWords(tr("Retired"), "retire", "muted")
    if resource.checked_on is None:
        return StateWords(tr("Not looked at yet"), "unchecked", "warn")
    if due_for_check(resource, today):
        return StateWords(tr("Look at it again"), "due-soon", "warn")
    return StateWords(tr("Looked at {date}", date=british_short(resource.checked_on)), "checked", "ok")


def state_sentence(resource: Resource, today: date) -> str:
    """Who looked at it last, and when somebody should again."""
    if resource.retired:
        return tr("Retired: it is kept here and can be found under “Retired”, and is offered nowhere else.")
    if resource.checked_on is None:
        return tr("Nobody here has looked at it yet. Is it still there, and still right?")
    when, by = british(resource.checked_on), breakable(resource.checked_by)
    said = tr("Looked at on {date} by {name}.") if by else tr("Looked at on {date}.")
    if due_for_check(resource, today):
        return f"{said.format(date=when, name=by)} {tr('That is more than a year ago: look at it again.')}"
    again = british(add_months(resource.checked_on, CHECK_LASTS_MONTHS))
    return f"{said.format(date=when, name=by)} {tr('Look at it again after {date}.', date=again)}"


def status_words(status: str) -> str:
    """How current an edition is, in plain words; what we do not know stays as it was written."""
    return tr(STATUS_WORDS[status]) if status in STATUS_WORDS else status


def given_out_words(times: int, copies: int) -> str:
    """How often it was given out, "Given out 3 times, 24 in all"; empty for never."""
    if not times:
        return ""
    return trn("Given out once, {copies} in all", "Given out {n} times, {copies} in all", times, copies=copies)


def came_from_words(resource: Resource, sources: Sequence[str]) -> str:
    """Where it came from: a list, a pack, the starter content, or us."""
    if sources:
        return tr("From: {titles}", titles=", ".join(breakable(tr(title)) for title in sources if title))
    return tr("Added by us") if resource.mine else tr("From the pack that Champion began with")


def shown_words(shown: int, everything: int) -> str:
    """How many there are with nothing typed: "171 resources", "12 of 171 resources"."""
    if shown == everything:
        return trn("{n} resource", "{n} resources", everything)
    return trn("{shown} of {n} resource", "{shown} of {n} resources", everything, shown=shown)


def found_words(found: Found, matching: int) -> str:
    """How many a search found and what was done to find them: nothing is corrected or widened without a word.

    ``matching`` is in how many every word occurs, counted up to MANY: a search gives the best, not all of them.
    """
    shown = len(found.hits)
    if not shown:
        return tr("Nothing found. Try fewer or shorter words.")
    if matching >= MANY:
        said = [tr("The best {n} of more than 1,000", n=shown)]
    elif matching > shown:
        said = [tr("The best {n} of {all}", n=shown, all=matching)]
    elif shown >= IN_TITLES:
        said = [tr("The best {n}", n=shown)]
    else:
        said = [trn("{n} found", "{n} found", shown)]
    said += [
        tr("nothing has “{typed}”: did you mean “{meant}”?", typed=typed, meant=meant)
        for typed, meant in found.corrected
    ]
    if found.loose:
        said.append(tr("some have only part of what you typed"))
    return " · ".join([*said, *(tr(note) for note in found.notes)])


def _row_state(resource: Resource, today: date) -> StateWords:
    if resource.checked_on is None and not resource.retired:
        return StateWords(tr("Ready to print"), "print", "accent") if resource.sheet else StateWords("", "", "muted")
    return state_words(resource, today)

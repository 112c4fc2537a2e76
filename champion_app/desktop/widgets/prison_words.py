"""What is said about a prison in a list or a reading pane: where it is, who is there, how old its facts are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from champion_app.desktop.models.row_model import Row
from champion_app.desktop.widgets.labels import breakable
from champion_app.desktop.words import tr
from champion_app.domain.dates import add_months, british, british_short
from champion_app.domain.prisons import CHECK_LASTS_MONTHS, Prison, PrisonFields, PrisonStatus, facts_are_fresh


@dataclass(frozen=True)
class StateWords:
    """A state in a few words, with the icon and the colour token that go with them."""

    words: str
    icon: str
    token: str


def place_words(fields: PrisonFields) -> str:
    """Where it is, each name once: "Leeds, West Yorkshire"."""
    return ", ".join(dict.fromkeys(part for part in (fields.town, fields.county) if part))


def about_words(fields: PrisonFields) -> str:
    """Who is held there and what kind it is: "Men · adult prison, young offender institution (18-20)"."""
    holds = fields.holds[:1].upper() + fields.holds[1:]
    return " · ".join(part for part in (holds, ", ".join(tr(kind) for kind in fields.types)) if part)


def state_words(prison: Prison, today: date) -> StateWords:
    """How far the visiting facts can be trusted, in a few words."""
    if prison.fields.status is PrisonStatus.CLOSED:
        return StateWords(tr("Closed"), "closed", "muted")
    if prison.checked_on is None:
        return StateWords(tr("Not looked up yet"), "unchecked", "warn")
    if not facts_are_fresh(prison, today):
        return StateWords(tr("Look it up again"), "due-soon", "warn")
    return StateWords(tr("Looked up {date}", date=british_short(prison.checked_on)), "checked", "ok")


def prison_row(prison: Prison, today: date, *, ours: bool) -> Row:
    """A prison as a line of the list.

    Most of a new binder has not been looked up. That is no news in every line, so only the pane says it.
    """
    fields = prison.fields
    second = " · ".join(part for part in (place_words(fields), about_words(fields)) if part)
    state = state_words(prison, today)
    if ours:
        known = [state.words] if prison.checked_on is not None or fields.status is PrisonStatus.CLOSED else []
        second = " · ".join((*known, second))
        return Row(prison.id, fields.name, second, tr("Our nearest"), "nearest", "accent")
    if prison.checked_on is None and fields.status is PrisonStatus.OPEN:
        return Row(prison.id, fields.name, second)
    return Row(prison.id, fields.name, second, state.words, state.icon, state.token)


def state_sentence(prison: Prison, today: date) -> str:
    """Who looked the visiting facts up, and when somebody should again."""
    if prison.fields.status is PrisonStatus.CLOSED:
        return tr("Closed. It is kept here, and is not suggested where a prison is named.")
    if prison.checked_on is None:
        return tr("Nobody here has looked up the visiting facts yet. Rules differ from prison to prison, and change.")
    when, by = british(prison.checked_on), breakable(prison.checked_by)
    said = tr("Looked up on {date} by {name}.") if by else tr("Looked up on {date}.")
    if not facts_are_fresh(prison, today):
        return f"{said.format(date=when, name=by)} {tr('That is more than six months ago: look them up again.')}"
    until = british(add_months(prison.checked_on, CHECK_LASTS_MONTHS))
    return f"{said.format(date=when, name=by)} {tr('Good until {date}.', date=until)}"

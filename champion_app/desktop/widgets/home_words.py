"""What Home says: the greeting, a suggestion, and when an action is due, in words."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from champion_app.desktop.words import tr, trn
from champion_app.domain.actions import Action, DueState, days_overdue, due_state
from champion_app.domain.dates import british
from champion_app.domain.toolkit import Toolkit
from champion_app.domain.typed_text import first_line
from champion_app.tasks.home import Home, PartOfDay, Step, StepKind

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_GREETINGS = {
    PartOfDay.MORNING: ("Good morning", "Good morning, {name}"),
    PartOfDay.AFTERNOON: ("Good afternoon", "Good afternoon, {name}"),
    PartOfDay.EVENING: ("Good evening", "Good evening, {name}"),
}
_ICONS = {
    StepKind.SET_UP: "champion",
    StepKind.UPDATE_ACTION: "work-plan",
    StepKind.START_ROUND: "assessment",
    StepKind.ANSWER: "assessment",
    StepKind.LOOK_AGAIN: "assessment",
    StepKind.FIRST_ACTION: "work-plan",
    StepKind.CHECK_LISTINGS: "phone",
    StepKind.DETAILS: "champion",
    StepKind.FIRST_LEAFLET: "leaflets",
    StepKind.GAP: "work-plan",
    StepKind.LOG: "action-log",
}
# Suggestions whose words are always the same: what to do, and why.
_FIXED = {
    StepKind.SET_UP: ("Finish setting up", "Name your service and say what kind of place it is."),
    StepKind.LOOK_AGAIN: ("Begin this year's self-assessment", "Last time's answers come along to be confirmed."),
    StepKind.DETAILS: ("Say whom to ask for", "Leaflets and posters need a name."),
    StepKind.FIRST_LEAFLET: ("Print your first leaflet", "Pick one, look at it, print it."),
    StepKind.LOG: ("Log what you did this month", "A line is enough: what, when, for whom."),
}


class Card(NamedTuple):
    """What a card shows: an icon in a colour of the theme, a line, and a quieter one."""

    icon: str
    token: str
    words: str
    second: str


def greeting(home: Home) -> str:
    """ "Good morning, Sam Okafor"; without a name while there is none."""
    bare, named = _GREETINGS[home.part_of_day]
    name = first_line(home.service.champion, 60)
    return tr(named, name=name) if name else tr(bare)


def day_words(day: date) -> str:
    """ "Friday 27 November 2026"."""
    return f"{tr(_DAYS[day.weekday()])} {british(day)}"


def due_words(action: Action, today: date) -> str:
    """ "5 days overdue", "Due today", "Friday 27 November 2026", or that there is no date."""
    due = action.fields.due
    if due is None:
        return tr("No date yet")
    late = days_overdue(action, today)
    if late:
        return trn("{n} day overdue", "{n} days overdue", late)
    return {0: tr("Due today"), 1: tr("Due tomorrow")}.get((due - today).days, day_words(due))


def due_card(action: Action, today: date) -> Card:
    """A line of "Due next": what, when, who."""
    icon, token = {
        DueState.OVERDUE: ("overdue", "overdue"),
        DueState.SOON: ("due-soon", "warn"),
    }.get(due_state(action, today), ("work-plan", "muted"))
    parts = (due_words(action, today), first_line(action.fields.lead, 60))
    return Card(icon, token, first_line(action.fields.title, 90), " · ".join(part for part in parts if part))


def step_card(step: Step, toolkit: Toolkit, home: Home) -> Card:
    """A suggestion in words, with how long it takes."""
    words, why = _step_words(step, toolkit, home)
    about = trn("About a minute.", "About {n} minutes.", step.minutes)
    overdue = step.kind is StepKind.UPDATE_ACTION and step.count
    return Card(_ICONS[step.kind], "overdue" if overdue else "accent", words, f"{why} {about}")


def _step_words(step: Step, toolkit: Toolkit, home: Home) -> tuple[str, str]:
    if step.action is not None:
        title = first_line(step.action.fields.title, 70)
        return tr("Update “{title}”", title=title), tr("{due}.", due=due_words(step.action, home.today))
    if step.kind is StepKind.START_ROUND:
        first = toolkit.statements[0]
        return (
            tr("Start the self-assessment"),
            tr("Begin with statement {n}, {title}.", n=first.number, title=tr(first.title)),
        )
    if step.kind is StepKind.ANSWER:
        return _answer_words(step, toolkit, home)
    if step.kind in (StepKind.FIRST_ACTION, StepKind.GAP):
        words = "Make your first action" if step.kind is StepKind.FIRST_ACTION else "Make a gap into an action"
        count = trn("{n} gap has no action yet", "{n} gaps have no action yet", step.count)
        return tr(words), tr("{gaps}; the first is {criterion}.", gaps=count, criterion=step.criterion)
    if step.kind is StepKind.CHECK_LISTINGS:
        some = step.minutes
        return (
            trn("Ring {n} service and tick it", "Ring {n} services and tick them", some),
            trn("{n} is due a check.", "{n} are due a check.", step.count),
        )
    if step.field == "safeguarding_lead":
        return tr("Name your safeguarding lead"), tr("Staff tell them first when they are worried about a child.")
    words, why = _FIXED[step.kind]
    return tr(words), tr(why)


def _answer_words(step: Step, toolkit: Toolkit, home: Home) -> tuple[str, str]:
    title = tr(toolkit.statement(step.statement).title)
    begun = home.assessment is not None and any(
        item.number == step.statement and item.answered for item in home.assessment.progress
    )
    one, many = "Answer the last one of statement {s}", "Answer the last {n} of statement {s}"
    if not begun:
        one, many = "Answer statement {s}: {n} criterion", "Answer statement {s}: {n} criteria"
    return trn(one, many, step.count, s=step.statement), tr("{title}.", title=title)

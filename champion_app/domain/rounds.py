"""Self-assessment: rounds, answers, progress and what moved since last time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from champion_app.domain.dates import add_months
from champion_app.domain.services import ServiceType
from champion_app.domain.toolkit import Criterion, Statement, Toolkit


class Answer(StrEnum):
    """The toolkit's three columns, with "not yet" and "not applicable" told apart on screen."""

    NOT_YET = "not_yet"
    IN_PROGRESS = "in_progress"
    IN_PLACE = "in_place"
    NOT_APPLICABLE = "not_applicable"


ANSWER_WORDS = {
    Answer.NOT_YET: "Not yet",
    Answer.IN_PROGRESS: "In progress",
    Answer.IN_PLACE: "In place",
    Answer.NOT_APPLICABLE: "Not for us",
}

# Order of the keys 1-4 and the ladder used to say "moved up".
ANSWER_KEYS = (Answer.NOT_YET, Answer.IN_PROGRESS, Answer.IN_PLACE, Answer.NOT_APPLICABLE)
_LADDER = {Answer.NOT_YET: 0, Answer.IN_PROGRESS: 1, Answer.IN_PLACE: 2}

# A round is a yearly thing; from here on the next one is offered.
ROUND_MONTHS = 9


class Movement(StrEnum):
    """How an answer compares with the round before."""

    UP = "up"
    SAME = "same"
    DOWN = "down"
    NEW = "new"
    APART = "apart"  # one of the two is "not for us": no ladder to stand on


MOVEMENT_WORDS = {
    Movement.UP: "Moved up",
    Movement.SAME: "Same",
    Movement.DOWN: "Moved down",
    Movement.NEW: "Answered for the first time",
    Movement.APART: "Not for us, then or now",
}


@dataclass(frozen=True)
class Round:
    """One self-assessment of the whole service, dated."""

    id: int
    name: str
    started: date
    finished: date | None
    service_type: ServiceType
    edition: str
    at_criterion: str = ""


@dataclass(frozen=True)
class AnswerRecord:
    """What was answered for one criterion in one round. ``answer`` is None while only notes were typed, or while an
    answer carried over from the last round waits to be confirmed (``carried``)."""

    criterion: str
    answer: Answer | None
    why_not: str = ""
    notes: str = ""
    answered_on: date | None = None
    carried: bool = False


@dataclass(frozen=True)
class Progress:
    """Counts for one statement (or the whole), of criteria that concern this service."""

    number: int
    title: str
    in_place: int
    in_progress: int
    not_yet: int
    not_applicable: int
    total: int

    @property
    def answered(self) -> int:
        return self.in_place + self.in_progress + self.not_yet + self.not_applicable

    @property
    def unanswered(self) -> int:
        return self.total - self.answered

    @property
    def score(self) -> float:
        """From 0 to 1 for the radar: in place counts one, in progress a half, of the criteria that are for us."""
        for_us = self.total - self.not_applicable
        return (self.in_place + self.in_progress / 2) / for_us if for_us else 0.0


def movement(before: Answer | None, now: Answer | None) -> Movement | None:
    """How the answer moved; None while there is no answer now."""
    if now is None:
        return None
    if before is None:
        return Movement.NEW
    if before == now:
        return Movement.SAME
    if Answer.NOT_APPLICABLE in (before, now):
        return Movement.APART
    return Movement.UP if _LADDER[now] > _LADDER[before] else Movement.DOWN


def statement_progress(statement: Statement, service: ServiceType, answers: Mapping[str, AnswerRecord]) -> Progress:
    """How far one statement has come. A carried-over answer does not count until it is confirmed."""
    criteria = statement.criteria_for(service)
    given = [settled(answers.get(criterion.number)) for criterion in criteria]
    return Progress(
        number=statement.number,
        title=statement.title,
        in_place=given.count(Answer.IN_PLACE),
        in_progress=given.count(Answer.IN_PROGRESS),
        not_yet=given.count(Answer.NOT_YET),
        not_applicable=given.count(Answer.NOT_APPLICABLE),
        total=len(criteria),
    )


def progress(toolkit: Toolkit, service: ServiceType, answers: Mapping[str, AnswerRecord]) -> tuple[Progress, ...]:
    """Progress of the eight statements, in order."""
    return tuple(statement_progress(statement, service, answers) for statement in toolkit.statements)


def settled(record: AnswerRecord | None) -> Answer | None:
    """The answer given in this round, or None while it is missing or only carried over."""
    return None if record is None or record.carried else record.answer


def next_unanswered(criteria: tuple[Criterion, ...], answers: Mapping[str, AnswerRecord], after: str = "") -> str:
    """The number of the next criterion without an answer, looking on from ``after`` and then from the start."""
    numbers = [criterion.number for criterion in criteria]
    start = numbers.index(after) + 1 if after in numbers else 0
    for number in numbers[start:] + numbers[:start]:
        if settled(answers.get(number)) is None:
            return number
    return ""


def next_to_answer(criteria: tuple[Criterion, ...], answers: Mapping[str, AnswerRecord], after: str) -> str:
    """Where an answer leads: the criterion that follows; after the last, the first without an answer; else nowhere."""
    numbers = [criterion.number for criterion in criteria]
    place = numbers.index(after) + 1 if after in numbers else 0
    return numbers[place] if place < len(numbers) else next_unanswered(criteria, answers)


def grown_old(a_round: Round, today: date) -> bool:
    """Whether a round began more than nine months ago."""
    return add_months(a_round.started, ROUND_MONTHS) < today

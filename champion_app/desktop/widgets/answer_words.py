"""How an answer and a movement look and sound wherever they are shown: word, icon, colour token."""

from __future__ import annotations

from champion_app.desktop.words import tr
from champion_app.domain.dates import british
from champion_app.domain.rounds import ANSWER_WORDS, Answer, AnswerRecord, Movement, Round

ANSWER_ICONS = {
    Answer.NOT_YET: "not-yet",
    Answer.IN_PROGRESS: "in-progress",
    Answer.IN_PLACE: "in-place",
    Answer.NOT_APPLICABLE: "not-for-us",
}
ANSWER_TOKENS = {
    Answer.NOT_YET: "muted",
    Answer.IN_PROGRESS: "warn",
    Answer.IN_PLACE: "accent",
    Answer.NOT_APPLICABLE: "muted",
}
MOVEMENT_ICONS = {
    Movement.UP: "up",
    Movement.SAME: "same",
    Movement.DOWN: "down",
    Movement.NEW: "add",
    Movement.APART: "not-for-us",
}


def answer_words(answer: Answer | None) -> str:
    """ "In place", or "Not answered"."""
    return tr(ANSWER_WORDS[answer]) if answer else tr("Not answered")


def round_line(a_round: Round) -> str:
    """ "Round: Autumn 2026, started 3 October 2026"."""
    return tr("Round: {name}, started {day}", name=a_round.name, day=british(a_round.started))


def record_words(a_round: Round, record: AnswerRecord) -> str:
    """One line of a criterion's history: round, date and answer."""
    if record.carried:
        return tr(
            "{name}: {answer}, carried over and not confirmed", name=a_round.name, answer=answer_words(record.answer)
        )
    if record.answer and record.answered_on:
        day = british(record.answered_on)
        return tr("{name}: {answer}, {day}", name=a_round.name, answer=answer_words(record.answer), day=day)
    return tr("{name}: {answer}", name=a_round.name, answer=answer_words(record.answer))

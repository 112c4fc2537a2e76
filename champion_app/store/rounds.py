"""Rounds and their answers."""

from __future__ import annotations

from datetime import date

from champion_app.domain.rounds import Answer, AnswerRecord, Round
from champion_app.domain.services import ServiceType
from champion_app.store.binder import Binder
from champion_app.store.connection import Row


def all_rounds(binder: Binder) -> list[Round]:
    """Every round in the order they were begun, whatever the computer's clock said that day."""
    return [_round(row) for row in binder.rows("SELECT * FROM rounds ORDER BY id")]


def add(binder: Binder, name: str, started: date, service_type: ServiceType, edition: str) -> int:
    """A new round's id."""
    return binder.insert(
        "rounds",
        {"name": name, "started": started.isoformat(), "service_type": service_type.value, "edition": edition},
    )


def change(binder: Binder, round_id: int, **values: object) -> None:
    """Sets columns of a round."""
    binder.table("rounds").update(round_id, values)


def answers(binder: Binder, round_id: int) -> dict[str, AnswerRecord]:
    """The answers of a round by criterion."""
    return {row["criterion"]: _answer(row) for row in binder.rows("SELECT * FROM answers WHERE round = ?", (round_id,))}


def answer(binder: Binder, round_id: int, criterion: str) -> AnswerRecord | None:
    """One answer, or None."""
    row = binder.row("SELECT * FROM answers WHERE round = ? AND criterion = ?", (round_id, criterion))
    return _answer(row) if row is not None else None


def answer_id(binder: Binder, round_id: int, criterion: str) -> int | None:
    """The row in which an answer is kept, or None."""
    row = binder.row("SELECT id FROM answers WHERE round = ? AND criterion = ?", (round_id, criterion))
    return int(row["id"]) if row is not None else None


def save_answer(binder: Binder, round_id: int, record: AnswerRecord) -> None:
    """Puts an answer in place of the one before it."""
    values = {
        "answer": record.answer.value if record.answer else None,
        "why_not": record.why_not,
        "notes": record.notes,
        "answered_on": record.answered_on.isoformat() if record.answered_on else None,
        "carried": int(record.carried),
    }
    row_id = answer_id(binder, round_id, record.criterion)
    if row_id is None:
        binder.insert("answers", {"round": round_id, "criterion": record.criterion, **values})
    else:
        binder.table("answers").update(row_id, values)


def answers_over_time(binder: Binder, criterion: str) -> list[tuple[Round, AnswerRecord]]:
    """One criterion's answer in every round that has one, oldest first."""
    known = {a_round.id: a_round for a_round in all_rounds(binder)}
    rows = binder.rows("SELECT * FROM answers WHERE criterion = ?", (criterion,))
    found = [(known[row["round"]], _answer(row)) for row in rows]
    return sorted(found, key=lambda pair: pair[0].id)


def _round(row: Row) -> Round:
    return Round(
        id=row["id"],
        name=row["name"],
        started=date.fromisoformat(row["started"]),
        finished=date.fromisoformat(row["finished"]) if row["finished"] else None,
        service_type=ServiceType(row["service_type"]),
        edition=row["edition"],
        at_criterion=row["at_criterion"],
    )


def _answer(row: Row) -> AnswerRecord:
    return AnswerRecord(
        criterion=row["criterion"],
        answer=Answer(row["answer"]) if row["answer"] else None,
        why_not=row["why_not"],
        notes=row["notes"],
        answered_on=date.fromisoformat(row["answered_on"]) if row["answered_on"] else None,
        carried=bool(row["carried"]),
    )

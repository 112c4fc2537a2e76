"""Every task has words for its undo; any sequence of tasks can be undone to the start and redone to the end (F70)."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import champion_app.tasks
from champion_app.domain import clock
from champion_app.domain.actions import ActionFields
from champion_app.domain.listings import ListingFields, ListingStatus, Phone
from champion_app.domain.log_entries import LogFields, LogTemplate
from champion_app.domain.rounds import Answer
from champion_app.domain.services import Service, ServiceType
from champion_app.domain.toolkit import Toolkit
from champion_app.faults import NothingToUndo
from champion_app.store import health
from champion_app.store.binder import Binder
from champion_app.store.history import TRACKED
from champion_app.tasks import actions, assessment, binders, history, listings, log_entries, service

# Tasks that leave no trace in the history: settings and prints, and what a new binder begins with.
SILENT = {"sample_service", "turn_to", "keep_setting"}
SILENT |= {"choose_contacts", "remember_choices", "note_print", "deal_with", "remember_pack"}
SILENT |= {"erase_for_good", "purge"}  # what was erased for good cannot be brought back


def _task_names() -> set[str]:
    found = set()
    for file in Path(champion_app.tasks.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (getattr(node.func, "attr", "") == "atomic" or _called(node) == "_save"):
                pieces = [piece for argument in node.args for piece in ast.walk(argument)]
                constants = [piece.value for piece in pieces if isinstance(piece, ast.Constant)]
                found |= {value for value in constants if isinstance(value, str)}
    return found


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else ""


def test_every_task_that_can_be_undone_has_words_for_it_and_no_other_has() -> None:
    assert _task_names() == SILENT | set(history.TASK_WORDS)
    assert all(history.TASK_WORDS.values())


# ---------------------------------------------------------------- any sequence of tasks

Step = Callable[[Binder, Toolkit, int, str], Any]
CRITERIA = ("1.1", "1.2", "8.6")


def _pick(found: list[Any], number: int) -> int:
    """Some record's id, or none that exists."""
    return int(found[number % len(found)].id) if found else 0


def _on(found: Callable[[Binder], list[Any]], task: Callable[[Binder, int, str], Any]) -> Step:
    def step(binder: Binder, toolkit: Toolkit, number: int, words: str) -> Any:
        chosen = _pick(found(binder), number)
        return task(binder, chosen, words) if chosen else None

    return step


def _answer(binder: Binder, toolkit: Toolkit, number: int, words: str) -> None:
    chosen = _pick(assessment.all_rounds(binder), number)
    if chosen:
        answer = list(Answer)[number % 4]
        assessment.answer_criterion(binder, chosen, CRITERIA[number % 3], answer, f"because {words}")


def _rounds(task: Callable[[Binder, int, str, str], Any]) -> Step:
    def step(binder: Binder, toolkit: Toolkit, number: int, words: str) -> Any:
        chosen = _pick(assessment.all_rounds(binder), number)
        return task(binder, chosen, CRITERIA[number % 3], words) if chosen else None

    return step


DAY = date(2026, 11, 22)
STEPS: dict[str, Step] = {
    "say who we are": lambda b, t, n, w: service.say_who_we_are(b, Service(f"S {w}", type=list(ServiceType)[n % 3])),
    "start a round": lambda b, t, n, w: assessment.start_round(b, t, f"Round {w}", DAY + timedelta(n)),
    "answer": _answer,
    "clear": _rounds(lambda b, r, c, w: assessment.clear_answer(b, r, c)),
    "note": _rounds(lambda b, r, c, w: assessment.note_evidence(b, r, c, w)),
    "reason": _rounds(lambda b, r, c, w: assessment.note_reason(b, r, c, w)),
    "finish": _rounds(lambda b, r, c, w: assessment.finish_round(b, r, DAY)),
    "turn": _rounds(lambda b, r, c, w: assessment.turn_to(b, r, c)),
    "raise": lambda b, t, n, w: actions.raise_action(b, ActionFields(f"A {w}", statement=n % 9, evidence=w), DAY),
    "change": _on(actions.plan, lambda b, a, w: actions.change_action(b, a, ActionFields(f"B {w}", next_step=w))),
    "update": _on(actions.plan, lambda b, a, w: actions.add_update(b, a, f"U {w}", DAY)),
    "close": _on(actions.plan, lambda b, a, w: actions.close_action(b, a, DAY)),
    "reopen": _on(actions.plan, lambda b, a, w: actions.reopen_action(b, a)),
    "remove": _on(actions.plan, lambda b, a, w: actions.remove_action(b, a)),
    "log": lambda b, t, n, w: log_entries.log_it(b, LogFields(f"L {w}", DAY, action=_pick(actions.plan(b), n))),
    "correct": _on(log_entries.log, lambda b, e, w: log_entries.change_entry(b, e, LogFields(f"M {w}", DAY))),
    "forget": _on(log_entries.log, lambda b, e, w: log_entries.remove_entry(b, e)),
    "template": lambda b, t, n, w: log_entries.save_template(b, LogTemplate(0, f"T {w}", w)),
    "drop template": _on(log_entries.templates, lambda b, e, w: log_entries.remove_template(b, e)),
    "list": lambda b, t, n, w: listings.add_listing(b, ListingFields(f"Z {w}", phones=(Phone(f"{n}"),)), "S" * (n % 2)),
    "relist": _on(listings.directory, lambda b, e, w: listings.change_listing(b, e, ListingFields(f"Y {w}"))),
    "tick": _on(listings.directory, lambda b, e, w: listings.tick_checked(b, e, w, DAY)),
    "untick": _on(listings.directory, lambda b, e, w: listings.untick_checked(b, e)),
    "shut": _on(listings.directory, lambda b, e, w: listings.set_status(b, e, ListingStatus.CLOSED)),
    "unlist": _on(listings.directory, lambda b, e, w: listings.remove_listing(b, e)),
}


def _dump(binder: Binder) -> dict[str, list[tuple[object, ...]]]:
    tables = (*TRACKED, "finder")
    return {
        table: [tuple(row) for row in binder.rows(f"SELECT *, rowid FROM {table} ORDER BY rowid")] for table in tables
    }


def _all_the_way(task: Callable[[Binder], str], binder: Binder) -> int:
    """Undo or redo until there is nothing left; how often that was possible."""
    for times in range(1_000):
        try:
            task(binder)
        except NothingToUndo:
            return times
    raise AssertionError("no end to it")


_CALLS = st.lists(
    st.tuples(
        st.sampled_from([*STEPS, "undo", "redo", "undo", "close the app", "wait"]),
        st.integers(0, 40),
        st.text(st.sampled_from("abŵ\n'\"\\👩"), max_size=6),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_CALLS)
def test_F70_any_sequence_of_tasks_is_undone_to_the_start_and_redone_to_the_end(
    started_binder_file: Path, quick_folder: Path, toolkit: Toolkit, calls: list[tuple[str, int, str]]
) -> None:
    moment = datetime(2026, 11, 22, 12, 0)
    with pytest.MonkeyPatch.context() as patch:
        path = Path(shutil.copy(started_binder_file, quick_folder / "b.champion"))
        binder = binders.open_binder(path)
        try:
            start = _dump(binder)
            for name, number, words in calls:
                patch.setattr(clock, "now", lambda at=moment: at)
                if name == "wait":
                    moment += timedelta(minutes=number - 10)
                elif name == "close the app":
                    binder.close()
                    binder = binders.open_binder(path)
                elif name in ("undo", "redo"):
                    with suppress(NothingToUndo):
                        getattr(history, name)(binder)
                else:
                    STEPS[name](binder, toolkit, number, words)
            end, redoable = _dump(binder), _redo_count(binder)
            undone = _all_the_way(history.undo, binder)
            assert _dump(binder) == start
            assert _all_the_way(history.redo, binder) == undone + redoable
            for _ in range(redoable):
                history.undo(binder)
            assert _dump(binder) == end
            assert health.check(binder)["problems"] == []
        finally:
            binder.close()


def _redo_count(binder: Binder) -> int:
    """How many redos are to be had now; leaves everything as it was."""
    times = _all_the_way(history.redo, binder)
    for _ in range(times):
        history.undo(binder)
    return times


def test_every_step_above_is_worth_its_place(path: Path, toolkit: Toolkit) -> None:
    """On a binder in use each step but turning the page really changes something, and is taken back."""
    with closing(binders.open_binder(path)) as binder:
        for name in ("say who we are", "start a round", "answer", "note", "raise", "log"):
            STEPS[name](binder, toolkit, 1, "a")
        for name, step in STEPS.items():
            if name == "reopen":
                actions.close_action(binder, _pick(actions.plan(binder), 1), DAY)
            if name == "untick":
                listings.tick_checked(binder, _pick(listings.directory(binder), 1), "Sam", DAY)
            before = _dump(binder)
            step(binder, toolkit, 1, f"b {name}")
            assert (_dump(binder) == before) == (name == "turn"), name
            if name != "turn":
                history.undo(binder)
                assert _dump(binder) == before, name

"""Which steps of work a backup does not have."""

from __future__ import annotations

from contextlib import closing

from champion_app.domain.backups import Reason
from champion_app.places import backups_of
from champion_app.store import backups
from champion_app.store.binder import Binder
from champion_app.store.connection import connect
from champion_app.store.work_since import work_since


def raise_action(binder: Binder, what: str, merge: str = "") -> None:
    with binder.atomic("raise_action", merge=merge):
        binder.insert("actions", {"title": what, "horizon": "this_month", "raised_on": "2026-11-25"})


def test_each_step_is_told_with_its_number_task_and_time(binder: Binder) -> None:
    raise_action(binder, "first")
    made = backups.make(binder, backups_of(binder.path), Reason.ASKED)
    assert work_since(binder.rows, made, None) == []
    raise_action(binder, "second")
    (step,) = work_since(binder.rows, made, None) or []
    assert (step.number, step.task) == (made.last_change + 1, "raise_action")
    assert step.at == binder.rows("SELECT max(at) FROM changes")[0][0]


def test_after_the_first_other_step_all_are_new(binder: Binder) -> None:
    for what in ("before", "first", "second"):
        raise_action(binder, what)
    made = backups.make(binder, backups_of(binder.path), Reason.ASKED)
    first = made.last_change - 1
    with closing(connect(made.path, create=False)) as left_behind:
        left_behind.execute("UPDATE changes SET at = '2026-09-01 15:00:00' WHERE seq = ?", (first,))
    assert [step.number for step in work_since(binder.rows, made, None) or []] == [first, first + 1]


def test_what_was_joined_to_the_last_step_is_not_taken_for_no_work(binder: Binder) -> None:
    raise_action(binder, "first", merge="typing")
    made = backups.make(binder, backups_of(binder.path), Reason.ASKED)
    raise_action(binder, "second", merge="typing")
    assert binder.rows("SELECT max(seq) FROM changes")[0][0] == made.last_change
    assert work_since(binder.rows, made, None) is None


def test_columns_and_tables_of_one_version_only_do_not_count(binder: Binder) -> None:
    raise_action(binder, "first")
    made = backups.make(binder, backups_of(binder.path), Reason.ASKED)
    with closing(connect(made.path, create=False)) as other:
        other.execute("DROP TABLE own_words")
        other.execute("ALTER TABLE actions ADD COLUMN colour TEXT DEFAULT 'red'")
    assert work_since(binder.rows, made, None) == []

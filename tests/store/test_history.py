"""Undo, redo and the history (F70, F33, F34): every change can be taken back, in order, after a restart too."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from champion_app.domain import clock
from champion_app.domain.actions import ActionFields
from champion_app.faults import DiskFault, NothingToUndo
from champion_app.store import actions, history
from champion_app.store.binder import Binder
from champion_app.store.connection import DatabaseError
from champion_app.store.history import TRACKED
from champion_app.store.opening import open_binder

DAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, 0)
Dump = Callable[[Binder], dict[str, list[tuple[object, ...]]]]


def _raise(binder: Binder, title: str) -> int:
    with binder.atomic("raise_action"):
        return actions.add(binder, ActionFields(title), DAY)


def _rename(binder: Binder, number: int, title: str, merge: str = "") -> None:
    with binder.atomic("change_action", merge=merge):
        actions.change(binder, number, ActionFields(title))


def _titles(binder: Binder) -> list[str]:
    return [action.fields.title for action in actions.all_actions(binder)]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Sets the clock."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    set_to(NOON)
    return set_to


def test_undo_and_redo_go_step_by_step(binder: Binder) -> None:
    for title in ("one", "two", "three"):
        _raise(binder, title)
    seen = [_titles(binder)]
    for _ in range(3):
        binder.undo()
        seen.append(_titles(binder))
    assert seen == [["one", "two", "three"], ["one", "two"], ["one"], []]
    with pytest.raises(NothingToUndo):
        binder.undo()
    for expected in reversed(seen[:-1]):
        binder.redo()
        assert _titles(binder) == expected
    with pytest.raises(NothingToUndo):
        binder.redo()


def test_what_was_brought_back_is_taken_back_one_by_one_again(binder: Binder) -> None:
    """Two quick presses of Ctrl+Y are two changes: the next Ctrl+Z takes back one of them."""
    _raise(binder, "one")
    _raise(binder, "two")
    for _ in range(3):
        binder.undo()
        binder.undo()
        binder.redo()
        binder.redo()
        assert _titles(binder) == ["one", "two"]
    binder.undo()
    assert _titles(binder) == ["one"]
    binder.redo()
    assert _titles(binder) == ["one", "two"]


def test_something_new_ends_redo_for_good(binder: Binder) -> None:
    _raise(binder, "one")
    binder.undo()
    _raise(binder, "two")
    with pytest.raises(NothingToUndo):
        binder.redo()
    binder.undo()
    binder.redo()
    assert _titles(binder) == ["two"]
    with pytest.raises(NothingToUndo):
        binder.redo()  # "one" must not come back over what was done since
    binder.undo()
    with pytest.raises(NothingToUndo):
        binder.undo()


def test_redo_never_reaches_past_a_newer_change(binder: Binder) -> None:
    number = _raise(binder, "one")
    _rename(binder, number, "one, better")
    binder.undo()
    with binder.atomic("remove_action"):
        actions.remove(binder, number)
    binder.undo()
    binder.redo()
    assert _titles(binder) == []
    with pytest.raises(NothingToUndo):
        binder.redo()


def test_undo_names_what_it_took_back(binder: Binder) -> None:
    number = _raise(binder, "one")
    _rename(binder, number, "two")
    last = binder.last_change()
    assert last is not None and last.task == "change_action"
    assert [binder.undo().task, binder.undo().task] == ["change_action", "raise_action"]
    assert [binder.redo().task, binder.redo().task] == ["raise_action", "change_action"]


def test_F70_undo_and_redo_work_after_closing_and_opening_again(path: Path) -> None:
    with closing(open_binder(path)) as binder:
        _raise(binder, "one")
        _raise(binder, "two")
    with closing(open_binder(path)) as binder:
        binder.undo()
        assert _titles(binder) == ["one"]
    with closing(open_binder(path)) as binder:
        binder.redo()
        assert _titles(binder) == ["one", "two"]
        binder.undo()
        binder.undo()
        assert _titles(binder) == []


def test_F70_undoing_the_removal_of_an_action_brings_back_its_updates_and_its_place_in_the_log(
    binder: Binder, dump: Dump
) -> None:
    number = _raise(binder, "Order posters")
    with binder.atomic("add_update"):
        actions.add_update(binder, number, DAY, "Rang the printer")
    with binder.atomic("add_update"):
        actions.add_update(binder, number, DAY - timedelta(3), "Chose a design")
    with binder.atomic("log_it"):
        binder.insert("log_entries", {"what": "Posters up", "day": "2026-11-22", "action": number})
    before = dump(binder)
    with binder.atomic("remove_action"):
        actions.remove(binder, number)
    assert _titles(binder) == [] and dump(binder)["action_updates"] == []
    assert binder.row("SELECT action FROM log_entries")["action"] is None  # type: ignore[index]
    after = dump(binder)
    binder.undo()
    assert dump(binder) == before
    found = actions.one(binder, number)
    assert found is not None and [note.text for note in found.updates] == ["Rang the printer", "Chose a design"]
    binder.redo()
    assert dump(binder) == after


def test_an_update_is_never_altered_by_anything_done_to_its_action(binder: Binder) -> None:
    number = _raise(binder, "Order posters")
    with binder.atomic("add_update"):
        actions.add_update(binder, number, DAY, "First words")
    first = actions.one(binder, number).updates  # type: ignore[union-attr]
    _rename(binder, number, "Order more posters")
    with binder.atomic("close_action"):
        actions.set_closed(binder, number, DAY)
    with binder.atomic("add_update"):
        actions.add_update(binder, number, DAY, "Second words")
    now = actions.one(binder, number)
    assert now is not None and now.updates[:1] == first
    assert [note.text for note in now.updates] == ["First words", "Second words"]
    assert not [name for name in vars(actions) if "update" in name and name.startswith(("change", "edit", "set"))]


# ---------------------------------------------------------------- typing is one thought


def test_typing_for_five_minutes_is_one_undo(binder: Binder, at: Callable[[datetime], None]) -> None:
    number = _raise(binder, "Order")
    for seconds, words in ((0, "Order p"), (2, "Order po"), (299, "Order posters"), (300, "Order posters A3")):
        at(NOON + timedelta(seconds=seconds))
        _rename(binder, number, words, merge="action 1")
    binder.undo()
    assert _titles(binder) == ["Order"]
    binder.redo()
    assert _titles(binder) == ["Order posters A3"]


def test_after_five_minutes_a_new_thought_begins(binder: Binder, at: Callable[[datetime], None]) -> None:
    number = _raise(binder, "a")
    _rename(binder, number, "b", merge="m")
    at(NOON + timedelta(minutes=5, seconds=1))
    _rename(binder, number, "c", merge="m")
    binder.undo()
    assert _titles(binder) == ["b"]


@pytest.mark.parametrize("between", ["other name", "no name", "undo and redo", "undo"])
def test_anything_in_between_ends_a_thought(binder: Binder, at: Callable[[datetime], None], between: str) -> None:
    number = _raise(binder, "a")
    _rename(binder, number, "b", merge="m")
    if between == "other name":
        _rename(binder, number, "c", merge="n")
    elif between == "no name":
        _rename(binder, number, "c")
    else:
        binder.undo()
    if between == "undo and redo":
        binder.redo()
    before = _titles(binder)
    _rename(binder, number, "d", merge="m")
    binder.undo()
    assert _titles(binder) == before


def test_a_remembered_setting_does_not_end_a_thought_and_is_nothing_to_undo(
    binder: Binder, at: Callable[[datetime], None]
) -> None:
    number = _raise(binder, "a")
    _rename(binder, number, "b", merge="m")
    with binder.atomic("turn_to"):
        binder.remember("at", "1.3")
    _rename(binder, number, "c", merge="m")
    binder.undo()
    assert _titles(binder) == ["a"] and binder.recall("at") == "1.3"
    with binder.atomic("turn_to"):
        binder.remember("at", "1.4")
    binder.redo()
    assert _titles(binder) == ["c"] and binder.recall("at") == "1.4"


def test_F33_a_clock_set_back_neither_merges_nor_disorders(binder: Binder, at: Callable[[datetime], None]) -> None:
    number = _raise(binder, "a")
    _rename(binder, number, "b", merge="m")
    at(NOON - timedelta(days=400))
    _rename(binder, number, "c", merge="m")
    _rename(binder, number, "d")
    seen = []
    for _ in range(3):
        binder.undo()
        seen.append(_titles(binder))
    assert seen == [["c"], ["b"], ["a"]]


def test_F34_a_clock_ten_years_ahead_loses_nothing(binder: Binder, at: Callable[[datetime], None]) -> None:
    _raise(binder, "a")
    at(NOON + timedelta(days=3650))
    _raise(binder, "b")
    at(NOON)
    _raise(binder, "c")
    binder.undo()
    assert _titles(binder) == ["a", "b"]
    binder.undo()
    assert _titles(binder) == ["a"]


# ---------------------------------------------------------------- all or nothing, and only by tasks


def test_a_task_that_fails_half_way_changes_nothing(binder: Binder, dump: Dump) -> None:
    _raise(binder, "one")
    before, last = dump(binder), binder.last_change()
    told: list[frozenset[str]] = []
    binder.listen(told.append)
    with pytest.raises(ZeroDivisionError), binder.atomic("raise_action"):
        actions.add(binder, ActionFields("two"), DAY)
        _ = 1 / 0
    assert (dump(binder), binder.last_change()) == (before, last)
    assert told == []
    _raise(binder, "three")  # and the next task is none the worse for it
    assert _titles(binder) == ["one", "three"]


def test_a_task_inside_a_task_is_part_of_it(binder: Binder) -> None:
    with binder.atomic("start_round"):
        _raise(binder, "one")
        _raise(binder, "two")
    assert binder.undo().task == "start_round"
    assert _titles(binder) == []


def test_a_write_outside_a_task_is_refused_by_the_binder(binder: Binder) -> None:
    with pytest.raises(RuntimeError, match="outside a task"):
        actions.add(binder, ActionFields("one"), DAY)
    with pytest.raises(RuntimeError, match="outside a task"):
        binder.remember("x", "y")
    assert _titles(binder) == []


ROWS = {
    "service": "(id, type) VALUES (1, 'universal')",
    "rounds": "(id, name, started, service_type) VALUES (1, 'x', '2026-01-01', 'universal')",
    "answers": "(id, round, criterion) VALUES (1, 1, '1.1')",
    "actions": "(id, title, raised_on, horizon) VALUES (1, 'x', '2026-01-01', 'this_month')",
    "action_updates": "(id, action, day, text) VALUES (1, 1, '2026-01-01', 'x')",
    "log_entries": "(id, what, day) VALUES (1, 'x', '2026-01-01')",
    "log_templates": "(id, name) VALUES (1, 'x')",
    "listings": "(id, name) VALUES (1, 'x')",
    "resources": "(id, title) VALUES (1, 'x')",
    "prisons": "(id, name) VALUES (1, 'x')",
    "figures": "(id, text) VALUES (1, 'x')",
    "terms": "(id, use) VALUES (1, 'x')",
    "leaflet_texts": "(id, template) VALUES (1, '{}')",
    "attachments": "(id, criterion, file, name, added_on) VALUES (1, '1.1', 1, 'x', '2026-01-01')",
    "shelves": "(id, name) VALUES (1, 'x')",
    "shelf_items": "(id, shelf, resource) VALUES (1, 1, 1)",
    "sources": "(id, kind, day) VALUES (1, 'list', '2026-01-01')",
    "own_words": "(id, base, words, shipped) VALUES (1, 'x', '{}', '{}')",
    "text_checks": "(id, template, what, digest, checked_on, checked_by)"
    " VALUES (1, 'x', 'words', '', '2026-01-01', 'x')",
    "origins": "(id, source, noun, key, row_id, base) VALUES (1, 1, 'listings', 'x', 1, '{}')",
}
JSON_COLUMNS = {
    "phones", "stages", "statements", "criteria", "nations", "tags", "audiences", "types", "also", "template", "base",
    "extra", "words", "shipped",
}  # fmt: skip
NO_FREE_WORDS = {"shelf_items"}
FIXED_IN = {("sources", "kind"), ("text_checks", "what")}
FIXED_WORDS = {"type", "service_type", "answer", "horizon", "status", "review_by"}


def test_every_table_with_a_history_is_tried_below() -> None:
    assert set(ROWS) == set(TRACKED)


@pytest.mark.parametrize("table", TRACKED)
def test_a_write_outside_a_task_is_refused_by_sqlite_itself(binder: Binder, table: str) -> None:
    raw = binder._connection
    raw.execute("PRAGMA foreign_keys = OFF")
    with pytest.raises(DatabaseError, match="outside a task"):
        raw.execute(f"INSERT INTO {table} {ROWS[table]}")
    with binder.atomic("x"):
        raw.execute(f"INSERT INTO {table} {ROWS[table]}")
    with pytest.raises(DatabaseError, match="outside a task"):
        raw.execute(f"UPDATE {table} SET id = id")
    with pytest.raises(DatabaseError, match="outside a task"):
        raw.execute(f"DELETE FROM {table}")
    assert binder.row(f"SELECT count(*) FROM {table}")[0] == 1  # type: ignore[index]


@pytest.mark.parametrize("table", TRACKED)
def test_every_column_of_every_table_comes_back(binder: Binder, dump: Dump, table: str) -> None:
    raw = binder._connection
    raw.execute("PRAGMA foreign_keys = OFF")
    with binder.atomic("add"):
        raw.execute(f"INSERT INTO {table} {ROWS[table]}")
    added = dump(binder)
    free = [row["name"] for row in binder.rows(f"PRAGMA table_info({table})") if row["type"] == "TEXT"]
    names = [name for name in free if name not in FIXED_WORDS and (table, name) not in FIXED_IN]
    plain = [name for name in names if not name.endswith("_on") and name not in ("day", "due", "started", "finished")]
    for name in plain:
        with binder.atomic("change"):
            value = '["x"]' if name in JSON_COLUMNS else 'ŵ "quoted" \\ 👩 \n2'
            raw.execute(f"UPDATE {table} SET {name} = ?", (value,))
    changed = dump(binder)
    assert (changed != added) is bool(plain) is (table not in NO_FREE_WORDS)
    with binder.atomic("remove"):
        raw.execute(f"DELETE FROM {table}")
    assert dump(binder)[table] == []
    binder.undo()
    assert dump(binder) == changed
    for _ in plain:
        binder.undo()
    assert dump(binder) == added
    binder.undo()
    assert dump(binder)[table] == []
    for _ in range(len(plain) + 1):
        binder.redo()
    assert dump(binder) == changed


def test_changes_of_one_record_can_be_told(binder: Binder, at: Callable[[datetime], None]) -> None:
    number = _raise(binder, "a")
    at(NOON + timedelta(days=1))
    _rename(binder, number, "b")
    at(NOON + timedelta(days=2))
    _rename(binder, number, "c")
    told = history.before_images(binder.database.conn, "actions", number)
    assert [(moment, before["title"]) for moment, before in told] == [
        ("2026-11-23 12:00:00", "a"), ("2026-11-24 12:00:00", "b"),
    ]  # fmt: skip
    assert history.before_images(binder.database.conn, "actions", number + 1) == []


def test_numbers_of_removed_rows_are_never_given_out_again(binder: Binder) -> None:
    """Print-outs and the history go on naming a removed listing; another must not answer to its number."""
    for table, values in (
        ("listings", {"name": "x"}), ("actions", {"title": "x", "raised_on": "2026-01-01", "horizon": "this_month"}),
        ("resources", {"title": "x"}), ("log_entries", {"what": "x", "day": "2026-01-01"}),
        ("log_templates", {"name": "x"}), ("prisons", {"name": "x"}), ("shelves", {"name": "x"}),
        ("figures", {"text": "x"}), ("terms", {"use": "x"}), ("leaflet_texts", {"template": "{}"}),
        ("sources", {"kind": "list", "day": "2026-01-01"}),
    ):  # fmt: skip
        with binder.atomic("add"):
            first = binder.insert(table, values)
        with binder.atomic("remove"):
            binder.table(table).delete(first)
        with binder.atomic("add"):
            assert binder.insert(table, values) > first, table


def test_listeners_hear_which_tables_changed_and_only_after_the_commit(binder: Binder) -> None:
    told: list[tuple[frozenset[str], list[str]]] = []
    binder.listen(lambda tables: told.append((tables, _titles(binder))))
    number = _raise(binder, "one")
    assert told == [(frozenset({"actions"}), ["one"])]
    with binder.atomic("note_print", also=frozenset({"prints"})):
        binder.insert("prints", {"day": "2026-11-22", "kind": "leaflet", "title": "x", "copies": 1})
    assert told[-1][0] == {"prints"}
    with binder.atomic("remove_action"):
        actions.remove(binder, number)
    binder.undo()
    binder.redo()
    assert [tables for tables, _ in told[2:]] == [{"actions"}] * 3
    with binder.atomic("keep_setting"):
        binder.remember("look", "dark")
    assert len(told) == 5  # nothing to look at again


def test_a_new_binder_can_begin_without_a_past(binder: Binder) -> None:
    with binder.atomic("starter_content"):
        actions.add(binder, ActionFields("one"), DAY)
        binder.forget_history()
    assert binder.last_change() is None and _titles(binder) == ["one"]
    with pytest.raises(NothingToUndo):
        binder.undo()


def test_typing_on_in_a_long_note_keeps_one_image_of_what_was_before(binder: Binder) -> None:
    fields = ActionFields("Order posters")
    with binder.atomic("raise_action"):
        number = actions.add(binder, fields, DAY)
    for length in (1_000, 2_000, 3_000):
        with binder.atomic("change_action", merge=f"action {number}"):
            actions.change(binder, number, replace(fields, evidence="x" * length))
    images = binder.rows("SELECT before FROM change_rows WHERE place = 'actions' AND was = 'changed'")
    assert len(images) == 1
    binder.undo()
    known = actions.one(binder, number)
    assert known is not None
    assert known.fields.evidence == ""


def test_F10_a_change_that_sqlite_took_back_by_itself_is_a_fault_and_no_half(binder: Binder) -> None:
    """As after a failing disk: a library on the way may swallow that it was said."""
    with pytest.raises(DiskFault), binder.atomic("raise_action"):
        actions.add(binder, ActionFields("Never there"), DAY)
        binder._connection.execute("ROLLBACK")
        with pytest.raises(DatabaseError, match="write outside a task"):
            actions.add(binder, ActionFields("Nor this"), DAY)
    assert _titles(binder) == []
    _raise(binder, "There")
    assert _titles(binder) == ["There"]


def test_what_is_remembered_is_put_there_and_nothing_is_tried_out(binder: Binder) -> None:
    said: list[str] = []
    binder._connection.set_trace_callback(said.append)
    for value in ("one", "two"):
        with binder.atomic("keep_setting"):
            binder.remember("look", value)
    binder._connection.set_trace_callback(None)
    assert binder.recall("look") == "two" and len(binder.rows("SELECT * FROM settings WHERE name = 'look'")) == 1
    assert not [words for words in said if "create table" in words.casefold()]

"""Binders of every shape there ever was are brought up to date, whole, and undo still works in them (F3, F23)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from champion_app.domain.resource_filter import ResourceFilter
from champion_app.domain.resources import ResourceFields
from champion_app.store import attachments, health, history, resources, search
from champion_app.store.binder import Binder
from champion_app.store.history import TRACKED
from champion_app.store.opening import create_binder, open_binder
from champion_app.store.steps import NAMES

KEPT = Path(__file__).parents[1] / "files"
SHAPES = sorted(KEPT.glob("binder-*.champion"))


@pytest.fixture(params=SHAPES, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, quick_folder: Path) -> Iterator[Binder]:
    """A binder of an earlier shape, as it was saved then, opened by this version."""
    opened = open_binder(Path(shutil.copy(request.param, quick_folder / "old.champion")))
    yield opened
    opened.close()


def _shape(binder: Binder) -> dict[str, object]:
    """Tables, columns and triggers, whatever order the columns were added in."""
    kinds = ("table", "trigger", "index")
    rows = binder.rows("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'")
    names = {(row["type"], row["name"]) for row in rows if row["type"] in kinds}
    columns = {
        row["name"]: {tuple(column)[1:5] for column in binder.rows(f"PRAGMA table_info({row['name']})")}
        for row in rows
        if row["type"] == "table"
    }
    triggers = {row["name"]: row["sql"] for row in rows if row["type"] == "trigger"}
    return {"names": names, "columns": columns, "triggers": triggers}


def test_F23_an_old_binder_gets_the_shape_of_a_new_one(old: Binder, quick_folder: Path) -> None:
    new = create_binder(quick_folder / "new.champion")
    assert _shape(old) == _shape(new)
    assert {row[0] for row in old.rows("SELECT name FROM _sqlite_migrations")} == NAMES
    assert health.check(old)["problems"] == []
    new.close()


def test_F23_nothing_in_it_is_lost_or_left_out_of_the_search(old: Binder) -> None:
    assert len(resources.all_resources(old)) >= 154
    assert search.candidates(old, '"helpline"*', 5) and search.candidates(old, '"storybook"*', 5)
    for_small_ones = resources.numbers(old, ResourceFilter(audience="children", age="0-4"), history.clock.today())
    assert for_small_ones  # worked out of words that were written before there was such a filter


def _dump(binder: Binder) -> dict[str, list[tuple[object, ...]]]:
    return {table: [tuple(row) for row in binder.rows(f"SELECT * FROM {table} ORDER BY id")] for table in TRACKED}


def test_F23_undo_knows_the_new_columns(old: Binder) -> None:
    before = _dump(old)
    number = resources.all_resources(old)[0].id
    with old.atomic("change_resource"):
        resources.change(old, number, ResourceFields("Another title", language="Welsh", tags=("one",)))
        resources.set_retired(old, number, True)
    with old.atomic("attach_file"):
        attachments.add(old, attachments.keep_file(old, b"x", "text/plain", ""), "x.txt", history.clock.today(),
                        resource=number)  # fmt: skip
    old.undo()
    old.undo()
    assert before == _dump(old)


def test_one_binder_of_each_shape_is_kept() -> None:
    earlier = {name.partition("_")[0] for name in NAMES} - {max(NAMES).partition("_")[0]}
    assert {path.stem.removeprefix("binder-") for path in SHAPES} == earlier

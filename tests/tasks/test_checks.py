"""What the check reports of a binder."""

from __future__ import annotations

import json

from champion_app.store.binder import Binder
from champion_app.store.steps import NAMES
from champion_app.tasks import checks


def test_a_sound_binder_says_so_with_its_settings_and_versions(binder: Binder) -> None:
    report = checks.check(binder)
    assert report.sound and report.problems == ()
    assert report.binder["steps"] == sorted(NAMES)
    assert set(report.versions) == set(checks.PARTS)
    said = "\n".join(report.lines())
    assert "sound" in said and "journal_mode truncate" in said and "locking_mode exclusive" in said
    assert json.loads(json.dumps(report.table()))["sound"] is True


def test_a_row_that_points_nowhere_is_reported(binder: Binder) -> None:
    raw = binder._connection
    raw.execute("PRAGMA foreign_keys = OFF")
    with binder.atomic("x"):
        raw.execute("INSERT INTO action_updates (action, day, text) VALUES (77, '2026-01-01', 'x')")
    report = checks.check(binder)
    assert not report.sound and "action_updates" in report.problems[0]
    assert "points nowhere" in "\n".join(report.lines())

"""Backups wherever they lie: a folder that cannot be looked into is told, and hides no other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from champion_app.faults import BackupsUnreadable, NoBackupThere
from champion_app.places import backups_of
from champion_app.store.binder import Binder
from champion_app.tasks import backups, found_backups
from tests.store.bound_by_modes import bound_by_modes


def test_they_are_found_in_a_folder_in_the_folders_in_it_and_by_name(binder: Binder, tmp_path: Path) -> None:
    made = backups.back_up_now(binder).backup
    for place in (backups_of(binder.path), binder.path.parent, made.path):
        assert found_backups.look(place) == [made]
    for place in (tmp_path, tmp_path / "gone", binder.path):
        with pytest.raises(NoBackupThere):
            found_backups.look(place)


@pytest.mark.skipif(os.name == "nt", reason="modes are another thing there")
def test_a_folder_that_cannot_be_looked_into_is_told_and_hides_no_other(binder: Binder) -> None:
    made = backups.back_up_now(binder).backup
    home, shut = binder.path.parent, binder.path.parent / "shut"
    shut.mkdir()
    with bound_by_modes(home, {shut: 0}):
        assert found_backups.look(home) == [made]
        with pytest.raises(BackupsUnreadable):
            found_backups.look(shut)

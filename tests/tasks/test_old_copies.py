"""After an erasing: what may still hold the words is named, also what cannot be read."""

from __future__ import annotations

import os

import pytest

from champion_app.domain.actions import ActionFields, Horizon
from champion_app.places import backups_of
from champion_app.store.binder import Binder
from champion_app.tasks import actions, backups, erasing, old_copies

CANARY = "Zebedee Canaryson"


@pytest.mark.skipif(os.name == "nt", reason="links are made otherwise there")
def test_an_entry_that_cannot_be_read_is_named_and_hides_no_older_copy(binder: Binder) -> None:
    number = actions.raise_action(binder, ActionFields(CANARY, horizon=Horizon.THIS_MONTH))
    backups.back_up_now(binder)
    folder = backups_of(binder.path)
    link, inner = folder / "old.champion-backup", folder / "older.champion-backup"
    link.symlink_to("/media/stick/gone")
    inner.mkdir()
    erasing.erase_for_good(binder, "action", number)
    assert {link, inner} < {one.path for one in old_copies.old_copies(binder)}
    renewed = old_copies.renew(binder)
    assert set(renewed.left) == {link, inner} and old_copies.erased_on(binder) is not None
    assert [path for path in folder.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()] == []
    link.unlink()
    inner.rmdir()
    assert old_copies.renew(binder).left == () and old_copies.erased_on(binder) is None

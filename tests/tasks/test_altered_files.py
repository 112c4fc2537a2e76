"""Files that were altered on their way, or that another passphrase locks: said, and nothing is changed (F64)."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from champion_app.domain.backups import Reason
from champion_app.faults import BackupDamaged, BinderLocked, PackRefused
from champion_app.places import backups_of
from champion_app.store import backups, digest, keys, restoring
from champion_app.store.binder import Binder
from champion_app.tasks import actions, binders, pack_making, packs
from champion_app.tasks.actions import ActionFields
from champion_app.tasks.pack_making import PackChoice

QUICK = keys.Cost(n=2**4, r=1)


@pytest.fixture
def pack(binder: Binder, tmp_path: Path) -> Path:
    """A pack of our own, as it is sent to a colleague."""
    wanted = {
        noun: tuple(one.row_id for one in pack_making.offered(binder, noun))[:5] for noun in ("resources", "listings")
    }
    choice = PackChoice("Ours", "Us", rows=wanted)
    return pack_making.save_pack(binder, pack_making.put_together(binder, choice), tmp_path / "ours.championpack")


def test_F64_a_pack_with_an_altered_byte_is_refused_or_says_the_same(
    pack: Path, binder: Binder, tmp_path: Path
) -> None:
    whole, before = pack.read_bytes(), digest.digest(binder)
    sent = packs.read(pack).contents
    altered = tmp_path / "altered.championpack"
    refused = 0
    for number in range(12):
        content = bytearray(whole)
        content[len(whole) * number // 12 + 40] ^= 0x10
        altered.write_bytes(content)
        try:
            assert packs.read(altered).contents == sent  # a byte that says nothing, such as the hour in a zip
        except PackRefused as refusal:
            refused += 1
            assert "as it was" in refusal.sentence()
    assert refused >= 6
    assert digest.digest(binder) == before


def test_F64_a_backup_of_another_passphrase_or_with_an_altered_byte_changes_nothing(binder: Binder, path: Path) -> None:
    actions.raise_action(binder, ActionFields("Ours"))
    before = digest.digest(binder)
    other, key = path.with_name("other.champion"), keys.new_key()
    keys.write(other, keys.new_key_file(key, "three kettles", keys.new_code(), cost=QUICK))
    with closing(binders.make_binder(other, key)) as theirs:
        made = backups.make(theirs, backups_of(other), Reason.ASKED)
    binder.close()
    untouched = path.read_bytes()
    for wrong in (None, keys.new_key()):
        with pytest.raises(BinderLocked):
            restoring.restore(path, made, wrong)
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2] ^= 1
    made.path.write_bytes(content)
    with pytest.raises(BackupDamaged):
        restoring.restore(path, made, key)
    assert path.read_bytes() == untouched
    with closing(binders.open_binder(Path(shutil.copy(path, path.with_name("copy.champion"))))) as again:
        assert digest.digest(again) == before

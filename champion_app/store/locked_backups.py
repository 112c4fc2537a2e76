"""After the lock was turned on: an encrypted copy of every plain backup, so that the plain ones can go."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from champion_app.domain.backups import Backup, Reason
from champion_app.faults import Fault
from champion_app.store import backup_files as files
from champion_app.store import backups, keys, locking
from champion_app.store.binder import Binder
from champion_app.store.connection import connect, glance
from champion_app.store.digest import contents
from champion_app.whole_file import settle_file, settle_folder


def lock_backups(binder: Binder, folder: Path) -> list[Backup]:
    """Encrypts a copy of every whole, plain backup with the binder's key and returns the copies; the plain ones stay.

    One that is damaged, or for which there is no room, is passed over. A copy made before is not made again, unless
    that was with the key of an earlier lock.
    """
    if binder.key is None:
        return []
    known = files.all_backups(folder)
    done = {one.number for one in known if one.encrypted and backups.opens_with(one, binder.key)}
    made = []
    for one in known:
        if not one.encrypted and one.checked and one.number not in done:
            try:
                with locking.as_faults(folder):
                    made.append(_locked(one, binder.path, binder.key))
            except Fault:
                continue
    return made


def _locked(plain: Backup, path: Path, key: bytes) -> Backup:
    folder = plain.path.parent
    part = files.part_of(folder)
    with files.removed_after(part, part.with_name(part.name + "-journal")):
        with closing(glance(plain.path)) as connection:
            locking.export(connection, part, key)
        with closing(connect(part, create=False, key=key)) as copy:
            if contents(copy).digest != plain.digest:
                raise locking.not_the_same()
        settle_file(part)
        # The same number and day, under another name than the plain one.
        reason = Reason.LOCK if plain.reason is not Reason.LOCK else Reason.ASKED
        name = files.name_for(plain.number, plain.made_at, reason)
        made = replace(
            plain, path=folder / name, encrypted=True, sha256=files.file_digest(part), size=part.stat().st_size
        )
        keys.write(made.path, keys.read(path))
        files.write_note(made)
        part.rename(made.path)
        settle_folder(folder)
        return made

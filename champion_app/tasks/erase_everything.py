"""Taking Champion's data off a computer: what would go, a certificate, then every file of it and nothing else (F79).

A laptop goes back to IT, or somebody else carries the work on elsewhere (F78).
"""

from __future__ import annotations

import contextlib
import stat
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app.domain import clock
from champion_app.domain.holdings import WhatWent, WholeErasing
from champion_app.faults import BinderInUse, Fault, NameNotTyped, WouldGoToo
from champion_app.places import Places, backups_of, copies_folder, for_this_person, synced_service
from champion_app.store import footprint, service
from champion_app.store.binder import Binder
from champion_app.store.connection import in_use
from champion_app.tasks import binders, holdings
from champion_app.tasks.second_place import second_place

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned

_NOT_COUNTED = frozenset({"service", "settings", "search"})


def look(binder: Binder, places: Places | None = None, today: date | None = None) -> WholeErasing:
    """Everything that would go, while the binder is still open: the copies in a second place too, if it is there.

    The sample service in the person's own folder goes too.
    """
    home = places or for_this_person()
    found = holdings.what_we_hold(binder, home, today)
    counted = [one for one in found if one.held.count and one.kind.in_the_binder and one.kind.id not in _NOT_COUNTED]
    second = second_place(binder.path)
    return WholeErasing(
        service=service.load(binder).name,
        day=today or clock.today(),
        binder=binder.path,
        files=tuple((path, footprint.size_of(path)) for path in _all_paths(binder.path, home)),
        held=tuple(f"{one.kind.title} ({one.kind.counted(one.held.count)})" for one in counted),
        alike=tuple(footprint.look_alikes(binder.path)),
        others=tuple(_others(binder.path, home)),
        synced=synced_service(binder.path),
        second=second.folder if second else None,
        second_there=bool(second and second.is_there),
        locked=binder.key is not None,
    )


def plan_certificate(about: WholeErasing, went: WhatWent | None = None) -> Planned:
    """The certificate, ready to be made on a worker; before the erasing, and after it with what came of it."""
    from champion_app.paper import erased
    from champion_app.tasks.papers import Planned

    document = erased.document(about, went)
    return Planned(document, "certificate of erasing", document.title)


def save_certificate(about: WholeErasing, path: Path, went: WhatWent | None = None) -> Path:
    """Saves the certificate and returns the path used. Raises WouldGoToo or a fault of the disk."""
    from champion_app.tasks import papers

    refuse_inside(about, path)
    return papers.save_pdf(papers.make(plan_certificate(about, went)).pdf, path)


def refuse_inside(about: WholeErasing, path: Path) -> None:
    """Raises WouldGoToo for a place among the files to be erased."""
    folder = path.absolute().parent
    second = [about.second] if about.second else []
    for ours in (backups_of(about.binder), copies_folder(about.binder), *second):
        if folder.is_relative_to(ours.absolute()):
            raise WouldGoToo(folder=folder)


def erase_everything(about: WholeErasing, typed: str, places: Places | None = None) -> WhatWent:
    """Deletes every file of Champion's, and nothing else; the binder must be closed. Says which files would not go.

    Raises NameNotTyped, or BinderInUse when another window has the binder open; nothing is deleted then.
    """
    if not about.is_typed(typed):
        raise NameNotTyped
    home = places or for_this_person()
    if about.binder.is_file() and in_use(about.binder):
        raise BinderInUse
    paths = list(dict.fromkeys([*_all_paths(about.binder, home), *(path for path, _ in about.files)]))
    gone = [path for path in paths if _delete(path)]
    if about.second is not None:
        _leave(about.second)
    for binder in (about.binder, home.sample):
        for folder in footprint.folders_of(binder):
            _leave(folder)
    if home.home == for_this_person().home:
        _leave(home.home)
    return WhatWent(tuple(gone), tuple(path for path in paths if path not in set(gone)))


def carry_out(about: WholeErasing, typed: str, certificate: Path, places: Places | None = None) -> WhatWent:
    """Erases, and writes the certificate again with what came of it. Raises as ``erase_everything`` does.

    A certificate that cannot be written again stays as it was before: it says so itself.
    """
    went = erase_everything(about, typed, places)
    with contextlib.suppress(Fault, OSError):
        save_certificate(about, certificate, went)
    return went


def _all_paths(binder: Path, home: Places) -> list[Path]:
    """The key files of a binder come first, so that an erasing that is stopped leaves nothing that could be read."""
    sample = [] if home.sample == binder else footprint.all_files(home.sample)
    backups = [path for folder in holdings.backup_folders(binder) for path in footprint.backups_in(folder)]
    return list(dict.fromkeys([*footprint.all_files(binder), *backups, *sample, *footprint.personal_files(home)]))


def _others(binder: Path, home: Places) -> list[str]:
    ours = (str(binder), str(home.sample))
    return [place for place in binders.known_places(home) if place not in ours and Path(place).is_file()]


def _delete(path: Path) -> bool:
    """Deletes a file, one that is read-only too. False when it is still there."""
    for make_writable in (False, True):
        try:
            if make_writable:
                path.chmod(stat.S_IWUSR | stat.S_IRUSR)
            path.unlink(missing_ok=True)
        except OSError:
            continue
        return True
    return False


def _leave(folder: Path) -> None:
    """Takes away a folder of ours that is empty now."""
    with contextlib.suppress(OSError):
        folder.rmdir()

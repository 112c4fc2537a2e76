"""Erasing everything (F79): every file of ours goes and no other, the certificate says what came of it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pypdfium2
import pytest

from champion_app.domain import clock
from champion_app.domain.backups import Reason
from champion_app.domain.log_entries import LogFields
from champion_app.domain.services import Service
from champion_app.faults import BinderInUse, BinderMissing, FolderMissing, NameNotTyped, WouldGoToo
from champion_app.places import Places, backups_of
from champion_app.store import backups, keys, scratch
from champion_app.store.binder import Binder
from champion_app.tasks import (
    attachments,
    binders,
    erase_everything,
    erasing,
    log_entries,
    old_copies,
    passphrase,
    second_place,
    service,
)
from champion_app.tasks import backups as our_backups
from tests.tasks.canaries import Canaries, hits, plant_and_remove_the_rest, plant_old, plant_print

NAME = "Hollin Bank Primary"
STRANGERS = ("holiday.jpg", "binder.champion.bak", "binder.champion - Copy", "notes.txt")


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def trial_of(binder: Binder) -> Path:
    return scratch.folder_for(binder.path)


def text_of(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    words = " ".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return " ".join(words.split())


@pytest.fixture
def full(binder: Binder, school: Service, quick_folder: Path) -> Places:
    """A folder with everything that Champion ever writes into one, and what belongs to somebody else."""
    places = Places(quick_folder)
    number = attachments.attach(binder, attachments.ready("a.txt", b"Words"), criterion="1.1")
    attachments.open_copy(binder, next(one for one in attachments.of_criterion(binder, "1.1") if one.id == number))
    backups.make(binder, backups_of(binder.path), Reason.ASKED)
    binders.remember_place(places, binder.path)
    places.log.write_text("x")
    places.log.with_suffix(".old.log").write_text("x")
    for ending in (".set-aside-0001-20261125T221903Z", ".making", ".relocking", ".come-forward", ".key-tries"):
        binder.path.with_name(binder.path.name + ending).write_text("x")
    with closing(binders.make_binder(places.sample)) as sample:
        backups.make(sample, backups_of(sample.path), Reason.ASKED)
    trial = scratch.folder_for(binder.path) / "inside"
    trial.mkdir(parents=True)
    (trial / "binder.champion").write_text("x")
    for name in STRANGERS:
        (quick_folder / name).write_text("x")
    (backups_of(binder.path) / "mine.txt").write_text("x")
    return places


def test_F79_everything_of_ours_goes_and_nothing_else(
    binder: Binder, full: Places, quick_folder: Path, tmp_path: Path
) -> None:
    about = erase_everything.look(binder, full)
    ours = files(quick_folder) - {*STRANGERS, "binder-backups/mine.txt"}
    ours_closed = {*ours, "binder.champion.seal"}  # written as it is closed
    assert {path.relative_to(quick_folder).as_posix() for path, _ in about.files} == ours
    certificate = erase_everything.save_certificate(about, tmp_path / "certificate.pdf")
    assert "the erasing did not finish" in text_of(certificate)
    binder.close()
    went = erase_everything.carry_out(about, "hollin  bank PRIMARY", certificate, full)
    assert files(quick_folder) == {*STRANGERS, "binder-backups/mine.txt"}
    assert went.left == ()
    assert {path.relative_to(quick_folder).as_posix() for path in went.gone} == ours_closed
    assert not (quick_folder / "binder.champion-opened").exists(), "an empty folder of ours goes"
    assert not (quick_folder / "sample-backups").exists() and not trial_of(binder).exists()
    said = text_of(certificate)
    assert f"Everything that Champion kept on this computer is gone: {len(ours_closed)} files." in said
    assert "binder.champion - Copy" in said and "Attached files and evidence (1 file)" in said
    with pytest.raises(BinderMissing):
        binders.open_binder(binder.path)
    assert not binders.was_here(full, binder.path), "the next start is a first start"


def test_F79_no_planted_word_is_left_in_any_byte(binder: Binder, school: Service, quick_folder: Path) -> None:
    canaries = Canaries()
    plant_old(binder, canaries)
    plant_print(binder, canaries)
    plant_and_remove_the_rest(binder, canaries)
    backups.make(binder, backups_of(binder.path), Reason.ASKED)
    assert set(hits(quick_folder, canaries.planted)) == set(canaries.planted)
    places = Places(quick_folder)
    about = erase_everything.look(binder, places)
    binder.close()
    erase_everything.erase_everything(about, NAME, places)
    assert hits(quick_folder, canaries.planted) == {}


def test_F79_a_locked_binder_loses_its_keys_first(quick_folder: Path) -> None:
    path, code = quick_folder / "binder.champion", passphrase.begin()
    with closing(binders.make_binder(path)) as binder:
        service.say_who_we_are(binder, Service(NAME))
    key = passphrase.turn_on(path, code, code.text, "four words in a row", cost=keys.Cost(n=2**10))
    with closing(binders.open_binder(path, key)) as binder:
        backups.make(binder, backups_of(path), Reason.ASKED)
        about = erase_everything.look(binder, Places(quick_folder))
    assert about.locked and [path.name for path, _ in about.files][:2] == [
        "binder.champion.key",
        "binder.champion.key-copy",
    ]
    erase_everything.erase_everything(about, NAME, Places(quick_folder))
    assert files(quick_folder) == set()


def test_F79_the_second_place_goes_too_and_one_in_a_drawer_is_named(
    binder: Binder, school: Service, quick_folder: Path, tmp_path: Path
) -> None:
    backups.make(binder, backups_of(binder.path), Reason.ASKED)
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "holiday.jpg").write_text("x")
    second_place.choose_second_place(binder.path, stick)
    second_place.copy_to_second_place(binder.path)
    drawer = stick.rename(tmp_path / "drawer")
    away = erase_everything.look(binder, Places(quick_folder))
    assert away.second is not None and not away.second_there
    said = text_of(erase_everything.save_certificate(away, tmp_path / "a.pdf"))
    assert "The second place for backups could not be reached" in said
    drawer.rename(stick)
    about = erase_everything.look(binder, Places(quick_folder))
    with pytest.raises(WouldGoToo):
        erase_everything.save_certificate(about, about.second / "a.pdf" if about.second else tmp_path)
    binder.close()
    erase_everything.erase_everything(about, NAME, Places(quick_folder))
    assert files(stick) == {"holiday.jpg"}
    assert [path.name for path in stick.iterdir()] == ["holiday.jpg"]


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that everybody may write to."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


def test_F79_what_is_held_open_elsewhere_is_named(
    binder: Binder, full: Places, quick_folder: Path, open_to_all: Path
) -> None:
    """A folder that may not be written to stands for a file that Windows does not let go of."""
    about = erase_everything.look(binder, full)
    certificate = erase_everything.save_certificate(about, open_to_all / "c.pdf")
    binder.close()
    folder = backups_of(binder.path)
    held = [path for path, _ in about.files if path.parent == folder]
    with _untouchable(folder):
        went = erase_everything.carry_out(about, NAME, certificate, full)
    assert set(went.left) == set(held) and len(held) == 2
    assert files(quick_folder) == {
        *STRANGERS,
        "binder-backups/mine.txt",
        *(f"binder-backups/{path.name}" for path in held),
    }
    said = text_of(certificate)
    assert "2 files are left." in said and "asked.champion-backup" in said and "left" in said
    again = erase_everything.carry_out(about, NAME, certificate, full)
    assert again.left == () and "is gone" in text_of(certificate)


@contextmanager
def _untouchable(folder: Path) -> Iterator[None]:
    """Whoever runs this may not delete in a folder; a superuser becomes somebody else for a while."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    before = [(path, path.stat().st_mode & 0o777) for path in (folder, *folder.parents[:1])]
    folder.parent.chmod(0o777)
    folder.chmod(0o555)
    if root:
        os.chown(folder.parent, 65534, 65534)
        for path in folder.parent.rglob("*"):
            if path != folder and path.parent != folder:
                os.chown(path, 65534, 65534)
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path, mode in before:
            path.chmod(mode)


def test_F79_only_with_the_name_typed_and_never_while_it_is_open(
    binder: Binder, full: Places, quick_folder: Path
) -> None:
    about, before = erase_everything.look(binder, full), files(quick_folder)
    for typed in ("", "Hollin", "Hollin Bank Primary School", "erase"):
        with pytest.raises(NameNotTyped):
            erase_everything.erase_everything(about, typed, full)
    with pytest.raises(BinderInUse):
        erase_everything.erase_everything(about, NAME, full)  # this very process has it open
    assert files(quick_folder) == before
    log_entries.log_it(binder, LogFields("Still there", clock.today()))


def test_F79_no_certificate_no_erasing(binder: Binder, full: Places, tmp_path: Path, quick_folder: Path) -> None:
    about = erase_everything.look(binder, full)
    with pytest.raises(FolderMissing):
        erase_everything.save_certificate(about, tmp_path / "not there" / "c.pdf")
    for inside in (backups_of(binder.path), quick_folder / "binder.champion-opened"):
        with pytest.raises(WouldGoToo):
            erase_everything.save_certificate(about, inside / "c.pdf")


def test_F80_a_binder_in_another_place_is_named_and_left(
    binder: Binder, school: Service, quick_folder: Path, tmp_path: Path
) -> None:
    places, other = Places(quick_folder), tmp_path / "elsewhere.champion"
    binders.make_binder(other).close()
    binders.remember_place(places, other)
    about = erase_everything.look(binder, places)
    assert about.others == (str(other),)
    binder.close()
    erase_everything.erase_everything(about, NAME, places)
    assert other.exists() and files(quick_folder) == set()


def test_F79_a_binder_set_aside_by_going_back_goes_too(binder: Binder, school: Service, quick_folder: Path) -> None:
    path, canaries = binder.path, Canaries()
    first = our_backups.back_up_now(binder).backup
    plant_old(binder, canaries)
    binder.close()
    our_backups.restore(path, first)
    assert [name for name in files(quick_folder) if "set-aside" in name], "what was there is kept"
    assert set(hits(quick_folder, canaries.planted)) <= set(canaries.planted) and hits(quick_folder, canaries.planted)
    with closing(binders.open_binder(path)) as back:
        log_entries.log_it(back, LogFields("Words", clock.today()))
        erasing.erase_for_good(back, "log entry", log_entries.log(back)[0].id)
        assert [one for one in old_copies.old_copies(back) if "set aside" in one.what]
        assert old_copies.renew(back).left == () and hits(quick_folder, canaries.planted) == {}
        second = our_backups.back_up_now(back).backup
    our_backups.restore(path, second)
    with closing(binders.open_binder(path)) as back:
        about = erase_everything.look(back, Places(quick_folder))
    erase_everything.erase_everything(about, NAME, Places(quick_folder))
    assert files(quick_folder) == set()

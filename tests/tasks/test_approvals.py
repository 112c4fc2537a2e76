"""The sheets for those who must say yes: facts of this binder and this installation, nothing made up."""

from __future__ import annotations

import hashlib
from contextlib import closing
from importlib import metadata
from pathlib import Path

from champion_app import __version__
from champion_app.domain.backups import Reason
from champion_app.domain.services import Service
from champion_app.places import Places, backups_of
from champion_app.store import backups, keys
from champion_app.store.binder import Binder
from champion_app.tasks import approvals, binders, disk_question, second_place

ROOT = Path(__file__).resolve().parents[2]


def test_the_screening_sheet_is_filled_in_from_the_binder(binder: Binder, school: Service, quick_folder: Path) -> None:
    said = approvals.screening(binder, Places(quick_folder))
    assert (said.service, said.champion, said.place) == ("Hollin Bank Primary", "Sam", str(binder.path))
    assert {one.kind.id for one in said.holdings} >= {"log", "backups", "history", "keys"}
    assert not said.protection.locked and "not encrypted by Champion" in said.protection.words
    assert all(question.endswith("?") for question in (*said.words.questions, *said.words.screening))
    assert "not legal advice" in said.words.caution.casefold() and "Check before signing" in said.words.caution


def test_who_decided_about_the_lock_stands_there(binder: Binder, school: Service, quick_folder: Path) -> None:
    assert "Nobody has answered yet" in approvals.protection(binder).decided
    disk_question.answer(binder, disk_question.Disk.NO, not_now=True)
    disk_question.note_turned(binder, on=True)
    decided = approvals.protection(binder).decided
    assert "is not encrypted" in decided and "Answered by Sam on" in decided
    assert "A passphrase was put off." in decided and "The lock was turned on by Sam on" in decided


def test_a_locked_binder_and_a_second_place(quick_folder: Path, tmp_path: Path) -> None:
    path, key = quick_folder / "binder.champion", keys.new_key()
    keys.write(path, keys.new_key_file(key, "four words in a row", keys.new_code(), cost=keys.Cost(n=2**10)))
    with closing(binders.make_binder(path, key)) as binder:
        backups.make(binder, backups_of(path), Reason.ASKED)
        second_place.choose_second_place(path, tmp_path)
        said = approvals.protection(binder)
    assert said.locked and "are encrypted" in said.words
    assert "encrypted, also go to" in said.second_words and str(tmp_path) in said.second_words


def test_the_security_sheet_tells_of_this_installation(binder: Binder, school: Service, quick_folder: Path) -> None:
    said = approvals.security(binder, Places(quick_folder))
    assert said.version == __version__
    places = dict(said.places)
    assert places["Backups"] == str(backups_of(binder.path)) and str(binder.path) in places.values()
    assert said.shipped["QtMultimedia"] is False, "not installed, so no sound or camera"
    assert "not legal advice" in said.words.caution


def test_fingerprints_cover_every_file_and_notice_one_letter(tmp_path: Path) -> None:
    found = {one.folder: one for one in approvals.fingerprints()}
    assert {"The whole program", "champion_app/store", "champion_app/desktop", "resources", "ui"} <= set(found)
    code = [path for path in (ROOT / "champion_app").rglob("*.py") if "_assets" not in path.parts]
    ours = [one for name, one in found.items() if name.startswith("champion_app")]
    assert sum(one.files for one in ours) >= len(code)
    assert found["The whole program"].files == sum(one.files for name, one in found.items() if " " not in name)
    assert len({one.sha256 for one in found.values()}) == len(found)
    lines = sorted(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  ui/{path.relative_to(ROOT / 'ui').as_posix()}\n"
        for path in (ROOT / "ui").rglob("*")
        if path.suffix in approvals._CODE
    )
    assert found["ui"].sha256 == hashlib.sha256("".join(lines).encode()).hexdigest(), "as the sheet says it is made"


def test_every_package_is_named_with_version_and_licence() -> None:
    parts = {part.name.casefold().replace("_", "-"): part for part in approvals.parts()}
    assert {"champion-app", "reportlab", "sqlcipher3", "pyside6-essentials", "openpyxl", "et-xmlfile"} <= set(parts)
    assert "pytest" not in parts, "what only tests need is not in the program"
    for part in parts.values():
        assert part.version == metadata.version(part.name) and part.licence and "\n" not in part.licence
    assert parts["reportlab"].licence.startswith("BSD")

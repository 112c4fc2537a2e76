"""The sheets for those who must say yes: the data protection screening sheet and the security information sheet."""

from __future__ import annotations

import hashlib
import platform
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from champion_app import __version__, assets
from champion_app.domain import clock
from champion_app.domain.approvals import (
    Fingerprint,
    Part,
    Protection,
    Risk,
    Screening,
    ScreeningWords,
    Security,
    SecurityWords,
)
from champion_app.domain.dates import british
from champion_app.places import Places, backups_of, copies_folder, for_this_person, synced_service
from champion_app.store import service
from champion_app.store.binder import Binder
from champion_app.tasks import disk_question, holdings
from champion_app.tasks.second_place import second_place

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned

# Parts of Qt that could reach out or listen; told as they are: absent, or there and never loaded.
QT_PARTS = ("QtNetwork", "QtWebEngineCore", "QtWebSockets", "QtMultimedia", "QtBluetooth", "QtPositioning", "QtSql")
_PACKAGE = "champion-app"
_CODE = {".py", ".toml", ".json", ".md", ".svg", ".qss", ".ttf", ".txt", ".qm", ".ts"}


def screening(binder: Binder, places: Places | None = None, today: date | None = None) -> Screening:
    """What the screening sheet says of this binder today."""
    ours, day = service.load(binder), today or clock.today()
    return Screening(
        words=_screening_words(),
        service=ours.name,
        champion=ours.champion,
        role=ours.role,
        day=day,
        place=str(binder.path),
        synced=synced_service(binder.path),
        protection=protection(binder),
        holdings=tuple(holdings.what_we_hold(binder, places, day)),
    )


def security(binder: Binder, places: Places | None = None, today: date | None = None) -> Security:
    """What the security sheet says of this installation today; reads every file of the program (0.1 s)."""
    home = places or for_this_person()
    second = second_place(binder.path)
    found = [
        ("The binder: everything that is written", str(binder.path)),
        ("Backups", str(backups_of(binder.path))),
        ("Second place for backups", str(second.folder) if second else "none"),
        ("Copies of attached files while they are looked at", str(copies_folder(binder.path))),
        ("Fault log (places in the program, never words)", str(home.log)),
        ("List of known binders", str(home.known_binders)),
        ("Colours and text size of the window", str(home.look)),
        ("The program", str(_program())),
    ]
    return Security(
        words=_security_words(),
        service=service.load(binder).name,
        day=today or clock.today(),
        version=__version__,
        python=platform.python_version(),
        system=f"{platform.system()} {platform.release()}, {platform.machine()}",
        places=tuple(found),
        protection=protection(binder),
        shipped={name: find_spec(f"PySide6.{name}") is not None for name in QT_PARTS},
        fingerprints=tuple(fingerprints()),
        parts=tuple(parts()),
    )


def protection(binder: Binder) -> Protection:
    """Whether the binder is locked, what was decided about it, and where copies of backups go."""
    second = second_place(binder.path)
    return Protection(
        locked=binder.key is not None,
        second_place=str(second.folder) if second else "",
        second_locked=bool(second and second.locked),
        decided=_decided(binder),
    )


def _decided(binder: Binder) -> str:
    """What was answered about the disk, and who last turned the lock on or off."""
    said = disk_question.in_words(disk_question.answered(binder), locked=binder.key is not None)
    turned = disk_question.turned(binder)
    if turned is not None:
        how = "on" if turned.on else "off"
        said += f" The lock was turned {how} by {turned.by or 'somebody'} on {british(turned.day)}."
    return said


def plan_screening(binder: Binder, places: Places | None = None, today: date | None = None) -> Planned:
    """The screening sheet, ready to be made on a worker."""
    from champion_app.paper import screening_sheet
    from champion_app.tasks.papers import Planned

    document = screening_sheet.document(screening(binder, places, today))
    return Planned(document, "data protection sheet", document.title)


def plan_security(binder: Binder, places: Places | None = None, today: date | None = None) -> Planned:
    """The security information sheet, ready to be made on a worker."""
    from champion_app.paper import security_sheet
    from champion_app.tasks.papers import Planned

    document = security_sheet.document(security(binder, places, today))
    return Planned(document, "security sheet", document.title)


def fingerprints() -> list[Fingerprint]:
    """One for each folder of the program, and one over all of them: SHA-256 of the sorted lines "digest  name"."""
    groups: dict[str, list[str]] = {}
    for name, path in _program_files():
        line = f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n"
        top, *inside = name.split("/")
        folder = f"{top}/{inside[0]}" if top == "champion_app" and len(inside) > 1 else top
        groups.setdefault(folder, []).append(line)
    every = [line for lines in groups.values() for line in lines]
    return [_fingerprint("The whole program", every), *(_fingerprint(name, groups[name]) for name in sorted(groups))]


def parts() -> list[Part]:
    """Champion and every package it needs, with what those need, by name; in a built program what it was built with."""
    found: dict[str, Part] = {}
    waiting = [_PACKAGE]
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).casefold()
        if key in found:
            continue
        try:
            about = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        found[key] = Part(about.metadata["Name"], about.version, _licence(about.metadata))
        waiting += [_named(each) for each in about.requires or () if "extra ==" not in each]
    return sorted(found.values(), key=lambda part: part.name.casefold())


def _named(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", requirement)
    return match[0] if match else ""


def _licence(about: Any) -> str:
    said = about.get("License-Expression") or ""
    if not said:
        classified = [
            line.split("::")[-1].strip() for line in about.get_all("Classifier") or () if "License ::" in line
        ]
        said = ", ".join(classified) or (about.get("License") or "").strip().splitlines()[0:1] or ""
    words = said if isinstance(said, str) else "".join(said)
    files = ", ".join(about.get_all("License-File") or ())
    return words[:120] or (f"in its file {files}" if files else "not stated")


def _program() -> Path:
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else Path(__file__).resolve().parents[1]


def _program_files() -> Iterator[tuple[str, Path]]:
    code = Path(__file__).resolve().parents[1]
    roots = (("champion_app", code), ("resources", assets.resource()), ("ui", assets.ui()))
    for name, root in roots:
        for path in sorted(root.rglob("*")):
            inside = path.relative_to(root)
            if path.is_file() and path.suffix in _CODE and not {"_assets", "__pycache__"} & set(inside.parts):
                yield f"{name}/{inside.as_posix()}", path


def _fingerprint(folder: str, lines: list[str]) -> Fingerprint:
    return Fingerprint(folder, len(lines), hashlib.sha256("".join(sorted(lines)).encode("utf-8")).hexdigest())


def _screening_words() -> ScreeningWords:
    table = _table("screening")
    lists = {name: tuple(table[name]) for name in ("purpose", "people", "questions", "screening", "requests")}
    return ScreeningWords(caution=table["caution"], risks=tuple(Risk(**each) for each in table["risks"]), **lists)


def _security_words() -> SecurityWords:
    table = _table("security")
    lists = {name: tuple(table[name]) for name in ("network", "devices", "printers", "runs", "prison")}
    leaves = tuple((each["what"], each["how"]) for each in table["leaves"])
    return SecurityWords(caution=table["caution"], leaves=leaves, **lists)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(assets.resource("papers", f"{name}.toml").read_text(encoding="utf-8"))

"""Packs: what an area lead sends on a stick. Looked at item by item, taken in whole, made from one's own binder."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from champion_app.domain import clock
from champion_app.domain.item_tables import to_table
from champion_app.domain.listings import ListingFields
from champion_app.domain.packs import (
    NOUNS,
    ItemFields,
    PackAbout,
    PackContents,
    PackFile,
    PackItem,
    Retired,
    item_name,
)
from champion_app.domain.prisons import PrisonFields
from champion_app.domain.resources import ResourceFields
from champion_app.domain.taking_in import Item
from champion_app.domain.typed_text import clean_line
from champion_app.exchange import packs
from champion_app.exchange.attached_text import attached_words, looks_like
from champion_app.faults import NothingToPrint, PackRefused
from champion_app.store import attachments, service, sources
from champion_app.store.binder import Binder
from champion_app.tasks import pack_rows, taking_in
from champion_app.tasks.taking_in import Decisions, Edition, Preview

_KIND = "pack"


@dataclass(frozen=True)
class Retiring:
    """Something that should not be used any more, and why. ``row_id`` 0: the binder never had it."""

    noun: str
    row_id: int
    name: str
    reason: str


@dataclass(frozen=True)
class ReadPack:
    """A pack that was read. ``files`` are content, kind and words of each attached file by its SHA-256."""

    contents: PackContents
    files: dict[str, tuple[bytes, str, str]] = field(repr=False)


@dataclass(frozen=True)
class PackPreview:
    """What taking a pack in would do; nothing has been written. ``again``: this very edition is here already."""

    pack: ReadPack
    preview: Preview
    retiring: tuple[Retiring, ...]
    again: bool


def read(path: Path) -> ReadPack:
    """Reads a pack and checks all of it; slow for a large one, and needs no binder. Raises PackRefused."""
    contents = packs.read_pack(path)
    names = {file.sha256: file.name for one in contents.items for file in one.files}
    files = {
        sha256: (data, looks_like(names[sha256], data), attached_words(names[sha256], data))
        for sha256, data in contents.files.items()
        if sha256 in names
    }
    return ReadPack(contents, files)


def look(binder: Binder, pack: ReadPack) -> PackPreview:
    """A pack that was read, beside what the binder holds. Raises PackRefused for one older than what was taken in."""
    contents = pack.contents
    about = contents.about
    source = sources.find(binder, _KIND, about.id)
    if source is not None and about.number < source.number:
        raise PackRefused(
            name=about.title or about.id,
            reason=f"it is edition {about.number}, and you have edition {source.number} already",
            way_out="Nothing needs doing: yours is newer.",
        )
    items = [
        Item(one.noun, one.key, item_name(one.fields), one.fields, to_table(one.fields), one.files, one.key,
             extra=one.extra)
        for one in contents.items
    ]  # fmt: skip
    preview = taking_in.look(binder, source, items)
    again = source is not None and about.number == source.number
    return PackPreview(pack, preview, tuple(_retiring(binder, contents.retired)), again)


def take_in(binder: Binder, previewed: PackPreview, decisions: Decisions) -> None:
    """Takes a pack in as previewed: all of it or none, one thing to undo. What was not decided stays as it is."""
    about, files = previewed.pack.contents.about, previewed.pack.files
    edition = Edition(_KIND, about.id, about.title, about.number, clock.today())
    with binder.atomic("take_in_pack"):
        taking_in.carry_out(binder, edition, previewed.preview, decisions, lambda file: files.get(file.sha256))
        for one in previewed.retiring:
            if one.row_id:
                fields = pack_rows.ROWS[one.noun].read(binder)[one.row_id][1]
                pack_rows.ROWS[one.noun].retire(binder, one.row_id, fields, True)


@dataclass(frozen=True)
class PackChoice:
    """What to put into a pack: ids by noun, and what it is called. ``with_notes`` lets our own notes travel too."""

    title: str
    publisher: str
    rows: dict[str, tuple[int, ...]]
    note: str = ""
    with_notes: bool = False
    with_files: bool = True


def everything_of_ours(binder: Binder) -> dict[str, tuple[int, ...]]:
    """What a first pack would hold: what the champion added or changed since it came with the starter content."""
    starter = sources.find(binder, "starter", "champion")
    grounds = sources.origins(binder, starter.id) if starter is not None else {}
    base = {(origin.noun, origin.row_id): origin.base for origin in grounds.values()}
    return {
        noun: tuple(
            row_id
            for row_id, (_, fields) in pack_rows.ROWS[noun].read(binder).items()
            if base.get((noun, row_id)) != to_table(fields)
        )
        for noun in NOUNS
    }


def put_together(binder: Binder, choice: PackChoice) -> PackContents:
    """The pack as it would be written, so that a person can see exactly what leaves. Raises WordsNeeded."""
    title = clean_line(choice.title, "The pack's name", needed=True, limit=120)
    publisher = clean_line(choice.publisher or service.load(binder).name, "Who makes it", needed=True)
    files: dict[str, bytes] = {}
    items = [item for noun in NOUNS for item in _chosen(binder, noun, choice, files)]
    if not items:
        raise NothingToPrint(what="the pack would be empty", way_out="Tick what should travel in it first.")
    number = int(binder.recall("pack number", "0")) + 1
    pack_id = binder.recall("pack id") or f"pack-{uuid.uuid4().hex[:12]}"
    about = PackAbout(pack_id, title, publisher, number, clock.today(), choice.note)
    return PackContents(about, tuple(items), (), files)


def save_pack(binder: Binder, contents: PackContents, path: Path) -> None:
    """Writes a pack and remembers its edition, so that the next one is newer. Raises PackRefused or a disk fault."""
    packs.write_pack(contents, path)
    with binder.atomic("remember_pack"):
        binder.remember("pack id", contents.about.id)
        binder.remember("pack number", str(contents.about.number))


def _retiring(binder: Binder, retired: Iterable[Retired]) -> Iterable[Retiring]:
    for one in retired:
        rows = pack_rows.ROWS[one.noun].read(binder)
        row_id = next((row_id for row_id, (key, _) in rows.items() if key == one.key), 0)
        name = item_name(rows[row_id][1]) if row_id else one.key
        yield Retiring(one.noun, row_id, name, one.reason)


def _chosen(binder: Binder, noun: str, choice: PackChoice, files: dict[str, bytes]) -> Iterable[PackItem]:
    wanted = set(choice.rows.get(noun, ()))
    mine = binder.recall("pack id") or "pack"
    for row_id, (key, fields) in pack_rows.ROWS[noun].read(binder).items():
        if row_id not in wanted:
            continue
        attached: list[PackFile] = []
        if noun == "resources" and choice.with_files:
            for one in attachments.of_resource(binder, row_id):
                data = attachments.content(binder, one.sha256)
                if data is not None:
                    files[one.sha256] = data
                    attached.append(PackFile(one.name, one.sha256, one.note))
        yield PackItem(noun, key or f"{mine}-{noun}-{row_id}", _without_notes(fields, choice), tuple(attached))


def _without_notes(fields: ItemFields, choice: PackChoice) -> ItemFields:
    """Our own notes are for us: they stay here unless they are asked for."""
    if not choice.with_notes and isinstance(fields, ListingFields | ResourceFields | PrisonFields):
        return replace(fields, note="")
    return fields

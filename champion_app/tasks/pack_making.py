"""Making a pack of one's own binder: what goes in, and which edition it is."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from champion_app.domain import clock
from champion_app.domain.item_tables import to_table
from champion_app.domain.listings import ListingFields
from champion_app.domain.packs import (
    NOUNS,
    ItemFields,
    LeafletText,
    PackAbout,
    PackContents,
    PackFile,
    PackItem,
    Retired,
    item_name,
)
from champion_app.domain.prisons import PrisonFields
from champion_app.domain.resources import ResourceFields
from champion_app.domain.typed_text import clean_line, clean_note
from champion_app.exchange import packs
from champion_app.exchange.pack_limits import ZIP
from champion_app.faults import NothingToPrint
from champion_app.store import attachments, service, sources
from champion_app.store.binder import Binder
from champion_app.tasks import own_words, pack_rows

LARGEST = ZIP.zipped  # bytes
SUFFIX = packs.SUFFIX
_ID, _NUMBER, _TITLE, _SENT = "pack id", "pack number", "pack title", "pack keys"


@dataclass(frozen=True)
class PackChoice:
    """What to put into a pack: ids by noun, and what it is called. ``with_notes`` lets our own notes travel too."""

    title: str
    publisher: str
    rows: Mapping[str, tuple[int, ...]]
    note: str = ""
    with_notes: bool = False
    with_files: bool = True


@dataclass(frozen=True)
class Offered:
    """Something that can go into a pack. ``size`` is that of its files, in bytes; ``ours`` whether it is our doing."""

    noun: str
    row_id: int
    name: str
    ours: bool
    files: int = 0
    size: int = 0


def everything_of_ours(binder: Binder) -> dict[str, tuple[int, ...]]:
    """What a first pack would hold: what the champion added or changed since it came with the starter content.

    What is closed or retired is left out.
    """
    return {noun: tuple(one.row_id for one in offered(binder, noun) if one.ours) for noun in NOUNS}


def offered(binder: Binder, noun: str) -> list[Offered]:
    """Every row of a noun that is in use, with what its files weigh; in the order in which the binder lists them."""
    starter = sources.find(binder, "starter", "champion")
    origins = sources.origins(binder, starter.id).values() if starter is not None else ()
    came = {origin.row_id: origin.base for origin in origins if origin.noun == noun}
    out, files = pack_rows.out_of_use(binder, noun), _files(binder) if noun == "resources" else {}
    found = []
    for row_id, (_, fields) in pack_rows.ROWS[noun].read(binder).items():
        if row_id not in out:
            count, size = files.get(row_id, (0, 0))
            ours = bool(count) or came.get(row_id) != to_table(fields)
            found.append(Offered(noun, row_id, item_name(fields), ours, count, size))
    if noun == "leaflet_texts":  # rows of another table: told apart by the sign of their number
        worded = own_words.to_travel(binder, "")
        found += [Offered(noun, -number, item_name(text), ours=True) for number, (_, text) in worded.items()]
    return found


def last_pack(binder: Binder) -> tuple[str, int]:
    """The title and number of the last pack made here; 0 when there was none."""
    return binder.recall(_TITLE), int(binder.recall(_NUMBER, "0"))


def put_together(binder: Binder, choice: PackChoice) -> PackContents:
    """The pack as it would be written, so that a person can see exactly what leaves.

    Raises WordsNeeded or TooLong for its names, NothingToPrint for an empty one.
    """
    title = clean_line(choice.title, "The pack's name", needed=True, limit=120)
    publisher = clean_line(choice.publisher or service.load(binder).name, "Who makes it", needed=True)
    note = clean_note(choice.note, "What is new in it")
    pack_id = binder.recall(_ID) or f"pack-{uuid.uuid4().hex[:12]}"
    files: dict[str, bytes] = {}
    items = tuple(item for noun in NOUNS for item in _chosen(binder, noun, choice, pack_id, files))
    if not items:
        raise NothingToPrint(what="the pack would be empty", way_out="Tick what should travel in it first.")
    retired = tuple(_retired(binder, pack_id, items))
    number = int(binder.recall(_NUMBER, "0")) + 1
    return PackContents(PackAbout(pack_id, title, publisher, number, clock.today(), note), items, retired, files)


def save_pack(binder: Binder, contents: PackContents, path: Path) -> Path:
    """Writes a pack and remembers its edition, so that the next one is newer. Returns the path.

    Raises PackRefused or a disk fault; an earlier file is then as it was.
    """
    packs.write_pack(contents, path)
    sent = _sent(binder)
    for item in contents.items:
        sent.setdefault(item.noun, []).append(item.key)
    with binder.atomic("remember_pack"):
        binder.remember(_ID, contents.about.id)
        binder.remember(_NUMBER, str(contents.about.number))
        binder.remember(_TITLE, contents.about.title)
        binder.remember(_SENT, json.dumps({noun: sorted(set(keys)) for noun, keys in sent.items()}))
    return path


def _chosen(binder: Binder, noun: str, choice: PackChoice, pack_id: str, files: dict[str, bytes]) -> Iterator[PackItem]:
    wanted = set(choice.rows.get(noun, ()))
    if not wanted:
        return
    if noun not in ("listings", "prisons"):  # these say themselves that they are closed
        wanted -= pack_rows.out_of_use(binder, noun)
    extra, worded = _unknown_fields(binder, noun), _worded(binder, noun, pack_id, wanted)
    yield from (PackItem(noun, key, text) for key, text in worded.items())
    for row_id, (key, fields) in pack_rows.ROWS[noun].read(binder).items():
        if row_id in wanted and key not in worded:
            with_files = noun == "resources" and choice.with_files
            attached = tuple(_attached(binder, row_id, choice.with_notes, files)) if with_files else ()
            key = key or own_key(pack_id, noun, row_id)
            yield PackItem(noun, key, _without_notes(fields, choice), attached, extra.get(row_id, {}))


def _worded(binder: Binder, noun: str, pack_id: str, wanted: Set[int]) -> dict[str, LeafletText]:
    """The texts in our own words that were chosen, by their keys."""
    if noun != "leaflet_texts":
        return {}
    return dict(item for number, item in own_words.to_travel(binder, pack_id).items() if -number in wanted)


def own_key(pack_id: str, noun: str, row_id: int) -> str:
    """What a row of our own is called in every edition of our pack."""
    return f"{pack_id}-{noun}-{row_id}"


def _attached(binder: Binder, row_id: int, with_notes: bool, files: dict[str, bytes]) -> Iterator[PackFile]:
    for one in attachments.of_resource(binder, row_id):
        data = attachments.content(binder, one.sha256)
        if data is not None:
            files[one.sha256] = data
            yield PackFile(one.name, one.sha256, one.note if with_notes else "")


def _retired(binder: Binder, pack_id: str, items: tuple[PackItem, ...]) -> Iterator[Retired]:
    """What an earlier edition had and is closed or retired here now: whoever has it should know."""
    inside = {(item.noun, item.key) for item in items}
    for noun, keys in _sent(binder).items():
        out, rows = pack_rows.out_of_use(binder, noun), pack_rows.ROWS[noun].read(binder)
        names = {key or own_key(pack_id, noun, row_id) for row_id, (key, _) in rows.items() if row_id in out}
        yield from (Retired(noun, key) for key in keys if key in names and (noun, key) not in inside)


def _unknown_fields(binder: Binder, noun: str) -> dict[int, dict[str, Any]]:
    """Fields of a newer Champion that came with a row: kept, and written out again."""
    found: dict[int, dict[str, Any]] = {}
    for source in reversed(sources.every(binder, "pack")):
        origins = sources.origins(binder, source.id).values()
        found |= {origin.row_id: origin.extra for origin in origins if origin.noun == noun and origin.extra}
    return found


def _sent(binder: Binder) -> dict[str, list[str]]:
    """The keys of everything that has ever left in a pack of ours, by noun."""
    sent: dict[str, list[str]] = json.loads(binder.recall(_SENT, "{}"))
    return sent


def _files(binder: Binder) -> dict[int, tuple[int, int]]:
    """How many files each resource has, and how large they are together."""
    rows = binder.rows(
        "SELECT resource, count(*), sum(files.size) FROM attachments JOIN files ON files.id = attachments.file"
        " WHERE resource IS NOT NULL GROUP BY resource"
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _without_notes(fields: ItemFields, choice: PackChoice) -> ItemFields:
    """Our own notes are for us: they stay here unless they are asked for."""
    if not choice.with_notes and isinstance(fields, ListingFields | ResourceFields | PrisonFields):
        return replace(fields, note="")
    return fields

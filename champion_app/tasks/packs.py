"""Packs: what an area lead sends on a stick. Looked at item by item, taken in whole, made from one's own binder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from champion_app.domain import clock
from champion_app.domain.item_tables import to_table
from champion_app.domain.packs import PackContents, Retired, item_name
from champion_app.domain.taking_in import Item, Verdict
from champion_app.exchange import packs
from champion_app.exchange.attached_text import attached_words, looks_like
from champion_app.faults import PackRefused
from champion_app.store import sources
from champion_app.store.binder import Binder
from champion_app.store.sources import Source
from champion_app.tasks import pack_rows, taking_in
from champion_app.tasks.pack_making import PackChoice, everything_of_ours, put_together, save_pack
from champion_app.tasks.taking_in import Decisions, Edition, Preview, Told

__all__ = [
    "PackChoice",
    "PackPreview",
    "ReadPack",
    "Retiring",
    "everything_of_ours",
    "look",
    "moves",
    "put_together",
    "read",
    "report",
    "save_pack",
    "take_in",
]
_KIND = "pack"


@dataclass(frozen=True)
class Retiring:
    """Something that should not be used any more, and why. ``row_id`` 0: the binder never had it.

    ``done`` when it is out of use already, or an earlier edition said so: what the champion put back stays in use.
    """

    noun: str
    row_id: int
    name: str
    reason: str
    key: str = ""
    done: bool = False


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
    retiring = tuple(_retiring(binder, source, contents.retired))
    named = {(one.noun, one.key) for one in retiring}
    kept = tuple(one for one in preview.gone if (one.noun, one.key) not in named)
    again = source is not None and about.number == source.number
    return PackPreview(pack, replace(preview, gone=kept), retiring, again)


def take_in(
    binder: Binder, previewed: PackPreview, decisions: Decisions, told: Told = lambda done, of: None
) -> list[tuple[str, int]]:
    """Takes a pack in as previewed: all of it or none, one thing to undo. What was not decided stays as it is.

    Returns noun and id of each new row. Raises PackRefused when the binder has changed since the preview was made.
    """
    about, files = previewed.pack.contents.about, previewed.pack.files
    edition = Edition(_KIND, about.id, about.title, about.number, clock.today())
    with binder.atomic("take_in_pack"):
        if look(binder, previewed.pack) != previewed:
            reason, way_out = "your binder has changed since you looked at it", "Look at it once more, then take it in."
            raise PackRefused(name=about.title, reason=reason, way_out=way_out)
        made = taking_in.carry_out(
            binder, edition, previewed.preview, decisions, lambda file: files.get(file.sha256), told
        )
        _retire(binder, about.id, previewed.retiring)
    return made


def moves(previewed: PackPreview, decisions: Decisions) -> bool:
    """Whether taking it in would change anything."""
    retires = any(one.row_id and not one.done for one in previewed.retiring)
    return previewed.preview.writes(decisions) or retires or bool(previewed.preview.gone)


def report(previewed: PackPreview, *, applied: bool) -> dict[str, Any]:
    """What would become, or became, of each item, as plain data."""
    about = previewed.pack.contents.about
    return {
        "pack": {"id": about.id, "title": about.title, "publisher": about.publisher, "edition": about.number},
        "counts": {verdict.value: len(previewed.preview.of(verdict)) for verdict in Verdict},
        "items": [
            {
                "noun": one.item.noun,
                "key": one.item.key,
                "name": one.item.name,
                "verdict": one.verdict.value,
                "changed": list(one.merge.taken) if one.merge is not None else [],
                "clashes": list(one.merge.clashes) if one.merge is not None else [],
            }
            for one in previewed.preview.proposals
        ],
        "retired": [{"noun": one.noun, "name": one.name, "reason": one.reason} for one in previewed.retiring],
        "gone": [one.name for one in previewed.preview.gone],
        "notes": list(previewed.pack.contents.notes),
        "applied": applied,
    }


def _retiring(binder: Binder, source: Source | None, retired: Sequence[Retired]) -> Iterable[Retiring]:
    """By the name that the pack keeps for it, or by the row's own."""
    origins = sources.origins(binder, source.id) if source is not None else {}
    for noun in dict.fromkeys(one.noun for one in retired):
        rows, out = pack_rows.ROWS[noun].read(binder), pack_rows.out_of_use(binder, noun)
        by_key = {key: row_id for row_id, (key, _) in rows.items() if key}
        for one in (each for each in retired if each.noun == noun):
            origin = origins.get((noun, one.key))
            row_id = origin.row_id if origin is not None else by_key.get(one.key, 0)
            row_id = row_id if row_id in rows else 0
            name = item_name(rows[row_id][1]) if row_id else one.key
            done = row_id in out or (origin is not None and origin.gone)
            yield Retiring(noun, row_id, name, one.reason, one.key, done)


def _retire(binder: Binder, pack_id: str, retiring: Iterable[Retiring]) -> None:
    """Takes rows out of use, and notes that this pack has said so."""
    source = sources.find(binder, _KIND, pack_id)
    assert source is not None  # it was noted just now
    origins = sources.origins(binder, source.id)
    for noun, ones in groupby((one for one in retiring if one.row_id), key=lambda one: one.noun):
        rows = pack_rows.ROWS[noun].read(binder)
        for one in ones:
            fields = rows[one.row_id][1]
            if not one.done:
                pack_rows.ROWS[noun].retire(binder, one.row_id, fields, True)
            if (noun, one.key) not in origins:
                sources.add_origin(binder, source.id, noun, one.key, one.row_id, to_table(fields), {})
                origins = sources.origins(binder, source.id)
            if not origins[noun, one.key].gone:
                sources.set_gone(binder, origins[noun, one.key], clock.today())

"""The things of a pack as JSON tables and back. Nothing is checked here: reading does that before, writing after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from hashlib import sha256
from typing import Any

from champion_app.domain.item_tables import KINDS, from_table, to_table
from champion_app.domain.packs import PackAbout, PackContents, PackFile, PackItem, Retired

_ALWAYS = {"key", "print_rule"}  # left out, a rule would become "may go on leaflets"
_NOTHING: tuple[Any, ...] = ("", None, [])


def known_names(noun: str) -> set[str]:
    """Every name in an item's table that has a meaning; all others are kept as ``extra``."""
    return {field.name for field in fields(KINDS[noun])} | {"key", "files"}


def item_table(item: PackItem) -> dict[str, Any]:
    """An item as a JSON table; fields that say nothing are left out."""
    known = {"key": item.key, **to_table(item.fields), "files": [asdict(file) for file in item.files]}
    extra = {name: value for name, value in item.extra.items() if name not in known}
    return {name: value for name, value in known.items() if name in _ALWAYS or value not in _NOTHING} | extra


def item_of(noun: str, table: Mapping[str, Any]) -> PackItem:
    """The item that a checked table describes."""
    extra = {name: value for name, value in table.items() if name not in known_names(noun)}
    files = tuple(PackFile(**one) for one in table.get("files", ()))
    return PackItem(noun, table["key"], from_table(noun, table), files, extra)


def retired_table(retired: Retired) -> dict[str, Any]:
    """A retired thing as a JSON table."""
    return asdict(retired)


def about_table(about: PackAbout) -> dict[str, Any]:
    """Which pack it is, as the manifest says it."""
    return {**asdict(about), "made_on": about.made_on.isoformat()}


def contents_of(made: Mapping[str, Any], blobs: Sequence[bytes]) -> PackContents:
    """The whole pack, from what the child process handed over; files are named by what is in them."""
    about = {**made["about"], "made_on": date.fromisoformat(made["about"]["made_on"])}
    return PackContents(
        about=PackAbout(**about),
        items=tuple(item_of(noun, table) for noun, table in made["items"]),
        retired=tuple(Retired(**one) for one in made["retired"]),
        files={sha256(blob).hexdigest(): blob for blob in blobs},
        notes=tuple(made["notes"]),
    )

"""The files that a pack consists of: the same bytes for the same contents, and within the limits."""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from champion_app.domain.packs import NOUNS, PackContents
from champion_app.exchange.pack_limits import (
    FORMAT,
    LARGEST_ATTACHED,
    LARGEST_JSON,
    MANIFEST,
    NEEDS_CHAMPION,
    RETIRED,
    VERSION,
    ZIP,
    attached,
)
from champion_app.exchange.pack_tables import about_table, item_table, retired_table
from champion_app.exchange.safe_names import shown
from champion_app.exchange.safe_zip import MEGABYTE
from champion_app.faults import PackRefused

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the same pack has the same bytes, whenever it is made
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
# How files begin that are packed already; packing them again takes time and gains nothing.
_PACKED = (b"PK\x03\x04", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"%PDF", b"\x1f\x8b", b"RIFF", b"OggS", b"ID3", b"7z")
_MOST_PACKED = ZIP.ratio // 2  # packed further than that, a file looks like a bomb to whoever reads it
_LEVEL = 6


def pack_bytes(contents: PackContents, name: str) -> bytes:
    """The pack as a zip file. Raises PackRefused if a file of it is missing or it is over a limit."""
    members, made = pack_members(contents, name), io.BytesIO()
    with ZipFile(made, "w") as archive:
        for member, data in members.items():
            entry = ZipInfo(member, _FIRST_DAY)
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            archive.writestr(entry, data, ZIP_DEFLATED if _worth_packing(data) else ZIP_STORED, _LEVEL)
    pack = made.getvalue()
    if len(pack) > ZIP.zipped:
        reason = f"it would be {_megabytes(len(pack))}, and the most is {_megabytes(ZIP.zipped)}"
        raise _too_large(reason, contents.files, _wanted(contents, name), name)
    return pack


def pack_members(contents: PackContents, name: str) -> dict[str, bytes]:
    """The files of the pack by name, the manifest first. Raises PackRefused if one is missing or they are too large.

    Items stand in the order of their keys, so that it does not matter in which order they came.
    """
    wanted = _wanted(contents, name)
    lists: dict[str, list[dict[str, Any]]] = {f"{noun}.json": [] for noun in NOUNS}
    for item in sorted(contents.items, key=lambda item: item.key):
        lists[f"{item.noun}.json"].append(item_table(item))
    lists[RETIRED] = [retired_table(one) for one in sorted(contents.retired, key=lambda one: (one.noun, one.key))]
    members = {member: _json(tables) for member, tables in lists.items() if tables}
    members |= {attached(digest): contents.files[digest] for digest in sorted(wanted)}
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "needs_champion": NEEDS_CHAMPION,
        **about_table(contents.about),
        "files": {member: {"sha256": sha256(data).hexdigest(), "size": len(data)} for member, data in members.items()},
    }
    members = {MANIFEST: _json(manifest), **members}
    _measure(members, wanted, name)
    return members


def _wanted(contents: PackContents, name: str) -> dict[str, str]:
    """The SHA-256 of each file that an item has, with the name people gave it."""
    wanted = {file.sha256: file.name for item in contents.items for file in item.files}
    missing = [words for digest, words in wanted.items() if digest not in contents.files]
    if missing:
        way_out = "Take it off what it is attached to, or attach it again."
        raise PackRefused(name=name, reason=f"the file {shown(missing[0])} is not there any more", way_out=way_out)
    return wanted


def _json(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True)
    return text.encode("utf-8", "replace") + b"\n"


def _measure(members: Mapping[str, bytes], wanted: Mapping[str, str], name: str) -> None:
    """Raises PackRefused for a pack that nobody could take in."""
    if len(members) > ZIP.entries:
        reason = f"it would hold {len(members):,} files, and the most is {ZIP.entries:,}"
        raise PackRefused(name=name, reason=reason, way_out="Leave out some of the attached files, or make two packs.")
    words = sum(len(data) for member, data in members.items() if member.endswith(".json"))
    if words > LARGEST_JSON:
        reason = f"without its files it would be {_megabytes(words)}, and the most is {_megabytes(LARGEST_JSON)}"
        raise PackRefused(name=name, reason=reason, way_out="Make two packs of it.")
    files = {digest: members[attached(digest)] for digest in wanted}
    if large := {digest: data for digest, data in files.items() if len(data) > LARGEST_ATTACHED}:
        raise _too_large(f"a file in it is larger than {_megabytes(LARGEST_ATTACHED)}", large, wanted, name)
    if sum(map(len, members.values())) > ZIP.opened:
        raise _too_large(f"it would unpack to more than {_megabytes(ZIP.opened)}", files, wanted, name)


def _too_large(what: str, files: Mapping[str, bytes], wanted: Mapping[str, str], name: str) -> PackRefused:
    """With the three largest files, by the names people gave them."""
    named = sorted(((len(files[digest]), words) for digest, words in wanted.items() if digest in files), reverse=True)
    largest = ", ".join(f"{shown(words)} ({_megabytes(size)})" for size, words in named[:3])
    reason = f"{what}. The largest files in it are {largest}" if largest else what
    return PackRefused(name=name, reason=reason, way_out="Leave out some of the files, or make two packs of it.")


def _worth_packing(data: bytes) -> bool:
    if data.startswith(_PACKED):
        return False
    return len(data) <= MEGABYTE or len(zlib.compress(data, _LEVEL)) * _MOST_PACKED > len(data)


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.0f} MB" if size >= MEGABYTE else "under 1 MB"

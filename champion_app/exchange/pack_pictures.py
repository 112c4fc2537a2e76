"""Pictures among the files of a pack: drawn afresh without what a camera writes into them, or left out (F53)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from champion_app.exchange.clean_pictures import drawn_afresh, is_picture
from champion_app.exchange.file_kinds import SVG, kind_of
from champion_app.exchange.pack_tidying import Say
from champion_app.exchange.safe_names import shown
from champion_app.faults import AttachmentRefused

Items = list[tuple[str, dict[str, Any]]]
_File = tuple[str, str]  # name, SHA-256

_PNG = b"\x89PNG\r\n\x1a\n"
_ONLY_PICTURE = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
# The parts of a JPEG: tables, sizes of the two plain kinds, restarts. Others may tell where and when it was taken.
_TABLES = {0xDB, 0xC4, 0xDD}
_FRAMES = {0xC0, 0xC1}
_JFIF, _SCAN = 0xE0, 0xDA
_MARK = re.compile(rb"\xff[^\x00\xd0-\xd7]")


def cleaned_files(items: Items, files: Mapping[str, bytes], say: Say) -> tuple[Items, list[bytes]]:
    """The items with their files as they will be kept, and the contents of those, each once."""
    kept: dict[str, bytes] = {}
    known: dict[_File, _File | None] = {}
    for file in (_pair(one) for _, table in items for one in table.get("files", ())):
        if file not in known:
            known[file] = _kept(file, files[file[1]], kept, say)
    made = []
    for noun, table in items:
        if "files" in table:
            pairs = ((one, known[_pair(one)]) for one in table["files"])
            table = {**table, "files": [{**one, "name": to[0], "sha256": to[1]} for one, to in pairs if to]}
        made.append((noun, table))
    return made, list(kept.values())


def only_picture(content: bytes) -> bool:
    """Whether a PNG or JPEG holds nothing but the picture, as those do that Champion has drawn.

    Such a one stays as it is: a JPEG drawn afresh is never the same again, and would look changed in every edition.
    """
    return _only_png(content) if content.startswith(_PNG) else _only_jpeg(content)


def _pair(file: Mapping[str, Any]) -> _File:
    return file["name"], file["sha256"]


def _kept(file: _File, content: bytes, kept: dict[str, bytes], say: Say) -> _File | None:
    """Under which name and SHA-256 a file is kept, its content put with the others; None for a picture of no use."""
    name = file[0]
    if is_picture(name, content):
        try:
            content = _clean(name, content)
        except AttachmentRefused as refused:
            say(f"The file {shown(name)} was left out: {refused.details['reason']}.")
            return None
        name = _named(name, content)
    digest = sha256(content).hexdigest()
    kept[digest] = content
    return name, digest


def _clean(name: str, content: bytes) -> bytes:
    """The picture as it will be kept. We are in a child process already, so it is drawn here."""
    if kind_of(content) == SVG:
        reason = "picture not used, because an SVG drawing may hold programs"
        raise AttachmentRefused(name=name, reason=reason, way_out="Save it as PNG, and attach that.")
    drawn = drawn_afresh(name, content)
    return content if only_picture(content) else drawn


def _named(name: str, content: bytes) -> str:
    """The name with the ending that fits."""
    endings = (".png",) if content.startswith(_PNG) else (".jpg", ".jpeg")
    return name if name.lower().endswith(endings) else f"{PurePath(name).stem or 'picture'}{endings[0]}"


def _only_png(content: bytes) -> bool:
    at = len(_PNG)
    while at + 12 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        at += 12 + length
        if kind not in _ONLY_PICTURE:
            return False
        if kind == b"IEND":
            return at == len(content)
    return False


def _only_jpeg(content: bytes) -> bool:
    """Tables and one scan, then the end; the frame has one colour or three."""
    at = 2
    while content[at : at + 1] == b"\xff" and at + 4 <= len(content):
        kind, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        part, at = content[at + 4 : at + 2 + length], at + 2 + length
        if kind == _SCAN:
            end = _MARK.search(content, at)
            return end is not None and content[end.start() :] == b"\xff\xd9"
        plain = part.startswith(b"JFIF\0") and length == 16 if kind == _JFIF else kind in _TABLES
        if not plain and not (kind in _FRAMES and len(part) > 5 and part[5] in (1, 3)):
            return False
    return False

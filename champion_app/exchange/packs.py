"""Packs in and out: a ``.championpack`` is a zip of JSON files, attached files and a manifest with their hashes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from champion_app.domain.packs import PackContents
from champion_app.exchange.child import in_child
from champion_app.exchange.pack_limits import SECONDS, ZIP
from champion_app.exchange.pack_tables import contents_of
from champion_app.exchange.pack_words import WAY_OUT
from champion_app.exchange.safe_zip import MEGABYTE
from champion_app.faults import PackRefused
from champion_app.whole_file import write_whole

SUFFIX = ".championpack"
_MEND_OURS = "Change or leave out what is named here, then make the pack again."


def read_pack(path: Path, name: str = "") -> PackContents:
    """What is in a pack, read in a child process; ``name`` is what to call it if not by its file's name.

    Pictures come without what a camera wrote into them, links lead only to the web, e-mail or telephone, and nothing
    counts as checked; ``notes`` say what was put right or left out. Nothing is written anywhere.
    Raises PackRefused with all that is wrong: five faults in words, the others counted.
    """
    name = name or path.name
    try:
        size = path.stat().st_size if path.is_file() else -1
    except (OSError, ValueError):
        size = -1
    if size < 0:
        raise PackRefused(name=name, reason="there is no such file", way_out="Look for it in another folder.")
    if size > ZIP.zipped:  # said at once, without starting anything
        reason = f"it is larger than {ZIP.zipped // MEGABYTE} MB"
        raise PackRefused(name=name, reason=reason, way_out=WAY_OUT)
    made, blobs = in_child("pack", path, {"name": name}, refuse=PackRefused, seconds=SECONDS)
    return contents_of(made, blobs)


def write_pack(contents: PackContents, path: Path) -> None:
    """Makes a pack. The same contents give the same bytes; files that no item has are left out, and so are ``notes``.

    It is taken in as on another computer before it is saved; then it is there whole, or an earlier file is as it was.
    Raises PackRefused when the contents are over a limit or could not be taken in again (with what to leave out),
    DiskFull, DiskFault, FolderMissing, FolderReadOnly, NotAFile or FileInUse.
    """
    from champion_app.exchange.pack_members import pack_bytes

    name = path.name
    pack = pack_bytes(contents, name)
    try:
        made, _ = in_child("pack", Path(name), {"name": name}, refuse=PackRefused, seconds=SECONDS, content=pack)
    except PackRefused as refused:
        raise PackRefused(**{**refused.details, "way_out": _MEND_OURS}) from refused
    if len(made["items"]) != len(contents.items) or len(made["retired"]) != len(contents.retired):
        raise PackRefused(name=name, reason="some of it would get lost on the way", way_out=_MEND_OURS)
    write_whole(pack, path)


def read_in_child(path: Path, options: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """The child's part of both: plain values and the contents of the files. Raises PackRefused."""
    from champion_app.exchange.pack_reading import read_archive

    return read_archive(options.get("content", path), options["name"])

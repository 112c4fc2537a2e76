"""Zip files from outside: all they say of themselves is looked at first, and they are unpacked in memory only."""

from __future__ import annotations

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from champion_app.exchange.safe_names import shown, why_unsafe
from champion_app.faults import Fault

MEGABYTE = 1024 * 1024
_WAY_OUT = "Ask whoever made it for a new copy."
_SMALL = MEGABYTE  # below this a member may shrink as well as it likes
_DIRECTORY_PER_ENTRY = 1_000  # bytes of the zip's own list that one member may take: a long name and some dates
_LOCKED = 0x1 | 0x40 | 0x2000  # password, strong encryption, hidden headers
_PACKINGS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # all that packs, lists and Office files use
_LOCAL_HEADER = 30
_STARTS = {
    b"Rar!": "it is a RAR file, not a zip file",
    b"7z\xbc\xaf": "it is a 7-Zip file, not a zip file",
    b"\x1f\x8b": "it is a gzip file, not a zip file",
    b"%PDF": "it is a PDF, not a zip file",
    b"\xd0\xcf\x11\xe0": "it is an old Office file, or one with a password",
}
# What Python's reader of zip files lets escape when bytes are wrong; zlib.error is no BadZipFile.
TROUBLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    ArithmeticError,
    RuntimeError,
)


@dataclass(frozen=True, slots=True)
class ZipLimits:
    """Bytes of the file, bytes of all members unpacked, how many members, and how far one of over 1 MB may shrink."""

    zipped: int = 50 * MEGABYTE
    opened: int = 200 * MEGABYTE
    entries: int = 2_000
    ratio: int = 100


class SafeZip:
    """A zip file that has passed every check. Members are read by name into memory, never written anywhere."""

    def __init__(self, archive: zipfile.ZipFile, *, name: str, refuse: type[Fault]) -> None:
        self._archive, self._name, self._refuse = archive, name, refuse
        self._members = {one.filename: one for one in archive.infolist() if not one.is_dir()}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file's bytes."""
        self._archive.close()

    def names(self) -> list[str]:
        """The names of the files in it, folders left out, in its own order."""
        return list(self._members)

    def size(self, name: str) -> int:
        """How many bytes the member says it has; ``read`` never gives more. Raises the fault if it is not there."""
        return self._member(name).file_size

    def read(self, name: str) -> bytes:
        """A member's bytes. Raises the fault if it is not there, damaged, or not as long as it says."""
        member = self._member(name)
        try:
            with self._archive.open(member) as file:
                content = file.read(member.file_size + 1)
        except TROUBLE as error:
            raise self._damaged(name) from error
        if len(content) != member.file_size:
            raise self._damaged(name)
        return content

    def _member(self, name: str) -> zipfile.ZipInfo:
        try:
            return self._members[name]
        except KeyError:
            reason = f"it has no file called {shown(name)} in it"
            raise self._refuse(name=self._name, reason=reason, way_out=_WAY_OUT) from None

    def _damaged(self, name: str) -> Fault:
        return self._refuse(name=self._name, reason=f"the file {shown(name)} in it is damaged", way_out=_WAY_OUT)


def open_zip(source: Path | bytes, *, name: str, refuse: type[Fault], limits: ZipLimits | None = None) -> SafeZip:
    """A zip file, once all that it says about itself has been found harmless (F43-F47). Nothing is unpacked for that.

    Raises ``refuse`` (with name, reason, way_out). Zip files inside it stay closed: they are bytes like any other.
    """
    limits = limits or ZipLimits()
    try:
        content = _content(source, limits)
        archive = _archive(content, limits)
        _look_at_each(archive, limits)
        _look_at_all(archive, limits)
    except _Unsafe as unsafe:
        raise refuse(name=name, reason=unsafe.reason, way_out=_WAY_OUT) from unsafe
    return SafeZip(archive, name=name, refuse=refuse)


class _Unsafe(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Listing(io.BytesIO):
    """The file's bytes. Until ``listed``, one very long read is refused: so long a list of members.

    Python reads that list in one piece and makes an object of every 46 bytes of it, before anybody can count them.
    """

    listed = False

    def __init__(self, content: bytes, entries: int) -> None:
        super().__init__(content)
        self._entries, self._most = entries, max(entries, 100) * _DIRECTORY_PER_ENTRY

    def read(self, size: int | None = -1, /) -> bytes:
        if not self.listed and size is not None and size > self._most:
            raise _Unsafe(f"there are more than {self._entries:,} files in it")
        return super().read(size)


def _content(source: Path | bytes, limits: ZipLimits) -> bytes:
    if isinstance(source, bytes):
        content = source
    else:
        try:
            with source.open("rb") as file:
                content = file.read(limits.zipped + 1)
        except (OSError, ValueError) as error:
            raise _Unsafe("the file could not be opened") from error
    if len(content) > limits.zipped:
        raise _Unsafe(f"it is larger than {_megabytes(limits.zipped)}")
    if not content:
        raise _Unsafe("the file is empty")
    return content


def _archive(content: bytes, limits: ZipLimits) -> zipfile.ZipFile:
    """The zip's own list, read. What is not a zip file is named for what it is."""
    listing = _Listing(content, limits.entries)
    try:
        archive = zipfile.ZipFile(listing)
    except TROUBLE as error:
        known = next((words for start, words in _STARTS.items() if content.startswith(start)), "")
        cut = "it is cut short or damaged" if content.startswith(b"PK") else "it is not a zip file"
        raise _Unsafe(known or cut) from error
    listing.listed = True
    count = len(archive.infolist())
    if not count:
        raise _Unsafe("there is nothing in it")
    if count > limits.entries:
        raise _Unsafe(f"there are {count:,} files in it; the most is {limits.entries:,}")
    return archive


def _look_at_each(archive: zipfile.ZipFile, limits: ZipLimits) -> None:
    for member in archive.infolist():
        # The name as it stands and as Python took it: the two differ where a NUL cuts the name or a field renames it.
        for name in (member.orig_filename, member.filename):
            if why := why_unsafe(name):
                raise _Unsafe(f"this file is not safe: the name {shown(name)} in it {why}")
        if member.flag_bits & _LOCKED:
            raise _Unsafe("it is locked with a password")
        if stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise _Unsafe(f"this file is not safe: {shown(member.filename)} in it is a link, not a file")
        if member.compress_type not in _PACKINGS:
            raise _Unsafe(f"{shown(member.filename)} in it is packed in a way we do not read")
        if member.is_dir() and member.file_size:
            raise _Unsafe(f"{shown(member.filename)} in it is a folder with bytes of its own")
        if member.file_size > max(_SMALL, limits.ratio * member.compress_size):
            raise _Unsafe(f"{shown(member.filename)} in it unpacks to over {limits.ratio} times its size")


def _look_at_all(archive: zipfile.ZipFile, limits: ZipLimits) -> None:
    members = archive.infolist()
    if sum(member.file_size for member in members) > limits.opened:
        raise _Unsafe(f"it unpacks to more than {_megabytes(limits.opened)}")
    names = [unicodedata.normalize("NFC", member.filename).casefold().rstrip("/") for member in members]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise _Unsafe(f"the name {shown(twice)} stands twice in it")
    end = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        if member.header_offset < end:
            raise _Unsafe("the files in it lie over one another")
        end = member.header_offset + _LOCAL_HEADER + member.compress_size
    if end > archive.start_dir:
        raise _Unsafe("the files in it lie over one another")


def _megabytes(size: int) -> str:
    return f"{size // MEGABYTE} MB" if size >= MEGABYTE else f"{size:,} bytes"

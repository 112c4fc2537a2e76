"""Files kept in the binder with a resource, or as evidence at a criterion."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from champion_app import places
from champion_app.domain import clock
from champion_app.domain.attachments import LARGEST, Attachment, size_words
from champion_app.domain.typed_text import clean_line
from champion_app.exchange.attached_text import attached_words, looks_like
from champion_app.exchange.clean_pictures import clean_picture, is_picture
from champion_app.faults import AttachmentRefused, NoLongerThere
from champion_app.store import attachments, resources
from champion_app.store.binder import Binder
from champion_app.whole_file import write_whole

_LONGEST_NAME = 200
_SMALLER = "Attach a smaller copy, or note in the evidence where the file is kept."


@dataclass(frozen=True)
class ReadyFile:
    """A file that was read and looked at, ready to be kept."""

    name: str
    content: bytes
    kind: str
    words: str


def read_file(path: Path) -> ReadyFile:
    """Reads a file to attach; slow for large ones, and needs no binder. Pictures are drawn afresh, without metadata.

    Raises AttachmentRefused for a folder, a missing, unreadable or empty file, one over 50 MB, or a picture that cannot
    be used.
    """
    try:
        if not path.is_file():
            raise AttachmentRefused(name=path.name, reason="it is not a file", way_out="Choose a file.")
        size = path.stat().st_size
        if size > LARGEST:
            said = f"it has {size_words(size)}, and {size_words(LARGEST)} is the most"
            raise AttachmentRefused(name=path.name, reason=said, way_out=_SMALLER)
        content = path.read_bytes()
    except OSError:
        way_out = "Is it open in another program, or on a stick that was taken out? Then try again."
        raise AttachmentRefused(name=path.name, reason="it could not be read", way_out=way_out) from None
    return ready(path.name, content)


def ready(name: str, content: bytes) -> ReadyFile:
    """A file's bytes, looked at and ready to be kept. Raises AttachmentRefused as ``read_file`` does."""
    if not content:
        raise AttachmentRefused(name=name, reason="it is empty", way_out="Choose another file.")
    if is_picture(name, content):
        name, content = clean_picture(name, content)
    tidied = clean_line(name.replace("/", "-").replace("\\", "-"), "The file's name")[-_LONGEST_NAME:] or "file"
    return ReadyFile(tidied, content, looks_like(tidied, content), attached_words(tidied, content))


def attach(
    binder: Binder,
    file: ReadyFile,
    *,
    resource: int = 0,
    criterion: str = "",
    note: str = "",
    today: date | None = None,
) -> int:
    """Keeps a file with a resource or at a criterion, and returns the attachment's id. Once is enough."""
    here = attachments.of_resource(binder, resource) if resource else attachments.of_criterion(binder, criterion)
    with binder.atomic("attach_file"):
        number = attachments.keep_file(binder, file.content, file.kind, file.words)
        for known in here:
            if known.name == file.name and attachments.content(binder, known.sha256) == file.content:
                return known.id
        day = today or clock.today()
        tidied = clean_line(note, "About the file")
        return attachments.add(binder, number, file.name, day, resource=resource, criterion=criterion, note=tidied)


def attach_all(
    binder: Binder, files: Sequence[ReadyFile], *, resource: int = 0, criterion: str = "", together: str = ""
) -> int:
    """Keeps several files in one step, and returns how many of them are new here.

    Steps with the same ``together`` made one after the other are one for undo: files chosen at once that are too large
    to be held at once. Raises NoLongerThere for a resource that has gone.
    """
    if resource and resources.one(binder, resource) is None:
        raise NoLongerThere
    before = len(of_resource(binder, resource) if resource else of_criterion(binder, criterion))
    with binder.atomic("attach_file", merge=f"attach {together}" if together else ""):
        for file in files:
            attach(binder, file, resource=resource, criterion=criterion)
    return len(of_resource(binder, resource) if resource else of_criterion(binder, criterion)) - before


def of_resource(binder: Binder, resource_id: int) -> list[Attachment]:
    """The files of a resource, oldest first."""
    return attachments.of_resource(binder, resource_id)


def of_criterion(binder: Binder, criterion: str) -> list[Attachment]:
    """The evidence at a criterion, oldest first."""
    return attachments.of_criterion(binder, criterion)


def remove_attachment(binder: Binder, attachment_id: int) -> None:
    """Takes a file away; undo brings it back."""
    with binder.atomic("remove_attachment"):
        attachments.remove(binder, attachment_id)


def content_of(binder: Binder, attachment: Attachment) -> bytes:
    """The bytes of a file. Raises NoLongerThere."""
    found = attachments.content(binder, attachment.sha256)
    if found is None:
        raise NoLongerThere
    return found


def save_copy(content: bytes, out: Path) -> Path:
    """Writes a file's bytes elsewhere, and returns the path; needs no binder. Raises a fault of the disk."""
    return write_whole(content, out)


def copies_folder(binder: Binder) -> Path:
    """Where read-only copies lie while they are looked at: beside the binder, and emptied when it is closed."""
    return places.copies_folder(binder.path)


def open_copy(binder: Binder, attachment: Attachment) -> Path:
    """A read-only copy to look at, in a folder that ``remove_copies`` empties. Raises NoLongerThere or a disk fault."""
    data = content_of(binder, attachment)
    folder = copies_folder(binder) / str(attachment.id)
    path = folder / attachment.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists():
            path.chmod(stat.S_IWUSR | stat.S_IRUSR)
        path.write_bytes(data)
        path.chmod(stat.S_IRUSR)
    except OSError:
        way_out = "Save it somewhere else instead, and open it there."
        raise AttachmentRefused(name=attachment.name, reason="a copy could not be made", way_out=way_out) from None
    return path


def remove_copies(binder: Binder) -> None:
    """Takes away every copy that was opened. One that is still open in another program stays until the next time."""
    folder = copies_folder(binder)
    for path in sorted(folder.glob("*/*")):
        _remove(path)
    for path in (*sorted(folder.glob("*")), folder):
        try:
            path.rmdir()
        except OSError:
            continue


def _remove(path: Path) -> None:
    try:
        path.chmod(stat.S_IWUSR | stat.S_IRUSR)
        path.unlink()
    except OSError:
        return

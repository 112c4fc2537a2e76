"""Attached files: each content is kept once, under its SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

from champion_app.domain.attachments import Attachment
from champion_app.store.binder import Binder
from champion_app.store.connection import Row

_ALL = (
    "SELECT attachments.*, files.size, files.kind, files.sha256 FROM attachments JOIN files ON files.id ="
    " attachments.file"
)


def of_resource(binder: Binder, resource_id: int) -> list[Attachment]:
    """The files of a resource, oldest first."""
    rows = binder.rows(f"{_ALL} WHERE resource = ? ORDER BY attachments.id", (resource_id,))
    return [_attachment(row) for row in rows]


def of_criterion(binder: Binder, criterion: str) -> list[Attachment]:
    """The evidence at a criterion, oldest first."""
    rows = binder.rows(f"{_ALL} WHERE criterion = ? AND criterion <> '' ORDER BY attachments.id", (criterion,))
    return [_attachment(row) for row in rows]


def one(binder: Binder, attachment_id: int) -> Attachment | None:
    """One attachment, or None."""
    row = binder.row(f"{_ALL} WHERE attachments.id = ?", (attachment_id,))
    return _attachment(row) if row is not None else None


def content(binder: Binder, sha256: str) -> bytes | None:
    """The bytes kept under a SHA-256 in hexadecimal, or None."""
    row = binder.row("SELECT content FROM files WHERE sha256 = ?", (sha256,))
    return bytes(row["content"]) if row is not None else None


def keep_file(binder: Binder, data: bytes, kind: str, words: str) -> int:
    """Keeps a content, once, and returns its number. ``words`` is the text found in it."""
    sha256 = hashlib.sha256(data).hexdigest()
    known = binder.row("SELECT id FROM files WHERE sha256 = ?", (sha256,))
    if known is not None:
        return int(known["id"])
    return binder.insert("files", {"sha256": sha256, "size": len(data), "kind": kind, "content": data, "words": words})


def add(
    binder: Binder, file: int, name: str, day: date, *, resource: int = 0, criterion: str = "", note: str = ""
) -> int:
    """Attaches a kept file to a resource or to a criterion and returns the attachment's id."""
    values = {"file": file, "name": name, "note": note, "added_on": day.isoformat()}
    return binder.insert("attachments", {**values, "resource": resource or None, "criterion": criterion})


def remove(binder: Binder, attachment_id: int) -> None:
    """Takes a file away; undo brings it back. Raises NoLongerThere."""
    binder.remove("attachments", attachment_id)


def renumber(binder: Binder, new_number: Mapping[str, str]) -> None:
    """Moves evidence to the numbers that its criteria have in a new edition of the toolkit."""
    rows = binder.rows("SELECT id, criterion FROM attachments WHERE criterion <> ''")
    for row in rows:
        if row["criterion"] in new_number:
            binder.change("attachments", row["id"], {"criterion": new_number[row["criterion"]]})


def _attachment(row: Row) -> Attachment:
    return Attachment(
        id=row["id"],
        name=row["name"],
        resource=row["resource"] or 0,
        criterion=row["criterion"],
        size=row["size"],
        kind=row["kind"],
        sha256=row["sha256"],
        note=row["note"],
        added_on=date.fromisoformat(row["added_on"]),
    )

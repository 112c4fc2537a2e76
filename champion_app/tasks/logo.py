"""Our logo: one picture that stands on leaflets and certificates."""

from __future__ import annotations

import hashlib
from pathlib import Path

from champion_app.faults import AttachmentRefused
from champion_app.store import attachments
from champion_app.store.binder import Binder
from champion_app.tasks.attachments import ReadyFile, read_file

_KEPT = "logo"
_TOLD = frozenset({"settings"})  # no history of its own, but whoever shows the logo hears of it


def logo(binder: Binder) -> bytes:
    """The picture, or nothing when there is none."""
    digest = binder.recall(_KEPT)
    return (attachments.content(binder, digest) or b"") if digest else b""


def read_logo(path: Path) -> ReadyFile:
    """Reads a picture and draws it afresh, so that nothing hidden in the file stays in it; needs no binder.

    Slow for large ones. Raises AttachmentRefused if it is no picture we read.
    """
    ready = read_file(path)
    if not ready.kind.startswith("image/"):
        raise AttachmentRefused(
            name=path.name, reason="it is not a picture", way_out="Choose a PNG or JPEG picture of your logo."
        )
    return ready


def keep_logo(binder: Binder, ready: ReadyFile) -> None:
    """A picture that was read is our logo from now on. Raises a fault of the disk."""
    with binder.atomic("keep_setting", also=_TOLD):
        attachments.keep_file(binder, ready.content, ready.kind, "")
        binder.remember(_KEPT, hashlib.sha256(ready.content).hexdigest())


def remove_logo(binder: Binder) -> None:
    """Leaflets are printed without a logo again."""
    with binder.atomic("keep_setting", also=_TOLD):
        binder.remember(_KEPT, "")


def put_back(binder: Binder, content: bytes) -> None:
    """A logo that was taken off or replaced is our logo again: the binder still has its picture."""
    with binder.atomic("keep_setting", also=_TOLD):
        binder.remember(_KEPT, hashlib.sha256(content).hexdigest())

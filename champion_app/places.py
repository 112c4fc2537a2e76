"""Where things live on this computer: the binder, backups, prints and the log. Nothing here makes a folder."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import platformdirs

BINDER_SUFFIX = ".champion"

# Folder names that mean a copy of the file travels to somebody else's computer (Zotero keeps a list like this).
SYNCED_FOLDERS = (
    "onedrive", "dropbox", "google drive", "googledrive", "icloud", "mobile documents", "nextcloud", "box sync",
)  # fmt: skip


@dataclass(frozen=True)
class Places:
    """The folders of one person on one computer. Tests and ``--binder`` build their own."""

    home: Path

    @property
    def binder(self) -> Path:
        return self.home / f"binder{BINDER_SUFFIX}"

    @property
    def known_binders(self) -> Path:
        """A list of the places where a binder has been opened before."""
        return self.home / "known-binders.txt"

    @property
    def look(self) -> Path:
        """How the window last looked: what stands before an open binder cannot ask it."""
        return self.home / "look.txt"

    @property
    def sample(self) -> Path:
        """The sample service to look round in."""
        return self.home / f"sample{BINDER_SUFFIX}"

    @property
    def log(self) -> Path:
        return self.home / "champion.log"


def for_this_person() -> Places:
    """The per-user local data folder (not Documents, not roaming: schools redirect those to servers)."""
    return Places(Path(platformdirs.user_data_dir("Champion", appauthor=False, roaming=False)))


def copies_folder(binder: Path) -> Path:
    """Where read-only copies of attached files lie while they are looked at: beside the binder."""
    return binder.with_name(f"{binder.name}-opened")


def backups_of(binder: Path) -> Path:
    """Where the backups of a binder lie: in a folder of its own beside it.

    Binders whose names differ in the ending only have two folders. A folder of an earlier version, which went by the
    name without the ending, is still found while no other binder can lay claim to it.
    """
    short = binder.with_name(f"{binder.stem}-backups")
    if binder.suffix.lower() == BINDER_SUFFIX:
        return short
    whole = binder.with_name(f"{binder.name}-file-backups")
    with contextlib.suppress(OSError):
        if short.is_dir() and not whole.is_dir() and not binder.with_suffix(BINDER_SUFFIX).exists():
            return short
    return whole


def prints() -> Path:
    """Where saved leaflets go unless the champion chooses another folder: the person's Documents."""
    documents = Path(platformdirs.user_documents_dir())
    return documents if documents.is_dir() else Path.home()


def synced_service(path: Path) -> str:
    """The name of the folder that suggests ``path`` is copied to a cloud service, or an empty string."""
    for part in path.parts:
        if any(name in part.casefold() for name in SYNCED_FOLDERS):
            return part
    return ""

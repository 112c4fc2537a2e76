"""File names from outside: which of them could lead somewhere else, and how a strange one is shown."""

from __future__ import annotations

import re

LONGEST_NAME = 200
_LONGEST_SHOWN = 80
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])", re.IGNORECASE)
# Control characters, half letters, and the marks that turn the direction of what is shown: "invoice\u202Efdp.exe".
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def why_unsafe(name: str) -> str:
    """Why a name inside a zip file cannot be trusted, or nothing; a folder's name may end in a slash (F43)."""
    parts = name.removesuffix("/").split("/")
    checks = (
        (len(name) > LONGEST_NAME, f"is longer than {LONGEST_NAME} letters"),
        (_HIDDEN.search(name), "has hidden characters"),
        ("\\" in name or name.startswith("/"), "leads out of its own folder"),
        (".." in parts, "leads out of its own folder"),
        (re.search('[:*?"<>|]', name), "is not one that every computer can keep"),
        (any(part in ("", ".") or part[-1] in ". " for part in parts), "is not one that every computer can keep"),
        (any(_DEVICE.fullmatch(part.split(".")[0].strip()) for part in parts), "is that of a device"),
    )
    return next((why for fails, why in checks if fails), "")


def shown(name: str) -> str:
    """A name from outside as it can be shown: what could not be seen is written out, and the end of a long one cut."""
    short = name if len(name) <= _LONGEST_SHOWN else name[:_LONGEST_SHOWN] + "…"
    letters = (
        letter if letter.isprintable() and letter != "\\" else letter.encode("unicode_escape").decode("ascii")
        for letter in short
    )
    return f"“{''.join(letters)}”"

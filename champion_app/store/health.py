"""Whether a binder is sound: what ``champion-app check`` reports of the file itself."""

from __future__ import annotations

from champion_app.store.binder import Binder

_SETTINGS = ("journal_mode", "locking_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema")


def check(binder: Binder) -> dict[str, object]:
    """Integrity, references, the settings read back, versions and migration steps. ``problems`` is empty if sound."""
    problems = [row[0] for row in binder.rows("PRAGMA integrity_check") if row[0] != "ok"]
    problems += [f"row {row[1]} of {row[0]} points nowhere" for row in binder.rows("PRAGMA foreign_key_check")]
    steps = binder.rows("SELECT name FROM _sqlite_migrations ORDER BY name")
    return {
        "path": str(binder.path),
        "problems": problems,
        "pragmas": {name: _answer(binder, f"PRAGMA {name}") for name in _SETTINGS},
        "sqlite": _answer(binder, "SELECT sqlite_version()"),
        "cipher": _answer(binder, "PRAGMA cipher_version"),
        "steps": [row["name"] for row in steps],
    }


def _answer(binder: Binder, question: str) -> object:
    row = binder.row(question)
    return row[0] if row is not None else None

"""Actions and their updates."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from champion_app.domain.actions import Action, ActionFields, Horizon, Update
from champion_app.store.binder import Binder
from champion_app.store.connection import Row


def all_actions(binder: Binder) -> list[Action]:
    """Every action with its updates, in the order they were raised."""
    updates: dict[int, list[Update]] = {}
    for row in binder.rows("SELECT * FROM action_updates ORDER BY id"):
        updates.setdefault(row["action"], []).append(_update(row))
    return [_action(row, updates.get(row["id"], [])) for row in binder.rows("SELECT * FROM actions ORDER BY id")]


def one(binder: Binder, action_id: int) -> Action | None:
    """One action with its updates, or None."""
    row = binder.row("SELECT * FROM actions WHERE id = ?", (action_id,))
    if row is None:
        return None
    notes = binder.rows("SELECT * FROM action_updates WHERE action = ? ORDER BY id", (action_id,))
    return _action(row, [_update(note) for note in notes])


def overdue_count(binder: Binder, today: date) -> int:
    """How many open actions are past their date."""
    row = binder.row("SELECT count(*) FROM actions WHERE closed_on IS NULL AND due < ?", (today.isoformat(),))
    return int(row[0]) if row is not None else 0


def add(binder: Binder, fields: ActionFields, raised_on: date) -> int:
    """A new action's id."""
    return binder.insert("actions", {**_columns(fields), "raised_on": raised_on.isoformat()})


def change(binder: Binder, action_id: int, fields: ActionFields) -> None:
    """Replaces an action's fields. Its updates are not touched."""
    binder.table("actions").update(action_id, _columns(fields))


def set_closed(binder: Binder, action_id: int, closed_on: date | None) -> None:
    """Closes an action on a day, or reopens it with None."""
    binder.table("actions").update(action_id, {"closed_on": closed_on.isoformat() if closed_on else None})


def add_update(binder: Binder, action_id: int, day: date, text: str) -> int:
    """A new dated update. There is no way to change one."""
    return binder.insert("action_updates", {"action": action_id, "day": day.isoformat(), "text": text})


def remove(binder: Binder, action_id: int) -> None:
    """Removes an action and its updates; undo brings both back."""
    # One by one, so that the history's triggers see every update (a cascade would be seen too, but out of order).
    for row in binder.rows("SELECT id FROM action_updates WHERE action = ?", (action_id,)):
        binder.table("action_updates").delete(row["id"])
    for row in binder.rows("SELECT id FROM log_entries WHERE action = ?", (action_id,)):
        binder.table("log_entries").update(row["id"], {"action": None})
    binder.table("actions").delete(action_id)


def _columns(fields: ActionFields) -> dict[str, object]:
    due = fields.due.isoformat() if fields.due else None
    return {**asdict(fields), "due": due, "horizon": fields.horizon.value}


def _action(row: Row, updates: list[Update]) -> Action:
    names = ActionFields.__dataclass_fields__.keys() - {"due", "horizon"}
    fields = ActionFields(
        **{name: row[name] for name in names},
        due=date.fromisoformat(row["due"]) if row["due"] else None,
        horizon=Horizon(row["horizon"]),
    )
    return Action(
        id=row["id"],
        fields=fields,
        raised_on=date.fromisoformat(row["raised_on"]),
        closed_on=date.fromisoformat(row["closed_on"]) if row["closed_on"] else None,
        updates=tuple(updates),
    )


def _update(row: Row) -> Update:
    return Update(row["id"], date.fromisoformat(row["day"]), row["text"])

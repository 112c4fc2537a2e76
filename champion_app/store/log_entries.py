"""The action log and its templates."""

from __future__ import annotations

from datetime import date

from champion_app.domain.log_entries import LogEntry, LogFields, LogTemplate, Reached
from champion_app.store.binder import Binder
from champion_app.store.connection import Row


def entries(
    binder: Binder, since: date | None = None, until: date | None = None, statement: int | None = None
) -> list[LogEntry]:
    """Log entries of a period and statement, newest first; None leaves that filter out."""
    rows = binder.rows(
        "SELECT log_entries.*, coalesce(actions.title, '') AS action_title FROM log_entries"
        " LEFT JOIN actions ON actions.id = log_entries.action"
        " WHERE (:since IS NULL OR day >= :since) AND (:until IS NULL OR day <= :until)"
        " AND (:statement IS NULL OR log_entries.statement = :statement) ORDER BY day DESC, log_entries.id DESC",
        {
            "since": since.isoformat() if since else None,
            "until": until.isoformat() if until else None,
            "statement": statement,
        },
    )
    return [_entry(row) for row in rows]


def any_entries(binder: Binder) -> bool:
    """Whether there is any entry at all."""
    return binder.row("SELECT 1 FROM log_entries LIMIT 1") is not None


def one(binder: Binder, entry_id: int) -> LogEntry | None:
    """One entry, or None."""
    row = binder.row(
        "SELECT log_entries.*, coalesce(actions.title, '') AS action_title FROM log_entries"
        " LEFT JOIN actions ON actions.id = log_entries.action WHERE log_entries.id = ?",
        (entry_id,),
    )
    return _entry(row) if row is not None else None


def handed_out(binder: Binder) -> dict[str, int]:
    """How many of each leaflet were handed out, by the id of its template."""
    rows = binder.rows(
        "SELECT leaflet, sum(coalesce(reached, 1)) AS copies FROM log_entries WHERE leaflet <> '' GROUP BY leaflet"
    )
    return {row["leaflet"]: row["copies"] for row in rows}


def add(binder: Binder, fields: LogFields) -> int:
    """A new entry's id."""
    return binder.insert("log_entries", _columns(fields))


def change(binder: Binder, entry_id: int, fields: LogFields) -> None:
    """Replaces an entry."""
    binder.table("log_entries").update(entry_id, _columns(fields))


def remove(binder: Binder, entry_id: int) -> None:
    """Removes an entry; undo brings it back."""
    binder.table("log_entries").delete(entry_id)


def templates(binder: Binder) -> list[LogTemplate]:
    """The champion's templates, by name."""
    rows = binder.rows("SELECT * FROM log_templates ORDER BY name COLLATE NOCASE, id")
    return [
        LogTemplate(row["id"], row["name"], row["what"], row["statement"], Reached(row["reached_kind"])) for row in rows
    ]


def add_template(binder: Binder, template: LogTemplate) -> int:
    """A new template's id; the given id is not used."""
    return binder.insert("log_templates", _template_columns(template))


def change_template(binder: Binder, template: LogTemplate) -> None:
    """Replaces the template with the same id."""
    binder.table("log_templates").update(template.id, _template_columns(template))


def remove_template(binder: Binder, template_id: int) -> None:
    """Removes a template; undo brings it back."""
    binder.table("log_templates").delete(template_id)


def _columns(fields: LogFields) -> dict[str, object]:
    return {
        "what": fields.what,
        "day": fields.day.isoformat(),
        "statement": fields.statement,
        "criterion": fields.criterion,
        "action": fields.action or None,
        "reached": fields.reached,
        "reached_kind": fields.reached_kind.value,
        "resource": fields.resource or None,
        "leaflet": fields.leaflet,
    }


def _template_columns(template: LogTemplate) -> dict[str, object]:
    return {
        "name": template.name,
        "what": template.what,
        "statement": template.statement,
        "reached_kind": template.reached_kind.value,
    }


def _entry(row: Row) -> LogEntry:
    fields = LogFields(
        what=row["what"],
        day=date.fromisoformat(row["day"]),
        statement=row["statement"],
        criterion=row["criterion"],
        action=row["action"] or 0,
        reached=row["reached"],
        reached_kind=Reached(row["reached_kind"]),
        resource=row["resource"] or 0,
        leaflet=row["leaflet"],
    )
    return LogEntry(row["id"], fields, row["action_title"])

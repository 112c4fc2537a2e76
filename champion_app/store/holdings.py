"""How much the binder holds of each kind, from when to when, and which of it is old."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date

from champion_app.domain.holdings import Held, OldRow
from champion_app.domain.typed_text import first_line
from champion_app.store.binder import Binder
from champion_app.store.connection import Row

DRAFT = "draft "
_IS_DRAFT = f"substr(name, 1, {len(DRAFT)}) = '{DRAFT}'"
# A change whose rows are gone cannot be undone: nothing but its day is left of it.
_REMEMBERED = "EXISTS (SELECT 1 FROM change_rows WHERE change_rows.seq = changes.seq)"

_HELD = {
    "service": "SELECT count(*), NULL, NULL FROM service WHERE name <> ''",
    "assessment": """SELECT (SELECT count(*) FROM answers), min(started),
        max(max(started, coalesce(finished, ''), coalesce((SELECT max(answered_on) FROM answers), ''))) FROM rounds""",
    "actions": """SELECT count(*), min(raised_on), max(max(raised_on, coalesce(closed_on, ''),
        coalesce((SELECT max(day) FROM action_updates), ''))) FROM actions""",
    "log": "SELECT count(*), min(day), max(day) FROM log_entries",
    "templates": "SELECT count(*), NULL, NULL FROM log_templates",
    "evidence": "SELECT count(*), min(added_on), max(added_on) FROM attachments",
    "listings": "SELECT count(*), NULL, NULL FROM listings",
    "prisons": "SELECT count(*), NULL, NULL FROM prisons",
    "pack": "SELECT count(*), NULL, NULL FROM resources",
    "leaflets": """SELECT (SELECT count(*) FROM own_words) + (SELECT count(*) FROM leaflet_texts)
        + (SELECT count(*) FROM text_checks), NULL, NULL""",
    "prints": "SELECT count(*), min(day), max(day) FROM prints",
    "history": f"SELECT count(*), min(date(at)), max(date(at)) FROM changes WHERE {_REMEMBERED}",
    "drafts": f"SELECT count(*), NULL, NULL FROM settings WHERE {_IS_DRAFT} AND value <> ''",
    "sources": "SELECT count(*), min(day), max(day) FROM sources",
    "settings": f"SELECT count(*), NULL, NULL FROM settings WHERE NOT ({_IS_DRAFT})",
    "search": "SELECT count(*), NULL, NULL FROM finder_docsize",
}

# What can be purged by its age: the row, its day, its words. A round is old when a newer one was begun long ago.
_OLD = {
    "assessment": """SELECT id, coalesce(finished, started) AS day, name AS line FROM rounds AS old WHERE EXISTS
        (SELECT 1 FROM rounds AS newer WHERE newer.id > old.id AND newer.started < :cut) ORDER BY id""",
    "actions": "SELECT id, closed_on AS day, title AS line FROM actions WHERE closed_on < :cut ORDER BY closed_on, id",
    "log": "SELECT id, day, what AS line FROM log_entries WHERE day < :cut ORDER BY day, id",
    "evidence": """SELECT id, added_on AS day, criterion || ' ' || name AS line FROM attachments
        WHERE criterion <> '' AND added_on < :cut ORDER BY added_on, id""",
    "prints": "SELECT id, day, title AS line FROM prints WHERE day < :cut ORDER BY day, id",
    "history": f"""SELECT seq AS id, date(at) AS day, task AS line FROM changes
        WHERE at < :cut AND {_REMEMBERED} ORDER BY seq""",
    "drafts": f"""SELECT rowid AS id, NULL AS day, substr(name, {len(DRAFT) + 1}) AS line FROM settings
        WHERE {_IS_DRAFT} AND value <> '' ORDER BY name""",
}
# Where the rows of a kind stand, and what hangs on them.
PLACES = {
    "assessment": ("rounds", "answers", "round"),
    "actions": ("actions", "action_updates", "action"),
    "log": ("log_entries", "", ""),
    "evidence": ("attachments", "", ""),
    "prints": ("prints", "", ""),
}

_TABLES = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name <> 'sqlite_schema' ORDER BY name"
_INDEX = "finder"
_THESE = "(SELECT value FROM json_each(:ids))"


def held(binder: Binder, kind: str) -> Held:
    """How much there is of a kind, by its id. Raises KeyError for one that is not in the binder."""
    row = binder.rows(_HELD[kind])[0]
    return Held(int(row[0]), _day(row[1]), _day(row[2]))


def old_rows(binder: Binder, kind: str, cut: date) -> list[OldRow]:
    """Which rows of a kind are from before a day, the oldest first. Drafts have no day: all of them."""
    rows = binder.rows(_OLD[kind], {"cut": cut.isoformat()})
    return [OldRow(int(row["id"]), _day(row["day"]), first_line(row["line"])) for row in rows]


def hanging_on(binder: Binder, kind: str, ids: Iterable[int]) -> int:
    """How many updates hang on these actions, or answers on these rounds."""
    _, child, column = PLACES.get(kind, ("", "", ""))
    if not child:
        return 0
    row = binder.rows(f"SELECT count(*) FROM {child} WHERE {column} IN {_THESE}", _ids(ids))[0]
    return int(row[0])


def days_of_changes(binder: Binder) -> list[date]:
    """The day of each change in the order of writing; days in a row that are the same only once."""
    found: list[date] = []
    for row in binder.rows("SELECT date(at) AS day FROM changes ORDER BY seq"):
        day = _day(row["day"])
        if day is not None and (not found or found[-1] != day):
            found.append(day)
    return found


def all_tables(binder: Binder) -> list[str]:
    """The name of every table in the file."""
    return [str(row["name"]) for row in binder.rows(_TABLES)]


# ---------------------------------------------------------------- words


def words_of(binder: Binder, place: str, ids: Iterable[int]) -> list[tuple[str, str]]:
    """Every text in these rows of a table as (column, words), row after row."""
    columns = _texts(binder, place)
    if not columns:
        return []
    rows = binder.rows(f"SELECT {', '.join(columns)} FROM {place} WHERE rowid IN {_THESE} ORDER BY rowid", _ids(ids))
    return [(column, str(row[column])) for row in rows for column in columns if row[column]]


def before_words(binder: Binder, seqs: Iterable[int]) -> list[tuple[str, str]]:
    """What the rows of these changes said before, as (table, the row in JSON)."""
    rows = binder.rows(
        f"SELECT place, before FROM change_rows WHERE seq IN {_THESE} AND before IS NOT NULL ORDER BY id", _ids(seqs)
    )
    return [(str(row["place"]), str(row["before"])) for row in rows]


def where(binder: Binder, line: str) -> list[tuple[str, str]]:
    """In which tables a line still stands, with the first words of each row. The search index follows its rows."""
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    found = []
    for table in all_tables(binder):
        if table.startswith((_INDEX, "sqlite_", "_sqlite")):
            continue
        columns = _texts(binder, table)
        if not columns:
            continue
        hit = " OR ".join(f'instr("{column}", :line) OR instr("{column}", :escaped)' for column in columns)
        rows = binder.rows(f'SELECT * FROM "{table}" WHERE {hit}', {"line": line, "escaped": escaped})
        found += [(table, _hit(row, columns, (line, escaped))) for row in rows]
    return found


def containing(binder: Binder, words: str) -> list[tuple[str, str]]:
    """Every row in which these words stand, capitals or not, as (table, the line they stand in).

    Words kept as JSON (drafts, the history) have their rarer letters written out.
    """
    wanted = {words.casefold(), json.dumps(words)[1:-1].casefold()}
    found = []
    for table in all_tables(binder):
        columns = [] if table.startswith((_INDEX, "sqlite_", "_sqlite")) else _texts(binder, table)
        if not columns:
            continue
        for row in binder.rows(f'SELECT {", ".join(columns)} FROM "{table}"'):
            line = next((line for name in columns for line in _lines_with(str(row[name] or ""), wanted)), None)
            if line is not None:
                found.append((table, line))
    return found


def _lines_with(text: str, wanted: set[str]) -> list[str]:
    if not any(words in text.casefold() for words in wanted):
        return []
    return [line.strip() for line in text.splitlines() if any(words in line.casefold() for words in wanted)]


def children(binder: Binder, place: str) -> list[tuple[str, str, str]]:
    """The tables that point at a table: (table, column, what happens to them when a row goes)."""
    found = []
    for table in all_tables(binder):
        for row in binder.rows(f'PRAGMA foreign_key_list("{table}")'):
            if row["table"] == place:
                found.append((table, str(row["from"]), str(row["on_delete"])))
    return found


def _texts(binder: Binder, table: str) -> Sequence[str]:
    rows = binder.rows("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'", (table,))
    return [str(row["name"]) for row in rows]


def _hit(row: Row, columns: Iterable[str], lines: tuple[str, str]) -> str:
    text = next(str(row[name]) for name in columns if row[name] and any(line in row[name] for line in lines))
    return first_line(text)


def _ids(ids: Iterable[int]) -> dict[str, str]:
    return {"ids": json.dumps(list(ids))}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

"""The search index: one FTS5 table over every noun, kept in step by triggers.

A row's number says what it is: the noun's place in ``NOUNS`` times a million million, plus the row's own id.
``attached`` holds the names of a resource's files and the words found in them.
"""

from __future__ import annotations

from dataclasses import dataclass

from champion_app.store.connection import Connection

STRIDE = 1_000_000_000_000
# Enough of a long document to be found by; the whole of it would be kept twice.
ATTACHED_LETTERS = 200_000


@dataclass(frozen=True)
class Indexed:
    """Which columns of a table are searched; the title weighs most."""

    table: str
    kind: str
    title: str
    words: tuple[str, ...]


NOUNS = (
    Indexed("listings", "listing", "name", ("also_known_as", "organisation", "description", "area", "eligibility",
            "ages", "languages", "kind", "audience", "how_to_refer", "address", "email", "website", "note", "phones")),
    Indexed("resources", "resource", "title", ("description", "tags", "author", "kind", "audience", "ages", "stages",
            "language", "note")),
    Indexed("actions", "action", "title", ("next_step", "evidence", "lead", "success")),
    Indexed("log_entries", "log entry", "what", ()),
    Indexed("prisons", "prison", "name", ("town", "county", "region", "holds", "types", "good_to_know", "note")),
)  # fmt: skip
_LISTS = frozenset({"tags", "stages", "types"})
RESOURCES = next(place for place, noun in enumerate(NOUNS) if noun.table == "resources")


def create(connection: Connection) -> None:
    """The index, its triggers and a line in it for every row there already is."""
    connection.execute("DROP TABLE IF EXISTS finder_vocabulary")
    connection.execute("DROP TABLE IF EXISTS finder")
    connection.execute(
        "CREATE VIRTUAL TABLE finder USING fts5(title, words, attached,"
        " tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4')"
    )
    connection.execute("CREATE VIRTUAL TABLE finder_vocabulary USING fts5vocab(finder, row)")
    for place in range(len(NOUNS)):
        create_triggers(connection, place)
    _create_attachment_triggers(connection)
    fill(connection)


def fill(connection: Connection) -> None:
    """Writes every line of the index anew."""
    connection.execute("DELETE FROM finder")
    for place, noun in enumerate(NOUNS):
        connection.execute(f"INSERT INTO finder (rowid, title, words, attached) {_line(place)} FROM {noun.table} AS it")


def create_triggers(connection: Connection, place: int) -> None:
    """The triggers of one noun; to be put back after every ``transform()`` of its table.

    A change of what is not searched, such as the day of a check, leaves the index alone.
    """
    noun = NOUNS[place]
    number = f"{place * STRIDE} + OLD.id"
    line = f"{_line(place)} FROM {noun.table} AS it WHERE it.id = NEW.id"
    insert = f"INSERT INTO finder (rowid, title, words, attached) {line};"
    delete = f"DELETE FROM finder WHERE rowid = {number};"
    columns = ", ".join((noun.title, *noun.words))
    for event, when, body in (
        ("insert", "INSERT", insert),
        ("update", f"UPDATE OF {columns}", delete + insert),
        ("delete", "DELETE", delete),
    ):
        name = f"{noun.table}_finder_{event}"
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        connection.execute(f"CREATE TRIGGER {name} AFTER {when} ON {noun.table} BEGIN {body} END")


def _line(place: int) -> str:
    noun = NOUNS[place]
    words = " || ' ' || ".join(_column(name) for name in noun.words) or "''"
    attached = _attached("it.id") if place == RESOURCES else "''"
    return f"SELECT {place * STRIDE} + it.id, it.{noun.title}, {words}, {attached}"


def _column(name: str) -> str:
    """A column's words; of a list its parts, and of telephone numbers the numbers and what they are for."""
    if name == "phones":
        said = "json_extract(value, '$.number') || ' ' || json_extract(value, '$.label')"
        part = f"CASE type WHEN 'object' THEN {said} ELSE value END"
        return f"(SELECT coalesce(group_concat({part}, ', '), '') FROM json_each(it.phones))"
    if name in _LISTS:
        return f"(SELECT coalesce(group_concat(value, ', '), '') FROM json_each(it.{name}))"
    return f"it.{name}"


def _attached(resource: str) -> str:
    words = f"attachments.name || ' ' || substr(files.words, 1, {ATTACHED_LETTERS})"
    return (
        f"(SELECT coalesce(group_concat({words}, ' '), '')"
        f" FROM attachments JOIN files ON files.id = attachments.file WHERE attachments.resource = {resource})"
    )


def _create_attachment_triggers(connection: Connection) -> None:
    """A file added to a resource, taken away from it or put back by undo is found, or found no more."""
    for event, rows in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
        body = " ".join(
            f"UPDATE finder SET attached = {_attached(f'{row}.resource')}"
            f" WHERE rowid = {RESOURCES * STRIDE} + {row}.resource;"
            for row in rows
        )
        name = f"attachments_finder_{event.lower()}"
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        connection.execute(f"CREATE TRIGGER {name} AFTER {event} ON attachments BEGIN {body} END")

"""The search index: one FTS5 table over every noun, kept in step by triggers.

A row's number says what it is: the noun's place in ``NOUNS`` times a million million, plus the row's own id.
"""

from __future__ import annotations

from dataclasses import dataclass

from champion_app.store.connection import Connection

STRIDE = 1_000_000_000_000


@dataclass(frozen=True)
class Indexed:
    """Which columns of a table are searched; the title weighs most."""

    table: str
    kind: str
    title: str
    words: str


NOUNS = (
    Indexed("listings", "listing", "{0}.name", "{0}.organisation || ' ' || {0}.description || ' ' || {0}.area || ' '"
            " || {0}.eligibility || ' ' || {0}.kind || ' ' || {0}.note"),
    Indexed("resources", "resource", "{0}.title", "{0}.description || ' ' || {0}.author || ' ' || {0}.kind || ' '"
            " || {0}.audience || ' ' || {0}.ages || ' ' || {0}.stages || ' ' || {0}.note"),
    Indexed("actions", "action", "{0}.title", "{0}.next_step || ' ' || {0}.evidence || ' ' || {0}.lead || ' '"
            " || {0}.success"),
    Indexed("log_entries", "log entry", "{0}.what", "''"),
)  # fmt: skip


def create(connection: Connection) -> None:
    """The index and its triggers, for a new binder."""
    connection.execute(
        "CREATE VIRTUAL TABLE finder USING fts5(title, words,"
        " tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
    )
    connection.execute("CREATE VIRTUAL TABLE finder_vocabulary USING fts5vocab(finder, row)")
    for place in range(len(NOUNS)):
        create_triggers(connection, place)


def create_triggers(connection: Connection, place: int) -> None:
    """The triggers of one noun; to be put back after every ``transform()`` of its table."""
    noun = NOUNS[place]
    base = place * STRIDE
    values = f"{base} + NEW.id, {noun.title.format('NEW')}, {noun.words.format('NEW')}"
    insert = f"INSERT INTO finder (rowid, title, words) VALUES ({values});"
    delete = f"DELETE FROM finder WHERE rowid = {base} + OLD.id;"
    for event, body in (("INSERT", insert), ("UPDATE", delete + insert), ("DELETE", delete)):
        name = f"{noun.table}_finder_{event.lower()}"
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        connection.execute(f"CREATE TRIGGER {name} AFTER {event} ON {noun.table} BEGIN {body} END")

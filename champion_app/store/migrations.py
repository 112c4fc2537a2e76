"""The binder's shape, step by step. A released step is never edited; a new one is added below it.

After any ``transform()`` put the history and search triggers of that table back: transform drops them silently.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from champion_app.store import history, search_index
from champion_app.store.connection import Connection

SET_NAME = "champion"
steps = Migrations(SET_NAME)

DAY = "TEXT CHECK ({0} IS NULL OR {0} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"
STATEMENT = "INTEGER NOT NULL DEFAULT 0 CHECK (statement BETWEEN 0 AND 8)"
WORDS = "TEXT NOT NULL DEFAULT ''"
# A number is never given out twice: print-outs and the history go on naming what has been removed.
ID = "id INTEGER PRIMARY KEY AUTOINCREMENT"

TABLES_0001 = {
    # ``about`` holds what the binder knows of itself; ``settings`` how its champion likes to work. Neither is undone.
    "about": "name TEXT PRIMARY KEY, value TEXT NOT NULL",
    "settings": "name TEXT PRIMARY KEY, value TEXT NOT NULL",
    "service": f"""id INTEGER PRIMARY KEY CHECK (id = 1), name {WORDS}, setting {WORDS},
        type TEXT NOT NULL CHECK (type IN ('universal', 'specialist', 'criminal_justice')),
        champion {WORDS}, role {WORDS}, where_found {WORDS}, when_found {WORDS}, phone {WORDS}, email {WORDS},
        council {WORDS}, prison {WORDS}, safeguarding_lead {WORDS}, safeguarding_phone {WORDS}""",
    "rounds": f"""{ID}, name TEXT NOT NULL, started {DAY.format("started")} NOT NULL,
        finished {DAY.format("finished")}, edition {WORDS}, at_criterion {WORDS},
        service_type TEXT NOT NULL CHECK (service_type IN ('universal', 'specialist', 'criminal_justice'))""",
    "answers": f"""{ID}, round INTEGER NOT NULL REFERENCES rounds(id) ON DELETE CASCADE,
        criterion TEXT NOT NULL, why_not {WORDS}, notes {WORDS}, answered_on {DAY.format("answered_on")},
        answer TEXT CHECK (answer IN ('not_yet', 'in_progress', 'in_place', 'not_applicable')),
        carried INTEGER NOT NULL DEFAULT 0 CHECK (carried IN (0, 1)), UNIQUE (round, criterion),
        CHECK (answer IS NOT 'not_applicable' OR carried OR why_not <> '')""",
    "actions": f"""{ID}, title TEXT NOT NULL CHECK (title <> ''), statement {STATEMENT},
        criterion {WORDS}, next_step {WORDS}, evidence {WORDS}, lead {WORDS}, budget {WORDS}, success {WORDS},
        target {WORDS}, actual {WORDS}, due {DAY.format("due")}, raised_on {DAY.format("raised_on")} NOT NULL,
        closed_on {DAY.format("closed_on")},
        horizon TEXT NOT NULL CHECK (horizon IN ('this_month', 'three_months', 'six_months'))""",
    "action_updates": f"""{ID}, action INTEGER NOT NULL REFERENCES actions(id) ON DELETE CASCADE,
        day {DAY.format("day")} NOT NULL, text TEXT NOT NULL CHECK (text <> '')""",
    "log_entries": f"""{ID}, what TEXT NOT NULL CHECK (what <> ''), day {DAY.format("day")} NOT NULL,
        statement {STATEMENT}, criterion {WORDS}, action INTEGER REFERENCES actions(id) ON DELETE SET NULL,
        reached INTEGER CHECK (reached >= 0), reached_kind TEXT NOT NULL DEFAULT 'staff'""",
    "log_templates": f"""{ID}, name TEXT NOT NULL CHECK (name <> ''), what {WORDS},
        statement {STATEMENT}, reached_kind TEXT NOT NULL DEFAULT 'staff'""",
    "listings": f"""{ID}, key {WORDS}, name TEXT NOT NULL CHECK (name <> ''), description {WORDS},
        organisation {WORDS}, phones TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(phones)), email {WORDS},
        website {WORDS}, hours {WORDS}, address {WORDS}, area {WORDS}, eligibility {WORDS}, ages {WORDS},
        languages {WORDS}, cost {WORDS}, how_to_refer {WORDS}, audience {WORDS}, kind {WORDS}, note {WORDS},
        print_rule TEXT NOT NULL DEFAULT 'yes', status TEXT NOT NULL DEFAULT 'active'
        CHECK (status IN ('active', 'closed')), checked_on {DAY.format("checked_on")}, checked_by {WORDS}""",
    "resources": f"""{ID}, key {WORDS}, title TEXT NOT NULL CHECK (title <> ''), description {WORDS},
        author {WORDS}, year {WORDS}, kind {WORDS}, audience {WORDS}, ages {WORDS},
        stages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(stages)),
        statements TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(statements)),
        criteria TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(criteria)), link {WORDS}, licence {WORDS},
        status {WORDS}, note {WORDS}""",
    "prints": f"""{ID}, day {DAY.format("day")} NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
        edition {WORDS}, options {WORDS}, copies INTEGER NOT NULL CHECK (copies >= 0)""",
    "print_contacts": f"""{ID}, print INTEGER NOT NULL REFERENCES prints(id) ON DELETE CASCADE,
        listing INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL, number {WORDS},
        checked_on {DAY.format("checked_on")}""",
}

INDEXES_0001 = {
    "answers_by_round": "answers(round)",
    "updates_by_action": "action_updates(action, id)",
    "log_by_day": "log_entries(day DESC, id DESC)",
    "log_by_action": "log_entries(action)",
    "listings_by_key": "listings(key)",
    "resources_by_key": "resources(key)",
    "contacts_by_print": "print_contacts(print)",
    "contacts_by_listing": "print_contacts(listing)",
    "changes_standing": "changes(undone, seq)",
}


@steps(name="0001_first_binder")
def _first_binder(db: Database) -> None:
    connection: Connection = db.conn
    history.create_tables(connection)
    for table, columns in TABLES_0001.items():
        connection.execute(f"CREATE TABLE {table} ({columns}) STRICT")
    for name, columns in INDEXES_0001.items():
        connection.execute(f"CREATE INDEX {name} ON {columns}")
    for table in history.TRACKED:
        history.create_triggers(connection, table)
    search_index.create(connection)



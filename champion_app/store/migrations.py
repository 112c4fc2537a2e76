"""The binder's shape, step by step. A released step is never edited; a new one is added below it.

After any ``transform()`` put the history and search triggers of that table back: transform drops them silently.
"""

from __future__ import annotations

import json

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from champion_app.domain.resources import age_range, audience_groups
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


# The tables that had a history when the first step was written; later ones get theirs in the step that makes them.
TRACKED_0001 = (
    "service", "rounds", "answers", "actions", "action_updates", "log_entries", "log_templates", "listings",
    "resources",
)  # fmt: skip

LIST = "TEXT NOT NULL DEFAULT '[]' CHECK (json_valid({0}))"
RETIRED = "INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))"
CHECKED = f"checked_on {DAY.format('checked_on')}, checked_by {WORDS}"

COLUMNS_0002 = {
    "listings": (f"also_known_as {WORDS}",),
    "resources": (
        f"language {WORDS}", f"nations {LIST.format('nations')}", f"tags {LIST.format('tags')}",
        # Worked out of ``ages`` and ``audience`` whenever a row is written, so that 50,000 can be filtered.
        "age_min INTEGER", "age_max INTEGER", f"audiences {LIST.format('audiences')}",
        f"sheet {WORDS}", f"checked_on {DAY.format('checked_on')}", f"checked_by {WORDS}", f"retired {RETIRED}",
    ),
    "log_entries": ("resource INTEGER REFERENCES resources(id) ON DELETE SET NULL",),
    "prints": (f"template {WORDS}", f"choices {WORDS}"),
    # The day on which somebody dealt with a wrong number on paper: the sheet was reprinted or found to be gone.
    "print_contacts": (f"dealt_on {DAY.format('dealt_on')}",),
}  # fmt: skip

TABLES_0002 = {
    "prisons": f"""{ID}, key {WORDS}, name TEXT NOT NULL CHECK (name <> ''), town {WORDS}, county {WORDS},
        region {WORDS}, nation {WORDS}, holds {WORDS}, types {LIST.format("types")}, booking {WORDS},
        proof_of_identity {WORDS}, dress {WORDS}, children_may_bring {WORDS}, good_to_know {WORDS},
        visits_page {WORDS}, phone {WORDS}, note {WORDS},
        status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')), {CHECKED}""",
    "figures": f"""{ID}, key {WORDS}, text TEXT NOT NULL CHECK (text <> ''), source {WORDS}, year {WORDS},
        value {WORDS}, counts {WORDS}, source_url {WORDS}, review_by {DAY.format("review_by")}, note {WORDS},
        retired {RETIRED}""",
    "terms": f"""{ID}, key {WORDS}, use TEXT NOT NULL CHECK (use <> ''), also {LIST.format("also")}, note {WORDS},
        retired {RETIRED}""",
    "leaflet_texts": f"""{ID}, key {WORDS}, template TEXT NOT NULL CHECK (json_valid(template)), checked_by {WORDS},
        retired {RETIRED}""",
    # Files by their content, kept once however often they are attached. Not in the history: a change never touches one.
    "files": f"""{ID}, sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64), size INTEGER NOT NULL, kind {WORDS},
        content BLOB NOT NULL, words {WORDS}""",
    "attachments": f"""{ID}, resource INTEGER REFERENCES resources(id) ON DELETE CASCADE, criterion {WORDS},
        file INTEGER NOT NULL REFERENCES files(id), name TEXT NOT NULL CHECK (name <> ''), note {WORDS},
        added_on {DAY.format("added_on")} NOT NULL, CHECK ((resource IS NULL) = (criterion <> ''))""",
    "shelves": f"{ID}, name TEXT NOT NULL CHECK (name <> '')",
    "shelf_items": f"""{ID}, shelf INTEGER NOT NULL REFERENCES shelves(id) ON DELETE CASCADE,
        resource INTEGER NOT NULL REFERENCES resources(id) ON DELETE CASCADE, UNIQUE (shelf, resource)""",
    # The words of each edition of the toolkit that a round was answered in: it prints in its old words for ever.
    "toolkit_editions": "edition TEXT PRIMARY KEY, words TEXT NOT NULL CHECK (json_valid(words))",
    # A list, a pack or the starter content that was taken in; ``number`` and ``day`` are of the newest edition taken.
    "sources": f"""{ID}, kind TEXT NOT NULL CHECK (kind IN ('starter', 'list', 'pack')), key {WORDS},
        title {WORDS}, number INTEGER NOT NULL DEFAULT 0, day {DAY.format("day")} NOT NULL""",
    # What a source said of a row when it was last taken in: the common ground for the next edition.
    "origins": f"""{ID}, source INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE, noun TEXT NOT NULL,
        key TEXT NOT NULL CHECK (key <> ''), row_id INTEGER NOT NULL, base TEXT NOT NULL CHECK (json_valid(base)),
        extra TEXT NOT NULL DEFAULT '{{}}' CHECK (json_valid(extra)),
        gone_on {DAY.format("gone_on")}, UNIQUE (source, noun, key)""",
}  # fmt: skip

INDEXES_0002 = {
    "resources_by_title": "resources(title COLLATE NOCASE, id)",
    "listings_by_name": "listings(status, name COLLATE NOCASE, id)",
    "prisons_by_key": "prisons(key)",
    "attachments_by_resource": "attachments(resource)",
    "attachments_by_criterion": "attachments(criterion)",
    "attachments_by_file": "attachments(file)",
    "items_by_resource": "shelf_items(resource)",
    "origins_by_row": "origins(noun, row_id)",
    "origins_by_key": "origins(noun, key)",
    "log_by_resource": "log_entries(resource)",
}

COLUMNS_0003 = {
    # The words as they stood on the paper, so that an old leaflet can be read after its text has changed.
    # ``binned_on`` is when its sheets were thrown away.
    "prints": (f"words {WORDS}", f"binned_on {DAY.format('binned_on')}"),
    # Which leaflet was handed out, by the id of its template.
    "log_entries": (f"leaflet {WORDS}",),
}

TABLES_0003 = {
    # Our own words of a leaflet. Without a name they are what we changed in the shipped one; with a name it is one of
    # our own. ``shipped`` is the text as it was when the words were made ours.
    "own_words": f"""{ID}, base TEXT NOT NULL CHECK (base <> ''), name {WORDS},
        words TEXT NOT NULL CHECK (json_valid(words)), shipped TEXT NOT NULL CHECK (json_valid(shipped))""",
    # A named person has read a text: as its service ("words"), or as a speaker of its language. ``digest`` is of what
    # they read; other words are unread again.
    "text_checks": f"""{ID}, template TEXT NOT NULL, what TEXT NOT NULL CHECK (what IN ('words', 'speaker')),
        digest TEXT NOT NULL, checked_on {DAY.format("checked_on")} NOT NULL,
        checked_by TEXT NOT NULL CHECK (checked_by <> '')""",
    # The facts that stood on a print, so that it can be recalled when one of them changes.
    "print_facts": f"""{ID}, print INTEGER NOT NULL REFERENCES prints(id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('block', 'prison')), key TEXT NOT NULL, words {WORDS},
        review_by {DAY.format("review_by")}, dealt_on {DAY.format("dealt_on")}""",
}

INDEXES_0003 = {
    "words_by_base": "own_words(base)",
    "checks_by_template": "text_checks(template)",
    "facts_by_print": "print_facts(print)",
    "log_by_leaflet": "log_entries(leaflet) WHERE leaflet <> ''",
}


@steps(name="0001_first_binder")
def _first_binder(db: Database) -> None:
    connection: Connection = db.conn
    history.create_tables(connection)
    for table, columns in TABLES_0001.items():
        connection.execute(f"CREATE TABLE {table} ({columns}) STRICT")
    for name, columns in INDEXES_0001.items():
        connection.execute(f"CREATE INDEX {name} ON {columns}")
    for table in TRACKED_0001:
        history.create_triggers(connection, table)


@steps(name="0002_pack_and_directory")
def _pack_and_directory(db: Database) -> None:
    connection: Connection = db.conn
    for table, added in COLUMNS_0002.items():
        for column in added:
            connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    for table, columns in TABLES_0002.items():
        connection.execute(f"CREATE TABLE {table} ({columns}) STRICT")
    for name, columns in INDEXES_0002.items():
        connection.execute(f"CREATE INDEX {name} ON {columns}")
    _derive_ages_and_audiences(connection)
    for table in ("listings", "resources", "log_entries", *TABLES_0002.keys() - {"files", "toolkit_editions"}):
        history.create_triggers(connection, table)  # with the new columns in the image
    search_index.create(connection)  # the first binders had one with fewer columns


@steps(name="0003_leaflet_studio")
def _leaflet_studio(db: Database) -> None:
    connection: Connection = db.conn
    for table, added in COLUMNS_0003.items():
        for column in added:
            connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    for table, columns in TABLES_0003.items():
        connection.execute(f"CREATE TABLE {table} ({columns}) STRICT")
    for name, columns in INDEXES_0003.items():
        connection.execute(f"CREATE INDEX {name} ON {columns}")
    for table in ("log_entries", "own_words", "text_checks"):
        history.create_triggers(connection, table)


def _derive_ages_and_audiences(connection: Connection) -> None:
    """What is worked out of the words at each writing, for the rows that are there already."""
    connection.execute("DROP TRIGGER resources_history_update")  # this is no change that somebody made
    for row in connection.execute("SELECT id, ages, audience FROM resources").fetchall():
        low, high = age_range(row["ages"]) or (None, None)
        groups = json.dumps(audience_groups(row["audience"]))
        connection.execute(
            "UPDATE resources SET age_min = ?, age_max = ?, audiences = ? WHERE id = ?", (low, high, groups, row["id"])
        )

"""Reads a pack in the child process: manifest, hashes, each item. All that is wrong with it is said at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from champion_app.domain.packs import NOUNS, PackAbout
from champion_app.exchange.pack_forms import ITEMS, RetiredForm, given
from champion_app.exchange.pack_leaflet_forms import Form
from champion_app.exchange.pack_limits import NOUN_FILES, RETIRED, ZIP, attached
from champion_app.exchange.pack_manifest import Members
from champion_app.exchange.pack_pictures import Items, cleaned_files
from champion_app.exchange.pack_tidying import only_known, tidied
from champion_app.exchange.pack_words import fault_words, notes
from champion_app.exchange.safe_names import shown
from champion_app.exchange.safe_zip import open_zip
from champion_app.faults import PackRefused

_Named = Callable[[dict[str, Any]], tuple[str, str]]


def read_archive(source: Path | bytes, name: str) -> tuple[dict[str, Any], list[bytes]]:
    """A pack as plain values (see ``pack_tables.contents_of``) and its files. Writes nothing anywhere.

    ``name`` is what the pack is called in a message. Raises PackRefused and nothing else.
    """
    said: list[str] = []
    with open_zip(source, name=name, refuse=PackRefused, limits=ZIP) as archive:
        members = Members(archive, name, said.append)
        items = [pair for member, noun in NOUN_FILES.items() for pair in _items(members, member, noun)]
        retired = _retired(members, {(noun, table["key"]) for noun, table in items})
        files = members.attached()
        _compare_files(members, items, files)
        members.faults.stop_if_any()
    items = [(noun, tidied(noun, table, said.append)) for noun, table in items]
    items, blobs = cleaned_files(items, files, said.append)
    about = {name: value for name, value in given(members.manifest).items() if name in PackAbout.__dataclass_fields__}
    return {"about": about, "items": items, "retired": retired, "notes": notes(said)}, blobs


def _items(members: Members, member: str, noun: str) -> Items:
    """The sound items of one file; what is wrong with the others, and a key that stands twice, is noted."""
    tables = _listed(members, member, ITEMS[noun], lambda table: (noun, table["key"]))
    if noun == "leaflet_texts":
        papers = Counter((table["template"]["id"], table["template"]["language"]) for table in tables)
        for (name, language), times in papers.items():
            if times > 1:
                members.faults.add(f"{member}: {times} texts are called {shown(name)} in the language {language}")
    return [(noun, table) for table in tables]


def _retired(members: Members, there: set[tuple[str, str]]) -> list[dict[str, Any]]:
    """What should not be used any more. A thing cannot be that and stand in the pack."""
    found = []
    for table in _listed(members, RETIRED, RetiredForm, lambda table: (table["noun"], table["key"])):
        if table["noun"] not in NOUNS:
            members.say(f"Left out of {RETIRED}, because this Champion does not know it: {shown(table['noun'])}.")
        elif (table["noun"], table["key"]) in there:
            members.faults.add(f"{RETIRED}: {shown(table['key'])} is retired and also in {table['noun']}.json")
        else:
            found.append(only_known(table, RetiredForm.model_fields, RETIRED, members.say))
    return found


def _listed(members: Members, member: str, form: type[Form], named: _Named) -> list[dict[str, Any]]:
    found, seen = [], set()
    for number, table in enumerate(members.listed(member), start=1):
        key = table.get("key") if isinstance(table, dict) else ""
        place = f"{member}, item {number}" + (f" {shown(key)}" if key and isinstance(key, str) else "")
        try:
            made = given(form.model_validate(table))
        except ValidationError as error:
            for fault in error.errors(include_url=False, include_input=False):
                members.faults.add(fault_words(place, fault))
            continue
        if (name := named(made)) in seen:
            members.faults.add(f"{place}: its key stands twice")
        seen.add(name)
        found.append(made)
    return found


def _compare_files(members: Members, items: Items, files: dict[str, bytes]) -> None:
    """Every file that an item names is there; one that no item names is left out."""
    wanted = {file["sha256"]: file["name"] for _, table in items for file in table.get("files", ())}
    for digest in sorted(wanted.keys() - files.keys()):
        if not members.has(attached(digest)):
            members.faults.add(f"the file {shown(wanted[digest])} is not in the pack")
    if spare := len(files.keys() - wanted.keys()):
        members.say(f"Files left out, because nothing in the pack speaks of them: {spare:,}.")

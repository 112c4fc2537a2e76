"""Making and opening a binder, and the starter content a new one begins with."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from champion_app.assets import resource
from champion_app.domain.listings import ListingFields, Phone
from champion_app.domain.log_entries import LogTemplate, Reached
from champion_app.domain.resources import ResourceFields
from champion_app.faults import FolderReadOnly
from champion_app.places import Places
from champion_app.store import listings, log_entries, opening, resources
from champion_app.store.binder import Binder


def make_binder(path: Path) -> Binder:
    """A new binder with the starter directory, the resource pack and log templates, opened.

    Raises BinderExists, FolderMissing, FolderReadOnly or a disk fault; then no file is left behind.
    """
    return opening.create_binder(path, _fill)


def open_binder(path: Path) -> Binder:
    """An existing binder. Raises one of the Binder faults; a missing binder is never replaced by an empty one."""
    return opening.open_binder(path)


def _fill(binder: Binder) -> None:
    with binder.atomic("starter_content"):
        for item in _starter("directory", "listings.json"):
            listings.add(binder, _listing_fields(item), key=item["id"])
        for item in _starter("pack", "resources.json"):
            resources.add(binder, _resource_fields(item), key=item["id"])
        templates = tomllib.loads(resource("log_templates.toml").read_text(encoding="utf-8"))["templates"]
        for item in templates:
            kind = Reached(item["reached_kind"])
            log_entries.add_template(binder, LogTemplate(0, item["name"], item["what"], item["statement"], kind))
        # What a binder begins with is not something the champion did: there is nothing to undo yet.
        binder.forget_history()


def _starter(*parts: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(resource(*parts).read_text(encoding="utf-8"))
    return items


def _listing_fields(item: dict[str, Any]) -> ListingFields:
    def text(name: str) -> str:
        return str(item.get(name) or "")

    # A web address nobody has seen work is not printed: it waits in the note until a person has looked.
    guessed = f"Web address to check before use: {text('website')}." if item["website_unverified"] else ""
    return ListingFields(
        name=text("name"),
        description=text("description"),
        organisation=text("organisation"),
        phones=tuple(Phone(p["number"], p.get("label") or "", p.get("cost") or "") for p in item["phones"]),
        email=text("email"),
        website="" if guessed else text("website"),
        hours=text("hours"),
        address=text("address"),
        area=text("area"),
        eligibility=text("eligibility"),
        ages=text("ages"),
        languages=text("languages"),
        cost=text("cost"),
        how_to_refer=" ".join(part for part in (text("how_to_refer"), text("text_service")) if part),
        audience=text("audience"),
        kind=text("kind"),
        note=" ".join(part for part in (text("note"), guessed) if part),
        print_rule=text("print_rule"),
    )


def _resource_fields(item: dict[str, Any]) -> ResourceFields:
    def text(name: str) -> str:
        return str(item.get(name) or "")

    def several(name: str) -> tuple[str, ...]:
        values = item.get(name)
        return tuple(str(value) for value in values) if isinstance(values, list) else ()

    low, high = item.get("age_min"), item.get("age_max")
    return ResourceFields(
        title=text("title"),
        description=text("description"),
        author=text("author"),
        year=text("year"),
        kind=text("kind"),
        audience=text("audience"),
        ages=f"{low} to {high}" if low is not None and high is not None else "",
        stages=several("stages"),
        statements=tuple(int(number) for number in several("statements")),
        criteria=several("criteria"),
        link=text("link"),
        licence=text("licence_or_price"),
        status=text("status"),
        note=text("note"),
    )


def make_binder_here(path: Path) -> Binder:
    """A new binder in the person's own data folder, which is made if need be. Raises as ``make_binder`` does."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise FolderReadOnly(folder=path.parent) from None
    return make_binder(path)


def remember_place(places: Places, path: Path) -> None:
    """Notes where the binder last was, so that a missing one is never mistaken for a first start."""
    try:
        places.home.mkdir(parents=True, exist_ok=True)
        known = _known_places(places)
        if str(path) not in known:
            places.known_binders.write_text("\n".join([*known, str(path)]) + "\n", encoding="utf-8")
    except OSError:
        # The note is a help, not a need: without it a missing binder looks like a first start, and nothing is made.
        return


def was_here(places: Places, path: Path) -> bool:
    """Whether a binder has been opened at this place before."""
    return str(path) in _known_places(places)


def _known_places(places: Places) -> list[str]:
    try:
        return places.known_binders.read_text(encoding="utf-8").splitlines()
    except OSError:
        return []

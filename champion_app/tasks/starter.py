"""The starter content this version ships: what a new binder begins with, and what an older one has not had yet."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from functools import partial
from typing import Any

from champion_app.assets import resource
from champion_app.domain import clock
from champion_app.domain.item_tables import to_table
from champion_app.domain.listings import ListingFields, Phone
from champion_app.domain.log_entries import LogTemplate, Reached
from champion_app.domain.packs import Figure, ItemFields, Term, item_name
from champion_app.domain.prisons import PrisonFields
from champion_app.domain.resources import ResourceFields
from champion_app.domain.taking_in import Item, Verdict
from champion_app.store import log_entries, rounds, sources
from champion_app.store.binder import Binder
from champion_app.tasks import taking_in
from champion_app.tasks.binders import STARTER_EDITION, STARTER_SETTING
from champion_app.tasks.toolkit import keep_edition, load_toolkit

_KIND, _KEY, _TITLE = "starter", "champion", "Starter content"


def fill(binder: Binder) -> None:
    """What a new binder begins with. It is not something the champion did: there is nothing to undo yet."""
    with binder.atomic("starter_content"):
        _take_in(binder, list(_items()))
        for item in tomllib.loads(resource("log_templates.toml").read_text(encoding="utf-8"))["templates"]:
            kind = Reached(item["reached_kind"])
            log_entries.add_template(binder, LogTemplate(0, item["name"], item["what"], item["statement"], kind))
        binder.forget_history()


def bring_up_to_date(binder: Binder) -> bool:
    """Takes in what a newer edition of the starter content has; says whether there was anything.

    The champion's own words stay, and what they removed stays out.
    """
    known = sources.find(binder, _KIND, _KEY)
    if known is not None and known.number >= int(STARTER_EDITION):
        return False
    _keep_the_words_of_rounds(binder)
    items = list(_items())
    if known is None:
        # Binders of the first shape did not note what they began with. What is not there any more was removed.
        had = {row[0] for table in ("listings", "resources") for row in binder.rows(f"SELECT key FROM {table}")}
        first = ("listings", "resources")
        items = [item for item in items if item.noun not in first or item.key in had or item.sheet]
    with binder.atomic("starter_content"):
        _take_in(binder, items)
    return True


def _keep_the_words_of_rounds(binder: Binder) -> None:
    """A round begun before words were kept was answered in those this version ships, when the edition is the same."""
    toolkit = load_toolkit()
    if any(one.edition == toolkit.edition for one in rounds.all_rounds(binder)):
        with binder.atomic("keep_setting"):
            keep_edition(binder, toolkit)


def _take_in(binder: Binder, items: list[Item]) -> None:
    preview = taking_in.look(binder, sources.find(binder, _KIND, _KEY), items)
    edition = taking_in.Edition(_KIND, _KEY, _TITLE, int(STARTER_EDITION), clock.today())
    kept = tuple(proposal for proposal in preview.proposals if proposal.verdict is not Verdict.LOOK_ALIKE)
    binder.remember(STARTER_SETTING, STARTER_EDITION)
    taking_in.carry_out(binder, edition, taking_in.Preview(preview.source, kept, ()), {})


def _items() -> Iterator[Item]:
    yield from (_item("listings", entry["id"], _listing(entry)) for entry in _json("directory", "listings.json"))
    for entry in _json("pack", "resources.json"):
        yield _item("resources", entry["id"], _resource(entry), entry.get("sheet", ""))
    yield from (_item("prisons", entry["id"], _prison(entry)) for entry in _json("prisons", "prisons.json"))
    yield from (_item("figures", entry["id"], _figure(entry)) for entry in _toml("figures")["figures"])
    for entry in _toml("terms")["terms"]:
        yield _item("terms", entry["use"], Term(entry["use"], tuple(entry["also"]), entry["note"]))


def _item(noun: str, key: str, fields: ItemFields, sheet: str = "") -> Item:
    return Item(noun, key, item_name(fields), fields, to_table(fields), row_key=key, sheet=sheet)


def _json(*parts: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(resource(*parts).read_text(encoding="utf-8"))
    return items


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(name, f"{name}.toml").read_text(encoding="utf-8"))


def _text(item: dict[str, Any], name: str) -> str:
    return str(item.get(name) or "")


def _several(item: dict[str, Any], name: str) -> tuple[str, ...]:
    values = item.get(name)
    return tuple(str(value) for value in values) if isinstance(values, list) else ()


def _listing(item: dict[str, Any]) -> ListingFields:
    text = partial(_text, item)
    # A web address nobody has seen work is not printed: it waits in the note until a person has looked.
    guessed = f"Web address to check before use: {text('website')}." if item["website_unverified"] else ""
    return ListingFields(
        name=text("name"),
        also_known_as="; ".join(_several(item, "also_known_as")),
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


def _resource(item: dict[str, Any]) -> ResourceFields:
    text, several = partial(_text, item), partial(_several, item)
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
        language=text("language") or "English",
        nations=several("nations"),
        tags=several("tags"),
    )


def _prison(item: dict[str, Any]) -> PrisonFields:
    text = partial(_text, item)
    return PrisonFields(
        name=text("name"),
        town=text("town"),
        county=text("county"),
        region=text("region"),
        nation=text("nation"),
        holds=text("holds"),
        types=_several(item, "types"),
        note=text("note"),
    )


def _figure(item: dict[str, Any]) -> Figure:
    names = ("text", "source", "year", "value", "counts", "source_url", "note")
    return Figure(**{name: _text(item, name) for name in names}, review_by=item.get("review_by"))

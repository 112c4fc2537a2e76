"""The sample service: a made-up primary school to look round in, and what ``demo`` prints from."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from champion_app.assets import resource
from champion_app.domain import clock
from champion_app.domain.actions import ActionFields, Horizon
from champion_app.domain.listings import ListingFields, Phone
from champion_app.domain.log_entries import LogFields, Reached
from champion_app.domain.rounds import Answer, AnswerRecord
from champion_app.domain.services import Service, ServiceType
from champion_app.places import Places
from champion_app.store import actions, listings, log_entries, prisons, rounds
from champion_app.store import service as service_store
from champion_app.store.binder import Binder
from champion_app.tasks import binders, settings
from champion_app.tasks.toolkit import keep_edition, load_toolkit
from champion_app.whole_file import make_folder


def make_sample(path: Path, today: date | None = None) -> Binder:
    """A new binder with the sample service in it. Raises as ``make_binder`` does."""
    day = today or clock.today()
    table = tomllib.loads(resource("sample", "sample.toml").read_text(encoding="utf-8"))
    binder = binders.make_binder(path)
    with binder.atomic("sample_service"):
        _service(binder, table["service"])
        _rounds(binder, table)
        numbers = [_action(binder, item, day) for item in table["actions"]]
        for item in table["log"]:
            _log_entry(binder, item, numbers, day)
        _listings(binder, table["listings"], table["service"]["champion"], day)
        _pack(binder, {item["use"] for item in table["resources"]})
        settings.call_it_a_sample(binder)
        binder.forget_history()
    return binder


def open_sample(places: Places) -> Binder:
    """The sample service of this person: made the first time, kept as they left it after that."""
    if places.sample.exists():
        return binders.open_binder(places.sample)
    make_folder(places.home)
    return make_sample(places.sample)


def _service(binder: Binder, item: dict[str, Any]) -> None:
    known = {prison.key: prison.fields.name for prison in prisons.all_prisons(binder)}
    values = {**item, "type": ServiceType(item["type"]), "prison": known[item["prison"]]}
    service_store.save(binder, Service(**values))


def _rounds(binder: Binder, table: dict[str, Any]) -> None:
    toolkit = load_toolkit()
    keep_edition(binder, toolkit)
    edition = toolkit.edition
    kind = ServiceType(table["service"]["type"])
    for name, answers in (("earlier_round", "earlier_answers"), ("round", "answers")):
        about = table[name]
        number = rounds.add(binder, about["name"], about["started"], kind, edition)
        if about.get("finished"):
            rounds.change(binder, number, finished=about["finished"].isoformat())
        for item in table[answers]:
            record = AnswerRecord(
                criterion=item["criterion"],
                answer=Answer(item["answer"]),
                why_not=item.get("why", ""),
                notes=item.get("note", "").strip(),
                answered_on=about.get("finished", about["started"]),
            )
            rounds.save_answer(binder, number, record)


def _action(binder: Binder, item: dict[str, Any], today: date) -> int:
    fields = ActionFields(
        title=item["title"],
        statement=item["statement"],
        criterion=item["criterion"],
        next_step=item["next_step"],
        evidence=item["evidence"],
        horizon=Horizon(item["horizon"]),
        due=today + timedelta(days=item["due"]),
        lead=item["lead"],
        budget=item["budget"],
        success=item["success"],
        target=item["target"],
        actual=item["actual"],
    )
    number = actions.add(binder, fields, today - timedelta(days=item["raised_days_ago"]))
    for update in sorted(item["updates"], key=lambda update: -update["days_ago"]):
        actions.add_update(binder, number, today - timedelta(days=update["days_ago"]), update["text"])
    if item["state"] == "closed":
        actions.set_closed(binder, number, today - timedelta(days=item["closed_days_ago"]))
    return number


def _log_entry(binder: Binder, item: dict[str, Any], numbers: list[int], today: date) -> None:
    fields = LogFields(
        what=item["what"],
        day=today - timedelta(days=item["days_ago"]),
        statement=item["statement"],
        criterion=item["criterion"],
        action=numbers[item["action"] - 1] if item["action"] else 0,
        reached=item.get("reached"),
        reached_kind=Reached(item["reached_what"] or Reached.STAFF),
    )
    log_entries.add(binder, fields)


def _listings(binder: Binder, items: list[dict[str, Any]], champion: str, today: date) -> None:
    """Keeps only the sample's twelve listings: starter ones by their key, made-up local ones as written."""
    wanted = {item["use"]: item for item in items if "use" in item}
    for listing in listings.all_listings(binder):
        if listing.key not in wanted:
            listings.remove(binder, listing.id)
        elif (days := wanted[listing.key].get("checked_days_ago")) is not None:
            listings.set_checked(binder, listing.id, today - timedelta(days=days), champion)
    for item in items:
        if "use" in item:
            continue
        days = item.pop("checked_days_ago", None)
        key = item.pop("id")
        known = {name: value for name, value in item.items() if name in ListingFields.__dataclass_fields__}
        known["also_known_as"] = "; ".join(item.get("also_known_as", ()))
        phones = tuple(Phone(p["number"], p.get("label", ""), p.get("cost", "")) for p in item["phones"])
        fields = ListingFields(**{**known, "phones": phones})
        checked = None if days is None else today - timedelta(days=days)
        listings.add(binder, fields, key, checked, champion if checked else "")


def _pack(binder: Binder, wanted: set[str]) -> None:
    for row in binder.rows("SELECT id, key FROM resources"):
        if row["key"] not in wanted:
            binder.table("resources").delete(row["id"])

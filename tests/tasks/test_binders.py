"""A new binder begins with what the app knows, all of it, and with nothing to undo."""

from __future__ import annotations

import json
import os
import sys
import tomllib
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from champion_app.assets import resource
from champion_app.domain.listings import CheckState, ListingStatus, check_state
from champion_app.domain.services import Service
from champion_app.faults import BinderExists, BinderMissing, FolderMissing, NothingToUndo
from champion_app.places import Places
from champion_app.store.binder import Binder
from champion_app.tasks import (
    actions,
    assessment,
    binders,
    history,
    listings,
    log_entries,
    resources,
    search,
    service,
    starter,
)


def _items(*parts: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(resource(*parts).read_text(encoding="utf-8"))
    return found


def test_every_starter_listing_is_there_and_none_of_its_words_is_lost(binder: Binder) -> None:
    wanted = {item["id"]: item for item in _items("directory", "listings.json")}
    found = {listing.key: listing for listing in listings.directory(binder)}
    assert found.keys() == wanted.keys() and len(found) > 50
    for key, item in wanted.items():
        fields = found[key].fields
        for name in ("name", "description", "organisation", "email", "hours", "area", "eligibility", "ages",
                     "languages", "cost", "audience", "kind", "print_rule", "address"):  # fmt: skip
            assert getattr(fields, name) == (item[name] or ""), (key, name)
        for name, home in (("note", "note"), ("how_to_refer", "how_to_refer"), ("text_service", "how_to_refer")):
            assert (item[name] or "") in getattr(fields, home), (key, name)
        assert (item["website"] or "") in (fields.note if item["website_unverified"] else fields.website), key
        assert [(p.number, p.label, p.cost) for p in fields.phones] == [
            (p["number"], p.get("label") or "", p.get("cost") or "") for p in item["phones"]
        ]


def test_a_web_address_nobody_has_seen_is_not_where_it_would_be_printed(binder: Binder) -> None:
    unseen = {item["id"] for item in _items("directory", "listings.json") if item["website_unverified"]}
    assert unseen
    assert {item.fields.website for item in listings.directory(binder) if item.key in unseen} == {""}


def test_no_starter_listing_counts_as_checked(binder: Binder, today: date) -> None:
    for listing in listings.directory(binder):
        assert check_state(listing, today) is CheckState.UNCHECKED
        assert listing.fields.status is ListingStatus.ACTIVE


def test_every_starter_resource_is_there(binder: Binder) -> None:
    wanted = {item["id"]: item for item in _items("pack", "resources.json")}
    found = {item.key: item.fields for item in resources.pack(binder)}
    assert found.keys() == wanted.keys() and len(found) > 140
    for key, item in wanted.items():
        assert found[key].title == item["title"] and found[key].description == (item["description"] or "")
        assert found[key].criteria == tuple(item["criteria"] or ()), key
        assert found[key].statements == tuple(item["statements"] or ()), key
        assert found[key].licence == (item["licence_or_price"] or ""), key
        assert found[key].year == str(item["year"] or ""), key


def test_an_age_from_nought_is_kept(binder: Binder) -> None:
    found = {item.key: item.fields.ages for item in resources.pack(binder)}
    for item in _items("pack", "resources.json"):
        low, high = item["age_min"], item["age_max"]
        assert found[item["id"]] == (f"{low} to {high}" if low is not None and high is not None else ""), item["id"]
    assert any(ages.startswith("0 to ") for ages in found.values())


def test_log_templates_are_there(binder: Binder) -> None:
    wanted = tomllib.loads(resource("log_templates.toml").read_text(encoding="utf-8"))["templates"]
    found = {template.name: template for template in log_entries.templates(binder)}
    assert found.keys() == {item["name"] for item in wanted} and len(found) == len(wanted)
    for item in wanted:
        template = found[item["name"]]
        assert (template.what, template.statement) == (item["what"], item["statement"])
        assert template.reached_kind.value == item["reached_kind"]


def test_a_new_binder_holds_nothing_else_and_nothing_to_undo(binder: Binder) -> None:
    assert service.who_we_are(binder) == Service() and not service.who_we_are(binder).named
    assert actions.plan(binder) == [] and log_entries.log(binder) == [] and assessment.all_rounds(binder) == []
    with pytest.raises(NothingToUndo):
        history.undo(binder)
    assert binder.row("SELECT count(*) FROM change_rows")[0] == 0  # type: ignore[index]


def test_starter_content_can_be_searched_at_once(binder: Binder) -> None:
    assert {hit.kind for hit in search.find(binder, "prison")} >= {"listing", "resource"}
    assert search.find(binder, "prisoners families helpline")[0].title == "Prisoners' Families Helpline"


def test_resources_of_a_criterion(binder: Binder) -> None:
    found = resources.for_criterion(binder, "1.1")
    assert found and all("1.1" in item.fields.criteria for item in found)


def test_a_binder_is_never_made_over_another_nor_unasked(path: Path, tmp_path: Path) -> None:
    with pytest.raises(BinderExists):
        binders.make_binder(path)
    with pytest.raises(FolderMissing):
        binders.make_binder(tmp_path / "nowhere" / "b.champion")
    with pytest.raises(BinderMissing):
        binders.open_binder(tmp_path / "other.champion")


def test_F15_a_starter_file_that_cannot_be_read_leaves_no_half_binder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starter, "resource", lambda *parts: tmp_path / "not shipped")
    with pytest.raises(FileNotFoundError):
        binders.make_binder(tmp_path / "new.champion")
    assert list(tmp_path.iterdir()) == []


def test_what_was_typed_is_there_the_next_morning(path: Path) -> None:
    with closing(binders.open_binder(path)) as binder:
        service.say_who_we_are(binder, Service("Ysgol Bryn Ŵyn"))
    with closing(binders.open_binder(path)) as binder:
        assert service.who_we_are(binder).name == "Ysgol Bryn Ŵyn"


def test_what_a_starter_listing_would_print_holds_no_remark_of_ours() -> None:
    remarks = ("confirm", "given in", "check first", "local page", "depending on", "has been tried", "20")
    for item in _items("directory", "listings.json"):
        assert not [remark for remark in remarks if remark in f"{item['hours']} {item['cost']}".casefold()], item["id"]


def test_a_list_of_known_binders_that_lost_a_letter_stops_no_start(tmp_path: Path) -> None:
    places = Places(tmp_path / "home")
    for place in ("one", "two"):
        binders.remember_place(places, tmp_path / place)
    flipped = places.known_binders.read_bytes().replace(b"one", b"\xefne")
    places.known_binders.write_bytes(flipped)
    assert binders.was_here(places, tmp_path / "two") and not binders.was_here(places, tmp_path / "one")
    binders.remember_place(places, tmp_path / "three")
    assert places.known_binders.read_bytes().startswith(flipped), "nothing that was known is forgotten"
    assert binders.was_here(places, tmp_path / "three")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere every name is text")
def test_a_folder_whose_name_is_no_text_is_known_again(tmp_path: Path) -> None:
    places, strange = Places(tmp_path / "home"), tmp_path / os.fsdecode(b"caf\xe9")
    binders.remember_place(places, tmp_path / "two")
    binders.remember_place(places, strange)
    assert binders.was_here(places, strange) and binders.was_here(places, tmp_path / "two")

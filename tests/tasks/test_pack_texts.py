"""What a pack brings is used: leaflet texts with their doubts, figures where templates name them, terms, prisons."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from champion_app.assets import resource
from champion_app.domain.leaflets import LeafletChoices
from champion_app.domain.packs import Figure, LeafletText, PackAbout, PackContents, PackItem, Retired, Term
from champion_app.domain.prisons import PrisonFields
from champion_app.exchange.packs import write_pack
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, packs, papers, prisons, search

FIGURE = "children-with-parent-in-prison"


def _polish() -> dict[str, Any]:
    table = tomllib.loads(resource("leaflets", "family-arrest.en.toml").read_text(encoding="utf-8"))
    table |= {"language": "pl", "title": "Ktoś z mojej rodziny został aresztowany"}
    plain: dict[str, Any] = json.loads(json.dumps(table, default=str))
    return plain


@pytest.fixture
def taken(binder: Binder, tmp_path: Path) -> Binder:
    items = (
        PackItem("leaflet_texts", "family-arrest.pl", LeafletText(_polish())),
        PackItem("figures", FIGURE, Figure("About 200,000 children had one.", "A newer count", "2027")),
        PackItem("terms", "early years", Term("early years", ("wigwam club",))),
        PackItem("prisons", "new-prison", PrisonFields("HMP Newly Opened", town="Hollin Vale")),
    )
    path = tmp_path / "area.championpack"
    write_pack(PackContents(PackAbout("p", "Area pack", "Bristol", 1, date(2026, 11, 25)), items), path)
    packs.take_in(binder, packs.look(binder, packs.read(path)), {})
    return binder


def test_a_leaflet_text_in_another_language_says_who_has_not_read_it(taken: Binder, tmp_path: Path) -> None:
    wanted = leaflets.template("family-arrest.pl", taken)
    assert wanted.title.startswith("Ktoś") and wanted.unspoken
    assert leaflets.template("family-arrest", taken).title == leaflets.template("family-arrest").title
    saved = papers.save_leaflet(taken, "family-arrest.pl", LeafletChoices(), tmp_path / "pl.pdf")
    assert saved.unprintable == () and saved.path.read_bytes().startswith(b"%PDF")
    assert ("leaflet", "family-arrest.pl") in [(hit.kind, hit.id) for hit in search.find(taken, "aresztowany")]


def test_a_newer_figure_is_printed_wherever_a_template_names_it(taken: Binder) -> None:
    def said(binder: Binder | None) -> str:
        return " ".join(b.text for t in leaflets.templates(binder) for b in t.blocks if b.figure == FIGURE)

    assert "193,000" in said(None)
    assert "About 200,000 children had one. (Source: A newer count, 2027.)" in said(taken)
    assert "193,000" not in said(taken)


def test_a_new_prison_and_a_new_name_are_there(taken: Binder) -> None:
    assert ("HMP Newly Opened", "Hollin Vale") in prisons.names_and_towns(taken)
    assert search.Finder(taken).find("wigwam club").hits


def test_the_next_edition_corrects_retires_and_undo_brings_all_back(taken: Binder, tmp_path: Path) -> None:
    checked = LeafletText(_polish(), checked_by="A. Kowalska")
    items = (PackItem("leaflet_texts", "family-arrest.pl", checked),)
    retired = (Retired("prisons", "new-prison", "It never opened."), Retired("figures", FIGURE, "Old."))
    path = tmp_path / "two.championpack"
    write_pack(PackContents(PackAbout("p", "Area pack", "Bristol", 2, date(2027, 1, 5)), items, retired), path)
    packs.take_in(taken, packs.look(taken, packs.read(path)), {})
    assert not leaflets.template("family-arrest.pl", taken).unspoken
    assert ("HMP Newly Opened", "Hollin Vale") not in prisons.names_and_towns(taken)
    taken.undo()
    assert leaflets.template("family-arrest.pl", taken).unspoken
    assert ("HMP Newly Opened", "Hollin Vale") in prisons.names_and_towns(taken)

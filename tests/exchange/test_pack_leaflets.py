"""Leaflet texts that come in a pack: each can be printed as it stands, or is refused with the reason."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from champion_app.assets import resource
from champion_app.domain.leaflet_paper import compose
from champion_app.domain.leaflet_tables import template_key, template_of
from champion_app.domain.leaflets import LeafletChoices, Size
from champion_app.domain.packs import LeafletText, PackItem
from champion_app.domain.services import Service
from champion_app.paper import leaflet, poster
from tests.exchange.pack_samples import TEMPLATE, in_order, read, refusal, sample, sealed, written


def templated(**changes: Any) -> bytes:
    """A pack of one leaflet text with changes to its template; None leaves a field out."""
    template = {name: value for name, value in {**TEMPLATE, **changes}.items() if value is not None}
    return sealed({"leaflet_texts.json": [{"key": "a", "template": template}]})


def test_every_shipped_leaflet_is_a_text_that_a_pack_may_hold() -> None:
    files = sorted(resource("leaflets").glob("*.toml"))
    tables = [json.loads(json.dumps(tomllib.loads(file.read_text("utf-8")), default=date.isoformat)) for file in files]
    items = tuple(PackItem("leaflet_texts", template_key(table), LeafletText(table)) for table in tables)
    pack = replace(sample(), items=items)
    assert read(written(pack)).items == in_order(pack).items
    for table in tables:
        _printed(table)


def _printed(table: dict[str, Any]) -> None:
    """Makes a paper of a template, as the leaflet page would."""
    template = template_of(table["id"], table, {})
    for size in template.sizes:
        paper = compose(template, LeafletChoices(size, simple=True), Service("School"), (), date(2026, 11, 22))
        if template.kind == "poster":
            assert poster.printed(paper).page_count == 1
        else:
            assert leaflet.document(paper).blocks


def test_a_text_that_is_taken_in_can_be_printed() -> None:
    _printed(TEMPLATE)
    text = read(templated()).items[0].fields
    assert isinstance(text, LeafletText) and text.template == TEMPLATE and text.checked_by == ""
    kinds = ("heading", "lead", "line", "note", "text", "champion")
    lines = [{"id": kind, "kind": kind, "text": "x"} for kind in kinds]
    sizes = [Size.A4.value, Size.A3.value]
    made = read(templated(kind="poster", sizes=sizes, blocks=lines)).items[0].fields
    assert isinstance(made, LeafletText)
    _printed(made.template)


def test_two_texts_of_one_name_and_language_are_refused() -> None:
    texts = [{"key": key, "template": TEMPLATE} for key in ("a", "b")]
    reason = refusal(sealed({"leaflet_texts.json": texts}))
    assert reason == "leaflet_texts.json: 2 texts are called “family-arrest” in the language pl"
    texts[1]["template"] = {**TEMPLATE, "language": "en"}
    assert len(read(sealed({"leaflet_texts.json": texts})).items) == 2


@pytest.mark.parametrize("field", [name for name in TEMPLATE if name != "reading_age"])
def test_a_text_without_a_field_is_refused(field: str) -> None:
    assert refusal(templated(**{field: None})) == f"leaflet_texts.json, item 1 “a”: template {field} is missing"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kind": "book"}, "template kind should be one of: leaflet, poster"),
        ({"sizes": []}, "template sizes should have 1 or more in it"),
        ({"sizes": ["a2"]}, "template sizes 1 should be one of: folded_a5, a4, dl, a5, a3"),
        ({"sizes": ["a4", "a3"]}, "template is a leaflet, which cannot be printed in the size a3"),
        ({"kind": "poster"}, "template is a poster, which cannot be printed in the size folded_a5"),
        ({"kind": "poster", "sizes": ["a4"]}, "is a poster, which has no room for a block of the kind “list”"),
        ({"blocks": []}, "template blocks should have 1 or more in it"),
        ({"blocks": [{"id": "a", "kind": "text"}]}, "template blocks 1 has no words"),
        ({"blocks": [{"id": "a", "kind": "text", "text": " \n"}]}, "template blocks 1 has no words"),
        ({"blocks": [{"id": "a", "kind": "verse", "text": "x"}]}, "blocks 1 kind should be one of: heading, text"),
        ({"blocks": [{"id": "a", "kind": "list", "items": []}]}, "is of the kind “list” and has no items"),
        ({"blocks": [{"id": "a", "kind": "list", "items": [" "]}]}, "template blocks 1 items 1 is empty"),
        ({"blocks": [{"id": "a", "kind": "steps", "items": ["x"], "text": "y"}]}, "whose words are its items"),
        ({"blocks": [{"id": "a", "kind": "text", "text": "x", "items": ["y"]}]}, "they would not be printed"),
        ({"blocks": [{"id": "a", "kind": "line", "text": "x"}] * 2}, "template has two blocks with the same id"),
        ({"blocks": [{"id": "a", "kind": "text", "text": "x", "review_by": "2027-13-01"}]}, "is not a day that there"),
        ({"blocks": [{"id": "a", "kind": "text", "text": "x", "volatile": "no"}]}, "should be true or false"),
        ({"reading_age": [9]}, "template reading_age should have 2 or more in it"),
        ({"reading_age": [11, 9]}, "goes from the older to the younger age"),
        ({"language": "Polish, I think"}, "template language should be the short name of a language"),
        ({"title": "x" * 501}, "template title is longer than 500 letters"),
    ],
)
def test_a_text_that_cannot_be_printed_is_refused_with_the_reason(changes: dict[str, Any], reason: str) -> None:
    assert reason in refusal(templated(**changes))

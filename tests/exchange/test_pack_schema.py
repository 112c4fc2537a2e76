"""The published JSON Schema and the help page about packs say what the program does."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from champion_app.assets import resource
from champion_app.domain.item_tables import KINDS
from champion_app.domain.listings import Phone
from champion_app.domain.packs import NOUNS, PackAbout, PackContents, PackFile, Retired
from champion_app.exchange.pack_forms import ITEMS, FileForm, ManifestForm, PhoneForm, RetiredForm
from champion_app.exchange.pack_leaflet_forms import BlockForm, TemplateForm
from champion_app.exchange.pack_members import pack_members
from champion_app.exchange.pack_schema import schema_text
from champion_app.faults import PackRefused
from tests.exchange.pack_samples import ABOUT, NAME, TEMPLATE, read, sealed, sha, zipped
from tests.exchange.test_pack_round_trip import ANY, contents

SCHEMA = resource("help", "championpack.schema.json")
PAGE = resource("help", "packs.md").read_text("utf-8")


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    table = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(table)
    return Draft202012Validator(table)


def as_table(members: dict[str, bytes]) -> dict[str, Any]:
    """What the schema speaks of: the JSON files of a pack by name."""
    return {name: json.loads(content) for name, content in members.items() if name.endswith(".json")}


def test_the_published_schema_is_the_one_packs_are_read_with() -> None:
    """When a form has changed: write ``pack_schema.schema_text()`` into the file again, and tell of it in packs.md."""
    assert SCHEMA.read_text("utf-8") == schema_text()


def test_each_form_has_the_fields_of_its_noun() -> None:
    """Nothing that the binder holds is forgotten on the way, and nothing arrives that has no place in it."""
    assert set(ITEMS) == set(NOUNS)
    for noun, form in ITEMS.items():
        assert set(form.model_fields) == {field.name for field in fields(KINDS[noun])} | {"key", "files"}
        for field in fields(KINDS[noun]):
            usual = form.model_fields[field.name].get_default()
            assert usual == (list(field.default) if isinstance(field.default, tuple) else field.default) or (
                form.model_fields[field.name].is_required()
            )
    for form, made in ((FileForm, PackFile), (PhoneForm, Phone), (RetiredForm, Retired)):
        assert list(form.model_fields) == [field.name for field in fields(made)]
    assert {field.name for field in fields(PackAbout)} == set(ManifestForm.model_fields) - {
        "format", "version", "needs_champion", "files",
    }  # fmt: skip


@settings(ANY, max_examples=40)
@given(contents())
def test_what_we_write_is_valid(pack: PackContents) -> None:
    table = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator(table).validate(as_table(pack_members(pack, NAME)))


WRONG: list[tuple[str, Any]] = [
    ("resources.json", [{"key": "a"}]),
    ("resources.json", [{"title": "a"}]),
    ("resources.json", [{"key": "", "title": "a"}]),
    ("resources.json", [{"key": "a", "title": "x" * 501}]),
    ("resources.json", [{"key": "a", "title": "a", "statements": [9]}]),
    ("resources.json", [{"key": "a", "title": "a", "criteria": ["9.1"]}]),
    ("resources.json", [{"key": "a", "title": "a", "year": 2024}]),
    ("resources.json", [{"key": "a", "title": "a", "files": [{"name": "a", "sha256": "A" * 64}]}]),
    ("resources.json", {"key": "a", "title": "a"}),
    ("listings.json", [{"key": "a", "name": "a", "phones": [{"label": "a"}]}]),
    ("listings.json", [{"key": "a", "name": "a", "print_rule": "always"}]),
    ("listings.json", [{"key": "a", "name": "a", "status": None}]),
    ("prisons.json", [{"key": "a", "name": "a", "status": "active"}]),
    ("figures.json", [{"key": "a", "text": "a", "source": "b", "year": "c", "review_by": "1/2/2027"}]),
    ("figures.json", [{"key": "a", "text": "a"}]),
    ("terms.json", [{"key": "a", "use": "a", "also": "b"}]),
    ("retired.json", [{"key": "a"}]),
    ("leaflet_texts.json", [{"key": "a", "template": {**TEMPLATE, "sizes": []}}]),
    ("leaflet_texts.json", [{"key": "a", "template": {**TEMPLATE, "kind": "book"}}]),
    ("leaflet_texts.json", [{"key": "a", "template": {**TEMPLATE, "blocks": [{"id": "a", "kind": "verse"}]}}]),
    ("leaflet_texts.json", [{"key": "a", "template": {**TEMPLATE, "language": "Polish, I think"}}]),
    ("leaflet_texts.json", [{"key": "a"}]),
]


@pytest.mark.parametrize(("member", "value"), WRONG)
def test_what_we_refuse_is_not_valid(member: str, value: Any, validator: Draft202012Validator) -> None:
    manifest = {**ABOUT, "files": {}}
    assert validator.is_valid({"manifest.json": manifest})
    assert not validator.is_valid({"manifest.json": manifest, member: value})
    with pytest.raises(PackRefused):
        read(sealed({member: value}))


@pytest.mark.parametrize(
    "changes",
    [{"format": "zip"}, {"version": "1"}, {"version": 2}, {"number": 0}, {"made_on": "today"}, {"title": ""},
     {"files": {"a": {"size": 1}}}, {"needs_champion": "new"}, {"id": None}, {"language": "any language"}],
)  # fmt: skip
def test_a_manifest_we_refuse_is_not_valid(changes: dict[str, Any], validator: Draft202012Validator) -> None:
    assert not validator.is_valid({"manifest.json": {**ABOUT, "files": {}, **changes}})
    with pytest.raises(PackRefused):
        read(sealed({}, **changes))


# ---------------------------------------------------------------- the page


def test_the_example_of_the_page_is_a_pack(validator: Draft202012Validator) -> None:
    found = re.findall(r"^`([\w.]+)`:\n\n```json\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    members = {name: text.encode() for name, text in found}
    assert [*members] == ["manifest.json", "resources.json", "retired.json"]
    validator.validate(as_table(members))
    listed = json.loads(members["manifest.json"])["files"]
    for name in ("resources.json", "retired.json"):
        assert listed[name] == {"sha256": sha(members[name]), "size": len(members[name])}
    pack = read(zipped(members))
    assert (len(pack.items), len(pack.retired), pack.notes) == (1, 1, ())


def test_the_page_names_every_field() -> None:
    for form in (*ITEMS.values(), ManifestForm, RetiredForm, TemplateForm, BlockForm, FileForm, PhoneForm):
        for name in form.model_fields:
            assert f"`{name}`" in PAGE, f"{form.__name__}: {name}"


def test_the_page_says_the_limits() -> None:
    for said in ("50 MB", "200 MB, and 2,000 files", "25 MB", "100 times", "25 megapixels", "| 32 |", "500 letters",
                 "a key 200", "100,000"):  # fmt: skip
        assert said in PAGE

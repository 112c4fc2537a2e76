"""The JSON Schema of a pack, made from the forms that packs are read with, so that the two cannot disagree."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from champion_app.domain import listings, prisons, resources
from champion_app.exchange.pack_forms import ITEMS, ManifestForm, RetiredForm
from champion_app.exchange.pack_leaflet_forms import Form
from champion_app.exchange.pack_limits import MANIFEST, RETIRED

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ABOUT = (
    "The files of a Champion pack, each under its name. Rules that reach across fields are not said here: all files of "
    "the pack are in the manifest with their SHA-256, a key stands once in its file, a retired thing is not in the "
    "pack, and a leaflet text says nothing that its paper has no room for. The page packs.md has them all."
)
# What a person calls a field, for whoever reads the schema.
_FIELD_WORDS = {
    "ResourceForm": resources.FIELD_WORDS,
    "ListingForm": listings.FIELD_WORDS,
    "PrisonForm": prisons.FIELD_WORDS,
}


class _WithoutTitles(GenerateJsonSchema):
    """The library would repeat every field's name as its title."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema() -> dict[str, Any]:
    """The schema of an object that holds each JSON file of a pack under its name."""
    forms: list[type[Form]] = [ManifestForm, *ITEMS.values(), RetiredForm]
    _, made = models_json_schema([(form, "validation") for form in forms], schema_generator=_WithoutTitles)
    for name, words in _FIELD_WORDS.items():
        for field in words.keys() & (properties := made["$defs"][name]["properties"]).keys():
            properties[field]["description"] = words[field]
    lists = {f"{noun}.json": form for noun, form in ITEMS.items()} | {RETIRED: RetiredForm}
    return {
        "$schema": _DIALECT,
        "title": "Champion pack, version 1",
        "description": _ABOUT,
        "type": "object",
        "required": [MANIFEST],
        "properties": {MANIFEST: _ref(ManifestForm)}
        | {name: {"type": "array", "items": _ref(form)} for name, form in lists.items()},
        "$defs": made["$defs"],
    }


def schema_text() -> str:
    """The schema as the help folder ships it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _ref(form: type[Form]) -> dict[str, str]:
    return {"$ref": f"#/$defs/{form.__name__}"}

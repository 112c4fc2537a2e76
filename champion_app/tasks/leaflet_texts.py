"""The texts that leaflets start from: those that came with the program, those that came in packs, and their figures."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from typing import Any

from champion_app.assets import resource
from champion_app.domain.leaflet_tables import template_key, template_of
from champion_app.domain.leaflets import BlockKind, Template
from champion_app.domain.packs import Figure
from champion_app.store import pack_texts
from champion_app.store.binder import Binder

# The sheet behind F9: what to do when a child tells.
CHILD_TELLS = "staff-child-tells-you"


def tables(binder: Binder | None = None) -> dict[str, dict[str, Any]]:
    """Every text by its key. One from a pack with the key of a shipped one stands in its place."""
    found = {template_key(table): table for table in _shipped()}
    return found | _from_packs(binder, found) if binder is not None else found


def _from_packs(binder: Binder, shipped: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    found = {template_key(text.template): text.template for text in pack_texts.leaflet_texts(binder)}
    if CHILD_TELLS in found and CHILD_TELLS in shipped:
        found[CHILD_TELLS] = _lead_first(found[CHILD_TELLS], shipped[CHILD_TELLS])
    return found


def _lead_first(table: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """The sheet behind F9, whoever wrote it: local policy and whom to tell stand on it before anything else."""
    if any(block["kind"] == BlockKind.SAFEGUARDING for block in table["blocks"]):
        return table
    kept = {block["id"] for block in table["blocks"]}
    first = ours["blocks"][: 1 + next(n for n, b in enumerate(ours["blocks"]) if b["kind"] == BlockKind.SAFEGUARDING)]
    return {**table, "blocks": [*(block for block in first if block["id"] not in kept), *table["blocks"]]}


def spoken(binder: Binder) -> set[str]:
    """The keys of texts from packs that a speaker of their language had read when the pack was made."""
    return {template_key(text.template) for text in pack_texts.leaflet_texts(binder) if text.checked_by}


def figures(binder: Binder | None = None) -> dict[str, Figure]:
    """Every figure by its name; with a binder its own, which a pack may have brought up to date."""
    return dict(_figures()) | (pack_texts.figures(binder) if binder is not None else {})


def read(key: str, table: dict[str, Any], binder: Binder | None = None) -> Template:
    """A table as a template, with the figures as they are today."""
    return template_of(key, table, figures(binder))


def as_shipped(binder: Binder | None = None) -> dict[str, Template]:
    """Every text as a template by its key, before any words of ours."""
    known = figures(binder)
    found = dict(_shipped_templates(frozenset(known.items())))
    if binder is not None:
        ours = _from_packs(binder, tables())
        found |= {key: template_of(key, table, known) for key, table in ours.items()}
    return found


@lru_cache(maxsize=4)
def _shipped_templates(known: frozenset[tuple[str, Figure]]) -> dict[str, Template]:
    """The shipped texts are asked for with every word kept, and only other figures make others of them."""
    return {key: template_of(key, table, dict(known)) for key, table in tables().items()}


@cache
def _shipped() -> tuple[dict[str, Any], ...]:
    files = sorted(resource("leaflets").glob("*.toml"))
    return tuple(tomllib.loads(file.read_text(encoding="utf-8")) for file in files)


@cache
def _figures() -> tuple[tuple[str, Figure], ...]:
    table = tomllib.loads(resource("figures", "figures.toml").read_text(encoding="utf-8"))
    return tuple(
        (
            item["id"],
            Figure(item["text"], item["source"], item["year"], review_by=item.get("review_by")),
        )
        for item in table["figures"]
    )

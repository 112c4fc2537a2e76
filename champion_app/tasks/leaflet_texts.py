"""The texts that leaflets start from: those that came with the program, those that came in packs, and their figures."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from champion_app.assets import resource
from champion_app.domain.leaflet_tables import template_key, template_of
from champion_app.domain.leaflets import Template
from champion_app.domain.packs import Figure
from champion_app.store import pack_texts
from champion_app.store.binder import Binder


def tables(binder: Binder | None = None) -> dict[str, dict[str, Any]]:
    """Every text by its key. One from a pack with the key of a shipped one stands in its place."""
    found = {template_key(table): table for table in _shipped()}
    if binder is not None:
        found |= {template_key(text.template): text.template for text in pack_texts.leaflet_texts(binder)}
    return found


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
    return {key: template_of(key, table, known) for key, table in tables(binder).items()}


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

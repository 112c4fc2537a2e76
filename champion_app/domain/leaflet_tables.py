"""A template as its file or a pack holds it, read: a table of plain words becomes a Template."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from champion_app.domain.leaflets import Block, BlockKind, Size, Template
from champion_app.domain.own_words import OwnWords, arranged, says_something
from champion_app.domain.packs import Figure


def template_key(table: Mapping[str, Any]) -> str:
    """What a template is called: its id, and its language where that is not English ("family-arrest.pl")."""
    return str(table["id"]) if table["language"] == "en" else f"{table['id']}.{table['language']}"


def template_of(key: str, table: Mapping[str, Any], figures: Mapping[str, Figure]) -> Template:
    """The template; a block that names a figure says it, with its source, and is looked at again when the figure is."""
    age = table.get("reading_age")
    return Template(
        id=key,
        edition=table["edition"],
        kind=table["kind"],
        title=table["title"],
        discreet_title=table["discreet_title"],
        subtitle=table["subtitle"],
        discreet_subtitle=table["discreet_subtitle"],
        audience=table["audience"],
        stage=table["stage"],
        language=table["language"],
        nations=tuple(table["nations"]),
        reading_age=(age[0], age[1]) if age else None,
        sizes=tuple(Size(size) for size in table["sizes"]),
        draft=table["draft"],
        summary=table["summary"],
        blocks=tuple(_block(item, figures) for item in table["blocks"]),
        unspoken=table["language"] != "en",
    )


def in_own_words(table: Mapping[str, Any], own: OwnWords, key: str, title: str = "") -> dict[str, Any]:
    """A table with our words in it, as it travels in a pack under ``key``: nothing hidden, nothing empty.

    A figure whose sentence we changed is words like any others.
    """
    template = template_of(key, table, {})
    blocks = {block["id"]: block for block in table["blocks"]}
    made = []
    for one in arranged(template, own):
        if one.hidden or not (says_something(one.block) or blocks.get(one.block.id, {}).get("figure")):
            continue
        if one.shipped is None:
            made.append({"id": one.block.id, "kind": one.block.kind.value, "flyer": True} | _said(one.block))
            continue
        ours = {name: words if isinstance(words, str) else list(words) for name, words in
                own.blocks.get(one.block.id, {}).items()}  # fmt: skip
        made.append({**blocks[one.block.id], **ours, **({"figure": ""} if "text" in ours else {})})
    head = {name: words for name, words in own.head.items() if words.strip()}
    named = {"id": key, "title": title} if title else {}
    return {**table, **head, **named, "blocks": made}


def _said(block: Block) -> dict[str, Any]:
    return {"items": list(block.items)} if block.items else {"text": block.text}


def _block(table: Mapping[str, Any], figures: Mapping[str, Figure]) -> Block:
    name = table.get("figure", "")
    figure = figures.get(name)
    days = [day for day in (_day(table.get("review_by")), figure.review_by if figure else None) if day is not None]
    return Block(
        id=table["id"],
        kind=BlockKind(table["kind"]),
        text=" ".join(part for part in (table.get("text", ""), _sentence(figure)) if part),
        figure=name,
        items=tuple(table.get("items", ())),
        simple=table.get("simple", ""),
        simple_items=tuple(table.get("simple_items", ())),
        discreet=table.get("discreet", ""),
        suggest=tuple(table.get("suggest", ())),
        fact_ids=tuple(table.get("fact_ids", ())),
        source=table.get("source", "") or (figure.source if figure else ""),
        review_by=min(days) if days else None,
        volatile=table.get("volatile", False),
        flyer=table.get("flyer", False),
        columns=tuple(table.get("columns", ())),
        empty_rows=table.get("empty_rows", 0),
    )


def _sentence(figure: Figure | None) -> str:
    """The figure's sentence with its source and its year, the year once."""
    if figure is None:
        return ""
    dated = re.search(r"\b(19|20)\d\d\b", figure.source)
    if figure.year and figure.year in figure.source:
        year = ""
    else:
        year = f". The figure is for {figure.year}" if dated else f", {figure.year}"
    return f"{figure.text} (Source: {figure.source}{year}.)"


def _day(value: object) -> date | None:
    """A day as TOML reads it, or as a pack's JSON writes it."""
    return date.fromisoformat(value) if isinstance(value, str) and value else value if isinstance(value, date) else None

"""Reads the shipped edition of the Quality Statements, keeps those that rounds were answered in; the settings."""

from __future__ import annotations

import tomllib
from dataclasses import asdict
from typing import Any

from champion_app.assets import resource
from champion_app.domain.services import ServiceType, SettingType
from champion_app.domain.toolkit import Criterion, Descriptors, Statement, Toolkit
from champion_app.store import editions
from champion_app.store.binder import Binder


def load_toolkit() -> Toolkit:
    """The edition this version ships: eight statements, 46 criteria."""
    files = sorted(resource("toolkit").glob("[1-8]_*.toml"))
    return toolkit_from_table({**_read("edition.toml"), "statements": [_read(file.name) for file in files]})


def keep_edition(binder: Binder, toolkit: Toolkit) -> None:
    """Keeps the words of an edition, once, inside ``atomic``: a round is shown and printed in the words it answered."""
    if editions.find(binder, toolkit.edition) is None:
        editions.keep(binder, toolkit.edition, toolkit_table(toolkit))


def toolkit_of(binder: Binder, edition: str, shipped: Toolkit) -> Toolkit:
    """The toolkit in the words of an edition; the shipped one when that is it, or when the words were never kept."""
    if edition == shipped.edition:
        return shipped
    table = editions.find(binder, edition)
    return toolkit_from_table(table) if table is not None else shipped


def setting_types() -> tuple[SettingType, ...]:
    """The kinds of place a champion works in, in the order they are offered."""
    return tuple(
        SettingType(item["id"], item["name"], ServiceType(item["service"]), item["group"])
        for item in _read("settings.toml")["settings"]
    )


def toolkit_from_table(table: dict[str, Any]) -> Toolkit:
    """An edition from its table: that of ``edition.toml`` with the tables of the eight statements."""
    return Toolkit(
        edition=table["edition"],
        title=table["title"],
        based_on=table["based_on"],
        draft=table["draft"],
        replaces=table["replaces"],
        statements=tuple(_statement(item) for item in table["statements"]),
    )


def toolkit_table(toolkit: Toolkit) -> dict[str, Any]:
    """An edition as plain data that ``toolkit_from_table`` reads again."""
    names = ("edition", "title", "based_on", "draft", "replaces")
    return {
        **{name: getattr(toolkit, name) for name in names},
        "statements": [_table(one) for one in toolkit.statements],
    }


def _table(statement: Statement) -> dict[str, Any]:
    return {
        "number": statement.number,
        "title": statement.title,
        "statement": statement.text,
        "why": statement.why,
        "outcomes": list(statement.outcomes),
        "practice": list(statement.practice),
        "criteria": [
            {
                "number": one.number,
                "concerns": sorted(one.concerns),
                "text": one.text,
                "text_by_service": dict(one.text_by_service),
                "why": one.why,
                "evidence": list(one.evidence),
                "looks_like": asdict(one.looks_like),
                "first_step": one.first_step,
                "replaces": list(one.replaces),
            }
            for one in statement.criteria
        ],
    }


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("toolkit", name).read_text(encoding="utf-8"))


def _statement(table: dict[str, Any]) -> Statement:
    return Statement(
        number=table["number"],
        title=table["title"],
        text=table["statement"],
        why=table["why"],
        outcomes=tuple(table["outcomes"]),
        practice=tuple(table["practice"]),
        criteria=tuple(_criterion(item) for item in table["criteria"]),
    )


def _criterion(table: dict[str, Any]) -> Criterion:
    return Criterion(
        number=table["number"],
        concerns=frozenset(ServiceType(name) for name in table["concerns"]),
        text=table["text"],
        text_by_service={ServiceType(name): text for name, text in table.get("text_by_service", {}).items()},
        why=table["why"],
        evidence=tuple(table["evidence"]),
        looks_like=Descriptors(**table["looks_like"]),
        first_step=table["first_step"],
        replaces=tuple(table["replaces"]),
    )

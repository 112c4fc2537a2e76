"""Reads the shipped edition of the Quality Statements and the list of settings."""

from __future__ import annotations

import tomllib
from typing import Any

from champion_app.assets import resource
from champion_app.domain.services import ServiceType, SettingType
from champion_app.domain.toolkit import Criterion, Descriptors, Statement, Toolkit


def load_toolkit() -> Toolkit:
    """The edition this version ships: eight statements, 46 criteria."""
    edition = _read("edition.toml")
    files = sorted(resource("toolkit").glob("[1-8]_*.toml"))
    return Toolkit(
        edition=edition["edition"],
        title=edition["title"],
        based_on=edition["based_on"],
        draft=edition["draft"],
        replaces=edition["replaces"],
        statements=tuple(_statement(_read(file.name)) for file in files),
    )


def setting_types() -> tuple[SettingType, ...]:
    """The kinds of place a champion works in, in the order they are offered."""
    return tuple(
        SettingType(item["id"], item["name"], ServiceType(item["service"]), item["group"])
        for item in _read("settings.toml")["settings"]
    )


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

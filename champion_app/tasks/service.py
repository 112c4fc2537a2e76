"""Who we are: the service, its champion, its nearest prison."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from typing import Any

from champion_app.assets import resource
from champion_app.domain.services import Service
from champion_app.domain.typed_text import clean_line
from champion_app.store import service as service_store
from champion_app.store.binder import Binder


@dataclass(frozen=True)
class Prison:
    """A prison of the starter list; the champion may type another."""

    id: str
    name: str
    town: str
    region: str


def who_we_are(binder: Binder) -> Service:
    """The service as last saved."""
    return service_store.load(binder)


def say_who_we_are(binder: Binder, service: Service) -> Service:
    """Saves who we are, tidied, and returns it. Raises WordsNeeded without a name."""
    lines: dict[str, Any] = {
        field.name: clean_line(getattr(service, field.name), "The name of your service", needed=field.name == "name")
        for field in fields(service)
        if field.name != "type"
    }
    tidied = replace(service, **lines)
    if tidied != who_we_are(binder):
        with binder.atomic("say_who_we_are", merge="service"):
            service_store.save(binder, tidied)
    return tidied


def prisons() -> tuple[Prison, ...]:
    """The starter list of prisons, by name."""
    items = json.loads(resource("prisons", "prisons.json").read_text(encoding="utf-8"))
    found = (Prison(item["id"], item["name"], item["town"] or "", item["region"] or "") for item in items)
    return tuple(sorted(found, key=lambda prison: prison.name.casefold()))

"""The service's own row: who we are."""

from __future__ import annotations

from dataclasses import asdict

from champion_app.domain.services import Service, ServiceType
from champion_app.store.binder import Binder


def load(binder: Binder) -> Service:
    """Who we are; an unnamed service before first run is finished."""
    row = binder.row("SELECT * FROM service WHERE id = 1")
    if row is None:
        return Service()
    values = {name: row[name] for name in row.keys() if name != "id"}  # noqa: SIM118 - a Row is no dict
    return Service(**{**values, "type": ServiceType(values["type"])})


def save(binder: Binder, service: Service) -> None:
    """Replaces who we are."""
    binder.put("service", "id", {"id": 1, **asdict(service), "type": service.type.value})

"""Who we are, prisons, settings."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from champion_app.domain.services import Service, ServiceType
from champion_app.faults import NothingToUndo, WordsNeeded
from champion_app.store.binder import Binder
from champion_app.tasks import history, service, settings


def test_who_we_are_is_tidied_and_kept_and_one_field_s_typing_is_one_undo(binder: Binder) -> None:
    typed = Service(" Hollin\nBank ", "school", ServiceType.SPECIALIST, champion="Sam\0", where_found=" Room 2 ")
    kept = service.say_who_we_are(binder, typed)
    assert kept == Service("Hollin Bank", "school", ServiceType.SPECIALIST, champion="Sam", where_found="Room 2")
    assert service.who_we_are(binder) == kept
    for champion in ("Sam", "J", "Jo", "Jo"):
        service.say_who_we_are(binder, replace(kept, champion=champion))
    assert history.undo(binder) == "details of your service"
    assert service.who_we_are(binder) == kept
    history.undo(binder)
    assert service.who_we_are(binder) == Service()


def test_every_line_about_the_service_comes_back(binder: Binder) -> None:
    lines = {field.name: f"ŵ {field.name}" for field in fields(Service) if field.name != "type"}
    kept = service.say_who_we_are(binder, Service(**lines, type=ServiceType.CRIMINAL_JUSTICE))  # type: ignore[arg-type]
    assert service.who_we_are(binder) == kept == Service(**lines, type=ServiceType.CRIMINAL_JUSTICE)  # type: ignore[arg-type]


def test_a_service_needs_a_name(binder: Binder, school: Service) -> None:
    with pytest.raises(WordsNeeded, match="The name of your service"):
        service.say_who_we_are(binder, replace(school, name=" "))
    assert service.who_we_are(binder) == school


def test_a_setting_is_kept_and_is_nothing_to_undo(binder: Binder) -> None:
    assert settings.setting(binder, "look", "system") == "system"
    settings.keep_setting(binder, "look", "dark")
    settings.keep_setting(binder, "look", "light")
    assert settings.setting(binder, "look") == "light"
    with pytest.raises(NothingToUndo):
        history.undo(binder)

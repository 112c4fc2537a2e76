"""Who we are: the service, its champion, its nearest prison."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from champion_app.domain.services import Service
from champion_app.domain.typed_text import clean_line
from champion_app.store import service as service_store
from champion_app.store.binder import Binder

# What each detail is called, on screen and in a message that names it.
FIELD_WORDS = {
    "name": "The name of your service",
    "setting": "Kind of place",
    "champion": "The champion's name",
    "role": "Role",
    "where_found": "Where to find you",
    "when_found": "When you are there",
    "phone": "Telephone",
    "email": "E-mail",
    "council": "Council",
    "prison": "Nearest prison",
    "safeguarding_lead": "Safeguarding lead",
    "safeguarding_phone": "Safeguarding lead's number",
}


def who_we_are(binder: Binder) -> Service:
    """The service as last saved."""
    return service_store.load(binder)


def say_who_we_are(binder: Binder, service: Service) -> Service:
    """Saves who we are, tidied, and returns it. Raises WordsNeeded without a name, TooLong past 500 letters."""
    lines: dict[str, Any] = {
        name: clean_line(getattr(service, name), words, needed=name == "name") for name, words in FIELD_WORDS.items()
    }
    tidied, known = replace(service, **lines), who_we_are(binder)
    if tidied != known:
        # Typing in one field for a while is one thing to undo; another field is another.
        changed = [item.name for item in fields(tidied) if getattr(tidied, item.name) != getattr(known, item.name)]
        with binder.atomic("say_who_we_are", merge=f"service {' '.join(changed)}"):
            service_store.save(binder, tidied)
    return tidied

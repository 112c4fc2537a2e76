"""Who has read a leaflet's words: somebody of this service for what they say, a speaker for how they say it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from champion_app.domain.leaflets import Template


class Reading(StrEnum):
    """What somebody vouched for: the words for this service, or the language."""

    WORDS = "words"
    SPEAKER = "speaker"


@dataclass(frozen=True)
class TextCheck:
    """A named person has read a text on a day; ``digest`` is of the words they read."""

    id: int
    template: str
    what: Reading
    digest: str
    checked_on: date
    checked_by: str


def digest_of(template: Template) -> str:
    """A number of the words of a text: change one of them and whoever read it has not read this."""
    words = [template.title, template.subtitle, template.discreet_title, template.discreet_subtitle]
    blocks = [[b.kind, b.text, b.items, b.simple, b.simple_items, b.discreet, b.columns] for b in template.blocks]
    return hashlib.sha256(json.dumps([words, blocks], ensure_ascii=False).encode()).hexdigest()

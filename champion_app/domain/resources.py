"""Resources: the items of the pack, and how far each can be trusted today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from champion_app.domain.dates import add_months

# A link or an edition is looked at once a year; telephone numbers go off faster (listings.CHECK_LASTS_MONTHS).
CHECK_LASTS_MONTHS = 12

# What each field is called, on screen and in a message that names it.
FIELD_WORDS = {
    "title": "Title",
    "description": "What it is",
    "author": "Who made it",
    "year": "Year",
    "kind": "Kind",
    "audience": "Who it is for",
    "ages": "Ages",
    "stages": "Stages",
    "statements": "Statements",
    "criteria": "Criteria",
    "link": "Web address",
    "licence": "Licence or price",
    "status": "How current it is",
    "note": "Our own note",
    "language": "Language",
    "nations": "Nations",
    "tags": "Tags",
}

KINDS = (
    "leaflet for families", "story for children", "video", "tool", "practice example", "case study", "training",
    "policy", "research", "service", "article", "website",
)  # fmt: skip

STAGES = ("offending", "arrest", "court", "imprisonment", "release", "resettlement")

# Whom a resource is for, in four groups that can be pressed; the words of ``audience`` decide, and may name several.
AUDIENCE_WORDS = {
    "children": "Children",
    "families": "Families",
    "staff": "Staff",
    "managers": "Managers and partners",
}
_AUDIENCE_SIGNS = {
    "children": r"\bchild(ren)?\b(?!'s cent| with\b)|young (people|children)|pupil|\bunder 1[89]|teenager",
    "families": r"famil(y|ies)\b(?! worker)|parent|carer|(?<!health )visitors?\b(?!'? cent)|\bmother|\bfather|kinship"
    r"|adults? in",
    "staff": r"staff|teacher|school|worker|practition|professional|midwi|health visitor|police|probation|nurser"
    r"|children's centre|visitors?'? cent"
    r"|officer|everyone|\ball\b|any\b|education|adviser|safeguard|social care|court|prison",
    "managers": r"manager|governor|commission|leader|polic(y|ies) |partner|steering|charit|champion|research|lead\b",
}

# Bands a person presses; a resource is in every band its ages touch.
AGE_BANDS = {"0-4": (0, 4), "5-7": (5, 7), "8-11": (8, 11), "12-16": (12, 16), "17+": (17, 25)}


@dataclass(frozen=True)
class ResourceFields:
    """What is known of a resource; lists are kept in the order given."""

    title: str
    description: str = ""
    author: str = ""
    year: str = ""
    kind: str = ""
    audience: str = ""
    ages: str = ""
    stages: tuple[str, ...] = ()
    statements: tuple[int, ...] = ()
    criteria: tuple[str, ...] = ()
    link: str = ""
    licence: str = ""
    status: str = ""
    note: str = ""
    language: str = ""
    nations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resource:
    """One item; ``key`` is its id in the starter data or in a pack, or empty for the champion's own.

    ``sheet`` names one of our own sheets (resources/sheets) that can be printed; ``retired`` says that the pack it came
    from has taken it out.
    """

    id: int
    fields: ResourceFields
    key: str = ""
    sheet: str = ""
    checked_on: date | None = None
    checked_by: str = ""
    retired: bool = False

    @property
    def mine(self) -> bool:
        """Whether the champion added it."""
        return not self.key


def due_for_check(resource: Resource, today: date) -> bool:
    """Whether nobody has looked at it for a year, or ever."""
    return resource.checked_on is None or add_months(resource.checked_on, CHECK_LASTS_MONTHS) < today


def age_range(words: str) -> tuple[int, int] | None:
    """The ages a text speaks of, in whole years: "4 to 7", "0-5", "12+", "under 5", "aged 11"; None when it names none.

    Open ends reach from 0 or to 25. Months and a start above the end are not understood.
    """
    text = words.casefold().replace("\u2013", "-").replace("\u2014", "-")
    if "month" in text:
        return None
    if under := re.search(r"(?:under|up to|below)\D{0,12}(\d{1,2})\b", text):
        return 0, int(under[1])
    if pair := re.search(r"\b(\d{1,2})\s*(?:years?)?\s*(?:-|to|and)\s*(\d{1,2})\b", text):
        low, high = int(pair[1]), int(pair[2])
        return (low, high) if low <= high else None
    if over := re.search(r"\b(\d{1,2})\s*(?:\+|years? and over|and over|plus|or over|upwards)", text):
        return int(over[1]), max(25, int(over[1]))
    if over := re.search(r"(?:over|from)\D{0,12}(\d{1,2})\b", text):
        return int(over[1]), max(25, int(over[1]))
    if one := re.search(r"\b(\d{1,2})\b", text):
        return int(one[1]), int(one[1])
    return None


def audience_groups(words: str) -> tuple[str, ...]:
    """Which of the four groups a text such as "Children with a teacher" speaks of."""
    text = words.casefold()
    return tuple(group for group, sign in _AUDIENCE_SIGNS.items() if re.search(sign, text))

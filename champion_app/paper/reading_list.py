"""A reading list: chosen resources for a family, a colleague or a staff room, grouped, each with where to find it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from champion_app.domain.dates import british
from champion_app.domain.resources import KINDS, Resource
from champion_app.paper import blocks
from champion_app.paper.text import stopped

_KIND_TITLES = {
    "leaflet for families": "Leaflets for families",
    "story for children": "Stories for children",
    "video": "Films",
    "tool": "Tools",
    "practice example": "What others have done",
    "case study": "Case studies",
    "training": "Training",
    "policy": "Policies and guidance",
    "research": "Research",
    "service": "Services",
    "article": "Articles",
    "website": "Websites",
}
_OTHER = "Other"
_CONTENTS_FROM = 20  # resources; a shorter list is seen at a glance
_BARE_ADDRESS = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?", re.ASCII)


@dataclass(frozen=True)
class Group:
    """Resources under one heading, with a sentence about it if there is one to say."""

    title: str
    resources: tuple[Resource, ...]
    about: str = ""


def by_kind(resources: Iterable[Resource]) -> tuple[Group, ...]:
    """Leaflets, stories, films and so on; kinds of the champion's own making come last."""
    order = {kind: place for place, kind in enumerate(KINDS)}
    found: dict[str, list[Resource]] = {}
    for item in sorted(resources, key=lambda item: order.get(item.fields.kind, len(order))):
        kind = item.fields.kind
        found.setdefault(_KIND_TITLES.get(kind) or _capital(kind) or _OTHER, []).append(item)
    return tuple(Group(title, _by_title(members)) for title, members in found.items())


def by_criterion(resources: Iterable[Resource], wording: Mapping[str, str]) -> tuple[Group, ...]:
    """One group a criterion, in the order of ``wording``; a resource stands under the first of its criteria."""
    order = {number: place for place, number in enumerate(wording)}
    found: dict[str, list[Resource]] = {number: [] for number in (*wording, "")}
    for item in resources:
        known = [number for number in item.fields.criteria if number in order]
        found[min(known, key=order.__getitem__, default="")].append(item)
    return tuple(
        Group(f"Criterion {number}" if number else _OTHER, _by_title(members), wording.get(number, ""))
        for number, members in found.items()
        if members
    )


def document(groups: Sequence[Group], title: str, service: str, day: date) -> blocks.Document:
    """A4: how many there are, then each group with its resources on cards; long lists have a page of contents."""
    count = sum(len(group.resources) for group in groups)
    body: list[blocks.Block] = [blocks.Words(_counted(count))]
    if count >= _CONTENTS_FROM:
        body.append(blocks.Contents("On this list"))
    elif len(groups) > 1:
        body.append(blocks.Bullets(tuple(f"{group.title}: {len(group.resources)}" for group in groups)))
    for group in groups:
        body += _group(group)
    return blocks.Document(
        title=title,
        subtitle=stopped(service, british(day)),
        blocks=tuple(body),
        footer=stopped(title, service),
        subject="Reading list",
    )


def _group(group: Group) -> list[blocks.Block]:
    made: list[blocks.Block] = [blocks.Heading(group.title)]
    if group.about:
        made.append(blocks.Words(group.about, introduces=True))
    for item in group.resources:
        made.append(blocks.Together((blocks.Heading(item.fields.title, 3), _card(item))))
    return made


def _card(item: Resource) -> blocks.Contact:
    """Who made it, what it is, whom it is for, where to find it, and whether we have looked."""
    fields = item.fields
    made_by = ", ".join(part for part in (fields.author, fields.year) if part)
    facts = {
        "For": fields.audience,
        "Ages": fields.ages,
        "Language": fields.language,
        "Price or licence": fields.licence,
    }
    if fields.language in {"", "English"}:
        del facts["Language"]
    line = " ".join(f"{name}: {words.rstrip('.')}." for name, words in facts.items() if words)
    looked = f"Looked at on {british(item.checked_on)}" if item.checked_on else "Not yet checked by us"
    return blocks.Contact(
        name=made_by or "Author not known",
        about="\n".join(part for part in (fields.description, line) if part),
        web=_address(fields.link),
        checked=looked,
    )


def _address(link: str) -> str:
    """A web address typed without its beginning becomes a link too."""
    link = link.strip()
    return f"https://{link}" if _BARE_ADDRESS.fullmatch(link) else link


def _counted(count: int) -> str:
    if not count:
        return "Nothing is on this list yet."
    many = "1 resource" if count == 1 else f"{count} resources"
    return f"{many}. Web addresses and prices change: please tell us when one does not work."


def _by_title(resources: Iterable[Resource]) -> tuple[Resource, ...]:
    return tuple(sorted(resources, key=lambda item: (item.fields.title.casefold(), item.id)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

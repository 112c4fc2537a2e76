"""What may be on the screen while a family looks on: leaflets and resources made for them, and nothing else."""

from __future__ import annotations

from champion_app.domain.leaflets import Template
from champion_app.domain.resource_filter import ResourceFilter
from champion_app.domain.resources import Resource
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, resources

AUDIENCES = ("families", "carers", "children")
# Whatever else is marked for families or children may be shown to them; these kinds are read by staff.
_STAFF_KINDS = frozenset({"tool", "practice example", "case study", "training", "policy", "research"})


def family_leaflets(binder: Binder) -> list[Template]:
    """Leaflets for families, carers and children in every language, in the words of this service."""
    return [one for one in leaflets.templates(binder) if one.kind == "leaflet" and one.audience in AUDIENCES]


def family_resources(binder: Binder) -> list[int]:
    """The ids of resources in use that are marked for families or children, by title."""
    wanted = {
        number
        for audience in ("families", "children")
        for number in resources.numbers(binder, ResourceFilter(audience=audience))
    }
    if not wanted:
        return []
    every = [number for number in resources.numbers(binder, ResourceFilter()) if number in wanted]
    return [one.id for one in resources.some(binder, every) if one.fields.kind not in _STAFF_KINDS]


def without_our_notes(resource: Resource) -> list[str]:
    """What is said of a resource to a family: its description and its address, never our own note."""
    return [words for words in (resource.fields.description, resource.fields.link) if words]

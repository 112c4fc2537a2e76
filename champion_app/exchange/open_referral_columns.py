"""What is done with each column of Open Referral data: the field it fills, or why it is left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from champion_app.domain.imports import ColumnUse
from champion_app.domain.typed_text import first_line
from champion_app.exchange.open_referral_values import folded_key, text

_MOST_COLUMNS = 300
_DEEPEST = 8
_EXAMPLES = 3
_NO_PLACE = "Champion has no place for it."
_PEOPLE = "It names people, who are not kept."
_IDS = "A number of the list's own; it only tells which things belong together."
_OWN_ID = "It is how the service is known again in the list's next edition."

# Looked up by the last name of a column, then by each name before it.
_FIELDS = {
    folded_key(key): field
    for field, keys in {
        "also_known_as": "alternate_name",
        "description": "description interpretation_services wait_time",
        "email": "email",
        "website": "url website web web_address link",
        "status": "status",
        "cost": "fees fees_description cost cost_options",
        "ages": "minimum_age maximum_age",
        "eligibility": "eligibility eligibility_description",
        "how_to_refer": "application_process required_documents attending_type attending_access",
        "languages": "languages",
        "hours": "schedules regular_schedules holiday_schedules opening_hours opening_times hours",
        "area": "service_areas",
        "kind": "attributes service_taxonomys taxonomies taxonomy_terms categories deliverable_type",
        "phones": "phones telephone telephone_number phone_number tel",
        "address": "physical_addresses postal_addresses addresses",
        "note": "assured_date assurer assurer_name alert accreditations licenses licences transportation accessibility "
        "accessibility_for_disabilities",
        "organisation": "organization_name",
    }.items()
    for key in keys.split()
}
_UNUSED = frozenset(
    folded_key(key)
    for key in (
        "latitude", "longitude", "attention", "logo", "uri", "term_uri", "external_identifier", "last_modified",
        "external_identifier_type", "link_type", "vocabulary", "valid_from_time", "currency_code", "parent_id",
        "schedule_link", "timezone", "wkst", "count", "extent",
    )
)  # fmt: skip
_NAMES = {"": "name", "organization": "organisation", "location": "address"}


class Columns:
    """The columns met so far, in the order they were met, with a few examples of what stands in them."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, ...], list[str]] = {}

    def add(self, path: tuple[str, ...], value: Any = None) -> None:
        """Notes a column by the names that lead to it, and a value that stands in it."""
        if path not in self._seen and len(self._seen) >= _MOST_COLUMNS:
            return
        examples = self._seen.setdefault(path, [])
        if len(examples) < _EXAMPLES and (said := first_line(text(value), 60)) and said not in examples:
            examples.append(said)

    def add_all(self, value: Any, path: tuple[str, ...] = ()) -> None:
        """Notes every column of one service as it stands in a JSON file."""
        if isinstance(value, dict) and len(path) < _DEEPEST:
            for key, inner in value.items():
                self.add_all(inner, (*path, key[:80]))
        elif isinstance(value, list) and any(isinstance(one, dict | list) for one in value):
            for one in value:
                self.add_all(one, path)
        elif path:
            self.add(path, value)

    def uses(self) -> tuple[ColumnUse, ...]:
        """Each column with its use. No example is shown where people may be named."""
        made = []
        for path, examples in self._seen.items():
            field, why_not = use_of(tuple(folded_key(name) for name in path))
            shown = () if why_not == _PEOPLE or field == "email" else tuple(examples)
            made.append(ColumnUse(".".join(path), field, why_not, shown))
        return tuple(made)


def use_of(path: tuple[str, ...]) -> tuple[str, str]:
    """The field that a column fills, or "" and why not. ``path`` holds folded names, the service's own first."""
    last, owners = path[-1], path[:-1]
    if path == ("id",):
        return "", _OWN_ID
    if last == "id" or last.endswith("_id"):
        return "", _IDS
    if last in ("attention", "assurer_email", "updated_by") or ("contact" in owners and last in ("name", "contact")):
        return "", _PEOPLE
    if last == "contact":
        return "", _PEOPLE
    if last in _UNUSED or "metadata" in owners or "funding" in path or "review" in path or "program" in path:
        return "", _NO_PLACE
    if "contact" in owners and "phone" not in path and last != "email":
        return ("phones", "") if last in ("title", "department") else ("", _NO_PLACE)
    return _field_of(last, owners)


def _field_of(last: str, owners: Iterable[str]) -> tuple[str, str]:
    # What stands inside a list belongs to the list: the description of a schedule is about its hours.
    inside = [_FIELDS[one] for one in owners if one in _FIELDS]
    if inside:
        return inside[-1], ""
    owner = next(reversed([one for one in owners if one in _NAMES]), "")
    if last == "name":
        return _NAMES[owner], ""
    if last == "organization":
        return "organisation", ""
    if last == "description" and owner == "location":
        return "", _NO_PLACE
    field = _FIELDS.get(last, "")
    return (field, "") if field else ("", _NO_PLACE)

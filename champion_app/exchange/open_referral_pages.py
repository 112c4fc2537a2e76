"""The services of a JSON file of Open Referral: one service, a page, a list of either; and what its pages get wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from champion_app.exchange.open_referral_values import Node, folded_key, get, number

_LISTS = ("contents", "services", "items", "results", "data")
# An object with a name and one of these is a service, whatever else it is.
_SIGNS = frozenset(
    folded_key(key)
    for key in (
        "status", "organization", "organization_id", "service_at_locations", "services_at_location", "eligibility",
        "eligibility_description", "regular_schedules", "schedules", "cost_options", "service_areas", "fees",
        "fees_description", "application_process", "assured_date", "deliverable_type", "attending_type", "languages",
        "service_taxonomys", "interpretation_services", "minimum_age", "maximum_age", "accreditations",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Page:
    """What a page says of itself: how many services there are in all and on how many pages; and what it holds."""

    total: int | None
    pages: int | None
    held: int


def looks_like_service(value: Any) -> bool:
    """Whether an object says that it is a service: a name or an id, and something that only services have."""
    if not isinstance(value, dict):
        return False
    keys = {folded_key(key) for key in value}
    return bool(keys & {"name", "id"}) and bool(keys & _SIGNS)


def services_of(value: Any) -> tuple[list[Any], list[Page]] | None:
    """Everything that stands where services stand, in order, and the pages it stood on.

    None when it is no Open Referral: no page, and nothing in it looks like a service.
    """
    found: list[Any] = []
    pages: list[Page] = []
    _gather(value, found, pages)
    empty_page = bool(pages) and not found
    return (found, pages) if empty_page or any(looks_like_service(one) for one in found) else None


def _gather(value: Any, found: list[Any], pages: list[Page]) -> None:
    if isinstance(value, list):
        for one in value:
            if _list_of(one) is not None:
                _gather(one, found, pages)
            else:
                found.append(one)
        return
    held = _list_of(value)
    if held is None:
        found.append(value)
        return
    before = len(found)
    _gather(held, found, pages)
    pages.append(_page(value, len(found) - before))


def _list_of(value: Any) -> list[Any] | None:
    """The list that a page holds; None for what is no page. A service may hold services, but it has a name."""
    if not isinstance(value, dict) or looks_like_service(value):
        return None
    wanted = {folded_key(key) for key in _LISTS}
    return next((one for key, one in value.items() if folded_key(key) in wanted and isinstance(one, list)), None)


def _page(value: Any, held: int) -> Page:
    node: Node = {folded_key(key): one for key, one in value.items()}
    keys = ("total_items", "total_elements", "total_count", "total", "count")
    return Page(_first(node, *keys), _first(node, "total_pages", "pages"), held)


def _first(node: Node, *keys: str) -> int | None:
    counts = (number(get(node, key)) for key in keys)
    return next((int(one) for one in counts if one is not None), None)


def page_notes(pages: list[Page]) -> list[str]:
    """What the pages say wrongly of themselves, in one sentence, or nothing."""
    totals = [page.total for page in pages if page.total is not None]
    held = sum(page.held for page in pages)
    if not totals or max(totals) == held or all(page.total == page.held for page in pages):
        return []
    note = f"The file says that there are {max(totals):,} services; it holds {held:,}."
    count = max((page.pages or 0 for page in pages), default=0)
    if count > len(pages) and held < max(totals):
        note += f" It is {len(pages):,} of {count:,} pages: the rest is not in it."
    return [note]

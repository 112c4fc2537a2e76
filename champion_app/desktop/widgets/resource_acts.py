"""What can be done to a resource with one press: each is one step of the history, said quietly, with Undo beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.log_words import reached_words
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr
from champion_app.domain.log_entries import Reached
from champion_app.domain.resources import Resource
from champion_app.domain.typed_text import first_line
from champion_app.tasks import listings, resources, shelves


class ResourceActs:
    """Does things to resources and shelves. Each says whether it was done."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._binder = desk, desk.binder

    def tick(self, resource: Resource) -> bool:
        """Somebody has looked at it today, and it is still right."""
        by = listings.who_checks(self._binder)
        return self._do(
            partial(resources.tick_resource, self._binder, resource.id, by), _named(tr("{name}: looked at."), resource)
        )

    def untick(self, resource: Resource) -> bool:
        """It is not known to be right any more."""
        words = _named(tr("{name}: to be looked at again."), resource)
        return self._do(partial(resources.untick_resource, self._binder, resource.id), words)

    def give_out(self, resource: Resource, count: int, whom: str) -> bool:
        """Copies were given out: a line in the action log."""
        kind = Reached(whom)
        words = tr("In the log: {name}, {reached}.", name=_short(resource), reached=reached_words(kind, count))
        return self._do(partial(resources.give_out, self._binder, resource.id, count, kind), words)

    def copy(self, resource: Resource) -> int:
        """A copy of our own to change; its id, or 0."""
        made = self._desk.attempt(partial(resources.copy_resource, self._binder, resource.id))
        if made:
            offer_undo(self._desk, tr("This copy is yours to change."))
        return made or 0

    def retire(self, resource: Resource) -> bool:
        """Out of use without being lost, or back into use."""
        words = tr("{name} is back in use.") if resource.retired else tr("{name} is retired.")
        done = partial(resources.set_retired, self._binder, resource.id, not resource.retired)
        return self._do(done, _named(words, resource))

    def remove(self, resource: Resource) -> bool:
        """Away with it and its files, until undone."""
        words = _named(tr("{name} was removed."), resource)
        return self._do(partial(resources.remove_resource, self._binder, resource.id), words)

    def turn_shelf(self, resource_id: int, shelf_id: int, stands: bool) -> bool:
        """Onto a shelf or off it."""
        name = next((one.name for one in shelves.all_shelves(self._binder) if one.id == shelf_id), "")
        words = tr("Put on “{shelf}”.") if stands else tr("Taken off “{shelf}”.")
        done = partial(shelves.put_on_shelf if stands else shelves.take_off_shelf, self._binder, shelf_id, resource_id)
        return self._do(done, words.replace("{shelf}", first_line(name, 60)))

    def remove_shelf(self, shelf_id: int) -> bool:
        """Away with the shelf; what stood on it stays in the pack."""
        words = tr("The shelf was removed. What stood on it is still in the pack.")
        return self._do(partial(shelves.remove_shelf, self._binder, shelf_id), words)

    def _do(self, work: Callable[[], object], words: str) -> bool:
        done = self._desk.done(work)
        if done:
            offer_undo(self._desk, words)
        return done


def _named(words: str, resource: Resource) -> str:
    return words.replace("{name}", _short(resource))


def _short(resource: Resource) -> str:
    return first_line(resource.fields.title, 60)

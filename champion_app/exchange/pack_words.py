"""What is wrong with a pack, in plain words: every fault with its place, the first few said and the others counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from champion_app.exchange.safe_names import shown
from champion_app.faults import PackRefused

WAY_OUT = "Ask whoever made the pack for a new copy."
MEND = "Ask whoever made the pack to put this right. The help page about packs says what each file of it holds."
NEWER = "Ask for the newer Champion, and take the pack in with that."
_SAID_AT_ONCE = 5
_MOST_NOTES = 50

# The checking library's name for a fault, and our words. What is in braces it says beside the fault.
_FAULTS = {
    "missing": "is missing",
    "string_type": "should be text in quotation marks",
    "string_too_long": "is longer than {max_length:,} letters",
    "string_too_short": "is empty",
    "int_type": "should be a whole number",
    "bool_type": "should be true or false",
    "list_type": "should be a list",
    "dict_type": "should hold named fields",
    "model_type": "should hold named fields",
    "model_attributes_type": "should hold named fields",
    "greater_than_equal": "should be {ge:,} or more",
    "less_than_equal": "should be {le:,} or less",
    "too_short": "should have {min_length} or more in it",
    "too_long": "should have {max_length:,} in it at most",
    "champion": "{words}",  # pack_fields.OURS: a fault that brings its own words
}


class Faults:
    """Gathers what is wrong with one pack, so that it is all said at once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._first: list[str] = []
        self._count = 0

    def add(self, words: str) -> None:
        """One more fault, as half a sentence with its place."""
        self._count += 1
        if self._count <= _SAID_AT_ONCE:
            self._first.append(words)

    def stop_if_any(self) -> None:
        """Raises PackRefused if anything was found."""
        if self._count:
            raise self.refused()

    def refused(self) -> PackRefused:
        """The refusal with the first five faults and how many more there are."""
        more = self._count - _SAID_AT_ONCE
        said = "; ".join(self._first) + (f"; and {more:,} more" if more > 0 else "")
        return PackRefused(name=self._name, reason=said, way_out=MEND)


def fault_words(place: str, found: Mapping[str, Any]) -> str:
    """A fault that the checking library found, as half a sentence: "resources.json, item 3: title is missing"."""
    words = _FAULTS.get(found["type"], "is not as it should be").format(**found.get("ctx", {}))
    where = " ".join(_step(step) for step in found["loc"])
    return f"{place}: {where} {words}" if where else f"{place}: {words}"


def notes(said: Iterable[str]) -> list[str]:
    """What a person should know, each said once; of very many, the first fifty."""
    once = list(dict.fromkeys(said))
    more = len(once) - _MOST_NOTES
    return [*once[:_MOST_NOTES], f"And {more:,} more of this kind."] if more > 0 else once


def _step(step: int | str) -> str:
    """A place in a list counts from one; a name from outside is shown so that nothing hides in it."""
    if isinstance(step, int):
        return str(step + 1)
    return step if step.isidentifier() and step.isascii() and len(step) <= 40 else shown(step)

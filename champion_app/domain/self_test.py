"""What Champion tries out on somebody's own computer, and what came of it, in words for the screen and for paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """How one thing went."""

    WORKS = "works"
    LOOK = "look"
    FAILS = "fails"
    NOT_TRIED = "not_tried"


VERDICT_WORDS = {
    Verdict.WORKS: "Works",
    Verdict.LOOK: "Works, but look at this",
    Verdict.FAILS: "Does not work",
    Verdict.NOT_TRIED: "Not tried",
}


@dataclass(frozen=True)
class Step:
    """One thing that is tried. ``weight`` is its share of the whole, for a bar that shows how far it is."""

    id: str
    title: str
    doing: str
    weight: int


STEPS = (
    Step("write", "Saving", "Saving 50 actions in a trial binder, and reading them again.", 25),
    Step("kill", "Being cut off", "Starting a second Champion and cutting it off while it saves.", 30),
    Step("restore", "Going back to a backup", "Making a backup of your binder and putting it in a trial place.", 20),
    Step("disk", "The disk", "Looking at the disk your binder is on.", 3),
    Step("fonts", "Letters on paper", "Drawing every alphabet our papers use.", 12),
    Step("printer", "Printers", "Looking which printers can be reached. Nothing is printed.", 1),
    Step("clock", "The date", "Comparing the date with what you wrote before.", 2),
    Step("parts", "Champion itself", "Reading your whole binder and asking every part for its version.", 7),
)
WHOLE = sum(step.weight for step in STEPS)


@dataclass(frozen=True)
class Sentence:
    """Words with gaps, and what fills them: so that a translation can reorder them.

    What is ``at_home`` names something of this person or this computer: it is shown on the screen and never on paper,
    where ``instead`` stands, if anything.
    """

    words: str
    fills: Mapping[str, object] = field(default_factory=dict)
    at_home: bool = False
    instead: str = ""

    def __str__(self) -> str:
        return self.words.format(**{name: str(fill) for name, fill in self.fills.items()})


def say(words: str, **fills: object) -> Sentence:
    """A sentence that may stand on paper."""
    return Sentence(words, fills)


@dataclass(frozen=True)
class Result:
    """What came of one step: what was found, what to do next (nothing when all is well), and how long."""

    step: Step
    verdict: Verdict
    said: tuple[Sentence, ...] = ()
    ways: tuple[Sentence, ...] = ()
    seconds: float = 0

    def for_paper(self) -> str:
        """What may be printed: nothing that names a person, a folder or a printer."""
        said = (one.instead if one.at_home else str(one) for one in (*self.said, *self.ways))
        return " ".join(words for words in said if words)


@dataclass(frozen=True)
class Record:
    """A whole self-test: when, what came of each step, and the versions of the parts."""

    when: datetime
    results: tuple[Result, ...]
    versions: tuple[tuple[str, str], ...] = ()

    def count(self, verdict: Verdict) -> int:
        """How many steps went so."""
        return sum(1 for result in self.results if result.verdict is verdict)

    @property
    def summary(self) -> Sentence:
        """The whole in one sentence."""
        return summary_of(self.results)


def summary_of(results: Sequence[Result]) -> Sentence:
    """The whole in one sentence, the worst first."""
    count = {verdict: sum(1 for one in results if one.verdict is verdict) for verdict in Verdict}
    of = len(STEPS)
    if count[Verdict.FAILS]:
        words = "{n} of {of} does not work." if count[Verdict.FAILS] == 1 else "{n} of {of} do not work."
        return say(words + " What to do next stands beside it.", n=count[Verdict.FAILS], of=of)
    if count[Verdict.NOT_TRIED] or len(results) < of:
        return say("Stopped: {n} of {of} were tried.", n=len(results) - count[Verdict.NOT_TRIED], of=of)
    if count[Verdict.LOOK]:
        things = "{n} thing is" if count[Verdict.LOOK] == 1 else "{n} things are"
        return say(f"Everything works. {things} worth a look.", n=count[Verdict.LOOK])
    return say("Everything works: {of} of {of}.", of=of)


def with_the_rest(results: Sequence[Result]) -> tuple[Result, ...]:
    """Those results, and "not tried" for every step after them."""
    tried = {result.step.id for result in results}
    return (*results, *(Result(step, Verdict.NOT_TRIED) for step in STEPS if step.id not in tried))


def took(seconds: float) -> Sentence:
    """How long something took, in words."""
    if seconds < 1:
        return say("less than a second")
    whole = round(seconds)
    if whole < 100:
        return say("1 second") if whole == 1 else say("{n} seconds", n=whole)
    return say("{n} minutes", n=round(seconds / 60))

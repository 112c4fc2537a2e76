"""What the words around a name say: that it is a child's, or that of somebody at work, or nothing.

Each question looks at a fixed number of words, or at counts made once, so a long line takes no longer word for word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from champion_app.domain import personal_cues as cues
from champion_app.domain.list_words import word_set
from champion_app.domain.personal_classes import is_class_label, is_class_number, is_pupils_age
from champion_app.domain.personal_tokens import Word, sentence_ends

# Points for a name. Two are enough to call it a child's.
CHILD, PERHAPS, WORK, NOTHING = 4, 2, -4, 0

# How far to look, in words.
_NEAR, _FEW = 14, 6

_OF_ANYBODY = word_set(
    "family family's parent parents carer carers partner wife husband guardian brothers sisters siblings nanny"
)
_SAYS_CHILD = (cues.ONE_CHILD | cues.CHILDHOOD | cues.FAMILY) - _OF_ANYBODY
_SAYS_FAMILY = cues.PRISON | _OF_ANYBODY
_CLASS_NAMES = word_set("reception nursery preschool playgroup")
_CLASS_WORDS = word_set("year yr class grade form blwyddyn age aged tutor")
_SAYS_NAME = word_set("is was are called named name names enw be")
# Behind these a name with a capital is more often somebody than something.
_OF_PEOPLE = word_set("with about told asked met saw gave show showed tell thanks see meet seen invited helped")
_HELPERS = word_set("will has have is to can would then also now who may should was been kindly")
_FIRST_BIRTH, _LAST_BIRTH = 2005, 2021  # later dates are as likely of a course or a meeting
_WHOSE = frozenset({"his", "her", "my", "their"})
_UNITS = word_set(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec am pm copies minutes hours days weeks staff people pm years
    """
)
# Organisations without a capital that somebody comes from: "Rachel at the council".
_ANY_ORGANISATION = word_set(
    "council charity police prison service library bank hospital university centre trust agency office probation"
)
_BEFORE_AN_ORGANISATION = word_set(
    """
    the our their and of local food for attendance youth early help family health social mental prison probation housing
    drug alcohol young people's carers county city town parish district borough community national advice children's
    """
)


class Surroundings:
    """The words of one line and what stands around each."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self._first, self._last = sentence_ends(words)
        places = range(len(words))
        self._child = _counted(self._says_child(at) for at in places)
        self._family = _counted(word.low in _SAYS_FAMILY for word in words)
        self._pronouns = _counted(word.low in cues.PRONOUNS for word in words)
        self._work = _counted(self._says_work(at) for at in places)

    # ---- Near a name

    def near(self, start: int, end: int) -> int:
        """Points for the neighbourhood of the words from ``start`` to before ``end``."""
        child, work = self._count(self._child, start, end), self._count(self._work, start, end)
        last = min(end + _NEAR, self._last[start])
        points = 2 * bool(child) + bool(self._count(self._family, start, end))
        points += self._pronouns[last] > self._pronouns[end]  # "he" and "her" say something only behind a name
        return points if child or not work else points - 2

    def near_child(self, start: int, end: int) -> bool:
        """Whether a word about one child stands in the same sentence."""
        return bool(self._count(self._child, start, end))

    def _count(self, counted: list[int], start: int, end: int) -> int:
        first, last = max(start - _NEAR, self._first[start]), min(end + _NEAR, self._last[start])
        return counted[start] - counted[first] + counted[last] - counted[end]

    def word(self, at: int, of: int) -> Word | None:
        """The word there, if it stands in the same sentence as the one at ``of``."""
        return self.words[at] if self._first[of] <= at < self._last[of] else None

    # ---- Directly before it

    def before(self, start: int) -> int:
        """Points for what leads up to a name."""
        last = self.word(start - 1, start)
        if last is None:
            return NOTHING
        if last.low in cues.TITLES and last.shape != "l":
            return WORK
        if last.low in cues.ONE_CHILD or last.low in cues.PLURAL_CHILDREN or self._ends_class(start - 1):
            return CHILD
        if last.low in ("little", "young") and not last.gap.startswith(","):
            return CHILD - 1
        if last.low == "of":
            whose = self.word(start - 2, start)
            return CHILD if whose and whose.low in cues.FAMILY else NOTHING
        if last.low == "by":
            made = self.word(start - 2, start)
            return WORK if made and made.low in cues.BY_SOMEBODY else NOTHING
        if last.low in _SAYS_NAME and self._child_named(start):
            return CHILD
        return self._post_before(start)

    def _child_named(self, start: int) -> bool:
        near = [self.word(at, start) for at in range(start - 5, start)]
        return any(word and (word.low in cues.ONE_CHILD or word.low in cues.PLURAL_CHILDREN) for word in near)

    def _post_before(self, start: int) -> int:
        for at in range(start - 1, start - 1 - _FEW, -1):
            word = self.word(at, start)
            if word is None or (word.low in cues.TURNS_AWAY and not (at == start - 1 and word.low == "called")):
                break
            if (word.low in cues.ROLES and not word.owns) or (
                word.low == "attendance" and self._low(at - 1, at) == "in"
            ):
                return WORK
            if word.low in cues.ORGANISATION_WORDS and word.capital and not word.owns and self._leads_up(at, start):
                return WORK
        last, led = self.word(start - 1, start), self.word(start - 2, start)
        if last is None or last.low in cues.NAMING:
            return PERHAPS if last else NOTHING
        if led is not None and led.low in cues.SPOKEN and last.low in ("to", "with", "for", "by", "about"):
            return PERHAPS
        return 1 if last.low in _OF_PEOPLE else NOTHING

    def called(self, at: int) -> bool:
        """Whether a child is said to be called what stands there: "a girl called ..."."""
        last = self.word(at - 1, at)
        return bool(last and last.low in ("called", "named", "enw") and self._child_named(at))

    def _leads_up(self, at: int, start: int) -> bool:
        """Whether an organisation stands there as "Nacro, Neil Booth" or "Families Outside: Mike Low" has it."""
        return at == start - 1 or (at >= start - 3 and self.words[start].gap == ":")

    # ---- Directly behind it

    def after(self, end: int, owns: bool) -> int:
        """Points for what follows a name; ``owns`` says that it ended in 's."""
        word = self.word(end, end - 1)
        if word is None:
            return NOTHING
        if owns:
            if word.low in cues.OF_A_CHILD or self.is_class(end):
                return CHILD
            return WORK if self._low(end, end) in cues.MADE or self._low(end + 1, end) in cues.MADE else NOTHING
        if self._class_follows(end, word) or self._kin_follows(end, word):
            return CHILD
        if word.low in ("dob", "upn", "born", "uln"):
            return CHILD
        if self._birth_follows(end):
            return PERHAPS
        if self._works(end) or self._named_after(end, word):
            return WORK
        apart = word.gap[:1] in (",", "(", "-", ":", "[") and word.gap[:1]
        if apart and self._post_in_letters(end, word):
            return WORK
        own = word.low in ("is", "was", "as", "has", "became", "becomes")
        if word.low == "has" and self._low(end + 1, end) in ("a", "an", "the", "no", "his", "her"):
            return NOTHING
        if apart or own or word.low in cues.ROLES:
            return self._post_behind(end)
        if word.low in ("from", "at", "of", "in"):
            return self._organisation_behind(end + 1, teams_only=word.low == "in")
        return NOTHING

    def _class_follows(self, end: int, word: Word) -> bool:
        if word.low in ("in", "from", "of", "is", "yn", "now", "and"):
            follows = self.word(end + 1, end)
            if follows and follows.low in ("my", "the", "our"):
                return follows.low == "my" and bool(self.word(end + 2, end))
            return self.is_class(end + 1) and word.low not in ("is", "now", "and")
        if self.is_class(end):
            return not self._post_in_class(end)
        # An age: "(7)", ", 7,", "Riley Baxter 6".
        unit = self.word(end + 1, end)
        followed = bool(unit and (unit.low in _UNITS or unit.gap[:1] in ("/", ".", ":")))
        return is_pupils_age(word.low) and not followed

    def _kin_follows(self, end: int, word: Word) -> bool:
        """Whether a child's circumstances follow: "- dad in prison", "(mum on remand)"; not "mother and baby nurse"."""
        if word.low not in cues.CLOSE_FAMILY or not word.gap[:1] or word.gap[:1] not in ",(-:[":
            return False
        return not any(self._low(at, end) in cues.ROLES for at in range(end + 1, end + _FEW))

    def _birth_follows(self, end: int) -> bool:
        """Whether a date stands there that a pupil may be born on: "Max Uttley 14/08/2015"."""
        day, month, year = (self._low(at, end) for at in (end, end + 1, end + 2))
        figures = day.isdecimal() and month.isdecimal() and len(year) == 4 and year.isdecimal()
        return figures and _FIRST_BIRTH <= int(year) <= _LAST_BIRTH and self.words[end + 1].gap in ("/", ".", "-")

    def _named_after(self, end: int, word: Word) -> bool:
        if word.gap or word.shape != "l":
            return False
        about = word.low == "report" and self._low(end + 1, end) in ("on", "about", "of", "says", "found")
        return about or word.low in cues.NAMED_AFTER

    def _post_in_letters(self, end: int, word: Word) -> bool:
        """Whether a post follows in capital letters: "Liz Fordham, EWO"."""
        short = word.shape == "A" and 2 <= len(word.low) <= 5 and word.low.isalpha()
        return short and self.words[end - 1].shape == "C" and word.low not in cues.OF_PUPILS

    def _low(self, at: int, of: int) -> str:
        word = self.word(at, of)
        return word.low if word else ""

    def _post_in_class(self, end: int) -> bool:
        near = [self.word(at, end) for at in range(end + 1, end + 4)]
        return any(word and word.low in cues.ROLES and word.gap == "" for word in near)

    def _works(self, end: int) -> bool:
        for at in (end, end + 1, end + 2):
            word = self.word(at, end)
            if word is None:
                return False
            if word.low in cues.WORK_VERBS:
                if any(
                    self._low(near, at) in _WHOSE and self._low(near + 1, at) in cues.FAMILY
                    for near in (at + 1, at + 2, at + 3)
                ):
                    return False  # "wrote to his dad"
                if word.low == "opened" and self._low(at + 1, at) == "up":
                    return False
                return word.low not in ("signed", "approved", "retired") or not self.near_child(end - 1, end)
            if word.low not in _HELPERS:
                return False
        return False

    def _post_behind(self, end: int) -> int:
        for at in range(end, end + _FEW):
            word = self.word(at, end)
            if word is None or (at > end and word.low in cues.TURNS_AWAY) or word.low in cues.FEELINGS:
                break
            if self.is_class(at) and not self._post_in_class(at) and self._low(at - 1, end) != "the":
                return CHILD
            if word.low in cues.ONE_CHILD and not self._role(at + 1):
                return CHILD if at <= end + 4 else NOTHING
            if word.low in cues.ROLES and not word.owns:
                return WORK
            if at > end and word.gap[:1] in (",", ")", "-"):
                break
            if word.low in cues.ORGANISATION_WORDS and self.words[end].gap[:1] in (",", "(", "-"):
                return WORK
        return NOTHING

    def _organisation_behind(self, start: int, *, teams_only: bool) -> int:
        for at in range(start, start + _FEW):
            word = self.word(at, start - 1)
            if word is None or self.is_class(at) or word.low in cues.ONE_CHILD:
                break
            known = ("team", "office") if teams_only else cues.ORGANISATION_WORDS
            if word.low in known and (teams_only or word.capital or word.low in _ANY_ORGANISATION):
                return WORK
            if word.shape == "l" and word.low not in _BEFORE_AN_ORGANISATION:
                break
        return NOTHING

    # ---- Classes

    def is_class(self, at: int) -> bool:
        """Whether a class or an age is named there: "Year 4", "Y4", "4B", "P5", "Reception", "aged 7"."""
        if not 0 <= at < len(self.words):
            return False
        word = self.words[at]
        if word.low in _CLASS_NAMES:
            return not self._role(at + 1)
        if word.low in _CLASS_WORDS:
            return at + 1 < len(self.words) and is_class_number(self.words[at + 1].low)
        return is_class_label(word)

    def _ends_class(self, at: int) -> bool:
        return is_class_label(self.words[at]) or (
            at > 0 and self.words[at - 1].low in _CLASS_WORDS and is_class_number(self.words[at].low)
        )

    def _role(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].low in cues.ROLES and not self.words[at].gap

    def _says_work(self, at: int) -> bool:
        word = self.words[at]
        furniture = word.low in ("chair", "chairs") and at > 0 and self.words[at - 1].low == "a"
        return (word.low in cues.WORK and not furniture) or "£" in word.gap

    def _says_child(self, at: int) -> bool:
        if self.words[at].low == "attendance" and at > 0 and self.words[at - 1].low == "in":
            return False
        if self.words[at].low in _SAYS_CHILD or self.is_class(at):
            # A nursery manager and a Year 6 teacher are at work.
            return not (self._role(at + 1) or self._role(at + 2))
        return False


def _counted(marks: Iterable[bool]) -> list[int]:
    """How many there are before each place: the number between two places is one subtraction."""
    return [0, *accumulate(map(int, marks))]

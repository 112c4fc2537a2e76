"""What in a line looks like a name, before anything around it is weighed."""

from __future__ import annotations

from dataclasses import dataclass

from champion_app.domain import personal_cues as cues
from champion_app.domain.list_words import word_set
from champion_app.domain.personal_common_words import COMMON_WORDS, is_common
from champion_app.domain.personal_evidence import CHILD, NOTHING, WORK, Surroundings
from champion_app.domain.personal_names import (
    FIRST_NAMES,
    HARDLY_PLACES,
    MOSTLY_NAMES,
    NAME_BEGINNINGS,
    NAME_ENDINGS,
    NAMES_AND_WORDS,
    ONLY_NAMES,
)
from champion_app.domain.personal_surnames import PARTICLES, SURNAME_BEGINNINGS, SURNAME_ENDINGS, SURNAMES
from champion_app.domain.personal_tokens import Word

_LONGEST = 5  # words of one name
_NEVER = -100
_CLOSE_FAMILY = word_set(
    "dad mum mam mummy daddy nan gran nana grandma grandad stepdad stepmum brother sister twin aunty auntie"
)
# No first name by itself: "Barnardo's family day".
_NOBODY = (
    cues.ORGANISATION_WORDS | cues.NEVER_A_SURNAME | cues.ROLES | cues.PLURAL_CHILDREN | cues.ONE_CHILD | cues.FAMILY
)
# What things and organisations do as well.
_OF_THINGS = word_set(
    """
    is was has had will won't would does doesn't did didn't can can't could couldn't goes isn't wasn't hasn't made gave
    arrived called calls carries collects found spends stays took turned
    ran started stopped moved came comes got gets keeps kept looks needs became brought showed left joined explained
    """
)
_ONLY_PEOPLE = cues.PERSON_VERBS - _OF_THINGS


@dataclass(frozen=True)
class LikelyName:
    """Words from ``start`` to before ``end`` that may be a name, and the points for how they look."""

    start: int
    end: int
    looks: int
    owns: bool = False
    alone: bool = False  # a first name without a surname
    passed: bool = False  # not a name: a place or a work, to be passed over as a whole


def read(around: Surroundings, at: int, *, shouted: bool) -> LikelyName | None:
    """What begins at a word and looks like a name, or None. In a ``shouted`` line capitals say nothing."""
    word = around.words[at]
    follows = around.word(at + 1, at)
    royal = word.low in cues.ROYAL and follows is not None and follows.low in FIRST_NAMES
    if (royal or word.low in cues.TITLES) and word.shape in "CA" and not word.owns:
        return _titled(around, at)
    if word.shape == "n" or (word.low in PARTICLES and word.shape == "l"):
        return None
    if word.shape == "i":
        return _with_initial(around, at)
    if turned := _turned_round(around, at):
        return turned
    if word.shape == "l" or shouted:
        return _in_small_letters(around, at)
    return _with_capitals(around, at) or _alone(around, at)


def _titled(around: Surroundings, at: int) -> LikelyName | None:
    """Mrs Jane Carter, St Mary's, HMP Hull: all of it is nobody's here."""
    end = at + 1
    while end < at + _LONGEST:
        word = around.word(end, at)
        if word is None or word.shape not in "CAi" or word.gap not in ("", "."):
            break
        if is_common(word.low) and word.low not in SURNAMES:
            break
        end += 1
        if word.owns:
            break
    return LikelyName(at, end, NOTHING, passed=True) if end > at + 1 else None


def _run(around: Surroundings, at: int) -> int:
    """Where the words with capitals that go on from ``at`` end; small words of surnames count."""
    end = at + 1
    while end < at + _LONGEST and not around.words[end - 1].owns:
        word = around.word(end, at)
        if word is None or word.gap or not (word.shape in "CAi" or _particle(around, end, at)):
            break
        end += 1
    while end > at + 1 and around.words[end - 1].low in PARTICLES:
        end -= 1
    return end


def _particle(around: Surroundings, place: int, at: int) -> bool:
    word, follows = around.words[place], around.word(place + 1, at)
    return word.low in PARTICLES and bool(follows) and (follows.capital if follows else False)


def _with_capitals(around: Surroundings, at: int) -> LikelyName | None:
    words, run = around.words, _run(around, at)
    first = words[at]
    only = _is_first(first.low, ONLY_NAMES)
    either = only or _is_first(first.low, NAMES_AND_WORDS)
    if run == at + 1 or (is_common(first.low) and not either) or (first.low in cues.ROLES and not either):
        return None
    if _is_a_place(around, at, run):
        return LikelyName(at, run, _NEVER, passed=True)
    for place in range(at + 1, run):
        if words[place].low in cues.NEVER_A_SURNAME or words[place].low.endswith("shire"):
            return LikelyName(at, run, _NEVER, passed=True)
    end = at + 1
    while end < run and _may_be_surname(words[end], only or first.low in MOSTLY_NAMES):
        end += 1
    while end > at + 1 and words[end - 1].low in PARTICLES:
        end -= 1
    if end == at + 1:
        return None
    if f"{first.low} {words[at + 1].low}" in cues.FAMOUS:
        return LikelyName(at, end, _NEVER, passed=True)
    return _judged(around, at, end, only=only, either=either)


def _is_a_place(around: Surroundings, at: int, run: int) -> bool:
    """Jack Straw Lane, Marie Stopes House; Poppy Fields nursery."""
    words, behind = around.words, around.word(run, at)
    if words[run - 1].low not in cues.PERHAPS_A_PLACE or words[run - 1].owns:
        return False
    if run > at + 2 and not _is_first(words[run - 2].low, FIRST_NAMES | NAMES_AND_WORDS):
        return words[run - 2].low not in PARTICLES
    return behind is not None and not behind.gap and behind.shape == "l" and behind.low in cues.FACILITIES


def _judged(around: Surroundings, at: int, end: int, *, only: bool, either: bool) -> LikelyName | None:
    words, surname = around.words, around.words[end - 1]
    place = any(word.low in cues.PERHAPS_A_PLACE for word in words[at + 1 : end]) and words[at].low not in HARDLY_PLACES
    if surname.shape == "i":  # Ellie M
        return LikelyName(at, end, 1 if only else 0, surname.owns) if either else None
    if only:
        return LikelyName(at, end, 2, surname.owns)
    if either:
        looks = 2 if words[at].low in MOSTLY_NAMES else 1
        return LikelyName(at, end, looks - place + (_acts(around, end, at) and not place), surname.owns)
    if words[at].low in _NOBODY or words[at].shape != "C":
        return None
    # No first name that we know: "Emailed Jane" and "Leigh Marsh" are none, unless something clearly says so.
    doubtful = place or (_is_first(words[at + 1].low, ONLY_NAMES) and words[at + 1].low not in SURNAMES)
    if doubtful and not _acts(around, end, at) and CHILD not in (around.before(at), around.after(end, surname.owns)):
        return None
    # Two words that we do not know: what they do, and how the second is spelt, says whether they are somebody.
    word = around.word(end, at)
    does = word is not None and not word.gap and word.low in cues.PERSON_VERBS and not _has_a_facility(around, end)
    return LikelyName(at, end, _known_surname(surname.low) + does + _acts(around, end, at), surname.owns)


def _has_a_facility(around: Surroundings, end: int) -> bool:
    """Whether what follows is what a town has: "... has a family centre"."""
    if around.words[end].low not in ("has", "had", "gets", "got", "needs"):
        return False
    near = [around.word(at, end) for at in range(end + 1, end + 5)]
    return any(word and word.low in cues.FACILITIES for word in near)


def _acts(around: Surroundings, end: int, at: int) -> bool:
    """Whether what follows is something that only people do."""
    word = around.word(end, at)
    return bool(word and not word.gap and word.low in _ONLY_PEOPLE)


def _in_small_letters(around: Surroundings, at: int) -> LikelyName | None:
    word, follows = around.words[at], around.word(at + 1, at)
    only = _is_first(word.low, ONLY_NAMES) and not is_common(word.low)
    either = only or (_is_first(word.low, NAMES_AND_WORDS) and word.shape != "C")
    if word.owns or follows is None or follows.gap or follows.shape == "n" or not (either or len(word.low) > 3):
        return None
    low = follows.low
    if len(low) < 2 or low in cues.NEVER_A_SURNAME or low in cues.ROLES or low in PARTICLES:
        return None
    known = any(part in SURNAMES for part in (low, *low.split("-")))
    if low in COMMON_WORDS or (is_common(low) and not known) or low in cues.PERSON_VERBS:
        return None
    if (low.endswith("s") and not known) or f"{word.low} {low}" in cues.FAMOUS:
        return None
    if not either:
        unknown = is_common(word.low) or word.low in _NOBODY or not known
        firm = not unknown and CHILD in (around.before(at), around.after(at + 2, follows.owns))
        return LikelyName(at, at + 2, 0, follows.owns) if firm else None
    if only:
        short = len(word.low) < 4 and not known
        return None if short else LikelyName(at, at + 2, 2 if known else 1, follows.owns)
    # A word that is a name as well needs a surname we know, and more: "poppy green said", "summer lane, yr 2".
    place = low in cues.PERHAPS_A_PLACE and word.low not in HARDLY_PLACES
    acts = word.low in MOSTLY_NAMES and _acts(around, at + 2, at)
    return LikelyName(at, at + 2, acts + (word.low in MOSTLY_NAMES) - place - 1 + acts, follows.owns) if known else None


def _with_initial(around: Surroundings, at: int) -> LikelyName | None:
    """J. Smith, K Osei: only where a child is spoken of. "A" and "I" are words unless a dot follows."""
    word, end = around.words[at], at + 1
    follows = around.word(end, at)
    if follows and follows.shape == "i" and follows.gap in ("", "."):
        end += 1
        follows = around.word(end, at)
    if follows is None or not follows.capital or follows.gap not in ("", "."):
        return None
    if word.low in ("a", "i", "o") and follows.gap != ".":
        return None
    low = follows.low
    if low in cues.NEVER_A_SURNAME or (is_common(low) and low not in SURNAMES) or not around.near_child(at, end + 1):
        return None
    return LikelyName(at, end + 1, NOTHING, follows.owns)


def _turned_round(around: Surroundings, at: int) -> LikelyName | None:
    """MARSH, Ellie; Smith, Josh (5B)."""
    word, follows = around.words[at], around.word(at + 1, at)
    if follows is None or follows.gap != "," or word.owns or not word.capital or not follows.capital:
        return None
    child = around.after(at + 2, follows.owns) >= CHILD
    firsts = FIRST_NAMES | NAMES_AND_WORDS if child else ONLY_NAMES  # "Whitfield, Grace - stepdad remanded"
    known = _is_first(follows.low, firsts) or (child and word.shape == "A" and word.low in SURNAMES)
    if not known or is_common(word.low) or word.low in cues.NEVER_A_SURNAME:
        return None
    if _is_first(word.low, ONLY_NAMES) and word.low not in SURNAMES:
        return None
    third = around.word(at + 2, at)
    if third is not None and third.capital and not third.gap:
        return None  # "Bristol, Ellie Marsh": the first name goes with what follows
    if third is not None and third.gap[:1] in (":", "-") and around.word(at - 1, at) is None:
        return LikelyName(at, at + 2, 1, follows.owns)  # "Marsh, Ellie: ..." begins the line
    if child or around.before(at) >= CHILD:
        return LikelyName(at, at + 2, 1, follows.owns)
    return None


def _alone(around: Surroundings, at: int) -> LikelyName | None:
    """A first name by itself counts beside "pupil", "in Year 4" or "'s dad"."""
    word, follows = around.words[at], around.word(at + 1, at)
    known = _is_first(word.low, ONLY_NAMES)
    if not known and (is_common(word.low) or word.low in _NOBODY or not (word.owns or around.called(at))):
        return None
    before, after = around.before(at), around.after(at + 1, word.owns)
    third = around.word(at + 2, at)
    if follows and not follows.gap and follows.low in ("nursery", "playgroup", "preschool"):
        return None  # "Jack and Jill nursery"
    if word.owns and follows and follows.shape == "C" and third and third.shape == "C" and not third.gap:
        return None  # a title: "Milly's Mum Has Gone ..."
    if word.owns:
        of_somebody = cues.FAMILY | cues.ONE_CHILD if known else _CLOSE_FAMILY
        after = after if follows is not None and follows.low in of_somebody else NOTHING
    last = around.word(at - 1, at)
    if before == CHILD and last is not None and last.gap == "" and last.low == "of":
        before = NOTHING
    if WORK in (before, after) or CHILD not in (before, after):
        return None
    return LikelyName(at, at + 1, NOTHING, word.owns, alone=True)


# ---- Words


def _is_first(low: str, known: frozenset[str]) -> bool:
    if low in known or (len(low) > 5 and low.startswith(NAME_BEGINNINGS)) or low.endswith(NAME_ENDINGS):
        return True
    if "-" in low:
        return all(part in FIRST_NAMES or part in NAMES_AND_WORDS for part in low.split("-")[:2])
    return "'" in low and low.replace("'", "") in known


def _may_be_surname(word: Word, only: bool) -> bool:
    low = word.low
    if word.shape == "i" or low in PARTICLES:
        return True
    if any(map(str.isdecimal, low)):
        return False  # "London SE5"
    if low in ("head", "lead", "chair", "year", "class", "reception"):
        return False
    if low in COMMON_WORDS or low in cues.ROLES or low in cues.TITLES:
        return (only and low in SURNAMES) or low in ONLY_NAMES
    return True


def _known_surname(low: str) -> int:
    if any(part in SURNAMES for part in (low, *low.split("-"))):
        return 1
    return int(low.startswith(SURNAME_BEGINNINGS) or (len(low) > 5 and low.endswith(SURNAME_ENDINGS)))

"""Single values of a list: costs, states, days of the week, dates, statements and stages."""

from __future__ import annotations

import re

from champion_app.domain.list_words import day_in_words, one_line, says_nothing
from champion_app.domain.listings import PRINT_RULE_WORDS, ListingStatus
from champion_app.domain.resources import KINDS, STAGES

YES = frozenset({"yes", "y", "true", "1", "1.0", "✓", "✔", "☑", "✅", "tick", "ticked", "oes", "ydy"})
NO = frozenset({"no", "n", "false", "0", "0.0", "✗", "✘", "☐", "❌", "nac oes"})

_CLOSED = re.compile(
    r"\b(?:closed|inactive|in-active|defunct|ceased|ended|discontinued|withdrawn|dissolved|archived|deleted"
    r"|decommissioned"
    r"|not (?:active|running|operating|in operation|open|live|current)|no longer|shut|disbanded|suspended|paused"
    r"|on hold|dormant|expired"
    r"|removed|stopped|finished|wound up|merged)\b",
    re.IGNORECASE,
)
_NOT_CLOSED = re.compile(
    r"\bclosed (?:group|on|for|during|over|at|bank|sat|sun|mon|tue|wed|thu|fri|week|school)|never closed|not closed",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"^(?:active|open|live|current|published|running|operating|operational|in operation|ok|okay|approved"
    r"|confirmed|available"
    r"|still running|still open|up and running|public|enabled|complete|completed|verified|checked|normal"
    r"|existing|taking referrals)\b",
    re.IGNORECASE,
)
_SAYS_CLOSED = re.compile(
    r"\b(?:(?:service|centre|group|project|charity|helpline|organisation)(?: has| is| have)?(?: now| permanently"
    r"| since)? (?:closed|ended|ceased)"
    r"|(?:has|have|is|are) now closed|permanently closed|now closed|has closed(?: down)?|closed down"
    r"|no longer (?:running|operating|runs|operates|in operation|exists?|available|offered)|ceased (?:trading"
    r"|to exist|operating))\b",
    re.IGNORECASE,
)
_CLOSING_SIGNS = ("closed", "no longer", "ended", "ceased")  # looked for first: it takes a tenth of the time
_NAME_CLOSED = re.compile(
    r"[(\[*–—-]\s*(?:now |permanently )?closed\s*[)\]*–—-]?\s*$|^\W*closed\W*[-–—:*]", re.IGNORECASE
)

_STAGE_SIGNS = (
    ("offending", r"offending|pre-?arrest|early help|prevention"),
    ("arrest", r"arrest|police|custody suite"),
    ("court", r"court|trial|remand|sentenc"),
    ("imprisonment", r"prison|custody(?! suite)|imprison|visit|inside|\bjail|during"),
    ("release", r"release|coming home|through the gate|licence"),
    ("resettlement", r"resettle|after|reintegrat|probation|reunif"),
)
# Other words for a kind, each true of every such thing.
_KIND_WORDS = {
    "leaflet for families": "leaflet; leaflets; family leaflet; booklet; booklets; poster; flyer; factsheet",
    "story for children": "story; stories; story book; storybook; picture book; children's book; fiction",
    "video": "videos; film; films; dvd; animation; youtube; youtube video; video clip; short film",
    "tool": "tools; toolkit; worksheet; worksheets; template; checklist; activity; game; activity pack",
    "practice example": "practice examples; good practice; good practice example",
    "case study": "case studies",
    "training": "course; e-learning; elearning; workshop; webinar; training course; training pack",
    "policy": "policies; guidance; strategy; government guidance; statutory guidance; legislation",
    "research": "report; reports; research report; study; evaluation; journal article; paper; literature review",
    "service": "services; helpline; organisation",
    "article": "articles; blog; blog post; news; newsletter; magazine article",
    "website": "websites; web page; webpage; web site; online resource; app",
}
_KINDS = {word.strip(): kind for kind, words in _KIND_WORDS.items() for word in words.split(";")} | {
    kind: kind for kind in KINDS
}
_LIST_MARKS = re.compile(r"[;\n|•·]+|,(?!\d{3}\b)")
_LONGEST_LIST = 2_000
_CRITERION = re.compile(r"(?<![\d.])([1-8])\.(\d{1,2})(?![\d.])")
_STATEMENT = re.compile(r"(?<![\d.])(\d{1,3})(?:\.0+)?(?![\d.]*\d)")


def free_or_not(text: str, part: str, heading: str) -> str:
    """A cost in words: under "Free?" a "yes" is "Free"; under "Charge?" a "no" is. Other words stay as they are."""
    plain = text.casefold().strip(" .!")
    if part == "free":
        return "Free" if plain in YES or plain == "free" else "Not free" if plain in NO else text
    if plain in NO - {"0", "0.0"} and (part == "charge" or "?" in heading or plain in {"no", "n"}):
        return "Free"
    if plain in YES - {"1", "1.0"}:
        return "There is a charge"
    return "Free" if plain in {"0", "0.0", "0.00", "£0", "£0.00", "free", "nil"} else text


def read_status(text: str, part: str, heading: str) -> tuple[ListingStatus, str, bool]:
    """Whether the service runs, words for the note, and whether the list's word was understood.

    ``part`` is "closed" for a column that asks whether, or says when, it closed.
    """
    plain = text.casefold().strip(" .!")
    if part == "closed":
        if plain in NO or says_nothing(text):
            return ListingStatus.ACTIVE, "", True
        return ListingStatus.CLOSED, "" if plain in YES else f"{heading}: {day_in_words(text)}", True
    if plain in NO:
        return ListingStatus.CLOSED, "", True
    if plain in YES or (_RUNS.match(plain) and not says_closed_in_a_word(plain)):
        return ListingStatus.ACTIVE, "", True
    if says_closed_in_a_word(text):
        exact = plain in {"closed", "inactive", "defunct", "no longer running"}
        return ListingStatus.CLOSED, "" if exact else f"{heading}: {one_line(text)}", True
    return ListingStatus.ACTIVE, f"{heading}: {one_line(text)}", False


def says_closed_in_a_word(text: str) -> bool:
    """Whether a word of state means that the service has stopped."""
    return _CLOSED.search(text) is not None and _NOT_CLOSED.search(text) is None


def speaks_of_closing(text: str) -> bool:
    """Whether a description says that the service has stopped: a hint for a person, never a decision."""
    small = text.casefold()
    return any(sign in small for sign in _CLOSING_SIGNS) and _SAYS_CLOSED.search(text) is not None


def name_says_closed(name: str) -> bool:
    """ "Sunshine Centre (CLOSED)"."""
    return "closed" in name.casefold() and _NAME_CLOSED.search(name) is not None


def checked_in_words(text: str, part: str) -> str:
    """The list's own check as a sentence for the note: it is not a check of ours."""
    done = "last updated" if part == "updated" else "checked"
    day = day_in_words(text)
    dated = any(mark.isdigit() for mark in text)
    return f"The list says it was {done} on {day}." if dated else f"The list says whether it was {done}: {day}."


def print_rule(text: str) -> str:
    """The rule these words or this code stand for, or ""."""
    plain = text.casefold().strip()
    return next((rule for rule, words in PRINT_RULE_WORDS.items() if plain in (rule, words.casefold())), "")


def parts_of(text: str) -> list[str]:
    """A list in one cell, as its parts, each once: apart by ";", ",", "|" or a line end."""
    parts = (one_line(part).strip(" -–*") for part in _LIST_MARKS.split(text))
    return list(dict.fromkeys(part for part in parts if part))


def read_criteria(text: str) -> tuple[tuple[str, ...], str]:
    """The criteria named ("1.1; 8.6"), in the order given, and what was odd."""
    if len(text) > _LONGEST_LIST:
        return (), "The criteria are a long text: see the note."
    found = tuple(dict.fromkeys(f"{match[1]}.{int(match[2])}" for match in _CRITERION.finditer(text) if int(match[2])))
    rest = _CRITERION.sub("", text)
    odd = (
        f"Not every criterion in “{one_line(text)[:60]}” was understood: see the note."
        if re.search(r"\d", rest) or not found
        else ""
    )
    return found, odd


def read_statements(text: str) -> tuple[tuple[int, ...], str]:
    """The statements named, 1 to 8, in the order given, and what was odd. "All" is all eight."""
    if len(text) > _LONGEST_LIST:
        return (), "The statements are a long text: see the note."
    if re.match(r"\W*all\b", text, re.IGNORECASE):
        return tuple(range(1, 9)), ""
    if match := re.fullmatch(r"\s*([1-8])\s*(?:-|–|to)\s*([1-8])\s*", text):
        return tuple(range(int(match[1]), int(match[2]) + 1)), ""
    text_only = _CRITERION.sub(lambda match: f" {match[1]} ", text)
    numbers = [int(match[1]) for match in _STATEMENT.finditer(text_only)]
    right = tuple(dict.fromkeys(number for number in numbers if 1 <= number <= 8))
    odd = (
        f"Not every statement in “{one_line(text)[:60]}” was understood: see the note."
        if len(right) < len(set(numbers)) or not right
        else ""
    )
    return right, odd


def read_stages(text: str) -> tuple[tuple[str, ...], str]:
    """The stages named, in the order of the journey, and what was odd."""
    if len(text) > _LONGEST_LIST:
        return (), "The stages are a long text: see the note."
    if re.match(r"\W*(?:all|any|every)\b", text, re.IGNORECASE):
        return STAGES, ""
    found, unknown = set(), []
    for part in parts_of(text):
        stages = [stage for stage, sign in _STAGE_SIGNS if re.search(sign, part, re.IGNORECASE)]
        exact = [stage for stage in stages if stage == part.casefold()]
        found.update(exact or stages)
        if not stages:
            unknown.append(part)
    odd = f"The stage “{unknown[0][:60]}” is not known: see the note." if unknown else ""
    return tuple(stage for stage in STAGES if stage in found), odd


def read_kind(text: str) -> tuple[str, str]:
    """The kind of a resource in our words, and the list's own word where it differs (kept as a tag)."""
    line = one_line(text)
    kind = _KINDS.get(line.casefold())
    if kind is None:
        return line, ""
    return kind, "" if line.casefold() == kind else line

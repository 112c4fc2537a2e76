"""Telephone numbers as lists write them: several in one cell, with words, without their first 0, or not real at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from champion_app.domain.list_words import one_line, says_nothing, word_set
from champion_app.domain.listings import Phone, dialled


@dataclass(frozen=True)
class PhonesRead:
    """The numbers of one cell, what was odd about them, and words that hold no number."""

    phones: tuple[Phone, ...] = ()
    odd: tuple[str, ...] = ()
    words: str = ""


_DASHES = "\\-\u2010\u2011\u2012\u2013\u2014\u2212"
# How nearly every number is written; read without further ado.
_PLAIN = re.compile(r"^0(?:\d{10}|\d{2} \d{4} \d{4}|\d{3} \d{3} \d{4}|\d{4} \d{6}|\d{4} \d{3} \d{3}|\d{3} \d{7})$")
# Digits with the marks people put between them. Two numbers written side by side come out as one run, and are parted.
_RUN = re.compile(rf"(?:\+\s?)?\(?\+?\d(?:[ \u00a0\t().{_DASHES}]{{0,3}}\d)*")
_ABROAD = re.compile(rf"^\(?\s*(?:\+|00)\s*\(?\s*44\s*\)?[\s.{_DASHES}]*(?:\(\s*0\s*\)|0)?[\s.{_DASHES}]*")
_DIGITS = re.compile(r"\d+")
_BREAK = re.compile(r"[\n;|/,&]|\bor\b|\band\b|\balso\b|\bthen\b", re.IGNORECASE)
_EXTENSION = re.compile(r"^\s*[,(]?\s*(?:ext(?:ension|n)?\.?|x|option|opt\.?|#)\s*:?\s*\d{1,6}\)?", re.IGNORECASE)
_NAMES_A_PHONE = re.compile(
    r"^(?:(?:tel|tele|telephone|phone|ph|t|p|no|number|num|call|contact|ring|on)\b[\s.:]*)+|\s*\b(?:tel"
    r"|telephone|phone|t)[\s.:]*$",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"^\s*(?:\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm|noon|h\b|hrs?\b|hours?\b|-|–|to\b|till?\b|until\b)|\d{1,2}/7)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"^(?:999|112|111|101|105|119|18000|\d{5}|\d{3} ?\d{3}|\d{3})$")
_EXCEL_SHORTENED = re.compile(r"^\d(?:[.,]\d+)?e\+?\d+$", re.IGNORECASE)
_WITH_DECIMALS = re.compile(r"^(\+?\d{6,13})\.0+$")

# Made-up numbers that stand where a form insisted on one.
_MADE_UP = word_set(
    """01234567890 0123456789 012345678901 1234567890 123456789 12345678 1234567 123456 12345 01234567891 01234567899
    07123456789 0712345678 07123456789 09876543210 0987654321 9876543210 01234123456 01234567 012345678 07777777777
    01111111111 02222222222 03333333333 07000000000 0700000000 07777123456 08001234567 0800123456789"""
)
_RELAY = re.compile(r"^18001[ -]?(?=0)")  # asks for Relay UK, before the number itself
_SECOND_ENDING = re.compile(r"^\s*/\s*\d{1,4}\b(?!\s*(?:am|pm|[.:]\d))")
_EIGHT = ("08001111", "08454647")
_LONGEST = 15


def read_phones(text: str, label: str = "") -> PhonesRead:
    """The numbers of a cell; ``label`` is what the column is for ("Mobile"). Numbers are never dropped for being odd.

    +44 forms become 0 forms. A 0 that Excel dropped is put back. The rule for lengths is Ofcom's: 10 or 11 digits from
    0, with the few short ones (999, 116 123, 0800 1111, 0845 46 47) as they are.
    """
    text = text.strip()
    if _PLAIN.match(text) and not _is_made_up(text.replace(" ", "")):
        return PhonesRead((Phone(text, label),))
    if says_nothing(text) or text.strip("0 .") == "":
        return PhonesRead(odd=(f"The telephone says only “{text}”: taken as empty.",))
    if _EXCEL_SHORTENED.match(text):
        return PhonesRead(odd=(f"Excel has shortened the telephone to “{text}”: the number is lost.",), words=text)
    if match := _WITH_DECIMALS.match(text):
        text = match[1]
    found = _numbers(text)
    if not found:
        return PhonesRead(words=text, odd=(f"The telephone holds no number but “{_short(text)}”: kept in the note.",))
    phones, odd = [], []
    for raw, words in _with_labels(text, found):
        number, strange = _as_dialled(raw)
        if strange:
            odd.append(strange)
        if number:
            phones.append(Phone(number, "; ".join(part for part in (label, words) if part)))
    for (_, end), (following, _) in zip(found, [*found[1:], (len(text), 0)], strict=True):
        if match := _SECOND_ENDING.match(text[end:following]):
            odd.append(f"Behind a number stands “{match[0].strip()}”: perhaps a second number with another ending.")
    return PhonesRead(tuple(phones), tuple(odd))


def made_up(number: str) -> bool:
    """Whether a number is a placeholder: all one digit, counting up, or nothing but noughts after the area code."""
    return _is_made_up(dialled(number))


def _is_made_up(digits: str) -> bool:
    return digits in _MADE_UP or (
        len(digits) >= 5 and (len(set(digits)) == 1 or len(set(digits[1:])) == 1 or digits.endswith("0000000"))
    )


def _numbers(text: str) -> list[tuple[int, int]]:
    """Where the numbers stand. Short ones count only where no long one is."""
    runs = [piece for match in _RUN.finditer(text) for piece in _parted(text, match.start(), match.end())]
    long = [(start, end) for start, end in runs if sum(mark.isdigit() for mark in text[start:end]) >= 7]
    if long:
        return long
    return [(start, end) for start, end in runs if _SHORT.match(text[start:end].strip("() "))][:1]


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """One run of digits as the numbers it is made of, where a whole number is full and something goes on behind it."""
    pieces: list[tuple[int, int]] = []
    first, digits = start, ""
    groups = [(match.start() + start, match.end() + start) for match in _DIGITS.finditer(text[start:end])]
    for place, (group_start, group_end) in enumerate(groups):
        if not digits:
            first = _with_its_marks(text, group_start, start if not pieces else pieces[-1][1])
        digits += text[group_start:group_end]
        rest = text[group_end:]
        if place + 1 < len(groups) and _is_full(text[first:group_end]) and _something_else(rest, end - group_end):
            pieces.append((first, group_end))
            digits = ""
    if digits:
        pieces.append((first, groups[-1][1]))
    return pieces


def _with_its_marks(text: str, at: int, floor: int) -> int:
    """The place of a "+" or "(" that belongs to the number starting at ``at``."""
    while at > floor and text[at - 1] in "+(":
        at -= 1
    return at


def _is_full(raw: str) -> bool:
    digits = dialled(raw)
    return len(digits) == 11 and digits.startswith("0")


def _something_else(rest: str, left: int) -> bool:
    """Whether what follows a full number is another number or a time, not a digit too many."""
    following = rest[:left]
    if len(_DIGITS.findall(following)) and sum(mark.isdigit() for mark in following) >= 7:
        return True
    return bool(_TIMES.match(rest.lstrip(" (-–\u00a0\t")))


def _with_labels(text: str, found: list[tuple[int, int]]) -> list[tuple[str, str]]:
    """Each number with the words beside it: those before it, or those behind it up to a comma, "/" or line end."""
    before = [text[: found[0][0]]]
    after: list[str] = []
    trailing = not _words(before[0]) and bool(_words(text[found[-1][1] :]))
    for (_, end), (start, _) in pairwise(found):
        own, following = _shared(text[end:start], trailing)
        after.append(own)
        before.append(following)
    after.append(text[found[-1][1] :])
    return [
        (text[start:end], one_line(" ".join(part for part in (_words(lead), _words(tail)) if part)))
        for (start, end), lead, tail in zip(found, before, after, strict=True)
    ]


def _shared(between: str, trailing: bool) -> tuple[str, str]:
    """The words between two numbers, parted into those of the first and those of the second."""
    if extension := _EXTENSION.match(between):
        rest = between[extension.end() :]
        cut = _BREAK.search(rest)
        return extension[0], rest[cut.end() :] if cut else rest
    if cut := _BREAK.search(between):
        return between[: cut.start()], between[cut.end() :]
    if between.lstrip().startswith("(") and ")" in between:
        place = between.index(")") + 1
        return between[:place], between[place:]
    return (between, "") if trailing else ("", between)


def _words(text: str) -> str:
    """The label that a piece of text is: "Tel:" says nothing, "(Mon-Fri)" loses its brackets."""
    label = one_line(text).strip(" ,;:/|&.-–—\t")
    while (bare := _NAMES_A_PHONE.sub("", label).strip(" ,;:/|&.-–—\t")) != label:
        label = bare
    if label.startswith("(") and label.endswith(")") and label.count("(") == 1:
        label = label[1:-1].strip()
    if label.count("(") != label.count(")"):
        label = label.replace("(", "").replace(")", "").strip()
    return "" if label.casefold() in {"or", "and", "also"} else label


def _as_dialled(raw: str) -> tuple[str, str]:
    """The number as it is shown, and what was odd about it; no number when it is made up."""
    shown = one_line(raw.replace("\u00a0", " ")).strip(" .-–—")
    if made_up(shown):
        return "", f"The number {shown} is not a real one: taken as empty."
    if abroad := _ABROAD.match(shown):
        shown = "0" + shown[abroad.end() :].lstrip("0) ")
    if shown.count("(") != shown.count(")"):
        shown = shown.replace("(", "").replace(")", "")
    digits = "".join(_DIGITS.findall(_RELAY.sub("", shown)))
    if shown.startswith("+") or digits.startswith("00"):
        return shown, ""
    if len(digits) == 12 and digits.startswith("44"):
        whole = "0" + digits[2:]
        return ("", f"The number {shown} is not a real one: taken as empty.") if made_up(whole) else (
            whole, f"The number {shown} had no “+”: read as {whole}.")  # fmt: skip
    if (len(digits) == 10 and digits[0] in "12378") or (len(digits) == 9 and digits.startswith("800")):
        return _with_its_nought(shown)
    return shown, _wrong_length(shown, digits)


def _with_its_nought(shown: str) -> tuple[str, str]:
    whole = f"({'0' + shown[1:]}" if shown.startswith("(") else "0" + shown
    if made_up(whole):
        return "", f"The number {shown} is not a real one: taken as empty."
    return whole, f"The number {shown} had lost its first 0, as Excel does: read as {whole}."


def _wrong_length(shown: str, digits: str) -> str:
    if len(digits) > _LONGEST:
        return f"The number {_short(shown)} is far too long: ring it before you trust it."
    right = digits in _EIGHT or (
        len(digits) == 11 or (len(digits) == 10 and digits.startswith("0800"))
        if digits.startswith("0")
        else _SHORT.match(digits) is not None
    )
    if right:
        return ""
    if 5 < len(digits) < 9 and not digits.startswith("0"):
        return f"The number {shown} has no area code: ring it before you trust it."
    return f"The number {shown} has {len(digits)} digits, which is not right: ring it before you trust it."


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= 60 else line[:59].rstrip() + "…"

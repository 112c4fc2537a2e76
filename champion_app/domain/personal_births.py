"""Dates of birth: a date beside a word for birth, however it is written. Dates of meetings and terms are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)"
)
_DAY = r"[0-3]?[0-9](?: ?(?:st|nd|rd|th))?"
_YEAR = r"(?:(?:19|20)[0-9]{2}|'?[0-9]{2})(?![0-9])"
_FULL = (
    rf"(?:[0-3]?[0-9] ?[./\- ] ?[01]?[0-9] ?[./\- ] ?{_YEAR}"
    r"|(?:19|20)[0-9]{2}[./-][01]?[0-9][./-][0-3]?[0-9](?![0-9])"
    rf"|{_DAY}(?: of)?[ -]{{0,2}}{_MONTH}\.?,?[ -]{{0,2}}{_YEAR}"
    rf"|{_MONTH}\.? {_DAY},? {_YEAR})"
)
_DAY_MONTH = rf"(?:{_DAY}(?: of)? {_MONTH}\b|{_MONTH} {_DAY}\b|[0-3]?[0-9]/[01]?[0-9](?![0-9]))"
_MONTH_YEAR = rf"(?:{_MONTH},? (?:19|20)[0-9]{{2}}(?![0-9]))"
_RUN = r"(?:[0-9]{8}|[0-9]{6})(?![0-9])"

FULL_DATE = re.compile(rf"(?<![0-9A-Za-z]){_FULL}", re.I)
_BIRTH_WORD = re.compile(
    r"(?<![a-z0-9])(?:(?P<sure>d ?\. ?o ?\. ?b\b|d o b\b|dobs?\b|dates? of births?|of birth|birth ?dates?"
    r"|dyddiad geni|ganwyd|ganed)"
    r"|(?P<born>born)|(?P<day>birthday|pen-?blwydd)|(?P<b>b)(?=\. ?[0-9]))",
    re.I,
)
_SURE_DATE = re.compile(rf"[^0-9\n]{{0,24}}?\b({_FULL}|{_RUN}|{_MONTH_YEAR}|{_DAY_MONTH})", re.I)
_BORN_DATE = re.compile(
    rf"(?: at [0-9]{{2}} weeks)?(?:[^0-9\n]{{0,6}}?|[^0-9\n.;]{{0,24}}?)\b(?:in |at |on )?(?:the )?(?:(?:mon"
    rf"|tues|wednes|thurs|fri|satur|sun)day,? )?({_FULL}|{_RUN}|{_MONTH_YEAR})",
    re.I,
)
_BIRTHDAY_DATE = re.compile(rf"[^0-9\n]{{0,16}}?\b({_FULL}|{_DAY_MONTH})", re.I)
_FULL_AFTER = re.compile(
    rf"({_FULL})[^0-9A-Za-z\n]{{1,3}}(?:(?:is|was|as|her|his|the|child's)\s){{0,3}}(?:d ?\.? ?o ?\.? ?b\b"
    rf"|dates? of birth|birthday|birthdate)",
    re.I,
)
_TURNS = re.compile(
    rf"\b(?P<verb>turn(?:s|ed|ing)?|will be|'ll be|is|was|be) (?:[0-9]{{1,2}}"
    rf"|[a-z]{{3,9}})(?: years old)?,? (?:on|in) (?:the )?({_FULL}|{_DAY_MONTH})",
    re.I,
)
_NOT_ONE_PERSON = re.compile(
    r"\b(?:children|babies|those|anyone|everyone|people|charity|charities|families|pupils|born|project|scheme"
    r"|idea|group|centre|parents"
    r"|service|trust)\b[^.\n]{0,20}$",
    re.I,
)
# A year by itself says when a child was born, not a charity: "his sister, born 2014".
_YEAR_ALONE = re.compile(r" (?:in )?((?:200[4-9]|20[1-4][0-9]))(?![0-9/]|[.-][0-9])", re.I)
_SPAN_OF_BIRTHS = re.compile(r"[^0-9\n]{0,12}\b(?:between|before|after|since|from|on or)\b", re.I)
_SOMEBODY = re.compile(
    r"\b(?:he|she|his|her|hers|him|my|child|boy|girl|son|daughter|baby|twins?|brother|sister|pupil|'s|dad|mum"
    r"|they)\b|\b[A-Z][a-z]{1,20}'s?\b",
    re.I,
)
_A_PARTY = re.compile(
    r"\b(?:part(?:y|ies)|cards?|celebrat\w{1,8}|event|assembly|of the (?:centre|charity|school|service"
    r"|trust))\b",
    re.I,
)
_THING = re.compile(
    r"\b(?:cent(?:re|er)|charity|service|project|group|scheme|school|total|number|score|attendance|cost|price"
    r"|club|trust|it|there)\b",
    re.I,
)


def births(line: str) -> Iterator[Span]:
    """Every date of birth, as the span of the date."""
    for word in _BIRTH_WORD.finditer(line):
        date = _date_behind(line, word)
        if date is not None:
            yield date
    for match in _FULL_AFTER.finditer(line):
        yield match.span(1)
    for match in _TURNS.finditer(line):
        before = line[max(match.start() - 30, 0) : match.start()]
        turned = match["verb"].lower().startswith("turn") or match["verb"].startswith("'")
        somebody = bool(_SOMEBODY.search(before[-24:]) or (turned and not before.strip()))
        if not _THING.search(before) and (turned or somebody):
            yield match.span(2)


def _date_behind(line: str, word: re.Match[str]) -> tuple[int, int] | None:
    before, rest = line[max(word.start() - 40, 0) : word.start()], word.end()
    if word.lastgroup == "sure":
        found = _SURE_DATE.match(line, rest)
    elif word.lastgroup == "born":
        if _NOT_ONE_PERSON.search(before) or _SPAN_OF_BIRTHS.match(line, rest):
            return None
        found = _BORN_DATE.match(line, rest) or _year_alone(line, word)
    elif word.lastgroup == "b":
        found = _BORN_DATE.match(line, rest)
    else:
        found = _BIRTHDAY_DATE.match(line, rest)
        if found is None or _A_PARTY.search(found[0]):
            return None
        if _THING.search(before[-12:]):
            return None  # "the centre's birthday"
        full = FULL_DATE.fullmatch(found[1])
        if not full and not _SOMEBODY.search(before[-25:]):
            return None
    return found.span(1) if found else None


def _year_alone(line: str, word: re.Match[str]) -> re.Match[str] | None:
    before = line[max(word.start() - 40, 0) : word.start()]
    somebody = not before.strip() or (_SOMEBODY.search(before) and not _THING.search(before))
    return _YEAR_ALONE.match(line, word.end()) if somebody else None

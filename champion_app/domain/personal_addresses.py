"""Home addresses: a house number with a postcode, or with a street where the words say that somebody lives there."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

_POSTCODE = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{1,2}[0-9][0-9A-Za-z]? ?[0-9][A-Za-z]{2}(?![0-9A-Za-z])")
_STREET = (
    r"(?:road|rd|street|st|avenue|ave|av|close|crescent|cres|drive|dr|lane|ln|gardens|gdns|grove|terrace"
    r"|square|court|ct|way"
    r"|place|pl|walk|row|rise|mews|hill|green|park|view|vale|parade|villas?|cottages?|house|flats?|heights"
    r"|wharf|quay|yard|gate|path|end|mount"
    r"|heol|ffordd|stryd|maes|bryn|clos|lon|rhes|tŷ|ty|cwrt|parc|estate|buildings|towers?|tower|meadows?"
    r"|fields?|crescent|the [a-z]{3,12})"
)
_STREET_WORD = re.compile(rf"\b{_STREET}\b", re.I)
_NUMBER = re.compile(
    r"(?<![0-9A-Za-z./:£$%#-])(?:(?:flat|apartment|apt|unit|room|house|number|no)\b[. ]{0,2}(?:number "
    r"|no\.? )?)?[0-9]{1,4}[A-Za-z]?(?![0-9A-Za-z/:%]|[.,][0-9])",
    re.I,
)
_BETWEEN = re.compile(r"[^0-9\n]{0,60}")
_ALL_NAMES = re.compile(r"(?:[,. ]{1,3}(?:[A-Z][\w'-]{0,20}|of|the|y|yr|postcode|upon|on|le|in))*+[ ,.:(-]{0,4}")
_FLAT_BEFORE = re.compile(
    r"(?:flat|apartment|apt|unit|room)\b[. ]{0,2}[0-9]{1,4}[A-Za-z]?[, ]{1,2}(?:[A-Z][a-z]{1,15} (?:house"
    r"|court)[, ]{1,2})?$",
    re.I,
)
_POST_BOX = re.compile(r"\bbox {0,3}$", re.I)
_OF_A_SERVICE = re.compile(
    r"\b(?:trust|services?|cent(?:re|er)|office|council|charity|library|church|school|prison|hmp|yoi|hospital"
    r"|clinic|hub|nursery|college|academy"
    r"|citizens advice|action|society|association|foundation|surgery|museum|court|jobcentre|barnardo's|nacro"
    r"|pact|unit|depot|shop|hall|community|meeting|venue"
    r"|company|ltd|forms? to|project|solicitors?|our)\b",
    re.I,
)
_OF_A_PERSON = re.compile(
    r"\b(?:liv(?:es?|ed|ing)|home|mum|mam|dad|nan|gran|granny|grandma|grandad|aunt|aunty|auntie|uncle"
    r"|famil(?:y|y's) (?:at|live|home|have|has|moved)"
    r"|staying|stays|stayed|her|his|their|foster|bail|flat|carers?|they|she|he|mother|father|partner|placed"
    r"|tenan\w{1,5}|hostel)\b",
    re.I,
)
_LIVES = re.compile(
    r"\b(?:liv(?:es?|ed|ing)|(?:home |bail |mum's |dad's |nan's |her |his |their |family |new )?address(?: is"
    r"| was)?|moved?|moving|stay(?:ing|s|ed)?|family (?:are |is )?(?:at|live)"
    r"|(?:pick(?:ed)?[- ]?up|collect(?:ed)?)"
    r"|letters? (?:(?:go|went|sent|addressed) )?(?:to|for)|post(?:ed)? to|hous(?:e|ed)|placed|home"
    r"|place|parcels?|byw)\b",
    re.I,
)
_AT_HOME = re.compile(
    rf"[^0-9\n]{{0,28}}?(?<![0-9A-Za-z£./:-])((?:(?:flat|no"
    rf"|number)\b[. ]{{0,2}})?[0-9]{{1,4}}[A-Za-z]?,? (?:[A-Za-z][\w'-]{{0,20}}"
    rf" ){{0,3}}{_STREET}(?![0-9A-Za-z'-]))",
    re.I,
)
_HOUSE_BEHIND = re.compile(
    r"[^0-9A-Za-z\n]{1,4}(?:house|flat|number|no)\b[. ]{0,2}(?:number |no\.? )?[0-9]{1,4}[A-Za-z]?(?![0-9A-Za-z])", re.I
)
_FAR = 80


def addresses(line: str) -> Iterator[Span]:
    """Each address as its span. A service's own ("Family Action, 34 Wharf Road ...") and a postcode alone are none."""
    for postcode in _POSTCODE.finditer(line):
        start, behind = _house(line, postcode.start()), _HOUSE_BEHIND.match(line, postcode.end())
        if start is None and behind is None:
            continue
        if start is None:
            start = postcode.start()
        before = line[max(start - 60, 0) : start]
        if _OF_A_PERSON.search(before) or not _OF_A_SERVICE.search(before):
            yield start, behind.end() if behind and start == postcode.start() else postcode.end()
    for said in _LIVES.finditer(line):
        match = _AT_HOME.match(line, said.end())
        before = line[max(said.start() - 40, 0) : match.start(1)] if match else ""
        if match and (_OF_A_PERSON.search(before) or not _OF_A_SERVICE.search(before)):
            yield match.span(1)


def _house(line: str, postcode: int) -> int | None:
    """Where the house number before a postcode begins, or None."""
    first = max(postcode - _FAR, 0)
    window = line[first:postcode]
    last = None
    for number in _NUMBER.finditer(window):
        last = number
    if last is None or _POST_BOX.search(window[: last.start()]):
        return None
    between = window[last.end() :]
    if not _BETWEEN.fullmatch(between):
        return None
    if between.strip(" ,.:(-") and not (_STREET_WORD.search(between) or _ALL_NAMES.fullmatch(between)):
        return None
    if flat := _FLAT_BEFORE.search(window[: last.start()]):
        return first + flat.start()
    return first + last.start()

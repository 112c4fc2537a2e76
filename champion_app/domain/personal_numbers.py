"""Numbers that belong to one person: NHS, pupil and prison numbers, telephones; and e-mail addresses of a person.

Every pattern has a longest match, so a text of any length is read in time proportional to its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

_NEAR = 45

# ---- E-mail

_AT = re.compile(
    r"@|[(\[{] {0,2}at {0,2}[)\]}]|(?<=[\w.]) at (?=(?:gmail|hotmail|yahoo|outlook|icloud|live|aol)\b)",
    re.I,
)
_LOCAL_BACKWARDS = re.compile(r" {0,2}((?:[\w.'+%-]|(?:tod| tod )(?= )){1,64})")
_DOMAIN = re.compile(r" {0,2}[\w-]{1,63}(?: {0,1}(?:\.|\(dot\)|\[dot\]| dot ) {0,1}[\w-]{1,63}){1,5}", re.I)
_FREE_MAIL = re.compile(
    r"\b(?:gmail|googlemail|hotmail|yahoo|ymail|rocketmail|outlook|live|msn|icloud|me|aol|btinternet|talktalk"
    r"|sky|virginmedia"
    r"|ntlworld|proton|protonmail|mail|gmx|tiscali|blueyonder|o2|wp|onet|interia|libero|orange|plusnet)\b",
    re.I,
)
# Words of a mailbox that a service shares.
_SHARED = re.compile(
    r"office|enquir|inquir|admin|support|famil|visit|book|info|contact|help|team|service|recept|safeguard"
    r"|school|cent(?:re|er)"
    r"|champion|train|library|advice|volunteer|refer|project|network|charit|council|press|media|recruit|hello|account"
    r"|financ|head|senco|\bdsl\b|early|hub|nursery|parent|carer|child|youth|prison|resource|order|sales|shop|event"
    r"|communit|general|post(?:box|master)?\b|mail\b|noreply|no-reply|feedback|complain|privacy|data|governor"
    r"|trust|bursar"
    r"|attend|welfare|pastoral|commission|custom|membership|secretary|clerk|chair|duty|access|inclusion|reply"
    r"|web|\bhr\b"
    r"|grant|\bbids?\b|tender|\bit\b|\bask\b|response|police|court|health|clinic|housing|benefit|debt|money|law|legal|group|club"
    r"|church|hall",
    re.I,
)


def emails(line: str) -> Iterator[Span]:
    """E-mail addresses of a person; shared mailboxes (office@, info@, family.support@) are a service's own."""
    for at in _AT.finditer(line):
        backwards = line[max(at.start() - 70, 0) : at.start()][::-1]
        local = _LOCAL_BACKWARDS.match(backwards)
        domain = _DOMAIN.match(line, at.end())
        if not local or not domain:
            continue
        start = at.start() - local.end()
        name = line[start : at.start()].lstrip(".'-")
        start += len(line[start : at.start()]) - len(name)
        if name and (_is_personal(name, domain[0])):
            yield start, domain.end()


def _is_personal(name: str, domain: str) -> bool:
    shared = _SHARED.search(name)
    if not shared:
        return True
    # A shared word in an address of a free service may be part of somebody's own ("kelly.visits88@").
    return bool(_FREE_MAIL.search(domain)) and bool(re.search(r"\d|[._]", name))


# ---- Numbers of a person

_NHS_WORD = re.compile(r"\bn\.? ?h\.? ?s\b|\bnhs|\bhealth (?:number|no)\b|\bred book\b|\bhealth record\b", re.I)
_OTHER_NUMBER = re.compile(
    r"\border|\binvoice|\bcharity|\bisbn|\baccount|\bpurchase|\bbarcode|\breceipt|\bproduct|\bbooking ref"
    r"|\bserial",
    re.I,
)
_TEN = re.compile(r"(?<![0-9A-Za-z+])(?:[0-9][ -]?){9}[0-9](?![0-9])")
_TEN_GROUPED = re.compile(r"[0-9]{3}([ -]?)[0-9]{3}\1[0-9]{4}")


def nhs_numbers(line: str) -> Iterator[Span]:
    """Ten digits beside the word NHS, or ten written 3-3-4 or together whose last is right (NHS, mod 11)."""
    for match in _TEN.finditer(line):
        before = line[max(match.start() - _NEAR, 0) : match.start()]
        if _LEARNER_WORD.search(before) or _OTHER_NUMBER.search(before):
            continue
        digits = re.sub(r"\D", "", match[0])
        said = _NHS_WORD.search(before) or _NHS_WORD.search(line[match.end() : match.end() + 20])
        if digits[0] == "0":
            continue
        if said or (_TEN_GROUPED.fullmatch(match[0]) and is_nhs_number(digits)):
            yield match.span()


def is_nhs_number(digits: str) -> bool:
    """Whether the tenth digit is the check digit of the nine before it (weights 10 to 2, modulo 11; 10 is not used)."""
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return len(digits) == 10 and len(set(digits)) > 1 and rest != 10 and rest % 11 == int(digits[9])


_LEARNER_WORD = re.compile(r"\bu\.?l\.?n\b|\blearner (?:number|no|id|ref)", re.I)
_UPN = re.compile(r"(?<![0-9A-Za-z])[A-Za-z][0-9]{11}[0-9A-Za-z](?![0-9A-Za-z])")
_PUPIL_WORD = re.compile(
    r"\b(?:u\.?p\.?n\b|u\.?l\.?n\b|(?:unique )?(?:pupil|learner|student|admission|candidate|exam) "
    r"(?:reference |ref |id |identifier )?(?:number|no\b|num\b|id\b|ref\b))",
    re.I,
)
_PUPIL_NUMBER = re.compile(
    r"[^0-9A-Za-z\n]{0,4}(?:(?:is|was|number|no|as|given)\b[^0-9A-Za-z\n]{1,3}){0,2}"
    r"((?:[A-Za-z][ -]?)?[0-9](?:[ -]?[0-9]){4,12}(?: ?[A-Za-z])?)(?![0-9A-Za-z])",
    re.I,
)


def pupil_numbers(line: str) -> Iterator[Span]:
    """Unique pupil numbers (a letter and twelve, the last perhaps a letter), learner numbers, and named others."""
    for match in _UPN.finditer(line):
        yield match.span()
    for word in _PUPIL_WORD.finditer(line):
        if number := _PUPIL_NUMBER.match(line, word.end()):
            yield number.span(1)


_PRISON = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]( ?-?)[0-9]{4}( ?-?)([A-Za-z]{2})(?![0-9A-Za-z])")
_PRISON_WORD = re.compile(r"\b(?:prison(?:er)?(?:'s)?|noms|nomis|inmate|sps)\b[ ]?(?:number|num|no|id|ref)?\b", re.I)
_PRISON_NEAR = re.compile(
    r"\bprison|\bnoms|\bnomis|\bnumber|\bvisit|\bdad|\bmum|\bfather|\bhmp\b|\bwing\b|\bbook",
    re.I,
)
_PRISON_NUMBER = re.compile(
    r"[^0-9A-Za-z\n]{0,4}(?:(?:is|was|number|no|given"
    r"|as)\b[^0-9A-Za-z\n]{1,3}){0,2}([A-Za-z]{0,2}[0-9]{4,6}[A-Za-z]{0,2})"
    r"(?![0-9A-Za-z])",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OF_A_PAPER = re.compile(
    r"\b(?:polic(?:y|ies)|documents?|forms?|versions?|editions?|circulars?|contracts?|orders?)\b[ .:]{0,3}$", re.I
)


def prison_numbers(line: str) -> Iterator[Span]:
    """Prison numbers of England and Wales (A1234BC), and any other behind the words."""
    for match in _PRISON.finditer(line):
        near = line[max(match.start() - _NEAR, 0) : match.end() + 25]
        spaced = bool(match[1] or match[2])
        dated = _YEAR.fullmatch(match[0], match.end(1) - match.start(), match.end(1) - match.start() + 4)
        if dated and _OF_A_PAPER.search(line[max(match.start() - 20, 0) : match.start()]):
            continue  # "policy A2024BC"
        year = spaced and dated
        if not spaced or (match[3].isupper() and not year) or (not year and _PRISON_NEAR.search(near)):
            yield match.span()
    for word in _PRISON_WORD.finditer(line):
        named = word[0].rstrip().lower().endswith(("number", "num", "no", "id", "ref"))
        if named and (number := _PRISON_NUMBER.match(line, word.end())):
            yield number.span(1)


# ---- Telephones

_MARK = r"[ ().\-]{0,3}"
_PHONE = re.compile(
    rf"(?<![0-9A-Za-z@.£])(?:"
    rf"(?P<public>(?:18001 ?)?\(?0[3589](?:{_MARK}[0-9]){{5,9}})"
    rf"|(?P<mobile>\(?(?:(?:\+|00) ?4 ?4{_MARK}(?:0{_MARK})?|[0oO]{_MARK})7(?:{_MARK}[0-9oO]){{9}})"
    rf"|(?P<landline>\(?(?:(?:\+|00) ?4 ?4{_MARK}(?:0{_MARK})?"
    rf"|[0oO]{_MARK})[12](?:{_MARK}[0-9]){{2,4}}(?: ?/ ?)?(?:{_MARK}[0-9]){{4,6}})"
    rf"|(?P<abroad>(?:\+|00)(?!44)[1-9][0-9]{{0,2}}(?:{_MARK}[0-9]){{7,11}})"
    rf"|(?P<bare>7[0-9]{{3}}[ -]?[0-9]{{3}}[ -]?[0-9]{{3}})"
    rf")(?![0-9])"
)
_DATE_LIKE = re.compile(r"0?[0-9]{1,2}([.\-/ ])[0-9]{1,2}\1(?:19|20)?[0-9]{2}\b")
_PHONE_WORD = re.compile(
    r"\b(?:phones?|mobiles?|mob|tel|telephone|text|ring|rang|number|call|whats ?app|ff[oô]n|symudol|contact)\b", re.I
)
_OF_A_SERVICE = re.compile(
    r"\b(?:office|reception|switchboard|school|cent(?:re|er)|helpline|line|services?|team|surgery|desk"
    r"|bookings?|council"
    r"|prison|hmp|hospital|clinic|library|charity|trust|club|hub|nursery|church|champions?|bureau|advice|police|court"
    r"|solicitors?|hotline|enquir(?:y|ies)|department|unit|agency|association|society|group|front door|duty|mash|gp"
    r"|textphone|fax|hotel|hall|venue|college|academy|barnardo's|nacro|pact|support)\b",
    re.I,
)
_OF_A_PERSON = re.compile(
    r"\b(?:mum|mam|mom|dad|nan|nana|gran|granny|grandma|grandad|grandpa|grandmother|grandfather|aunt|aunty"
    r"|auntie|uncle|stepmum|stepdad"
    r"|stepfather|mother|father|home|house (?:phone|number)|her|his|carer|parent|guardian|partner|sister"
    r"|brother|emergency|next of kin|evenings?|their|landline"
    r"|given|left|cousin|boyfriend|girlfriend|wife|husband|family's|family have|pupil|child)\b(?! and)",
    re.I,
)
_SHORT_NUMBER = re.compile(
    r"\b(?:her|his|their|home|mum's|mam's|nan's|dad's|gran's|aunt's) (?:(?:home|house|phone|mobile|new"
    r"|tel) ){0,2}(?:number|no|phone|landline)\b"
    r"[ .:]{0,3}(?:is |was )?([0-9]{3} ?[0-9]{3,5})(?![0-9])",
    re.I,
)


def telephones(line: str) -> Iterator[Span]:
    """Mobiles always; landlines unless they are plainly a service's; never 03, 0800 and other public numbers."""
    for match in _PHONE.finditer(line):
        sort, found = match.lastgroup, match[0]
        if sort == "public" or _DATE_LIKE.match(found.lstrip("(")):
            continue
        before, after = line[max(match.start() - 60, 0) : match.start()], line[match.end() : match.end() + 30]
        if sort == "bare" and not (_PHONE_WORD.search(before) or _PHONE_WORD.search(after)):
            continue
        if sort == "landline" and _is_a_service(found, before, after):
            continue
        yield match.span()
    for match in _SHORT_NUMBER.finditer(line):
        yield match.span(1)


def _is_a_service(found: str, before: str, after: str) -> bool:
    if not 10 <= len(re.sub(r"\D", "", found)) <= 14:
        return True  # a code or an order number, too short to ring anybody
    if _OF_A_PERSON.search(before) or _OF_A_PERSON.search(after):
        return False
    return bool(_OF_A_SERVICE.search(before) or _OF_A_SERVICE.search(after))

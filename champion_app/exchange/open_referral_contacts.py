"""How to reach a service of Open Referral data: telephone numbers from nine places, e-mail and web addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from champion_app.domain.listings import Phone, dialled
from champion_app.domain.typed_text import LONGEST_LINE, first_line
from champion_app.exchange.open_referral_values import (
    Findings,
    Node,
    get,
    is_placeholder_address,
    is_placeholder_number,
    line,
    nodes,
    text,
)

MOST_PHONES = 20
_LONGEST_NUMBER = 60
_NUMBER_KEYS = ("phone", "telephone", "telephone_number", "phone_number", "tel")
_SEVERAL = re.compile(r"\s*(?:/|;|,|\||\bor\b|\band\b)\s*", re.IGNORECASE)
_ONE_NUMBER = re.compile(r"\+?[\d\s().-]{9,25}")
_COST = re.compile(r"(?:(?P<label>.*); |)cost: (?P<cost>.+)", re.IGNORECASE | re.DOTALL)
_KINDS = {
    "text": "Text",
    "sms": "Text",
    "textphone": "Textphone",
    "minicom": "Textphone",
    "video": "Video call",
    "pager": "Pager",
}
_MAIL = re.compile(r"[^\s@<>()\[\]:;,\"']{1,64}@[^\s@<>()\[\]:;,\"'/]{1,190}\.[^\s@<>()\[\]:;,\"'/.]{2,63}")
_ROLES = re.compile(
    r"(?:info|information|enquir|inquir|contact|hello|admin|office|reception|mail|email|help|support|team|advice|"
    r"referral|service|general|family|families|hub|fis|centre|school)",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST_AND_REST = re.compile(r"(?:[\w-]{1,63}\.){1,10}[^\W\d_]{2,24}(?::\d{1,5})?(?:[/?#][^\s\\]*)?")


def phones_of(service: Node, organization: Node, places: Iterable[tuple[Node, Node]], found: Findings) -> list[Phone]:
    """Every number of a service once, its own first, those of the organisation last, with what each is for."""
    kept: dict[str, Phone] = {}
    for owner, label in _owners(service, organization, list(places)):
        for node in _phone_nodes(owner):
            for phone in _phones(node, label, found):
                kept.setdefault(dialled(phone.number) or phone.number, phone)
    phones = list(kept.values())
    if len(phones) > MOST_PHONES:
        found.say(f"It has {len(phones)} telephone numbers; the first {MOST_PHONES} were taken.")
    return phones[:MOST_PHONES]


def label_with_cost(phone: Phone) -> str:
    """What a number is for and what it costs, as the one text that Open Referral has room for."""
    cost = f"cost: {phone.cost}" if phone.cost else ""
    return "; ".join(words for words in (phone.label, cost) if words)


def _owners(service: Node, organization: Node, places: list[tuple[Node, Node]]) -> Iterator[tuple[Node, str]]:
    yield service, ""
    for at, place in places:
        yield at, ""
        yield place, text(get(place, "name"))[:80] if len(places) > 1 else ""
    for owner in (service, *(one for pair in places for one in pair)):
        yield from _contacts(owner)
    yield organization, "Organisation"
    yield from _contacts(organization)
    for place in nodes(get(organization, "locations")):
        yield place, "Organisation"
        yield from _contacts(place)


def _contacts(owner: Node) -> Iterator[tuple[Node, str]]:
    """Contacts, each with the part it plays; never with its name."""
    for contact in nodes(get(owner, "contacts")):
        yield contact, text(get(contact, "title")) or text(get(contact, "department"))


def _phone_nodes(owner: Node) -> Iterator[Node]:
    for key in _NUMBER_KEYS:
        yield from nodes(get(owner, key), text_as="number")


def _phones(node: Node, label: str, found: Findings) -> Iterator[Phone]:
    value = next((one for key in ("number", *_NUMBER_KEYS) if text(one := get(node, key))), None)
    written = line(value, "Telephone", found)
    kind = text(get(node, "type")).casefold()
    if not written:
        return
    if "fax" in kind:
        found.say("A fax number was left out.")
        return
    label = _label(node, kind, label, found)
    parts = _SEVERAL.split(written)
    several = len(parts) > 1 and all(_ONE_NUMBER.fullmatch(part) for part in parts)
    for number in parts if several else [written]:
        if is_placeholder_number(number):
            found.placeholder("Telephone", number)
        elif len(number) > _LONGEST_NUMBER or not any(mark.isdigit() for mark in number):
            found.say(f"“{first_line(number, 40)}” is not a telephone number; it went to the note.")
            found.notes.append(f"Telephone: {number}")
        else:
            costs = _COST.fullmatch(label)
            name, cost = (costs["label"] or "", costs["cost"]) if costs else (label, "")
            yield Phone(_with_zero(number, value, found), _short(name, found), _short(cost, found))


def _label(node: Node, kind: str, label: str, found: Findings) -> str:
    said = line(get(node, "description"), "Telephone", found) or line(get(node, "department"), "Telephone", found)
    extension = text(get(node, "extension"))
    parts = (said or label, _KINDS.get(kind, ""), f"extension {extension}" if extension else "")
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _short(words: str, found: Findings) -> str:
    if len(words) <= LONGEST_LINE:
        return words
    found.notes.append(f"Telephone: {words}")
    found.say("What a telephone number is for is too long for one line and went to the note.")
    return first_line(words, LONGEST_LINE)


def _with_zero(number: str, value: object, found: Findings) -> str:
    """A number that was kept as a number has lost the 0 at its start."""
    if isinstance(value, int | float) and len(number) == 10 and number.isdigit():
        found.say("A telephone number had lost the 0 at its start; it was put back.")
        return "0" + number
    return number


def email_of(service: Node, organization: Node, places: Iterable[tuple[Node, Node]], found: Findings) -> str:
    """The service's own e-mail address, else a contact's that is nobody's name, else the organisation's."""
    own = _mails(get(service, "email"), found)
    for other in own[1:]:
        found.notes.append(f"Another e-mail address: {other}")
    owners = (service, *(one for pair in places for one in pair))
    public = [mail for owner in owners for mail in _public_mails(owner, found)]
    theirs = _mails(get(organization, "email"), found) + _public_mails(organization, found)
    return next(iter(own[:1] + public + theirs), "")


def _public_mails(owner: Node, found: Findings) -> list[str]:
    kept = []
    for contact in nodes(get(owner, "contacts")):
        named = bool(text(get(contact, "name")))
        found.people = found.people or named
        for mail in _mails(get(contact, "email"), found):
            if _ROLES.match(mail) or not named:
                kept.append(mail)
            else:
                found.people = True
    return kept


def _mails(value: object, found: Findings) -> list[str]:
    written = line(value, "E-mail", found)
    kept = []
    for mail in _MAIL.findall(written):
        if is_placeholder_address(mail):
            found.placeholder("E-mail", mail)
        elif len(mail) <= LONGEST_LINE:
            kept.append(mail)
    if written and not _MAIL.search(written):
        found.say(f"“{first_line(written, 40)}” is not an e-mail address; it went to the note.")
        found.notes.append(f"E-mail: {written}")
    return kept


def website_of(service: Node, organization: Node, found: Findings) -> str:
    """The service's web address, else the organisation's; http and https only (F52)."""
    for owner in (service, organization):
        for key in ("url", "website", "web", "web_address", "link"):
            if address := _web(get(owner, key), found):
                return address
    return ""


def _web(value: object, found: Findings) -> str:
    written = line(value, "Website", found).strip("<>")
    if not written:
        return ""
    scheme = _SCHEME.match(written)
    bare = re.sub(r"^https?:/*", "", written, flags=re.IGNORECASE).removeprefix("//")
    host = re.split(r"[/?#]", bare, maxsplit=1)[0]
    if is_placeholder_address(host) or not host.strip("w. "):
        found.placeholder("Website", written)
    elif scheme and scheme[1].casefold() not in ("http", "https") and not _HOST_AND_REST.fullmatch(written):
        found.say(f"The web address starts with {scheme[0].casefold()[:20]} and was not taken.")
    elif not _HOST_AND_REST.fullmatch(bare):
        found.say(f"“{first_line(written, 40)}” is not a web address; it went to the note.")
        found.notes.append(f"Website: {written}")
    elif len(written) > LONGEST_LINE - 10:
        found.say("The web address is too long for one line and went to the note.")
        found.notes.append(f"Website: {written}")
    else:
        with_scheme = bool(re.match(r"https?://", written, re.IGNORECASE))
        found.schemes += not with_scheme
        return written if with_scheme else f"https://{bare}"
    return ""

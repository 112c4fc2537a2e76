"""Addresses of Open Referral data as one text, and such a text in the parts that the published form asks for."""

from __future__ import annotations

import re

from champion_app.exchange.open_referral_values import Findings, Node, get, line, nodes, text, words

MOST_PLACES = 20
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
_HERE = frozenset({"gb", "uk", "gbr", "united kingdom", "great britain", "england", "wales", "u.k.", "eng"})
_COUNTIES = frozenset(
    (
        "avon", "cleveland", "cornwall", "county durham", "cumbria", "devon", "dorset", "essex",
        "greater london", "greater manchester", "humberside", "isle of wight", "kent", "merseyside", "middlesex",
        "norfolk", "northumberland", "rutland", "somerset", "suffolk", "surrey", "tyne and wear", "tyne & wear",
        "west midlands", "clwyd", "dyfed", "gwent", "gwynedd", "powys", "mid glamorgan", "south glamorgan",
        "west glamorgan",
    )
)  # fmt: skip
_LABEL = "Address"


def addresses_of(places: list[tuple[Node, Node]], service: Node, found: Findings) -> str:
    """Where a service is: one line for each place, its name first. Postal addresses only where there is no other."""
    lines = [_place_words(place, found) for _, place in places] + [_addresses(service, found)]
    kept = list(dict.fromkeys(one for one in lines if one))
    if len(kept) > MOST_PLACES:
        found.say(f"It is offered at {len(kept)} places; the first {MOST_PLACES} were taken.")
    return "\n".join(kept[:MOST_PLACES])


def _place_words(place: Node, found: Findings) -> str:
    if text(get(place, "location_type")).casefold() == "virtual":
        return ""
    name, address = line(get(place, "name"), _LABEL, found), _addresses(place, found)
    if not name or name.casefold() in address.casefold():
        return address
    return f"{name}, {address}" if address else name


def _addresses(place: Node, found: Findings) -> str:
    physical: list[str] = []
    postal = [address_words(one, found) for one in nodes(get(place, "postal_addresses"), text_as="address_1")]
    for key in ("physical_addresses", "addresses"):
        for one in nodes(get(place, key), text_as="address_1"):
            kind = text(get(one, "address_type")).casefold()
            if kind != "virtual":
                (postal if kind == "postal" else physical).append(address_words(one, found))
    kept = [one for one in physical if one] or [one for one in postal if one]
    return "\n".join(dict.fromkeys(kept))


def address_words(node: Node, found: Findings) -> str:
    """One address on one line, the postcode after the town; a part that was said already is not said again.

    A first line that holds line breaks of its own stays as it is. Whose attention is sought is left out.
    """
    said = words(get(node, "address_1") or get(node, "street_address"), _LABEL, found).strip(" ,")
    for key in ("address_2", "address_3", "address_4", "city", "town", "region", "county", "state_province"):
        part = line(get(node, key), _LABEL, found).strip(" ,")
        if part and part.casefold() not in _pieces(said):
            said = f"{said}, {part}" if said else part
    postcode = line(get(node, "postal_code") or get(node, "postcode"), _LABEL, found).strip(" ,")
    if postcode and _bare(postcode) not in _bare(said):
        said = f"{said} {postcode}".strip()
    country = line(get(node, "country"), _LABEL, found)
    if said and country and country.casefold() not in _HERE and country.casefold() not in _pieces(said):
        said = f"{said}, {country}"
    return said


def address_parts(address: str) -> Node:
    """The parts that must be there: address_1, city, state_province, postal_code. What cannot be told apart is "".

    A text that does not end in a postcode stays whole in address_1. A county is only what is known to be one.
    """
    parts = {"address_1": address, "city": "", "state_province": "", "postal_code": ""}
    postcode = None
    for postcode in _POSTCODE.finditer(address):
        parts["postal_code"] = f"{postcode[1]} {postcode[2]}".upper()
    if postcode is None or address[postcode.end() :].strip(" .\n"):
        return parts
    pieces = [piece for one in re.split(r"[,\n]", address[: postcode.start()]) if (piece := " ".join(one.split()))]
    if not pieces:
        return parts
    if len(pieces) > 2 and (pieces[-1].casefold() in _COUNTIES or pieces[-1].casefold().endswith("shire")):
        parts["state_province"] = pieces.pop()
    if len(pieces) > 1:
        parts["city"] = pieces.pop()
    return {**parts, "address_1": ", ".join(pieces)}


def _pieces(said: str) -> set[str]:
    return {" ".join(one.split()).casefold() for one in re.split(r"[,\n]", _POSTCODE.sub("", said))}


def _bare(words: str) -> str:
    return re.sub(r"\W", "", words).casefold()

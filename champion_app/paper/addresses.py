"""Which words lead somewhere when clicked or tapped: web and e-mail addresses, telephone numbers. Nothing else does."""

from __future__ import annotations

import re

from champion_app.domain.listings import dialled
from champion_app.paper.text import one_line

_WEB = re.compile(r"https?://[!-~]{1,300}", re.ASCII)
_EMAIL = re.compile(r"(?=.{1,120}$)[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_NUMBER = re.compile(r"[+(]{0,2}\d[\d ()./\u00a0-]{1,24}", re.ASCII)
_SCHEME = re.compile("^https?://")


def web_link(address: str) -> str:
    """The address as a link, or nothing if it is not an http(s) address."""
    address = address.strip()
    return address if _WEB.fullmatch(address) else ""


def email_link(address: str) -> str:
    """A ``mailto:`` link, or nothing if it is not an e-mail address."""
    address = address.strip()
    return f"mailto:{address}" if _EMAIL.fullmatch(address) else ""


def number_link(number: str) -> str:
    """A ``tel:`` link with digits only, or nothing if there is more than one number in it. Abroad keeps its ``+``."""
    number = one_line(number)
    if not _NUMBER.fullmatch(number):
        return ""
    digits = dialled(number)
    return f"tel:+{digits}" if number.lstrip("(").startswith("+") and digits[0] != "0" else f"tel:{digits}"


def spoken(address: str) -> str:
    """A web address as people write it: no scheme, no closing stroke."""
    return _SCHEME.sub("", address.strip()).rstrip("/")

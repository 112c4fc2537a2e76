"""E-mail and web addresses as lists write them: without a scheme, two in one cell, behind "click here", or unsafe."""

from __future__ import annotations

import re
from dataclasses import dataclass

from champion_app.domain.list_words import one_line, says_nothing, word_set


@dataclass(frozen=True)
class Found:
    """The first address of a cell, any others, what was odd, and words to keep in the note because no field fits."""

    kept: str = ""
    also: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()
    words: str = ""


NOTHING = Found()

_EMAIL = re.compile(r"[\w.%+'’&-]+@(?:[\w-]+\.)+[^\W\d_]{2,24}")
_WHOLE_EMAIL = re.compile(r"[\w%+'’&-]+(?:\.[\w%+'’&-]+)*@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,24}")
# Names kept for examples (RFC 2606) and the words people type when a form insists.
_MADE_UP_HOSTS = re.compile(
    r"(?:^|\.)(?:example\.(?:com|org|net|co\.uk|org\.uk)|[\w-]+\.(?:example|invalid|test)|example"
    r"|test\.(?:com|org|co\.uk)|(?:your|my)?(?:domain|email|website|site|company)\.(?:com|org|co\.uk|org\.uk)"
    r"|xxx+\.\w+|abc\.com|none\.(?:com|co\.uk)|placeholder\.\w+)$"
)
_MADE_UP_EMAILS = re.compile(
    r"^(?:test|tests?er|testing|none|noemail|no-email|na|n\.a|nomail|xxx+|tbc|tba|unknown|email)"
    r"@(?:test|none|na|noemail|email|mail|xxx+|tbc|tba|unknown)\.[\w.]+$"
)

_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]{1,20}):(?=\S)(?!\d+(?:/|$))", re.IGNORECASE)
_BROKEN_SCHEME = re.compile(r"^h?t{1,3}ps?(?:[:;]+[/\\]*|//)", re.IGNORECASE)
_WEB = re.compile(r"^https?://", re.IGNORECASE)
_HOST = re.compile(
    r"^(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:[^\W\d_]{2,24}|xn--[a-z0-9-]{2,59})\.?(?::\d{1,5})?(?:[/?#]\S*)?$",
    re.IGNORECASE,
)
_ONLY_A_START = re.compile(r"^(?:https?:?/{0,2})?(?:www\.?)?/*$", re.IGNORECASE)
_PARTS = re.compile(r"[,;|<>]+(?=$|https?://|www\.)|^<", re.IGNORECASE)
_BETWEEN = word_set(
    "/ - – & + | or and see also web website visit at the our us on url site link : go to www email e mail"
)
_BESIDE_EMAIL = word_set(
    """or and for email e mail mailto to general referral referrals enquiries enquiry office main contact only admin
    info team"""
)
_LONGEST_EMAIL = 320  # RFC 3696
_LONGEST_WEBSITE = 2_000
_FILE_ENDINGS = (".doc", ".docx", ".pdf", ".xls", ".xlsx", ".jpg", ".png", ".txt", ".zip", ".exe")


def read_emails(text: str, link: str = "") -> Found:
    """The e-mail addresses of a cell. ``link`` is the address behind it, used when the words hold none.

    What is no address goes to the words: nothing is dropped but placeholders, and those are named.
    """
    if text and says_nothing(text):
        return Found(odd=(f"The e-mail says only “{text}”: taken as empty.",))
    words = re.sub(r"\bmailto:\s*", "", text, flags=re.IGNORECASE)
    found = _emails(words)
    odd: list[str] = []
    if not found and link.casefold().startswith("mailto:"):
        found, words = _emails(link[7:].split("?")[0]), ""
    if not found and "@" in words and (joined := _mended(words)):
        odd.append(f"The e-mail “{_short(text)}” was read as {joined}.")
        found = [joined]
    real = [address for address in found if not made_up_email(address)]
    odd += [f"The e-mail {address} is not a real one: taken as empty." for address in found if address not in real]
    if not found and words.strip():
        odd.append(f"“{_short(text)}” is not an e-mail address: kept in the note.")
        return Found(odd=tuple(odd), words=words)
    if found and (beside := _beside(words)):
        odd.append(f"Beside the e-mail address stands “{_short(beside)}”: left out, because it may name a person.")
    if len(real) > 1:
        odd.append(f"There are {len(real)} e-mail addresses: the first was kept, the rest stand in the note.")
    return Found(real[0] if real else "", tuple(real[1:]), tuple(odd))


def read_website(text: str, link: str = "") -> Found:
    """The web addresses of a cell, with https:// where no scheme was given; ``link`` is the address behind the words.

    An address that opens anything but a web page (javascript:, file:, a shared folder) is never one: it goes to the
    words, as text, and is named (F52).
    """
    if not text and not link:
        return NOTHING
    if says_nothing(text) and not link:
        return Found(odd=(f"The web address says only “{text}”: taken as empty.",))
    found, odd, left = _addresses(text)
    words = text
    if not found and link:
        found, strange, unsafe = _addresses(link)
        if found:
            odd, left = strange, []
        else:
            odd, left, words = odd + strange, left + unsafe, f"{text} {link}"
    if not found and left:
        if not odd:
            odd = [f"“{_short(text)}” is not a web address: kept in the note."]
        return Found(odd=tuple(odd), words=one_line(words))
    if len(found) > 1:
        odd.append(f"There are {len(found)} web addresses: the first was kept, the rest stand in the note.")
    more = any(piece.casefold().strip(".:()") not in _BETWEEN for piece in left)
    return Found(found[0] if found else "", tuple(found[1:]), tuple(odd), one_line(text) if more else "")


def is_email(text: str) -> bool:
    """Whether the words are one e-mail address."""
    return len(text) <= _LONGEST_EMAIL and _WHOLE_EMAIL.fullmatch(text.strip()) is not None


def is_website(text: str) -> bool:
    """Whether the words are one web address, with a scheme or beginning with www, or plainly a host."""
    bare = text.strip()
    if len(bare) > _LONGEST_WEBSITE or " " in bare or "@" in bare or bare[:1].isdigit():
        return False
    return _HOST.match(_WEB.sub("", bare)) is not None


def made_up_email(address: str) -> bool:
    """Whether an e-mail address is a placeholder such as test@example.com."""
    plain = address.casefold()
    return _MADE_UP_EMAILS.match(plain) is not None or _MADE_UP_HOSTS.search(plain.rpartition("@")[2]) is not None


def _emails(text: str) -> list[str]:
    if "@" not in text:
        return []
    found: list[str] = []
    for match in _EMAIL.finditer(text):
        address = match[0].strip(".'’&-")
        if _WHOLE_EMAIL.fullmatch(address) and address.casefold() not in [one.casefold() for one in found]:
            found.append(address)
    return found


def _beside(words: str) -> str:
    """Words beside the addresses that are more than a label."""
    rest = re.sub(r"[^\w' ]+", " ", _EMAIL.sub(" ", words)).split()
    return " ".join(rest) if any(word.casefold() not in _BESIDE_EMAIL for word in rest) else ""


def _mended(text: str) -> str:
    """An address with a blank or a comma in it, when putting it right leaves exactly one address."""
    for mended in ("".join(text.split()), "".join(text.split()).replace(",", "."), text.replace("@@", "@").strip()):
        bare = mended.strip(".,;:<>()")
        if _WHOLE_EMAIL.fullmatch(bare) and len(text.split()) <= 3:
            return bare
    return ""


def _addresses(text: str) -> tuple[list[str], list[str], list[str]]:
    """The web addresses in a cell, what was odd, and pieces that are none."""
    found: list[str] = []
    odd: list[str] = []
    left: list[str] = []
    pieces = [
        piece
        for token in text.split()
        for piece in ([token] if _opens_something_else(token) else _PARTS.split(token))
        if piece
    ]
    for piece in pieces if len(pieces) <= 50 else []:
        bare = piece.strip("[]\"'“”‘’").rstrip(".,;")
        if bare.count("(") != bare.count(")") or (bare.startswith("(") and bare.endswith(")")):
            bare = bare.strip("()")
        if _ONLY_A_START.match(bare):
            if bare.strip("/"):
                odd.append(f"The web address says only “{bare}”: taken as empty.")
            continue
        address, strange = _one_address(bare)
        if strange:
            odd.append(strange)
        if address and address not in found:
            found.append(address)
        elif not address and not strange.endswith("taken as empty."):
            left.append(piece)
    if len(pieces) > 50:
        left = pieces
    return found, odd, left


def _opens_something_else(bare: str) -> bool:
    scheme = _SCHEME.match(bare)
    return scheme is not None and not bare.casefold().startswith(("http:", "https:")) and not _BROKEN_SCHEME.match(bare)


def _one_address(bare: str) -> tuple[str, str]:
    """One web address as it is kept, and what was odd; no address when it is none."""
    strange = ""
    if (match := _BROKEN_SCHEME.match(bare)) and not _WEB.match(bare):
        rest = bare[match.end() :].lstrip("/\\")
        if _HOST.match(rest):
            bare, strange = f"https://{rest}", f"The web address “{_short(bare)}” was mended."
    if bare.startswith(("\\\\", "//")) or re.match(r"^[a-z]:[\\/]", bare, re.IGNORECASE):
        return "", f"“{_short(bare)}” is a file or folder of another computer: kept in the note as text."
    if (scheme := _SCHEME.match(bare)) and not _WEB.match(bare) and not _HOST.match(bare):
        if scheme[1].casefold() in ("http", "https"):
            return "", f"“{_short(bare)}” is not a web address: kept in the note."
        return "", f"“{_short(bare)}” opens something other than a web page: kept in the note as text."
    rest = _WEB.sub("", bare)
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].casefold()
    if not _HOST.match(rest):
        return "", ""
    if _MADE_UP_HOSTS.search(host.split(":")[0].removeprefix("www.")):
        return "", f"The web address {_short(bare)} is not a real one: taken as empty."
    if not _WEB.match(bare) and "/" not in rest and rest.casefold().endswith(_FILE_ENDINGS):
        return "", f"“{_short(bare)}” is the name of a file: kept in the note."
    return (bare if _WEB.match(bare) else f"https://{rest}"), strange


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= 60 else line[:59].rstrip() + "…"

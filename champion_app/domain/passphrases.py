"""Passphrases: how they are read, when one is refused, and how good one is, in words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from champion_app.faults import HintTells, PassphraseShort

LEAST, ADVISED = 8, 10
LONGEST_WAIT = 60  # seconds

# What people choose first; by itself or with figures and signs around it, it is guessed first too.
_COMMON = (
    "password", "passwort", "passphrase", "letmein", "welcome", "champion", "champions", "qwerty", "qwertyuiop",
    "asdfgh", "zxcvbn", "abc123", "iloveyou", "monkey", "dragon", "sunshine", "princess", "football", "liverpool",
    "arsenal", "chelsea", "manchester", "england", "school", "teacher", "primary", "office", "prison", "visits",
    "children", "family", "families", "secret", "admin", "administrator", "changeme", "computer", "laptop",
    "summer", "winter", "autumn", "spring", "monday", "friday", "london", "bristol",
)  # fmt: skip
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_FIGURES = str.maketrans("013457@$!", "oieastasi")


class Grade(Enum):
    """How long somebody who guesses would need."""

    TOO_SHORT = "Too short"
    WEAK = "Weak"
    FAIR = "Fair"
    GOOD = "Good"
    STRONG = "Strong"


@dataclass(frozen=True)
class Rating:
    """What we think of a passphrase, and what would make it better (empty when it is good enough)."""

    grade: Grade
    advice: str = ""


def normalised_passphrase(typed: str) -> str:
    """One way of writing the letters (Unicode NFC), without a line end that was pasted with it."""
    return unicodedata.normalize("NFC", typed).rstrip("\r\n")


def refuse_unusable(passphrase: str, hint: str = "") -> None:
    """Raises PassphraseShort under 8 letters, and HintTells when the hint gives it away, or half of it."""
    said = normalised_passphrase(passphrase)
    if len(said) < LEAST:
        raise PassphraseShort(least=LEAST)
    bare, told = _bare(said), _bare(hint)
    if said.casefold() in normalised_passphrase(hint).casefold():
        raise HintTells()
    for way in (bare, bare[::-1]):
        shared = SequenceMatcher(None, way, told, autojunk=False).find_longest_match()
        if bare and 2 * shared.size >= len(bare):
            raise HintTells()


def rated(passphrase: str) -> Rating:
    """A judgement in words: by length, by how many different letters, and by what everybody chooses."""
    said = normalised_passphrase(passphrase)
    if len(said) < LEAST:
        return Rating(Grade.TOO_SHORT, f"Use at least {LEAST} letters. A few words in a row are easy to remember.")
    worth = _worth(said)
    if worth < ADVISED:
        return Rating(Grade.WEAK, "It would be guessed soon. Use three or four words in a row that nobody expects.")
    if worth < 14:
        return Rating(Grade.FAIR, "One more word would make it much better.")
    return Rating(Grade.GOOD if worth < 20 else Grade.STRONG)


def delay_after(failures: int) -> int:
    """Seconds before the next try: none after two slips, then 1, 2, 4 ... to a minute. Nothing is ever wiped."""
    return min(LONGEST_WAIT, 2 ** min(failures - 3, 6)) if failures >= 3 else 0


def _worth(said: str) -> int:
    """How many letters are left when repeats, runs and common words count for little."""
    folded = said.casefold()
    plain = re.sub(r"[^a-z]", "", folded.translate(_FIGURES))
    for word in sorted(_COMMON, key=len, reverse=True):
        if word in plain or word in folded:
            folded, plain = _without(folded, word), plain.replace(word, "", 1)
    worth, before = 0.0, ""
    for letter in folded:
        worth += 0.25 if _follows(before, letter) else 1.0
        before = letter
    kinds = sum(any(map(kind, said)) for kind in (str.islower, str.isupper, str.isdigit)) + any(
        not letter.isalnum() for letter in said
    )
    return int(min(worth, 2.5 * len(set(folded)))) + kinds - 1


def _without(folded: str, word: str) -> str:
    """A common word counts for two letters, whichever figures stand in for some of its own."""
    start = folded.find(word)
    if start < 0:
        start = folded.translate(_FIGURES).find(word)
    return folded if start < 0 else folded[:start] + "\0\1" + folded[start + len(word) :]


def _follows(before: str, letter: str) -> bool:
    if not before:
        return False
    pair = before + letter
    return before == letter or any(pair in run or pair in run[::-1] for run in _RUNS)


def _bare(words: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", words).casefold() if letter.isalnum())

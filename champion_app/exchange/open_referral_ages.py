"""Ages between words ("4 to 7") and the two numbers that Open Referral has for them."""

from __future__ import annotations

import re

from champion_app.domain.resources import age_range

_NO_LIMIT = 99
_UP_FROM = re.compile(r"\+|\b(?:over|from|plus|upwards|older|above)\b", re.IGNORECASE)
_UNDER = re.compile(r"\b(?:under|below)\b", re.IGNORECASE)


def age_words(lowest: float | None, highest: float | None) -> str:
    """The words for two ages; 99 and over is no limit, and a limit below 0 or upside down is none."""
    low = lowest if lowest is not None and lowest >= 0 else None
    high = highest if highest is not None and 0 <= highest < _NO_LIMIT else None
    if low is not None and high is not None and low > high:
        return ""
    if high is None:
        if low is None:
            return ""
        return f"{low:g} and over" if low else "All ages"
    if low is None:
        return f"Up to {high:g}"
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def age_numbers(words: str) -> tuple[int | None, int | None]:
    """The lowest and highest age that a text names. A limit it does not name is None, never guessed."""
    if words == "All ages":
        return 0, None
    ages = age_range(words)
    if ages is None:
        return None, None
    named = {int(digits) for digits in re.findall(r"\d{1,2}", words)}
    low, high = ages
    if _UNDER.search(words):
        return None, high - 1 if high else None
    if (low == high and _UP_FROM.search(words)) or high not in named:
        return low, None
    return (low if low in named else None), high

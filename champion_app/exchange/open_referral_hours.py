"""Schedules of Open Referral data as words ("Monday to Friday, 9am to 5pm"), and such words as schedules again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from champion_app.domain.dates import british
from champion_app.exchange.open_referral_text import as_html
from champion_app.exchange.open_referral_values import Findings, Node, day, folded, get, nodes, number, text, words

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MOST_LINES = 40
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "last but one"}
_DAY = re.compile(r"([+-]?\d{1,2})?\s*([a-z]+)", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:\d{4}-\d{2}-\d{2}[T ])?(\d{1,2})(?:[:.]?(\d{2}))?(?:[:.]\d{2}(?:\.\d{1,9})?)?\s*(am|pm)?"
    r"\s*(?:Z|[+-]\d{2}:?(?:\d{2})?)?",
    re.IGNORECASE,
)
_LABEL = "When it is open"
_TIME_WORDS = r"(?:\d{1,2}(?::\d{2})?(?:am|pm)|midday|midnight)"
_OPEN_WORDS = re.compile(rf"(?P<days>[A-Za-z, ]+), (?P<opens>{_TIME_WORDS}) to (?P<closes>{_TIME_WORDS})")
_KEYS = ("schedules", "regular_schedules", "opening_hours", "opening_times", "hours")


@dataclass
class _Rule:
    """Rows of a schedule that differ only in their day."""

    times: str
    every: str
    valid: str
    said: tuple[str, ...]
    days: set[int] = field(default_factory=set)
    nth: list[str] = field(default_factory=list)


def hours_of(service: Node, places: Sequence[tuple[Node, Node]], found: Findings) -> str:
    """When a service is open, one line for each rule; where it does not say so itself, what its places say."""
    lines = _hours_words(service, found)
    if not lines:
        for at, place in places:
            name = text(get(place, "name"))[:80] if len(places) > 1 else ""
            lines += [
                f"{name}: {one}" if name else one for one in _hours_words(at, found) or _hours_words(place, found)
            ]
    for owner in (service, *(one for pair in places for one in pair)):
        lines += [said for one in nodes(get(owner, "holiday_schedules")) if (said := _holiday(one))]
    kept = list(dict.fromkeys(lines))
    if len(kept) > _MOST_LINES:
        found.say(f"It has {len(kept)} lines of opening hours; the first {_MOST_LINES} were taken.")
    return "\n".join(kept[:_MOST_LINES])


def _hours_words(owner: Node, found: Findings) -> list[str]:
    """The words of an owner's schedules: rows that differ only in the day become one line."""
    rules: dict[tuple[object, ...], _Rule] = {}
    for one in (one for key in _KEYS for one in nodes(get(owner, key), text_as="description")):
        rule = _rule(one, found)
        known = rules.setdefault((rule.times, rule.every, rule.valid, rule.said), rule)
        known.days |= rule.days
        known.nth += [nth for nth in rule.nth if nth not in known.nth]
    return list(dict.fromkeys(line for rule in rules.values() for line in _lines(rule)))


def schedules_of(hours: str) -> list[Node]:
    """Hours as schedules without their ids: a day rule where the words are ours, else the words as they stand."""
    schedules = [_schedule(line) for line in hours.split("\n")]
    if len(schedules) > _MOST_LINES or hours_of(folded({"schedules": schedules}), (), Findings()) != hours:
        return [{"description": as_html(hours)}]
    return schedules


def _schedule(line: str) -> Node:
    match = _OPEN_WORDS.fullmatch(line)
    if match and (days := _days_meant(match["days"])):
        codes = ",".join(_CODES[one] for one in sorted(days))
        opens, closes = _clock(match["opens"]), _clock(match["closes"])
        return {"freq": "WEEKLY", "byday": codes, "opens_at": opens, "closes_at": closes}
    return {"description": as_html(line)}


def _days_meant(said: str) -> set[int]:
    if said == "Every day":
        return set(range(7))
    if run := re.fullmatch(r"(\w+) to (\w+)", said):
        first, last = (DAYS.index(one) if one in DAYS else -1 for one in run.groups())
        return set(range(first, last + 1)) if 0 <= first < last else set()
    named = re.split(r", | and ", said)
    return {DAYS.index(one) for one in named} if set(named) <= set(DAYS) else set()


def _rule(one: Node, found: Findings) -> _Rule:
    written = text(get(one, "byday")) or text(get(one, "weekday")) or text(get(one, "day"))
    days, nth = _days(written, text(get(one, "bymonthday")))
    said = [] if days or nth else [words(written, _LABEL, found)]
    for key, verb in (("opens_at", "Opens"), ("closes_at", "Closes")):
        if (time := words(get(one, key), _LABEL, found)) and not clock_words(time):
            said.append(f"{verb}: {time}")
    said += [words(get(one, key), _LABEL, found) for key in ("description", "notes")]
    return _Rule(_times(one), _every(one), _valid(one), tuple(dict.fromkeys(one for one in said if one)), days, nth)


def _days(written: str, month_days: str) -> tuple[set[int], list[str]]:
    """Days of the week, and days such as "the second Monday of the month"."""
    days: set[int] = set()
    nth: list[str] = []
    if run := re.fullmatch(r"([a-z]+)\s*(?:-|–|to)\s*([a-z]+)", written, re.IGNORECASE):
        first, last = (_day_index(one) for one in run.groups())
        if first is not None and last is not None:
            return {(first + step) % 7 for step in range((last - first) % 7 + 1)}, []
    for part in re.findall(r"[^,;\s]+", written):
        match = _DAY.fullmatch(part)
        index = _day_index(match[2]) if match else None
        if part in ("0", "1", "2", "3", "4", "5", "6", "7"):
            days.add((int(part) - 1) % 7)
        elif match is None or index is None:
            return set(), []  # "when we can" is no list of days
        elif ordinal := _ORDINALS.get(int(match[1] or 0)):
            nth.append(f"the {ordinal} {DAYS[index]} of the month")
        else:
            days.add(index)
    for part in re.findall(r"[^,;\s]+", month_days):
        if part.isdecimal() and 1 <= int(part) <= 31:
            nth.append(f"day {int(part)} of the month")
    return days, nth


def _day_index(word: str) -> int | None:
    word = word.casefold()
    return next((index for index, name in enumerate(DAYS) if len(word) >= 2 and name.casefold().startswith(word)), None)


def _every(one: Node) -> str:
    interval = number(get(one, "interval")) or 1
    unit = {"w": "week", "m": "month", "d": "day"}.get(text(get(one, "freq")).casefold()[:1], "")
    if not unit or interval < 1 or interval != int(interval) or interval > 52:
        return ""
    if interval == 1:
        return "Every day" if unit == "day" else "Every month" if unit == "month" else ""
    start = day(get(one, "dtstart"))
    return f"Every {int(interval)} {unit}s" + (f" from {british(start)}" if start else "")


def _times(one: Node) -> str:
    opens, closes = clock_words(text(get(one, "opens_at"))), clock_words(text(get(one, "closes_at")))
    if opens == "midnight" and closes in ("midnight", "11:59pm"):
        return "all day"
    if opens and closes:
        return f"{opens} to {closes}"
    return f"from {opens}" if opens else f"until {closes}" if closes else ""


def _valid(one: Node) -> str:
    start, end = day(get(one, "valid_from")), day(get(one, "valid_to")) or day(get(one, "until"))
    if start and end:
        return f"({british(start)} to {british(end)})"
    return f"(from {british(start)})" if start else f"(until {british(end)})" if end else ""


def _holiday(one: Node) -> str:
    start, end = day(get(one, "start_date")), day(get(one, "end_date"))
    closed = get(one, "closed") is True or text(get(one, "closed")).casefold() in ("true", "yes", "1", "y", "t")
    times = "" if closed else _times(one)
    if not start or not (closed or times):
        return ""
    when = f"from {british(start)} to {british(end)}" if end and end != start else f"on {british(start)}"
    return f"Closed {when}" if closed else f"Open {when}, {times}"


def _lines(rule: _Rule) -> list[str]:
    when = rule.every
    if rule.days or rule.nth:
        each = ([_day_words(rule.days)] if rule.days else []) + rule.nth
        if when == "Every month" and rule.nth:
            when = ""
        days = _listed(each)
        when = days if when in ("", "Every day") else f"{when}: {days}"
    lead = ", ".join(part for part in (when, rule.times) if part)
    # A validity alone, without day or time, says nothing about when it is open.
    line = f"{lead} {rule.valid}".strip() if lead else ""
    line = line[:1].upper() + line[1:]
    return [one for one in (line, *rule.said) if one]


def _day_words(days: set[int]) -> str:
    ordered = sorted(days)
    if len(ordered) == 7:
        return "Every day"
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{DAYS[ordered[0]]} to {DAYS[ordered[-1]]}"
    return _listed([DAYS[one] for one in ordered])


def _listed(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def clock_words(written: str) -> str:
    """A time as it is said: 09:00:00 is "9am", 17.30 is "5:30pm", 12:00 is "midday"; "" for what is no time."""
    match = _CLOCK.fullmatch(written)
    if not match:
        return ""
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").casefold()
    if half == "pm" and hour < 12:
        hour += 12
    hour = 0 if hour == 24 or (half == "am" and hour == 12) else hour
    if hour > 23 or minute > 59:
        return ""
    if minute == 0 and hour in (0, 12):
        return "midday" if hour else "midnight"
    return f"{(hour - 1) % 12 + 1}{f':{minute:02}' if minute else ''}{'am' if hour < 12 else 'pm'}"


def _clock(said: str) -> str:
    """A time as ``clock_words`` writes it, as HH:MM."""
    if said in ("midday", "midnight"):
        return "12:00" if said == "midday" else "00:00"
    hour, _, minute = said[:-2].partition(":")
    return f"{int(hour) % 12 + (12 if said.endswith('pm') else 0):02}:{int(minute or 0):02}"

"""The tokens of ui/theme/colours.toml can be read by everybody, and every icon is one clean drawing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from champion_app.assets import ui

TOKENS = [
    "bg", "card", "line", "strong", "text", "muted", "accent", "on_accent", "accent_soft", "warn", "warn_soft",
    "overdue", "overdue_soft", "ok", "ok_soft", "focus",
]  # fmt: skip
WORDS = ["text", "muted", "accent", "warn", "overdue", "ok"]
GROUNDS = ["bg", "card", "accent_soft", "warn_soft", "overdue_soft", "ok_soft"]
ICONS = [
    "home", "find-help", "resources", "assessment", "work-plan", "action-log", "leaflets", "reports", "area",
    "settings", "help", "told-me", "search", "add", "edit", "remove", "done", "reopen", "print", "save",
    "undo", "redo", "overdue", "due-soon", "checked", "unchecked", "closed", "phone", "web", "email", "next",
    "previous", "up", "down", "same", "attach", "filter", "menu", "warning", "info", "champion", "not-yet",
    "in-progress", "in-place", "not-for-us",
]  # fmt: skip

LOOKS = tomllib.loads(ui("theme", "colours.toml").read_text(encoding="utf-8"))
NAMED = [pytest.param(look, id=name) for name, look in LOOKS.items()]


def _light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_light(one), _light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert _contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_three_looks_with_the_same_tokens() -> None:
    assert list(LOOKS) == ["light", "dark", "contrast"]
    for look in LOOKS.values():
        assert list(look) == TOKENS
        assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in look.values())


@pytest.mark.parametrize("look", NAMED)
def test_words_can_be_read_on_every_ground(look: dict[str, str]) -> None:
    poor = {(word, ground): _contrast(look[word], look[ground]) for word in WORDS for ground in GROUNDS}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 4.5} == {}
    assert _contrast(look["on_accent"], look["accent"]) >= 4.5


@pytest.mark.parametrize("look", NAMED)
def test_borders_and_the_focus_ring_can_be_seen(look: dict[str, str]) -> None:
    for token in ("strong", "focus"):
        for ground in GROUNDS:
            assert _contrast(look[token], look[ground]) >= 3, (token, ground)


def test_nothing_but_overdue_is_red() -> None:
    for look in (LOOKS["light"], LOOKS["dark"]):
        for token in WORDS:
            red, green, blue = (int(look[token][n : n + 2], 16) for n in (1, 3, 5))
            assert (red > 1.3 * max(green, blue)) == (token == "overdue") or token == "warn", token


def test_no_icon_is_missing() -> None:
    assert set(ICONS) <= {file.stem for file in ui("icons").iterdir() if file.suffix == ".svg"}


@pytest.mark.parametrize("file", sorted(ui("icons").glob("*.svg")), ids=lambda file: file.stem)
def test_an_icon_is_one_colour_on_a_24_grid(file: Path) -> None:
    drawing = ElementTree.parse(file).getroot()
    assert drawing.get("viewBox") == "0 0 24 24" and drawing.get("stroke") == "currentColor"
    for piece in drawing.iter():
        assert piece.tag.rpartition("}")[2] in {"svg", "path", "circle", "rect"}
        assert piece.get("fill", "none") in {"none", "currentColor"}
        assert piece.get("stroke", "currentColor") in {"none", "currentColor"}
        assert "style" not in piece.attrib

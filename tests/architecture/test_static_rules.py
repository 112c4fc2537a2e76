"""Rules a reader cannot keep in mind, checked in the syntax tree of every module (RELIABILITY 5, "Static rules").

Each module becomes a list of facts, one line of text each, with names followed back through the imports:
``import socket`` · ``call datetime.datetime.now`` · ``call view.setHtml`` · ``base PySide6.QtWidgets.QLabel`` ·
``use PySide6.QtGui.QDesktopServices`` · ``except`` · ``except Exception: pass``. A rule is a pattern over such facts.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
GENERATED = "champion_app/desktop/forms/ui_"


class Rule(NamedTuple):
    """One rule: the facts that break it, a line that must be caught (so that no rule sleeps), and the way out."""

    name: str
    pattern: str
    breaks_it: str
    instead: str
    but_in: str | tuple[str, ...] = ()  # the modules or folder where it is right


RULES = [
    Rule("no pickle", r"import (pickle|shelve|marshal|dill)\b", "import pickle", "JSON or TOML"),
    Rule("no eval", r"call (eval|exec|compile)$", "eval(text)", "a table of functions"),
    Rule("no yaml", r"import yaml\b", "from yaml import load", "TOML"),
    Rule(
        "no extraction by name",  # rapidfuzz has an extract that touches no file
        r"call (?!rapidfuzz\.).*\.(extractall|extract)$",
        "archive.extractall(folder)",
        "members read in memory",
    ),
    Rule(
        "no network",
        r"import (socket|ssl|http|urllib\.request|ftplib|smtplib|xmlrpc|webbrowser|asyncio|requests|httpx|aiohttp)\b",
        "from urllib import request",
        "nothing: Champion never goes online",
    ),
    Rule(
        "no Qt part that reaches out",
        r"import PySide6\.Qt(Network|WebEngine|WebSockets|Multimedia|Sql|HttpServer|RemoteObjects)",
        "from PySide6.QtNetwork import QLocalServer",
        "nothing: these are not shipped",
    ),
    Rule(
        "boxes come from messages",
        r"(call|use|base) .*\bQMessageBox\b",
        "QMessageBox.warning(self)",
        "desktop.messages",
        but_in="champion_app/desktop/messages.py",
    ),
    Rule(
        "labels are plain text",
        r"(call|base) .*\bQLabel$",
        "QLabel(words)",
        "desktop.widgets.labels",
        but_in="champion_app/desktop/widgets/labels.py",
    ),
    Rule(
        "no rich text",
        r"call .*\.(setHtml|insertHtml|appendHtml|setMarkdown)$",
        "view.setHtml(words)",
        "plain text",
    ),
    Rule(
        "no waiting for a box",
        r"call .*\.exec_?$",
        "dialog.exec()",
        "open() and signals",
        but_in=("champion_app/desktop/app.py", "champion_app/desktop/pictures.py"),
    ),
    Rule(
        "links open in one place",
        r"(call|use) .*\bQDesktopServices\b",
        "QDesktopServices.openUrl(url)",
        "desktop.widgets.links",
        but_in="champion_app/desktop/widgets/links.py",
    ),
    Rule(
        "paragraphs are made by paper",
        # The help has plain ones of its own.
        r"call (?!champion_app\.domain\.).*\bParagraph$",
        "Paragraph(words, style)",
        "a function of paper/",
        but_in="champion_app/paper/",
    ),
    Rule(
        "one clock",
        r"call (datetime\.)?(datetime\.(now|utcnow|today)|date\.today)$",
        "from datetime import date as day\nday.today()",
        "domain.clock",
        but_in="champion_app/domain/clock.py",
    ),
    Rule(
        "one clock, not Qt's",
        r"call .*\bQ(Date|Time|DateTime)\.current\w+$",
        "QDate.currentDate()",
        "domain.clock",
    ),
    Rule("no print", r"call print$", "print(words)", "messages, or the log", but_in="champion_app/cli"),
    Rule("no bare except", r"except$", "try: go()\nexcept: stop()", "the errors you expect"),
    Rule(
        "no error swallowed",
        r"except (Base)?Exception: pass$",
        "try: go()\nexcept (OSError, Exception): pass",
        "the errors you expect, or tell someone",
    ),
]


class Fact(NamedTuple):
    line: int
    text: str


def facts(tree: ast.Module) -> Iterator[Fact]:
    """Everything the rules may want to know about one module."""
    known = imported_names(tree)
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (Fact(node.lineno, f"import {alias.name}") for alias in names)
            case ast.ImportFrom(module=module, names=names):
                yield from (Fact(node.lineno, f"import {module}.{alias.name}") for alias in names)
            case ast.Call(func=func):
                yield Fact(node.lineno, f"call {full_name(func, known)}")
            case ast.ClassDef(bases=bases):
                yield from (Fact(node.lineno, f"base {full_name(base, known)}") for base in bases)
            case ast.Attribute() | ast.Name():
                yield Fact(node.lineno, f"use {full_name(node, known)}")
            case ast.ExceptHandler(type=None):
                yield Fact(node.lineno, "except")
            case ast.ExceptHandler(
                type=ast.expr() as kind, body=[ast.Pass() | ast.Expr(ast.Constant()) | ast.Continue()]
            ):
                kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
                yield from (Fact(node.lineno, f"except {full_name(each, known)}: pass") for each in kinds)


def imported_names(tree: ast.Module) -> dict[str, str]:
    """What each imported name stands for: ``from datetime import date as day`` gives ``day -> datetime.date``."""
    known = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            known |= {alias.asname: alias.name for alias in node.names if alias.asname}
        elif isinstance(node, ast.ImportFrom):
            known |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return known


def full_name(node: ast.expr, known: dict[str, str]) -> str:
    """``dt.now`` as ``datetime.datetime.now``; what is not a name leaves a gap: ``view().setHtml`` is ``.setHtml``."""
    if isinstance(node, ast.Name):
        return known.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        return f"{full_name(node.value, known)}.{node.attr}"
    return ""


def modules() -> dict[str, ast.Module]:
    """Every module we wrote, by its path."""
    paths = {path.relative_to(ROOT).as_posix(): path for path in (ROOT / "champion_app").rglob("*.py")}
    return {
        name: ast.parse(path.read_text(encoding="utf-8"))
        for name, path in sorted(paths.items())
        if not name.startswith(GENERATED)
    }


@pytest.fixture(scope="module")
def facts_by_module() -> dict[str, list[Fact]]:
    return {name: list(facts(tree)) for name, tree in modules().items()}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_is_kept(rule: Rule, facts_by_module: dict[str, list[Fact]]) -> None:
    broken = [
        f"{name}:{fact.line}: {fact.text}"
        for name, found in facts_by_module.items()
        for fact in found
        if re.match(rule.pattern, fact.text) and not name.startswith(rule.but_in)
    ]
    assert not broken, "\n".join([f"{rule.name}; use {rule.instead}", *broken])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_can_fail(rule: Rule) -> None:
    assert any(re.match(rule.pattern, fact.text) for fact in facts(ast.parse(rule.breaks_it)))

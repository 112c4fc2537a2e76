"""Rules a reader cannot keep in mind, checked in the syntax tree of every module (RELIABILITY 5, "Static rules").

Each module becomes a list of facts, one line of text each, with names followed back through the imports:
``import socket`` · ``call datetime.datetime.now`` · ``call view.setHtml`` · ``base PySide6.QtWidgets.QLabel`` ·
``use PySide6.QtGui.QDesktopServices`` · ``except`` · ``except Exception: pass`` · ``sql UPDATE`` (words that write) ·
``touch os.remove`` (a file's own function on the binder's path) · ``tip`` (a tooltip that is neither a fixed text nor
made plain). A rule is a pattern over such facts.
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
        r"import (socket|ssl|http|urllib\.request|urllib3|ftplib|smtplib|poplib|imaplib|telnetlib|nntplib|socketserver"
        r"|xmlrpc|webbrowser|asyncio|requests|httpx|aiohttp|multiprocessing\.connection)\b",
        "from urllib import request",
        "nothing: Champion never goes online",
    ),
    Rule(
        "no Qt part that reaches out",
        r"import PySide6\.Qt(Network|WebEngine|WebView|WebChannel|WebSockets|Multimedia|Sql|HttpServer|RemoteObjects"
        r"|DBus|Qml|Quick|Bluetooth|Nfc|Location|Positioning|SerialPort)",
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
        "no text that turns into a page",
        r"((call|base) .*\b(QTextBrowser|QTextEdit|QErrorMessage)|use .*\b(QWhatsThis|QToolTip))$",
        "class View(QTextBrowser): pass",
        "QPlainTextEdit, or labels",
    ),
    Rule(
        "no format but plain",
        r"use .*\bTextFormat\.(RichText|AutoText|MarkdownText)$",
        "label.setTextFormat(Qt.TextFormat.AutoText)",
        "Qt.TextFormat.PlainText",
    ),
    Rule(
        "tooltips show words as they are",
        r"tip$",
        "row.setToolTip(service.name)",
        "a fixed text in tr(), or plain_tip(words): Qt reads a tooltip that looks like HTML as HTML",
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
        "no paragraphs that read markup",
        r"import reportlab\.platypus",
        "from reportlab.platypus import Paragraph",
        "paper's own lines: ReportLab's read markup out of the words of people",
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
    Rule(
        "one clock, not the system's",
        r"call time\.(time|time_ns|localtime|gmtime|ctime|asctime|strftime)$",
        "import time\ntime.time()",
        "domain.clock, or time.monotonic for how long something takes",
    ),
    Rule(
        "one door to the binder",
        r"(import (sqlcipher3|sqlite_utils|sqlite3|pysqlite3)\b|call .*\bDatabase$)",
        "Database(path)",
        "a function of store/",
        but_in="champion_app/store/",
    ),
    Rule(
        "only the store writes SQL",
        r"sql ",
        'rows("DELETE FROM actions")',
        "a function of store/",
        but_in="champion_app/store/",
    ),
    Rule(
        "rows are written through the binder",  # whose methods refuse outside atomic()
        r"call .*\b_?binder\.(database|_db|_connection)\b",
        "binder.database.query(words)",
        "a function of store/",
        but_in="champion_app/store/",
    ),
    Rule(
        "the binder's file is the store's",  # reading it drops its lock (F29)
        r"touch ",
        "shutil.copy(binder.path, stick)",
        "a function of store/: to open the file of an open binder drops its lock",
        but_in="champion_app/store/",
    ),
    Rule(
        "zips are opened by exchange",
        r"call .*\b(ZipFile|TarFile|unpack_archive|tarfile\.open)$",
        "zipfile.ZipFile(path)",
        "exchange.safe_zip",
        but_in="champion_app/exchange/",
    ),
    Rule(
        "no other programs",
        r"(import subprocess|call os\.(system|popen|startfile|exec\w+|spawn\w+|posix_spawn\w*)$"
        r"|(call|base|use) .*\bQProcess$)",
        "import os\nos.startfile(name)",
        "nothing: only our own child processes are started",
        but_in=("champion_app/exchange/child.py", "champion_app/tasks/self_test_child.py"),
    ),
    Rule(
        "no log of words",
        r"(import (logging|syslog|warnings)\b|call sys\.(stdout|stderr)\.\w*write\w*$"
        r"|call traceback\.(print_\w+|format_(exc|exception|exception_only))$)",
        "import traceback\ntraceback.format_exc()",
        "messages, or desktop.last_resort, which writes places in the program and never what an error says",
        but_in="champion_app/cli.py",
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
                yield from about_call(node, known)
            case ast.Constant(value=str(words)) if found := WRITES_SQL.match(words):
                yield Fact(node.lineno, f"sql {found[1]}")
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


WRITES_SQL = re.compile(
    r"\s*(INSERT|REPLACE|UPDATE|DELETE|CREATE|DROP|ALTER|VACUUM|ATTACH|DETACH|REINDEX)"
    r"\b(?=\s+(OR|INTO|FROM|TABLE|INDEX|TRIGGER|VIEW|VIRTUAL|UNIQUE|TEMP|DATABASE|IF|\"|\w+\s+SET\b|$))"
)
# What opens, moves or writes a file. To ask after one (exists, stat, access) harms nothing.
TOUCHING = re.compile(
    r"(^open|(^|\.)(io\.open|os\.(open|remove|unlink|rename|renames|replace|truncate|link|symlink|chmod|utime)"
    r"|shutil\.(copy\w*|move|rmtree))|\.(open|read_bytes|read_text|write_bytes|write_text|unlink|rename|replace|touch"
    r"|chmod|hardlink_to|symlink_to|copy|move))$"
)


def about_call(call: ast.Call, known: dict[str, str]) -> Iterator[Fact]:
    """What a call does to the binder's file, and a tooltip whose words may have been typed by somebody."""
    name = full_name(call.func, known)
    if TOUCHING.search(name):
        subject = [call.func.value] if isinstance(call.func, ast.Attribute) else []
        if any(is_binder_path(each, known) for each in (*subject, *call.args, *(word.value for word in call.keywords))):
            yield Fact(call.lineno, f"touch {name}")
    if name.split(".")[-1] == "setToolTip" and not all(is_safe_tip(each, known) for each in call.args):
        yield Fact(call.lineno, "tip")


def is_binder_path(node: ast.expr, known: dict[str, str]) -> bool:
    """``binder.path``, ``desk.binder.path``, ``binder_path``, ``places.binder``, also in ``Path()`` or ``str()``."""
    if isinstance(node, ast.Call):
        wraps = full_name(node.func, known) in ("str", "pathlib.Path", "os.fspath", "os.fsencode")
        return wraps and any(is_binder_path(each, known) for each in node.args)
    name = full_name(node, known)
    return bool(
        re.search(r"(^|[._])binder(\.path|_path)$|(^|\.)_?places\.binder$|(^|\.)for_this_person\(\)\.binder$", name)
    )


def is_safe_tip(node: ast.expr, known: dict[str, str]) -> bool:
    """A literal, ``tr`` of one without details, or ``plain_tip`` of anything; either side of an ``if``."""
    if isinstance(node, ast.IfExp):
        return is_safe_tip(node.body, known) and is_safe_tip(node.orelse, known)
    if isinstance(node, ast.Call):
        name = full_name(node.func, known).split(".")[-1]
        fixed = name == "tr" and not node.keywords and all(isinstance(each, ast.Constant) for each in node.args)
        return fixed or name == "plain_tip"
    return isinstance(node, ast.Constant)


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


OFFENDERS = {  # other shapes of the same mistakes, each of which must be seen too
    "the binder's file is the store's": [
        "open(self.desk.binder.path, 'rb')",
        "from pathlib import Path\nPath(str(binder.path)).read_bytes()",
        "import os\nos.remove(binder_path)",
        "from shutil import copyfile\ncopyfile(src=self._binder.path, dst=there)",
        "places.binder.unlink()",
    ],
    "only the store writes SQL": [
        "rows('INSERT OR REPLACE INTO actions VALUES (1)')",
        'rows(f"UPDATE {table} SET title = 1")',
        'rows(f"UPDATE actions SET {name} = 1")',
        "run('DROP TABLE actions')",
        "run('VACUUM INTO there')",
        "run('ATTACH DATABASE other AS x')",
    ],
    "tooltips show words as they are": [
        "self.setToolTip(self._words if cut else '')",
        "made.setToolTip(tr('One more: {what}', what=name))",
        "made.setToolTip(words)",
    ],
    "rows are written through the binder": ["self.desk.binder._connection.execute(words)"],
    "no network": ["import http.client", "from multiprocessing.connection import Client", "import urllib.request as u"],
    "no other programs": ["from subprocess import run", "from PySide6.QtCore import QProcess\nQProcess()"],
}
FINE = """
shutil.disk_usage(binder.path.parent)
binder.path.exists()
backups_of(binder.path).mkdir()
binder.path.with_name("x").unlink()
made.setToolTip(tr("Ctrl+N"))
made.setToolTip(plain_tip(words) if cut else "")
label.setText("Delete from the list what you do not need")
say("UPDATE your numbers")
made.setText("CREATE a leaflet")
from urllib.parse import quote
"""


@pytest.mark.parametrize(("name", "code"), [(name, code) for name, codes in OFFENDERS.items() for code in codes])
def test_a_planted_offender_is_found(name: str, code: str) -> None:
    (rule,) = (rule for rule in RULES if rule.name == name)
    assert any(re.match(rule.pattern, fact.text) for fact in facts(ast.parse(code))), list(facts(ast.parse(code)))


def test_what_is_right_is_let_through() -> None:
    found = list(facts(ast.parse(FINE)))
    assert [fact for rule in RULES for fact in found if re.match(rule.pattern, fact.text)] == []


def test_F29_no_module_but_the_store_opens_the_file_of_a_binder(facts_by_module: dict[str, list[Fact]]) -> None:
    touching = {name for name, found in facts_by_module.items() for fact in found if fact.text.startswith("touch ")}
    assert all(name.startswith("champion_app/store/") for name in touching), touching


def writing_methods(code: str) -> dict[str, bool]:
    """The methods of ``Binder`` that write rows, and whether each goes through the door that refuses outside a task."""
    (binder,) = (each for each in ast.parse(code).body if isinstance(each, ast.ClassDef) and each.name == "Binder")
    found = {}
    for method in binder.body:
        if isinstance(method, ast.FunctionDef):
            inside = list(ast.walk(method))
            words = [each.value for each in inside if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            calls = {full_name(each.func, {}) for each in inside if isinstance(each, ast.Call)}
            if any(WRITES_SQL.match(each) for each in words) or "self._db.table" in calls:
                found[method.name] = bool(calls & {"self._refuse_outside_a_task", "self.table"})
    return found


def test_no_row_is_written_outside_a_task() -> None:
    found = writing_methods((ROOT / "champion_app" / "store" / "binder.py").read_text(encoding="utf-8"))
    assert {"table", "insert", "change", "remove"} <= found.keys()
    assert [name for name, refuses in found.items() if not refuses] == []


def test_a_writing_method_without_the_door_would_be_found() -> None:
    planted = "class Binder:\n    def forget(self):\n        self._connection.execute('DELETE FROM actions')\n"
    assert writing_methods(planted) == {"forget": False}

"""Every word a champion can see or hear in the window goes through ``tr``, so that Welsh can follow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ALL = slice(None)
FIRST = slice(1)
VISIBLE = {  # who shows words, and which of its arguments they are
    **dict.fromkeys(
        ["setText", "setPlainText", "setTitle", "setWindowTitle", "setPlaceholderText", "setLabelText"], ALL
    ),
    **dict.fromkeys(
        ["setToolTip", "setStatusTip", "setWhatsThis", "setAccessibleName", "setAccessibleDescription"], ALL
    ),
    **dict.fromkeys(
        ["setTabText", "setItemText", "setHeaderLabels", "addItems", "addTab", "setSuffix", "setPrefix"], ALL
    ),
    **dict.fromkeys(["addItem", "addRow", "addAction", "addMenu"], FIRST),
    **dict.fromkeys(["QPushButton", "QToolButton", "QRadioButton", "QCheckBox", "QGroupBox", "QLabel", "QAction"], ALL),
    **dict.fromkeys(["label", "inform", "warn"], FIRST),  # our own: widgets.labels, messages
    **{"button": slice(1, 2), "icon_button": slice(2, 3), "ask": slice(4)},
}
TRANSLATES = {"tr", "trn", "translate"}


def untranslated(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and words of each literal handed to something visible as it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (shown := VISIBLE.get(last_name(node.func))):
            named = [keyword.value for keyword in node.keywords if keyword.arg in ("text", "title", "words", "toolTip")]
            yield from ((node.lineno, words) for argument in node.args[shown] + named for words in bare_words(argument))


def bare_words(node: ast.AST) -> Iterator[str]:
    """The literals of an expression that would be shown; what a function inside it is called with is its own matter."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and any(map(str.isalpha, node.value)):
        yield node.value
    if isinstance(node, ast.Call):
        inside: list[ast.AST] = [] if last_name(node.func) in TRANSLATES else [node.func]
    elif isinstance(node, ast.FormattedValue):
        inside = [node.value]  # not its format, as in {day:%d %B}
    elif isinstance(node, ast.Compare | ast.Subscript):
        inside = []  # words["title"] is a name, not something to read
    elif isinstance(node, ast.IfExp):
        inside = [node.body, node.orelse]
    else:
        inside = list(ast.iter_child_nodes(node))
    for child in inside:
        yield from bare_words(child)


def last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def test_every_visible_word_can_be_translated() -> None:
    desktop = ROOT / "champion_app" / "desktop"
    paths = [path for path in sorted(desktop.rglob("*.py")) if path.parent.name != "forms"]
    bare = [
        f"{path.relative_to(ROOT)}:{line}: {words!r}"
        for path in paths
        for line, words in untranslated(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not bare, "\n".join(["wrap these in tr(...)", *bare])


@pytest.mark.parametrize(
    "line",
    [
        'button.setText("Print")',
        'button.setText(f"Print {count}")',
        'button.setText("Print {n}".format(n=count))',
        'button.setText("Print" if ready else tr("Wait"))',
        'button.setText(tr("Print") + " now")',
        'QAction(icon, "Print", self)',
        'box.addItems([tr("One"), "two"])',
        'button(theme, "Print", press, icon="print")',
        'label(text="Print")',
    ],
)
def test_bare_words_are_caught(line: str) -> None:
    assert list(untranslated(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        'button.setText(tr("Print"))',
        'button.setText(self.tr("Print {n}").format(n=count))',
        "button.setText(f'{tr(words)}: {day:%d}')",
        'button.setText(british(day, "long"))',
        'button.setText(words["title"])',
        'button.setText(" · ".join(names))',
        'box.addItem(tr("Large print"), "large")',
        'button(theme, tr("Print"), press, "primary", icon="print")',
        'button.setText("")',
    ],
)
def test_translated_words_pass(line: str) -> None:
    assert not list(untranslated(ast.parse(line)))

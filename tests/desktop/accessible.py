"""What a screen reader finds: a walk over the accessible tree of a widget."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

ROLE = QAccessible.Role
CONTROLS = frozenset(
    {
        ROLE.PushButton, ROLE.Button, ROLE.ButtonMenu, ROLE.CheckBox, ROLE.RadioButton, ROLE.EditableText,
        ROLE.ComboBox, ROLE.SpinBox, ROLE.Slider, ROLE.List, ROLE.Table, ROLE.Tree, ROLE.PageTabList, ROLE.Link,
    }
)  # fmt: skip


def nameless(widget: QWidget) -> list[str]:
    """The controls in view that have no name, by role and class."""
    return [words for role, name, words in _controls(widget) if not name.strip()]


def control_names(widget: QWidget) -> list[str]:
    """The names of the controls in view, in order: to see that the walk walks."""
    return [name for _, name, _ in _controls(widget)]


def _controls(widget: QWidget) -> Iterator[tuple[QAccessible.Role, str, str]]:
    top = QAccessible.queryAccessibleInterface(widget)
    assert top is not None
    for item in _walk(top):
        owner = item.object()
        seen = not isinstance(owner, QWidget) or owner.isVisible()
        if item.role() in CONTROLS and seen:
            kind = type(owner).__name__ if owner is not None else "part"
            yield item.role(), item.text(QAccessible.Text.Name), f"{item.role().name} {kind}"


def _walk(item: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield item
    for place in range(item.childCount()):
        child = item.child(place)
        if child is not None and child.isValid():
            yield from _walk(child)

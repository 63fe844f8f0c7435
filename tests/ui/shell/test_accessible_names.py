"""Every control of the shell's pages has a name a screen reader can say."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from impactapp.ui.main_window import MainWindow
from impactapp.ui.widgets.command_palette import CommandPalette
from impactapp.ui.widgets.export_dialog import ExportDialog

NAMED = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.List,
    QAccessible.Role.MenuItem,
    QAccessible.Role.ProgressBar,
    QAccessible.Role.SpinBox,
}


def nameless(node: QAccessibleInterface) -> list[str]:
    """The visible controls below a node that have no name."""
    found = []
    for index in range(node.childCount()):
        child = node.child(index)
        if child is None or child.state().invisible:
            continue
        if child.role() in NAMED and not child.text(QAccessible.Text.Name):
            found.append(f"{child.role()} in {node.text(QAccessible.Text.Name)!r}")
        if child.role() is not QAccessible.Role.ComboBox:
            found += nameless(child)
    return found


def open_export(window: MainWindow) -> QWidget:
    window.commands.ask_export()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    return dialog


def open_palette(window: MainWindow) -> QWidget:
    window.commands.open_palette()
    palette = window.findChild(CommandPalette)
    assert palette is not None
    return palette


def ask_new(window: MainWindow) -> QWidget:
    window.commands.ask_new()
    return window


def with_message(window: MainWindow) -> QWidget:
    window.session.refused.emit("Refusé.")
    window.commands.check_study()
    return window


SCENES: dict[str, Callable[[MainWindow], QWidget]] = {
    "study": lambda window: (window.go("study"), window)[1],
    "about": lambda window: (window.go("about"), window)[1],
    "home": lambda window: (window.go("home"), window)[1],
    "new study": ask_new,
    "message and findings": with_message,
    "palette": open_palette,
    "export": open_export,
}


@pytest.mark.parametrize("scene", SCENES)
def test_every_control_has_a_name(opened: MainWindow, scene: str) -> None:
    shown = SCENES[scene](opened)
    root = QAccessible.queryAccessibleInterface(shown)
    assert root is not None
    assert nameless(root) == []
    if isinstance(shown, ExportDialog):
        shown.reject()

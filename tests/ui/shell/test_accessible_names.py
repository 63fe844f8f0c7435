"""Every control of the shell's pages has a name a screen reader can say."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget
from pytestqt.qtbot import QtBot

from impactapp.domain.level import Level
from impactapp.ui import page_list
from impactapp.ui.main_window import MainWindow
from impactapp.ui.widgets.charts.view import ChartView
from impactapp.ui.widgets.command_palette import CommandPalette
from impactapp.ui.widgets.export_dialog import ExportDialog
from impactapp.ui.widgets.rating.levels import LevelRow

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


def controls(node: QAccessibleInterface) -> list[tuple[str, str]]:
    """Role and name of the visible controls below a node."""
    found = []
    for index in range(node.childCount()):
        child = node.child(index)
        if child.state().invisible:
            continue
        if child.role() in NAMED:
            found.append((child.role().name, child.text(QAccessible.Text.Name)))
        if child.role() is not QAccessible.Role.ComboBox:
            found += controls(child)
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
# with fewer, the walk itself has gone wrong
FEWEST = {"study": 30, "about": 15, "home": 18, "new study": 18, "message and findings": 15, "palette": 2, "export": 8}


@pytest.mark.parametrize("scene", SCENES)
def test_every_control_has_a_name(opened: MainWindow, scene: str) -> None:
    shown = SCENES[scene](opened)
    root = QAccessible.queryAccessibleInterface(shown)
    assert root is not None
    found = controls(root)
    assert len(found) >= FEWEST[scene], found
    assert [role for role, name in found if not name] == []
    if isinstance(shown, ExportDialog):
        shown.reject()


@pytest.mark.parametrize("scene", ["study", "export", "results"])
def test_the_list_a_choice_opens_and_the_line_of_a_date_bear_the_name_of_their_field(
    opened: MainWindow, scene: str
) -> None:
    shown = (SCENES | {"results": lambda window: (window.go("results"), window)[1]})[scene](opened)
    choices = shown.findChildren(QComboBox)
    dates = shown.findChildren(QDateEdit)
    assert choices or dates
    assert [one.view().accessibleName() for one in choices] == [one.accessibleName() for one in choices]
    assert [one.lineEdit().accessibleName() for one in dates] == [one.accessibleName() for one in dates]
    assert all(one.accessibleName() for one in (*choices, *dates))


def test_a_chart_is_a_picture_with_its_name(opened: MainWindow) -> None:
    opened.go("results")
    chart = opened.page
    assert isinstance(chart, QWidget)
    (view, *_others) = chart.findChildren(ChartView)
    told = QAccessible.queryAccessibleInterface(view)
    assert told.role() is QAccessible.Role.Graphic


def test_the_rail_is_made_of_buttons_that_say_which_page_is_shown(opened: MainWindow) -> None:
    opened.go("results")
    rail = opened.frame.rail
    told = {step.key: QAccessible.queryAccessibleInterface(rail.button(step.key)) for step in page_list.STEPS}
    assert {one.role() for one in told.values()} == {QAccessible.Role.Button}
    shown = [key for key, one in told.items() if one.text(QAccessible.Text.Name).endswith(", page affichée")]
    assert shown == ["results"]


def test_the_levels_are_buttons_that_rate(opened: MainWindow, qtbot: QtBot) -> None:
    opened.go("rating")
    rows = opened.findChildren(LevelRow)
    told = [QAccessible.queryAccessibleInterface(row) for row in rows]
    assert [one.role() for one in told] == [QAccessible.Role.Button] * len(Level)
    told[0].actionInterface().doAction("Press")
    names = ["Faible, retenu", "Moyen", "Fort"]
    qtbot.waitUntil(lambda: [one.text(QAccessible.Text.Name) for one in told] == names)

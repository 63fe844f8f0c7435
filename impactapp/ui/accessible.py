"""What Qt does not tell screen readers by itself: that a chart is a picture, what the list of a choice is called."""

from functools import cache
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox, QDateEdit, QWidget
from shiboken6 import Shiboken


@runtime_checkable
class Picture(Protocol):
    """A painted widget that screen readers call a picture."""

    told_as_picture: bool


@cache
def tell_pictures() -> None:
    """Once, before the first of them: a painted widget is a picture, not a gap between others."""
    told: list[QAccessibleInterface] = []

    def interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
        if not isinstance(thing, QWidget) or not isinstance(thing, Picture):
            return None
        # Qt alone ends what it was given; were Python to let go of it first, Qt would end it a second time
        told[:] = [given for given in told if Shiboken.isValid(given)]
        told.append(QAccessibleWidget(thing, QAccessible.Role.Graphic, ""))
        return told[-1]

    QAccessible.installFactory(interface)


def name_choice(combo: QComboBox, words: str) -> None:
    """Call a choice and the list it opens by the same name."""
    combo.setAccessibleName(words)
    combo.view().setAccessibleName(words)


def name_date(field: QDateEdit, words: str) -> None:
    """Call a date and the line it is typed in by the same name."""
    field.setAccessibleName(words)
    field.lineEdit().setAccessibleName(words)

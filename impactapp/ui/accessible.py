"""What Qt does not tell screen readers by itself: that a chart is a picture, what the list of a choice is called."""

from functools import cache
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox, QDateEdit, QWidget


@runtime_checkable
class Picture(Protocol):
    """A painted widget that screen readers call a picture; it holds on to what they are told, as Qt does not."""

    told_as_picture: QAccessibleInterface | None


@cache
def tell_pictures() -> None:
    """Once, before the first of them: a painted widget is a picture, not a gap between others."""

    def interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
        if not isinstance(thing, QWidget) or not isinstance(thing, Picture):
            return None
        thing.told_as_picture = QAccessibleWidget(thing, QAccessible.Role.Graphic, "")
        return thing.told_as_picture

    QAccessible.installFactory(interface)


def name_choice(combo: QComboBox, words: str) -> None:
    """Call a choice and the list it opens by the same name."""
    combo.setAccessibleName(words)
    combo.view().setAccessibleName(words)


def name_date(field: QDateEdit, words: str) -> None:
    """Call a date and the line it is typed in by the same name."""
    field.setAccessibleName(words)
    field.lineEdit().setAccessibleName(words)

"""Buttons in one row; those that have no room there fold into a menu at its end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.widgets import text

GAP = 8


@dataclass(frozen=True, slots=True)
class Tool:
    """One thing to do with the rows; ``keys`` are shown, the table itself listens to them."""

    label: str
    run: Callable[[], object]
    keys: str = ""
    role: str = ""

    @property
    def shown_keys(self) -> str:
        """The keys as this system writes them."""
        return QKeySequence(self.keys).toString(QKeySequence.SequenceFormat.NativeText) if self.keys else ""


class TableTools(QWidget):
    """The tools of a table, the most used first; each tells its keys in its tooltip, or beside its name in the menu."""

    def __init__(self, tools: Sequence[Tool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tuple(tools)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(GAP))
        for tool in tools:
            made = text.button(tool.label, tool.run, tool.role)
            if tool.keys:
                made.setToolTip(_("{action} ({keys})").format(action=tool.label, keys=tool.shown_keys))
            self._row.addWidget(made)
            self.buttons.append(made)
        self.more = MoreButton(self)
        self.more.hide()
        self._row.addWidget(self.more)
        self._row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """All of them side by side."""
        gap = self._row.spacing()
        sizes = [button.sizeHint() for button in self.buttons]
        width = sum(size.width() + gap for size in sizes) - gap
        return QSize(width, max(size.height() for size in sizes))

    def minimumSizeHint(self) -> QSize:
        """The first one and the menu."""
        least = self.buttons[0].sizeHint().width() + self._row.spacing() + self.more.sizeHint().width()
        return QSize(least, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.isVisible():
            self._fold()

    def _fold(self) -> None:
        """As many buttons as fit beside the menu, or all of them."""
        gap, room = self._row.spacing(), self.width()
        widths = [button.sizeHint().width() + gap for button in self.buttons]
        shown = len(widths)
        if sum(widths) - gap > room:
            room -= self.more.sizeHint().width()
            shown = next((at for at in range(len(widths)) if sum(widths[: at + 1]) > room), len(widths))
        shown = max(1, shown)
        hidden = self.buttons[shown:]
        had_focus = any(button.hasFocus() for button in hidden)
        self.more.offer(self._tools[shown:])
        for at, button in enumerate(self.buttons):
            button.setVisible(at < shown)
        if had_focus:
            self.more.setFocus()


class MoreButton(QPushButton):
    """« Plus ▾ »: what had no room in the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = _("More")
        super().__init__(f"{words} ▾", parent)
        self.setAccessibleName(_("More actions"))
        self.setStyleSheet("QPushButton::menu-indicator { image: none; width: 0; }")
        self.setAutoDefault(True)
        self._offered: tuple[Tool, ...] = ()
        self.setMenu(QMenu(self))

    def offer(self, tools: tuple[Tool, ...]) -> None:
        """List some tools; without any there is no button."""
        if tools != self._offered:
            self._offered = tools
            self.menu().clear()
            for tool in tools:
                # shown beside the name, as the table itself listens to them
                words = "\t".join(filter(None, (tool.label, tool.shown_keys)))
                self.menu().addAction(words).triggered.connect(lambda _checked=False, run=tool.run: run())
        self.setVisible(bool(tools))

"""Beside a table of skills: lines of words about one row or one cell, in a column that scrolls."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from impactapp.ui import theme
from impactapp.ui.widgets import text

WIDTH = 300
_ANY_WIDTH = 16_777_215


@dataclass(frozen=True, slots=True)
class Said:
    """One line: its words and its role (``strong muted small section`` or nothing); a ``note`` stands in a frame."""

    words: str
    role: str = ""
    note: bool = False


class WordsPanel(QScrollArea):
    """Shows lines, and ``field`` where it is told to; only lines that differ are set anew."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._said: list[Said] = []
        self._lines: list[QWidget] = []
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.addStretch()
        self.setWidget(inner)
        self.retheme()

    @property
    def words(self) -> str:
        """All that is shown, a line each."""
        return "\n".join(one.words for one in self._said)

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self._column.setContentsMargins(theme.px(16), theme.px(12), theme.px(12), theme.px(12))
        self._column.setSpacing(theme.px(8))
        self.widen(alone=False)

    def widen(self, *, alone: bool) -> None:
        """Take all the width where the panel stands alone."""
        self.setMinimumWidth(0 if alone else theme.px(WIDTH))
        self.setMaximumWidth(_ANY_WIDTH if alone else theme.px(WIDTH))

    def place(self, widget: QWidget, position: int) -> None:
        """Put a widget before a line."""
        self._column.insertWidget(position, widget)

    def say(self, said: Sequence[Said], position: int = 0) -> None:
        """Show lines from a position on."""
        wanted = [one for one in said if one.words]
        if wanted == self._said:
            return
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._said = wanted
        self._lines = [_line(one) for one in wanted]
        for offset, line in enumerate(self._lines):
            self._column.insertWidget(position + offset, line)


def _line(said: Said) -> QWidget:
    label = _wrapped(said)
    if not said.note:
        return label
    frame = QFrame()
    frame.setProperty("role", "note")
    column = QVBoxLayout(frame)
    column.setContentsMargins(theme.px(10), theme.px(8), theme.px(8), theme.px(8))
    column.addWidget(label)
    return frame


def _wrapped(said: Said) -> QLabel:
    label = text.label(text.breakable(said.words), said.role, wrap=True)
    label.setAccessibleName(said.words)
    # one long word must not widen the panel
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label

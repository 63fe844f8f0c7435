"""What an empty page shows: what will be there, and the one action that fills it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from impactapp.ui import theme
from impactapp.ui.widgets import text

MOST_WIDE = 560


class EmptyState(QWidget):
    """A title, a sentence or two, and buttons (``widgets.text.button``), in the middle of the page."""

    def __init__(self, title: str, words: str, *buttons: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(32), theme.px(32), theme.px(32), theme.px(32))
        column.setSpacing(theme.px(12))
        column.addStretch(2)
        column.addWidget(text.label(title, "section"), 0, Qt.AlignmentFlag.AlignHCenter)
        said = text.label(words, "muted", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        said.setMaximumWidth(theme.px(MOST_WIDE))
        # aligned, a label that wraps would get no height for its width
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(said, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        column.addSpacing(theme.px(8))
        column.addLayout(row)
        column.addStretch(3)

"""What an empty page shows: what will be there, and the one action that fills it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from impactapp.ui import theme
from impactapp.ui.widgets import text
from impactapp.ui.widgets.flow import FlowLayout

MOST_WIDE = 560


class EmptyState(QWidget):
    """A title, a sentence or two, and buttons (``widgets.text.button``), in the middle of the page."""

    def __init__(self, title: str, words: str, *buttons: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addStretch(2)
        heading = text.label(title, "section", wrap=True)
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(heading)
        said = text.label(words, "muted", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        said.setMaximumWidth(theme.px(MOST_WIDE))
        # aligned, a label that wraps would get no height for its width
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(said, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        # one under the other where they have no room side by side
        row = QWidget()
        flow = FlowLayout(row, gap=12, centred=True)
        for button in buttons:
            flow.addWidget(button)
        column.addSpacing(theme.px(8))
        column.addWidget(row)
        column.addStretch(3)

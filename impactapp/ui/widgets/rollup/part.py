"""A table of the roll-up under the sentence that says how to read it, or why it is empty and what to do."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from impactapp.ui import theme
from impactapp.ui.widgets import text
from impactapp.ui.widgets.tables.view import TableView


class RollUpPart(QWidget):
    """``say`` gives the sentence, none hides it."""

    def __init__(self, table: TableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = text.label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.said)
        column.addWidget(table, 1)

    def say(self, sentence: str) -> None:
        """Say how to read what is shown."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

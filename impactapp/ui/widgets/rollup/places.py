"""One profession from an establishment to the next: where it is rated otherwise, and where it is missing."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from impactapp.domain.analysis.rollup import RollUp
from impactapp.i18n import _
from impactapp.labels import rollup as words
from impactapp.ui import accessible, theme
from impactapp.ui.models import rollup_rows
from impactapp.ui.models.rollup_model import RollUpModel
from impactapp.ui.rolling_up import RollingUp
from impactapp.ui.widgets import text
from impactapp.ui.widgets.elided_choice import ElidedChoice
from impactapp.ui.widgets.tables.view import TableView


class RollUpPlaces(QWidget):
    """Its rows are made for the profession that is chosen, once they are looked at."""

    def __init__(self, rolling: RollingUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rolling = rolling
        self.choice = ElidedChoice()
        # a long title shortens, and the page keeps its width
        self.choice.setSizeAdjustPolicy(ElidedChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        accessible.name_choice(self.choice, _("Profession compared"))
        self.model = RollUpModel(rollup_rows.place_headings, self)
        self.table = TableView(self.model, 0)
        self.table.setEditTriggers(TableView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(_("One profession by establishment"))
        heading = text.label(_("Profession"), "muted")
        heading.setBuddy(self.choice)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(heading)
        row.addWidget(self.choice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(row)
        column.addWidget(text.label(words.places_sentence(), "muted", wrap=True))
        column.addWidget(self.table, 1)
        self.choice.currentIndexChanged.connect(lambda _row: self._fill())

    def refresh(self) -> None:
        """Follow what is rolled up; the profession that was chosen stays where it is still there."""
        rolled, before = self._rolling.rolled, self.choice.currentData()
        self.choice.blockSignals(True)
        self.choice.clear()
        for key, line in rolled.lines.items():
            self.choice.addItem(words.line_title(line), key)
        self.choice.setCurrentIndex(max(0, self.choice.findData(_key_now(rolled, before))))
        self.choice.blockSignals(False)
        self._fill()

    def choose(self, row: int) -> None:
        """Show the profession of a row of the table of professions."""
        self.choice.setCurrentIndex(row)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.table.set_widths(
            {1: 130, 2: 140, 3: 84, 4: 84, 5: 150, 6: 96, 7: 96, 8: 150},
            {1: 84, 2: 90, 3: 70, 4: 86, 5: 120, 6: 62, 7: 62, 8: 110},
        )
        self.table.set_optional({3: 640})

    def _fill(self) -> None:
        line = self._rolling.rolled.lines.get(str(self.choice.currentData()))
        if self.isVisible() or line is None:
            rows, bold = rollup_rows.place_rows(self._rolling.rolled, line) if line else ([], [])
            self.model.show_rows(rows, bold)


def _key_now(rolled: RollUp, before: object) -> object:
    """Of a profession that is one with another by now, the key of both."""
    return next((key for key, line in rolled.lines.items() if before in line.keys), before)

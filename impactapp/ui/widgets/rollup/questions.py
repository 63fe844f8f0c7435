"""Titles that are alike: each is confirmed or refused by hand, with the keyboard or with buttons."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.models import rollup_rows
from impactapp.ui.models.rollup_model import RollUpModel
from impactapp.ui.rolling_up import RollingUp
from impactapp.ui.widgets import text
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.tables.view import TableView

TITLE, OTHER, LIKENESS, ANSWER = range(4)


class RollUpQuestions(QWidget):
    """Enter confirms the current row and Delete refuses it; the same key again takes the answer back."""

    def __init__(self, rolling: RollingUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rolling = rolling
        self.model = RollUpModel(rollup_rows.question_headings, self)
        self.table = TableView(self.model, TITLE)
        self.table.setEditTriggers(TableView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(_("Titles that are alike"))
        self.table.setWhatsThis(self.help_words())
        self.same = text.button(_("The same profession (Enter)"), lambda: self._answer(is_same=True))
        self.different = text.button(_("Two professions (Delete)"), lambda: self._answer(is_same=False))
        acts = QWidget()
        flow = FlowLayout(acts, gap=12)
        flow.addWidget(self.same)
        flow.addWidget(self.different)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.said = text.label(self.help_words(), "muted", wrap=True)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addWidget(acts)
        self.table.entered.connect(lambda _row: self._answer(is_same=True))
        self.table.removing_asked.connect(lambda: self._answer(is_same=False))
        self.table.row_chosen.connect(lambda _row: self._enable())

    def help_words(self) -> str:
        """What an answer does."""
        return _(
            "These titles have no common code in the catalogue. Nothing is taken for the same before you say so; an "
            "answer counts in this roll-up and in its file, and changes no study."
        )

    def refresh(self) -> None:
        """Show what is asked now; the current row stays."""
        self.model.show_rows(rollup_rows.question_rows(self._rolling.questions))
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, TITLE))
        self.said.setText(self.help_words() if self.model.rowCount() else no_question())
        self._enable()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.table.set_widths({OTHER: 320, LIKENESS: 124, ANSWER: 150}, {OTHER: 180, LIKENESS: 124, ANSWER: 120})

    def _enable(self) -> None:
        current = self.table.currentIndex().isValid()
        self.same.setEnabled(current)
        self.different.setEnabled(current)

    def _answer(self, *, is_same: bool) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._rolling.questions):
            one = self._rolling.questions[row]
            self._rolling.answer(one.likeness.pair, None if one.is_same is is_same else is_same)


def no_question() -> str:
    """What stands where nothing is asked."""
    return _(
        "No titles are alike without a common code: professions of the catalogue and those of the same title are one."
    )

"""The rating step: the matrix of the chosen profession, with one cell at a time explained beside it."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.level import Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.models.rating_columns import TITLE, column_at, position_of
from impactapp.ui.models.rating_model import RatingModel
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.rating_commands import RatingCommands
from impactapp.ui.widgets.rating_hints import RatingHints
from impactapp.ui.widgets.rating_panel import RatingPanel
from impactapp.ui.widgets.rating_summary import empty_words, help_words, summary
from impactapp.ui.widgets.rating_table import RatingTable

# on the drawing board: below this width the panel goes under the matrix, and shows when asked for
NARROW = 860
PANEL_WIDTH = 288


class RatingPage(QWidget):
    """Matrix on the left, panel on the right; under one another where the window is narrow."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = RatingModel(session, self)
        self.table = RatingTable(self.model)
        self.panel = RatingPanel()
        self._commands = RatingCommands(session, self.model, self.table)
        self._subtitle = text.label("", "muted", wrap=True)
        self._toggle = text.button(_("Show the details"), self._toggle_panel, "link")
        self._hints = RatingHints()
        self._empty: EmptyState | None = None
        self._is_narrow = False
        self._lay_out()
        self._connect()
        self.retheme()

    def refresh(self, before: Study | None) -> None:
        """Show the current study; what another page, undo or redo changed becomes the current cell."""
        current = self.table.currentIndex()
        held = self.model.tasks[current.row()].id if current.isValid() else ""
        position = max(current.column(), TITLE)
        changed = self.model.refresh()
        if not self.table.currentIndex().isValid():
            self._return_to(held, position)
        elif changed and before is not None and not self._commands.is_editing:
            self._follow(changed)
        self._show_state()

    def show_task(self, task_id: str) -> None:
        """Put the focus on the first cell to rate of a task, or on its low decision."""
        row = self.model.row_of(task_id)
        if row >= 0:
            column = column_at(self.table.currentIndex().column())
            self.table.go_to(row, position_of(column.hypothesis, column.aspect) if column else TITLE + 1)
            self.table.setFocus()

    def help_text(self) -> str:
        """What is rated here, on which keys, and where a proposal comes from."""
        return help_words(self._session.study, column_at(max(self.table.currentIndex().column(), TITLE)))

    def retheme(self) -> None:
        """Take the colours and sizes of the current theme."""
        self.table.retheme()
        self.panel.retheme()
        self._head.setContentsMargins(theme.px(28), theme.px(24), theme.px(28), 0)
        self._head.setSpacing(theme.px(4))
        self._arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # the window lets the study go when it closes: words being typed are handed over before
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.panel.commit()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        matrix = QWidget()
        self._head = QVBoxLayout(matrix)
        row = QHBoxLayout()
        row.addWidget(text.label(_("Rating"), "page"), 1)
        row.addWidget(self._toggle)
        self._head.addLayout(row)
        self._head.addWidget(self._subtitle)
        self._head.addSpacing(theme.px(12))
        self._head.addWidget(self.table, 1)
        full = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(0)
        self._body.addWidget(matrix, 1)
        self._body.addWidget(self.panel)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._body, 1)
        column.addWidget(self._hints)
        self._full = full
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)

    def _connect(self) -> None:
        theme.signals().changed.connect(self.retheme)
        self.table.current_changed.connect(self._show_cell)
        self.table.justification_asked.connect(self._justify)
        self.panel.rated.connect(self._rate)
        self.panel.justified.connect(self._commands.justify)
        self.panel.accepted.connect(self._commands.accept)
        self.panel.left.connect(self.table.setFocus)
        self.panel.refused.connect(self._refuse)

    def _show_state(self) -> None:
        """The matrix, or what fills it where there is nothing to rate."""
        if not self.model.tasks:
            self._show_empty()
            return
        self._stack.setCurrentWidget(self._full)
        study = self._session.study
        words = summary(study, self.model.tasks, self.model.undecided) if study else ""
        if words != self._subtitle.text():
            self._subtitle.setText(words)
        self._show_cell()

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.deleteLater()
        words = empty_words(self._session.profession)
        self._empty = EmptyState(words.title, words.text, words.button, self._go_to(words.page), self)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

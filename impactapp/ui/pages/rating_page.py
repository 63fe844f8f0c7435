"""The rating step: the matrix of the chosen profession, with one cell at a time explained beside it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.models.rating_columns import TITLE, column_at, position_of
from impactapp.ui.models.rating_model import RatingModel
from impactapp.ui.session import Session
from impactapp.ui.widgets import page_head, text
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.rating.commands import RatingCommands
from impactapp.ui.widgets.rating.hints import RatingHints
from impactapp.ui.widgets.rating.panel import RatingPanel
from impactapp.ui.widgets.rating.summary import EmptyWords, empty_words, help_words, summary
from impactapp.ui.widgets.rating.table import RatingTable
from impactapp.ui.widgets.workshop.training_cover import is_covered, training_cover

# on the drawing board: below this width the panel shows only when asked for
NARROW = 860
PANEL_WIDTH = 288


class RatingPage(QWidget):
    """Matrix on the left, panel on the right, which hides where the window is narrow."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = RatingModel(session, self)
        self.table = RatingTable(self.model)
        self.panel = RatingPanel()
        self._commands = RatingCommands(session, self.model, self.table)
        self._subtitle = text.ElidedLabel("", "muted")
        self._toggle = text.button(_("Show the details"), self._toggle_panel, "link")
        self._hints = RatingHints()
        self._empty: EmptyState | None = None
        self._empty_words: EmptyWords | None = None
        self._cover: EmptyState | None = None
        self._is_narrow = False
        self._lay_out()
        self._connect()
        self.retheme()

    def refresh(self, before: Study | None) -> None:
        """Show the current study; what another page, undo or redo changed becomes the current cell."""
        current = self.table.currentIndex()
        held = self.model.tasks[current.row()].id if current.isValid() else ""
        position = max(current.column(), TITLE)
        place = current.row(), current.column()
        changed = self.model.refresh(place)
        if not self.table.currentIndex().isValid():
            self._return_to(held, position)
        elif changed is not None and before is not None and not self._commands.is_editing and changed != place:
            self.table.go_to(*changed)
        self._show_state()

    def show_task(self, task_id: str) -> None:
        """Put the focus on the first decision of a task that is missing, else on its low one."""
        row = self.model.row_of(task_id)
        if row >= 0:
            task = self.model.tasks[row]
            missing = (h for h in HYPOTHESES if task.level(h, Aspect.SUBSTITUTION) is None)
            self.table.go_to(row, position_of(next(missing, Hypothesis.LOW), Aspect.SUBSTITUTION))
            self.table.setFocus()

    def help_text(self) -> str:
        """What is rated here, on which keys, and where a proposal comes from."""
        return help_words(self._session.study, column_at(max(self.table.currentIndex().column(), TITLE)))

    def retheme(self) -> None:
        """Take the colours and sizes of the current theme."""
        self.table.retheme()
        self.panel.retheme()
        self._arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        matrix = QWidget()
        self._head = QVBoxLayout(matrix)
        row = QHBoxLayout()
        row.addWidget(text.ElidedLabel(_("Rating"), "page"), 1)
        row.addWidget(self._toggle)
        self._head.addLayout(row)
        self._head.addWidget(self._subtitle)
        self._head.addWidget(self.table, 1)
        full = QWidget()
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(matrix, 1)
        body.addWidget(self.panel)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(self._hints)
        self._full = full
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)

    def _connect(self) -> None:
        theme.signals().changed.connect(self.retheme)
        self.table.current_changed.connect(self._show_cell)
        self.table.justification_asked.connect(self._justify)
        self.panel.rated.connect(self._commands.rate)
        self.panel.justified.connect(self._commands.justify)
        self.panel.accepted.connect(self._commands.accept)
        self.panel.shared.together_asked.connect(self._commands.rate_together)
        self.panel.left.connect(self.table.setFocus)
        self.panel.refused.connect(self._refuse)

    def _show_state(self) -> None:
        """The matrix, or what fills it where there is nothing to rate."""
        if not self.model.tasks:
            self._show_empty()
            return
        if is_covered(self._session):
            if self._cover is None:
                self._cover = training_cover(self._session, self._show_state)
                self._stack.addWidget(self._cover)
            self._stack.setCurrentWidget(self._cover)
            return
        self._stack.setCurrentWidget(self._full)
        study = self._session.study
        words = summary(study, self.model.tasks, self.model.undecided) if study else ""
        if words != self._subtitle.text():
            self._subtitle.setText(words)
        self._show_cell()

    def _show_empty(self) -> None:
        words = empty_words(self._session.profession)
        if self._empty is None or self._empty_words != words:
            if self._empty is not None:
                self._empty.deleteLater()
            button = text.button(words.button, lambda: self._session.navigated.emit(words.page, ""), "primary")
            self._empty, self._empty_words = EmptyState(words.title, words.text, button, parent=self), words
            self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def _show_cell(self) -> None:
        index, study = self.table.currentIndex(), self._session.study
        if study is None or not 0 <= index.row() < len(self.model.tasks):
            return
        task = self.model.tasks[index.row()]
        self.panel.show_cell(study, task, column_at(index.column()), self._session.is_writable)

    def _return_to(self, task_id: str, position: int) -> None:
        """After rows came or went: the same activity, else the first one."""
        if self.model.tasks:
            row = max(self.model.row_of(task_id), 0)
            self.table.go_to(row, position if task_id and position > TITLE else TITLE + 1)

    def _justify(self) -> None:
        if column_at(self.table.currentIndex().column()) is None:
            self._session.informed.emit(_("Choose a criterion or a decision of this activity to justify it."))
            return
        if self._is_narrow and self.panel.isHidden():
            self._toggle_panel()
        if not self.panel.edit_text():
            self._session.informed.emit(_("A proposal follows from the criteria: justify these, or the decision."))

    def _refuse(self) -> None:
        self._session.refused.emit(labels.sentence(EditError(Problem.STUDY_READ_ONLY)))

    def _toggle_panel(self) -> None:
        self.panel.setVisible(self.panel.isHidden())
        self._arrange()
        current = self.table.currentIndex()
        QTimer.singleShot(0, self, lambda: self.table.scrollTo(current))

    def _arrange(self) -> None:
        """The panel beside the matrix, on demand where the window is narrow."""
        short = page_head.is_short(self)
        left, top, right, _bottom = page_head.margins(short=short)
        self._head.setContentsMargins(left, top, right, 0)
        self._head.setSpacing(theme.px(4 if short else 8))
        narrow = self.width() < theme.px(NARROW)
        if narrow is not self._is_narrow:
            self._is_narrow = narrow
            self.panel.setVisible(not narrow)
        self.panel.setFixedWidth(min(theme.px(PANEL_WIDTH), max(theme.px(1), self.width() // 2)))
        self._toggle.setVisible(narrow)
        self._toggle.setText(_("Show the details") if self.panel.isHidden() else _("Hide the details"))

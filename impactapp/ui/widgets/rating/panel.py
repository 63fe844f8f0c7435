"""Beside the matrix: the activity in full, the level, the justification or reason, the proposal and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.edits.ratings import Cell
from impactapp.domain.level import Aspect
from impactapp.domain.profession import Task
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.models.rating_columns import TITLE, Column, column_name, position_of
from impactapp.ui.widgets import text
from impactapp.ui.widgets.privacy_notice import watched
from impactapp.ui.widgets.rating.editor import JustificationEditor
from impactapp.ui.widgets.rating.levels import LevelRows
from impactapp.ui.widgets.rating.notes import can_accept, note_of
from impactapp.ui.widgets.rating.shared import SharedNote


class RatingPanel(QScrollArea):
    """Shows one cell and lets it be rated, justified or decided as proposed by mouse as by keys."""

    rated = Signal(object)
    justified = Signal(object, str)
    accepted = Signal()
    left = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell: Cell | None = None
        self._title = _wrapped("strong")
        self._where = _wrapped("muted")
        self._criterion = _wrapped()
        self._levels = LevelRows()
        self._hypothesis = _wrapped("small")
        self._text_name = text.label("", "muted")
        self._editor = JustificationEditor()
        self._note_head, self._note = _wrapped("strong"), _wrapped()
        self._note_frame = QFrame()
        self._note_frame.setProperty("role", "note")
        self._note_margins = QVBoxLayout(self._note_frame)
        self._note_margins.addWidget(self._note_head)
        self._note_margins.addWidget(self._note)
        self._accept = text.button(_("Accept the proposal"), self.accepted.emit)
        self.shared = SharedNote()
        self._text_name.setBuddy(self._editor)
        self._levels.pressed.connect(self.rated)
        self._editor.written.connect(self._written)
        self._editor.left.connect(self.left)
        self._editor.refused.connect(self.refused)
        self._accept.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self._column.setContentsMargins(theme.px(20), theme.px(24), theme.px(20), theme.px(16))
        self._column.setSpacing(theme.px(8))
        self._editor.setFixedHeight(theme.px(80))
        self._note_margins.setContentsMargins(theme.px(12), theme.px(10), theme.px(10), theme.px(10))
        self._levels.update()

    def show_cell(self, study: Study, task: Task, column: Column | None, writable: bool) -> None:
        """Show a cell of the matrix as it stands in the study; without a column, the activity as a whole."""
        cell = column.cell(task.id) if column else None
        if cell != self._cell:
            self._editor.hand_over()
        _set(self._title, text.breakable(task.title))
        self._title.setAccessibleName(task.title)
        _set(self._where, column_name(position_of(column.hypothesis, column.aspect) if column else TITLE))
        note = note_of(study, task, column)
        _set(self._note_head, note.head)
        _set(self._note, note.text)
        self._note_head.setVisible(bool(note.head))
        _set(self._hypothesis, labels.definition(study, column.hypothesis.value) if column else "")
        self._accept.setVisible(writable and can_accept(task, column))
        self.shared.show_task(study, task, writable=writable)
        self._show_judgement(study, task, cell)
        if self._editor.isReadOnly() is writable:
            self._editor.setReadOnly(not writable)

    def edit_text(self) -> bool:
        """Put the keyboard in the text of the cell; ``False`` where nothing can be justified."""
        if self._cell is None:
            return False
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(self._editor)
        return True

    def commit(self) -> None:
        """Hand over what is being typed."""
        self._editor.hand_over()

    def hideEvent(self, event: QHideEvent) -> None:
        self.commit()
        super().hideEvent(event)

    def _show_judgement(self, study: Study, task: Task, cell: Cell | None) -> None:
        for widget in (self._levels, self._text_name, self._editor):
            widget.setVisible(cell is not None)
        self._criterion.setVisible(cell is not None and cell.aspect is not Aspect.SUBSTITUTION)
        former, self._cell = self._cell, cell
        if cell is None:
            return
        said = task.judgement(cell.hypothesis, cell.aspect)
        decided = cell.aspect is Aspect.SUBSTITUTION
        self._levels.show_level(said.level, lambda level: labels.definition(study, level.code) if decided else "")
        _set(self._criterion, "" if decided else labels.definition(study, cell.aspect.value))
        _set(self._text_name, _("&Reason") if decided else _("&Justification"))
        named = _("Reason: {where}") if decided else _("Justification: {where}")
        self._editor.setAccessibleName(named.format(where=self._where.text()))
        if former == cell:
            self._editor.follow(said.text)
        else:
            self._editor.load(said.text)

    def _written(self, words: str) -> None:
        if self._cell:
            self.justified.emit(self._cell, words)

    def _lay_out(self) -> None:
        self.setProperty("role", "side")
        self.setAccessibleName(_("Details of the cell"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.addWidget(self._title)
        self._column.addWidget(self._where)
        self._column.addWidget(self._hypothesis)
        self._column.addWidget(self._criterion)
        self._column.addWidget(self._levels)
        self._column.addWidget(self._text_name)
        self._column.addWidget(self._editor)
        self._column.addWidget(watched(self._editor))
        self._column.addWidget(self._note_frame)
        self._column.addWidget(self._accept, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.shared)
        self._column.addStretch()
        self.setWidget(inner)


def _wrapped(role: str = "") -> QLabel:
    label = text.label("", role, wrap=True)
    # one long word must not widen the panel
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def _set(label: QLabel, words: str) -> None:
    # setting the same text would still lay the panel out again
    if label.text() != words:
        label.setText(words)

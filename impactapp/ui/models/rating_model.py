"""The matrix of the chosen profession as a Qt table: one row an activity, told only of the cells that changed."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp import labels
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.profession import Task
from impactapp.ui.models import rating_columns as columns
from impactapp.ui.roles import COPIED_ROLE
from impactapp.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
# a row and a column
Place = tuple[int, int]
LOOK_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
# beyond this, one notice for the whole range costs the view less than many
_MANY_ROWS = 40


class RatingModel(QAbstractTableModel):
    """Holds the study's own tuple of tasks as of the last ``refresh``, so that rows hold still between two notices."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._profession_id = ""
        self._tasks: tuple[Task, ...] = ()
        self._undecided = 0

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The rows, in order."""
        return self._tasks

    @property
    def undecided(self) -> int:
        """How many activities lack a decision under one hypothesis or both."""
        return self._undecided

    def row_of(self, task_id: str) -> int:
        """The row of a task, -1 when it is not here."""
        return next((row for row, task in enumerate(self._tasks) if task.id == task_id), -1)

    def refresh(self, current: Place = (-1, -1)) -> Place | None:
        """Follow the study; returns a rated cell that changed, the ``current`` one where it did, else the first.

        ``None`` when none did, or rows came, went or moved.
        """
        profession = self._session.profession
        tasks = profession.tasks if profession else ()
        chosen = profession.id if profession else ""
        before = self._tasks
        rows = [row for row, (old, new) in enumerate(zip(before, tasks, strict=False)) if old is not new]
        moved = len(before) != len(tasks) or any(before[row].id != tasks[row].id for row in rows)
        if moved or chosen != self._profession_id:
            self._profession_id = chosen
            self._reset(tasks)
            return None
        self._tasks = tasks
        self._undecided += sum(_is_undecided(tasks[row]) - _is_undecided(before[row]) for row in rows)
        self._tell(rows, before)
        if current[0] in rows and current[1] in _changed_ratings(before[current[0]], tasks[current[0]]):
            return current
        # thousands may have changed, and one is looked at
        changed = ((row, position) for row in rows for position in _changed_ratings(before[row], tasks[row]))
        return next(changed, None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else columns.COLUMN_COUNT

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._tasks):
            return None
        task, position = self._tasks[index.row()], index.column()
        if role == LOOK_ROLE:
            column = columns.column_at(position)
            return columns.look_of(task, column) if column else None
        if role == Qt.ItemDataRole.DisplayRole:
            column = columns.column_at(position)
            return labels.level_letters(columns.look_of(task, column).level) if column else task.title
        if role == COPIED_ROLE:
            from impactapp.ui.models.rating_clipboard import copied  # start-up does without

            return copied(task, position)
        if role == Qt.ItemDataRole.ToolTipRole:
            return columns.cell_tip(task, position)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return columns.cell_words(task, position)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return str(section + 1) if is_text else None
        if role == Qt.ItemDataRole.DisplayRole:
            return columns.heading(section)
        if role in (Qt.ItemDataRole.AccessibleTextRole, COPIED_ROLE):
            return columns.column_name(section)
        study = self._session.study
        if role != Qt.ItemDataRole.ToolTipRole or not study:
            return None
        from impactapp.ui.widgets.text import plain_tip

        return plain_tip(columns.heading_tip(study, section))

    def _reset(self, tasks: tuple[Task, ...]) -> None:
        self.beginResetModel()
        self._tasks = tasks
        self._undecided = sum(_is_undecided(task) for task in tasks)
        self.endResetModel()

    def _tell(self, rows: Sequence[int], before: tuple[Task, ...]) -> None:
        if len(rows) > _MANY_ROWS:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], columns.COLUMN_COUNT - 1))
            return
        for row in rows:
            changed = _changed_looks(before[row], self._tasks[row])
            if changed:
                self.dataChanged.emit(self.index(row, changed[0]), self.index(row, changed[-1]))


def _is_undecided(task: Task) -> bool:
    low, high = task.low.substitution, task.high.substitution
    return low is None or high is None or low.level is None or high.level is None


def _changed_looks(before: Task, after: Task) -> list[int]:
    """Positions whose picture or words differ; a justification shows in the cell's tip."""
    changed = [columns.TITLE] if before.title != after.title else []
    ratings = _changed_ratings(before, after)
    for position, column in enumerate(columns.COLUMNS, 1):
        if position in ratings or columns.look_of(before, column) != columns.look_of(after, column):
            changed.append(position)
    return changed


def _changed_ratings(before: Task, after: Task) -> list[int]:
    """Positions where something else was said."""
    return [
        columns.position_of(hypothesis, aspect)
        for hypothesis in Hypothesis
        if before.rating(hypothesis) is not after.rating(hypothesis)
        for aspect in Aspect
        if before.rating(hypothesis).get(aspect) != after.rating(hypothesis).get(aspect)
    ]

"""The activities of the chosen profession as a Qt table, with one more row to type the next one in."""

from collections.abc import Container, Sequence
from enum import IntEnum
from uuid import uuid4

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp import labels
from impactapp.domain.analysis.shared_tasks import shared_ids
from impactapp.domain.edits.edit import Edit
from impactapp.domain.edits.tasks import add_tasks, move_tasks, rename_task, set_shares
from impactapp.domain.problems import EditError
from impactapp.domain.profession import Task
from impactapp.domain.quantities import parse_share
from impactapp.i18n import _
from impactapp.ui.models.table_rows import Span, changed_span
from impactapp.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
MIME_TYPE = "application/x-impactapp-activities"
_NOWHERE = QModelIndex()
_MANY_ROWS = 40
# beside the number of an activity that other professions have too; the line below the table names them
SHARED = "≡"


class TaskColumn(IntEnum):
    """The columns, from left to right."""

    TITLE = 0
    SHARE = 1


class TaskModel(QAbstractTableModel):
    """Holds the study's own tuple of tasks as of the last ``refresh``.

    The empty row (``draft_row``) stands at the end, or where an activity is being inserted; it is absent when the study
    cannot be changed.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._profession_id = ""
        self._tasks: tuple[Task, ...] = ()
        self._draft = -1
        self._shared: frozenset[str] = frozenset()

    @property
    def draft_row(self) -> int:
        """The empty row, -1 when there is none."""
        return self._draft

    @property
    def task_count(self) -> int:
        """How many activities there are."""
        return len(self._tasks)

    def task(self, row: int) -> Task | None:
        """The activity of a row, ``None`` for the empty one."""
        if row == self._draft or not 0 <= row < self.rowCount():
            return None
        return self._tasks[self.place_of(row)]

    def place_of(self, row: int) -> int:
        """The position among the activities that a row shows, or would fill."""
        return row - 1 if 0 <= self._draft < row else row

    def row_of(self, task_id: str) -> int:
        """The row of an activity, -1 when it is not here."""
        place = next((place for place, task in enumerate(self._tasks) if task.id == task_id), -1)
        return self.row_at(place)

    def rows_of(self, ids: Container[str]) -> list[int]:
        """The rows of activities, in order."""
        return [self.row_at(place) for place, task in enumerate(self._tasks) if task.id in ids]

    def row_at(self, place: int) -> int:
        """The row of the activity at a position."""
        return place + 1 if 0 <= self._draft <= place else place

    def place_of_draft(self) -> int:
        """The position an activity typed in the empty row takes; the end when there is no such row."""
        return self._draft if self._draft >= 0 else len(self._tasks)

    def move_draft(self, row: int) -> None:
        """Put the empty row before the activity now in a row; beyond the last, at the end."""
        if self._draft < 0:
            return
        target = max(0, min(row, len(self._tasks)))
        target_row = target if target <= self._draft else target + 1
        if target == self._draft or not self.beginMoveRows(_NOWHERE, self._draft, self._draft, _NOWHERE, target_row):
            return
        self._draft = target
        self.endMoveRows()
        self._tell_numbers(0)

    def refresh(self) -> None:
        """Follow the study, telling views of the rows that came, went or changed."""
        profession, study = self._session.profession, self._session.study
        self._mark_shared(shared_ids(study, profession) if study and profession else frozenset())
        tasks = profession.tasks if profession else ()
        has_draft = profession is not None and self._session.is_writable
        chosen = profession.id if profession else ""
        if chosen != self._profession_id or has_draft != (self._draft >= 0):
            self.beginResetModel()
            self._profession_id, self._tasks = chosen, tasks
            self._draft = len(tasks) if has_draft else -1
            self.endResetModel()
            return
        before = self._tasks
        span = changed_span([task.id for task in before], [task.id for task in tasks])
        self._replace_rows(span, tasks)
        self._tell_rows(
            [
                self.row_at(place)
                for place, task in enumerate(tasks)
                if not span.start <= place < span.new_stop
                and _looks_other(before[place if place < span.start else place - len(tasks)], task)
            ]
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._tasks) + (self._draft >= 0)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(TaskColumn)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        task, column = self.task(index.row()), TaskColumn(index.column())
        if role == Role.TextAlignmentRole and column is not TaskColumn.TITLE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if task is None:
            return self._draft_words(column, role)
        if role == Role.DisplayRole:
            return (task.title, _share_words(task))[column]
        if role == Role.EditRole:
            return (task.title, labels.share_input(task.share))[column]
        if role == Role.ToolTipRole and column is TaskColumn.TITLE:
            return task.title
        return _accessible(task, column) if role == Role.AccessibleTextRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return self._row_heading(section, role)
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == TaskColumn.TITLE else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return (_("Activity"), _("Time share"))[section] if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not self._session.is_writable or not index.isValid():
            return flags
        is_draft = index.row() == self._draft
        if index.column() == TaskColumn.TITLE or (index.column() == TaskColumn.SHARE and not is_draft):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags if is_draft else flags | Qt.ItemFlag.ItemIsDragEnabled

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """``False`` when the text is refused; the reason is told."""
        if role != Role.EditRole or not index.isValid():
            return False
        task, text = self.task(index.row()), str(value)
        try:
            edit = self._edit_of(task, TaskColumn(index.column()), text, self.place_of(index.row()))
            return edit is None or self._session.submit(edit)
        except EditError as refusal:
            self._session.refused.emit(labels.sentence(refusal))
            return False

    # ------------------------------------------------------------------ dragging
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        tasks = [task for row in rows if (task := self.task(row)) is not None]
        carried = QMimeData()
        carried.setData(MIME_TYPE, "\n".join(task.id for task in tasks).encode())
        carried.setText("\n".join(task.title for task in tasks))
        return carried

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return data.hasFormat(MIME_TYPE) and self._session.is_writable

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Move the activities carried to before a row (onto a row: before it)."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        ids = bytes(data.data(MIME_TYPE).data()).decode().split("\n")
        target = row if row >= 0 else parent.row() if parent.isValid() else self.rowCount()
        place = self.place_of(target)
        above = sum(task.id in set(ids) for task in self._tasks[:place])
        subject = next((task.title for task in self._tasks if task.id == ids[0]), "") if len(ids) == 1 else ""
        return self._session.apply(move_tasks(self._profession_id, ids, place - above, subject))

    # ------------------------------------------------------------------ inside
    def _edit_of(self, task: Task | None, column: TaskColumn, text: str, place: int) -> Edit | None:
        if task is None:
            new = Task(str(uuid4()), text)
            return add_tasks(self._profession_id, [new], place) if text.strip() else None
        if column is TaskColumn.TITLE:
            return rename_task(task.id, text)
        if text.strip() == labels.share_input(task.share):
            return None
        return set_shares(self._profession_id, {task.id: parse_share(text)}, task.title)

    def _replace_rows(self, span: Span, tasks: tuple[Task, ...]) -> None:
        if span.is_empty:
            self._tasks = tasks
            return
        if span.old_stop > span.start or span.start != self._draft:
            self.move_draft(len(self._tasks))
        if span.old_stop > span.start:
            self.beginRemoveRows(_NOWHERE, span.start, span.old_stop - 1)
            self._tasks = (*self._tasks[: span.start], *self._tasks[span.old_stop :])
            self._draft -= (span.old_stop - span.start) if self._draft >= 0 else 0
            self.endRemoveRows()
        if span.new_stop > span.start:
            self.beginInsertRows(_NOWHERE, span.start, span.new_stop - 1)
            self._tasks = tasks
            self._draft += (span.new_stop - span.start) if self._draft >= 0 else 0
            self.endInsertRows()
        self._tasks = tasks
        self._tell_numbers(span.start)

    def _tell_rows(self, rows: list[int]) -> None:
        """Tell of rows that look otherwise: a few by one, many by the range they are in, which costs views less."""
        spans = [(rows[0], rows[-1])] if len(rows) > _MANY_ROWS else [(row, row) for row in rows]
        for first, last in spans:
            self.dataChanged.emit(self.index(first, TaskColumn.TITLE), self.index(last, TaskColumn.SHARE))

    def _mark_shared(self, shared: frozenset[str]) -> None:
        if shared != self._shared:
            self._shared = shared
            self._tell_numbers(0)

    def _tell_numbers(self, first: int) -> None:
        last = self.rowCount() - 1
        if first <= last:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, first, last)

    def _row_heading(self, row: int, role: int) -> object:
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Role.DisplayRole:
            return None
        if row == self._draft:
            return "+"
        place = self.place_of(row)
        return f"{place + 1} {SHARED}" if self._tasks[place].id in self._shared else str(place + 1)

    def _draft_words(self, column: TaskColumn, role: int) -> object:
        if role == Role.EditRole:
            return ""
        if column is not TaskColumn.TITLE or role not in (Role.DisplayRole, Role.AccessibleTextRole):
            return None
        return _("New activity…")


def _looks_other(before: Task, after: Task) -> bool:
    return before is not after and (before.title != after.title or before.share != after.share)


def _share_words(task: Task) -> str:
    return "" if task.share is None else labels.share(task.share)


def _accessible(task: Task, column: TaskColumn) -> str:
    if column is TaskColumn.SHARE:
        return _("Time share of {activity}: {share}").format(activity=task.title, share=labels.share(task.share))
    return task.title

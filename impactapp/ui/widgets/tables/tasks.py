"""The table of activities with what its keys and buttons do."""

from PySide6.QtCore import QItemSelection, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

from impactapp.domain.profession import Profession, Task
from impactapp.i18n import _
from impactapp.ui.models.task_model import TaskColumn, TaskModel
from impactapp.ui.pages.tasks_commands import TaskCommands
from impactapp.ui.session import Session
from impactapp.ui.widgets.tables.tools import Tool
from impactapp.ui.widgets.tables.view import TableView


class TaskBoard(QObject):
    """The view and its model: typing in the empty row adds an activity and opens the next one."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.tasks = TaskModel(session, self)
        self.view = TableView(self.tasks, TaskColumn.TITLE)
        self._session = session
        self._commands = TaskCommands(session)
        self._filled = False
        self._gone: set[str] = set()
        self.view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.view.setDragDropOverwriteMode(False)
        self.view.setAccessibleName(_("Activities of the profession"))
        self.view.setAccessibleDescription(
            _("F2 or typing renames, Enter on the last row or Insert adds, Ctrl+V pastes a list, Alt+up or down moves.")
        )
        self.view.show_numbers()
        self.tasks.rowsInserted.connect(self._note_filled)
        self.view.adding_asked.connect(self.add)
        self.view.removing_asked.connect(self._delete)
        self.view.copying_asked.connect(self.duplicate)
        self.view.moving_asked.connect(self.move_chosen)
        self.view.paste_asked.connect(self.paste)
        self.view.entered.connect(self._go_on)
        self.view.row_chosen.connect(self._leave_draft)
        self.retheme()

    def tools(self, split: Tool) -> tuple[Tool, ...]:
        """What buttons offer, with how to split an activity."""
        return (
            Tool(_("Add"), self.add, "Ins"),
            Tool(_("Paste a list"), self.paste, "Ctrl+V"),
            Tool(_("Duplicate"), self.duplicate, "Ctrl+D"),
            Tool(_("Merge"), self.merge),
            split,
            Tool(_("Move up"), lambda: self.move_chosen(-1), "Alt+Up"),
            Tool(_("Move down"), lambda: self.move_chosen(1), "Alt+Down"),
            Tool(_("Remove"), self.remove, "Del"),
            Tool(_("Clear the shares"), self.clear_shares),
        )

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.view.set_widths({TaskColumn.SHARE: 128}, {TaskColumn.SHARE: 96})

    def chosen(self) -> list[Task]:
        """The selected activities, in order."""
        return [task for row in self.view.chosen_rows() if (task := self.tasks.task(row)) is not None]

    def add(self) -> None:
        """Open the empty row after the current one."""
        self.tasks.move_draft(self._place_after())
        self.view.clearSelection()
        self.view.go_to(self.tasks.draft_row, TaskColumn.TITLE, editing=True)

    def paste(self) -> None:
        """Add a pasted list after the current row; a column of figures pasted on shares states them."""
        pasted = QGuiApplication.clipboard().text()
        if self.view.currentIndex().column() == TaskColumn.SHARE and self._commands.paste_shares(
            pasted, self._downwards()
        ):
            return
        place = self._place_after()
        self._commands.paste(pasted, place, lambda: self.view.go_to(self.tasks.row_at(place), TaskColumn.TITLE))

    def duplicate(self) -> None:
        """Copy the current activity, and name the copy."""
        chosen = self.chosen()
        if not chosen:
            self._session.informed.emit(_("Choose the activity to duplicate first."))
        for task in chosen[:1]:
            if self._commands.duplicate(task):
                self.view.go_to(self.tasks.row_of(task.id) + 1, TaskColumn.TITLE, editing=True)

    def merge(self) -> None:
        """Make one activity of the selected ones, and name it."""
        chosen = self.chosen()
        if self._commands.merge(chosen):
            self.view.go_to(self.tasks.row_of(chosen[0].id), TaskColumn.TITLE, editing=True)

    def split(self, task_id: str, titles: list[str]) -> bool:
        """Replace an activity by several."""
        place = self.tasks.place_of(self.tasks.row_of(task_id))
        done = self._commands.split(task_id, titles)
        if done:
            self.view.go_to(self.tasks.row_at(place), TaskColumn.TITLE)
        return done

    def move_chosen(self, step: int) -> None:
        """Move the selected activities together, and keep them selected."""
        chosen, column = self.chosen(), max(0, self.view.currentIndex().column())
        if self._commands.move(chosen, step):
            self._select(chosen, column)

    def remove(self) -> None:
        """Remove the selected activities; undo brings them back."""
        row, chosen = self.view.currentIndex().row(), self.chosen()
        if not chosen:
            self._session.informed.emit(_("This row is empty: there is nothing to remove."))
        else:
            self._commands.remove(
                chosen, lambda: self.view.go_to(min(row, self.tasks.rowCount() - 1), TaskColumn.TITLE)
            )

    def note_change(self, before: Profession, after: Profession) -> None:
        """Stand on the activities that come back: undo shows what it has undone."""
        was, now = ({task.id for task in one.tasks} for one in (before, after))
        back = [task for task in after.tasks if task.id in self._gone and task.id not in was]
        self._gone = (self._gone | was - now) - now
        if back:
            self._select(back, TaskColumn.TITLE)

    def clear_shares(self) -> None:
        """Take all shares away."""
        profession = self._session.profession
        self._commands.clear_shares(profession.tasks if profession else ())

    def _delete(self) -> None:
        chosen = self.chosen()
        if chosen and self.view.currentIndex().column() == TaskColumn.SHARE:
            self._commands.clear_shares(chosen)
        else:
            self.remove()

    def _downwards(self) -> list[Task]:
        rows = range(max(0, min(self.view.chosen_rows(), default=0)), self.tasks.rowCount())
        return [task for row in rows if (task := self.tasks.task(row)) is not None]

    def _place_after(self) -> int:
        """Where a new activity goes: after the current one, or last."""
        row = self.view.currentIndex().row()
        return self.tasks.place_of(row) + 1 if self.tasks.task(row) else self.tasks.place_of_draft()

    def _select(self, tasks: list[Task], column: int) -> None:
        rows = self.tasks.rows_of({task.id for task in tasks})
        self.view.go_to(rows[0], column)
        # a run of rows is one range: thousands of them, each on its own, take long
        starts = [row for before, row in zip([-2, *rows], rows, strict=False) if row != before + 1]
        ends = [row for row, after in zip(rows, [*rows[1:], -1], strict=True) if after != row + 1]
        spans = QItemSelection()
        for start, end in zip(starts, ends, strict=True):
            spans.select(self.tasks.index(start, column), self.tasks.index(end, column))
        picked = self.view.selectionModel()
        picked.select(spans, picked.SelectionFlag.Select | picked.SelectionFlag.Rows)

    # ------------------------------------------------------------------ the empty row
    def _note_filled(self) -> None:
        self._filled = True

    def _go_on(self, row: int) -> None:
        """After Enter in a cell: the next row; in the empty row, the next activity until nothing is typed."""
        filled, self._filled = self._filled, False
        if row != self.tasks.draft_row:
            self.view.go_to(min(row + 1, self.tasks.rowCount() - 1), self.view.currentIndex().column())
        elif filled:
            self.view.go_to(row, TaskColumn.TITLE, editing=True)

    def _leave_draft(self, row: int) -> None:
        self._filled = False
        if row != self.tasks.draft_row and self.tasks.place_of_draft() < self.tasks.task_count:
            # rows cannot move while the view is changing its current one
            QTimer.singleShot(0, self, self._send_draft_home)

    def _send_draft_home(self) -> None:
        if self.view.currentIndex().row() != self.tasks.draft_row:
            self.tasks.move_draft(self.tasks.task_count)

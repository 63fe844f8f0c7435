"""What the keys of the matrix do to the study: rate, clear, accept proposals, copy and paste the selected cells."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from impactapp import labels
from impactapp.domain.analysis.proposal import proposal_of
from impactapp.domain.analysis.shared_tasks import elsewhere
from impactapp.domain.edits import ratings
from impactapp.domain.edits.edit import Edit
from impactapp.domain.edits.ratings import Cell
from impactapp.domain.edits.together import rate_together
from impactapp.domain.level import HYPOTHESES, Aspect, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Task
from impactapp.i18n import _, ngettext
from impactapp.ui.message import Act, Message
from impactapp.ui.models.rating_columns import TITLE, column_at
from impactapp.ui.models.rating_model import RatingModel
from impactapp.ui.models.rating_walk import next_unrated
from impactapp.ui.session import Session
from impactapp.ui.widgets.rating.table import RatingTable


class RatingCommands(QObject):
    """Turns a selection into one edit; ``is_editing`` while an edit of ours is on its way."""

    def __init__(self, session: Session, model: RatingModel, table: RatingTable) -> None:
        super().__init__(table)
        self.is_editing = False
        self._session = session
        self._model = model
        self._table = table
        table.rating_asked.connect(self.rate)
        table.clearing_asked.connect(self.clear)
        table.proposal_asked.connect(self.accept)
        table.next_asked.connect(self.go_next)
        table.copy_asked.connect(self.copy)
        table.paste_asked.connect(self.paste)
        table.unknown_typed.connect(self._tell_keys)
        session.writing.connect(self._note_writing)

    def rate(self, level: Level) -> None:
        """Give a level to every selected cell that is rated by hand."""
        if cells := self._cells():
            self._apply(ratings.rate(cells, level, self._subject()), len(cells))

    def clear(self) -> None:
        """Take the levels of the selected cells away."""
        cells = self._cells()
        edit = ratings.clear(cells, self._subject())
        if cells and not self._apply(edit, len(cells)) and self._all_follow(cells):
            self._session.informed.emit(_("The cell follows the low hypothesis: clear the low one."))

    def rate_together(self, task: Task) -> None:
        """Give the rating of an activity to the same one of the other professions, and name them."""
        study = self._session.study
        others = elsewhere(study, task) if study else ()
        if self._apply(rate_together(task.id, task.title)):
            names = ", ".join(one.profession.title for one in others)
            words = _("The same rating was given in: {names}. Each can still be rated apart.").format(names=names)
            undo = Act(_("Undo"), self._session.undo)
            self._session.told.emit(Message(words, acts=(undo,)))

    def justify(self, cell: Cell, text: str) -> None:
        """Write the words of one cell; they wait for a large change on its way."""
        self._session.settle()
        row = self._model.row_of(cell.task_id)
        title = self._model.tasks[row].title if row >= 0 else ""
        self._apply(ratings.justify(cell, text, title))

    def accept(self) -> None:
        """Decide as proposed for the selected rows, under the hypotheses of the selected columns."""
        if self._refuses_reading():
            return
        places = self._table.chosen()
        columns = [column_at(position) for _row, position in places]
        wanted = [h for h in HYPOTHESES if any(column is None or column.hypothesis is h for column in columns)]
        tasks = self._chosen_tasks()
        sides = [(task, hypothesis) for task in tasks for hypothesis in wanted]
        proposed = {side: proposal_of(*side) for side in sides}
        missing = sum(level is None for level in proposed.values())
        if missing == len(sides):
            self._session.informed.emit(_("No proposal yet: rate maturity, acceptability and ROI first."))
            return
        words = ngettext(
            "Proposals accepted; {n} decision has none yet: its criteria are not all rated.",
            "Proposals accepted; {n} decisions have none yet: their criteria are not all rated.",
            missing,
        )
        edit = ratings.accept_proposals([task.id for task in tasks], wanted, self._subject())
        tell = (lambda: self._session.informed.emit(words.format(n=missing))) if missing else None
        if self._apply(edit, len(sides), tell):
            return
        if all(task.level(h, Aspect.SUBSTITUTION) is level for (task, h), level in proposed.items() if level):
            self._session.informed.emit(_("Already decided as proposed."))

    def go_next(self, forward: bool) -> None:
        """Go to the next cell to rate, or say that there is none."""
        current = self._table.currentIndex()
        place = next_unrated(self._model.tasks, current.row(), max(current.column(), TITLE), forward)
        if place is None:
            self._session.informed.emit(_("Everything is rated: each activity has its two decisions."))
        else:
            self._table.go_to(*place)

    def copy(self) -> None:
        """Put the selected cells on the clipboard, in words, as a spreadsheet reads them."""
        from impactapp.ui import clipboard  # start-up does without
        from impactapp.ui.models.rating_clipboard import block_of

        if places := self._table.chosen():
            clipboard.put(block_of(self._model.tasks, places))

    def paste(self) -> None:
        """Give the levels of the clipboard to the cells from the first selected one on; all of them or none."""
        if self._refuses_reading():
            return
        from impactapp.ui.models.rating_clipboard import PasteError, read_block  # start-up does without

        text = QGuiApplication.clipboard().text()
        try:
            levels = read_block(text, self._model.tasks, self._table.chosen())
        except PasteError as error:
            self._session.refused.emit(str(error))
        else:
            tasks = {cell.task_id for cell in levels}
            subject = self._subject_of([task for task in self._model.tasks if task.id in tasks])
            self._apply(ratings.paste(levels, subject), len(levels))

    def _tell_keys(self) -> None:
        """A key that means nothing here is answered by those that do."""
        keys = " · ".join(f"{level.value} {labels.level_letters(level)}" for level in Level)
        self._session.informed.emit(_("{keys} · Del clears · Enter justifies · P proposal").format(keys=keys))

    def _cells(self) -> list[Cell]:
        """The selected cells that can be rated; where there are none, the reason is told."""
        if self._refuses_reading():
            return []
        places = sorted(self._table.chosen())
        tasks = self._model.tasks
        cells = [column.cell(tasks[row].id) for row, position in places if (column := column_at(position))]
        rated = [cell for cell in cells if cell]
        if not rated and any(position != TITLE for _row, position in places):
            self._session.informed.emit(
                _("The proposal follows from the three criteria: rate these, or the decision. P accepts the proposal.")
            )
        elif not rated:
            self._session.informed.emit(_("Choose a criterion or a decision of this activity to rate it."))
        return rated

    def _all_follow(self, cells: list[Cell]) -> bool:
        tasks = {task.id: task for task in self._chosen_tasks()}
        return all(
            tasks[cell.task_id].follows(cell.hypothesis, cell.aspect)
            and tasks[cell.task_id].level(cell.hypothesis, cell.aspect) is not None
            for cell in cells
        )

    def _refuses_reading(self) -> bool:
        """Whether the study can only be read, which is then told, as an edit would."""
        if self._session.is_writable:
            return False
        self._session.refused.emit(labels.sentence(EditError(Problem.STUDY_READ_ONLY)))
        return True

    def _chosen_tasks(self) -> list[Task]:
        return [self._model.tasks[row] for row in sorted({row for row, _position in self._table.chosen()})]

    def _subject(self) -> str:
        return self._subject_of(self._chosen_tasks())

    def _subject_of(self, tasks: list[Task]) -> str:
        if len(tasks) == 1:
            return tasks[0].title
        return ngettext("{n} activity", "{n} activities", len(tasks)).format(n=len(tasks))

    def _apply(self, edit: Edit, cells: int = 1, then: Callable[[], object] | None = None) -> bool:
        """Make an edit of so many cells; ``then`` follows what changed."""
        self.is_editing, done = True, False
        try:
            done = self._session.carry_out(edit, cells, lambda: self._speak(then))
        finally:
            self.is_editing = done and self._session.is_writing
        return done

    def _note_writing(self, writing: bool) -> None:
        self.is_editing = self.is_editing and writing

    def _speak(self, then: Callable[[], object] | None) -> None:
        """A reader speaks a cell when it is reached, not when it changes."""
        if self._table.hasFocus():
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # start-up does without

            words = self._table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._table, str(words)))
        if then is not None:
            then()

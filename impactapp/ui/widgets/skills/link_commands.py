"""What the keys of the links do to the study: each acts on all selected cells as one step, refusals are told."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication

from impactapp import labels
from impactapp.domain.edits import skills as edits
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.edits.skills import LinkAddress
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.skill import Link, Stage
from impactapp.i18n import _, ngettext
from impactapp.ui import clipboard
from impactapp.ui.models.link_cells import VALIDATED
from impactapp.ui.models.link_clipboard import block_of, read_block
from impactapp.ui.models.link_model import LinkModel
from impactapp.ui.models.rating_clipboard import PasteError
from impactapp.ui.models.skill_edits import together
from impactapp.ui.session import Session
from impactapp.ui.widgets.skills.link_table import LinkTable


class LinkCommands(QObject):
    """Turns a selection into one edit; ``is_editing`` while an edit of ours is on its way."""

    def __init__(self, session: Session, model: LinkModel, table: LinkTable) -> None:
        super().__init__(table)
        self.is_editing = False
        self._session = session
        self._model = model
        self._table = table
        table.intensity_asked.connect(self.set_intensity)
        table.formative_asked.connect(self.turn_formative)
        table.stage_asked.connect(self.turn_stage)
        table.validation_asked.connect(self.turn_validation)
        table.copy_asked.connect(self.copy)
        table.paste_asked.connect(self.paste)

    def set_intensity(self, intensity: int) -> None:
        """Give the selected cells an intensity; 0 takes links away, and ticks where only these are selected."""
        profession, addresses = self._profession_id(), self._addresses()
        if addresses:
            found = dict.fromkeys(addresses, intensity)
            self._apply(edits.set_intensities(profession, found, self._subject(addresses)))
        elif intensity == 0:
            self._tick(ticked=False)
        else:
            self._session.informed.emit(_("This column is ticked with V; figures go under a skill."))

    def turn_formative(self) -> None:
        """Say that trainees learn by the selected links, or take that back where all of them say so."""
        linked = self._linked()
        if linked:
            formative = not all(link.formative for link in linked.values())
            subject = self._subject(list(linked))
            self._apply(edits.set_formative(self._profession_id(), list(linked), formative, subject))

    def turn_stage(self, stage: Stage) -> None:
        """Give the selected links a learning stage, or take it back where all of them have it."""
        linked = self._linked()
        if linked:
            wanted = None if all(link.stage is stage for link in linked.values()) else stage
            self._apply(edits.set_stage(self._profession_id(), list(linked), wanted, self._subject(list(linked))))

    def turn_validation(self) -> None:
        """Tick the selected activities, or take the tick back where all of them have it."""
        rows = {row for row, _column in self._table.chosen()}
        self._tick(ticked=not all(self._model.tasks[row].human_validates for row in rows))

    def copy(self) -> None:
        """Put the selected intensities on the clipboard, as a spreadsheet reads them."""
        if places := self._table.chosen():
            clipboard.put(block_of(self._model, places))

    def paste(self) -> None:
        """Give the figures of the clipboard to the cells from the first selected one on; all of them or none."""
        if not self._session.is_writable:
            self._session.refused.emit(labels.sentence(EditError(Problem.STUDY_READ_ONLY)))
            return
        try:
            pasted = read_block(QGuiApplication.clipboard().text(), self._model, self._table.chosen())
        except PasteError as error:
            self._session.refused.emit(str(error))
            return
        parts = [edits.set_validated(task_id, ticked) for task_id, ticked in pasted.validated.items()]
        if pasted.intensities:
            parts.append(edits.set_intensities(self._profession_id(), pasted.intensities))
        for address, (formative, stage) in pasted.letters.items():
            parts.append(edits.set_formative(self._profession_id(), [address], formative))
            parts.append(edits.set_stage(self._profession_id(), [address], stage))
        kind = EditKind.SET_LINKS if pasted.intensities else EditKind.SET_VALIDATED
        tasks = {address.task_id for address in pasted.intensities} | set(pasted.validated)
        self._apply(together(kind, parts, self._counted(tasks)))

    def _tick(self, *, ticked: bool) -> None:
        tasks = [self._model.tasks[row] for row in sorted({row for row, _column in self._table.chosen()})]
        parts = [edits.set_validated(task.id, ticked) for task in tasks]
        if parts:
            self._apply(together(EditKind.SET_VALIDATED, parts, self._counted({task.id for task in tasks})))

    def _addresses(self) -> list[LinkAddress]:
        """The selected cells under a skill."""
        found = [(self._model.skill_at(column), row) for row, column in self._table.chosen() if column != VALIDATED]
        return [LinkAddress(skill.id, self._model.tasks[row].id) for skill, row in found if skill is not None]

    def _linked(self) -> dict[LinkAddress, Link]:
        """The selected cells that hold a link; where there is none, what to do first is told."""
        found = {}
        for row, column in sorted(self._table.chosen()):
            skill, link = self._model.skill_at(column), self._model.link_at(row, column)
            if skill is not None and link is not None:
                found[LinkAddress(skill.id, self._model.tasks[row].id)] = link
        if not found:
            self._session.informed.emit(_("There is no link here yet: give an intensity from 1 to 3 first."))
        return found

    def _subject(self, addresses: Sequence[LinkAddress]) -> str:
        if len(addresses) == 1:
            skill = self._model.skill_at(self._model.column_of(addresses[0].skill_id))
            return skill.title if skill else ""
        return ngettext("{n} link", "{n} links", len(addresses)).format(n=len(addresses))

    def _counted(self, task_ids: set[str]) -> str:
        if len(task_ids) == 1:
            return self._model.tasks[self._model.row_of(next(iter(task_ids)))].title
        return ngettext("{n} activity", "{n} activities", len(task_ids)).format(n=len(task_ids))

    def _profession_id(self) -> str:
        profession = self._session.profession
        return profession.id if profession else ""

    def _apply(self, edit: Edit) -> None:
        with self._editing():
            done = self._session.apply(edit)
        if done and self._table.hasFocus():
            # a reader speaks a cell when it is reached, not when it changes
            words = self._table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._table, str(words)))

    @contextmanager
    def _editing(self) -> Iterator[None]:
        self.is_editing = True
        try:
            yield
        finally:
            self.is_editing = False

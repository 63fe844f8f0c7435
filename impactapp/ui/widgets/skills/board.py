"""The table of skills with what its keys and buttons do."""

from collections.abc import Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from impactapp.domain.edits import skills as edits
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.problems import EditError, Refusal
from impactapp.domain.profession import Profession
from impactapp.domain.skill import Skill
from impactapp.i18n import _, ngettext
from impactapp.ui.models import skill_columns
from impactapp.ui.models.skill_columns import MECHANISMS, NUMBERS, SkillColumn
from impactapp.ui.models.skill_edits import together
from impactapp.ui.models.skill_model import SkillModel
from impactapp.ui.models.skill_paste import left_out_words, read_skills
from impactapp.ui.models.skill_proposals import proposed_skills, to_validate
from impactapp.ui.session import Session
from impactapp.ui.widgets.paste_words import with_left_out
from impactapp.ui.widgets.skills.delegate import ExposureDelegate
from impactapp.ui.widgets.skills.frozen import FrozenNames
from impactapp.ui.widgets.tables.delegate import ChoiceDelegate
from impactapp.ui.widgets.tables.tools import Tool
from impactapp.ui.widgets.tables.view import TableView

WIDTHS: dict[int, float] = {
    SkillColumn.KIND: 140,
    SkillColumn.CRITICALITY: 128,
    SkillColumn.RETENTION: 104,
    SkillColumn.EXPERIENCED: 108,
    SkillColumn.TRAINEES: 94,
    SkillColumn.BASELINE: 84,
    SkillColumn.PRACTICE: 120,
    SkillColumn.ATROPHY: 110,
    SkillColumn.NON_ACQUISITION: 112,
    SkillColumn.MIS_SKILLING: 110,
    SkillColumn.BASIS: 72,
}
NARROW: dict[int, float] = {
    SkillColumn.KIND: 146,
    SkillColumn.CRITICALITY: 124,
    SkillColumn.RETENTION: 92,
    SkillColumn.EXPERIENCED: 104,
    SkillColumn.TRAINEES: 90,
    SkillColumn.BASELINE: 78,
    SkillColumn.PRACTICE: 92,
    SkillColumn.ATROPHY: 104,
    SkillColumn.NON_ACQUISITION: 104,
    SkillColumn.MIS_SKILLING: 104,
    SkillColumn.BASIS: 78,
}
TITLE_WIDTH = 200
# where the table scrolls, what follows from the ratings is seen first and the figures typed once come last
LAST = (SkillColumn.RETENTION, SkillColumn.EXPERIENCED, SkillColumn.TRAINEES, SkillColumn.BASELINE)


class SkillBoard(QObject):
    """The view and its model: typing in the last row adds a skill and opens the next one. ``chosen_changed`` follows
    another current skill, ``typed`` an edit made here."""

    chosen_changed = Signal()
    typed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.skills = SkillModel(session, self)
        self.view = TableView(self.skills, SkillColumn.TITLE)
        self._session = session
        self._gone: set[str] = set()
        self._filled = False
        self._is_editing = False
        for column in skill_columns.CHOSEN:
            offered = partial(skill_columns.choices, column)
            self.view.setItemDelegateForColumn(column, ChoiceDelegate(offered, self.view))
        exposures = ExposureDelegate(self.view)
        for column in MECHANISMS:
            self.view.setItemDelegateForColumn(column, exposures)
        self.view.setAccessibleName(_("Skills of the profession"))
        self.view.setAccessibleDescription(
            _("F2 or typing changes a cell, Enter on the last row or Insert adds, Ctrl+V pastes, Alt+up or down moves.")
        )
        self.view.show_numbers()
        header = self.view.horizontalHeader()
        for column in LAST:
            header.moveSection(header.visualIndex(column), len(SkillColumn) - 1)
        self._names = FrozenNames(self.view)
        self._connect()
        self.retheme()

    def tools(self) -> tuple[Tool, ...]:
        """What buttons offer."""
        return (
            Tool(_("Add"), self.add, "Ins"),
            Tool(_("Paste a list"), self.paste, "Ctrl+V"),
            Tool(_("Move up"), lambda: self.move(-1), "Alt+Up"),
            Tool(_("Move down"), lambda: self.move(1), "Alt+Down"),
            Tool(_("Remove"), self.remove, "Del"),
            Tool(_("Take the proposed skills"), self.take_proposed),
            Tool(_("Validated in a workshop"), self.validate),
        )

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.view.set_widths(WIDTHS, NARROW, TITLE_WIDTH)

    def refresh(self, *, anew: bool) -> None:
        """Follow the study; undo and redo are seen: what they changed becomes the current row unless ``anew``."""
        changed = self.skills.refresh()
        current = self.view.currentIndex()
        if changed and not anew and not self._is_editing and self.view.isVisible() and current.row() not in changed:
            self.view.go_to(changed[0], max(0, current.column()))

    def chosen(self) -> list[Skill]:
        """The selected skills, in order."""
        return [skill for row in self.view.chosen_rows() if (skill := self.skills.skill(row)) is not None]

    def current(self) -> Skill | None:
        """The skill the keys act on."""
        return self.skills.skill(self.view.currentIndex().row())

    def show_skill(self, skill_id: str, column: SkillColumn = SkillColumn.TITLE) -> None:
        """Put the focus on one skill."""
        self.view.go_to(self.skills.row_of(skill_id), column)

    def add(self) -> None:
        """Open the empty row."""
        self.view.clearSelection()
        self.view.go_to(self.skills.draft_row, SkillColumn.TITLE, editing=True)

    def paste(self) -> None:
        """Add the skills of a pasted list at the end."""
        profession = self._session.profession
        if profession is None:
            return
        try:
            taken = [skill.title for skill in profession.skills]
            pasted = read_skills(QGuiApplication.clipboard().text(), taken, lambda: str(uuid4()))
        except EditError as refusal:
            self._session.tell_refusal(refusal)
            return
        new = pasted.skills
        said = " ".join((with_left_out(_added_words(len(new)), pasted.lines), *left_out_words(pasted)))
        if not new:
            self._session.refused.emit(said)
        elif self._edit(edits.add_skills(profession.id, new)):
            self._session.informed.emit(said)
            self.show_skill(new[0].id)

    def take_proposed(self) -> None:
        """Add the skills the catalogue proposes for the profession, those that are not there yet."""
        profession = self._session.profession
        if profession is None:
            return
        try:
            new = proposed_skills(profession, lambda: str(uuid4()))
        except Refusal as refusal:
            self._session.tell_refusal(refusal)
            return
        if not new:
            self._session.informed.emit(_("The catalogue proposes no other skill for this profession."))
        elif self._edit(edits.add_skills(profession.id, new)):
            words = _("{added} They are proposals of this tool: check each of them in a workshop.")
            self._session.informed.emit(words.format(added=_added_words(len(new))))
            self.show_skill(new[0].id)

    def validate(self) -> None:
        """Say of the selected skills that were proposed that the group has gone through them; where they come from
        stays said."""
        profession = self._session.profession
        if profession is None:
            return
        try:
            chosen = to_validate(profession, self.chosen())
        except Refusal as refusal:
            self._session.tell_refusal(refusal)
            return
        if not chosen:
            self._session.informed.emit(_("Only what this tool proposed is validated: select a skill marked with *."))
            return
        subject = chosen[0].title if len(chosen) == 1 else ""
        source = _("Proposal of this tool, validated by the group")
        if self._edit(edits.set_source(profession.id, [skill.id for skill in chosen], source, subject)):
            words = ngettext("{count} skill validated.", "{count} skills validated.", len(chosen))
            self._session.informed.emit(words.format(count=len(chosen)))

    def move(self, step: int) -> None:
        """Move the current skill one place up (-1) or down (1)."""
        profession, skill = self._session.profession, self.current()
        if profession is None or skill is None:
            return
        column = self.view.currentIndex().column()
        place = self.skills.row_of(skill.id) + step
        if 0 <= place < len(profession.skills) and self._edit(edits.move_skill(profession.id, skill, place)):
            self.view.go_to(self.skills.row_of(skill.id), column)

    def remove(self) -> None:
        """Remove the selected skills with their links; undo brings them back."""
        profession, row, chosen = self._session.profession, self.view.currentIndex().row(), self.chosen()
        if not chosen:
            self._session.informed.emit(_("This row is empty: there is nothing to remove."))
        elif profession is not None:
            subject = chosen[0].title if len(chosen) == 1 else ""
            if self._edit(edits.remove_skills(profession.id, [skill.id for skill in chosen], subject)):
                self.view.go_to(min(row, self.skills.rowCount() - 1), SkillColumn.TITLE)

    def note_change(self, before: Profession, after: Profession) -> None:
        """Stand on the skills that come back: undo shows what it has undone."""
        was, now = ({skill.id for skill in one.skills} for one in (before, after))
        back = [skill for skill in after.skills if skill.id in self._gone and skill.id not in was]
        self._gone = (self._gone | was - now) - now
        if back and self.view.isVisible():
            self._select(back)

    def _edit(self, edit: Edit) -> bool:
        self._is_editing = True
        try:
            self.typed.emit()
            return self._session.apply(edit)
        finally:
            self._is_editing = False

    def _delete(self) -> None:
        """Clear a figure, or remove the skill."""
        profession, column = self._session.profession, SkillColumn(max(0, self.view.currentIndex().column()))
        if column not in NUMBERS or profession is None:
            self.remove()
            return
        chosen = self.chosen()
        subject = chosen[0].title if len(chosen) == 1 else ""
        cleared = [skill_columns.edit_of(profession.id, skill, column, "") for skill in chosen]
        self._edit(together(EditKind.SET_SKILL, [edit for edit in cleared if edit], subject))

    def _select(self, skills: Sequence[Skill]) -> None:
        rows = [self.skills.row_of(skill.id) for skill in skills]
        self.view.go_to(rows[0], SkillColumn.TITLE)
        picked = self.view.selectionModel()
        for row in rows[1:]:
            index = self.skills.index(row, SkillColumn.TITLE)
            picked.select(index, picked.SelectionFlag.Select | picked.SelectionFlag.Rows)

    def _connect(self) -> None:
        self.skills.rowsInserted.connect(self._note_filled)
        self.view.adding_asked.connect(self.add)
        self.view.removing_asked.connect(self._delete)
        self.view.moving_asked.connect(self.move)
        self.view.paste_asked.connect(self.paste)
        self.view.entered.connect(self._go_on)
        self.view.row_chosen.connect(lambda _row: self._leave_row())

    def _note_filled(self) -> None:
        self._filled = True

    def _go_on(self, row: int) -> None:
        """After Enter in a cell: the next row; in the empty row, the next skill until nothing is typed."""
        filled, self._filled = self._filled, False
        if row != self.skills.draft_row:
            self.view.go_to(min(row + 1, self.skills.rowCount() - 1), self.view.currentIndex().column())
        elif filled:
            self.view.go_to(row, SkillColumn.TITLE, editing=True)

    def _leave_row(self) -> None:
        self._filled = False
        self.chosen_changed.emit()


def _added_words(count: int) -> str:
    if not count:
        return _("No skill added.")
    return ngettext("{count} skill added.", "{count} skills added.", count).format(count=count)

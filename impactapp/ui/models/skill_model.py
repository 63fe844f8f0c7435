"""The skills of the chosen profession as a Qt table, with one more row at the end to type the next one in."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp import labels
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.skills import SkillResult
from impactapp.domain.problems import EditError
from impactapp.domain.skill import Skill
from impactapp.i18n import _
from impactapp.ui.models import skill_columns as columns
from impactapp.ui.models.skill_columns import SkillColumn
from impactapp.ui.models.table_rows import Span, changed_span
from impactapp.ui.roles import COPIED_ROLE
from impactapp.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LOOK_ROLE = Role.UserRole + 1
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SkillModel(QAbstractTableModel):
    """Holds the study's own tuple of skills as of the last ``refresh``, and what was last computed of each.

    The empty row (``draft_row``) stands at the end; it is absent when the study cannot be changed.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._profession_id = ""
        self._skills: tuple[Skill, ...] = ()
        self._results: dict[str, SkillResult] = {}
        self._has_draft = False

    @property
    def skills(self) -> tuple[Skill, ...]:
        """The skills, in order."""
        return self._skills

    @property
    def draft_row(self) -> int:
        """The empty row, -1 when there is none."""
        return len(self._skills) if self._has_draft else -1

    def skill(self, row: int) -> Skill | None:
        """The skill of a row, ``None`` for the empty one."""
        return self._skills[row] if 0 <= row < len(self._skills) else None

    def result(self, skill_id: str) -> SkillResult | None:
        """What was last computed of a skill."""
        return self._results.get(skill_id)

    def row_of(self, skill_id: str) -> int:
        """The row of a skill, -1 when it is not here."""
        return next((row for row, skill in enumerate(self._skills) if skill.id == skill_id), -1)

    def refresh(self) -> list[int]:
        """Follow the study, telling views of the rows that came, went or changed; returns those that changed."""
        profession = self._session.profession
        skills = profession.skills if profession else ()
        has_draft = profession is not None and self._session.is_writable
        chosen = profession.id if profession else ""
        if chosen != self._profession_id or has_draft is not self._has_draft:
            self.beginResetModel()
            self._profession_id, self._skills, self._has_draft, self._results = chosen, skills, has_draft, {}
            self.endResetModel()
            return []
        before = {skill.id: skill for skill in self._skills}
        span = changed_span([skill.id for skill in self._skills], [skill.id for skill in skills])
        self._replace_rows(span, skills)
        changed = [row for row, skill in enumerate(skills) if before.get(skill.id, skill) is not skill]
        for row in changed:
            self.dataChanged.emit(self.index(row, SkillColumn.TITLE), self.index(row, SkillColumn.BASELINE))
        return changed

    def show_results(self, result: ProfessionResult) -> None:
        """Follow newer results, telling views of the skills that come out otherwise."""
        before, self._results = self._results, {found.skill.id: found for found in result.skills}
        for row, skill in enumerate(self._skills):
            if _shown(before.get(skill.id)) != _shown(self._results.get(skill.id)):
                self.dataChanged.emit(self.index(row, SkillColumn.PRACTICE), self.index(row, SkillColumn.BASIS))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._skills) + self._has_draft

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(SkillColumn)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        skill, column = self.skill(index.row()), SkillColumn(index.column())
        if role == Role.TextAlignmentRole and column in columns.NUMBERS:
            return _RIGHT
        if skill is None:
            return _draft_words(column, role)
        result = self._results.get(skill.id)
        if role == Role.DisplayRole:
            return columns.cell_text(skill, result, column)
        if role == LOOK_ROLE:
            return columns.exposure_look(result, column)
        if role == COPIED_ROLE:
            return columns.copied(skill, result, column)
        if role == Role.EditRole and column < SkillColumn.PRACTICE:
            return columns.cell_input(skill, column)
        if role == Role.ToolTipRole:
            return columns.cell_tip(skill, result, column)
        return columns.cell_words(skill, result, column) if role == Role.AccessibleTextRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return self._row_heading(section, role)
        column = SkillColumn(section)
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in columns.NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Role.DisplayRole:
            return columns.heading(column)
        return columns.heading_tip(column) if role == Role.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not self._session.is_writable or not index.isValid():
            return flags
        is_title = index.column() == SkillColumn.TITLE
        is_typed = index.column() < SkillColumn.PRACTICE and index.row() != self.draft_row
        return flags | Qt.ItemFlag.ItemIsEditable if is_title or is_typed else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """``False`` when the text is refused; the reason is told."""
        if role != Role.EditRole or not index.isValid() or index.column() >= SkillColumn.PRACTICE:
            return False
        try:
            column = SkillColumn(index.column())
            edit = columns.edit_of(self._profession_id, self.skill(index.row()), column, str(value))
        except EditError as refusal:
            return self._session.tell_refusal(refusal)
        return edit is None or self._session.submit(edit)

    def _replace_rows(self, span: Span, skills: tuple[Skill, ...]) -> None:
        if span.is_empty:
            self._skills = skills
            return
        if span.old_stop > span.start:
            self.beginRemoveRows(_NOWHERE, span.start, span.old_stop - 1)
            self._skills = (*self._skills[: span.start], *self._skills[span.old_stop :])
            self.endRemoveRows()
        if span.new_stop > span.start:
            self.beginInsertRows(_NOWHERE, span.start, span.new_stop - 1)
            self._skills = skills
            self.endInsertRows()
        self._skills = skills
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def _row_heading(self, row: int, role: int) -> object:
        if role == Role.TextAlignmentRole:
            return _RIGHT
        if role != Role.DisplayRole:
            return None
        return "+" if row == self.draft_row else str(row + 1)


def _shown(result: SkillResult | None) -> tuple[object, ...]:
    """What a row shows of a result, without the links, which are long to compare."""
    if result is None:
        return ()
    return result.basis, result.practice, result.atrophy, result.non_acquisition, result.mis_skilling


def _draft_words(column: SkillColumn, role: int) -> object:
    if role == Role.EditRole:
        return ""
    if role == Role.AccessibleTextRole and column is not SkillColumn.TITLE:
        return labels.UNKNOWN
    if column is not SkillColumn.TITLE or role not in (Role.DisplayRole, Role.AccessibleTextRole):
        return None
    return _("New skill…")

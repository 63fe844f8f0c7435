"""« Ce qu’il faudrait »: the hours a month that would bring each skill under a chosen class of exposure."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp import labels
from impactapp.domain.analysis.skills import SkillResult, hours_to_reach
from impactapp.domain.level import Level
from impactapp.domain.skill import Mechanism
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MECHANISMS = (Mechanism.ATROPHY, Mechanism.NON_ACQUISITION)


class NeedsModel(QAbstractTableModel):
    """A row a skill, a column a mechanism; a cell reads the hours, and hovering or a screen reader the sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._skills: tuple[SkillResult, ...] = ()
        self._target = Level.FAIBLE

    def show_needs(self, skills: tuple[SkillResult, ...], target: Level) -> None:
        """Follow newer results or another class, telling views of the rows that differ."""
        before, known = self._skills, self._target
        if [one.skill.id for one in skills] != [one.skill.id for one in before]:
            self.beginResetModel()
            self._skills, self._target = skills, target
            self.endResetModel()
            return
        self._skills, self._target = skills, target
        for row, (old, new) in enumerate(zip(before, skills, strict=True)):
            if old != new or target is not known:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(MECHANISMS)))

    def result(self, row: int) -> SkillResult | None:
        """The skill of a row."""
        return self._skills[row] if 0 <= row < len(self._skills) else None

    def row_of(self, skill_id: str) -> int:
        """The row of a skill, -1 when it is not here."""
        return next((row for row, one in enumerate(self._skills) if one.skill.id == skill_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._skills)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(MECHANISMS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        result = self.result(index.row()) if index.isValid() else None
        if result is None:
            return None
        column = index.column()
        if role == Role.TextAlignmentRole and column:
            return _RIGHT
        if role == Role.DisplayRole:
            return self._figure(result, column) if column else result.skill.title
        if role == Role.ToolTipRole:
            return self.sentence(result, column)
        if role != Role.AccessibleTextRole:
            return None
        said = self.sentence(result, column)
        return f"{result.skill.title}, {_heading(column)}: {said}" if column else said

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return _RIGHT if section else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return _heading(section) if role == Role.DisplayRole else None

    def sentence(self, result: SkillResult, column: int) -> str:
        """What the hours of a cell mean; the name of the skill in the first column."""
        if column == 0:
            return result.skill.title
        return skill_labels.hours_sentence(result.mechanism(MECHANISMS[column - 1]), result.skill, self._target)

    def _figure(self, result: SkillResult, column: int) -> str:
        found = result.mechanism(MECHANISMS[column - 1])
        if found.residual.high is None:
            return skill_labels.exposure_word(None)
        needed = hours_to_reach(found, result.skill.baseline_hours, self._target)
        return _("practice to state") if needed is None else labels.hours(needed)


def _heading(column: int) -> str:
    return skill_labels.mechanism_word(MECHANISMS[column - 1]) if column else _("Skill")

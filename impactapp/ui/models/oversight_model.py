"""Human oversight as a table: a row for each skill that the validation of an activity rests on."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp import labels
from impactapp.domain.analysis.oversight import Oversight, keeps
from impactapp.domain.level import HYPOTHESES, Aspect
from impactapp.domain.profession import Profession, Task
from impactapp.domain.skill import Skill
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
TASK, LEVEL, SKILL, KEPT = range(4)


@dataclass(frozen=True, slots=True)
class OversightRow:
    """An activity that a human validates, and one skill this rests on; ``None`` where no skill is linked."""

    oversight: Oversight
    skill: Skill | None
    measures: tuple[str, ...]
    is_first: bool

    @property
    def task(self) -> Task:
        """The activity."""
        return self.oversight.task

    @property
    def is_kept(self) -> bool:
        """Whether a measure keeps the skill."""
        return bool(self.measures)


def oversight_rows(oversights: tuple[Oversight, ...], profession: Profession) -> tuple[OversightRow, ...]:
    """The rows, skills in their own order."""
    rows = []
    for one in oversights:
        resting = {skill.id for skill in (*one.kept, *one.unkept)}
        skills: list[Skill | None] = [skill for skill in profession.skills if skill.id in resting]
        for skill in skills or [None]:
            measures = tuple(barrier.title for barrier in profession.barriers if skill and keeps(barrier, skill))
            rows.append(OversightRow(one, skill, measures, skill in (None, skills[0] if skills else None)))
    return tuple(rows)


class OversightModel(QAbstractTableModel):
    """Activity, level, skill, measure; the activity is written on the first of its rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OversightRow, ...] = ()

    def show_rows(self, rows: tuple[OversightRow, ...]) -> None:
        """Follow newer results, telling views of the rows that differ."""
        before = self._rows
        if [_place(row) for row in rows] != [_place(row) for row in before]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at, TASK), self.index(at, KEPT))

    def row(self, at: int) -> OversightRow | None:
        """What a row is about."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def find(self, item_id: str) -> int:
        """The row of an activity, or the first one of a skill, one without a measure if there is; -1 if none."""
        found = [at for at, row in enumerate(self._rows) if item_id in _place(row)]
        return next((at for at in found if not self._rows[at].is_kept), found[0] if found else -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else KEPT + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Role.DisplayRole:
            return "" if index.column() in (TASK, LEVEL) and not row.is_first else _words(row, index.column())
        if role == Role.ToolTipRole:
            return _words(row, index.column())
        if role != Role.AccessibleTextRole:
            return None
        said = _words(row, index.column())
        return said if index.column() == TASK else f"{row.task.title}, {_heading(index.column())}: {said}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return _heading(section) if role == Role.DisplayRole else None


def _place(row: OversightRow) -> tuple[str, str]:
    return row.task.id, row.skill.id if row.skill else ""


def _words(row: OversightRow, column: int) -> str:
    if column == TASK:
        return row.task.title
    if column == LEVEL:
        levels = [row.task.level(hypothesis, Aspect.SUBSTITUTION) for hypothesis in HYPOTHESES]
        letters = dict.fromkeys(labels.level_letters(level) if level else labels.UNKNOWN for level in levels)
        return "–".join(letters)
    if column == SKILL:
        return row.skill.title if row.skill else _("no linked skill")
    return skill_labels.listed(row.measures) if row.is_kept else _("without a measure")


def _heading(column: int) -> str:
    return (_("Activity"), _("Level"), _("Skill it rests on"), _("Kept by"))[column]

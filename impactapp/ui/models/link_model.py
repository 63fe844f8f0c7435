"""The links of the chosen profession as a Qt table: a row an activity, a column a skill, told only of what changed."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp.domain.profession import Profession, Task
from impactapp.domain.skill import Link, Skill
from impactapp.ui.models import link_cells as cells
from impactapp.ui.models.link_cells import FIRST_SKILL, VALIDATED
from impactapp.ui.session import Session
from impactapp.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Place = tuple[int, int]
LOOK_ROLE = Role.UserRole + 1
_NOWHERE = QModelIndex()
# beyond this, one notice for the whole table costs the view less than many
_MANY_CELLS = 60


class LinkModel(QAbstractTableModel):
    """Holds the study's own activities and skills as of the last ``refresh``, with the links of each skill by task."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._profession_id = ""
        self._tasks: tuple[Task, ...] = ()
        self._skills: tuple[Skill, ...] = ()
        self._links: list[dict[str, Link]] = []

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The rows, in order."""
        return self._tasks

    @property
    def skills(self) -> tuple[Skill, ...]:
        """The skills, in order; each stands one column further, after the validation."""
        return self._skills

    def skill_at(self, column: int) -> Skill | None:
        """The skill of a column, ``None`` for the validation."""
        return self._skills[column - FIRST_SKILL] if FIRST_SKILL <= column < self.columnCount() else None

    def link_at(self, row: int, column: int) -> Link | None:
        """The link of a cell."""
        if column < FIRST_SKILL:
            return None
        return self._links[column - FIRST_SKILL].get(self._tasks[row].id)

    def row_of(self, task_id: str) -> int:
        """The row of an activity, -1 when it is not here."""
        return next((row for row, task in enumerate(self._tasks) if task.id == task_id), -1)

    def column_of(self, skill_id: str) -> int:
        """The column of a skill, -1 when it is not here."""
        found = (at for at, skill in enumerate(self._skills, FIRST_SKILL) if skill.id == skill_id)
        return next(found, -1)

    def refresh(self) -> list[Place]:
        """Follow the study; returns the cells that changed, none when rows or columns came, went or moved."""
        profession = self._session.profession
        if self._is_other(profession):
            self.beginResetModel()
            self._profession_id = profession.id if profession else ""
            self._tasks = profession.tasks if profession else ()
            self._skills = profession.skills if profession else ()
            self._links = [_by_task(skill) for skill in self._skills]
            self.endResetModel()
            return []
        assert profession is not None or not self._tasks
        if profession is None:
            return []
        changed = [*self._follow_tasks(profession.tasks), *self._follow_skills(profession.skills)]
        self._tell(changed)
        return changed

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else FIRST_SKILL + len(self._skills)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._tasks) or index.column() >= self.columnCount():
            return None
        task, column = self._tasks[index.row()], index.column()
        if role == Role.DisplayRole:
            if column == VALIDATED:
                return cells.validated_letter() if task.human_validates else ""
            return cells.link_text(self.link_at(index.row(), column))
        if role == LOOK_ROLE:
            return self.link_at(index.row(), column)
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            return cells.cell_words(task, self.skill_at(column), self.link_at(index.row(), column))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            title = self._tasks[section].title if section < len(self._tasks) else ""
            if role == Role.ToolTipRole:
                return plain_tip(title)
            return title or None if role in (Role.DisplayRole, Role.AccessibleTextRole) else None
        if section >= self.columnCount():
            return None
        skill = self.skill_at(section)
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return cells.heading(skill)
        return plain_tip(cells.heading_tip(skill)) if role == Role.ToolTipRole else None

    def _is_other(self, profession: Profession | None) -> bool:
        if profession is None:
            return bool(self._profession_id)
        same = [task.id for task in profession.tasks] == [task.id for task in self._tasks] and [
            skill.id for skill in profession.skills
        ] == [skill.id for skill in self._skills]
        return profession.id != self._profession_id or not same

    def _follow_tasks(self, tasks: tuple[Task, ...]) -> list[Place]:
        before, self._tasks = self._tasks, tasks
        changed = []
        for row, (old, new) in enumerate(zip(before, tasks, strict=True)):
            if old.title != new.title:
                self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)
            if old.human_validates is not new.human_validates:
                changed.append((row, VALIDATED))
        return changed

    def _follow_skills(self, skills: tuple[Skill, ...]) -> list[Place]:
        before, self._skills = self._skills, skills
        rows = {task.id: row for row, task in enumerate(self._tasks)}
        changed = []
        for column, (old, new) in enumerate(zip(before, skills, strict=True), FIRST_SKILL):
            if old is new:
                continue
            if old.title != new.title:
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)
            former = self._links[column - FIRST_SKILL]
            now = self._links[column - FIRST_SKILL] = _by_task(new)
            touched = [task_id for task_id in former | now if former.get(task_id) != now.get(task_id)]
            changed += sorted((rows[task_id], column) for task_id in touched if task_id in rows)
        return changed

    def _tell(self, changed: list[Place]) -> None:
        if len(changed) > _MANY_CELLS:
            rows, columns = zip(*changed, strict=True)
            self.dataChanged.emit(self.index(min(rows), min(columns)), self.index(max(rows), max(columns)))
            return
        for row, column in changed:
            self.dataChanged.emit(self.index(row, column), self.index(row, column))


def _by_task(skill: Skill) -> dict[str, Link]:
    return {link.task_id: link for link in skill.links}

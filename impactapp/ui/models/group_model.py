"""The participants of a sitting as a Qt table: the groups there are, and an empty row for each kind without one."""

from dataclasses import dataclass, replace
from enum import IntEnum
from uuid import uuid4

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp.domain.edits import workshop as edits
from impactapp.domain.edits.edit import Edit
from impactapp.domain.problems import EditError
from impactapp.domain.workshop import Group, GroupKind, Sitting
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui.models.vote_model import read_counts
from impactapp.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GroupColumn(IntEnum):
    """The columns, from left to right."""

    KIND = 0
    TITLE = 1
    SIZE = 2


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group, or the place for one of its kind."""

    kind: GroupKind
    group: Group | None


class GroupModel(QAbstractTableModel):
    """Typing a number in an empty row adds the group, 0 or nothing takes it away."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sitting: Sitting | None = None
        self._rows: tuple[GroupRow, ...] = ()
        self._extra: tuple[GroupKind, ...] = ()
        self._named: dict[GroupKind, str] = {}

    def row(self, at: int) -> GroupRow | None:
        """What a row is about."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def show_sitting(self, sitting: Sitting | None) -> None:
        """Follow a sitting, telling views of what differs."""
        if (sitting.id if sitting else "") != (self._sitting.id if self._sitting else ""):
            self._extra, self._named = (), {}
        self._sitting = sitting
        rows = _rows(sitting, self._extra)
        if [row.kind for row in rows] != [row.kind for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at, GroupColumn.KIND), self.index(at, GroupColumn.SIZE))

    def add_like(self, at: int) -> int:
        """Make room for one more group of the kind of a row; the row it gets."""
        row = self.row(at)
        kind = row.kind if row else GroupKind.OTHER
        if kind not in self._extra:
            self._extra = (*self._extra, kind)
            self.show_sitting(self._sitting)
        return next(at for at, one in enumerate(self._rows) if one.kind is kind and one.group is None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(GroupColumn)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = GroupColumn(index.column())
        if role == Role.TextAlignmentRole:
            return _RIGHT if column is GroupColumn.SIZE else None
        words = self._text(row, column)
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.EditRole):
            return words
        if role != Role.AccessibleTextRole:
            return None
        named = workshop_labels.group_title(row.group) if row.group else workshop_labels.group_kind_word(row.kind)
        return named if column is GroupColumn.KIND else f"{named}, {_heading(column).lower()} : {words or '0'}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            is_number = section == GroupColumn.SIZE
            return _RIGHT if is_number else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return _heading(GroupColumn(section)) if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_typed = index.isValid() and index.column() != GroupColumn.KIND and self._session.is_writable
        return flags | Qt.ItemFlag.ItemIsEditable if is_typed else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """``False`` when the text is refused; the reason is told."""
        row = self.row(index.row())
        if role != Role.EditRole or row is None or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        if str(value).strip() == self._text(row, GroupColumn(index.column())):
            return True
        if index.column() == GroupColumn.TITLE and row.group is None:
            # it waits for the number that makes the group
            self._named[row.kind] = str(value)
            self.dataChanged.emit(index, index)
            return True
        try:
            edit = self._edit_of(row, GroupColumn(index.column()), str(value))
        except EditError as refusal:
            return self._session.tell_refusal(refusal)
        return edit is None or self._session.submit(edit)

    def _edit_of(self, row: GroupRow, column: GroupColumn, typed: str) -> Edit | None:
        sitting, group = self._sitting, row.group
        if sitting is None:
            return None
        if column is GroupColumn.TITLE and group is not None:
            return edits.set_group(sitting, replace(group, title=typed))
        size = read_counts((typed, "", "")).faible
        if size == 0:
            return edits.remove_group(sitting, group.id) if group else None
        if group is not None:
            return edits.set_group(sitting, replace(group, size=size))
        self._extra = tuple(kind for kind in self._extra if kind is not row.kind)
        return edits.set_group(sitting, Group(str(uuid4()), row.kind, size, self._named.pop(row.kind, "")))

    def _text(self, row: GroupRow, column: GroupColumn) -> str:
        if column is GroupColumn.KIND:
            return workshop_labels.group_kind_word(row.kind)
        if row.group is None:
            return self._named.get(row.kind, "") if column is GroupColumn.TITLE else ""
        return row.group.title if column is GroupColumn.TITLE else str(row.group.size)


def _rows(sitting: Sitting | None, extra: tuple[GroupKind, ...]) -> tuple[GroupRow, ...]:
    rows: list[GroupRow] = []
    for kind in GroupKind if sitting else ():
        there = [group for group in sitting.groups if group.kind is kind] if sitting else []
        rows.extend(GroupRow(kind, group) for group in there)
        if not there or kind in extra:
            rows.append(GroupRow(kind, None))
    return tuple(rows)


def _heading(column: GroupColumn) -> str:
    return (_("Group"), _("Name or detail"), _("Persons"))[column]

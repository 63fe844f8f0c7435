"""The differences of returned files as a Qt table; what is accepted is ticked here and nowhere else."""

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from impactapp.i18n import _
from impactapp.ui.models.incoming_entries import Entry, Sort, cell_words, sort_word

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LEVEL_ROLE = Role.UserRole + 1
_NOWHERE = QModelIndex()
# taken by « accept all »: what asks a question is answered one by one, or by its own kind
PLAIN_SORTS = (Sort.CHANGE, Sort.NEW)


class Column(IntEnum):
    """The columns, from left to right."""

    TAKEN = 0
    SORT = 1
    WHERE = 2
    FIELD = 3
    BEFORE = 4
    AFTER = 5
    SOURCE = 6


class IncomingModel(QAbstractTableModel):
    """Shows the entries that pass the filter; ``counted`` follows each tick."""

    counted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Entry, ...] = ()
        self._rows: list[Entry] = []
        self._groups: dict[str, list[Entry]] = {}
        self._accepted: set[str] = set()
        self._sort: Sort | None = None
        self._source = ""
        self._sought = ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, shown or not."""
        return self._all

    @property
    def accepted(self) -> list[Entry]:
        """What is ticked, in order."""
        return [entry for entry in self._all if entry.key in self._accepted]

    @property
    def chosen_sort(self) -> Sort | None:
        """The kind that is shown, ``None`` for all."""
        return self._sort

    def entry(self, row: int) -> Entry | None:
        """The entry of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """The row of an entry, -1 where it is not shown."""
        return next((row for row, entry in enumerate(self._rows) if entry.key == key), -1)

    def is_accepted(self, entry: Entry) -> bool:
        """Whether an entry is ticked."""
        return entry.key in self._accepted

    def versions(self, entry: Entry) -> list[Entry]:
        """What stands side by side: the versions of a disagreement, else the entry alone."""
        return [entry] if not entry.group else self._groups[entry.group]

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show another comparison; what was ticked and is still there stays ticked."""
        self.beginResetModel()
        self._all = tuple(entries)
        self._groups = {}
        for entry in self._all:
            if entry.group:
                self._groups.setdefault(entry.group, []).append(entry)
        if self._accepted:
            self._accepted &= {entry.key for entry in self._all if entry.is_open}
        self._rows = self._passing()
        self.endResetModel()
        self.counted.emit()

    def forget(self) -> None:
        """Let everything go."""
        self._accepted.clear()
        self.show_entries(())

    def filter(self, sort: Sort | None, source: str, sought: str) -> None:
        """Show entries of one kind, of one file, with some words in them."""
        wanted = (sort, source, sought.strip().casefold())
        if wanted != (self._sort, self._source, self._sought):
            self.beginResetModel()
            self._sort, self._source, self._sought = wanted
            self._rows = self._passing()
            self.endResetModel()

    def accept(self, entries: Iterable[Entry], *, taken: bool) -> None:
        """Tick entries, or take their ticks away; of those that exclude each other the last one stays."""
        wanted = [entry for entry in entries if entry.is_open]
        before = set(self._accepted)
        if taken:
            self._accepted |= {entry.key for entry in wanted}
            for entry in wanted:
                if entry.group:
                    self._accepted -= {one.key for one in self._groups[entry.group] if one is not entry}
        else:
            self._accepted -= {entry.key for entry in wanted}
        self._tell(before ^ self._accepted)

    def accept_shown(self, *, taken: bool) -> None:
        """Tick what is shown: without a chosen kind only what asks no question; versions only of one chosen file."""
        wanted = [
            entry
            for entry in self._rows
            if not taken
            or ((self._sort is not None or entry.sort in PLAIN_SORTS) and (not entry.group or bool(self._source)))
        ]
        self.accept(wanted, taken=taken)

    def toggle(self, rows: Iterable[int]) -> None:
        """Tick rows, or take their ticks away where all have one."""
        entries = [entry for row in rows if (entry := self.entry(row)) is not None and entry.is_open]
        self.accept(entries, taken=not all(entry.key in self._accepted for entry in entries))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        entry = self.entry(index.row()) if index.isValid() else None
        is_tick = entry is not None and entry.is_open and index.column() == Column.TAKEN
        return flags | Qt.ItemFlag.ItemIsUserCheckable if is_tick else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        entry = self.entry(index.row()) if index.isValid() else None
        if role != Role.CheckStateRole or entry is None or index.column() != Column.TAKEN or not entry.is_open:
            return False
        self.accept([entry], taken=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        column = Column(index.column())
        if role == Role.CheckStateRole and column is Column.TAKEN and entry.is_open:
            return Qt.CheckState.Checked if entry.key in self._accepted else Qt.CheckState.Unchecked
        if role == Role.DisplayRole:
            return _text(entry, column)
        if role == Role.ToolTipRole:
            return _text(entry, column) or None
        if role == LEVEL_ROLE:
            return {Column.BEFORE: entry.before.level, Column.AFTER: entry.after.level}.get(column)
        return self._spoken(entry, column) if role == Role.AccessibleTextRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return heading(Column(section)) if role == Role.DisplayRole else None

    def _spoken(self, entry: Entry, column: Column) -> str:
        """The whole line in the first column, so that a reader need not walk through it."""
        if column is not Column.TAKEN:
            return f"{heading(column)} : {_text(entry, column)}"
        state = _("accepted") if entry.key in self._accepted else _("not accepted")
        told = [sort_word(entry.sort), *([state] if entry.is_open else []), entry.where, entry.field]
        if entry.before.words or entry.after.words:
            told.append(_("{before} becomes {after}").format(before=entry.before.words, after=entry.after.words))
        return ", ".join(part for part in (*told, cell_words(entry.cell)) if part)

    def _passing(self) -> list[Entry]:
        if self._sort is None and not self._source and not self._sought:
            return list(self._all)
        return [
            entry
            for entry in self._all
            if (self._sort is None or entry.sort is self._sort)
            and (not self._source or self._source in entry.sources)
            and self._sought in entry.sought
        ]

    def _tell(self, touched: set[str]) -> None:
        """One notice for all of them: views ask for what they show."""
        if not touched:
            return
        rows = [row for row, entry in enumerate(self._rows) if entry.key in touched]
        if rows:
            self.dataChanged.emit(self.index(rows[0], Column.TAKEN), self.index(rows[-1], Column.SOURCE))
        self.counted.emit()


def heading(column: Column) -> str:
    """The words over a column."""
    return (*(_("Accept"), _("Kind"), _("Where"), _("What"), _("In the study"), _("In the file"), _("Source")),)[column]


def _text(entry: Entry, column: Column) -> str:
    return (
        *("", sort_word(entry.sort), entry.where, entry.field, entry.before.words, entry.after.words),
        cell_words(entry.cell),
    )[column]

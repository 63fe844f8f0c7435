"""The agenda of a sitting as a Qt table: the activities to talk about first, and why."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp import labels
from impactapp.domain.analysis.agenda import AgendaItem, Gap, agenda, gap
from impactapp.domain.analysis.sittings import TalkResult, sitting_result
from impactapp.domain.analysis.weights import weights_of
from impactapp.domain.level import HYPOTHESES, Aspect, Level
from impactapp.domain.profession import Profession, Task
from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AgendaColumn(IntEnum):
    """The columns, from left to right."""

    RANK = 0
    TITLE = 1
    CONSENSUS = 2
    LEVERAGE = 3
    TIME = 4
    STATE = 5


NUMBERS = (AgendaColumn.RANK, AgendaColumn.CONSENSUS, AgendaColumn.LEVERAGE, AgendaColumn.TIME)


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An activity to talk about, the time spent on it, and whether its votes may not be shown."""

    item: AgendaItem
    seconds: int
    is_hidden: bool


def agenda_rows(study: Study, profession: Profession, sitting: Sitting) -> tuple[AgendaRow, ...]:
    """The activities of a profession, the most urgent first."""
    by_id = {one.talk.task_id: one for one in sitting_result(sitting).talks}
    weights = weights_of(profession, study.weighting).values
    items = agenda(profession, sitting, weights, study.level_rates(study.rule))
    return tuple(
        AgendaRow(
            item, by_id[item.task_id].talk.seconds if item.task_id in by_id else 0, _is_hidden(by_id.get(item.task_id))
        )
        for item in items
    )


def gap_of(study: Study, profession: Profession, sitting: Sitting) -> Gap | None:
    """What carries the gap between the hypotheses, by the votes where they propose levels, else by the decisions.

    A training sitting goes by its votes alone: the published decisions are not to be told before the room has voted.
    """
    rates = study.level_rates(study.rule)
    if rates is None:
        return None
    by_id = {one.talk.task_id: one for one in sitting_result(sitting).talks}
    weights = weights_of(profession, study.weighting).values or (1.0,) * len(profession.tasks)
    levels = [
        _voted(by_id.get(task.id)) or ((None, None) if sitting.is_training else _decided(task))
        for task in profession.tasks
    ]
    if sitting.is_training and not any(low for low, _high in levels):
        return None
    return gap([(task.id, *pair) for task, pair in zip(profession.tasks, levels, strict=True)], weights, rates)


class AgendaModel(QAbstractTableModel):
    """Rank, activity, consensus, leverage, time, state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AgendaRow, ...] = ()

    def show_rows(self, rows: tuple[AgendaRow, ...]) -> None:
        """Follow the votes, telling views of the rows that differ."""
        before = self._rows
        if [row.item.task_id for row in rows] != [row.item.task_id for row in before]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at, AgendaColumn.RANK), self.index(at, AgendaColumn.STATE))

    def row(self, at: int) -> AgendaRow | None:
        """What a row is about."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def row_of(self, task_id: str) -> int:
        """The row of an activity, -1 when it is not here."""
        return next((at for at, row in enumerate(self._rows) if row.item.task_id == task_id), -1)

    def words(self, at: int) -> str:
        """Why a row stands where it does."""
        row = self.row(at)
        if row is None:
            return ""
        return _hidden_words() if row.is_hidden else workshop_labels.agenda_sentence(row.item)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(AgendaColumn)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = AgendaColumn(index.column())
        if role == Role.TextAlignmentRole:
            return _RIGHT if column in NUMBERS else None
        if role == Role.ToolTipRole:
            return self.words(index.row())
        words = _text(row, column, index.row())
        if role == Role.DisplayRole:
            return words
        if role != Role.AccessibleTextRole:
            return None
        return words if column is AgendaColumn.TITLE else f"{row.item.title}, {_heading(column).lower()} : {words}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return _RIGHT if section in NUMBERS else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return _heading(AgendaColumn(section)) if role == Role.DisplayRole else None


def _is_hidden(result: TalkResult | None) -> bool:
    """Whether a consensus would tell of votes that are too few to be shown."""
    return result is not None and any(one.consensus is None for one in result.questions)


def _voted(result: TalkResult | None) -> tuple[Level | None, Level | None] | None:
    voted = next((one for one in result.proposed if one.aspect is Aspect.SUBSTITUTION), None) if result else None
    if voted is None or voted.low is None or voted.high is None:
        return None
    return voted.low, voted.high


def _decided(task: Task) -> tuple[Level | None, Level | None]:
    low, high = (task.level(hypothesis, Aspect.SUBSTITUTION) for hypothesis in HYPOTHESES)
    return low, high


def _text(row: AgendaRow, column: AgendaColumn, at: int) -> str:
    item = row.item
    if column is AgendaColumn.RANK:
        return str(at + 1)
    if column is AgendaColumn.TITLE:
        return item.title
    if column is AgendaColumn.CONSENSUS:
        return labels.UNKNOWN if row.is_hidden or item.consensus is None else labels.ratio(item.consensus)
    if column is AgendaColumn.LEVERAGE:
        return labels.points(item.leverage)
    if column is AgendaColumn.TIME:
        return workshop_labels.time_words(row.seconds) if row.seconds else labels.UNKNOWN
    if item.is_settled:
        return _("settled")
    if item.is_parked:
        return _("set aside")
    if row.is_hidden:
        return _("votes not shown")
    return _("not voted yet") if item.consensus is None else _("to decide")


def _hidden_words() -> str:
    return _("Votes that may not be shown yet: no consensus.")


def _heading(column: AgendaColumn) -> str:
    return (_("No."), _("Activity"), _("Consensus"), _("Leverage"), _("Time"), _("State"))[column]

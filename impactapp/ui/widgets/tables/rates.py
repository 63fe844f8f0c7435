"""What each rule gives for the profession; Enter or a double click takes a rule for the study."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from impactapp import labels
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.level import HYPOTHESES
from impactapp.domain.rule import Rule
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.widgets.tables.delegate import PADDING, TableDelegate
from impactapp.ui.widgets.tables.header import TableHeader
from impactapp.ui.widgets.tables.view import SHEET

Key = Qt.Key
RULE_ROLE = Qt.ItemDataRole.UserRole
_RATES = (1, 2)
# on the drawing board: from this width on the columns of rates are roomy
WIDE = 640
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RatesTable(QTableWidget):
    """One row a rule; ``rule_picked(code)`` asks for another one."""

    rule_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(TableDelegate(self))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setStyleSheet(SHEET.format(padding=theme.px(PADDING)))
        self.verticalHeader().hide()
        self.setHorizontalHeader(TableHeader(self))
        self.setAccessibleName(_("Rates by rule"))
        self.setAccessibleDescription(_("Enter takes the rule of the current row for the study."))
        self.cellDoubleClicked.connect(lambda row, _column: self._pick(row))

    def show_rates(self, result: ProfessionResult, study: Study) -> None:
        """Fill the table in."""
        row = self.currentRow()
        heads = [_("Rule"), *(labels.hypothesis_word(hypothesis) for hypothesis in HYPOTHESES), ""]
        for column, head in enumerate(heads):
            item = QTableWidgetItem(head[:1].upper() + head[1:])
            item.setTextAlignment(_RIGHT if column in _RATES else _LEFT)
            self.setHorizontalHeaderItem(column, item)
        self.setRowCount(len(result.rates))
        for position, (rule, rate) in enumerate(result.rates.items()):
            chosen = rule is study.rule
            name = labels.rule_word(rule)
            words = (
                name[:1].upper() + name[1:],
                labels.percent(rate.low),
                labels.percent(rate.high),
                _("rule of the study") if chosen else "",
            )
            for column, word in enumerate(words):
                self.setItem(position, column, _item(word, rule, study, chosen=chosen, right=column in _RATES))
        self.setCurrentCell(max(0, row), 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """All rules can be seen at once: they are there to be compared."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return QSize(theme.px(120), rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth())

    def _fit(self) -> None:
        """The rule takes the width that the rates leave, its words as many lines as they need."""
        wide = self.viewport().width() >= theme.px(WIDE)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, theme.px(160 if wide else 96))
        before = self.minimumSizeHint().height()
        self.verticalHeader().setMinimumSectionSize(theme.px(40))
        self.resizeRowsToContents()
        if self.minimumSizeHint().height() != before:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Key(event.key()) in (Key.Key_Return, Key.Key_Enter):
            self._pick(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _pick(self, row: int) -> None:
        item = self.item(row, 0)
        if item is not None:
            self.rule_picked.emit(str(item.data(RULE_ROLE)))


def _item(word: str, rule: Rule, study: Study, *, chosen: bool, right: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(word)
    item.setData(RULE_ROLE, rule.value)
    item.setToolTip(labels.rule_sentence(rule, study.custom_rates))
    if chosen:
        item.setFont(theme.font("strong"))
    if right:
        item.setTextAlignment(_RIGHT)
    return item

"""Sentences with a box each, every one of them read in full: what is cut cannot be chosen."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from impactapp.ui import theme

# around the box and the words, on the drawing board
MARGINS, AIR = 36, 20
WRAP = Qt.TextFlag.TextWordWrap


class StatementList(QListWidget):
    """Space ticks; ``itemChanged`` follows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_WholeWords(self))

    def show_statements(self, statements: Iterable[str], ticked: Collection[str]) -> None:
        """List sentences, some of them ticked, without a signal."""
        self.blockSignals(True)
        self.clear()
        for words in statements:
            item = QListWidgetItem(words, self)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if words in ticked else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    def ticked(self) -> list[str]:
        """The sentences that are ticked."""
        items = [self.item(row) for row in range(self.count())]
        return [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]


class _WholeWords(QStyledItemDelegate):
    """Qt reckons the height of a line without what the style puts around it."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as all the words at the width of the list."""
        box = self._view.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, option, self._view)
        width = self._view.viewport().width()
        room = QRect(0, 0, max(theme.px(80), width - box - theme.px(MARGINS)), 10_000)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return QSize(width, self._view.fontMetrics().boundingRect(room, WRAP, words).height() + theme.px(AIR))

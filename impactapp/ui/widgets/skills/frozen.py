"""The names of the rows, kept in sight while their table scrolls to the right."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from impactapp.ui import theme
from impactapp.ui.widgets.rating.delegate import broken
from impactapp.ui.widgets.tables.delegate import PADDING

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class FrozenNames(QWidget):
    """Lies over the left of a table whose first column holds the names, as soon as that column scrolls away."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        model, header = view.model(), view.horizontalHeader()
        for signal in (model.dataChanged, model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._follow)
        for moved in (view.horizontalScrollBar().valueChanged, view.verticalScrollBar().valueChanged):
            moved.connect(self._follow)
        header.sectionResized.connect(self._follow)
        header.geometriesChanged.connect(self._follow)
        view.verticalHeader().sectionResized.connect(self._follow)
        view.selectionModel().selectionChanged.connect(self._follow)
        view.selectionModel().currentChanged.connect(lambda _now, _before: QTimer.singleShot(0, self, self._uncover))
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the table."""
        if event.type() is QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A name that is pressed becomes the current cell, and scrolls back into its place."""
        row = self._view.rowAt(int(event.position().y()) - self._heading())
        if row >= 0:
            self._view.setCurrentIndex(self._view.model().index(row, 0))
            self._view.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, height = theme.current().palette, self._heading()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.background))
        painter.setFont(self._view.font())
        self._words(painter, QRect(0, 0, self.width(), height - 1), self._head(), colours.muted)
        painter.fillRect(QRect(0, height - 1, self.width(), 1), QColor(colours.line))
        painter.setClipRect(QRect(0, height, self.width(), self.height() - height))
        for row in self._rows():
            index = self._view.model().index(row, 0)
            place = QRect(0, height + self._view.rowViewportPosition(row), self.width(), self._view.rowHeight(row))
            if self._view.selectionModel().isSelected(index):
                painter.fillRect(place, QColor(colours.selection))
            self._words(painter, place, str(index.data() or ""), colours.text)
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), QColor(colours.line))
        painter.end()

    def _rows(self) -> range:
        first, last = self._view.rowAt(0), self._view.rowAt(self._view.viewport().height() - 1)
        return range(max(first, 0), (last if last >= 0 else self._view.model().rowCount() - 1) + 1)

    def _words(self, painter: QPainter, place: QRect, words: str, ink: str) -> None:
        inside = place.adjusted(theme.px(PADDING), 0, -theme.px(PADDING), 0)
        lines = broken(words, self._view.font(), inside.width())
        height = self.fontMetrics().lineSpacing()
        top = inside.top() + (inside.height() - len(lines) * height) // 2
        painter.setPen(QColor(ink))
        for number, line in enumerate(lines):
            painter.drawText(QRect(inside.left(), top + number * height, inside.width(), height), _LINE, line)

    def _head(self) -> str:
        return str(self._view.model().headerData(0, Qt.Orientation.Horizontal) or "")

    def _heading(self) -> int:
        return self._view.horizontalHeader().height()

    def _follow(self, *_what: object) -> None:
        """Stand over the scrolled name column, or go."""
        away = self._view.horizontalScrollBar().value() > 0
        if away:
            port, height = self._view.viewport().geometry(), self._heading()
            self.setGeometry(port.left(), port.top() - height, self._view.columnWidth(0), port.height() + height)
            self.raise_()
            self.update()
        self.setVisible(away)

    def _uncover(self) -> None:
        """Bring the current cell out from under the names."""
        current = self._view.currentIndex()
        if self.isHidden() or not current.isValid() or current.column() == 0:
            return
        hidden = self.width() - self._view.columnViewportPosition(current.column())
        if hidden > 0:
            bar = self._view.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

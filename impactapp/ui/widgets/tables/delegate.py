"""Cells edited in place: a refused text is offered again instead of being lost, a choice opens as a list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from impactapp.ui import theme
from impactapp.ui.widgets import text

PADDING = 8
# above and below the words of a row, and where height is scarce
AIR, LITTLE_AIR = 8, 4
FEWEST_LINES = 2
# what Qt's styles leave on each side of the text of a cell
_TEXT_MARGIN = 3
Index = QModelIndex | QPersistentModelIndex
Choices = Callable[[], Sequence[tuple[str, str]]]


class TableDelegate(QStyledItemDelegate):
    """Roomy wrapped rows and a line editor; ``dense`` rows have two lines, the second one ends with an ellipsis."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.dense = False
        self._refused: tuple[QPersistentModelIndex, str] | None = None

    @property
    def holds_refused(self) -> bool:
        """Whether a refused text is about to be offered again."""
        return self._refused is not None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = index.data(Qt.ItemDataRole.FontRole) or option.font
        words = text.breakable(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        width = max(theme.px(40), option.rect.width() - theme.px(2 * PADDING) - 2 * _TEXT_MARGIN)
        room = QRect(0, 0, width, 16_000)
        metrics = QFontMetrics(font)
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
        if self.dense:
            height = min(height, metrics.height() + (FEWEST_LINES - 1) * metrics.lineSpacing())
        air = 2 * theme.px(LITTLE_AIR if self.dense else AIR)
        return QSize(width, max(height + air, theme.px(20) + air))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = text.breakable(option.text)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        outline_current(painter, option)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        return text.show_tip(event, view, index) or super().helpEvent(event, view, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(heading_of(index))
        if index.data(Qt.ItemDataRole.TextAlignmentRole):
            editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if editor.isModified():
            # the study changed behind it: what is being typed stays
            return
        refused, self._refused = self._refused, None
        if refused is not None and refused[0] == index:
            editor.setText(refused[1])
        else:
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        typed = editor.text()
        # who has clicked elsewhere is not called back
        stays = editor.hasFocus()
        # before the attempt: a large change that it waits for may take the row away, and another come in its place
        kept = QPersistentModelIndex(index)
        if not model.setData(index, typed) and stays and kept.isValid():
            self._refused = (kept, typed)
            QTimer.singleShot(0, self._view, lambda: self._reopen(kept))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def _reopen(self, index: QPersistentModelIndex) -> None:
        if index.isValid():
            place = self._view.model().index(index.row(), index.column())
            self._view.setCurrentIndex(place)
            self._view.edit(place)
        self._refused = None


class ChoiceDelegate(QStyledItemDelegate):
    """A list of choices, each a code and its words; takes effect as soon as one is chosen."""

    def __init__(self, choices: Choices, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._view = parent
        self._choices = choices

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words of any other cell: Qt's own would not count what the sheet leaves beside them."""
        return self._view.itemDelegate().sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        outline_current(painter, option)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        return text.show_tip(event, view, index) or super().helpEvent(event, view, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QComboBox(parent)
        for code, words in self._choices():
            editor.addItem(words, code)
        # on Linux a combo box is named by its label only
        name = QLabel(heading_of(index), parent)
        name.setBuddy(editor)
        name.hide()
        editor.destroyed.connect(name.deleteLater)
        editor.setAccessibleName(heading_of(index))
        editor.activated.connect(lambda: self._chosen(editor))
        # a key that opens the editor may already have chosen
        QTimer.singleShot(0, editor, lambda: editor.showPopup() if editor.hasFocus() else None)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def _chosen(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


def outline_current(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Show which cell of the chosen row the keys act on."""
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(theme.current().palette.accent), theme.px(2)))
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1))


def heading_of(index: Index) -> str:
    """The words above a column."""
    return str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))

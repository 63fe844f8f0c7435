"""« Depuis le catalogue… »: the measures the tool knows, each with what is known of it and the limit of that."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from impactapp.domain.barrier_cards import BARRIER_CARDS, BarrierCard
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels
from impactapp.ui import theme
from impactapp.ui.widgets import text
from impactapp.ui.widgets.evidence_lines import card_lines
from impactapp.ui.widgets.skills.panel import Said, WordsPanel

Key = Qt.Key
# on the drawing board: from this width on, the list stands beside the card
BESIDE, LIST = 640, 300
SHORT, ROWS_ABOVE = 260, 4
_ANY = 16_777_215


class BarrierCatalog(QWidget):
    """``picked(card)`` names the card to add, ``closed`` follows Esc."""

    picked = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Measures of the catalogue"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        for card in BARRIER_CARDS:
            item = QListWidgetItem(skill_labels.barrier_words(card.code).title, self.list)
            words = "\n".join(line.words for line in card_lines(card.code))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, words)
        self.panel = WordsPanel(_("What is known of the measure"))
        self.add_button = text.button(_("Add this measure"), self._pick, "primary")
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.list.itemDoubleClicked.connect(lambda _item: self._pick())
        self.list.setCurrentRow(0)
        self.retheme()

    @property
    def card(self) -> BarrierCard:
        """The card that is shown."""
        return BARRIER_CARDS[max(0, self.list.currentRow())]

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.panel.retheme()
        self._arrange()

    def help_text(self) -> str:
        """What the cards are."""
        return _(
            "The measures this tool knows, with the figure, the limit and the source of each work they rest on. Up and "
            "Down choose, Page up and Page down scroll the card, Enter adds the measure as “considered”, Escape goes "
            "back to the table."
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds the card that is chosen in the list; pages scroll the card."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            bar = self.panel.verticalScrollBar()
            if event.key() in (Key.Key_Return, Key.Key_Enter):
                self._pick()
                return True
            if event.key() in (Key.Key_PageUp, Key.Key_PageDown):
                step = bar.pageStep() if event.key() == Key.Key_PageDown else -bar.pageStep()
                bar.setValue(bar.value() + step)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show(self) -> None:
        title = skill_labels.barrier_words(self.card.code).title
        self.panel.say([Said(title, "strong"), *card_lines(self.card.code)])
        self.panel.verticalScrollBar().setValue(0)

    def _pick(self) -> None:
        self.picked.emit(self.card)

    def _arrange(self) -> None:
        """Side by side, or the list above the card where there is no room for both."""
        beside = self.width() >= theme.px(BESIDE)
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        row = self.list.sizeHintForRow(0) + 2 * self.list.frameWidth()
        self.list.setMinimumWidth(theme.px(LIST) if beside else 0)
        self.list.setMaximumWidth(theme.px(LIST) if beside else _ANY)
        rows = 2 if self.height() < theme.px(SHORT) else ROWS_ABOVE
        self.list.setMaximumHeight(_ANY if beside else rows * row)
        self.list.setMinimumHeight(0 if beside else rows * row)
        self.panel.widen(alone=True)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.add_button)
        buttons.addWidget(text.button(_("Back to the table"), self.closed.emit))
        buttons.addStretch()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(theme.px(8))
        self._both.addWidget(self.list)
        self._both.addWidget(self.panel, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._both, 1)
        column.addLayout(buttons)

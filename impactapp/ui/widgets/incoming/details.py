"""One difference looked at closely: what the study and each file say, whole, side by side, to choose from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.models.incoming_entries import Shown
from impactapp.ui.widgets import text
from impactapp.ui.widgets.flow import FlowLayout

# on the drawing board
CARD, HEIGHT, LEAST = 250, 168, 96


@dataclass(frozen=True, slots=True)
class Option:
    """One of several answers: its name, what it would put into the study, and what choosing it does.

    Without ``choose`` it is only there to be compared.
    """

    title: str
    value: Shown
    note: str = ""
    is_chosen: bool = False
    choose: Callable[[], object] | None = None


class IncomingDetails(QScrollArea):
    """Answers side by side where there is room; Escape leads back to the table through ``leave``."""

    def __init__(self, leave: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leave = leave
        self.title = text.label("", "strong", wrap=True)
        self.buttons: list[QRadioButton] = []
        self.cards: list[_Card] = []
        self._group = QButtonGroup(self)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.addWidget(self.title)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=12)
        self._column.addWidget(self._holder)
        self._column.addStretch()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)
        self.setAccessibleName(_("The chosen difference"))
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self._column.setContentsMargins(0, theme.px(4), theme.px(8), 0)
        self._column.setSpacing(theme.px(6))
        self.setMinimumHeight(theme.px(LEAST))
        self.setMaximumHeight(theme.px(HEIGHT))
        for card in self.cards:
            card.retheme()
        self._level_cards()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(CARD), theme.px(HEIGHT))

    def show_options(self, title: str, options: Sequence[Option]) -> None:
        """Show another difference; who is choosing in this one keeps the keyboard."""
        at = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), -1)
        same = [card.option.title for card in self.cards] == [option.title for option in options]
        self.title.setText(text.breakable(title))
        if not same:
            self._rebuild(len(options))
        for card, option in zip(self.cards, options, strict=True):
            card.show_option(option)
        self._level_cards()
        self.buttons = [card.button for card in self.cards if card.option.choose is not None]
        if 0 <= at < len(self.buttons) and not same:
            self.buttons[at].setFocus()

    def take_focus(self) -> bool:
        """Go to the answer that is chosen; ``False`` where there is nothing to choose."""
        chosen = next((button for button in self.buttons if button.isChecked()), None)
        first = chosen or next(iter(self.buttons), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return first is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave()
        else:
            super().keyPressEvent(event)

    def _level_cards(self) -> None:
        """As high as the highest: side by side they are compared."""
        highest = max((card.needed_height() for card in self.cards), default=0)
        for card in self.cards:
            card.setFixedHeight(highest)

    def _rebuild(self, count: int) -> None:
        for card in self.cards:
            self._group.removeButton(card.button)
        text.empty(self._flow)
        self.cards = [_Card(self._group) for _number in range(count)]
        for card in self.cards:
            self._flow.addWidget(card)


class _Card(QFrame):
    """One answer: a radio button over the value it stands for."""

    def __init__(self, group: QButtonGroup) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.option = Option("", Shown(""))
        self.button = QRadioButton()
        group.addButton(self.button)
        self.button.clicked.connect(self._choose)
        self._name = text.label("", "muted", wrap=True)
        self._letters = text.label("", "strong")
        self._letters.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._value = text.label("", wrap=True)
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note = text.label("", "small", wrap=True)
        beside = QHBoxLayout()
        beside.setSpacing(theme.px(8))
        beside.addWidget(self._letters, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self._value, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        column.setSpacing(theme.px(4))
        column.addWidget(self.button)
        column.addWidget(self._name)
        column.addLayout(beside)
        column.addWidget(self._note)
        column.addStretch()
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes and colours of the current theme."""
        self.setFixedWidth(theme.px(CARD))
        level = self.option.value.level
        if level is not None:
            swatch = theme.current().palette.level(level)
            self._letters.setStyleSheet(
                f"background: {swatch.ground}; color: {swatch.ink}; border-radius: {theme.px(4)}px; "
                f"padding: {theme.px(2)}px {theme.px(8)}px;"
            )

    def needed_height(self) -> int:
        """The height its words need."""
        width = theme.px(CARD)
        return self._column.heightForWidth(width) if self._column.hasHeightForWidth() else self.sizeHint().height()

    def show_option(self, option: Option) -> None:
        """Show another answer."""
        self.option = option
        is_answer, level = option.choose is not None, option.value.level
        self.button.setVisible(is_answer)
        self._name.setVisible(not is_answer)
        self.button.setText(option.title.replace("&", "&&"))
        self._name.setText(option.title)
        self._letters.setVisible(level is not None)
        self._letters.setText(labels.level_letters(level) if level else "")
        self._value.setText(text.breakable(option.value.words))
        self._value.setVisible(bool(option.value.words))
        self._note.setText(text.breakable(option.note))
        self._note.setVisible(bool(option.note))
        self.button.setAccessibleName(", ".join(filter(None, (option.title, option.value.words, option.note))))
        # several cards of one group: the one that is chosen unchecks the others
        if is_answer and self.button.isChecked() is not option.is_chosen:
            group = self.button.group()
            group.setExclusive(False)
            self.button.setChecked(option.is_chosen)
            group.setExclusive(True)
        self.retheme()

    def _choose(self) -> None:
        if self.option.choose is not None:
            self.option.choose()

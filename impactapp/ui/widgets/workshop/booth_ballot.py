"""One ballot on the screen: a row a question, answered by digits; nothing of it is left once it is cast."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.widgets import text
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.workshop.booth_paper import Answers, Asked

Key = Qt.Key
# the row of digits of a French keyboard gives & é " ' when Shift is not held
DIGITS = {
    Key.Key_1: 1,
    Key.Key_2: 2,
    Key.Key_3: 3,
    Key.Key_4: 4,
    Key.Key_Ampersand: 1,
    Key.Key_Eacute: 2,
    Key.Key_QuoteDbl: 3,
    Key.Key_Apostrophe: 4,
}
CHOICE = """
QPushButton {{ font-size: {size}px; padding: {pad}px {pad}px; }}
QPushButton:checked {{ background: {ground}; color: {ink}; border-color: {ground}; }}
"""


class QuestionRow(QFrame):
    """One question; ``answered`` follows a choice, ``moved(by)`` asks for the question beside."""

    answered = Signal()
    moved = Signal(int)

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = asked
        self.answer: int | None = None
        self.setProperty("role", "bar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.options = [self._option(number, words) for number, words in enumerate(asked.options, 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))
        column.addWidget(text.label(asked.words, "section", wrap=True))
        choices = QWidget()
        flow = FlowLayout(choices, gap=8)
        for option in self.options:
            flow.addWidget(option)
        column.addWidget(choices)
        self.choose(None)

    def choose(self, answer: int | None) -> None:
        """Take an answer, or none."""
        self.answer = answer
        for number, option in enumerate(self.options, 1):
            option.setChecked(number == answer)
        chosen = self.asked.options[answer - 1] if answer else _("no answer yet")
        self.setAccessibleName(" ".join(filter(None, (self.asked.heading, self.asked.words))))
        self.setAccessibleDescription(f"{chosen}. {' ; '.join(self.asked.options)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        number = DIGITS.get(key, 0)
        if 0 < number <= len(self.options):
            self._answer(number)
        elif key in (Key.Key_Backspace, Key.Key_Delete):
            self.choose(None)
        elif key in (Key.Key_Down, Key.Key_Up):
            self.moved.emit(1 if key is Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus(on=False)

    def _show_focus(self, *, on: bool) -> None:
        self.setProperty("role", "note" if on else "bar")
        self.style().unpolish(self)
        self.style().polish(self)

    def _option(self, number: int, words: str) -> QPushButton:
        numbered = words if words.startswith(str(number)) else f"{number} · {words}"
        option = text.button(numbered, lambda: self._answer(number))
        option.setCheckable(True)
        option.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return option

    def _answer(self, number: int) -> None:
        self.choose(number)
        self.setFocus()
        self.answered.emit()


class BallotSheet(QWidget):
    """``cast(answers)`` follows the confirmation; with a question left out it is asked for once more."""

    cast = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[QuestionRow] = []
        self._is_warned = False
        self.said = text.label("", "muted", wrap=True)
        self.confirm = text.button(_("Cast the ballot (Enter)"), self.ask_to_cast, "primary")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    def start(self, asked: Sequence[Asked]) -> None:
        """Show an empty ballot."""
        self.rows = []
        content = QWidget()
        colours = theme.current().palette
        content.setStyleSheet(
            CHOICE.format(size=theme.px(18), pad=theme.px(10), ground=colours.accent, ink=colours.accent_ink)
        )
        column = QVBoxLayout(content)
        heading = ""
        for at, one in enumerate(asked):
            if one.heading != heading:
                heading = one.heading
                column.addWidget(text.label(heading, "page", wrap=True))
            row = QuestionRow(one)
            row.answered.connect(partial(self._go_on, at + 1))
            row.moved.connect(partial(self._step, at))
            self.rows.append(row)
            column.addWidget(row)
        column.addStretch()
        self._area.setWidget(content)
        self._warn("")
        self.say_keys()
        self._stand(0)

    def clear(self) -> None:
        """Forget the ballot."""
        self.rows = []
        self._area.setWidget(QWidget())
        self._warn("")

    def say_keys(self) -> None:
        """Say how it is filled."""
        self.said.setText(_("A digit answers, the arrows go back and forth, Delete takes an answer back."))

    def ask_to_cast(self) -> None:
        """Cast the ballot if it is whole; the second time also if it is not, unless it is empty."""
        answers: Answers = tuple(row.answer for row in self.rows)
        missing = answers.count(None)
        if missing == len(answers):
            self._warn(_("Nothing is answered yet."))
            self._stand(0)
        elif missing and not self._is_warned:
            self._warn(
                ngettext(
                    "{count} question is left out: Enter once more casts the ballot as it is.",
                    "{count} questions are left out: Enter once more casts the ballot as it is.",
                    missing,
                ).format(count=missing)
            )
            self._is_warned = True
            self._stand(answers.index(None))
        else:
            self.cast.emit(answers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Key.Key_Return, Key.Key_Enter) and not event.isAutoRepeat():
            self.ask_to_cast()
        else:
            super().keyPressEvent(event)

    def _warn(self, words: str) -> None:
        self._is_warned = False
        self.said.setText(words)

    def _step(self, at: int, by: int) -> None:
        self._stand(at + by)

    def _go_on(self, at: int) -> None:
        self._is_warned = False
        self.say_keys()
        if at < len(self.rows):
            self._stand(at)
        else:
            self.confirm.setFocus()

    def _stand(self, at: int) -> None:
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus()
            self._area.ensureWidgetVisible(self.rows[at])

"""Counting hands: a field a level for each group and question, filled from the keyboard alone."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QWidget

from impactapp import labels
from impactapp.domain.analysis.sittings import TalkResult
from impactapp.domain.edits import votes
from impactapp.domain.level import Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Task
from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, Group, Question, Sitting, Talk
from impactapp.i18n import _, ngettext
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import theme
from impactapp.ui.models.vote_model import counts_to_fill, read_counts, tally_of, votes_words
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.fields import LEAVING, PAUSE
from impactapp.ui.widgets.flow import FlowLayout

FIELD, NAME = 44, 132
# a count that is there and that nobody is to read from the screen
KEPT = "•"


class CountField(QLineEdit):
    """One count; ``left`` follows the focus gone elsewhere in this window, ``entered`` the key Enter.

    ``refused`` follows typing where nothing can be changed.
    """

    left = Signal()
    entered = Signal()
    refused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in LEAVING:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CTRL:
            self.entered.emit()
        elif self.isReadOnly() and event.text() and event.text().isprintable():
            self.refused.emit()
        else:
            super().keyPressEvent(event)


_CTRL = Qt.KeyboardModifier.ControlModifier


class CountRow(QObject):
    """The three counts of one group on one question, written together once the keyboard leaves them.

    Counts above the size of the group are told and stay to be corrected; nothing is written.
    """

    entered = Signal()

    def __init__(self, session: Session, group: Group, question: Question, parent: QObject) -> None:
        super().__init__(parent)
        self.group, self.question = group, question
        self.fields = tuple(CountField() for _level in Level)
        self.said = text.label("", "small")
        self._session = session
        self._sitting: Sitting | None = None
        self._task_id = ""
        self._title = ""
        self._set = ("", "", "")
        self._typed: Counts | None = None
        self._unseen = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._commit_in_passing)
        name = f"{workshop_labels.group_title(group)}, {workshop_labels.question_short(question)}"
        for level, field in zip(Level, self.fields, strict=True):
            field.setAccessibleName(f"{name}, {labels.level_word(level)}")
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.textEdited.connect(lambda _typed: self._pause.start())
            field.left.connect(lambda: QTimer.singleShot(0, self, self._leave))
            field.entered.connect(self.entered)
            field.refused.connect(self._refuse)

    @property
    def is_typed(self) -> bool:
        """Whether something was typed that is not written yet."""
        return self._texts() != self._set

    def show_votes(self, sitting: Sitting, task: Task, revealed: TalkResult | None, *, writable: bool) -> None:
        """Follow what the group voted on an activity, shown where ``revealed``; what is being typed stays."""
        talk = sitting.talk(task.id)
        tally = tally_of(talk, self.question, self.group.id)
        stored = tally.counts if tally is not None and not tally.apart and not tally.waiting.total else None
        if task.id != self._task_id or self._round(talk) != self._round(self._talk()):
            self._typed = None
            self._fill(("", "", ""))
        self._sitting, self._task_id, self._title = sitting, task.id, task.title
        filled = counts_to_fill(revealed, self.question, self.group.id)
        if filled is None and stored is not None and stored == self._typed:
            filled = stored
        if not self.is_typed:
            texts = ("", "", "") if filled is None else (str(filled.faible), str(filled.moyen), str(filled.fort))
            self._fill(texts)
        voted = tally.voted if tally is not None else 0
        kept = voted > 0 and filled is None
        seen = filled.total if filled is not None else 0
        self._unseen = tally.counts.total + tally.waiting.total - seen if tally is not None else 0
        for field in self.fields:
            field.setPlaceholderText(KEPT if kept else "")
            field.setReadOnly(not writable)
        words = votes_words(voted, self.group.size)
        self.said.setText(_("{part} / {whole}").format(part=voted, whole=self.group.size))
        self.said.setToolTip(words)
        for field in self.fields:
            field.setAccessibleDescription(words)

    def commit(self, *, quietly: bool = False) -> bool:
        """Write what was typed; ``False`` when it was refused."""
        self._pause.stop()
        if not self.is_typed or self._sitting is None:
            return True
        before, texts, unseen = self._typed, self._texts(), self._unseen
        try:
            counts = read_counts(texts)
        except EditError as refusal:
            return False if quietly else self._session.tell_refusal(refusal)
        place = (self._sitting.id, self._task_id, self.question.aspect.value, self.question.hypothesis or "")
        edit = votes.count_hands(self._sitting, self._task_id, self.question, self.group.id, counts, self._title)
        # known before it is told, so that what follows from it shows what was typed here
        self._typed, self._set, old = counts, texts, self._set
        if self._session.submit(replace(edit, merge_key=("hands", *place, self.group.id)), quietly=quietly):
            if unseen:
                self._session.informed.emit(_replaced_words(self.group, unseen))
            return True
        self._typed, self._set = before, old
        return False

    def take_focus(self) -> None:
        """Stand on the first count."""
        self.fields[0].setFocus()
        self.fields[0].selectAll()

    def _refuse(self) -> None:
        self._session.tell_refusal(EditError(Problem.STUDY_READ_ONLY))

    def _leave(self) -> None:
        if QApplication.focusWidget() not in self.fields and not self.commit():
            self.take_focus()

    def _commit_in_passing(self) -> None:
        """A sum may be too large until the next count is corrected: that is said when the row is left."""
        self.commit(quietly=True)

    def _texts(self) -> tuple[str, str, str]:
        one, two, three = (field.text().strip() for field in self.fields)
        return one, two, three

    def _fill(self, texts: tuple[str, str, str]) -> None:
        self._pause.stop()
        self._set = texts
        for field, words in zip(self.fields, texts, strict=True):
            if field.text() != words:
                field.setText(words)

    def _talk(self) -> Talk | None:
        return self._sitting.talk(self._task_id) if self._sitting else None

    @staticmethod
    def _round(talk: Talk | None) -> int:
        return talk.round if talk else 1


class CountBoard(QWidget):
    """A block a question, a row a group; ``entered`` follows Enter in a count once all counts are written."""

    entered = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._made: tuple[int, tuple[Question, ...], tuple[tuple[str, str], ...]] = (0, (), ())
        self.rows: list[CountRow] = []
        self._flow = FlowLayout(self, gap=24)

    def show_votes(
        self, study: Study, sitting: Sitting, task: Task, asked: Sequence[Question], revealed: TalkResult | None
    ) -> None:
        """Follow the votes on an activity, shown where ``revealed``."""
        groups = tuple((group.id, workshop_labels.group_title(group)) for group in sitting.groups)
        if (theme.px(NAME), tuple(asked), groups) != self._made:
            self._made = theme.px(NAME), tuple(asked), groups
            self._build(study, sitting.groups, asked)
        by_id = {group.id: group for group in sitting.groups}
        for row in self.rows:
            row.group = by_id[row.group.id]
            row.show_votes(sitting, task, revealed, writable=self._session.is_writable)

    def commit(self) -> bool:
        """Write all that was typed; the row that is refused takes the keyboard."""
        for row in self.rows:
            if not row.commit():
                row.take_focus()
                return False
        return True

    def retheme(self) -> None:
        """Write what was typed, as far as it may be: other sizes are other fields."""
        for row in self.rows:
            row.commit(quietly=True)

    def take_focus(self) -> None:
        """Stand on the first count."""
        if self.rows:
            self.rows[0].take_focus()

    def _build(self, study: Study, groups: Sequence[Group], asked: Sequence[Question]) -> None:
        text.empty(self._flow)
        self.rows = []
        for question in asked:
            block = QWidget()
            grid = QGridLayout(block)
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(theme.px(6))
            grid.setVerticalSpacing(theme.px(4))
            heading = text.label(workshop_labels.question_short(question), "strong")
            heading.setToolTip(workshop_labels.question_words(question))
            grid.addWidget(heading, 0, 0, 1, 5)
            for column, level in enumerate(Level, 1):
                letters = text.label(labels.level_letters(level), "strong")
                letters.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                letters.setToolTip(
                    text.plain_tip(f"{labels.level_word(level)} — {labels.definition(study, level.name.lower())}")
                )
                grid.addWidget(letters, 1, column)
            for at, group in enumerate(groups, 2):
                self._add_row(grid, at, group, question)
            self._flow.addWidget(block)
        self.updateGeometry()

    def _add_row(self, grid: QGridLayout, at: int, group: Group, question: Question) -> None:
        row = CountRow(self._session, group, question, self)
        name = text.label(text.breakable(workshop_labels.group_title(group)), wrap=True)
        name.setFixedWidth(theme.px(NAME))
        grid.addWidget(name, at, 0)
        for column, field in enumerate(row.fields, 1):
            field.setFixedWidth(theme.px(FIELD))
            # ballots that are dropped are for the window
            field.setAcceptDrops(False)
            grid.addWidget(field, at, column)
        grid.addWidget(row.said, at, 4)
        row.entered.connect(self._enter)
        self.rows.append(row)

    def _enter(self) -> None:
        if self.commit():
            self.entered.emit()


def _replaced_words(group: Group, votes_before: int) -> str:
    """Hands that are counted stand for the whole group: ballots counted before are not added to them."""
    return ngettext(
        "{group}: these counts replace the {count} vote counted before; Ctrl+Z brings it back.",
        "{group}: these counts replace the {count} votes counted before; Ctrl+Z brings them back.",
        votes_before,
    ).format(group=workshop_labels.group_title(group), count=votes_before)


def keys_words() -> str:
    """How counts are typed."""
    return _(
        "Type how many vote each level, Tab goes on to the next count: 3 Tab 5 Tab 1. Enter shows the votes, Page down "
        "and Page up turn to the next and the former activity, F9 starts and stops the time, Ctrl+Enter keeps the "
        "decision."
    )

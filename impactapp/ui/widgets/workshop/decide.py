"""The decision on an activity: the levels the votes propose, or others found by discussion, with the reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.analysis.sittings import TalkResult
from impactapp.domain.analysis.votes import VotedLevels
from impactapp.domain.edits.outcomes import cells_of, decide_levels
from impactapp.domain.edits.ratings import Cell
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.profession import Task
from impactapp.domain.workshop import Scope, Sitting
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import accessible, theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.privacy_notice import watched

CHOICE = 120


class Decide(QFrame):
    """A choice for each hypothesis and aspect that is voted; ``decided`` follows a decision that was written."""

    decided = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._session = session
        self._sitting: Sitting | None = None
        self._task: Task | None = None
        self._proposed: dict[Cell, Level] = {}
        self._known: object = None
        self._aspects: tuple[Aspect, ...] = ()
        self.choices: dict[tuple[Aspect, Hypothesis], QComboBox] = {}
        self.proposal = text.label("", wrap=True)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Reason of the decision"))
        self.reason.setPlaceholderText(_("What the discussion changed, in a sentence"))
        self.reason.returnPressed.connect(self.decide)
        self.button = text.button("", self.decide, "primary")
        self._grid = QGridLayout()
        self._lay_out()

    @property
    def levels(self) -> dict[Cell, Level]:
        """What is chosen now, without what is left open."""
        task_id = self._task.id if self._task else ""
        chosen = {Cell(task_id, h, aspect): box.currentData() for (aspect, h), box in self.choices.items()}
        return {cell: Level(value) for cell, value in chosen.items() if value is not None}

    def show_talk(self, sitting: Sitting, task: Task, result: TalkResult | None, *, writable: bool) -> None:
        """Follow an activity; what is being chosen stays until the votes or the decisions change."""
        aspects = CRITERIA if sitting.protocol.scope is Scope.CRITERIA else (Aspect.SUBSTITUTION,)
        if aspects != self._aspects:
            self._aspects = aspects
            self._build()
        self._sitting, self._task = sitting, task
        proposed = result.proposed if result else ()
        self._proposed = cells_of(task.id, proposed)
        is_settled = bool(result and result.talk.is_settled)
        now = (sitting.id, task.id, proposed, is_settled, tuple(task.level(h, a) for a, h in self.choices))
        if now != self._known:
            self._known = now
            self._fill(task, is_settled=is_settled, is_known=not sitting.is_training)
        self.proposal.setText(_proposal_words(proposed, sitting.protocol.scope))
        for box in self.choices.values():
            box.setEnabled(writable)
        self.reason.setReadOnly(not writable)
        self.button.setEnabled(writable)
        self._name_button()

    def decide(self) -> bool:
        """Write what is chosen; another decision than the votes propose asks for its reason."""
        levels, reason = self.levels, self.reason.text()
        if self._sitting is None or self._task is None:
            return False
        if not levels:
            self._session.informed.emit(_("Choose the levels first."))
            next(iter(self.choices.values())).setFocus()
            return False
        if levels != self._proposed and not reason.strip():
            self._session.informed.emit(_("This is not what the votes propose: say why in a sentence."))
            self.reason.setFocus()
            return False
        edit = decide_levels(self._sitting, self._task.id, levels, reason, self._task.title)
        if not self._session.submit(edit):
            return False
        self.decided.emit()
        return True

    def _fill(self, task: Task, *, is_settled: bool, is_known: bool) -> None:
        """The published levels of a training are not told by what is chosen to begin with."""
        for (aspect, hypothesis), box in self.choices.items():
            own = task.level(hypothesis, aspect) if is_known else None
            voted = self._proposed.get(Cell(task.id, hypothesis, aspect))
            level = own if is_settled and own is not None else voted or own
            box.blockSignals(True)
            box.setCurrentIndex(box.findData(None if level is None else level.value))
            box.blockSignals(False)
        self.reason.clear()

    def _name_button(self) -> None:
        same = bool(self._proposed) and self.levels == self._proposed
        self.button.setText(_("Keep what the votes propose") if same else _("Keep what was discussed"))
        self.button.setToolTip(_("{action} ({keys})").format(action=self.button.text(), keys=_("Ctrl+Enter")))

    def _build(self) -> None:
        text.empty(self._grid)
        self.choices = {}
        for column, hypothesis in enumerate(HYPOTHESES, 1):
            self._grid.addWidget(text.label(labels.hypothesis_word(hypothesis), "muted"), 0, column)
        for row, aspect in enumerate(self._aspects, 1):
            self._grid.addWidget(text.label(labels.aspect_word(aspect)), row, 0)
            for column, hypothesis in enumerate(HYPOTHESES, 1):
                box = _choice(f"{labels.aspect_word(aspect)}, {labels.hypothesis_word(hypothesis)}")
                box.currentIndexChanged.connect(lambda _index: self._name_button())
                self.choices[(aspect, hypothesis)] = box
                self._grid.addWidget(box, row, column)
        self._grid.setColumnStretch(3, 1)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(10))
        column.setSpacing(theme.px(6))
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(4))
        last = QGridLayout()
        last.addWidget(self.reason, 0, 0)
        last.addWidget(self.button, 0, 1)
        last.setHorizontalSpacing(theme.px(8))
        column.addWidget(_heading())
        column.addWidget(self.proposal)
        column.addLayout(self._grid)
        column.addLayout(last)
        # the reason goes into the matrix, its exports and the minutes
        column.addWidget(watched(self.reason))


def _choice(name: str) -> QComboBox:
    box = QComboBox()
    box.addItem(labels.UNKNOWN, None)
    for level in Level:
        box.addItem(f"{labels.level_letters(level)} — {labels.level_word(level)}", level.value)
    box.setMinimumWidth(theme.px(CHOICE))
    accessible.name_choice(box, name)
    return box


def _heading() -> QLabel:
    return text.label(_("Decision of the group"), "strong")


def _proposal_words(proposed: tuple[VotedLevels, ...], scope: Scope) -> str:
    if not proposed:
        return _("The votes propose nothing that may be shown: the group decides by discussion, with its reason.")
    return " ".join(workshop_labels.proposal_sentence(voted, scope) for voted in proposed)

"""That an activity is in other professions too, how it is decided there, and the offer to rate it together."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.analysis.shared_tasks import Elsewhere, elsewhere
from impactapp.domain.level import HYPOTHESES, Aspect
from impactapp.domain.profession import Task
from impactapp.domain.rating import UNRATED
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.widgets import text

MOST_NAMED = 4


class SharedNote(QFrame):
    """``together_asked(task)`` asks to give its rating to the same activity of the others; apart, nothing happens."""

    together_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self.words = text.label("", "small", wrap=True)
        self.button = text.button(_("Rate together"), self._ask)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addWidget(self.words)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_task(self, study: Study, task: Task, *, writable: bool) -> None:
        """Say where else an activity is; nothing where it is in one profession only."""
        self._task = task
        places = elsewhere(study, task)
        self.setVisible(bool(places))
        if not places:
            return
        words = shared_words(places)
        if words != self.words.text():
            self.words.setText(words)
        differs = any((one.task.low, one.task.high) != (task.low, task.high) for one in places)
        said = task.low != UNRATED or task.high != UNRATED
        self.button.setVisible(writable and differs and said)
        tip = ngettext(
            "Gives this rating, with its reasons, to the same activity of {count} other profession; one undo takes it "
            "back. Otherwise each keeps its own.",
            "Gives this rating, with its reasons, to the same activity of {count} other professions; one undo takes it "
            "back. Otherwise each keeps its own.",
            len(places),
        ).format(count=len(places))
        self.button.setToolTip(tip)
        self.button.setAccessibleDescription(tip)

    def _ask(self) -> None:
        if self._task is not None:
            self.together_asked.emit(self._task)


def shared_words(places: tuple[Elsewhere, ...]) -> str:
    """« Aussi dans : Aide-soignant (Fa–Mo), Cadre de santé (–) »."""
    # one more is named rather than counted
    shown = MOST_NAMED if len(places) > MOST_NAMED + 1 else len(places)
    named = ", ".join(_named(one) for one in places[:shown])
    if len(places) > shown:
        named = _("{names} and {count} more").format(names=named, count=len(places) - MOST_NAMED)
    return _("Also in: {names}").format(names=named)


def _named(one: Elsewhere) -> str:
    low, high = (labels.level_letters(one.task.level(side, Aspect.SUBSTITUTION)) for side in HYPOTHESES)
    if not low and not high:
        return _("{profession} (to rate)").format(profession=one.profession.title)
    return _("{profession} ({low} – {high})").format(profession=one.profession.title, low=low or "·", high=high or "·")

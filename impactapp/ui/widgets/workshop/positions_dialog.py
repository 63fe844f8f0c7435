"""Before and after a sitting: how participants place themselves on AI, and what they answer to the form at the end."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from impactapp.domain.edits.workshop import set_positions, set_survey_counts, set_survey_text
from impactapp.domain.study import Study
from impactapp.domain.workshop import Moment, Sitting, SurveyItem
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.fields import LineField
from impactapp.ui.widgets.privacy_notice import watched
from impactapp.ui.widgets.workshop.booth_paper import STEPS, positions_of
from impactapp.ui.widgets.workshop.positions_bars import PositionBars
from impactapp.ui.widgets.workshop.positions_counts import FourCounts

SIZE = (940, 640)
# of a small screen the dialog leaves the window behind it to be seen
ROOM = 0.95


class PositionsDialog(QDialog):
    """Counts by show of hands; those of the isoloir are added to the same counts."""

    def __init__(self, session: Session, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Before and after"))
        self._session, self._sitting_id = session, sitting.id
        self.positions: dict[tuple[Moment, str], FourCounts] = {}
        self.texts: dict[int, LineField] = {}
        self.answers: dict[int, FourCounts] = {}
        self.bars = PositionBars()
        self.refusal = text.label("", "strong", wrap=True)
        self._lay_out(sitting)
        session.changed.connect(self._follow)
        session.closing.connect(self.close)
        self.finished.connect(self.deleteLater)
        session.refused.connect(self.refusal.setText)
        self._show(sitting, anew=True)
        width, height = (theme.px(length) for length in SIZE)
        self.resize(QSize(width, height).boundedTo(self.screen().availableSize() * ROOM))

    def done(self, result: int) -> None:
        """Write what was typed; counts that are refused keep the dialog open."""
        if self._session.document is None or all(row.commit() for row in self._rows()):
            super().done(result)

    def _rows(self) -> Iterator[FourCounts]:
        yield from self.positions.values()
        yield from self.answers.values()

    def _follow(self, _before: Study, after: Study) -> None:
        sitting = next((one for one in after.sittings if one.id == self._sitting_id), None)
        if sitting is None:
            self.close()
        else:
            self.refusal.setText("")
            self._show(sitting, anew=False)

    def _show(self, sitting: Sitting, *, anew: bool) -> None:
        writable = self._session.is_writable
        for (moment, group_id), row in self.positions.items():
            row.show_counts(positions_of(sitting, moment, group_id), shown=False, writable=writable)
        for item in sitting.survey:
            is_shown = sum(item.counts) >= sitting.protocol.least_shown
            self.answers[item.number].show_counts(item.counts, shown=is_shown, writable=writable)
            self.texts[item.number].committing.show(item.text, anew=anew)
            self.texts[item.number].setReadOnly(not writable)
        self.bars.show_sitting(sitting)

    def _lay_out(self, sitting: Sitting) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setSpacing(theme.px(8))
        column.addWidget(text.label(_("Knowledge of AI, before and after"), "section"))
        column.addWidget(
            text.label(" ; ".join(workshop_labels.position_word(step) for step in STEPS), "small", wrap=True)
        )
        column.addLayout(self._hands(sitting))
        column.addWidget(self.bars)
        column.addSpacing(theme.px(12))
        column.addWidget(text.label(_("The form at the end"), "section"))
        column.addWidget(
            text.label(" ; ".join(workshop_labels.answer_word(step) for step in STEPS), "small", wrap=True)
        )
        self._add_form(column, sitting)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(content)
        foot = QHBoxLayout()
        foot.addWidget(self.refusal, 1)
        foot.addWidget(text.button(_("Close"), self.close, "primary"))
        whole = QVBoxLayout(self)
        if sitting.is_simulated:
            whole.addWidget(text.label(workshop_labels.simulated_sentence(), "strong", wrap=True))
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    def _hands(self, sitting: Sitting) -> QGridLayout:
        """A line a group, four counts for each moment; the keyboard goes down one moment, then the other."""
        grid = QGridLayout()
        steps = tuple(workshop_labels.position_word(step) for step in STEPS)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(5, theme.px(32))
        for at, moment in enumerate(Moment):
            first = 1 + at * 5
            grid.addWidget(text.label(workshop_labels.moment_word(moment), "strong"), 0, first, 1, 4)
            for number in STEPS:
                step = text.label(str(number), "muted")
                step.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                grid.addWidget(step, 1, first + number - 1)
            for row, group in enumerate(sitting.groups, 2):
                name = f"{workshop_labels.group_title(group)}, {workshop_labels.moment_word(moment)}"
                edit = partial(set_positions, sitting, moment, group.id)
                counts = FourCounts(self._session, name, steps, edit, self)
                self.positions[moment, group.id] = counts
                for column, field in enumerate(counts.fields):
                    grid.addWidget(field, row, first + column)
        for row, group in enumerate(sitting.groups, 2):
            grid.addWidget(text.label(f"{workshop_labels.group_title(group)} ({group.size})"), row, 0)
        return grid

    def _add_form(self, column: QVBoxLayout, sitting: Sitting) -> None:
        steps = tuple(workshop_labels.answer_word(step) for step in STEPS)
        for item in sitting.survey:
            name = _("Question {number}").format(number=item.number)
            line = QHBoxLayout()
            self.texts[item.number] = self._text(sitting, item, name)
            edit = partial(set_survey_counts, sitting, item.number)
            self.answers[item.number] = FourCounts(self._session, name, steps, edit, self)
            line.addWidget(self.texts[item.number], 1)
            for field in self.answers[item.number].fields:
                line.addWidget(field)
            column.addLayout(line)
            column.addWidget(watched(self.texts[item.number]))

    def _text(self, sitting: Sitting, item: SurveyItem, name: str) -> LineField:
        field = LineField(self._session, lambda typed: set_survey_text(sitting, item.number, typed))
        field.setAccessibleName(name)
        # our own statement, until the group words one
        field.setPlaceholderText(workshop_labels.survey_text(SurveyItem(item.number)))
        return field

"""How a sitting votes: what is voted, how many rounds, how long, and from where an agreement is called one."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.edits.workshop import set_protocol
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.domain.workshop import Protocol, Scope, Sitting
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import accessible, theme
from impactapp.ui.models.vote_model import read_counts
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.elided_choice import ElidedChoice
from impactapp.ui.widgets.fields import LineField

FIELD = 72


class ProtocolFields(QWidget):
    """A choice and five figures; our thresholds are said to be ours."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sitting: Sitting | None = None
        self.scope: QComboBox = ElidedChoice()
        for scope in Scope:
            self.scope.addItem(workshop_labels.scope_word(scope), scope.value)
        accessible.name_choice(self.scope, _("What is voted"))
        self.scope.currentIndexChanged.connect(lambda _index: self._set_scope())
        self.scope_words = text.label("", "small", wrap=True)
        self.rounds = self._field(lambda found, typed: replace(found, rounds=_whole(typed)))
        self.minutes = self._field(lambda found, typed: replace(found, minutes=_whole(typed)))
        self.agreement = self._field(lambda found, typed: replace(found, agreement=_part(typed)))
        self.majority = self._field(lambda found, typed: replace(found, majority=_part(typed)))
        self.least = self._field(lambda found, typed: replace(found, least_shown=_whole(typed)))
        self.thresholds = text.label("", "small", wrap=True)
        self._lay_out()

    def show_sitting(self, sitting: Sitting, *, anew: bool) -> None:
        """Follow a sitting; what was typed for the former one is written first."""
        fields = self._named()
        if anew:
            for _words, field in fields:
                field.committing.leave()
        self._sitting = sitting
        protocol, writable = sitting.protocol, self._session.is_writable
        self.scope.blockSignals(True)
        self.scope.setCurrentIndex(self.scope.findData(protocol.scope.value))
        self.scope.blockSignals(False)
        self.scope.setEnabled(writable)
        self.scope_words.setText(workshop_labels.scope_sentence(protocol.scope))
        shown = (
            str(protocol.rounds),
            str(protocol.minutes),
            labels.ratio(protocol.agreement),
            labels.ratio(protocol.majority),
            str(protocol.least_shown),
        )
        for (_words, field), value in zip(fields, shown, strict=True):
            field.committing.show(value, anew=anew)
            field.setReadOnly(not writable)
        self.thresholds.setText(workshop_labels.thresholds_sentence(protocol))

    def _set_scope(self) -> None:
        if self._sitting is None:
            return
        scope = Scope(self.scope.currentData())
        edit = set_protocol(self._sitting, replace(self._sitting.protocol, scope=scope))
        if not self._session.submit(edit):
            self.show_sitting(self._sitting, anew=False)

    def _field(self, changed: Callable[[Protocol, str], Protocol]) -> LineField:
        def edit(typed: str) -> Edit:
            sitting = self._sitting

            def change(study: Study) -> Study:
                if sitting is None:
                    return study
                found = next((one for one in study.sittings if one.id == sitting.id), sitting)
                return set_protocol(found, changed(found.protocol, typed)).change(study)

            return Edit(EditKind.SET_PROTOCOL, change, sitting.title if sitting else "")

        return LineField(self._session, edit)

    def _named(self) -> tuple[tuple[str, LineField], ...]:
        return (
            (_("Rounds at most"), self.rounds),
            (_("Minutes the sitting lasts"), self.minutes),
            (_("Agreement from"), self.agreement),
            (_("Majority from"), self.majority),
            (_("Least votes that are shown"), self.least),
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(text.label(_("How the sitting votes"), "section", wrap=True))
        column.addWidget(self.scope)
        column.addWidget(self.scope_words)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        for row, (words, field) in enumerate(self._named()):
            label = text.label(words, wrap=True)
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setFixedWidth(theme.px(FIELD))
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)
        column.addWidget(self.thresholds)
        column.addStretch()


def _whole(typed: str) -> int:
    if not typed.strip():
        raise EditError(Problem.NOT_A_NUMBER, text=typed)
    return read_counts((typed, "", "")).faible


def _part(typed: str) -> float:
    words = typed.strip().replace(",", ".")
    try:
        found = float(words)
    except ValueError as error:
        raise EditError(Problem.NOT_A_NUMBER, text=typed) from error
    if not 0 <= found <= 1:
        raise EditError(Problem.PROTOCOL_OUT_OF_RANGE)
    return found

"""The study itself: whose it is, what for, by which rule, and what its words mean."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from impactapp import labels
from impactapp.domain.edits import studies
from impactapp.domain.edits.edit import Edit
from impactapp.domain.rule import Weighting
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.ui import accessible, theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.definition_field import DefinitionField
from impactapp.ui.widgets.fields import LineField, TextField
from impactapp.ui.widgets.privacy_notice import watched
from impactapp.ui.widgets.rule_choice import RuleChoice
from impactapp.ui.widgets.scrolling import ReadingColumn

WIDTH = 760


class StudyPage(QWidget):
    """Everything on it is saved as it is typed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(theme.px(28), theme.px(24), theme.px(28), theme.px(24))
        self._column.setSpacing(theme.px(6))
        self._column.addWidget(text.label(_("Study"), "page"))
        self.lines = self._title_page()
        self.day_known, self.day = self._day()
        self.rule = RuleChoice(session)
        self.weightings = self._method()
        self.definitions = self._words()
        self._column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ReadingColumn(self._inside, WIDTH))

    def refresh(self, before: Study | None) -> None:
        """Show the current study; what is being typed stays."""
        study = self._session.study
        if study is None:
            return
        writable = self._session.is_writable
        for name, field in self.lines.items():
            field.committing.show(getattr(study, name), anew=before is None)
            field.setReadOnly(not writable)
        self._show_day(study.day, writable)
        for weighting, radio in self.weightings.items():
            radio.setChecked(weighting is study.weighting)
            radio.setEnabled(writable)
        self.rule.show_study(study)
        self.rule.setEnabled(writable)
        for definition in self.definitions:
            definition.show_study(study, anew=before is None, writable=writable)

    def show_task(self, task_id: str) -> None:
        """This page has no tasks."""

    def help_text(self) -> str:
        """What is set here and what it changes."""
        return _(
            "The study says which establishment and which group it is about: name groups, never persons. The rule "
            "and the weighting turn the levels of the activities into the rate of the profession: the 2019 note "
            "gives no formula, so these are rules of this application, named in every export. The definitions are "
            "those shown while rating; where you write none, ours hold."
        )

    def _title_page(self) -> dict[str, LineField | TextField]:
        made: dict[str, LineField | TextField] = {}
        wanted: tuple[tuple[str, str, str, Callable[[str], Edit]], ...] = (
            ("title", _("Title"), "", studies.set_title),
            ("establishment", _("Establishment"), "", studies.set_establishment),
            (
                "authors",
                _("Group that makes the study"),
                _("Groups, never names: HR, managers, staff representatives, patients…"),
                studies.set_authors,
            ),
        )
        for name, title, hint, edit in wanted:
            made[name] = LineField(self._session, edit)
            self._add(title, made[name], hint)
        made["purpose"] = TextField(self._session, studies.set_purpose, 3)
        self._add(_("Purpose"), made["purpose"], _("What the study is to help decide."))
        return made

    def _add(self, title: str, field: LineField | TextField, hint: str) -> None:
        named = text.label(title, "strong")
        named.setBuddy(field)
        field.setAccessibleName(title)
        field.setPlaceholderText(hint)
        self._column.addSpacing(theme.px(6))
        self._column.addWidget(named)
        self._column.addWidget(field)
        self._column.addWidget(watched(field))

    def _day(self) -> tuple[QCheckBox, QDateEdit]:
        known, day = QCheckBox(_("Date the study")), QDateEdit()
        accessible.name_date(day, _("Date of the study"))
        day.setCalendarPopup(True)
        day.setLocale(QLocale())
        day.setDisplayFormat(_("dd/MM/yyyy"))
        day.dateChanged.connect(lambda _day: self._commit_day())
        known.toggled.connect(lambda _checked: self._commit_day())
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(known)
        row.addWidget(day)
        row.addStretch()
        self._column.addSpacing(theme.px(10))
        self._column.addLayout(row)
        return known, day

    def _show_day(self, when: date | None, writable: bool) -> None:
        for widget in (self.day_known, self.day):
            widget.blockSignals(True)
        self.day_known.setChecked(when is not None)
        self.day.setDate(QDate(when.year, when.month, when.day) if when else QDate.currentDate())
        self.day.setEnabled(when is not None and writable)
        self.day_known.setEnabled(writable)
        for widget in (self.day_known, self.day):
            widget.blockSignals(False)

    def _commit_day(self) -> None:
        chosen = self.day.date()
        when = date(chosen.year(), chosen.month(), chosen.day())
        self._session.submit(studies.set_day(when if self.day_known.isChecked() else None))

    def _method(self) -> dict[Weighting, QRadioButton]:
        self._section(_("From the activities to the rate"))
        self._column.addWidget(self.rule)
        self._section(_("Weight of the activities"))
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        radios: dict[Weighting, QRadioButton] = {}
        for weighting in Weighting:
            words = labels.weighting_word(weighting)
            radios[weighting] = QRadioButton(words[:1].upper() + words[1:])
            radios[weighting].toggled.connect(lambda on, weighting=weighting: self._weigh(weighting) if on else None)
            column.addWidget(radios[weighting])
        self._column.addWidget(group)
        return radios

    def _weigh(self, weighting: Weighting) -> None:
        study = self._session.study
        if study is not None and study.weighting is not weighting:
            self._session.submit(studies.set_weighting(weighting))

    def _words(self) -> list[DefinitionField]:
        self._section(_("What our words mean"))
        note = text.label(
            _("Shown beside each rating. Where you write nothing, our wording holds."), "muted", wrap=True
        )
        self._column.addWidget(note)
        made = [DefinitionField(self._session, key) for key in labels.DEFINITION_KEYS]
        for field in made:
            self._column.addSpacing(theme.px(6))
            self._column.addWidget(field)
        return made

    def _section(self, title: str) -> None:
        self._column.addSpacing(theme.px(20))
        self._column.addWidget(text.label(title, "section"))

"""The rule of the study: each in words, and the three rates of a rule of the group's own."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.edits.studies import set_rule
from impactapp.domain.level import Level
from impactapp.domain.problems import Refusal
from impactapp.domain.quantities import parse_rate
from impactapp.domain.rule import SHIPPED_RATES, LevelRates, Rule
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text


class RatesRow(QWidget):
    """Three rates that are committed together, when the focus leaves them or on Enter."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rates: LevelRates | None = None
        self.fields = {level: QLineEdit() for level in Level}
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), 0, 0, theme.px(6))
        row.setSpacing(theme.px(8))
        for level, field in self.fields.items():
            named = text.label(_("{level}:").format(level=labels.level_word(level)))
            named.setBuddy(field)
            field.setAccessibleName(_("Rate of {level}").format(level=labels.level_word(level)))
            field.setMinimumWidth(theme.px(60))
            field.setMaximumWidth(theme.px(90))
            field.editingFinished.connect(self._finished)
            row.addWidget(named)
            row.addWidget(field)
            row.addSpacing(theme.px(8))
        row.addStretch()

    def show_rates(self, rates: LevelRates | None) -> None:
        """Show the rates of the study."""
        self._rates = rates
        for level, field in self.fields.items():
            field.setText(labels.share(rates.of(level)) if rates else "")

    def _finished(self) -> None:
        # the field that takes the focus next is known only once this event is over
        QTimer.singleShot(0, self, self._commit_unless_inside)

    def _commit_unless_inside(self) -> None:
        focused = QApplication.focusWidget()
        if focused not in self.fields.values() or not any(field.isModified() for field in self.fields.values()):
            self.commit()

    def commit(self) -> None:
        """Submit the three; a refused one keeps the focus."""
        wrong: QLineEdit | None = None
        try:
            rates = []
            for field in self.fields.values():
                wrong = field
                rates.append(parse_rate(field.text()))
        except Refusal as refusal:
            self._session.tell_refusal(refusal)
            self._come_back(wrong)
            return
        wanted = LevelRates(*rates)
        if wanted != self._rates and not self._session.submit(set_rule(Rule.CUSTOM, wanted)):
            self._come_back(self.fields[Level.MOYEN])
        elif wanted == self._rates:
            self.show_rates(self._rates)

    def _come_back(self, field: QLineEdit | None) -> None:
        if field is not None:
            field.setFocus()
            field.selectAll()


class RuleChoice(QWidget):
    """One radio button a rule."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.radios: dict[Rule, QRadioButton] = {}
        self._sentences = {rule: text.label("", "small", wrap=True) for rule in Rule}
        self.rates = RatesRow(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for rule in Rule:
            words = labels.rule_word(rule)
            radio = QRadioButton(words[:1].upper() + words[1:])
            # toggled, as that is what a screen reader does
            radio.toggled.connect(lambda on, rule=rule: self._choose(rule) if on else None)
            self.radios[rule] = radio
            self._sentences[rule].setContentsMargins(theme.px(24), 0, 0, theme.px(6))
            column.addWidget(radio)
            column.addWidget(self._sentences[rule])
        column.addWidget(self.rates)

    def show_study(self, study: Study) -> None:
        """Show the rule of the study."""
        for rule, radio in self.radios.items():
            radio.setChecked(rule is study.rule)
            words = labels.rule_sentence(rule, study.custom_rates)
            self._sentences[rule].setText(words)
            radio.setAccessibleDescription(words)
        self.rates.setVisible(study.rule is Rule.CUSTOM)
        self.rates.show_rates(study.custom_rates)

    def _choose(self, rule: Rule) -> None:
        study = self._session.study
        if study is None or study.rule is rule:
            return
        rates = study.custom_rates
        if rule is Rule.CUSTOM and rates is None:
            # the group starts from the rule it leaves
            rates = SHIPPED_RATES[study.rule]
        if not self._session.submit(set_rule(rule, rates)):
            self.show_study(study)

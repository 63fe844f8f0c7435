"""« Changer de règle »: the rules with what each gives, to take another one for the study."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from impactapp import labels
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.study import Study
from impactapp.i18n import _


class RuleButton(QPushButton):
    """``rule_picked(code)`` asks for another rule."""

    rule_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(f"{_('Change the rule')} ▾", parent)
        self.setAccessibleName(_("Change the rule"))
        self.setStyleSheet("QPushButton::menu-indicator { image: none; width: 0; }")
        self.setProperty("role", "link")
        self.setAutoDefault(True)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.triggered.connect(self._picked)
        self.setMenu(self._menu)

    def show_rules(self, result: ProfessionResult, study: Study) -> None:
        """List the rules that have rates, the study's one checked."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for rule, rate in result.rates.items():
            words = labels.rule_word(rule)
            if rate.low is not None and rate.high is not None:
                words = _("{rule}: {rate}").format(rule=words, rate=labels.percent_range(rate))
            action = QAction(words.replace("&", "&&"), self._menu, checkable=True, checked=rule is study.rule)
            action.setData(rule.value)
            action.setToolTip(labels.rule_sentence(rule, study.custom_rates))
            group.addAction(action)
            self._menu.addAction(action)

    def _picked(self, action: QAction) -> None:
        self.rule_picked.emit(str(action.data()))

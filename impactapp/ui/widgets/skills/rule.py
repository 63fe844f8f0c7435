"""« changer »: which substitution rates drive the exposure of skills."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from impactapp import labels
from impactapp.domain.rule import Rule
from impactapp.domain.study import Study
from impactapp.i18n import _


class ExposureRuleButton(QPushButton):
    """``rule_picked(code)`` asks for the rates of another rule."""

    rule_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        words = _("Change the rates")
        super().__init__(f"{words} ▾", parent)
        self.setAccessibleName(_("Change the rates that drive the exposure"))
        self.setStyleSheet("QPushButton::menu-indicator { image: none; width: 0; }")
        self.setProperty("role", "link")
        self.setAutoDefault(True)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.triggered.connect(lambda action: self.rule_picked.emit(str(action.data())))
        self.setMenu(self._menu)

    def show_rules(self, study: Study) -> None:
        """List the rules that have rates, with these, the one in force checked."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for rule in Rule:
            rates = study.level_rates(rule)
            if rates is None:
                continue
            words = _("{rule} (High {fort}, Medium {moyen}, Low {faible})").format(
                rule=labels.rule_word(rule),
                fort=labels.share(rates.fort),
                moyen=labels.share(rates.moyen),
                faible=labels.share(rates.faible),
            )
            chosen = rule is study.exposure_rule
            action = QAction(words.replace("&", "&&"), self._menu, checkable=True, checked=chosen)
            action.setData(rule.value)
            group.addAction(action)
            self._menu.addAction(action)

"""« Vérifier l'étude » in its panel: what the study itself tells at once, what its log tells as soon as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from impactapp.i18n import _
from impactapp.ui import findings_list
from impactapp.ui.aged_ratings import AgedRatings
from impactapp.ui.message import Message

if TYPE_CHECKING:
    from impactapp.domain.study import Study
    from impactapp.ui.main_window import MainWindow
    from impactapp.ui.widgets.side_panel import Row


class Checking(QObject):
    """``start`` lists the findings; ``go(page, profession_id, item_id)`` leads to the place of one."""

    def __init__(self, window: MainWindow, go: findings_list.Go) -> None:
        super().__init__(window)
        self._window = window
        self._go = go
        self._study: Study | None = None
        self._listed = 0
        self._aged = AgedRatings(window.session, self)
        self._aged.read.connect(self._add_aged)

    def start(self) -> None:
        """List what is found; that nothing is, is said only once the log is read."""
        self._study = self._window.session.study
        if self._study is None:
            return
        rows = findings_list.rows(self._study, self._go)
        self._listed = len(rows)
        if rows:
            self._show(rows)
        self._aged.ask()

    def _add_aged(self) -> None:
        study, self._study = self._study, None
        if study is None or study is not self._window.session.study:
            return
        rows = findings_list.rows(study, self._go, self._aged.findings)
        if not rows:
            self._window.say(Message(_("Nothing to report: the study is complete and consistent.")))
        elif len(rows) > self._listed and (not self._listed or self._window.side_panel.isVisible()):
            self._show_more(rows)

    def _show_more(self, rows: list[Row]) -> None:
        """The current line and the focus stay where they are."""
        panel, focused = self._window.side_panel, QApplication.focusWidget()
        row = panel.list.currentRow() if self._listed else 0
        was_there = not self._listed or focused is None or panel.isAncestorOf(focused)
        self._show(rows)
        panel.list.setCurrentRow(row)
        if focused is not None and not was_there:
            focused.setFocus()

    def _show(self, rows: list[Row]) -> None:
        title = _("To look at ({count})").format(count=len(rows))
        self._window.side_panel.show_rows(title, rows, QApplication.focusWidget())

"""Who takes part in a sitting, by group and never by name, and which professions it is about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from impactapp.domain.edits.workshop import set_sitting_professions
from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import theme
from impactapp.ui.models.group_model import GroupColumn, GroupModel
from impactapp.ui.models.vote_model import panel_words
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.tables.view import TableView
from impactapp.ui.widgets.tick_list import TickList

MOST_ROWS = 5


class People(QWidget):
    """The groups with their numbers, what the panel lacks, and the professions."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sitting: Sitting | None = None
        self.groups = GroupModel(session, self)
        self.table = TableView(self.groups, GroupColumn.TITLE)
        self.table.setAccessibleName(_("Participants by group"))
        self.table.setAccessibleDescription(
            _("Type the number of persons of each group; Insert makes room for another group of the same kind.")
        )
        self.table.set_dense(True)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remark = text.label("", wrap=True)
        self.small = text.label("", "small", wrap=True)
        self.rule = text.label(_("Groups and numbers, never names."), "small", wrap=True)
        self.orphan = text.label(
            _("The profession of this sitting was removed: tick those it is about. Its minutes are kept."), wrap=True
        )
        self.professions = TickList(
            _("Professions of the sitting"),
            _("Space ticks a profession; without any, all of the study are meant."),
            MOST_ROWS,
        )
        self._lay_out()
        self._connect()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.table.set_widths({GroupColumn.KIND: 210, GroupColumn.SIZE: 100}, {GroupColumn.KIND: 150})
        self._fit()
        self.professions.fit()

    def show_sitting(self, study: Study, sitting: Sitting) -> None:
        """Follow a sitting."""
        self._sitting = sitting
        current = self.table.currentIndex()
        row, column = current.row(), current.column()
        self.groups.show_sitting(sitting)
        if row >= 0 and not self.table.currentIndex().isValid():
            # a row came or went: the keyboard stays where it was
            self.table.setCurrentIndex(self.groups.index(min(row, self.groups.rowCount() - 1), column))
        self._fit()
        self.remark.setText(panel_words(sitting))
        self.remark.setVisible(bool(self.remark.text()))
        self.small.setText(workshop_labels.small_groups_sentence(sitting))
        self.small.setVisible(bool(self.small.text()))
        writable = self._session.is_writable
        self.orphan.setVisible(sitting.is_about_none)
        self.professions.show_things(study.professions, sitting.profession_ids, writable=writable)

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, not the table."""
        heights = sum(self.table.rowHeight(row) for row in range(self.groups.rowCount()))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(heights + head + 2 * self.table.frameWidth() + theme.px(18))

    def _go_on(self, row: int) -> None:
        self.table.go_to(min(row + 1, self.groups.rowCount() - 1), max(1, self.table.currentIndex().column()))

    def _add(self) -> None:
        if self._session.is_writable:
            self.table.go_to(self.groups.add_like(self.table.currentIndex().row()), GroupColumn.TITLE)
            self._fit()

    def _remove(self) -> None:
        row = self.table.currentIndex().row()
        self.groups.setData(self.groups.index(row, GroupColumn.SIZE), "0")

    def _set_professions(self) -> None:
        if self._sitting is not None:
            self._session.submit(set_sitting_professions(self._sitting, self.professions.chosen()))

    def _connect(self) -> None:
        self.table.entered.connect(self._go_on)
        self.table.adding_asked.connect(self._add)
        self.table.removing_asked.connect(self._remove)
        self.table.fitted.connect(self._fit)
        for asked in (self.table.paste_asked, self.table.copying_asked):
            asked.connect(self._tell_ways)
        self.table.moving_asked.connect(lambda _step: self._tell_ways())
        self.professions.ticked.connect(self._set_professions)

    def _tell_ways(self) -> None:
        self._session.informed.emit(_("Type the number of persons of each group; groups stand in their own order."))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(text.label(_("Participants"), "section"))
        column.addWidget(self.rule)
        column.addWidget(self.table)
        column.addWidget(self.remark)
        column.addWidget(self.small)
        heading = text.label(_("Professions of the sitting"), "muted")
        heading.setBuddy(self.professions)
        column.addWidget(heading)
        column.addWidget(self.orphan)
        column.addWidget(self.professions)
        column.addStretch()

"""The start page: three doors, then the studies opened last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.door import Door
from impactapp.ui.widgets.scrolling import ReadingColumn

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from impactapp.domain.study import Study
    from impactapp.ui.widgets.recent_list import RecentList

WIDTH = 960


class HomePage(QWidget):
    """Asks its window's doors to open what is chosen; a new study is put together on a second sheet."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_painted = False
        self._inside = QWidget()
        self._inside.installEventFilter(self)
        self.doors = self._three_doors()
        self.recents: RecentList | None = None
        self._sheets = QStackedWidget()
        self._sheets.addWidget(self._start())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheets)
        theme.signals().changed.connect(self._wear)

    def refresh(self, before: Study | None) -> None:
        """Show the doors and the recent studies."""
        self._sheets.setCurrentIndex(0)
        if self._is_painted:
            self.show_recents()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The doors are on screen first: the words of the recent studies take as long to load as all the rest."""
        # the page itself is never painted: what is in it covers it
        if event.type() is QEvent.Type.Paint:
            self._inside.removeEventFilter(self)
            self._is_painted = True
            QTimer.singleShot(0, self, self.show_recents)
        return super().eventFilter(watched, event)

    def show_recents(self) -> None:
        """Show the studies opened last, if any."""
        from impactapp.ui import recent

        if self.recents is None and recent.load():
            from impactapp.ui.widgets.recent_list import RecentList

            self.recents = RecentList(self._session.open_asked.emit)
            self._column.insertWidget(self._column.count() - 2, self.recents)
        if self.recents is not None:
            self.recents.refresh()

    def show_task(self, task_id: str) -> None:
        """This page has no tasks."""

    def help_text(self) -> str:
        """What a study is and where it is kept."""
        return _(
            "A study is one file (.impact) that holds the professions of an establishment, their activities, the "
            "ratings and their reasons. It stays where you keep it: nothing leaves this computer. The demonstration "
            "is the published case of the medical secretary, on a copy of your own that you may change freely."
        )

    def start_new(self) -> None:
        """Put a new study together."""
        from impactapp.ui.widgets.new_study import NewStudy

        sheet = self._sheets.widget(1)
        if sheet is None:
            sheet = NewStudy(self._session, self._back)
            self._sheets.addWidget(sheet)
        assert isinstance(sheet, NewStudy)
        self._sheets.setCurrentWidget(sheet)
        sheet.start()

    def _back(self) -> None:
        self._sheets.setCurrentIndex(0)
        self.doors[0].button.setFocus()

    def _three_doors(self) -> tuple[Door, Door, Door]:
        return (
            Door(
                "new",
                (
                    _("My study"),
                    _("Choose professions of your establishment, or start from an empty sheet."),
                    _("New study…"),
                ),
                self.start_new,
                "primary",
            ),
            Door(
                "demonstration",
                (
                    _("The demonstration"),
                    _("The published matrix of the medical secretary, on a copy you can change."),
                    _("Open the demonstration"),
                ),
                self._session.demonstration_asked.emit,
                more=(_("Replay the published case"), self._session.replay_asked.emit),
            ),
            Door(
                "open",
                (
                    _("A study I have"),
                    _("An .impact file. You can also drop it anywhere on this window."),
                    _("Open…"),
                ),
                lambda: self._session.open_asked.emit(""),
            ),
        )

    def _start(self) -> QWidget:
        self._column = column = QVBoxLayout(self._inside)
        column.setContentsMargins(theme.px(32), theme.px(40), theme.px(32), theme.px(24))
        column.setSpacing(theme.px(8))
        column.addWidget(text.label(_("What AI does to the jobs of the hospital"), "page", wrap=True))
        lead = _(
            "Six steps, from headcounts to scenarios, after the method published by the Institut Montaigne in 2019."
        )
        column.addWidget(text.label(lead, "muted", wrap=True))
        column.addSpacing(theme.px(20))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.px(16))
        for door in self.doors:
            self._row.addWidget(door, 1)
        column.addLayout(self._row)
        column.addSpacing(theme.px(28))
        column.addStretch(1)
        column.addWidget(text.label(_("Everything stays on this computer."), "small"))
        return ReadingColumn(self._inside, WIDTH, centred=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for three doors beside each other, they stand below each other."""
        super().resizeEvent(event)
        widest = max(door.comfortable_width() for door in self.doors)
        room = min(self.width(), theme.px(WIDTH)) - theme.px(2 * 32 + 2 * 16)
        beside = room >= len(self.doors) * widest
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _wear(self) -> None:
        for door in self.doors:
            door.wear()

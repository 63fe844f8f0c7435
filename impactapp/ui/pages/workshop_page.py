"""The workshop: sittings and who takes part, the votes of an activity at a time, what to talk about, the minutes."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStyle, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting
from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.models.vote_model import panel_words
from impactapp.ui.session import Session
from impactapp.ui.widgets import page_head, scrolling, text
from impactapp.ui.widgets.charts.tabs import ChartTabs
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.workshop.agenda_tab import AgendaTab
from impactapp.ui.widgets.workshop.ballots_tab import BallotsTab
from impactapp.ui.widgets.workshop.minutes_tab import MinutesTab
from impactapp.ui.widgets.workshop.projector_doors import RoomDoors
from impactapp.ui.widgets.workshop.sitting_tab import SittingTab
from impactapp.ui.widgets.workshop.training_bar import TrainingBar
from impactapp.ui.widgets.workshop.vote_tab import VoteTab
from impactapp.ui.workshop_room import room_of

SITTING, VOTES, BALLOTS, AGENDA, MINUTES = "sitting", "votes", "ballots", "agenda", "minutes"
TABS = (SITTING, VOTES, BALLOTS, AGENDA, MINUTES)


class WorkshopPage(QWidget):
    """Five tabs over the room; ``show_task`` leads to the votes on an activity."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.room = room_of(session)
        self.sitting = SittingTab(session, self.room)
        self.votes = VoteTab(session, self.room)
        self.ballots = BallotsTab(session, self.room)
        self.agenda = AgendaTab(session, self.room)
        self.minutes = MinutesTab(session, self.room)
        self.doors = RoomDoors(session, self.room)
        self.training = TrainingBar(session, self.room)
        titles = (_("Sitting"), _("Votes"), _("Ballots"), _("Agenda"), _("Minutes"))
        self.tabs = ChartTabs(list(zip(TABS, titles, strict=True)), called=_("Part of the page"))
        for widget in (self.tabs, self.tabs.bar):
            widget.setAccessibleName(_("Parts of the page"))
        self.words = text.ElidedLabel("", "muted", keeps_end=True)
        self.details = text.button(_("Show the details"), self._turn_panel, "link")
        self.no_sitting = self._nothing_yet()
        self.no_task = self._nothing_to_vote()
        self._parts: tuple[QWidget, ...] = (
            *(self.sitting, self.votes, self.ballots, self.agenda, self.minutes),
            *(self.no_sitting, self.no_task),
        )
        self._lay_out()
        self._connect()
        self._retheme()

    def refresh(self, before: Study | None) -> None:
        """Show the current study; the last sitting is taken up where none is in progress."""
        study = self._session.study
        if study is not None and self.room.sitting is None and study.sittings:
            self.room.enter(study.sittings[-1].id)
        if before is not None and not self.votes.isHidden() and not self.votes.is_leaving:
            self._follow_undo(before)
        self.doors.refresh()
        self._show_part()

    def show_task(self, task_id: str) -> None:
        """Turn to the votes on an activity."""
        if any(task.id == task_id for task in self.room.tasks):
            self.tabs.choose(VOTES)
            self.room.go(task_id)
            self.votes.board.take_focus()

    def take_ballots(self, paths: list[Path]) -> None:
        """Read filled-in ballots for the sitting in progress."""
        self.tabs.choose(BALLOTS)
        self.ballots.intake.read(paths)

    def help_text(self) -> str:
        """What is typed or shown in the tab, and where its numbers come from."""
        tabs = (self.sitting, self.votes, self.ballots, self.agenda, self.minutes)
        told = [tab.help_text for tab in tabs]
        return dict(zip(TABS, told, strict=True))[self.tabs.current]()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------ parts
    def _lay_out(self) -> None:
        head = QWidget()
        flow = FlowLayout(head, gap=16)
        for widget in (text.label(_("Workshop"), "page"), self.tabs, self.details):
            flow.addWidget(widget)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.addWidget(head)
        self._column.addWidget(self.words)
        self._column.addWidget(self.doors)
        self._column.addWidget(self.training)
        for part in self._parts:
            # hidden parts take no height, as they would in a stack
            self._column.addWidget(part, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling.fitting(self._inside)
        whole.addWidget(self._area)

    def _nothing_yet(self) -> QWidget:
        return EmptyState(
            _("No sitting yet"),
            _(
                "A sitting gathers groups around the activities of a profession: each votes, the votes are shown by "
                "group, what splits is discussed, and the group decides. No network, no names."
            ),
            text.button(_("Prepare a sitting"), self._prepare, "primary"),
        )

    def _nothing_to_vote(self) -> QWidget:
        return EmptyState(
            _("No activity to vote"),
            _("The professions of this sitting have no activities yet: list them first."),
            text.button(_("Go to the activities"), lambda: self._session.navigated.emit("tasks", ""), "primary"),
        )

    def _show_part(self) -> None:
        study, sitting = self._session.study, self.room.sitting
        part: QWidget = dict(zip(TABS, self._parts, strict=False))[self.tabs.current]
        if study is None or not study.sittings or sitting is None:
            part = self.no_sitting
        elif self.tabs.current in (VOTES, AGENDA) and not self.room.tasks:
            part = self.no_task
        focused = QApplication.focusWidget()
        had_focus = any(one is not part and focused is not None and one.isAncestorOf(focused) for one in self._parts)
        for one in self._parts:
            one.setVisible(one is part)
        for tab in (self.sitting, self.votes, self.ballots, self.agenda, self.minutes):
            if tab is part:
                tab.refresh()
        if had_focus:
            (self.tabs.list if self.tabs.is_folded else self.tabs.bar).setFocus()
        self._tell(sitting)
        self._show_details()

    def _tell(self, sitting: Sitting | None) -> None:
        if sitting is None:
            self.words.setText("")
            return
        present = sum(group.size for group in sitting.groups)
        said = [
            sitting.title,
            labels.day(sitting.day) if sitting.day else "",
            sitting.place,
            ngettext("{count} participant", "{count} participants", present).format(count=present),
            panel_words(sitting),
        ]
        self.words.setText(" · ".join(filter(None, said)))

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda _name: self._leave_tab())
        self.room.moved.connect(self._follow_room)
        self.room.revealed.connect(self._bring_votes_into_view)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._bring_into_view)
        self.sitting.starting.connect(self._begin)
        self.agenda.opening.connect(self.show_task)
        self.votes.sided.arranged.connect(self._show_details)
        theme.signals().changed.connect(self._retheme)

    # ------------------------------------------------------------------ commands
    def _leave_tab(self) -> None:
        """What was typed in the tab that is left is written first."""
        self.votes.commit()
        self._show_part()
        self._area.verticalScrollBar().setValue(0)

    def _follow_undo(self, before: Study) -> None:
        """Undo and redo are seen: the one activity they changed becomes the current one."""
        sitting = self.room.sitting
        former = next((one for one in before.sittings if sitting and one.id == sitting.id), None)
        if sitting is None or former is None:
            return
        changed = _changed_talks(former, sitting)
        if len(changed) == 1 and self.room.task is not None and self.room.task.id not in changed:
            self.room.go(changed.pop())

    def _bring_into_view(self, _before: QWidget | None, focused: QWidget | None) -> None:
        """What gets the keyboard is seen, however it got it."""
        if focused is not None and self.isVisible() and self._area.isAncestorOf(focused):
            QTimer.singleShot(0, focused, lambda: self._area.ensureWidgetVisible(focused, 0, theme.px(60)))

    def _bring_votes_into_view(self, shown: bool) -> None:
        if shown:
            # once they are laid out, which takes a second turn where words wrap
            for pause in (0, 50):
                QTimer.singleShot(pause, self.votes.reveal, self._scroll_to_votes)

    def _scroll_to_votes(self) -> None:
        reveal = self.votes.reveal
        self._column.activate()
        top = reveal.mapTo(self._inside, reveal.rect().topLeft()).y()
        bar = self._area.verticalScrollBar()
        if top + reveal.height() > bar.value() + self._area.viewport().height():
            bar.setValue(top - theme.px(8))

    def _follow_room(self) -> None:
        if self.isVisible():
            self._show_part()

    def _prepare(self) -> None:
        if self._session.profession is None:
            self._session.navigated.emit("professions", "")
            return
        self.tabs.choose(SITTING)
        self.sitting.add_first()

    def _begin(self) -> None:
        """Turn to the first activity and let time go by; whom the panel lacks is said, nothing is held back."""
        sitting = self.room.sitting
        if sitting is None:
            return
        self.tabs.choose(VOTES)
        self.room.start()
        lacking = panel_words(sitting)
        if not sitting.groups:
            lacking = _("State who takes part first: votes are counted by group.")
        if lacking:
            self._session.informed.emit(lacking)
        QTimer.singleShot(0, self, self.votes.board.take_focus)

    def _turn_panel(self) -> None:
        self.votes.sided.turn()
        panel = self.votes.panel
        QTimer.singleShot(0, self, self.votes.board.take_focus if panel.view.isHidden() else panel.note.setFocus)

    def _show_details(self) -> None:
        """The button that shows and hides the panel, where there is no room for both."""
        self.details.setVisible(not self.votes.isHidden() and self.votes.sided.is_narrow)
        hidden = self.votes.panel.view.isHidden()
        self.details.setText(_("Show the details") if hidden else _("Hide the details"))

    def _retheme(self) -> None:
        self.sitting.retheme()
        self.ballots.retheme()
        self.agenda.retheme()
        self.minutes.retheme()
        self.votes.retheme()
        self._arrange()

    def _arrange(self) -> None:
        """Less around the parts where height is scarce."""
        short = page_head.is_short(self)
        left, top, right, bottom = page_head.margins(short=short)
        self._column.setContentsMargins(left, top, right, bottom)
        # whether or not the page scrolls: folding must not hang on what it causes
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.tabs.fit(self.width() - left - right - bar)
        self._column.setSpacing(theme.px(4 if short else 8))
        self.words.setVisible(not short)


def _changed_talks(before: Sitting, after: Sitting) -> set[str]:
    """The activities with other votes, decisions or words; time alone goes by anyway."""
    one, other = ({talk.task_id: replace(talk, seconds=0) for talk in sitting.talks} for sitting in (before, after))
    return {task_id for task_id in {*one, *other} if one.get(task_id) != other.get(task_id)}

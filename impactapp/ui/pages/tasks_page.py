"""The activities of the chosen profession: typed, pasted, ordered, split and merged, with their part of time."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.analysis.checks import FEWEST_TASKS, MOST_TASKS, Finding, FindingCode
from impactapp.domain.analysis.shared_tasks import elsewhere
from impactapp.domain.analysis.weights import Shares, shares_of
from impactapp.domain.edits.studies import set_weighting
from impactapp.domain.profession import Profession
from impactapp.domain.rule import Weighting
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.labels import found as finding_labels
from impactapp.ui import theme
from impactapp.ui.message import Act, Message
from impactapp.ui.models.task_model import TaskColumn
from impactapp.ui.session import Session
from impactapp.ui.widgets import page_head, scrolling, text
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.official_tasks import OfficialTasks
from impactapp.ui.widgets.page_head import PageHead
from impactapp.ui.widgets.rating.shared import shared_words
from impactapp.ui.widgets.tables.split import SplitPanel
from impactapp.ui.widgets.tables.tasks import TaskBoard
from impactapp.ui.widgets.tables.tools import TableTools, Tool

# what must be seen of the table in a small window at a high zoom
FEWEST_ROWS = 4


class TasksPage(QWidget):
    """Step 3 of the method."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.board = TaskBoard(session, self)
        self.table = self.board.view
        self.split = SplitPanel()
        self.remark = text.label("", "muted", wrap=True)
        self.total = text.label("", "strong", wrap=True)
        self.shared = text.label("", "small", wrap=True)
        self.official = OfficialTasks(session)
        official = Tool(_("Official files…"), self.official.toggle)
        self.tools = TableTools((*self.board.tools(Tool(_("Split…"), self.open_split)), official))
        self.head = PageHead(_("Activities"), self.tools)
        self.heading = self.head.words
        self._stack = QStackedWidget()
        for part in (self._table_part(), self._no_task(), self._no_profession()):
            self._stack.addWidget(part)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self.head)
        self._column.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._area = scrolling.fitting(inside)
        whole.addWidget(self._area, 1)
        whole.addWidget(self.official)
        self._arrange()
        self.split.accepted.connect(self._split)
        self.table.row_chosen.connect(lambda _row: self._say_shared())
        self.split.dropped.connect(self.table.setFocus)
        theme.signals().changed.connect(self._retheme)

    def refresh(self, before: Study | None) -> None:
        """Show the current study."""
        profession = self._session.profession
        self.board.tasks.refresh()
        self.tools.setEnabled(self._session.is_writable)
        if profession is None:
            self.heading.clear()
            self._show_part(2)
            return
        # who has begun to type keeps the table
        begun = self._stack.currentIndex() == 0 and before is not None
        self._show_part(0 if profession.tasks or begun else 1)
        self._tell(profession)
        self._say_shared()
        self.official.refresh()
        self.split.close_if(gone=profession.index_of(self.split.task_id) < 0)
        old = before.profession(profession.id) if before else None
        if old is not None:
            self._offer_weighting(old, profession)
            self.board.note_change(old, profession)

    def show_task(self, task_id: str) -> None:
        """Put the focus on one activity."""
        self.table.go_to(self.board.tasks.row_of(task_id), TaskColumn.TITLE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def help_text(self) -> str:
        """What an activity is, and what its share of time is."""
        if self.table.currentIndex().column() == TaskColumn.SHARE:
            return _(
                "The share of working time an activity takes, typed by the group, from 0 to 100%. State all of them or "
                "none: they must add up to 100% (half a point is tolerated). They count only when the study weighs by "
                "time."
            )
        return _(
            "An activity is a part of the work that can be recognised, and measured by the time it takes; a profession "
            "usually has 8 to 12. F2 renames, Enter on the last row adds, Ctrl+V pastes a list from Excel or Word, "
            "Alt+Up and Alt+Down move."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._session.is_writable:
            self.board.paste()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ parts
    def _table_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.remark)
        column.addWidget(self.table, 1)
        column.addWidget(self.shared)
        column.addWidget(self.split)
        column.addWidget(self.total)
        return part

    def _no_task(self) -> QWidget:
        return EmptyState(
            _("No activity yet"),
            _("The 8 to 12 activities of the profession will be here: type them, or paste a list from Excel or Word."),
            text.button(_("Add the first activity"), self._add_first, "primary"),
            text.button(_("Paste a list"), self.board.paste),
        )

    def _no_profession(self) -> QWidget:
        return EmptyState(
            _("No profession yet"),
            _("Activities belong to a profession: add one first."),
            text.button(_("Go to the professions"), lambda: self._session.navigated.emit("professions", ""), "primary"),
        )

    def _show_part(self, position: int) -> None:
        self._stack.setCurrentIndex(position)
        self.tools.setVisible(position == 0)
        self._arrange()

    def _retheme(self) -> None:
        self.board.retheme()
        self._arrange()

    def _arrange(self) -> None:
        """Less around the table where height is scarce; lower than its fewest rows it never gets: the page scrolls."""
        short = page_head.is_short(self)
        self.head.arrange(short=short)
        self._column.setContentsMargins(*page_head.margins(short=short))
        self._column.setSpacing(theme.px(4 if short else 10))
        self.table.set_dense(short)
        shown = self._stack.currentIndex() == 0
        self.table.setMinimumHeight(self.table.height_of_rows(FEWEST_ROWS) if shown else 0)
        self.official.fit(self.width() // 2)
        if self._session.profession is not None:
            self._show_total(self._session.profession)

    # ------------------------------------------------------------------ words
    def _say_shared(self) -> None:
        """Where else the current activity is, if anywhere."""
        study, task = self._session.study, self.board.tasks.task(self.table.currentIndex().row())
        places = elsewhere(study, task) if study and task else ()
        self.shared.setText(shared_words(places) if places else "")
        self.shared.setVisible(bool(places))

    def _tell(self, profession: Profession) -> None:
        study = self._session.study
        assert study is not None, "a profession comes with its study"
        count = len(profession.tasks)
        counted = ngettext("{count} activity", "{count} activities", count).format(count=count)
        self.heading.setText(f"{profession.title} · {counted} · {labels.weighting_word(study.weighting)}")
        finding = size_finding(profession)
        self.remark.setText(finding_labels.finding_message(finding, study) if finding else "")
        self.remark.setVisible(finding is not None)
        self.total.setText(total_words(profession))
        self._show_total(profession)

    def _show_total(self, profession: Profession) -> None:
        """Where height is scarce, only when there is a sum: the heading says that the weights are equal."""
        self.total.setVisible(shares_of(profession) is not Shares.NONE or not page_head.is_short(self))

    def _offer_weighting(self, old: Profession, new: Profession) -> None:
        study = self._session.study
        first_stated = shares_of(old) is Shares.NONE and shares_of(new) is not Shares.NONE
        if study is None or not first_stated or study.weighting is Weighting.TIME:
            return
        act = Act(_("Weigh by time"), lambda: self._session.apply(set_weighting(Weighting.TIME)))
        self._session.told.emit(
            Message(_("The time shares do not count yet: the study gives each activity the same weight."), acts=(act,))
        )

    # ------------------------------------------------------------------ commands
    def _add_first(self) -> None:
        self._show_part(0)
        self.board.add()

    def open_split(self) -> None:
        """Ask how the current activity is to be split."""
        chosen = self.board.chosen()
        if not chosen:
            self._session.informed.emit(_("Choose the activity to split first."))
        for task in chosen[:1]:
            self.split.open(task.id, task.title)
            # the page may have to grow for it first
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.split))

    def _split(self, task_id: str, titles: list[str]) -> None:
        if self.board.split(task_id, titles):
            self.split.hide()


def size_finding(profession: Profession) -> Finding | None:
    """Too few or too many activities; alone, as the whole matrix is long to check at each key."""
    count = len(profession.tasks)
    if FEWEST_TASKS <= count <= MOST_TASKS or not count:
        return None
    code = FindingCode.FEW_TASKS if count < FEWEST_TASKS else FindingCode.MANY_TASKS
    return Finding(code, profession.id, number=count)


def total_words(profession: Profession) -> str:
    """« Total : 95 % — il manque 5 points », or the state of the shares in words."""
    stated = [task.share for task in profession.tasks if task.share is not None]
    state = shares_of(profession)
    if state is Shares.NONE:
        words = labels.shares_word(state)
        return words[:1].upper() + words[1:]
    total, left = sum(stated), len(profession.tasks) - len(stated)
    gap = 1 - total
    if state is Shares.PARTIAL:
        words = ngettext("{count} activity without a share", "{count} activities without a share", left)
        words = words.format(count=left)
        if gap > 0:
            words = _("{activities}, {points} to share out").format(activities=words, points=labels.points(gap))
    elif state is Shares.COMPLETE:
        words = labels.shares_word(state)
    elif gap > 0:
        words = _("{points} missing").format(points=labels.points(gap))
    else:
        words = _("{points} too many").format(points=labels.points(-gap))
    return _("Total: {total} — {state}").format(total=labels.share(total), state=words)

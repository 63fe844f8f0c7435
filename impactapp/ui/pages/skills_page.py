"""The skills of the chosen profession: what they are, which activities practise them, and how exposed they are."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from impactapp.domain.analysis.results import Results
from impactapp.domain.profession import Profession
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.labels import skills as skill_labels
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import page_head, scrolling, text
from impactapp.ui.widgets.charts.tabs import ChartTabs
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.skills.exposure_tab import SkillExposureTab
from impactapp.ui.widgets.skills.links_tab import SkillLinksTab
from impactapp.ui.widgets.skills.list_tab import SkillListTab
from impactapp.ui.widgets.skills.sided import Sided
from impactapp.ui.widgets.workshop.training_cover import Cover

LIST, LINKS, EXPOSURE = "skills", "links", "exposure"
TABS = (LIST, LINKS, EXPOSURE)
NO_SKILL, NO_TASK, NO_PROFESSION = 3, 4, 5
# on the drawing board: lower than this, the title and the sentence under the table leave their room to the rows
LOW = 460


class SkillsPage(QWidget):
    """Three tabs; ``show_task`` leads to the row of a skill, or to the links of an activity."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = False
        self._begun = ""
        self.list = SkillListTab(session)
        self.links = SkillLinksTab(session)
        self.exposure = SkillExposureTab(session)
        titles = [(LIST, _("Skills")), (LINKS, _("Links")), (EXPOSURE, _("Exposure"))]
        self.tabs = ChartTabs(titles, called=_("Part of the page"))
        self.tabs.setAccessibleName(_("Parts of the page"))
        self.words = text.ElidedLabel("", "muted", keeps_end=True)
        self.sources = text.label("", "small", wrap=True)
        self.details = text.button(_("Show the details"), self._turn_panel, "link")
        self.take = text.button(_("Take the proposed skills"), self.list.board.take_proposed)
        self._stack = QStackedWidget()
        self._parts = (
            *(self.list, self.links, self.exposure),
            *(self._no_skill(), self._no_task(), self._no_profession()),
        )
        for part in self._parts:
            self._stack.addWidget(part)
        self._lay_out()
        self._connect()
        self._retheme()

    @property
    def table(self) -> QWidget:
        """The table of the tab that is shown, for who leads the keyboard to the page."""
        return self.links.table if self.tabs.current == LINKS else self.list.board.view

    def refresh(self, before: Study | None) -> None:
        """Show the current study; what is computed follows when it is ready."""
        if self._cover.follow():
            return
        profession = self._session.profession
        self.list.board.refresh(anew=before is None)
        self.links.refresh(anew=before is None)
        self.list.tools.setEnabled(self._session.is_writable)
        old = before.profession(profession.id) if before and profession else None
        if profession is not None and old is not None:
            self.list.board.note_change(old, profession)
        self.list.show_current()
        if profession is not None:
            self._tell(profession)
        self._show_part(profession)
        if profession is not None:
            self._wanted = True
            self._session.request_results()

    def show_task(self, task_id: str) -> None:
        """Put the focus on a skill, or on the links of an activity."""
        if self.list.board.skills.row_of(task_id) >= 0:
            self._show_skill(task_id)
        elif self.links.model.row_of(task_id) >= 0:
            self._show_links(task_id)

    def help_text(self) -> str:
        """What is typed or shown in the tab, and where its numbers come from."""
        told = {LIST: self.list.help_text, LINKS: self.links.help_text, EXPOSURE: self.exposure.help_text}
        return told[self.tabs.current]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self.tabs.current == LIST and self._session.is_writable:
            self.list.board.paste()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------ parts
    def _lay_out(self) -> None:
        self._head = QWidget()
        flow = FlowLayout(self._head, gap=16)
        self._title = text.label(_("Skills"), "page")
        for widget in (self._title, self.tabs, self.details):
            flow.addWidget(widget)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self._head)
        self._column.addWidget(self.words)
        self._column.addWidget(self.sources)
        self._column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        content = scrolling.fitting(inside)
        whole.addWidget(content)
        self._cover = Cover(self._session, content, lambda: self.refresh(None))

    def _no_skill(self) -> QWidget:
        return EmptyState(
            _("No skill yet"),
            _(
                "The skills of the profession will be here, with the activities that practise them and what AI may "
                "take away from that practice."
            ),
            text.button(_("Add the first skill"), self._add_first, "primary"),
            self.take,
            text.button(_("Paste a list"), self.list.board.paste),
        )

    def _no_task(self) -> QWidget:
        return EmptyState(
            _("No activity yet"),
            _("Skills are linked to the activities that practise them: add the activities first."),
            text.button(_("Go to the activities"), lambda: self._session.navigated.emit("tasks", ""), "primary"),
        )

    def _no_profession(self) -> QWidget:
        return EmptyState(
            _("No profession yet"),
            _("Skills belong to a profession: add one first."),
            text.button(_("Go to the professions"), lambda: self._session.navigated.emit("professions", ""), "primary"),
        )

    def _show_part(self, profession: Profession | None) -> None:
        at = TABS.index(self.tabs.current)
        if profession is None:
            at = NO_PROFESSION
        elif not profession.skills and not (self._begun == profession.id and at == 0):
            at = NO_SKILL
            self.take.setVisible(bool(profession.code))
        elif at == TABS.index(LINKS) and not profession.tasks:
            at = NO_TASK
        self._stack.setCurrentIndex(at)
        for position, part in enumerate(self._parts):
            # what is not shown asks for no room
            policy = QSizePolicy.Policy.Preferred if position == at else QSizePolicy.Policy.Ignored
            part.setSizePolicy(policy, policy)
        self._show_head()
        self._show_details()

    def _tell(self, profession: Profession) -> None:
        count = len(profession.skills)
        linked = sum(bool(skill.links) for skill in profession.skills)
        counted = ngettext("{count} skill", "{count} skills", count).format(count=count)
        linked_words = ngettext("{count} linked", "{count} linked", linked).format(count=linked)
        self.words.setText(f"{profession.title} · {counted} · {linked_words}")
        said = skill_labels.sources_sentence([profession])
        self.sources.setText(f"{skill_labels.SOURCE_MARK} {said}" if said else "")

    def _show_results(self, results: object) -> None:
        assert isinstance(results, Results)
        profession = self._session.profession
        result = results.profession(profession.id) if profession else None
        if result is None or not (self._wanted or self.isVisible()):
            return
        self._wanted = False
        self.list.board.skills.show_results(result)
        self.list.show_current()
        self.links.show_results(result)
        self.exposure.show_results(results, result)

    def _connect(self) -> None:
        self._session.results_ready.connect(self._show_results)
        self.tabs.chosen.connect(lambda _name: self._turn_to())
        self.exposure.skill_picked.connect(self._show_skill)
        self.exposure.task_picked.connect(self._show_links)
        for sided in (self.list.sided, self.links.sided):
            sided.arranged.connect(self._show_details)
        self.list.board.typed.connect(self._begin)
        theme.signals().changed.connect(self._retheme)

    # ------------------------------------------------------------------ commands
    def _turn_to(self) -> None:
        self._show_part(self._session.profession)

    def _begin(self) -> None:
        """Who has begun to type keeps the table, even when nothing is in it any more."""
        profession = self._session.profession
        self._begun = profession.id if profession else ""
        self.tabs.choose(LIST)
        self._show_part(profession)

    def _add_first(self) -> None:
        self._begin()
        self.list.board.add()

    def _show_skill(self, skill_id: str) -> None:
        self.tabs.choose(LIST)
        self.list.board.show_skill(skill_id)

    def _show_links(self, task_id: str) -> None:
        self.tabs.choose(LINKS)
        self.links.show_task(task_id)

    def _sided(self) -> Sided | None:
        return {LIST: self.list.sided, LINKS: self.links.sided}.get(self.tabs.current)

    def _turn_panel(self) -> None:
        sided = self._sided()
        if sided is not None:
            sided.turn()
            QTimer.singleShot(0, self, self.table.setFocus)

    def _is_low(self) -> bool:
        return self.height() < theme.px(LOW)

    def _show_head(self) -> None:
        """The title is also that of the first tab: where height is scarce one of them is enough."""
        short, empty = page_head.is_short(self), self._stack.currentIndex() in (NO_SKILL, NO_PROFESSION)
        self._title.setVisible(empty or not self._is_low())
        self.tabs.setVisible(not empty)
        self.words.setVisible(not (empty or short))
        # who proposed the skills is said however small the window is
        self.sources.setVisible(bool(self.sources.text()) and not empty)

    def _show_details(self) -> None:
        """The button that shows and hides the panel, where there is no room for both."""
        sided, shown = self._sided(), self._stack.currentIndex()
        self.details.setVisible(sided is not None and sided.is_narrow and shown < NO_SKILL)
        if sided is not None:
            hidden = sided.panel.isHidden()
            self.details.setText(_("Show the details") if hidden else _("Hide the details"))

    def _retheme(self) -> None:
        for tab in (self.list, self.links, self.exposure):
            tab.retheme()
        self._arrange()

    def _arrange(self) -> None:
        """Less around the tables where height is scarce; lower than a few rows they never get: the page scrolls."""
        short = page_head.is_short(self)
        self._column.setContentsMargins(*page_head.margins(short=short))
        self._column.setSpacing(theme.px(4 if short else 8))
        self._show_head()
        self.list.set_dense(short=short, low=self._is_low())
        self.links.set_dense(short=short)

"""The measures that keep the skills of the chosen profession: what is planned, what it changes, and what is known."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from impactapp.domain.analysis.results import Results
from impactapp.domain.profession import Profession
from impactapp.domain.skill import BarrierState, Skill
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.labels import skills as skill_labels
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import page_head, scrolling, text
from impactapp.ui.widgets.barriers.effect_tab import BarrierEffectTab
from impactapp.ui.widgets.barriers.list_tab import TABLE, BarrierListTab
from impactapp.ui.widgets.barriers.oversight_tab import FILLED, OversightTab
from impactapp.ui.widgets.barriers.parts import Fitted, Parts
from impactapp.ui.widgets.charts.tabs import ChartTabs
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.evidence_cards import EvidenceTab
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.skills.sided import Sided
from impactapp.ui.widgets.workshop.training_cover import Cover

LIST, EFFECT, OVERSIGHT, EVIDENCE = "measures", "effect", "oversight", "evidence"
TABS = (LIST, EFFECT, OVERSIGHT, EVIDENCE)
NO_SKILL, NO_PROFESSION = 4, 5


class BarriersPage(QWidget):
    """Four tabs; ``show_task`` leads to a measure, or to the oversight that rests on a skill or an activity."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = False
        self._led_to = ""
        self.list = BarrierListTab(session)
        self.effect = BarrierEffectTab(session)
        self.oversight = OversightTab(session)
        self.evidence = EvidenceTab(session)
        titles = (_("Measures"), _("Before / after"), _("Human oversight"), _("What is known"))
        self.tabs = ChartTabs(list(zip(TABS, titles, strict=True)), called=_("Part of the page"))
        self.tabs.setAccessibleName(_("Parts of the page"))
        self.words = text.ElidedLabel("", "muted", keeps_end=True)
        self.details = text.button(_("Show the details"), self._turn_panel, "link")
        tabs = (self.list, self.effect, self.oversight, self.evidence)
        self._stack = Parts((*tabs, self._no_skill(), self._no_profession()))
        self._lay_out()
        self._connect()
        self._retheme()

    def refresh(self, before: Study | None) -> None:
        """Show the current study; what is computed follows when it is ready."""
        if self._cover.follow():
            return
        profession = self._session.profession
        self.list.refresh(anew=before is None)
        self._show_part(profession)
        if profession is not None:
            self._tell(profession)
            self._wanted = True
            self._session.request_results()

    def show_task(self, task_id: str) -> None:
        """Put the focus on a measure, or on the oversight of a skill or an activity once it is computed."""
        if self.list.board.barriers.row_of(task_id) >= 0:
            self.tabs.choose(LIST)
            self.list.show_barrier(task_id)
            return
        self._led_to = task_id
        self.tabs.choose(OVERSIGHT)
        self._session.request_results()

    def help_text(self) -> str:
        """What is typed or shown in the tab, and where its numbers come from."""
        told = (self.list.help_text, self.effect.help_text, self.oversight.help_text, self.evidence.help_text)
        return dict(zip(TABS, told, strict=True))[self.tabs.current]()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------ parts
    def _lay_out(self) -> None:
        self._head = QWidget()
        flow = FlowLayout(self._head, gap=16)
        for widget in (text.label(_("Measures"), "page"), self.tabs, self.details):
            flow.addWidget(widget)
        inside = Fitted()
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self._head)
        self._column.addWidget(self.words)
        self._column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        content = scrolling.fitting(inside)
        whole.addWidget(content)
        self._cover = Cover(self._session, content, lambda: self.refresh(None))

    def _no_skill(self) -> QWidget:
        return EmptyState(
            _("No skill to keep yet"),
            _("Measures keep skills alive: name the skills of the profession first, and link them to its activities."),
            text.button(_("Go to the skills"), lambda: self._session.navigated.emit("skills", ""), "primary"),
        )

    def _no_profession(self) -> QWidget:
        return EmptyState(
            _("No profession yet"),
            _("Measures belong to a profession: add one first."),
            text.button(_("Go to the professions"), lambda: self._session.navigated.emit("professions", ""), "primary"),
        )

    def _show_part(self, profession: Profession | None) -> None:
        at = TABS.index(self.tabs.current)
        if profession is None and self.tabs.current != EVIDENCE:
            at = NO_PROFESSION
        elif profession is not None and not profession.skills and self._needs_skills(profession):
            at = NO_SKILL
        self._stack.turn_to(at)
        self._show_details()

    def _needs_skills(self, profession: Profession) -> bool:
        """Measures that are there are shown, though their skills were taken away; the cards always are."""
        return self.tabs.current in (EFFECT, OVERSIGHT) or (self.tabs.current == LIST and not profession.barriers)

    def _tell(self, profession: Profession) -> None:
        kept = [barrier for barrier in profession.barriers if barrier.state is not BarrierState.ABANDONED]
        counted = ngettext("{count} measure", "{count} measures", len(profession.barriers)).format(
            count=len(profession.barriers)
        )
        states = [
            _("{state}: {count}").format(state=skill_labels.state_word(state).lower(), count=number)
            for state in BarrierState
            if (number := sum(barrier.state is state for barrier in kept))
        ]
        self.words.setText(" · ".join((profession.title, counted, *states)))

    def _show_results(self, results: object) -> None:
        assert isinstance(results, Results)
        profession = self._session.profession
        result = results.profession(profession.id) if profession else None
        if result is None or not (self._wanted or self.isVisible()):
            return
        self._wanted = False
        self.effect.show_results(results, result)
        self.oversight.show_results(results, result)
        self._show_details()
        self._lead()

    def _lead(self) -> None:
        """Stand where a finding led, now that the oversight is known."""
        item_id, self._led_to = self._led_to, ""
        if not item_id or self.oversight.show_item(item_id):
            return
        if self.effect.needs.row_of(item_id) >= 0:
            self.tabs.choose(EFFECT)
            self.effect.show_skill(item_id)

    def _connect(self) -> None:
        self._session.results_ready.connect(self._show_results)
        self.tabs.chosen.connect(lambda _name: self._show_part(self._session.profession))
        self.effect.skill_asked.connect(lambda skill_id: self._session.navigated.emit("skills", skill_id))
        self.oversight.measure_asked.connect(self._add_for)
        for sided in (self.list.sided, self.oversight.sided):
            sided.arranged.connect(self._show_details)
        self.list.stack.turned.connect(self._show_details)
        theme.signals().changed.connect(self._retheme)

    # ------------------------------------------------------------------ commands
    def _add_for(self, skill: Skill) -> None:
        self.tabs.choose(LIST)
        self.list.add_for(skill)

    def _sided(self) -> Sided | None:
        """The table with its panel, in the tabs that have one and where it is shown."""
        if self._stack.current == TABS.index(LIST) and self.list.stack.current == TABLE:
            return self.list.sided
        filled = self.oversight.stack.current == FILLED
        return self.oversight.sided if filled and self._stack.current == TABS.index(OVERSIGHT) else None

    def _turn_panel(self) -> None:
        sided = self._sided()
        if sided is not None:
            sided.turn()
            view = self.list.board.view if sided is self.list.sided else self.oversight.table
            target = view if view.isVisible() else self.list.fields.state
            QTimer.singleShot(0, self, target.setFocus)

    def _show_details(self) -> None:
        """The button that shows and hides the panel, where there is no room for both."""
        sided = self._sided()
        self.details.setVisible(sided is not None and sided.is_narrow)
        if sided is not None:
            hidden = sided.panel.isHidden()
            self.details.setText(_("Show the details") if hidden else _("Hide the details"))

    def _retheme(self) -> None:
        self.list.retheme()
        self.effect.retheme()
        self.oversight.retheme()
        self._arrange()

    def _arrange(self) -> None:
        """Less around the tables where height is scarce; lower than a few rows they never get: the page scrolls."""
        short = page_head.is_short(self)
        self._column.setContentsMargins(*page_head.margins(short=short))
        self._column.setSpacing(theme.px(4 if short else 8))
        self.words.setVisible(not short)
        self.list.set_dense(short=short)
        self.oversight.set_dense(short=short)
        left, _top, right, _bottom = page_head.margins(short=short)
        # whether or not the page scrolls: folding must not hang on what it causes
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.tabs.fit(self.width() - left - right - bar)

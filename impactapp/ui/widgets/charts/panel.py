"""The charts of a profession behind tabs, with their legend, their words and what can be taken away of them."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from impactapp.charts import catalogue
from impactapp.domain.analysis.results import Results
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.charts.actions import ChartActions
from impactapp.ui.widgets.charts.copy import CopyButton
from impactapp.ui.widgets.charts.tabs import ChartTabs
from impactapp.ui.widgets.charts.view import ChartView
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.tables.rates import RatesTable

RATES = "rates"
# on the drawing board: what must be seen of a picture that scrolls in its own place
LEAST = 240
# between the tabs and the buttons beside them
GAP = 8
NOTHING_BESIDE: Mapping[str, tuple[str, QWidget]] = MappingProxyType({})


class ChartPanel(QWidget):
    """Shows the chosen chart of the chosen profession; its marks give ``task_picked``, its rows ``rule_picked``.

    ``beside`` are tabs that are no charts, with their titles, after those of ``names``; who made them fills them.
    """

    task_picked = Signal(str)
    profession_picked = Signal(str)
    rule_picked = Signal(str)

    def __init__(
        self,
        session: Session,
        names: tuple[str, ...],
        parent: QWidget | None = None,
        *,
        scrolls: bool = True,
        beside: Mapping[str, tuple[str, QWidget]] = NOTHING_BESIDE,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._results: Results | None = None
        self._subject = catalogue.Subject()
        self.taking = ChartActions(session, self)
        self._titles = {name: catalogue.title(name) for name in names if name != RATES} | {RATES: _("Rates by rule")}
        short = self._titles | _short_titles() | {name: title for name, (title, _page) in beside.items()}
        self.tabs = ChartTabs([(name, short[name]) for name in (*names, *beside)])
        # hidden only: what is shown before it has a parent becomes a window of its own
        if len(names) == 1:
            self.tabs.hide()
        self.view = ChartView()
        self.rates = RatesTable()
        self._others: dict[str, QWidget] = {RATES: self.rates} | {name: page for name, (_title, page) in beside.items()}
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self._words_shown = ""
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(_("The chart in words"))
        self._area = PictureArea(self.view) if scrolls else None
        self._picture = self._area or self.view
        if self._area is not None:
            self.view.fitted.connect(self._area.fit)
        self._stack = QStackedWidget()
        for widget in (self._picture, self.words, *self._others.values()):
            self._stack.addWidget(widget)
        self.copy_button = CopyButton(self.copy, self.copy_values, self._save)
        self.save_button = text.button(_("Save…"), self._save, "link")
        self.words_button = text.button(_("Read as text"), self._turn, "link")
        self._lay_out()
        self.tabs.chosen.connect(lambda _name: self._display())
        self.view.task_picked.connect(self.task_picked)
        self.view.profession_picked.connect(self.profession_picked)
        self.view.drawn.connect(self._tell_words)
        self.view.failed.connect(session.broken)
        session.changing.connect(self.view.make_way)
        theme.signals().changed.connect(self._fit_tabs)
        self.rates.rule_picked.connect(self.rule_picked)

    @property
    def chart(self) -> str:
        """The name of the chart shown, or ``RATES``."""
        return self.tabs.current

    @property
    def _whole_subject(self) -> catalogue.Subject:
        """What is taken away says all its limits itself."""
        return replace(self._subject, said=())

    def choose(self, name: str) -> None:
        """Show another chart."""
        self.tabs.choose(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        self.tabs.fit(self.width())
        self._share_row()

    def _share_row(self) -> None:
        """Saving gives its button up where it would begin a second line, and goes into the menu."""
        gap, room = theme.px(GAP), self.width()
        kept = sum(button.sizeHint().width() + gap for button in (self.copy_button, self.words_button))
        tabs = 0 if self.tabs.isHidden() else self.tabs.sizeHint().width()
        # where even the others begin a second line, it stands there with them
        beside = tabs + kept <= room
        fits = (tabs if beside else 0) + kept + self.save_button.sizeHint().width() + gap <= room
        self.save_button.setVisible(fits and self.chart not in self._others)
        self.copy_button.offer_save(not fits)

    def show_whole(self, whole: bool) -> None:
        """Take the height of the whole picture, in a page that scrolls, or let the picture scroll in its place."""
        if self._area is not None:
            self._area.show_whole(whole)

    def show_results(self, results: Results, subject: catalogue.Subject) -> None:
        """Follow newer results or another profession."""
        self._results, self._subject = results, subject
        self._display()

    def _lay_out(self) -> None:
        # tabs and what can be taken away share a line where there is room: the picture needs the height
        head = QWidget()
        flow = FlowLayout(head, gap=GAP)
        for widget in (self.tabs, *self._buttons()):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(head)
        column.addWidget(self._stack, 1)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.copy_button, self.save_button, self.words_button

    def _display(self) -> None:
        results, name = self._results, self.chart
        if results is None:
            return
        result = results.profession(self._subject.profession_id)
        for button in self._buttons():
            button.setVisible(name not in self._others)
        self._share_row()
        if name in self._others:
            self._turn_to(self._others[name])
            if result is not None and name == RATES:
                self.rates.show_rates(result, results.study)
            return
        drawable = catalogue.is_available(name, results, self._subject)
        for button in (self.copy_button, self.save_button):
            button.setEnabled(drawable)
        reading = self._stack.currentWidget() is self.words
        self._turn_to(self.words if reading else self._picture)
        self.view.show_chart(name, results, self._subject, self._titles[name])
        if reading:
            self._tell_words()

    def _turn_to(self, page: QWidget) -> None:
        """Show the picture, its words or another tab; those that are hidden ask for no room."""
        for one in (self._picture, self.words, *self._others.values()):
            wanted = QSizePolicy.Policy.Expanding if one is page else QSizePolicy.Policy.Ignored
            one.setSizePolicy(QSizePolicy.Policy.Expanding, wanted)
        if self._area is not None:
            self._area.bring(page is self._area)
        self._stack.setCurrentWidget(page)

    def _turn(self) -> None:
        """From the picture to its words and back."""
        reading = self._stack.currentWidget() is not self.words
        self.words_button.setText(_("See as a picture") if reading else _("Read as text"))
        self._share_row()
        self._turn_to(self.words if reading else self._picture)
        if reading:
            self._tell_words()
            self.words.setFocus()

    def _tell_words(self) -> None:
        if self._stack.currentWidget() is self.words and self._results is not None:
            words = catalogue.text_alternative(self.chart, self._results, self._whole_subject)
            if words != self._words_shown:
                self._words_shown = words
                self.words.setPlainText(words)

    def copy(self) -> None:
        """Copy the figure that is shown."""
        if self._results is not None:
            self.taking.copy(self.chart, self._results, self._whole_subject)

    def copy_values(self) -> None:
        """Copy what the figure that is shown says, as a table."""
        if self._results is not None:
            self.taking.copy_values(self.chart, self._results, self._whole_subject)

    def _save(self) -> None:
        if self._results is not None:
            self.taking.save(self.chart, self._titles[self.chart], self._results, self._whole_subject)


def _short_titles() -> dict[str, str]:
    """Of tabs that share their line with the buttons; the picture says the whole title."""
    return {"interval": _("Low to high"), "skill_map": _("Before and after measures"), "exposure": _("Exposure")}


class PictureArea(QScrollArea):
    """A picture that scrolls up and down, unless it is shown whole."""

    def __init__(self, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._whole = False
        self._in_front = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(view)

    def show_whole(self, whole: bool) -> None:
        """Whether the page scrolls instead."""
        self._whole = whole
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)
        self.fit()

    def bring(self, in_front: bool) -> None:
        """Ask for room, or for none behind another page."""
        self._in_front = in_front
        self.fit()

    def fit(self) -> None:
        """Ask for the height of the whole picture, or of enough of it."""
        picture = self._view.minimumHeight()
        wanted = picture if self._whole else min(picture, theme.px(LEAST))
        self.setMinimumHeight(wanted if self._in_front else 0)

    def sizeHint(self) -> QSize:
        """What is wanted is the least: the page gives what it has."""
        return QSize(theme.px(120), self.minimumHeight())

"""A page of results, its session, and what they say."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from impactapp.domain.study import Study
from impactapp.ui.background import Job
from impactapp.ui.pages.results_page import ResultsPage
from impactapp.ui.pages.scenarios_page import ScenariosPage
from impactapp.ui.session import Session
from impactapp.ui.widgets.charts.picture import Drawer
from impactapp.ui.widgets.charts.view import ChartView

AnyPage = ResultsPage | ScenariosPage
PageMaker = Callable[[Session], AnyPage]
Key = Qt.Key
WAIT = 20_000


@dataclass
class Stage:
    """What a test acts on and looks at."""

    session: Session
    page: AnyPage
    bot: QtBot
    refused: list[str] = field(default_factory=list)
    informed: list[str] = field(default_factory=list)
    navigated: list[tuple[str, str]] = field(default_factory=list)
    exported: list[Path] = field(default_factory=list)
    broken: list[object] = field(default_factory=list)

    def listen(self) -> None:
        """Follow the session as the window does."""
        self.session.changed.connect(lambda before, after: self.page.refresh(before))
        self.session.profession_chosen.connect(lambda chosen: self.page.refresh(None))
        self.session.refused.connect(self.refused.append)
        self.session.informed.connect(self.informed.append)
        self.session.navigated.connect(lambda page, task: self.navigated.append((page, task)))
        self.session.exported.connect(self.exported.append)
        self.session.broken.connect(self.broken.append)

    @property
    def results(self) -> ResultsPage:
        """The page, when it is the one of results."""
        assert isinstance(self.page, ResultsPage)
        return self.page

    @property
    def scenarios(self) -> ScenariosPage:
        """The page, when it is the one of scenarios."""
        assert isinstance(self.page, ScenariosPage)
        return self.page

    @property
    def study(self) -> Study:
        """The study now."""
        assert self.session.study is not None
        return self.session.study

    @property
    def view(self) -> ChartView:
        """The chart of the page."""
        return self.page.charts.view if isinstance(self.page, ResultsPage) else self.page.exposed.chart.view

    def drawn(self) -> ChartView:
        """The chart, once it is the one asked for."""
        self.until(lambda: bool(self.view.words) and settled(self.view))
        assert self.broken == []
        return self.view

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something."""
        wait_until(condition)

    def press(self, key: Key) -> None:
        """Press a key in the chart."""
        self.view.setFocus()
        QTest.keyClick(self.view, key)


MakeStage = Callable[[PageMaker, Study], Stage]


def settled(view: ChartView) -> bool:
    """Whether nothing is being drawn for a chart, nor about to be."""
    return is_idle(view.findChildren(Drawer)[0]) and not any(timer.isActive() for timer in view.findChildren(QTimer))


def is_idle(drawer: Drawer) -> bool:
    """Whether no piece of work is under way: each is a child until it is done."""
    return not drawer.findChildren(Job)


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait in an event loop of our own: those of QTest keep Python from the worker threads."""
    loop, deadline = QEventLoop(), QDeadlineTimer(WAIT)
    clock = QTimer(interval=5)
    clock.timeout.connect(lambda: loop.quit() if condition() or deadline.hasExpired() else None)
    clock.start()
    loop.exec()
    clock.stop()
    assert condition(), "what was waited for did not come"


def plain(words: str) -> str:
    """Words with ordinary spaces."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")

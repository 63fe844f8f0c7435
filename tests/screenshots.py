"""The pictures of the README and the guide: the real window, in French, on the published secretary case.

``python -m tests.screenshots FOLDER`` writes them.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QWidget

from impactapp import i18n
from impactapp.document import Document
from impactapp.domain.study import Study
from impactapp.ui import theme
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.barriers_page import BarriersPage
from impactapp.ui.pages.incoming_page import IncomingPage
from impactapp.ui.pages.professions_page import UNITS, ProfessionsPage
from impactapp.ui.pages.results_page import BENCHMARK, ResultsPage
from impactapp.ui.pages.rollup_page import RollUpPage
from impactapp.ui.pages.scenarios_page import CHARTS, LIST, ScenariosPage
from impactapp.ui.pages.skills_page import SkillsPage
from impactapp.ui.pages.workshop_page import VOTES, WorkshopPage
from impactapp.ui.session import Session
from tests import screenshot_cases as cases
from tests.ui.work import under_way

W = TypeVar("W", bound=QWidget)
SIZE = QSize(1440, 900)
SETTLING = 1500
PAGES = ("study", "professions", "tasks", "rating", "results")
SKILL_TABS = {"skills": "skills", "links": "links"}
MEASURE_TABS = {"measures": "measures", "before-after": "effect"}


class Pictures:
    """A window, and the folders where pictures and studies are kept."""

    def __init__(self, folder: Path, place: Path) -> None:
        self.folder, self.place = folder, place
        self.session = Session()
        self.window = MainWindow(self.session)
        self.window.resize(SIZE)
        self.window.show()

    def adopt(self, name: str, study: Study) -> None:
        """Open a study of its own file."""
        self.session.adopt(Document.create(self.place / f"{name}.impact", study))

    def page(self, key: str, kind: type[W]) -> W:
        """Go to a page."""
        self.window.go(key)
        shown = self.window.stack.currentWidget()
        assert isinstance(shown, kind)
        return shown

    def take(self, name: str, shown: QWidget | None = None) -> None:
        """One picture, of the window or of something over it, once it has settled."""
        (shown or self.window).activateWindow()
        settle()
        (shown or self.window).grab().save(str(self.folder / f"{name}.png"))


def settle() -> None:
    """Wait until nothing is drawn or read any more, and a while."""
    # QTest.qWait would hold the interpreter, and the threads that draw would wait for it
    loop, since = QEventLoop(), QElapsedTimer()
    since.start()
    clock = QTimer(interval=50)
    clock.timeout.connect(lambda: None if under_way() or since.elapsed() < SETTLING else loop.quit())
    clock.start()
    loop.exec()


def main(folder: Path) -> None:
    """Take every picture, on studies and in user folders that go afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        os.environ |= {"XDG_DATA_HOME": place, "XDG_CONFIG_HOME": place, "LOCALAPPDATA": place}
        i18n.use_language("fr")
        app = theme.application(["impactapp"])
        theme.install(theme.Scheme.LIGHT, 1.0)
        pictures = Pictures(folder, Path(place))
        for part in PARTS:
            part(pictures)
        pictures.session.close()
        pictures.window.close()
        app.processEvents()


def take_case(pictures: Pictures) -> None:
    """The start, then the published case page by page."""
    pictures.page("home", QWidget)
    pictures.take("home")
    pictures.adopt("case", cases.secretary())
    for key in PAGES:
        pictures.page(key, QWidget)
        pictures.take(key)
    take_tabs(pictures, "skills", SKILL_TABS)


def take_tabs(pictures: Pictures, page: str, tabs: dict[str, str]) -> None:
    """A picture of each of some tabs of a page."""
    for name, tab in tabs.items():
        shown = pictures.page(page, QWidget)
        assert isinstance(shown, SkillsPage | BarriersPage)
        shown.tabs.choose(tab)
        pictures.window.commands.focus_page(anew=True)
        pictures.take(name)


def take_measures(pictures: Pictures) -> None:
    """Measures, and the map before and after them."""
    pictures.adopt("measures", cases.measured())
    take_tabs(pictures, "barriers", MEASURE_TABS)


def take_votes(pictures: Pictures) -> None:
    """The votes on an activity, shown."""
    pictures.adopt("votes", cases.voted())
    page = pictures.page("workshop", WorkshopPage)
    page.tabs.choose(VOTES)
    page.room.go(page.room.tasks[cases.VOTED].id)
    page.room.reveal(True)
    pictures.take("workshop")


def take_hospital(pictures: Pictures) -> None:
    """Staff by service, the catalogue, scenarios and what comes back from others."""
    study = cases.hospital()
    pictures.adopt("hospital", study)
    professions = pictures.page("professions", ProfessionsPage)
    professions.tabs.choose(UNITS)
    professions.units.show_unit("surgery")
    pictures.take("services")
    professions.catalog.ask()
    professions.catalog.browser.search.setText("IDE")
    pictures.take("catalogue", professions.catalog)
    professions.catalog.close()
    pictures.page("results", ResultsPage).charts.choose(BENCHMARK)
    pictures.take("outside-measure")
    scenarios = pictures.page("scenarios", ScenariosPage)
    for tab, name in ((LIST, "scenarios-compared"), (CHARTS, "scenarios-figure")):
        scenarios.tabs.choose(tab)
        pictures.take(name)
    pictures.page("incoming", IncomingPage).take_files(cases.returned(pictures.place, study))
    pictures.take("returns")


def take_over_time(pictures: Pictures) -> None:
    """What moved, and several studies as one."""
    pictures.session.adopt(Document.open(cases.lived(pictures.place / "lived.impact")))
    pictures.page("evolution", QWidget)
    pictures.take("over-time")
    pictures.page("rollup", RollUpPage).take_files(cases.several(pictures.place))
    pictures.take("roll-up")


def take_dark(pictures: Pictures) -> None:
    """The published case once more, in the dark."""
    pictures.session.adopt(Document.open(pictures.place / "case.impact"))
    theme.signals().choose(theme.Scheme.DARK, 1.0)
    pictures.page("rating", QWidget)
    pictures.window.commands.focus_page(anew=True)
    pictures.take("rating-dark")


PARTS: tuple[Callable[[Pictures], None], ...] = (
    take_case,
    take_measures,
    take_votes,
    take_hospital,
    take_over_time,
    take_dark,
)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

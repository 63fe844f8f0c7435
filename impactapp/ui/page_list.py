"""The pages of the window, in order, and the six steps of the method that lead to them; a page is made at first use."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from impactapp.i18n import _
from impactapp.ui.session import Session


class PageEntry(NamedTuple):
    """A page: its key, its title in the chosen language, and how it is made."""

    key: str
    title: Callable[[], str]
    make: Callable[[Session], QWidget]


class Step(NamedTuple):
    """A step of the method: its key, its title, the page it is done on, and how to stand in its place there."""

    key: str
    title: Callable[[], str]
    page: str
    stand: Callable[[QWidget], object] | None = None


def _home(session: Session) -> QWidget:
    from impactapp.ui.pages.home_page import HomePage

    return HomePage(session)


def _study(session: Session) -> QWidget:
    from impactapp.ui.pages.study_page import StudyPage

    return StudyPage(session)


def _professions(session: Session) -> QWidget:
    from impactapp.ui.pages.professions_page import ProfessionsPage

    return ProfessionsPage(session)


def _tasks(session: Session) -> QWidget:
    from impactapp.ui.pages.tasks_page import TasksPage

    return TasksPage(session)


def _rating(session: Session) -> QWidget:
    from impactapp.ui.pages.rating_page import RatingPage

    return RatingPage(session)


def _results(session: Session) -> QWidget:
    from impactapp.ui.pages.results_page import ResultsPage

    return ResultsPage(session)


def _evolution(session: Session) -> QWidget:
    from impactapp.ui.pages.evolution_page import EvolutionPage

    return EvolutionPage(session)


def _scenarios(session: Session) -> QWidget:
    from impactapp.ui.pages.scenarios_page import ScenariosPage

    return ScenariosPage(session)


def _skills(session: Session) -> QWidget:
    from impactapp.ui.pages.skills_page import SkillsPage

    return SkillsPage(session)


def _barriers(session: Session) -> QWidget:
    from impactapp.ui.pages.barriers_page import BarriersPage

    return BarriersPage(session)


def _workshop(session: Session) -> QWidget:
    from impactapp.ui.pages.workshop_page import WorkshopPage

    return WorkshopPage(session)


def _incoming(session: Session) -> QWidget:
    from impactapp.ui.pages.incoming_page import IncomingPage

    return IncomingPage(session)


def _rollup(session: Session) -> QWidget:
    from impactapp.ui.pages.rollup_page import RollUpPage

    return RollUpPage(session)


def _about(session: Session) -> QWidget:
    from impactapp.ui.pages.about_page import AboutPage

    return AboutPage(session)


def _stand_on_headcount(page: QWidget) -> None:
    from impactapp.ui.models.profession_model import ProfessionColumn
    from impactapp.ui.pages.professions_page import ProfessionsPage

    assert isinstance(page, ProfessionsPage)
    page.stand_on(ProfessionColumn.HEADCOUNT)


def _stand_on_title(page: QWidget) -> None:
    from impactapp.ui.models.profession_model import ProfessionColumn
    from impactapp.ui.pages.professions_page import ProfessionsPage

    assert isinstance(page, ProfessionsPage)
    page.stand_on(ProfessionColumn.TITLE)


PAGES = (
    PageEntry("home", lambda: _("Home"), _home),
    PageEntry("study", lambda: _("Study"), _study),
    PageEntry("professions", lambda: _("Professions"), _professions),
    PageEntry("tasks", lambda: _("Activities"), _tasks),
    PageEntry("rating", lambda: _("Rating"), _rating),
    PageEntry("results", lambda: _("Results"), _results),
    PageEntry("evolution", lambda: _("Over time"), _evolution),
    PageEntry("scenarios", lambda: _("Scenarios"), _scenarios),
    PageEntry("skills", lambda: _("Skills"), _skills),
    PageEntry("barriers", lambda: _("Measures"), _barriers),
    PageEntry("workshop", lambda: _("Workshop"), _workshop),
    PageEntry("incoming", lambda: _("Returns"), _incoming),
    PageEntry("rollup", lambda: _("Roll-up of studies"), _rollup),
    PageEntry("about", lambda: _("About impactapp"), _about),
)
STEPS = (
    Step("headcount", lambda: _("Headcounts"), "professions", _stand_on_headcount),
    Step("professions", lambda: _("Professions"), "professions", _stand_on_title),
    Step("tasks", lambda: _("Activities"), "tasks"),
    Step("rating", lambda: _("Rating"), "rating"),
    Step("results", lambda: _("Results"), "results"),
    Step("scenarios", lambda: _("Scenarios"), "scenarios"),
)


# below the steps in the rail, in order
BESIDE = ("skills", "barriers", "workshop", "study")


def entry(key: str) -> PageEntry:
    """The page of a key; an unknown key is a mistake of ours (``KeyError``)."""
    return {page.key: page for page in PAGES}[key]


def title(key: str) -> str:
    """What a step or a page is called."""
    titles = {page.key: page.title for page in PAGES} | {step.key: step.title for step in STEPS}
    return titles[key]()

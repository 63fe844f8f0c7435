"""The pictures of the README and the guide: the real window, in French, on the published secretary case.

``python -m tests.screenshots FOLDER`` writes them.
"""

import os
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QEventLoop, QSize, QTimer

from impactapp import i18n
from impactapp.document import Document
from impactapp.domain.edits.votes import count_hands
from impactapp.domain.skill import Barrier, BarrierState, Mechanism
from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, Group, GroupKind, Sitting, empty_survey, questions
from impactapp.store.catalog import secretary_demo
from impactapp.ui import theme
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.barriers_page import BarriersPage
from impactapp.ui.pages.skills_page import SkillsPage
from impactapp.ui.pages.workshop_page import VOTES, WorkshopPage
from impactapp.ui.session import Session

SIZE = QSize(1440, 900)
SETTLING = 1500
PAGES = ("study", "professions", "tasks", "rating", "results", "scenarios")
SKILL_TABS = {"skills": "skills", "links": "links"}
MEASURE_TABS = {"measures": "measures", "before-after": "effect"}
ALSO_DARK = ("rating", "results")
DAY = date(2026, 11, 22)
VOTED = 7
PRESENT = (6, 5, 5)
BALLOTS = ((3, 0, 3), (2, 1, 2), (5, 0, 0), (2, 0, 4), (0, 2, 3), (2, 1, 2))
HOURS = (40.0, 30.0, 12.0, 20.0)


def main(folder: Path) -> None:
    """Take every picture, on a study and in user folders that go afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        os.environ |= {"XDG_DATA_HOME": place, "XDG_CONFIG_HOME": place, "LOCALAPPDATA": place}
        i18n.use_language("fr")
        app = theme.application(["impactapp"])
        theme.install(theme.Scheme.LIGHT, 1.0)
        session = Session()
        window = MainWindow(session)
        window.resize(SIZE)
        window.show()
        window.go("home")
        take(window, folder / "home.png")
        session.adopt(Document.create(Path(place) / "a.impact", secretary_demo(lambda: str(uuid4()), DAY)))
        for page in PAGES:
            window.go(page)
            take(window, folder / f"{page}.png")
        take_tabs(window, folder, "skills", SKILL_TABS)
        session.adopt(Document.create(Path(place) / "b.impact", measured(secretary_demo(lambda: str(uuid4()), DAY))))
        take_tabs(window, folder, "barriers", MEASURE_TABS)
        session.adopt(Document.create(Path(place) / "c.impact", voted(secretary_demo(lambda: str(uuid4()), DAY))))
        take_votes(window, folder / "workshop.png")
        session.adopt(Document.open(Path(place) / "a.impact"))
        theme.signals().choose(theme.Scheme.DARK, 1.0)
        for page in ALSO_DARK:
            window.go(page)
            take(window, folder / f"{page}-dark.png")
        session.close()
        window.close()
        app.processEvents()


def take_tabs(window: MainWindow, folder: Path, page: str, tabs: dict[str, str]) -> None:
    """A picture of each of some tabs of a page."""
    for name, tab in tabs.items():
        window.go(page)
        shown = window.page
        assert isinstance(shown, SkillsPage | BarriersPage)
        shown.tabs.choose(tab)
        window.commands.focus_page(anew=True)
        take(window, folder / f"{name}.png")


def take_votes(window: MainWindow, target: Path) -> None:
    """The votes on an activity, shown."""
    window.go("workshop")
    shown = window.page
    assert isinstance(shown, WorkshopPage)
    shown.tabs.choose(VOTES)
    shown.room.go(shown.room.tasks[VOTED].id)
    shown.room.reveal(True)
    take(window, target)


def voted(study: Study) -> Study:
    """The same case with a sitting made up for the pictures, which its title says."""
    found = study.professions[0]
    kinds = (GroupKind.STAFF, GroupKind.MANAGEMENT, GroupKind.REPRESENTATIVES)
    groups = tuple(Group(kind.value, kind, size) for kind, size in zip(kinds, PRESENT, strict=True))
    sitting = Sitting("w", "Exemple inventé : une séance", DAY, "Salle 4", (found.id,), groups, survey=empty_survey())
    study = replace(study, title="Exemple inventé : une séance d’atelier", sittings=(sitting,))
    places = [(question, group) for question in questions(sitting.protocol.scope) for group in groups]
    for (question, group), counts in zip(places, BALLOTS, strict=True):
        study = count_hands(sitting, found.tasks[VOTED].id, question, group.id, Counts(*counts)).change(study)
    return study


def measured(study: Study) -> Study:
    """The same case with hours and measures made up for the pictures, which its title says."""
    found = study.professions[0]
    skills = tuple(replace(skill, baseline_hours=HOURS[at % len(HOURS)]) for at, skill in enumerate(found.skills))
    first, second, third = (skill.id for skill in skills[:3])
    both = (Mechanism.ATROPHY, Mechanism.NON_ACQUISITION)
    begins, review = date(2027, 1, 4), date(2027, 6, 30)
    barriers = (
        Barrier("m1", "Rédaction sans IA, un jour par mois", "unaided_practice", (first,), both, 14.0, "Cadre", begins),
        Barrier(
            "m2", "Relecture commune de dossiers", "file_review", (second, third), both[:1], 4.0, "Qualité", begins
        ),
        Barrier("m3", "Débriefing des comptes rendus", "structured_debrief", (first,), both, 3.0, "Formation"),
    )
    states = (BarrierState.IN_PLACE, BarrierState.DECIDED, BarrierState.CONSIDERED)
    dated = tuple(
        replace(
            barrier,
            state=state,
            review=review if barrier.start else None,
            team_hours=(barrier.hours_per_month or 0) * 4,
        )
        for barrier, state in zip(barriers, states, strict=True)
    )
    made = replace(found, skills=skills, barriers=dated)
    return replace(study, title="Exemple inventé : mesures de la secrétaire", professions=(made,))


def take(window: MainWindow, target: Path) -> None:
    """One picture, once the window has settled."""
    # QTest.qWait would hold the interpreter, and the threads that draw would wait for it
    loop = QEventLoop()
    QTimer.singleShot(SETTLING, loop.quit)
    loop.exec()
    window.grab().save(str(target))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

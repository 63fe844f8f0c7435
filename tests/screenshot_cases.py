"""The studies of the pictures: the published secretary case, and what is made up around it, which each title says."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

from openpyxl import load_workbook

from impactapp.domain.analysis.results import analyse
from impactapp.domain.edits.ratings import Cell, rate
from impactapp.domain.edits.votes import count_hands
from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rating import Judgement
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Scenario, Use
from impactapp.domain.skill import Barrier, BarrierState, Mechanism
from impactapp.domain.staff import Staffing, StaffLine, Unit, UnitKind
from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, Group, GroupKind, Sitting, empty_survey, questions
from impactapp.exchange.excel_export import write_excel
from impactapp.store.catalog import profession, secretary_demo
from impactapp.store.edit_log import LogEntry
from impactapp.store.study_file import StudyFile

DAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
VOTED = 7
PRESENT = (6, 5, 5)
BALLOTS = ((3, 0, 3), (2, 1, 2), (5, 0, 0), (2, 0, 4), (0, 2, 3), (2, 1, 2))
HOURS = (40.0, 30.0, 12.0, 20.0)
# low and high decisions of the activities that nobody rated, again and again
PATTERN = ((1, 1), (2, 2), (1, 2), (3, 3), (1, 1), (2, 3))
STAFF = {"secretaire-medicale": (34, 30.0), "infirmier-soins-generaux": (142, 128.5), "aide-soignant": (118, 106.0)}
# of each profession above, in surgery, in medicine and at the emergency: persons and full-time equivalents
LINES = (((14, 12.5), (12, 10.5), (8, 7.0)), ((58, 52.0), (54, 48.5), (30, 28.0)), ((50, 44.5), (45, 40.5), (23, 21.0)))
# what is typed in the workbooks that come back: row of the activity, column of the sheet, words
TYPED = {
    "cadre-de-jour.xlsx": ((0, "D", "Fort"), (4, "E", "Moyen"), (7, "D", "élevé")),
    "cadre-de-nuit.xlsx": ((0, "D", "Faible"), (3, "E", "Fort"), (7, "D", "Fort")),
}


def secretary() -> Study:
    """The published case."""
    return secretary_demo(lambda: str(uuid4()), DAY)


def voted() -> Study:
    """The same case with a sitting made up for the pictures, which its title says."""
    study = secretary()
    found = study.professions[0]
    kinds = (GroupKind.STAFF, GroupKind.MANAGEMENT, GroupKind.REPRESENTATIVES)
    groups = tuple(Group(kind.value, kind, size) for kind, size in zip(kinds, PRESENT, strict=True))
    sitting = Sitting("w", "Exemple inventé : une séance", DAY, "Salle 4", (found.id,), groups, survey=empty_survey())
    study = replace(study, title="Exemple inventé : une séance d’atelier", sittings=(sitting,))
    places = [(question, group) for question in questions(sitting.protocol.scope) for group in groups]
    for (question, group), counts in zip(places, BALLOTS, strict=True):
        study = count_hands(sitting, found.tasks[VOTED].id, question, group.id, Counts(*counts)).change(study)
    return study


def measured() -> Study:
    """The same case with hours and measures made up for the pictures, which its title says."""
    study = secretary()
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


def hospital(title: str = "Exemple inventé", rule: Rule = Rule.SHARE_OF_FORT) -> Study:
    """Three professions with made-up decisions, staff by service and scenarios."""
    case = secretary().professions[0]
    others = (decided(profession(code, lambda: str(uuid4()))) for code in STAFF if code != case.code)
    professions = tuple(replace(one, headcount=STAFF[one.code][0], fte=STAFF[one.code][1]) for one in (case, *others))
    return Study(
        str(uuid4()),
        title,
        title.removeprefix("Exemple inventé : "),
        day=DAY,
        rule=rule,
        professions=professions,
        staffing=staffed(professions),
        scenarios=(prudent(), quick()),
    )


def decided(found: Profession) -> Profession:
    """A profession of the catalogue with made-up decisions."""

    def task(at: int, one: Task) -> Task:
        for hypothesis, level in zip(HYPOTHESES, PATTERN[at % len(PATTERN)], strict=True):
            said = one.rating(hypothesis).set(Aspect.SUBSTITUTION, Judgement(Level(level)))
            one = one.with_rating(hypothesis, said)
        return one

    return replace(found, tasks=tuple(task(at, one) for at, one in enumerate(found.tasks)))


def staffed(professions: tuple[Profession, ...]) -> Staffing:
    """Two sites, three services, and the staff of the professions there."""
    north, south = Unit("north", "Site Nord", UnitKind.SITE), Unit("south", "Site Sud", UnitKind.SITE)
    services = (
        Unit("surgery", "Chirurgie", site_id="north"),
        Unit("medicine", "Médecine", site_id="north"),
        Unit("emergency", "Urgences", site_id="south"),
    )
    lines = tuple(
        StaffLine(found.id, unit.id, *numbers)
        for found, by_unit in zip(professions, LINES, strict=True)
        for unit, numbers in zip(services, by_unit, strict=True)
    )
    return Staffing((north, *services[:2], south, services[2]), lines)


def prudent() -> Scenario:
    """Five years, with everything stated."""
    uses = (Use("Accueil et écoute des patients", 0.5), Use("Coordination des soins", 0.3))
    return Scenario(
        "prudent", "Prudent", 5, Adoption.LOGISTIC, control=0.25, training=0.02, drills=0.01, departures=0.03, uses=uses
    )


def quick() -> Scenario:
    """Three years, with what trains people still to be stated."""
    return Scenario("quick", "Volontaire", 3, control=0.15, drills=0.01, departures=0.03)


def lived(path: Path) -> Path:
    """A file in which the case was rated again on two later days."""
    study = replace(secretary(), title="Exemple inventé : la même étude, un an après")
    tasks = study.professions[0].tasks
    third, seventh = (Cell(tasks[at].id, Hypothesis.LOW, Aspect.SUBSTITUTION) for at in (0, 7))
    again = rate([third], Level.FORT).change(study)
    studies = (study, again, rate([seventh], Level.FORT).change(again))
    with closing(StudyFile.create(path, study, datetime(2025, 11, 20, 9, tzinfo=UTC))) as file:
        for month, (before, after) in zip((5, 11), pairwise(studies), strict=True):
            file.write(before, after, LogEntry(datetime(2026, month, 18, 9, tzinfo=UTC), "rate", ""))
    return path


def several(folder: Path) -> list[Path]:
    """The files of three establishments, one under another rule, and the same one twice."""
    titles = {"CH du Nord": Rule.SHARE_OF_FORT, "CH du Sud": Rule.SHARE_OF_FORT, "CH de la Côte": Rule.WEIGHTED}
    paths = [folder / f"etude-{at}.impact" for at in range(len(titles))]
    for path, (title, rule) in zip(paths, titles.items(), strict=True):
        StudyFile.create(path, hospital(f"Exemple inventé : {title}", rule), NOON).close()
    return paths


def returned(folder: Path, study: Study) -> list[Path]:
    """Workbooks of a study in which others typed."""
    paths = []
    for name, cells in TYPED.items():
        path = folder / name
        write_excel(analyse(study), path, made_at=NOON)
        book = load_workbook(path)
        sheet = book.worksheets[1]
        rows = {str(cell.value): cell.row for column in sheet.iter_cols(max_col=3) for cell in column if cell.value}
        for at, letter, words in cells:
            sheet[f"{letter}{rows[study.professions[0].tasks[at].title]}"] = words
        book.save(path)
        paths.append(path)
    return paths

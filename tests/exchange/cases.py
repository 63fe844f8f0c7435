"""The studies that exports are tried on, and the workbook of one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from impactapp.domain.analysis.results import analyse
from impactapp.domain.level import Level
from impactapp.domain.profession import Category, Profession, Task
from impactapp.domain.rating import Judgement, Rating
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.study import Definitions, Origin, Study
from impactapp.exchange.excel_export import write_excel
from tests import builders
from tests.builders import FA, FO, MO

MADE_AT = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)


def exported(study: Study, folder: Path) -> Path:
    """The workbook of a study."""
    target = folder / "étude.xlsx"
    write_excel(analyse(study), target, made_at=MADE_AT)
    return target


def by_time(study: Study, note_taking: float = 0.4) -> Study:
    """The secretary's time: note taking by itself, the nine others share the rest equally (method §1.3)."""
    (secretary,) = study.professions
    rest = (1 - note_taking) / (len(secretary.tasks) - 1)
    tasks = tuple(
        replace(task, share=note_taking if task.title.startswith("Prise de notes") else rest)
        for task in secretary.tasks
    )
    return replace(study, weighting=Weighting.TIME, professions=(replace(secretary, tasks=tasks),))


def custom(study: Study) -> Study:
    """The same study under a rule of the group."""
    return replace(study, rule=Rule.CUSTOM, custom_rates=LevelRates(0.1, 0.45, 0.8))


def partly_rated() -> Study:
    """One decision missing under the high hypothesis, one under both, no FTE."""
    (secretary,) = builders.secretary().professions
    tasks = list(secretary.tasks)
    tasks[3] = replace(tasks[3], high=builders.decided(None))
    listed = (replace(secretary, tasks=tuple(tasks), fte=None), builders.profession(2, (builders.task(1),), 3.0))
    return replace(builders.secretary(), professions=listed)


def with_criteria() -> Task:
    """Low criteria, one of which the high hypothesis corrects, and a decision that differs, with its reason."""
    low = Rating(
        Judgement(MO, "Marché naissant"), Judgement(FO, "Attendu"), Judgement(FO, ""), Judgement(FA, "Prudence")
    )
    high = Rating(maturity=Judgement(FO, "Marché mûr"), substitution=Judgement(FO, ""))
    return Task("crit", "Activité à critères", None, low, high)


def three_professions() -> Study:
    """Titles that a formula could take for its own; shares complete, partial and absent; no task."""
    shared = tuple(
        replace(builders.task(n, Level(1 + n % 3), FO), share=share) for n, share in enumerate((0.5, 0.3, 0.2), 10)
    )
    partial = (builders.task(20, MO, MO, 0.5), builders.task(21, FO, FO))
    professions = (
        replace(builders.profession(1, shared, 12.5), title='=SUM(A1) "cité" *?~', headcount=14),
        replace(builders.profession(2, partial, 4.0), title="*"),
        replace(builders.profession(3, (builders.task(30, FA, MO), with_criteria()), 7.25), title="Métier ordinaire"),
        replace(builders.profession(4), title="Sans activité"),
    )
    return replace(builders.study(*professions), weighting=Weighting.TIME)


def complete() -> Study:
    """A study that says something in every field."""
    task = replace(with_criteria(), share=0.125)
    profession = Profession(
        *("p-1", "Secrétaire médicale", Category.ADMINISTRATIVE, 34, 30.5, (task, builders.task(2, MO, FO, 0.875))),
        *("secretaire-medicale", "Gestion", ("M1609",), ("3344", "4120"), "Publié en 2026"),
    )
    return Study(
        *("s-1", "Étude", "CH d’Ici", "Le groupe", "Pour voir.\nEt décider.", date(2026, 11, 22)),
        *(Origin.DEMONSTRATION, Rule.CUSTOM, LevelRates(0.1, 0.5, 0.9), Weighting.TIME),
        Definitions("a", "b", "c", "d", "e", "f", "g", "h"),
        (profession, builders.profession(2)),
    )


def half_decided() -> Study:
    """Two professions decided under both hypotheses, and one under the low one only; all with their FTE."""
    half = tuple(replace(builders.task(number, FO, FO), high=builders.decided(None)) for number in (30, 31))
    professions = (
        builders.profession(1, (builders.task(10, FO, FO), builders.task(11, FA, FO)), 12.5),
        builders.profession(2, (builders.task(20, MO, FO),), 8.0),
        builders.profession(3, half, 2.25),
    )
    return builders.study(*professions)

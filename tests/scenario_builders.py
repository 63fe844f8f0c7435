"""A study with scenarios for tests: professions that are counted, one too small, two that are left out."""

from dataclasses import replace

from impactapp.domain.level import Level
from impactapp.domain.profession import Category, Profession
from impactapp.domain.scenario import Scenario, Use
from impactapp.domain.study import Study
from tests import builders
from tests.staff_builders import PRUDENT, STATED

SIMPLE = Scenario(
    "s-simple",
    "Simple",
    4,
    control=0.1,
    training=0.01,
    drills=0.0,
    departures=0.05,
    uses=(Use("Accueil", 0.25), Use("Coordination", 0.75)),
)


def secretary(*scenarios: Scenario) -> Study:
    """The secretary case, 30 FTE at 40 % to 60 %, with scenarios."""
    return replace(builders.secretary(), scenarios=scenarios)


def projected(*scenarios: Scenario) -> Study:
    """Five professions, of which one has no rate and one no FTE; three scenarios unless told otherwise."""
    care = (
        builders.task(1, Level.FORT, Level.FORT),
        builders.task(3, Level.FAIBLE, Level.MOYEN),
        builders.task(4, Level.FAIBLE, Level.FAIBLE),
    )
    others = (
        Profession("ide", "Infirmier en soins généraux", Category.CARE, None, 120.0, care),
        Profession("open", "Agent", Category.OTHER, None, 50.0, (builders.task(2, Level.FORT, None),)),
        Profession("no-fte", "Technicien", Category.TECHNICAL, None, None, (builders.task(5, Level.FORT, Level.FORT),)),
        Profession("small", "Psychologue", Category.OTHER, None, 0.6, (builders.task(6, Level.MOYEN, Level.FORT),)),
    )
    study = builders.secretary()
    return replace(study, professions=(*study.professions, *others), scenarios=scenarios or (PRUDENT, STATED, SIMPLE))


def many(professions: int = 60) -> Study:
    """So many professions with long titles, over all categories."""
    (found,) = builders.secretary().professions

    def one(at: int) -> Profession:
        tasks = tuple(replace(task, id=f"{at}-{task.id}") for task in found.tasks)
        title = f"Métier numéro {at} de l’établissement hospitalier et universitaire, tous services"
        category = list(Category)[at % len(Category)]
        return replace(found, id=f"p{at}", title=title, fte=3.0 + at, category=category, tasks=tasks)

    return replace(builders.secretary(), professions=tuple(map(one, range(professions))), scenarios=(PRUDENT,))

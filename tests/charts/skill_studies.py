"""Studies with few and many skills for the figures of skills: every kind of row they can show."""

from dataclasses import replace

from impactapp.domain.edits.barriers import RESTORABLE
from impactapp.domain.skill import Barrier, BarrierState, Criticality, Link, Skill
from impactapp.domain.study import Study
from tests.builders import FA, FO, MO, profession, study, task

LEVELS = ((FA, FA), (FA, MO), (MO, MO), (MO, FO), (FO, FO), (FA, FO))
LONG = "Conduite d’un entretien d’annonce avec le patient et ses proches, en autonomie"


def many_skills(count: int, title: str = LONG) -> Study:
    """Skills of every exposure and criticality, some without links, some rated too little, some with measures."""
    tasks = tuple(replace(task(n, *LEVELS[n % 6]), human_validates=n % 3 == 0) for n in range(1, 13))
    unrated = (task(13), task(14))
    skills = tuple(_skill(number, title) for number in range(1, count + 1))
    measures = tuple(
        Barrier(
            f"b{n}",
            f"Mesure {n}",
            "",
            (f"k{n}",),
            RESTORABLE[: 1 + n % 2],
            float(1 + n % 9),
            state=BarrierState.DECIDED,
        )
        for n in range(1, count + 1, 2)
    )
    return study(
        replace(profession(1, (*tasks, *unrated)), title="Secrétaire médicale", skills=skills, barriers=measures)
    )


def alike(count: int) -> Study:
    """Skills that all stand at the same place of the map."""
    skills = tuple(Skill(f"k{n}", f"Compétence {n}", links=(Link("t1", 3, None, True),)) for n in range(1, count + 1))
    return study(replace(profession(1, (task(1, FO, FO),)), skills=skills))


def _skill(number: int, title: str) -> Skill:
    return Skill(
        f"k{number}",
        f"{number} {title}"[:80],
        criticality=Criticality(1 + number * 7 % 3),
        experienced=None if number % 4 == 0 else number * 3,
        trainees=None if number % 5 == 0 else number % 7,
        baseline_hours=20.0,
        links=_links(number),
    )


def _links(number: int) -> tuple[Link, ...]:
    if number % 11 == 10:
        return ()
    if number % 11 == 9:
        return (Link("t1", 1), Link("t13", 3), Link("t14", 3))
    others = 1 + number % 12, 1 + (number * 5 + 2) % 12, 1 + (number * 3 + 1) % 12
    partly = (Link("t13", 1, None, False),) if number % 6 == 5 else ()
    linked = {f"t{other}": Link(f"t{other}", 1 + (number + other) % 3, None, number % 4 != 3) for other in others}
    return (*linked.values(), *partly)

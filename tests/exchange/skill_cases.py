"""The studies with skills that exports are tried on."""

from dataclasses import replace
from datetime import date

from impactapp.domain.edits.barriers import RESTORABLE
from impactapp.domain.level import Level
from impactapp.domain.profession import Profession
from impactapp.domain.rule import Rule, Weighting
from impactapp.domain.skill import Barrier, BarrierState, Criticality, Link, Retention, Skill, SkillKind, Stage
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FA, FO, MO
from tests.exchange import cases


def with_tasks(study: Study, **changes: Level | None) -> Study:
    """A study of one profession with both decisions of some tasks changed; ``sec_4`` stands for ``sec-4``."""
    (found,) = study.professions
    tasks = tuple(
        replace(task, low=builders.decided(changes[key]), high=builders.decided(changes[key]))
        if (key := task.id.replace("-", "_")) in changes
        else task
        for task in found.tasks
    )
    return replace(study, professions=(replace(found, tasks=tasks),))


def partly_rated() -> Study:
    """“Rédaction” is rated on 4/7 of its practice, “Relation avec le patient” on 1/7."""
    return with_tasks(builders.skilled(), sec_2=None, sec_1=None, sec_5=None)


def by_time() -> Study:
    """Note taking takes 40 % of the time."""
    return cases.by_time(builders.skilled())


def shares_off() -> Study:
    """Shares of time that are not 100 % together."""
    study = by_time()
    (found,) = study.professions
    first, *others = found.tasks
    return replace(study, professions=(replace(found, tasks=(replace(first, share=0.9), *others)),))


def rules_of_the_group() -> Study:
    """Exposures under the rates of the group."""
    return replace(cases.custom(builders.skilled()), exposure_rule=Rule.CUSTOM)


def rules_without_rates() -> Study:
    """Exposures under rates that nobody has set."""
    return replace(builders.skilled(), exposure_rule=Rule.CUSTOM)


def measures() -> tuple[Barrier, ...]:
    """One of each state, against each mechanism; two of them add up; one is the group's own."""
    made = Barrier("m1", "Temps sans IA", "unaided_practice", ("k1", "k2"), RESTORABLE, 12.5, "Cadre", team_hours=24.0)
    day, later = date(2026, 12, 1), date(2027, 6, 1)
    return (
        replace(made, state=BarrierState.IN_PLACE, start=day, review=later, note="=note"),
        replace(made, id="m2", title="Rappels", code="refreshers", against=RESTORABLE[:1], state=BarrierState.DECIDED),
        replace(made, id="m3", title="Test", code="baseline_test", against=RESTORABLE[1:], hours_per_month=None),
        replace(made, id="m4", title="À soi", code="", state=BarrierState.ABANDONED, start=date(1850, 1, 1)),
        replace(made, id="m5", title="Débriefing", code="structured_debrief", skill_ids=(), review=later),
    )


def measured() -> Study:
    """The skilled secretary with measures of every state."""
    study = builders.skilled()
    return replace(study, professions=(replace(study.professions[0], barriers=measures()),))


def several() -> Study:
    """Skills of one name in two professions, one name inside another, a profession without any, hostile titles."""
    (secretary,) = measured().professions
    tasks = tuple(
        builders.task(number, Level(1 + number % 3), FO, share) for number, share in enumerate((0.5, 0.3, 0.2))
    )
    links = (Link("t0", 2, Stage.PRACTICE, True), Link("t1", 1, Stage.THEORY), Link("t2", 3, None, True))
    skills = (
        Skill("q1", "Rédaction", baseline_hours=10.0, links=links),
        Skill("q2", "Rédaction et =1+1", links=links[:1], criticality=Criticality.USEFUL, source="@source"),
        Skill("q3", '=SUM(A1) "cité" *?~', retention=Retention.SPEED, links=links[1:], baseline_hours=4.0),
    )
    barrier = Barrier("n1", "=mesure", "", ("q2", "q3"), RESTORABLE[:1], 1.5, state=BarrierState.IN_PLACE)
    other = Profession("p9", "*", tasks=tasks, skills=skills, barriers=(barrier,))
    bare = builders.profession(3, (builders.task(30, FA, MO),))
    no_task = replace(builders.profession(4), skills=(Skill("z1", "Sans activité"),))
    only_measure = replace(builders.profession(5), barriers=(replace(barrier, id="n2", skill_ids=()),))
    study = builders.study(secretary, bare, other, no_task, only_measure)
    return replace(study, weighting=Weighting.TIME)


def eight() -> Study:
    """A secretary with eight skills, as a workshop makes them; for the eye."""
    study = measured()
    (found,) = study.professions
    names = (
        ("Coordination des parcours et des agendas", SkillKind.ORGANISATIONAL, ("sec-3", "sec-4")),
        (
            "Identitovigilance et vérification des informations du dossier patient",
            SkillKind.COGNITIVE,
            ("sec-10", "sec-8"),
        ),
        ("Codage de l’activité", SkillKind.COGNITIVE, ("sec-7",)),
        (
            "Détection des situations qui demandent une réponse rapide d’un soignant",
            SkillKind.RELATIONAL,
            ("sec-1", "sec-5"),
        ),
        ("Frappe au kilomètre", SkillKind.GESTURE, ("sec-6", "sec-9")),
    )
    more = tuple(
        Skill(
            *(
                f"x{number}",
                name,
                "Ce que l’on attend de la personne en poste, en une phrase.",
                kind,
                Criticality.VITAL,
            ),
            *(Retention.MIXED, 20, 3, 16.0),
            tuple(Link(task, 3 - at, Stage.PRACTICE, at == 0) for at, task in enumerate(sorted(linked))),
            "proposition de l’outil, à valider en atelier",
        )
        for number, (name, kind, linked) in enumerate(names)
    )
    return replace(study, professions=(replace(found, skills=(*found.skills, *more)),))

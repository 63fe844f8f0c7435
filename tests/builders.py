"""Studies for tests: the published secretary matrix, small made-up ones, and hypothesis strategies for any."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from impactapp.domain.edits.barriers import RESTORABLE
from impactapp.domain.level import Aspect, Level
from impactapp.domain.profession import Category, Profession, Task
from impactapp.domain.rating import Judgement, Rating
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.skill import Barrier, BarrierState, Criticality, Link, Retention, Skill, SkillKind, Stage
from impactapp.domain.study import Definitions, Origin, Study
from tests import sitting_builders, staff_builders

FA, MO, FO = Level.FAIBLE, Level.MOYEN, Level.FORT

SECRETARY_MATRIX = (
    ("Accueil physique et téléphonique des patients, des familles", MO, FO),
    ("Conception et rédaction de documents relatifs à son domaine d'activité", FO, FO),
    (
        "Gestion et coordination médico-administrative (gestion des agendas, organisation de réunions, visites, "
        "conférences et événements...)",
        FO,
        FO,
    ),
    (
        "Gestion, traitement et coordination des programmations liées à la prise en charge médicale (consultation, "
        "hospitalisation, chirurgie, examens...)",
        MO,
        MO,
    ),
    ("Identification et recensement des besoins et attentes des patients et des familles", FA, FA),
    ("Prise de notes, frappe et mise en forme des documents", FO, FO),
    ("Saisie des données liées à l'activité médicale (codage)", FO, FO),
    ("Tenue à jour du dossier patient", MO, FO),
    (
        "Traitement des courriers, dossiers, documents dans son domaine (enregistrement, tri, traitement, diffusion, "
        "archivage)",
        MO,
        MO,
    ),
    (
        "Vérification des informations administratives concernant le patient dans le cadre de l'identitovigilance",
        FA,
        FA,
    ),
)


def decided(level: Level | None, reason: str = "") -> Rating:
    """A rating that holds only a decision."""
    return Rating(substitution=Judgement(level, reason) if level or reason else None)


def criteria(maturity: Level | None, acceptability: Level | None, roi: Level | None) -> Rating:
    """A rating that holds only the three criteria."""
    return Rating(*(Judgement(level, "") if level is not None else None for level in (maturity, acceptability, roi)))


def task(number: int, low: Level | None = None, high: Level | None = None, share: float | None = None) -> Task:
    """Task ``t<number>``, decided at the levels given."""
    return Task(f"t{number}", f"Activité {number}", share, decided(low), decided(high))


def profession(number: int = 1, tasks: tuple[Task, ...] = (), fte: float | None = None) -> Profession:
    """Profession ``p<number>`` with these tasks."""
    return Profession(f"p{number}", f"Métier {number}", Category.ADMINISTRATIVE, None, fte, tasks)


def study(*professions: Profession) -> Study:
    """A study of these professions."""
    return Study("s1", "Étude d'essai", professions=professions)


def secretary() -> Study:
    """The published matrix (method §1.1), decisions only, 30 FTE for 34 persons as a made-up staff."""
    tasks = tuple(
        Task(f"sec-{index}", title, None, decided(low), decided(high))
        for index, (title, low, high) in enumerate(SECRETARY_MATRIX, 1)
    )
    made = Profession("sec", "Secrétaire médicale", Category.ADMINISTRATIVE, 34, 30.0, tasks, "secretaire-medicale")
    return Study("s-sec", "Secrétaire médicale", professions=(made,))


def skilled() -> Study:
    """The secretary with the two skills of the method's vectors (§2), a trainee view, one barrier in place."""
    made = secretary()
    found = made.professions[0]
    writing = (Link("sec-2", 3, Stage.PRACTICE, True), Link("sec-6", 3, Stage.PRACTICE, True), Link("sec-9", 1))
    patients = (Link("sec-1", 3, Stage.PRACTICE, True), Link("sec-10", 1), Link("sec-5", 3, Stage.METACOGNITION, True))
    listed = (
        Skill("k1", "Rédaction", "", SkillKind.COGNITIVE, Criticality.VITAL, Retention.ACCURACY, 30, 4, 40.0, writing),
        Skill("k2", "Relation avec le patient", kind=SkillKind.RELATIONAL, links=patients, baseline_hours=20.0),
        Skill("k3", "Archivage"),
    )
    measure = Barrier("b1", "Rédaction sans IA", "unaided_practice", ("k1",), RESTORABLE, 12.0, "Cadre")
    in_place = replace(measure, state=BarrierState.IN_PLACE, team_hours=24.0)
    tasks = tuple(replace(task, human_validates=task.id in ("sec-2", "sec-9")) for task in found.tasks)
    return replace(made, professions=(replace(found, tasks=tasks, skills=listed, barriers=(in_place,)),))


def workshop() -> Study:
    """The secretary after a sitting of three groups of 6, 5 and 3."""
    sitting = sitting_builders.secretary_sitting([title for title, _low, _high in SECRETARY_MATRIX])
    return replace(secretary(), sittings=(sitting,))


def large(professions: int, tasks: int) -> Study:
    """A study of many professions, fully decided and rated on criteria, for sizes rather than sense."""

    def one(p: int, t: int) -> Task:
        low, high = Level(1 + (p + t) % 3), Level(min(3, 1 + (p + t) % 3 + t % 2))
        rated = replace(criteria(low, low, low), substitution=Judgement(low))
        return Task(f"t{p}-{t}", f"Activité {t} du métier {p}", None, rated, decided(high))

    return study(
        *(
            Profession(f"p{p}", f"Métier {p}", Category.CARE, 10 + p, 9.0 + p, tuple(one(p, t) for t in range(tasks)))
            for p in range(professions)
        )
    )


_texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn")), max_size=12).map(str.strip)
_levels = st.none() | st.sampled_from(Level)
_judgements = st.none() | st.builds(Judgement, st.sampled_from(Level), _texts)


@st.composite
def tasks(draw: st.DrawFn, number: int) -> Task:
    """A task that respects high ≥ low."""
    built = Task(
        f"t{number}",
        f"Activité {number} {draw(_texts)}".strip(),
        draw(st.none() | st.integers(0, 100).map(lambda percent: percent / 100)),
        draw(st.builds(Rating, _judgements, _judgements, _judgements, _judgements)),
        draw(st.builds(Rating, _judgements, _judgements, _judgements, _judgements)),
        draw(st.booleans()),
    )
    for aspect in Aspect:
        low, high = built.low.get(aspect), built.high.get(aspect)
        if low and high and low.level and high.level and high.level < low.level:
            built = replace(built, high=built.high.set(aspect, replace(high, level=low.level)))
    return built


@st.composite
def skills(draw: st.DrawFn, profession_id: str, task_ids: list[str]) -> tuple[Skill, ...]:
    """Skills of a profession with links to its tasks."""
    made = []
    for number in range(draw(st.integers(0, 3))):
        linked = draw(st.lists(st.sampled_from(task_ids), max_size=3, unique=True)) if task_ids else []
        stages = st.none() | st.sampled_from(Stage)
        links = tuple(Link(t, draw(st.integers(1, 3)), draw(stages), draw(st.booleans())) for t in sorted(linked))
        made.append(
            Skill(
                f"{profession_id}-k{number}",
                f"Compétence {number} {draw(_texts)}".strip(),
                draw(_texts),
                draw(st.sampled_from(SkillKind)),
                draw(st.sampled_from(Criticality)),
                draw(st.sampled_from(Retention)),
                draw(st.none() | st.integers(0, 500)),
                draw(st.none() | st.integers(0, 50)),
                draw(st.none() | st.integers(1, 7440).map(lambda tenth: tenth / 10)),
                links,
                draw(_texts),
            )
        )
    return tuple(made)


@st.composite
def barriers(draw: st.DrawFn, profession_id: str, skill_ids: list[str]) -> tuple[Barrier, ...]:
    """Barriers of a profession against what its skills may lose."""
    made = []
    hours = st.none() | st.integers(1, 7440).map(lambda tenth: tenth / 10)
    for number in range(draw(st.integers(0, 2))):
        start = draw(st.none() | st.dates(date(2000, 1, 1), date(2050, 1, 1)))
        made.append(
            Barrier(
                f"{profession_id}-b{number}",
                f"Mesure {number} {draw(_texts)}".strip(),
                draw(st.sampled_from(["", "refreshers"])),
                tuple(draw(st.lists(st.sampled_from(skill_ids), max_size=2, unique=True))) if skill_ids else (),
                draw(st.sampled_from([RESTORABLE, RESTORABLE[:1], RESTORABLE[1:]])),
                draw(hours),
                draw(_texts),
                start,
                draw(st.none() | st.dates(date(2050, 1, 1), date(2100, 1, 1))),
                draw(st.sampled_from(BarrierState)),
                draw(hours),
                draw(_texts),
            )
        )
    return tuple(made)


@st.composite
def professions(draw: st.DrawFn, most_professions: int, most_tasks: int) -> list[Profession]:
    """Any professions the edits can make."""
    made = []
    number = 0
    for index in range(draw(st.integers(0, most_professions))):
        listed = []
        for _ in range(draw(st.integers(0, most_tasks))):
            number += 1
            listed.append(draw(tasks(number)))
        competences = draw(skills(f"p{index}", [task.id for task in listed]))
        made.append(
            Profession(
                f"p{index}",
                f"Métier {index} {draw(_texts)}".strip(),
                draw(st.sampled_from(Category)),
                draw(st.none() | st.integers(0, 5000)),
                draw(st.none() | st.integers(0, 50_000).map(lambda tenth: tenth / 10)),
                tuple(listed),
                draw(_texts),
                draw(_texts),
                tuple(draw(st.lists(st.sampled_from(["M1609", "J1506", "M1607"]), max_size=2, unique=True))),
                tuple(draw(st.lists(st.sampled_from(["3344", "2221", "3221"]), max_size=2, unique=True))),
                draw(_texts),
                competences,
                draw(barriers(f"p{index}", [skill.id for skill in competences])),
                draw(_texts),
            )
        )
    return made


@st.composite
def studies(draw: st.DrawFn, most_professions: int = 3, most_tasks: int = 5) -> Study:
    """Any study the edits can make."""
    made = draw(professions(most_professions, most_tasks))
    custom = draw(
        st.none()
        | st.lists(st.integers(0, 100), min_size=3, max_size=3).map(lambda n: LevelRates(*(x / 100 for x in sorted(n))))
    )
    origin = draw(st.sampled_from(Origin))
    held = sitting_builders.sittings(made, origin is Origin.DEMONSTRATION)
    rules = list(Rule) if custom else [rule for rule in Rule if rule is not Rule.CUSTOM]
    return Study(
        "s1",
        f"Étude {draw(_texts)}".strip(),
        draw(_texts),
        draw(_texts),
        draw(_texts),
        draw(st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))),
        origin,
        draw(st.sampled_from(rules)),
        custom,
        draw(st.sampled_from(Weighting)),
        draw(st.builds(Definitions, _texts, _texts)),
        tuple(made),
        draw(st.sampled_from(rules)),
        draw(held),
        draw(staff_builders.staffings(made)),
        draw(staff_builders.scenarios(rules)),
    )

"""One profession of the catalogue in its file, checked strictly when it is read."""

from dataclasses import dataclass
from pathlib import Path

from impactapp.domain.intensities import MOST_INTENSE
from impactapp.domain.level import Level
from impactapp.domain.profession import Category
from impactapp.domain.skill import Criticality, Retention, SkillKind, Stage
from impactapp.domain.text import same_title
from impactapp.store.catalog_fields import Fields, read_fields

FORMAT = 1
_CODE = r"[a-z0-9]+(-[a-z0-9]+)*"
_ROME = r"[A-N][0-9]{4}"
_ISCO08 = r"[0-9]{4}"


@dataclass(frozen=True, slots=True)
class PublishedRating:
    """What was published of one task: a decision under each hypothesis, and texts of criteria without a level."""

    task: str
    low: Level | None
    high: Level | None
    maturity: str
    acceptability: str
    roi: str


@dataclass(frozen=True, slots=True)
class Published:
    """A published matrix, and the title of the study that shows it."""

    title: str
    ratings: tuple[PublishedRating, ...]


@dataclass(frozen=True, slots=True)
class CatalogLink:
    """A task, by its title, that practises a skill."""

    task: str
    intensity: int
    stage: Stage | None
    formative: bool


@dataclass(frozen=True, slots=True)
class CatalogSkill:
    """A skill of a profession; ``source`` is the sentence that says whose proposal it is."""

    title: str
    description: str
    kind: SkillKind
    criticality: Criticality
    retention: Retention
    source: str
    links: tuple[CatalogLink, ...]


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """A profession of the catalogue; ``tasks`` are the titles of its activities, ``source`` where they come from.

    ``validated`` are the tasks whose AI output a human validates, ``skills`` what the profession rests on: both ours.
    """

    code: str
    title: str
    family: str
    category: Category
    rome: tuple[str, ...]
    isco08: tuple[str, ...]
    source: str
    tasks: tuple[str, ...]
    published: Published | None
    validated: tuple[str, ...]
    skills: tuple[CatalogSkill, ...]


def read_entry(path: Path) -> CatalogEntry:
    """The profession of a file; refuses the first field that is missing, wrong or unknown."""
    fields = read_fields(path)
    fields.constant("format", FORMAT)
    tasks = _titles(fields.tables("tasks"))
    entry = CatalogEntry(
        code=fields.line("code", _CODE),
        title=fields.line("title"),
        family=fields.line("family"),
        category=Category(fields.word("category", set(Category))),
        rome=fields.codes("rome", _ROME),
        isco08=fields.codes("isco08", _ISCO08),
        source=fields.text("source"),
        tasks=tasks,
        published=_published(fields.table("published"), tasks),
        validated=fields.chosen("validated", tasks),
        skills=_skills(fields.tables("skills", optional=True), tasks),
    )
    fields.require_known()
    if entry.code != path.stem:
        raise fields.wrong("code")
    return entry


def _titles(tables: list[Fields]) -> tuple[str, ...]:
    titles: list[str] = []
    for fields in tables:
        title = fields.line("title")
        fields.require_known()
        if any(same_title(title, other) for other in titles):
            raise fields.wrong("title")
        titles.append(title)
    return tuple(titles)


def _published(fields: Fields | None, tasks: tuple[str, ...]) -> Published | None:
    if fields is None:
        return None
    rated: set[str] = set()
    ratings = []
    for table in fields.tables("ratings"):
        rating = _rating(table)
        if rating.task not in tasks or rating.task in rated:
            raise table.wrong("task")
        rated.add(rating.task)
        ratings.append(rating)
    published = Published(fields.line("title"), tuple(ratings))
    fields.require_known()
    return published


def _rating(fields: Fields) -> PublishedRating:
    rating = PublishedRating(
        fields.line("task"),
        fields.level("low"),
        fields.level("high"),
        fields.text("maturity", optional=True),
        fields.text("acceptability", optional=True),
        fields.text("roi", optional=True),
    )
    fields.require_known()
    if rating.low and rating.high and rating.high < rating.low:
        raise fields.wrong("high")
    return rating


def _skills(tables: list[Fields], tasks: tuple[str, ...]) -> tuple[CatalogSkill, ...]:
    skills: list[CatalogSkill] = []
    for fields in tables:
        skill = CatalogSkill(
            title=fields.line("title"),
            description=fields.text("description"),
            kind=SkillKind(fields.word("kind", set(SkillKind))),
            criticality=Criticality(fields.number("criticality", Criticality.USEFUL, Criticality.VITAL)),
            retention=Retention(fields.word("retention", set(Retention))),
            source=fields.text("source"),
            links=_links(fields.tables("links"), tasks),
        )
        fields.require_known()
        if any(same_title(skill.title, other.title) for other in skills):
            raise fields.wrong("title")
        skills.append(skill)
    return tuple(skills)


def _links(tables: list[Fields], tasks: tuple[str, ...]) -> tuple[CatalogLink, ...]:
    links: dict[str, CatalogLink] = {}
    for fields in tables:
        stage = fields.word("stage", set(Stage), optional=True)
        link = CatalogLink(
            task=fields.word("task", tasks),
            intensity=fields.number("intensity", 1, MOST_INTENSE),
            stage=Stage(stage) if stage else None,
            formative=fields.flag("formative"),
        )
        fields.require_known()
        if link.task in links:
            raise fields.wrong("task")
        links[link.task] = link
    return tuple(links.values())

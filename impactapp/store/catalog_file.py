"""One profession of the catalogue in its file, checked strictly when it is read."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from impactapp.domain.intensities import MOST_INTENSE
from impactapp.domain.level import Level
from impactapp.domain.profession import Category
from impactapp.domain.skill import Criticality, Retention, SkillKind, Stage
from impactapp.domain.text import title_key
from impactapp.store.catalog_fields import Fields, read_fields

FORMAT = 2
_CODE = r"[a-z0-9]+(-[a-z0-9]+)*"
_ROME = r"[A-N][0-9]{4}"
_ISCO08 = r"[0-9]{4}"
_CATEGORIES, _KINDS, _RETENTIONS, _STAGES = map(frozenset, (Category, SkillKind, Retention, Stage))


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

    ``feminine`` is the title in the feminine and ``synonyms`` what hospitals call it, both to be searched by.
    ``isco08_sources`` says which source gives which code where they differ.
    ``validated`` are the tasks whose AI output a human validates, ``skills`` what the profession rests on: both ours.
    """

    code: str
    title: str
    feminine: str
    synonyms: tuple[str, ...]
    family: str
    category: Category
    rome: tuple[str, ...]
    isco08: tuple[str, ...]
    isco08_sources: tuple[tuple[str, str], ...]
    source: str
    tasks: tuple[str, ...]
    published: Published | None
    validated: tuple[str, ...]
    skills: tuple[CatalogSkill, ...]


def read_entry(path: Path) -> CatalogEntry:
    """The profession of a file; refuses a newer format, and the first field that is missing, wrong or unknown."""
    fields = read_fields(path)
    # format 1 names the tasks that are validated in a list of its own, and has neither feminine nor synonyms
    is_first = fields.version("format", FORMAT) == 1
    tasks, marked = _tasks(fields.tables("tasks"), is_first)
    isco08, source = fields.codes("isco08", _ISCO08), fields.text("source")
    entry = CatalogEntry(
        code=fields.line("code", _CODE),
        title=fields.line("title"),
        feminine="" if is_first else fields.line("feminine", optional=True),
        synonyms=() if is_first else fields.lines("synonyms"),
        family=fields.line("family"),
        category=Category(fields.word("category", _CATEGORIES)),
        rome=fields.codes("rome", _ROME),
        isco08=isco08,
        isco08_sources=() if is_first else _sources(fields.table("isco08_sources"), isco08),
        source=source,
        tasks=tasks,
        published=_published(fields.table("published"), tasks),
        validated=fields.chosen("validated", tasks) if is_first else marked,
        skills=_skills(fields.tables("skills", optional=True), tasks, "" if is_first else source),
    )
    fields.require_known()
    if entry.code != path.stem:
        raise fields.wrong("code")
    return entry


def _tasks(tables: list[Fields], is_first: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The titles, and those of them that are marked as validated."""
    titles: dict[str, str] = {}
    marked: list[str] = []
    for fields in tables:
        title = fields.line("title")
        if not is_first and fields.flag("validated"):
            marked.append(title)
        fields.require_known()
        key = _key(title)
        if key in titles:
            raise fields.wrong("title")
        titles[key] = title
    return tuple(titles.values()), tuple(marked)


def _sources(fields: Fields | None, codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    if fields is None:
        return ()
    sources = tuple((code, fields.line(code)) for code in codes)
    fields.require_known()
    return sources


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


def _skills(tables: list[Fields], tasks: tuple[str, ...], proposed_by: str) -> tuple[CatalogSkill, ...]:
    """The skills; where one does not say whose proposal it is, it is the file's, if that may be left out."""
    skills: dict[str, CatalogSkill] = {}
    for fields in tables:
        skill = CatalogSkill(
            title=fields.line("title"),
            description=fields.text("description", optional=bool(proposed_by)),
            kind=SkillKind(fields.word("kind", _KINDS)),
            criticality=Criticality(fields.number("criticality", Criticality.USEFUL, Criticality.VITAL)),
            retention=Retention(fields.word("retention", _RETENTIONS)),
            source=fields.text("source", optional=bool(proposed_by)) or proposed_by,
            links=_links(fields.tables("links"), tasks),
        )
        fields.require_known()
        key = _key(skill.title)
        if key in skills:
            raise fields.wrong("title")
        skills[key] = skill
    return tuple(skills.values())


def _links(tables: list[Fields], tasks: tuple[str, ...]) -> tuple[CatalogLink, ...]:
    links: dict[str, CatalogLink] = {}
    for fields in tables:
        stage = fields.word("stage", _STAGES, optional=True)
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


def _key(title: str) -> str:
    # the same as title_key for what can be printed, without a look at each character
    return unicodedata.normalize("NFC", title.casefold()) if title.isprintable() else title_key(title)

"""The shipped professions: found by words, and turned into professions and studies of one's own."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from impactapp import paths
from impactapp.domain.edits.task_links import ordered
from impactapp.domain.level import Level
from impactapp.domain.problems import Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rating import Judgement, Rating
from impactapp.domain.skill import Link, Skill
from impactapp.domain.study import Origin, Study
from impactapp.store.catalog_file import CatalogEntry, CatalogSkill, PublishedRating, read_entry
from impactapp.store.errors import StoreError

SECRETARY = "secretaire-medicale"
_WORD = re.compile(r"[a-z0-9]+")
# feminine endings with the masculine they are read as, the longest first
_ENDINGS = (
    ("trice", "teur"),
    ("euse", "eur"),
    ("iere", "ier"),
    ("enne", "en"),
    ("onne", "on"),
    ("aux", "al"),
    ("e", ""),
)


def entries() -> tuple[CatalogEntry, ...]:
    """Every profession of the catalogue by title; refuses a wrong file, naming its line."""
    found = [read_entry(path) for path in sorted(paths.job_catalog().glob("*.toml"))]
    return tuple(sorted(found, key=lambda entry: _plain(entry.title)))


def search(words: str) -> tuple[CatalogEntry, ...]:
    """The professions that answer to every word (accents, gender and number do not count), titles before the rest."""
    wanted = _stems(words)
    named, told = [], []
    for entry in entries():
        codes = (entry.code, *entry.rome, *entry.isco08)
        if _answers(wanted, _stems(" ".join((entry.title, *codes)))):
            named.append(entry)
        elif _answers(wanted, _stems(" ".join((entry.title, entry.family, *codes, *entry.tasks)))):
            told.append(entry)
    return (*named, *told)


def profession(code: str, new_id: Callable[[], str]) -> Profession:
    """A profession for a study of one's own: its activities and skills, without any rating and without staff."""
    entry = _entry(code)
    return _profession(entry, new_id, _tasks(entry, new_id))


def secretary_demo(new_id: Callable[[], str], day: date | None) -> Study:
    """The published secretary case, decisions and words as published, no staff; with skills that say they are ours."""
    entry = _entry(SECRETARY)
    if entry.published is None:
        raise StoreError(Problem.CATALOG_UNKNOWN_CODE, code=SECRETARY)
    ratings = {rating.task: rating for rating in entry.published.ratings}
    tasks = tuple(_rated(task, ratings.get(task.title)) for task in _tasks(entry, new_id))
    professions = (_profession(entry, new_id, tasks),)
    return Study(new_id(), entry.published.title, day=day, origin=Origin.DEMONSTRATION, professions=professions)


def _entry(code: str) -> CatalogEntry:
    path = paths.job_catalog() / f"{code}.toml"
    known = {found.stem for found in paths.job_catalog().glob("*.toml")}
    if code not in known:
        raise StoreError(Problem.CATALOG_UNKNOWN_CODE, code=code)
    return read_entry(path)


def _tasks(entry: CatalogEntry, new_id: Callable[[], str]) -> tuple[Task, ...]:
    return tuple(Task(new_id(), title, human_validates=title in entry.validated) for title in entry.tasks)


def _profession(entry: CatalogEntry, new_id: Callable[[], str], tasks: tuple[Task, ...]) -> Profession:
    ids = {task.title: task.id for task in tasks}
    return Profession(
        new_id(),
        entry.title,
        entry.category,
        tasks=tasks,
        code=entry.code,
        family=entry.family,
        rome=entry.rome,
        isco08=entry.isco08,
        source=entry.source,
        skills=tuple(_skill(skill, new_id(), ids) for skill in entry.skills),
    )


def _skill(skill: CatalogSkill, id: str, task_ids: Mapping[str, str]) -> Skill:
    """A skill without holders nor hours: those are the establishment's to say."""
    links = [Link(task_ids[link.task], link.intensity, link.stage, link.formative) for link in skill.links]
    return Skill(
        id,
        skill.title,
        skill.description,
        skill.kind,
        skill.criticality,
        skill.retention,
        links=ordered(links),
        source=skill.source,
    )


def _rated(task: Task, rating: PublishedRating | None) -> Task:
    if rating is None:
        return task
    low = Rating(
        _said(None, rating.maturity), _said(None, rating.acceptability), _said(None, rating.roi), _said(rating.low)
    )
    return replace(task, low=low, high=Rating(substitution=_said(rating.high)))


def _said(level: Level | None, text: str = "") -> Judgement | None:
    return Judgement(level, text) if level or text else None


def _answers(wanted: list[str], words: list[str]) -> bool:
    return all(any(word.startswith(stem) for word in words) for stem in wanted)


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(_plain(text))]


def _stem(word: str) -> str:
    singular = word[:-1] if len(word) > 3 and word.endswith("s") else word
    for ending, read_as in _ENDINGS:
        if singular.endswith(ending) and len(singular) > len(ending) + 2:
            return singular.removesuffix(ending) + read_as
    return singular


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("Œ", "oe"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()

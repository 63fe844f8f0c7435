"""The professions, shipped and the user's own: found by words, and turned into professions of a study."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from impactapp import paths
from impactapp.domain.catalog_search import Findable, SearchIndex, plain
from impactapp.domain.edits.task_links import ordered
from impactapp.domain.level import Level
from impactapp.domain.problems import Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rating import Judgement, Rating
from impactapp.domain.skill import Link, Skill
from impactapp.domain.study import Origin, Study
from impactapp.store.catalog_file import CatalogEntry, CatalogSkill, PublishedRating, read_entry
from impactapp.store.errors import StoreError
from impactapp.store.user_catalog import Files, own_catalog, own_files, read_own

SECRETARY = "secretaire-medicale"


def entries() -> tuple[CatalogEntry, ...]:
    """Every profession of the catalogue by title; refuses a wrong file, naming its line."""
    return _read(_files())


def everything() -> tuple[CatalogEntry, ...]:
    """The shipped professions and the user's own, by title; a file of the user's that is wrong is left out."""
    return _all(_files(), own_files())


def search(words: str) -> tuple[CatalogEntry, ...]:
    """The professions that answer to every word (accents, gender and number do not count), titles before the rest."""
    files = _files(), own_files()
    found = {entry.code: entry for entry in _all(*files)}
    return tuple(found[code] for code in _index(*files).find(words))


def is_own(code: str) -> bool:
    """Whether a profession is one of the user's own."""
    return any(entry.code == code for entry in own_catalog().entries)


def _files() -> Files:
    """The files of the catalogue, with what changes when they are edited."""
    with os.scandir(paths.job_catalog()) as folder:
        found = [(file.path, file.stat()) for file in folder if file.name.endswith(".toml")]
    return tuple(sorted((path, stat.st_mtime_ns, stat.st_size) for path, stat in found))


# each keystroke of a search asks again: the files are read once, and again when one of them is edited
@lru_cache(maxsize=1)
def _read(files: Files) -> tuple[CatalogEntry, ...]:
    found = [read_entry(Path(path)) for path, _edited, _size in files]
    return tuple(sorted(found, key=lambda entry: plain(entry.title)))


@lru_cache(maxsize=1)
def _all(files: Files, own: Files) -> tuple[CatalogEntry, ...]:
    # where two bear one title, the user's own comes first
    return tuple(sorted((*read_own(own).entries, *_read(files)), key=lambda entry: plain(entry.title)))


@lru_cache(maxsize=1)
def _index(files: Files, own: Files) -> SearchIndex:
    return SearchIndex(_findable(entry) for entry in _all(files, own))


def _findable(entry: CatalogEntry) -> Findable:
    titles, codes = (entry.title, entry.feminine), (entry.code, *entry.rome, *entry.isco08)
    return Findable(entry.code, titles, codes, (entry.family, *entry.tasks), entry.synonyms)


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
        for entry in own_catalog().entries:
            if entry.code == code:
                return entry
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

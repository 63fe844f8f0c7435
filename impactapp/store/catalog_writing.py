"""A profession as the text of a catalogue file: what a study knows of the work, never its ratings nor its staff."""

import re
from collections.abc import Iterable, Iterator

from impactapp.domain.profession import Profession
from impactapp.domain.skill import Skill
from impactapp.domain.text import clean_line, clean_text, clean_title
from impactapp.store.catalog_file import FORMAT, ISCO08, ROME, CatalogEntry, CatalogLink, CatalogSkill

_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def entry_of(profession: Profession, code: str) -> CatalogEntry:
    """A profession of a study as one of the catalogue: activities, skills and links."""
    titles = {task.id: clean_title(task.title) for task in profession.tasks}
    return CatalogEntry(
        code=code,
        title=clean_title(profession.title),
        feminine="",
        synonyms=(),
        family=clean_line(profession.family),
        category=profession.category,
        rome=_codes(profession.rome, ROME),
        isco08=_codes(profession.isco08, ISCO08),
        isco08_sources=(),
        source=clean_text(profession.source),
        tasks=tuple(titles.values()),
        published=None,
        validated=tuple(titles[task.id] for task in profession.tasks if task.human_validates),
        skills=tuple(_skill(skill, titles) for skill in profession.skills),
    )


def text_of(entry: CatalogEntry) -> str:
    """The file of a profession of the user's own, one field or one item of a list a line, as its reader counts them."""
    return "\n".join(_lines(entry)) + "\n"


def _codes(codes: Iterable[str], pattern: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if re.fullmatch(pattern, code)))


def _skill(skill: Skill, titles: dict[str, str]) -> CatalogSkill:
    links = tuple(CatalogLink(titles[one.task_id], one.intensity, one.stage, one.formative) for one in skill.links)
    return CatalogSkill(
        clean_title(skill.title),
        clean_text(skill.description),
        skill.kind,
        skill.criticality,
        skill.retention,
        clean_text(skill.source),
        links,
    )


def _lines(entry: CatalogEntry) -> Iterator[str]:
    yield f"format = {FORMAT}"
    for key in ("code", "title", "feminine", "family", "source"):
        yield from _said(key, getattr(entry, key))
    yield f"category = {_quoted(entry.category)}"
    for key in ("synonyms", "rome", "isco08"):
        if listed := getattr(entry, key):
            yield f"{key} = [{', '.join(map(_quoted, listed))}]"
    if entry.isco08_sources:
        pairs = ", ".join(f"{code} = {_quoted(source)}" for code, source in entry.isco08_sources)
        yield f"isco08_sources = {{{pairs}}}"
    for title in entry.tasks:
        yield from ("", "[[tasks]]", f"title = {_quoted(title)}")
        if title in entry.validated:
            yield "validated = true"
    for skill in entry.skills:
        yield from _skill_lines(skill)


def _skill_lines(skill: CatalogSkill) -> Iterator[str]:
    yield from ("", "[[skills]]", f"title = {_quoted(skill.title)}")
    yield from _said("description", skill.description)
    yield f"kind = {_quoted(skill.kind)}"
    yield f"criticality = {skill.criticality.value}"
    yield f"retention = {_quoted(skill.retention)}"
    # without it, the skill would be the proposal of whoever proposes the profession
    yield f"source = {_quoted(skill.source)}"
    if skill.links:
        yield "links = ["
        yield from (f"  {{{', '.join(_link_words(link))}}}," for link in skill.links)
        yield "]"


def _link_words(link: CatalogLink) -> Iterator[str]:
    yield f"task = {_quoted(link.task)}"
    yield f"intensity = {link.intensity}"
    if link.stage is not None:
        yield f"stage = {_quoted(link.stage)}"
    if link.formative:
        yield "formative = true"


def _said(key: str, text: str) -> Iterator[str]:
    if text:
        yield f"{key} = {_quoted(text)}"


def _quoted(text: str) -> str:
    """A basic string of TOML; control characters never pass the gate of what people type."""
    return '"' + "".join(_ESCAPED.get(character, character) for character in text) + '"'

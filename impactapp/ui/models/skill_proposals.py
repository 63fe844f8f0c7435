"""The skills that the catalogue proposes for a profession that came from it."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from impactapp.domain.profession import Profession
from impactapp.domain.skill import Skill
from impactapp.domain.text import title_key


def to_validate(profession: Profession, skills: Iterable[Skill]) -> list[Skill]:
    """Those of some skills that are as the catalogue proposed them, the group having said nothing of them yet."""
    from impactapp.store import catalog

    if not profession.code:
        return []
    sources = {skill.source for skill in catalog.profession(profession.code, str).skills}
    return [skill for skill in skills if skill.source and skill.source in sources]


def proposed_skills(profession: Profession, new_id: Callable[[], str]) -> list[Skill]:
    """What the catalogue proposes for a profession that came from it, linked to the activities of the same name; those
    whose name is there already are left out."""
    from impactapp.store import catalog

    if not profession.code:
        return []
    offered = catalog.profession(profession.code, new_id)
    names = {task.id: title_key(task.title) for task in offered.tasks}
    here = {title_key(task.title): task.id for task in profession.tasks}
    taken = {title_key(skill.title) for skill in profession.skills}
    found = []
    for skill in offered.skills:
        if title_key(skill.title) in taken:
            continue
        kept = [replace(link, task_id=here[names[link.task_id]]) for link in skill.links if names[link.task_id] in here]
        found.append(replace(skill, links=tuple(sorted(kept, key=lambda link: link.task_id))))
    return found

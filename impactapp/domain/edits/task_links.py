"""What becomes of the links between skills and tasks when tasks are removed, copied, split or merged."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from impactapp.domain.profession import Profession
from impactapp.domain.skill import Link, Skill


def without_tasks(profession: Profession, gone: Collection[str]) -> Profession:
    """The profession without links to tasks that went."""
    return _relinked(profession, lambda skill: [link for link in skill.links if link.task_id not in gone])


def copied_to(profession: Profession, task_id: str, copies: Sequence[str]) -> Profession:
    """The profession where each copy of a task practises the skills of the original."""

    def links(skill: Skill) -> list[Link]:
        original = skill.link(task_id)
        made = [] if original is None else [replace(original, task_id=copy) for copy in copies]
        return [*skill.links, *made]

    return _relinked(profession, links)


def merged_into(profession: Profession, kept: str, merged: Collection[str]) -> Profession:
    """The profession where one task practises what several did: the strongest link, formative if one was."""

    def links(skill: Skill) -> list[Link]:
        chosen = [link for link in skill.links if link.task_id in merged]
        others = [link for link in skill.links if link.task_id not in merged]
        if not chosen:
            return others
        strongest = max(chosen, key=lambda link: link.intensity)
        formative = any(link.formative for link in chosen)
        return [*others, replace(strongest, task_id=kept, formative=formative)]

    return _relinked(profession, links)


def joins_links(profession: Profession, merged: Collection[str]) -> bool:
    """Whether merging these tasks makes one of several links of a skill that differ."""
    practised = [
        {(link.intensity, link.stage, link.formative) for link in skill.links if link.task_id in merged}
        for skill in profession.skills
    ]
    return any(len(links) > 1 for links in practised)


def ordered(links: Collection[Link]) -> tuple[Link, ...]:
    """Links in the one order they are kept in, whatever the order of the tasks."""
    return tuple(sorted(links, key=lambda link: link.task_id))


def _relinked(profession: Profession, links: Callable[[Skill], list[Link]]) -> Profession:
    skills = tuple(_with_links(skill, ordered(links(skill))) for skill in profession.skills)
    return profession if skills == profession.skills else replace(profession, skills=skills)


def _with_links(skill: Skill, links: tuple[Link, ...]) -> Skill:
    return skill if links == skill.links else replace(skill, links=links)

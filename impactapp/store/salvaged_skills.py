"""The skills and barriers that can be saved of a damaged study, each with what still ties it."""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from impactapp.domain.edits.task_links import ordered
from impactapp.domain.skill import Barrier, Link, Skill
from impactapp.store.losses import MEANINGLESS, Loss, LossCode, row_lost, without
from impactapp.store.salvaged_rows import SalvagedTable
from impactapp.store.skill_rows import barrier_of, link_of, skill_of

T = TypeVar("T", Skill, Barrier)
# where texts and numbers stand in the rows of skills and barriers
_SKILL_TEXTS, _SKILL_NUMBERS = (0, 1, 2, 3, 10), (slice(7, 10),)
_BARRIER_TEXTS, _BARRIER_NUMBERS = (0, 1, 2, 3, 6, 11), (slice(5, 6), slice(7, 9), slice(10, 11))


@dataclass(frozen=True, slots=True)
class SalvagedSkills:
    """Skills and barriers by the id of their profession."""

    skills: Mapping[str, tuple[Skill, ...]]
    barriers: Mapping[str, tuple[Barrier, ...]]

    def of(self, profession_id: str) -> tuple[tuple[Skill, ...], tuple[Barrier, ...]]:
        """Those of one profession."""
        return self.skills.get(profession_id, ()), self.barriers.get(profession_id, ())

    def orphans(self, known: Collection[str]) -> dict[str, list[Loss]]:
        """The professions that are lost, each with what was theirs."""
        lost: dict[str, list[Loss]] = {}
        for table, things in (("skill", self.skills), ("barrier", self.barriers)):
            for id, listed in things.items():
                if id not in known:
                    lost.setdefault(id, []).extend(Loss(LossCode.PARENT, table, 1, thing.title) for thing in listed)
        return lost


def salvaged_skills(
    tables: Mapping[str, SalvagedTable], tasks: Mapping[str, Collection[str]], losses: list[Loss]
) -> SalvagedSkills:
    """What can be saved, given the ids of the tasks of each profession; what is lost is listed."""
    links = _links(tables["link"], losses)
    skills: dict[str, tuple[Skill, ...]] = {}
    for profession_id, skill in _things("skill", tables["skill"], _SKILL_TEXTS, _SKILL_NUMBERS, skill_of, losses):
        tied = links.pop(skill.id, {})
        known = tasks.get(profession_id, ())
        lost = [link for link in tied.values() if link.task_id not in known]
        losses += [_untied("link", f"{skill.title} · {link.intensity}") for link in lost]
        kept = ordered([link for link in tied.values() if link.task_id in known])
        skills[profession_id] = (*skills.get(profession_id, ()), replace(skill, links=kept))
    losses += [_untied("link", str(link.intensity)) for tied in links.values() for link in tied.values()]
    return SalvagedSkills(skills, _barriers(tables, skills, losses))


def _barriers(
    tables: Mapping[str, SalvagedTable], skills: Mapping[str, tuple[Skill, ...]], losses: list[Loss]
) -> dict[str, tuple[Barrier, ...]]:
    kept: dict[str, list[str]] = {}
    for barrier_id, skill_id in tables["barrier_skill"].rows:
        kept.setdefault(barrier_id, []).append(skill_id)
    barriers: dict[str, tuple[Barrier, ...]] = {}
    found = _things("barrier", tables["barrier"], _BARRIER_TEXTS, _BARRIER_NUMBERS, barrier_of, losses)
    for profession_id, barrier in found:
        known = {skill.id for skill in skills.get(profession_id, ())}
        named = dict.fromkeys(kept.pop(barrier.id, ()))
        losses += [_untied("barrier_skill", barrier.title) for skill_id in named if skill_id not in known]
        whole = replace(barrier, skill_ids=tuple(skill_id for skill_id in named if skill_id in known))
        barriers[profession_id] = (*barriers.get(profession_id, ()), whole)
    losses += [_untied("barrier_skill", str(skill_id)) for named_ids in kept.values() for skill_id in named_ids]
    return barriers


def _links(table: SalvagedTable, losses: list[Loss]) -> dict[str, dict[str, Link]]:
    links: dict[str, dict[str, Link]] = {}
    for row in table.rows:
        try:
            link = link_of(row)
        except MEANINGLESS:
            losses.append(row_lost("link", row))
        else:
            links.setdefault(row[0], {})[link.task_id] = link
    return links


def _things(
    name: str,
    table: SalvagedTable,
    texts: tuple[int, ...],
    numbers: tuple[slice, ...],
    read: Callable[[tuple[Any, ...], tuple[()]], T],
    losses: list[Loss],
) -> list[tuple[str, T]]:
    """Skills or barriers without what ties them, and without their numbers when those cannot be."""
    found: dict[str, tuple[str, T]] = {}
    for row in table.rows:
        if not all(isinstance(row[place], str) for place in texts) or row[1] in found:
            losses.append(row_lost(name, row))
            continue
        try:
            found[row[1]] = (row[0], read(row, ()))
        except MEANINGLESS:
            losses.append(row_lost(name, row))
            with suppress(*MEANINGLESS):
                found[row[1]] = (row[0], read(without(row, *numbers), ()))
    return list(found.values())


def _untied(table: str, rest: str) -> Loss:
    return Loss(LossCode.PARENT, table, 1, rest)

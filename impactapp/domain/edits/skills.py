"""Edits of the skills of a profession and of the links that say which tasks practise them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from impactapp.domain.edits.edit import Edit, EditKind, replace_profession, replace_task
from impactapp.domain.edits.task_links import ordered
from impactapp.domain.intensities import MOST_INTENSE, require_practice_hours
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession
from impactapp.domain.quantities import LARGEST_HEADCOUNT
from impactapp.domain.skill import Criticality, Link, Retention, Skill, SkillKind, Stage
from impactapp.domain.study import Study
from impactapp.domain.text import clean_line, clean_text, clean_title, same_title


@dataclass(frozen=True, slots=True)
class LinkAddress:
    """The address of one link: a skill and a task of the same profession."""

    skill_id: str
    task_id: str


def add_skills(profession_id: str, skills: Sequence[Skill]) -> Edit:
    """Add skills at the end; titles must be new to the profession, ids to the study, what they link to known."""

    def change(study: Study) -> Study:
        if not skills:
            raise EditError(Problem.NOTHING_TO_PASTE)
        taken = {skill.id for profession in study.professions for skill in profession.skills}
        for skill in skills:
            if skill.id in taken:
                raise EditError(Problem.ID_TAKEN, id=skill.id)

        def added(found: Profession) -> Profession:
            kept = found
            for skill in skills:
                named = replace(skill, title=clean_title(skill.title), links=ordered(skill.links))
                kept = _with_skill(kept, named)
            return kept

        return replace_profession(study, profession_id, added)

    return Edit(EditKind.ADD_SKILLS, change, skills[0].title if len(skills) == 1 else "")


def remove_skills(profession_id: str, skill_ids: Sequence[str], subject: str = "") -> Edit:
    """Remove skills with their links; barriers let go of them."""
    gone = set(skill_ids)

    def without(found: Profession) -> Profession:
        _require(found, skill_ids)
        barriers = tuple(
            replace(barrier, skill_ids=tuple(kept for kept in barrier.skill_ids if kept not in gone))
            for barrier in found.barriers
        )
        return replace(found, skills=tuple(s for s in found.skills if s.id not in gone), barriers=barriers)

    return Edit(EditKind.REMOVE_SKILLS, lambda study: replace_profession(study, profession_id, without), subject)


def move_skill(profession_id: str, skill: Skill, position: int) -> Edit:
    """Put a skill at a position, counted without it and kept within the list."""

    def moved(found: Profession) -> Profession:
        _require(found, [skill.id])
        others = [kept for kept in found.skills if kept.id != skill.id]
        at = max(0, min(position, len(others)))
        return replace(found, skills=(*others[:at], _skill(found, skill.id), *others[at:]))

    return Edit(EditKind.MOVE_SKILL, lambda study: replace_profession(study, profession_id, moved), skill.title)


def rename_skill(profession_id: str, skill_id: str, title: str) -> Edit:
    """Rename a skill; no other of the profession may bear the name."""

    def renamed(found: Profession) -> Profession:
        cleaned = clean_title(title)
        _refuse_taken_title(found, cleaned, skill_id)
        return _replaced(found, skill_id, lambda skill: replace(skill, title=cleaned))

    return Edit(EditKind.RENAME_SKILL, lambda study: replace_profession(study, profession_id, renamed), title)


def describe_skill(profession_id: str, skill: Skill, text: str) -> Edit:
    """Say what the skill is."""
    return _skill_edit(
        EditKind.DESCRIBE_SKILL,
        profession_id,
        skill,
        lambda found: replace(found, description=clean_text(text)),
        ("describe_skill", skill.id),
    )


def set_skill_kind(profession_id: str, skill: Skill, kind: SkillKind) -> Edit:
    """Say what the skill is made of."""
    return _skill_edit(EditKind.SET_SKILL, profession_id, skill, lambda found: replace(found, kind=kind))


def set_criticality(profession_id: str, skill: Skill, criticality: Criticality) -> Edit:
    """Say how much the skill matters."""
    return _skill_edit(EditKind.SET_SKILL, profession_id, skill, lambda found: replace(found, criticality=criticality))


def set_retention(profession_id: str, skill: Skill, retention: Retention) -> Edit:
    """Say which part of the skill fades first."""
    return _skill_edit(EditKind.SET_SKILL, profession_id, skill, lambda found: replace(found, retention=retention))


def set_holders(profession_id: str, skill: Skill, experienced: int | None, trainees: int | None) -> Edit:
    """Count who holds the skill and who is learning it."""

    def held(found: Skill) -> Skill:
        _require_holders(experienced, trainees)
        return replace(found, experienced=experienced, trainees=trainees)

    return _skill_edit(EditKind.SET_SKILL, profession_id, skill, held)


def set_baseline(profession_id: str, skill: Skill, hours: float | None) -> Edit:
    """State how many hours a month the skill is practised before AI; more than 0, at most a month's hours."""

    def based(found: Skill) -> Skill:
        require_practice_hours(hours)
        return replace(found, baseline_hours=hours)

    return _skill_edit(EditKind.SET_SKILL, profession_id, skill, based)


def set_source(profession_id: str, skill_ids: Sequence[str], source: str, subject: str = "") -> Edit:
    """Say where skills come from, or that the group has gone through what was proposed."""

    def sourced(found: Profession) -> Profession:
        _require(found, skill_ids)
        kept, said = found, clean_line(source)
        for skill_id in skill_ids:
            kept = _replaced(kept, skill_id, lambda skill: replace(skill, source=said))
        return kept

    return Edit(EditKind.SET_SKILL, lambda study: replace_profession(study, profession_id, sourced), subject)


def set_intensities(profession_id: str, intensities: Mapping[LinkAddress, int], subject: str = "") -> Edit:
    """Say how much tasks practise skills: 1 to 3, 0 takes the link away; the rest of a link stays."""

    def changed(found: Profession) -> Profession:
        tasks = {task.id for task in found.tasks}
        kept = found
        for address, intensity in intensities.items():
            if address.task_id not in tasks:
                raise EditError(Problem.UNKNOWN_TASK)
            if not 0 <= intensity <= MOST_INTENSE:
                raise EditError(Problem.INTENSITY_OUT_OF_RANGE, text=intensity)
            kept = _linked(kept, address, intensity)
        return kept

    return Edit(EditKind.SET_LINKS, lambda study: replace_profession(study, profession_id, changed), subject)


def set_stage(profession_id: str, addresses: Sequence[LinkAddress], stage: Stage | None, subject: str = "") -> Edit:
    """Say which learning stage existing links feed."""
    return _link_edit(profession_id, addresses, lambda link: replace(link, stage=stage), subject)


def set_formative(profession_id: str, addresses: Sequence[LinkAddress], formative: bool, subject: str = "") -> Edit:
    """Say whether trainees learn by existing links."""
    return _link_edit(profession_id, addresses, lambda link: replace(link, formative=formative), subject)


def set_validated(task_id: str, validated: bool, subject: str = "") -> Edit:
    """Say whether a human validates what the AI produces for a task."""
    return Edit(
        EditKind.SET_VALIDATED,
        lambda study: replace_task(study, task_id, lambda task: replace(task, human_validates=validated)),
        subject,
    )


def _skill_edit(
    kind: EditKind,
    profession_id: str,
    skill: Skill,
    change: Callable[[Skill], Skill],
    merge_key: tuple[str, ...] | None = None,
) -> Edit:
    def changed(study: Study) -> Study:
        return replace_profession(study, profession_id, lambda found: _replaced(found, skill.id, change))

    return Edit(kind, changed, skill.title, merge_key)


def _link_edit(
    profession_id: str, addresses: Sequence[LinkAddress], change: Callable[[Link], Link], subject: str
) -> Edit:
    def changed(found: Profession) -> Profession:
        kept = found
        for address in addresses:
            link = _skill(kept, address.skill_id).link(address.task_id)
            if link is None:
                raise EditError(Problem.UNKNOWN_LINK)
            kept = _relinked(kept, address, change(link))
        return kept

    return Edit(EditKind.SET_LINKS, lambda study: replace_profession(study, profession_id, changed), subject)


def _linked(profession: Profession, address: LinkAddress, intensity: int) -> Profession:
    link = _skill(profession, address.skill_id).link(address.task_id)
    if intensity == 0:
        return _relinked(profession, address, None)
    made = Link(address.task_id, intensity) if link is None else replace(link, intensity=intensity)
    return _relinked(profession, address, made)


def _relinked(profession: Profession, address: LinkAddress, link: Link | None) -> Profession:
    def change(skill: Skill) -> Skill:
        others = [kept for kept in skill.links if kept.task_id != address.task_id]
        return replace(skill, links=ordered(others if link is None else [*others, link]))

    return _replaced(profession, address.skill_id, change)


def _replaced(profession: Profession, skill_id: str, change: Callable[[Skill], Skill]) -> Profession:
    _require(profession, [skill_id])
    skills = tuple(change(skill) if skill.id == skill_id else skill for skill in profession.skills)
    return profession if skills == profession.skills else replace(profession, skills=skills)


def _with_skill(profession: Profession, skill: Skill) -> Profession:
    _refuse_taken_title(profession, skill.title, skill.id)
    if any(other.id == skill.id for other in profession.skills):
        raise EditError(Problem.ID_TAKEN, id=skill.id)
    _require_holders(skill.experienced, skill.trainees)
    require_practice_hours(skill.baseline_hours)
    _require_links(profession, skill)
    return replace(profession, skills=(*profession.skills, skill))


def _require_holders(*counted: int | None) -> None:
    for persons in counted:
        if persons is not None and not 0 <= persons <= LARGEST_HEADCOUNT:
            raise EditError(Problem.HEADCOUNT_OUT_OF_RANGE, text=persons)


def _require_links(profession: Profession, skill: Skill) -> None:
    linked = {link.task_id for link in skill.links}
    if len(linked) < len(skill.links) or not linked <= {task.id for task in profession.tasks}:
        raise EditError(Problem.UNKNOWN_TASK)
    for link in skill.links:
        if not 1 <= link.intensity <= MOST_INTENSE:
            raise EditError(Problem.INTENSITY_OUT_OF_RANGE, text=link.intensity)


def _skill(profession: Profession, skill_id: str) -> Skill:
    _require(profession, [skill_id])
    return next(skill for skill in profession.skills if skill.id == skill_id)


def _require(profession: Profession, skill_ids: Sequence[str]) -> None:
    if not {skill.id for skill in profession.skills}.issuperset(skill_ids):
        raise EditError(Problem.UNKNOWN_SKILL)


def _refuse_taken_title(profession: Profession, title: str, own_id: str) -> None:
    if any(same_title(other.title, title) for other in profession.skills if other.id != own_id):
        raise EditError(Problem.TITLE_TAKEN, title=title)

"""Edits of the barriers (mesures de maintien) of a profession."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from impactapp.domain.edits.edit import Edit, EditKind, replace_profession
from impactapp.domain.intensities import TEAM_HOURS_LIMIT, require_practice_hours
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession
from impactapp.domain.skill import Barrier, BarrierState, Mechanism
from impactapp.domain.study import Study
from impactapp.domain.text import clean_line, clean_text, clean_title, same_title

RESTORABLE = (Mechanism.ATROPHY, Mechanism.NON_ACQUISITION)


def add_barrier(profession_id: str, barrier: Barrier) -> Edit:
    """Add a barrier at the end; its title must be new to the profession, its id to the study, its skills known."""

    def change(study: Study) -> Study:
        if any(other.id == barrier.id for profession in study.professions for other in profession.barriers):
            raise EditError(Problem.ID_TAKEN, id=barrier.id)
        return replace_profession(study, profession_id, added)

    def added(found: Profession) -> Profession:
        named = replace(barrier, title=clean_title(barrier.title), skill_ids=tuple(dict.fromkeys(barrier.skill_ids)))
        require_sound(found, named)
        return replace(found, barriers=(*found.barriers, replace(named, against=_in_order(named.against))))

    return Edit(EditKind.ADD_BARRIER, change, barrier.title)


def remove_barriers(profession_id: str, barrier_ids: Sequence[str], subject: str = "") -> Edit:
    """Remove barriers."""

    def without(found: Profession) -> Profession:
        if not {barrier.id for barrier in found.barriers}.issuperset(barrier_ids):
            raise EditError(Problem.UNKNOWN_BARRIER)
        return replace(found, barriers=tuple(b for b in found.barriers if b.id not in set(barrier_ids)))

    return Edit(EditKind.REMOVE_BARRIERS, lambda study: replace_profession(study, profession_id, without), subject)


def rename_barrier(profession_id: str, barrier: Barrier, title: str) -> Edit:
    """Rename a barrier."""
    return _barrier_edit(profession_id, barrier, lambda found: replace(found, title=clean_title(title)))


def set_barrier_skills(profession_id: str, barrier: Barrier, skill_ids: Sequence[str]) -> Edit:
    """Say which skills the barrier keeps alive."""
    kept = tuple(dict.fromkeys(skill_ids))
    return _barrier_edit(profession_id, barrier, lambda found: replace(found, skill_ids=kept))


def set_barrier_against(profession_id: str, barrier: Barrier, against: Sequence[Mechanism]) -> Edit:
    """Say whether it works against atrophy, non-acquisition or both."""
    return _barrier_edit(profession_id, barrier, lambda found: replace(found, against=_in_order(against)))


def set_barrier_hours(profession_id: str, barrier: Barrier, hours: float | None) -> Edit:
    """State the hours of practice a month it restores to each of its skills."""
    return _barrier_edit(profession_id, barrier, lambda found: replace(found, hours_per_month=hours))


def set_barrier_cost(profession_id: str, barrier: Barrier, hours: float | None) -> Edit:
    """State the hours a month it costs the team."""
    return _barrier_edit(profession_id, barrier, lambda found: replace(found, team_hours=hours))


def set_barrier_owner(profession_id: str, barrier: Barrier, function: str) -> Edit:
    """Name the function that answers for it, never a person."""
    return _barrier_edit(profession_id, barrier, lambda found: replace(found, owner=clean_line(function)))


def set_barrier_start(profession_id: str, barrier: Barrier, start: date | None) -> Edit:
    """State when it starts; never after its review."""
    return _barrier_edit(profession_id, barrier, lambda found: replace(found, start=start))


def set_barrier_review(profession_id: str, barrier: Barrier, review: date | None, today: date) -> Edit:
    """State when it is looked at again: today or later, and never before it starts."""

    def reviewed(found: Barrier) -> Barrier:
        if review is not None and review < today and review != found.review:
            raise EditError(Problem.REVIEW_IN_THE_PAST, title=found.title)
        return replace(found, review=review)

    return _barrier_edit(profession_id, barrier, reviewed)


def set_barrier_state(profession_id: str, barrier: Barrier, state: BarrierState) -> Edit:
    """Say how far it is."""
    return _barrier_edit(profession_id, barrier, lambda found: replace(found, state=state))


def set_barrier_note(profession_id: str, barrier: Barrier, text: str) -> Edit:
    """Add the group's own words."""
    return _barrier_edit(
        profession_id, barrier, lambda found: replace(found, note=clean_text(text)), ("note", barrier.id)
    )


def _barrier_edit(
    profession_id: str,
    barrier: Barrier,
    change: Callable[[Barrier], Barrier],
    merge_key: tuple[str, ...] | None = None,
) -> Edit:
    def changed(found: Profession) -> Profession:
        if all(other.id != barrier.id for other in found.barriers):
            raise EditError(Problem.UNKNOWN_BARRIER)
        barriers = tuple(change(other) if other.id == barrier.id else other for other in found.barriers)
        require_sound(found, next(other for other in barriers if other.id == barrier.id))
        return replace(found, barriers=barriers)

    def edit(study: Study) -> Study:
        return replace_profession(study, profession_id, changed)

    return Edit(EditKind.SET_BARRIER, edit, barrier.title, merge_key)


def require_sound(profession: Profession, barrier: Barrier) -> None:
    """Refuse a barrier that cannot be one of the profession's, for its title, skills, mechanisms, hours or dates."""
    if any(same_title(other.title, barrier.title) for other in profession.barriers if other.id != barrier.id):
        raise EditError(Problem.TITLE_TAKEN, title=barrier.title)
    if not {skill.id for skill in profession.skills}.issuperset(barrier.skill_ids):
        raise EditError(Problem.UNKNOWN_SKILL)
    if not set(barrier.against).issubset(RESTORABLE) or not barrier.against:
        raise EditError(Problem.BARRIER_WITHOUT_MECHANISM, title=barrier.title)
    require_practice_hours(barrier.hours_per_month)
    if barrier.team_hours is not None and not 0 <= barrier.team_hours <= TEAM_HOURS_LIMIT:
        raise EditError(Problem.HOURS_OUT_OF_RANGE, text=f"{barrier.team_hours:g}")
    if barrier.start and barrier.review and barrier.review < barrier.start:
        raise EditError(Problem.REVIEW_BEFORE_START, title=barrier.title)


def _in_order(against: Sequence[Mechanism]) -> tuple[Mechanism, ...]:
    return tuple(mechanism for mechanism in RESTORABLE if mechanism in against)

"""Which of the changes that a file asks for can hold together, and why the others are refused, cell by cell."""

from collections import Counter
from collections.abc import Iterable, Sequence

from impactapp.domain.analysis.incoming_index import Index
from impactapp.domain.edits.barriers import require_sound
from impactapp.domain.edits.incoming_parts import (
    changed_barrier,
    changed_profession,
    changed_skill,
    changed_study,
    changed_task,
    linked,
)
from impactapp.domain.edits.incoming_plans import PLANNED, planned, with_new_unit
from impactapp.domain.incoming import TITLE_OF, Cell, Change, Kind, NewRow, Place, Refused, Said
from impactapp.domain.incoming_fields import KIND_OF, LEVELS
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.text import title_key

# said of a thing, so that the same refusal is not told twice
_OF_THE_CELL = ("cell", "file")


def accepted_changes(index: Index, changes: Sequence[Change]) -> tuple[list[Change], list[Refused]]:
    """The changes that can be taken together, and the others with their reasons."""
    by_thing: dict[tuple[Kind, Place], list[Change]] = {}
    for change in changes:
        by_thing.setdefault((KIND_OF[change.field], change.place), []).append(change)
    kept: list[Change] = []
    refused: list[Refused] = []
    for (kind, place), asked in by_thing.items():
        held, dropped = _held(index, kind, place, asked)
        kept += held
        refused += dropped
    held, dropped = _distinct(index, kept)
    return held, refused + dropped


def sound_units(
    index: Index, changes: Sequence[Change], new: Sequence[NewRow]
) -> tuple[list[Change], list[NewRow], list[Refused]]:
    """Without what two sites or services could not both be, tried in the order in which it would be taken."""
    study = index.study
    refused: list[Refused] = []
    wrong: set[Place] = set()
    for row in new:
        if row.kind is Kind.UNIT:
            try:
                study = with_new_unit(study, row.place.unit_id, row.title, row.cell, row.said)
            except EditError as refusal:
                wrong.add(row.place)
                refused.append(_without_cell(row.cell, refusal))
    asked: dict[Place, list[Change]] = {}
    for change in changes:
        if KIND_OF[change.field] is Kind.UNIT:
            asked.setdefault(change.place, []).append(change)
    for place, moved in asked.items():
        try:
            study = planned(study, Kind.UNIT, place, [Said(one.field, one.after, one.cell) for one in moved])
        except EditError as refusal:
            wrong.add(place)
            refused += [_without_cell(one.cell, refusal) for one in moved]
    kept = [one for one in changes if KIND_OF[one.field] is not Kind.UNIT or one.place not in wrong]
    return kept, [row for row in new if row.kind is not Kind.UNIT or row.place not in wrong], refused


def _held(index: Index, kind: Kind, place: Place, asked: list[Change]) -> tuple[list[Change], list[Refused]]:
    """The changes of one thing: all of them, or all but those without which it is sound."""
    refusal = _refusal(index, kind, place, asked)
    if refusal is None:
        return asked, []
    both = [one for one in asked if one.field in LEVELS and LEVELS[one.field][1].value == refusal.values.get("aspect")]
    if len(both) > 1:
        # a file that contradicts itself is not taken by half, and its own two levels are named
        held, wrong = _held(index, kind, place, [one for one in asked if one not in both])
        return held, [*(_refused(one, refusal) for one in both), *wrong]
    alone = [(one, _refusal(index, kind, place, [one])) for one in asked]
    wrong = [_refused(one, why) for one, why in alone if why is not None]
    held = [one for one, why in alone if why is None]
    # each could be taken alone, not all together: levels for the one aspect that is named, else everything
    while held and (refusal := _refusal(index, kind, place, held)) is not None:
        aspect = refusal.values.get("aspect")
        blamed = [one for one in held if one.field in LEVELS and LEVELS[one.field][1].value == aspect] or held
        wrong += [_refused(one, refusal) for one in blamed]
        held = [one for one in held if one not in blamed]
    return held, wrong


def _refused(change: Change, refusal: EditError) -> Refused:
    return _without_cell(change.cell, refusal)


def _without_cell(cell: Cell, refusal: EditError) -> Refused:
    facts = tuple((name, value) for name, value in refusal.values.items() if name not in _OF_THE_CELL)
    return Refused(cell, refusal.problem, facts)


def _refusal(index: Index, kind: Kind, place: Place, asked: Iterable[Change]) -> EditError | None:
    """Why some changes of one thing cannot be taken, ``None`` where they can."""
    said = [Said(one.field, one.after, one.cell) for one in asked]
    try:
        _try(index, kind, place, said)
    except EditError as refusal:
        return refusal
    return None


def _try(index: Index, kind: Kind, place: Place, said: list[Said]) -> None:
    if kind is Kind.STUDY:
        changed_study(index.study, said)
    elif kind in PLANNED:
        planned(index.study, kind, place, said)
    elif kind is Kind.PROFESSION:
        changed_profession(index.professions[place.profession_id], said)
    elif kind is Kind.TASK:
        changed_task(index.tasks[place.task_id][1], said)
    elif kind is Kind.SKILL:
        changed_skill(index.skills[place.skill_id][1], said)
    elif kind is Kind.LINK:
        linked(index.skills[place.skill_id][1], index.tasks[place.task_id][1], said)
    else:
        profession_id, barrier = index.barriers[place.barrier_id]
        require_sound(index.professions[profession_id], changed_barrier(barrier, said))


def _distinct(index: Index, changes: list[Change]) -> tuple[list[Change], list[Refused]]:
    """Without the titles that two things of one profession, or two professions, would share."""
    titles = {kind: TITLE_OF[kind] for kind in (Kind.PROFESSION, Kind.TASK, Kind.SKILL, Kind.SCENARIO)}
    renamed = [change for change in changes if change.field in titles.values()]
    refused = []
    for kind, field in titles.items():
        moved = {change.place: change for change in renamed if change.field is field}
        for places in _neighbours(index, kind, moved):
            named = {place: str(moved[place].after) if place in moved else title for place, title in places}
            counts = Counter(title_key(title) for title in named.values())
            shared = [moved[place] for place, title in named.items() if place in moved and counts[title_key(title)] > 1]
            refused += [Refused.of(one.cell, EditError(Problem.TITLE_TAKEN, title=one.after)) for one in shared]
    cells = {(one.cell, one.problem) for one in refused}
    kept = [one for one in changes if one not in renamed or (one.cell, Problem.TITLE_TAKEN) not in cells]
    return kept, refused


def _neighbours(index: Index, kind: Kind, moved: Iterable[Place]) -> list[list[tuple[Place, str]]]:
    """The things among which the titles of those that moved must be the only ones."""
    if kind is Kind.PROFESSION:
        return [[(Place(one.id), one.title) for one in index.study.professions]] if list(moved) else []
    if kind is Kind.SCENARIO:
        return [list(index.rows(kind, ""))]
    return [list(index.rows(kind, profession_id)) for profession_id in {place.profession_id for place in moved}]

"""Edits of the sittings of a study: who takes part, and how the sitting votes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.edits.sitting_gates import (
    require_counts,
    require_group,
    require_present,
    require_protocol,
    require_talk,
)
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Origin, Study
from impactapp.domain.text import clean_line, clean_title, same_title
from impactapp.domain.workshop import (
    Group,
    Moment,
    Positions,
    Protocol,
    Sitting,
    SurveyItem,
    Tally,
)


def add_sitting(sitting: Sitting) -> Edit:
    """Add a sitting at the end; its title and id must be new to the study, its professions known.

    Training and made-up participants belong to the demonstration: they never mix with an establishment's own.
    """

    def change(study: Study) -> Study:
        named = replace(sitting, title=clean_title(sitting.title))
        if any(other.id == named.id for other in study.sittings):
            raise EditError(Problem.ID_TAKEN, id=named.id)
        _refuse_taken_title(study, named.title, named.id)
        require_sound(study, named)
        return replace(study, sittings=(*study.sittings, named))

    return Edit(EditKind.ADD_SITTING, change, sitting.title)


def remove_sitting(sitting: Sitting) -> Edit:
    """Remove a sitting with all that was voted in it; undo brings it back."""

    def change(study: Study) -> Study:
        require_sitting(study, sitting.id)
        return replace(study, sittings=tuple(other for other in study.sittings if other.id != sitting.id))

    return Edit(EditKind.REMOVE_SITTING, change, sitting.title)


def rename_sitting(sitting: Sitting, title: str) -> Edit:
    """Rename a sitting; no other of the study may bear the name."""

    def change(study: Study) -> Study:
        cleaned = clean_title(title)
        _refuse_taken_title(study, cleaned, sitting.id)
        return replace_sitting(study, sitting.id, lambda found: replace(found, title=cleaned))

    return Edit(EditKind.SET_SITTING, change, sitting.title)


def set_sitting_day(sitting: Sitting, day: date | None) -> Edit:
    """State when it is held."""
    return sitting_edit(EditKind.SET_SITTING, sitting, lambda found: replace(found, day=day))


def set_sitting_place(sitting: Sitting, place: str) -> Edit:
    """State where it is held."""
    return sitting_edit(EditKind.SET_SITTING, sitting, lambda found: replace(found, place=clean_line(place)))


def set_sitting_professions(sitting: Sitting, profession_ids: Sequence[str]) -> Edit:
    """Say which professions it is about, in the order of the study; without any it is about all."""

    def change(study: Study) -> Study:
        _require_professions(study, profession_ids)
        chosen = tuple(p.id for p in study.professions if p.id in set(profession_ids))
        return replace_sitting(
            study, sitting.id, lambda found: replace(found, profession_ids=chosen, is_about_none=False)
        )

    return Edit(EditKind.SET_SITTING, change, sitting.title)


def set_protocol(sitting: Sitting, protocol: Protocol) -> Edit:
    """Say how it votes; what is voted cannot change once something was.

    Nor can less be hidden then than what was said to those who voted; more can.
    """

    def changed(found: Sitting) -> Sitting:
        require_protocol(protocol)
        if protocol.scope is not found.protocol.scope and any(talk.tallies for talk in found.talks):
            raise EditError(Problem.SCOPE_IN_USE)
        if protocol.least_shown < found.protocol.least_shown and found.has_answers:
            raise EditError(Problem.LEAST_SHOWN_PROMISED, least=found.protocol.least_shown)
        reached = max((talk.round for talk in found.talks), default=1)
        if protocol.rounds < min(reached, found.protocol.rounds):
            raise EditError(Problem.ROUND_REACHED, round=reached)
        return replace(found, protocol=protocol)

    return sitting_edit(EditKind.SET_PROTOCOL, sitting, changed)


def set_group(sitting: Sitting, group: Group) -> Edit:
    """Add a group, or change its size, kind and title; it may not become smaller than what it voted."""

    def changed(found: Sitting) -> Sitting:
        named = replace(group, title=clean_line(group.title))
        require_group(named)
        voted = max(_votes_of(found, group.id), default=0)
        if group.size < voted:
            raise EditError(Problem.COUNTS_ABOVE_GROUP, votes=voted, size=group.size)
        if found.group(group.id) is None:
            return replace(found, groups=(*found.groups, named))
        groups = tuple(named if other.id == group.id else other for other in found.groups)
        return _still_present(replace(found, groups=groups))

    return sitting_edit(EditKind.SET_GROUP, sitting, changed)


def remove_group(sitting: Sitting, group_id: str) -> Edit:
    """Remove a group that has not voted."""

    def changed(found: Sitting) -> Sitting:
        if found.group(group_id) is None:
            raise EditError(Problem.UNKNOWN_GROUP)
        if any(_votes_of(found, group_id)):
            raise EditError(Problem.GROUP_HAS_VOTED)
        return _still_present(replace(found, groups=tuple(other for other in found.groups if other.id != group_id)))

    return sitting_edit(EditKind.SET_GROUP, sitting, changed)


def set_positions(sitting: Sitting, moment: Moment, group_id: str, counts: tuple[int, int, int, int]) -> Edit:
    """Count how a group places itself from 1 to 4; all zero takes it away."""

    def changed(found: Sitting) -> Sitting:
        require_counts(found, group_id, counts)
        others = [p for p in found.positions if (p.moment, p.group_id) != (moment, group_id)]
        told = [*others, Positions(moment, group_id, counts)] if any(counts) else others
        return replace(found, positions=tuple(sorted(told, key=lambda one: (one.moment, one.group_id))))

    return sitting_edit(EditKind.SET_POSITIONS, sitting, changed)


def set_survey_text(sitting: Sitting, number: int, text: str) -> Edit:
    """Word a question of the form at the end; empty is the tool's own."""
    return _survey_edit(sitting, number, lambda _found, item: replace(item, text=clean_line(text)))


def set_survey_counts(sitting: Sitting, number: int, counts: tuple[int, int, int, int]) -> Edit:
    """Count the answers 1 to 4 of all participants to a question."""

    def counted(found: Sitting, item: SurveyItem) -> SurveyItem:
        require_present(found, counts)
        return replace(item, counts=counts)

    return _survey_edit(sitting, number, counted)


def _survey_edit(sitting: Sitting, number: int, change: Callable[[Sitting, SurveyItem], SurveyItem]) -> Edit:
    def changed(found: Sitting) -> Sitting:
        survey = tuple(change(found, item) if item.number == number else item for item in found.survey)
        return replace(found, survey=survey)

    return sitting_edit(EditKind.SET_SURVEY, sitting, changed)


def sitting_edit(
    kind: EditKind,
    sitting: Sitting,
    change: Callable[[Sitting], Sitting],
    subject: str = "",
    merge_key: tuple[str, ...] | None = None,
) -> Edit:
    """An edit of one sitting."""
    return Edit(kind, lambda study: replace_sitting(study, sitting.id, change), subject or sitting.title, merge_key)


def replace_sitting(study: Study, sitting_id: str, change: Callable[[Sitting], Sitting]) -> Study:
    """The study with one sitting changed; itself when the change changes nothing."""
    before = require_sitting(study, sitting_id)
    after = change(before)
    if after == before:
        return study
    return replace(study, sittings=tuple(after if other.id == sitting_id else other for other in study.sittings))


def require_sitting(study: Study, sitting_id: str) -> Sitting:
    """A sitting by its id; refuses an unknown one."""
    found = next((sitting for sitting in study.sittings if sitting.id == sitting_id), None)
    if found is None:
        raise EditError(Problem.UNKNOWN_SITTING)
    return found


def require_sound(study: Study, sitting: Sitting) -> None:
    """Refuse a sitting that the edits could not make in this study; its id and title are not looked at."""
    _require_professions(study, sitting.profession_ids)
    if (sitting.is_training or sitting.is_simulated) and study.origin is not Origin.DEMONSTRATION:
        raise EditError(Problem.TRAINING_NEEDS_DEMONSTRATION)
    require_protocol(sitting.protocol)
    for group in sitting.groups:
        require_group(group)
    for talk in sitting.talks:
        require_talk(sitting, talk)
    for placed in sitting.positions:
        require_counts(sitting, placed.group_id, placed.counts)
    _still_present(sitting)


def _still_present(sitting: Sitting) -> Sitting:
    """Refuse groups too small for what all participants answered and for those who did not agree."""
    for item in sitting.survey:
        require_present(sitting, item.counts)
    for talk in sitting.talks:
        require_present(sitting, (talk.dissent,))
    return sitting


def _votes_of(sitting: Sitting, group_id: str) -> list[int]:
    tallies: list[Tally] = [tally for talk in sitting.talks for tally in talk.tallies if tally.group_id == group_id]
    placed = [sum(placed.counts) for placed in sitting.positions if placed.group_id == group_id]
    return [*(tally.voted for tally in tallies), *placed]


def _refuse_taken_title(study: Study, title: str, own_id: str) -> None:
    if any(same_title(other.title, title) for other in study.sittings if other.id != own_id):
        raise EditError(Problem.TITLE_TAKEN, title=title)


def _require_professions(study: Study, profession_ids: Sequence[str]) -> None:
    if not {profession.id for profession in study.professions}.issuperset(profession_ids):
        raise EditError(Problem.UNKNOWN_PROFESSION)

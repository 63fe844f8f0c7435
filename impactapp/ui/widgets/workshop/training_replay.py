"""The published case replayed: its sitting, the levels that were published, made-up votes and how far votes are."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from uuid import uuid4

from impactapp import labels
from impactapp.domain.analysis.sittings import Distance, distances, sitting_result
from impactapp.domain.edits.edit import Edit
from impactapp.domain.edits.simulated import simulate_votes
from impactapp.domain.edits.workshop import add_sitting
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.profession import Profession, Task
from impactapp.domain.published import as_published
from impactapp.domain.simulation import simulated_second_round, simulated_vote
from impactapp.domain.study import Origin, Study
from impactapp.domain.text import same_title
from impactapp.domain.workshop import Group, GroupKind, Sitting, Talk, empty_survey, questions
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui.models.barrier_columns import today
from impactapp.ui.session import Session
from impactapp.ui.workshop_room import Room

Pick = Callable[[], float]
# a room to begin with, which the trainer changes on the page
SIZES = ((GroupKind.STAFF, 8), (GroupKind.MANAGEMENT, 5), (GroupKind.REPRESENTATIVES, 5))


def can_replay(study: Study | None) -> bool:
    """Only the demonstration is replayed: training never mixes with a study of an establishment."""
    return study is not None and study.origin is Origin.DEMONSTRATION and bool(study.professions)


def replay_sitting(study: Study, profession: Profession, day: date) -> Sitting:
    """A training sitting under a name that is free."""
    number = 1
    while any(same_title(_title(number), other.title) for other in study.sittings):
        number += 1
    groups = tuple(Group(str(uuid4()), kind, size) for kind, size in SIZES)
    return Sitting(
        str(uuid4()),
        _title(number),
        day,
        profession_ids=(profession.id,),
        groups=groups,
        survey=empty_survey(),
        is_training=True,
    )


def start_replay(session: Session, room: Room) -> None:
    """Replay the profession that is shown in a sitting of its own, and enter it."""
    study, profession = session.study, session.profession
    if study is None or profession is None or not can_replay(study):
        return
    made = replay_sitting(study, profession, today())
    if session.submit(add_sitting(made)):
        room.enter(made.id)
        session.informed.emit(
            _("The replay is ready: say how many take part, vote, show the votes. Nothing here changes the matrix.")
        )


def published(profession: Profession) -> Profession:
    """A profession with the published levels, without the activities that were not published under their title."""
    known = _published_tasks()
    tasks = (
        replace(known[task.title], id=task.id, share=task.share) for task in profession.tasks if task.title in known
    )
    return replace(profession, tasks=tuple(tasks))


def distance_words(profession: Profession, sitting: Sitting, task_id: str) -> tuple[str, ...]:
    """What was published on an activity, how far its votes are from that, and how far all votes of the sitting are."""
    said = as_published(profession)
    found = distances(said, sitting_result(sitting))
    task = next((one for one in said.tasks if one.id == task_id), None)
    if task is None:
        return (_("This activity is not in the published matrix."),)
    low, high = (task.level(hypothesis, Aspect.SUBSTITUTION) for hypothesis in Hypothesis)
    words = _("Published: {low} (low hypothesis), {high} (high hypothesis).").format(
        low=labels.level_word(low), high=labels.level_word(high)
    )
    own = tuple(distance for distance in found if distance.task_id == task_id)
    return (words, workshop_labels.distance_sentence(own), *_overall(found, len(own)))


def made_votes(profession: Profession, sitting: Sitting, task: Task, pick: Pick) -> Edit:
    """A first round of made-up votes around the published levels."""
    around = {one.id: one for one in as_published(profession).tasks}.get(task.id, task)
    made = {
        (question, group.id): simulated_vote(_level(around, question.hypothesis), group.size, pick)
        for question in questions(sitting.protocol.scope)
        for group in sitting.groups
    }
    return simulate_votes(sitting, task.id, made, task.title)


def made_round(sitting: Sitting, talk: Talk, pick: Pick) -> Edit:
    """A second round after what was voted in the round in progress."""
    made = {
        (tally.question, tally.group_id): simulated_second_round(tally.counts, pick)
        for tally in talk.tallies
        if tally.round == talk.round
    }
    return simulate_votes(sitting, talk.task_id, made, talk.title, again=True)


def has_votes(talk: Talk | None) -> bool:
    """Whether anything was voted in the round in progress."""
    return talk is not None and any(tally.round == talk.round for tally in talk.tallies)


def _overall(found: tuple[Distance, ...], own: int) -> tuple[str, ...]:
    if len(found) == own:
        return ()
    return (_("All activities voted so far: {sentence}").format(sentence=workshop_labels.distance_sentence(found)),)


def _level(task: Task, hypothesis: Hypothesis | None) -> Level:
    return task.level(hypothesis or Hypothesis.LOW, Aspect.SUBSTITUTION) or Level.MOYEN


def _title(number: int) -> str:
    return _("Replay {number}").format(number=number)


@cache
def _published_tasks() -> dict[str, Task]:
    from impactapp.store.catalog import secretary_demo

    study = secretary_demo(lambda: str(uuid4()), None)
    return {task.title: task for profession in study.professions for task in profession.tasks}

"""Edits of what is voted and said in a sitting; votes are counted by group, never kept one by one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from impactapp.domain.edits.edit import Edit, EditKind, find_task
from impactapp.domain.edits.sitting_gates import require_counts, require_present, require_question
from impactapp.domain.edits.urn import with_secret_vote, with_tally
from impactapp.domain.edits.workshop import replace_sitting, require_sitting, sitting_edit
from impactapp.domain.level import Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.domain.text import clean_text
from impactapp.domain.workshop import Counts, Question, Sitting, Talk, Tally


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one voter of a group says of several tasks.

    Its ``number`` keeps a paper or Excel ballot from being counted twice; one typed here has none.
    """

    number: str
    group_id: str
    votes: Mapping[tuple[str, Question], Level]


def count_hands(
    sitting: Sitting, task_id: str, question: Question, group_id: str, counts: Counts, subject: str = ""
) -> Edit:
    """State what a group votes in the round in progress, in place of what it voted before; no vote takes that away.

    Hands are seen by all who are present: they may be shown at once. Secret votes that were told in the total only stay
    there, as nothing says which they are.
    """

    def changed(study: Study) -> Study:
        def counted(found: Sitting) -> Sitting:
            _require_hands(found, task_id, question, group_id, counts)
            return _with_talk(study, found, task_id, lambda talk: _tallied(talk, question, group_id, counts))

        return replace_sitting(study, sitting.id, counted)

    return Edit(EditKind.COUNT_VOTES, changed, subject)


def cast_ballots(sitting: Sitting, ballots: Sequence[Ballot], subject: str = "") -> Edit:
    """Add secret ballots to the urn, all or none; one that was cast before is refused."""

    def changed(study: Study) -> Study:
        kept = _begun(study, require_sitting(study, sitting.id), ballots)
        for ballot in ballots:
            kept = _cast(study, kept, ballot)
        return replace_sitting(study, sitting.id, lambda _found: kept)

    return Edit(EditKind.CAST_BALLOTS, changed, subject or sitting.title)


def new_round(sitting: Sitting, task_id: str, subject: str = "") -> Edit:
    """Vote a task again; the former rounds are kept."""

    def again(talk: Talk) -> Talk:
        return replace(talk, round=talk.round + 1, is_settled=False)

    def changed(study: Study) -> Study:
        def voted(found: Sitting) -> Sitting:
            talk = found.talk(task_id)
            if talk is None or not any(tally.round == talk.round for tally in talk.tallies):
                raise EditError(Problem.ROUND_WITHOUT_VOTES)
            if talk.round >= found.protocol.rounds:
                raise EditError(Problem.NO_ROUND_LEFT, rounds=found.protocol.rounds)
            return _with_talk(study, found, task_id, again)

        return replace_sitting(study, sitting.id, voted)

    return Edit(EditKind.NEW_ROUND, changed, subject)


def park(sitting: Sitting, task_id: str, parked: bool, subject: str = "") -> Edit:
    """Leave a task for later, or take it up again."""
    return _talk_edit(EditKind.PARK, sitting, task_id, lambda talk: replace(talk, is_parked=parked), subject)


def settle(sitting: Sitting, task_id: str, settled: bool, subject: str = "") -> Edit:
    """Say that the group is done with a task."""
    return _talk_edit(
        EditKind.SETTLE, sitting, task_id, lambda talk: replace(talk, is_settled=settled, is_parked=False), subject
    )


def set_dissent(sitting: Sitting, task_id: str, persons: int, text: str, subject: str = "") -> Edit:
    """Record how many do not agree with the decision, and why in a sentence."""

    def dissented(found: Sitting, talk: Talk) -> Talk:
        require_present(found, (persons,))
        return replace(talk, dissent=persons, dissent_text=clean_text(text))

    return _talk_edit(EditKind.SET_DISSENT, sitting, task_id, None, subject, dissented)


def set_note(sitting: Sitting, task_id: str, text: str, subject: str = "") -> Edit:
    """Write the facilitator's note on a task."""
    return _talk_edit(EditKind.SET_NOTE, sitting, task_id, lambda talk: replace(talk, note=clean_text(text)), subject)


def spend(sitting: Sitting, task_id: str, seconds: int, subject: str = "") -> Edit:
    """Add time spent on a task, in seconds."""
    return _talk_edit(
        EditKind.SPEND_TIME,
        sitting,
        task_id,
        lambda talk: replace(talk, seconds=talk.seconds + max(0, seconds)),
        subject,
        merge_key=("spend", sitting.id, task_id),
    )


def reset_votes(sitting: Sitting) -> Edit:
    """Take back all that was voted and said in a sitting; its participants stay."""
    return sitting_edit(
        EditKind.RESET_VOTES,
        sitting,
        lambda found: replace(
            found,
            talks=(),
            positions=(),
            survey=tuple(replace(item, counts=(0, 0, 0, 0)) for item in found.survey),
            received=(),
        ),
    )


def _talk_edit(
    kind: EditKind,
    sitting: Sitting,
    task_id: str,
    change: Callable[[Talk], Talk] | None,
    subject: str,
    change_in: Callable[[Sitting, Talk], Talk] | None = None,
    merge_key: tuple[str, ...] | None = None,
) -> Edit:
    def changed(study: Study) -> Study:
        def talked(found: Sitting) -> Sitting:
            def one(talk: Talk) -> Talk:
                return change_in(found, talk) if change_in is not None else change(talk) if change else talk

            return _with_talk(study, found, task_id, one)

        return replace_sitting(study, sitting.id, talked)

    return Edit(kind, changed, subject, merge_key)


def _begun(study: Study, sitting: Sitting, ballots: Sequence[Ballot]) -> Sitting:
    """The sitting with a talk on each task of the ballots, in the order of the study, which is nobody's."""
    named = {task_id for ballot in ballots for task_id, _question in ballot.votes}
    for _profession, task in study.tasks():
        if task.id in named:
            sitting = _with_talk(study, sitting, task.id, lambda talk: talk)
    return sitting


def _cast(study: Study, sitting: Sitting, ballot: Ballot) -> Sitting:
    if ballot.number and ballot.number in sitting.received:
        raise EditError(Problem.BALLOT_COUNTED_BEFORE, number=ballot.number)
    kept = sitting
    for (task_id, question), level in ballot.votes.items():
        voted = partial(_with_vote, kept, question=question, group_id=ballot.group_id, level=level)
        kept = _with_talk(study, kept, task_id, voted)
    return replace(kept, received=tuple(sorted((*kept.received, ballot.number)))) if ballot.number else kept


def _with_vote(sitting: Sitting, talk: Talk, *, question: Question, group_id: str, level: Level) -> Talk:
    return replace(with_secret_vote(sitting, talk, question, group_id, level), is_parked=False)


def _require_hands(sitting: Sitting, task_id: str, question: Question, group_id: str, counts: Counts) -> None:
    require_question(sitting, question)
    require_counts(sitting, group_id, counts.levels)
    talk, group = sitting.talk(task_id), sitting.group(group_id)
    tally = talk.tally(talk.round, question, group_id) if talk else None
    if tally is not None and group is not None and counts.total + tally.apart > group.size:
        raise EditError(Problem.SECRET_VOTES_COUNTED, votes=counts.total, secret=tally.apart, size=group.size)


def _tallied(talk: Talk, question: Question, group_id: str, counts: Counts) -> Talk:
    before = talk.tally(talk.round, question, group_id)
    tally = Tally(talk.round, question, group_id, counts, apart=before.apart if before else 0)
    return replace(with_tally(talk, tally), is_parked=False)


def _with_talk(study: Study, sitting: Sitting, task_id: str, change: Callable[[Talk], Talk]) -> Sitting:
    require_sitting(study, sitting.id)
    talk = sitting.talk(task_id)
    if talk is None:
        profession, index = find_task(study, task_id)
        opened = Talk(task_id, profession.tasks[index].title, profession.title)
        return replace(sitting, talks=(*sitting.talks, change(opened)))
    return replace(sitting, talks=tuple(change(one) if one.task_id == task_id else one for one in sitting.talks))

"""What a ballot of the isoloir asks, and the edit that adds it to the counts: votes, self-positioning, the form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from impactapp import labels
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.edits.votes import Ballot, cast_ballots
from impactapp.domain.edits.workshop import set_positions, set_survey_counts
from impactapp.domain.level import Level
from impactapp.domain.profession import Task
from impactapp.domain.study import Study
from impactapp.domain.workshop import Moment, Question, Sitting, questions
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels

STEPS = range(1, 5)
# one answer a question, from 1, ``None`` where nothing was chosen
Answers = tuple[int | None, ...]
Four = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a ballot; ``heading`` is what it is about, the same for several that follow each other."""

    heading: str
    words: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of ballot: ``cast`` makes the edit that counts one, ``received`` says how many a group has cast."""

    title: str
    asked: tuple[Asked, ...]
    cast: Callable[[Sitting, str, Answers], Edit]
    received: Callable[[Sitting, str], int]
    is_by_group: bool = True


def papers(sitting: Sitting, task: Task | None, tasks: Sequence[Task]) -> tuple[Paper, ...]:
    """What can be asked in the isoloir: the activity in progress, all that are not settled, knowledge, the form."""
    settled = {talk.task_id for talk in sitting.talks if talk.is_settled}
    left = [one for one in tasks if one.id not in settled]
    made = [] if task is None else [_votes(_("The activity in progress"), sitting, [task])]
    if len(left) > 1:
        made.append(_votes(_("All activities that are not settled ({count})").format(count=len(left)), sitting, left))
    placed = (
        (_("Knowledge of AI, before the sitting"), Moment.BEFORE),
        (_("Knowledge of AI, after the sitting"), Moment.AFTER),
    )
    return (*made, *(_positions(title, moment) for title, moment in placed), _survey(sitting))


def _votes(title: str, sitting: Sitting, tasks: Sequence[Task]) -> Paper:
    places = [(task.id, question) for task in tasks for question in questions(sitting.protocol.scope)]
    options = tuple(f"{labels.level_letters(level)}  {labels.level_word(level)}" for level in Level)
    titles = {task.id: task.title for task in tasks}
    asked = tuple(
        Asked(titles[task_id], workshop_labels.question_words(question), options) for task_id, question in places
    )

    def cast(now: Sitting, group_id: str, answers: Answers) -> Edit:
        said = zip(places, answers, strict=True)
        ballot = Ballot("", group_id, {place: Level(answer) for place, answer in said if answer is not None})
        return _one_of_many(cast_ballots(now, [ballot]), now)

    return Paper(title, asked, cast, lambda now, group_id: _most_votes(now, group_id, places))


def _most_votes(sitting: Sitting, group_id: str, places: Sequence[tuple[str, Question]]) -> int:
    talks = {talk.task_id: talk for talk in sitting.talks}
    found = [
        tally.voted
        for task_id, question in places
        if task_id in talks and (tally := talks[task_id].tally(talks[task_id].round, question, group_id)) is not None
    ]
    return max(found, default=0)


def _positions(title: str, moment: Moment) -> Paper:
    options = tuple(workshop_labels.position_word(step) for step in STEPS)

    def cast(now: Sitting, group_id: str, answers: Answers) -> Edit:
        counts = _with_one_more(positions_of(now, moment, group_id), answers[0])
        return _one_of_many(set_positions(now, moment, group_id, counts), now)

    asked = (Asked("", _("Where do you place yourself on your knowledge of AI?"), options),)
    return Paper(title, asked, cast, lambda now, group_id: sum(positions_of(now, moment, group_id)))


def positions_of(sitting: Sitting, moment: Moment, group_id: str) -> Four:
    """How many of a group placed themselves at each step, zeros where it did not."""
    placed = ((one.moment, one.group_id, one.counts) for one in sitting.positions)
    return next((counts for when, who, counts in placed if (when, who) == (moment, group_id)), (0, 0, 0, 0))


def _survey(sitting: Sitting) -> Paper:
    numbers = [item.number for item in sitting.survey]
    options = tuple(workshop_labels.answer_word(step) for step in STEPS)

    def cast(now: Sitting, _group_id: str, answers: Answers) -> Edit:
        counts = {item.number: item.counts for item in now.survey}
        edits = [
            set_survey_counts(now, number, _with_one_more(counts[number], answer))
            for number, answer in zip(numbers, answers, strict=True)
        ]

        def change(study: Study) -> Study:
            for edit in edits:
                study = edit.change(study)
            return study

        return _one_of_many(Edit(EditKind.SET_SURVEY, change, now.title), now)

    def received(now: Sitting, _group_id: str) -> int:
        return max((sum(item.counts) for item in now.survey), default=0)

    asked = tuple(Asked("", workshop_labels.survey_text(item), options) for item in sitting.survey)
    return Paper(_("The form at the end"), asked, cast, received, is_by_group=False)


def _with_one_more(counts: Four, answer: int | None) -> Four:
    one, two, three, four = (count + (step == answer) for step, count in zip(STEPS, counts, strict=True))
    return one, two, three, four


def _one_of_many(edit: Edit, sitting: Sitting) -> Edit:
    """All that is cast while the computer goes round is taken back together: one ballot alone would be a vote."""
    return replace(edit, merge_key=("booth", sitting.id, edit.kind.value))

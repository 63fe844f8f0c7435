"""What a ballot asks, and the codes by which its cells are found again whatever was done to their words."""

from dataclasses import dataclass
from enum import StrEnum

from impactapp import labels
from impactapp.domain.level import Level
from impactapp.domain.profession import Profession, Task
from impactapp.domain.study import Study
from impactapp.domain.workshop import Question, Scope, Sitting, questions
from impactapp.labels import workshop as workshop_labels

FORMAT = "impactapp/ballot"
VERSION = 1
SHEET = "_impactapp"  # hidden: what the file is, and the words of its labels
KEY = "task_id"  # stands where the row of column codes meets the column of task ids


class BallotKind(StrEnum):
    """For one person: a word an answer; for a group: how many voted each level."""

    PERSON = "person"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of answers; ``level`` is the one that is counted in it, ``None`` where a word is chosen."""

    question: Question
    level: Level | None = None

    @property
    def code(self) -> str:
        """« substitution.low », « maturity.high/fort »."""
        aspect, hypothesis = self.question.aspect.value, self.question.hypothesis
        asked = aspect if hypothesis is None else f"{aspect}.{hypothesis.value}"
        return asked if self.level is None else f"{asked}/{self.level.code}"

    @property
    def title(self) -> str:
        """Its heading, in the chosen language; that of the question stands above those of its levels."""
        return workshop_labels.question_short(self.question) if self.level is None else labels.level_word(self.level)


def columns(scope: Scope, kind: BallotKind) -> tuple[Column, ...]:
    """The columns of answers of a ballot, in the order they are asked."""
    levels: tuple[Level | None, ...] = (None,) if kind is BallotKind.PERSON else tuple(Level)
    return tuple(Column(question, level) for question in questions(scope) for level in levels)


def professions_of(study: Study, sitting: Sitting) -> tuple[Profession, ...]:
    """The professions a sitting is about; all of the study where it names none."""
    return tuple(one for one in study.professions if sitting.is_about(one.id))


def tasks_asked(study: Study, sitting: Sitting) -> tuple[tuple[Profession, Task], ...]:
    """The tasks still to vote, in the order of the study: what the group is done with is not asked again."""
    settled = {talk.task_id for talk in sitting.talks if talk.is_settled}
    return tuple(
        (profession, task)
        for profession in professions_of(study, sitting)
        for task in profession.tasks
        if task.id not in settled
    )


def round_of(sitting: Sitting, task_id: str) -> int:
    """The round in progress of a task."""
    talk = sitting.talk(task_id)
    return 1 if talk is None else talk.round

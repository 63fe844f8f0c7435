"""Where Tab goes in the matrix: the next cell a group still has to rate, in reading order, and round again."""

from collections.abc import Iterator

from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis
from impactapp.domain.profession import Task
from impactapp.ui.models.rating_columns import column_at, position_of

Place = tuple[int, int]


def next_unrated(tasks: tuple[Task, ...], row: int, position: int, forward: bool = True) -> Place | None:
    """The row and column to rate after a cell (before it, going back); ``None`` when all is decided.

    A decision that was made without criteria asks for none: a group that decides only is led from decision to decision.
    """
    decisions_only = _works_without_criteria(tasks, row, position)
    start = (row, position)
    places = list(_unrated(tasks, decisions_only))
    if not places:
        return None
    if forward:
        return next((place for place in places if place > start), places[0])
    return next((place for place in reversed(places) if place < start), places[-1])


def _unrated(tasks: tuple[Task, ...], decisions_only: bool) -> Iterator[Place]:
    for row, task in enumerate(tasks):
        for hypothesis in HYPOTHESES:
            if task.level(hypothesis, Aspect.SUBSTITUTION) is None:
                if not decisions_only:
                    yield from ((row, position) for position in _criteria_to_rate(task, hypothesis))
                yield row, position_of(hypothesis, Aspect.SUBSTITUTION)


def _criteria_to_rate(task: Task, hypothesis: Hypothesis) -> list[int]:
    return [
        position_of(hypothesis, criterion)
        for criterion in CRITERIA
        if task.level(hypothesis, criterion) is None and not task.follows(hypothesis, criterion)
    ]


def _works_without_criteria(tasks: tuple[Task, ...], row: int, position: int) -> bool:
    column = column_at(position)
    if column is None or column.aspect is not Aspect.SUBSTITUTION or not 0 <= row < len(tasks):
        return False
    task = tasks[row]
    decided = task.level(column.hypothesis, Aspect.SUBSTITUTION) is not None
    return decided and all(task.level(column.hypothesis, criterion) is None for criterion in CRITERIA)

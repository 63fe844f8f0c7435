"""Edits of the matrix: levels, justifications, decisions; the high hypothesis never falls below the low one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from impactapp.domain.analysis.proposal import proposal_of
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.level import CRITERIA, Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rating import NOTHING_SAID, Judgement
from impactapp.domain.study import Study
from impactapp.domain.text import clean_text


@dataclass(frozen=True, slots=True)
class Cell:
    """The address of one judgement in the matrix."""

    task_id: str
    hypothesis: Hypothesis
    aspect: Aspect


Judge = Callable[[Task, Cell], Judgement | None]


def rate(cells: Sequence[Cell], level: Level, subject: str = "") -> Edit:
    """Give one level to every cell."""
    kind = EditKind.DECIDE if all(cell.aspect is Aspect.SUBSTITUTION for cell in cells) else EditKind.RATE
    return Edit(kind, lambda study: _with_levels(study, dict.fromkeys(cells, level)), subject)


def clear(cells: Sequence[Cell], subject: str = "") -> Edit:
    """Take levels away and keep their words.

    A criterion of the high hypothesis follows the low one again, unless it has words of its own: these stay, unrated.
    """
    return Edit(EditKind.CLEAR_RATING, lambda study: _with_judgements(study, cells, _cleared), subject)


def paste(levels: Mapping[Cell, Level | None], subject: str = "") -> Edit:
    """Give each cell its own level; ``None`` takes the level away as :func:`clear` does."""
    return Edit(EditKind.PASTE_RATINGS, lambda study: _with_levels(study, levels), subject)


def justify(cell: Cell, text: str, subject: str = "") -> Edit:
    """Write the justification of a criterion, or the reason of a decision."""

    def change(study: Study) -> Study:
        words = clean_text(text)
        return _with_judgements(study, [cell], lambda task, at: _kept(replace(_held(task, at), text=words)))

    return Edit(EditKind.JUSTIFY, change, subject, ("justify", cell.task_id, cell.hypothesis, cell.aspect))


def accept_proposals(task_ids: Sequence[str], hypotheses: Sequence[Hypothesis], subject: str = "") -> Edit:
    """Decide as proposed, where the three criteria are rated; the rest is left as it is."""

    def change(study: Study) -> Study:
        chosen = set(task_ids)
        levels: dict[Cell, Level | None] = {}
        for _, task in study.tasks():
            if task.id in chosen:
                for hypothesis in hypotheses:
                    proposed = proposal_of(task, hypothesis)
                    if proposed is not None:
                        levels[Cell(task.id, hypothesis, Aspect.SUBSTITUTION)] = proposed
        return _with_levels(study, levels)

    return Edit(EditKind.ACCEPT_PROPOSALS, change, subject)


def _with_levels(study: Study, levels: Mapping[Cell, Level | None]) -> Study:
    def judged(task: Task, cell: Cell) -> Judgement | None:
        level = levels[cell]
        return _cleared(task, cell) if level is None else replace(_held(task, cell), level=level)

    return _with_judgements(study, levels, judged)


def _cleared(task: Task, cell: Cell) -> Judgement | None:
    held = _held(task, cell)
    may_follow = cell.hypothesis is Hypothesis.HIGH and cell.aspect in CRITERIA
    if may_follow and held.text == task.judgement(Hypothesis.LOW, cell.aspect).text:
        return None
    return _kept(replace(held, level=None))


def _held(task: Task, cell: Cell) -> Judgement:
    return task.judgement(cell.hypothesis, cell.aspect)


def _kept(judgement: Judgement) -> Judgement | None:
    return None if judgement == NOTHING_SAID else judgement


def _with_judgements(study: Study, cells: Iterable[Cell], judge: Judge) -> Study:
    by_task: dict[str, list[Cell]] = {}
    for cell in cells:
        by_task.setdefault(cell.task_id, []).append(cell)
    professions = tuple(_rejudged(profession, by_task, judge) for profession in study.professions)
    if by_task:
        raise EditError(Problem.UNKNOWN_TASK)
    unchanged = all(new is old for new, old in zip(professions, study.professions, strict=True))
    return study if unchanged else replace(study, professions=professions)


def _rejudged(profession: Profession, by_task: dict[str, list[Cell]], judge: Judge) -> Profession:
    """Judge the cells that are in this profession, and take them off the list."""
    changed: dict[str, Task] = {}
    for task in profession.tasks:
        if not by_task:
            break
        for cell in by_task.pop(task.id, ()):
            before = changed.get(task.id, task)
            rating = before.rating(cell.hypothesis).set(cell.aspect, judge(before, cell))
            changed[task.id] = before.with_rating(cell.hypothesis, rating)
    for task in changed.values():
        _refuse_high_below_low(task)
    tasks = tuple(changed.get(task.id, task) if changed else task for task in profession.tasks)
    return replace(profession, tasks=tasks) if tasks != profession.tasks else profession


def _refuse_high_below_low(task: Task) -> None:
    found = task.breach()
    if found is not None:
        levels = {"low": found.low.code, "high": found.high.code}
        raise EditError(Problem.HIGH_BELOW_LOW, task=task.title, aspect=found.aspect, **levels)

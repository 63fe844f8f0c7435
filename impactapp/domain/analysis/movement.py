"""What moved between two moments of a study, or between two studies: levels, activities, measures, and the rates."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from impactapp.domain.analysis.checks import STALE_MONTHS, Finding, FindingCode
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.profession import Profession, Task
from impactapp.domain.skill import Barrier, BarrierState
from impactapp.domain.study import Study
from impactapp.domain.text import title_key

T = TypeVar("T", Task, Barrier, Profession)
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class MovedLevel:
    """A level that is another one now; ``None`` where there was none, or is none any more."""

    task_id: str
    title: str
    hypothesis: Hypothesis
    aspect: Aspect
    before: Level | None
    after: Level | None


@dataclass(frozen=True, slots=True)
class MovedShare:
    """A part of working time, 0..1, that is another one now; ``None`` where none was stated, or is any more."""

    task_id: str
    title: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a measure; ``None`` where it was not there, or is no more."""

    title: str
    before: BarrierState | None
    after: BarrierState | None

    @property
    def is_held(self) -> bool:
        """Whether it was in place before and still is."""
        return self.before is BarrierState.IN_PLACE and self.after is BarrierState.IN_PLACE


@dataclass(frozen=True, slots=True)
class Movement:
    """What moved in one profession; ``None`` on the side where it is not."""

    title: str
    before: ProfessionResult | None
    after: ProfessionResult | None
    levels: tuple[MovedLevel, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    measures: tuple[Fate, ...]
    shares: tuple[MovedShare, ...] = ()

    @property
    def is_still(self) -> bool:
        """Whether nothing moved: neither the rate nor the staff, nor a level, a share, an activity or a measure."""
        if self.before is None or self.after is None:
            return False
        if self.levels or self.shares or self.added or self.removed or self.moved_staff:
            return False
        return self.before.rate == self.after.rate and all(fate.before is fate.after for fate in self.measures)

    @property
    def moved_staff(self) -> tuple[str, ...]:
        """What is otherwise of its staff: ``headcount``, ``fte``."""
        if self.before is None or self.after is None:
            return ()
        old, new = self.before.profession, self.after.profession
        moved = {"headcount": old.headcount != new.headcount, "fte": old.fte != new.fte}
        return tuple(name for name, is_moved in moved.items() if is_moved)


def movements(before: Results, after: Results) -> tuple[Movement, ...]:
    """Every profession of either side, those of the later one first; the same by id, else by code, else by title."""
    olds = {result.profession.id: result for result in before.professions}
    pairs = _paired(before.study.professions, after.study.professions, _codes_first)
    moved = [
        _movement(olds.pop(pairs[new.profession.id].id) if new.profession.id in pairs else None, new)
        for new in after.professions
    ]
    return (*moved, *(_movement(old, None) for old in olds.values()))


def stale_ratings(
    study: Study, rated_at: Mapping[tuple[str, Hypothesis, Aspect], datetime], today: date
) -> tuple[Finding, ...]:
    """The maturities rated at least 18 months ago [ours], in the order of the study; undated ones are left out.

    ``number`` of each is its age in whole months: the market has moved since.
    """
    found = []
    for profession, task in study.tasks():
        for hypothesis in HYPOTHESES:
            at = rated_at.get((task.id, hypothesis, Aspect.MATURITY))
            said = task.rating(hypothesis).get(Aspect.MATURITY)
            if at is None or said is None or said.level is None:
                continue
            months = months_between(at.date(), today)
            if months >= STALE_MONTHS:
                found.append(Finding(FindingCode.MATURITY_STALE, profession.id, task.id, hypothesis, months))
    return tuple(found)


def months_between(first: date, last: date) -> int:
    """Whole months from one day to another."""
    return (last.year - first.year) * _MONTHS_A_YEAR + last.month - first.month - (last.day < first.day)


def _movement(before: ProfessionResult | None, after: ProfessionResult | None) -> Movement:
    old, new = (result.profession if result else None for result in (before, after))
    tasks = _paired(old.tasks if old else (), new.tasks if new else (), _by_title)
    kept = {task.id for task in tasks.values()}
    return Movement(
        title=new.title if new else old.title if old else "",
        before=before,
        after=after,
        levels=tuple(
            move for task in (new.tasks if new else ()) if task.id in tasks for move in _levels(tasks[task.id], task)
        ),
        added=tuple(task.title for task in (new.tasks if new and old else ()) if task.id not in tasks),
        removed=tuple(task.title for task in (old.tasks if new and old else ()) if task.id not in kept),
        measures=tuple(_fates(old.barriers if old else (), new.barriers if new else ())),
        shares=tuple(
            MovedShare(task.id, task.title, was.share, task.share)
            for task in (new.tasks if new else ())
            if (was := tasks.get(task.id)) is not None and was.share != task.share
        ),
    )


def _levels(old: Task, new: Task) -> list[MovedLevel]:
    """Each that moved, once: what follows the low hypothesis on both sides moved there."""
    return [
        MovedLevel(new.id, new.title, hypothesis, aspect, was, now)
        for hypothesis in HYPOTHESES
        for aspect in Aspect
        if not (old.follows(hypothesis, aspect) and new.follows(hypothesis, aspect))
        and (was := old.level(hypothesis, aspect)) != (now := new.level(hypothesis, aspect))
    ]


def _fates(olds: Sequence[Barrier], news: Sequence[Barrier]) -> list[Fate]:
    pairs = _paired(olds, news, _by_title)
    kept = {barrier.id for barrier in pairs.values()}
    there = [Fate(new.title, pairs[new.id].state if new.id in pairs else None, new.state) for new in news]
    return [*there, *(Fate(old.title, old.state, None) for old in olds if old.id not in kept)]


def _paired(olds: Sequence[T], news: Sequence[T], same: Callable[[T], Iterable[str]]) -> dict[str, T]:
    """Who each new one was, by its id; each old one is taken once."""
    left = {old.id: old for old in olds}
    pairs = {new.id: left.pop(new.id) for new in news if new.id in left}
    known: dict[str, T] = {}
    for old in left.values():
        for key in same(old):
            known.setdefault(key, old)
    for new in news:
        found = next((known[key] for key in same(new) if key in known), None)
        if new.id not in pairs and found is not None and found.id in left:
            pairs[new.id] = left.pop(found.id)
    return pairs


def _codes_first(profession: Profession) -> list[str]:
    by_code = [f"code {profession.code}"] if profession.code else []
    return [*by_code, f"title {title_key(profession.title)}"]


def _by_title(thing: Task | Barrier) -> list[str]:
    return [title_key(thing.title)]

"""How much a change is about: counted by what is another object, and in whatever part of the study."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from impactapp.domain.edits import ratings, tasks
from impactapp.domain.extent import extent
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.profession import Profession, Task
from impactapp.domain.skill import Barrier, Skill
from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting, Talk
from tests import builders, staff_builders

ROWS = builders.large(2, 30)


def in_first(change: Callable[[Profession], Profession]) -> Study:
    first, *others = ROWS.professions
    return replace(ROWS, professions=(change(first), *others))


def test_the_same_study_and_its_words_alone_are_nothing() -> None:
    assert extent(ROWS, ROWS) == 0
    assert extent(ROWS, replace(ROWS, title="Autre")) == 0


def test_activities_that_change_come_or_go_are_counted_once_each() -> None:
    cells = [ratings.Cell(task.id, Hypothesis.LOW, Aspect.ROI) for task in ROWS.professions[0].tasks[:7]]
    rated = ratings.rate(cells, Level.FORT).change(ROWS)
    again = ratings.rate(cells, Level.FAIBLE).change(rated)
    assert extent(rated, again) == 7
    more = tasks.add_tasks("p0", [Task(f"n{number}", f"Autre {number}") for number in range(5)], 0).change(ROWS)
    assert extent(ROWS, more) == extent(more, ROWS) == 5


def test_a_study_that_was_read_anew_differs_in_all_of_them() -> None:
    assert extent(ROWS, builders.large(2, 30)) == 60


@pytest.mark.parametrize(
    "after",
    [
        in_first(lambda one: replace(one, skills=(*one.skills, Skill("k", "Lire")))),
        in_first(lambda one: replace(one, barriers=(*one.barriers, Barrier("b", "Exercice")))),
        replace(ROWS, sittings=(Sitting("w", "Séance", talks=(Talk("p0-1", "Activité", "Métier"),)),)),
        replace(ROWS, scenarios=(staff_builders.PRUDENT,)),
    ],
)
def test_whatever_the_part_of_the_study(after: Study) -> None:
    assert extent(ROWS, after) == 1


def test_units_and_lines_of_staff_count() -> None:
    assert extent(ROWS, replace(ROWS, staffing=staff_builders.staffing("p0"))) == 5

"""What holds of every edit on every study: it gives a study that respects the rules, or refuses and changes nothing."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.edits import professions, ratings, studies, tasks
from impactapp.domain.edits.edit import Edit
from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Category, Profession, Task
from impactapp.domain.rating import NOTHING_SAID
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.study import Definitions, Study
from impactapp.domain.text import same_title
from tests import builders

TEXTS = st.sampled_from(["", "Activité 1", "Métier 0", "Nouveau", "=1+1", "a\x00b\v", "\u200b", "x" * 501, "\ud800"])
IDS = st.sampled_from(["t1", "t2", "t3", "t4", "gone"])
ID_LISTS = st.lists(IDS, max_size=3)
HOMES = st.sampled_from(["p0", "p1", "p2", "gone"])
SHARES = st.none() | st.floats(-0.5, 1.5) | st.just(float("nan"))
CELLS = st.lists(
    st.builds(ratings.Cell, IDS, st.sampled_from(Hypothesis), st.sampled_from(Aspect)), max_size=4, unique=True
)
LEVELS = st.sampled_from(Level)
SOMEBODY = st.builds(lambda home: Profession(home, "Métier"), HOMES)
NEW_TASKS = st.lists(st.builds(Task, st.sampled_from(["n1", "n2", "t1"]), TEXTS), max_size=3)
RATES = st.none() | st.builds(LevelRates, *([st.floats(-0.2, 1.2)] * 3))
POSITIONS = st.integers(-3, 6)

EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(studies.set_title, TEXTS),
    st.builds(studies.set_purpose, TEXTS),
    st.builds(studies.set_rule, st.sampled_from(Rule), RATES),
    st.builds(studies.set_weighting, st.sampled_from(Weighting)),
    st.builds(studies.set_definition, st.sampled_from(Definitions.__slots__), TEXTS),
    st.builds(
        professions.add_profession,
        st.builds(Profession, HOMES | st.just("new"), TEXTS, tasks=st.just((Task("n1", "Activité"),))),
        st.none() | st.integers(0, 5),
    ),
    st.builds(professions.remove_profession, HOMES, st.just("")),
    st.builds(professions.move_profession, HOMES, st.just(""), POSITIONS),
    st.builds(professions.rename_profession, HOMES, TEXTS),
    st.builds(professions.set_category, SOMEBODY, st.sampled_from(Category)),
    st.builds(professions.set_headcount, SOMEBODY, st.none() | st.integers(-5, 2_000_000)),
    st.builds(professions.set_fte, SOMEBODY, st.none() | st.floats()),
    st.builds(tasks.add_tasks, HOMES, NEW_TASKS, st.none() | st.integers(0, 5)),
    st.builds(tasks.duplicate_task, st.builds(Task, IDS, TEXTS), st.sampled_from(["n1", "t1"]), TEXTS),
    st.builds(tasks.remove_tasks, HOMES, ID_LISTS),
    st.builds(tasks.move_tasks, HOMES, ID_LISTS, POSITIONS),
    st.builds(tasks.rename_task, IDS, TEXTS),
    st.builds(tasks.split_task, IDS, NEW_TASKS),
    st.builds(tasks.merge_tasks, HOMES, ID_LISTS, TEXTS),
    st.builds(tasks.set_shares, HOMES, st.dictionaries(IDS, SHARES, max_size=3)),
    st.builds(ratings.rate, CELLS, LEVELS),
    st.builds(ratings.clear, CELLS),
    st.builds(ratings.paste, st.dictionaries(CELLS.filter(bool).map(lambda cells: cells[0]), st.none() | LEVELS)),
    st.builds(ratings.justify, CELLS.filter(bool).map(lambda cells: cells[0]), TEXTS),
    st.builds(ratings.accept_proposals, ID_LISTS, st.just(HYPOTHESES)),
)


def assert_holds(study: Study) -> None:
    """The rules of any study."""
    ids = [profession.id for profession in study.professions] + [task.id for _, task in study.tasks()]
    assert len(ids) == len(set(ids))
    assert study.rule is not Rule.CUSTOM or study.custom_rates is not None
    lists = [[profession.title for profession in study.professions]]
    lists += [[task.title for task in profession.tasks] for profession in study.professions]
    for titles in lists:
        assert all(titles)
        assert not any(same_title(one, other) for at, one in enumerate(titles) for other in titles[:at])
    for profession in study.professions:
        assert profession.headcount is None or profession.headcount >= 0
        assert profession.fte is None or profession.fte >= 0
    for _, task in study.tasks():
        assert task.share is None or 0 <= task.share <= 1
        for aspect in Aspect:
            low, high = task.level(Hypothesis.LOW, aspect), task.level(Hypothesis.HIGH, aspect)
            assert low is None or high is None or low <= high
            assert all(task.rating(hypothesis).get(aspect) != NOTHING_SAID for hypothesis in HYPOTHESES)


@given(builders.studies(), st.lists(EDITS, max_size=6))
def test_every_edit_keeps_the_rules_or_refuses(study: Study, edits: list[Edit]) -> None:
    for edit in edits:
        untouched = deepcopy(study)
        try:
            after = edit.change(study)
        except EditError:
            after = study
        assert study == untouched
        assert_holds(after)
        assert (after == study) == (after is study), f"{edit.kind} made an equal study anew"
        study = after


@given(builders.studies(), st.sampled_from(Aspect), LEVELS, LEVELS, st.data())
def test_a_high_level_below_the_low_one_is_always_refused(
    study: Study, aspect: Aspect, low: Level, high: Level, data: st.DataObject
) -> None:
    listed = [task for _, task in study.tasks()]
    if not listed:
        return
    task = data.draw(st.sampled_from(listed))
    cells = {ratings.Cell(task.id, Hypothesis.LOW, aspect): low, ratings.Cell(task.id, Hypothesis.HIGH, aspect): high}
    if low <= high:
        after = ratings.paste(cells).change(study)
        assert_holds(after)
        return
    with pytest.raises(EditError) as refused:
        ratings.paste(cells).change(study)
    assert refused.value.problem is Problem.HIGH_BELOW_LOW

"""Edits of the list of activities and of their time shares."""

from dataclasses import replace

import pytest

from impactapp.domain.edits.edit import Edit, replace_task
from impactapp.domain.edits.tasks import (
    add_tasks,
    duplicate_task,
    merge_tasks,
    move_tasks,
    remove_tasks,
    rename_task,
    set_shares,
    split_task,
)
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Task
from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, Group, GroupKind, Question, Sitting, Talk, Tally
from tests import builders
from tests.builders import FA, FO, MO


def study() -> Study:
    return builders.study(
        builders.profession(1, (builders.task(1, FO, FO, 0.5), builders.task(2, MO, MO, 0.3), builders.task(3, FA, FA)))
    )


def ids(made: Study) -> list[str]:
    return [task.id for task in made.professions[0].tasks]


def refusal(edit: Edit, on: Study | None = None) -> Problem:
    with pytest.raises(EditError) as refused:
        edit.change(on or study())
    return refused.value.problem


def test_activities_are_added_at_the_end_or_at_a_position() -> None:
    new = [Task("a", " Nouvelle\n une "), Task("b", "Nouvelle deux")]
    assert ids(add_tasks("p1", new).change(study())) == ["t1", "t2", "t3", "a", "b"]
    placed = add_tasks("p1", new, 1).change(study())
    assert ids(placed) == ["t1", "a", "b", "t2", "t3"]
    assert placed.professions[0].tasks[1].title == "Nouvelle une"


def test_adding_refuses_nothing_taken_names_and_taken_ids() -> None:
    assert refusal(add_tasks("p1", [])) is Problem.NOTHING_TO_PASTE
    assert refusal(add_tasks("p1", [Task("a", "ACTIVITÉ 1")])) is Problem.TITLE_TAKEN
    assert refusal(add_tasks("p1", [Task("a", "Deux fois"), Task("b", "deux fois")])) is Problem.TITLE_TAKEN
    assert refusal(add_tasks("p1", [Task("t1", "Autre")])) is Problem.ID_TAKEN
    assert refusal(add_tasks("p1", [Task("a", "Une"), Task("a", "Deux")])) is Problem.ID_TAKEN
    assert refusal(add_tasks("p1", [Task("a", " ")])) is Problem.TITLE_EMPTY
    assert refusal(add_tasks("nowhere", [Task("a", "Une")])) is Problem.UNKNOWN_PROFESSION


def test_a_single_added_activity_names_the_edit() -> None:
    assert add_tasks("p1", [Task("a", "Seule")]).subject == "Seule"
    assert add_tasks("p1", [Task("a", "Une"), Task("b", "Deux")]).subject == ""


def test_a_copy_stands_after_the_original_with_its_ratings_and_no_share() -> None:
    made = study()
    original = made.professions[0].tasks[0]
    after = duplicate_task(original, "copy", "Copie").change(made)
    copy = after.professions[0].tasks[1]
    assert ids(after) == ["t1", "copy", "t2", "t3"]
    assert (copy.low, copy.high, copy.share) == (original.low, original.high, None)


def test_activities_are_removed_together_or_not_at_all() -> None:
    assert ids(remove_tasks("p1", ["t1", "t3"]).change(study())) == ["t2"]
    assert refusal(remove_tasks("p1", ["t1", "gone"])) is Problem.UNKNOWN_TASK


@pytest.mark.parametrize(
    ("moved", "position", "order"),
    [
        (["t1"], 1, ["t2", "t1", "t3"]),
        (["t1"], 99, ["t2", "t3", "t1"]),
        (["t3"], -5, ["t3", "t1", "t2"]),
        (["t3", "t1"], 1, ["t2", "t1", "t3"]),
    ],
)
def test_activities_move_together_and_stay_within_the_list(moved: list[str], position: int, order: list[str]) -> None:
    assert ids(move_tasks("p1", moved, position).change(study())) == order


def test_moving_to_where_it_stands_changes_nothing() -> None:
    made = study()
    assert move_tasks("p1", ["t2"], 1).change(made) is made
    assert refusal(move_tasks("p1", ["gone"], 1)) is Problem.UNKNOWN_TASK


def test_a_name_is_changed_unless_another_activity_bears_it() -> None:
    after = rename_task("t1", " Accueil ").change(study())
    assert after.professions[0].tasks[0].title == "Accueil"
    assert rename_task("t1", "ACTIVITÉ 1").change(study()).professions[0].tasks[0].title == "ACTIVITÉ 1"
    assert refusal(rename_task("t1", "activité 2")) is Problem.TITLE_TAKEN
    assert refusal(rename_task("gone", "Autre")) is Problem.UNKNOWN_TASK
    made = study()
    assert rename_task("t1", "Activité 1").change(made) is made


def test_a_split_divides_the_share_and_keeps_the_ratings() -> None:
    parts = [Task("a", "Partie 1"), Task("b", "Partie 2")]
    after = split_task("t1", parts).change(study())
    assert ids(after) == ["a", "b", "t2", "t3"]
    assert [task.share for task in after.professions[0].tasks[:2]] == [0.25, 0.25]
    assert after.professions[0].tasks[0].low == builders.decided(FO)
    without = split_task("t3", parts).change(study())
    assert [task.share for task in without.professions[0].tasks[2:]] == [None, None]


def test_a_split_may_keep_the_original_name_and_needs_two_parts() -> None:
    kept = split_task("t1", [Task("a", "Activité 1"), Task("b", "Suite")]).change(study())
    assert kept.professions[0].tasks[0].title == "Activité 1"
    assert refusal(split_task("t1", [Task("a", "Seule")])) is Problem.SPLIT_NEEDS_TWO
    assert refusal(split_task("t1", [Task("a", "Activité 2"), Task("b", "Suite")])) is Problem.TITLE_TAKEN
    assert refusal(split_task("gone", [Task("a", "Une"), Task("b", "Deux")])) is Problem.UNKNOWN_TASK


def test_a_merge_keeps_the_first_place_and_ratings_and_sums_the_shares() -> None:
    after = merge_tasks("p1", ["t2", "t1"], "Ensemble").change(study())
    merged = after.professions[0].tasks[0]
    assert ids(after) == ["t1", "t3"]
    assert (merged.title, merged.share, merged.low) == ("Ensemble", 0.8, builders.decided(FO))


def test_a_merge_with_an_unknown_share_has_none_and_never_exceeds_the_whole() -> None:
    assert merge_tasks("p1", ["t1", "t3"], "Ensemble").change(study()).professions[0].tasks[0].share is None
    wide = set_shares("p1", {"t1": 0.9, "t2": 0.9}).change(study())
    assert merge_tasks("p1", ["t1", "t2"], "Ensemble").change(wide).professions[0].tasks[0].share == 1.0


def test_a_merge_may_keep_a_merged_name_but_no_other() -> None:
    assert merge_tasks("p1", ["t1", "t2"], "Activité 2").change(study()).professions[0].tasks[0].title == "Activité 2"
    assert refusal(merge_tasks("p1", ["t1", "t2"], "Activité 3")) is Problem.TITLE_TAKEN
    assert refusal(merge_tasks("p1", ["t1"], "Seule")) is Problem.MERGE_NEEDS_TWO
    assert refusal(merge_tasks("p1", ["t1", "t1"], "Seule")) is Problem.MERGE_NEEDS_TWO
    assert refusal(merge_tasks("p1", ["t1", "gone"], "Ensemble")) is Problem.UNKNOWN_TASK


def voted(task_id: str) -> Study:
    question = Question(Aspect.SUBSTITUTION, Hypothesis.LOW)
    talk = Talk(task_id, "Son nom", "Métier", tallies=(Tally(1, question, "g", Counts(1, 2, 3)),))
    groups = (Group("g", GroupKind.STAFF, 6),)
    return replace(study(), sittings=(Sitting("s", "Séance", groups=groups, talks=(talk,)),))


def test_votes_on_one_activity_never_pass_for_votes_on_those_it_is_merged_with() -> None:
    for task_id in ("t1", "t2"):
        made = voted(task_id)
        after = merge_tasks("p1", ["t1", "t2"], "Ensemble", "new").change(made)
        assert after.sittings == made.sittings
        assert after.sittings[0].talk(ids(after)[0]) is None


def test_a_merge_of_a_voted_activity_takes_an_id_of_its_own_or_is_refused() -> None:
    assert ids(merge_tasks("p1", ["t1", "t2"], "Ensemble", "new").change(voted("t1"))) == ["new", "t3"]
    assert ids(merge_tasks("p1", ["t1", "t2"], "Ensemble", "new").change(voted("t2"))) == ["t1", "t3"]
    for new_id, problem in (("", Problem.MERGE_OF_VOTED), ("t3", Problem.ID_TAKEN)):
        with pytest.raises(EditError) as refused:
            merge_tasks("p1", ["t1", "t2"], "Ensemble", new_id).change(voted("t1"))
        assert refused.value.problem is problem


def test_shares_are_stated_and_taken_back_together() -> None:
    after = set_shares("p1", {"t1": None, "t3": 0.2}).change(study())
    assert [task.share for task in after.professions[0].tasks] == [None, 0.3, 0.2]


@pytest.mark.parametrize("share", [-0.05, 1.2, float("nan"), float("inf")])
def test_a_share_outside_the_whole_is_refused(share: float) -> None:
    assert refusal(set_shares("p1", {"t1": share})) is Problem.SHARE_OUT_OF_RANGE
    assert refusal(set_shares("p1", {"gone": 0.1})) is Problem.UNKNOWN_TASK


def test_one_activity_is_replaced_and_nothing_else() -> None:
    made = study()
    after = replace_task(made, "t2", lambda task: replace(task, share=None))
    assert after.professions[0].tasks[0] is made.professions[0].tasks[0]
    assert after.professions[0].tasks[1].share is None
    assert replace_task(made, "t2", replace) is made

"""Skills and barriers that come whole, pasted or from a catalogue, pass the gates of those changed bit by bit."""

from dataclasses import replace

import pytest

from impactapp.domain.edits import barriers, skills
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.skill import Barrier, Link, Mechanism, Skill
from tests import builders

STUDY = builders.skilled()
BARRIER = STUDY.professions[0].barriers[0]


@pytest.mark.parametrize(
    ("skill", "problem"),
    [
        (Skill("k9", "X", links=(Link("gone", 1),)), Problem.UNKNOWN_TASK),
        (Skill("k9", "X", links=(Link("sec-1", 1), Link("sec-1", 2))), Problem.UNKNOWN_TASK),
        (Skill("k9", "X", links=(Link("sec-1", 4),)), Problem.INTENSITY_OUT_OF_RANGE),
        (Skill("k9", "X", links=(Link("sec-1", 0),)), Problem.INTENSITY_OUT_OF_RANGE),
        (Skill("k9", "X", baseline_hours=0.0), Problem.HOURS_OUT_OF_RANGE),
        (Skill("k9", "X", trainees=-1), Problem.HEADCOUNT_OUT_OF_RANGE),
    ],
)
def test_a_skill_that_comes_whole_is_checked_whole(skill: Skill, problem: Problem) -> None:
    with pytest.raises(EditError) as refused:
        skills.add_skills("sec", [skill]).change(STUDY)
    assert refused.value.problem is problem


def test_skills_that_come_together_have_each_an_id_of_their_own() -> None:
    with pytest.raises(EditError) as refused:
        skills.add_skills("sec", [Skill("k9", "X"), Skill("k9", "Y")]).change(STUDY)
    assert refused.value.problem is Problem.ID_TAKEN


def test_links_that_come_with_a_skill_are_put_in_order() -> None:
    added = skills.add_skills("sec", [Skill("k9", "X", links=(Link("sec-5", 1), Link("sec-1", 2)))]).change(STUDY)
    assert [link.task_id for link in added.professions[0].skills[-1].links] == ["sec-1", "sec-5"]


def test_an_id_that_another_profession_uses_is_refused() -> None:
    two = replace(STUDY, professions=(*STUDY.professions, builders.profession(2)))
    for edit in (skills.add_skills("p2", [Skill("k1", "X")]), barriers.add_barrier("p2", Barrier("b1", "X"))):
        with pytest.raises(EditError) as refused:
            edit.change(two)
        assert refused.value.problem is Problem.ID_TAKEN


def test_a_barrier_names_each_skill_once_and_its_mechanisms_in_order() -> None:
    backwards = (Mechanism.NON_ACQUISITION, Mechanism.ATROPHY)
    made = Barrier("b9", "X", skill_ids=("k2", "k1", "k2"), against=backwards)
    added = barriers.add_barrier("sec", made).change(STUDY).professions[0].barriers[-1]
    assert (added.skill_ids, added.against) == (("k2", "k1"), backwards[::-1])
    changed = barriers.set_barrier_skills("sec", BARRIER, ["k3", "k3"]).change(STUDY)
    assert changed.professions[0].barriers[0].skill_ids == ("k3",)

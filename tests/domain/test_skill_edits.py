"""Edits of skills and of their links: what is let in, what is refused, what other edits carry along."""

from dataclasses import replace

import pytest

from impactapp.domain.edits import professions, skills, tasks
from impactapp.domain.edits.edit import Edit
from impactapp.domain.edits.skills import LinkAddress
from impactapp.domain.edits.studies import set_exposure_rule
from impactapp.domain.edits.task_links import joins_links
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rule import Rule
from impactapp.domain.skill import Barrier, Criticality, Link, Retention, Skill, SkillKind, Stage
from impactapp.domain.study import Study
from tests.builders import profession, study, task

ONE = Skill("k1", "Rédaction", links=(Link("t1", 3, Stage.PRACTICE, True), Link("t2", 1)))
TWO = Skill("k2", "Accueil")
MEASURE = Barrier("b1", "Rappels", skill_ids=("k1", "k2"))
MADE = study(replace(profession(1, (task(1), task(2), task(3))), skills=(ONE, TWO), barriers=(MEASURE,)))
FIRST = LinkAddress("k1", "t1")


def after(edit: Edit, made: Study = MADE) -> Profession:
    return edit.change(made).professions[0]


def refusal(edit: Edit, made: Study = MADE) -> Problem:
    with pytest.raises(EditError) as refused:
        edit.change(made)
    return refused.value.problem


def links(edit: Edit) -> list[tuple[str, int]]:
    return [(link.task_id, link.intensity) for link in after(edit).skills[0].links]


def test_skills_are_added_at_the_end_under_names_of_their_own() -> None:
    added = after(skills.add_skills("p1", [Skill("k3", " Codage "), Skill("k4", "Tri")]))
    assert [skill.title for skill in added.skills] == ["Rédaction", "Accueil", "Codage", "Tri"]
    assert refusal(skills.add_skills("p1", [])) is Problem.NOTHING_TO_PASTE
    assert refusal(skills.add_skills("p1", [Skill("k3", "RÉDACTION")])) is Problem.TITLE_TAKEN
    assert refusal(skills.add_skills("p1", [Skill("k1", "Codage")])) is Problem.ID_TAKEN
    assert refusal(skills.add_skills("p1", [Skill("a", "X"), Skill("b", "X")])) is Problem.TITLE_TAKEN
    assert refusal(skills.add_skills("p1", [Skill("a", "X"), Skill("a", "Y")])) is Problem.ID_TAKEN


@pytest.mark.parametrize(
    ("links", "problem"),
    [
        ((Link("gone", 1),), Problem.UNKNOWN_TASK),
        ((Link("t1", 1), Link("t1", 2)), Problem.UNKNOWN_TASK),
        ((Link("t1", 4),), Problem.INTENSITY_OUT_OF_RANGE),
        ((Link("t1", 0),), Problem.INTENSITY_OUT_OF_RANGE),
    ],
)
def test_a_skill_does_not_come_with_links_that_cannot_be(links: tuple[Link, ...], problem: Problem) -> None:
    assert refusal(skills.add_skills("p1", [Skill("k3", "Codage", links=links)])) is problem


def test_a_skill_does_not_come_with_figures_that_cannot_be() -> None:
    held = Skill("k3", "Codage", experienced=-1)
    assert refusal(skills.add_skills("p1", [held])) is Problem.HEADCOUNT_OUT_OF_RANGE
    assert refusal(skills.add_skills("p1", [Skill("k3", "Codage", baseline_hours=0)])) is Problem.HOURS_OUT_OF_RANGE


def test_a_removed_skill_leaves_its_barriers_in_place() -> None:
    removed = after(skills.remove_skills("p1", ["k1"]))
    assert [skill.id for skill in removed.skills] == ["k2"]
    assert removed.barriers[0].skill_ids == ("k2",)
    assert refusal(skills.remove_skills("p1", ["k9"])) is Problem.UNKNOWN_SKILL


def test_a_skill_is_moved_and_renamed() -> None:
    assert [skill.id for skill in after(skills.move_skill("p1", TWO, 0)).skills] == ["k2", "k1"]
    assert after(skills.rename_skill("p1", "k2", "Écoute")).skills[1].title == "Écoute"
    assert refusal(skills.rename_skill("p1", "k2", "rédaction")) is Problem.TITLE_TAKEN
    assert refusal(skills.rename_skill("p1", "k9", "Écoute")) is Problem.UNKNOWN_SKILL


def test_a_skill_is_described() -> None:
    assert after(skills.describe_skill("p1", ONE, "Écrire.")).skills[0].description == "Écrire."
    assert after(skills.set_skill_kind("p1", ONE, SkillKind.GESTURE)).skills[0].kind is SkillKind.GESTURE
    assert after(skills.set_criticality("p1", ONE, Criticality.VITAL)).skills[0].criticality is Criticality.VITAL
    assert after(skills.set_retention("p1", ONE, Retention.SPEED)).skills[0].retention is Retention.SPEED
    held = after(skills.set_holders("p1", ONE, 30, None)).skills[0]
    assert (held.experienced, held.trainees) == (30, None)
    assert refusal(skills.set_holders("p1", ONE, -1, None)) is Problem.HEADCOUNT_OUT_OF_RANGE


@pytest.mark.parametrize("hours", [0, -1, 745, 10_000])
def test_a_baseline_no_month_has_is_refused(hours: float) -> None:
    assert refusal(skills.set_baseline("p1", ONE, hours)) is Problem.HOURS_OUT_OF_RANGE


def test_a_baseline_is_stated_and_taken_back() -> None:
    stated = skills.set_baseline("p1", ONE, 12.5).change(MADE)
    assert stated.professions[0].skills[0].baseline_hours == 12.5
    assert after(skills.set_baseline("p1", ONE, None), stated).skills[0].baseline_hours is None


def test_an_intensity_makes_changes_and_takes_away_a_link() -> None:
    assert links(skills.set_intensities("p1", {LinkAddress("k1", "t3"): 2})) == [("t1", 3), ("t2", 1), ("t3", 2)]
    assert links(skills.set_intensities("p1", {FIRST: 1})) == [("t1", 1), ("t2", 1)]
    assert links(skills.set_intensities("p1", {FIRST: 0})) == [("t2", 1)]
    weaker = after(skills.set_intensities("p1", {FIRST: 1})).skills[0].links[0]
    assert (weaker.stage, weaker.formative) == (Stage.PRACTICE, True)


@pytest.mark.parametrize(
    ("address", "intensity", "problem"),
    [
        (FIRST, 4, Problem.INTENSITY_OUT_OF_RANGE),
        (FIRST, -1, Problem.INTENSITY_OUT_OF_RANGE),
        (LinkAddress("k1", "gone"), 1, Problem.UNKNOWN_TASK),
        (LinkAddress("gone", "t1"), 1, Problem.UNKNOWN_SKILL),
    ],
)
def test_a_link_that_cannot_be_changes_nothing(address: LinkAddress, intensity: int, problem: Problem) -> None:
    assert refusal(skills.set_intensities("p1", {LinkAddress("k1", "t2"): 3, address: intensity})) is problem


def test_stage_and_formative_are_said_of_links_there_are() -> None:
    assert after(skills.set_stage("p1", [FIRST], Stage.THEORY)).skills[0].links[0].stage is Stage.THEORY
    assert not after(skills.set_formative("p1", [FIRST], formative=False)).skills[0].links[0].formative
    assert refusal(skills.set_stage("p1", [LinkAddress("k2", "t1")], None)) is Problem.UNKNOWN_LINK


def test_a_task_says_whether_a_human_validates() -> None:
    assert after(skills.set_validated("t1", validated=True)).tasks[0].human_validates


def test_links_follow_what_happens_to_their_task() -> None:
    assert links(tasks.remove_tasks("p1", ["t1"])) == [("t2", 1)]
    assert links(tasks.duplicate_task(MADE.professions[0].tasks[0], "t9", "Copie")) == [("t1", 3), ("t2", 1), ("t9", 3)]
    parts = [Task("a", "A"), Task("b", "B")]
    assert links(tasks.split_task("t1", parts)) == [("a", 3), ("b", 3), ("t2", 1)]
    assert links(tasks.merge_tasks("p1", ["t2", "t1"], "Fusion")) == [("t1", 3)]
    assert after(tasks.merge_tasks("p1", ["t2", "t1"], "Fusion")).skills[0].links[0].formative
    assert after(tasks.merge_tasks("p1", ["t2", "t1"], "Fusion")).skills[1] is TWO


def test_links_that_differ_become_one_when_their_activities_are_merged() -> None:
    practice, theory = (Link(id, 2, stage) for id, stage in (("t1", Stage.PRACTICE), ("t2", Stage.THEORY)))
    made = profession(1, (task(1), task(2)))
    assert joins_links(replace(made, skills=(Skill("k", "Écrire", links=(practice, theory)),)), ["t1", "t2"])
    same = replace(theory, stage=Stage.PRACTICE)
    assert not joins_links(replace(made, skills=(Skill("k", "Écrire", links=(practice, same)),)), ["t1", "t2"])
    assert not joins_links(replace(made, skills=(Skill("k", "Écrire", links=(practice,)),)), ["t1", "t2"])


def test_a_copied_profession_brings_its_skills_links_and_barriers_along() -> None:
    new = {known: f"new-{known}" for known in professions.ids_of(MADE.professions[0])}
    copy = professions.duplicate_profession(MADE.professions[0], "Copie", new).change(MADE).professions[1]
    assert [link.task_id for link in copy.skills[0].links] == ["new-t1", "new-t2"]
    assert copy.barriers[0].skill_ids == ("new-k1", "new-k2")
    assert copy.skill("new-k1") is copy.skills[0]
    assert copy.barrier("new-b1") is copy.barriers[0]


def test_the_rates_that_drive_exposure_can_be_chosen() -> None:
    assert set_exposure_rule(Rule.THREE_QUARTERS).change(MADE).exposure_rule is Rule.THREE_QUARTERS
    with pytest.raises(EditError):
        set_exposure_rule(Rule.CUSTOM).change(MADE)


def test_where_skills_come_from_is_said_of_the_chosen_ones_alone() -> None:
    changed = after(skills.set_source("p1", ["k2"], " Validée par le groupe "))
    assert [skill.source for skill in changed.skills] == ["", "Validée par le groupe"]
    assert refusal(skills.set_source("p1", ["k9"], "x")) is Problem.UNKNOWN_SKILL

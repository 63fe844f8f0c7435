"""Human oversight and the findings of skills: what rests on a skill nobody keeps alive is named."""

from dataclasses import replace

from impactapp.domain.analysis.checks import FindingCode
from impactapp.domain.analysis.exposure import priority
from impactapp.domain.analysis.results import ProfessionResult, analyse
from impactapp.domain.analysis.skills import hours_to_reach
from impactapp.domain.profession import Profession
from impactapp.domain.skill import Barrier, BarrierState, Criticality, Mechanism, Skill
from tests.builders import FA, FO, MO, skilled, study


def result(made: Profession) -> ProfessionResult:
    return analyse(study(made)).professions[0]


def codes(made: Profession, skill_id: str = "") -> list[FindingCode]:
    """What is found, of one skill where one is named."""
    return [one.code for one in result(made).findings if skill_id in ("", one.skill_id)]


SECRETARY = skilled().professions[0]


def test_oversight_rests_on_the_skills_of_the_task_and_their_barriers() -> None:
    secured = result(SECRETARY).oversight
    assert [one.task.id for one in secured] == ["sec-2", "sec-9"]
    assert all(one.kept and not one.unkept for one in secured)


def test_oversight_by_a_skill_without_barrier_is_a_finding() -> None:
    without = replace(SECRETARY, barriers=())
    assert [skill.id for skill in result(without).oversight[0].unkept] == ["k1"]
    assert codes(without).count(FindingCode.OVERSIGHT_WITHOUT_BARRIER) == 2


def test_oversight_by_no_skill_at_all_is_a_finding() -> None:
    without = replace(SECRETARY, skills=(), barriers=())
    assert codes(without).count(FindingCode.OVERSIGHT_WITHOUT_SKILL) == 2
    assert result(without).oversight[0].kept == ()


def test_a_barrier_that_is_only_considered_keeps_no_oversight() -> None:
    considered = replace(SECRETARY.barriers[0], state=BarrierState.CONSIDERED)
    assert result(replace(SECRETARY, barriers=(considered,))).oversight[0].kept == ()


def test_a_task_the_ai_does_not_do_is_not_overseen() -> None:
    tasks = tuple(replace(task, human_validates=task.id == "sec-5") for task in SECRETARY.tasks)
    assert result(replace(SECRETARY, tasks=tasks)).oversight == ()


def test_a_skill_without_links_and_one_without_baseline_are_findings() -> None:
    assert codes(SECRETARY, "k3") == [FindingCode.SKILL_WITHOUT_LINKS]
    unbased = replace(SECRETARY.skills[0], baseline_hours=None)
    assert codes(replace(SECRETARY, skills=(unbased,)), "k1") == [FindingCode.BASELINE_MISSING]


def test_a_decided_barrier_without_skills_or_hours_is_a_finding() -> None:
    empty = Barrier("b1", "Mesure", state=BarrierState.DECIDED)
    found = codes(replace(SECRETARY, skills=(Skill("k1", "X"),), barriers=(empty,)))
    assert FindingCode.BARRIER_WITHOUT_SKILLS in found
    assert FindingCode.BARRIER_WITHOUT_HOURS in found


def test_shares_that_cannot_be_used_leave_no_exposure_and_do_not_deny_the_links() -> None:
    half = tuple(replace(task, share=0.3 if task.id == "sec-1" else None) for task in SECRETARY.tasks)
    made = replace(skilled(), professions=(replace(SECRETARY, tasks=half),))
    timed = analyse(replace(made, weighting=type(made.weighting).TIME)).professions[0]
    assert timed.skills[0].basis is None
    assert timed.skills[0].atrophy.exposure.high is None
    assert FindingCode.SKILL_WITHOUT_LINKS not in [f.code for f in timed.findings if f.skill_id == "k1"]


def test_hours_are_asked_only_where_they_help() -> None:
    atrophy = result(SECRETARY).skills[0].mechanism(Mechanism.ATROPHY)
    assert hours_to_reach(atrophy, 40.0, MO) == 0.0
    assert hours_to_reach(atrophy, 40.0, FA) == 11.9
    assert hours_to_reach(atrophy, None, FA) is None
    unknown = result(SECRETARY).skills[2].mechanism(Mechanism.ATROPHY)
    assert hours_to_reach(unknown, 40.0, FA) is None


def test_priority_is_class_times_criticality() -> None:
    assert priority(FO, Criticality.VITAL) == 9
    assert priority(FA, Criticality.IMPORTANT) == 2

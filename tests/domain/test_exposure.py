"""Exposure of skills: the test vectors of the method, and what must hold for any profession."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.analysis.exposure import exposure_class
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.skills import SkillResult, hours_to_reach, skill_results
from impactapp.domain.level import Level
from impactapp.domain.profession import Profession
from impactapp.domain.rule import SHIPPED_RATES, LevelRates, Rule
from impactapp.domain.skill import Barrier, BarrierState, Link, Mechanism, Skill
from tests.builders import FA, FO, MO, decided, profession, secretary, study, task

RATES_B = SHIPPED_RATES[Rule.WEIGHTED]
WRITING = (("Conception", 3), ("Prise de notes", 3), ("Traitement des courriers", 1))
PATIENTS = (("Accueil", 3), ("Identification", 3), ("Vérification", 1))


def secretary_skill(parts: tuple[tuple[str, int], ...]) -> SkillResult:
    """A skill of the published secretary linked to the activities whose titles begin so."""
    made = secretary()
    found = made.professions[0]
    links = tuple(
        Link(next(task.id for task in found.tasks if task.title.startswith(start)), intensity)
        for start, intensity in parts
    )
    with_skill = replace(found, skills=(Skill("k", "Compétence", links=links),))
    return analyse(replace(made, professions=(with_skill,))).professions[0].skills[0]


def of(
    levels: list[tuple[Level | None, Level | None]], *, linked: bool = True, baseline_hours: float | None = None
) -> tuple[Profession, Skill]:
    """A profession of these decisions, each practising its one skill."""
    tasks = tuple(task(number, low, high) for number, (low, high) in enumerate(levels, 1))
    links = tuple(Link(made.id, 1) for made in tasks) if linked else ()
    made_skill = Skill("k", "Compétence", links=links, baseline_hours=baseline_hours)
    return replace(profession(1, tasks), skills=(made_skill,)), made_skill


def result_of(made: Profession, rates: LevelRates = RATES_B) -> SkillResult:
    return next(skill_results(made, (1.0,) * len(made.tasks), rates))


def test_writing_is_exposed_as_the_method_computes() -> None:
    result = secretary_skill(WRITING)
    assert result.atrophy.exposure.low == pytest.approx(0.9286, abs=5e-5)
    assert result.atrophy.exposure.high == pytest.approx(0.9286, abs=5e-5)
    assert result.practice.low == pytest.approx(0.0714, abs=5e-5)


def test_the_relation_with_patients_is_exposed_as_the_method_computes() -> None:
    result = secretary_skill(PATIENTS)
    assert result.atrophy.exposure.low == pytest.approx(0.2143, abs=5e-5)
    assert result.atrophy.exposure.high == pytest.approx(0.4286, abs=5e-5)
    assert (result.practice.low, result.practice.high) == pytest.approx((0.7857, 0.5714), abs=5e-5)


def test_a_skill_without_links_has_no_exposure() -> None:
    made, _skill = of([(FO, FO)], linked=False)
    result = result_of(made)
    assert result.basis is None
    assert result.atrophy.exposure.low is None
    assert result.atrophy.exposed_class == (None, None)


def test_nothing_is_said_on_less_than_half_of_the_practice() -> None:
    made, _skill = of([(FO, FO), (None, None), (None, None)])
    assert result_of(made).atrophy.exposure.high is None
    assert result_of(made).basis == pytest.approx(1 / 3)


def test_half_of_the_practice_is_enough_and_is_said() -> None:
    made, _skill = of([(MO, FO), (None, None)])
    result = result_of(made)
    assert (result.atrophy.exposure.low, result.atrophy.exposure.high) == (0.5, 1.0)
    assert result.basis == 0.5


def test_only_formative_links_make_non_acquisition() -> None:
    made, skill = of([(FO, FO), (FA, FA)])
    formative = tuple(replace(link, formative=link.task_id == "t2") for link in skill.links)
    result = result_of(replace(made, skills=(replace(skill, links=formative),)))
    assert result.non_acquisition.exposure.high == 0.0
    assert result.atrophy.exposure.high == 0.5


def test_mis_skilling_counts_what_a_human_validates() -> None:
    made, _skill = of([(FO, FO), (FO, FO)])
    overseen = replace(made, tasks=(replace(made.tasks[0], human_validates=True), made.tasks[1]))
    assert result_of(made).mis_skilling.exposure.high == 0.0
    assert result_of(overseen).mis_skilling.exposure.high == 0.5


@pytest.mark.parametrize(
    ("value", "level"), [(0.0, FA), (0.3333, FA), (1 / 3, MO), (0.6666, MO), (2 / 3, FO), (1.0, FO)]
)
def test_classes_are_thirds(value: float, level: Level) -> None:
    assert exposure_class(value) is level


def barrier(hours: float | None, state: BarrierState = BarrierState.IN_PLACE) -> Barrier:
    return Barrier("b", "Mesure", skill_ids=("k",), hours_per_month=hours, state=state)


def test_a_barrier_restores_its_hours_over_the_baseline() -> None:
    made, _skill = of([(FO, FO)], baseline_hours=20.0)
    result = result_of(replace(made, barriers=(barrier(5.0),)))
    assert result.atrophy.restored == 0.25
    assert result.atrophy.residual.high == 0.75
    assert result.non_acquisition.restored == 0.0


@pytest.mark.parametrize("state", [BarrierState.CONSIDERED, BarrierState.ABANDONED])
def test_a_barrier_that_is_not_decided_restores_nothing(state: BarrierState) -> None:
    made, _skill = of([(FO, FO)], baseline_hours=20.0)
    assert result_of(replace(made, barriers=(barrier(5.0, state),))).atrophy.residual.high == 1.0


def test_without_a_baseline_no_barrier_can_be_counted() -> None:
    made, _skill = of([(FO, FO)])
    assert result_of(replace(made, barriers=(barrier(5.0),))).atrophy.residual.high == 1.0


def test_the_hours_that_bring_a_skill_under_a_class_do_so() -> None:
    made, skill = of([(FO, FO)], baseline_hours=30.0)
    hours = hours_to_reach(result_of(made).atrophy, skill.baseline_hours, MO)
    assert hours == pytest.approx(10.1)
    reached = result_of(replace(made, barriers=(barrier(hours),)))
    assert reached.atrophy.residual_class[1] is MO


levels = st.lists(
    st.tuples(st.sampled_from(Level), st.sampled_from(Level)).map(sorted).map(tuple), min_size=1, max_size=8
)
weights = st.floats(0.01, 100)


@given(levels, st.data())
def test_exposure_is_a_share_and_never_falls_from_low_to_high(
    made: list[tuple[Level, Level]], data: st.DataObject
) -> None:
    built, skill = of(list(made))
    links = tuple(
        replace(link, intensity=data.draw(st.integers(1, 3)), formative=data.draw(st.booleans()))
        for link in skill.links
    )
    built = replace(built, skills=(replace(skill, links=links),))
    masses = tuple(data.draw(weights) for _ in made)
    result = next(skill_results(built, masses, RATES_B))
    for mechanism in Mechanism:
        found = result.mechanism(mechanism).exposure
        if found.low is not None and found.high is not None:
            assert 0 <= found.low <= found.high + 1e-12 <= 1 + 1e-9


@given(levels, st.data(), st.floats(0.1, 50))
def test_neither_order_nor_scale_of_the_weights_matters(
    made: list[tuple[Level, Level]], data: st.DataObject, scale: float
) -> None:
    built, _skill = of(list(made))
    masses = tuple(data.draw(weights) for _ in made)
    here = next(skill_results(built, masses, RATES_B)).atrophy.exposure
    turned = replace(built, tasks=built.tasks[::-1])
    there = next(skill_results(turned, tuple(mass * scale for mass in masses[::-1]), RATES_B)).atrophy.exposure
    assert here.high == pytest.approx(there.high)


@given(levels, st.data())
def test_raising_a_level_never_lowers_an_exposure(made: list[tuple[Level, Level]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(made) - 1))
    raised = list(made)
    raised[at] = (made[at][0], FO)
    before, after = (result_of(of(list(listed))[0]).atrophy.exposure.high for listed in (made, raised))
    assert before is not None
    assert after is not None
    assert after >= before - 1e-12


@given(levels, st.floats(0.1, 744), st.floats(0.1, 744), st.sampled_from(BarrierState))
def test_a_barrier_never_raises_an_exposure(
    made: list[tuple[Level, Level]], hours: float, baseline: float, state: BarrierState
) -> None:
    built, _skill = of(list(made), baseline_hours=baseline)
    result = result_of(replace(built, barriers=(barrier(hours, state),)))
    assert result.atrophy.exposure.high is not None
    assert result.atrophy.residual.high is not None
    assert 0 <= result.atrophy.residual.high <= result.atrophy.exposure.high


def test_results_of_an_untouched_profession_are_kept_when_another_changes() -> None:
    one, _skill = of([(FO, FO)])
    made = study(one, replace(profession(2, (replace(task(9), low=decided(MO)),)), id="p2"))
    before = analyse(made)
    changed = replace(made, professions=(one, replace(made.professions[1], headcount=3)))
    assert analyse(changed, before).professions[0] is before.professions[0]


def test_hours_that_only_reach_the_edge_of_a_class_are_not_enough() -> None:
    made, skill = of([(MO, MO)], baseline_hours=3.0)
    hours = hours_to_reach(result_of(made).atrophy, skill.baseline_hours, FA)
    assert hours == 0.6
    assert result_of(replace(made, barriers=(barrier(hours),))).atrophy.residual_class[1] is FA

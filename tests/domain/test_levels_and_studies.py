"""Levels, ratings, professions and studies as plain values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.level import CRITERIA, Aspect, Hypothesis, Level
from impactapp.domain.profession import Task
from impactapp.domain.rating import Judgement, Rating
from impactapp.domain.rule import LevelRates, Rule
from tests import builders
from tests.builders import FA, FO, MO


def test_levels_are_ordered_and_keep_the_words_of_files() -> None:
    assert FA < MO < FO
    assert [level.code for level in Level] == ["faible", "moyen", "fort"]
    assert [Level.from_code(level.code) for level in Level] == list(Level)


@pytest.mark.parametrize("text", ["Fort", "3", "high", " fort"])
def test_a_level_is_read_from_its_file_word_only(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        Level.from_code(text)


def test_a_high_criterion_follows_the_low_one_until_it_is_set() -> None:
    task = Task("t", "T", low=builders.criteria(MO, None, None))
    assert task.level(Hypothesis.HIGH, Aspect.MATURITY) is MO
    assert task.follows(Hypothesis.HIGH, Aspect.MATURITY)
    set_itself = task.with_rating(Hypothesis.HIGH, Rating(maturity=Judgement(FO)))
    assert set_itself.level(Hypothesis.HIGH, Aspect.MATURITY) is FO
    assert not set_itself.follows(Hypothesis.HIGH, Aspect.MATURITY)
    assert set_itself.level(Hypothesis.LOW, Aspect.MATURITY) is MO


def test_a_decision_never_follows() -> None:
    task = builders.task(1, low=FO)
    assert task.level(Hypothesis.HIGH, Aspect.SUBSTITUTION) is None
    assert not task.follows(Hypothesis.HIGH, Aspect.SUBSTITUTION)
    assert not task.follows(Hypothesis.LOW, Aspect.MATURITY)


@given(builders.tasks(1), st.sampled_from(Hypothesis), st.sampled_from(Aspect))
def test_what_is_set_is_what_is_read(task: Task, hypothesis: Hypothesis, aspect: Aspect) -> None:
    said = Judgement(FO, "mot")
    changed = task.with_rating(hypothesis, task.rating(hypothesis).set(aspect, said))
    assert changed.judgement(hypothesis, aspect) == said
    other = Hypothesis.LOW if hypothesis is Hypothesis.HIGH else Hypothesis.HIGH
    assert changed.rating(other) == task.rating(other)
    assert {a for a in Aspect if changed.rating(hypothesis).get(a) != task.rating(hypothesis).get(a)} <= {aspect}


def test_a_judgement_is_empty_without_level_and_words() -> None:
    assert Judgement().is_empty
    assert not Judgement(FA).is_empty
    assert not Judgement(None, "pourquoi").is_empty
    assert set(CRITERIA) == set(Aspect) - {Aspect.SUBSTITUTION}


def test_professions_and_tasks_are_found_by_their_ids() -> None:
    study = builders.secretary()
    profession = study.professions[0]
    assert study.profession("sec") is profession
    assert study.index_of("nobody") == -1
    assert study.profession("nobody") is None
    assert profession.index_of("sec-3") == 2
    assert profession.index_of("nobody") == -1
    assert [task.id for _, task in study.tasks()] == [task.id for task in profession.tasks]


def test_each_rule_says_what_each_level_counts_for() -> None:
    study = builders.secretary()
    assert study.level_rates(Rule.SHARE_OF_FORT) == LevelRates(0, 0, 1)
    assert study.level_rates(Rule.WEIGHTED) == LevelRates(0, 0.5, 1)
    assert study.level_rates(Rule.THREE_QUARTERS) == LevelRates(0.25, 0.5, 0.75)
    assert study.level_rates(Rule.CUSTOM) is None
    assert [LevelRates(0.1, 0.2, 0.3).of(level) for level in Level] == [0.1, 0.2, 0.3]

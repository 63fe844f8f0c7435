"""Edits of the study's title page, rule and definitions, and of its professions and their staff."""

from dataclasses import fields, replace
from datetime import date

import pytest

from impactapp.domain.edits import professions, studies
from impactapp.domain.edits.edit import Edit
from impactapp.domain.problems import EditError, Problem, Refusal
from impactapp.domain.profession import Category, Profession, Task
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.study import Definitions, Study
from tests import builders


def study() -> Study:
    return builders.study(
        builders.profession(1, (builders.task(1),), fte=3.0), builders.profession(2), builders.profession(3)
    )


def titles(made: Study) -> list[str]:
    return [profession.title for profession in made.professions]


def refusal(edit: Edit) -> Problem:
    with pytest.raises(EditError) as refused:
        edit.change(study())
    return refused.value.problem


def test_the_title_page_takes_clean_text() -> None:
    after = studies.set_title(" Étude\n une ").change(study())
    after = studies.set_establishment("CH\tde Test").change(after)
    after = studies.set_authors("Groupe RH").change(after)
    after = studies.set_purpose("Pour voir\r\nensemble").change(after)
    after = studies.set_day(date(2026, 11, 22)).change(after)
    assert (after.title, after.establishment, after.authors) == ("Étude une", "CH de Test", "Groupe RH")
    assert (after.purpose, after.day) == ("Pour voir\nensemble", date(2026, 11, 22))
    assert studies.set_day(None).change(after).day is None
    assert refusal(studies.set_title(" ")) is Problem.TITLE_EMPTY
    assert studies.set_title(after.title).change(after) is after


def test_rule_and_weighting_are_chosen() -> None:
    assert studies.set_rule(Rule.WEIGHTED).change(study()).rule is Rule.WEIGHTED
    assert studies.set_weighting(Weighting.TIME).change(study()).weighting is Weighting.TIME


def test_a_custom_rule_needs_rates_that_never_decrease() -> None:
    assert refusal(studies.set_rule(Rule.CUSTOM)) is Problem.RULE_NEEDS_RATES
    for rates in (LevelRates(0.5, 0.4, 0.6), LevelRates(-0.1, 0, 1), LevelRates(0, 0.5, 1.1), LevelRates(0, 0.9, 0.5)):
        assert refusal(studies.set_rule(Rule.CUSTOM, rates)) is Problem.RATES_NOT_ORDERED
    assert refusal(studies.set_rule(Rule.CUSTOM, LevelRates(0, float("nan"), 1))) is Problem.RATES_NOT_ORDERED
    custom = studies.set_rule(Rule.CUSTOM, LevelRates(0, 0, 1)).change(study())
    assert (custom.rule, custom.custom_rates) == (Rule.CUSTOM, LevelRates(0, 0, 1))


def test_the_custom_rates_stay_while_another_rule_is_chosen() -> None:
    custom = studies.set_rule(Rule.CUSTOM, LevelRates(0.1, 0.2, 0.3)).change(study())
    back = studies.set_rule(Rule.CUSTOM).change(studies.set_rule(Rule.WEIGHTED).change(custom))
    assert back == custom


@pytest.mark.parametrize("key", [field.name for field in fields(Definitions)])
def test_each_definition_is_worded_and_restored(key: str) -> None:
    worded = studies.set_definition(key, " nos mots ").change(study())
    assert getattr(worded.definitions, key) == "nos mots"
    assert studies.set_definition(key, "").change(worded) == study()


def test_a_profession_is_added_with_a_name_of_its_own() -> None:
    new = Profession("p9", " Métier  neuf ", tasks=(Task("t9", "Activité"),))
    assert titles(professions.add_profession(new).change(study()))[-1] == "Métier neuf"
    assert titles(professions.add_profession(new, 0).change(study()))[0] == "Métier neuf"
    assert refusal(professions.add_profession(replace(new, title="MÉTIER 1"))) is Problem.TITLE_TAKEN
    assert refusal(professions.add_profession(replace(new, id="p1"))) is Problem.ID_TAKEN
    assert refusal(professions.add_profession(replace(new, tasks=(Task("t1", "A"),)))) is Problem.ID_TAKEN
    twice = (Task("a", "A"), Task("a", "B"))
    assert refusal(professions.add_profession(replace(new, tasks=twice))) is Problem.ID_TAKEN


def test_a_copy_stands_after_the_original_with_ids_of_its_own() -> None:
    made = study()
    after = professions.duplicate_profession(made.professions[0], "Copie", {"p1": "copy", "t1": "t1-copy"}).change(made)
    assert titles(after) == ["Métier 1", "Copie", "Métier 2", "Métier 3"]
    assert [task.id for task in after.professions[1].tasks] == ["t1-copy"]
    assert after.professions[1].fte == 3.0
    gone = replace(made.professions[1], id="gone")
    assert (
        refusal(professions.duplicate_profession(gone, "Copie", {"gone": "copy", "t2": "t2-copy"}))
        is Problem.UNKNOWN_PROFESSION
    )


def test_a_profession_is_removed_and_moved() -> None:
    assert titles(professions.remove_profession("p2", "").change(study())) == ["Métier 1", "Métier 3"]
    assert titles(professions.move_profession("p1", "", 1).change(study())) == ["Métier 2", "Métier 1", "Métier 3"]
    assert titles(professions.move_profession("p1", "", 99).change(study()))[-1] == "Métier 1"
    assert titles(professions.move_profession("p3", "", -9).change(study()))[0] == "Métier 3"
    made = study()
    assert professions.move_profession("p2", "", 1).change(made) is made
    assert refusal(professions.remove_profession("gone", "")) is Problem.UNKNOWN_PROFESSION
    assert refusal(professions.move_profession("gone", "", 0)) is Problem.UNKNOWN_PROFESSION


def test_name_category_and_staff_are_set() -> None:
    made = study()
    first = made.professions[0]
    after = professions.rename_profession("p1", "Autre").change(made)
    after = professions.set_category(first, Category.CARE).change(after)
    after = professions.set_headcount(first, 12).change(after)
    after = professions.set_fte(first, 10.5).change(after)
    changed = after.professions[0]
    assert (changed.title, changed.category, changed.headcount, changed.fte) == ("Autre", Category.CARE, 12, 10.5)
    assert professions.set_fte(first, None).change(after).professions[0].fte is None
    assert professions.set_headcount(first, None).change(after).professions[0].headcount is None
    assert professions.set_fte(first, 3.0).change(made) is made


def test_a_name_already_borne_or_a_staff_out_of_range_is_refused() -> None:
    first = study().professions[0]
    assert refusal(professions.rename_profession("p1", "métier 2")) is Problem.TITLE_TAKEN
    assert refusal(professions.rename_profession("gone", "Autre")) is Problem.UNKNOWN_PROFESSION
    assert refusal(professions.set_headcount(first, -5)) is Problem.HEADCOUNT_OUT_OF_RANGE
    assert refusal(professions.set_headcount(first, 1_000_001)) is Problem.HEADCOUNT_OUT_OF_RANGE
    for fte in (-0.5, 1_000_001.0, float("nan")):
        assert refusal(professions.set_fte(first, fte)) is Problem.FTE_OUT_OF_RANGE
    assert refusal(professions.set_fte(Profession("gone", "G"), 1.0)) is Problem.UNKNOWN_PROFESSION


def test_a_refusal_says_its_code_and_values_to_a_developer() -> None:
    refused = Refusal(Problem.TITLE_TOO_LONG, length=600, limit=500)
    assert refused.values == {"length": "600", "limit": "500"}
    assert str(refused) == "title_too_long(length='600', limit='500')"

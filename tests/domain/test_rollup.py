"""Several studies as one: the sums of their results, whatever their order, and nothing missing unsaid."""

from dataclasses import replace
from functools import reduce
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.analysis.headcount import unit_staff
from impactapp.domain.analysis.results import analyse, rate_of
from impactapp.domain.analysis.rollup import RollUp, aligned, keys_of, place_of, with_study
from impactapp.domain.analysis.rollup_sums import Extreme
from impactapp.domain.profession import Profession
from impactapp.domain.rule import LevelRates, Rule
from impactapp.domain.study import Study
from tests import builders

SECRETARY = replace(builders.secretary().professions[0], code="secretaire-medicale", headcount=10, fte=8.0)


def hospital(name: str, *professions: Profession) -> Study:
    return replace(builders.study(*professions), id=name, title=f"Étude {name}", establishment=name)


def rolled(*studies: Study) -> RollUp:
    return reduce(with_study, studies, RollUp())


def titled(title: str, code: str = "") -> Profession:
    return replace(SECRETARY, code=code, title=title)


def test_a_profession_of_two_hospitals_is_summed_by_its_code() -> None:
    renamed = replace(SECRETARY, title="Assistante médico-administrative", headcount=5, fte=4.5)
    found = rolled(hospital("Nord", SECRETARY), hospital("Sud", renamed))
    (line,) = found.lines.values()
    assert (line.studies, line.title, line.sums.headcount.value, line.sums.fte.value) == (2, SECRETARY.title, 15, 12.5)
    assert line.sums.low.value == pytest.approx(5.0)
    assert line.sums.high.value == pytest.approx(7.5)
    assert found.sums.fte.value == 12.5
    assert [site.title for site in found.sites] == ["Nord", "Sud"]
    assert found.has_one_rule


def test_titles_are_the_same_whatever_their_case_and_others_once_confirmed() -> None:
    plain, other = replace(SECRETARY, code=""), replace(SECRETARY, code="", title="Assistante")
    shouted = replace(plain, title=plain.title.upper())
    assert len(rolled(hospital("Nord", plain), hospital("Sud", shouted)).lines) == 1
    apart = rolled(hospital("Nord", plain), hospital("Sud", other))
    assert len(apart.lines) == 2
    ((one,), (two,)) = keys_of(apart, "assistante"), keys_of(apart, plain.title)
    together = aligned(apart, [(one, two)])
    assert [(line.studies, line.title, line.also) for line in together.lines.values()] == [
        (2, plain.title, ("Assistante",))
    ]
    assert together.sums == apart.sums


def test_what_two_pairs_confirm_holds_for_all_three_under_the_code() -> None:
    apart = rolled(*(hospital(name, titled(name)) for name in ("Un", "Deux")), hospital("Trois", SECRETARY))
    together = aligned(apart, [("= un", "= deux"), ("= deux", SECRETARY.code)])
    (line,) = together.lines.values()
    assert (line.key, line.title, line.also, line.studies) == (SECRETARY.code, SECRETARY.title, ("Un", "Deux"), 3)
    assert aligned(apart, []) == apart


def test_a_title_that_is_written_like_a_code_is_not_taken_for_it() -> None:
    coded, typed = titled("Aide-soignant", "aide-soignant"), titled("Aide-soignant")
    apart = rolled(hospital("Nord", coded), hospital("Sud", typed))
    assert [line.studies for line in apart.lines.values()] == [1, 1]
    one, other = keys_of(apart, "aide-soignant")
    (together,) = aligned(apart, [(one, other)]).lines.values()
    assert (together.studies, together.also) == (2, ())


def test_other_titles_of_one_code_are_named() -> None:
    renamed = (titled(title, SECRETARY.code) for title in ("Assistante", SECRETARY.title.upper(), "Assistante"))
    studies = (hospital(str(at), one) for at, one in enumerate((SECRETARY, *renamed)))
    (line,) = rolled(*studies).lines.values()
    assert (line.title, line.also, line.studies) == (SECRETARY.title, ("Assistante",), 4)


def test_each_establishment_keeps_its_own_numbers_of_a_profession() -> None:
    unknown = replace(SECRETARY, fte=None)
    undecided = replace(SECRETARY, tasks=(builders.task(1),))
    found = rolled(hospital("Nord", SECRETARY), hospital("Sud", unknown), hospital("Est", undecided))
    (line,) = found.lines.values()
    assert [(place.position, place.headcount, place.fte) for place in line.places] == [
        (0, 10, 8.0),
        (1, 10, None),
        (2, 10, 8.0),
    ]
    exposed = [(place.exposed.low, place.exposed.high) for place in line.places]
    assert exposed == [(pytest.approx(3.2), pytest.approx(4.8)), (None, None), (None, None)]


def test_what_is_confirmed_finds_the_units_of_both_titles() -> None:
    apart = rolled(*(hospital(name, titled(name)) for name in ("Un", "Deux")))
    (line,) = aligned(apart, [("= un", "= deux")]).lines.values()
    assert line.keys == ("= un", "= deux")


def test_no_words_are_no_profession() -> None:
    found = rolled(hospital("Nord", titled("Un")), hospital("Sud", titled("Deux")))
    assert keys_of(found, " ") == keys_of(found, "") == ()


def test_two_custom_rules_are_two_rules() -> None:
    def custom(name: str, fort: float) -> Study:
        return replace(hospital(name, SECRETARY), rule=Rule.CUSTOM, custom_rates=LevelRates(0.0, 0.0, fort))

    assert not rolled(custom("Nord", 0.9), custom("Sud", 0.8)).has_one_rule
    assert rolled(custom("Nord", 0.9), custom("Sud", 0.9)).has_one_rule
    # rates that are kept for later count for nothing under another rule
    kept = replace(custom("Sud", 0.9), rule=Rule.WEIGHTED)
    assert rolled(kept, replace(hospital("Nord", SECRETARY), rule=Rule.WEIGHTED)).has_one_rule


def test_a_profession_is_found_by_its_title_or_its_code() -> None:
    found = rolled(hospital("Nord", SECRETARY), hospital("Sud", titled(SECRETARY.title.upper())))
    assert keys_of(found, SECRETARY.title) == (SECRETARY.code, f"= {SECRETARY.title.casefold()}")
    assert keys_of(found, SECRETARY.code) == (SECRETARY.code,)
    assert keys_of(found, "Rien de tel") == ()


def test_a_study_that_lists_a_code_twice_counts_once() -> None:
    twice = hospital("Nord", SECRETARY, replace(SECRETARY, id="p2"))
    (line,) = rolled(twice).lines.values()
    assert (line.studies, line.sums.fte.value) == (1, 16.0)


def test_the_difference_between_hospitals_names_both() -> None:
    less = replace(SECRETARY, tasks=SECRETARY.tasks[:1])
    (line,) = rolled(hospital("Nord", SECRETARY), hospital("Sud", less)).lines.values()
    assert (line.low.least, line.low.most) == (Extreme(0.0, "Sud", 1), Extreme(0.4, "Nord", 0))
    assert (line.high.least, line.high.most) == (Extreme(0.6, "Nord", 0), Extreme(1.0, "Sud", 1))


def test_what_is_missing_is_counted_and_never_zero() -> None:
    unknown = replace(SECRETARY, headcount=None, fte=None)
    undecided = replace(SECRETARY, tasks=(builders.task(1),))
    (line,) = rolled(hospital("Nord", unknown), hospital("Sud", undecided)).lines.values()
    assert (line.sums.headcount.value, line.sums.headcount.unknown) == (10, 1)
    assert (line.sums.low.value, line.sums.low.unknown) == (None, 2)
    assert line.undecided == 1
    assert rolled().sums.fte.value is None


def test_studies_of_several_rules_are_told_apart() -> None:
    other = replace(hospital("Sud", SECRETARY), rule=Rule.WEIGHTED)
    assert not rolled(hospital("Nord", SECRETARY), other).has_one_rule


def test_a_study_without_an_establishment_goes_by_its_title() -> None:
    assert place_of(builders.secretary()) == builders.secretary().title


@given(st.lists(builders.studies(3, 3), max_size=4), st.randoms())
def test_sums_are_those_of_the_results_in_any_order(studies: list[Study], random: Random) -> None:
    shuffled = list(studies)
    random.shuffle(shuffled)
    one, other = rolled(*studies).sums, rolled(*shuffled).sums
    assert one == other
    ftes = [profession.fte for study in studies for profession in study.professions if profession.fte is not None]
    assert one.fte.value == pytest.approx(sum(ftes)) if ftes else one.fte.value is None
    exposed = [analyse(study).fte_exposed.low for study in studies]
    assert (one.low.value or 0.0) == pytest.approx(sum(low or 0.0 for low in exposed))


@given(builders.studies(3, 3))
def test_units_sum_what_the_study_shows_for_them(study: Study) -> None:
    results = analyse(study)
    shown = {found.unit.title: found for found in unit_staff(results)}
    made = rolled(study).units
    assert sorted(unit.title for unit in made) == sorted(shown)
    for unit in made:
        found = shown[unit.title]
        assert unit.sums.headcount.value == found.headcount
        assert unit.sums.fte.value == pytest.approx(found.fte)
        assert unit.sums.low.value == pytest.approx(found.fte_exposed.low)
        assert unit.sums.high.value == pytest.approx(found.fte_exposed.high)
    (site,) = rolled(study).sites
    assert (site.stated is None) == (not study.staffing.units)
    ftes = [line.fte for line in study.staffing.lines if line.fte is not None]
    assert site.stated is None or site.stated.fte.value == (pytest.approx(sum(ftes)) if ftes else None)


@given(builders.studies(3, 3))
def test_the_rate_alone_is_that_of_the_result(study: Study) -> None:
    for result in analyse(study).professions:
        assert rate_of(result.profession, study) == result.rate

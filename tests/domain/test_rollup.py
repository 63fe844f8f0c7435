"""Several studies as one: the sums of their results, whatever their order, and nothing missing unsaid."""

from dataclasses import replace
from functools import reduce
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.rollup import Extreme, RollUp, place_of, with_study
from impactapp.domain.profession import Profession
from impactapp.domain.study import Rule, Study
from tests import builders

SECRETARY = replace(builders.secretary().professions[0], code="secretaire-medicale", headcount=10, fte=8.0)


def hospital(name: str, *professions: Profession) -> Study:
    return replace(builders.study(*professions), id=name, title=f"Étude {name}", establishment=name)


def rolled(*studies: Study, same: dict[str, str] | None = None) -> RollUp:
    return reduce(lambda made, study: with_study(made, analyse(study), same), studies, RollUp())


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
    together = rolled(hospital("Nord", plain), hospital("Sud", other), same={"assistante": plain.title.casefold()})
    assert [line.studies for line in together.lines.values()] == [2]


def test_the_difference_between_hospitals_names_both() -> None:
    less = replace(SECRETARY, tasks=SECRETARY.tasks[:1])
    (line,) = rolled(hospital("Nord", SECRETARY), hospital("Sud", less)).lines.values()
    assert (line.low.least, line.low.most) == (Extreme(0.0, "Sud"), Extreme(0.4, "Nord"))
    assert (line.high.least, line.high.most) == (Extreme(0.6, "Nord"), Extreme(1.0, "Sud"))


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

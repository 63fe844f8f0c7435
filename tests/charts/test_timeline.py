"""The rate of a profession over the days: a mark a day, gaps where it was unknown, the same in words."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from impactapp import palette
from impactapp.charts import catalogue, timeline
from impactapp.charts.catalogue import TIMELINE, Look, Picture, Subject
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.timeline import RateOn
from tests.builders import secretary

FIRST = date(2025, 1, 5)
RESULTS = analyse(secretary())


def lived(*rates: tuple[float | None, float | None], apart: int = 40) -> Subject:
    """The secretary with a rate every so many days."""
    days = (FIRST + timedelta(days=apart * at) for at in range(len(rates)))
    return Subject("sec", history=tuple(RateOn(day, Interval(*rate)) for day, rate in zip(days, rates, strict=True)))


def drawn(subject: Subject, wide: int = 1000) -> Picture:
    height = round(catalogue.preferred_height(TIMELINE, RESULTS, subject, wide))
    return catalogue.render(TIMELINE, RESULTS, subject, Look(palette.LIGHT), wide, height, 96)


def test_each_day_has_its_mark_from_left_to_right() -> None:
    marks = drawn(lived((0.4, 0.6), (0.5, 0.6), (0.5, 0.5))).marks
    assert [mark.text.replace("\u00a0", " ") for mark in marks] == [
        "5 janvier 2025 : 40 % à 60 %",
        "14 février 2025 : 50 % à 60 %",
        "26 mars 2025 : 50 %",
    ]
    assert all(one.x + one.w <= other.x + 0.01 for one, other in pairwise(marks))


@pytest.mark.parametrize("wide", [360, 1000])
@pytest.mark.parametrize(
    "rates",
    [
        [(0.4, 0.6)],
        [(None, None), (0.0, 1.0), (None, None), (0.2, 0.2)],
        [(0.4, None), (0.4, 0.6)],
        [(1.0, 1.0)] * 120,
    ],
)
def test_any_life_is_drawn_within_its_page(rates: list[tuple[float | None, float | None]], wide: int) -> None:
    picture = drawn(lived(*rates, apart=3), wide)
    assert len(picture.marks) == len(rates)
    assert all(mark.x >= 0 and mark.x + mark.w <= picture.width + 0.01 for mark in picture.marks)
    assert all(mark.y + mark.h <= picture.height for mark in picture.marks)


def test_a_day_that_knows_one_end_alone_has_no_line_to_the_other_end_of_another_day() -> None:
    def pixel(picture: Picture, x: float, rate: float) -> bytes:
        at = 4 * (round(timeline.ABOVE + timeline.PLOT * (1 - rate)) * picture.width + round(x))
        return picture.rgba[at : at + 4]

    first = timeline.LEFT + timeline.INSIDE
    for rates, has_line in ([(0.4, 0.6), (0.4, 0.6)], True), ([(0.4, None), (0.4, 0.6)], False):
        picture = drawn(lived(*rates))
        assert (pixel(picture, first, 0.48) != pixel(picture, 80, 0.48)) is has_line


def test_the_words_tell_every_day_and_the_rule_they_are_read_by() -> None:
    told = catalogue.text_alternative(TIMELINE, RESULTS, lived((0.4, 0.6), (None, None))).replace("\u00a0", " ")
    assert told.splitlines() == [
        "Taux au fil du temps",
        "Secrétaire médicale",
        "5 janvier 2025 : 40 % à 60 %",
        "14 février 2025 : activités pas toutes décidées",
        "Chaque jour est relu avec la règle d’aujourd’hui : part des activités cotées Fort, poids égaux.",
    ]


def test_without_a_past_there_is_a_sentence() -> None:
    assert not catalogue.is_available(TIMELINE, RESULTS, Subject("sec"))
    assert catalogue.text_alternative(TIMELINE, RESULTS, Subject("sec")).startswith("Aucun jour passé")

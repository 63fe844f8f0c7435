"""Numbers, dates and times as French and English readers write them."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp import i18n, labels
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.quantities import parse_fte, parse_share

NB = "\u00a0"


@pytest.fixture
def in_paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("rate", "figure"),
    [(0.4, "40"), (0.7333, "73"), (0.125, "13"), (0.005, "1"), (1.0, "100"), (0.0, "0"), (0.29, "29")],
)
def test_a_rate_is_a_percentage_without_decimals(rate: float, figure: str) -> None:
    assert labels.percent(rate) == f"{figure}{NB}%"


def test_what_is_unknown_is_a_dash() -> None:
    unknown = (labels.percent, labels.share, labels.fte, labels.headcount, labels.points, labels.day)
    assert {words(None) for words in unknown} == {labels.UNKNOWN}
    assert labels.share_input(None) == labels.fte_input(None) == ""
    assert labels.percent_range(Interval()) == labels.fte_range(Interval()) == labels.UNKNOWN


def test_both_ends_of_a_range_have_the_same_decimals() -> None:
    assert labels.fte_range(Interval(8.1, 12.6)) == "8,1 à 12,6 ETP"
    assert labels.fte_range(Interval(12.4, 18.0)) == "12 à 18 ETP"
    assert labels.fte_range(Interval(None, 9.44)) == f"{labels.UNKNOWN} à 9,4 ETP"


def test_a_range_that_reads_the_same_is_one_figure() -> None:
    assert labels.percent_range(Interval(0.4, 0.6)) == f"40{NB}% à 60{NB}%"
    assert labels.percent_range(Interval(0.4, 0.4001)) == f"40{NB}%"
    assert labels.fte_range(Interval(12.2, 18.0)) == "12 à 18 ETP"
    assert labels.fte_range(Interval(0.8, 12.4)) == "0,8 à 12,4 ETP"
    assert labels.fte_range(Interval(9.94, 9.96)) == "9,9 à 10 ETP"
    assert labels.fte_range(Interval(3.0, 3.0)) == "3 ETP"


def test_french_numbers_have_a_comma_and_thin_thousands() -> None:
    assert labels.share(0.125) == f"12,5{NB}%"
    assert labels.share(0.066666) == f"6,67{NB}%"
    assert labels.fte(12.5) == "12,5"
    assert labels.fte(1200.25) == "1\u202f200,25"
    assert labels.headcount(1234567) == "1\u202f234\u202f567"


@pytest.mark.usefixtures("english")
def test_english_numbers_have_a_point_and_no_space_before_the_sign() -> None:
    assert labels.percent_range(Interval(0.4, 0.6)) == "40% to 60%"
    assert labels.share(0.125) == "12.5%"
    assert labels.headcount(1234) == "1,234"
    assert labels.fte_range(Interval(0.8, 1.25)) == "0.8 to 1.3 FTE"
    assert labels.points(0.01) == "1 point"
    assert labels.points(0.015) == "1.5 points"
    assert labels.points(0.0) == "0 points"
    assert labels.day(date(2026, 11, 1)) == f"1{NB}November{NB}2026"


def test_points_are_singular_below_two_in_french() -> None:
    assert [labels.points(x) for x in (0.0, 0.01, 0.015, 0.02, 0.1)] == [
        *("0 point", "1 point", "1,5 point", "2 points", "10 points")
    ]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@given(hundredths=st.integers(0, 100 * 10**7))
def test_a_share_is_read_back_as_it_is_offered_for_typing(language: str, hundredths: int) -> None:
    i18n.use_language(language)
    part = hundredths / 10**9
    assert parse_share(labels.share_input(part)) == pytest.approx(part, abs=1e-11)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@given(thousandths=st.integers(0, 10**9))
def test_full_time_equivalents_are_read_back_as_they_are_offered(language: str, thousandths: int) -> None:
    i18n.use_language(language)
    assert parse_fte(labels.fte_input(thousandths / 1000)) == thousandths / 1000


@pytest.mark.usefixtures("in_paris")
def test_times_are_those_of_this_computer() -> None:
    assert labels.clock(datetime(2026, 11, 22, 13, 3, tzinfo=UTC)) == "14:03"
    late = datetime(2026, 7, 31, 22, 30, tzinfo=UTC)
    assert labels.moment(late) == f"1er{NB}août{NB}2026, 00:30"


def test_a_day_is_written_out() -> None:
    assert labels.day(date(2026, 11, 22)) == f"22{NB}novembre{NB}2026"
    assert labels.day(date(2026, 2, 1)) == f"1er{NB}février{NB}2026"


@pytest.mark.parametrize(
    ("low", "high", "total", "words"),
    [
        (11.5, 11.5, 11.5, "11,5 ETP"),
        (667.0, 1000.5, 1000.5, "667 à 1 000,5 ETP"),
        (12.0, 18.0, 30.0, "12 à 18 ETP"),
        (12.745, 12.75, 12.75, "12,75 ETP"),
        (0.44, 9.5, 10.0, "0,4 à 9,5 ETP"),
    ],
)
def test_exposed_time_never_reads_as_more_than_its_total(low: float, high: float, total: float, words: str) -> None:
    assert labels.fte_range(Interval(low, high), total).replace("\u202f", " ").replace("\u00a0", " ") == words

"""Numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.problems import EditError, Problem
from impactapp.domain.quantities import LARGEST_HEADCOUNT, parse_fte, parse_headcount, parse_rate, parse_share


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("50", 0.5),
        ("50 %", 0.5),
        ("50%", 0.5),
        ("50\u00a0%", 0.5),
        ("0,5 %", 0.005),
        ("0.5%", 0.005),
        ("1", 0.01),
        ("1,5", 0.015),
        ("12,5 %", 0.125),
        (" 100 ", 1.0),
        ("+7", 0.07),
        ("0", 0.0),
        ("", None),
        ("  ", None),
    ],
)
def test_a_share_is_typed_as_a_percentage(typed: str, share: float | None) -> None:
    assert parse_share(typed) == share


@pytest.mark.parametrize(
    ("typed", "percent", "part"), [("0,5", "0,5", "50"), (" 0.40 ", "0.4", "40"), ("0,333", "0,333", "33,3")]
)
def test_a_share_that_could_be_a_percent_or_a_part_of_one_is_refused_with_both(
    typed: str, percent: str, part: str
) -> None:
    with pytest.raises(EditError) as refused:
        parse_share(typed)
    assert refused.value.problem is Problem.SHARE_AMBIGUOUS
    assert refused.value.values == {"text": typed.strip(), "percent": percent, "part": part}


@pytest.mark.parametrize(
    ("typed", "rate"), [("0,5", 0.5), ("0.5", 0.5), ("50 %", 0.5), ("50", 0.5), ("1", 1.0), ("0,5 %", 0.005), ("", 0.0)]
)
def test_a_rate_is_read_as_it_is_written(typed: str, rate: float) -> None:
    assert parse_rate(typed) == rate


@pytest.mark.parametrize("typed", ["-5", "\u22125", "120", "100,1", "120 %"])
def test_a_share_outside_0_to_100_is_refused_and_named(typed: str) -> None:
    with pytest.raises(EditError) as refused:
        parse_share(typed)
    assert refused.value.problem is Problem.SHARE_OUT_OF_RANGE
    assert refused.value.values == {"text": typed}


@pytest.mark.parametrize(
    "typed", ["abc", "1.234,5", "1,234.5", "%", "50 %%", "50 % 3", "1e2", "nan", "inf", "½", "12 5", "1,", ",5", "--5"]
)
def test_what_is_not_plainly_one_number_is_refused_and_named(typed: str) -> None:
    for parse in (parse_share, parse_headcount, parse_fte):
        with pytest.raises(EditError) as refused:
            parse(typed)
        assert refused.value.problem is Problem.NOT_A_NUMBER
        assert refused.value.values == {"text": typed}


@pytest.mark.parametrize(
    ("typed", "persons"), [("34", 34), ("1 200", 1200), ("1\u202f200", 1200), ("0", 0), ("", None)]
)
def test_a_headcount_is_a_whole_number(typed: str, persons: int | None) -> None:
    assert parse_headcount(typed) == persons


@pytest.mark.parametrize("typed", ["-5", "12,5", "1.200", "1000001"])
def test_a_headcount_that_is_not_whole_or_not_in_range_is_refused(typed: str) -> None:
    with pytest.raises(EditError) as refused:
        parse_headcount(typed)
    assert refused.value.problem is Problem.HEADCOUNT_OUT_OF_RANGE


@pytest.mark.parametrize(
    ("typed", "fte"),
    [("12,5", 12.5), ("12.5", 12.5), ("1 200,25", 1200.25), ("0,125", 0.125), ("1,2340", 1.234), ("", None)],
)
def test_full_time_equivalents_have_a_decimal_comma_or_point(typed: str, fte: float | None) -> None:
    assert parse_fte(typed) == fte


@pytest.mark.parametrize("typed", ["1.200", "1,200", "12.500"])
def test_full_time_equivalents_that_could_be_thousands_are_refused(typed: str) -> None:
    with pytest.raises(EditError) as refused:
        parse_fte(typed)
    assert refused.value.problem is Problem.NOT_A_NUMBER


@pytest.mark.parametrize("typed", ["-5", "1000000,5"])
def test_full_time_equivalents_out_of_range_are_refused(typed: str) -> None:
    with pytest.raises(EditError) as refused:
        parse_fte(typed)
    assert refused.value.problem is Problem.FTE_OUT_OF_RANGE


@given(st.text(max_size=12))
def test_any_text_gives_a_number_in_range_or_a_refusal(typed: str) -> None:
    for parse, most in ((parse_share, 1), (parse_headcount, LARGEST_HEADCOUNT), (parse_fte, LARGEST_HEADCOUNT)):
        try:
            number = parse(typed)
        except EditError:
            continue
        assert number is None or 0 <= number <= most


@pytest.mark.parametrize("typed", ["1.000", "1,000", "12.500", "1.000 %"])
def test_a_share_that_looks_like_thousands_is_refused(typed: str) -> None:
    with pytest.raises(EditError) as refused:
        parse_share(typed)
    assert (refused.value.problem, refused.value.values) == (Problem.NOT_A_NUMBER, {"text": typed})


def test_a_share_to_the_thousandth_is_read() -> None:
    assert parse_share("33,333") == pytest.approx(0.33333)
    assert parse_share("0.500 %") == 0.005


@pytest.mark.parametrize("typed", ["-0", "\u22120", "-0,0"])
def test_a_zero_has_no_sign(typed: str) -> None:
    assert (str(parse_share(typed)), str(parse_fte(typed)), str(parse_headcount(typed))) == ("0.0", "0.0", "0")


@pytest.mark.parametrize("typed", ["٣", "१२", "５０"])
def test_digits_of_other_scripts_are_refused(typed: str) -> None:
    for parse in (parse_share, parse_headcount, parse_fte):
        with pytest.raises(EditError) as refused:
            parse(typed)
        assert refused.value.problem is Problem.NOT_A_NUMBER


def test_a_share_is_never_read_beyond_what_was_typed() -> None:
    assert parse_share("33,333333333") == pytest.approx(0.33333333333)

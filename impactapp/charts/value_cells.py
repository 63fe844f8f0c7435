"""The cells of the table of a figure: words, levels, and numbers as they are printed."""

from collections.abc import Iterable
from dataclasses import dataclass

from impactapp import labels
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.level import HYPOTHESES, Level
from impactapp.i18n import _
from impactapp.labels.scenarios import amount


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is printed; empty where it is not known, as spreadsheets count what is empty for nothing."""

    text: str


Cell = str | Level | None | Number


@dataclass(frozen=True, slots=True)
class Values:
    """A table: each row is as long as ``head``; ``None`` in a cell is a level that nobody has rated."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(head: Iterable[str], rows: Iterable[tuple[Cell, ...]]) -> Values:
    """A table; its rows may be made on the way."""
    return Values(tuple(head), tuple(rows))


def low_high(title: str) -> tuple[str, ...]:
    """The two columns of an interval: « Brut, hyp. basse », « Brut, hyp. haute »."""
    return tuple(
        _("{title}, {hypothesis}").format(title=title, hypothesis=labels.hypothesis_word(hypothesis))
        for hypothesis in HYPOTHESES
    )


def rate(number: float | None) -> Number:
    """A rate 0..1 as a percentage."""
    return Number("" if number is None else labels.percent(number))


def rates(interval: Interval) -> tuple[Number, Number]:
    """Both ends of a rate."""
    return rate(interval.low), rate(interval.high)


def time(number: float | None, total: float | None) -> Number:
    """Working time in FTE, as fine as the total it is part of."""
    return Number("" if number is None else amount(number, total))


def times(interval: Interval, total: float | None) -> tuple[Number, Number]:
    """Both ends of a working time in FTE."""
    return time(interval.low, total), time(interval.high, total)

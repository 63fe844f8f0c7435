"""The rate of each profession over the days of a study, all read by the rule of today, so that they compare."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study


@dataclass(frozen=True, slots=True)
class RateOn:
    """The rate at the end of a day, unknown while an activity was undecided."""

    day: date
    rate: Interval


def rates_over(days: Iterable[tuple[date, Study]]) -> dict[str, tuple[RateOn, ...]]:
    """By profession, its rate on each day it was there, the first day first.

    The studies come with the last day first: its rule and weighting are those of today. One at a time is held.
    """
    found: dict[str, list[RateOn]] = {}
    now: Study | None = None
    for day, past in days:
        now = now or past
        read = replace(past, rule=now.rule, custom_rates=now.custom_rates, weighting=now.weighting, sittings=())
        for result in analyse(read).professions:
            found.setdefault(result.profession.id, []).append(RateOn(day, result.rate))
    return {id: tuple(reversed(rates)) for id, rates in found.items()}

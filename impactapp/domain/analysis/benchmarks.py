"""Where a profession stands among those of the establishment, by an outside measure and by the group's rate.

Ranks only: the scores of generative AI and the group's rate are different things, so they are neither averaged nor
subtracted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from impactapp.domain.analysis.results import Results
from impactapp.domain.benchmark import Benchmark
from impactapp.domain.profession import Profession

# decimals: what differs by the noise of binary sums alone is equal
EXACT = 9


@dataclass(frozen=True, slots=True)
class Rank:
    """A place, 1 for the most exposed; those that are equal share theirs."""

    place: int
    of: int


@dataclass(frozen=True, slots=True)
class Measure:
    """The outside measure under one code, and the rank it gives among the professions that have one."""

    benchmark: Benchmark
    rank: Rank


@dataclass(frozen=True, slots=True)
class Card:
    """What stands beside one profession: a measure for each of its codes, and the rank of the group's own rate."""

    profession_id: str
    measures: tuple[Measure, ...]
    low: Rank | None
    high: Rank | None


def benchmark_cards(results: Results, benchmarks: Mapping[str, Benchmark]) -> tuple[Card, ...]:
    """A card for each profession with a measured code; among others, a profession counts by its first such code."""
    measured = {result.profession.id: measures_of(result.profession, benchmarks) for result in results.professions}
    means = {id: found[0].mean for id, found in measured.items() if found}
    lows = {result.profession.id: result.rate.low for result in results.professions if result.profession.id in means}
    highs = {result.profession.id: result.rate.high for result in results.professions if result.profession.id in means}
    return tuple(
        Card(
            id,
            tuple(Measure(one, _rank(one.mean, _others(means, id))) for one in measured[id]),
            _rank_of(id, lows),
            _rank_of(id, highs),
        )
        for id in means
    )


def measures_of(profession: Profession, benchmarks: Mapping[str, Benchmark]) -> tuple[Benchmark, ...]:
    """What is published of the codes of a profession, in their order."""
    return tuple(benchmarks[code] for code in profession.isco08 if code in benchmarks)


def _rank_of(id: str, values: Mapping[str, float | None]) -> Rank | None:
    known = {other: value for other, value in values.items() if value is not None}
    return _rank(known[id], _others(known, id)) if id in known else None


def _others(values: Mapping[str, float], id: str) -> list[float]:
    return [value for other, value in values.items() if other != id]


def _rank(value: float, others: Iterable[float]) -> Rank:
    listed = [round(other, EXACT) for other in others]
    return Rank(1 + sum(other > round(value, EXACT) for other in listed), len(listed) + 1)

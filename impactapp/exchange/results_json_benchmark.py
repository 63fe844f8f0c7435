"""The outside measure of a profession in the JSON of results: figures and ranks, never mixed with the rate."""

from typing import Any

from impactapp.domain.analysis.benchmarks import Card, Measure, Rank
from impactapp.domain.level import Hypothesis
from impactapp.domain.profession import Profession


def benchmark_fields(profession: Profession, card: Card | None) -> dict[str, Any]:
    """What stands beside one profession; no measure where none is known of its codes."""
    ranks = {
        Hypothesis.LOW.value: _rank(card.low if card else None),
        Hypothesis.HIGH.value: _rank(card.high if card else None),
    }
    return {
        "isco08": list(profession.isco08),
        "measures": [_measure(one) for one in (card.measures if card else ())],
        "rate_rank": ranks,
        "difference": profession.difference,
    }


def _measure(measure: Measure) -> dict[str, Any]:
    found = measure.benchmark
    return {
        "isco08": found.isco08,
        "ilo_mean_2025": found.mean,
        "ilo_sd_2025": found.deviation,
        "ilo_class_2025": found.exposure.value,
        "ilo_mean_2023": found.mean_2023,
        "ilo_tasks": found.tasks,
        "eloundou_human": found.eloundou_human,
        "eloundou_gpt4": found.eloundou_gpt4,
        "microsoft": found.microsoft,
        "rank": _rank(measure.rank),
    }


def _rank(rank: Rank | None) -> dict[str, int] | None:
    return None if rank is None else {"place": rank.place, "of": rank.of}

"""The shipped figures of outside measures, by ISCO-08 group."""

import csv
from collections.abc import Mapping

from impactapp import paths
from impactapp.domain.benchmark import ILO_CLASSES, Benchmark


def benchmarks() -> Mapping[str, Benchmark]:
    """Every measure that is shipped, by code."""
    path = paths.resources() / "benchmarks" / "isco08.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["isco08"]: _benchmark(row) for row in csv.DictReader(file)}


def _benchmark(row: Mapping[str, str]) -> Benchmark:
    return Benchmark(
        row["isco08"],
        float(row["ilo_mean_2025"]),
        float(row["ilo_sd_2025"]),
        ILO_CLASSES[row["ilo_class_2025"]],
        float(row["ilo_mean_2023"]),
        int(row["ilo_tasks"]),
        *(_known(row[name]) for name in ("eloundou_human", "eloundou_gpt4", "microsoft")),
    )


def _known(text: str) -> float | None:
    return float(text) if text else None

"""An outside measure beside the group's own: what others say of the same occupations, compared by rank only."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class ExposureClass(StrEnum):
    """The class the ILO gives an occupation; read, never recomputed."""

    NOT_EXPOSED = "not_exposed"
    MINIMAL = "minimal"
    GRADIENT_1 = "gradient_1"
    GRADIENT_2 = "gradient_2"
    GRADIENT_3 = "gradient_3"
    GRADIENT_4 = "gradient_4"


# as the ILO's file names its classes
ILO_CLASSES: Mapping[str, ExposureClass] = MappingProxyType(
    {
        "Not Exposed": ExposureClass.NOT_EXPOSED,
        "Minimal Exposure": ExposureClass.MINIMAL,
        "Exposed: Gradient 1": ExposureClass.GRADIENT_1,
        "Exposed: Gradient 2": ExposureClass.GRADIENT_2,
        "Exposed: Gradient 3": ExposureClass.GRADIENT_3,
        "Exposed: Gradient 4": ExposureClass.GRADIENT_4,
    }
)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What is published of one ISCO-08 group, scores 0..1; ``None`` where a source gives nothing.

    ``mean``, ``deviation`` and ``exposure`` are the ILO's of 2025 over ``tasks`` tasks, ``mean_2023`` its mean of 2023.
    """

    isco08: str
    mean: float
    deviation: float
    exposure: ExposureClass
    mean_2023: float
    tasks: int
    eloundou_human: float | None = None
    eloundou_gpt4: float | None = None
    microsoft: float | None = None


NO_BENCHMARKS: Mapping[str, Benchmark] = MappingProxyType({})

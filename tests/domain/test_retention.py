"""The retention band: the printed table, to three digits, and its limits."""

from collections.abc import Callable

import pytest

from impactapp.domain.analysis.retention import retention_exponential, retention_linear
from impactapp.domain.skill import Retention

TABLE = [
    (Retention.ACCURACY, 1, 0.899, 0.923),
    (Retention.ACCURACY, 6, 0.527, 0.538),
    (Retention.ACCURACY, 12, 0.278, 0.077),
    (Retention.MIXED, 1, 0.939, 0.955),
    (Retention.MIXED, 6, 0.685, 0.727),
    (Retention.MIXED, 12, 0.469, 0.455),
    (Retention.SPEED, 1, 0.948, 0.962),
    (Retention.SPEED, 6, 0.726, 0.769),
    (Retention.SPEED, 12, 0.527, 0.538),
]


@pytest.mark.parametrize(("kind", "month", "exponential", "linear"), TABLE)
def test_the_printed_table_holds(kind: Retention, month: int, exponential: float, linear: float) -> None:
    assert round(retention_exponential(kind, month), 3) == exponential
    assert round(retention_linear(kind, month), 3) == linear


@pytest.mark.parametrize("kind", Retention)
def test_all_is_there_at_the_start(kind: Retention) -> None:
    assert retention_exponential(kind, 0) == retention_linear(kind, 0) == 1.0


@pytest.mark.parametrize("month", [-0.1, 12.1])
@pytest.mark.parametrize("shape", [retention_exponential, retention_linear])
def test_nothing_is_said_beyond_twelve_months(shape: Callable[[Retention, float], float], month: float) -> None:
    with pytest.raises(ValueError, match=str(month)):
        shape(Retention.MIXED, month)

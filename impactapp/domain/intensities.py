"""What is typed about skills: how much a task practises one, and hours a month."""

from impactapp.domain.problems import EditError, Problem
from impactapp.domain.quantities import parse_fte

MOST_INTENSE = 3
MONTH_HOURS = 744
TEAM_HOURS_LIMIT = 100_000


def parse_intensity(text: str) -> int:
    """How much a task practises a skill, 0 to 3; empty is 0, no link."""
    typed = text.strip() or "0"
    if typed not in {"0", "1", "2", "3"}:
        raise EditError(Problem.INTENSITY_OUT_OF_RANGE, text=text.strip())
    return int(typed)


def parse_hours(text: str) -> float | None:
    """Hours a month with a decimal comma or point; empty gives ``None``."""
    try:
        return parse_fte(text)
    except EditError as refused:
        if refused.problem is Problem.FTE_OUT_OF_RANGE:
            raise EditError(Problem.HOURS_OUT_OF_RANGE, text=text.strip()) from refused
        raise


def require_practice_hours(hours: float | None) -> None:
    """Refuse hours of practice that no month has: they are more than 0 and at most 744."""
    if hours is not None and not 0 < hours <= MONTH_HOURS:
        raise EditError(Problem.HOURS_OUT_OF_RANGE, text=f"{hours:g}")

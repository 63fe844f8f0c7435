"""Writing a roll-up where it is asked for, in the form its name says, and never over a study it was made of."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from impactapp.domain.analysis.rollup import RollUp
from impactapp.domain.problems import Problem, Refusal


def require_target(target: Path, read: Iterable[Path] = ()) -> None:
    """Refuse a file of another form, and one of the studies that were ``read``, whatever it is called by."""
    if target.suffix.lower() not in (".xlsx", ".json"):
        raise Refusal(Problem.ROLLUP_FORMAT_UNKNOWN, path=target)
    if target.exists() and any(path.exists() and path.samefile(target) for path in read):
        raise Refusal(Problem.ROLLUP_OVER_A_STUDY, path=target)


def write_rollup(rolled: RollUp, target: Path, read: Iterable[Path], *, made_at: datetime) -> None:
    """Write it as .xlsx or .json; ``made_at`` is in UTC."""
    require_target(target, read)
    if target.suffix.lower() == ".xlsx":
        from impactapp.exchange.rollup.as_workbook import write_rollup_workbook

        write_rollup_workbook(rolled, target, made_at=made_at)
    else:
        from impactapp.exchange.rollup.as_json import write_rollup_json

        write_rollup_json(rolled, target)

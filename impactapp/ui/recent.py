"""The studies opened last, with what could be said of them then; kept in a small file of the user's local folder."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impactapp import paths
from impactapp.i18n import _

if TYPE_CHECKING:
    from impactapp.domain.study import Study

MOST_KEPT = 12
PROFESSIONS_NAMED = 2


@dataclass(frozen=True, slots=True)
class Rated:
    """A profession and its rate, 0..1."""

    title: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Recent:
    """A study opened before: its file, its title, its last day and the rates of its first professions then."""

    path: str
    title: str
    day: date
    rates: tuple[Rated, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether the file is still where it was."""
        return Path(self.path).is_file()


def load() -> tuple[Recent, ...]:
    """The newest first; nothing where the file is missing or says nonsense."""
    try:
        text = _file().read_text(encoding="utf-8")
    except OSError:
        return ()
    import json

    try:
        return tuple(_recent(item) for item in json.loads(text))
    except (ValueError, TypeError, KeyError):
        return ()


def record(path: Path, study: Study, day: date) -> None:
    """Put a study first, with its rates of today."""
    newest = Recent(str(path), study.title, day, _rates(study))
    others = [one for one in load() if one.path != newest.path]
    _write((newest, *others)[:MOST_KEPT])


def forget(path: str) -> None:
    """Take a study off the list; its file stays."""
    _write(tuple(one for one in load() if one.path != path))


def rates_in_words(recent: Recent) -> str:
    """« Secrétaire médicale : 40 % à 60 % », one a profession."""
    from impactapp import labels
    from impactapp.domain.analysis.rates import Interval

    return ", ".join(
        _("{profession}: {rate}").format(
            profession=rated.title, rate=labels.percent_range(Interval(rated.low, rated.high))
        )
        for rated in recent.rates
    )


def _rates(study: Study) -> tuple[Rated, ...]:
    from impactapp.domain.analysis.results import rate_of

    if any(sitting.is_training for sitting in study.sittings):
        # a room that votes sees the start page too
        return ()
    found = []
    for profession in study.professions[:PROFESSIONS_NAMED]:
        rate = rate_of(profession, study)
        if rate.low is not None and rate.high is not None:
            found.append(Rated(profession.title, rate.low, rate.high))
    return tuple(found)


def _file() -> Path:
    return paths.user_data() / "recent.json"


def _recent(item: dict[str, Any]) -> Recent:
    rates = tuple(Rated(str(rated["title"]), float(rated["low"]), float(rated["high"])) for rated in item["rates"])
    return Recent(str(item["path"]), str(item["title"]), date.fromisoformat(item["day"]), rates)


def _write(recents: tuple[Recent, ...]) -> None:
    """A folder that cannot be written costs the list, never the work."""
    import json

    listed = [asdict(one) | {"day": one.day.isoformat()} for one in recents]
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")
    except OSError:
        return

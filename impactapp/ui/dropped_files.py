"""Dropped files by where they belong: ballots, files that come back, official files; each told by what it holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from impactapp.domain.problems import Problem, Refusal
from impactapp.ui.background import Ticket
from impactapp.ui.dropping import ARCHIVES


@dataclass(frozen=True, slots=True)
class Sorted:
    """Dropped files by where they belong; ``refusal`` is what is to be said of one that belongs nowhere."""

    ballots: tuple[Path, ...]
    others: tuple[Path, ...]
    sae: tuple[Path, ...] = ()
    rome: tuple[Path, ...] = ()
    ilo: tuple[Path, ...] = ()
    refusal: Refusal | None = None


def sort_files(paths: Sequence[Path], ticket: Ticket, *, has_sittings: bool) -> Sorted:
    """Ballots go to the workshop, and folders where there is a sitting; elsewhere the workbooks of a folder come back
    one by one. Official files are told by what they hold; an archive that holds none is refused."""
    from impactapp.exchange.sources.kinds import Kind, kind_of, recognise

    ballots: list[Path] = []
    others: list[Path] = []
    found: dict[Kind, list[Path]] = {kind: [] for kind in Kind}
    refusal: Refusal | None = None
    for path in _unfolded(paths, has_sittings=has_sittings):
        ticket.breathe()
        if path.is_dir() or _is_ballot(path):
            ballots.append(path)
        elif kind := kind_of(path):
            found[kind].append(path)
        elif path.suffix.lower() in ARCHIVES:
            try:
                recognise(path)
            except Refusal as reason:
                refusal = reason
        else:
            others.append(path)
    if paths and not (ballots or others or refusal or any(found.values())):
        refusal = Refusal(Problem.SOURCE_NOTHING_DROPPED, path=paths[0])
    sae, rome, ilo = (tuple(found[kind]) for kind in Kind)
    return Sorted(tuple(ballots), tuple(others), sae, rome, ilo, refusal)


def _unfolded(paths: Sequence[Path], *, has_sittings: bool) -> Iterator[Path]:
    """Folders of official files by what they hold; others too, but where a sitting may want their ballots."""
    from impactapp.exchange.sources.kinds import Kind, kind_of
    from impactapp.exchange.sources.opening import files_inside

    for path in paths:
        if not path.is_dir():
            yield path
            continue
        tables = [one for one in files_inside(path) if one.suffix.lower() == ".csv" and kind_of(one) is Kind.SAE]
        if tables:
            yield from tables
        elif has_sittings:
            yield path
        else:
            yield from sorted(one for one in path.glob("*.xlsx") if not one.name.startswith("~$"))


def _is_ballot(path: Path) -> bool:
    """Whether a workbook says of itself that it is one; nothing else of it is read."""
    from impactapp.exchange.ballots.asked import FORMAT
    from impactapp.exchange.incoming.archive import opened

    try:
        with opened(path) as archive:
            parts = [name for name in archive.names() if name.startswith(("xl/sharedStrings", "xl/worksheets/sheet"))]
            return any(FORMAT.encode() in archive.parts.read(name) for name in parts)
    except Refusal:
        return False

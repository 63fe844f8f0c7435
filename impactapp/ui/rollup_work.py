"""What is done off the window's thread for a roll-up: reading studies, aligning professions, writing the file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from impactapp.domain.problems import Refusal
from impactapp.ui.background import Ticket

if TYPE_CHECKING:
    from impactapp.domain.analysis.rollup import RollUp
    from impactapp.exchange.rollup.matching import Likeness, Pair
    from impactapp.store.several import Gathered

# how many files are read, of how many
Progress = list[int]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read, and why."""

    path: Path
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Read:
    """What is read so far, and what was refused on the way."""

    gathered: "Gathered"
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Rolled:
    """The roll-up as it is aligned now, and the professions that may be one."""

    rolled: "RollUp"
    likenesses: tuple["Likeness", ...]


def read_studies(paths: Sequence[Path], before: Read, at: Progress, ticket: Ticket) -> Read:
    """Read files, and those of folders, one after the other; each study is let go once it is summed.

    A file that was read already is passed over. ``at`` tells the window how far it is.
    """
    from impactapp.store.several import with_file

    gathered, refused = before.gathered, list(before.refused)
    files = _files(paths, refused)
    known = {path.resolve() for path in gathered.paths.values()}
    for position, path in enumerate(files):
        ticket.breathe()
        at[:] = position, len(files)
        if path.resolve() in known:
            continue
        known.add(path.resolve())
        refused = [one for one in refused if one.path != path]
        try:
            gathered = with_file(gathered, path)
        except Refusal as refusal:
            refused.append(Refused(path, refusal))
    return Read(gathered, tuple(refused))


def align(rolled: "RollUp", answers: "Mapping[Pair, bool]", ticket: Ticket) -> Rolled:
    """Take confirmed professions for one, and look for others that may be."""
    from impactapp.domain.analysis.rollup import aligned
    from impactapp.exchange.rollup.matching import propose

    whole = aligned(rolled, [pair for pair, same in answers.items() if same])
    return Rolled(whole, propose(whole, [pair for pair, same in answers.items() if not same], ticket.breathe))


def write(rolled: "RollUp", target: Path, read: Sequence[Path], made_at: datetime, ticket: Ticket) -> Path:
    """Write it, and give the file."""
    from impactapp.exchange.rollup.writing import write_rollup

    ticket.breathe()
    write_rollup(rolled, target, read, made_at=made_at)
    return target


def _files(paths: Sequence[Path], refused: list[Refused]) -> list[Path]:
    from impactapp.store.several import studies_in

    found: list[Path] = []
    for path in paths:
        try:
            found += studies_in([path])
        except Refusal as refusal:
            refused.append(Refused(path, refusal))
    return found

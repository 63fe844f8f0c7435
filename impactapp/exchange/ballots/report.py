"""What reading ballots found: the ballots to count, and for each file what was read, refused and remarked."""

from dataclasses import dataclass
from pathlib import Path

from impactapp.domain.edits.votes import Ballot


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a cell (« C12 », or a range), or about the whole file when ``cell`` is empty."""

    cell: str
    reason: str


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file: how many answers of it are to be counted, what was refused, and what was changed but does not matter.

    ``read`` is 0 where anything is refused: a ballot is counted whole or not at all.
    """

    path: Path
    read: int
    refused: tuple[Remark, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class BallotReport:
    """All files; nothing was counted: ``ballots`` are for one edit, ``cast_ballots``, when the user agrees."""

    ballots: tuple[Ballot, ...]
    files: tuple[FileReport, ...]

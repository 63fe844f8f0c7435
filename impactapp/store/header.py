"""What the first hundred bytes of a file say, read without SQLite so that nothing of it is touched."""

from dataclasses import dataclass
from pathlib import Path

from impactapp.domain.problems import Problem
from impactapp.store.errors import StoreError, refusals_about
from impactapp.store.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\x00"
_SIZE = 100
_WAL = 2


@dataclass(frozen=True, slots=True)
class Header:
    """The version of a study file; ``is_wal`` when another program left it in write-ahead mode."""

    version: int
    is_wal: bool


def read_header(path: Path) -> Header:
    """The header of a study file; refuses what is missing, not a study, somebody else's or cut short."""
    if not path.is_file():
        raise StoreError(Problem.FILE_NOT_A_STUDY if path.exists() else Problem.FILE_MISSING, path=path)
    with refusals_about(path), path.open("rb") as file:
        start = file.read(_SIZE)
    if not start.startswith(_MAGIC):
        raise StoreError(Problem.FILE_NOT_A_STUDY, path=path)
    if len(start) < _SIZE:
        raise StoreError(Problem.FILE_DAMAGED, path=path)
    if int.from_bytes(start[68:72], "big") != APPLICATION_ID:
        raise StoreError(Problem.FILE_FOREIGN_DATABASE, path=path)
    version = int.from_bytes(start[60:64], "big")
    if version == 0:
        raise StoreError(Problem.FILE_DAMAGED, path=path)
    return Header(version, _WAL in start[18:20])

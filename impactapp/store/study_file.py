"""A study in its file (being written)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from impactapp.domain.study import Study


class ReadOnlyReason(StrEnum):
    """Why a file was opened without the right to change it."""

    NEWER = "newer"
    HELD = "held"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """Why a file is read-only, and who holds it (``person@machine``, empty when unknown)."""

    reason: ReadOnlyReason
    holder: str = ""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the append-only log; ``at`` is in UTC, ``kind`` an edit kind, ``undo:`` or ``redo:`` before it."""

    at: datetime
    kind: str
    subject: str


class StudyFile:
    """An open study file."""

    path: Path
    study: Study
    read_only: ReadOnly | None

    @classmethod
    def create(cls, path: Path, study: Study, at: datetime) -> "StudyFile":
        raise NotImplementedError

    @classmethod
    def open(cls, path: Path) -> "StudyFile":
        raise NotImplementedError

    def write(self, before: Study, after: Study, entry: LogEntry) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

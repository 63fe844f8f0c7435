"""Rotating copies of studies in the user's own folder: the last ten, and one a day for thirty days."""

import os
import re
import shutil
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from impactapp import paths
from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.store.drafts import draft_beside, free_name, journal_of
from impactapp.store.errors import StoreError, refusals_about
from impactapp.store.lock import HeldBy, take_hold
from impactapp.store.reading import read_study
from impactapp.store.study_file import StudyFile

LAST_KEPT = 10
DAYS_KEPT = 30
_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"(\d{8}T\d{12}Z)-(\d+)\.impact")
_PLAIN_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,63}")
_WHERE = "where.txt"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a study: when it was made (UTC), its size in bytes, and the last edit it holds.

    ``place`` is the file it was made of where that is another one than the file asked about, if known.
    """

    path: Path
    at: datetime
    size: int
    last_edit: int
    place: Path | None = None


def keep(file: StudyFile, study: Study, at: datetime) -> Backup | None:
    """Copy an open study, unless nothing changed since its last backup; then let go of backups past their time."""
    folder = _own_folder(study.id, file.path)
    number = file.last_edit()
    earlier = _backups_in(folder)
    if earlier and earlier[0].last_edit == number and _holds(earlier[0], study):
        return None
    with refusals_about(folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _WHERE).write_bytes(os.fsencode(file.path))
    path = folder / f"{at.astimezone(UTC).strftime(_STAMP)}-{number}.impact"
    file.copy_to(path, study, at)
    backups = _backups_in(folder)
    for old in _past_their_time(backups, at):
        with suppress(OSError):
            old.path.unlink()
    return next((backup for backup in backups if backup.path == path), None)


def listing(path: Path) -> tuple[Backup, ...]:
    """The backups of a study file, the newest first; a file that cannot be read is known by where it was."""
    try:
        return backups_of(read_study(path).id, path)
    except StoreError:
        return _backups_by_place(path.absolute())


def backups_of(study_id: str, path: Path) -> tuple[Backup, ...]:
    """The backups of a study file, the newest first; then those of the same study kept in other places."""
    own = _own_folder(study_id, path)
    name = _plain_name(study_id)
    elsewhere = {_root() / name, *_root().glob(f"{name}.*")} - {own}
    others = (replace(one, place=_place_of(folder)) for folder in elsewhere for one in _backups_in(folder))
    return (*_backups_in(own), *_newest_first(others))


def restore(backup: Backup, target: Path) -> Path | None:
    """Put a backup in the place of a file that is not open; what was there is kept beside it, at the path returned.

    An open study is restored through its document instead, as one edit that can be undone.
    """
    target = target.absolute()
    with refusals_about(target):
        hold = take_hold(target)
    if isinstance(hold, HeldBy):
        raise StoreError(Problem.STUDY_READ_ONLY, path=target)
    with ExitStack() as stack:
        stack.callback(hold.release)
        read_study(backup.path)
        kept = _kept_aside(target) if target.exists() else None
        with draft_beside(target, replace=True) as draft:
            shutil.copyfile(backup.path, draft)
    return kept


def _kept_aside(target: Path) -> Path:
    """A copy of a file as it is, sound or not, with the journal that a crash may have left."""
    name = _("{name} (before the restore)").format(name=target.stem)
    aside = free_name(target.with_name(f"{name}{target.suffix}"))
    with refusals_about(target):
        shutil.copyfile(target, aside)
        journal = journal_of(target)
        if journal.exists():
            shutil.copyfile(journal, journal_of(aside))
    return aside


def _past_their_time(backups: tuple[Backup, ...], now: datetime) -> list[Backup]:
    """Those that are neither among the last ten nor the newest of one of the last thirty days (UTC)."""
    kept = set(backups[:LAST_KEPT])
    oldest_day = (now.astimezone(UTC) - timedelta(days=DAYS_KEPT - 1)).date()
    days = set()
    for backup in backups:
        day = backup.at.date()
        if day >= oldest_day and day not in days:
            days.add(day)
            kept.add(backup)
    return [backup for backup in backups if backup not in kept]


def _holds(backup: Backup, study: Study) -> bool:
    """Whether a backup is of this very study; the number of its last edit is also that of a copy edited apart."""
    try:
        return read_study(backup.path) == study
    except StoreError:
        return False


def _backups_in(folder: Path) -> tuple[Backup, ...]:
    found = []
    for path in folder.glob("*.impact"):
        name = _NAME.fullmatch(path.name)
        if name:
            at = datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, at, path.stat().st_size, int(name[2])))
    return _newest_first(found)


def _newest_first(found: Iterable[Backup]) -> tuple[Backup, ...]:
    return tuple(sorted(found, key=lambda backup: backup.path.name, reverse=True))


def _backups_by_place(path: Path) -> tuple[Backup, ...]:
    found: list[Backup] = []
    for where in _root().glob(f"*/{_WHERE}"):
        with suppress(OSError):
            if where.read_bytes() == os.fsencode(path):
                found += _backups_in(where.parent)
    return _newest_first(found)


def _place_of(folder: Path) -> Path | None:
    """The file whose backups are in a folder."""
    try:
        return Path(os.fsdecode((folder / _WHERE).read_bytes()))
    except OSError:
        return None


def _root() -> Path:
    return paths.user_data() / "backups"


def _own_folder(study_id: str, path: Path) -> Path:
    """A folder for the file at this place alone: a copy of the file bears the same id and is edited apart."""
    place = os.path.normcase(os.path.realpath(path))
    return _root() / f"{_plain_name(study_id)}.{sha256(os.fsencode(place)).hexdigest()[:12]}"


def _plain_name(study_id: str) -> str:
    # an id comes from a file, and a file may come by mail: only a plain one becomes a name
    plain = _PLAIN_ID.fullmatch(study_id)
    return study_id if plain else f"id-{study_id.encode().hex()[:120]}"

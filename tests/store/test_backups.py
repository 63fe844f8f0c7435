"""Backups rotate, can be listed even for a file that cannot be read, and can be put back."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from impactapp import paths
from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.store import backups
from impactapp.store.drafts import journal_of
from impactapp.store.errors import StoreError
from impactapp.store.reading import read_study
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.store.files import AT, ENTRY, rewritten, written


@pytest.fixture
def file(tmp_path: Path) -> Iterator[StudyFile]:
    with closing(StudyFile.create(tmp_path / "s.impact", builders.secretary(), AT)) as opened:
        yield opened


def edited(file: StudyFile, study: Study, title: str) -> Study:
    after = replace(study, title=title)
    file.write(study, after, ENTRY)
    return after


def test_a_backup_is_the_whole_study_with_its_log(file: StudyFile) -> None:
    after = edited(file, file.study, "Autre")
    backup = backups.keep(file, after, AT)
    assert backup is not None
    assert (backup.at, backup.size) == (AT, backup.path.stat().st_size)
    assert backup.path.is_relative_to(paths.user_data())
    with closing(StudyFile.open(backup.path)) as copy:
        assert copy.study == after
        assert [edit.kind for edit in copy.log()] == ["create", "rate"]


def test_nothing_is_kept_twice(file: StudyFile) -> None:
    assert backups.keep(file, file.study, AT) is not None
    assert backups.keep(file, file.study, AT + timedelta(hours=1)) is None
    assert len(backups.listing(file.path)) == 1


def test_the_last_ten_and_one_a_day_for_thirty_days_are_kept(file: StudyFile) -> None:
    study = file.study
    made = []
    for hours in range(0, 24 * 40, 12):
        at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
        study = edited(file, study, f"Étude {hours}")
        backups.keep(file, study, at)
        made.append(at)
    last_day = made[-1].date()
    days = {last_day - timedelta(days=number) for number in range(30)}
    newest_of_days = {max(at for at in made if at.date() == day) for day in days}
    assert [backup.at for backup in backups.listing(file.path)] == sorted({*made[-10:], *newest_of_days}, reverse=True)


def test_other_files_in_the_folder_are_left_alone(file: StudyFile) -> None:
    backup = backups.keep(file, file.study, AT)
    assert backup is not None
    stranger = backup.path.with_name("notes.impact")
    stranger.write_text("à moi", encoding="utf-8")
    for number in range(15):
        edited(file, replace(file.study, title=file.study.title), f"Étude {number}")
        backups.keep(file, file.study, AT + timedelta(minutes=number))
    assert stranger.exists()
    assert len(backups.listing(file.path)) == 10


def test_an_id_that_is_no_plain_name_stays_in_the_folder(tmp_path: Path) -> None:
    study = replace(builders.secretary(), id="../../ailleurs")
    with closing(StudyFile.create(tmp_path / "s.impact", study, AT)) as file:
        backup = backups.keep(file, study, AT)
    assert backup is not None
    assert backup.path.resolve().is_relative_to((paths.user_data() / "backups").resolve())
    assert backups.backups_of(study.id, file.path) == (backup,)


def test_a_copy_of_a_study_has_backups_of_its_own(file: StudyFile, tmp_path: Path) -> None:
    copied = tmp_path / "copy.impact"
    file.close()
    shutil.copyfile(file.path, copied)
    kept = {}
    for hour, (path, title) in enumerate(((file.path, "Ici"), (copied, "Ailleurs"))):
        with closing(StudyFile.open(path)) as opened:
            kept[path] = backups.keep(opened, edited(opened, opened.study, title), AT + timedelta(hours=hour))
    here, there = kept[file.path], kept[copied]
    assert here is not None
    assert there is not None
    assert (read_study(here.path).title, read_study(there.path).title) == ("Ici", "Ailleurs")
    assert backups.listing(file.path) == (here, replace(there, place=copied))
    assert backups.listing(copied) == (there, replace(here, place=file.path))


def test_a_copy_edited_apart_and_put_back_is_not_taken_for_what_was_kept(file: StudyFile, tmp_path: Path) -> None:
    apart = tmp_path / "apart.impact"
    file.copy_to(apart, file.study, AT)
    assert backups.keep(file, edited(file, file.study, "Ici"), AT) is not None
    file.close()
    with closing(StudyFile.open(apart)) as copy:
        edited(copy, copy.study, "Ailleurs")
    shutil.copyfile(apart, file.path)
    with closing(StudyFile.open(file.path)) as back:
        backup = backups.keep(back, back.study, AT + timedelta(hours=1))
        assert backup is not None
        assert read_study(backup.path).title == "Ailleurs"
        # a backup that went bad is no backup
        backup.path.write_bytes(b"")
        assert backups.keep(back, back.study, AT + timedelta(hours=2)) is not None


def test_the_backups_of_a_file_that_cannot_be_read_are_found(file: StudyFile) -> None:
    backup = backups.keep(file, file.study, AT)
    file.close()
    file.path.write_text("tout est perdu", encoding="utf-8")
    assert backups.listing(file.path) == (backup,)
    assert backups.listing(file.path.with_name("other.impact")) == ()


def test_a_backup_put_back_keeps_what_was_there_beside_it(file: StudyFile) -> None:
    backup = backups.keep(file, file.study, AT)
    assert backup is not None
    file.close()
    rewritten(file.path, lambda content: content.__setitem__(slice(4096, 8192), b"\xa5" * 4096))
    damaged = file.path.read_bytes()
    journal_of(file.path).write_bytes(b"not a journal")
    aside = backups.restore(backup, file.path)
    assert aside is not None
    assert aside.read_bytes() == damaged
    assert journal_of(aside).read_bytes() == b"not a journal"
    assert sorted(path.name for path in file.path.parent.iterdir()) == [
        "s (avant restauration).impact",
        "s (avant restauration).impact-journal",
        "s.impact",
    ]
    with closing(StudyFile.open(file.path)) as restored:
        assert restored.study == builders.secretary()
    assert backup.path.exists()


def test_a_backup_is_put_back_where_nothing_is_left(file: StudyFile) -> None:
    backup = backups.keep(file, file.study, AT)
    assert backup is not None
    file.close()
    file.path.unlink()
    assert backups.restore(backup, file.path) is None
    assert read_study(file.path) == builders.secretary()


def test_a_backup_is_not_put_back_under_an_open_window(file: StudyFile) -> None:
    backup = backups.keep(file, file.study, AT)
    assert backup is not None
    with pytest.raises(StoreError) as refused:
        backups.restore(backup, file.path)
    assert refused.value.problem is Problem.STUDY_READ_ONLY


def test_a_damaged_backup_is_not_put_back(file: StudyFile) -> None:
    backup = backups.keep(file, file.study, AT)
    assert backup is not None
    file.close()
    backup.path.write_bytes(backup.path.read_bytes()[:5000])
    with pytest.raises(StoreError) as refused:
        backups.restore(backup, file.path)
    assert refused.value.problem is Problem.FILE_DAMAGED
    assert read_study(file.path) == builders.secretary()


def test_a_backup_that_finds_no_room_leaves_nothing_half_done(file: StudyFile) -> None:
    (paths.user_data()).mkdir(parents=True)
    (paths.user_data() / "backups").write_text("une feuille, pas un dossier", encoding="utf-8")
    with pytest.raises(StoreError):
        backups.keep(file, file.study, AT)
    assert read_study(file.path) == file.study


def test_a_copy_is_independent_and_replaces_what_is_there(file: StudyFile, tmp_path: Path) -> None:
    target = written(tmp_path / "copy.impact", builders.study())
    file.copy_to(target, file.study, AT)
    after = edited(file, file.study, "Autre")
    assert read_study(target) == builders.secretary()
    assert read_study(file.path) == after


def test_a_copy_never_replaces_the_file_itself(file: StudyFile, tmp_path: Path) -> None:
    link = tmp_path / "link.impact"
    link.symlink_to(file.path)
    for target in (file.path, link):
        with pytest.raises(StoreError) as refused:
            file.copy_to(target, file.study, AT)
        assert refused.value.problem is Problem.FILE_EXISTS


def test_a_copy_of_a_file_that_was_damaged_under_the_window_is_made_from_memory(
    file: StudyFile, tmp_path: Path
) -> None:
    rewritten(
        file.path, lambda content: content.__setitem__(slice(4096, len(content)), b"\xa5" * (len(content) - 4096))
    )
    file._connection.execute("PRAGMA shrink_memory")
    file.copy_to(tmp_path / "copy.impact", file.study, AT)
    with closing(StudyFile.open(tmp_path / "copy.impact")) as copy:
        assert copy.study == builders.secretary()
        assert [edit.kind for edit in copy.log()] == ["create"]

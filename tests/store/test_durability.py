"""What was acknowledged is on the disk, whatever happens next; what was refused has changed nothing."""

import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from impactapp.domain.edits import ratings, studies
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.store.errors import StoreError
from impactapp.store.reading import read_study
from impactapp.store.soundness import check_file
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.store.files import AT, ENTRY, crashed, query, tampered, written

ROUNDS, EDITS = 50, 200
EDITOR = """
import sys
from dataclasses import replace
from pathlib import Path
from impactapp.document import Document
from impactapp.domain.edits.edit import Edit, EditKind
def numbered(number):
    def change(study):
        professions = tuple(replace(p, title=f"Métier {number}") for p in study.professions)
        return replace(study, purpose="x" * 300 + str(number), professions=professions)
    return Edit(EditKind.RESTORE, change)
path = sys.stdin.readline()
document = Document.open(Path(path.rstrip()))
for number in range(1, 201):
    document.apply(numbered(number))
    print(number, flush=True)
"""
FILLS_UP = """
import resource, sys
from pathlib import Path
from impactapp.document import Document
from impactapp.domain.edits.studies import set_purpose
from impactapp.domain.problems import Refusal
path = Path(sys.argv[1])
document = Document.open(path)
size = path.stat().st_size + 30_000
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
number = 0
try:
    while True:
        document.apply(set_purpose(f"{number + 1} " + "x" * 5000))
        number += 1
except Refusal as refusal:
    print(refusal.problem.value, number, document.study.purpose.split()[0])
"""


def _refusal_of_write(file: StudyFile, after: Study) -> Problem:
    with pytest.raises(StoreError) as refused:
        file.write(file.study, after, ENTRY)
    return refused.value.problem


def test_every_acknowledged_edit_survives_kill_9(tmp_path: Path) -> None:
    chance = random.Random(2019)
    original = written(tmp_path / "original.impact")
    ended_early = 0
    ahead = _editor()
    for number in range(ROUNDS):
        path = tmp_path / f"{number}.impact"
        shutil.copyfile(original, path)
        # the next one starts while this one edits
        editor, ahead = ahead, _editor()
        shown = _killed_while_editing(editor, path, chance.randrange(EDITS), chance.random() * 0.004)
        ended_early += shown < EDITS
        with closing(StudyFile.open(path)) as file:
            assert file.read_only is None
            kept = int(file.study.purpose[300:] or 0)
            assert kept in (shown, shown + 1)
            assert file.study.professions[0].title == (f"Métier {kept}" if kept else "Secrétaire médicale")
            assert len(file.log()) == kept + 1
        assert query(path, "PRAGMA integrity_check") == [("ok",)]
    ahead.kill()
    ahead.communicate()
    assert ended_early > ROUNDS / 2


def _editor() -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", EDITOR], stdin=pipe, stdout=pipe, encoding="utf-8")


def _killed_while_editing(editor: "subprocess.Popen[str]", path: Path, after: int, delay: float) -> int:
    """Kill the editor some time after it showed an edit; the last edit it showed."""
    with editor:
        assert editor.stdin is not None
        assert editor.stdout is not None
        editor.stdin.write(f"{path}\n")
        editor.stdin.flush()
        shown = 0
        while shown < after:
            shown = int(editor.stdout.readline())
        time.sleep(delay)
        editor.kill()
        rest = editor.stdout.read().split()
    return int(rest[-1]) if rest else shown


def test_a_crash_in_the_middle_of_an_edit_is_taken_back_on_opening(tmp_path: Path) -> None:
    path = crashed(written(tmp_path / "s.impact", builders.large(5, 30)))
    with closing(StudyFile.open(path)) as file:
        assert file.study == builders.large(5, 30)
    assert list(tmp_path.iterdir()) == [path]


def test_a_crashed_file_is_read_and_checked_without_a_change(tmp_path: Path) -> None:
    path = crashed(written(tmp_path / "s.impact", builders.large(5, 30)))
    before = {found: found.read_bytes() for found in tmp_path.iterdir()}
    assert len(before) == 2
    assert read_study(path) == builders.large(5, 30)
    assert check_file(path) == ()
    assert {found: found.read_bytes() for found in tmp_path.iterdir()} == before


def test_a_full_disk_refuses_the_edit_and_keeps_the_one_before(tmp_path: Path) -> None:
    path = written(tmp_path / "s.impact")
    with closing(StudyFile.open(path)) as file:
        (pages,) = file._connection.execute("PRAGMA page_count").fetchone()
        file._connection.execute(f"PRAGMA max_page_count = {pages}")
        assert _refusal_of_write(file, replace(file.study, purpose="x" * 20_000)) is Problem.DISK_FULL
        assert read_study(path) == file.study
        smaller = replace(file.study, title="Autre")
        file.write(file.study, smaller, ENTRY)
        assert read_study(path) == smaller
        assert [edit.kind for edit in file.log()] == ["create", "rate"]


def test_a_file_that_cannot_grow_refuses_and_the_document_goes_on(tmp_path: Path) -> None:
    path = written(tmp_path / "s.impact")
    done = subprocess.run(
        [sys.executable, "-c", FILLS_UP, str(path)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout, done.stderr
    problem, made, shown = done.stdout.split()
    assert problem in ("disk_full", "disk_error")
    assert int(made) > 0
    assert shown == made
    assert read_study(path).purpose.split()[0] == made
    assert query(path, "PRAGMA integrity_check") == [("ok",)]


def test_an_input_error_on_a_disk_without_room_means_that_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "s.impact")
    monkeypatch.setattr(shutil, "disk_usage", lambda place: shutil._ntuple_diskusage(1, 1, 0))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with closing(StudyFile.open(path)) as file:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, before[1]))
        try:
            problem = _refusal_of_write(file, replace(file.study, purpose="x" * 20_000))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert problem is Problem.DISK_FULL


def test_a_file_deleted_under_the_window_is_noticed_before_writing(tmp_path: Path) -> None:
    path = written(tmp_path / "s.impact")
    with closing(StudyFile.open(path)) as file:
        path.unlink()
        assert _refusal_of_write(file, replace(file.study, title="Autre")) is Problem.FILE_VANISHED
        assert not path.exists()
        file.copy_to(tmp_path / "copy.impact", file.study, AT)
    assert read_study(tmp_path / "copy.impact") == builders.secretary()


def test_a_file_replaced_under_the_window_is_left_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "s.impact")
    other = written(tmp_path / "other.impact", builders.study())
    with closing(StudyFile.open(path)) as file:
        other.replace(path)
        assert _refusal_of_write(file, replace(file.study, title="Autre")) is Problem.FILE_VANISHED
    assert read_study(path) == builders.study()


def test_a_file_changed_by_another_program_is_not_written_over(tmp_path: Path) -> None:
    path = written(tmp_path / "s.impact")
    with closing(StudyFile.open(path)) as file:
        tampered(path, "UPDATE study SET title = 'Ailleurs'")
        assert _refusal_of_write(file, replace(file.study, title="Autre")) is Problem.FILE_VANISHED
    assert read_study(path).title == "Ailleurs"


def test_a_row_that_is_not_there_refuses_the_whole_edit(tmp_path: Path) -> None:
    path = written(tmp_path / "s.impact")
    with closing(StudyFile.open(path)) as file:
        elsewhere = replace(file.study, id="another", title="Une autre")
        with pytest.raises(StoreError) as refused:
            file.write(elsewhere, studies.set_title("Autre").change(elsewhere), ENTRY)
        assert refused.value.problem is Problem.FILE_VANISHED
        assert len(file.log()) == 1


def test_one_row_in_many_that_is_not_there_refuses_the_whole_edit(tmp_path: Path) -> None:
    path = written(tmp_path / "s.impact", builders.large(1, 50))
    with closing(StudyFile.open(path)) as file:
        (profession,) = file.study.professions
        lost = replace(profession.tasks[20], id="lost")
        elsewhere = replace(file.study, professions=(replace(profession, tasks=(*profession.tasks, lost)),))
        cells = [ratings.Cell(task.id, Hypothesis.LOW, Aspect.MATURITY) for _one, task in elsewhere.tasks()]
        other = next(level for level in Level if level is not lost.level(Hypothesis.LOW, Aspect.MATURITY))
        with pytest.raises(StoreError) as refused:
            file.write(elsewhere, ratings.rate(cells, other).change(elsewhere), ENTRY)
        assert refused.value.problem is Problem.FILE_VANISHED
        assert len(file.log()) == 1
    assert read_study(path) == builders.large(1, 50)


def test_a_file_locked_by_another_program_is_refused_after_a_moment(tmp_path: Path) -> None:
    path = written(tmp_path / "s.impact")
    with closing(StudyFile.open(path)) as file, closing(sqlite3.connect(path)) as other:
        file._connection.execute("PRAGMA busy_timeout = 1")
        other.execute("BEGIN EXCLUSIVE")
        assert _refusal_of_write(file, replace(file.study, title="Autre")) is Problem.DISK_ERROR

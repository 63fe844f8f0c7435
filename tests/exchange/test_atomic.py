"""A file is replaced whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from impactapp.domain.problems import Problem
from impactapp.exchange.atomic import replacing
from impactapp.exchange.problems import ExchangeError


def write(target: Path, text: str = "new") -> None:
    with replacing(target) as temporary:
        temporary.write_text(text, encoding="utf-8")


def refusal(target: Path) -> Problem:
    with pytest.raises(ExchangeError) as refused:
        write(target)
    assert refused.value.values["path"] == str(target)
    return refused.value.problem


def test_the_target_appears_whole_and_alone(tmp_path: Path) -> None:
    target = tmp_path / "export.csv"
    write(target)
    assert target.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_the_old_file_stays_until_the_end_and_when_something_fails(tmp_path: Path) -> None:
    target = tmp_path / "export.csv"
    target.write_text("old", encoding="utf-8")

    def fail() -> None:
        with replacing(target) as temporary:
            temporary.write_text("half", encoding="utf-8")
            assert target.read_text(encoding="utf-8") == "old"
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_rights_of_a_file_survive_its_replacement(tmp_path: Path) -> None:
    target = tmp_path / "export.csv"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    write(target)
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    write(tmp_path / "export.csv")
    assert (tmp_path / "export.csv").stat().st_mode == other.stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    write(link)
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"


def test_a_folder_that_does_not_exist_is_refused_and_named(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError) as refused, replacing(tmp_path / "nowhere" / "export.csv"):
        pass
    assert (refused.value.problem, refused.value.values) == (
        Problem.FOLDER_MISSING,
        {"path": str(tmp_path / "nowhere")},
    )


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    assert refusal(tmp_path) is Problem.TARGET_UNWRITABLE


def test_a_name_with_nul_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a\0b.csv") is Problem.TARGET_UNWRITABLE


def test_a_file_marked_read_only_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "export.csv"
    target.write_text("old", encoding="utf-8")
    # the administrator who runs the tests may write everywhere: what the system answers to others is put here
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != target)
    assert refusal(target) is Problem.TARGET_UNWRITABLE
    assert target.read_text(encoding="utf-8") == "old"


def test_a_file_that_excel_holds_is_said_to_be_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "export.xlsx"
    target.write_text("old", encoding="utf-8")

    def held(self: Path, other: Path) -> Path:
        raise PermissionError(errno.EACCES, "used by another process")

    monkeypatch.setattr(Path, "replace", held)
    assert refusal(target) is Problem.TARGET_OPEN_ELSEWHERE
    assert [path.name for path in tmp_path.iterdir()] == ["export.xlsx"]


@pytest.mark.parametrize(
    ("code", "problem"), [(errno.ENOSPC, Problem.DISK_FULL), (errno.EIO, Problem.TARGET_UNWRITABLE)]
)
def test_a_failure_of_the_disk_is_named(tmp_path: Path, code: int, problem: Problem) -> None:
    target = tmp_path / "export.csv"
    with pytest.raises(ExchangeError) as refused, replacing(target):
        raise OSError(code, "disk")
    assert refused.value.problem is problem
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", ["replace", "chmod"])
def test_a_failure_while_putting_in_place_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    target = tmp_path / "export.csv"
    target.write_text("old", encoding="utf-8")

    def failing(*_arguments: object) -> None:
        raise OSError(errno.EIO, "disk")

    monkeypatch.setattr(Path, step, failing)
    assert refusal(target) is Problem.TARGET_UNWRITABLE
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]

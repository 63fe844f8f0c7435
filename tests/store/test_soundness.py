"""The check of a file finds damage, lost parents and values no edit would have let in, and changes nothing."""

import errno
from pathlib import Path
from typing import NoReturn

import pytest

from impactapp.domain.problems import Problem
from impactapp.store import connection as connections
from impactapp.store.errors import StoreError
from impactapp.store.soundness import Flaw, FlawCode, check_file, flaw_sentence
from tests.store.files import rewritten, tampered, written

UNCHECKED = "PRAGMA ignore_check_constraints = ON"
HIGH_BELOW = "UPDATE judgement SET level = 'faible' WHERE task_id = 'sec-6' AND hypothesis = 'high'"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "s.impact")


def test_a_sound_file_has_no_flaw(path: Path) -> None:
    assert check_file(path) == ()


@pytest.mark.parametrize(
    ("statements", "flaws"),
    [
        (["DELETE FROM profession"], [Flaw(FlawCode.ORPHAN, "activités")] * 10),
        (["DELETE FROM study"], [FlawCode.UNREADABLE]),
        (["UPDATE study SET rule = 'next'"], [FlawCode.UNREADABLE]),
        (["UPDATE study SET rule = 'custom'"], [Flaw(FlawCode.RATES_MISSING, "Secrétaire médicale")]),
        (
            ["UPDATE study SET custom_faible = 0.5, custom_moyen = 0.2, custom_fort = 1"],
            [Flaw(FlawCode.RATES_NOT_ORDERED, "Secrétaire médicale")],
        ),
        (["UPDATE profession SET title = ' '"], [Flaw(FlawCode.EMPTY_TITLE, "Secrétaire médicale")]),
        (
            ["UPDATE task SET title = 'tenue à jour du dossier PATIENT' WHERE id = 'sec-9'"],
            [Flaw(FlawCode.DUPLICATE_TITLE, "tenue à jour du dossier PATIENT")],
        ),
        ([HIGH_BELOW], [Flaw(FlawCode.HIGH_BELOW_LOW, "Prise de notes, frappe et mise en forme des documents")]),
        ([UNCHECKED, "UPDATE task SET share = 2 WHERE id = 'sec-8'"], [FlawCode.SHARE_OUT_OF_RANGE]),
    ],
)
def test_each_flaw_is_named_and_the_file_left_alone(
    path: Path, statements: list[str], flaws: list[Flaw | FlawCode]
) -> None:
    tampered(path, *statements)
    before = path.read_bytes()
    found = check_file(path)
    expected = [flaw.code if isinstance(flaw, Flaw) else flaw for flaw in flaws]
    assert [flaw.code for flaw in found] == expected
    assert [wanted for wanted in flaws if isinstance(wanted, Flaw) and wanted not in found] == []
    assert all(found_flaw.where in flaw_sentence(found_flaw) for found_flaw in found)
    assert path.read_bytes() == before


def test_damaged_pages_are_found(path: Path) -> None:
    rewritten(path, lambda content: content.__setitem__(slice(8192, 12288), b"\xa5" * 4096))
    assert {flaw.code for flaw in check_file(path)} == {FlawCode.DAMAGED}


def test_a_file_cut_short_is_found_damaged(path: Path) -> None:
    rewritten(path, lambda content: content.__delitem__(slice(len(content) // 2, None)))
    assert [flaw.code for flaw in check_file(path)] == [FlawCode.DAMAGED]


def test_an_index_that_disagrees_with_its_table_is_found(path: Path) -> None:
    tampered(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'position)', 'title)') WHERE name = 'task_in_order'",
    )
    assert {flaw.code for flaw in check_file(path)} == {FlawCode.DAMAGED}


def test_a_file_that_is_no_study_is_refused(tmp_path: Path) -> None:
    (tmp_path / "s.impact").write_text("rien", encoding="utf-8")
    with pytest.raises(StoreError) as refused:
        check_file(tmp_path / "s.impact")
    assert refused.value.problem is Problem.FILE_NOT_A_STUDY


def test_a_disk_that_fails_is_not_called_damage(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_arguments: object, **_options: object) -> NoReturn:
        raise OSError(errno.EIO, "input error")

    monkeypatch.setattr(connections, "connect_for_reading", failing)
    with pytest.raises(StoreError) as refused:
        check_file(path)
    assert refused.value.problem is Problem.DISK_ERROR


def test_every_flaw_has_words() -> None:
    sentences = {flaw_sentence(Flaw(code, "ici")) for code in FlawCode}
    assert len(sentences) == len(FlawCode)

"""Whatever is done to the bytes of a file, reading, checking and saving it end in a study or in a refusal."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from impactapp.domain.analysis.results import analyse
from impactapp.domain.problems import Problem, Refusal
from impactapp.store.errors import StoreError
from impactapp.store.losses import LossCode
from impactapp.store.reading import read_study
from impactapp.store.salvage import salvage
from impactapp.store.soundness import FlawCode, check_file
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.store.files import AT, rewritten, tampered, written

UNCHECKED = "PRAGMA ignore_check_constraints = ON"
ROUNDS = 40


def flip(content: bytearray, chance: random.Random) -> None:
    for _byte in range(chance.choice((1, 3, 20))):
        content[chance.randrange(100, len(content))] = chance.randrange(256)


def cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def garble(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(100, len(content) - 500)
    content[start : start + 500] = chance.randbytes(500)


@pytest.mark.parametrize("harm", [flip, cut, garble])
def test_harm_to_any_byte_ends_in_a_refusal_at_worst(
    tmp_path: Path, harm: Callable[[bytearray, random.Random], None]
) -> None:
    study = replace(builders.skilled(), sittings=builders.workshop().sittings)
    whole = written(tmp_path / "s.impact", study).read_bytes()
    refused = 0
    for seed in range(ROUNDS):
        content = bytearray(whole)
        harm(content, random.Random(seed))
        path = tmp_path / f"{seed}.impact"
        path.write_bytes(content)
        saved = tmp_path / f"{seed}-saved.impact"
        with suppress(Refusal):
            check_file(path)
        with suppress(Refusal):
            salvage(path, saved, AT)
        if saved.exists():
            analyse(read_study(saved))
        try:
            analyse(read_study(path))
            StudyFile.open(path).close()
        except Refusal:
            refused += 1
    assert refused > 0


def test_a_text_that_is_no_utf_8_is_damage(tmp_path: Path) -> None:
    path = written(tmp_path / "s.impact")
    words = "Secrétaire médicale".encode()
    rewritten(path, lambda content: content.__setitem__(slice(0, None), content.replace(words, b"\xff" + words[1:])))
    for read in (StudyFile.open, read_study):
        with pytest.raises(StoreError) as refused:
            read(path)
        assert refused.value.problem is Problem.FILE_DAMAGED
    assert {flaw.code for flaw in check_file(path)} == {FlawCode.DAMAGED}
    assert read_study(salvage(path, tmp_path / "saved.impact", AT).target).title.startswith("\ufffd")


def test_words_of_sqlite_that_quote_damaged_bytes_are_damage(tmp_path: Path) -> None:
    path = written(tmp_path / "s.impact")
    rewritten(path, lambda content: content.__setitem__(slice(0, None), content.replace(b"CREATE T", b"CREATE \xff")))
    for read in (StudyFile.open, read_study):
        with pytest.raises(StoreError) as refused:
            read(path)
        assert refused.value.problem is Problem.FILE_DAMAGED
    assert [flaw.code for flaw in check_file(path)] == [FlawCode.DAMAGED]


@pytest.mark.parametrize(
    ("statement", "code", "table", "named"),
    [
        ("UPDATE profession SET fte = 9e999", FlawCode.STAFF_OUT_OF_RANGE, "profession", "inf"),
        ("UPDATE profession SET fte = -1", FlawCode.STAFF_OUT_OF_RANGE, "profession", "-1.0"),
        ("UPDATE profession SET headcount = -3", FlawCode.STAFF_OUT_OF_RANGE, "profession", "-3"),
        ("UPDATE task SET share = 7 WHERE id = 'sec-8'", FlawCode.SHARE_OUT_OF_RANGE, "task", "7.0"),
        ("UPDATE task SET share = -9e999 WHERE id = 'sec-8'", FlawCode.SHARE_OUT_OF_RANGE, "task", "-inf"),
        ("UPDATE study SET rule = 'custom', custom_faible = 0.1", FlawCode.RATES_MISSING, "study", "0.1"),
        ("UPDATE study SET custom_moyen = 0.1, custom_fort = 0.2", FlawCode.RATES_MISSING, "study", "0.2"),
        (
            "UPDATE study SET rule = 'custom', custom_faible = 5, custom_moyen = -1, custom_fort = 2",
            FlawCode.RATES_NOT_ORDERED,
            "study",
            "5.0",
        ),
        (
            "UPDATE study SET custom_faible = 0, custom_moyen = 0.5, custom_fort = 9e999",
            FlawCode.RATES_NOT_ORDERED,
            "study",
            "inf",
        ),
    ],
)
def test_a_number_that_cannot_be_is_refused_named_and_left_behind(
    tmp_path: Path, statement: str, code: FlawCode, table: str, named: str
) -> None:
    path = tampered(written(tmp_path / "s.impact"), UNCHECKED, statement)
    for read in (StudyFile.open, read_study):
        with pytest.raises(StoreError) as refused:
            read(path)
        assert refused.value.problem is Problem.FILE_DAMAGED
    assert {flaw.code for flaw in check_file(path)} <= {code, FlawCode.DAMAGED}
    assert check_file(path)
    saved = salvage(path, tmp_path / "saved.impact", AT)
    (loss,) = saved.losses
    assert (loss.code, loss.table) == (LossCode.ROW, table)
    assert named in loss.rest
    assert check_file(saved.target) == ()
    kept = builders.secretary()
    assert saved.study.title == kept.title
    assert [task.title for _, task in saved.study.tasks()] == [task.title for _, task in kept.tasks()]

"""Of a damaged study, sittings are saved with what the edits would let in of them, and what is lost is listed."""

from dataclasses import replace
from pathlib import Path

import pytest

from impactapp.domain.study import Origin
from impactapp.domain.workshop import Protocol, Scope
from impactapp.store.losses import LossCode, loss_sentence
from impactapp.store.reading import read_study
from impactapp.store.salvage import Salvage, salvage
from impactapp.store.soundness import check_file
from tests import builders
from tests.store.files import AT, query, rewritten, tampered, written

UNCHECKED = "PRAGMA ignore_check_constraints = ON"
STUDY = builders.workshop()
(SITTING,) = STUDY.sittings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "s.impact", STUDY)


def salvaged(path: Path) -> Salvage:
    before = path.read_bytes()
    saved = salvage(path, path.with_name("saved.impact"), AT)
    assert path.read_bytes() == before
    assert check_file(saved.target) == ()
    assert read_study(saved.target) == saved.study
    assert all(loss_sentence(loss) for loss in saved.losses)
    return saved


def lost(saved: Salvage) -> set[tuple[LossCode, str]]:
    return {(loss.code, loss.table) for loss in saved.losses}


def test_sittings_of_a_sound_file_are_saved_whole(path: Path) -> None:
    saved = salvaged(path)
    assert (saved.study, saved.losses) == (STUDY, ())


def test_the_parts_of_a_lost_sitting_are_kept_in_a_new_one(path: Path) -> None:
    saved = salvaged(tampered(path, "DELETE FROM sitting"))
    (found,) = saved.study.sittings
    assert found == replace(SITTING, title="Séance retrouvée", day=None, place="")
    assert lost(saved) == {(LossCode.PARENT, "sitting")}


@pytest.mark.parametrize("scope", [Scope.CRITERIA, Scope.SUBSTITUTION_ONCE])
def test_what_was_voted_tells_what_a_lost_sitting_asked(tmp_path: Path, scope: Scope) -> None:
    aspect, hypothesis = ("roi", "low") if scope is Scope.CRITERIA else ("substitution", "")
    path = written(tmp_path / "s.impact", STUDY)
    tampered(
        path,
        "DELETE FROM sitting",
        "DELETE FROM tally WHERE hypothesis = 'high'",
        f"UPDATE tally SET aspect = '{aspect}', hypothesis = '{hypothesis}'",
    )
    (found,) = salvaged(path).study.sittings
    assert found.protocol == Protocol(scope=scope)
    assert [len(talk.tallies) for talk in found.talks] == [6, 3, 3, 3, 0]


def test_the_votes_of_a_lost_talk_are_listed(path: Path) -> None:
    saved = salvaged(tampered(path, "DELETE FROM talk WHERE task_id = 'sec-1'"))
    assert saved.study.sittings[0].talks == SITTING.talks[1:]
    assert [(loss.code, loss.table) for loss in saved.losses] == [(LossCode.PARENT, "tally")] * 12


def test_the_votes_of_a_lost_group_are_listed(path: Path) -> None:
    saved = salvaged(tampered(path, "DELETE FROM sitting_group WHERE id = 'unions'", "DELETE FROM survey_item"))
    (found,) = saved.study.sittings
    assert [group.id for group in found.groups] == ["staff", "managers"]
    assert not any(tally.group_id == "unions" for talk in found.talks for tally in talk.tallies)
    assert lost(saved) == {(LossCode.PARENT, "tally"), (LossCode.PARENT, "self_position")}


def test_a_sitting_lets_go_of_a_profession_that_is_lost(path: Path) -> None:
    statements = [f"DELETE FROM {table}" for table in ("judgement", "task", "profession")]
    saved = salvaged(tampered(path, *statements))
    assert saved.study.sittings[0].profession_ids == ()
    assert lost(saved) == {(LossCode.PARENT, "sitting_profession")}


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE sitting SET rounds = 9", "sitting"),
        ("UPDATE sitting SET day = 'demain'", "sitting"),
        ("UPDATE sitting_group SET kind = 'boss' WHERE id = 'unions'", "sitting_group"),
        ("UPDATE talk SET parked = 7 WHERE task_id = 'sec-2'", "talk"),
        ("UPDATE talk SET round = 9 WHERE task_id = 'sec-2'", "talk"),
        ("UPDATE talk SET dissent = 99 WHERE task_id = 'sec-2'", "talk"),
        ("UPDATE tally SET fort = 99 WHERE task_id = 'sec-6' AND group_id = 'staff'", "tally"),
        ("UPDATE tally SET fort = -1 WHERE task_id = 'sec-6' AND group_id = 'staff'", "tally"),
        ("UPDATE self_position SET one = 99 WHERE group_id = 'staff'", "self_position"),
        ("UPDATE survey_item SET one = 99 WHERE number = 1", "survey_item"),
        ("UPDATE survey_item SET one = -1 WHERE number = 1", "survey_item"),
    ],
)
def test_what_cannot_be_is_listed_and_the_rest_kept(path: Path, statement: str, table: str) -> None:
    saved = salvaged(tampered(path, UNCHECKED, statement))
    assert (LossCode.ROW, table) in lost(saved)
    (found,) = saved.study.sittings
    assert (found.id, found.title, found.received) == (SITTING.id, SITTING.title, SITTING.received)
    assert found.talks[0] == SITTING.talks[0] or table == "sitting_group"


def test_a_round_that_was_voted_was_reached(path: Path) -> None:
    saved = salvaged(tampered(path, "UPDATE talk SET round = 1"))
    assert saved.study.sittings[0].talks[0].round == 2


def test_made_up_votes_tell_that_a_lost_title_page_was_of_a_demonstration(tmp_path: Path) -> None:
    study = replace(STUDY, origin=Origin.DEMONSTRATION, sittings=(replace(SITTING, is_simulated=True),))
    path = tampered(written(tmp_path / "s.impact", study), "DELETE FROM study")
    saved = salvaged(path)
    assert saved.study.origin is Origin.DEMONSTRATION
    assert saved.study.sittings == study.sittings


def test_votes_around_a_damaged_page_are_saved(tmp_path: Path) -> None:
    study = replace(STUDY, sittings=tuple(replace(SITTING, id=f"w{n}", title=f"Séance {n}") for n in range(40)))
    path = written(tmp_path / "s.impact", study)
    content = path.read_bytes()
    # the page where the votes of the twentieth sitting begin, and none but votes
    place = content.index(b"w20sec-1substitutionlow") // 4096 * 4096
    rewritten(path, lambda spoiled: spoiled.__setitem__(slice(place, place + 4096), b"\xa5" * 4096))
    saved = salvaged(path)
    assert (LossCode.ROWS, "tally") in lost(saved)
    assert saved.study.sittings[0] == study.sittings[0]
    assert saved.study.sittings[-1] == study.sittings[-1]
    assert len(query(saved.target, "SELECT 1 FROM tally")) > 500

"""Of a damaged study, skills and barriers are saved with what still ties them, and what is lost is listed."""

import shutil
from pathlib import Path

import pytest

from impactapp.domain.rule import Rule
from impactapp.store.losses import LossCode, loss_sentence
from impactapp.store.reading import read_study
from impactapp.store.salvage import Salvage, salvage
from impactapp.store.soundness import check_file
from tests import builders
from tests.store.files import AT, tampered, written

SCHEMAS = Path(__file__).parent / "schemas"
UNCHECKED = "PRAGMA ignore_check_constraints = ON"
STUDY = builders.skilled()
SECRETARY = STUDY.professions[0]


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


def lost(saved: Salvage) -> list[tuple[LossCode, str, str]]:
    return [(loss.code, loss.table, loss.rest) for loss in saved.losses]


def test_skills_and_barriers_of_a_sound_file_are_saved_whole(path: Path) -> None:
    saved = salvaged(path)
    assert (saved.study, saved.losses) == (STUDY, ())


def test_a_file_of_the_first_version_is_saved_whole(tmp_path: Path) -> None:
    path = Path(shutil.copy(SCHEMAS / "v1.impact", tmp_path))
    saved = salvaged(path)
    assert (saved.study, saved.losses) == (read_study(path), ())


def test_the_links_of_a_lost_skill_are_listed_and_its_barrier_lets_go(path: Path) -> None:
    saved = salvaged(tampered(path, "DELETE FROM skill WHERE id = 'k1'"))
    (found,) = saved.study.professions
    assert found.skills == SECRETARY.skills[1:]
    assert found.barriers[0].skill_ids == ()
    assert lost(saved) == [
        *((LossCode.PARENT, "link", str(intensity)) for intensity in (3, 3, 1)),
        (LossCode.PARENT, "barrier_skill", "Rédaction sans IA"),
    ]


def test_the_link_to_a_lost_activity_is_listed_with_its_skill(path: Path) -> None:
    tampered(path, "DELETE FROM judgement WHERE task_id = 'sec-9'", "DELETE FROM task WHERE id = 'sec-9'")
    saved = salvaged(path)
    assert saved.study.professions[0].skills[0].links == SECRETARY.skills[0].links[:2]
    assert lost(saved) == [(LossCode.PARENT, "link", "Rédaction · 1")]


def test_what_a_lost_barrier_kept_is_listed(path: Path) -> None:
    saved = salvaged(tampered(path, "DELETE FROM barrier"))
    assert saved.study.professions[0].barriers == ()
    assert lost(saved) == [(LossCode.PARENT, "barrier_skill", "k1")]


def test_skills_and_barriers_whose_profession_is_lost_are_kept_with_its_activities(path: Path) -> None:
    saved = salvaged(tampered(path, "DELETE FROM profession"))
    (found,) = saved.study.professions
    assert found.title.startswith("Activités retrouvées")
    assert (found.tasks, found.skills, found.barriers) == (SECRETARY.tasks, SECRETARY.skills, SECRETARY.barriers)
    assert {(loss.code, loss.table) for loss in saved.losses} == {
        (LossCode.PARENT, "task"),
        (LossCode.PARENT, "skill"),
        (LossCode.PARENT, "barrier"),
    }


def test_skills_whose_profession_is_lost_with_all_its_activities_are_kept(path: Path) -> None:
    tampered(path, *(f"DELETE FROM {table}" for table in ("link", "judgement", "task", "profession")))
    (found,) = salvaged(path).study.professions
    assert [skill.title for skill in found.skills] == ["Rédaction", "Relation avec le patient", "Archivage"]
    assert found.barriers == SECRETARY.barriers


@pytest.mark.parametrize(
    ("statement", "table", "named"),
    [
        ("UPDATE skill SET baseline_hours = 9e999 WHERE id = 'k1'", "skill", "inf"),
        ("UPDATE skill SET baseline_hours = 0 WHERE id = 'k1'", "skill", "0.0"),
        ("UPDATE skill SET experienced = -3 WHERE id = 'k1'", "skill", "-3"),
        ("UPDATE barrier SET hours_per_month = 10000", "barrier", "10000.0"),
        ("UPDATE barrier SET team_hours = -1", "barrier", "-1.0"),
        ("UPDATE barrier SET start = '2026-11-22', review = '2026-11-21'", "barrier", "2026-11-21"),
        ("UPDATE barrier SET review = 'demain'", "barrier", "demain"),
    ],
)
def test_a_number_that_cannot_be_is_left_behind_and_the_rest_kept(
    path: Path, statement: str, table: str, named: str
) -> None:
    saved = salvaged(tampered(path, UNCHECKED, statement))
    (loss,) = saved.losses
    assert (loss.code, loss.table) == (LossCode.ROW, table)
    assert named in loss.rest
    (found,) = saved.study.professions
    assert [skill.links for skill in found.skills] == [skill.links for skill in SECRETARY.skills]
    assert [barrier.skill_ids for barrier in found.barriers] == [("k1",)]


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE link SET intensity = 4 WHERE task_id = 'sec-9'", "link"),
        ("UPDATE link SET stage = 'magic' WHERE task_id = 'sec-9'", "link"),
        ("UPDATE skill SET kind = 'magic' WHERE id = 'k3'", "skill"),
        ("UPDATE barrier SET state = 'dreamt'; DELETE FROM barrier_skill", "barrier"),
        ("UPDATE task SET human_validates = 7 WHERE id = 'sec-9'", "task"),
    ],
)
def test_a_row_that_makes_no_sense_is_listed(path: Path, statement: str, table: str) -> None:
    saved = salvaged(tampered(path, UNCHECKED, *statement.split(";")))
    assert [(loss.code, loss.table) for loss in saved.losses] == [(LossCode.ROW, table)]


def test_a_skill_that_is_doubled_is_kept_once(path: Path) -> None:
    tampered(
        path,
        "CREATE TABLE doubled AS SELECT * FROM skill",
        "DROP TABLE skill",
        "ALTER TABLE doubled RENAME TO skill",
        "INSERT INTO skill SELECT * FROM skill WHERE id = 'k3'",
    )
    saved = salvaged(path)
    assert saved.study == STUDY
    assert [(loss.code, loss.table) for loss in saved.losses] == [(LossCode.ROW, "skill")]


def test_an_exposure_rule_that_lost_its_rates_is_the_default_one(path: Path) -> None:
    statement = "UPDATE study SET rule = 'custom', exposure_rule = 'custom', custom_faible = 0.1"
    study = salvaged(tampered(path, statement)).study
    assert (study.rule, study.exposure_rule) == (Rule.SHARE_OF_FORT, Rule.WEIGHTED)

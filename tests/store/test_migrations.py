"""Every file ever shipped still opens; an older one is brought up after a copy is put beside it."""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.rule import Rule
from impactapp.store import connection as connections
from impactapp.store import migrations, schema
from impactapp.store.reading import read_study
from impactapp.store.soundness import check_file
from impactapp.store.study_file import ReadOnlyReason, StudyFile
from tests import builders, staff_builders
from tests.store.files import AT, ENTRY, query, written

SCHEMAS = Path(__file__).parent / "schemas"
TODAY = migrations.current_version()
NEXT_STEP = ("made_up_next_schema", ("CREATE TABLE later (a TEXT) STRICT", "UPDATE study SET authors = 'deux'"))
BROKEN_STEP = ("made_up_broken_schema", ("CREATE TABLE later (a TEXT) STRICT", "INSERT INTO nowhere VALUES (1)"))


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of today, seen by a program one version later."""
    path = written(tmp_path / "s.impact")
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, NEXT_STEP))
    return path


def test_a_file_of_every_version_is_kept() -> None:
    kept = {path.name for path in SCHEMAS.glob("*.impact")}
    assert kept == {f"v{version}.impact" for version in range(1, TODAY + 1)}


@pytest.mark.parametrize("version", range(1, TODAY + 1))
def test_a_file_of_every_version_opens(tmp_path: Path, version: int) -> None:
    path = Path(shutil.copy(SCHEMAS / f"v{version}.impact", tmp_path))
    with closing(StudyFile.open(path)) as file:
        assert file.read_only is None
        assert (file.study.establishment, file.study.rule) == ("CH d’essai", Rule.CUSTOM)
        tasks = file.study.professions[0].tasks
        assert tasks[0].level(Hypothesis.LOW, Aspect.MATURITY) is Level.FORT
        assert [task.title for task in tasks] == [title for title, _low, _high in builders.SECRETARY_MATRIX]
        assert [edit.kind for edit in file.log()] == ["create", "rate"]
    assert check_file(path) == ()


@pytest.mark.parametrize("version", range(1, TODAY + 1))
def test_a_schema_is_what_it_was_when_it_was_shipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    monkeypatch.setattr(schema, "STEPS", schema.STEPS[:version])
    path = tmp_path / "s.impact"
    with closing(connections.connect_to_draft(path)) as connection:
        migrations.migrate(connection)
    statement = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE '%sqlite%' ORDER BY name"
    assert query(path, statement) == query(SCHEMAS / f"v{version}.impact", statement)


def test_a_file_of_the_first_version_gains_skills_and_sittings_after_a_copy_is_put_beside_it(tmp_path: Path) -> None:
    path = Path(shutil.copy(SCHEMAS / "v1.impact", tmp_path))
    before = path.read_bytes()
    with closing(StudyFile.open(path)) as file:
        (found,) = file.study.professions
        assert (file.study.exposure_rule, found.skills, found.barriers) == (Rule.WEIGHTED, (), ())
        assert {task.human_validates for task in found.tasks} == {False}
        assert file.study.sittings == ()
        skilled = replace(found, skills=builders.skilled().professions[0].skills)
        after = replace(file.study, professions=(skilled,), sittings=builders.workshop().sittings)
        file.write(file.study, after, ENTRY)
    assert read_study(path) == after
    assert check_file(path) == ()
    assert query(path, "PRAGMA user_version") == [(TODAY,)]
    copy = path.with_name("v1 (avant mise à jour, version 1).impact")
    assert copy.read_bytes()[100:] == before[100:]
    assert set(tmp_path.iterdir()) == {path, copy}


def test_the_skills_and_sittings_of_the_second_version_are_read() -> None:
    study = read_study(SCHEMAS / "v2.impact")
    (found,), (expected,) = study.professions, builders.skilled().professions
    assert study.exposure_rule is Rule.THREE_QUARTERS
    assert found.skills == expected.skills
    assert [task.human_validates for task in found.tasks] == [task.human_validates for task in expected.tasks]
    dated = replace(expected.barriers[0], start=date(2026, 1, 5), review=date(2026, 7, 1), note="À revoir")
    assert found.barriers == (dated,)
    assert study.sittings == builders.workshop().sittings


def test_the_staff_and_scenarios_of_the_third_version_are_read() -> None:
    study = read_study(SCHEMAS / "v3.impact")
    (found,) = study.professions
    assert found.difference == "L’accueil pèse davantage ici."
    assert study.staffing == staff_builders.staffing(found.id)
    assert study.scenarios == (staff_builders.PRUDENT, staff_builders.STATED)


def test_an_older_file_is_brought_up_after_a_copy_is_put_beside_it(next_version: Path) -> None:
    before = next_version.read_bytes()
    with closing(StudyFile.open(next_version)) as file:
        assert file.read_only is None
        assert file.study.authors == "deux"
    assert query(next_version, "PRAGMA user_version") == [(TODAY + 1,)]
    copy = next_version.with_name(f"s (avant mise à jour, version {TODAY}).impact")
    assert copy.read_bytes()[100:] == before[100:]  # the header counts writes
    assert set(next_version.parent.iterdir()) == {next_version, copy}


def test_a_copy_made_before_is_not_replaced(next_version: Path) -> None:
    earlier = next_version.with_name(f"s (avant mise à jour, version {TODAY}).impact")
    earlier.write_text("à garder", encoding="utf-8")
    StudyFile.open(next_version).close()
    assert earlier.read_text(encoding="utf-8") == "à garder"
    second = next_version.with_name(f"s (avant mise à jour, version {TODAY})-2.impact")
    assert query(second, "PRAGMA user_version") == [(TODAY,)]


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "s.impact")
    before = query(path, "SELECT name FROM sqlite_schema")
    with monkeypatch.context() as later:
        later.setattr(schema, "STEPS", (*schema.STEPS, BROKEN_STEP))
        with pytest.raises(Exception, match="nowhere"):
            StudyFile.open(path)
    assert query(path, "SELECT name FROM sqlite_schema") == before
    with closing(StudyFile.open(path)) as file:
        assert file.read_only is None
        assert file.study == builders.secretary()


def test_an_older_file_that_is_held_is_read_without_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "s.impact")
    before = path.read_bytes()
    with closing(StudyFile.open(path)):
        monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, NEXT_STEP))
        with closing(StudyFile.open(path)) as second:
            assert second.read_only is not None
            assert second.read_only.reason is ReadOnlyReason.HELD
            assert second.study.authors == "deux"
            second.copy_to(tmp_path / "copy.impact", second.study, AT)
    assert path.read_bytes() == before
    assert read_study(tmp_path / "copy.impact").authors == "deux"


def test_an_older_file_is_read_and_checked_without_a_change(next_version: Path) -> None:
    before = next_version.read_bytes()
    assert read_study(next_version).authors == "deux"
    assert check_file(next_version) == ()
    assert next_version.read_bytes() == before

"""`impactapp rollup`: the sum of the studies, to the last digit, and a refusal for what would count twice."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from math import fsum
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from impactapp.domain.profession import Profession
from impactapp.domain.study import Rule, Study
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.cli.conftest import Run
from tests.exchange.office import formulas, recalculated

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = Draft202012Validator(json.loads((ROOT / "docs/schema/rollup.schema.json").read_text(encoding="utf-8")))
AT = datetime(2026, 11, 22, tzinfo=UTC)


def hospital(number: int) -> Study:
    """A study of three professions, sized by its number; every third one does not state its FTE."""
    secretary = builders.secretary().professions[0]
    made: list[Profession] = []
    for at in range(3):
        tasks = tuple(replace(task, id=f"{at}-{task.id}") for task in secretary.tasks[: 4 + (number + at) % 6])
        fte = None if (number + at) % 3 == 0 else 1.1 * (number + at)
        made.append(replace(secretary, id=f"p{at}", code=f"code-{at}", title=f"Métier {at}", fte=fte, tasks=tasks))
    return replace(builders.study(*made), id=f"s{number}", title=f"Étude {number}", establishment=f"CH {number}")


def written(folder: Path, *studies: Study) -> list[str]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{study.id}.impact" for study in studies]
    for path, study in zip(paths, studies, strict=True):
        StudyFile.create(path, study, AT).close()
    return [str(path) for path in paths]


def rolled(run: Run, *arguments: str) -> dict[str, Any]:
    assert run("rollup", *arguments, "--out", "all.json").code == 0
    made: dict[str, Any] = json.loads(Path("all.json").read_text(encoding="utf-8"))
    SCHEMA.validate(made)
    return made


def test_fifty_studies_are_the_sum_of_what_each_shows(run: Run, tmp_path: Path) -> None:
    paths = written(tmp_path / "studies", *map(hospital, range(50)))
    shown = [json.loads(run("show", path, "--json").out) for path in paths]
    made = rolled(run, str(tmp_path / "studies"))
    for end in ("low", "high"):
        exposed = [profession["fte_exposed"][end] for one in shown for profession in one["professions"]]
        known = [number for number in exposed if number is not None]
        assert made["totals"]["fte_exposed"][end] == round(fsum(known), 9)
        assert made["totals"]["fte_exposed"]["unknown"] == len(exposed) - len(known) > 0
    ftes = [profession["fte"] for one in shown for profession in one["professions"] if profession["fte"] is not None]
    assert made["totals"]["fte"]["sum"] == round(fsum(ftes), 9)
    assert [line["studies"] for line in made["professions"]] == [50, 50, 50]


def test_the_order_of_the_studies_changes_no_sum(run: Run, tmp_path: Path) -> None:
    paths = written(tmp_path / "studies", *map(hospital, range(5)))
    assert rolled(run, *paths)["totals"] == rolled(run, *reversed(paths))["totals"]


def test_the_workbook_says_the_same_and_its_sums_are_live(run: Run, tmp_path: Path) -> None:
    paths = written(tmp_path / "studies", *map(hospital, range(4)))
    made = rolled(run, *paths)
    outcome = run("rollup", *paths, "--out", "all.xlsx", "--progress")
    assert "4/4" in outcome.out
    with closing(load_workbook("all.xlsx", data_only=True)) as book:
        assert book.sheetnames == ["Lisez-moi", "Métiers", "Établissements"]
        last = [cell.value for cell in list(book["Métiers"].rows)[-1]]
        assert last[:1] == ["Total"]
        assert last[6] == pytest.approx(made["totals"]["fte_exposed"]["high"])
        assert "ETP non renseignés" in str(book["Établissements"]["H5"].value)


@pytest.mark.libreoffice
def test_libreoffice_finds_the_same_sums(run: Run, tmp_path: Path) -> None:
    paths = written(tmp_path / "studies", *map(hospital, range(3)))
    assert run("rollup", *paths, "--out", "all.xlsx").code == 0
    stored, again = load_workbook("all.xlsx", data_only=True), recalculated(Path("all.xlsx"), tmp_path / "office")
    found = formulas(Path("all.xlsx"))
    assert len(found) == 8
    for sheet, cell in found:
        assert again[sheet][cell].value == pytest.approx(stored[sheet][cell].value)


def test_studies_of_several_rules_are_summed_with_a_warning(run: Run, tmp_path: Path) -> None:
    paths = written(tmp_path / "studies", hospital(1), replace(hospital(2), rule=Rule.WEIGHTED))
    outcome = run("rollup", *paths, "--out", "all.json")
    assert "ne se comparent pas" in outcome.out
    assert json.loads(Path("all.json").read_text(encoding="utf-8"))["one_rule"] is False


def test_a_study_that_would_count_twice_is_refused_by_name(run: Run, tmp_path: Path) -> None:
    (path,) = written(tmp_path / "studies", hospital(1))
    copy = tmp_path / "copie.impact"
    copy.write_bytes(Path(path).read_bytes())
    outcome = run("rollup", path, str(copy), "--out", "all.json")
    assert outcome.code == 1
    assert "copie.impact" in outcome.err
    assert "s1.impact" in outcome.err
    assert not Path("all.json").exists()


@pytest.mark.parametrize(("out", "folder"), [("all.pdf", False), ("all.json", True)])
def test_what_cannot_be_rolled_up_is_refused_in_a_sentence(run: Run, tmp_path: Path, out: str, folder: bool) -> None:
    (tmp_path / "empty").mkdir()
    (path,) = written(tmp_path / "studies", hospital(1))
    outcome = run("rollup", str(tmp_path / "empty") if folder else path, "--out", out)
    assert (outcome.code, len(outcome.err.strip().splitlines())) == (1, 1)
    assert not Path(out).exists()

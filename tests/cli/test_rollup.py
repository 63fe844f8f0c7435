"""`impactapp rollup`: the sum of the studies, to the last digit, and a refusal for what would count twice."""

import json
from contextlib import closing
from dataclasses import replace
from math import fsum
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from impactapp.domain.rule import Rule
from tests.cli.conftest import Run
from tests.exchange.office import formulas, recalculated
from tests.rollup_builders import hospital, staffed, titled, written

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = Draft202012Validator(json.loads((ROOT / "docs/schema/rollup.schema.json").read_text(encoding="utf-8")))


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
    assert made["units"] == []
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
        assert book.sheetnames == ["Lisez-moi", "Métiers", "Métiers par établissement", "Établissements"]
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


def test_titles_without_a_code_are_one_profession_only_once_confirmed(run: Run, tmp_path: Path) -> None:
    paths = written(tmp_path / "studies", titled(1, "Secrétaire médicale"), titled(2, "Secrétaire médical (H/F)"))
    apart = rolled(run, *paths)
    assert len(apart["professions"]) == 4
    hints = run("rollup", *paths, "--out", "all.json").out
    assert '--same "Secrétaire médicale=Secrétaire médical (H/F)"' in hints
    same = ("--same", "Secrétaire médicale=Secrétaire médical (H/F)")
    (together, *_others) = rolled(run, *paths, *same)["professions"]
    assert (together["title"], together["also"]) == ("Secrétaire médicale", ["Secrétaire médical (H/F)"])
    assert together["studies"] == 2
    both = [apart["professions"][at]["fte_exposed"]["high"] for at in (0, 3)]
    assert together["fte_exposed"]["high"] == pytest.approx(fsum(both))
    assert "--same" not in run("rollup", *paths, "--out", "all.json", *same).out


def test_a_title_joins_the_profession_that_has_a_code(run: Run, tmp_path: Path) -> None:
    paths = written(tmp_path / "studies", titled(1, "Métier 0"), hospital(2))
    (line, *others) = rolled(run, *paths, "--same", "métier 0=code-0")["professions"]
    assert (line["code"], line["studies"], len(others)) == ("code-0", 2, 2)


def test_two_titles_of_one_study_are_never_proposed(run: Run, tmp_path: Path) -> None:
    study = titled(1, "Secrétaire médicale")
    first, second, third = study.professions
    paths = written(tmp_path / "studies", replace(study, professions=(first, replace(second, title="x"), third)))
    assert "--same" not in run("rollup", *paths, "--out", "all.json").out


@pytest.mark.parametrize("said", ["Métier 0", "Métier 0=Rien de tel", "=Métier 0", "Métier 0=", "="])
def test_what_is_not_there_cannot_be_confirmed(run: Run, tmp_path: Path, said: str) -> None:
    paths = written(tmp_path / "studies", hospital(1))
    outcome = run("rollup", *paths, "--out", "all.json", "--same", said)
    assert (outcome.code, said in outcome.err, Path("all.json").exists()) == (1, True, False)


def test_a_title_may_hold_the_sign_itself(run: Run, tmp_path: Path) -> None:
    paths = written(tmp_path / "studies", titled(1, "IDE = infirmier"), titled(2, "Infirmier"))
    made = rolled(run, *paths, "--same", "IDE = infirmier=Infirmier")
    assert made["professions"][0]["also"] == ["Infirmier"]


def test_sites_and_services_are_summed_and_the_site_counts_its_services(run: Run, tmp_path: Path) -> None:
    paths = written(tmp_path / "studies", staffed(1), hospital(2), staffed(4))
    made = rolled(run, *paths)
    assert [(unit["establishment"], unit["title"], unit["site"]) for unit in made["units"][:3]] == [
        ("CH 1", "Site Nord", ""),
        ("CH 1", "Médecine", "Site Nord"),
        ("CH 1", "Chirurgie", ""),
    ]
    north, ward, surgery = made["units"][:3]
    assert north["fte"] == ward["fte"] == {"sum": 3.5, "unknown": 0}
    assert (north["professions"], [part["title"] for part in ward["professions"]]) == ([], ["Métier 0"])
    shown = json.loads(run("show", paths[0], "--json").out)["professions"][0]
    assert surgery["fte_exposed"]["low"] == pytest.approx(6.25 * shown["rates"]["share_of_fort"]["low"])
    assert run("rollup", *paths, "--out", "all.xlsx").code == 0
    with closing(load_workbook("all.xlsx", data_only=True)) as book:
        rows = list(book["Sites et services"].iter_rows(min_row=5, max_row=7, max_col=6, values_only=True))
    assert rows[1] == ("CH 1", "Site Nord", "Médecine", "Tous les métiers", 4, 3.5)
    assert rows[2][3] == "Métier 0"


def test_each_establishment_stands_beside_the_others_in_every_form(run: Run, tmp_path: Path) -> None:
    paths = written(tmp_path / "studies", staffed(1), hospital(2))
    made = rolled(run, *paths)
    shown = [json.loads(run("show", path, "--json").out) for path in paths]
    for at, line in enumerate(made["professions"]):
        wanted = [(id, one["professions"][at]) for id, one in zip(("s1", "s2"), shown, strict=True)]
        assert [(place["study"], place["fte"]) for place in line["establishments"]] == [
            (id, found["fte"]) for id, found in wanted
        ]
        for place, (_id, found) in zip(line["establishments"], wanted, strict=True):
            for end in ("low", "high"):
                assert place["rate"][end] == found["rates"]["share_of_fort"][end]
                known = found["fte_exposed"][end]
                assert place["fte_exposed"][end] == (None if known is None else pytest.approx(known))
    assert [one["in_units"] and one["in_units"]["fte"]["sum"] for one in made["studies"]] == [9.75, None]
    assert run("rollup", *paths, "--out", "all.xlsx").code == 0
    with closing(load_workbook("all.xlsx", data_only=True)) as book:
        sheet = book["Métiers par établissement"]
        assert sheet.auto_filter.ref == "A4:I10"
        assert [cell.value for cell in sheet[6]][:2] == ["Métier 0", "CH 2"]
        assert [cell.value for cell in sheet[6]][3] == pytest.approx(2.2)
        assert "9,75 ETP sur" in str(book["Établissements"]["H5"].value).replace("\u00a0", " ")


def test_a_study_that_was_read_is_never_written_over(run: Run, tmp_path: Path) -> None:
    (path,) = written(tmp_path / "studies", hospital(1))
    other = Path("all.json")
    other.hardlink_to(path)
    before = Path(path).read_bytes()
    outcome = run("rollup", path, "--out", "all.json")
    assert (outcome.code, "all.json" in outcome.err) == (1, True)
    assert other.read_bytes() == Path(path).read_bytes() == before


def test_drafts_that_were_left_behind_are_no_studies(run: Run, tmp_path: Path) -> None:
    (path,) = written(tmp_path / "studies", hospital(1))
    (tmp_path / "studies" / ".s1.impact").write_bytes(Path(path).read_bytes())
    assert [site["id"] for site in rolled(run, str(tmp_path / "studies"))["studies"]] == ["s1"]


def test_a_folder_that_cannot_be_listed_is_refused_in_a_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "studies", hospital(1))

    def refuse(_folder: Path) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "iterdir", refuse)
    outcome = run("rollup", str(tmp_path / "studies"), "--out", "all.json")
    assert (outcome.code, len(outcome.err.strip().splitlines())) == (1, 1)
    assert "studies" in outcome.err

"""`impactapp import` of workbooks: what comes back is told cell by cell, and taken only when asked to, in one edit."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from impactapp.document import Document
from impactapp.domain.edits.ratings import Cell, rate
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FO, MO
from tests.cli.conftest import Run
from tests.cli.test_schemas import documented
from tests.exchange import cases
from tests.exchange.incoming import planned

STUDY = builders.skilled()
SCHEMA = Draft202012Validator(documented("import"))
HIGH = Cell("sec-1", Hypothesis.HIGH, Aspect.SUBSTITUTION)


@pytest.fixture
def out(run: Run) -> Path:
    """A study, and the workbook that was written from it."""
    Document.create(Path("s.impact"), STUDY).close()
    return cases.exported(STUDY, Path.cwd())


def typed(path: Path, cells: dict[tuple[str, str], object], name: str = "retour.xlsx") -> str:
    def put(sheets: dict[str, Worksheet]) -> None:
        for (sheet, ref), value in cells.items():
            sheets[sheet][ref].value = value

    return edited(path, put, name)


def edited(path: Path, edit: Callable[[dict[str, Worksheet]], object], name: str = "retour.xlsx") -> str:
    book = load_workbook(path)
    edit({sheet.title: sheet for sheet in book.worksheets})
    book.save(path.with_name(name))
    return name


def now() -> Study:
    document = Document.open(Path("s.impact"))
    try:
        return document.study
    finally:
        document.close()


def answered(run: Run, *arguments: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run("import", "s.impact", *arguments, "--json").out)
    assert [error.message for error in SCHEMA.iter_errors(answer)] == []
    return answer


def test_a_workbook_that_did_not_change_says_the_same(run: Run, out: Path) -> None:
    outcome = run("import", "s.impact", out.name)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.endswith("L’étude dit la même chose.\n")


def test_a_dry_run_tells_each_change_with_its_cell_and_changes_nothing(run: Run, out: Path) -> None:
    before = Path("s.impact").read_bytes()
    name = typed(out, {("Matrice", "D5"): "MOYEN ", ("Critères", "C6"): "Une\nraison"})
    outcome = run("import", "s.impact", name)
    said = " ".join(outcome.out.replace("\u00a0", " ").split())
    assert outcome.code == 0
    assert "Fort → Moyen (Matrice!D5)" in said
    assert "– → Une raison (Critères!C6)" in said
    assert said.endswith("Rien n’a été changé : ajoutez --apply pour le reprendre.")
    assert Path("s.impact").read_bytes() == before


def test_what_is_taken_is_one_edit(run: Run, out: Path) -> None:
    name = typed(out, {("Matrice", "D5"): "2", ("Compétences", "F5"): 31, ("Résultats", "B9"): 35})
    assert run("import", "s.impact", name, "--apply").code == 0
    document = Document.open(Path("s.impact"))
    (profession,) = document.study.professions
    assert [entry.kind for entry in document.log()][1:] == ["import"]
    document.close()
    assert profession.tasks[0].level(Hypothesis.HIGH, Aspect.SUBSTITUTION) is MO
    assert (profession.headcount, profession.skills[0].experienced) == (35, 31)


def test_json_is_as_its_schema_says(run: Run, out: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        matrix = sheets["Matrice"]
        matrix["D5"], matrix["C6"], matrix["B7"] = "Moyen", "élevé", 0.25
        matrix.insert_rows(9)
        matrix["A9"], matrix["C9"] = "Relire", "Fort"
        matrix.delete_rows(15)

    answer = answered(run, edited(out, edit))
    assert [(one["field"], one["before"], one["after"], one["cell"]) for one in answer["changes"]] == [
        ("substitution.high", "fort", "moyen", "D5"),
        ("share", None, 0.25, "B7"),
    ]
    (refused,) = answer["refused"]
    assert (refused["sheet"], refused["cell"], "élevé" in refused["reason"]) == ("Matrice", "C6", True)
    assert [(one["title"], one["says"]) for one in answer["new"]] == [("Relire", {"substitution.low": "fort"})]
    assert [one["title"] for one in answer["missing"]] == [builders.SECRETARY_MATRIX[9][0]]
    assert answer["read"] == answer["unchanged"] + 3
    assert answer["applied"] is False


def test_missing_rows_stay_until_it_is_asked_and_are_told_by_the_code(run: Run, out: Path) -> None:
    name = edited(out, lambda sheets: sheets["Matrice"].delete_rows(14))
    assert run("import", "s.impact", name, "--apply").code == 3
    assert len(now().professions[0].tasks) == 10
    assert run("import", "s.impact", name, "--apply", "--keep-missing").code == 0
    assert run("import", "s.impact", name, "--apply", "--remove-missing").code == 0
    assert len(now().professions[0].tasks) == 9


def test_conflicts_are_left_out_unless_one_side_is_chosen(run: Run, out: Path) -> None:
    document = Document.open(Path("s.impact"))
    document.apply(rate([HIGH], MO))
    document.close()
    name = typed(out, {("Matrice", "D5"): None, ("Matrice", "B5"): 0.5})
    answer = answered(run, name)
    assert [(one["base"], one["before"], one["after"]) for one in answer["conflicts"]] == [("fort", "moyen", None)]
    assert [one["field"] for one in answer["changes"]] == ["share"]
    assert run("import", "s.impact", name, "--apply").code == 3
    assert (now().professions[0].tasks[0].share, level()) == (0.5, MO)
    assert (run("import", "s.impact", name, "--apply", "--keep-study").code, level()) == (0, MO)
    assert (run("import", "s.impact", name, "--apply", "--take-file").code, level()) == (0, None)


def level() -> Level | None:
    return now().professions[0].tasks[0].level(Hypothesis.HIGH, Aspect.SUBSTITUTION)


def test_several_files_are_merged_and_their_disagreements_are_side_by_side(run: Run, out: Path) -> None:
    one = typed(out, {("Matrice", "D5"): "Moyen", ("Matrice", "B5"): 0.5}, "un.xlsx")
    two = typed(out, {("Matrice", "D5"): None, ("Matrice", "B6"): 0.5}, "deux.xlsx")
    answer = answered(run, one, two, "--apply")
    (split,) = answer["disagreements"]
    assert [(each["file"], each["after"]) for each in split["versions"]] == [("un.xlsx", "moyen"), ("deux.xlsx", None)]
    assert answer["applied"] is True
    assert level() is FO
    assert [task.share for task in now().professions[0].tasks[:2]] == [0.5, 0.5]


def test_a_folder_is_read_whole_and_a_refused_file_does_not_keep_the_others_back(run: Run, out: Path) -> None:
    Path("dossier").mkdir()
    typed(out, {("Matrice", "D5"): "Moyen"})
    Path("retour.xlsx").rename("dossier/a.xlsx")
    Path("dossier/b.xlsx").write_bytes(b"PK half")
    Path("dossier/~$a.xlsx").write_bytes(b"held")
    answer = answered(run, "dossier")
    assert (len(answer["changes"]), [one["file"] for one in answer["refused"]]) == (1, ["b.xlsx"])
    assert run("import", "s.impact", "dossier").code == 3


def test_rows_without_identifiers_are_asked_about(run: Run, out: Path) -> None:
    def lose(sheets: dict[str, Worksheet]) -> None:
        for name, column in (("Matrice", 6), ("Critères", 21), ("Liens", 13)):
            for row in range(5, 30):
                sheets[name].cell(row, column).value = None
        # nothing of it is left: what it was, of which study, how the study was
        sheets["_impactapp"].delete_rows(1, 200)
        sheets["Matrice"]["D5"] = "Moyen"

    name = edited(out, lose)
    answer = answered(run, name)
    assert (answer["changes"], len([one for one in answer["guesses"] if one["score"] == 100]) >= 10) == ([], True)
    assert run("import", "s.impact", name, "--apply", "--keep-missing").code == 3
    assert level() is FO
    assert run("import", "s.impact", name, "--apply", "--keep-missing", "--accept-guesses").code in (0, 3)
    assert level() is MO


def test_a_workbook_of_another_study_is_refused_unless_it_is_matched_by_its_words(run: Run, out: Path) -> None:
    other = cases.exported(builders.secretary(), Path.cwd())
    Document.create(Path("t.impact"), builders.study(builders.profession(1))).close()
    outcome = run("import", "t.impact", other.name)
    assert (outcome.code, "autre étude" in outcome.err) == (1, True)
    assert out.exists()
    by_text = run("import", "t.impact", other.name, "--by-text")
    assert (by_text.code, by_text.err) == (3, "")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_refused_file_leaves_the_study_as_it_was(content: bytes, run: Run, out: Path) -> None:
    before = Path("s.impact").read_bytes()
    out.write_bytes(content)
    outcome = run("import", "s.impact", out.name, "--apply")
    assert (outcome.code, outcome.err.count("\n"), out.name in outcome.err) == (1, 1, True)
    assert Path("s.impact").read_bytes() == before


def test_options_that_contradict_each_other_or_are_not_for_ballots_are_misused(run: Run, out: Path) -> None:
    for pair in (("--dry-run", "--apply"), ("--take-file", "--keep-study"), ("--remove-missing", "--keep-missing")):
        assert run("import", "s.impact", out.name, *pair).code == 2
    assert run("import", "s.impact", out.name, "--sitting", "x", "--take-file").code == 2


def test_a_file_without_its_hidden_sheet_is_remarked_on_and_no_cell_is_left_out(run: Run, out: Path) -> None:
    book = load_workbook(out)
    del book["_impactapp"]
    book.save("retour.xlsx")
    answer = answered(run, "retour.xlsx")
    assert answer["refused"] == []
    assert [one["reason"][:35] for one in answer["remarks"]] == [
        "Le fichier ne dit plus ce qu’était ",
        "Le fichier ne dit pas ce qu’il cont",
    ]
    assert run("import", "s.impact", "retour.xlsx").code == 0


def test_what_is_typed_where_nothing_is_read_is_left_out_with_its_cell(run: Run, out: Path) -> None:
    name = typed(out, {("Lisez-moi", "B31"): "Vu avec l’équipe", ("Matrice", "C5"): "Fort"})
    outcome = run("import", "s.impact", name)
    assert outcome.code == 3
    assert "Lisez-moi!B31 — «\u00a0Vu avec l’équipe\u00a0» est dans une cellule qui n’est pas relue" in outcome.out


def test_staff_and_scenarios_are_told_and_taken(run: Run) -> None:
    Document.create(Path("s.impact"), planned.study()).close()
    path = cases.exported(planned.study(), Path.cwd())
    rows = [[cell.value for cell in row] for row in load_workbook(path)["Effectifs"].iter_rows()]
    line = next(at for at, row in enumerate(rows, 1) if row[0] == "Secrétaire médicale")
    uses = [[cell.value for cell in row] for row in load_workbook(path)["Scénarios"].iter_rows()]
    use = next(at for at, row in enumerate(uses, 1) if row[0] == "Accueil")
    name = typed(path, {("Effectifs", f"C{line}"): 25, ("Scénarios", f"B{use}"): 0.5})
    answer = answered(run, name, "--apply")
    assert [(one["where"], one["field"], one["after"]) for one in answer["changes"]] == [
        ("Secrétaire médicale — Médecine (Site Nord)", "staff.headcount", 25),
        ("Rapide", "scenario.uses", [{"title": "Accueil", "share": 0.5}, {"title": "Formation", "share": None}]),
    ]
    assert now().staffing.lines[0].headcount == 25
    assert now().scenarios[1].uses[0].share == 0.5
    assert "L’étude dit la même chose." in run("import", "s.impact", name).out

"""`impactapp import` of lists that somebody else made: which sheet, which columns, what is said of them."""

import json
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from impactapp import paths
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.study import Study
from impactapp.store.reading import read_study
from tests.builders import FA, FO, MO, profession, secretary, study, task
from tests.cli.ballots import written
from tests.cli.conftest import Run
from tests.exchange.foreign.lists import HEADINGS, PUBLISHED

ODD = "Quoi;Prudent ?;Audacieux ?\nActivité 1;Moyen;Fort\nRelances;Faible;Fort\n"
SMALL = study(profession(1, (task(1, FA, MO), task(2))))


def text(name: str, content: str) -> str:
    Path(name).write_text(content, encoding="utf-8")
    return name


def decisions(path: str) -> dict[str, tuple[Level | None, Level | None]]:
    held = read_study(Path(path))
    sides = (Hypothesis.LOW, Hypothesis.HIGH)
    found = {one.title: [one.level(side, Aspect.SUBSTITUTION) for side in sides] for _of, one in held.tasks()}
    return {title: (low, high) for title, (low, high) in found.items()}


def answered(out: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(out)
    return found


def test_the_published_matrix_says_what_the_study_says(run: Run) -> None:
    file = text("diapo.txt", "\n".join(" ".join(row) for row in (HEADINGS, *PUBLISHED)))
    done = run("import", written(secretary()), file)

    assert done.code == 0
    assert answered(run("import", "s.impact", file, "--json").out)["changes"] == []
    assert "hypothèse basse" in done.out, "the columns that were read are told"


def test_columns_that_are_named_are_taken_and_remembered(run: Run) -> None:
    path, file = written(SMALL), text("liste.csv", ODD)
    done = run("import", path, file, "--columns", "Quoi=title,Prudent ?=low,Audacieux ?=high", "--apply")

    assert done.code == 0
    assert decisions(path) == {"Activité 1": (MO, FO), "Activité 2": (None, None), "Relances": (FA, FO)}
    assert (paths.user_data() / "columns.json").is_file()
    again = text("autre.csv", ODD.replace("Relances", "Classement"))
    assert run("import", path, again, "--apply").code == 0
    assert decisions(path)["Classement"] == (FA, FO)


def test_a_column_that_is_not_there_is_refused(run: Run) -> None:
    done = run("import", written(SMALL), text("liste.csv", ODD), "--columns", "Rien=title")

    assert done.code == 1
    assert "Rien" in done.err
    assert "Prudent ?" in done.err


def test_of_several_sheets_one_is_chosen(run: Run) -> None:
    book = Workbook()
    for title in ("Site nord", "Site sud"):
        sheet = book.create_sheet(title)
        sheet.append(HEADINGS)
        sheet.append(("Activité 1", "Moyen", "Fort"))
    book.remove(book.worksheets[0])
    book.save("sites.xlsx")
    path = written(SMALL)

    assert "Site nord, Site sud" in run("import", path, "sites.xlsx").err
    assert run("import", path, "sites.xlsx", "--sheet", "site SUD", "--apply").code == 0
    assert decisions(path)["Activité 1"] == (MO, FO)
    assert "Site nord" in run("import", path, "sites.xlsx", "--sheet", "Site est").err


def test_a_text_named_as_a_workbook_is_read_and_said(run: Run) -> None:
    file = text("liste.xlsx", "Activité;Basse\nActivité 1;Moyen\n")
    done = run("import", written(SMALL), file)

    assert done.code == 0
    assert "liste.xlsx" in done.out
    assert "CSV" in done.out


def test_what_was_supposed_is_said_beside_what_is_refused(run: Run) -> None:
    file = text("liste.csv", "Activité;Substitution\nActivité 2;Moyen\n")
    done = answered(run("import", written(SMALL), file, "--json").out)

    assert done["refused"] == []
    assert [(one["cell"], "basse" in one["reason"]) for one in done["remarks"]] == [("B1", True)]


def test_of_several_professions_one_is_said(run: Run) -> None:
    several: Study = study(profession(1, (task(1),)), profession(2, (task(2),)))
    path, file = written(several), text("liste.csv", "Activité;Basse\nActivité 2;Fort\n")

    assert run("import", path, file).code == 1
    assert run("import", path, file, "--profession", "métier 2", "--apply").code == 0
    assert decisions(path)["Activité 2"] == (FO, None)


def test_a_list_that_names_professions_needs_none(run: Run) -> None:
    path = written(study(profession(1, (task(1),)), profession(2, (task(2),))))
    file = text("liste.csv", "Métier;ETP;Activité;Basse\nMétier 2;12,5;Activité 2;Fort\nMétier 9;;Tri;Fort\n")
    done = answered(run("import", path, file, "--json").out)

    assert [(one["field"], one["after"]) for one in done["changes"]] == [
        ("profession.fte", 12.5),
        ("substitution.low", "fort"),
    ]
    assert [one["cell"] for one in done["refused"]] == ["C3"]


def test_a_study_without_a_profession_takes_no_activity(run: Run) -> None:
    done = run("import", written(study()), text("liste.csv", "Activité;Basse\nAccueil;Fort\n"))

    assert done.code == 1
    assert "métier" in done.err


def test_colours_are_refused_and_change_nothing(run: Run) -> None:
    from tests.exchange.foreign.lists import fill, sheet_of

    book = Workbook()
    sheet = sheet_of(book, [HEADINGS, ("Activité 1",), ("Activité 2",)])
    for cell, colour in (("B2", "FF92D050"), ("B3", "FFFF0000")):
        fill(sheet, cell, colour)
    book.save("couleurs.xlsx")
    done = answered(run("import", written(SMALL), "couleurs.xlsx", "--json").out)

    assert done["changes"] == []
    assert [one["cell"] for one in done["refused"]] == ["B2"]


def test_a_csv_named_as_a_workbook_is_read_with_one_sentence(run: Run) -> None:
    written(SMALL)
    file = text("liste.xlsx", "Activité;Hypothèse basse\nActivité 2;Fort\n")
    outcome = run("import", "s.impact", file, "--json")
    found = answered(outcome.out)
    assert (outcome.code, outcome.err) == (0, "")
    assert [one["reason"].replace("\u00a0", " ") for one in found["remarks"]] == [
        "« liste.xlsx » est un texte et non un classeur Excel : il a été lu comme un CSV."
    ]
    assert [one["after"] for one in found["changes"]] == ["fort"]
    assert found["refused"] == []


def test_a_grid_of_ticks_and_a_turned_matrix_are_read_and_said(run: Run) -> None:
    written(SMALL)
    for name, lines, reason in (
        (
            "croix.csv",
            "Activité;Faible;Moyen;Fort\nActivité 1;X;;\nActivité 2;;;X\n",
            "Ici, chaque niveau a sa colonne",
        ),
        ("tourne.csv", "Activité;Activité 1;Activité 2\nHypothèse basse;Faible;Fort\n", "Ici, les activités sont"),
    ):
        found = answered(run("import", "s.impact", text(name, lines), "--json").out)
        assert [one["reason"].startswith(reason) for one in found["remarks"][:1]] == [True]
        assert [(one["field"], one["after"]) for one in found["changes"]] == [("substitution.low", "fort")]
        assert found["refused"] == []

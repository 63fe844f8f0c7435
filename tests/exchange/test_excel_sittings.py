"""The workbook holds the minutes and the votes of the sittings, shows no group too small, and is as before without."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from impactapp.domain.analysis.consensus import consensus
from impactapp.domain.edits.votes import count_hands, new_round, set_dissent
from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, Scope, questions
from impactapp.labels import workshop as workshop_labels
from tests import builders
from tests.exchange.ballots.desk import MANAGERS, SITTING, STAFF, UNIONS, study_with
from tests.exchange.cases import exported
from tests.exchange.office import formulas, recalculated

LOW, HIGH = questions(Scope.SUBSTITUTION_TWICE)
VECTORS = [(5, 0, 0), (4, 1, 0), (3, 2, 0), (1, 3, 1), (2, 2, 1), (3, 1, 1), (4, 0, 1), (2, 1, 2), (3, 0, 2), (0, 0, 5)]


def voted() -> Study:
    """Ten activities as the method's vectors by the managers; the first one by all, and again in a second round."""
    study = study_with()
    for number, counts in enumerate(VECTORS, 1):
        study = count_hands(SITTING, f"sec-{number}", LOW, MANAGERS.id, Counts(*counts)).change(study)
    for group, counts in ((STAFF, (3, 3, 2)), (UNIONS, (0, 0, 2))):
        study = count_hands(SITTING, "sec-1", HIGH, group.id, Counts(*counts)).change(study)
    study = new_round(SITTING, "sec-1").change(study)
    study = count_hands(SITTING, "sec-1", LOW, UNIONS.id, Counts(2, 0, 0)).change(study)
    return set_dissent(SITTING, "sec-1", 1, "=1+1").change(study)


def table(path: Path) -> list[list[object]]:
    sheet = load_workbook(path, data_only=True)["Votes"]
    rows = [list[object](cell.value for cell in row) for row in sheet.iter_rows(min_row=5, max_col=12)]
    return [row for row in rows if row[4]]


def test_a_study_without_a_sitting_has_neither_sheet(tmp_path: Path) -> None:
    assert not {"Compte rendu", "Votes"} & set(load_workbook(exported(builders.secretary(), tmp_path)).sheetnames)


def test_a_sitting_without_votes_has_its_minutes_only(tmp_path: Path) -> None:
    names = load_workbook(exported(study_with(), tmp_path)).sheetnames
    assert "Compte rendu" in names
    assert "Votes" not in names


def test_the_minutes_are_those_of_the_window(tmp_path: Path) -> None:
    study = voted()
    second = replace(SITTING, id="sit-2", title="Autre séance")
    study = replace(study, sittings=(*study.sittings, second))
    sheet = load_workbook(exported(study, tmp_path))["Compte rendu"]
    cells = [str(cell.value) for row in sheet.iter_rows(min_row=4) for cell in row if cell.value]
    wanted = [
        text
        for sitting in study.sittings
        for part in workshop_labels.minutes_lines(study, sitting)
        for text in (part[0], *part[1])
    ]
    assert cells == wanted
    assert {sheet.column_dimensions[letter].width > 2 for letter in "AB"} == {True}


def test_votes_are_shown_by_round_question_and_group(tmp_path: Path) -> None:
    rows = [row for row in table(exported(voted(), tmp_path)) if str(row[2]).startswith("Accueil")]
    assert [row[3:10] for row in rows] == [
        [1, "Substitution · Hyp. basse", "Tous", 5, 0, 0, 5],
        [1, "Substitution · Hyp. basse", "Encadrement", 5, 0, 0, 5],
        [1, "Substitution · Hyp. haute", "Tous", 3, 3, 4, 10],
        [2, "Substitution · Hyp. basse", "Tous", None, None, None, None],
    ]
    assert rows[3][11] == "non montré"
    assert rows[2][11] == "à rediscuter (Faible et Fort tous deux votés)"


def test_no_group_too_small_is_in_the_file(tmp_path: Path) -> None:
    path = exported(voted(), tmp_path)
    assert UNIONS.size == 2
    for row in table(path):
        assert row[5] != "Représentants du personnel"
        assert row[9] is None or int(str(row[9])) >= 5


def test_consensus_is_a_formula_with_its_value(tmp_path: Path) -> None:
    path = exported(voted(), tmp_path)
    rows = {str(row[2]): row for row in table(path) if row[3] == 1 and row[5] == "Tous" and "basse" in str(row[4])}
    for (title, _low, _high), counts in zip(builders.SECRETARY_MATRIX, VECTORS, strict=True):
        assert rows[title][10] == pytest.approx(consensus(counts), abs=1e-9)
    live = [cell for sheet, cell in formulas(path) if sheet == "Votes"]
    assert {re.sub(r"\d", "", cell) for cell in live} == {"J", "K"}


@pytest.mark.libreoffice
def test_libreoffice_computes_the_same_consensus(tmp_path: Path) -> None:
    path = exported(voted(), tmp_path)
    stored, computed = load_workbook(path, data_only=True)["Votes"], recalculated(path, tmp_path / "office")["Votes"]
    compared = [
        (stored[cell].value, computed[cell].value)
        for sheet, cell in formulas(path)
        if sheet == "Votes" and cell[0] == "K"
    ]
    assert len(compared) == 11
    for value, again in compared:
        assert again == pytest.approx(value, abs=1e-9)


def test_a_simulated_sitting_is_said_to_be_one(tmp_path: Path) -> None:
    study = voted()
    simulated = replace(study, sittings=(replace(study.sittings[0], is_simulated=True),))
    path = exported(simulated, tmp_path)
    sheet = load_workbook(path)["Votes"]
    assert {row[0] for row in table(path)} == {f"{SITTING.title} (simulé)"}
    assert [row for row in sheet.iter_rows(values_only=True) if workshop_labels.simulated_sentence() in str(row[0])]

"""An Excel ballot is ready to be filled in, says what it asks, and holds nothing of a voter."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from impactapp.domain.edits.votes import settle
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.workshop import Group, GroupKind, Scope
from impactapp.exchange.ballots.asked import BallotKind
from impactapp.exchange.ballots.writing import write_ballots
from impactapp.exchange.problems import ExchangeError
from tests import builders
from tests.exchange.ballots.desk import (
    MANAGERS,
    SITTING,
    STAFF,
    first_row,
    paper,
    read,
    reasons,
    scoped,
    study_with,
    written,
)


def test_each_answer_has_a_list_of_the_three_words(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    first = first_row(path)
    rules = paper(path).data_validations.dataValidation
    assert {(str(rule.sqref), rule.formula1) for rule in rules} == {
        (f"{column}{first}:{column}{first + 9}", '"Faible,Moyen,Fort"') for column in "BC"
    }
    assert [rule.prompt for rule in rules][
        1
    ] == "Dans l’hypothèse haute, à quel point l’IA peut-elle s’y substituer\u00a0?"


def test_only_answers_can_be_typed(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    sheet, first = paper(path), first_row(path)
    assert sheet.protection.sheet
    open_cells = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert open_cells == {f"{column}{row}" for column in "BC" for row in range(first, first + 10)}


def test_ids_are_hidden_and_the_visible_sheet_is_one_page_of_a4_wide(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    assert [one.sheet_state for one in book.worksheets] == ["visible", "veryHidden"]
    assert sheet.column_dimensions["D"].hidden
    assert sheet.row_dimensions[first_row(path) - 2].hidden
    assert sheet.page_setup.paperSize == 9
    fitted = sheet.sheet_properties.pageSetUpPr
    assert fitted is not None
    assert fitted.fitToPage


def test_it_says_what_to_do_and_what_the_words_mean(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    words = "\n".join(str(cell.value) for row in paper(path).iter_rows() for cell in row if cell.value)
    for said in ("Bulletin\u00a0: Agents du métier", "N’écrivez aucun nom", "Faible\u00a0:", "Hypothèse haute\u00a0:"):
        assert said in words
    assert "Maturité" not in words


@pytest.mark.parametrize(("scope", "answers"), list(zip(Scope, (6, 2, 1), strict=True)))
@pytest.mark.parametrize("kind", BallotKind)
def test_there_is_a_column_for_each_question_or_each_of_its_levels(
    tmp_path: Path, scope: Scope, answers: int, kind: BallotKind
) -> None:
    (path,) = written(tmp_path, scoped(scope), kind=kind)
    codes = [cell.value for cell in paper(path)[first_row(path) - 2] if cell.value]
    assert len(codes) == len(set(codes)) == answers * (1 if kind is BallotKind.PERSON else 3) + 1
    assert reasons(read(path, study=scoped(scope))) == [
        ("", f"«\u00a0{path.name}\u00a0» ne contient aucun vote\u00a0: remplissez au moins une activité.")
    ]


def test_a_ballot_of_a_group_takes_counts_up_to_its_size(tmp_path: Path) -> None:
    (path,) = written(tmp_path, group=MANAGERS, kind=BallotKind.GROUP)
    sheet, first = paper(path), first_row(path)
    (rule, *_rest) = sheet.data_validations.dataValidation
    assert (rule.type, rule.formula1, rule.formula2) == ("whole", "0", "5")
    assert [sheet.cell(first - 1, column).value for column in range(2, 8)] == ["Faible", "Moyen", "Fort"] * 2


def test_two_ballots_differ_by_their_number_alone(tmp_path: Path) -> None:
    one, other = written(tmp_path, count=2)
    parts = []
    for path in (one, other):
        with zipfile.ZipFile(path) as archive:
            parts.append({part.filename: (part.date_time, archive.read(part)) for part in archive.infolist()})
    differing = {name for name in parts[0] if parts[0][name] != parts[1][name]}
    assert differing == {"xl/sharedStrings.xml"}
    words = [re.sub(rb"g-staff-n\d", b"", found["xl/sharedStrings.xml"][1]) for found in parts]
    assert words[0] == words[1]


def test_what_is_settled_is_not_asked_again(tmp_path: Path) -> None:
    study = settle(SITTING, "sec-1", settled=True).change(study_with())
    (path,) = written(tmp_path, study)
    ids = [cell.value for cell in paper(path)["D"] if cell.value]
    assert ids == ["task_id", *(f"sec-{number}" for number in range(2, 11))]


def test_activities_of_several_professions_are_told_apart(tmp_path: Path) -> None:
    study = builders.study(builders.profession(1, (builders.task(1),)), builders.profession(2, (builders.task(2),)))
    (path,) = written(tmp_path, study_with(replace(SITTING, profession_ids=()), study))
    sheet, first = paper(path), first_row(path)
    assert [[sheet.cell(first + row, column).value for column in (1, 2)] for row in (0, 1)] == [
        ["Métier 1", "Activité 1"],
        ["Métier 2", "Activité 2"],
    ]


def test_names_of_files_suit_every_system(tmp_path: Path) -> None:
    group = Group("g", GroupKind.OTHER, 3, 'Élus : "CME" / <CSE>?')
    (path,) = written(tmp_path, study_with(replace(SITTING, groups=(group,))), group=group)
    assert path.name == "bulletin-élus-cme-cse-g-n0.xlsx"


def test_progress_is_told_and_cancelling_stops(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def step(position: int, total: int) -> None:
        told.append((position, total))
        if position == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_ballots(study_with(), SITTING.id, STAFF.id, ["a", "b", "c"], tmp_path, step=step)
    assert told == [(1, 3), (2, 3)]
    assert len(list(tmp_path.iterdir())) == 2


def test_nothing_left_to_vote_is_refused(tmp_path: Path) -> None:
    empty = study_with(study=replace(builders.secretary(), professions=()))
    with pytest.raises(ExchangeError) as refused:
        written(tmp_path, empty)
    assert refused.value.problem is Problem.BALLOT_WITHOUT_TASKS
    with pytest.raises(EditError):
        write_ballots(study_with(), SITTING.id, "nobody", ["a"], tmp_path)

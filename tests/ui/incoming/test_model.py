"""What is ticked in the table of differences, and what that excludes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from impactapp.domain.incoming import Cell, Change, Comparison, Field, Place
from impactapp.domain.scenario import Scenario
from impactapp.domain.staff import Staffing, Unit
from impactapp.ui.models.incoming_entries import Entry, Sort, entries_of
from impactapp.ui.models.incoming_model import Column, IncomingModel
from tests import builders
from tests.ui.incoming.comparisons import DAY, NIGHT, entries, every_sort

STUDY = builders.secretary()
Role = Qt.ItemDataRole


@pytest.fixture
def model() -> IncomingModel:
    made = IncomingModel()
    made.setProperty("tester", None)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_entries(entries(STUDY))
    return made


def of(model: IncomingModel, *sorts: Sort) -> list[Entry]:
    return [entry for entry in model.entries if entry.sort in sorts]


def texts(model: QAbstractItemModel, column: Column) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_what_has_to_be_decided_comes_first(model: IncomingModel) -> None:
    assert texts(model, Column.SORT) == [
        "Conflit",
        *["Désaccord"] * 2,
        "À confirmer",
        "Différence",
        "Nouvelle ligne",
        "Ligne absente",
        "Cellule refusée",
    ]


def test_nothing_is_accepted_to_begin_with(model: IncomingModel) -> None:
    assert model.accepted == []


def test_a_refused_cell_tells_why_and_cannot_be_ticked(model: IncomingModel) -> None:
    row = model.rowCount() - 1
    index = model.index(row, Column.TAKEN)
    assert "élevé" in str(model.index(row, Column.WHERE).data())
    assert index.data(Role.CheckStateRole) is None
    assert not model.setData(index, Qt.CheckState.Checked, Role.CheckStateRole)
    assert not model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable


def test_accepting_all_leaves_what_asks_a_question(model: IncomingModel) -> None:
    model.accept_shown(taken=True)
    assert [entry.sort for entry in model.accepted] == [Sort.CHANGE, Sort.NEW]


@pytest.mark.parametrize("sort", [Sort.CONFLICT, Sort.GUESS, Sort.MISSING])
def test_a_kind_that_asks_is_accepted_when_it_alone_is_shown(model: IncomingModel, sort: Sort) -> None:
    model.filter(sort, "", "")
    model.accept_shown(taken=True)
    assert model.accepted == of(model, sort)


def test_versions_of_a_disagreement_exclude_each_other(model: IncomingModel) -> None:
    day, night = of(model, Sort.DISAGREEMENT)
    model.accept([day], taken=True)
    model.accept([night], taken=True)
    assert model.accepted == [night]


def test_versions_are_accepted_together_only_where_one_file_is_shown(model: IncomingModel) -> None:
    model.filter(Sort.DISAGREEMENT, "", "")
    model.accept_shown(taken=True)
    assert model.accepted == []
    model.filter(Sort.DISAGREEMENT, NIGHT, "")
    model.accept_shown(taken=True)
    assert [entry.cell.source for entry in model.accepted] == [NIGHT]


def test_lines_of_one_file_are_accepted_by_that_file(model: IncomingModel) -> None:
    model.filter(None, DAY, "")
    model.accept_shown(taken=True)
    assert [entry.sort for entry in model.accepted] == [Sort.CHANGE]


def test_words_are_searched_whatever_their_case(model: IncomingModel) -> None:
    model.filter(None, "", "TÉLÉ-EXPERTISE")
    assert texts(model, Column.SORT) == ["Nouvelle ligne"]


def test_what_is_ticked_stays_ticked_when_it_is_compared_anew(model: IncomingModel) -> None:
    model.accept(of(model, Sort.CHANGE, Sort.MISSING), taken=True)
    less = every_sort(STUDY)
    model.show_entries([entry for entry in entries_of(less, STUDY) if entry.sort is not Sort.MISSING])
    assert [entry.sort for entry in model.accepted] == [Sort.CHANGE]


def test_rows_are_all_ticked_before_they_are_all_cleared(model: IncomingModel) -> None:
    rows = [0, 4]
    model.accept(of(model, Sort.CONFLICT), taken=True)
    model.toggle(rows)
    assert len(model.accepted) == 2
    model.toggle(rows)
    assert model.accepted == []


def test_a_line_is_spoken_whole(model: IncomingModel) -> None:
    said = str(model.index(4, Column.TAKEN).data(Role.AccessibleTextRole))
    assert said.startswith("Différence, non acceptée, Accueil physique")
    assert "Moyen devient Fort" in said
    assert said.endswith("jour.xlsx · Secrétaire médicale · F0")


def test_staff_and_scenarios_are_called_by_their_names() -> None:
    study = replace(STUDY, staffing=Staffing((Unit("c", "Chirurgie"),)), scenarios=(Scenario("p", "Prudent"),))
    staff = Place(study.professions[0].id, unit_id="c")
    changes = (
        Change(staff, Field.STAFF_HEADCOUNT, None, None, 3, Cell("jour.xlsx", "Effectifs", "C9")),
        Change(Place(scenario_id="p"), Field.HORIZON, 5, 5, 4, Cell("jour.xlsx", "Scénarios", "B6")),
    )
    found = entries_of(Comparison(("jour.xlsx",), 2, 0, changes=changes), study)
    assert [(one.where, one.field, one.after.words) for one in found] == [
        ("Secrétaire médicale — Chirurgie", "Effectif (site ou service)", "3"),
        ("Prudent", "Horizon (ans)", "4"),
    ]

"""The matrix as a Qt model: what it tells of a change, and every cell in words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from impactapp.domain.edits import ratings, tasks
from impactapp.domain.edits.ratings import Cell
from impactapp.domain.level import Aspect
from impactapp.domain.rating import Judgement
from impactapp.domain.study import Definitions
from impactapp.ui.models.rating_columns import COLUMN_COUNT, TITLE, position_of
from tests import builders
from tests.ui.rating.stage import (
    DECISION,
    FA,
    FO,
    HIGH,
    LOW,
    MATURITY,
    MO,
    MakeStage,
    Stage,
    justified,
    unrated,
    with_criteria,
)

Role = Qt.ItemDataRole


def told_cells(stage: Stage) -> list[tuple[int, int, int]]:
    """Row, first and last column of each notice from now on."""
    notices: list[tuple[int, int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        notices.append((first.row(), first.column(), last.column()))

    stage.page.model.dataChanged.connect(note)
    return notices


def words(stage: Stage, row: int, position: int, role: Role = Role.AccessibleTextRole) -> object:
    return stage.page.model.index(row, position).data(role)


def test_the_model_keeps_qt_s_rules_through_edits_and_undo(made: MakeStage) -> None:
    stage = made(builders.secretary())
    tester = QAbstractItemModelTester(stage.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    stage.session.apply(ratings.rate([Cell("sec-1", LOW, MATURITY)], FO))
    stage.session.apply(tasks.add_tasks("sec", [builders.task(99)]))
    stage.session.apply(tasks.move_tasks("sec", ["t99"], 0))
    assert words(stage, 0, TITLE, Role.DisplayRole) == "Activité 99"
    stage.session.apply(tasks.remove_tasks("sec", ["sec-1", "sec-2"]))
    while stage.session.undo():
        assert stage.page.model.rowCount() in (10, 11)
    assert stage.page.model.rowCount() == 10
    assert tester.model() is stage.page.model


def test_a_decision_announces_its_cell_and_no_other(made: MakeStage) -> None:
    stage = made(unrated())
    notices = told_cells(stage)
    stage.session.apply(ratings.rate([Cell("t1", LOW, DECISION)], MO))
    at = position_of(LOW, DECISION)
    assert notices == [(1, at, at)]


def test_a_low_criterion_announces_what_follows_from_it(made: MakeStage) -> None:
    stage = made(with_criteria())
    notices = told_cells(stage)
    stage.session.apply(ratings.rate([Cell("t1", LOW, MATURITY)], FA))
    assert notices == [(0, position_of(LOW, MATURITY), position_of(HIGH, None))]


def test_another_profession_announces_nothing_here(made: MakeStage) -> None:
    other = builders.profession(2, (builders.task(8),))
    stage = made(builders.study(builders.profession(1, (builders.task(1),)), other))
    notices = told_cells(stage)
    stage.session.apply(ratings.rate([Cell("t8", LOW, DECISION)], MO))
    assert notices == []


def test_many_rows_are_announced_at_once(made: MakeStage) -> None:
    stage = made(unrated(300))
    notices = told_cells(stage)
    stage.session.apply(ratings.rate([Cell(f"t{number}", LOW, DECISION) for number in range(300)], MO))
    assert len(notices) == 1
    assert stage.page.model.undecided == 300


def test_a_renamed_activity_shows_its_new_name(made: MakeStage) -> None:
    stage = made(unrated())
    notices = told_cells(stage)
    stage.session.apply(tasks.rename_task("t1", "Autre nom"))
    assert notices == [(1, TITLE, TITLE)]
    assert words(stage, 1, TITLE, Role.DisplayRole) == "Autre nom"


def test_the_count_of_undecided_activities_follows_edits(made: MakeStage) -> None:
    stage = made(unrated(2))
    assert stage.page.model.undecided == 2
    stage.session.apply(ratings.rate([Cell("t0", LOW, DECISION)], MO))
    assert stage.page.model.undecided == 2
    stage.session.apply(ratings.rate([Cell("t0", HIGH, DECISION)], MO))
    assert stage.page.model.undecided == 1
    stage.session.undo()
    assert stage.page.model.undecided == 2


def test_a_cell_is_read_out_with_activity_column_and_level(made: MakeStage) -> None:
    stage = made(builders.secretary())
    spoken = words(stage, 7, position_of(HIGH, DECISION))
    assert spoken == "Tenue à jour du dossier patient, décision, hypothèse haute\u00a0: Fort"


def test_what_shapes_show_is_also_said_in_words(made: MakeStage) -> None:
    task = replace(builders.task(1, MO, FO), low=builders.criteria(FO, FO, FO).set(DECISION, Judgement(MO, "raison")))
    stage = made(builders.study(builders.profession(1, (task,))))
    assert words(stage, 0, position_of(LOW, DECISION)) == (
        "Activité 1, décision, hypothèse basse\u00a0: Moyen, diffère de la proposition (Fort), avec un motif"
    )
    assert words(stage, 0, position_of(HIGH, MATURITY)) == (
        "Activité 1, maturité, hypothèse haute\u00a0: Fort, suit l’hypothèse basse"
    )
    assert words(stage, 0, position_of(HIGH, None)) == "Activité 1, proposition, hypothèse haute\u00a0: Fort"


def test_words_without_a_level_are_told_and_shown_in_the_tip(made: MakeStage) -> None:
    stage = made(justified(None, "Marché mature"))
    at = position_of(LOW, MATURITY)
    assert words(stage, 0, at) == ("Activité 1, maturité, hypothèse basse\u00a0: non coté, justification sans niveau")
    assert words(stage, 0, at, Role.ToolTipRole) == "non coté, justification sans niveau\nMarché mature"


def test_every_cell_and_heading_has_words(made: MakeStage) -> None:
    stage = made(builders.secretary())
    model = stage.page.model
    for row in range(model.rowCount()):
        for position in range(COLUMN_COUNT):
            assert str(words(stage, row, position)).startswith(stage.task(row).title)
            assert words(stage, row, position, Role.ToolTipRole)
    heads = [model.headerData(at, Qt.Orientation.Horizontal, Role.AccessibleTextRole) for at in range(COLUMN_COUNT)]
    assert len(set(heads)) == COLUMN_COUNT
    assert heads[position_of(HIGH, Aspect.ROI)] == "ROI, hypothèse haute"


def test_a_heading_tells_what_its_criterion_and_its_hypothesis_mean_to_the_group(made: MakeStage) -> None:
    stage = made(replace(unrated(), definitions=Definitions(maturity="Notre maturité", low="Notre prudence")))
    at = position_of(LOW, MATURITY)
    tip = stage.page.model.headerData(at, Qt.Orientation.Horizontal, Role.ToolTipRole)
    assert tip == "Maturité, hypothèse basse\nNotre maturité\nNotre prudence"


@pytest.mark.usefixtures("english")
def test_words_are_english_when_english_is_spoken(made: MakeStage) -> None:
    stage = made(builders.secretary())
    assert words(stage, 7, position_of(HIGH, DECISION)) == (
        "Tenue à jour du dossier patient, decision, high hypothesis: High"
    )

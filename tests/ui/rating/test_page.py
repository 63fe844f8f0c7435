"""The rating page as a whole: its summary, its empty states, undo, sizes and themes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from impactapp.domain.edits import professions, ratings, tasks
from impactapp.domain.edits.ratings import Cell
from impactapp.domain.level import CRITERIA
from impactapp.domain.rating import Judgement
from impactapp.domain.study import Origin, Study
from impactapp.ui import theme
from impactapp.ui.models.rating_columns import TITLE, position_of
from tests import builders
from tests.ui.rating.stage import DECISION, FA, FO, HIGH, LOW, MATURITY, MakeStage, Stage, unrated

Key = Qt.Key


def demonstration() -> Study:
    """The secretary as published: one activity has words for its criteria, none has a level."""
    study = builders.secretary()
    secretary = study.professions[0]
    notes = secretary.tasks[5]
    low = notes.low
    for criterion in CRITERIA:
        low = low.set(criterion, Judgement(None, "Texte publié"))
    listed = (*secretary.tasks[:5], replace(notes, low=low), *secretary.tasks[6:])
    return replace(study, origin=Origin.DEMONSTRATION, professions=(replace(secretary, tasks=listed),))


def texts(stage: Stage) -> list[str]:
    return [label.text() for label in stage.page.findChildren(QLabel) if label.isVisible()]


def test_the_summary_counts_what_is_left_to_rate(made: MakeStage) -> None:
    stage = made(unrated())
    assert "3 activités · 3 à coter" in texts(stage)
    stage.session.apply(ratings.rate([Cell("t0", side, DECISION) for side in (LOW, HIGH)], FO))
    assert "3 activités · 2 à coter" in texts(stage)


def test_the_demonstration_says_what_was_published_until_a_criterion_is_rated(made: MakeStage) -> None:
    stage = made(demonstration())
    published = "10 activités décidées · cas publié avec des critères pour une seule activité, en texte et sans niveau"
    assert published in texts(stage)
    stage.session.apply(ratings.rate([Cell("sec-1", LOW, MATURITY)], FO))
    assert "10 activités décidées" in texts(stage)


def test_a_study_of_one_s_own_says_nothing_of_publication(made: MakeStage) -> None:
    stage = made(replace(demonstration(), origin=Origin.ESTABLISHMENT))
    assert "10 activités décidées" in texts(stage)


@pytest.mark.parametrize(
    ("study", "page"),
    [(builders.study(), "professions"), (builders.study(builders.profession(1)), "tasks")],
    ids=["no profession", "no activity"],
)
def test_an_empty_page_leads_to_where_it_is_filled(made: MakeStage, study: Study, page: str) -> None:
    stage = made(study)
    asked: list[tuple[str, str]] = []
    stage.session.navigated.connect(lambda key, task_id: asked.append((key, task_id)))
    button = next(b for b in stage.page.findChildren(QPushButton) if b.isVisible())
    button.click()
    assert asked == [(page, "")]


def test_the_matrix_appears_with_the_first_activity_and_goes_with_the_last(made: MakeStage) -> None:
    stage = made(builders.study(builders.profession(1)))
    assert not stage.page.table.isVisible()
    stage.session.apply(tasks.add_tasks("p1", [builders.task(1)]))
    assert stage.page.table.isVisible()
    assert stage.place == (0, TITLE + 1)
    stage.session.undo()
    assert not stage.page.table.isVisible()


def test_undo_and_redo_go_to_the_changed_cell(made: MakeStage) -> None:
    stage = made(builders.secretary())
    stage.at(0, HIGH)
    stage.press(Key.Key_3)
    stage.at(4, LOW, MATURITY)
    stage.press(Key.Key_1)
    stage.at(9)
    stage.session.undo()
    assert stage.place == (4, position_of(LOW, MATURITY))
    assert stage.page.table.chosen() == [stage.place]
    stage.at(9)
    stage.session.redo()
    assert stage.place == (4, position_of(LOW, MATURITY))


def test_the_current_activity_stays_current_when_others_come_before_it(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(2, HIGH)
    stage.session.apply(tasks.add_tasks("p1", [builders.task(9)], 0))
    assert stage.place == (3, position_of(HIGH, DECISION))


def test_another_profession_shows_its_own_activities(made: MakeStage) -> None:
    stage = made(
        builders.study(builders.profession(1, (builders.task(1),)), builders.profession(2, (builders.task(2),)))
    )
    stage.session.choose_profession("p2")
    assert stage.page.model.index(0, TITLE).data() == "Activité 2"
    stage.session.apply(professions.remove_profession("p2", "Métier 2"))
    assert stage.page.model.index(0, TITLE).data() == "Activité 1"


def test_a_task_asked_for_is_shown_at_its_missing_decision(made: MakeStage) -> None:
    stage = made(builders.study(builders.profession(1, (builders.task(1, FA, FA), builders.task(2, FA)))))
    stage.page.show_task("t2")
    assert stage.place == (1, position_of(HIGH, DECISION))
    stage.page.show_task("t1")
    assert stage.place == (0, position_of(LOW, DECISION))
    stage.page.show_task("gone")
    assert stage.place == (0, position_of(LOW, DECISION))


def test_help_explains_the_column_and_where_a_proposal_comes_from(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0, HIGH, MATURITY)
    words = stage.page.help_text()
    assert words.startswith("Maturité, hypothèse haute")
    assert "règle de cette application" in words


def test_help_of_a_decision_tells_who_decides(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0)
    assert "Le groupe décide\u00a0; une décision qui diffère de la proposition demande un motif." in (
        stage.page.help_text()
    )


def test_hundreds_of_activities_have_rows_of_one_height(made: MakeStage) -> None:
    stage = made(builders.large(1, 300))
    table = stage.page.table
    assert stage.page.model.rowCount() == 300
    stage.at(299, HIGH)
    assert table.visualRect(table.currentIndex()).intersects(table.viewport().rect())
    assert len({table.rowHeight(row) for row in range(300)}) == 1


def test_a_label_without_spaces_widens_nothing(made: MakeStage) -> None:
    study = unrated()
    listed = study.professions[0].tasks
    long = replace(listed[0], title="Anticonstitutionnellement" * 8)
    stage = made(replace(study, professions=(replace(study.professions[0], tasks=(long, *listed[1:])),)))
    stage.at(0)
    panel = stage.page.panel
    inner = panel.widget()
    assert inner is not None
    assert inner.width() <= panel.viewport().width()
    assert stage.page.table.horizontalScrollBar().maximum() == 0
    assert stage.page.model.index(0, TITLE).data(Qt.ItemDataRole.ToolTipRole) == long.title


def test_no_horizontal_scrolling_at_the_smallest_usual_screen(made: MakeStage) -> None:
    stage = made(builders.secretary())
    stage.page.resize(1060, 640)
    QApplication.processEvents()
    assert stage.page.panel.isVisible()
    assert stage.page.table.horizontalScrollBar().maximum() == 0


def test_in_a_narrow_window_the_panel_comes_when_it_is_asked_for(made: MakeStage) -> None:
    stage = made(unrated())
    stage.page.resize(780, 600)
    assert not stage.page.panel.isVisible()
    stage.at(0)
    stage.press(Key.Key_Return)
    assert stage.page.panel.isVisible()
    hide = next(b for b in stage.page.findChildren(QPushButton) if b.text() == "Masquer le détail")
    hide.click()
    assert not stage.page.panel.isVisible()


def colour_in_the_middle(stage: Stage, row: int) -> QColor:
    table = stage.page.table
    QApplication.processEvents()
    picture: QImage = table.viewport().grab().toImage()
    box = table.visualRect(stage.page.model.index(row, position_of(LOW, DECISION)))
    return picture.pixelColor(box.center().x() - 14, box.center().y() - 10)


@pytest.mark.parametrize("scheme", [theme.Scheme.DARK, theme.Scheme.HIGH_CONTRAST])
def test_the_matrix_follows_the_theme(made: MakeStage, scheme: theme.Scheme) -> None:
    stage = made(builders.secretary())
    assert colour_in_the_middle(stage, 1) == QColor(theme.current().palette.level(FO).ground)
    theme.signals().choose(scheme, 1.0)
    assert colour_in_the_middle(stage, 1) == QColor(theme.current().palette.level(FO).ground)


def test_zoom_makes_rows_higher(made: MakeStage) -> None:
    stage = made(builders.secretary())
    before = stage.page.table.rowHeight(0)
    theme.signals().choose(theme.Scheme.LIGHT, 2.0)
    assert stage.page.table.rowHeight(0) >= 1.8 * before

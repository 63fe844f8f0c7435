"""The results say the rate first, then where it comes from, what is missing, and show the charts."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from impactapp.charts import catalogue
from impactapp.charts.subject import Subject
from impactapp.domain.edits.ratings import Cell, rate
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.profession import Profession
from impactapp.domain.rating import UNRATED
from impactapp.domain.rule import Rule, Weighting
from impactapp.domain.study import Study
from impactapp.ui import findings_list
from impactapp.ui.exporting import Export, Kind
from impactapp.ui.pages.results_page import ResultsPage
from impactapp.ui.widgets.charts.actions import file_stem
from impactapp.ui.widgets.charts.panel import RATES
from tests import builders
from tests.ui.results.stage import Key, MakeStage, Stage, plain, settled


@pytest.fixture
def secretary(made: MakeStage) -> Stage:
    """The published case, its chart drawn."""
    stage = made(ResultsPage, builders.secretary())
    stage.drawn()
    return stage


def unrated() -> Study:
    """The published case with two activities that nobody has decided."""
    study = builders.secretary()
    profession = study.professions[0]
    tasks = tuple(replace(task, high=UNRATED) if task.id in ("sec-3", "sec-7") else task for task in profession.tasks)
    return replace(study, professions=(replace(profession, tasks=tasks),))


def test_the_rate_comes_first_then_the_rule_the_interval_and_the_time_exposed(secretary: Stage) -> None:
    page = secretary.results
    assert plain(page.headline.text()) == "4 à 6 activités sur 10 — 40 % à 60 %"
    assert "part des activités cotées Fort" in page.rule.text()
    assert plain(page.interval.text()) == "Entre les règles : 40 % à 70 %"
    assert "12 à 18 ETP sur 30" in plain(page.exposed.text())
    assert not page.go_on.isVisible()


def test_each_number_says_where_it_comes_from(secretary: Stage) -> None:
    page = secretary.results
    assert "4 Fort, 4 Moyen, 2 Faible" in page.headline.provenance
    assert "6 Fort, 2 Moyen, 2 Faible" in page.headline.provenance
    assert "55 % à 60 %" in plain(page.interval.provenance)
    assert "brut" in page.exposed.provenance
    page.exposed.setFocus()
    assert page.help_text() == page.exposed.provenance


def test_another_rule_is_taken_in_place_and_everything_follows(secretary: Stage) -> None:
    page = secretary.results
    actions = page.change_rule.menu().actions()
    assert [action.isChecked() for action in actions] == [True, False, False]
    assert "60 % à 70 %" in plain(actions[1].text())
    actions[1].trigger()
    assert secretary.study.rule is Rule.WEIGHTED
    secretary.until(lambda: plain(page.headline.text()) == "60 % à 70 %")
    assert "18 à 21 ETP" in plain(page.exposed.text())
    secretary.session.undo()
    secretary.until(lambda: "40 %" in plain(page.headline.text()))


def test_a_rule_can_be_taken_from_the_table_of_rates(secretary: Stage) -> None:
    page = secretary.results
    page.charts.choose(RATES)
    table = page.charts.rates
    model = table.model()
    words = [[plain(str(model.index(row, column).data())) for column in (1, 2)] for row in range(table.rowCount())]
    assert words == [["40 %", "60 %"], ["60 %", "70 %"], ["55 %", "60 %"]]
    table.setCurrentCell(2, 0)
    QTest.keyClick(table, Key.Key_Return)
    assert secretary.study.rule is Rule.THREE_QUARTERS


def test_what_is_missing_is_said_and_leads_to_its_activity(made: MakeStage) -> None:
    stage = made(ResultsPage, unrated())
    page = stage.results
    stage.until(lambda: bool(page.headline.text()))
    assert "2 activités" in page.headline.text()
    assert page.go_on.isVisible()
    page.go_on.click()
    assert stage.navigated == [("rating", "sec-3")]


@pytest.mark.parametrize(
    ("study", "place"),
    [
        (builders.study(Profession("p", "Métier")), ("tasks", "")),
        (
            replace(
                builders.study(builders.profession(1, (builders.task(1, Level.FORT, Level.FORT, 0.5),))),
                weighting=Weighting.TIME,
            ),
            ("tasks", ""),
        ),
        (builders.study(builders.profession(1, (builders.task(1),))), ("rating", "t1")),
    ],
)
def test_the_button_leads_to_what_is_missing(made: MakeStage, study: Study, place: tuple[str, str]) -> None:
    stage = made(ResultsPage, study)
    stage.until(stage.results.go_on.isVisible)
    stage.results.go_on.click()
    assert stage.navigated == [place]


def test_findings_of_one_kind_are_one_line_that_leads_to_the_first(made: MakeStage) -> None:
    stage = made(ResultsPage, unrated())
    page = stage.results
    stage.until(lambda: page.findings.count() > 0)
    words = [page.findings.item(row).text() for row in range(page.findings.count())]
    assert "2 activités" in words[0]
    page.findings_button.click()
    assert page.findings.isVisible()
    page.findings.itemActivated.emit(page.findings.item(0))
    assert stage.navigated == [("rating", "sec-3")]


def test_the_tabs_keep_their_width_whichever_is_chosen(secretary: Stage) -> None:
    tabs = secretary.results.charts.tabs.bar
    whole = tabs.width()
    for index in reversed(range(tabs.count())):
        tabs.setCurrentIndex(index)
        QApplication.processEvents()
        assert tabs.sizeHint().width() == whole
        assert tabs.tabRect(0).left() >= 0
        assert not any(arrow.isVisible() for arrow in tabs.findChildren(QToolButton))


def test_the_findings_are_as_many_here_as_in_the_list_of_the_study(made: MakeStage) -> None:
    stage = made(ResultsPage, unrated())
    page = stage.results
    stage.until(lambda: page.findings.count() > 0)
    listed = findings_list.rows(stage.study, lambda *_place: None)
    shown = [page.findings.item(row).text() for row in range(page.findings.count())]
    assert shown == [row.title for row in listed]
    assert page.findings_button.text() == f"{len(listed)} constats"


def test_an_empty_study_leads_to_the_professions(made: MakeStage) -> None:
    stage = made(ResultsPage, builders.study())
    assert not stage.results.headline.isVisible()
    assert stage.results.help_text() != ""


def test_numbers_and_chart_follow_a_rating(secretary: Stage) -> None:
    page = secretary.results
    before = secretary.view.words
    cells = [Cell("sec-4", hypothesis, Aspect.SUBSTITUTION) for hypothesis in Hypothesis]
    secretary.session.apply(rate(cells, Level.FORT))
    secretary.until(lambda: "50 % à 70 %" in plain(page.headline.text()))
    secretary.until(lambda: secretary.view.words != before and settled(secretary.view))


def test_every_chart_is_drawn_and_read(secretary: Stage) -> None:
    page = secretary.results
    for index in range(len(catalogue.CHARTS)):
        page.charts.tabs.bar.setCurrentIndex(index)
        view = secretary.drawn()
        assert view.accessibleDescription() == view.words
        page.charts.words_button.click()
        assert plain(page.charts.words.toPlainText()) == plain(view.words)
        page.charts.words_button.click()


def test_arrows_walk_through_the_marks_and_enter_goes_to_the_activity(secretary: Stage) -> None:
    view = secretary.view
    secretary.press(Key.Key_Right)
    assert view.current_text == view.marks[0].text != ""
    secretary.press(Key.Key_Down)
    assert view.current_text == view.marks[1].text
    secretary.press(Key.Key_End)
    secretary.press(Key.Key_Right)
    assert view.current_text == view.marks[-1].text
    assert secretary.page.help_text() == view.current_text
    secretary.press(Key.Key_Home)
    secretary.press(Key.Key_Return)
    assert secretary.navigated == [("rating", view.marks[0].task_id)]


def test_a_click_on_a_mark_goes_to_its_activity(secretary: Stage) -> None:
    view = secretary.view
    place = view.rect_of(2).center().toPoint()
    found = view.marks[view.mark_at(place)]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert secretary.navigated == [("rating", found.task_id)]


def test_the_image_is_copied_twice_as_fine(secretary: Stage) -> None:
    secretary.results.charts.copy_button.image.trigger()
    secretary.until(lambda: not QApplication.clipboard().image().isNull())
    image = QApplication.clipboard().image()
    assert bytes(QApplication.clipboard().mimeData().data("image/svg+xml").data()).startswith(b"<?xml")
    assert image.width() == 2200
    assert image.height() > 400


def test_the_values_are_copied_as_a_table_and_as_text(secretary: Stage) -> None:
    charts = secretary.results.charts
    charts.choose("interval")
    charts.copy_button.values.trigger()
    copied = QApplication.clipboard().mimeData()
    lines = copied.text().splitlines()
    assert lines[0] == "Activité\tHypothèse basse\tHypothèse haute"
    assert lines[1].endswith("\tMo · Moyen\tFo · Fort")
    assert len(lines) == 11
    assert copied.html().count("<tr>") == 11
    assert not copied.hasImage()


@pytest.mark.parametrize(
    ("typed", "written"), [("a.png", "a.png"), ("a.SVG", "a.SVG"), ("a.pdf", "a.pdf"), ("v1.2", "v1.2.png")]
)
def test_a_chart_is_saved_in_the_form_its_name_says(secretary: Stage, tmp_path: Path, typed: str, written: str) -> None:
    asked: list[tuple[Export, Path]] = []
    secretary.session.export_asked.connect(lambda export, path: asked.append((export, path)))
    charts = secretary.results.charts
    charts.taking.write(charts.chart, Subject("sec"), tmp_path / typed)
    suffix = Path(written).suffix.lower()
    assert asked == [(Export(Kind.CHART, charts.chart, Subject("sec"), suffix), tmp_path / written)]


@pytest.mark.parametrize(
    ("title", "stem"),
    [("Métier : a/b", "Métier a b"), ("...", "impactapp"), ("x" * 300, "x" * 100), ("a\x00b", "a b")],
)
def test_a_title_becomes_a_file_name_that_every_system_takes(title: str, stem: str) -> None:
    assert file_stem(title) == stem

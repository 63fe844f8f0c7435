"""A chart is drawn off the window's thread: newest wins, the old picture stays until the new one, marks can be read."""

import gc
from collections.abc import Callable, Iterator
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from impactapp import palette
from impactapp.charts.catalogue import Look
from impactapp.charts.sheet import go_on
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results, analyse
from impactapp.ui import theme
from impactapp.ui.widgets.charts.picture import Drawer, Drawn, Wanted, draw
from impactapp.ui.widgets.charts.view import ChartView
from tests import builders
from tests.ui.results.stage import is_idle, settled, wait_until

RESULTS = analyse(builders.secretary())


def wanted(name: str = "interval", width: int = 600, ratio: float = 1.0, results: Results = RESULTS) -> Wanted:
    return Wanted(name, results, Subject("sec"), Look(palette.LIGHT, 1.0), width, 400, ratio)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    """The interval of the secretary, drawn."""
    theme.install(theme.Scheme.LIGHT, 1.0)
    made = ChartView()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    made.show_chart("interval", RESULTS, Subject("sec"), "Intervalle")
    wait_until(lambda: bool(made.words) and settled(made))
    yield made
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)


def colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}


def test_a_picture_has_the_pixels_of_the_screen_and_owns_them() -> None:
    drawn = draw(wanted(ratio=1.5), go_on)
    assert (drawn.image.width(), drawn.image.height()) == (900, 600)
    assert drawn.image.devicePixelRatio() == 1.5
    gc.collect()
    assert len(colours(drawn.image)) > 2
    assert "Accueil" in drawn.words


def test_a_profession_without_activities_gives_words_instead_of_a_picture() -> None:
    empty = analyse(builders.study(builders.profession(1)))
    drawn = draw(Wanted("matrix", empty, Subject("p1"), Look(palette.LIGHT, 1.0), 600, 400, 1.0), go_on)
    assert drawn.image.isNull()
    assert drawn.words != ""


def test_the_drawing_library_is_out_of_the_garbage_collector_s_way() -> None:
    draw(wanted(), go_on)
    assert gc.get_freeze_count() > 10_000


def test_of_what_is_asked_while_drawing_only_the_newest_is_drawn(qtbot: QtBot) -> None:
    gate, threads, asked = Event(), [], []

    def slow(one: Wanted, _breathe: Callable[[], None]) -> Drawn:
        threads.append(current_thread() is main_thread())
        asked.append(one.width)
        gate.wait(10)
        return Drawn(one, QImage(), (), "")

    drawer = Drawer(None, slow)
    shown: list[int] = []
    drawer.drawn.connect(lambda drawn: shown.append(drawn.wanted.width))
    for width in range(100, 110):
        drawer.ask(wanted(width=width))
    gate.set()
    wait_until(lambda: is_idle(drawer))
    assert asked == [100, 109]
    assert shown == [100, 109]
    assert threads == [False, False]


def test_a_picture_of_another_chart_than_the_one_waited_for_is_not_shown(qtbot: QtBot) -> None:
    drawer = Drawer(None, lambda one, _breathe: Drawn(one, QImage(), (), ""))
    shown: list[str] = []
    drawer.drawn.connect(lambda drawn: shown.append(drawn.wanted.name))
    drawer.ask(wanted("matrix"))
    drawer.ask(wanted("leverage"))
    wait_until(lambda: is_idle(drawer))
    assert shown == ["leverage"]


def test_an_error_is_told_and_the_next_chart_is_drawn(qtbot: QtBot) -> None:
    def fails_once(one: Wanted, _breathe: Callable[[], None]) -> Drawn:
        if one.width == 1:
            raise ValueError("no room")
        return Drawn(one, QImage(), (), "")

    drawer = Drawer(None, fails_once)
    told: list[object] = []
    shown: list[object] = []
    drawer.failed.connect(told.append)
    drawer.drawn.connect(shown.append)
    drawer.ask(wanted(width=1))
    drawer.ask(wanted(width=2))
    wait_until(lambda: is_idle(drawer))
    assert [type(error) for error in told] == [ValueError]
    assert len(shown) == 1


def test_the_old_picture_stays_until_the_new_one_comes(view: ChartView) -> None:
    before = view.words
    view.show_chart("interval", analyse(builders.secretary()), Subject("sec"), "Intervalle")
    assert view.words == before
    assert not settled(view)
    wait_until(lambda: settled(view))


def test_another_chart_does_not_show_the_marks_of_the_former(view: ChartView) -> None:
    view.show_chart("matrix", RESULTS, Subject("sec"), "Matrice")
    assert view.marks == ()
    wait_until(lambda: bool(view.words) and settled(view))
    assert view.accessibleName() == "Matrice"


def test_the_chart_follows_theme_zoom_and_width(view: ChartView) -> None:
    light, height = colours(view.grab().toImage()), view.minimumHeight()
    theme.signals().choose(theme.Scheme.DARK, 1.5)
    wait_until(lambda: settled(view))
    assert view.minimumHeight() > height
    assert colours(view.grab().toImage()) != light
    place = view.rect_of(len(view.marks) - 1)
    view.resize(1100, view.height())
    wait_until(lambda: settled(view))
    assert view.rect_of(len(view.marks) - 1) != place


def test_the_pointer_reads_a_mark(view: ChartView) -> None:
    place = view.rect_of(0).center().toPoint()
    at = view.mark_at(place)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert QToolTip.text() == view.marks[at].text
    assert view.mark_at(QPoint(-50, -50)) == -1


def test_the_mark_with_the_focus_is_outlined(view: ChartView) -> None:
    view.activateWindow()
    view.setFocus()
    before = view.grab().toImage()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.grab().toImage() != before


def test_a_screen_reader_gets_the_whole_chart_in_words(view: ChartView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Intervalle"
    assert interface.text(QAccessible.Text.Description) == view.words
    assert "Tenue à jour du dossier patient" in view.words


def test_a_drawing_that_is_stopped_ends_early_and_shows_nothing(qtbot: QtBot) -> None:
    begun, ended = Event(), Event()

    def endless(one: Wanted, breathe: Callable[[], None]) -> Drawn:
        begun.set()
        try:
            while not ended.wait(0.001):
                breathe()
        finally:
            ended.set()
        return Drawn(one, QImage(), (), "")

    drawer = Drawer(None, endless)
    shown: list[object] = []
    drawer.drawn.connect(shown.append)
    drawer.ask(wanted())
    assert begun.wait(10)
    assert drawer.stop()
    assert ended.wait(10)
    assert not drawer.stop()
    assert shown == []


def test_a_picture_left_for_a_change_that_was_refused_is_drawn_after_all(view: ChartView) -> None:
    view.show_chart("matrix", RESULTS, Subject("sec"), "Matrice")
    view.make_way()
    wait_until(lambda: settled(view) and view.words.startswith("Matrice"))

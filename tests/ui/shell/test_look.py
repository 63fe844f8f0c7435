"""Zoom, colours and language: chosen, worn at once, remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QWidget

from impactapp import palette, paths
from impactapp.domain.edits import studies
from impactapp.domain.edits.workshop import add_sitting
from impactapp.domain.workshop import Group, GroupKind, Sitting
from impactapp.ui import preferences, style_sheet, theme
from impactapp.ui.app import Shell
from impactapp.ui.main_window import MainWindow
from impactapp.ui.preferences import Preferences
from impactapp.ui.projector import Projector
from impactapp.ui.step_progress import progress
from impactapp.ui.theme import Scheme
from impactapp.ui.widgets.workshop.projector_doors import RoomDoors
from impactapp.ui.workshop_room import room_of
from tests import builders


def shown(window: MainWindow) -> QWidget:
    page = window.stack.currentWidget()
    assert page is not None
    return page


def title_height(window: MainWindow) -> int:
    (title,) = [label for label in shown(window).findChildren(QLabel) if label.property("role") == "page"]
    title.ensurePolished()
    return title.fontMetrics().height()


def test_control_plus_makes_everything_larger_and_zero_as_before(window: MainWindow) -> None:
    height = title_height(window)
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.current().scale == 1.5
    assert title_height(window) == pytest.approx(height * 1.5, abs=2)
    assert QApplication.font().pixelSize() == 21
    assert preferences.load().zoom == 1.5
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert title_height(window) == height


def test_the_gaps_come_back_as_they_were(window: MainWindow) -> None:
    def gaps() -> list[tuple[int, int]]:
        layouts = shown(window).findChildren(QLayout)
        return [(layout.spacing(), layout.contentsMargins().left()) for layout in layouts]

    before = gaps()
    for steps in (1, 1, 1, -1, 1, 1, 1, -1, -1):
        window.commands.zoom(steps)
    assert gaps() != before
    window.commands.zoom(0)
    assert gaps() == before


def test_zoom_stays_between_100_and_200_percent(window: MainWindow) -> None:
    window.commands.zoom(-1)
    assert theme.current().scale == 1.0
    for _ in range(12):
        window.commands.zoom(1)
    assert theme.current().scale == 2.0


@pytest.mark.parametrize(
    ("scheme", "colours"),
    [(Scheme.DARK, palette.DARK), (Scheme.HIGH_CONTRAST, palette.HIGH_CONTRAST), (Scheme.LIGHT, palette.LIGHT)],
)
def test_colours_are_worn_and_remembered(window: MainWindow, scheme: Scheme, colours: palette.Palette) -> None:
    window.actions_by_menu.by_key[f"scheme_{scheme}"].trigger()
    assert theme.current().palette is colours
    assert QApplication.palette().window().color().name().upper() == colours.background
    assert preferences.load().scheme is scheme


@pytest.mark.parametrize("colours", [palette.LIGHT, palette.DARK, palette.HIGH_CONTRAST])
def test_the_style_sheet_uses_no_colour_of_its_own(colours: palette.Palette) -> None:
    written = style_sheet.written(colours, theme.px, dark=colours is not palette.LIGHT)
    tokens = {getattr(colours, name) for name in style_sheet.COLOURS}
    assert {word.strip(";") for word in written.split() if word.startswith("#")} <= tokens


def test_the_language_changes_at_once_and_keeps_the_page_and_the_study(shell: Shell, opened: MainWindow) -> None:
    opened.go("results")
    opened.session.apply(studies.set_establishment("CH"))
    opened.actions_by_menu.by_key["language_en"].trigger()
    assert shell.window is not opened
    assert shell.window.step == "results"
    assert shell.window.actions_by_menu.by_key["open"].text() == "Open…"
    assert shell.window.actions_by_menu.by_key["undo"].text() == "Undo “Name the establishment”"
    assert shell.window.isVisible()
    assert opened.isHidden()
    assert shell.session.undo()
    assert preferences.load().language == "en"
    shell.window.actions_by_menu.by_key["language_fr"].trigger()
    assert shell.window.actions_by_menu.by_key["open"].text() == "Ouvrir…"


def test_a_sitting_goes_on_in_the_other_language(shell: Shell, opened: MainWindow) -> None:
    one, other = (Sitting(key, key, groups=(Group("g", GroupKind.STAFF, 9),)) for key in ("w1", "w2"))
    for made in (one, other):
        assert shell.session.apply(add_sitting(made))
    room = room_of(shell.session)
    room.enter("w1")
    room.go("sec-4")
    shell.speak("en")
    again = room_of(shell.session)
    assert again is not room
    assert again.sitting is not None
    assert again.task is not None
    assert (again.sitting.id, again.task.id) == ("w1", "sec-4")


def test_a_projection_goes_on_in_the_other_language_on_the_same_slide(shell: Shell, opened: MainWindow) -> None:
    assert shell.session.apply(add_sitting(Sitting("w1", "w1", groups=(Group("g", GroupKind.STAFF, 9),))))
    opened.go("workshop")
    room = room_of(shell.session)
    room.enter("w1")
    room.go("sec-4")
    room.ask(room.questions[1])
    room.reveal(True)
    doors = opened.findChild(RoomDoors)
    assert isinstance(doors, RoomDoors)
    doors.turn_projector()
    opened.go("tasks")
    shell.speak("en")
    doors = shell.window.findChild(RoomDoors)
    assert isinstance(doors, RoomDoors)
    projector = doors.projector
    assert projector is not None
    assert projector.isVisible()
    assert (projector.slide.place, projector.slide.question) == ("4 / 10", projector.slide.question)
    assert "high hypothesis" in projector.slide.question
    assert room_of(shell.session).is_revealed
    assert shell.window.step == "tasks"
    projector.close()


def test_no_projection_begins_by_another_language(shell: Shell, opened: MainWindow) -> None:
    assert shell.session.apply(add_sitting(Sitting("w1", "w1", groups=(Group("g", GroupKind.STAFF, 9),))))
    room_of(shell.session).enter("w1")
    shell.speak("en")
    assert shell.window.findChildren(Projector) == []


def test_the_former_window_hears_nothing_more(shell: Shell, opened: MainWindow) -> None:
    former = opened.session
    shell.speak("en")
    heard: list[object] = []
    former.changed.connect(lambda _before, _after: heard.append(1))
    assert shell.session.apply(studies.set_title("Autre"))
    assert heard == []
    assert former.document is None


def test_nonsense_preferences_are_ours() -> None:
    folder = paths.user_data()
    folder.mkdir(parents=True)
    for text in ("{", "[]", '{"zoom": 9.0, "scheme": "pink", "language": "de", "geometry": 3}'):
        (folder / "window.json").write_text(text, encoding="utf-8")
        assert preferences.load() == Preferences()
    preferences.change(zoom=1.25, scheme=Scheme.DARK)
    assert preferences.load() == Preferences(1.25, Scheme.DARK)


def test_progress_counts_the_chosen_profession() -> None:
    study = builders.large(3, 4)
    assert progress(study, study.professions[1])["rating"].done
    assert progress(study, study.professions[1])["headcount"].count == "3\u00a0/\u00a03"
    assert progress(study, None)["rating"].count == ""
    assert not progress(builders.study(), None)["professions"].done

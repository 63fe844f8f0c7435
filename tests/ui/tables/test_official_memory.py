"""The official files of yesterday: taken up again when asked for, told when gone, forgotten on demand."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from impactapp import paths
from impactapp.domain.study import Study
from impactapp.exchange.sources.rome import Rome
from impactapp.ui import official_memory
from impactapp.ui.message import Message
from impactapp.ui.official_files import ILO, ROME, OfficialFiles, official_files
from impactapp.ui.pages.professions_page import ProfessionsPage
from impactapp.ui.pages.tasks_page import TasksPage
from impactapp.ui.session import Session
from tests import builders
from tests.exchange.sources.ilo_files import ilo_book
from tests.exchange.sources.rome_files import listed, tree
from tests.ui.tables.stage import MakeStage, Stage

Open = Callable[[Study], Stage]


class Day:
    """The official files of a window, and what it is told."""

    def __init__(self, bot: QtBot) -> None:
        self.session = Session()
        self.files = official_files(self.session)
        self.told: list[Message] = []
        self.refused: list[str] = []
        self.session.told.connect(self.told.append)
        self.session.refused.connect(self.refused.append)
        self._bot = bot

    def bring(self, kind: str, *files: Path) -> None:
        self.files.bring(kind, files)
        self.settle()

    def recall(self, kind: str) -> None:
        self.files.recall(kind)
        self.settle()

    @property
    def rome(self) -> Rome | None:
        """What was read of the ROME."""
        return self.files.rome

    def settle(self) -> None:
        self._bot.waitUntil(lambda: not self.files.is_busy)


@pytest.fixture
def day(qtbot: QtBot) -> Callable[[], Day]:
    """Begin another day."""
    return lambda: Day(qtbot)


def acts(message: Message) -> list[str]:
    return [act.label for act in message.acts]


def run_act(message: Message, label: str) -> None:
    next(act for act in message.acts if act.label == label).run()


def test_files_of_yesterday_are_read_again_when_asked_for_and_only_then(day: Callable[[], Day], tmp_path: Path) -> None:
    yesterday = day()
    yesterday.bring(ROME, tree(tmp_path), listed(tmp_path))
    yesterday.bring(ILO, ilo_book(tmp_path))
    today = day()
    assert not today.files.is_busy
    assert (bool(today.rome), bool(today.files.ilo)) == (False, False)
    today.recall(ROME)
    assert today.rome is not None
    assert len(today.rome.statements) == 2
    assert not today.files.ilo
    today.recall(ILO)
    assert len(today.files.kept(ILO)) == 1
    assert (today.told, today.refused) == ([], [])


def test_a_path_is_remembered_and_nothing_of_what_the_file_says(day: Callable[[], Day], tmp_path: Path) -> None:
    day().bring(ROME, listed(tmp_path))
    kept = (paths.user_data() / "official.json").read_text(encoding="utf-8")
    assert str(tmp_path / "enonces.csv") in kept
    assert "Monter" not in kept


def test_a_file_that_is_gone_is_told_once_with_the_ways_out(day: Callable[[], Day], tmp_path: Path) -> None:
    path = listed(tmp_path)
    day().bring(ROME, path)
    path.unlink()
    today = day()
    today.recall(ROME)
    (message,) = today.told
    assert "« enonces.csv » n’est plus dans" in message.text.replace("\u00a0", " ")
    assert acts(message) == ["Choisir le fichier…", "Oublier ce fichier"]
    today.recall(ROME)
    assert len(today.told) == 1
    run_act(message, "Choisir le fichier…")
    asked = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]
    assert len(asked) == 1
    asked[0].reject()
    run_act(message, "Oublier ce fichier")
    assert today.files.kept(ROME) == ()
    tomorrow = day()
    tomorrow.recall(ROME)
    assert tomorrow.told == []


def test_a_file_that_changed_is_not_read_unasked(day: Callable[[], Day], tmp_path: Path) -> None:
    path = listed(tmp_path)
    day().bring(ROME, path)
    path.write_text("code_rome,libelle\nA1101,Hisser la voile\n", encoding="utf-8")
    today = day()
    today.recall(ROME)
    assert not today.rome
    (message,) = today.told
    assert "a changé depuis sa dernière lecture" in message.text
    run_act(message, "Relire")
    today.settle()
    assert today.rome is not None
    assert today.rome.statements == {"A1101": ("Hisser la voile",)}
    tomorrow = day()
    tomorrow.recall(ROME)
    assert tomorrow.told == []
    assert tomorrow.rome is not None


def test_a_file_that_is_refused_is_not_remembered_and_the_former_one_is(day: Callable[[], Day], tmp_path: Path) -> None:
    good, wrong = listed(tmp_path), tmp_path / "autre.csv"
    wrong.write_text("a;b\n", encoding="utf-8")
    day().bring(ROME, good)
    today = day()
    today.bring(ROME, wrong)
    assert "autre.csv" in today.refused[0]
    assert today.files.kept(ROME) == (good,)
    today.recall(ROME)
    assert today.rome is not None


def test_forgetting_lets_go_of_what_was_read_and_leaves_the_file(day: Callable[[], Day], tmp_path: Path) -> None:
    path, book = listed(tmp_path), ilo_book(tmp_path)
    today = day()
    today.bring(ROME, path)
    today.bring(ILO, book)
    today.files.forget(ROME)
    assert (today.rome, today.files.kept(ROME)) == (None, ())
    assert today.files.kept(ILO) == (book,)
    today.files.forget(ILO)
    assert today.files.ilo is None
    assert path.is_file()
    assert book.is_file()


def test_what_comes_together_is_all_read(day: Callable[[], Day], tmp_path: Path) -> None:
    today = day()
    said: list[str] = []
    today.session.informed.connect(said.append)
    today.files.bring(ROME, [tree(tmp_path)])
    today.files.bring(ILO, [ilo_book(tmp_path)])
    today.settle()
    assert today.rome is not None
    assert today.files.ilo is not None
    assert "4 appellations" in said[-1]
    assert "3 tâches" in said[-1]


def test_a_file_that_is_forgotten_while_it_is_read_stays_forgotten(day: Callable[[], Day], tmp_path: Path) -> None:
    today = day()
    today.files.bring(ROME, [tree(tmp_path)])
    today.files.forget(ROME)
    assert not today.files.is_busy
    today.bring(ILO, ilo_book(tmp_path))
    assert (today.rome, today.files.kept(ROME)) == (None, ())


@pytest.mark.parametrize("nonsense", ["", "[1]", '{"rome": 3}', '{"rome": [["a"]]}', '{"rome": [["a", "b", 1]]}'])
def test_a_memory_that_says_nonsense_remembers_nothing(day: Callable[[], Day], nonsense: str) -> None:
    paths.user_data().mkdir(parents=True, exist_ok=True)
    (paths.user_data() / "official.json").write_text(nonsense, encoding="utf-8")
    today = day()
    today.recall(ROME)
    assert today.files.kept(ROME) == ()
    assert today.told == []


def test_a_folder_that_cannot_be_written_costs_the_memory_alone(day: Callable[[], Day], tmp_path: Path) -> None:
    paths.user_data().parent.mkdir(parents=True, exist_ok=True)
    paths.user_data().write_text("a file where the folder should be", encoding="utf-8")
    today = day()
    today.bring(ROME, listed(tmp_path))
    assert today.rome is not None
    assert official_memory.load(ROME) == ()


def test_the_panel_takes_its_files_up_again_and_forgets_them(
    made: MakeStage, day: Callable[[], Day], qtbot: QtBot, tmp_path: Path
) -> None:
    day().bring(ROME, listed(tmp_path))
    sailor = replace(builders.profession(1, (builders.task(1),)), rome=("A1101",))
    stage = made(TasksPage, builders.study(sailor))
    assert isinstance(stage.page, TasksPage)
    panel, files = stage.page.official, official_files(stage.session)
    assert files.rome is None
    panel.toggle()
    assert panel.bring_button.text() == "Lecture des fichiers…"
    assert panel.tabs.bar.hasFocus()
    qtbot.waitUntil(lambda: not files.is_busy)
    assert panel.statements.count() == 2
    assert panel.kept.text() == f"enonces.csv · {tmp_path}"
    assert panel.forget_button.text() == "Oublier ce fichier"
    panel.forget_button.click()
    assert panel.statements.isHidden()
    assert panel.forget_button.isHidden()
    assert "Apportez" in panel.words.text()


def test_the_catalogue_takes_rome_up_again_and_keeps_who_chooses_on_the_line(
    made: MakeStage, day: Callable[[], Day], qtbot: QtBot, tmp_path: Path
) -> None:
    day().bring(ROME, tree(tmp_path))
    stage = made(ProfessionsPage, builders.study(builders.profession(1)))
    assert isinstance(stage.page, ProfessionsPage)
    browser = stage.page.catalog.browser
    stage.page.catalog.ask()
    browser.list.setCurrentIndex(browser.model.index(5))
    current = browser.current
    files: OfficialFiles = official_files(stage.session)
    qtbot.waitUntil(lambda: files.rome is not None)
    assert browser.current == current
    browser.search.setText("barreuse")
    assert browser.shelf.title_of_rome(browser.current) is not None
    browser.own.forget_rome()
    assert browser.shelf.rome is None
    assert browser.current == ""
    stage.page.catalog.close()

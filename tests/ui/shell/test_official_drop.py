"""Official files dropped on the window: told by what they hold, read off its thread, refused in one sentence."""

import zipfile
from pathlib import Path

import pytest

from impactapp.ui.main_window import MainWindow
from impactapp.ui.official_files import ILO, ROME, official_files
from impactapp.ui.pages.professions_page import ProfessionsPage
from impactapp.ui.pages.tasks_page import TasksPage
from tests.exchange.sources.ilo_files import ilo_book
from tests.exchange.sources.made_up import name_file, staff_file
from tests.exchange.sources.rome_files import TREE, listed, tree
from tests.ui.incoming.stage import wait_until
from tests.ui.shell.test_window import drop

SOUTH = {"fi": "010000024", "fi_ej": "2A0000089", "effpnm_aid": "3"}


@pytest.fixture
def said(opened: MainWindow) -> list[str]:
    """What the window refuses."""
    sentences: list[str] = []
    opened.session.refused.connect(sentences.append)
    return sentences


def test_rome_and_the_ilo_are_read_and_the_panel_they_are_for_is_shown(opened: MainWindow, tmp_path: Path) -> None:
    files, before = official_files(opened.session), opened.session.study
    assert drop(opened, tree(tmp_path), listed(tmp_path), ilo_book(tmp_path))
    wait_until(lambda: files.rome is not None and files.ilo is not None)
    assert files.rome is not None
    assert (len(files.rome.titles), len(files.rome.statements)) == (4, 2)
    page = opened.page
    assert isinstance(page, TasksPage)
    assert (page.official.isVisible(), page.official.tabs.current) == (True, ROME)
    assert opened.session.study is before


def test_the_workbook_of_the_ilo_alone_shows_its_part(opened: MainWindow, tmp_path: Path) -> None:
    assert drop(opened, ilo_book(tmp_path))
    wait_until(lambda: official_files(opened.session).ilo is not None)
    assert isinstance(opened.page, TasksPage)
    assert opened.page.official.tabs.current == ILO


@pytest.mark.parametrize("is_packed", [True, False], ids=["zip", "folder"])
def test_a_year_of_the_sae_in_a_folder_or_an_archive_opens_the_choice(
    opened: MainWindow, tmp_path: Path, is_packed: bool
) -> None:
    inside = tmp_path / "sae"
    inside.mkdir()
    files = staff_file(inside, SOUTH), name_file(inside)
    dropped = inside
    if is_packed:
        dropped = tmp_path / "sae.zip"
        with zipfile.ZipFile(dropped, "w") as parts:
            for one in files:
                parts.write(one, one.name)
    assert drop(opened, dropped)
    wait_until(lambda: opened.step == "professions")
    assert isinstance(opened.page, ProfessionsPage)
    dialog = opened.page.census.dialog
    assert dialog is not None
    wait_until(dialog.search.isEnabled)
    dialog.search.setText("sud")
    assert dialog.census is not None
    dialog.reject()


def test_what_is_dropped_and_cannot_be_read_is_one_sentence(
    opened: MainWindow, said: list[str], tmp_path: Path
) -> None:
    before = opened.session.study
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as parts:
        parts.writestr("a.jpg", "…")
    (tmp_path / "vide").mkdir()
    (tmp_path / "b.7z").write_bytes(b"7z\xbc\xaf\x27\x1c")
    older = tree(tmp_path, ((" ", " ", " ", " ", "Code"), *TREE[1:]))
    for path in (tmp_path / "photos.zip", tmp_path / "vide", tmp_path / "b.7z", older):
        said.clear()
        assert drop(opened, path)
        wait_until(lambda: bool(said))
        assert len(said) == 1
        assert path.name in said[0]
    assert opened.session.study is before


def test_without_a_study_titles_are_taken_and_the_rest_is_told_to_want_one(window: MainWindow, tmp_path: Path) -> None:
    sentences: list[str] = []
    window.session.refused.connect(sentences.append)
    assert drop(window, staff_file(tmp_path, SOUTH), tree(tmp_path))
    wait_until(lambda: official_files(window.session).rome is not None)
    assert len(sentences) == 1
    assert "ouvrez-en une ou créez-en une" in sentences[0]
    assert window.step == "home"


def test_a_table_of_the_sae_that_commas_separate_is_refused_and_not_taken_for_a_list_of_one_s_own(
    opened: MainWindow, said: list[str], tmp_path: Path
) -> None:
    path = staff_file(tmp_path, SOUTH)
    path.write_bytes(path.read_bytes().replace(b";", b","))
    assert drop(opened, path)
    wait_until(lambda: bool(said))
    assert "points-virgules" in said[0]
    assert opened.step == "professions"

"""The catalogue over the professions: found as one types, seen in full, ticked and added as one edit; one’s own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from impactapp.exchange.sources.rome import Rome, read_rome
from impactapp.store import user_catalog
from impactapp.ui.official_files import ROME, official_files
from impactapp.ui.pages.professions_page import ProfessionsPage
from tests.exchange.sources.rome_files import listed, tree
from tests.ui.tables.catalogs import catalog, opened, search, type_key
from tests.ui.tables.stage import CTRL, Key, MakeStage, Stage

Open = Callable[[], Stage]


@pytest.fixture
def stage(made: MakeStage) -> Iterator[Stage]:
    yield from opened(made)


def seen(stage: Stage, bot: QtBot, words: str) -> str:
    """What is said of the profession that is current, once it says some words."""
    panel = catalog(stage).browser.preview.panel
    bot.waitUntil(lambda: words in panel.words)
    return panel.words


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("IDE", "Infirmier en soins généraux"),
        ("AS", "Aide-soignant"),
        ("ASH", "Agent de service hospitalier"),
        ("manip radio", "Manipulateur en électroradiologie médicale"),
        ("secrétaire médicale", "Secrétaire médicale"),
        ("infirmiere en soins generaux", "Infirmier en soins généraux"),
        ("J1501", "Aide-soignant"),
    ],
)
def test_a_profession_is_found_by_what_hospitals_call_it(stage: Stage, words: str, first: str) -> None:
    assert search(stage, words)[0] == first


def test_enter_adds_the_current_line_and_goes_back_to_the_table(stage: Stage) -> None:
    search(stage, "secretaire medicale")
    type_key(stage, Key.Key_Return)
    assert not catalog(stage).isVisible()
    assert (stage.profession.code, len(stage.profession.tasks)) == ("secretaire-medicale", 10)
    assert stage.profession.tasks[0].low.substitution is None


def test_ticks_outlive_searches_and_are_added_as_one_edit(stage: Stage) -> None:
    for words in ("IDE", "ASH"):
        search(stage, words)
        type_key(stage, Key.Key_Return, CTRL)
    assert catalog(stage).add_button.text() == "Ajouter 2 métiers"
    search(stage, "xyzzy")
    type_key(stage, Key.Key_Return)
    titles = ["Métier 1", "Infirmier en soins généraux", "Agent de service hospitalier"]
    assert [one.title for one in stage.study.professions] == titles
    stage.session.undo()
    assert [one.title for one in stage.study.professions] == ["Métier 1"]


def test_one_that_is_there_already_is_marked_and_refuses_the_whole_edit(stage: Stage) -> None:
    search(stage, "IDE")
    type_key(stage, Key.Key_Return)
    catalog(stage).ask()
    search(stage, "IDE")
    model = catalog(stage).browser.model
    assert "déjà dans l’étude" in str(model.index(0).data())
    model.tick(0)
    search(stage, "ASH")
    model.tick(0)
    type_key(stage, Key.Key_Return)
    assert len(stage.study.professions) == 2
    assert len(stage.refused) == 1


def test_the_preview_says_what_it_is_and_whose_proposal(stage: Stage, qtbot: QtBot) -> None:
    search(stage, "IDE")
    words = seen(stage, qtbot, "Infirmière")
    for said in ("CITP-08 3221 (France Travail)", "CITP-08 2221 (ESCO)", "ROME J1506", "Soins"):
        assert said in words
    assert "Proposition de l’outil, à valider en atelier" in words
    assert "exercée par" in words


def test_family_and_category_narrow_the_list_and_an_empty_answer_says_what_to_do(stage: Stage) -> None:
    browser = catalog(stage).browser
    browser.family.setCurrentIndex(browser.family.findData("Soins"))
    assert "Comptable hospitalier" not in search(stage, "")
    assert search(stage, "comptable") == []
    assert "toutes les familles" in browser.count.text()
    browser.family.setCurrentIndex(0)
    browser.category.setCurrentIndex(browser.category.findData("medical"))
    assert "Médecin urgentiste" in search(stage, "urgen")
    browser.category.setCurrentIndex(0)
    assert search(stage, "xyzzy") == []
    assert "ROME" in browser.count.text()


def test_what_the_catalogue_does_not_have_is_created_under_the_words_typed(stage: Stage) -> None:
    search(stage, "Dresseur d'ours")
    type_key(stage, Key.Key_Return)
    assert (stage.profession.title, stage.profession.tasks) == ("Dresseur d'ours", ())


def test_the_arrows_walk_from_the_field_and_escape_leaves_the_study_as_it_was(stage: Stage) -> None:
    search(stage, "secretaire")
    before = stage.study
    browser = catalog(stage).browser
    first = browser.current
    type_key(stage, Key.Key_Down)
    assert browser.current != first
    type_key(stage, Key.Key_Up)
    type_key(stage, Key.Key_Up)
    assert browser.current == first
    QTest.keyClick(catalog(stage), Key.Key_Escape)
    assert not catalog(stage).isVisible()
    assert stage.study is before


def test_a_profession_kept_as_a_template_is_found_marked_and_used_again(stage: Stage, qtbot: QtBot) -> None:
    catalog(stage).close()
    assert isinstance(stage.page, ProfessionsPage)
    stage.page.keep_as_template()
    assert "sans cotation ni effectif" in stage.told[-1].text
    catalog(stage).ask()
    browser = catalog(stage).browser
    browser.family.setCurrentIndex(1)
    assert search(stage, "") == ["Métier 1"]
    assert "mon catalogue" in str(browser.model.index(0).data())
    assert "Mon catalogue" in seen(stage, qtbot, "Métier 1")
    stage.told[-1].acts[0].run()
    browser.reread()
    assert search(stage, "") == []


def test_a_template_is_renamed_removed_and_put_back_in_the_dialog(stage: Stage) -> None:
    user_catalog.keep(stage.profession)
    browser = catalog(stage).browser
    browser.reread("metier-1")
    assert browser.own.remove_action.isEnabled()
    browser.own.ask_name()
    dialog = browser.own.window().findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("Poste de guet")
    dialog.accept()
    assert search(stage, "poste de guet") == ["Poste de guet"]
    browser.own.remove()
    assert search(stage, "poste de guet") == []
    stage.told[-1].acts[0].run()
    assert search(stage, "poste de guet") == ["Poste de guet"]
    search(stage, "IDE")
    assert not browser.own.remove_action.isEnabled()


def test_a_template_goes_out_and_comes_in_by_files(stage: Stage, tmp_path: Path) -> None:
    user_catalog.keep(stage.profession)
    own = catalog(stage).browser.own
    own.export("metier-1", tmp_path / "m.toml")
    user_catalog.remove("metier-1")
    own.take(tmp_path / "m.toml")
    assert search(stage, "metier 1")[0] == "Métier 1"
    (tmp_path / "m.toml").write_text("format = 9\n", encoding="utf-8")
    own.take(tmp_path / "m.toml")
    assert "version plus récente" in stage.refused[-1]


def bring(stage: Stage, bot: QtBot, *paths: Path) -> Rome:
    files = official_files(stage.session)
    with bot.waitSignal(files.changed):
        files.bring(ROME, paths)
    assert files.rome is not None
    return files.rome


def test_titles_of_a_rome_that_was_brought_come_after_with_their_statements_to_tick(
    stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    rome = bring(stage, qtbot, tree(tmp_path), listed(tmp_path))
    assert read_rome([tree(tmp_path)]).titles.keys() == rome.titles.keys()
    assert "appellations" in stage.informed[-1]
    assert search(stage, "agente vigie") == ["Agent de vigie"]
    preview = catalog(stage).browser.preview
    qtbot.waitUntil(lambda: preview.statements.count() == 2)
    assert "Agente de vigie" in preview.panel.words
    preview.statements.item(1).setCheckState(Qt.CheckState.Checked)
    type_key(stage, Key.Key_Return)
    assert [task.title for task in stage.profession.tasks] == ["Tenir la barre"]
    assert (stage.profession.title, stage.profession.rome) == ("Agent de vigie", ("A1101",))


def test_a_rome_that_cannot_be_read_is_one_sentence_and_changes_nothing(
    stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "vieux.csv"
    path.write_text('"code_rome","libelle_rome","code_ogr"\n"A1101","Vigie","6"\n', encoding="utf-8")
    files = official_files(stage.session)
    with qtbot.waitSignal(files.busy_changed, check_params_cb=lambda busy: not busy):
        files.bring(ROME, [path])
    assert "vieux.csv" in stage.refused[-1]
    assert files.rome is None

"""Differences taken by the hundred: written off the window's thread, said, and followed where they are seen."""

from dataclasses import replace

from impactapp.document import Document
from impactapp.domain.analysis.results import analyse
from impactapp.domain.edits import ratings
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.study import Study
from impactapp.exchange.excel_export import write_excel
from impactapp.ui.pages.incoming_page import BOARD
from impactapp.ui.session import MANY_THINGS
from tests import builders
from tests.ui.incoming.stage import MADE_AT, Stage, type_in, wait_until

MANY = MANY_THINGS + 50
TITLE = "Accueil physique et téléphonique des patients, des familles"


def rated(study: Study, level: Level) -> Study:
    cells = [ratings.Cell(task.id, Hypothesis.LOW, Aspect.SUBSTITUTION) for _one, task in study.tasks()]
    return ratings.rate(cells, level).change(study)


def shown(stage: Stage) -> Study:
    """Open a large study, and show how a file of it differs in every row."""
    rows = tuple(builders.task(number, Level.MOYEN, Level.FORT) for number in range(MANY))
    study = replace(builders.study(builders.profession(1, rows)), id="large")
    stage.window.session.adopt(Document.create(stage.folder / "grande.impact", study))
    path = stage.folder / "retour.xlsx"
    write_excel(analyse(study), path, made_at=MADE_AT)
    type_in(path, {(task.title, "C"): "Faible" for task in rows})
    stage.drop(path)
    assert stage.settled().shown == BOARD
    return study


def test_they_are_written_off_the_thread_and_said_once_they_are(stage: Stage) -> None:
    study = shown(stage)
    page = stage.page
    page.board.model.accept_shown(taken=True)
    seen: list[tuple[bool, bool, str, bool, str]] = []

    def look(writing: bool) -> None:
        row = page.work
        seen.append((writing, page.returns.is_busy, row.words.text(), row.stop.isHidden(), stage.said))

    stage.window.session.writing.connect(look)
    page.board.apply.click()
    wait_until(lambda: len(seen) == 2)
    assert seen[0] == (True, True, "Enregistrement des modifications…", True, "")
    stage.settled()
    assert stage.study == rated(study, Level.FAIBLE)
    assert stage.said == f"{MANY} valeurs reprises."
    assert stage.headline == "Les fichiers disent la même chose que l’étude."
    stage.window.commands.undo()
    assert stage.window.session.is_writing
    stage.settled()
    assert stage.study == study
    assert stage.headline == f"{MANY} différences, 0 acceptée"


def test_reading_can_be_stopped_again_after_something_was_written(stage: Stage) -> None:
    shown(stage)
    work = stage.page.work
    work.show_work(True, writing=True)
    assert work.stop.isHidden()
    work.show_work(True)
    assert not work.stop.isHidden()
    assert work.words.text() == "Lecture des fichiers…"


def test_the_study_is_compared_again_only_where_it_is_seen(stage: Stage) -> None:
    stage.drop(stage.returned("jour.xlsx", {(TITLE, "C"): "Faible"}))
    returns = stage.settled().returns
    stage.window.commands.go("rating")
    cell = ratings.Cell(stage.task(TITLE).id, Hypothesis.LOW, Aspect.SUBSTITUTION)
    assert stage.window.session.apply(ratings.rate([cell], Level.FAIBLE))
    assert [returns.is_busy] == [False]
    stage.window.commands.go("incoming")
    assert [returns.is_busy] == [True]
    stage.settled()
    assert stage.headline == "Les fichiers disent la même chose que l’étude."
    stage.window.commands.go("rating")
    stage.window.commands.go("incoming")
    assert [returns.is_busy] == [False]

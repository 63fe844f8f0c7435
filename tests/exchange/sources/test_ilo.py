"""The task scores of the ILO: every trap of its workbook, and the real one where it is."""

import statistics
from pathlib import Path

import pytest

from impactapp.domain.benchmark import ExposureClass
from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources.ilo import IloTask, read_ilo
from impactapp.labels import sentence
from impactapp.store.benchmarks import benchmarks
from tests.exchange.sources.ilo_files import ilo_book
from tests.exchange.sources.official import FOLDER, needs_official_files
from tests.exchange.sources.rome_files import tree


def refused(path: Path) -> ExchangeError:
    with pytest.raises(ExchangeError) as caught:
        read_ilo(path)
    assert path.name in sentence(caught.value)
    return caught.value


def test_tasks_are_read_with_their_scores_and_the_broken_apostrophes_repaired(tmp_path: Path) -> None:
    clerks = read_ilo(ilo_book(tmp_path)).groups["3344"]
    assert clerks.tasks == (IloTask(1, "Checking the doctor’s letters", 0.4), IloTask(2, "Filing", 0.8))
    assert (clerks.title, clerks.mean_2023, clerks.mean, clerks.deviation) == ("Clerks", 0.5, 0.6, 0.28)


def test_the_class_is_that_of_the_file_whatever_the_mean(tmp_path: Path) -> None:
    read = read_ilo(ilo_book(tmp_path))
    assert read.groups["3344"].exposure is ExposureClass.GRADIENT_4
    assert read.groups["0110"].exposure is ExposureClass.NOT_EXPOSED


def test_a_code_is_text_whatever_excel_made_of_it(tmp_path: Path) -> None:
    assert list(read_ilo(ilo_book(tmp_path)).groups) == ["3344", "0110"]


def test_what_has_no_text_no_score_or_no_code_is_left_out_and_named(tmp_path: Path) -> None:
    assert [(one.line, one.reason, one.text) for one in read_ilo(ilo_book(tmp_path)).refused] == [
        (4, Problem.ILO_TASK_WITHOUT_TEXT, "3344/3"),
        (5, Problem.ILO_LINE_WITHOUT_SCORE, "3344/4"),
        (7, Problem.ILO_LINE_WITHOUT_SCORE, "all/1"),
    ]


@pytest.mark.parametrize("column", ["Task_ISCO", "score_2025", "SD_2025", "potential25"])
def test_missing_columns_are_named(tmp_path: Path, column: str) -> None:
    error = refused(ilo_book(tmp_path, without=column))
    assert error.problem is Problem.ILO_COLUMNS_MISSING
    assert column.lower() in sentence(error)


def test_another_workbook_and_what_is_none_are_refused(tmp_path: Path) -> None:
    assert refused(tree(tmp_path)).problem is Problem.SOURCE_UNKNOWN
    path = tmp_path / "notes.xlsx"
    path.write_bytes(b"PK not a workbook")
    assert refused(path).problem is Problem.SOURCE_WORKBOOK_DAMAGED
    path.write_bytes(b"\xd0\xcf\x11\xe0 an old or protected one")
    assert refused(path).problem is Problem.SOURCE_WORKBOOK_OLD
    assert refused(tmp_path / "absent.xlsx").problem is Problem.FILE_MISSING


@needs_official_files
def test_the_real_workbook_is_read_whole() -> None:
    read = read_ilo(FOLDER / "ilo" / "Final_Scores_ISCO08_Gmyrek_et_al_2025.xlsx")
    tasks = [task for group in read.groups.values() for task in group.tasks]
    assert (len(read.groups), len(tasks)) == (427, 3265)
    assert [(one.reason, one.text) for one in read.refused] == [(Problem.ILO_TASK_WITHOUT_TEXT, "7126/6")]
    assert sum(task.text.count("’") for task in tasks) == 62
    assert not any("\u201a" in task.text for task in tasks)
    for code, shipped in benchmarks().items():
        group = read.groups[code]
        assert (shipped.mean, shipped.deviation, shipped.mean_2023) == (group.mean, group.deviation, group.mean_2023)
        assert shipped.exposure is group.exposure
    # the deviation is that of a sample; one task of 7126 counts in it and has no text
    for group in read.groups.values():
        if group.isco08 != "7126":
            assert statistics.stdev(task.score for task in group.tasks) == pytest.approx(group.deviation, abs=0.0051)

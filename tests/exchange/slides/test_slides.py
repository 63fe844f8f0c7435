"""The slides: six of them, legible, told in words, with charts and tables that can be changed."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook
from pptx import Presentation
from pptx.util import Inches, Pt

from impactapp import i18n
from impactapp.domain.analysis.results import analyse
from impactapp.domain.problems import Problem
from impactapp.domain.skill import Barrier
from impactapp.domain.study import Study
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.slides.writing import write_slides
from tests import builders
from tests.exchange import cases
from tests.exchange.dossier import MADE_AT, chart_values, slide_text, slide_texts, slides, told


def long_labels() -> Study:
    """Every label as long as it may be."""
    study = told()
    (found,) = study.professions
    tasks = tuple(replace(t, title=(f"{n} libellé " * 30)[:200]) for n, t in enumerate(found.tasks))
    skills = tuple(replace(k, title=(f"{n}compétence" * 30)[:200]) for n, k in enumerate(found.skills))
    barriers = tuple(replace(b, title=("mesure " * 40)[:200], owner=("cadre " * 40)[:200]) for b in found.barriers)
    long = replace(found, title=("Métier " * 40)[:200], tasks=tasks, skills=skills, barriers=barriers)
    return replace(study, title=("Étude " * 50)[:200], establishment="CHU " * 50, professions=(long,))


LEVELS_FR, LEVELS_EN = {"Fa · Faible", "Mo · Moyen", "Fo · Fort"}, {"Lo · Low", "Me · Medium", "Hi · High"}
CASES: dict[str, Callable[[], Study]] = {
    "told": told,
    "secretary": builders.secretary,
    "empty": builders.study,
    "no_task": lambda: builders.study(builders.profession(1)),
    "undecided": lambda: builders.study(builders.profession(1, tuple(builders.task(n) for n in range(40)))),
    "half": cases.half_decided,
    "three": cases.three_professions,
    "complete": cases.complete,
    "large": lambda: builders.large(1, 300),
    "many": lambda: builders.large(40, 6),
    "long": long_labels,
}


def is_foot(shape: Any) -> bool:
    return bool(shape._element.xpath(".//p:ph[@type='sldNum' or @type='ftr']"))


@pytest.mark.parametrize("name", CASES)
def test_there_are_six_slides_each_with_a_title_words_and_notes(name: str, tmp_path: Path) -> None:
    made = Presentation(str(slides(CASES[name](), tmp_path)))
    assert len(made.slides) == 6
    assert (made.slide_width, made.slide_height) == (Inches(40 / 3), Inches(7.5))
    for slide in made.slides:
        assert slide.shapes.title.text_frame.text.strip()
        assert sum(bool(text.strip()) for _shape, text in slide_texts(slide)) >= 4  # title, foot, number and content
        assert slide.notes_slide.notes_text_frame.text.strip()


@pytest.mark.parametrize("name", CASES)
def test_no_text_is_smaller_than_eighteen_points_and_nothing_leaves_the_slide(name: str, tmp_path: Path) -> None:
    made = Presentation(str(slides(CASES[name](), tmp_path)))
    for slide in made.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= made.slide_width
            assert shape.top + shape.height <= made.slide_height
        runs = slide._element.xpath(".//a:rPr[@sz] | .//a:defRPr[@sz]")
        assert all(int(run.get("sz")) >= 1800 for run in runs)
        for shape in slide.shapes:
            if shape.has_chart:
                assert shape.chart.font.size >= Pt(18)


@pytest.mark.parametrize("name", CASES)
def test_nothing_lies_on_anything_else(name: str, tmp_path: Path) -> None:
    for slide in Presentation(str(slides(CASES[name](), tmp_path))).slides:
        boxes = sorted((shape.top, shape.top + shape.height) for shape in slide.shapes if not is_foot(shape))
        assert all(bottom <= top for (_top, bottom), (top, _bottom) in pairwise(boxes))


@pytest.mark.parametrize("name", CASES)
def test_every_table_and_chart_is_told_in_words(name: str, tmp_path: Path) -> None:
    for slide in Presentation(str(slides(CASES[name](), tmp_path))).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert len(shape._element.nvGraphicFramePr.cNvPr.get("descr", "")) > 20


def test_the_matrix_is_a_table_with_letters_on_every_colour(tmp_path: Path) -> None:
    slide = Presentation(str(slides(builders.secretary(), tmp_path))).slides[2]
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert len(table.rows) == 11
    assert table.first_row
    levels = [[cell.text_frame.text for cell in row.cells][1:] for row in list(table.rows)[1:]]
    assert levels[0] == ["Mo · Moyen", "Fo · Fort"]
    grounds = {
        cell.text_frame.text: str(cell.fill.fore_color.rgb)
        for row in list(table.rows)[1:]
        for cell in list(row.cells)[1:]
    }
    assert grounds == {"Fa · Faible": "DCEBF7", "Mo · Moyen": "79B0DC", "Fo · Fort": "12507F"}


@pytest.mark.parametrize(("language", "levels"), [("fr", LEVELS_FR), ("en", LEVELS_EN)])
def test_a_level_is_never_cut(language: str, levels: set[str], tmp_path: Path) -> None:
    i18n.use_language(language)
    slide = Presentation(str(slides(builders.secretary(), tmp_path))).slides[2]
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    shown = [[cell.text_frame.text for cell in row.cells][1:] for row in table.rows]
    assert {text for row in shown[1:] for text in row} == levels
    assert not any(text.endswith("…") for text in shown[0])


def test_a_long_matrix_shows_what_moves_the_rate_most_and_counts_the_others(tmp_path: Path) -> None:
    study = builders.large(1, 300)
    slide = Presentation(str(slides(study, tmp_path))).slides[2]
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    (found,) = analyse(study).professions
    most = max(task.high.leverage or 0 for task in found.tasks)
    shown = {row.cells[0].text_frame.text for row in list(table.rows)[1:]}
    assert {task.task.title for task in found.tasks if (task.high.leverage or 0) == most} & shown
    left = 300 - len(shown)
    assert any(text.startswith(f"… et {left} autres activités.") for _shape, text in slide_texts(slide))


def test_a_label_that_is_cut_stands_whole_in_the_notes(tmp_path: Path) -> None:
    study = long_labels()
    slide = Presentation(str(slides(study, tmp_path))).slides[2]
    shown = " ".join(text for _shape, text in slide_texts(slide))
    notes = slide.notes_slide.notes_text_frame.text
    for task in study.professions[0].tasks:
        assert task.title not in shown
        assert " ".join(task.title.split()) in " ".join(notes.split())


def test_the_charts_open_as_workbooks_with_the_same_numbers(tmp_path: Path) -> None:
    path = slides(told(), tmp_path)
    stored = []
    with zipfile.ZipFile(path) as parts:
        for name in sorted(name for name in parts.namelist() if "/embeddings/" in name):
            sheet = load_workbook(io.BytesIO(parts.read(name))).active
            assert sheet is not None
            stored += [list(column)[1:] for column in sheet.iter_cols(min_col=2, values_only=True)]
    assert sorted(stored) == sorted(chart_values(path))
    assert len(stored) == 4


def test_where_no_measure_changes_anything_the_exposure_is_drawn_once(tmp_path: Path) -> None:
    study = told()
    path = slides(replace(study, professions=(replace(study.professions[0], barriers=()),)), tmp_path)
    assert len(chart_values(path)) == 3
    assert "Aucune mesure décidée ou en place n’abaisse une exposition." in slide_text(path, with_notes=False)


def test_a_name_that_looks_like_a_formula_is_none_behind_a_chart(tmp_path: Path) -> None:
    study = builders.secretary()
    path = slides(replace(study, professions=(replace(study.professions[0], title="=1+1"),)), tmp_path)
    with zipfile.ZipFile(path) as parts:
        (name,) = [name for name in parts.namelist() if "/embeddings/" in name]
        sheet = load_workbook(io.BytesIO(parts.read(name))).active
    assert sheet is not None
    assert sheet["A2"].data_type == "s"
    assert "=1+1" in str(sheet["A2"].value)


def test_more_professions_than_a_room_can_read_are_counted(tmp_path: Path) -> None:
    text = slide_text(slides(builders.large(40, 6), tmp_path), with_notes=False)
    assert "… et 36 autres métiers." in text
    assert all(len(series) == 4 for series in chart_values(tmp_path / "diapositives.pptx"))


def test_measures_beyond_the_fourth_are_counted_and_told_in_the_notes(tmp_path: Path) -> None:
    study = told()
    (found,) = study.professions
    barriers = tuple(Barrier(f"b{n}", f"Mesure n° {n}") for n in range(9))
    slide = Presentation(
        str(slides(replace(study, professions=(replace(found, barriers=barriers),)), tmp_path))
    ).slides[5]
    assert "… et 5 autres, dans le dossier." in "\n".join(text for _shape, text in slide_texts(slide))
    assert "Mesure n° 8" in slide.notes_slide.notes_text_frame.text


@pytest.mark.parametrize(("language", "tag"), [("fr", "fr-FR"), ("en", "en-GB")])
def test_the_file_and_each_text_say_their_language(language: str, tag: str, tmp_path: Path) -> None:
    i18n.use_language(language)
    made = Presentation(str(slides(told(), tmp_path)))
    assert made.core_properties.language == tag
    assert made.core_properties.title == "Secrétaire médicale"
    spoken = {run.get("lang") for slide in made.slides for run in slide._element.xpath(".//a:r/a:rPr")}
    assert spoken == {tag}


@pytest.mark.parametrize("text", ["a\x00b", "ligne\vsuivante", "<a:t>", "&amp;", "]]>", "🩺 مرحبا", "_x0041_"])
def test_what_people_typed_is_text_and_opens(text: str, tmp_path: Path) -> None:
    study = told()
    (found,) = study.professions
    named = replace(found, title=text, tasks=tuple(replace(task, title=text) for task in found.tasks))
    shown = slide_text(slides(replace(study, title=text, professions=(named,)), tmp_path))
    assert text.replace("\x00", "").replace("\v", " ") in shown.replace("\v", " ")


def test_steps_are_counted_and_a_cancelled_writing_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "d.pptx"
    target.write_bytes(b"old")
    heard: list[tuple[int, int]] = []

    def step(position: int, total: int) -> None:
        heard.append((position, total))
        if position == 4:
            raise ExchangeError(Problem.CANCELLED)

    with pytest.raises(ExchangeError):
        write_slides(analyse(told()), target, None, step, MADE_AT)
    assert heard == [(1, 6), (2, 6), (3, 6), (4, 6)]
    assert target.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["d.pptx"]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(study=builders.studies())
def test_any_study_has_six_slides(study: Study, tmp_path: Path) -> None:
    assert len(Presentation(str(slides(study, tmp_path))).slides) == 6

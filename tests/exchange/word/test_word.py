"""The Word document: headings, tables, alternative texts and properties that other programs find."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Twips
from hypothesis import HealthCheck, given, settings

from impactapp import i18n
from impactapp.domain.problems import Problem
from impactapp.domain.profession import Task
from impactapp.domain.study import Study
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.report.blocks import Bullets, Report, Section, Style, Words
from impactapp.exchange.word.writing import write_report_docx
from tests import builders
from tests.exchange import cases
from tests.exchange.dossier import drawn, report_of, told, word, word_text

HOSTILE = ["=1+1", "a\x00b", "ligne\vsuivante", "<w:t>", "&amp;", "]]>", "🩺 مرحبا", "_x0041_", "{{titre}}"]


def test_each_section_is_a_heading_that_word_navigates_by(tmp_path: Path) -> None:
    path, _outcome = word(told(), tmp_path)
    found = [
        (p.style.name, p.text) for p in Document(str(path)).paragraphs if p.style and "Heading " in str(p.style.name)
    ]
    wanted = [(f"Heading {section.level}", section.title) for section in report_of(told()).sections]
    assert [one for one in found if one[0] != "TOC Heading"] == wanted


def test_the_contents_name_every_section_and_point_to_its_heading(tmp_path: Path) -> None:
    path, _outcome = word(told(), tmp_path)
    body = Document(str(path)).element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = list(body.iter(qn("w:hyperlink")))
    titles = ["".join(text.text or "" for text in link.iter(qn("w:t"))) for link in links]
    assert titles == [section.title for section in report_of(told()).sections]
    assert {link.get(qn("w:anchor")) for link in links} <= marks
    assert 'TOC \\o "1-2"' in "".join(text.text or "" for text in body.iter(qn("w:instrText")))


def test_the_contents_print_no_number_that_only_word_can_know(tmp_path: Path) -> None:
    path, _outcome = word(told(), tmp_path)
    body = Document(str(path)).element.body
    assert "PAGEREF" not in "".join(text.text or "" for text in body.iter(qn("w:instrText")))
    assert not [link for link in body.iter(qn("w:hyperlink")) if link.xpath(".//w:tab")]
    # with numbers, once somebody asks Word for them: at the right, after dots
    styles = Document(str(path)).styles
    for name in ("toc 1", "toc 2"):
        assert styles[name].element.xpath("string(.//w:tab/@w:leader)") == "dot"


def test_no_field_makes_word_ask_before_it_opens_the_file(tmp_path: Path) -> None:
    path, _outcome = word(told(), tmp_path)
    with zipfile.ZipFile(path) as parts:
        assert b"updateFields" not in parts.read("word/settings.xml")
        assert b"w:dirty" not in parts.read("word/document.xml")


def test_the_first_row_of_a_table_is_repeated_on_each_page(tmp_path: Path) -> None:
    path, _outcome = word(builders.large(1, 60), tmp_path)
    tables = [table for table in Document(str(path)).tables if len(table.rows) > 60]
    assert tables
    for table in tables:
        heads = [row._tr.xpath("w:trPr/w:tblHeader") for row in table.rows]
        assert heads[0]
        assert not any(heads[1:])


def test_a_coloured_cell_holds_the_letters_of_its_level(tmp_path: Path) -> None:
    path, _outcome = word(told(), tmp_path)
    body = Document(str(path)).element.body
    said = set()
    for cell in body.iter(qn("w:tc")):
        fill = cell.xpath("string(w:tcPr/w:shd/@w:fill)")
        if fill in ("DCEBF7", "79B0DC", "12507F", "FBEBD6", "EDAE67", "8A4200"):
            text = "".join(t.text or "" for t in cell.iter(qn("w:t")))
            assert text[:2] in ("Fa", "Mo", "Fo"), text
            said.add((fill, text.split(" ")[0].split("–")[-1]))
    assert {("DCEBF7", "Fa"), ("79B0DC", "Mo"), ("12507F", "Fo"), ("8A4200", "Fo")} <= said


def test_every_picture_and_chart_is_told_in_words(tmp_path: Path) -> None:
    path, _outcome = word(told(), tmp_path)
    described = Document(str(path)).element.body.xpath(".//wp:docPr")
    assert len(described) >= 2
    assert all(len(one.get("descr", "")) > 20 for one in described)
    assert len({one.get("id") for one in described}) == len(described)


def test_a_figure_that_has_nothing_to_show_is_left_out_with_its_caption(tmp_path: Path) -> None:
    target = tmp_path / "d.docx"
    write_report_docx(report_of(builders.study()), target, lambda _picture: None)
    assert Document(str(target)).element.body.xpath(".//wp:docPr") == []
    assert "Figure" not in word_text(target)


@pytest.mark.parametrize(("language", "tag"), [("fr", "fr-FR"), ("en", "en-GB")])
def test_the_file_says_its_title_and_its_language(language: str, tag: str, tmp_path: Path) -> None:
    i18n.use_language(language)
    path, _outcome = word(told(), tmp_path)
    document = Document(str(path))
    assert (document.core_properties.title, document.core_properties.language) == ("Secrétaire médicale", tag)
    assert "python" not in f"{document.core_properties.author}{document.core_properties.comments}"
    assert document.styles.element.xpath("string(w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val)") == tag


def test_it_is_a4_with_the_number_of_each_page_at_its_foot(tmp_path: Path) -> None:
    path, _outcome = word(told(), tmp_path)
    section = Document(str(path)).sections[0]
    assert (section.page_width, section.page_height) == (Twips(11_906), Twips(16_838))
    foot = section.footer._element
    assert [field.get(qn("w:instr")).strip() for field in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert section.footer.paragraphs[0].text.startswith("Secrétaire médicale")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_typed_is_text_and_opens(text: str, tmp_path: Path) -> None:
    study = builders.study(replace(builders.profession(1, (Task("t1", text, None),)), title=text or "Métier"))
    path, _outcome = word(replace(study, title=text), tmp_path)
    kept = text.replace("\x00", "").replace("\v", "\n")
    assert kept in word_text(path)


def test_a_line_break_stays_one(tmp_path: Path) -> None:
    said = Report("Titre", "", "fr", (), (Section("s", "Partie", (Words("une\ndeux", Style.REMARK),)),), "pied")
    write_report_docx(said, tmp_path / "d.docx", drawn)
    assert any(p.text == "une\ndeux" for p in Document(str(tmp_path / "d.docx")).paragraphs)


def test_half_of_a_pair_is_shown_as_unknown(tmp_path: Path) -> None:
    said = Report("Titre", "", "fr", (), (Section("s", "Partie", (Words("a\ud800b"),)),), "pied")
    write_report_docx(said, tmp_path / "d.docx", drawn)
    assert "a\ufffdb" in word_text(tmp_path / "d.docx")


def test_the_items_of_a_list_are_a_list(tmp_path: Path) -> None:
    said = Report("Titre", "", "fr", (), (Section("s", "Partie", (Bullets(("un", "deux")),)),), "pied")
    write_report_docx(said, tmp_path / "d.docx", drawn)
    document = Document(str(tmp_path / "d.docx"))
    items = [p._p for p in document.paragraphs if p.text in ("un", "deux")]
    numbers = [number for item in items for number in item.xpath("w:pPr/w:numPr/w:numId/@w:val")]
    assert len(numbers) == 2
    assert len(set(numbers)) == 1


def test_steps_are_counted_and_a_cancelled_writing_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "d.docx"
    target.write_bytes(b"old")
    heard: list[tuple[int, int]] = []

    def step(position: int, total: int) -> None:
        heard.append((position, total))
        if position == 3:
            raise ExchangeError(Problem.CANCELLED)

    with pytest.raises(ExchangeError):
        write_report_docx(report_of(told()), target, drawn, None, step)
    assert target.read_bytes() == b"old"
    assert [position for position, _total in heard] == [1, 2, 3]
    assert [one.name for one in tmp_path.iterdir()] == ["d.docx"]


CASES: dict[str, Callable[[], Study]] = {
    "empty": builders.study,
    "no_task": lambda: builders.study(builders.profession(1)),
    "three": cases.three_professions,
    "complete": cases.complete,
    "partly": cases.partly_rated,
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("is_summary", [False, True])
def test_any_study_has_a_document_that_says_its_title(name: str, is_summary: bool, tmp_path: Path) -> None:
    study = CASES[name]()
    target = tmp_path / "d.docx"
    write_report_docx(report_of(study, is_summary=is_summary), target, drawn)
    assert study.title in word_text(target)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(study=builders.studies())
def test_every_activity_of_any_study_stands_in_the_document(study: Study, tmp_path: Path) -> None:
    path, _outcome = word(study, tmp_path)
    text = " ".join(word_text(path).split())
    for _profession, task in study.tasks():
        assert " ".join(task.title.split()) in text

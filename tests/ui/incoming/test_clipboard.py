"""What a copied table is to Word, Excel and our own paste."""

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication, QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from impactapp import i18n, labels
from impactapp.charts.subject import Subject
from impactapp.charts.values import values
from impactapp.domain.analysis.results import analyse
from impactapp.domain.grids import split_rows
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.workshop import Counts, Question
from impactapp.palette import LIGHT
from impactapp.ui import clipboard
from impactapp.ui.clipboard import Block, CopiedCell
from impactapp.ui.copying import values_block, votes_block
from impactapp.ui.models.vote_model import Bar, Shown
from impactapp.ui.widgets.workshop.reveal import Reveal
from tests import builders
from tests.exchange.office import convert
from tests.staff_builders import PRUDENT


class Cells(HTMLParser):
    """The cells of an HTML table as a reader of another make finds them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.attributes: list[dict[str, str | None]] = []
        self._open = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self.attributes.append(dict(attrs))
            self._open = True
        elif tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.rows[-1][-1] += data


def cells(*texts: str) -> tuple[CopiedCell, ...]:
    return tuple(CopiedCell(text) for text in texts)


HOSTILE = cells("=1+1", '<b>"Accueil"</b> & Co', "deux\nlignes", "a\tb", "1-2")


def test_both_forms_say_the_same_whatever_people_typed() -> None:
    block = Block((HOSTILE,), cells("A", "B", "C", "D", "E"))
    expected = [["A", "B", "C", "D", "E"], [cell.text for cell in HOSTILE]]
    assert Cells(clipboard.html_of(block)).rows == expected
    assert [list(row.cells) for row in split_rows(clipboard.text_of(block))] == expected
    assert list(csv.reader(io.StringIO(clipboard.text_of(block)), delimiter="\t")) == expected


def test_what_people_typed_stays_text_in_excel() -> None:
    found = Cells(clipboard.html_of(Block((HOSTILE,)))).attributes
    assert all("mso-number-format:'\\@'" in str(one["style"]) for one in found)
    assert not any("x:num" in one for one in found)


@pytest.mark.parametrize(
    ("language", "shown", "value", "plain"),
    [
        ("fr", "12,5", "12.5", "12,5"),
        ("fr", "40\u00a0%", "0.4", "40%"),
        ("fr", "0,25\u00a0%", "0.0025", "0,25%"),
        ("fr", "1\u202f234", "1234.0", "1234"),
        ("fr", "−3", "-3.0", "-3"),
        ("fr", "−0,3", "-0.3", "-0,3"),
        ("en", "1,234.5", "1234.5", "1234.5"),
        ("en", "40%", "0.4", "40%"),
    ],
)
def test_a_number_of_the_page_is_a_number_in_the_spreadsheet(language: str, shown: str, value: str, plain: str) -> None:
    i18n.use_language(language)
    block = Block((cells(shown),))
    assert Cells(clipboard.html_of(block)).attributes[0]["x:num"] == value
    assert clipboard.text_of(block) == f"{plain}\n"


@pytest.mark.parametrize("words", ["007", "12 lits", "1,2,3", "2026-11-22", "1" * 19, "–", "1.5"])
def test_what_only_resembles_a_number_stays_as_it_is(words: str) -> None:
    block = Block((cells(words),))
    assert "x:num" not in Cells(clipboard.html_of(block)).attributes[0]
    assert clipboard.text_of(block) == f"{words}\n"


def test_a_level_is_a_word_on_its_colour() -> None:
    swatch = LIGHT.level(Level.FORT)
    html = clipboard.html_of(Block(((CopiedCell(labels.level_word(Level.FORT), swatch),),)))
    assert Cells(html).rows == [["Fort"]]
    style = str(Cells(html).attributes[0]["style"])
    assert f"background-color:{swatch.ground}" in style
    assert f"color:{swatch.ink}" in style


def test_libreoffice_is_told_by_attributes_what_excel_reads_in_the_style() -> None:
    swatch = LIGHT.level(Level.FORT)
    row = (CopiedCell("Fort", swatch), CopiedCell("007"), CopiedCell("0,25\u00a0%"))
    level, code, share = Cells(clipboard.html_of(Block((row,)))).attributes
    assert level["bgcolor"] == swatch.ground
    assert code["sdnum"] == "1033;0;@"
    assert (share["sdval"], share["sdnum"]) == ("0.0025", "1033;0;0.00%")


def test_headings_are_headings_and_the_language_is_told() -> None:
    html = clipboard.html_of(Block((cells("x"),), cells("Activité")))
    assert '<th scope="col"' in html
    assert 'lang="fr"' in html
    assert "<th" not in clipboard.html_of(Block((cells("x"),)))


def test_the_empty_row_at_the_end_is_not_copied(qtbot: QtBot) -> None:
    model = QStandardItemModel(2, 1)
    model.setHorizontalHeaderLabels(["Activité"])
    model.setItem(0, QStandardItem("Accueil"))
    model.setItem(1, _Inviting("Nouvelle activité…"))
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    assert clipboard.text_of(clipboard.whole_table(view)) == "Activité\nAccueil\n"


def test_a_figure_is_pixels_and_a_drawing(qtbot: QtBot) -> None:
    clipboard.put_figure(QImage(4, 3, QImage.Format.Format_RGB32), b"<svg/>")
    found = QGuiApplication.clipboard().mimeData()
    assert found.hasImage()
    assert found.data("image/svg+xml").data() == b"<svg/>"
    # what Word and Excel would take before the picture
    assert not found.hasHtml()
    assert not found.hasText()


def test_votes_that_are_shown_are_copied_by_group(qtbot: QtBot) -> None:
    reveal = Reveal()
    qtbot.addWidget(reveal)
    bars = (Bar("Tous ensemble", Counts(1, 2, 3), is_total=True), Bar("Cadres", Counts(0, 2, 3)))
    reveal.show_votes([Shown(Question(Aspect.SUBSTITUTION, Hypothesis.LOW), bars, "", "", is_split=False)])
    head, everybody, managers = clipboard.text_of(votes_block(reveal)).splitlines()
    assert head.split("\t")[1:] == ["Groupe", "Faible", "Moyen", "Fort"]
    assert everybody.split("\t")[1:] == ["Tous ensemble", "1", "2", "3"]
    assert managers.split("\t")[1:] == ["Cadres", "0", "2", "3"]


@pytest.mark.libreoffice
def test_libreoffice_keeps_the_values_of_a_figure_as_numbers(tmp_path: Path) -> None:
    results = analyse(replace(builders.secretary(), scenarios=(PRUDENT,)))
    found = values("fan", results, Subject())
    assert found is not None
    page = tmp_path / "page.html"
    page.write_text(clipboard.html_of(values_block(found)), encoding="utf-8")
    sheet = load_workbook(convert(page, tmp_path / "office", infilter="HTML (StarCalc)")).active
    assert sheet is not None
    head, first, *_years, last = sheet.iter_rows(values_only=True)
    assert head[:2] == ("Année", "Brut, ETP, hypothèse basse")
    assert first == (1, 0.7, 0.9, -0.3, -0.2)
    assert last[0] == PRUDENT.horizon


class _Inviting(QStandardItem):
    """A row that shows words and holds nothing to edit."""

    def data(self, role: int = 0) -> object:
        return "" if role == 2 else super().data(role)

"""What stands together on a page of the document, and what its figures are made of."""

import struct
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from impactapp.cli.drawing import drawer
from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.exchange.dossier import Form, write_dossier
from impactapp.exchange.report.blocks import Bullets, Grid, GridCell, Picture, Report, Section, Words
from impactapp.exchange.word.figures import imaged
from impactapp.exchange.word.writing import write_report_docx
from tests import builders
from tests.exchange.dossier import MADE_AT, drawn, report_of, told


class StopError(Exception):
    """What a cancelled export raises."""


def of_blocks(folder: Path, *blocks: Words | Bullets | Grid) -> Any:
    """The document of one section."""
    report = Report("Titre", "", "fr", (), (Section("s", "Partie", blocks),), "pied")
    write_report_docx(report, folder / "d.docx", drawn)
    return Document(str(folder / "d.docx"))


def kept(document: Any) -> dict[str, bool]:
    """Each paragraph, and whether it stays with what follows it."""
    return {one.text: bool(one.paragraph_format.keep_with_next) for one in document.paragraphs}


def contents(study: Study, folder: Path) -> list[str]:
    target = folder / "d.docx"
    write_report_docx(report_of(study), target, drawn)
    links = Document(str(target)).element.body.iter(qn("w:hyperlink"))
    return ["".join(text.text or "" for text in link.iter(qn("w:t"))) for link in links]


def test_words_that_announce_a_list_stay_with_it_and_others_go_their_way(tmp_path: Path) -> None:
    found = kept(of_blocks(tmp_path, Words("Annonce"), Bullets(("un", "deux")), Words("Suite"), Words("Fin")))
    assert (found["Annonce"], found["Suite"], found["Fin"]) == (True, False, False)


def test_the_note_of_a_table_stands_over_it_on_its_page(tmp_path: Path) -> None:
    cell = GridCell("x")
    document = of_blocks(tmp_path, Grid("Tableau", (cell,), ((cell,),), (1.0,), "La note"))
    assert kept(document)["La note"] is True
    (note,) = [one for one in document.paragraphs if one.text == "La note"]
    assert note._p.getnext().tag == qn("w:tbl")


def test_the_contents_of_many_professions_name_the_chapters_only(tmp_path: Path) -> None:
    chapters = [section.title for section in report_of(builders.large(30, 3)).sections if section.level == 1]
    assert contents(builders.large(30, 3), tmp_path) == chapters
    assert len(contents(told(), tmp_path)) == len(report_of(told()).sections) > len(chapters) - 30


def test_a_document_shows_the_figures_of_the_pdf_fine_enough_for_paper(tmp_path: Path) -> None:
    results = analyse(told())
    shown: list[Picture] = []

    def draw(picture: Picture) -> bytes | None:
        shown.append(picture)
        return drawer(results)(picture)

    write_dossier(Form.WORD, results, tmp_path / "d.docx", draw=draw, made_at=MADE_AT)
    images = [part.blob for part in Document(str(tmp_path / "d.docx")).part.package.image_parts]
    widths = {struct.unpack(">I", image[16:20])[0] for image in images}
    assert len(images) == len(shown) == 2
    # 220 dots an inch, as Word itself keeps them
    assert widths == {-int(-picture.width / 96 * 220 // 1) for picture in shown}


def test_a_figure_that_is_not_drawn_is_left_out(tmp_path: Path) -> None:
    write_dossier(Form.WORD, analyse(told()), tmp_path / "d.docx", draw=lambda _picture: None, made_at=MADE_AT)
    assert not list(Document(str(tmp_path / "d.docx")).part.package.image_parts)


def test_what_is_not_begun_when_the_writing_stops_is_never_made(monkeypatch: pytest.MonkeyPatch) -> None:
    from impactapp.exchange.pdf import typeset

    made: list[bytes] = []
    go = threading.Event()

    def slow(drawing: bytes, _width: float) -> bytes:
        go.wait(10)
        made.append(drawing)
        return drawing

    monkeypatch.setattr(typeset, "raster", slow)
    report = replace(report_of(told()), sections=(Section("s", "S", tuple(map(_picture, range(50)))),))

    with pytest.raises(StopError):
        _begin_and_stop(report, go)
    assert len(made) <= 4


def _begin_and_stop(report: Report, go: threading.Event) -> None:
    with imaged(report, lambda picture: picture.chart.encode()):
        # those that are begun end once nobody can begin another
        threading.Timer(0.2, go.set).start()
        raise StopError


def _picture(number: int) -> Picture:
    return Picture(str(number), "Titre", "Mots")

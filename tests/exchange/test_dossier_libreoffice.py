"""LibreOffice opens the document and the slides, and shows every page of them."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from impactapp.domain.study import Study
from tests import builders
from tests.exchange import cases
from tests.exchange.dossier import slides, told, word
from tests.exchange.office import convert

pytestmark = [pytest.mark.libreoffice, pytest.mark.documents]

CASES: dict[str, Callable[[], Study]] = {
    "told": told,
    "empty": builders.study,
    "complete": cases.complete,
    "large": lambda: builders.large(1, 120),
}


def printed(path: Path, folder: Path) -> str:
    """What a file says once it is printed."""
    made = convert(path, folder / "office", "pdf")
    return subprocess.run(["pdftotext", "-layout", made, "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("name", CASES)
def test_the_document_prints_its_title_its_tables_and_its_page_numbers(name: str, tmp_path: Path) -> None:
    study = CASES[name]()
    text = printed(word(study, tmp_path)[0], tmp_path)
    pages = text.split("\f")[:-1]
    assert study.title in pages[0]
    assert [int(found) for found in re.findall(r"Page (\d+) sur \d+", text)] == list(range(1, len(pages) + 1))
    assert "Avis et signatures" in text


def test_the_head_of_a_long_table_is_printed_on_each_page(tmp_path: Path) -> None:
    pages = printed(word(CASES["large"](), tmp_path)[0], tmp_path).split("\f")
    full = [page for page in pages if page.count("du métier 0") > 20]
    assert len(full) > 2
    assert all("Activité" in page.split("Activité 1")[0] for page in full)


@pytest.mark.parametrize("name", CASES)
def test_the_six_slides_are_shown_with_their_words(name: str, tmp_path: Path) -> None:
    study = CASES[name]()
    pages = printed(slides(study, tmp_path), tmp_path).split("\f")[:-1]
    assert len(pages) == 6
    assert study.title in pages[0]
    for page, title in zip(pages[1:], ("La méthode", "La matrice", "Résultats", "Compétences", "Mesures"), strict=True):
        assert title in page
        assert len(page.split()) > 10


def test_the_figures_of_the_charts_are_shown(tmp_path: Path) -> None:
    shown = " ".join(printed(slides(told(), tmp_path), tmp_path).split())
    for figure in ("40 %", "60 %", "93 %", "63 %", "100 %", "70 %"):
        assert figure in shown

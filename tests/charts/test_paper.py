"""The figures of a dossier: the same paper as the screen's, written as SVG without matplotlib."""

import inspect
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from impactapp.charts import catalogue
from impactapp.charts.advances import advances
from impactapp.charts.paper import paper
from impactapp.charts.sheet import Look, Sheet
from impactapp.charts.subject import Subject
from impactapp.charts.vector import VectorSheet
from impactapp.domain.analysis.results import Results, analyse
from impactapp.palette import LIGHT
from tests import builders
from tests.staff_builders import PRUDENT

SVG = "{http://www.w3.org/2000/svg}"


def methods(kind: type) -> dict[str, inspect.Signature]:
    found = inspect.getmembers(kind, inspect.isfunction)
    return {name: inspect.signature(method) for name, method in found if not name.startswith("_")}


def shown(name: str) -> tuple[Results, Subject]:
    """What a figure is about."""
    study = replace(builders.skilled(), scenarios=(PRUDENT,))
    staffed = tuple(replace(profession, fte=20.0) for profession in study.professions)
    subject = Subject() if name == "portfolio" else Subject("sec", scenario_id=PRUDENT.id)
    return analyse(replace(study, professions=staffed)), subject


def drawn(name: str) -> ElementTree.Element:
    return ElementTree.fromstring(paper(name, *shown(name), 860.0).decode())


def test_the_paper_of_a_dossier_has_every_method_of_a_sheet() -> None:
    of_vectors = methods(VectorSheet)
    of_vectors.pop("svg")
    assert of_vectors == methods(Sheet)


@pytest.mark.parametrize("name", catalogue.ALL_CHARTS)
def test_a_figure_says_the_same_as_on_the_screen(name: str) -> None:
    from matplotlib.figure import Figure

    results, subject = shown(name)
    height = catalogue.preferred_height(name, results, subject, 860.0)
    figure = Figure((860 / 96, height / 96), dpi=96)
    sheet = Sheet(figure, Look(LIGHT), 860.0, height)
    catalogue.draw(name, sheet, results, subject)
    (axes,) = figure.axes
    wanted = [text.get_text() for text in axes.texts if text.get_text()]
    said = [text.text for text in drawn(name).iter(f"{SVG}text")]
    # what is stamped many times as a shape on the screen is text here
    assert set(wanted) <= set(said)
    assert drawn(name).get("viewBox") == f"0 0 860 {height:.2f}".rstrip("0").rstrip(".")


def test_words_stand_where_they_stand_on_the_screen() -> None:
    made = VectorSheet(LIGHT, 100, 50)
    made.write(10, 20, "<Fort> & …", size=10, align="right", bold=True)
    (text,) = ElementTree.fromstring(made.svg()).iter(f"{SVG}text")
    assert text.text == "<Fort> & …"
    assert (text.get("x"), text.get("y"), text.get("text-anchor")) == ("10", "23.8", "end")


def test_a_drawing_needs_no_matplotlib() -> None:
    script = (
        "import sys; from tests import builders; from impactapp.charts.paper import paper\n"
        "from impactapp.charts.subject import Subject; from impactapp.domain.analysis.results import analyse\n"
        "paper('interval', analyse(builders.secretary()), Subject('sec'), 720.0); print('matplotlib' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("file", ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"])
def test_characters_are_as_wide_as_the_font_says(file: str) -> None:
    import matplotlib
    from matplotlib.ft2font import FT2Font, LoadFlags

    font = FT2Font(str(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / file))
    font.set_size(100, 72)
    known = {code for code in font.get_charmap() if code < 0x3000}
    measured = advances(file)
    assert set(measured) == known
    for code in (*map(ord, "AWil é…’À«○●→"), 0x2FFF if 0x2FFF in known else 0x20):
        wanted = font.load_char(code, flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536
        assert measured[code] == pytest.approx(wanted)

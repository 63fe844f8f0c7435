"""Figures on their own, as PNG, SVG and PDF files."""

import resource
import signal
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from impactapp import palette
from impactapp.charts import catalogue
from impactapp.charts.catalogue import Look
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import analyse
from tests.builders import large, skilled
from tests.charts.skill_studies import many_skills
from tests.staff_builders import PRUDENT

LIGHT = Look(palette.LIGHT)


def saved(name: str, target: Path) -> Path:
    study = replace(skilled(), scenarios=(PRUDENT,))
    catalogue.save(name, analyse(study), Subject("sec"), LIGHT, target)
    return target


@pytest.mark.parametrize("name", catalogue.ALL_CHARTS)
@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_the_same_study_gives_the_same_file(name: str, suffix: str, tmp_path: Path) -> None:
    once = saved(name, tmp_path / f"once{suffix}").read_bytes()
    assert once == saved(name, tmp_path / f"again{suffix}").read_bytes()


def test_a_png_is_made_for_print_and_carries_its_words(tmp_path: Path) -> None:
    with Image.open(saved("interval", tmp_path / "a.png")) as image:
        assert round(image.info["dpi"][0]) == 300
        assert "Tenue à jour du dossier patient" in image.info["Description"]
        assert image.width > 3000


def test_an_svg_carries_title_and_words_and_no_font_to_miss(tmp_path: Path) -> None:
    tree = ElementTree.parse(saved("matrix", tmp_path / "a.svg"))
    words = "".join(tree.getroot().itertext())
    assert "Matrice" in words
    assert "Tenue à jour du dossier patient" in words
    assert "<text" not in (tmp_path / "a.svg").read_text(encoding="utf-8")


@pytest.mark.libreoffice
def test_a_pdf_can_be_read_by_another_program(tmp_path: Path) -> None:
    words = subprocess.run(
        ["pdftotext", "-layout", saved("interval", tmp_path / "a.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Secrétaire médicale" in words
    assert "40 % à 60 %" in words.replace("\u00a0", " ")
    assert "projet indépendant" in words


def test_many_activities_make_a_png_that_opens_and_is_said_to_be_less_fine(tmp_path: Path) -> None:
    dpi = catalogue.save("matrix", analyse(large(1, 300)), Subject("p0"), LIGHT, tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as image:
        assert 9_000 < image.height <= 10_000
        assert round(image.info["dpi"][0]) == dpi < 300


@pytest.mark.parametrize("suffix", [".svg", ".pdf"])
def test_a_drawing_without_pixels_has_no_such_limit(suffix: str, tmp_path: Path) -> None:
    assert catalogue.save("matrix", analyse(large(1, 300)), Subject("p0"), LIGHT, tmp_path / f"a{suffix}") == 300


@pytest.mark.parametrize("name", ["skill_map", "exposure", "holders"])
def test_as_many_skills_as_a_study_may_have_stay_within_a_page_that_opens(name: str) -> None:
    results = analyse(many_skills(300))
    assert catalogue.preferred_height(name, results, Subject("p1")) * 300 / 96 < 30_000


@pytest.mark.libreoffice
def test_a_figure_of_skills_is_headed_by_their_rule_and_not_by_the_rate_of_the_profession(tmp_path: Path) -> None:
    pdf = saved("skill_map", tmp_path / "a.pdf")
    words = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert "3 compétences" in words
    assert "L’exposition compte" in words
    assert "40 % à 60 %" not in words.replace("\u00a0", " ")


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_a_full_disk_is_told_by_the_system_and_not_hidden_by_a_library(suffix: str, tmp_path: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, limits[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            saved("matrix", tmp_path / f"a{suffix}")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

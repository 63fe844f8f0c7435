"""The house of a dossier: colours, logo and lines taken from a folder, and one sentence for whatever is wrong there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Bitmap

from impactapp import labels, paths
from impactapp.domain.problems import Problem
from impactapp.exchange.pdf.report_house import FILE, House, contrast, read_house
from impactapp.exchange.problems import ExchangeError
from impactapp.palette import LIGHT
from tests import builders
from tests.exchange.report_cases import tagged, words_of, write

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#0A6E4F"/></svg>'
COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: "#" + "".join(f"{part:02X}" for part in parts))
Fill = Callable[[str], Path]


@pytest.fixture
def house(tmp_path: Path) -> Fill:
    def fill(text: str) -> Path:
        (tmp_path / FILE).write_text(text, "utf-8")
        return tmp_path

    return fill


def refused(folder: Path) -> ExchangeError:
    with pytest.raises(ExchangeError) as found:
        read_house(folder)
    return found.value


def test_the_shipped_house_is_ours() -> None:
    assert read_house(None) == House() == read_house(paths.resources() / "report" / "house")
    shipped = (paths.resources() / "report" / "house" / FILE).read_text("utf-8")
    assert shipped.count("#") > 12


def test_what_the_file_says_is_taken(house: Fill, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(LOGO)
    found = read_house(
        house(
            'couleur = "#0a6e4f"\nfond = "#EFEFEF"\nlogo = "logo.svg"\nhauteur_logo = 22.5\n'
            'mention = "La DRH"\npied = "Interne"'
        )
    )
    assert (found.accent, found.ground, found.logo_height) == ("#0A6E4F", "#EFEFEF", 22.5)
    assert (found.cover, found.foot) == ("La DRH", "Interne")
    assert found.logo is not None
    assert found.logo.content == LOGO.encode()


def test_a_field_left_out_is_ours(house: Fill) -> None:
    assert read_house(house("")) == House()


@pytest.mark.libreoffice
def test_the_dossier_wears_the_house(house: Fill, tmp_path: Path) -> None:
    Bitmap.new("RGB", (60, 30), "#0A6E4F").save(tmp_path / "logo.png")
    folder = house(
        'couleur = "#0A6E4F"\nlogo = "logo.png"\n'
        'mention = "Direction des ressources humaines"\npied = "Document interne"'
    )
    for is_summary in (False, True):
        target = write(builders.secretary(), tmp_path / "dossier.pdf", is_summary=is_summary, template=folder)
        assert ("/Figure", "Logo de l’établissement") in tagged(target)
        assert "Document interne" in words_of(target)
        assert ("Direction des ressources humaines" in words_of(target)) is not is_summary


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_what_a_windows_editor_writes_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / FILE).write_bytes('# é\r\nmention = "Pôle santé"\r\n'.encode(encoding))
    assert read_house(tmp_path).cover == "Pôle santé"


@pytest.mark.parametrize(
    ("text", "problem", "field"),
    [
        ('couleurs = "#0B5CAD"', Problem.HOUSE_FIELD_UNKNOWN, "couleurs"),
        ('couleur = "bleu"', Problem.HOUSE_FIELD_WRONG, "couleur"),
        ("couleur = 3", Problem.HOUSE_FIELD_WRONG, "couleur"),
        ('couleur = "#FFD700"', Problem.HOUSE_COLOUR_ILLEGIBLE, "couleur"),
        ('fond = "#303030"', Problem.HOUSE_COLOUR_ILLEGIBLE, "fond"),
        ("hauteur_logo = 400", Problem.HOUSE_FIELD_WRONG, "hauteur_logo"),
        ("hauteur_logo = true", Problem.HOUSE_FIELD_WRONG, "hauteur_logo"),
        ("hauteur_logo = nan", Problem.HOUSE_FIELD_WRONG, "hauteur_logo"),
        (f'mention = "{"x" * 101}"', Problem.HOUSE_FIELD_WRONG, "mention"),
        ("pied = []", Problem.HOUSE_FIELD_WRONG, "pied"),
        ('logo = "absent.svg"', Problem.HOUSE_LOGO_MISSING, "logo"),
        ('logo = "../logo.svg"', Problem.HOUSE_FIELD_WRONG, "logo"),
        ('logo = "logo.exe"', Problem.HOUSE_FIELD_WRONG, "logo"),
        ('logo = "a\\u0000.svg"', Problem.HOUSE_LOGO_MISSING, "logo"),
    ],
)
def test_a_wrong_field_is_refused_by_its_name(house: Fill, text: str, problem: Problem, field: str) -> None:
    refusal = refused(house(text))
    said = labels.sentence(refusal)
    assert refusal.problem is problem
    assert FILE in said
    assert f"«\u00a0{field}\u00a0»" in said
    assert "…" not in said


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.svg", LOGO.encode()[:60]),
        ("logo.png", b"\x89PNG\r\n\x1a\nno more"),
        ("logo.jpg", b"not a picture"),
        ("logo.png", b""),
        ("logo.svg", LOGO.encode() + b" " * 2_000_001),
    ],
)
def test_a_broken_logo_is_refused_by_its_name(house: Fill, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    refusal = refused(house(f'logo = "{name}"'))
    assert refusal.problem is Problem.HOUSE_LOGO_BROKEN
    assert all(word in labels.sentence(refusal) for word in (FILE, "logo", name))


def test_what_is_never_closed_is_named_by_the_last_line(house: Fill) -> None:
    refusal = refused(house('couleur = "#0B5CAD"\n\nlogo = [\n'))
    assert (refusal.problem, refusal.values["line"]) == (Problem.HOUSE_UNREADABLE, "3")


def test_a_line_that_is_not_understood_is_named(house: Fill) -> None:
    refusal = refused(house('couleur = "#0B5CAD"\n\npied = Interne\n'))
    assert refusal.problem is Problem.HOUSE_UNREADABLE
    assert "ligne 3" in labels.sentence(refusal)


def test_a_folder_without_the_file_is_refused_unless_it_is_for_another_form(tmp_path: Path) -> None:
    assert refused(tmp_path).problem is Problem.TEMPLATE_MISSING
    assert FILE in labels.sentence(refused(tmp_path))
    (tmp_path / "modele.DOCX").write_bytes(b"")
    assert read_house(tmp_path) == House()
    assert refused(tmp_path / "nowhere").problem is Problem.TEMPLATE_MISSING


def test_a_refused_house_leaves_the_old_file(house: Fill, tmp_path: Path) -> None:
    target = tmp_path / "dossier.pdf"
    target.write_bytes(b"before")
    with pytest.raises(ExchangeError):
        write(builders.secretary(), target, template=house('couleur = "#EEEEEE"'))
    assert target.read_bytes() == b"before"


@given(colour=COLOURS)
def test_a_colour_is_taken_where_it_is_legible_else_a_legible_one_is_proposed(
    tmp_path_factory: pytest.TempPathFactory, colour: str
) -> None:
    folder = tmp_path_factory.mktemp("house")
    (folder / FILE).write_text(f'couleur = "{colour}"')
    if contrast(colour, "#FFFFFF") >= 4.5:
        assert read_house(folder).accent == colour
    else:
        assert contrast(refused(folder).values["proposed"], "#FFFFFF") >= 4.5


def test_contrast_is_that_of_the_accessibility_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast(LIGHT.accent, LIGHT.background) > 6

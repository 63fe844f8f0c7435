"""A hospital's own PowerPoint file: its master and layouts carry the slides, its own slides stay out."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError
from tests.exchange.dossier import slide_text, slides, told


def template(folder: Path, build: Callable[[Any], None] = lambda _presentation: None) -> Path:
    """A deck made by a hospital, 4:3 as the library's own is."""
    presentation = Presentation()
    build(presentation)
    path = folder / "modèle.pptx"
    presentation.save(str(path))
    return path


def test_the_layouts_of_the_template_are_used(tmp_path: Path) -> None:
    made = Presentation(str(slides(told(), tmp_path, template(tmp_path))))
    assert [slide.slide_layout.name for slide in made.slides] == ["Title Slide"] + ["Title Only"] * 5
    assert (made.slide_width, made.slide_height) == (Inches(10), Inches(7.5))


def test_its_own_slides_and_what_names_them_are_gone(tmp_path: Path) -> None:
    def build(presentation: Any) -> None:
        for _number in range(3):
            slide = presentation.slides.add_slide(presentation.slide_layouts[1])
            slide.shapes.title.text = "Diapositive d’exemple"
            slide.notes_slide.notes_text_frame.text = "Note d’exemple"
        sections = (
            f'<p:extLst {nsdecls("p")}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
            'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"/></p:ext></p:extLst>'
        )
        presentation.element.append(parse_xml(sections))

    path = slides(told(), tmp_path, template(tmp_path, build))
    assert len(Presentation(str(path)).slides) == 6
    assert "exemple" not in slide_text(path)
    with zipfile.ZipFile(path) as parts:
        assert sum(name.startswith("ppt/slides/slide") for name in parts.namelist()) == 6
        assert b"sectionLst" not in parts.read("ppt/presentation.xml")
        assert not any(b"exemple" in parts.read(name) for name in parts.namelist() if name.endswith(".xml"))


def test_nothing_stays_that_asks_to_be_filled(tmp_path: Path) -> None:
    made = Presentation(str(slides(told(), tmp_path, template(tmp_path))))
    for slide in made.slides:
        assert all(place.text_frame.text for place in slide.placeholders if place.has_text_frame)


def test_the_content_stays_on_a_narrow_slide(tmp_path: Path) -> None:
    made = Presentation(str(slides(told(), tmp_path, template(tmp_path))))
    for slide in made.slides:
        for shape in slide.shapes:
            assert shape.left + shape.width <= made.slide_width
            assert shape.top + shape.height <= made.slide_height


def test_the_facts_stand_under_a_subtitle_that_sits_low(tmp_path: Path) -> None:
    slide = Presentation(str(slides(told(), tmp_path, template(tmp_path)))).slides[0]
    (subtitle,) = [place for place in slide.placeholders if "SUBTITLE" in str(place.placeholder_format.type)]
    (facts,) = [shape for shape in slide.shapes if not shape.is_placeholder]
    assert subtitle.height > 0
    assert facts.top >= subtitle.top + subtitle.height
    assert "CH de Démonstration" in facts.text_frame.text


@pytest.mark.parametrize(("font", "is_wide"), [("Arial", False), ("Verdana", True)])
def test_a_wide_font_of_the_template_cuts_labels_earlier(font: str, is_wide: bool, tmp_path: Path) -> None:
    path = tmp_path / "police.pptx"
    with zipfile.ZipFile(template(tmp_path)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'typeface="Calibri"', f'typeface="{font}"'.encode()))
    shown = slide_text(slides(told(), tmp_path, path), with_notes=False)
    assert ("Conception et rédaction de documents" not in shown) == is_wide


def test_the_number_of_a_slide_stands_where_the_layout_has_it(tmp_path: Path) -> None:
    made = Presentation(str(slides(told(), tmp_path, template(tmp_path))))
    layout = made.slides[3].slide_layout
    (wanted,) = [place for place in layout.placeholders if "SLIDE_NUMBER" in str(place.placeholder_format.type)]
    (number,) = [place for place in made.slides[3].placeholders if "SLIDE_NUMBER" in str(place.placeholder_format.type)]
    assert (number.left, number.top) == (wanted.left, wanted.top)
    ids = [shape.shape_id for shape in made.slides[3].shapes]
    assert len(set(ids)) == len(ids)


def test_a_title_at_the_foot_of_a_layout_does_not_push_the_content_off(tmp_path: Path) -> None:
    def build(presentation: Any) -> None:
        title = presentation.slide_layouts[5].placeholders[0]
        title.left, title.top, title.width, title.height = Inches(0.5), Inches(6), Inches(9), Inches(1)

    made = Presentation(str(slides(told(), tmp_path, template(tmp_path, build))))
    for slide in made.slides:
        assert all(shape.top + shape.height <= made.slide_height for shape in slide.shapes)


def test_a_template_saved_as_one_is_taken(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(template(tmp_path)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"presentation.main+xml", b"template.main+xml"))
    path = tmp_path / "modèle.potx"
    path.write_bytes(packed.getvalue())
    assert len(Presentation(str(slides(told(), tmp_path, path))).slides) == 6


def test_a_template_without_a_title_is_refused(tmp_path: Path) -> None:
    def build(presentation: Any) -> None:
        for layout in presentation.slide_layouts:
            for place in list(layout.placeholders):
                if "TITLE" in str(place.placeholder_format.type):
                    place._element.getparent().remove(place._element)

    with pytest.raises(ExchangeError) as refused:
        slides(told(), tmp_path, template(tmp_path, build))
    assert refused.value.problem is Problem.OFFICE_TEMPLATE_WITHOUT_TITLE
    assert not (tmp_path / "diapositives.pptx").exists()

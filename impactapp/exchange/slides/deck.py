"""The deck that slides are put in: ours, or a hospital's own master and layouts, without the slides it came with."""

import copy
import io
import re
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.exchange.cell_text import cell_text
from impactapp.exchange.office.house import LANGUAGE_TAGS, Form, house_package
from impactapp.exchange.office.templates import reading, template_package
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.slides.fitting import LEAST, shortened

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import SlideLayout

EMU_A_POINT = 12_700
_GAP = 14 * EMU_A_POINT
_SUBTITLE_SIZE, _SUBTITLE_HEIGHT = 20, 60 * EMU_A_POINT
_NARROW = ("arial", "calibri", "helvetica", "liberation sans", "carlito", "aptos", "segoe ui", "marianne")
_WIDER = 1.2
# ours are a little smaller, but bold, which is wider than what is measured
_OPENING_SIZE, _TITLE_SIZE, _TEMPLATE_SIZE, _TITLE_LINES = 42, 32, 44, 2


@dataclass(frozen=True, slots=True)
class Region:
    """Where the content of a slide stands, in EMU; ``wideness`` is how much wider than Arial its font may be."""

    left: int
    top: int
    width: int
    height: int
    wideness: float = 1.0

    def below(self, points: float) -> "Region":
        """What is left under so many points."""
        used = min(round(points * EMU_A_POINT), self.height)
        return replace(self, top=self.top + used, height=self.height - used)

    def upper(self, points: float) -> "Region":
        """The first so many points."""
        return replace(self, height=min(round(points * EMU_A_POINT), self.height))

    @property
    def wide(self) -> float:
        """Its width in points, as letters of Arial fill it."""
        return self.width / EMU_A_POINT / self.wideness

    @property
    def high(self) -> float:
        """Its height in points."""
        return self.height / EMU_A_POINT


@dataclass(frozen=True, slots=True)
class Deck:
    """A presentation with the layouts of its first slide and of the others; ``foot`` stands on each."""

    presentation: "Presentation"
    opening: "SlideLayout"
    content: "SlideLayout"
    language: str
    foot: str
    wideness: float = 1.0
    title_size: int = _TITLE_SIZE

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of a slide in EMU."""
        return int(self.presentation.slide_width or 12_192_000), int(self.presentation.slide_height or 6_858_000)


def house_deck(language: str, foot: str) -> Deck:
    """Our own deck, 16:9."""
    from pptx import Presentation

    made = Presentation(io.BytesIO(house_package(Form.SLIDES, language)))
    opening, content = made.slide_layouts
    return Deck(made, opening, content, LANGUAGE_TAGS[language], foot)


def template_deck(path: Path, language: str, foot: str) -> Deck:
    """A hospital's own deck; raises ``ExchangeError`` where it cannot be used."""
    packed = template_package(path, Form.SLIDES)
    with reading(path):
        # damage that only writing finds is found here, so that an error of ours never passes for the template's
        rehearsed = _deck(packed, path, language, foot)
        for is_opening in (True, False):
            slide = new_slide(rehearsed, "x", is_opening=is_opening)
            region_of(rehearsed, slide)
            slide.shapes.add_textbox(0, 0, 1, 1)
            say(slide.notes_slide.notes_text_frame or slide.shapes[-1].text_frame, ("x",), language)
        rehearsed.presentation.save(io.BytesIO())
    return _deck(packed, path, language, foot)


def _deck(packed: bytes, path: Path, language: str, foot: str) -> Deck:
    from pptx import Presentation

    made = Presentation(io.BytesIO(packed))
    _drop_slides(made)
    layouts = [layout for master in made.slide_masters for layout in master.slide_layouts]
    titled = [layout for layout in layouts if _title_of(layout) is not None]
    if not titled:
        raise ExchangeError(Problem.OFFICE_TEMPLATE_WITHOUT_TITLE, path=path)
    content = min((layout for layout in titled if not _is_opening(layout)), key=_others, default=titled[0])
    opening = next((layout for layout in titled if _is_opening(layout)), content)
    return Deck(made, opening, content, LANGUAGE_TAGS[language], foot, _wideness(content), _TEMPLATE_SIZE)


def describe(deck: Deck, study: Study, made_at: datetime) -> None:
    """Say in the file's properties what it is and in which language, and leave out what a library says of itself."""
    properties = deck.presentation.core_properties
    properties.title, properties.language = cell_text(study.title)[:255], deck.language
    properties.subject = cell_text(study.establishment)[:255]
    properties.author = properties.comments = properties.last_modified_by = properties.keywords = ""
    properties.created = properties.modified = made_at.replace(microsecond=0, tzinfo=None)
    properties.revision = 1


def new_slide(deck: Deck, title: str, *, is_opening: bool = False) -> Any:
    """A slide with its title, its number where the layout has one, and no empty place that asks to be filled."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    layout = deck.opening if is_opening else deck.content
    slide = deck.presentation.slides.add_slide(layout)
    kept = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, *((PP_PLACEHOLDER.SUBTITLE,) if is_opening else ()))
    for place in list(slide.placeholders):
        if place.placeholder_format.type not in kept:
            place._element.getparent().remove(place._element)
    places: Any = layout.placeholders
    for place in places:
        if place.placeholder_format.type in (PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER):
            _copy_place(place, slide, deck)
    room = slide.shapes.title.width / EMU_A_POINT / deck.wideness
    size = max(deck.title_size, _OPENING_SIZE if is_opening else 0)
    told = shortened(title, room, size, _TITLE_LINES)
    say(slide.shapes.title.text_frame, (told,), deck.language)
    return slide


def region_of(deck: Deck, slide: Any) -> Region:
    """What is left of a slide between its title and what the layout has at the foot."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    across, down = deck.size
    title, layout = slide.shapes.title, slide.slide_layout
    feet = [place.top for place in layout.placeholders if place.top is not None and place.top > down * 0.8]
    bottom = min([int(down * 0.94), *(top - _GAP // 2 for top in feet)])
    left = min(max(title.left, int(across * 0.03)), int(across * 0.12))
    top = title.top + title.height + _GAP
    if not down * 0.1 < top < down * 0.6:
        top = int(down * 0.24)
    for place in slide.placeholders:
        if place.placeholder_format.type is PP_PLACEHOLDER.SUBTITLE:
            _flatten(place, down)
            top = max(top, place.top + place.height + _GAP // 2)
    return Region(left, top, across - 2 * left, bottom - top, deck.wideness)


def _flatten(place: Any, down: int) -> None:
    """Keep a subtitle to two lines where it would leave no room for the facts under it."""
    from pptx.util import Pt

    left, top, width, height = place.left, place.top, place.width, place.height
    if top + height > down * 0.55:
        place.left, place.top, place.width = left, min(top, int(down * 0.58)), width
        place.height = min(height, _SUBTITLE_HEIGHT)
        for run in (run for paragraph in place.text_frame.paragraphs for run in paragraph.runs):
            run.font.size = Pt(_SUBTITLE_SIZE)


def say(
    frame: Any, paragraphs: tuple[str, ...], language: str, size: int | None = None, bold: bool | None = None
) -> None:
    """Put paragraphs in a frame of text; ``size`` in points, the layout's where there is none."""
    from pptx.util import Pt

    for number, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for line, words in enumerate(cell_text(text).split("\n")):
            if line:
                paragraph.add_line_break()
            run = paragraph.add_run()
            run.text = words
            run.font.bold = bold
            if size is not None:
                run.font.size = Pt(size)
            run._r.get_or_add_rPr().set("lang", language)


def _copy_place(place: Any, slide: Any, deck: Deck) -> None:
    """The number or the foot of the layout, which a new slide is given by PowerPoint but not by the library."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    made = copy.deepcopy(place._element)
    made.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in slide.shapes) + 1))
    slide.shapes._spTree.append(made)
    if place.placeholder_format.type is PP_PLACEHOLDER.FOOTER:
        frame = slide.shapes[-1].text_frame
        frame.clear()
        say(frame, (shortened(deck.foot, place.width / EMU_A_POINT / deck.wideness, LEAST),), deck.language)


def _title_of(layout: Any) -> Any:
    from pptx.enum.shapes import PP_PLACEHOLDER

    titles = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
    return next((place for place in layout.placeholders if place.placeholder_format.type in titles), None)


def _is_opening(layout: Any) -> bool:
    from pptx.enum.shapes import PP_PLACEHOLDER

    return _title_of(layout).placeholder_format.type is PP_PLACEHOLDER.CENTER_TITLE


def _others(layout: Any) -> int:
    """How many places of a layout would stay empty: the fewer, the more it is meant for free content."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    feet = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
    return sum(place.placeholder_format.type not in feet for place in layout.placeholders)


def _drop_slides(presentation: Any) -> None:
    """Take out the slides of a template, and what names them: sections and shows of slides that are gone."""
    from pptx.oxml.ns import qn

    listed = presentation.slides._sldIdLst
    for one in list(listed):
        presentation.part.drop_rel(one.rId)
        listed.remove(one)
    for name in ("p:custShowLst", "p:extLst"):
        for element in presentation.element.findall(qn(name)):
            presentation.element.remove(element)


def _wideness(layout: Any) -> float:
    """How much wider than Arial the letters of a template may be: little is known of its font but the name."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme = layout.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob.decode("utf-8", "replace")
    named = re.search(r"<a:minorFont>\s*<a:latin typeface=\"([^\"]*)\"", theme)
    return 1.0 if named and named[1].casefold().startswith(_NARROW) else _WIDER

"""What a slide is made of: text that fits, native tables, notes for who speaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from impactapp.exchange.cell_text import cell_text
from impactapp.exchange.office.bars import colour_of
from impactapp.exchange.office.house import hexadecimal
from impactapp.exchange.slides.deck import EMU_A_POINT, Deck, Region, say
from impactapp.exchange.slides.fitting import BETWEEN, LEAST, fitted, height_of, shortened
from impactapp.palette import LIGHT, Swatch

ROW = 31.0  # points: a line of 18 with its margins
_MARGIN = 5 * EMU_A_POINT
_PAPER = Swatch(LIGHT.background, LIGHT.text)
_HEAD = Swatch(LIGHT.surface, LIGHT.text)


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell on one line, and its colours where it says a level."""

    text: str
    swatch: Swatch | None = None


def add_text(slide: Any, deck: Deck, region: Region, paragraphs: Sequence[str], *, is_bold: bool = False) -> float:
    """Paragraphs as large as they fit in a region; gives the height they take in points."""
    from pptx.enum.text import MSO_AUTO_SIZE
    from pptx.util import Pt

    size, texts = fitted([text for text in paragraphs if text], region.wide, region.high)
    box = slide.shapes.add_textbox(region.left, region.top, region.width, region.height)
    frame = box.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    say(frame, texts, deck.language, size, is_bold or None)
    for paragraph in frame.paragraphs[1:]:
        paragraph.space_before = Pt(BETWEEN)
    height = height_of(texts, region.wide, size)
    box.height = round(min(height, region.high) * EMU_A_POINT)
    return height


def text_height(region: Region, paragraphs: Sequence[str]) -> float:
    """The height that paragraphs would take in a region, in points."""
    size, texts = fitted([text for text in paragraphs if text], region.wide, region.high)
    return height_of(texts, region.wide, size)


def add_table(
    slide: Any, deck: Deck, region: Region, rows: Sequence[Sequence[Cell]], widths: Sequence[float], told: str
) -> float:
    """A table whose first row heads it; each text is cut to its line. Gives the height in points."""
    columns = [round(region.width * width / sum(widths)) for width in widths]
    height = round(ROW * len(rows) * EMU_A_POINT)
    frame = slide.shapes.add_table(len(rows), len(columns), region.left, region.top, sum(columns), height)
    tell(frame, told)
    table = frame.table
    table.horz_banding = False
    for at, width in enumerate(columns):
        table.columns[at].width = width
    for number, row in enumerate(rows):
        table.rows[number].height = round(ROW * EMU_A_POINT)
        for at, cell in enumerate(row):
            _fill_cell(table.cell(number, at), cell, deck, columns[at], is_head=number == 0)
    return ROW * len(rows)


def add_notes(slide: Any, deck: Deck, paragraphs: Sequence[str]) -> None:
    """What whoever speaks reads: every sentence in full."""
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        # a template whose page of notes has no place for text
        width, height = deck.size
        frame = slide.notes_slide.shapes.add_textbox(0, height // 2, width // 2, height // 2).text_frame
    say(frame, tuple(text for text in paragraphs if text), deck.language)


def _fill_cell(place: Any, cell: Cell, deck: Deck, width: int, *, is_head: bool) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

    swatch = cell.swatch or (_HEAD if is_head else _PAPER)
    place.margin_left = place.margin_right = _MARGIN
    place.margin_top = place.margin_bottom = _MARGIN // 2
    place.vertical_anchor = MSO_ANCHOR.MIDDLE
    place.fill.solid()
    place.fill.fore_color.rgb = colour_of(swatch.ground)
    room = (width - 2 * _MARGIN) / EMU_A_POINT / deck.wideness
    is_bold = is_head or cell.swatch is not None
    # bold letters are wider
    text = shortened(cell_text(cell.text), room * (0.93 if is_bold else 1.0), LEAST)
    say(place.text_frame, (text,), deck.language, LEAST, is_bold)
    paragraph = place.text_frame.paragraphs[0]
    paragraph.runs[0].font.color.rgb = colour_of(swatch.ink)
    if cell.swatch is not None:
        paragraph.alignment = PP_ALIGN.CENTER
    _underline(place)


def _underline(place: Any) -> None:
    """A faint line under each row."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    properties = place._tc.get_or_add_tcPr()
    colour = hexadecimal(LIGHT.faint_line)
    line = f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:lnB>'
    properties.insert(0, parse_xml(line))


def tell(frame: Any, told: str) -> None:
    """What a voice reads instead of a table or a chart."""
    frame._element.nvGraphicFramePr.cNvPr.set("descr", " ".join(cell_text(told).split("\n")))

"""The report in a document: headings that navigate, paragraphs in styles, tables, and figures told in words."""

import io
import struct
from itertools import zip_longest
from typing import Any

from impactapp.exchange.cell_text import cell_text
from impactapp.exchange.report.blocks import (
    Bars,
    Block,
    Bullets,
    Facts,
    Grid,
    Picture,
    Section,
    Style,
    Words,
)
from impactapp.exchange.word import grids
from impactapp.exchange.word.charts import write_bars
from impactapp.exchange.word.contents import mark_of
from impactapp.exchange.word.sheet import EMU_A_TWIP, FIRST_DRAWING, Sheet
from impactapp.labels import office

_STYLES = {
    Style.LEAD: "Impactapp Lead",
    Style.REMARK: "Impactapp Remark",
    Style.SMALL: "Impactapp Small",
}
_INTRODUCE = (Style.BODY, Style.LEAD)
_PNG = b"\x89PNG\r\n\x1a\n"
# of the text's height: a caption and the sentence before a figure stand on its page
_TALLEST = 0.8


def write_section(section: Section, number: int, sheet: Sheet, *, starts_page: bool) -> None:
    """A heading with its bookmark, and its blocks."""
    heading = sheet.paragraph(" ".join(section.title.split()), f"Heading {min(section.level, 2)}")
    if starts_page:
        heading.paragraph_format.page_break_before = True
    _bookmark(heading._p, mark_of(number), next(sheet.marks))
    for block, following in zip_longest(section.blocks, section.blocks[1:]):
        # what announces a list or a table stands on its page
        write_block(block, sheet, introduces=not isinstance(following, Words | None))


def write_block(block: Block, sheet: Sheet, *, introduces: bool = False) -> None:
    """One block; a paragraph that ``introduces`` what follows stays with it."""
    if isinstance(block, Words):
        if block.text:
            _paragraph(block, sheet, introduces=introduces and block.style in _INTRODUCE)
    elif isinstance(block, Bullets):
        _bullets(block, sheet)
    elif isinstance(block, Facts):
        grids.write_facts(block.items, sheet)
    elif isinstance(block, Grid):
        grids.write_grid(block, sheet)
    elif isinstance(block, Bars):
        write_bars(block, sheet)
    elif isinstance(block, Picture):
        _picture(block, sheet)
    else:
        grids.write_signatures(block, sheet)


def _paragraph(words: Words, sheet: Sheet, *, introduces: bool) -> None:
    style = _STYLES.get(words.style)
    made = sheet.document.add_paragraph(cell_text(words.text)) if style is None else sheet.paragraph(words.text, style)
    made.paragraph_format.keep_with_next = introduces or None


def _bullets(bullets: Bullets, sheet: Sheet) -> None:
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml

    for item in bullets.items:
        made = sheet.paragraph(item, "List Bullet")
        properties = made._p.get_or_add_pPr()
        for old in properties.xpath("w:numPr"):
            properties.remove(old)
        number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{sheet.bullets}"/></w:numPr>'
        properties._insert_numPr(parse_xml(number))


def _picture(picture: Picture, sheet: Sheet) -> None:
    """A figure with its caption; the words that stand for it are what a voice reads.

    Made beside the library, which searches the whole document for a free number at every picture.
    """
    from docx.oxml.shape import CT_Inline
    from docx.shared import Emu

    drawn = sheet.draw(picture)
    if drawn is None:
        return
    across, down = _pixels(drawn)
    width = min(sheet.width, sheet.height * _TALLEST * across / down)
    made = sheet.document.add_paragraph()
    made.paragraph_format.keep_with_next = True
    relation, _image = sheet.document.part.get_or_add_image(io.BytesIO(drawn))
    number, size = FIRST_DRAWING + next(sheet.marks), (width * EMU_A_TWIP, width * EMU_A_TWIP * down / across)
    inline: Any = CT_Inline.new_pic_inline(number, relation, f"{number}.png", *map(Emu, map(round, size)))
    made.add_run()._r.add_drawing(inline)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    described = inline.docPr
    described.set("descr", " ".join(cell_text(picture.alternative).split("\n")))
    described.set("title", cell_text(picture.title))
    sheet.caption(office.figure_word(), next(sheet.figures), picture.title)


def _pixels(drawn: bytes) -> tuple[int, int]:
    """Width and height of a PNG image, which say its proportions; ``ValueError`` for anything else."""
    if not drawn.startswith(_PNG):
        raise ValueError("not a PNG image")
    across, down = struct.unpack(">II", drawn[16:24])
    return across, down


def _bookmark(paragraph: Any, name: str, number: int) -> None:
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml

    start = parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{number}" w:name="{name}"/>')
    paragraph.pPr.addnext(start)
    paragraph.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>'))

"""The report in a document: headings that navigate, paragraphs in styles, tables, and figures told in words."""

import io
import struct
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
from impactapp.exchange.word.sheet import EMU_A_TWIP, Sheet
from impactapp.labels import office

_STYLES = {
    Style.LEAD: "Impactapp Lead",
    Style.REMARK: "Impactapp Remark",
    Style.SMALL: "Impactapp Small",
}
_PNG = b"\x89PNG\r\n\x1a\n"
# of the text's height: a caption and the sentence before a figure stand on its page
_TALLEST = 0.8


def write_section(section: Section, number: int, sheet: Sheet, *, starts_page: bool) -> None:
    """A heading with its bookmark, and its blocks."""
    heading = sheet.paragraph(" ".join(section.title.split()), f"Heading {min(section.level, 2)}")
    if starts_page:
        heading.paragraph_format.page_break_before = True
    _bookmark(heading._p, mark_of(number), next(sheet.marks))
    for block in section.blocks:
        write_block(block, sheet)


def write_block(block: Block, sheet: Sheet) -> None:
    """One block."""
    if isinstance(block, Words):
        if block.text:
            _paragraph(block, sheet)
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


def _paragraph(words: Words, sheet: Sheet) -> None:
    style = _STYLES.get(words.style)
    made = sheet.document.add_paragraph(cell_text(words.text)) if style is None else sheet.paragraph(words.text, style)
    # what announces a list stands on its page
    made.paragraph_format.keep_with_next = words.text.endswith(":") or None


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
    """A figure with its caption; the words that stand for it are what a voice reads."""
    from docx.shared import Emu

    drawn = sheet.draw(picture)
    if drawn is None:
        return
    across, down = _pixels(drawn)
    width = min(sheet.width, sheet.height * _TALLEST * across / down)
    made = sheet.document.add_paragraph()
    made.paragraph_format.keep_with_next = True
    made.add_run().add_picture(io.BytesIO(drawn), width=Emu(round(width * EMU_A_TWIP)))
    for side in ("distT", "distB", "distL", "distR"):
        made._p.xpath(".//wp:inline")[0].set(side, "0")
    (described,) = made._p.xpath(".//wp:docPr")
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

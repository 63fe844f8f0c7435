"""A table as Word writes it: a repeated line of headings, rows that stay whole, letters in every coloured cell.

It is made as XML at once: cell by cell through the library, a matrix of 300 activities would take seconds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from impactapp.exchange.cell_text import cell_text
from impactapp.exchange.office.house import hexadecimal
from impactapp.exchange.report.blocks import Align, GridCell, Scale
from impactapp.palette import LIGHT

_JUSTIFIED = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_MARGINS = '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'

_REPEATED = "<w:cantSplit/><w:tblHeader/>"


@dataclass(frozen=True, slots=True)
class Table:
    """``widths`` are relative; without ``head`` no line is drawn; ``height`` is the least of a row, in twips."""

    rows: Sequence[Sequence[GridCell]]
    widths: Sequence[float]
    head: Sequence[GridCell] = ()
    title: str = ""
    height: int = 0


@dataclass(frozen=True, slots=True)
class _Form:
    """How the text of a cell looks beyond its style; colours without their #."""

    ground: str = ""
    ink: str = ""
    is_bold: bool = False


_HEAD = _Form(hexadecimal(LIGHT.surface), hexadecimal(LIGHT.text), is_bold=True)
_LABEL = _Form(ink=hexadecimal(LIGHT.muted))
_PLAIN = _Form()


def table_xml(table: Table, width: int, style: str) -> Any:
    """The table over a width in twips; ``style`` is the id of the style of its paragraphs."""
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml

    total = sum(table.widths)
    columns = [round(width * one / total) for one in table.widths]
    head = [_row((_cell(cell, _HEAD, style) for cell in line), columns, _REPEATED) for line in (table.head,) if line]
    height = f'<w:trHeight w:val="{table.height}" w:hRule="atLeast"/>' if table.height else ""
    rows = [_row(_cells(row, style, table), columns, f"<w:cantSplit/>{height}") for row in table.rows]
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/>{_borders(bool(table.head))}'
        f'<w:tblLayout w:type="fixed"/>{_MARGINS}{_look(table)}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join((*head, *rows))}</w:tbl>"
    )


def _look(table: Table) -> str:
    described = f"<w:tblCaption w:val={quoteattr(cell_text(table.title))}/>" if table.title else ""
    first = int(bool(table.head))
    value = "06A0" if first else "0680"
    return f'<w:tblLook w:val="{value}" w:firstRow="{first}" w:firstColumn="1" w:noHBand="1" w:noVBand="1"/>{described}'


def _borders(is_ruled: bool) -> str:
    if not is_ruled:
        return ""
    line, faint = hexadecimal(LIGHT.line), hexadecimal(LIGHT.faint_line)
    outer = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{line}"/>' for side in ("top", "bottom"))
    inner = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{faint}"/>' for side in ("insideH", "insideV")
    )
    return f"<w:tblBorders>{outer}{inner}</w:tblBorders>"


def _row(cells: Iterable[str], columns: Sequence[int], properties: str) -> str:
    made = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{cell}</w:tc>'
        for cell, width in zip(cells, columns, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def _cells(row: Sequence[GridCell], style: str, table: Table) -> Iterable[str]:
    for at, cell in enumerate(row):
        plain = _LABEL if at == 0 and not table.head else _PLAIN
        yield _cell(cell, plain if cell.level is None else _level_form(cell), style)


def _level_form(cell: GridCell) -> _Form:
    scale = LIGHT.substitution if cell.scale is Scale.SUBSTITUTION else LIGHT.exposure
    swatch = scale[(cell.level or 1) - 1]
    return _Form(hexadecimal(swatch.ground), hexadecimal(swatch.ink), is_bold=True)


def _cell(cell: GridCell, form: _Form, style: str) -> str:
    """The rest of a cell after its width."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{form.ground}"/>' if form.ground else ""
    middle = '<w:vAlign w:val="center"/>' if cell.level is not None else ""
    look = ("<w:b/><w:bCs/>" if form.is_bold else "") + (f'<w:color w:val="{form.ink}"/>' if form.ink else "")
    text = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in cell_text(cell.text).split("\n")
    )
    return (
        f"{shade}{middle}</w:tcPr><w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/>"
        f'<w:jc w:val="{_JUSTIFIED[cell.align]}"/></w:pPr><w:r><w:rPr>{look}</w:rPr>{text}</w:r></w:p>'
    )

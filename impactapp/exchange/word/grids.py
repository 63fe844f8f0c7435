"""Tables of the document: captions and notes over them, room for signatures."""

from collections.abc import Sequence

from impactapp.exchange.report.blocks import Fact, Grid, GridCell, Signatures
from impactapp.exchange.word.sheet import Sheet
from impactapp.exchange.word.tables import Table, table_xml
from impactapp.labels import office

_WRITING_HEIGHT = 1_300
_FACT_WIDTHS = (1.0, 3.2)
_SIGNATURE_WIDTHS = (1.5, 2.6, 1.0, 1.5)


def write_grid(grid: Grid, sheet: Sheet) -> None:
    """A table under its caption and its note: under the table, the note would end up alone on the next page."""
    if grid.title:
        caption = sheet.caption(office.table_word(), next(sheet.tables), grid.title)
        caption.paragraph_format.keep_with_next = True
    if grid.note:
        sheet.paragraph(grid.note, "Impactapp Small").paragraph_format.keep_with_next = True
    _put(Table(grid.rows, grid.widths, grid.head, grid.title), sheet)


def write_facts(facts: Sequence[Fact], sheet: Sheet) -> None:
    """Names with their values, without lines."""
    if facts:
        rows = tuple((GridCell(fact.label), GridCell(fact.value)) for fact in facts)
        _put(Table(rows, _FACT_WIDTHS), sheet)


def write_signatures(signatures: Signatures, sheet: Sheet) -> None:
    """Room to write an opinion, a date and a signature by hand."""
    head = tuple(GridCell(text) for text in ("", signatures.opinion, signatures.day, signatures.signature))
    rows = tuple((GridCell(item.role), GridCell(""), GridCell(""), GridCell("")) for item in signatures.items)
    _put(Table(rows, _SIGNATURE_WIDTHS, head, height=_WRITING_HEIGHT), sheet)


def _put(table: Table, sheet: Sheet) -> None:
    """A table, and a paragraph after it: two tables that touch would be one."""
    after = sheet.paragraph("", "Impactapp Small")
    after._p.addprevious(table_xml(table, sheet.width, sheet.style_id("Impactapp Cell")))

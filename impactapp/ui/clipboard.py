"""Tables on the clipboard in forms that Word, Excel and our own paste keep: an HTML table and text between tabs.

Excel takes the HTML before the text: both say the same, numbers as numbers, and what people typed always as text.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QAbstractItemModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QTableView

from impactapp import i18n
from impactapp.palette import LIGHT, Swatch
from impactapp.ui.roles import COPIED_ROLE

Role = Qt.ItemDataRole
# a spreadsheet keeps fifteen figures of a number: what is longer is a name
MOST_DIGITS = 18
# how LibreOffice is told the form of a number: the language it is written in (English), and the form
SDNUM = "1033;0;"

_FRENCH = re.compile(r"([-−]?\d{1,3}(?:[\u202f\u00a0 ]?\d{3})*|[-−]?\d+)(?:,(\d+))?(?:[\u00a0\u202f ]?(%))?")
_ENGLISH = re.compile(r"([-−]?\d{1,3}(?:,?\d{3})*|[-−]?\d+)(?:\.(\d+))?(%)?")
_SPACES = re.compile("[\u00a0\u202f ]")
_PAGE = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>'
    '<table lang="{language}" border="1" cellspacing="0" cellpadding="4" '
    'style="border-collapse:collapse;font-family:Calibri,Carlito,sans-serif;font-size:10pt">{rows}</table></body></html>'
)
_TEXT = "mso-number-format:'\\@'"
_EDGE = f"border:1px solid {LIGHT.line}"


@dataclass(frozen=True, slots=True)
class CopiedCell:
    """The words of a cell, on the ground of its level; numbers stand on the right."""

    text: str
    swatch: Swatch | None = None
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of cells, under their headings or without."""

    rows: tuple[tuple[CopiedCell, ...], ...]
    head: tuple[CopiedCell, ...] = ()


def put(block: Block) -> None:
    """Put a block on the clipboard."""
    carried = QMimeData()
    carried.setText(text_of(block))
    carried.setHtml(html_of(block))
    QGuiApplication.clipboard().setMimeData(carried)


def put_words(words: str, html: str) -> None:
    """Put a text on the clipboard with its headings."""
    carried = QMimeData()
    carried.setText(words)
    carried.setHtml(html)
    QGuiApplication.clipboard().setMimeData(carried)


def put_figure(image: QImage, drawing: bytes) -> None:
    """Put a picture on the clipboard, as pixels and as an SVG drawing.

    No HTML goes along, nor any text: Word and Excel would prefer it, and Word shows no picture that HTML holds itself.
    What the figure shows goes by itself, as a table: see ``copying.values_block``.
    """
    carried = QMimeData()
    carried.setImageData(image)
    carried.setData("image/svg+xml", drawing)
    QGuiApplication.clipboard().setMimeData(carried)


def copy_rows(view: QTableView, rows: Sequence[int]) -> None:
    """Put whole rows on the clipboard without headings, as one adds them to a list."""
    put(Block(_rows_of(view, rows, with_titles=False)))


def whole_table(view: QTableView, rows: Sequence[int] = ()) -> Block:
    """Some rows of a table, else all of them, with its headings and the titles of its rows."""
    model = view.model()
    known = [row for row in rows or range(model.rowCount()) if not _invites(model, row)]
    head = [_heading(model, column) for column in range(model.columnCount())]
    titled = _has_titles(model)
    return Block(_rows_of(view, known, with_titles=titled), tuple([CopiedCell("")] * titled + head))


def text_of(block: Block) -> str:
    """The block between tabs, as spreadsheets read it; cells with line breaks are quoted."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter="\t", lineterminator="\n")
    for row in filter(None, (block.head, *block.rows)):
        writer.writerow([_plain(cell) for cell in row])
    return written.getvalue()


def html_of(block: Block) -> str:
    """The block as a table with its colours, which stand in each cell: Word and Excel read no style sheet."""
    head = "".join(
        f'<th scope="col" bgcolor="{LIGHT.surface}" sdnum="{SDNUM}@" '
        f'style="{_style(cell, LIGHT.surface, LIGHT.text)};{_TEXT};font-weight:bold">{_words(cell.text)}</th>'
        for cell in block.head
    )
    body = "".join(f"<tr>{''.join(_cell_html(cell) for cell in row)}</tr>" for row in block.rows)
    rows = (f"<thead><tr>{head}</tr></thead>" if head else "") + f"<tbody>{body}</tbody>"
    return _PAGE.format(language=i18n.language(), rows=rows)


def without_headings(lines: list[list[str]], headings: Sequence[str]) -> list[list[str]]:
    """The lines of a pasted block, less the headings of our own whole table and the titles of its rows."""
    if not lines or not headings:
        return lines
    first = lines[0]
    if first == list(headings):
        return lines[1:]
    return [line[1:] for line in lines[1:]] if first == ["", *headings] else lines


def headings_of(model: QAbstractItemModel) -> list[str]:
    """The headings of a model as a copy has them."""
    return [_heading(model, column).text for column in range(model.columnCount())]


def _rows_of(view: QTableView, rows: Sequence[int], *, with_titles: bool) -> tuple[tuple[CopiedCell, ...], ...]:
    model = view.model()
    columns = range(model.columnCount())
    return tuple(
        tuple([_title(model, row)] * with_titles + [cell_of(model, row, column) for column in columns]) for row in rows
    )


def cell_of(model: QAbstractItemModel, row: int, column: int) -> CopiedCell:
    """A cell as it is copied: what the model says for a copy, else what it shows."""
    index = model.index(row, column)
    told = index.data(COPIED_ROLE)
    if isinstance(told, CopiedCell):
        return told
    shown = index.data()
    alignment = index.data(Role.TextAlignmentRole)
    is_right = isinstance(alignment, Qt.AlignmentFlag) and bool(alignment & Qt.AlignmentFlag.AlignRight)
    return CopiedCell("" if shown is None else str(shown), is_right=is_right)


def _heading(model: QAbstractItemModel, column: int) -> CopiedCell:
    horizontal = Qt.Orientation.Horizontal
    told = model.headerData(column, horizontal, COPIED_ROLE) or model.headerData(column, horizontal)
    return CopiedCell(" ".join(str(told or "").split()))


def _title(model: QAbstractItemModel, row: int) -> CopiedCell:
    return CopiedCell(str(model.headerData(row, Qt.Orientation.Vertical) or ""))


def _has_titles(model: QAbstractItemModel) -> bool:
    """Whether rows are named beside the table; numbers are no names."""
    named = [_title(model, row).text for row in range(min(3, model.rowCount()))]
    return any(not name.isdigit() and name not in ("", "+") for name in named)


def _invites(model: QAbstractItemModel, row: int) -> bool:
    """Whether a row is the empty one at the end, whose words only invite to type."""
    first = model.index(row, 0)
    return first.data(Role.EditRole) == "" and bool(first.data())


def _cell_html(cell: CopiedCell) -> str:
    """A cell of the body: Excel reads the style, LibreOffice the attributes, each what the other passes over."""
    ground, ink = (cell.swatch.ground, cell.swatch.ink) if cell.swatch else ("", "")
    words, style = _words(cell.text), _style(cell, ground, ink)
    shade = f' bgcolor="{ground}"' if ground else ""
    if ink:
        words = f'<font color="{ink}">{words}</font>'
    found = _number(cell.text)
    if found is None:
        return f'<td{shade} sdnum="{SDNUM}@" style="{style};{_TEXT}">{words}</td>'
    value, form = found
    shown = f";mso-number-format:'{form}'" if form else ""
    plain = form.replace("\\", "") or "General"
    return f'<td{shade} x:num="{value}" sdval="{value}" sdnum="{SDNUM}{plain}" style="{style}{shown}">{words}</td>'


def _style(cell: CopiedCell, ground: str, ink: str) -> str:
    parts = [_EDGE, "vertical-align:top", f"text-align:{'right' if cell.is_right else 'left'}"]
    if ground:
        parts += [f"background:{ground}", f"background-color:{ground}", f"color:{ink}"]
    return ";".join(parts)


def _words(text: str) -> str:
    # a plain line break would begin another row in Excel
    lines = escape(text).replace("\r\n", "\n").split("\n")
    return '<br style="mso-data-placement:same-cell">'.join(lines)


def _plain(cell: CopiedCell) -> str:
    """A number without the spaces of print, which a spreadsheet would take for words; other texts as they are."""
    if _number(cell.text) is None:
        return cell.text
    text = _SPACES.sub("", cell.text).replace("−", "-")
    return text if i18n.language() == "fr" else text.replace(",", "")


def _number(text: str) -> tuple[float, str] | None:
    """The value of a number as printed in our language, and its form in Excel, none where it has no part of its own."""
    found = (_FRENCH if i18n.language() == "fr" else _ENGLISH).fullmatch(text)
    if found is None or len(text) > MOST_DIGITS:
        return None
    whole, fraction, percent = found.groups()
    digits = _SPACES.sub("", whole).replace(",", "").replace("−", "-")
    bare = digits.lstrip("-")
    if len(bare) > 1 and bare.startswith("0"):
        # a code such as 007 is no number
        return None
    value = float(f"{digits}.{fraction or '0'}")
    if not percent:
        return value, ""
    return round(value / 100, 12), "0" + (f"\\.{'0' * len(fraction)}" if fraction else "") + "%"

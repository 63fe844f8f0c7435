"""Charts of the document: the same editable bars as on the slides, which python-docx alone cannot make."""

from itertools import count
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from impactapp import labels
from impactapp.exchange.cell_text import cell_text, shorten
from impactapp.exchange.office.bars import Series, bar_table, dress
from impactapp.exchange.report import blocks
from impactapp.exchange.report.blocks import Bars
from impactapp.exchange.word.sheet import EMU_A_TWIP, FIRST_DRAWING, Sheet
from impactapp.i18n import _
from impactapp.labels import office
from impactapp.palette import LIGHT

if TYPE_CHECKING:
    from docx.opc.part import Part

# more bars than this would take a page, beside a figure and a table that say the same
MOST = 12
_ROW, _LEGEND = 640, 700  # twips
_SIZE = 9
_NAME_LETTERS = 48
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TO = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def write_bars(bars: Bars, sheet: Sheet) -> None:
    """A chart of what is known in full, with its caption; nothing where nothing is, or where there are too many."""
    bars = _known(bars)
    if bars.unit != "%" or not 0 < len(bars.categories) <= MOST:
        return
    height = min(_ROW * len(bars.categories) + _LEGEND, round(sheet.height * 0.8))
    relation = sheet.document.part.relate_to(_chart_part(bars, sheet), f"{_TO}/chart")
    made = sheet.document.add_paragraph()
    made.paragraph_format.keep_with_next = True
    made.add_run()._r.append(_inline(bars, relation, sheet.width * EMU_A_TWIP, height * EMU_A_TWIP, next(sheet.marks)))
    sheet.caption(office.figure_word(), next(sheet.figures), bars.title)


def _known(bars: Bars) -> Bars:
    """Only the categories of which every number is known: half of an interval would be read as the whole."""
    kept = [at for at in range(len(bars.categories)) if all(one.values[at] is not None for one in bars.series)]
    series = (blocks.Series(one.name, tuple(one.values[at] for at in kept)) for one in bars.series)
    return blocks.Bars(bars.title, tuple(bars.categories[at] for at in kept), tuple(series), bars.unit)


def _chart_part(bars: Bars, sheet: Sheet) -> "Part":
    """The chart, and the workbook that Word opens to change it."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part, XmlPart
    from pptx.chart.chart import Chart
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    series = _series(bars)
    table = bar_table([shorten(name, _NAME_LETTERS) for name in bars.categories], series)
    drawn: Any = parse_xml(table.xml_bytes(XL_CHART_TYPE.BAR_CLUSTERED))
    maker: Any = Chart
    dress(maker(drawn, None), series, _SIZE)
    drawn.txPr.addprevious(parse_xml(f"<c:spPr {nsdecls('c', 'a')}><a:ln><a:noFill/></a:ln></c:spPr>"))
    package = sheet.document.part.package
    taken = {str(part.partname) for part in package.iter_parts()}
    name = next(one for one in (f"/word/charts/chart{number}.xml" for number in count(1)) if one not in taken)
    book = PackURI(name.replace("/charts/", "/embeddings/").replace(".xml", ".xlsx"))
    part = XmlPart(PackURI(name), _TYPE, drawn, package)
    drawn.get_or_add_externalData().rId = part.relate_to(Part(book, _BOOK, table.xlsx_blob, package), f"{_TO}/package")
    return part


def _series(bars: Bars) -> list[Series]:
    """Open first, then filled: from low to high."""
    low, *_between, high = LIGHT.substitution
    grounds = [low.ground, *(high.ground for _series in bars.series[1:])]
    return [
        Series(one.name, tuple(value or 0.0 for value in one.values), ground, high.ground)
        for one, ground in zip(bars.series, grounds, strict=True)
    ]


def _told(bars: Bars) -> str:
    """The chart in words."""
    told = (
        _("{name}: {value}").format(
            name=name, value=", ".join(f"{one.name} {labels.percent(one.values[at])}" for one in bars.series)
        )
        for at, name in enumerate(bars.categories)
    )
    return f"{bars.title}. {' · '.join(told)}"


def _inline(bars: Bars, relation: str, width: int, height: int, number: int) -> Any:
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml

    told, title = (quoteattr(" ".join(cell_text(text).split())) for text in (_told(bars), bars.title))
    id = number + FIRST_DRAWING
    return parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{id}" name="Chart {number}" descr={told} '
        f'title={title}/><a:graphic><a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )

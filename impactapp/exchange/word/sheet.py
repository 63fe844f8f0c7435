"""The sheet that blocks are written on: a document, the width and height of its text, and what is counted on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from impactapp.exchange.cell_text import cell_text
from impactapp.exchange.report.blocks import Picture
from impactapp.exchange.word.pages import add_field, ensure_bullets

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject

TWIPS_AN_INCH = 1440
EMU_A_TWIP = 635
# drawings of ours are numbered after those that a template may have
FIRST_DRAWING = 10_000
_A4 = (11_906, 16_838)
_MARGIN = 1_134
_LEAST_WIDTH = 3_000

Draw = Callable[[Picture], bytes | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """``width`` and ``height`` in twentieths of a point; ``bullets`` is the number of the list."""

    document: "DocumentObject"
    draw: Draw
    width: int
    height: int
    bullets: int
    tables: Iterator[int]
    figures: Iterator[int]
    marks: Iterator[int]

    def style_id(self, name: str) -> str:
        """How the document calls a style that every document of ours has."""
        return str(self.document.styles[name].style_id)

    def paragraph(self, text: str, style: str) -> Any:
        """A paragraph; a line break in its text stays one."""
        return self.document.add_paragraph(cell_text(text), self.document.styles[style])

    def caption(self, word: str, number: int, title: str) -> Any:
        """« Tableau 3 – Matrice », with a number that Word counts itself."""
        made = self.document.add_paragraph("", self.document.styles["Caption"])
        made.add_run(f"{word}\u00a0")
        add_field(made, f"SEQ {word} \\* ARABIC", str(number))
        made.add_run(f" – {cell_text(title)}")
        return made


def sheet_of(document: "DocumentObject", draw: Draw, place: Any | None) -> Sheet:
    """A sheet as wide as the text is at ``place``, a paragraph, or at the end of the document."""
    width, height = _text_size(document, place)
    marks = count(_last_mark(document) + 1)
    return Sheet(document, draw, width, height, ensure_bullets(document), count(1), count(1), marks)


def _text_size(document: "DocumentObject", place: Any | None) -> tuple[int, int]:
    """The text's width and height in the section that a paragraph is part of."""
    from docx.oxml.ns import qn

    after = [] if place is None else place.xpath(".//w:sectPr | following::w:sectPr")
    sections = after or document.element.body.xpath(".//w:sectPr")
    section = sections[0] if after else sections[-1] if sections else None
    size = None if section is None else section.find(qn("w:pgSz"))
    margins = None if section is None else section.find(qn("w:pgMar"))

    def measure(element: Any, name: str, default: int) -> int:
        found = None if element is None else element.get(qn(f"w:{name}"))
        return default if found is None else abs(int(float(found)))

    width = measure(size, "w", _A4[0]) - measure(margins, "left", _MARGIN) - measure(margins, "right", _MARGIN)
    height = measure(size, "h", _A4[1]) - measure(margins, "top", _MARGIN) - measure(margins, "bottom", _MARGIN)
    return max(width, _LEAST_WIDTH), max(height, _LEAST_WIDTH)


def _last_mark(document: "DocumentObject") -> int:
    from docx.oxml.ns import qn

    marks = document.element.body.iter(qn("w:bookmarkStart"))
    return max((int(mark.get(qn("w:id"), "0")) for mark in marks), default=0)

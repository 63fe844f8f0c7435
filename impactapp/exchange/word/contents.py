"""The table of contents: links to the headings, in a field that Word makes anew when somebody asks it to.

No page number stands in it: only Word knows on which page its own paper breaks. One written here would be a guess, and
a field marked as out of date makes Word ask an alarming question when the document is opened.
"""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from impactapp.exchange.cell_text import cell_text
from impactapp.exchange.report.blocks import MOST_LISTED, Section
from impactapp.exchange.word.sheet import Sheet
from impactapp.labels import office

_HEADINGS = ' TOC \\o "1-{depth}" \\h \\z \\u '
_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_MIDDLE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def mark_of(number: int) -> str:
    """The bookmark of the heading of a section."""
    return f"_Toc{500_000 + number}"


def write_contents(sections: Sequence[Section], sheet: Sheet) -> None:
    """The headings of the sections, as links, in the order of the document: those of chapters only in a long one."""
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml

    sheet.paragraph(office.contents_title(), "TOC Heading")
    after = sheet.paragraph("", "Normal" if "Normal" in sheet.document.styles else "Impactapp Cell")
    depth = 1 if len(sections) > MOST_LISTED else 2
    listed = [(number, section) for number, section in enumerate(sections) if section.level <= depth]
    entries = [_entry(section, number, sheet) for number, section in listed]
    opening = f"{_BEGIN}{_instruction(_HEADINGS.format(depth=depth))}{_MIDDLE}"
    entries[0] = entries[0].replace("</w:pPr>", f"</w:pPr>{opening}", 1)
    made = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{''.join(entries)}<w:p>{_END}</w:p></w:sdtContent></w:sdt>"
    )
    after._p.addprevious(made)


def has_contents(body: Any) -> bool:
    """Whether a document has a table of contents of its own."""
    from docx.oxml.ns import qn

    texts = (element.text or "" for element in body.iter(qn("w:instrText")))
    simple = (element.get(qn("w:instr"), "") for element in body.iter(qn("w:fldSimple")))
    return any(text.strip().startswith("TOC") for text in (*texts, *simple))


def _entry(section: Section, number: int, sheet: Sheet) -> str:
    title, mark = escape(" ".join(cell_text(section.title).split())), mark_of(number)
    style = quoteattr(sheet.style_id(f"toc {min(section.level, 2)}"))
    return (
        f'<w:p><w:pPr><w:pStyle w:val={style}/></w:pPr><w:hyperlink w:anchor="{mark}" w:history="1">'
        f'<w:r><w:t xml:space="preserve">{title}</w:t></w:r></w:hyperlink></w:p>'
    )


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{escape(text)}</w:instrText></w:r>'

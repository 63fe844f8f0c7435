"""A document to write into: ours, or a hospital's own with the styles that it lacks."""

import copy
import io
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impactapp.exchange.cell_text import cell_text, footer_text
from impactapp.exchange.office.house import LANGUAGE_TAGS, Form, house_package
from impactapp.exchange.office.templates import reading, template_package
from impactapp.exchange.report.blocks import Report
from impactapp.i18n import _

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject

STYLES = (
    *("Heading 1", "Heading 2", "Title", "Subtitle", "Caption", "TOC Heading", "toc 1", "toc 2", "List Bullet"),
    *("Impactapp Lead", "Impactapp Remark", "Impactapp Small", "Impactapp Cell"),
)


def house_document(report: Report) -> "DocumentObject":
    """Our own document on A4, with the report's foot and the number of each page."""
    from docx import Document

    document = Document(io.BytesIO(house_package(Form.WORD, report.language)))
    section = document.sections[0]
    section.different_first_page_header_footer = False
    foot = section.footer.paragraphs[0]
    foot.style = document.styles["Footer"]
    foot.add_run(footer_text(report.foot).replace("&&", "&") + "\t")
    before, between, after = _("Page {page} of {pages}").replace("{pages}", "{page}").split("{page}")
    foot.add_run(before)
    add_field(foot, "PAGE", "1")
    foot.add_run(between)
    add_field(foot, "NUMPAGES", "1")
    foot.add_run(after)
    return document


def template_document(path: Path, report: Report) -> "DocumentObject":
    """A hospital's own document with every style that the report needs; raises ``ExchangeError``."""
    from docx import Document

    packed = template_package(path, Form.WORD)
    with reading(path):
        document = Document(io.BytesIO(packed))
        house = Document(io.BytesIO(house_package(Form.WORD, report.language)))
        for name in STYLES:
            _ensure_style(document, house, name)
        _forget_far_template(document)
    return document


def describe(document: "DocumentObject", report: Report) -> None:
    """Say in the file's properties what it is, in which language, and leave out what a library says of itself."""
    from datetime import UTC, datetime

    properties = document.core_properties
    now = datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    properties.title = cell_text(report.title)[:255]
    properties.subject = cell_text(report.subtitle)[:255]
    properties.language = LANGUAGE_TAGS[report.language]
    properties.author = ""
    properties.comments = ""
    properties.created = properties.modified = now
    properties.last_modified_by = ""
    properties.revision = 1
    _speak(document, LANGUAGE_TAGS[report.language])


def ensure_bullets(document: "DocumentObject") -> int:
    """A list of our own in the document; gives its number, for the paragraphs of lists."""
    from docx.oxml.ns import nsdecls, qn
    from docx.oxml.parser import parse_xml

    numbering = _numbering(document)
    abstract = _unused(numbering.findall(qn("w:abstractNum")), qn("w:abstractNumId"))
    number = _unused(numbering.findall(qn("w:num")), qn("w:numId"))
    made = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>'
    )
    first = numbering.find(qn("w:num"))
    if first is None:
        numbering.append(made)
    else:
        first.addprevious(made)
    pointer = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'
    numbers = numbering.findall(qn("w:num"))
    (numbers[-1] if numbers else made).addnext(parse_xml(pointer))
    return number


def add_field(paragraph: Any, instruction: str, shown: str) -> None:
    """A field with what it shows until the program that opens the document works it out."""
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml

    made = parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr=" {instruction} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'
    )
    paragraph._p.append(made)


def _ensure_style(document: "DocumentObject", house: "DocumentObject", name: str) -> None:
    if name in document.styles:
        return
    made = copy.deepcopy(house.styles[name].element)
    taken = {style.style_id for style in document.styles}
    made.set(_attribute("styleId"), next(made_up for made_up in _ids(made) if made_up not in taken))
    for tag in ("basedOn", "next"):
        for pointer in made.findall(_attribute(tag)):
            pointer.set(_attribute("val"), _default_style(document))
    document.styles.element.append(made)


def _ids(style: Any) -> Iterator[str]:
    own = style.get(_attribute("styleId"))
    yield own
    yield from (f"Impactapp{own}{number}" for number in count(1))


def _default_style(document: "DocumentObject") -> str:
    from docx.enum.style import WD_STYLE_TYPE

    found = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    return "Normal" if found is None else str(found.style_id)


def _speak(document: "DocumentObject", language: str) -> None:
    """The language of what has none of its own, for spelling and for voices that read aloud."""
    from docx.oxml.ns import nsdecls, qn
    from docx.oxml.parser import parse_xml

    styles = document.styles.element
    if not styles.xpath("w:docDefaults/w:rPrDefault/w:rPr"):
        for old in styles.findall(qn("w:docDefaults")):
            styles.remove(old)
        made = f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
        styles.insert(0, parse_xml(made))
    (properties,) = styles.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'))


def _numbering(document: "DocumentObject") -> Any:
    """The lists of the document; a part of its own where it has none yet."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml
    from docx.parts.numbering import NumberingPart

    part = document.part
    for relation in part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and not relation.is_external:
            return relation.target_part.element
    element = parse_xml(f"<w:numbering {nsdecls('w')}/>")
    made = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, element, part.package)
    part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return element


def _forget_far_template(document: "DocumentObject") -> None:
    """Word would look for the file this template was made from, on a server or elsewhere, whenever it is opened."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    settings = document.settings.element
    for pointer in settings.findall(_attribute("attachedTemplate")):
        settings.remove(pointer)
    part = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    for name, relation in list(part.rels.items()):
        if relation.reltype.endswith("/attachedTemplate"):
            del part.rels[name]


def _unused(elements: list[Any], name: str) -> int:
    return max((int(element.get(name, "0")) for element in elements), default=0) + 1


def _attribute(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")

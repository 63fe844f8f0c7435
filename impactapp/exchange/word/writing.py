"""`write_report_docx`: the dossier as a Word document, on our own page or in a hospital's document."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impactapp.exchange.atomic import replacing
from impactapp.exchange.office.outcome import Outcome
from impactapp.exchange.report.blocks import Block, Bullets, Grid, GridCell, Report, Section, Style, Words
from impactapp.exchange.word.sheet import Draw, Sheet

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject

Step = Callable[[int, int], None]


def write_report_docx(
    report: Report, target: Path, draw: Draw, template: Path | None = None, step: Step | None = None
) -> Outcome:
    """Write the dossier; ``draw`` gives a figure as PNG, or nothing, and it is left out.

    In a template, fields are filled and the report stands where ``{{rapport}}`` does, or at the end; the outcome names
    what could not be filled. ``step(position, total)`` hears of each section and may raise to cancel: the target is
    then as before. Raises ``ExchangeError`` for a template that cannot be used or a target that cannot be written.
    """
    with replacing(target) as temporary:
        document, outcome = _house(report, draw, step) if template is None else _filled(report, draw, template, step)
        document.save(str(temporary))
    return outcome


def _house(report: Report, draw: Draw, step: Step | None) -> "tuple[DocumentObject, Outcome]":
    from impactapp.exchange.word.pages import describe, house_document
    from impactapp.exchange.word.sheet import sheet_of

    document = house_document(report)
    describe(document, report)
    sheet = sheet_of(document, draw, None)
    _write_cover(report, sheet)
    _write_sections(report, sheet, step, has_cover=not report.is_summary)
    return document, Outcome()


def _filled(report: Report, draw: Draw, template: Path, step: Step | None) -> "tuple[DocumentObject, Outcome]":
    from impactapp.exchange.office.templates import reading

    with reading(template):
        # damage that only writing finds is found here, so that an error of ours never passes for the template's
        rehearsed, _outcome = _composed(_rehearsal(report.language), lambda _picture: None, template, None)
        rehearsed.save(BytesIO())
    return _composed(report, draw, template, step)


def _rehearsal(language: str) -> Report:
    """A report of a little of everything."""
    cell = GridCell("x")
    styled: tuple[Block, ...] = tuple(Words("x", style) for style in Style)
    blocks = (*styled, Bullets(("x",)), Grid("x", (cell,), ((cell,),), (1.0,), "x"))
    sections = tuple(Section("x", "x", blocks, level) for level in (1, 2))
    return Report("x", "x", language, (), sections, "x")


def _composed(report: Report, draw: Draw, template: Path, step: Step | None) -> "tuple[DocumentObject, Outcome]":
    from impactapp.exchange.word.contents import has_contents
    from impactapp.exchange.word.fields import PLACE, TITLE, fields_of, outcome_of
    from impactapp.exchange.word.filling import fill
    from impactapp.exchange.word.pages import describe, template_document
    from impactapp.exchange.word.sheet import sheet_of

    document = template_document(template, report)
    fields = fields_of(report)
    shown = {key: field.shown for key, field in fields.items()}
    found = fill(document.part.package.iter_parts(), shown, frozenset(PLACE))
    sheet = sheet_of(document, draw, found.places[0] if found.places else None)
    describe(document, report)
    body = document.element.body
    before, has_own_contents = set(body), has_contents(body)
    has_cover = not found.places and not found.filled & {*TITLE}
    if has_cover:
        _write_cover(report, sheet, has_own_contents=has_own_contents)
    elif not report.is_summary and not has_own_contents:
        _write_contents(report, sheet)
    _write_sections(report, sheet, step, has_cover=has_cover and not report.is_summary)
    if found.places:
        _move([element for element in body if element not in before], found.places[0])
    return document, outcome_of(fields, found)


def _write_cover(report: Report, sheet: Sheet, *, has_own_contents: bool = False) -> None:
    """Title, facts and contents; on a page of their own where the dossier is a long one."""
    from impactapp.exchange.word.grids import write_facts

    sheet.paragraph(" ".join(report.title.split()), "Title")
    if report.subtitle:
        sheet.paragraph(report.subtitle, "Subtitle")
    write_facts(report.facts, sheet)
    if not report.is_summary and not has_own_contents:
        _write_contents(report, sheet)


def _write_contents(report: Report, sheet: Sheet) -> None:
    from impactapp.exchange.word.contents import write_contents

    if report.sections:
        write_contents(report.sections, sheet)


def _write_sections(report: Report, sheet: Sheet, step: Step | None, *, has_cover: bool) -> None:
    from impactapp.exchange.word.body import write_section

    for number, section in enumerate(report.sections):
        if step is not None:
            step(number + 1, len(report.sections))
        write_section(section, number, sheet, starts_page=section.starts_page if number else has_cover)


def _move(elements: Sequence[Any], place: Any) -> None:
    """Put the report after the paragraph that held its place, which goes where nothing else stands in it."""
    from docx.oxml.ns import qn

    last = place
    for element in elements:
        last.addnext(element)
        last = element
    parent = place.getparent()
    is_bare = not place.xpath(".//w:sectPr | .//w:drawing | .//w:pict | .//w:object | .//w:br")
    said = "".join(text.text or "" for text in place.iter(qn("w:t"))).strip()
    if elements and is_bare and not said and parent.tag in (qn("w:body"), qn("w:sdtContent")):
        parent.remove(place)

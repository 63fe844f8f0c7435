"""The dossier as a tagged PDF: its neutral blocks set by typst in the colours of the hospital."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

from impactapp import labels
from impactapp.exchange.cell_text import shorten
from impactapp.exchange.pdf.report_house import House, read_house
from impactapp.exchange.pdf.typeset import Image, ratio_of, write_pdf
from impactapp.exchange.report.blocks import (
    MOST_LISTED,
    Block,
    Bullets,
    Fact,
    Facts,
    Grid,
    GridCell,
    Picture,
    Report,
    Section,
    Signatures,
    Style,
    Words,
)
from impactapp.exchange.report.closing import SOURCES
from impactapp.i18n import _
from impactapp.palette import LIGHT

Draw = Callable[[Picture], bytes | None]
Step = Callable[[int, int], None]
_LONG_WORD = re.compile(r"\S{26,}")
_LINE_BREAKS = re.compile(r"[\n\r\v\f\x85\u2028\u2029]+")
_PIECE = 8
_INTRODUCE = (Style.BODY.value, Style.LEAD.value)
# of a title on the one page
_LONGEST_HEADING = 120
# from so many letters on, a word is hyphenated in a table
_HYPHENATED = re.compile(r"\w{14,}")
_MAY_BREAK = "\u200b"


def write_report_pdf(
    report: Report, target: Path, draw: Draw, template: Path | None = None, step: Step | None = None
) -> None:
    """Write the dossier, or its one page, in the look of a template folder or in ours.

    ``draw`` gives the SVG (or PNG) of a figure or ``None``; ``step(position, total)`` hears of each profession and of
    the typesetting, and may raise to cancel. Raises ``ExchangeError`` where the template or the target is refused.
    """
    house = read_house(template)
    images = [house.logo] if house.logo is not None else []
    sections = list(_sections(report, draw, images, step))
    content = _breakable(_content(report, house, sections), on_one_line=report.is_summary)
    write_pdf("report", cast(dict[str, object], content), target, images)


def _content(report: Report, house: House, sections: list[dict[str, object]]) -> dict[str, object]:
    return {
        "title": report.title,
        "heading": shorten(report.title, _LONGEST_HEADING),
        "subtitle": report.subtitle,
        "foot": " · ".join(filter(None, (report.foot, house.foot))),
        "facts": [_fact(fact) for fact in report.facts],
        "contents": _("Contents"),
        "depth": 1 if len(sections) > MOST_LISTED else 2,
        "is_summary": report.is_summary,
        "sections": sections,
        "is_long": len(sections) > MOST_LISTED,
        "scales": {
            "substitution": [[swatch.ground, swatch.ink] for swatch in LIGHT.substitution],
            "exposure": [[swatch.ground, swatch.ink] for swatch in LIGHT.exposure],
        },
        "house": {
            "accent": house.accent,
            "ground": house.ground,
            "logo": None if house.logo is None else 0,
            "logo_alternative": _("Logo of the establishment"),
            "logo_height": house.logo_height,
            "cover": house.cover,
        },
    }


def _sections(report: Report, draw: Draw, images: list[Image], step: Step | None) -> "list[dict[str, object]]":
    said = step or (lambda _position, _total: None)
    total = len({section.profession_id for section in report.sections if section.profession_id}) + 1
    made, begun = [], set()
    for section in report.sections:
        if section.profession_id and section.profession_id not in begun:
            begun.add(section.profession_id)
            said(len(begun), total)
        made.append(_section(section, draw, images))
    said(total, total)
    return made


def _section(section: Section, draw: Draw, images: list[Image]) -> dict[str, object]:
    blocks = [shown for block in section.blocks if (shown := _block(block, draw, images)) is not None]
    for at, block in enumerate(blocks, 1):
        # words that another block follows stay on its page
        block["introduces"] = at < len(blocks) and block.get("style") in _INTRODUCE
    return {
        # a heading without a word is refused by the standard
        "title": section.title.strip() or labels.UNKNOWN,
        "level": section.level,
        "starts_page": section.starts_page,
        "tells_unprinted": section.key == SOURCES,
        "blocks": blocks,
    }


def _block(block: Block, draw: Draw, images: list[Image]) -> dict[str, object] | None:
    """What the template shows of a block; ``None`` for a figure that is not drawn, and for numbers of a chart."""
    match block:
        case Words():
            return {"kind": "words", "text": block.text, "style": block.style.value}
        case Bullets():
            return {"kind": "bullets", "items": block.items}
        case Facts():
            return {"kind": "facts", "items": [_fact(fact) for fact in block.items]}
        case Grid():
            return _grid(block)
        case Picture():
            return _picture(block, draw, images)
        case Signatures():
            roles = [signature.role for signature in block.items]
            words = {"opinion": block.opinion, "day": block.day, "signature": block.signature}
            return {"kind": "signatures", "items": roles, **words}
        case _:
            return None


def _breakable(content: object, *, on_one_line: bool) -> object:
    """The same content where a word that no column could hold may be broken, without line breaks on the one page."""
    if isinstance(content, str):
        return _LONG_WORD.sub(_broken, _LINE_BREAKS.sub(" ", content) if on_one_line else content)
    if isinstance(content, Mapping):
        return {key: _breakable(value, on_one_line=on_one_line) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_breakable(value, on_one_line=on_one_line) for value in content]
    return content


def _broken(found: re.Match[str]) -> str:
    word = found[0]
    return _MAY_BREAK.join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))


def _fact(fact: Fact) -> dict[str, str]:
    return {"label": fact.label, "value": fact.value}


def _grid(grid: Grid) -> dict[str, object]:
    return {
        "kind": "grid",
        "title": grid.title,
        "head": [_cell(one) for one in grid.head],
        "rows": [[_cell(one) for one in row] for row in grid.rows],
        "widths": grid.widths,
        "note": grid.note,
    }


def _cell(cell: GridCell) -> dict[str, object]:
    return {
        "text": cell.text,
        "level": None if cell.level is None else int(cell.level),
        "align": cell.align.value,
        "scale": cell.scale.value,
        "is_long_worded": bool(_HYPHENATED.search(cell.text)),
    }


def _picture(picture: Picture, draw: Draw, images: list[Image]) -> dict[str, object] | None:
    drawn = draw(picture)
    if drawn is None:
        return None
    images.append(Image(drawn))
    words = {"title": picture.title, "alternative": picture.alternative}
    return {"kind": "picture", "image": len(images) - 1, "ratio": ratio_of(images[-1]), **words}

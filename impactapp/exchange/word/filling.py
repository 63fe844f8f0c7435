"""Fields such as ``{{titre}}`` of a hospital's own document: filled wherever they stand, even cut into several runs.

Word cuts a text into runs as it likes (spelling, colours, a correction): a field is therefore looked for in the text
of a whole paragraph, and put back where it began, in the form of its first letter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from impactapp.exchange.cell_text import cell_text
from impactapp.exchange.office.keys import field_key

_FIELD = re.compile(r"\{\{([^{}]{1,200})\}\}")
_OPEN = re.compile(r"\{\{[^{}]{0,40}")
_ELEMENTS = "main+xml", "header+xml", "footer+xml"
_NOTES = "footnotes+xml", "endnotes+xml"


@dataclass(slots=True)
class Found:
    """What was met: paragraphs that hold the place of the report, the keys filled, fields left as they stood."""

    places: list[Any] = field(default_factory=list)
    filled: set[str] = field(default_factory=set)
    unknown: dict[str, None] = field(default_factory=dict)


def fill(parts: Iterable[Any], values: Mapping[str, str], places: frozenset[str]) -> Found:
    """Fill the fields of every part of a document; ``places`` are the keys of the report's own place."""
    found = Found()
    for part in parts:
        if part.content_type.endswith(_ELEMENTS):
            _fill_element(part.element, values, places, found, is_body=part.content_type.endswith("main+xml"))
        elif part.content_type.endswith(_NOTES):
            _fill_notes(part, values, found)
    return found


def _fill_notes(part: Any, values: Mapping[str, str], found: Found) -> None:
    """Footnotes, which python-docx keeps as bytes."""
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml.parser import parse_xml

    element = parse_xml(part.blob)
    _fill_element(element, values, frozenset(), found, is_body=False)
    part._blob = serialize_part_xml(element)


def _fill_element(
    element: Any, values: Mapping[str, str], places: frozenset[str], found: Found, *, is_body: bool
) -> None:
    from docx.oxml.ns import qn

    for paragraph in list(element.iter(qn("w:p"))):
        texts = list(_texts_of(paragraph))
        whole = "".join(text.text or "" for text in texts)
        if "{{" not in whole:
            continue
        for match in reversed(list(_FIELD.finditer(whole))):
            key = field_key(match[1])
            if key in places and is_body:
                found.places.append(paragraph)
                _replace(texts, match.start(), match.end(), "")
            elif key in values:
                found.filled.add(key)
                _replace(texts, match.start(), match.end(), " ".join(cell_text(values[key]).split("\n")))
            else:
                found.unknown.setdefault(match[0])
        for rest in _OPEN.findall(_FIELD.sub("", whole)):
            found.unknown.setdefault(rest.strip())


def _texts_of(paragraph: Any) -> Iterator[Any]:
    """The texts of a paragraph in order, without those of the paragraphs of a text box that stands in it."""
    from docx.oxml.ns import qn

    for text in paragraph.iter(qn("w:t")):
        if next(text.iterancestors(qn("w:p"))) is paragraph:
            yield text


def _replace(texts: list[Any], start: int, end: int, value: str) -> None:
    """Put a value in the place of a stretch of the joined text; later stretches are replaced before earlier ones."""
    position = 0
    for text in texts:
        said = text.text or ""
        first, last = max(start - position, 0), min(end - position, len(said))
        if first < last:
            text.text = said[:first] + value + said[last:]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            value = ""
        position += len(said)

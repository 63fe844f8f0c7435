"""What a workbook says beside its sheets: titles, shared texts, which styles are dates or colours, names of cells."""

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ParserCreate, XMLParserType

from impactapp.exchange.incoming.archive import Archive
from impactapp.exchange.incoming.cells import text_of

MOST_TEXTS = 1_000_000
MOST_LETTERS = 60_000_000
_LARGEST_LIST = 5_000_000  # bytes of a part that is read as a tree
_DATE_BUILT_IN = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NOT_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DATE_LETTERS = re.compile("[dmyhsaj]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet by its title, whether it is hidden, and the part it stands in."""

    title: str
    is_hidden: bool
    part: str


@dataclass(frozen=True, slots=True)
class BookParts:
    """``dates`` and ``coloured`` are indices of styles; ``names`` what the names of the workbook refer to."""

    sheets: tuple[SheetPart, ...]
    shared: Sequence[str]
    dates: frozenset[int]
    coloured: frozenset[int]
    names: Mapping[str, str]
    is_1904: bool
    has_macros: bool
    has_links: bool


def parser() -> XMLParserType:
    """An XML parser that refuses a document type, and with it every entity that could grow."""
    made = ParserCreate()
    made.buffer_text = True
    made.buffer_size = 65_536

    def refuse(*_declared: object) -> None:
        raise ValueError("document type")

    made.StartDoctypeDeclHandler = refuse
    return made


def local(name: str) -> str:
    """The name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def read_book_parts(archive: Archive) -> BookParts:
    """Read them; raises ``ValueError`` or ``LookupError`` where the file is not what it should be."""
    book = tree(archive, "xl/workbook.xml")
    targets = {
        one.attrib.get("Id", ""): one.attrib.get("Target", "")
        for one in tree(archive, "xl/_rels/workbook.xml.rels")
        if one.attrib.get("TargetMode") != "External"
    }
    sheets = []
    for one in children(book, "sheets"):
        target = targets.get(next((value for name, value in one.attrib.items() if local(name) == "id"), ""), "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        if archive.has(part) and "chartsheet" not in part:
            sheets.append(SheetPart(one.attrib.get("name", ""), one.attrib.get("state", "visible") != "visible", part))
    settings = next((one for one in book if one.tag == "workbookPr"), None)
    names = archive.names()
    dates, coloured = _styles(archive)
    return BookParts(
        sheets=tuple(sheets),
        shared=_shared(archive),
        dates=dates,
        coloured=coloured,
        names={one.attrib.get("name", ""): one.text or "" for one in children(book, "definedNames")},
        is_1904=settings is not None and settings.attrib.get("date1904") in ("1", "true"),
        has_macros=any(local(name).endswith("vbaProject.bin") for name in names),
        has_links=any(name.startswith("xl/externalLinks/") for name in names),
    )


def feed(archive: Archive, part: str, made: XMLParserType) -> None:
    """Give a part to a parser, a piece at a time."""
    with archive.parts.open(part) as file:
        while piece := file.read(65_536):
            made.Parse(piece, False)
        made.Parse(b"", True)


def tree(archive: Archive, part: str) -> Element:
    """A small part as a tree, with plain names."""
    if archive.parts.getinfo(part).file_size > _LARGEST_LIST:
        archive.too_large()
    builder, made = TreeBuilder(), parser()
    made.StartElementHandler = lambda name, attributes: builder.start(local(name), attributes)
    made.EndElementHandler = lambda name: builder.end(local(name))
    made.CharacterDataHandler = builder.data
    feed(archive, part, made)
    return builder.close()


def children(root: Element, name: str) -> list[Element]:
    return [one for parent in root if parent.tag == name for one in parent]


def _shared(archive: Archive) -> Sequence[str]:
    """The texts that cells share; a phonetic guide beside one is left out."""
    part = next((name for name in archive.names() if name.lower() == "xl/sharedstrings.xml"), None)
    if part is None:
        return ()
    texts: list[str] = []
    pieces: list[str] = []
    letters, in_text, guides = 0, False, 0

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal in_text, guides
        tag = local(name)
        if tag == "rPh":
            guides += 1
        in_text = tag == "t" and not guides

    def end(name: str) -> None:
        nonlocal in_text, guides, letters
        tag = local(name)
        in_text = False
        if tag == "rPh":
            guides -= 1
        elif tag == "si":
            text = text_of("".join(pieces))
            pieces.clear()
            letters += len(text)
            texts.append(text)
            if len(texts) > MOST_TEXTS or letters > MOST_LETTERS:
                archive.too_large()

    def heard(text: str) -> None:
        if in_text:
            pieces.append(text)

    _listen(archive, part, start, end, heard)
    return texts


def _listen(
    archive: Archive,
    part: str,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    heard: Callable[[str], None],
) -> None:
    made = parser()
    made.StartElementHandler, made.EndElementHandler, made.CharacterDataHandler = start, end, heard
    feed(archive, part, made)


def _styles(archive: Archive) -> tuple[frozenset[int], frozenset[int]]:
    """The styles that show a number as a date, and those that colour a cell."""
    if not archive.has("xl/styles.xml"):
        return frozenset(), frozenset()
    root = tree(archive, "xl/styles.xml")
    formats = {_number(one, "numFmtId"): one.attrib.get("formatCode", "") for one in children(root, "numFmts")}
    dated = _DATE_BUILT_IN | {code for code, words in formats.items() if _is_date(words)}
    fills = {index for index, one in enumerate(children(root, "fills")) if _is_colour(one)}
    styles = list(enumerate(children(root, "cellXfs")))
    dates = frozenset(index for index, one in styles if _number(one, "numFmtId") in dated)
    return dates, frozenset(index for index, one in styles if _number(one, "fillId") in fills)


def _is_date(words: str) -> bool:
    plain = _NOT_FORMAT.sub("", words.split(";")[0])
    return bool(_DATE_LETTERS.search(plain)) and "general" not in plain.lower() and "standard" not in plain.lower()


def _is_colour(fill: Element) -> bool:
    pattern = next(iter(fill), None)
    if pattern is None or pattern.tag != "patternFill":
        return pattern is not None
    colour = next((one.attrib for one in pattern if one.tag == "fgColor"), {})
    return pattern.attrib.get("patternType") == "solid" and not colour.get("rgb", "").upper().endswith("FFFFFF")


def _number(element: Any, name: str) -> int:
    text = element.attrib.get(name, "0")
    return int(text) if text.isdecimal() and len(text) < 10 else -1

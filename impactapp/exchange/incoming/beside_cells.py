"""What people put on a sheet beside its cells: comments, and boxes of text."""

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from impactapp.exchange.incoming.archive import Archive
from impactapp.exchange.incoming.book_parts import children, tree
from impactapp.exchange.incoming.cells import text_of

MOST = 1_000
_LONGEST_REF = 20


def read_comments(archive: Archive, part: str) -> tuple[tuple[str, str], ...]:
    """The comments of a sheet: the address of their cell and what they say."""
    found = [
        (said.attrib.get("ref", "")[:_LONGEST_REF], _text(said))
        for root in _related(archive, part, "/comments")
        for said in children(root, "commentList")
    ]
    return tuple(found[:MOST])


def read_boxes(archive: Archive, part: str) -> tuple[str, ...]:
    """The texts that were drawn on a sheet, in boxes and shapes."""
    shapes = [shape for root in _related(archive, part, "/drawing") for shape in root.iter("sp")]
    return tuple(text for shape in shapes[:MOST] if (text := _text(shape).strip()))


def _related(archive: Archive, part: str, kind: str) -> Iterator[Element]:
    """The parts that belong to a sheet, of one kind."""
    folder, _slash, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    if not archive.has(relations):
        return
    for one in tree(archive, relations):
        if one.attrib.get("Type", "").endswith(kind):
            target = one.attrib.get("Target", "")
            told = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if archive.has(told):
                yield tree(archive, told)


def _text(element: Element) -> str:
    return text_of(" ".join(filter(None, (piece.text for piece in element.iter("t")))))

"""Which cells of a workbook are shown in percent, and which have a colour: what their values do not say."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from impactapp.exchange.incoming.archive import Archive, opened
from impactapp.exchange.incoming.book_parts import feed, local, parser, read_book_parts
from impactapp.exchange.incoming.sheet_part import column_of

_STYLES = "xl/styles.xml"
_PERCENT_BUILT_IN = frozenset({"9", "10"})
_NO_COLOUR = ("", "none", "gray125")
_PIECE = 1_000_000
_MOST = 50_000
_REF = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_STYLE = re.compile(rb'\bs="([0-9]{1,6})"')

Painting = dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Painted:
    """Cells of a sheet by line, counted from 1, and column, counted from 0; colours by a name of their own."""

    percents: set[tuple[int, int]] = field(default_factory=set)
    empty: Painting = field(default_factory=dict)
    filled: Painting = field(default_factory=dict)


@dataclass(slots=True)
class _Styles:
    """What the list of styles says, while it is read."""

    percents: set[str] = field(default_factory=lambda: set(_PERCENT_BUILT_IN))
    fills: list[str] = field(default_factory=list)
    cells: list[tuple[str, str]] = field(default_factory=list)
    inside: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = local(name)
        if tag in ("fills", "cellXfs", "cellStyleXfs", "numFmts", "dxfs", "borders", "fonts"):
            self.inside = tag
        elif tag == "numFmt" and self.inside == "numFmts" and "%" in attributes.get("formatCode", ""):
            self.percents.add(attributes.get("numFmtId", ""))
        elif tag == "xf" and self.inside == "cellXfs":
            self.cells.append((attributes.get("numFmtId", ""), attributes.get("fillId", "")))
        elif self.inside == "fills":
            self._fill(tag, attributes)

    def _fill(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "fill":
            self.fills.append("")
        elif tag == "patternFill" and self.fills:
            self.fills[-1] = "" if attributes.get("patternType", "") in _NO_COLOUR else "pattern"
        elif tag == "fgColor" and self.fills and self.fills[-1]:
            colour = " ".join(f"{key}={value.upper()}" for key, value in sorted(attributes.items()))
            self.fills[-1] = "" if colour.endswith("FFFFFF") else colour

    def colours(self) -> dict[bytes, str]:
        """The colour of each style that has one."""
        found = {}
        for index, (_shown, fill) in enumerate(self.cells):
            position = int(fill) if fill.isdecimal() and len(fill) < 7 else len(self.fills)
            if position < len(self.fills) and self.fills[position]:
                found[str(index).encode()] = self.fills[position]
        return found

    def shown_in_percent(self) -> set[bytes]:
        """The styles that show a number in percent."""
        return {str(index).encode() for index, (shown, _fill) in enumerate(self.cells) if shown in self.percents}


def painted_cells(path: Path) -> dict[str, Painted]:
    """What is painted of each sheet, by its title; raises ``ExchangeError`` as opening the workbook does."""
    with opened(path) as archive:
        if not archive.has(_STYLES):
            return {}
        styles = _Styles()
        made = parser()
        made.StartElementHandler = styles.start
        feed(archive, _STYLES, made)
        percents, colours = styles.shown_in_percent(), styles.colours()
        # one colour alone says nothing: that of a heading, say
        colours = colours if len(set(colours.values())) > 1 else {}
        if not percents and not colours:
            return {}
        sheets = read_book_parts(archive).sheets
        return {one.title: _painted(archive, one.part, percents, colours) for one in sheets}


def _painted(archive: Archive, part: str, percents: Collection[bytes], colours: Mapping[bytes, str]) -> Painted:
    found = Painted()
    wanted = b"|".join(sorted({*percents, *colours}))
    cell = re.compile(rb'<(?:\w+:)?c\s(?=[^>]*\bs="(?:' + wanted + rb')")([^>]*?)(/?)>(</)?')
    for piece in _pieces(archive, part):
        for match in cell.finditer(piece):
            ref, style = _REF.search(match[1]), _STYLE.search(match[1])
            if ref is None or style is None:
                continue
            place = int(ref[2]), column_of(ref[1].decode())
            if style[1] in percents:
                found.percents.add(place)
            side = found.empty if match[2] or match[3] else found.filled
            if style[1] in colours and len(side) < _MOST:
                side[place] = colours[style[1]]
    return found


def _pieces(archive: Archive, part: str) -> Iterator[bytes]:
    """A part in pieces that never cut a cell: the last two marks of a piece go with the next one."""
    left = b""
    with archive.parts.open(part) as file:
        while piece := file.read(_PIECE):
            held = left + piece
            cut = held.rfind(b"<", 0, max(held.rfind(b"<"), 0))
            left = held[max(cut, len(held) - _PIECE, 0) :]
            if cut > 0:
                yield held[:cut]
    yield left

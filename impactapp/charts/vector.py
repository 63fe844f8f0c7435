"""The same paper as :class:`Sheet`, written at once as SVG: a dossier has many figures, and matplotlib loads slowly."""

from collections.abc import Iterable, Sequence
from math import hypot
from xml.sax.saxutils import escape

from impactapp.charts.lettering import elided, printable, wrapped
from impactapp.charts.sheet import ARROW, BODY, Align, Box, Mark, Step, go_on
from impactapp.palette import Palette

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
# from the middle of a line of letters down to what they stand on, in heights of the font
_DROP, _CAPITAL_DROP = 0.38, 0.365


class VectorSheet:
    """Paper ``width`` × ``height`` in pixels; every method does what that of :class:`Sheet` does."""

    def __init__(self, palette: Palette, width: float, height: float, step: Step = go_on) -> None:
        self.palette = palette
        self.width, self.height = width, height
        self.marks: list[Mark] = []
        self._step = step
        self._drawn: list[str] = []

    def svg(self) -> str:
        """The drawing; its words are text in DejaVu Sans."""
        size = f'width="{_n(self.width)}" height="{_n(self.height)}" viewBox="0 0 {_n(self.width)} {_n(self.height)}"'
        ground = f'<rect width="100%" height="100%" fill="{self.palette.background}"/>'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="DejaVu Sans">'
        return "\n".join((head, ground, *self._drawn, "</svg>"))

    def write(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = BODY,
        color: str = "",
        align: Align = "left",
        bold: bool = False,
        room: float = 0.0,
    ) -> None:
        """A line of words, vertically centred on ``y``; cut to ``room`` where that is given."""
        line = printable(words)
        shown = elided(line, room, size, bold=bold) if room else line
        self._text(x, y + _DROP * size, shown, size, color or self.palette.text, align, bold)

    def write_wrapped(
        self, x: float, y: float, words: str, room: float, *, lines: int = 2, size: float = BODY, color: str = ""
    ) -> None:
        """Words on at most ``lines`` lines, centred as a block on ``y``."""
        block = wrapped(printable(words), room, size, lines)
        top = y - (len(block) - 1) * size * 0.62
        for position, line in enumerate(block):
            self.write(x, top + position * size * 1.24, line, size=size, color=color)

    def lines(self, ends: Sequence[tuple[float, float, float, float]], color: str, thickness: float = 1.0) -> None:
        """Straight lines, each ``(x1, y1, x2, y2)``."""
        way = "".join(f"M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}" for x1, y1, x2, y2 in ends)
        if way:
            self._add(f'<path d="{way}" fill="none" stroke="{color}" stroke-width="{_n(thickness)}"/>')

    def arrows(self, ends: Sequence[tuple[float, float, float, float]], color: str, thickness: float = 2.0) -> None:
        """Straight arrows, each from ``(x1, y1)`` to its tip ``(x2, y2)``."""
        shafts, heads = [], []
        for x1, y1, x2, y2 in ends:
            long = hypot(x2 - x1, y2 - y1)
            if not long:
                continue
            along, across = ((x2 - x1) / long, (y2 - y1) / long), ((y1 - y2) / long, (x2 - x1) / long)
            head = min(ARROW, long)
            neck = (x2 - along[0] * head, y2 - along[1] * head)
            shafts.append((x1, y1, *neck))
            side = (across[0] * head / 2, across[1] * head / 2)
            heads.append([(x2, y2), (neck[0] + side[0], neck[1] + side[1]), (neck[0] - side[0], neck[1] - side[1])])
        self.lines(shafts, color, thickness)
        for outline in heads:
            self._add(f'<path d="{_closed(outline)}" fill="{color}"/>')

    def circles(
        self, places: Sequence[tuple[float, float]], radius: float, *, fill: str, edge: str = "", thickness: float = 2.0
    ) -> None:
        """Circles of one radius and colour."""
        line = f' stroke="{edge}" stroke-width="{_n(thickness)}"' if edge else ""
        for x, y in places:
            self._add(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}"{line}/>')

    def boxes(self, boxes: Iterable[Box], radius: float = 5.0) -> None:
        """Rounded rectangles; solid ones filled, the others dotted; the solid ones first."""
        for box in sorted(boxes, key=lambda one: not one.fill):
            edge, thickness = box.edge or box.fill or self.palette.line, 1.0 if box.fill else 1.3
            place = f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.w)}" height="{_n(box.h)}" rx="{_n(radius)}"'
            self._add(f"<rect {place} {_paint(box.fill, edge, thickness)}/>")

    def stamp(
        self, places: Sequence[tuple[float, float]], words: str, *, color: str, size: float = BODY, bold: bool = True
    ) -> None:
        """The same short words at many places."""
        for x, y in places:
            self._text(x, y + _CAPITAL_DROP * size, printable(words), size, color, "center", bold)

    def mark(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        text: str,
        *,
        task_id: str = "",
        profession_id: str = "",
        skill_id: str = "",
    ) -> None:
        """Say what a part of the figure means, and which row it comes from."""
        self.marks.append(Mark(x, y, w, h, text, task_id, profession_id, skill_id))

    def shapes(
        self,
        outlines: Sequence[Sequence[tuple[float, float]]],
        *,
        fill: str = "",
        edge: str = "",
        thickness: float = 1.0,
    ) -> None:
        """Closed outlines of one colour; without ``fill`` dotted, as what is unrated."""
        paint = _paint(fill, edge or fill or self.palette.line, thickness)
        for outline in outlines:
            self._add(f'<path d="{_closed(outline)}" {paint}/>')

    def _text(self, x: float, y: float, words: str, size: float, color: str, align: Align, bold: bool) -> None:
        weight = ' font-weight="bold"' if bold else ""
        place = f'x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" text-anchor="{_ANCHORS[align]}"'
        self._add(f'<text {place} fill="{color}"{weight}>{escape(words)}</text>')

    def _add(self, element: str) -> None:
        self._step()
        self._drawn.append(element)


def _paint(fill: str, edge: str, thickness: float) -> str:
    dotted = "" if fill else f' stroke-dasharray="{_n(thickness)} {_n(1.5 * thickness)}"'
    return f'fill="{fill or "none"}" stroke="{edge}" stroke-width="{_n(thickness)}"{dotted}'


def _closed(outline: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in outline) + "Z"


def _n(number: float) -> str:
    """A length as short as it may be written."""
    return f"{float(number):.2f}".rstrip("0").rstrip(".")

"""The paper a figure is drawn on: one axes in pixels, y downwards, with the few shapes our figures are made of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Literal, TypeVar

from impactapp.charts.lettering import elided, printable, wrapped
from impactapp.palette import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SMALL, BODY, SECTION = 12.0, 14.0, 18.0
POINTS = 72 / 96
Align = Literal["left", "center", "right"]
Frame = tuple[float, float, float, float]
WHOLE: Frame = (0.0, 0.0, 1.0, 1.0)
Step = Callable[[], None]
SHAPES_A_STEP = 150
ARROW = 9.0
Shape = TypeVar("Shape")


def go_on() -> None:
    """The step of whoever waits for the figure."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and zoom of a figure; ``scale`` 1.0 is the size of a screen at 100 %."""

    palette: Palette
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a picture that has something to say: its rectangle, its words, and the row it comes from."""

    x: float
    y: float
    w: float
    h: float
    text: str
    task_id: str = ""
    profession_id: str = ""
    skill_id: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A rounded rectangle; without ``fill`` its outline is dotted, as for what nobody has rated."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    edge: str = ""


class Sheet:
    """A figure, or its part ``frame`` (left, bottom, width, height, 0..1), ``width`` × ``height`` in pixels at 100 %.

    All sizes are those at 100 %; ``look.scale`` draws them larger. ``step`` is called every few milliseconds of work;
    what it raises ends the work.
    """

    def __init__(
        self, figure: "Figure", look: Look, width: float, height: float, frame: Frame = WHOLE, step: Step = go_on
    ) -> None:
        self.palette = look.palette
        self.width, self.height = width, height
        self.marks: list[Mark] = []
        self._points = POINTS * look.scale
        figure.set_facecolor(look.palette.background)
        self._axes = figure.add_axes(frame)
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._axes.set_axis_off()
        self._step = step
        self._order = 1.0

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
        self._axes.text(
            x,
            y,
            elided(line, room, size, bold=bold) if room else line,
            fontsize=size * self._points,
            color=color or self.palette.text,
            horizontalalignment=align,
            verticalalignment="center_baseline",
            fontweight="bold" if bold else "normal",
            fontfamily="DejaVu Sans",
            parse_math=False,
            zorder=self._next(),
        )

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
        from matplotlib.collections import LineCollection

        segments = [((x1, y1), (x2, y2)) for x1, y1, x2, y2 in ends]
        drawn = LineCollection(
            segments, colors=color, linewidths=thickness * self._points, capstyle="butt", zorder=self._next()
        )
        self._axes.add_collection(drawn, autolim=False)

    def arrows(self, ends: Sequence[tuple[float, float, float, float]], color: str, thickness: float = 2.0) -> None:
        """Straight arrows, each from ``(x1, y1)`` to its tip ``(x2, y2)``."""
        from matplotlib.collections import PolyCollection

        shafts, heads = [], []
        for x1, y1, x2, y2 in ends:
            long = hypot(x2 - x1, y2 - y1)
            if not long:
                continue
            along, across = ((x2 - x1) / long, (y2 - y1) / long), ((y1 - y2) / long, (x2 - x1) / long)
            head = min(ARROW, long)
            neck = (x2 - along[0] * head, y2 - along[1] * head)
            shafts.append((x1, y1, *neck))
            heads.append(
                [
                    (x2, y2),
                    (neck[0] + across[0] * head / 2, neck[1] + across[1] * head / 2),
                    (neck[0] - across[0] * head / 2, neck[1] - across[1] * head / 2),
                ]
            )
        self.lines(shafts, color, thickness)
        drawn = PolyCollection(heads, facecolors=color, linewidths=0, zorder=self._next())
        self._axes.add_collection(drawn, autolim=False)

    def circles(
        self, places: Sequence[tuple[float, float]], radius: float, *, fill: str, edge: str = "", thickness: float = 2.0
    ) -> None:
        """Circles of one radius and colour."""
        if not places:
            return
        drawn = self._axes.scatter(
            [x for x, _y in places],
            [y for _x, y in places],
            s=(2 * radius * self._points) ** 2,
            c=[fill],
            edgecolors=[edge or fill],
            linewidths=[thickness * self._points if edge else 0.0],
            zorder=self._next(),
        )
        drawn.set_clip_on(False)

    def boxes(self, boxes: Iterable[Box], radius: float = 5.0) -> None:
        """Rounded rectangles; solid ones filled, the others dotted."""
        listed = list(boxes)
        for solid in (True, False):
            for chosen in _chunks([box for box in listed if bool(box.fill) is solid]):
                self._add_boxes(chosen, radius, solid)

    def stamp(
        self, places: Sequence[tuple[float, float]], words: str, *, color: str, size: float = BODY, bold: bool = True
    ) -> None:
        """The same short words at many places, as one shape: a thousand texts would take a second."""
        from matplotlib.collections import PathCollection
        from matplotlib.font_manager import FontProperties
        from matplotlib.textpath import TextPath
        from matplotlib.transforms import Affine2D

        if not places:
            return
        font = FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal")
        path = TextPath((0, 0), words, size=size, prop=font)
        box = path.get_extents()
        centred = path.transformed(Affine2D().translate(-(box.x0 + box.x1) / 2, -size * 0.365).scale(1, -1))
        for chosen in _chunks(places):
            paths = [centred.transformed(Affine2D().translate(x, y)) for x, y in chosen]
            drawn = PathCollection(paths, facecolors=color, linewidths=0, zorder=self._next())
            self._axes.add_collection(drawn, autolim=False)

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
        """Closed outlines of one colour, such as a band or a ribbon; without ``fill`` dotted, as what is unrated."""
        from matplotlib.collections import PolyCollection

        for chosen in _chunks(outlines):
            drawn = PolyCollection(
                chosen,
                facecolors=fill or "none",
                edgecolors=edge or fill or self.palette.line,
                linewidths=thickness * self._points,
                linestyles="solid" if fill else (0, (1, 1.5)),
                zorder=self._next(),
            )
            self._axes.add_collection(drawn, autolim=False)

    def _next(self) -> float:
        """What is drawn later lies above."""
        self._step()
        self._order += 0.01
        return self._order

    def _add_boxes(self, boxes: Sequence[Box], radius: float, solid: bool) -> None:
        from matplotlib.collections import PatchCollection
        from matplotlib.patches import BoxStyle, FancyBboxPatch

        style = BoxStyle.Round(pad=0.0, rounding_size=radius)
        shapes = [FancyBboxPatch((box.x, box.y), box.w, box.h, boxstyle=style) for box in boxes]
        drawn = PatchCollection(
            shapes,
            facecolors=[box.fill if solid else "none" for box in boxes],
            edgecolors=[box.edge or box.fill or self.palette.line for box in boxes],
            linewidths=self._points * (1.0 if solid else 1.3),
            linestyles="solid" if solid else (0, (1, 1.5)),
            zorder=self._next(),
        )
        self._axes.add_collection(drawn, autolim=False)


def _chunks(shapes: Sequence[Shape]) -> Iterator[Sequence[Shape]]:
    for first in range(0, len(shapes), SHAPES_A_STEP):
        yield shapes[first : first + SHAPES_A_STEP]

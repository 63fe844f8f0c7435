"""What a slide is painted on: letters, lines and fields at the size of a screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from impactapp.palette import Palette
from impactapp.ui.projector_lettering import Line, lettering

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where a slide is painted, and in which colours."""

    painter: QPainter
    width: int
    height: int
    colours: Palette

    def line(self, scale: float = 1.0, *, bold: bool = False) -> Line:
        """Letters of this screen; those of a screen that stands upright follow its width."""
        return lettering(min(self.height, self.width), scale, bold=bold)

    @property
    def gap(self) -> int:
        """The space between two parts."""
        return max(4, self.height // 50)

    def write(self, words: str, place: QRect, line: Line, colour: str, side: Qt.AlignmentFlag = LEFT) -> None:
        """Write one line in a place, in the middle of its height."""
        self.painter.setFont(line.font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(place, int(side | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine), words)

    def write_lines(self, lines: Sequence[str], place: QRect, line: Line, colour: str) -> int:
        """Write lines below each other from the top of a place; gives the height they take."""
        for at, words in enumerate(lines):
            row = QRect(place.x(), place.y() + at * line.leading, place.width(), line.leading)
            self.write(words, row, line, colour)
        return len(lines) * line.leading

    def fill(self, place: QRect, ground: str) -> None:
        """A coloured field, with a line around it, as the faintest is close to the page."""
        self.painter.setPen(QPen(QColor(self.colours.line), max(1, self.height // 400)))
        self.painter.setBrush(QColor(ground))
        self.painter.drawRect(place)

    def fitting(
        self, words: str, place: QRect, sizes: Sequence[tuple[float, int]], below: int
    ) -> tuple[Line, list[str]]:
        """Words at the largest of the sizes (scale, lines) at which they are whole and leave the room wanted below."""
        room = place.height() - below
        for scale, most in sizes:
            line = self.line(scale, bold=True)
            lines, is_whole = line.wrapped(words, place.width(), most)
            if is_whole and len(lines) * line.leading <= room:
                return line, lines
        line = self.line(bold=True)
        most = max(1, min(sizes[-1][1], room // line.leading))
        return line, line.wrapped(words, place.width(), most)[0]


def below(place: QRect, top: int) -> QRect:
    """What of a place is below ``top``."""
    return QRect(place.x(), top, place.width(), max(0, place.bottom() - top))

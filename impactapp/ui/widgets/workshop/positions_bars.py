"""Before and after: two distributions of the self-positioning side by side, of all groups together."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from impactapp.domain.workshop import Moment, Sitting
from impactapp.i18n import _, ngettext
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import theme
from impactapp.ui.projector_slide import named
from impactapp.ui.widgets.workshop.booth_paper import STEPS, Four

HEIGHT, TITLE, FOOT = 190, 24, 22
CENTRE = Qt.AlignmentFlag.AlignCenter


def shown_positions(sitting: Sitting, moment: Moment) -> Four | None:
    """How many of all groups placed themselves at each step; ``None`` under the least size that is shown."""
    placed = [one.counts for one in sitting.positions if one.moment is moment]
    one, two, three, four = (sum(counts[at] for counts in placed) for at in range(len(STEPS)))
    total = one + two + three + four
    return (one, two, three, four) if total >= max(1, sitting.protocol.least_shown) else None


class PositionBars(QLabel):
    """A half for each moment, on one scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # a label with a picture is told as one
        self.setPixmap(QPixmap(1, 1))
        self._halves: tuple[tuple[str, Four | None], ...] = ()
        self._missing = ""
        self.setAccessibleName(_("Knowledge of AI, before and after"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sitting(self, sitting: Sitting) -> None:
        """Show the positions of a sitting."""
        least = sitting.protocol.least_shown
        self._halves = tuple(
            (workshop_labels.moment_word(moment), shown_positions(sitting, moment)) for moment in Moment
        )
        self._missing = ngettext("Shown from {count} answer on", "Shown from {count} answers on", least).format(
            count=least
        )
        self.setAccessibleDescription("\n".join(self._words(title, counts) for title, counts in self._halves))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(560), theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        gap = theme.px(32)
        width = (self.width() - gap) // 2
        most = max((max(counts) for _title, counts in self._halves if counts), default=0) or 1
        for at, (title, counts) in enumerate(self._halves):
            self._draw(painter, QRect(at * (width + gap), 0, width, self.height()), title, counts, most)
        painter.end()

    def _draw(self, painter: QPainter, place: QRect, title: str, counts: Four | None, most: int) -> None:
        colours = theme.current().palette
        painter.setFont(theme.font("strong"))
        painter.setPen(QColor(colours.text))
        painter.drawText(QRect(place.x(), place.y(), place.width(), theme.px(TITLE)), 0, title)
        if counts is None:
            painter.setFont(theme.font("body"))
            painter.setPen(QColor(colours.muted))
            painter.drawText(place, int(CENTRE | Qt.TextFlag.TextWordWrap), self._missing)
            return
        step = place.width() // len(STEPS)
        room = place.height() - theme.px(2 * TITLE + FOOT)
        ground = place.bottom() - theme.px(FOOT)
        for at, count in enumerate(counts):
            high = round(room * count / most)
            bar = QRect(place.x() + at * step, ground - high, step - theme.px(12), high)
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.setBrush(QColor(colours.accent))
            painter.drawRect(bar)
            painter.setPen(QColor(colours.text))
            above = QRect(bar.x(), bar.y() - theme.px(TITLE), bar.width(), theme.px(TITLE))
            painter.drawText(above, int(CENTRE), str(count))
            painter.drawText(QRect(bar.x(), ground, bar.width(), theme.px(FOOT)), int(CENTRE), str(at + 1))

    def _words(self, title: str, counts: Four | None) -> str:
        if counts is None:
            return named(title, self._missing)
        told = ", ".join(
            named(workshop_labels.position_word(step), str(count)) for step, count in zip(STEPS, counts, strict=True)
        )
        return named(title, told)

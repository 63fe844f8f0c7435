"""The rail on the left: the six steps of the method with how far each is, then skills, measures and the study."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.page_list import BESIDE, STEPS, entry
from impactapp.ui.step_progress import Progress
from impactapp.ui.widgets import text

TICK = ((5.5, 10.5), (8.5, 13.5), (14.0, 7.0))


class RailButton(QPushButton):
    """A step: its number in a circle (a tick when done), its name, its count."""

    def __init__(self, title: str, number: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._number = number
        self._is_narrow = False
        # not a checked button: screen readers would offer to tick a place one goes to
        self.is_current = False
        self._progress = Progress()
        self.show_progress(Progress())

    def show_progress(self, progress: Progress) -> None:
        """Show how far the step is, in figures and for screen readers in words."""
        self._progress = progress
        number = f"{self._number} " if self._number else ""
        state = [progress.count, _("done") if progress.done else "", _("page shown") if self.is_current else ""]
        self.setAccessibleName(", ".join([f"{number}{self.text()}", *filter(None, state)]))
        self._tell_count()
        self.update()

    def narrow(self, narrow: bool) -> None:
        """Leave the count to the tooltip where the window is narrow."""
        if narrow is self._is_narrow:
            return
        self._is_narrow = narrow
        self._tell_count()
        self.updateGeometry()
        self.update()

    def show_current(self, current: bool) -> None:
        """Mark it as the step that is shown; the window says so, not the click."""
        self.is_current = current
        self.show_progress(self._progress)

    def sizeHint(self) -> QSize:
        """Room for the number, the name in bold and the count."""
        count = self._metrics_width("00 / 00") if not self._is_narrow else 0
        # the name of the step that is shown is bold
        name = QFontMetrics(theme.font("strong")).horizontalAdvance(self.text())
        return QSize(name + count + theme.px(56 if self._number else 24), theme.px(36))

    def minimumSizeHint(self) -> QSize:
        """Lower where the window is low and the zoom high."""
        return QSize(self.sizeHint().width(), theme.px(23))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw by hand: no style has such a button."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current().palette
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colours.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        shaded = self.is_current or self.underMouse()
        painter.setBrush(QColor(colours.selection if shaded else colours.surface))
        painter.drawRoundedRect(ground, theme.px(6), theme.px(6))
        left = theme.px(10)
        if self._number:
            self._draw_number(painter, left)
            left += theme.px(30)
        painter.setPen(QColor(colours.text))
        painter.setFont(theme.font("strong" if self.is_current else "body"))
        inside = self.rect().adjusted(left, 0, -theme.px(10), 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, self.text())
        if not self._is_narrow:
            painter.setPen(QColor(colours.text if self.is_current else colours.muted))
            painter.setFont(theme.font("small"))
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._progress.count)
        painter.end()

    def _draw_number(self, painter: QPainter, left: int) -> None:
        colours = theme.current().palette
        side = theme.px(20)
        circle = QRect(left, (self.height() - side) // 2, side, side)
        outline = colours.accent if self._progress.done or self.is_current else colours.line
        painter.setPen(QPen(QColor(outline), max(1.25, theme.current().scale)))
        painter.setBrush(QColor(colours.accent if self._progress.done else colours.background))
        painter.drawEllipse(circle)
        painter.setFont(theme.font("small"))
        if self._progress.done:
            painter.setPen(QPen(QColor(colours.accent_ink), 1.75 * theme.current().scale, c=Qt.PenCapStyle.RoundCap))
            unit = side / 20
            painter.drawPolyline([QPointF(circle.x() + x * unit, circle.y() + y * unit) for x, y in TICK])
        else:
            painter.setPen(QColor(colours.accent if self.is_current else colours.muted))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _tell_count(self) -> None:
        self.setToolTip(self.accessibleName() if self._is_narrow and self._progress.count else "")

    def _metrics_width(self, words: str) -> int:
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(words)


class Rail(QFrame):
    """``chosen`` names the step or page that was asked for."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAccessibleName(_("Steps of the method"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(10), theme.px(16), theme.px(10), theme.px(16))
        column.setSpacing(theme.px(2))
        self._buttons = {step.key: RailButton(step.title(), number) for number, step in enumerate(STEPS, 1)}
        self._buttons |= {key: RailButton(entry(key).title()) for key in BESIDE}
        for key, button in self._buttons.items():
            if key == BESIDE[0]:
                # less air where the window is low and the zoom high
                column.addItem(QSpacerItem(0, theme.px(12), vData=QSizePolicy.Policy.Maximum))
                column.addWidget(text.line())
                column.addItem(QSpacerItem(0, theme.px(12), vData=QSizePolicy.Policy.Maximum))
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            column.addWidget(button)
        column.addStretch()

    def narrow(self, narrow: bool) -> None:
        """Give the pages the room of the counts, or take it back."""
        for button in self._buttons.values():
            button.narrow(narrow)

    def show_current(self, key: str) -> None:
        """Mark the step that is shown."""
        for own, button in self._buttons.items():
            button.show_current(own == key)

    def show_progress(self, progress: dict[str, Progress]) -> None:
        """Show how far each step is."""
        for key, button in self._buttons.items():
            button.show_progress(progress.get(key, Progress()))

    def button(self, key: str) -> RailButton:
        """The button of a step."""
        return self._buttons[key]

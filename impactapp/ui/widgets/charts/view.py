"""A chart on the page: the old picture stays until the new one is drawn; its marks answer mouse and keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QStyle, QToolTip, QWidget

from impactapp.charts.catalogue import Look, Mark, Subject
from impactapp.domain.analysis.results import Results
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.widgets import text
from impactapp.ui.widgets.charts.picture import Drawer, Drawn, Wanted

Key = Qt.Key
SETTLING = 60
AFTER_A_CHANGE = 400
MOST_PIXELS = 16_000
# a picture that takes longer is announced
SLOW = 150
_STEPS = {Key.Key_Right: 1, Key.Key_Down: 1, Key.Key_Left: -1, Key.Key_Up: -1}


class ChartView(QLabel):
    """Shows one chart; a click or Enter on a mark picks its activity, else its skill, else its profession."""

    task_picked = Signal(str)
    skill_picked = Signal(str)
    profession_picked = Signal(str)
    drawn = Signal()
    fitted = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead: Callable[[Mark], str] = _nowhere
        self._asked: tuple[str, Results, Subject] | None = None
        self._shown: Drawn | None = None
        self._at = -1
        self._drawn_width = 0
        self._drawer = Drawer(self)
        self._drawer.drawn.connect(self._show)
        self._drawer.failed.connect(self.failed)
        self._settling = QTimer(self, singleShot=True)
        self._settling.timeout.connect(self._ask)
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(self._tell_slow)
        # a label with a picture is told as one; an interface of our own would end twice, by Qt and by Python
        self.setPixmap(QPixmap(1, 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        theme.signals().changed.connect(self._settle)

    @property
    def words(self) -> str:
        """The chart in words, empty before it is drawn."""
        return self._shown.words if self._shown else ""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What can be pointed at in the picture shown."""
        return self._shown.marks if self._shown else ()

    def show_chart(self, name: str, results: Results, subject: Subject, title: str) -> None:
        """Draw a chart; another one than before starts empty, the same one keeps its picture until the new comes."""
        if self._asked is None or (name, subject) != (self._asked[0], self._asked[2]):
            self._shown, self._at = None, -1
            self._slow.start()
            self.update()
        self._asked = (name, results, subject)
        self.setAccessibleName(title)
        self._fit_height()
        if self.isVisible():
            self._ask()

    def make_way(self) -> None:
        """Leave the picture being drawn: the study is about to change; without a newer chart it is drawn later."""
        if self._drawer.stop():
            self._settling.start(AFTER_A_CHANGE)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(700), self.minimumHeight())

    # ------------------------------------------------------------------ drawing
    def _look(self) -> Look:
        current = theme.current()
        return Look(current.palette, current.scale)

    def _fit_height(self) -> None:
        if self._asked is None:
            return
        from impactapp.charts import catalogue

        name, results, subject = self._asked
        wide = self._room() / theme.current().scale
        height = theme.px(catalogue.preferred_height(name, results, subject, wide))
        if height != self.minimumHeight():
            self.setMinimumHeight(height)
            self.fitted.emit()

    def _room(self) -> int:
        """The width to draw in.

        What a scroll bar gives back when it goes is left empty: a height that follows the width could bring the bar
        back, and so on for ever.
        """
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        if not 0 <= self.width() - self._drawn_width <= bar:
            self._drawn_width = self.width()
        return self._drawn_width

    def _settle(self) -> None:
        """Draw once sizes and colours stop changing."""
        self._settling.start(SETTLING)

    def _ask(self) -> None:
        if self._asked is None or not self.isVisible() or self.width() < 2 or self.height() < 2:
            return
        self._fit_height()
        name, results, subject = self._asked
        height = self.minimumHeight()
        # a very long chart is drawn less fine on a fine screen, rather than in hundreds of megabytes
        ratio = min(self.devicePixelRatioF(), MOST_PIXELS / height)
        wanted = Wanted(name, results, subject, self._look(), self._room(), height, ratio)
        if self._shown is None or not self._shown.wanted.same_as(wanted):
            self._drawer.ask(wanted)

    def _show(self, drawn: object) -> None:
        assert isinstance(drawn, Drawn)
        if self._asked is None or (drawn.wanted.name, drawn.wanted.subject) != (self._asked[0], self._asked[2]):
            return
        self._shown = drawn
        self._slow.stop()
        self._at = min(self._at, len(drawn.marks) - 1)
        self.setAccessibleDescription(drawn.words)
        self.update()
        self.drawn.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            if not self._slow.isActive():
                painter = QPainter(self)
                self._say(painter, drawing_words())
                painter.end()
            return
        painter = QPainter(self)
        if self._shown.image.isNull():
            self._say(painter, self._shown.words)
        else:
            painter.drawImage(QPoint(0, 0), self._shown.image)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def _tell_slow(self) -> None:
        self.setAccessibleDescription(drawing_words())
        self.update()

    def _say(self, painter: QPainter, words: str) -> None:
        painter.setPen(QColor(theme.current().palette.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, words)

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().palette.accent), theme.px(2)))
        around = self.rect_of(self._at) if self._at >= 0 else QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(around, theme.px(4), theme.px(4))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.ScreenChangeInternal):
            self._settle()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._settle()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._settling.start(0)
        if self._shown is None:
            self._slow.start()

    # ------------------------------------------------------------------ marks
    def rect_of(self, position: int) -> QRectF:
        """Where a mark is, in pixels of the widget, with a little room around it."""
        mark = self.marks[position]
        ratio = self._shown.wanted.ratio if self._shown else 1.0
        room = theme.px(3)
        return QRectF(mark.x / ratio, mark.y / ratio, mark.w / ratio, mark.h / ratio).adjusted(-room, -room, room, room)

    def mark_at(self, place: QPoint) -> int:
        """The smallest mark at a place, -1 where there is none."""
        here = [at for at in range(len(self.marks)) if self.rect_of(at).contains(place)]
        return min(here, key=lambda at: self.marks[at].w * self.marks[at].h, default=-1)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self.mark_at(event.pos())
            words = self._words_of(self.marks[at]) if at >= 0 else ""
            QToolTip.showText(
                event.globalPos(), text.plain_tip(words), self, self.rect_of(at).toRect() if at >= 0 else QRect()
            )
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.mark_at(event.position().toPoint())
        leads = at >= 0 and _leads(self.marks[at])
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pick(self.mark_at(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if key in _STEPS and self.marks:
            self.step_to(max(0, min(self._at + _STEPS[key], len(self.marks) - 1)))
        elif key in (Key.Key_Home, Key.Key_End) and self.marks:
            self.step_to(0 if key is Key.Key_Home else len(self.marks) - 1)
        elif key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
            self._pick(self._at)
        else:
            super().keyPressEvent(event)

    def step_to(self, position: int) -> None:
        """Stand on a mark: show the focus there, say its words."""
        self._at = position
        around, mark = self.rect_of(position).toRect(), self.marks[position]
        self.update()
        self.scroll_to(around)
        QToolTip.showText(self.mapToGlobal(around.bottomLeft()), text.plain_tip(mark.text), self, around)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, mark.text))

    @property
    def current_text(self) -> str:
        """The words of the mark that has the focus, empty when none has."""
        return self.marks[self._at].text if 0 <= self._at < len(self.marks) else ""

    def scroll_to(self, place: QRect) -> None:
        """Bring a place into view, where the chart is in something that scrolls."""
        area = self.parentWidget()
        while area is not None:
            content = area.widget() if isinstance(area, QScrollArea) else None
            if isinstance(area, QScrollArea) and content is not None:
                middle = self.mapTo(content, place.center())
                area.ensureVisible(middle.x(), middle.y(), place.width() // 2, place.height())
            area = area.parentWidget()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def _words_of(self, mark: Mark) -> str:
        """What a mark tells, and where a click on it leads."""
        return "\n".join(filter(None, (mark.text, self.lead(mark))))

    def _pick(self, position: int) -> None:
        if position < 0:
            return
        mark = self.marks[position]
        if mark.task_id:
            self.task_picked.emit(mark.task_id)
        elif mark.skill_id:
            self.skill_picked.emit(mark.skill_id)
        elif mark.profession_id:
            self.profession_picked.emit(mark.profession_id)


def _nowhere(_mark: Mark) -> str:
    return ""


def _leads(mark: Mark) -> bool:
    return bool(mark.task_id or mark.skill_id or mark.profession_id)


def drawing_words() -> str:
    """What stands where a first picture is long to come."""
    return _("Drawing…")

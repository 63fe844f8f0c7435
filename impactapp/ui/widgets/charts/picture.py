"""A chart drawn off the window's thread: what is wanted, and the picture that comes back."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from impactapp.charts.catalogue import Look, Mark, Subject
from impactapp.domain.analysis.results import Results
from impactapp.ui import background

DPI = 96


@dataclass(frozen=True, slots=True)
class Wanted:
    """A chart at a size in logical pixels; ``ratio`` is how many of the screen's make one of them."""

    name: str
    results: Results
    subject: Subject
    look: Look
    width: int
    height: int
    ratio: float

    def same_as(self, other: "Wanted") -> bool:
        """Whether both ask for the same picture of the very same results, which are long to compare."""
        size = (self.width, self.height, self.ratio) == (other.width, other.height, other.ratio)
        chart = (self.name, self.subject, self.look) == (other.name, other.subject, other.look)
        return self.results is other.results and size and chart


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture in the screen's pixels, its marks in logical ones, and its words; no image where there is no chart."""

    wanted: Wanted
    image: QImage
    marks: tuple[Mark, ...]
    words: str


@cache
def settle() -> None:
    """Once, before the first chart: the drawing library is there for ever, and a full search for garbage that walks
    its thousands of objects would hold every thread, the window's too, for 80 ms."""
    import_module("matplotlib.backends.backend_agg")
    gc.freeze()


def draw(wanted: Wanted, breathe: Callable[[], None]) -> Drawn:
    """Draw a chart; runs on any thread, so that neither drawing nor converting pixels holds the window.

    ``breathe`` is called every few milliseconds; what it raises ends the drawing.
    """
    from impactapp.charts import catalogue

    settle()
    words = catalogue.text_alternative(wanted.name, wanted.results, wanted.subject)
    if not catalogue.is_available(wanted.name, wanted.results, wanted.subject):
        return Drawn(wanted, QImage(), (), words)
    ratio = wanted.ratio
    size = round(wanted.width * ratio), round(wanted.height * ratio)
    picture = catalogue.render(
        wanted.name, wanted.results, wanted.subject, wanted.look, *size, round(DPI * ratio), breathe
    )
    pixels = QImage(picture.rgba, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGBA8888)
    # the conversion owns its pixels, and is the form the screen wants
    image = pixels.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    return Drawn(wanted, image, tuple(picture.marks), words)


Drawing = Callable[[Wanted, Callable[[], None]], Drawn]


class Drawer(QObject):
    """Draws one chart at a time; of what is asked meanwhile only the newest is drawn."""

    drawn = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, drawing: Drawing = draw) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._job: background.Job | None = None
        self._next: Wanted | None = None

    def ask(self, wanted: Wanted) -> None:
        """Draw this, after what is being drawn now and instead of what waits."""
        if self._job is not None:
            self._next = wanted
            return
        drawing = self._drawing  # the work must not hold on to this object
        self._job = background.run(lambda job: drawing(wanted, job.breathe), self._done, self._broken, self)

    def stop(self) -> bool:
        """Leave what is being drawn, and what waits; ``False`` when there was nothing."""
        self._next = None
        if self._job is None:
            return False
        self._job.cancel()
        self._job = None
        return True

    def _done(self, drawn: object) -> None:
        assert isinstance(drawn, Drawn)
        self._job = None
        if self._next is None or self._next.name == drawn.wanted.name:
            self.drawn.emit(drawn)
        self._go_on()

    def _broken(self, error: BaseException) -> None:
        self._job = None
        self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._next = self._next, None
        if waiting is not None:
            self.ask(waiting)

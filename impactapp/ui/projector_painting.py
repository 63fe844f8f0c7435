"""Paints a slide at any size: head, activity, question, then the levels or the votes in what room is left."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from impactapp.palette import Palette
from impactapp.ui.projector_bars import show_votes
from impactapp.ui.projector_canvas import CENTRE, RIGHT, Canvas, below
from impactapp.ui.projector_slide import LevelWords, Slide

# how large the activity is written and on how many lines, the best that fits first
TITLES = ((1.45, 2), (1.25, 3), (1.0, 3), (1.0, 4))


def paint(painter: QPainter, width: int, height: int, slide: Slide, colours: Palette) -> None:
    """Paint a slide over the whole of a screen."""
    canvas = Canvas(painter, width, height, colours)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRect(0, 0, width, height), QColor(colours.background))
    margin = width // 20
    place = QRect(margin, canvas.gap, width - 2 * margin, height - 2 * canvas.gap)
    place.setTop(place.top() + _head(canvas, slide, place) + canvas.gap // 2)
    if slide.votes is None:
        _ask(canvas, slide, place)
    else:
        show_votes(canvas, slide, slide.votes, place)


def _head(canvas: Canvas, slide: Slide, place: QRect) -> int:
    line, colours = canvas.line(), canvas.colours
    row = QRect(place.x(), place.y(), place.width(), round(line.leading * 1.15))
    left, right = row.x(), row.right()
    time = line.width("0:00:00") if len(slide.time) > len("00:00") else line.width("00:00")
    canvas.write(slide.time, row, line, colours.text if slide.is_running else colours.muted, RIGHT)
    right -= time + 2 * canvas.gap
    canvas.write(slide.place, QRect(left, row.y(), right - left, row.height()), line, colours.muted, RIGHT)
    right -= line.width(slide.place) + 2 * canvas.gap
    if slide.mark:
        mark = canvas.line(bold=True)
        badge = QRect(left, row.y(), mark.width(slide.mark) + 2 * canvas.gap, row.height())
        canvas.fill(badge, colours.accent)
        canvas.write(slide.mark, badge, mark, colours.accent_ink, CENTRE)
        left = badge.right() + 2 * canvas.gap
    canvas.write(
        line.elided(slide.heading, right - left), QRect(left, row.y(), right - left, row.height()), line, colours.muted
    )
    return row.height()


def _ask(canvas: Canvas, slide: Slide, place: QRect) -> None:
    """The activity, the question and the levels, as large as they fit."""
    line, indent = canvas.line(), _indent(canvas, slide.levels)
    asked = line.wrapped(slide.question, place.width(), 2)[0]
    criterion = line.wrapped(slide.criterion, place.width(), 3)[0]
    defined = [line.wrapped(one.definition, place.width() - indent, 2)[0] for one in slide.levels]
    rows = len(asked) + len(criterion) + sum(max(1, len(one)) for one in defined)
    title, lines = canvas.fitting(slide.title, place, TITLES, rows * line.leading + canvas.gap)
    spare = place.height() - rows * line.leading - len(lines) * title.leading
    gap = max(0, min(3 * canvas.gap, spare // (2 + len(defined))))
    top = place.y() + gap // 2
    top += canvas.write_lines(lines, below(place, top), title, canvas.colours.text) + gap // 2
    top += canvas.write_lines(asked, below(place, top), line, canvas.colours.muted)
    top += canvas.write_lines(criterion, below(place, top), line, canvas.colours.muted) + gap
    for one, words in zip(slide.levels, defined, strict=True):
        top += _level(canvas, one, words, below(place, top), indent) + gap


def _indent(canvas: Canvas, levels: Sequence[LevelWords]) -> int:
    words = max((canvas.line().width(one.word) for one in levels), default=0)
    return _badge_width(canvas) + words + 3 * canvas.gap


def _badge_width(canvas: Canvas) -> int:
    return 2 * canvas.line().leading


def _level(canvas: Canvas, one: LevelWords, definition: Sequence[str], place: QRect, indent: int) -> int:
    line, colours = canvas.line(), canvas.colours
    swatch = colours.level(one.level)
    bold = canvas.line(bold=True)
    badge = QRect(place.x(), place.y() + 2, _badge_width(canvas), line.leading - 4)
    canvas.fill(badge, swatch.ground)
    canvas.write(one.letters, badge, bold, swatch.ink, CENTRE)
    word = QRect(badge.right() + canvas.gap, place.y(), place.width(), line.leading)
    canvas.write(one.word, word, line, colours.text)
    beside = QRect(place.x() + indent, place.y(), place.width() - indent, place.height())
    return max(line.leading, canvas.write_lines(definition, beside, line, colours.muted))

"""The votes on a slide: three bars for all, a row of counts for each group that may be shown, and the consensus."""

from PySide6.QtCore import QRect

from impactapp.domain.level import Level
from impactapp.domain.workshop import Counts
from impactapp.ui.projector_canvas import CENTRE, RIGHT, Canvas, below
from impactapp.ui.projector_slide import LevelWords, Slide, Votes

TITLES = ((1.45, 1), (1.25, 2), (1.0, 2), (1.0, 3))
# a bar needs this many lines to be one, with its count above it and its level below
LEAST_BARS = 5
ROWS_BESIDE = 0.62


def show_votes(canvas: Canvas, slide: Slide, votes: Votes, place: QRect) -> None:
    """The activity and the question, shorter where the votes need the room, then the votes."""
    line = canvas.line()
    wanted = max(LEAST_BARS, _rows(votes)) * line.leading
    asked = line.wrapped(slide.question, place.width(), 1 if wanted > place.height() * 2 // 5 else 2)[0]
    foot = _foot(canvas, votes, place)
    under = wanted + (len(asked) + len(foot)) * line.leading + 3 * canvas.gap
    title, lines = canvas.fitting(slide.title, place, TITLES, under)
    top = place.y() + canvas.write_lines(lines, place, title, canvas.colours.text)
    top += canvas.write_lines(asked, below(place, top), line, canvas.colours.muted) + canvas.gap
    under = place.bottom() - len(foot) * line.leading
    canvas.write_lines(foot, below(place, under), line, canvas.colours.text)
    if foot:
        last = QRect(place.x(), place.bottom() - line.leading, place.width(), line.leading)
        canvas.write(votes.count, last, line, canvas.colours.muted, RIGHT)
    _show(canvas, slide, votes, QRect(place.x(), top, place.width(), under - canvas.gap - top))


def _rows(votes: Votes) -> int:
    """Lines of the groups; none where one group is all that voted."""
    below_head = len(votes.groups) + bool(votes.not_shown)
    return 1 + below_head if votes.groups and below_head > 1 else 0


def _foot(canvas: Canvas, votes: Votes, place: QRect) -> list[str]:
    """How far the room agrees; first of all which groups are not shown, where none of them has a row to say it in."""
    line = canvas.line()
    agreed = line.wrapped(votes.consensus, place.width() - line.width(votes.count) - 2 * canvas.gap, 2)[0]
    return [line.elided(votes.not_shown, place.width()), *agreed] if votes.not_shown and not votes.groups else agreed


def _show(canvas: Canvas, slide: Slide, votes: Votes, place: QRect) -> None:
    if votes.total is None:
        line = canvas.line()
        words = line.wrapped(votes.message, place.width(), 4)[0]
        canvas.write_lines(words, below(place, place.y() + canvas.gap), line, canvas.colours.text)
    elif _rows(votes) == 0:
        _bars(canvas, slide, votes.total, place)
    else:
        beside = round(place.width() * ROWS_BESIDE)
        left = QRect(place.x(), place.y(), place.width() - beside - 3 * canvas.gap, place.height())
        _bars(canvas, slide, votes.total, left)
        _groups(canvas, slide, votes, QRect(place.right() - beside, place.y(), beside, place.height()))


def _bars(canvas: Canvas, slide: Slide, total: Counts, place: QRect) -> None:
    line, digits = canvas.line(), canvas.line(1.3, bold=True)
    between = 2 * canvas.gap
    width = (place.width() - 2 * between) // 3
    room = place.height() - line.leading - digits.leading - canvas.gap
    most = max(total.of(level) for level in Level) or 1
    has_words = all(_name_width(canvas, one) <= width for one in slide.levels)
    ground = place.bottom() - line.leading - canvas.gap // 2
    for at, one in enumerate(slide.levels):
        count = total.of(one.level)
        high = round(max(0, room) * count / most)
        bar = QRect(place.x() + at * (width + between), ground - high, width, high)
        if high:
            canvas.fill(bar, canvas.colours.level(one.level).ground)
        canvas.fill(QRect(bar.x(), ground, width, max(2, canvas.height // 240)), canvas.colours.line)
        above = QRect(bar.x(), bar.y() - digits.leading, width, digits.leading)
        canvas.write(str(count), above, digits, canvas.colours.text)
        under = QRect(bar.x(), place.bottom() - line.leading, width, line.leading)
        canvas.write(one.letters, under, canvas.line(bold=True), canvas.colours.text)
        if has_words:
            left = canvas.line(bold=True).width(one.letters) + canvas.gap
            beside = QRect(under.x() + left, under.y(), width - left, line.leading)
            canvas.write(one.word, beside, line, canvas.colours.muted)


def _name_width(canvas: Canvas, one: LevelWords) -> int:
    return canvas.line(bold=True).width(one.letters) + canvas.gap + canvas.line().width(one.word)


def _groups(canvas: Canvas, slide: Slide, votes: Votes, place: QRect) -> None:
    """A row a group: its name, and its count of each level in the colour of the level."""
    line, bold = canvas.line(), canvas.line(bold=True)
    digits = max(len(str(counts.of(level))) for _title, counts in votes.groups for level in Level)
    cell = max(bold.width("Mo"), bold.width("0" * digits)) + canvas.gap
    name = place.width() - 3 * cell - canvas.gap
    step = min(round(line.leading * 1.25), max(line.leading, place.height() // max(1, _rows(votes))))
    top = place.y()
    for at, one in enumerate(slide.levels):
        over = QRect(place.x() + name + canvas.gap + at * cell, top, cell, line.leading)
        canvas.write(one.letters, over, bold, canvas.colours.muted, CENTRE)
    seen = max(1, place.height() // step - 1 - bool(votes.not_shown))
    for title, counts in votes.groups[:seen]:
        top += step
        row = QRect(place.x(), top, name, line.leading)
        canvas.write(line.elided(title, name), row, line, canvas.colours.text)
        for at, one in enumerate(slide.levels):
            swatch = canvas.colours.level(one.level)
            field = QRect(row.right() + canvas.gap + at * cell, top + 2, cell, line.leading - 4)
            canvas.fill(field, swatch.ground)
            canvas.write(str(counts.of(one.level)), field, bold, swatch.ink, CENTRE)
    if votes.not_shown:
        row = QRect(place.x(), top + step, place.width(), line.leading)
        canvas.write(line.elided(votes.not_shown, place.width()), row, line, canvas.colours.muted)

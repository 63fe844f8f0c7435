"""The slide of the matrix: the decided level of each activity under both hypotheses, those that weigh most first."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from impactapp import labels
from impactapp.domain.analysis.benchmarks import Card
from impactapp.domain.analysis.results import ProfessionResult, Results, TaskResult
from impactapp.domain.level import HYPOTHESES, Level
from impactapp.exchange.slides.deck import Deck, new_slide, region_of
from impactapp.exchange.slides.drawing import ROW, Cell, add_notes, add_table, add_text
from impactapp.exchange.slides.fitting import LEAST, width_of
from impactapp.i18n import _, ngettext
from impactapp.palette import LIGHT

Line = tuple[ProfessionResult, TaskResult]
# bold letters are wider, and a cell has margins
_BOLD, _MARGINS = 1.12, 16.0
_PROFESSION_PART = 0.42
# a line under the table, for what is not on it
_FOOT = 34.0


def matrix_slide(deck: Deck, results: Results, made_at: datetime, cards: Sequence[Card]) -> None:
    """A native table; of a long matrix the activities that move the rate most, and how many others there are."""
    lines = [(found, task) for found in results.professions for task in found.tasks]
    several = len({found.profession.id for found, _task in lines}) > 1
    slide = new_slide(deck, _title(results))
    region = region_of(deck, slide)
    if not lines:
        add_text(slide, deck, region, tuple(_nothing_yet(results)))
        add_notes(slide, deck, tuple(_nothing_yet(results)))
        return
    room = max(1, int((region.high - _FOOT) // ROW) - 1)
    shown = lines if len(lines) <= room else sorted(lines, key=_leverage)[:room]
    left = len(lines) - len(shown)
    head = (*((Cell(_("Profession")),) if several else ()), Cell(_("Activity")), *_hypotheses())
    rows = [head, *(_row(line, several) for line in shown)]
    level_width = _level_width()
    text_width = region.wide - 2 * level_width
    parts = (text_width * _PROFESSION_PART, text_width * (1 - _PROFESSION_PART)) if several else (text_width,)
    told = _told(shown, left)
    height = add_table(slide, deck, region, rows, (*parts, level_width, level_width), "\n".join(told))
    if left:
        add_text(slide, deck, region.below(height + 8), (_left(shown, left),))
    add_notes(slide, deck, told)


def _title(results: Results) -> str:
    if len(results.professions) == 1:
        return _("The matrix: {profession}").format(profession=results.professions[0].profession.title)
    return _("The matrix")


def _nothing_yet(results: Results) -> Iterator[str]:
    if not results.professions:
        yield _("The study has no profession yet.")
    else:
        yield _("No activity yet.")
    yield _("This slide will show the level decided for each activity under both hypotheses.")


def _leverage(line: Line) -> float:
    """The most first; where it is not known, last, in the order of the study."""
    return -max((line[1].under(h).leverage or 0.0 for h in HYPOTHESES), default=0.0)


def _hypotheses() -> tuple[Cell, ...]:
    return tuple(Cell(labels.hypothesis_short(h)) for h in HYPOTHESES)


def _row(line: Line, several: bool) -> tuple[Cell, ...]:
    found, task = line
    levels = (_level(task.under(h).substitution) for h in HYPOTHESES)
    named = (Cell(found.profession.title),) if several else ()
    return (*named, Cell(task.task.title), *levels)


def _level(level: Level | None) -> Cell:
    if level is None:
        return Cell(labels.UNKNOWN)
    return Cell(f"{labels.level_letters(level)} · {labels.level_word(level)}", LIGHT.level(level))


def _level_width() -> float:
    """A level and the name of a hypothesis are never cut, in any language."""
    texts = [cell.text for cell in (*map(_level, Level), *_hypotheses())]
    return max(width_of(text, LEAST) for text in texts) * _BOLD + _MARGINS


def _left(shown: list[Line], count: int) -> str:
    if not any(_leverage(line) for line in shown):
        return ngettext(
            "… and {count} other activity, in the dossier.", "… and {count} other activities, in the dossier.", count
        ).format(count=count)
    return ngettext(
        "… and {count} other activity. Shown here: those that move the rate of their profession most.",
        "… and {count} other activities. Shown here: those that move the rate of their profession most.",
        count,
    ).format(count=count)


def _told(shown: list[Line], left: int) -> tuple[str, ...]:
    told = [
        _("{name}: {value}").format(
            name=f"{found.profession.title} › {task.task.title}",
            value=_("{low} (low hypothesis), {high} (high hypothesis)").format(
                low=labels.level_word(task.low.substitution), high=labels.level_word(task.high.substitution)
            ),
        )
        for found, task in shown
    ]
    return (_("Level decided for each activity."), *told, *((_left(shown, left),) if left else ()))

"""Many skills at once: a bar for each, the whole of its practice, in pieces that bear the numbers of the activities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from impactapp.charts.chosen_skill import by_exposure
from impactapp.charts.class_chips import draw_classes
from impactapp.charts.lettering import width
from impactapp.charts.rows import Rows, height_of, lay_rows
from impactapp.charts.sheet import SMALL, Box, Sheet
from impactapp.charts.taken import Fate, both, edge, fates, fill, link_words, most_taken_first
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.skills import LinkResult, SkillResult
from impactapp.domain.profession import Task
from impactapp.i18n import _
from impactapp.labels.skills import basis_sentence, skill_sentence

TOP, KEY_TOP, KEY_STEP = 36.0, 50.0, 36.0
BAR, NUMBER, KEPT, KEY_NUMBER = 16.0, 10.0, 190.0, 30.0
KEY_COLUMNS = 2


def height(result: ProfessionResult) -> float:
    """How tall it wants to be."""
    lines = -(-len(_numbers(result)) // KEY_COLUMNS)
    return height_of(len(result.skills), TOP, KEY_TOP + lines * KEY_STEP + 12)


def draw(sheet: Sheet, result: ProfessionResult) -> float:
    """Draw it from the top down; gives where it ends."""
    skills, numbers = by_exposure(result), _numbers(result)
    rows = lay_rows(sheet, [shown.skill.title for shown in skills], TOP, 0.36)
    right = sheet.width - KEPT
    muted = sheet.palette.muted
    sheet.write(0, 12, _("Skills"), size=SMALL, color=muted)
    sheet.write(rows.left, 12, _("The whole practice"), size=SMALL, color=muted, room=right - rows.left)
    sheet.write(sheet.width, 12, _("practice kept"), size=SMALL, color=muted, align="right")
    bars = _Bars(rows, right, min(BAR, rows.step - NUMBER - 6))
    _paint(sheet, bars, skills[: rows.count])
    for at, shown in enumerate(skills[: rows.count]):
        _row(sheet, bars, shown, at, numbers)
    return _key(sheet, result, numbers, height(result))


def _numbers(result: ProfessionResult) -> Mapping[str, int]:
    """The number of each linked activity: its place in the study."""
    linked = {link.task.id for shown in result.skills for link in shown.links}
    return {task.id: at for at, task in enumerate(result.profession.tasks, 1) if task.id in linked}


@dataclass(frozen=True, slots=True)
class _Bars:
    """Where the bars stand, from ``rows.left`` to ``right``."""

    rows: Rows
    right: float
    tall: float

    def middle(self, at: int) -> float:
        """The middle of a bar, under the numbers of its pieces."""
        return self.rows.top + (at + 1) * self.rows.step - self.tall / 2 - 5


def _paint(sheet: Sheet, bars: _Bars, skills: Sequence[SkillResult]) -> None:
    """All pieces of a colour at once, then what separates one activity from the next."""
    boxes: dict[Fate, list[Box]] = {fate: [] for fate in Fate}
    between = []
    for at, shown in enumerate(skills):
        y, x = bars.middle(at) - bars.tall / 2, bars.rows.left
        for link in _ordered(shown):
            if x > bars.rows.left:
                between.append((x, y - 1, x, y + bars.tall + 1))
            for fate, part in fates(shown, link):
                wide = part * (bars.right - bars.rows.left)
                boxes[fate].append(Box(x, y, wide, bars.tall, fill(sheet.palette, fate), edge(sheet.palette, fate)))
                x += wide
    for fate in (Fate.UNKNOWN, Fate.KEPT, Fate.MORE, Fate.TAKEN):
        sheet.boxes(boxes[fate], 0.0)
    sheet.lines(between, sheet.palette.background, 2.0)


def _ordered(shown: SkillResult) -> list[LinkResult]:
    return sorted(shown.links, key=lambda link: most_taken_first(shown, link))


def _row(sheet: Sheet, bars: _Bars, shown: SkillResult, at: int, numbers: Mapping[str, int]) -> None:
    """The numbers over the pieces, the practice kept beside them, and what each part says."""
    rows, y = bars.rows, bars.middle(at)
    top, x = rows.top + at * rows.step, rows.left
    words = _("{skill}: {words}").format(skill=shown.skill.title, words=skill_sentence(shown))
    sheet.mark(0, top, rows.left, rows.step, words, skill_id=shown.skill.id)
    for link in _ordered(shown):
        wide = link.part * (bars.right - rows.left)
        number = str(numbers[link.task.id])
        if width(number, NUMBER) + 2 <= wide:
            above = y - bars.tall / 2 - 7
            sheet.write(x + wide / 2, above, number, size=NUMBER, color=sheet.palette.muted, align="center")
        words = _("{skill} — {link}").format(skill=shown.skill.title, link=link_words(shown, link))
        sheet.mark(x, top, wide, rows.step, words, task_id=link.task.id, skill_id=shown.skill.id)
        x += wide
    _kept(sheet, shown, bars.right + 14, y if shown.links else rows.middle(at))


def _kept(sheet: Sheet, shown: SkillResult, left: float, y: float) -> None:
    if shown.practice.low is None:
        words = basis_sentence(shown)
        sheet.write_wrapped(left, y - 4, words, sheet.width - left, lines=3, size=10.0, color=sheet.palette.muted)
        return
    draw_classes(sheet, left, y, shown.atrophy.exposed_class)
    sheet.write(sheet.width, y, both(shown.practice), size=SMALL, align="right")


def _key(sheet: Sheet, result: ProfessionResult, numbers: Mapping[str, int], bottom: float) -> float:
    """Which activity a number is."""
    lines = -(-len(numbers) // KEY_COLUMNS)
    top = bottom - 12 - lines * KEY_STEP
    sheet.write(0, top - 16, _("Activities"), bold=True)
    tasks = [task for task in result.profession.tasks if task.id in numbers]
    for at, task in enumerate(tasks):
        column, line = divmod(at, lines)
        _key_entry(sheet, task, numbers[task.id], column, top + line * KEY_STEP)
    return bottom


def _key_entry(sheet: Sheet, task: Task, number: int, column: int, top: float) -> None:
    wide = sheet.width / KEY_COLUMNS
    left = column * wide
    y = top + KEY_STEP / 2
    sheet.write(left + KEY_NUMBER - 8, y, str(number), size=SMALL, align="right", bold=True)
    sheet.write_wrapped(left + KEY_NUMBER, y, task.title, wide - KEY_NUMBER - 16, size=SMALL, color=sheet.palette.muted)
    sheet.mark(left, top, wide - 8, KEY_STEP, f"{number} — {task.title}", task_id=task.id)

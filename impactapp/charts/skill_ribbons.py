"""Activities joined to skills by ribbons as wide as the practice that goes from one to the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from impactapp.charts.chosen_skill import by_exposure
from impactapp.charts.class_chips import draw_classes
from impactapp.charts.lettering import printable, width, wrapped
from impactapp.charts.sheet import SMALL, Box, Sheet
from impactapp.charts.taken import (
    Fate,
    both,
    edge,
    fates,
    fill,
    link_words,
)
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.skills import LinkResult, SkillResult
from impactapp.domain.profession import Task
from impactapp.i18n import _
from impactapp.labels.skills import basis_sentence, exposure_word, skill_sentence

WHOLE, LEAST_TASK = 78.0, 38.0
APART, TOP = 16.0, 34.0
NODE, BESIDE = 7.0, 10.0
LABEL, LEADING = 13.0, 1.24
POINTS = 24
NARROWEST_SKILL = 204.0
MOST_STRETCH = 1.3
Outline = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Ribbon:
    """One link: its skill, what it is, and the tops of its two ends."""

    shown: SkillResult
    link: LinkResult
    start: float
    end: float


def height(result: ProfessionResult) -> float:
    """How tall it wants to be."""
    sizes = _sizes(result)
    return TOP + max(_total(sizes[0]), _total(sizes[1])) + 16


def draw(sheet: Sheet, result: ProfessionResult, bottom: float) -> float:
    """Draw it between the top and ``bottom``, or a little above; gives where it ends."""
    skills, tasks = by_exposure(result), _tasks(result)
    bottom = max(height(result), min(bottom, MOST_STRETCH * height(result)))
    sizes = _sizes(result)
    tall = bottom - TOP - 16
    lefts, rights = _tops(sizes[0], tall), _tops(sizes[1], tall)
    first, last = _columns(sheet)
    sheet.write(0, 12, _("Activities"), size=SMALL, color=sheet.palette.muted)
    heading = _("Skills and practice kept")
    if width(heading, SMALL) > sheet.width - last - NODE - BESIDE:
        heading = _("Skills")
    sheet.write(last + NODE + BESIDE, 12, heading, size=SMALL, color=sheet.palette.muted)
    ribbons = _ribbons(skills, tasks, sizes[0], lefts, rights)
    _draw_ribbons(sheet, ribbons, first + NODE, last)
    for task, top, size in zip(tasks, lefts, sizes[0], strict=True):
        _task(sheet, task, top, size, first)
    for shown, top, size in zip(skills, rights, sizes[1], strict=True):
        _skill(sheet, shown, top, size, last)
    return bottom


def _tasks(result: ProfessionResult) -> list[Task]:
    """The activities that practise a skill: those the AI takes most of first, so that few ribbons cross."""
    masses: dict[str, list[float]] = {}
    tasks: dict[str, Task] = {}
    for position, shown in enumerate(by_exposure(result)):
        for link in shown.links:
            tasks[link.task.id] = link.task
            mass = masses.setdefault(link.task.id, [0.0, 0.0])
            mass[0] += link.part * position
            mass[1] += link.part
    return sorted(tasks.values(), key=lambda task: _middle(masses[task.id]))


def _middle(mass: Sequence[float]) -> float:
    return mass[0] / mass[1] if mass[1] else 0.0


def _sizes(result: ProfessionResult) -> tuple[list[float], list[float]]:
    """How tall each activity and each skill is."""
    flows = [
        sum(link.part for shown in result.skills for link in shown.links if link.task.id == task.id) * WHOLE
        for task in _tasks(result)
    ]
    return [max(LEAST_TASK, flow) for flow in flows], [WHOLE if shown.links else 46.0 for shown in by_exposure(result)]


def _total(sizes: Sequence[float]) -> float:
    return sum(sizes) + APART * (len(sizes) - 1)


def _tops(sizes: Sequence[float], tall: float) -> list[float]:
    """Where each begins: spread over the height, so that the shorter side is as tall as the other."""
    apart = (tall - sum(sizes)) / (len(sizes) - 1) if len(sizes) > 1 else 0.0
    tops, y = [], TOP + (0.0 if len(sizes) > 1 else (tall - sum(sizes)) / 2)
    for size in sizes:
        tops.append(y)
        y += size + apart
    return tops


def _columns(sheet: Sheet) -> tuple[float, float]:
    """Where the nodes of the activities and those of the skills stand."""
    return min(sheet.width * 0.33, 380.0), sheet.width - max(NARROWEST_SKILL, min(sheet.width * 0.32, 330.0))


def _ribbons(
    skills: Sequence[SkillResult],
    tasks: Sequence[Task],
    sizes: Sequence[float],
    lefts: Sequence[float],
    rights: Sequence[float],
) -> list[_Ribbon]:
    flows = {
        task.id: sum(link.part for shown in skills for link in shown.links if link.task.id == task.id) for task in tasks
    }
    starts = {
        task.id: top + (size - flows[task.id] * WHOLE) / 2 for task, top, size in zip(tasks, lefts, sizes, strict=True)
    }
    order = {task.id: at for at, task in enumerate(tasks)}
    made = []
    for shown, right in zip(skills, rights, strict=True):
        end = right
        for link in sorted(shown.links, key=lambda link: order[link.task.id]):
            made.append(_Ribbon(shown, link, starts[link.task.id], end))
            starts[link.task.id] += link.part * WHOLE
            end += link.part * WHOLE
    return made


def _draw_ribbons(sheet: Sheet, ribbons: Sequence[_Ribbon], left: float, right: float) -> None:
    """The strands of each ribbon, the light ones first, then a mark at each of its ends."""
    outlines: dict[Fate, list[Outline]] = {fate: [] for fate in Fate}
    for ribbon in ribbons:
        done = 0.0
        for fate, part in fates(ribbon.shown, ribbon.link):
            tall = part * WHOLE
            outlines[fate].append(_outline(left, ribbon.start + done, right, ribbon.end + done, tall))
            done += tall
    for fate in (Fate.KEPT, Fate.UNKNOWN, Fate.MORE, Fate.TAKEN):
        rim = edge(sheet.palette, fate) if fate in (Fate.KEPT, Fate.UNKNOWN) else sheet.palette.background
        sheet.shapes(outlines[fate], fill=fill(sheet.palette, fate), edge=rim, thickness=0.8)
    reach = (right - left) * 0.25
    for ribbon in ribbons:
        words = _("{skill} — {link}").format(skill=ribbon.shown.skill.title, link=link_words(ribbon.shown, ribbon.link))
        for x, y in ((left, ribbon.start), (right - reach, ribbon.end)):
            sheet.mark(
                x,
                y,
                reach,
                ribbon.link.part * WHOLE,
                words,
                task_id=ribbon.link.task.id,
                skill_id=ribbon.shown.skill.id,
            )


def _outline(left: float, start: float, right: float, end: float, tall: float) -> Outline:
    """A band that leaves and arrives level."""
    steps = [at / POINTS for at in range(POINTS + 1)]
    upper = [(left + (right - left) * t, start + (end - start) * t * t * (3 - 2 * t)) for t in steps]
    return upper + [(x, y + tall) for x, y in reversed(upper)]


def _task(sheet: Sheet, task: Task, top: float, size: float, x: float) -> None:
    sheet.boxes([Box(x, top, NODE, size, sheet.palette.muted)], 2.0)
    sheet.write_wrapped(
        0, top + size / 2, task.title, x - BESIDE, lines=max(2, int((size + 4) / (LABEL * LEADING))), size=LABEL
    )
    sheet.mark(0, top, x, size, task.title, task_id=task.id)


def _skill(sheet: Sheet, shown: SkillResult, top: float, size: float, x: float) -> None:
    palette, left = sheet.palette, x + NODE + BESIDE
    sheet.boxes([Box(x, top, NODE, size, palette.muted if shown.links else "")], 2.0)
    room = sheet.width - left
    lines = len(wrapped(printable(shown.skill.title), room, LABEL, 2))
    y = top + (size - lines * LABEL * LEADING - 20) / 2
    sheet.write_wrapped(left, y + lines * LABEL * LEADING / 2, shown.skill.title, room, size=LABEL)
    y += lines * LABEL * LEADING + 12
    if shown.practice.low is None:
        words = basis_sentence(shown) if shown.links else exposure_word(None)
        sheet.write_wrapped(left, y + 4, words, room, size=SMALL, color=palette.muted)
    else:
        end = draw_classes(sheet, left, y, shown.atrophy.exposed_class)
        sheet.write(end + 4, y, both(shown.practice), size=SMALL, color=palette.text, room=sheet.width - end - 4)
    words = _("{skill}: {words}").format(skill=shown.skill.title, words=skill_sentence(shown))
    sheet.mark(x, top, sheet.width - x, size, words, skill_id=shown.skill.id)

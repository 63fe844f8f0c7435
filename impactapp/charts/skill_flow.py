"""Where practice goes: from the activities to the skills they keep alive, and what the AI takes on the way.

Few activities and skills are joined by ribbons; many are listed, a bar for each skill.
"""

from impactapp.charts import skill_bars, skill_ribbons
from impactapp.charts.chosen_skill import by_exposure
from impactapp.charts.foot import Foot, signs_of
from impactapp.charts.saving import WIDTH
from impactapp.charts.sheet import Sheet
from impactapp.charts.skill_limits import first_limits
from impactapp.charts.subject import Subject
from impactapp.charts.taken import link_words, most_taken_first, shown_fates
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.i18n import _, ngettext
from impactapp.labels.skills import skill_sentence

MOST_SKILLS, MOST_TASKS, MOST_RIBBONS = 10, 12, 45
SENTENCE_HEIGHT = 60.0


def height(result: ProfessionResult, subject: Subject) -> float:
    """How tall the figure wants to be in a file."""
    return height_at(WIDTH, result, subject)


def height_at(wide: float, result: ProfessionResult, subject: Subject) -> float:
    """How tall it wants to be on a page so wide."""
    if not result.skills:
        return SENTENCE_HEIGHT
    body = skill_ribbons.height(result) if _few(result) else skill_bars.height(result)
    return body + _foot(result, subject).reserved(wide)


def draw(sheet: Sheet, result: ProfessionResult, subject: Subject) -> None:
    """Draw it, the most exposed skills first."""
    if not result.skills:
        sheet.write(0, SENTENCE_HEIGHT / 2, _("No skill yet."))
        return
    foot = _foot(result, subject)
    if _few(result):
        bottom = skill_ribbons.draw(sheet, result, sheet.height - foot.height(sheet.width))
    else:
        bottom = skill_bars.draw(sheet, result)
    foot.draw(sheet, bottom)


def describe(result: ProfessionResult, subject: Subject) -> list[str]:
    """The figure in words: each skill, then a line for each activity that practises it."""
    if not result.skills:
        return [_("No skill yet.")]
    said = []
    for shown in by_exposure(result):
        said.append(_("{skill}: {words}").format(skill=shown.skill.title, words=skill_sentence(shown)))
        ordered = sorted(shown.links, key=lambda link: most_taken_first(shown, link))
        said += [f"– {link_words(shown, link)}" for link in ordered]
    return [*said, *_notes(result, subject)]


def _foot(result: ProfessionResult, subject: Subject) -> Foot:
    return Foot(signs_of(shown_fates(result.skills), ring=False), _notes(result, subject))


def _few(result: ProfessionResult) -> bool:
    links = [link for shown in result.skills for link in shown.links]
    tasks = {link.task.id for link in links}
    return len(result.skills) <= MOST_SKILLS and 0 < len(tasks) <= MOST_TASKS and len(links) <= MOST_RIBBONS


def _notes(result: ProfessionResult, subject: Subject) -> tuple[str, ...]:
    how = (
        _("The width of a ribbon is the part of the skill’s practice that comes from the activity.")
        if _few(result)
        else _("Each bar is the whole practice of a skill; its pieces are the activities, by their number below.")
    )
    linked = {link.task.id for shown in result.skills for link in shown.links}
    alone = sum(task.id not in linked for task in result.profession.tasks)
    left_out = ngettext(
        "{count} activity is linked to no skill.", "{count} activities are linked to no skill.", alone
    ).format(count=alone)
    beside = _("Beside each skill: its class of exposure to atrophy and the practice it keeps.")
    return (how, beside, *([left_out] if alone else []), *first_limits(result, subject))

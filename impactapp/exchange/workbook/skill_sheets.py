"""The sheets of skills, in the order they are read; those of measures alone where a study has no skill yet."""

from collections.abc import Callable

from impactapp.domain.study import Study
from impactapp.exchange.workbook.book import Book
from impactapp.exchange.workbook.exposure_sheet import write_exposure
from impactapp.exchange.workbook.links_sheet import write_links
from impactapp.exchange.workbook.measures_sheet import write_measures
from impactapp.exchange.workbook.skill_layout import SkillLayout
from impactapp.exchange.workbook.skills_sheet import write_skills


def skill_steps(where: SkillLayout | None) -> int:
    """How often writing them tells that it goes on."""
    if where is None:
        return 0
    return 2 * len(where.skills) + len(where.blocks) + len(where.barriers)


def write_skill_sheets(book: Book, study: Study, where: SkillLayout, step: Callable[[], None]) -> dict[str, str]:
    """Write them; gives their titles by what they hold."""
    titles = {}
    if where.skills:
        titles["skills"] = write_skills(book, where, step).name
        titles["links"] = write_links(book, where, study, step).name
        titles["exposure"] = write_exposure(book, where, study, titles["links"], step).name
    titles["measures"] = write_measures(book, where, step).name
    return titles

"""Titles as long as they may be: whole where they are spoken of, brief in tables that only point to them."""

from dataclasses import replace

from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.exchange.cell_text import shorten
from impactapp.exchange.report.blocks import Facts, Grid, Report
from impactapp.exchange.report.content import report_content
from tests import builders, staff_builders
from tests.exchange.report_cases import MADE_AT, grids

LONG = "Coordination des soins pluridisciplinaires " * 4


def long_titled(count: int, source: str = "") -> Study:
    """So many professions with an activity each, all under long titles, and a scenario."""
    professions = (
        replace(
            builders.profession(number, (builders.task(number, builders.FO, builders.FO),), 10.0),
            title=f"{number}. {LONG}".strip(),
            source=source,
        )
        for number in range(1, count + 1)
    )
    return replace(builders.study(*professions), scenarios=(staff_builders.STATED,))


def made(study: Study) -> Report:
    return report_content(analyse(study), MADE_AT)


def facts(report: Report, key: str) -> dict[str, str]:
    """The names with their values of the sections of one kind."""
    blocks = [block for section in report.sections if section.key == key for block in section.blocks]
    return {fact.label: fact.value for block in blocks if isinstance(block, Facts) for fact in block.items}


def test_a_source_of_several_professions_is_told_once_with_all_of_them() -> None:
    found = facts(made(long_titled(3, "Webinaire")), "sources")["3 métiers"]
    assert found.startswith("Webinaire — 1. Coordination")
    assert all(f"{number}. Coordination" in found for number in (1, 2, 3))


def test_a_source_of_one_profession_stands_by_its_name() -> None:
    found = facts(made(long_titled(1, "Webinaire")), "sources")
    assert found[next(label for label in found if label.startswith("1. Coordination"))] == "Webinaire"


def test_every_part_of_a_place_is_told_however_long_the_one_before_it() -> None:
    study = long_titled(1)
    (found,) = study.professions
    undecided = replace(
        found,
        tasks=(replace(found.tasks[0], title=f"Accueil {LONG}", high=replace(found.tasks[0].low, substitution=None)),),
    )
    (grid,) = grids(made(replace(study, professions=(undecided,))), "findings")
    places = [row[1].text for row in grid.rows]
    assert [one for one in places if "1. Coordination" in one and "… › Accueil Coordination" in one]


def test_a_title_is_whole_over_its_section_and_brief_in_the_scenarios() -> None:
    report = made(long_titled(2))
    titles = {section.title for section in report.sections if section.key == "profession"}
    by_profession: Grid = grids(report, "scenario")[-1]
    shown = [row[0].text for row in by_profession.rows if "Coordination" in row[0].text]
    assert {len(one) > 150 for one in titles} == {True}
    assert shown
    assert all(len(one) <= 60 and one.endswith("…") for one in shown)


def test_no_blank_stands_before_the_ellipsis_of_what_is_cut() -> None:
    assert shorten("Prise en charge", 7) == "Prise…"

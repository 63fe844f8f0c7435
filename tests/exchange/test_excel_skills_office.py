"""LibreOffice computes the exposures as the analysis does, and goes on doing so when somebody changes a cell."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from impactapp import i18n
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.skills import SkillResult
from impactapp.domain.edits.barriers import set_barrier_hours, set_barrier_state
from impactapp.domain.edits.edit import Edit
from impactapp.domain.edits.ratings import Cell, rate
from impactapp.domain.edits.skills import LinkAddress, set_criticality, set_formative, set_intensities, set_validated
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.rule import Rule
from impactapp.domain.skill import BarrierState, Criticality, Mechanism
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FO
from tests.exchange import cases, skill_cases
from tests.exchange.office import formulas, recalculated, value
from tests.exchange.test_excel_libreoffice import same

pytestmark = pytest.mark.libreoffice

STUDIES: dict[str, Callable[[], Study]] = {
    "skilled": builders.skilled,
    "partly_rated": skill_cases.partly_rated,
    "by_time": skill_cases.by_time,
    "shares_off": skill_cases.shares_off,
    "rules_of_the_group": skill_cases.rules_of_the_group,
    "rules_without_rates": skill_cases.rules_without_rates,
    "several": skill_cases.several,
    "eight": skill_cases.eight,
}


@pytest.mark.parametrize(("name", "language"), [*((name, "fr") for name in STUDIES), ("several", "en")])
def test_every_formula_gives_the_value_stored(name: str, language: str, tmp_path: Path) -> None:
    i18n.use_language(language)
    path = cases.exported(STUDIES[name](), tmp_path)
    stored, computed = load_workbook(path, data_only=True), recalculated(path, tmp_path / "office")
    found = formulas(path)
    differing = {
        place: (value(stored, *place), value(computed, *place))
        for place in found
        if not same(value(stored, *place), value(computed, *place))
    }
    assert differing == {}
    assert any(sheet in ("Exposition", "Exposure") for sheet, _cell in found)


def expected(found: SkillResult) -> dict[str, list[Any]]:
    """What the sheet shows of a skill by mechanism: exposure, what is given back, what is left."""
    listed: dict[str, list[Any]] = {}
    for mechanism in Mechanism:
        result = found.mechanism(mechanism)
        listed[mechanism.value] = [
            *(result.exposure.low, result.exposure.high, result.restored),
            *(result.residual.low, result.residual.high),
        ]
    return listed


def shown(book: Workbook, title: str) -> dict[str, list[Any]]:
    words = {"Atrophie": "atrophy", "Non-acquisition": "non_acquisition", "Erreurs adoptées": "mis_skilling"}
    sheet = book["Exposition"]
    return {
        words[str(row[1].value)]: [row[at].value for at in (3, 4, 9, 10, 11)]
        for row in sheet.iter_rows()
        if row[0].value == title and row[1].value in words
    }


def near(figures: dict[str, list[Any]]) -> dict[str, list[float]]:
    return {mechanism: [round(float(str(one)), 9) for one in listed] for mechanism, listed in figures.items()}


ADDRESS = LinkAddress("k1", "sec-4")


def with_state(study: Study) -> Edit:
    return set_barrier_state("sec", study.professions[0].barriers[0], BarrierState.CONSIDERED)


def with_hours(study: Study) -> Edit:
    return set_barrier_hours("sec", study.professions[0].barriers[0], 20.0)


# an activity sec-n stands in row n + 4 of Matrice and n + 6 of Liens; skills from column F, what is learnt from I
CHANGES: dict[str, tuple[tuple[str, str], str | int, Callable[[Study], Edit]]] = {
    "level": (
        *(("Matrice", "D13"), "Fort"),
        lambda _study: rate([Cell("sec-9", Hypothesis.HIGH, Aspect.SUBSTITUTION)], FO),
    ),
    "intensity": (("Liens", "F10"), 2, lambda _study: set_intensities("sec", {ADDRESS: 2})),
    "formative": (
        *(("Liens", "I15"), "F · Théorie"),
        lambda _study: set_formative("sec", [LinkAddress("k1", "sec-9")], True),
    ),
    "validates": (("Liens", "E12"), "Oui", lambda _study: set_validated("sec-6", True)),
    "hours": (("Mesures", "D5"), 20, with_hours),
    "state": (("Mesures", "I5"), "Envisagée", with_state),
}


@pytest.mark.parametrize("name", list(CHANGES))
def test_a_cell_changed_by_hand_changes_the_exposure_as_the_analysis_says(name: str, tmp_path: Path) -> None:
    place, typed, edit = CHANGES[name]
    study = builders.skilled()
    path = cases.exported(study, tmp_path)
    book = load_workbook(path)
    book[place[0]][place[1]] = typed
    book.save(path)
    before, after = (analyse(one).professions[0].skills[0] for one in (study, edit(study).change(study)))
    wanted = expected(after)
    assert wanted != expected(before)
    figures = shown(recalculated(path, tmp_path / "office"), "Rédaction")
    assert near(figures) == near(wanted)


def test_another_rule_and_another_criticality_change_class_and_priority(tmp_path: Path) -> None:
    path = cases.exported(builders.skilled(), tmp_path)
    book = load_workbook(path)
    book["Exposition"]["B4"] = "Fort 75 %, Moyen 50 %, Faible 25 %".replace(" %", "\u00a0%")
    book["Compétences"]["D6"] = "1 · utile"
    book.save(path)
    sheet = recalculated(path, tmp_path / "office")["Exposition"]
    assert [sheet[f"{letter}6"].value for letter in "BCD"] == [0.25, 0.5, 0.75]
    row = next(
        row for row in sheet.iter_rows() if [cell.value for cell in row[:2]] == ["Relation avec le patient", "Atrophie"]
    )
    study = builders.skilled()
    (found,) = study.professions
    edit = set_criticality("sec", found.skills[1], Criticality.USEFUL)
    rated = replace(edit.change(study), exposure_rule=Rule.THREE_QUARTERS)
    result = analyse(rated).professions[0].skills[1].atrophy
    assert same(row[3].value, result.exposure.low)
    assert same(row[4].value, result.exposure.high)
    assert row[2].value == 1
    assert [row[7].value, row[8].value] == [int(level) for level in result.exposed_class if level]


def test_rows_sorted_by_hand_change_no_exposure(tmp_path: Path) -> None:
    study = skill_cases.measured()
    path = cases.exported(study, tmp_path)
    book = load_workbook(path)
    for title, first, last in (("Liens", 7, 16), ("Compétences", 5, 7), ("Mesures", 5, 9)):
        sheet = book[title]
        rows = [[cell.value for cell in sheet[row]] for row in range(first, last + 1)]
        for row, cells in enumerate(reversed(rows), first):
            for column, content in enumerate(cells, 1):
                number = str(row)
                moved = str(first + last - row)
                kept = content.replace(f"L{moved}", f"L{number}") if isinstance(content, str) else content
                sheet.cell(row, column).value = kept
                if isinstance(kept, str) and not kept.startswith("=I"):
                    sheet.cell(row, column).data_type = "s"
    book.save(path)
    computed = recalculated(path, tmp_path / "office")
    for found in analyse(study).professions[0].skills[:2]:
        assert near(shown(computed, found.skill.title)) == near(expected(found))

"""Staff and scenarios in the dossier: the figures of the analysis, their settings beside, what is unset said so."""

from dataclasses import replace

from impactapp.domain.analysis.headcount import category_staff
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.scenarios import scenario_result
from impactapp.domain.staff import NO_STAFFING
from impactapp.domain.study import Study
from impactapp.exchange.report.blocks import Bullets, Facts, Section, Words
from impactapp.labels import scenarios as words
from impactapp.labels.numbers import headcount
from tests import builders, scenario_builders
from tests.exchange.report_cases import grids, report
from tests.exchange.staff_cases import CENSUS, counted_only, staffed, without_lines
from tests.staff_builders import PRUDENT, STATED


def section(study: Study, title: str) -> Section:
    (found,) = [one for one in report(study).sections if one.title == title]
    return found


def settings(study: Study, title: str) -> dict[str, str]:
    (facts,) = [block for block in section(study, title).blocks if isinstance(block, Facts)]
    return {fact.label: fact.value for fact in facts.items}


def lines(study: Study, title: str) -> str:
    blocks = section(study, title).blocks
    said = [block.text for block in blocks if isinstance(block, Words)]
    return "\n".join([*said, *(item for block in blocks if isinstance(block, Bullets) for item in block.items)])


def test_a_study_without_staff_or_scenario_has_neither_section() -> None:
    keys = {one.key for one in report(builders.secretary()).sections}
    assert not keys & {"staff", "scenarios", "scenario"}


def test_each_line_of_staff_stands_with_its_place_and_its_numbers() -> None:
    study = staffed()
    _units, told, *_others = grids(report(study), "staff")
    assert [[cell.text for cell in row] for row in told.rows][:2] == [
        ["Secrétaire médicale", "Site Nord", "2", "2", "1", "1", "0,5", "0,25"],
        ["Secrétaire médicale", "Médecine (Site Nord)", "20", "17,1", "15", "–", "–", "–"],
    ]
    assert len(told.rows) == len(study.staffing.lines)


def test_sums_that_differ_from_the_profession_are_said() -> None:
    assert "Secrétaire médicale\u00a0: 36 personnes, 2 de plus" in lines(staffed(), "Effectifs par site et service")


def test_the_official_count_stands_beside_the_study_with_its_source() -> None:
    for study in (staffed(), counted_only()):
        categories, groups = grids(report(study), "staff")[-2:]
        wanted = [
            headcount(None if one.headcount.whole is None else round(one.headcount.whole))
            for one in category_staff(study)
        ]
        assert [row[1].text for row in categories.rows] == wanted
        assert [row[1].text for row in groups.rows] == [line.code for line in CENSUS.lines]
        assert {categories.note, groups.note} == {"Source\u00a0: DREES, SAE, 2024, CH du Nord (010000024)"}


def test_units_of_which_nothing_is_stated_have_dashes() -> None:
    (units,) = grids(report(without_lines()), "staff")
    assert [[cell.text for cell in row[3:]] for row in units.rows] == [["–", "–", "–"]] * 2


def test_the_settings_of_a_scenario_stand_beside_its_years() -> None:
    study = scenario_builders.secretary(PRUDENT)
    told = settings(study, "Prudent")
    assert (told["Horizon"], told["Contrôle humain"], told["Formation"]) == ("5 ans", "25\u00a0%", "2\u00a0%")
    assert told["Note"] == "Ce que le groupe a retenu."
    found = scenario_result(analyse(study), PRUDENT)
    years, professions, sways = grids(report(study), "scenario")
    assert [row[2].text for row in years.rows] == [words.time_figures(year.gross, found.fte) for year in found.years]
    assert [row[6].text for row in years.rows] == [words.time_figures(year.net, found.fte) for year in found.years]
    assert [row[0].text for row in professions.rows] == ["Secrétaire médicale"]
    assert [row[0].text for row in sways.rows] == [str(rank) for rank in range(1, len(sways.rows) + 1)]


def test_a_cost_the_group_has_not_stated_is_to_be_set_and_gives_no_net() -> None:
    study = scenario_builders.secretary(STATED)
    told = settings(study, "Année par année")
    assert {told[one] for one in ("Contrôle humain", "Formation", "Entraînement au mode dégradé")} == {"à fixer"}
    years, _professions = grids(report(study), "scenario")
    assert {row[6].text for row in years.rows} == {"–"}
    assert "À fixer\u00a0: contrôle humain, formation" in lines(study, "Année par année")


def test_who_is_not_counted_and_teams_too_small_are_named() -> None:
    said = lines(scenario_builders.projected(PRUDENT), "Prudent")
    assert "Technicien\u00a0: ses ETP ne sont pas renseignés" in said
    assert "Psychologue\u00a0: 0,43 ETP au plus" in said
    assert "Coordination\u00a0: part à fixer" in said


def test_the_calculation_is_said_to_be_ours_and_no_number_of_posts() -> None:
    said = lines(scenario_builders.secretary(PRUDENT), "Scénarios")
    assert said.startswith("Calcul de cette application.")
    assert "ni un nombre de postes" in said


def test_the_one_page_has_neither() -> None:
    study = replace(scenario_builders.secretary(PRUDENT), staffing=staffed().staffing)
    bare = replace(study, staffing=NO_STAFFING, scenarios=())
    keys = [one.key for one in report(study, is_summary=True).sections]
    assert keys == [one.key for one in report(bare, is_summary=True).sections]

"""What the dossier says: the figures of the results, who took part without telling on anyone, what is missing."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from impactapp import i18n
from impactapp.domain.analysis.results import analyse
from impactapp.domain.level import Level
from impactapp.domain.study import Study
from impactapp.domain.workshop import Group, GroupKind
from impactapp.exchange.report.blocks import Bars, Grid, Picture
from impactapp.exchange.report.content import report_content
from impactapp.exchange.results_json import results_to_json
from tests import builders
from tests.exchange.report_cases import MADE_AT, grids, report, whole


def texts(value: Any) -> Iterator[str]:
    """Every text of a report."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def said(study: Study, *, is_summary: bool = False) -> str:
    return "\n".join(texts(report(study, is_summary=is_summary)))


def percents(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"(\d+)\s%", text)]


def rounded(rate: float) -> int:
    return int(rate * 100 + 0.5 + 1e-9)


def test_the_rates_are_those_of_the_json() -> None:
    for study in (whole(), builders.large(6, 9)):
        told = results_to_json(analyse(study))["professions"]
        by_rule = [grid for grid in grids(report(study), "profession") if len(grid.head) == 3]
        assert len(by_rule) == len(told)
        for grid, profession in zip(by_rule, told, strict=True):
            rows = [[percents(cell.text)[0] for cell in row[1:]] for row in grid.rows]
            wanted = [*profession["rates"].values(), profession["interval"]]
            assert rows == [[rounded(one["low"]), rounded(one["high"])] for one in wanted]
            assert [row[0].text.endswith("(règle de l’étude)") for row in grid.rows].count(True) == 1


def test_the_first_page_has_the_rate_the_interval_and_the_exposed_time_of_the_json() -> None:
    study = whole()
    (profession,) = results_to_json(analyse(study))["professions"]
    for is_summary in (False, True):
        (row,) = grids(report(study, is_summary=is_summary), "essentials")[0].rows
        assert percents(row[3].text) == [rounded(profession["rate"][side]) for side in ("low", "high")]
        assert percents(row[4].text) == [rounded(profession["interval"][side]) for side in ("low", "high")]
        exposed = [int(found) for found in re.findall(r"\d+", row[5].text)]
        assert exposed == [round(profession["fte_exposed"][side]) for side in ("low", "high")]


def test_the_levels_of_the_matrix_are_those_of_the_json() -> None:
    study = whole()
    (profession,) = results_to_json(analyse(study))["professions"]
    decisions, criteria = grids(report(study), "matrix")
    for row, task in zip(decisions.rows, profession["tasks"], strict=True):
        assert row[1].text == task["title"]
        assert [cell.level.code for cell in row[-2:] if cell.level] == list(task["substitution"].values())
        assert [cell.text.split(" · ")[1].lower() for cell in row[-2:]] == list(task["substitution"].values())
    wanted = [
        [*profession["tasks"][0]["criteria"][side].values(), profession["tasks"][0]["proposal"][side]]
        for side in ("low", "high")
    ]
    assert [cell.level.code for cell in criteria.rows[0][2:] if cell.level] == [*wanted[0], *wanted[1]]


def test_the_skills_before_and_after_are_those_of_the_json() -> None:
    study = whole()
    (profession,) = results_to_json(analyse(study))["professions"]
    (grid,) = grids(report(study), "skills")
    for row, skill in zip(grid.rows, profession["skills"], strict=True):
        assert row[0].text == skill["title"]
        places = [("exposure", "atrophy"), ("residual", "atrophy"), ("exposure", "non_acquisition")]
        places += [("residual", "non_acquisition"), ("exposure", "mis_skilling")]
        for cell, (kind, mechanism) in zip(row[2:], places, strict=True):
            known = skill[kind][mechanism]
            wanted = [] if known["high"] is None else sorted({rounded(known["low"]), rounded(known["high"])})
            assert percents(cell.text) == wanted
            assert (cell.level is None) == (known["high"] is None)


def test_numbers_of_a_chart_are_the_rates() -> None:
    results = analyse(builders.large(4, 9))
    bars = [
        block
        for section in report_content(results, MADE_AT).sections
        for block in section.blocks
        if isinstance(block, Bars)
    ]
    (made,) = bars
    assert made.categories == tuple(found.profession.title for found in results.professions)
    assert [series.values for series in made.series] == [
        tuple(found.rate.low for found in results.professions),
        tuple(found.rate.high for found in results.professions),
    ]


def test_participants_are_counted_and_a_small_group_with_another() -> None:
    (grid,) = grids(report(whole()), "sitting")
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["Agents du métier", "6"],
        ["Encadrement, Représentants du personnel (comptés ensemble)", "8"],
        ["Total", "14"],
    ]


def test_fewer_participants_than_the_least_size_are_not_counted_at_all() -> None:
    (sitting,) = builders.workshop().sittings
    few = replace(
        sitting,
        groups=(Group("a", GroupKind.STAFF, 2), Group("b", GroupKind.REPRESENTATIVES, 1)),
        talks=(),
        positions=(),
    )
    study = replace(builders.secretary(), sittings=(few,))
    (grid,) = grids(report(study), "sitting")
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["Agents du métier, Représentants du personnel", "moins de 5"]
    ]


def test_dissent_and_points_set_aside_are_told_but_not_those_of_a_training() -> None:
    told = said(whole())
    assert "2 personnes en désaccord" in told
    assert "Le volume est sous-estimé." in told
    assert "Attendre le logiciel" not in told
    (sitting,) = whole().sittings
    trained = said(replace(whole(), sittings=(replace(sitting, is_training=True),)))
    assert "Le volume est sous-estimé." not in trained
    assert "Aucun désaccord n’est consigné." in trained


def test_simulated_participants_are_never_told_as_real_ones() -> None:
    (sitting,) = whole().sittings
    study = replace(whole(), sittings=(replace(sitting, is_simulated=True),))
    assert "1 séance." not in said(study)
    assert "Simulé" in said(study)


def test_what_is_missing_is_said() -> None:
    told = said(builders.study(builders.profession(1, (builders.task(1),))))
    for sentence in (
        "Les ETP ne sont pas renseignés",
        "substitution à décider",
        "Aucune séance n’est consignée",
    ):
        assert sentence in told.replace("\u00a0", " "), sentence
    empty = said(builders.study())
    assert "L’étude n’a pas encore de métier." in empty


def test_our_rule_is_said_to_be_ours_and_no_post_is_ever_suppressed() -> None:
    for study in (whole(), builders.large(12, 9)):
        for is_summary in (False, True):
            told = said(study, is_summary=is_summary)
            assert "Règle de cette application (la note de 2019 ne donne pas de formule)" in told
            assert "temps de travail exposé" in told.lower()
            assert not re.search(r"postes? supprim|suppressions? de poste", told)


def test_the_next_review_is_the_first_one_to_come() -> None:
    assert "Prochaine revue\u00a0: 1er\u00a0mars\u00a02027" in said(whole())
    (found,) = whole().professions
    (measure,) = found.barriers
    past = replace(measure, review=MADE_AT.date().replace(year=2020))
    late = said(replace(whole(), professions=(replace(found, barriers=(past,)),)))
    assert "1 date de revue est dépassée." in late
    assert "à fixer ici" in late


def test_the_one_page_names_few_professions_and_counts_the_others() -> None:
    made = report(builders.large(50, 12), is_summary=True)
    (grid,) = grids(made, "essentials")
    assert len(grid.rows) == 9
    assert grid.rows[-1][0].text == "… et 42 autres métiers"
    # those with most exposed time: the largest staff, as all have the same matrix or nearly
    assert grid.rows[0][0].text == "Métier 49"


def test_a_published_work_is_never_told_without_its_limit() -> None:
    told = said(whole())
    assert "Anderson 2019" in told
    (sentence,) = [line for line in told.splitlines() if line.startswith("Anderson 2019")]
    assert "Limite\u00a0:" in sentence


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(study=builders.studies())
def test_any_study_gives_sound_blocks(language: str, study: Study) -> None:
    i18n.use_language(language)
    results = analyse(study)
    for is_summary in (False, True):
        made = report_content(results, MADE_AT, is_summary=is_summary)
        assert made.language == language
        for section in made.sections:
            for block in section.blocks:
                if isinstance(block, Grid):
                    assert {len(row) for row in block.rows} <= {len(block.head)} == {len(block.widths)}
                    levels = [cell for row in block.rows for cell in row if cell.level is not None]
                    assert all(cell.text.strip() for cell in levels)
                if isinstance(block, Picture):
                    assert block.alternative
    told = "\n".join(texts(report_content(results, MADE_AT)))
    for found in results.professions:
        for task in found.tasks:
            assert task.task.title in told


def test_every_level_is_told_in_words_or_letters_beside_its_colour() -> None:
    for level in Level:
        study = builders.study(builders.profession(1, (builders.task(1, level, level),)))
        (decisions,) = grids(report(study), "matrix")
        letters, word = decisions.rows[0][-1].text.split(" · ")
        assert word.lower() == level.code
        assert word.startswith(letters)

"""The outside measure in JSON and Excel: the figures as published, ranks beside, credits always with them."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.exchange.excel_export import write_excel
from impactapp.exchange.report.blocks import Bullets, Grid, Words
from impactapp.exchange.report.content import report_content
from impactapp.exchange.results_json import results_to_json
from impactapp.store.benchmarks import benchmarks
from tests import builders
from tests.exchange.benchmark_cases import WHY, measured
from tests.exchange.cases import MADE_AT
from tests.test_house import ROOT

SHEET = "Repère extérieur"


def made(study: Study) -> dict[str, Any]:
    return results_to_json(analyse(study), benchmarks())


def cells(study: Study, folder: Path) -> list[tuple[Any, ...]]:
    target = folder / "a.xlsx"
    write_excel(analyse(study), target, made_at=MADE_AT, benchmarks=benchmarks())
    book = load_workbook(target)
    return list(book[SHEET].iter_rows(values_only=True)) if SHEET in book.sheetnames else []


def test_the_json_holds_the_published_figures_and_ranks_and_nothing_mixed() -> None:
    secretary = made(measured())["professions"][0]["benchmark"]
    assert secretary == {
        "isco08": ["3344"],
        "measures": [
            {
                "isco08": "3344",
                "ilo_mean_2025": 0.53,
                "ilo_sd_2025": 0.11,
                "ilo_class_2025": "gradient_3",
                "ilo_mean_2023": 0.61,
                "ilo_tasks": 8,
                "eloundou_human": 0.4216,
                "eloundou_gpt4": 0.7708,
                "microsoft": 0.1598,
                "rank": {"place": 2, "of": 5},
            }
        ],
        "rate_rank": {"low": {"place": 2, "of": 5}, "high": {"place": 2, "of": 4}},
        "difference": WHY,
    }


def test_a_nurse_has_two_measures_and_who_has_none_has_none() -> None:
    answer = made(measured())
    by_title = {one["title"]: one["benchmark"] for one in answer["professions"]}
    assert [one["ilo_mean_2025"] for one in by_title["Métier 2"]["measures"]] == [0.22, 0.25]
    assert by_title["Métier 6"] == {
        "isco08": [],
        "measures": [],
        "rate_rank": {"low": None, "high": None},
        "difference": "",
    }
    assert by_title["Métier 7"]["isco08"] == ["9999"]
    assert "Gmyrek" in answer["benchmark_credits"][0]
    assert "OIT" in answer["benchmark_credits"][1]


def test_without_figures_there_is_nothing_to_credit() -> None:
    assert made(builders.study(builders.profession(1)))["benchmark_credits"] == []
    assert results_to_json(analyse(measured()))["benchmark_credits"] == []


def test_the_json_meets_its_schema_and_names_every_field() -> None:
    schema = json.loads((ROOT / "docs/schema/results.schema.json").read_text(encoding="utf-8"))
    value = json.loads(json.dumps(made(measured())))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(value)] == []
    found = value["professions"][0]["benchmark"]
    assert set(found) == set(schema["$defs"]["benchmark"]["properties"])
    assert set(found["measures"][0]) == set(schema["$defs"]["measure"]["properties"])
    assert set(value) == set(schema["properties"])


def test_the_sheet_holds_typed_figures_a_row_a_code(tmp_path: Path) -> None:
    rows = cells(measured(), tmp_path)
    secretary = next(row for row in rows if row[0] == "Secrétaire médicale")
    assert secretary[1:4] == ("3344", 0.53, 0.11)
    assert secretary[5:11] == ("2e sur 5", 0.61, 0.4216, 0.7708, 0.1598, "2e sur 5")
    assert secretary[11:] == ("2e sur 4", WHY)
    nurses = [row for row in rows if row[0] == "Métier 2"]
    assert [row[1:3] for row in nurses] == [("3221", 0.22), ("2221", 0.25)]
    (without,) = [row for row in rows if row[0] == "Métier 6"]
    assert [cell for cell in without[1:10] if cell] == []


def test_the_sheet_prints_its_credits_its_scope_and_who_has_no_measure(tmp_path: Path) -> None:
    told = " ".join(str(cell) for row in cells(measured(), tmp_path) for cell in row if isinstance(cell, str))
    for part in ("ILO Working Paper 140", "adaptation d’une œuvre de l’OIT", "Tomlinson", "robots", "ESCO"):
        assert part in told
    assert "Sans code CITP-08 dans l’étude, donc sans repère" in told
    assert told.index("Métier 6") > 0


def test_a_study_without_any_measure_has_no_such_sheet(tmp_path: Path) -> None:
    assert cells(builders.study(builders.profession(1)), tmp_path) == []


def test_the_dossier_has_a_section_with_figures_words_and_credits() -> None:
    report = report_content(analyse(measured()), MADE_AT, benchmarks=benchmarks())
    (section,) = [one for one in report.sections if one.key == "benchmark"]
    first, second, differing = [block for block in section.blocks if isinstance(block, Grid)]
    assert [cell.text.replace("\u00a0", " ") for cell in first.rows[0]] == [
        *("Secrétaire médicale", "3344", "0,53", "0,11", "Exposé : gradient 3", "2e sur 5", "2e sur 5", "2e sur 4"),
    ]
    assert [cell.text for cell in second.rows[0]][2:] == ["0,61", "0,42", "0,77", "0,16"]
    assert [cell.text for cell in differing.rows[0]] == ["Secrétaire médicale", WHY]
    (credits,) = [block for block in section.blocks if isinstance(block, Bullets)]
    assert "ILO Working Paper 140" in credits.items[0]
    assert "adaptation" in credits.items[1]
    told = " ".join(block.text for block in section.blocks if isinstance(block, Words))
    for part in ("robots", "ESCO", "Métier 6", "Métier 7"):
        assert part in told


def test_the_dossier_keeps_the_words_of_the_group_without_any_figure() -> None:
    keys = {one.key: one for one in report_content(analyse(measured()), MADE_AT).sections}
    (grid,) = keys["benchmark"].blocks
    assert isinstance(grid, Grid)
    assert grid.rows[0][1].text == WHY
    bare = report_content(analyse(builders.secretary()), MADE_AT, benchmarks=benchmarks())
    assert "benchmark" not in {one.key for one in bare.sections}

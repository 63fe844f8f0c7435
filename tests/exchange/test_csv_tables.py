"""The CSV opens by a click in a French spreadsheet, and runs nothing."""

import csv
from dataclasses import replace
from pathlib import Path

from impactapp import i18n
from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.exchange.csv_tables import write_csv
from tests import builders
from tests.exchange.cases import complete


def table(study: Study, folder: Path) -> list[dict[str, str]]:
    target = folder / "x.csv"
    write_csv(analyse(study), target)
    with target.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_the_bytes_are_those_a_french_excel_expects(tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    write_csv(analyse(builders.secretary()), target)
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfM\xc3\xa9tier;")
    assert content.count(b"\r\n") == content.count(b"\n") == 11


def test_a_row_says_everything_of_an_activity(tmp_path: Path) -> None:
    row = table(complete(), tmp_path)[0]
    assert list(row)[:6] == ["Métier", "Catégorie", "Effectif", "ETP", "Activité", "Part du temps (%)"]
    assert list(row.values())[2:6] == ["34", "30,5", "Activité à critères", "12,5"]
    low = [row[key] for key in row if key.endswith("hypothèse basse")]
    assert low == ["Moyen", "Marché naissant", "Fort", "Attendu", "Fort", "", "Moyen", "Faible", "Prudence", "5"]
    high = [row[key] for key in row if key.endswith("hypothèse haute")]
    assert high == ["Fort", "Marché mûr", "Fort", "Attendu", "Fort", "", "Fort", "Fort", "", "5"]


def test_numbers_are_written_in_the_language(tmp_path: Path) -> None:
    i18n.use_language("en")
    assert list(table(complete(), tmp_path)[0].values())[3:6] == ["30.5", "Activité à critères", "12.5"]


def test_what_is_not_known_is_empty(tmp_path: Path) -> None:
    study = builders.study(builders.profession(1, (builders.task(1),)))
    row = list(table(study, tmp_path)[0].values())
    assert row[2:6] == ["", "", "Activité 1", ""]
    assert set(row[6:]) == {""}


def test_a_text_that_looks_like_a_formula_is_disarmed(tmp_path: Path) -> None:
    task = replace(builders.task(1), title='=cmd|"/c calc"!A1')
    row = table(builders.study(builders.profession(1, (task,))), tmp_path)[0]
    assert row["Activité"] == '\'=cmd|"/c calc"!A1'

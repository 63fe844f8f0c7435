"""LibreOffice opens a ballot, prints it on A4, and what it saves is read like any other."""

import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from impactapp.domain.workshop import Scope
from impactapp.exchange.ballots.asked import BallotKind
from tests.exchange.ballots.desk import fill, paper, read, reasons, scoped, written
from tests.exchange.office import convert

pytestmark = pytest.mark.libreoffice


def printed(path: Path, folder: Path) -> tuple[str, str]:
    """What stands on the pages, and what the PDF says of itself."""
    pdf = str(convert(path, folder, "pdf"))
    words = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True)
    return words.stdout, subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("kind", BallotKind)
def test_what_libreoffice_saves_is_read(tmp_path: Path, kind: BallotKind) -> None:
    (path,) = written(tmp_path, kind=kind)
    fill(path, {"B1": "Fort", "C2": "Moyen"} if kind is BallotKind.PERSON else {"B1": 2, "C1": 1, "G3": 4})
    report = read(convert(path, tmp_path / "saved"))
    assert reasons(report) == []
    assert report.files[0].remarks == ()
    assert report.ballots == read(path).ballots


def test_lists_and_protection_survive_libreoffice(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    saved = convert(path, tmp_path / "saved")
    sheet = paper(saved)
    assert sheet.protection.sheet
    assert {rule.formula1 for rule in sheet.data_validations.dataValidation} == {'"Faible,Moyen,Fort"'}
    assert load_workbook(saved).worksheets[1].sheet_state != "visible"


def test_a_ballot_prints_on_a4_without_its_ids(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    words, facts = printed(path, tmp_path / "printed")
    assert "841.89 x 595.3" in facts
    assert "Pages:           1" in facts
    for said in ("Bulletin : Agents du métier", "Tenue à jour du dossier patient", "Page 1 sur 1"):
        assert said in words
    assert "sec-1" not in words
    assert "substitution.low" not in words


def test_many_questions_still_print_one_page_wide(tmp_path: Path) -> None:
    (path,) = written(tmp_path, scoped(Scope.CRITERIA), kind=BallotKind.GROUP)
    words, _facts = printed(path, tmp_path / "printed")
    assert words.count("Acceptabilité · Hyp. haute") == words.count("Activité") == words.count("\f")

"""Whatever comes in as a workbook is read or refused in a sentence, within bounds of time and memory."""

import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from impactapp import labels
from impactapp.document import Document
from impactapp.domain.incoming import Field, Kind
from impactapp.domain.problems import Problem
from impactapp.exchange.incoming.archive import LIMITS
from impactapp.exchange.incoming.ours import read_ours
from impactapp.exchange.incoming.sheets import read_workbook
from impactapp.exchange.problems import ExchangeError
from tests import builders
from tests.exchange import cases
from tests.exchange.incoming.hostile import packed, parts_of, with_part
from tests.exchange.incoming.returning import changed, compared, differences, problems, returned, said
from tests.test_house import ROOT

STUDY = builders.skilled()
MATRIX = "xl/worksheets/sheet2.xml"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cases.exported(STUDY, tmp_path_factory.mktemp("made"))


def why(path: Path) -> Problem:
    with pytest.raises(ExchangeError) as refused:
        read_ours(path, STUDY)
    assert path.name in labels.sentence(refused.value)
    return refused.value.problem


FILES = {
    "nothing": (b"", Problem.WORKBOOK_DAMAGED),
    "csv": ("Activité;Basse\nAccueil;Fort\n".encode(), Problem.WORKBOOK_IS_TEXT),
    "web page": (b"<html><table></table></html>", Problem.WORKBOOK_IS_TEXT),
    "old Excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Problem.WORKBOOK_OLD_FORMAT),
    "password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        Problem.WORKBOOK_PROTECTED,
    ),
    "LibreOffice": (
        packed({"mimetype": b"application/vnd.oasis", "content.xml": b"<x/>"}),
        Problem.WORKBOOK_OTHER_FORMAT,
    ),
    "binary Excel": (packed({"xl/workbook.bin": b"x"}), Problem.WORKBOOK_OTHER_FORMAT),
    "any archive": (packed({"a.txt": b"x"}), Problem.WORKBOOK_NONE),
    "a beginning": (b"PK\x03\x04" + bytes(100), Problem.WORKBOOK_DAMAGED),
    "noise": (bytes(range(256)) * 8, Problem.WORKBOOK_DAMAGED),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_of_another_kind_is_told_for_what_it_is(kind: str, tmp_path: Path) -> None:
    content, problem = FILES[kind]
    path = tmp_path / "retour.xlsx"
    path.write_bytes(content)
    assert why(path) is problem


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert why(tmp_path / "absent.xlsx") is Problem.FILE_MISSING
    assert why(tmp_path) is Problem.WORKBOOK_DAMAGED


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_half_written_file_is_damaged(share: float, made: Path, tmp_path: Path) -> None:
    path = tmp_path / "coupé.xlsx"
    whole = made.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert why(path) is Problem.WORKBOOK_DAMAGED


def test_a_workbook_of_somebody_else_is_none_of_ours(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "Activité"
    book.save(tmp_path / "liste.xlsx")
    assert why(tmp_path / "liste.xlsx") is Problem.WORKBOOK_FOREIGN


def test_a_workbook_of_another_study_or_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = cases.exported(builders.study(builders.profession(1, (builders.task(1),))), tmp_path)
    assert why(path) is Problem.WORKBOOK_OTHER_STUDY
    book = load_workbook(path)
    book["_impactapp"]["B2"] = 3
    book.save(path)
    assert why(path) is Problem.WORKBOOK_NEWER


def test_a_workbook_of_another_study_may_be_matched_by_its_words(tmp_path: Path) -> None:
    path = cases.exported(builders.secretary(), tmp_path)
    reading = read_ours(path, builders.study(builders.profession(1)), by_text=True)
    assert {row.place for row in reading.rows} == {None}
    assert len([row for row in reading.rows if row.kind is Kind.TASK]) == 10


def test_a_zip_bomb_is_refused_before_it_is_unpacked(made: Path) -> None:
    path = with_part(made, "xl/media/image1.png", lambda _held: bytes(LIMITS.unpacked + 1))
    assert path.stat().st_size < 1_000_000
    assert why(path) is Problem.WORKBOOK_TOO_LARGE


def test_too_many_parts_and_too_large_a_file_are_refused(made: Path, tmp_path: Path) -> None:
    parts = parts_of(made) | {f"xl/x{number}.xml": b"" for number in range(LIMITS.parts)}
    many, large = tmp_path / "many.xlsx", tmp_path / "large.xlsx"
    many.write_bytes(packed(parts))
    large.write_bytes(b"PK" + bytes(LIMITS.packed))
    assert (why(many), why(large)) == (Problem.WORKBOOK_TOO_LARGE, Problem.WORKBOOK_TOO_LARGE)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", MATRIX])
def test_entities_are_never_expanded(part: str, made: Path) -> None:
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{names}]>'.encode()
    path = with_part(made, part, lambda held: bomb + held.partition(b"?>")[2])
    assert why(path) is Problem.WORKBOOK_DAMAGED


def test_a_million_formatted_rows_are_passed_over(made: Path) -> None:
    rows = b"".join(b'<row r="%d" s="1"/>' % number for number in range(100, 1_048_577))
    path = with_part(made, MATRIX, lambda held: held.replace(b"</sheetData>", rows + b"</sheetData>"))
    assert compared(path, STUDY).is_empty


def test_sixteen_thousand_columns_are_passed_over_and_a_value_in_the_last_one_is_told(made: Path) -> None:
    cells = (
        "".join(f'<c r="{get_column_letter(at)}90" s="1"/>' for at in range(1, 16_384)) + '<c r="XFD90"><v>1</v></c>'
    )
    row = f'<row r="90">{cells}</row></sheetData>'.encode()
    path = with_part(made, MATRIX, lambda held: held.replace(b"</sheetData>", row))
    found = compared(path, STUDY)
    assert [(one.cell.sheet, one.problem) for one in found.refused] == [("Matrice", Problem.SHEET_BEYOND)]
    assert found.changes == ()
    assert sum(sheet.beyond for sheet in read_workbook(path).sheets) == 1


def test_more_cells_than_are_read_are_refused_with_the_limits(made: Path) -> None:
    row = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (number, number) for number in range(100, 110_000))
    path = with_part(made, MATRIX, lambda held: held.replace(b"</sheetData>", row + b"</sheetData>"))
    with pytest.raises(ExchangeError) as refused:
        read_ours(path, STUDY)
    assert "100\u202f000" in labels.sentence(refused.value)


def test_macros_and_links_are_told_and_never_followed(made: Path) -> None:
    path = with_part(made, "xl/vbaProject.bin", lambda _held: b"x")
    path = with_part(path, "xl/externalLinks/externalLink1.xml", lambda _held: b"<x/>", "both.xlsx")
    found = compared(path, STUDY)
    assert [problem for _cell, problem in problems(found)] == [Problem.WORKBOOK_MACROS, Problem.WORKBOOK_LINKS]
    assert found.changes == ()


def test_a_part_that_wants_a_password_is_protected(made: Path, tmp_path: Path) -> None:
    raw = bytearray(made.read_bytes())
    with zipfile.ZipFile(made) as archive:
        starts = [one.header_offset for one in archive.infolist()]
    at = raw.find(b"PK\x01\x02")
    raw[starts[0] + 6] |= 1
    raw[at + 8] |= 1
    path = tmp_path / "fermé.xlsx"
    path.write_bytes(bytes(raw))
    assert why(path) is Problem.WORKBOOK_PROTECTED


def test_errors_formulas_without_value_and_dates_are_refused_with_their_cells(tmp_path: Path) -> None:
    def spoil(sheets: dict[str, Worksheet]) -> None:
        matrix, skills = sheets["Matrice"], sheets["Compétences"]
        matrix["C5"], matrix["D5"], matrix["C6"], matrix["B6"] = "#REF!", date(2026, 3, 1), "=C5", date(2026, 3, 1)
        matrix["C5"].data_type = "e"
        skills["B5"], skills["F5"], skills["C5"], skills["D5"] = date(2026, 3, 1), True, "Mixte", None
        skills["G5"], skills["H5"] = -3, "beaucoup"

    found = returned(STUDY, tmp_path, spoil)
    assert sorted(problems(found)) == [
        ("Compétences!B5", Problem.CELL_IS_A_DATE),
        ("Compétences!C5", Problem.CELL_UNKNOWN_WORD),
        ("Compétences!D5", Problem.CELL_EMPTY),
        ("Compétences!F5", Problem.NOT_A_NUMBER),
        ("Compétences!G5", Problem.HEADCOUNT_OUT_OF_RANGE),
        ("Compétences!H5", Problem.NOT_A_NUMBER),
        ("Matrice!B6", Problem.CELL_IS_A_DATE),
        ("Matrice!C5", Problem.CELL_ERROR),
        ("Matrice!C6", Problem.CELL_UNCOMPUTED),
        ("Matrice!D5", Problem.UNKNOWN_LEVEL),
    ]
    assert found.changes == ()


def test_a_formula_that_was_computed_is_read_by_its_value(made: Path) -> None:
    formula = b'<c r="D5" t="str"><f>C5</f><v>Moyen</v></c>'
    held = parts_of(made)[MATRIX]
    start = held.index(b'<c r="D5"')
    end = held.index(b"</c>", start) + 4
    path = with_part(made, MATRIX, lambda whole: whole[:start] + formula + whole[end:])
    assert said(compared(path, STUDY).changes)[0][0] is Field.SUBSTITUTION_HIGH


def test_a_spoilt_base_leaves_two_sides(tmp_path: Path) -> None:
    def spoil(sheets: dict[str, Worksheet]) -> None:
        sheets["_impactapp"].cell(2, 21).value = "AAAA"

    found = compared(changed(cases.exported(STUDY, tmp_path), spoil), STUDY)
    assert list(differences(found)) == ["refused"]
    assert problems(found) == [("", Problem.WORKBOOK_TWO_SIDES)]


_MUTATIONS = """
import json, re, sys, time
from pathlib import Path
from impactapp import i18n
i18n.use_language("fr")
from impactapp.cli.main import main
from tests.exchange.incoming.hostile import mutated
study, made, folder = (Path(one) for one in sys.argv[1:4])
held, slowest, changed, codes = study.read_bytes(), 0.0, [], {}
sys.stdout = sys.stderr = open(folder / "said.txt", "w", encoding="utf-8")
for number, content in enumerate(mutated(made, 200)):
    path = folder / "m.xlsx"
    path.write_bytes(content)
    begun = time.process_time()
    code = main(["import", str(study), str(path)] + (["--apply"] if number % 5 == 0 else []), lambda *_: 9)
    slowest = max(slowest, time.process_time() - begun)
    codes[code] = codes.get(code, 0) + 1
    if study.read_bytes() != held:
        if code not in (0, 3) or number % 5:
            changed.append(number)
        study.write_bytes(held)
# of this program alone: what getrusage gives also counts the one that started it
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
print(json.dumps([slowest, peak, changed, codes]), file=sys.__stdout__)
"""


def test_two_hundred_mutated_workbooks_end_in_a_sentence_and_leave_the_study_as_it_was(tmp_path: Path) -> None:
    study = tmp_path / "s.impact"
    Document.create(study, STUDY).close()
    made = cases.exported(STUDY, tmp_path)
    command = [sys.executable, "-c", _MUTATIONS, str(study), str(made), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    slowest, peak, altered, codes = json.loads(done.stdout)
    assert altered == []
    assert slowest < 10
    assert peak < 500
    assert set(codes) <= {"0", "1", "3"}
    assert codes["1"] > 50
    assert codes.get("0", 0) + codes.get("3", 0) > 20

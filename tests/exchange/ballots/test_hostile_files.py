"""Whatever file is dropped among the ballots is refused with a plain reason, at once, and stops no other."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from impactapp.exchange.ballots.asked import SHEET
from impactapp.exchange.ballots.contents import LARGEST_FILE, LARGEST_UNPACKED
from tests.exchange.ballots.desk import change, fill, read, reasons, written


def packed(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def with_part(path: Path, name: str, edit: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = edit(parts.get(name, b""))
    path.write_bytes(packed(parts))
    return path


def why(path: Path) -> str:
    ((cell, reason),) = reasons(read(path))
    assert cell == ""
    return reason


FILES = {
    "empty": (b"", "endommagé"),
    "words": (b"Fort;Moyen\n", "endommagé"),
    "half a zip": (b"PK\x03\x04 and then nothing", "endommagé"),
    "another zip": (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "pas un bulletin"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "pas un bulletin"),
    "an encrypted workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "mot de passe",
    ),
    "too large": (bytes(LARGEST_FILE + 1), "trop"),
    "a bomb": (packed({"xl/workbook.xml": bytes(LARGEST_UNPACKED + 1)}), "trop"),
    "too many parts": (packed({f"xl/{number}": b"" for number in range(400)}), "trop"),
    "no xml": (packed({"xl/workbook.xml": b"<workbook", "[Content_Types].xml": b"<"}), "endommagé"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_none_of_ours_is_refused(tmp_path: Path, name: str) -> None:
    content, word = FILES[name]
    path = tmp_path / "fichier.xlsx"
    path.write_bytes(content)
    reason = why(path)
    assert "fichier.xlsx" in reason
    assert word in reason


def test_a_file_that_is_missing_or_a_folder_is_refused(tmp_path: Path) -> None:
    assert "n’existe pas" in why(tmp_path / "absent.xlsx")
    assert "endommagé" in why(tmp_path)


def test_a_ballot_that_another_program_holds_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (path,) = written(tmp_path)

    def held(self: Path, mode: str) -> None:
        raise PermissionError(self, mode)

    monkeypatch.setattr(Path, "open", held)
    assert "ouvert dans un autre logiciel" in why(path)


def test_one_bad_file_stops_no_other(tmp_path: Path) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK")
    good, other = written(tmp_path, count=2)
    report = read(fill(good, {"B1": "Fort"}), bad, fill(other, {"B1": "Moyen"}))
    assert [file.read for file in report.files] == [1, 0, 1]


def test_another_workbook_is_no_ballot(tmp_path: Path) -> None:
    path = tmp_path / "classeur.xlsx"
    Workbook().save(path)
    assert "pas un bulletin" in why(path)


def test_a_size_that_lies_is_found_out(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    content = with_part(path, "xl/styles.xml", lambda _held: b" " * 9_000_000).read_bytes()
    path.write_bytes(content.replace((9_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little")))
    assert "endommagé" in why(path)


def test_xml_entities_are_never_expanded(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    with_part(path, "xl/workbook.xml", lambda held: bomb + held.partition(b"?>")[2])
    assert "endommagé" in why(path)


def test_a_ballot_of_a_newer_version_says_so(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    with_part(path, "xl/sharedStrings.xml", lambda held: held.replace(b"<t>1</t>", b"<t>2</t>"))
    assert "plus récente" in why(path)


def test_a_ballot_without_its_ids_is_refused(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    change(path, lambda sheet: sheet.delete_cols(4))
    assert "endommagé" in why(path)


def test_thousands_of_merged_ranges_are_refused(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    ranges = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (row, row) for row in range(100, 1_200))
    with_part(path, "xl/worksheets/sheet1.xml", lambda held: held.replace(b"</mergeCells>", ranges + b"</mergeCells>"))
    assert "trop" in why(path)


def test_rows_far_below_are_not_looked_at(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    fill(path, {"B1": "Fort"})
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    with_part(path, "xl/worksheets/sheet1.xml", lambda held: held.replace(b"</sheetData>", far))
    report = read(path)
    assert (report.files[0].read, reasons(report)) == (1, [])


def test_the_hidden_sheet_is_looked_for_by_its_name(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    with_part(path, "xl/workbook.xml", lambda held: held.replace(SHEET.encode(), b"renamed"))
    assert "pas un bulletin" in why(path)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_ballot_is_read_or_refused_but_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, places: list[tuple[int, int]]
) -> None:
    (path,) = written(tmp_path_factory.mktemp("damaged"))
    content = bytearray(path.read_bytes())
    for place, value in places:
        content[place % len(content)] = value
    path.write_bytes(content)
    (file,) = read(path).files
    assert file.read == 0
    assert file.refused

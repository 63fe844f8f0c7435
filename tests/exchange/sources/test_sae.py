"""The staff of an establishment as the SAE says it: every trap of the files, and the real ones where they are."""

import csv
from collections.abc import Callable
from math import fsum
from pathlib import Path

import pytest

from impactapp.domain.problems import Problem
from impactapp.domain.profession import Category
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources import sae
from impactapp.exchange.sources.opening import LARGEST
from impactapp.exchange.sources.places import Place
from impactapp.exchange.sources.sae import CODES, GROUPS, Gap, read_sae
from impactapp.labels import sentence
from tests.exchange.sources.official import FOLDER, needs_official_files

NUMBERS = [name for pair in sae._COLUMNS.values() for name in pair]
Write = Callable[..., Path]
NORTH = {"fi": "2A0000014", "fi_ej": "2A0000089", "an": "2024", "effpnm_aid": "12", "etppnm_aid": "10,5"}
SOUTH = {"fi": "010000024", "fi_ej": "2A0000089", "an": "2024", "effpnm_aid": "3", "etppnm_aid": "", "eff_int": "1"}


@pytest.fixture
def sygen(tmp_path: Path) -> Write:
    """Writes a file of staff as the DREES does, with some lines."""

    def write(*lines: dict[str, str], name: str = "SYGEN_2024r.csv", without: str = "", mark: str = ";") -> Path:
        columns = [column for column in ("fi", "fi_ej", "an", *NUMBERS) if column != without]
        rows = [mark.join(f'"{column.upper()}"' for column in columns)]
        rows += [mark.join(line.get(column, "") for column in columns) for line in lines]
        path = tmp_path / name
        path.write_bytes(("\r\n".join(rows) + "\r\n").encode("cp1252"))
        return path

    return write


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """The file of names, whose header is in small letters."""
    path = tmp_path / "ID_2024r.csv"
    lines = [
        "bor;an;fi;rs;fi_ej;NOMCOM",
        "ID;2024;2A0000014;CH DE L\x92\xceLE;2A0000089;AJACCIO",
        "ID;2024;010000024;C\x8cUR DU SUD;2A0000089;BOURG EN BRESSE",
    ]
    path.write_bytes("\r\n".join(lines).encode("latin-1"))
    return path


def refused(*paths: Path) -> ExchangeError:
    with pytest.raises(ExchangeError) as caught:
        read_sae(paths)
    assert sentence(caught.value)
    return caught.value


def test_an_establishment_is_found_by_name_town_or_number_whatever_the_accents(sygen: Write, names: Path) -> None:
    read = read_sae([sygen(NORTH, SOUTH), names])
    north = Place("2A0000014", "2A0000089", "CH DE L’ÎLE", "AJACCIO")
    for words in ("ile ajaccio", "2a00000", "l’île"):
        assert north in read.search(words)
    assert [place.name for place in read.search("coeur")] == []
    assert [place.name for place in read.search("cœur")] == ["CŒUR DU SUD"]
    assert read.search("nulle part") == ()


def test_the_order_of_the_files_does_not_matter(sygen: Write, names: Path) -> None:
    path = sygen(NORTH, SOUTH)
    assert read_sae([path, names]) == read_sae([names, path])


def test_an_empty_cell_is_not_zero_and_a_number_is_text_until_it_is_counted(sygen: Write, names: Path) -> None:
    census, gaps = read_sae([sygen(NORTH, SOUTH), names]).census("010000024")
    assert [(line.code, line.headcount, line.fte) for line in census.lines] == [("AID", 3, None), ("INT", 1, None)]
    assert census.lines[0].title == "Aides-soignants"
    assert (census.year, census.place, census.code) == (2024, "CŒUR DU SUD", "010000024")
    assert gaps == ()


def test_a_legal_entity_sums_its_establishments(sygen: Write, names: Path) -> None:
    read = read_sae([sygen(NORTH, SOUTH), names])
    census, _gaps = read.census("2A0000089", legal=True)
    assert [(line.code, line.headcount, line.fte) for line in census.lines] == [("AID", 15, 10.5), ("INT", 1, None)]
    assert census.place == "CH DE L’ÎLE + CŒUR DU SUD"
    with pytest.raises(ExchangeError) as caught:
        read.census("2A0000089")
    assert caught.value.problem is Problem.SAE_UNKNOWN_FINESS
    assert "2A0000089" in sentence(caught.value)


def test_a_total_that_is_not_the_sum_of_its_groups_is_told(sygen: Write) -> None:
    _census, gaps = read_sae([sygen({**NORTH, "effpnm_tot_pnm": "13", "etppnm_tot_pnm": "10,52"})]).census("2A0000014")
    assert gaps == (Gap("EFFPNM_TOT_PNM", 13.0, 12.0),)


def test_what_is_part_of_another_group_is_not_counted_twice() -> None:
    assert not {"DTSOC", "DT_MEDGEN", "DT_URG", "SOINS", "TOT_PNM", "TOT"} & set(CODES)
    assert len(CODES) == len(set(CODES)) == 24


def test_lines_that_cannot_be_read_are_named_and_the_others_kept(sygen: Write) -> None:
    path = sygen(NORTH, {**SOUTH, "effpnm_aid": "douze"}, NORTH)
    with path.open("ab") as file:
        file.write(b"020000000;020000")
    read = read_sae([path])
    assert list(read.numbers) == ["2A0000014"]
    assert [(line.line, line.reason) for line in read.refused] == [
        (3, Problem.SAE_LINE_WITHOUT_NUMBER),
        (4, Problem.SAE_LINE_TWICE),
        (5, Problem.SOURCE_LINE_CUT),
    ]


def test_another_year_s_columns_are_named(sygen: Write) -> None:
    wrong = refused(sygen(NORTH, without="etppnm_perslabo"))
    assert wrong.problem is Problem.SOURCE_COLUMNS_MISSING
    assert "ETPPNM_PERSLABO" in sentence(wrong)


def test_files_of_two_years_do_not_mix(sygen: Write) -> None:
    paths = sygen(NORTH), sygen({**SOUTH, "an": "2023"}, name="SYGEN_2023r.csv")
    assert refused(*paths).problem is Problem.SAE_SEVERAL_YEARS


def test_files_that_are_something_else_are_refused_in_a_sentence(sygen: Write, names: Path, tmp_path: Path) -> None:
    other = tmp_path / "autre.csv"
    other.write_text("a;b;c\n1;2;3\n", encoding="utf-8")
    binary = tmp_path / "image.png"
    binary.write_bytes(b"\x89PNG\0\0;")
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert refused(other).problem is Problem.SOURCE_UNKNOWN
    assert refused(binary).problem is Problem.SOURCE_UNKNOWN
    assert refused(large).problem is Problem.SOURCE_TOO_LARGE
    assert refused(sygen(NORTH, mark=",")).problem is Problem.SOURCE_DELIMITER
    assert refused(tmp_path / "absent.csv").problem is Problem.FILE_MISSING
    assert refused(names).problem is Problem.SAE_WITHOUT_NUMBERS


@needs_official_files
def test_the_national_sums_are_those_published() -> None:
    read = read_sae(sorted((FOLDER / "sae_2024").glob("*_2024r.csv")))
    assert (len(read.numbers), read.year, read.refused) == (3980, 2024, ())
    persons, fte = dict.fromkeys(CODES, 0), dict.fromkeys(CODES, 0.0)
    for finess in read.numbers:
        for line in read.census(finess)[0].lines:
            persons[line.code] += line.headcount or 0
            fte[line.code] += line.fte or 0.0
    assert sum(persons[code] for code in GROUPS) == 1_187_465
    assert fsum(fte[code] for code in GROUPS) == pytest.approx(1_088_252, abs=1)
    assert persons["INFSANSSPE"] + persons["INFAVECSPE"] == 354_400
    assert fte["INFSANSSPE"] + fte["INFAVECSPE"] == pytest.approx(328_700, abs=1)
    assert (persons["AID"], round(fte["AID"])) == (252_545, 235_496)
    assert (persons["AUTADM"], round(fte["AUTADM"])) == (151_297, 137_739)


@needs_official_files
def test_a_named_hospital_is_shown_right() -> None:
    read = read_sae(sorted((FOLDER / "sae_2024").glob("*_2024r.csv")))
    found = [place for place in read.search("fleyriat viriat") if place.name == "CH DE FLEYRIAT"]
    assert [place.finess for place in found] == ["010000024"]
    census, _gaps = read.census("010000024")
    by = {line.code: (line.headcount, line.fte) for line in census.lines}
    assert by["AID"] == (419, 390.2)
    assert by["AUTADM"] == (295, 266.01)
    assert by["INFSANSSPE"] == (489, 458.17)
    administrative = [line for line in census.lines if line.category is Category.ADMINISTRATIVE]
    assert [line.code for line in administrative] == ["AUTADM"]
    assert len(read.search("2A")) >= 5


@needs_official_files
def test_the_fte_of_each_establishment_are_those_of_the_other_file() -> None:
    read = read_sae([FOLDER / "sae_2024" / "SYGEN_2024r.csv"])
    with (FOLDER / "sae_2024" / "Q24_2024r.csv").open(encoding="cp1252", newline="") as file:
        whole = {row["FI"]: row["ETPPNM"] for row in csv.DictReader(file, delimiter=";") if row["DISCI"] == "9999"}
    compared = 0
    for finess in read.numbers.keys() & whole.keys():
        lines = [line.fte or 0.0 for line in read.census(finess)[0].lines if line.code in GROUPS]
        assert fsum(lines) == pytest.approx(float(whole[finess] or 0), abs=0.1)
        compared += 1
    assert compared == 3808

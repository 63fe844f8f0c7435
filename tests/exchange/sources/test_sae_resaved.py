"""Files of the SAE that went through other programs: read where nothing was lost, refused where it was."""

from collections.abc import Callable
from pathlib import Path

import pytest

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources.rome import read_rome
from impactapp.exchange.sources.sae import read_sae
from impactapp.labels import sentence
from tests.exchange.sources.made_up import COLUMNS, name_file, staff_file
from tests.exchange.sources.rome_files import listed

SOUTH = {"fi": "010000024", "fi_ej": "010780054", "effpnm_aid": "3", "etppnm_aid": "2,5"}
Change = Callable[[str], bytes]


def resaved(folder: Path, change: Change) -> Path:
    """The file of staff after another program."""
    path = staff_file(folder, SOUTH)
    path.write_bytes(change(path.read_bytes().decode("cp1252")))
    return path


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.encode("utf-16"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace(";", "\t").encode("utf-16"),
        lambda text: text.replace("\r\n", "\r").encode("cp1252"),
        lambda text: text.replace("010000024;010780054", "10000024;10780054").encode("cp1252"),
    ],
    ids=["utf-16", "utf-16 be", "utf-8", "tabs", "carriage returns", "zeros lost"],
)
def test_a_file_that_another_program_saved_says_the_same(tmp_path: Path, change: Change) -> None:
    read = read_sae([resaved(tmp_path, change), name_file(tmp_path)])
    census, _gaps = read.census("010000024")
    assert (census.place, census.year, census.code) == ("CŒUR DU SUD", 2024, "010000024")
    assert [(line.code, line.headcount, line.fte) for line in census.lines] == [("AID", 3, 2.5)]


def test_a_number_asked_for_without_its_first_zero_is_the_same_establishment(tmp_path: Path) -> None:
    read = read_sae([staff_file(tmp_path, SOUTH)])
    assert read.census(" 10000024")[0] == read.census("010000024")[0]


@pytest.mark.parametrize("year", ["", "deux mille", "1024", "\u00b2024"])
def test_a_line_without_a_year_is_left_out_and_a_file_of_such_lines_is_refused(tmp_path: Path, year: str) -> None:
    good, wrong = SOUTH, {**SOUTH, "fi": "2A0000014", "an": year}
    read = read_sae([staff_file(tmp_path, good, wrong)])
    assert (read.year, list(read.numbers)) == (2024, ["010000024"])
    assert [line.reason for line in read.refused] == [Problem.SAE_LINE_WITHOUT_NUMBER]
    with pytest.raises(ExchangeError) as caught:
        read_sae([staff_file(tmp_path, wrong)])
    assert caught.value.problem is Problem.SOURCE_EMPTY


def test_the_same_file_twice_is_no_empty_file(tmp_path: Path) -> None:
    path = staff_file(tmp_path, SOUTH)
    assert [line.reason for line in read_sae([path, path]).refused] == [Problem.SAE_LINE_TWICE]


def test_of_many_missing_columns_the_first_are_named(tmp_path: Path) -> None:
    path = staff_file(tmp_path, SOUTH)
    path.write_bytes(path.read_bytes().replace(b"PNM_", b"N_"))
    with pytest.raises(ExchangeError) as caught:
        read_sae([path])
    assert caught.value.problem is Problem.SOURCE_COLUMNS_MISSING
    named = caught.value.values["names"].split(", ")
    assert (named[0], named[-1], len(named)) == ("EFFPNM_INFSANSSPE", "…", 5)
    assert len(COLUMNS) > 2 * len(named)


def test_a_quotation_mark_that_is_never_closed_is_refused_and_its_line_named(tmp_path: Path) -> None:
    path = listed(tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + 'A1101,Vigie,100009,"' + "a" * 200_000, encoding="utf-8")
    with pytest.raises(ExchangeError) as caught:
        read_rome([path])
    assert caught.value.problem is Problem.SOURCE_QUOTE
    assert "à la ligne 8" in sentence(caught.value)


def test_a_list_without_one_whole_line_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError) as caught:
        read_rome([listed(tmp_path, "code_rome,libelle\nA1101\n")])
    assert caught.value.problem is Problem.SOURCE_EMPTY


def test_whether_establishments_are_named_is_known(tmp_path: Path) -> None:
    path = staff_file(tmp_path, SOUTH)
    assert not read_sae([path]).has_names
    assert read_sae([path, name_file(tmp_path)]).has_names

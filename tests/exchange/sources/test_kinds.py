"""Official files are told by what they hold, whatever they are called; what is none is refused with its reason."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources.kinds import Brought, Kind, brought, kind_of, recognise
from impactapp.exchange.sources.rome import read_rome
from tests.exchange.sources.ilo_files import ilo_book
from tests.exchange.sources.made_up import name_file, staff_file
from tests.exchange.sources.rome_files import TREE, listed, tree

SOUTH = {"fi": "010000024", "fi_ej": "2A0000089", "effpnm_aid": "3"}
# as ROME 3 listed its codes
OLD_LIST = "code_rome,code_fiche_em,code_ogr,libelle_rome,statut\nA1101,11,6,Conduite,1\n"


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def reason(path: Path) -> Problem:
    with pytest.raises(ExchangeError) as caught:
        recognise(path)
    assert kind_of(path) is None
    return caught.value.problem


def test_each_kind_is_known_by_its_header(tmp_path: Path) -> None:
    assert kind_of(staff_file(tmp_path, SOUTH, name="export.txt")) is Kind.SAE
    assert kind_of(name_file(tmp_path)) is Kind.SAE
    assert kind_of(tree(tmp_path)) is Kind.ROME
    assert kind_of(listed(tmp_path)) is Kind.ROME
    assert kind_of(ilo_book(tmp_path)) is Kind.ILO


@pytest.mark.parametrize("mark", [",", "\t", "|"])
def test_a_table_of_the_sae_is_known_whatever_separates_it(tmp_path: Path, mark: str) -> None:
    path = staff_file(tmp_path, SOUTH)
    assert kind_of(written(tmp_path, "a.csv", path.read_bytes().replace(b";", mark.encode()))) is Kind.SAE


def test_a_workbook_that_lacks_columns_is_still_that_of_the_ilo(tmp_path: Path) -> None:
    assert kind_of(ilo_book(tmp_path, without="ISCO_08")) is Kind.ILO


def test_an_older_rome_is_known_and_refused_as_such(tmp_path: Path) -> None:
    older = tree(tmp_path, ((" ", " ", " ", " ", "Code"), *TREE[1:]))
    assert kind_of(older) is Kind.ROME
    codes = written(tmp_path, "codes.csv", OLD_LIST.encode())
    assert kind_of(codes) is Kind.ROME
    for path in (older, codes):
        with pytest.raises(ExchangeError) as caught:
            read_rome([path])
        assert caught.value.problem is Problem.ROME_OLDER_FORMAT


def test_what_is_none_of_them_says_why(tmp_path: Path) -> None:
    other = Workbook()
    assert other.active is not None
    other.active.append(["Métier", "Code ROME", "Code OGR"])
    other.save(tmp_path / "liste.xlsx")
    assert reason(tmp_path / "liste.xlsx") is Problem.SOURCE_UNKNOWN
    assert reason(written(tmp_path, "a.csv", b"a;b\n1;2\n")) is Problem.SOURCE_UNKNOWN
    assert reason(written(tmp_path, "b.csv", b"")) is Problem.SOURCE_EMPTY
    assert reason(written(tmp_path, "c.7z", b"7z\xbc\xaf\x27\x1c")) is Problem.SOURCE_ARCHIVE
    assert reason(written(tmp_path, "d.xls", b"\xd0\xcf\x11\xe0")) is Problem.SOURCE_WORKBOOK_OLD
    assert reason(written(tmp_path, "e.xlsx", b"PK\3\4")) is Problem.SOURCE_WORKBOOK_DAMAGED
    assert reason(written(tmp_path, "f.csv", b"fi\0;an")) is Problem.SOURCE_UNKNOWN
    assert reason(tmp_path / "absent.csv") is Problem.FILE_MISSING


def test_a_folder_is_sorted_by_what_it_holds(tmp_path: Path) -> None:
    staff, names, titles, tasks = staff_file(tmp_path, SOUTH), name_file(tmp_path), tree(tmp_path), ilo_book(tmp_path)
    written(tmp_path, "notes.csv", b"a;b\n")
    assert brought([tmp_path]) == Brought((names, staff), (titles,), (tasks,))
    (tmp_path / "vide").mkdir()
    with pytest.raises(ExchangeError) as caught:
        brought([tmp_path / "vide"])
    assert caught.value.problem is Problem.SOURCE_FOLDER

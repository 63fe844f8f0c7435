"""Official files wherever they lie: in a folder, in an archive, too large, not to be read, or no file at all."""

import os
import zipfile
from pathlib import Path

import pytest

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources import opening
from impactapp.exchange.sources.opening import read_bounded
from impactapp.exchange.sources.sae import Sae, read_sae
from impactapp.labels import sentence
from tests.exchange.sources.made_up import name_file, staff_file

SOUTH = {"fi": "010000024", "fi_ej": "2A0000089", "effpnm_aid": "3"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A year as it is unpacked: the two files that are needed below others that are not."""
    inner = tmp_path / "SAE 2024" / "CSV"
    inner.mkdir(parents=True)
    staff_file(inner, SOUTH)
    name_file(inner)
    (inner / "Q24_2024r.csv").write_text("BOR;AN;FI;FI_EJ\nQ24;2024;1;2\n", encoding="ascii")
    (inner / "Lisez-moi.csv").write_text("a;b\n", encoding="ascii")
    return tmp_path / "SAE 2024"


def packed(folder: Path) -> Path:
    """The folder as a zip archive."""
    path = folder.parent / "sae.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        for one in sorted(folder.rglob("*.csv")):
            parts.write(one, one.relative_to(folder.parent))
    return path


def refused(path: Path) -> ExchangeError:
    with pytest.raises(ExchangeError) as caught:
        read_sae([path])
    assert path.name in sentence(caught.value)
    return caught.value


def said(read: Sae) -> tuple[str, list[str]]:
    return read.places["010000024"].name, list(read.numbers)


def test_a_folder_and_a_zip_archive_say_the_same_as_their_files(folder: Path) -> None:
    apart = read_sae([folder / "CSV" / "SYGEN_2024r.csv", folder / "CSV" / "ID_2024r.csv"])
    assert said(apart) == ("CŒUR DU SUD", ["010000024"])
    assert read_sae([folder]) == apart
    assert read_sae([packed(folder)]) == apart


def test_a_folder_or_an_archive_without_official_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    assert refused(tmp_path / "vide").problem is Problem.SOURCE_FOLDER
    with zipfile.ZipFile(tmp_path / "autre.zip", "w") as parts:
        parts.writestr("a.csv", "a;b\n")
    assert refused(tmp_path / "autre.zip").problem is Problem.SOURCE_FOLDER


def test_an_archive_that_is_cut_is_refused(folder: Path) -> None:
    path = packed(folder)
    path.write_bytes(path.read_bytes()[:200])
    assert refused(path).problem is Problem.SOURCE_ARCHIVE


def test_what_unpacks_to_more_than_any_official_file_is_refused_by_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packed(folder)
    monkeypatch.setattr(opening, "LARGEST", 500)
    with pytest.raises(ExchangeError) as caught:
        read_sae([path])
    assert caught.value.problem is Problem.SOURCE_TOO_LARGE
    assert "SYGEN_2024r.csv" in sentence(caught.value)


def test_a_file_that_another_program_holds_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = staff_file(tmp_path, SOUTH)

    def deny(_path: Path, *_how: object) -> None:
        raise PermissionError(13, "locked")

    monkeypatch.setattr(Path, "open", deny)
    error = refused(path)
    assert error.problem is Problem.SOURCE_CLOSED
    assert "fermez ce programme" in sentence(error)


def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "tube.csv"
    os.mkfifo(pipe)
    assert refused(pipe).problem is Problem.SOURCE_UNKNOWN
    with pytest.raises(ExchangeError) as caught:
        read_bounded(tmp_path)
    assert caught.value.problem is Problem.SOURCE_FOLDER

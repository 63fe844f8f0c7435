"""The record: one archive that holds everything, whose checksums hold, and which is there whole or not at all."""

import errno
import json
import re
import subprocess
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from impactapp import i18n
from impactapp.domain.analysis.results import analyse
from impactapp.domain.problems import Problem, Refusal
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.record.names import numbered, plain_name
from impactapp.exchange.record.writing import RecordFigure
from impactapp.exchange.results_json import results_to_json
from impactapp.exchange.study_json import read_study_json
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.exchange.record_cases import Recorded, sketched

FIGURES = (sketched("01-secretaire-medicale/matrice"), sketched("metiers"))
NAMES = [
    "LISEZ-MOI.txt",
    "etude.impact",
    "matrice.xlsx",
    "rapport.pdf",
    "une-page.pdf",
    "rapport.docx",
    "diapositives.pptx",
    "csv/etude-competences.csv",
    "csv/etude-exposition.csv",
    "csv/etude-liens.csv",
    "csv/etude-mesures.csv",
    "csv/etude.csv",
    "json/etude.json",
    "json/resultats.json",
    "figures/01-secretaire-medicale/matrice.png",
    "figures/01-secretaire-medicale/matrice.svg",
    "figures/metiers.png",
    "figures/metiers.svg",
    "SOMME-SHA256.txt",
]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with all there is."""
    i18n.use_language("fr")
    return Recorded(builders.skilled(), tmp_path_factory.mktemp("record")).write(FIGURES)


@pytest.fixture
def unpacked(written: Path, tmp_path: Path) -> Path:
    """What is in it, in a folder."""
    with ZipFile(written) as archive:
        archive.extractall(tmp_path / "unpacked")
    return tmp_path / "unpacked"


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    command = ["sha256sum", "--check", "--strict", "SOMME-SHA256.txt"]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_it_holds_the_study_in_every_form(written: Path) -> None:
    with ZipFile(written) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == NAMES
        assert all(archive.read(name) for name in NAMES)
        starts = {name: archive.read(name)[:5] for name in NAMES}
    assert {name for name, start in starts.items() if start == b"%PDF-"} == {"rapport.pdf", "une-page.pdf"}
    office = {name for name, start in starts.items() if start[:4] == b"PK\x03\x04"}
    assert office == {"matrice.xlsx", "rapport.docx", "diapositives.pptx"}
    assert starts["etude.impact"] == b"SQLit"


def test_names_are_the_same_for_every_study_and_plain_for_every_system(tmp_path: Path, written: Path) -> None:
    path = Recorded(builders.study(), tmp_path).write()
    with ZipFile(path) as other, ZipFile(written) as archive:
        assert set(other.namelist()) < set(archive.namelist())
        names = archive.namelist()
        assert all(entry.date_time[:3] == (2026, 11, 22) for entry in archive.infolist())
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9./-]+", name)] == []
    assert len({name.casefold() for name in names}) == len(names)


def test_the_checksums_hold_and_leave_nothing_out(unpacked: Path) -> None:
    done = checked(unpacked)
    assert (done.returncode, done.stderr) == (0, "")
    # one that LANG speaks to says « OK » or « Réussi »
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == NAMES[:-1]


def test_a_file_that_was_changed_is_found_out(unpacked: Path) -> None:
    (unpacked / "csv" / "etude.csv").write_bytes(b"autre")
    assert checked(unpacked).returncode == 1


@pytest.mark.libreoffice
def test_another_program_unpacks_it(written: Path, tmp_path: Path) -> None:
    subprocess.run(["unzip", "-q", written, "-d", tmp_path / "unzipped"], check=True)
    assert checked(tmp_path / "unzipped").returncode == 0


def test_the_study_in_it_opens_and_is_the_one_it_was_made_of(unpacked: Path) -> None:
    file = StudyFile.open(unpacked / "etude.impact")
    assert file.study == builders.skilled()
    assert len(file.log()) == 1
    file.close()
    assert read_study_json(unpacked / "json" / "etude.json") == builders.skilled()
    results = json.loads((unpacked / "json" / "resultats.json").read_text(encoding="utf-8"))
    assert results == results_to_json(analyse(builders.skilled()))


def test_the_text_that_comes_with_it_names_each_file_and_says_how_to_check_it(unpacked: Path) -> None:
    raw = (unpacked / "LISEZ-MOI.txt").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    text = raw.decode("utf-8-sig")
    files = [path.relative_to(unpacked) for path in unpacked.rglob("*") if path.is_file()]
    told = {path.parts[0] + "/" if path.parts[0] in ("csv", "figures") else path.as_posix() for path in files}
    assert [name for name in told - {"LISEZ-MOI.txt"} if f"\n{name} " not in text] == []
    assert "sha256sum -c SOMME-SHA256.txt" in text
    assert "certutil" in text
    assert "Secrétaire médicale" in text


def test_english_names_what_it_holds_in_english(tmp_path: Path, english: None) -> None:
    with ZipFile(Recorded(builders.skilled(), tmp_path).write()) as archive:
        names = archive.namelist()
        assert archive.read("SHA256-SUMS.txt").decode().splitlines()[0].endswith("  READ-ME.txt")
    assert {"study.impact", "report.pdf", "slides.pptx", "csv/study-skills.csv", "json/results.json"} < set(names)


def test_what_is_packed_already_is_not_packed_again(written: Path) -> None:
    with ZipFile(written) as archive:
        stored = {entry.filename for entry in archive.infolist() if entry.compress_type == ZIP_STORED}
    assert {name.rpartition(".")[2] for name in stored} == {"xlsx", "pdf", "docx", "pptx", "png"}


def test_progress_goes_to_the_end_and_never_back(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    Recorded(builders.secretary(), tmp_path).write(FIGURES, lambda position, total: heard.append((position, total)))
    assert [position for position, _total in heard] == sorted(position for position, _total in heard)
    assert {total for _position, total in heard} == {14}
    assert heard[-1] == (14, 14)


@pytest.mark.parametrize("after", [0, 3, 9, 12])
def test_cancelled_at_any_time_it_leaves_the_old_one_whole_and_nothing_beside(tmp_path: Path, after: int) -> None:
    recorded = Recorded(builders.secretary(), tmp_path)
    recorded.target.write_bytes(b"old")

    def step(position: int, _total: int) -> None:
        if position >= after:
            raise Refusal(Problem.CANCELLED)

    with pytest.raises(Refusal):
        recorded.write(FIGURES, step)
    assert [path.name for path in tmp_path.iterdir()] == ["archive.zip"]
    assert recorded.target.read_bytes() == b"old"


def test_a_disk_that_fills_is_said_of_the_archive_and_leaves_nothing(tmp_path: Path) -> None:
    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    recorded = Recorded(builders.secretary(), tmp_path)
    with pytest.raises(ExchangeError) as refused:
        recorded.write((RecordFigure("matrice", full),))
    assert (refused.value.problem, refused.value.values["path"]) == (Problem.DISK_FULL, str(recorded.target))
    assert list(tmp_path.iterdir()) == []


def test_a_part_that_is_refused_is_said_of_the_archive(tmp_path: Path) -> None:
    def refused_part(path: Path) -> None:
        raise ExchangeError(Problem.TARGET_UNWRITABLE, path=path)

    recorded = Recorded(builders.secretary(), tmp_path)
    with pytest.raises(ExchangeError) as refused:
        recorded.write((RecordFigure("matrice", refused_part),))
    assert refused.value.values["path"] == str(recorded.target)


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    recorded = Recorded(builders.secretary(), tmp_path)
    recorded.target.mkdir()
    with pytest.raises(ExchangeError) as refused:
        recorded.write()
    assert refused.value.problem is Problem.TARGET_UNWRITABLE
    assert list(recorded.target.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Secrétaire médicale", "secretaire-medicale"),
        ("Cœur & rein : été 2026", "coeur-rein-ete-2026"),
        ("L’infirmière d'accueil", "l-infirmiere-d-accueil"),
        ("../../etc/passwd", "etc-passwd"),
        ("///", ""),
        ("x" * 60, "x" * 40),
        ("a" * 39 + " b", "a" * 39),
    ],
)
def test_words_become_plain_names(words: str, name: str) -> None:
    assert plain_name(words) == name


def test_a_number_tells_titles_apart_that_have_no_plain_letter_or_the_same_ones() -> None:
    assert [numbered(number, title) for number, title in enumerate(("Été", "Ete", "日本"), 1)] == [
        "01-ete",
        "02-ete",
        "03",
    ]


def test_the_checksum_of_each_file_is_that_of_its_bytes(written: Path) -> None:
    with ZipFile(written) as archive:
        listed = archive.read("SOMME-SHA256.txt").decode("ascii")
        assert "\r" not in listed
        for line in listed.splitlines():
            found, name = line.split("  ")
            assert found == sha256(archive.read(name)).hexdigest()

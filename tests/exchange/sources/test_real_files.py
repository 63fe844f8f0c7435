"""The real files, whole and as other programs leave them, against a reading that owes our code nothing."""

import csv
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from impactapp import paths
from impactapp.exchange.sources.kinds import Kind, kind_of
from impactapp.exchange.sources.sae import CODES, INTERNS, Sae, read_sae
from tests.exchange.sources.official import FOLDER, needs_official_files

YEAR = FOLDER / "sae_2024"
FLEYRIAT = "010000024"
# ISCO-08 groups whose French title in the benchmark table names the profession
TITLED = {("administrateur-bases-donnees", "2521"), ("archiviste", "4415")}
pytestmark = needs_official_files


def plainly_read(name: str) -> list[dict[str, str]]:
    with (YEAR / name).open(encoding="cp1252", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def column(code: str, side: str) -> str:
    """The column of a group, by its number of persons or of FTE."""
    if code == INTERNS:
        return {"persons": "EFF_INT", "fte": "ETP_INT"}[side]
    staff = {"persons": ("EFFSAL", "EFFPNM"), "fte": ("ETPSAL", "ETPPNM")}[side]
    doctors = ("SPEMED", "SPECHI", "PSY", "ODON", "PHARMA", "AUT")
    return f"{staff[0] if code in doctors else staff[1]}_{code}"


def counted(read: Sae, finess: str) -> dict[str, tuple[float | None, float | None]]:
    return {line.code: (line.headcount, line.fte) for line in read.census(finess)[0].lines}


def resaved(name: str, folder: Path, change: Callable[[str], bytes]) -> Path:
    path = folder / name
    path.write_bytes(change((YEAR / name).read_text(encoding="cp1252", errors="replace")))
    return path


def by_a_french_excel(text: str) -> bytes:
    """Whatever looks like a number loses its first zeros."""
    lines = [[cell.strip('"') for cell in line.split(";")] for line in text.splitlines()]
    kept = [";".join(cell.lstrip("0") or "0" if cell.isdigit() else cell for cell in cells) for cells in lines]
    return "\r\n".join(kept).encode("cp1252", errors="replace")


def test_every_group_of_a_named_hospital_is_that_of_the_file() -> None:
    (row,) = [row for row in plainly_read("SYGEN_2024r.csv") if row["FI"] == FLEYRIAT]
    expected = {
        code: (int(row[column(code, "persons")]), float(row[column(code, "fte")].replace(",", "."))) for code in CODES
    }
    assert counted(read_sae([YEAR]), FLEYRIAT) == expected


def test_the_total_of_doctors_that_is_above_its_groups_is_told_and_not_the_others() -> None:
    _census, gaps = read_sae([YEAR]).census(FLEYRIAT)
    assert [(gap.code, gap.total, round(gap.parts, 2)) for gap in gaps] == [("ETPSAL_TOT", 178.26, 173.46)]


@pytest.mark.parametrize(
    "change",
    [by_a_french_excel, lambda text: text.encode("utf-16"), lambda text: text.replace(";", "\t").encode("utf-16")],
    ids=["excel", "utf-16", "unicode text"],
)
def test_what_another_program_saved_counts_the_same(tmp_path: Path, change: Callable[[str], bytes]) -> None:
    whole = read_sae([YEAR])
    read = read_sae([resaved(name, tmp_path, change) for name in ("SYGEN_2024r.csv", "ID_2024r.csv")])
    assert read.refused == ()
    assert read.numbers.keys() == whole.numbers.keys()
    for finess in (FLEYRIAT, *list(whole.numbers)[::400]):
        assert counted(read, finess) == counted(whole, finess)
        assert read.places[finess] == whole.places[finess]


def test_the_real_files_are_told_apart() -> None:
    assert {kind_of(path) for path in YEAR.glob("*_2024r.csv")} == {Kind.SAE}
    assert {kind_of(path) for path in (FOLDER / "rome").iterdir()} == {Kind.ROME}
    assert {kind_of(path) for path in (FOLDER / "ilo").iterdir()} == {Kind.ILO}
    assert kind_of(FOLDER / "benchmark.csv") is None


def test_every_isco_code_of_the_catalogue_has_a_source_in_these_files() -> None:
    with (FOLDER / "benchmark.csv").open(encoding="utf-8", newline="") as file:
        groups = {row["isco08"]: {row["rome_v460_code"]} - {""} for row in csv.DictReader(file)}
    with (FOLDER / "rome" / "unix_referentiel_code_rome_v460_utf8.csv").open(encoding="utf-8", newline="") as file:
        parents = {row["code_rome"]: row["code_rome_parent"] for row in csv.DictReader(file)}
    listed = (FOLDER / "README.md").read_text(encoding="utf-8")
    for path in paths.job_catalog().glob("*.toml"):
        entry = tomllib.loads(path.read_text(encoding="utf-8"))
        codes = set(entry.get("rome", ())) | {parents.get(code, "") for code in entry.get("rome", ())}
        for code in entry.get("isco08", ()):
            assert code in listed or groups[code] & codes or (entry["code"], code) in TITLED, (entry["code"], code)

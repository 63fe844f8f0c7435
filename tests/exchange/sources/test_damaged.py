"""Workbooks and archives whose bytes were changed: read, or refused in a sentence, never anything else."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources.ilo import read_ilo
from impactapp.exchange.sources.kinds import brought
from impactapp.exchange.sources.rome import read_rome
from impactapp.exchange.sources.sae import read_sae
from impactapp.labels import sentence
from tests.exchange.sources.ilo_files import ilo_book
from tests.exchange.sources.made_up import staff_file
from tests.exchange.sources.rome_files import tree


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the whole files are."""
    folder = tmp_path_factory.mktemp("whole")
    ilo_book(folder)
    tree(folder)
    table = staff_file(folder, {"fi": "010000024", "effpnm_aid": "3"})
    with zipfile.ZipFile(folder / "sae.zip", "w", zipfile.ZIP_DEFLATED) as parts:
        parts.write(table, table.name)
    return folder


def read_or_refused(path: Path) -> Problem | None:
    """Read whatever it is now; the reason why not, which its sentence names the file of."""
    reason: ExchangeError | None = None
    try:
        files = brought([path])
        if files.sae:
            read_sae(files.sae)
        if files.rome:
            read_rome(files.rome)
        if files.ilo:
            read_ilo(files.ilo[0])
    except ExchangeError as error:
        reason = error
    if reason is None:
        return None
    assert Path(reason.values["path"]).is_relative_to(path)
    assert sentence(reason)
    return reason.problem


@pytest.mark.parametrize("name", ["ilo.xlsx", "rome.xlsx"])
def test_each_part_of_a_workbook_that_is_cut_is_no_more_than_a_refusal(folder: Path, tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(folder / name) as whole:
        parts = {part: whole.read(part) for part in whole.namelist()}
    reasons = set()
    for cut in parts:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as written:
            for part, content in parts.items():
                written.writestr(part, content[: len(content) // 2] if part == cut else content)
        reasons.add(read_or_refused(path))
    assert Problem.SOURCE_WORKBOOK_DAMAGED in reasons


@pytest.mark.parametrize("name", ["ilo.xlsx", "rome.xlsx", "sae.zip"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(where=st.floats(0, 1), put=st.binary(max_size=40), gone=st.integers(0, 400))
def test_bytes_that_were_changed_are_no_more_than_a_refusal(
    folder: Path, tmp_path: Path, name: str, where: float, put: bytes, gone: int
) -> None:
    whole = (folder / name).read_bytes()
    at = int(where * len(whole))
    path = tmp_path / name
    path.write_bytes(whole[:at] + put + whole[at + gone :])
    read_or_refused(path)

"""LibreOffice saves the workbook again, twice, in between: nothing is lost, and one change is still one change."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from impactapp.domain.incoming import Field
from impactapp.domain.level import Level
from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from tests import builders
from tests.exchange import cases, skill_cases
from tests.exchange.incoming import planned
from tests.exchange.incoming.returning import changed, compared, differences, problems, said

pytestmark = pytest.mark.libreoffice

STUDIES: dict[str, Callable[[], Study]] = {
    "skilled": builders.skilled,
    "complete": cases.complete,
    "three_professions": cases.three_professions,
    "workshop": builders.workshop,
    "large": lambda: builders.large(20, 8),
    "by_time": lambda: cases.by_time(builders.secretary()),
    "several_skilled": skill_cases.several,
    "planned": planned.study,
}


def saved_again(paths: list[Path], folder: Path, kind: str) -> list[Path]:
    """All of them in one run of LibreOffice."""
    target = folder / kind
    target.mkdir()
    profile = (folder / "profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(target),
    ]
    subprocess.run([*command, *map(str, paths)], capture_output=True, timeout=240, check=True)
    made = [target / f"{path.stem}.{kind}" for path in paths]
    assert all(path.is_file() for path in made)
    return made


def test_what_libreoffice_saved_as_ods_and_back_comes_back_the_same(tmp_path: Path) -> None:
    paths = []
    for name, study in STUDIES.items():
        path = cases.exported(study(), tmp_path).rename(tmp_path / f"{name}.xlsx")
        paths.append(path)
    paths.append(changed(paths[0], lambda sheets: sheets["Matrice"]["D5"].__setattr__("value", "moyen"), "edited.xlsx"))
    paths.append(changed(paths[0], lambda sheets: sheets["Lisez-moi"]["B30"].__setattr__("value", "Vu"), "beside.xlsx"))
    ods = saved_again(paths, tmp_path, "ods")
    back = {path.stem: path for path in saved_again(ods, tmp_path, "xlsx")}
    for name, study in STUDIES.items():
        found = compared(back[name], study())
        assert differences(found) == {}, name
        assert found.read == found.unchanged > 0
    edited = compared(back["edited"], builders.skilled())
    assert said(edited.changes) == [(Field.SUBSTITUTION_HIGH, Level.MOYEN)]
    assert edited.refused == ()
    beside = compared(back["beside"], builders.skilled())
    assert problems(beside) == [("Lisez-moi!B30", Problem.CELL_NOT_READ)]
    assert beside.changes == ()

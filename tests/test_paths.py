"""Where the shipped resources and the user's folders are, on each system."""

import sys
from pathlib import Path

import pytest

from impactapp import paths


def test_shipped_resources_are_found_in_a_checkout() -> None:
    assert (paths.resources() / "locale" / "fr" / "LC_MESSAGES" / "impactapp.mo").is_file()
    assert paths.job_catalog() == paths.resources().parent / "job_catalog"


def test_an_installed_package_carries_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "impactapp")
    assert paths.resources() == tmp_path / "resources"
    (tmp_path / "impactapp" / "resources").mkdir(parents=True)
    assert paths.resources() == tmp_path / "impactapp" / "resources"


@pytest.mark.parametrize(
    ("platform", "variable", "without"),
    [
        ("linux", "XDG_DATA_HOME", ".local/share"),
        ("win32", "LOCALAPPDATA", "AppData/Local"),
        ("darwin", "", "Library/Application Support"),
    ],
)
def test_the_user_s_folder_is_local_on_each_system(
    platform: str, variable: str, without: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert paths.user_data() == tmp_path / without / "impactapp"
    if variable:
        monkeypatch.setenv(variable, str(tmp_path / "chosen"))
        assert paths.user_data() == tmp_path / "chosen" / "impactapp"

"""What every test starts from: no display, French words, and folders of its own instead of the user's."""

import gc
import os

# before Qt is imported: a test opens no window unless it is told which display to use
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from impactapp import i18n

# the time of one example says nothing on a shared machine; a run on a new machine repeats the same examples, and fewer:
# what chance finds is found by those who write
ON_A_NEW_MACHINE = "CI" in os.environ
settings.register_profile(
    "house", deadline=None, derandomize=ON_A_NEW_MACHINE, max_examples=40 if ON_A_NEW_MACHINE else 100
)
settings.load_profile("house")

GARBAGE = 50_000


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, recent files and backups of this test alone."""
    home = tmp_path_factory.mktemp("user")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture(autouse=True)
def tidy() -> Iterator[None]:
    """As in the application, no worker thread searches for garbage: it would destroy widgets outside their thread."""
    gc.disable()
    yield
    if gc.get_count()[0] > GARBAGE:
        gc.collect()


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    """French is spoken in each test, whatever the test before it chose."""
    i18n.use_language("fr")
    yield
    i18n.use_language("fr")


@pytest.fixture
def english(french: None) -> None:
    """For a test that reads English words."""
    i18n.use_language("en")

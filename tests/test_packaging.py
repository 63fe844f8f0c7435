"""What an installed impactapp brings along (resources, professions, document type), and that it runs anywhere."""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from configparser import RawConfigParser
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from impactapp.domain.study import Study
from impactapp.store.study_file import StudyFile
from tests import words

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "resources" / "linux"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def python(*arguments: str, cwd: Path = ROOT, path: Path | None = None) -> str:
    environment = {**os.environ, "PYTHONPATH": str(path or ""), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    python("-m", "pip", "wheel", ".", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder))
    return next(folder.glob("impactapp-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("installed")
    python("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target), str(wheel))
    return target


@pytest.mark.parametrize("folder", ["resources", "job_catalog"])
def test_the_wheel_carries_every_shipped_file(wheel: Path, folder: str) -> None:
    shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    carried = set(zipfile.ZipFile(wheel).namelist())
    assert shipped
    assert {name for name in shipped if f"impactapp/{name}" not in carried} == set()


def test_the_wheel_carries_the_application_and_nothing_beside_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"impactapp"}
    assert [name for name in names if "__pycache__" in name] == []


def test_the_wheel_tells_the_desktop_about_studies(wheel: Path) -> None:
    shared = {name.partition(".data/data/")[2] for name in zipfile.ZipFile(wheel).namelist()} - {""}
    assert shared == {
        "share/applications/impactapp.desktop",
        "share/mime/packages/impactapp.xml",
        "share/icons/hicolor/scalable/apps/impactapp.svg",
    }


def test_the_installed_application_finds_its_professions_from_any_folder(installed: Path, tmp_path: Path) -> None:
    where = python("-c", "import impactapp; print(impactapp.__file__)", cwd=tmp_path, path=installed)
    assert Path(where.strip()).is_relative_to(installed)
    catalog = json.loads(python("-m", "impactapp", "catalog", "--json", cwd=tmp_path, path=installed))
    tasks = {len(profession["tasks"]) for profession in catalog["professions"]}
    assert 10 in tasks, "the secretary case is not in the installed catalogue"


def test_the_installed_application_speaks_french(installed: Path, tmp_path: Path) -> None:
    message = next(message for message in words.committed() if message.id and isinstance(message.id, str))
    script = f"from impactapp import i18n; i18n.use_language('fr'); print(repr(i18n._({message.id!r})))"
    assert python("-c", script, cwd=tmp_path, path=installed).strip() == repr(message.string)


def test_a_study_is_recognised_by_what_its_first_bytes_say(tmp_path: Path) -> None:
    path = tmp_path / "study.impact"
    StudyFile.create(path, Study("s", "Étude"), datetime(2026, 1, 2, tzinfo=UTC)).close()
    root = ElementTree.parse(LINUX / "impactapp.xml").getroot()
    text = root.find(f".//{MIME}match[@type='string']")
    number = root.find(f".//{MIME}match[@type='big32']")
    assert text is not None
    assert number is not None
    head = path.read_bytes()[:100]
    assert head.startswith(text.attrib["value"].replace("\\000", "\0").encode())
    offset = int(number.attrib["offset"])
    assert int.from_bytes(head[offset : offset + 4], "big") == int(number.attrib["value"], 16)


def test_the_desktop_opens_a_study_with_the_application() -> None:
    desktop = RawConfigParser(interpolation=None)
    desktop.read(LINUX / "impactapp.desktop", encoding="utf-8")
    entry = desktop["Desktop Entry"]
    kind = ElementTree.parse(LINUX / "impactapp.xml").getroot().find(f"{MIME}mime-type")
    assert kind is not None
    assert entry["MimeType"] == kind.attrib["type"] + ";"
    assert entry["Exec"] == "impactapp %f"
    assert [glob.attrib["pattern"] for glob in kind.iter(f"{MIME}glob")] == ["*.impact"]
    assert (ROOT / "resources" / "icons" / f"{entry['Icon']}.svg").is_file()


@pytest.mark.parametrize("icon", sorted((ROOT / "resources" / "icons").glob("*.svg")), ids=lambda path: path.name)
def test_every_icon_is_a_picture_without_addresses(icon: Path) -> None:
    assert ElementTree.parse(icon).getroot().tag == "{http://www.w3.org/2000/svg}svg"
    assert "href" not in icon.read_text(encoding="utf-8")


def test_the_locked_qt_counts_its_references_right() -> None:
    """PySide6 6.12.0 drops a reference to None at every call that returns nothing: Python 3.11 dies of it in use."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _turn in range(1000):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 100

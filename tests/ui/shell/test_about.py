"""The page About names everything that is shipped, under the licence its own package states."""

import re
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from impactapp.ui import credits
from impactapp.ui.main_window import MainWindow

LOCK = Path(__file__).resolve().parents[3] / "requirements.lock"
# how packages write the families of licences
FAMILIES = {
    "Apache": r"apache",
    "BSD": r"bsd|kiwi licensing terms",
    "LGPL": r"lgpl",
    "MIT-CMU": r"mit-cmu",
    "MIT": r"\bmit\b",
    "PSF": r"psf|python software foundation",
    "public domain": r"public domain",
}


def locked() -> set[str]:
    """Every package that is installed with the application."""
    return set(re.findall(r"^([a-z0-9-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE))


def test_every_package_of_the_lock_file_is_credited_and_no_other() -> None:
    assert len(locked()) > 20
    assert set(credits.LICENCES) == locked()


@pytest.mark.parametrize("package", sorted(credits.LICENCES))
def test_a_licence_is_the_one_its_package_states(package: str) -> None:
    told = metadata.metadata(package)
    lines = [line for field in ("License-Expression", "License", "Classifier") for line in told.get_all(field, [])]
    stated = " ".join(line for line in lines if not line.startswith("Topic")).casefold()
    family = next(name for name in FAMILIES if credits.LICENCES[package].startswith(name))
    assert re.search(FAMILIES[family], stated), stated


def test_the_page_lists_the_packages_the_fonts_and_what_the_licence_of_qt_asks(opened: MainWindow) -> None:
    opened.go("about")
    page = opened.stack.currentWidget()
    assert page is not None
    said = {label.text() for label in page.findChildren(QLabel)}
    assert said >= {f"{package} — {licence}" for package, licence in credits.LICENCES.items()}
    assert "polices DejaVu (graphiques) — Bitstream Vera, Arev" in said
    assert any("LGPL version 3" in words for words in said)

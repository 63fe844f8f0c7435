"""What the guide and the README say is there: words of the screen, pictures, chapters, commands and their options."""

import re
from pathlib import Path

import pytest

from impactapp.charts.catalogue import ALL_CHARTS
from impactapp.cli.command import parser_of
from impactapp.cli.main import COMMANDS
from tests import words
from tests.test_house import ROOT

README, GUIDE = ROOT / "README.md", ROOT / "docs" / "guide-utilisateur.md"
PICTURES = ROOT / "docs" / "screenshots"
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
OPTION = re.compile(r"--[a-z]+(?:-[a-z]+)*")
# of every command
EVERYWHERE = {"--help", "--lang"}
CHAPTER = 2
NO_BREAK = "\u00a0\u202f"


def plain(said: str) -> str:
    """Words without the marks of keys and with ordinary spaces."""
    return re.sub(f"[{NO_BREAK}]", " ", said).replace("&", "")


def told(path: Path) -> str:
    """A text without what is to be typed."""
    return CODE.sub("", path.read_text(encoding="utf-8"))


def options_of(command: str) -> set[str]:
    parser = parser_of(command, "")
    COMMANDS[command].arguments(parser)
    return set(OPTION.findall(parser.format_help())) - EVERYWHERE


def test_bold_words_of_the_guide_are_those_of_the_screen() -> None:
    french = {plain(said) for message in words.committed() if message.id for said in words.said(message)}
    # a bold sentence with its stop heads a paragraph
    bold = [found for found in re.findall(r"\*\*(.+?)\*\*", told(GUIDE)) if not found.endswith(".")]
    assert len(bold) > 100
    said = [part for found in bold for part in plain(found).split(" ▸ ")]
    assert [part for part in said if part not in french] == []


def test_every_picture_is_shown_and_is_there() -> None:
    shown = {
        path.name: {
            (path.parent / target).resolve()
            for target in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", path.read_text("utf-8"))
        }
        for path in (README, GUIDE)
    }
    assert set().union(*shown.values()) == set(PICTURES.glob("*.png"))
    assert len(shown["README.md"]) <= 8


def test_links_inside_the_guide_lead_to_its_chapters() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    headings = re.findall(r"^(#+) (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-"): len(marks) for marks, title in headings}
    links = re.findall(r"\]\(#([^)]+)\)", text)
    assert [link for link in links if link not in anchors] == []
    chapters = {anchor for anchor, depth in anchors.items() if depth == CHAPTER}
    assert chapters - set(links) == {"sommaire"}


@pytest.mark.parametrize("path", [README, GUIDE], ids=lambda path: path.name)
def test_every_command_is_told_with_its_options(path: Path) -> None:
    rows = re.findall(r"^\| `impactapp ([a-z]+).*$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(rows) == set(COMMANDS)
    for command in COMMANDS:
        lines = re.findall(rf"^\| `impactapp {command}\b.*$", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert set(OPTION.findall("\n".join(lines))) == options_of(command), command


def test_the_guide_names_every_figure_of_the_command_line() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert [name for name in ALL_CHARTS if f"`{name}`" not in text] == []


def test_the_guide_follows_french_typography() -> None:
    breakable = re.compile(rf"(?<=\w) [:;?!%»]|« |[^\s{NO_BREAK}]»|«[^\s{NO_BREAK}]|\w'\w")
    lines = [line for line in told(GUIDE).splitlines() if not line.startswith(("# ", "## "))]
    assert [line for line in lines if breakable.search(line)] == []

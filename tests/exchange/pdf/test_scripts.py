"""Names in any script: what cannot be printed is named, and what runs from right to left stays where it stands."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from impactapp.cli.drawing import drawer
from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.exchange.cell_text import shorten
from impactapp.exchange.dossier import Form, write_dossier
from impactapp.exchange.pdf.guide import write_guide
from impactapp.exchange.pdf.isolation import isolated
from tests import builders
from tests.exchange.ballots.desk import SITTING, study_with
from tests.exchange.report_cases import words_of

NURSE = "ممرضة"
MADE_AT = datetime(2026, 11, 22, tzinfo=UTC)


def titled(title: str) -> Study:
    """The secretary under another title, with an activity of that title."""
    (found,) = builders.secretary().professions
    tasks = (replace(found.tasks[0], title=title), *found.tasks[1:])
    return replace(builders.secretary(), professions=(replace(found, title=title, tasks=tasks),))


def said(study: Study, folder: Path, form: Form = Form.REPORT) -> str:
    results = analyse(study)
    target = folder / "dossier.pdf"
    write_dossier(form, results, target, draw=drawer(results), made_at=MADE_AT)
    return words_of(target).replace("\u00a0", " ")


@pytest.mark.libreoffice
@pytest.mark.parametrize("form", [Form.REPORT, Form.SUMMARY])
def test_what_no_font_has_is_named_once_by_its_numbers(form: Form, tmp_path: Path) -> None:
    words = said(titled("Accueil de 山 🙂 et 山"), tmp_path, form)
    assert words.count("2 caractères que les polices de ce document n’ont pas") == 1
    assert "imprimés � : U+5C71, U+1F642." in words
    assert "Accueil de � � et �" in words


@pytest.mark.libreoffice
def test_the_sentence_stands_with_the_limits_and_before_the_signatures(tmp_path: Path) -> None:
    words = said(titled("Accueil 🙂"), tmp_path)
    told = words.index("U+1F642")
    assert words.rindex("Ce que les chiffres ne disent pas") < told < words.rindex("Chaque fonction donne son avis")


@pytest.mark.libreoffice
def test_a_text_that_can_be_printed_says_nothing_of_fonts(tmp_path: Path) -> None:
    assert "polices" not in said(titled("Ωμέγα, Привет, Ağ, Việt, ❤ ☎ ✓"), tmp_path)


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("typed", "printed"), [("1️⃣ Accueil", "1 Accueil"), ("Soin 👍🏽", "Soin �"), ("❤️ lien", "❤ lien")]
)
def test_a_sign_that_dresses_another_takes_nothing_away(typed: str, printed: str, tmp_path: Path) -> None:
    words = said(titled(typed), tmp_path)
    assert printed in words
    # the figures of the study are no part of an emoji
    assert "10 activités" in words
    assert "12 à 18 ETP sur 30" in words


@pytest.mark.libreoffice
def test_a_joined_emoji_is_told_whole(tmp_path: Path) -> None:
    words = said(titled("Soin 👩\u200d⚕\ufe0f"), tmp_path)
    assert "Soin �⚕" in words
    assert "U+1F469" in words


@pytest.mark.libreoffice
def test_the_sheets_of_a_workshop_name_them_too(tmp_path: Path) -> None:
    study = study_with()
    target = tmp_path / "guide.pdf"
    write_guide(replace(study, title="Étude 🙂"), SITTING.id, target)
    assert "U+1F642" in words_of(target)


def test_a_name_from_right_to_left_is_fenced_off_wherever_it_stands() -> None:
    study = isolated(titled(f"{NURSE} (3)"))
    (found,) = study.professions
    assert found.title == found.tasks[0].title == f"\u2068{NURSE} (3)\u2069"
    assert found.tasks[1] is analyse(study).professions[0].tasks[1].task


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (f"{NURSE}\nligne\n{NURSE}.", f"\u2068{NURSE}\u2069\nligne\n\u2068{NURSE}.\u2069"),
        (f"\u202e{NURSE}", f"\u2068{NURSE}\u2069"),
        ("אחות", "\u2068אחות\u2069"),
    ],
)
def test_each_line_has_its_own_fence_and_no_other_direction(typed: str, kept: str) -> None:
    assert isolated(titled(typed)).professions[0].title == kept


@pytest.mark.parametrize("study", [builders.secretary(), builders.skilled(), builders.workshop(), builders.study()])
def test_a_study_without_such_names_stays_the_same_object(study: Study) -> None:
    assert isolated(study) is study


ENDS: dict[str, Callable[[str], str]] = {"fence": lambda text: f"\u2068{text}\u2069", "plain": lambda text: text}


@pytest.mark.parametrize("name", ENDS)
def test_a_fenced_name_that_is_cut_keeps_its_end(name: str) -> None:
    cut = shorten(ENDS[name](NURSE * 20), 30)
    assert len(cut) == 30
    assert cut.count("\u2068") == cut.count("\u2069")
    assert "…" in cut


@pytest.mark.libreoffice
def test_figures_after_such_a_name_stay_after_it(tmp_path: Path) -> None:
    """Ordered as Unicode says, the rate would stand before the name and the name before the colon."""
    results = analyse(titled(f"{NURSE} 3"))
    target = tmp_path / "dossier.pdf"
    write_dossier(Form.SUMMARY, results, target, draw=lambda _picture: None, made_at=MADE_AT)
    (line,) = [line for line in _lines(target) if {"à", "activités"} <= {*line} and any(map(_is_arabic, line))]
    assert [word for word in line if word.isdigit()][:4] == ["3", "4", "6", "10"]
    assert _is_arabic(line[1])


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[0] <= "\u06ff"


def _lines(path: Path) -> list[list[str]]:
    """The words of each line from left to right, as they are seen."""
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True)
    found: dict[str, list[tuple[float, str]]] = {}
    for left, top, word in re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>', done.stdout):
        found.setdefault(top[:-5], []).append((float(left), word))
    return [[word for _left, word in sorted(line)] for line in found.values()]


def test_the_title_of_the_file_has_no_fence(tmp_path: Path) -> None:
    results = analyse(replace(builders.secretary(), title=NURSE))
    target = tmp_path / "dossier.pdf"
    write_dossier(Form.REPORT, results, target, draw=lambda _picture: None, made_at=MADE_AT)
    with pikepdf.open(target) as made:
        assert str(made.docinfo.Title) == NURSE

"""Slips, guide and handout: tagged PDF in the language, the same bytes each time, and text that stays text."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from impactapp import paths
from impactapp.domain.edits.votes import settle
from impactapp.domain.level import Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.rating import Judgement
from impactapp.domain.study import Study
from impactapp.domain.workshop import Group, GroupKind, Protocol, Scope
from impactapp.exchange.pdf.guide import write_guide
from impactapp.exchange.pdf.handout import write_handout
from impactapp.exchange.pdf.slips import write_slips
from impactapp.exchange.problems import ExchangeError
from tests import builders
from tests.exchange.ballots.desk import MANAGERS, SITTING, scoped, study_with

HOSTILE = '#image("/etc/passwd") *gras* $x$ <label> @ref `brut` \\ #{1+1} 🩺 中 "cité" \x0b\x00 // rien'


def slips(study: Study, target: Path) -> None:
    write_slips(study, SITTING.id, target)


def guide(study: Study, target: Path) -> None:
    write_guide(study, SITTING.id, target)


def handout(study: Study, target: Path) -> None:
    write_handout(study, study.professions[0].id, target)


SHEETS: dict[str, Callable[[Study, Path], None]] = {"slips": slips, "guide": guide, "handout": handout}


def words_of(path: Path) -> str:
    """The words of a PDF with ordinary blanks, pages apart by a form feed."""
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return re.sub(r"[^\S\n\f]+", " ", done.stdout)


def facts_of(path: Path) -> dict[str, str]:
    done = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True)
    return {name: value.strip() for name, _colon, value in (line.partition(":") for line in done.stdout.splitlines())}


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_tagged_titled_and_on_a4(tmp_path: Path, name: str) -> None:
    target = tmp_path / "feuille.pdf"
    SHEETS[name](study_with(), target)
    facts = facts_of(target)
    assert (facts["Tagged"], facts["Page size"]) == ("yes", "595.276 x 841.89 pts (A4)")
    assert facts["Title"]
    content = target.read_bytes()
    assert b"/Lang (fr)" in content or b"/Lang(fr)" in content
    assert b"pdfuaid:part" in content


@pytest.mark.parametrize("name", SHEETS)
def test_the_same_study_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    SHEETS[name](study_with(), one)
    SHEETS[name](study_with(), other)
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", SHEETS)
def test_what_people_wrote_is_never_markup(tmp_path: Path, name: str) -> None:
    (secretary,) = builders.secretary().professions
    tasks = (replace(secretary.tasks[0], title=HOSTILE), *secretary.tasks[1:])
    study = replace(
        builders.secretary(),
        title=HOSTILE,
        professions=(replace(secretary, title=HOSTILE, tasks=tasks, source=HOSTILE),),
    )
    groups = (Group("g", GroupKind.OTHER, 3, HOSTILE),)
    target = tmp_path / "feuille.pdf"
    SHEETS[name](study_with(replace(SITTING, title=HOSTILE, place=HOSTILE, groups=groups), study), target)
    said = " ".join(words_of(target).split())
    for kept in ('#image("/etc/passwd")', "*gras*", "$x$", "<label>", "@ref", "`brut`", "#{1+1}", "\ufffd"):
        assert kept in said


def test_the_old_file_stays_when_the_new_one_cannot_be_made(tmp_path: Path) -> None:
    target = tmp_path / "guide.pdf"
    target.write_bytes(b"before")
    with pytest.raises(EditError):
        write_guide(study_with(), "nowhere", target)
    assert target.read_bytes() == b"before"
    with pytest.raises(ExchangeError) as refused:
        write_guide(study_with(), SITTING.id, tmp_path / "nowhere" / "guide.pdf")
    assert refused.value.problem is Problem.FOLDER_MISSING


@pytest.mark.libreoffice
def test_there_is_a_slip_for_each_voter_and_activity(tmp_path: Path) -> None:
    target = tmp_path / "bulletins.pdf"
    slips(study_with(), target)
    words = words_of(target)
    assert words.count("Cochez une case par ligne") == 15 * 10
    assert [words.count(title) for title in ("Agents du métier", "Encadrement", "Représentants du personnel")] == [
        80,
        50,
        20,
    ]
    # eight a page, and an activity begins a page
    assert facts_of(target)["Pages"] == str(2 * 10)
    assert all(page.count("Cochez") in (7, 8) for page in words.split("\f")[:-1])


@pytest.mark.libreoffice
@pytest.mark.parametrize(("scope", "lines"), list(zip(Scope, (6, 2, 1), strict=True)))
def test_a_slip_has_a_line_for_each_question(tmp_path: Path, scope: Scope, lines: int) -> None:
    target = tmp_path / "bulletins.pdf"
    write_slips(scoped(scope), SITTING.id, target, group_id=MANAGERS.id, count=1)
    words = words_of(target)
    assert [words.count(word) for word in ("Faible", "Moyen", "Fort")] == [10 * lines] * 3
    # those of several activities share a page where few vote
    assert facts_of(target)["Pages"] == "2"


@pytest.mark.libreoffice
def test_a_long_activity_leaves_the_boxes_their_place(tmp_path: Path) -> None:
    (secretary,) = builders.secretary().professions
    tasks = (replace(secretary.tasks[0], title="Une activité dont le nom est long " * 14),)
    study = replace(builders.secretary(), professions=(replace(secretary, tasks=tasks),))
    target = tmp_path / "bulletins.pdf"
    slips(study_with(replace(SITTING, protocol=Protocol(scope=Scope.CRITERIA)), study), target)
    assert facts_of(target)["Pages"] == "3"
    words = words_of(target)
    assert words.count("…") == words.count("Cochez une case") == 15


def test_slips_for_nobody_or_nothing_are_refused(tmp_path: Path) -> None:
    study = study_with()
    for task in study.professions[0].tasks:
        study = settle(SITTING, task.id, settled=True).change(study)
    for wrong, count in ((study, None), (study_with(), 0)):
        with pytest.raises(ExchangeError) as refused:
            write_slips(wrong, SITTING.id, tmp_path / "b.pdf", count=count)
        assert refused.value.problem is Problem.BALLOT_WITHOUT_TASKS
    with pytest.raises(EditError):
        write_slips(study_with(), SITTING.id, tmp_path / "b.pdf", group_id="nobody")


@pytest.mark.libreoffice
def test_the_guide_holds_all_one_needs_in_the_room(tmp_path: Path) -> None:
    target = tmp_path / "guide.pdf"
    guide(study_with(replace(SITTING, day=date(2026, 12, 3), groups=(MANAGERS,))), target)
    words = words_of(target)
    for said in (
        *("3 décembre 2026", "Salle B", "Encadrement (5)", "120 minutes", "108 – 120", "Que dire", "Où discuter"),
        *("Dans l’hypothèse haute", "L’IA fait une partie de l’activité", "F5", "au moins deux personnes"),
        *("Tenue à jour du dossier patient", "portent 100 % de l’écart", "accord dès 0,70", "on s’abstient"),
        "question précédente ou suivante",
    ):
        assert said in words, said


@pytest.mark.libreoffice
def test_the_guide_of_a_training_tells_nothing_of_what_was_published(tmp_path: Path) -> None:
    target = tmp_path / "guide.pdf"
    guide(study_with(replace(SITTING, is_training=True, is_simulated=True, protocol=Protocol(rounds=1))), target)
    words = words_of(target)
    assert "écart entre les hypothèses" not in words
    assert "second vote" not in words
    assert "Simulé" in words


@pytest.mark.libreoffice
def test_the_handout_keeps_the_published_matrix_on_a_page_of_its_own(tmp_path: Path) -> None:
    (secretary,) = builders.secretary().professions
    note = replace(secretary.tasks[5], low=replace(secretary.tasks[5].low, maturity=Judgement(None, "Marché mature")))
    tasks = (*secretary.tasks[:5], note, *secretary.tasks[6:])
    study = replace(builders.secretary(), professions=(replace(secretary, tasks=tasks, source="Webinaire"),))
    target = tmp_path / "support.pdf"
    handout(study, target)
    first, second, _end = words_of(target).split("\f")
    assert "Matrice à remplir" in first
    assert "Marché mature" not in first
    assert "La matrice publiée" in second
    assert [len(re.findall(rf"\b{word}\b", second)) for word in ("Fort", "Moyen", "Faible")] == [10, 6, 4]
    assert "Marché mature" in second
    assert "Webinaire" in second
    with pytest.raises(EditError):
        write_handout(study, "nobody", target)


def test_templates_fetch_no_package() -> None:
    templates = sorted((paths.resources() / "report").glob("*.typ"))
    assert [path.stem for path in templates] == ["guide", "handout", "image", "raster", "report", "sheet", "slips"]
    imported = [name for path in templates for name in re.findall(r'#import "([^"]+)"', path.read_text("utf-8"))]
    assert set(imported) == {"sheet.typ"}
    assert not [path for path in templates if "@" in path.read_text("utf-8")]


def test_typst_is_imported_when_the_first_sheet_is_made() -> None:
    script = "import sys, impactapp.exchange.pdf.guide; print('typst' in sys.modules, 'matplotlib' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split() == ["False", "False"]


def test_levels_of_the_published_matrix_are_those_of_the_study() -> None:
    """The vector the handout is counted against (method §1.1): 4 Fort and 6 Fort, 4 and 2 Moyen, 2 and 2 Faible."""
    levels = [level for _title, low, high in builders.SECRETARY_MATRIX for level in (low, high)]
    assert [levels.count(level) for level in (Level.FORT, Level.MOYEN, Level.FAIBLE)] == [10, 6, 4]

"""A whole workshop of the secretary case, by keyboard alone: killed in round two, taken up again, its minutes right."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from impactapp import paths
from impactapp.domain.level import HYPOTHESES, Aspect, Level
from impactapp.domain.study import Study
from impactapp.domain.workshop import Moment
from impactapp.exchange.study_json import read_study_json
from impactapp.store.reading import read_study
from impactapp.ui.app import Shell
from tests.stories import room_hands as hands
from tests.stories.conftest import Start
from tests.stories.eyes import message, profession
from tests.stories.keyboard import focused, name_the_file, plain, press, tab_to, type_words, until
from tests.test_house import ROOT

pytestmark = pytest.mark.display

RECORD = "Tenue à jour du dossier patient"
REASON = "La relecture reste entière."
ROUNDS_OF_RECORD = (
    "Tour 1, Substitution · Hyp. basse : Fa 10 · Mo 1 · Fo 5.",
    "Tour 1, Substitution · Hyp. haute : Fa 4 · Mo 3 · Fo 9.",
    "Tour 2, Substitution · Hyp. basse : Fa 1 · Mo 15 · Fo 0.",
    "Tour 2, Substitution · Hyp. haute : Fa 0 · Mo 1 · Fo 15.",
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A workshop that is held in a process of its own."""
    process = subprocess.Popen([sys.executable, "-m", "tests.stories.room_hands", str(tmp_path / "w.json")], cwd=ROOT)
    yield process
    process.kill()
    process.wait()


def test_a_workshop_killed_in_round_two_goes_on_without_loss(
    start: Start, room: "subprocess.Popen[bytes]", tmp_path: Path
) -> None:
    witness = tmp_path / "w.json"
    until(lambda: witness.exists() or room.poll() is not None, "round two is under way", 60_000)
    assert room.poll() is None, "the workshop went wrong before it was killed"
    room.kill()
    room.wait()
    shown = read_study_json(witness)
    kept = read_study(paths.user_data() / "demonstration" / "secretaire-medicale.impact")
    assert _timeless(kept) == _timeless(shown)
    shell = start()
    hands.open_the_case(shell)
    assert _timeless(shell.session.study) == _timeless(shown)
    _end_round_two(shell)
    _record_the_dissent(shell)
    hands.place("Après la séance", hands.AFTER)
    _check_what_is_kept(shell)
    _read_the_minutes(shell)
    workbook = tmp_path / "Atelier.xlsx"
    _export(shell, workbook)
    _check_the_workbook(workbook)


def _timeless(study: Study | None) -> Study:
    """A study without the time that goes by while one looks."""
    assert study is not None
    held = (replace(one, talks=tuple(replace(talk, seconds=0) for talk in one.talks)) for one in study.sittings)
    return replace(study, sittings=tuple(held))


def _end_round_two(shell: Shell) -> None:
    """The sitting stands on the one activity that is not settled, with the votes of two groups."""
    tab_to("Commencer les votes")
    press("Return")
    hands.until_first_count()
    task = hands.page(shell).room.task
    assert task is not None
    assert (task.title, hands.page(shell).room.round) == (RECORD, 2)
    press("Tab", 3 * hands.BEFORE_THE_END)
    assert focused().startswith("Représentants du personnel, Substitution · Hyp. basse, Faible")
    hands.type_votes(hands.SECOND[hands.BEFORE_THE_END :])
    hands.reveal(shell)
    hands.keep(shell)
    assert message(shell) == "Retenu dans la matrice. Toutes les activités sont closes."


def _record_the_dissent(shell: Shell) -> None:
    tab_to("Combien ne sont pas d’accord")
    press("Ctrl+A")
    type_words("1")
    press("Tab")
    type_words(REASON)
    press("Tab")
    until(lambda: any(talk.dissent for talk in hands.sitting(shell).talks), "the dissent is kept")


def _check_what_is_kept(shell: Shell) -> None:
    decided = [tuple(task.level(one, Aspect.SUBSTITUTION) for one in HYPOTHESES) for task in profession(shell).tasks]
    assert decided == [(Level(low), Level(high)) for low, high in zip(hands.LOW, hands.HIGH, strict=True)]
    held = hands.sitting(shell)
    assert [talk.round for talk in held.talks if talk.round > 1] == [2, 2]
    assert all(talk.is_settled for talk in held.talks)
    for moment, counts in ((Moment.BEFORE, hands.BEFORE), (Moment.AFTER, hands.AFTER)):
        placed = {one.group_id: one.counts for one in held.positions if one.moment is moment}
        assert tuple(placed[group.id] for group in held.groups) == counts


def _read_the_minutes(shell: Shell) -> None:
    # the bar of tabs is called as the tab it is on
    tab_to("Votes")
    press("Right", 3)
    assert focused() == "Compte rendu"
    words = plain(hands.page(shell).minutes.words.toPlainText())
    record = words.partition(RECORD)[2].partition("Secrétaire médicale ›")[0]
    assert [line for line in ROUNDS_OF_RECORD if line not in record] == []
    assert "Décision : Moyen (hypothèse basse) · Fort (hypothèse haute)." in record
    assert f"1 personne en désaccord : {REASON}" in record
    assert "Encadrement : 5 personnes" in words
    assert "Avant la séance : 1 · Je ne connais pas (8)" in words
    assert "Après la séance : 1 · Je ne connais pas (1)" in words


def _export(shell: Shell, target: Path) -> None:
    tab_to("Exporter vers Excel…")
    press("Return")
    name_the_file(target)
    until(lambda: message(shell).endswith(str(target)), "the workbook is written")


def _check_the_workbook(path: Path) -> None:
    book = openpyxl.load_workbook(path, data_only=True)
    minutes = [plain(str(cell)) for row in book["Compte rendu"].iter_rows(values_only=True) for cell in row if cell]
    assert any(REASON in line for line in minutes)
    rows = [row for row in book["Votes"].iter_rows(values_only=True) if RECORD in row and "Tous" in row]
    assert [(row[3], *row[6:10]) for row in rows] == [
        (1, 10, 1, 5, 16),
        (1, 4, 3, 9, 16),
        (2, 1, 15, 0, 16),
        (2, 0, 1, 15, 16),
    ]
    matrix = next(row for row in book["Matrice"].iter_rows(values_only=True) if row[0] == RECORD)
    assert matrix[2:4] == ("Moyen", "Fort")

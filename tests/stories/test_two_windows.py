"""Two windows on one study, and a window that is killed while a group rates."""

import getpass
import platform
import random
from pathlib import Path

import pytest

from impactapp.domain.level import Level
from impactapp.domain.study import Study
from impactapp.labels import level_word
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.store.files import AT
from tests.stories.accessibility import Tree
from tests.stories.conftest import Launch
from tests.stories.program import Program

pytestmark = pytest.mark.display

ROUNDS, TASKS, MATURITY = 2, 24, 1


@pytest.fixture
def unrated(tmp_path: Path) -> Path:
    """The file of a study in which nobody has rated anything."""
    path = tmp_path / "étude.impact"
    study: Study = builders.study(builders.profession(1, tuple(builders.task(number) for number in range(TASKS))))
    StudyFile.create(path, study, AT).close()
    return path


def test_the_second_window_on_a_study_says_who_holds_it(launch: Launch, unrated: Path) -> None:
    first = launch(str(unrated))
    first.shown("Matrice de cotation", "table")
    before = unrated.read_bytes()
    second = launch(str(unrated))
    second.shown(f"{getpass.getuser()}@{platform.node()}", "label")
    second.press("Fort", "push button")
    second.shown("lecture seule", "label")
    second.kill()
    assert unrated.read_bytes() == before
    first.press("Fort", "push button")
    first.shown("Enregistré à", "label")


def test_each_rating_shown_as_saved_survives_kill_9(launch: Launch, tree: Tree, unrated: Path) -> None:
    chance = random.Random(2019)
    shown: list[Level] = []
    for _round in range(ROUNDS):
        program = launch(str(unrated))
        program.shown_focused("Matrice de cotation")
        assert _ratings(tree, program, len(shown)) == [level_word(level) for level in shown]
        for _rated in shown:
            tree.press_key("Down")
        for _new in range(chance.randrange(3, 8)):
            level = chance.choice(list(Level))
            tree.press_key(str(level.value))
            program.shown(f"{level_word(level)}, retenu", "push button")
            program.shown("Enregistré à", "label")
            shown.append(level)
            tree.press_key("Down")
            program.until_gone(", retenu")
        # the group goes on while the power fails
        tree.press_key("3")
        program.kill()
    last = launch(str(unrated))
    assert _ratings(tree, last, len(shown)) == [level_word(level) for level in shown]


def _ratings(tree: Tree, program: Program, count: int) -> list[str]:
    """The first levels of the column of maturity, as a screen reader says them."""
    matrix = program.shown("Matrice de cotation", "table")
    return [tree.cell(matrix, row, MATURITY).name.rpartition("\u00a0: ")[2] for row in range(count)]

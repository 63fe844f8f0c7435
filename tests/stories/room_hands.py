"""The facilitator's hands on a workshop: participants, positions, rounds and decisions, all by the keyboard.

``python -m tests.stories.room_hands WITNESS`` holds it up to the middle of round two, writes what the window then shows
into the file and waits to be killed.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication

from impactapp import i18n
from impactapp.domain.workshop import Sitting
from impactapp.exchange.study_json import write_study_json
from impactapp.ui import theme
from impactapp.ui.app import Shell
from impactapp.ui.pages.workshop_page import WorkshopPage
from tests.stories.eyes import page_of
from tests.stories.keyboard import focused, press, tab_to, type_words, until

Row = tuple[int, int, int]

# agents, encadrement, représentants du personnel
PRESENT = (6, 5, 5)
LOW = (2, 3, 3, 2, 1, 3, 3, 2, 2, 1)
HIGH = (3, 3, 3, 2, 1, 3, 3, 3, 2, 1)
# the first round splits on two of the ten activities
SPLIT = (0, 7)
# by question, then by group: how many Faible, Moyen, Fort
FIRST: tuple[Row, ...] = ((3, 0, 3), (2, 1, 2), (5, 0, 0), (2, 0, 4), (0, 2, 3), (2, 1, 2))
SECOND: tuple[Row, ...] = ((0, 6, 0), (0, 5, 0), (1, 4, 0), (0, 0, 6), (0, 1, 4), (0, 0, 5))
BEFORE = ((3, 2, 1, 0), (2, 2, 1, 0), (3, 1, 1, 0))
AFTER = ((0, 2, 3, 1), (0, 1, 3, 1), (1, 1, 2, 1))
BEFORE_THE_END = 2


def agreed(at: int) -> tuple[Row, ...]:
    """Everybody votes the same on an activity."""
    return tuple(
        (size * (level == 1), size * (level == 2), size * (level == 3))
        for level in (LOW[at], HIGH[at])
        for size in PRESENT
    )


def page(shell: Shell) -> WorkshopPage:
    """The page of the workshop, which is shown."""
    return page_of(shell, WorkshopPage)


def sitting(shell: Shell) -> Sitting:
    """The sitting as the study has it now."""
    assert shell.session.study is not None
    return shell.session.study.sittings[-1]


def open_the_case(shell: Shell) -> None:
    """The demonstration, on its workshop."""
    tab_to("Ouvrir la démonstration")
    press("Return")
    until(lambda: shell.session.study is not None, "the demonstration is open")
    press("Alt+0")
    page(shell)


def prepare(shell: Shell) -> None:
    """A sitting of three groups; there is nobody of the HR department."""
    tab_to("Préparer une séance")
    press("Return")
    for words in (*map(str, PRESENT[:2]), "", str(PRESENT[2])):
        if words:
            type_words(words)
            press("Return")
        else:
            press("Down")
    assert tuple(group.size for group in sitting(shell).groups) == PRESENT


def place(moment: str, counts: tuple[tuple[int, ...], ...]) -> None:
    """Count who places themselves where."""
    tab_to("Positionnement")
    press("Return")
    until(QApplication.activeModalWidget, "the counts are asked")
    tab_to(f"Agents du métier, {moment}, 1")
    for four in counts:
        for number in four:
            type_words(str(number))
            press("Tab")
    press("Escape")
    until(lambda: not QApplication.activeModalWidget(), "the counts are written")


def begin() -> None:
    """Stand on the first count of the first activity."""
    tab_to("Commencer les votes")
    press("Return")
    until_first_count()


def until_first_count() -> None:
    """Wait until counts can be typed."""
    until(lambda: focused().startswith("Agents du métier, Substitution · Hyp. basse, Faible"), "counts can be typed")


def type_votes(rows: tuple[Row, ...]) -> None:
    """Type counts from where the keyboard is, and go on to the next."""
    for row in rows:
        for count in row:
            if count:
                type_words(str(count))
            press("Tab")


def reveal(shell: Shell) -> None:
    """Show the votes."""
    tab_to("Dévoiler")
    press("Return")
    until(lambda: page(shell).room.is_revealed, "the votes are shown")


def keep(shell: Shell) -> None:
    """Keep what the votes propose."""
    task = page(shell).room.task
    press("Ctrl+Return")
    talk = sitting(shell).talk(task.id if task else "")
    assert talk is not None
    assert talk.is_settled


def first_round(shell: Shell) -> None:
    """All vote on each of the ten activities; where they agree, the decision is kept."""
    for at in range(len(LOW)):
        type_votes(FIRST if at in SPLIT else agreed(at))
        reveal(shell)
        if at not in SPLIT:
            keep(shell)
        if at + 1 < len(LOW):
            press("PageDown")
            until_first_count()


def vote_again(shell: Shell, at: int) -> None:
    """Open another round on an activity."""
    press("PageUp" if page(shell).room.position > at else "PageDown", abs(page(shell).room.position - at))
    tab_to("Nouveau tour…")
    press("Return")
    until(lambda: focused() == "Nouveau tour", "a new round is asked first")
    press("Return")
    until_first_count()


def hold(witness: Path) -> None:
    """The workshop until the power fails."""
    i18n.use_language("fr")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = theme.application([])
    theme.install(theme.Scheme.LIGHT, 1.0)
    shell = Shell(app)
    shell.window.show()
    until(shell.window.isActiveWindow, "the window is in front")
    open_the_case(shell)
    prepare(shell)
    place("Avant la séance", BEFORE)
    begin()
    first_round(shell)
    vote_again(shell, SPLIT[0])
    type_votes(SECOND)
    reveal(shell)
    keep(shell)
    vote_again(shell, SPLIT[1])
    type_votes(SECOND[:BEFORE_THE_END])
    assert shell.session.study is not None
    write_study_json(shell.session.study, witness)
    QEventLoop().exec()


if __name__ == "__main__":
    hold(Path(sys.argv[1]))

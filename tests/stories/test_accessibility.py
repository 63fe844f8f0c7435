"""What a screen reader finds: every control has a name, in French, cells answer in words, and presses work."""

import re
from collections.abc import Callable, Iterator

import pytest

from tests.stories.accessibility import Node
from tests.stories.conftest import Launch
from tests.stories.keyboard import plain
from tests.stories.program import Program
from tests.words import committed, key, said

pytestmark = pytest.mark.display

CONTROLS = {
    "push button",
    "toggle button",
    "button menu",
    "check box",
    "radio button",
    "combo box",
    "text",
    "spin button",
    "spin box",
    "page tab",
    "page tab list",
    "table",
    "tree table",
    "list",
    "link",
    "menu item",
    "progress bar",
    "dialog",
    "frame",
}
PLACEHOLDER = re.compile(r"\{\w+\}")
# shorter messages with a placeholder are signs more than words, and fit anything
FEWEST_LETTERS = 4


def test_every_control_of_an_open_study_is_named_in_french(launch: Launch) -> None:
    program = launch("demo")
    english = _english()
    found = {scene: _faults(program, english, fewest) for scene, fewest in _through_the_study(program)}
    assert {scene: faults for scene, faults in found.items() if faults} == {}


def test_every_control_of_the_start_page_is_named_in_french(launch: Launch) -> None:
    demonstration = launch("demo")
    demonstration.shown("Matrice de cotation", "table")
    demonstration.choose("Quitter")
    demonstration.wait_for_end()
    program = launch()
    program.shown("Ouvrir Démonstration", "push button")
    found = {"start": _faults(program, _english(), 7)}
    program.press("Nouvelle étude", "push button")
    program.shown("Métiers du catalogue", "list")
    found["new study"] = _faults(program, _english(), 9)
    assert found == {"start": [], "new study": []}


def test_the_cells_of_the_matrix_answer_in_words(launch: Launch) -> None:
    program = launch("demo")
    matrix = program.shown("Matrice de cotation", "table")
    rows, columns = program.tree.size(matrix)
    assert (rows, columns) == (10, 11)
    words = [[plain(program.tree.cell(matrix, row, column).name) for column in range(columns)] for row in range(rows)]
    assert words[0][5] == f"{words[0][0]}, décision, hypothèse basse : Moyen"
    assert words[0][10] == f"{words[0][0]}, décision, hypothèse haute : Fort"
    said_in_words = re.compile(
        r"(maturité|acceptabilité|ROI|proposition|décision), hypothèse (basse|haute) : "
        r"(Faible|Moyen|Fort|non coté|aucune)(, [\w’ ]+)*"
    )
    for title, *cells in words:
        for cell in cells:
            assert said_in_words.fullmatch(cell.removeprefix(f"{title}, ")), cell


def test_what_a_screen_reader_presses_or_toggles_is_done(launch: Launch) -> None:
    program = launch("demo")
    program.press("Fort", "push button")
    program.shown("Fort, retenu", "push button")
    program.shown("Enregistré à", "label")
    program.press("5 Résultats", "push button")
    program.shown("4 à 6 activités sur 10", "label")
    program.press("Étude", "push button")
    program.press("Fort 100", "radio button", "Toggle")
    program.press("5 Résultats", "push button")
    program.shown("60 % à 70 %".replace(" %", "\u00a0%"), "label")


CLOSED_BY = {"catalogue": "Fermer", "export": "Annuler", "backups": "Annuler"}


def _through_the_study(program: Program) -> Iterator[tuple[str, int]]:
    """Every page and panel in turn, with the least number of controls it must have for the walk to be believed."""
    for scene, (go, seen, fewest) in _scenes(program).items():
        go()
        program.shown(*seen)
        yield scene, fewest
        if scene in CLOSED_BY:
            program.press(CLOSED_BY[scene], "push button")


def _scenes(program: Program) -> dict[str, tuple[Callable[[], None], tuple[str, str], int]]:
    press, choose = program.press, program.choose
    return {
        "rating": (lambda: None, ("Matrice de cotation", "table"), 50),
        "professions": (lambda: press("2 Métiers"), ("Métiers de l’étude", "table"), 50),
        "catalogue": (lambda: press("Depuis le catalogue"), ("Métiers du catalogue", "list"), 53),
        "tasks": (lambda: choose("3 Activités"), ("Activités du métier", "table"), 50),
        "split": (lambda: _split(program), ("Intitulés", "text"), 52),
        "results": (lambda: press("5 Résultats"), ("Changer de règle", ""), 55),
        "findings": (lambda: press("constats", "push button"), ("Constats", "list"), 55),
        "chart in words": (lambda: press("Lire en texte"), ("Le graphique en texte", "text"), 55),
        "scenarios": (lambda: press("6 Scénarios"), ("Temps de travail exposé par métier", "table"), 48),
        "study": (lambda: press("Étude", "push button"), ("Établissement", "text"), 65),
        "export": (lambda: choose("Exporter"), ("Exporter", "dialog"), 50),
        "backups": (lambda: choose("Restaurer"), ("Restaurer", "dialog"), 50),
        "check": (lambda: choose("Vérifier"), ("regarder", "list"), 50),
        "help": (lambda: choose("Aide sur"), ("Fermer", "push button"), 50),
        "palette": (lambda: choose("Chercher"), ("Résultats de la recherche", "list"), 50),
        "about": (lambda: choose("À propos"), ("Webinaire inter-CHU", "label"), 45),
    }


def _split(program: Program) -> None:
    program.shown_focused("Activités du métier")
    program.tree.press_key("Down")
    program.press("Scinder…")


def _faults(program: Program, english: re.Pattern[str], fewest: int) -> list[str]:
    """The controls on the screen that have no name, and whatever is called or described in English."""
    nodes = program.nodes()
    controls = [node for node in nodes if _is_control(node)]
    faults = [] if len(controls) >= fewest else [f"only {len(controls)} controls, {fewest} expected"]
    faults += [f"{node.role} without a name" for node in controls if not program.tree.label(node).strip()]
    told = [(node.role, words) for node in nodes for words in (node.name, node.description)]
    return faults + [f"{role}: “{words}”" for role, words in told if english.fullmatch(words)]


def _is_control(node: Node) -> bool:
    return node.role == "menu item" or (node.is_showing and (node.role in CONTROLS or node.is_focusable))


def _english() -> re.Pattern[str]:
    """The source words that are said otherwise in French."""
    messages = [message for message in committed() if message.id and key(message) != said(message)[0]]
    sources = {form for message in messages for form in ([message.id] if isinstance(message.id, str) else message.id)}
    plain_or_long = [
        source.replace("&", "")
        for source in sources
        if not PLACEHOLDER.search(source) or _letters(source) >= FEWEST_LETTERS
    ]
    return re.compile("|".join(".+".join(map(re.escape, PLACEHOLDER.split(source))) for source in plain_or_long))


def _letters(source: str) -> int:
    return sum(letter.isalpha() for letter in PLACEHOLDER.sub("", source))

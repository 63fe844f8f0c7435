"""Every letter on the projector can be read at eight metres, and stands where it can be seen."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtSvg import QSvgGenerator

from impactapp import palette
from impactapp.domain.level import Level
from impactapp.domain.workshop import Counts
from impactapp.ui import theme
from impactapp.ui.projector_painting import paint
from impactapp.ui.projector_slide import LevelWords, Slide, Votes
from tests.builders import SECRETARY_MATRIX

SIZES = ((1280, 720), (1920, 1080), (1024, 768), (3840, 2160))
LEVELS = tuple(
    LevelWords(level, letters, word, "L’IA fait une partie de l’activité ; l’humain fait le reste et contrôle.")
    for level, letters, word in zip(Level, ("Fa", "Mo", "Fo"), ("Faible", "Moyen", "Fort"), strict=True)
)
GROUPS = tuple((f"Représentants du personnel {number}", Counts(10, 20, 30)) for number in range(6))
MANY = Votes(
    *(Counts(60, 120, 180), GROUPS, "Non affichés : Encadrement"),
    *("Consensus 0,43 : à rediscuter. Faible et Fort tous deux votés.", "360 voix", ""),
)
FEW = Votes(Counts(2, 5, 2), (), "", "Consensus 0,56 : majorité.", "9 voix", "")
NONE = Votes(None, (), "", "", "", "Moins de 5 votes : rien n’est affiché, pour que personne ne soit reconnu.")
LONGEST = max((title for title, _low, _high in SECRETARY_MATRIX), key=len)


def slide(title: str, votes: Votes | None) -> Slide:
    question = "Dans l’hypothèse haute, à quel point l’IA peut-elle s’y substituer ?"
    return Slide(
        "Secrétaire médicale · tour 2", "8 / 10", "1:02:10", True, "simulé", title, question, "", LEVELS, votes
    )


SMALL = replace(FEW, not_shown="Non affichés : Agents du métier, Encadrement, Représentants du personnel")
SCENES = {
    f"{name}, {size} title": slide(title, votes)
    for name, votes in (
        *(("voting", None), ("few", FEW), ("groups", MANY), ("small groups", SMALL), ("nothing shown", NONE)),
    )
    for size, title in (("short", "Tenue à jour du dossier patient"), ("longest", LONGEST))
}


def letters(shown: Slide, width: int, height: int) -> Iterator[tuple[str, int, float]]:
    """Every text that is painted, with the size of its letters in pixels and the height it stands at."""
    target, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(target)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(QSize(width, height))
    drawing.setResolution(96)
    painter = QPainter(drawing)
    paint(painter, width, height, shown, palette.LIGHT)
    painter.end()
    for group in ElementTree.fromstring(bytes(target.data())).iter("{http://www.w3.org/2000/svg}g"):
        for text in group.findall("{http://www.w3.org/2000/svg}text"):
            size = text.get("font-size") or group.get("font-size")
            yield "".join(text.itertext()), int(float(size or 0)), float(text.get("y", "0"))


def capital(pixels: int) -> int:
    font = QFont(theme.font("body"))
    font.setPixelSize(pixels)
    return QFontMetrics(font).capHeight()


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", SCENES)
def test_every_letter_is_a_twenty_fifth_of_the_height_at_least(scene: str, size: tuple[int, int]) -> None:
    width, height = size
    painted = list(letters(SCENES[scene], width, height))
    assert len(painted) > 5
    assert [words for words, pixels, _at in painted if capital(pixels) < height / 25] == []
    assert [words for words, _pixels, at in painted if not 0 < at < height] == []


@pytest.mark.usefixtures("look")
def test_the_whole_of_the_longest_activity_is_shown_while_people_vote() -> None:
    painted = " ".join(words for words, _pixels, _at in letters(SCENES["voting, longest title"], 1280, 720))
    assert LONGEST in " ".join(painted.split())


@pytest.mark.usefixtures("look")
def test_groups_that_are_not_shown_are_named_also_where_none_is() -> None:
    painted = [words for words, _pixels, _at in letters(SCENES["small groups, longest title"], 1280, 720)]
    assert [words for words in painted if words.startswith("Non affichés")]

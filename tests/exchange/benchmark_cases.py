"""An establishment of five professions with an outside measure, one of them under two codes, and two without."""

from dataclasses import replace

from impactapp.domain.level import Level
from impactapp.domain.profession import Profession
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FA, FO, MO

WHY = "Chez nous, l’accueil pèse plus."


def coded(number: int, codes: tuple[str, ...], *levels: tuple[Level | None, Level | None]) -> Profession:
    """A profession of these codes, decided at these levels."""
    tasks = tuple(builders.task(number * 100 + at, low, high) for at, (low, high) in enumerate(levels))
    return replace(builders.profession(number, tasks), isco08=codes)


def measured() -> Study:
    """The secretary first."""
    secretary = replace(builders.secretary().professions[0], isco08=("3344",), difference=WHY)
    return builders.study(
        secretary,
        coded(2, ("3221", "2221"), (FA, FA), (MO, FO)),
        coded(3, ("5321",), (FA, FA)),
        coded(4, ("3252",), (FO, FO)),
        coded(5, ("4226",), (MO, None)),
        coded(6, ()),
        coded(7, ("9999",)),
    )

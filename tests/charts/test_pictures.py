"""Pictures of the secretary case, and of one with criteria, against the ones a person looked at.

After a wanted change: ``python -m tests.charts.test_pictures`` draws them again; look at each before committing it.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from impactapp import i18n, palette
from impactapp.charts import catalogue
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import analyse
from impactapp.domain.level import Level
from impactapp.domain.profession import Task
from impactapp.domain.rating import Judgement
from impactapp.domain.study import Study
from tests.builders import FA, MO, criteria, decided, profession, secretary, skilled, study, task
from tests.charts.skill_studies import many_skills

SEEN = Path(__file__).parent / "pictures"
SCHEMES = {"light": palette.LIGHT, "dark": palette.DARK, "contrast": palette.HIGH_CONTRAST}
CASES = [(name, scheme, "secretary") for name in catalogue.CHARTS for scheme in ("light", "dark")]
CASES += [("criteria", "light", "rated"), ("matrix", "contrast", "rated")]
CASES += [(name, scheme, "skilled") for name in ("skill_map", "exposure", "holders") for scheme in ("light", "dark")]
CASES += [("skill_map", "light", "many"), ("skill_map", "contrast", "many"), ("holders", "light", "many")]
TILE = (30, 20)
# a wrong letter in a label is 10, a wrong level 50
TOLERANCE = 6.0


def rated() -> Study:
    """Criteria at every level, one told in words only, one not rated, a decision that is missing."""

    def one(number: int) -> Task:
        low = criteria(Level(1 + number % 3), Level(1 + number * 2 % 3), MO if number % 2 else FA)
        return replace(task(number), low=replace(low, substitution=Judgement(MO)), high=decided(Level.FORT))

    only_words = replace(task(7, MO), low=replace(decided(MO), maturity=Judgement(None, "Marché mature")))
    return study(profession(1, (*(one(number) for number in range(1, 7)), only_words, task(8)), 12.5))


def picture(name: str, scheme: str, shown: Study) -> Image.Image:
    """The figure, small enough to keep and large enough to see a label move."""
    results = analyse(shown)
    subject = Subject(shown.professions[0].id)
    height = round(catalogue.preferred_height(name, results, subject, 900))
    drawn = catalogue.render(name, results, subject, catalogue.Look(SCHEMES[scheme]), 900, height, 96)
    image = Image.frombytes("RGBA", (drawn.width, drawn.height), drawn.rgba).convert("RGB")
    return image.resize((450, image.height // 2), Image.Resampling.LANCZOS)


def study_of(case: str) -> Study:
    return many_skills(12) if case == "many" else {"rated": rated, "skilled": skilled}.get(case, secretary)()


def approved(name: str, scheme: str, case: str) -> Path:
    return SEEN / f"{name}-{scheme}{'' if case == 'secretary' else f'-{case}'}.png"


def difference(one: Image.Image, other: Image.Image) -> float:
    """How much the most different tile differs: in the mean of a whole picture a wrong label disappears."""
    apart = ImageChops.difference(one, other)
    tiles = [
        apart.crop((x, y, min(x + TILE[0], apart.width), min(y + TILE[1], apart.height)))
        for x in range(0, apart.width, TILE[0])
        for y in range(0, apart.height, TILE[1])
    ]
    return max(max(ImageStat.Stat(tile).rms) for tile in tiles)


@pytest.mark.parametrize(("name", "scheme", "case"), CASES)
def test_the_figure_looks_as_it_was_approved(name: str, scheme: str, case: str) -> None:
    with Image.open(approved(name, scheme, case)) as seen:
        drawn = picture(name, scheme, study_of(case))
        assert drawn.size == seen.size
        assert difference(drawn, seen.convert("RGB")) < TOLERANCE


@pytest.mark.parametrize("name", ["matrix", "interval", "leverage"])
@pytest.mark.parametrize(
    "change",
    [
        lambda first: replace(first, low=decided(FA)),
        lambda first: replace(first, title=first.title.replace("Accueil", "Acceuil")),
    ],
)
def test_one_level_or_one_label_that_changes_is_seen_by_the_comparison(
    name: str, change: Callable[[Task], Task]
) -> None:
    before = secretary()
    made = before.professions[0]
    other = replace(before, professions=(replace(made, tasks=(change(made.tasks[0]), *made.tasks[1:])),))
    assert difference(picture(name, "light", before), picture(name, "light", other)) > TOLERANCE


if __name__ == "__main__":
    i18n.use_language("fr")
    SEEN.mkdir(exist_ok=True)
    for chart, colours, which in CASES:
        picture(chart, colours, study_of(which)).save(approved(chart, colours, which), optimize=True)
    sys.stdout.write(f"{SEEN}\n")

"""Pictures of the secretary case, against the ones a person looked at.

After a wanted change: ``python -m tests.charts.test_pictures`` draws them again; look at each before committing it.
"""

import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from impactapp import i18n, palette
from impactapp.charts import catalogue
from impactapp.domain.analysis.results import analyse
from tests.builders import secretary

SEEN = Path(__file__).parent / "pictures"
SCHEMES = {"light": palette.LIGHT, "dark": palette.DARK}
TOLERANCE = 1.5


def picture(name: str, scheme: str) -> Image.Image:
    """The figure, small enough to keep and large enough to see a label move."""
    results = analyse(secretary())
    height = round(catalogue.preferred_height(name, results, "sec"))
    drawn = catalogue.render(name, results, "sec", catalogue.Look(SCHEMES[scheme]), 900, height, 96)
    image = Image.frombytes("RGBA", (drawn.width, drawn.height), drawn.rgba).convert("RGB")
    return image.resize((450, image.height // 2), Image.Resampling.LANCZOS)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", catalogue.CHARTS)
def test_the_figure_looks_as_it_was_approved(name: str, scheme: str) -> None:
    with Image.open(SEEN / f"{name}-{scheme}.png") as approved:
        drawn = picture(name, scheme)
        assert drawn.size == approved.size
        difference = ImageStat.Stat(ImageChops.difference(drawn, approved.convert("RGB")))
    assert max(difference.rms) < TOLERANCE


def test_a_level_that_changes_is_seen_by_the_comparison() -> None:
    light, dark = picture("interval", "light"), picture("matrix", "light").resize(picture("interval", "light").size)
    assert max(ImageStat.Stat(ImageChops.difference(light, dark)).rms) > 5 * TOLERANCE


if __name__ == "__main__":
    i18n.use_language("fr")
    SEEN.mkdir(exist_ok=True)
    for chart in catalogue.CHARTS:
        for colours in SCHEMES:
            picture(chart, colours).save(SEEN / f"{chart}-{colours}.png", optimize=True)
    sys.stdout.write(f"{SEEN}\n")

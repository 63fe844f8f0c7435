"""Pictures of the figures of scenarios against the ones a person looked at.

After a wanted change: ``python -m tests.charts.test_scenario_pictures`` draws them again; look at each.
"""

import sys
from dataclasses import replace

import pytest
from PIL import Image

from impactapp import i18n
from impactapp.charts import catalogue
from tests.charts.test_pictures import SEEN, TOLERANCE, approved, difference, picture
from tests.scenario_builders import projected
from tests.staff_builders import PRUDENT, STATED

CASES = [(name, scheme, "projected") for name in catalogue.SCENARIO_CHARTS for scheme in ("light", "dark")]
CASES += [("bridge", "light", "unset"), ("fan", "contrast", "projected")]
STUDIES = {"projected": projected, "unset": lambda: projected(STATED)}


@pytest.mark.parametrize(("name", "scheme", "case"), CASES)
def test_the_figure_of_a_scenario_looks_as_it_was_approved(name: str, scheme: str, case: str) -> None:
    with Image.open(approved(name, scheme, case)) as seen:
        drawn = picture(name, scheme, STUDIES[case]())
        assert drawn.size == seen.size
        assert difference(drawn, seen.convert("RGB")) < TOLERANCE


@pytest.mark.parametrize("name", ["bridge", "fan"])
def test_one_setting_that_changes_is_seen(name: str) -> None:
    other = projected(replace(PRUDENT, control=0.6))
    assert difference(picture(name, "light", projected()), picture(name, "light", other)) > TOLERANCE


if __name__ == "__main__":
    i18n.use_language("fr")
    for chart, colours, which in CASES:
        picture(chart, colours, STUDIES[which]()).save(approved(chart, colours, which), optimize=True)
    sys.stdout.write(f"{SEEN}\n")

"""Pictures of the figures of practice with many skills, and in the colours of high contrast.

After a wanted change: ``python -m tests.charts.test_practice_pictures`` draws them again; look at each.
"""

import sys
from dataclasses import replace

import pytest
from PIL import Image

from impactapp import i18n
from tests.builders import FA, decided, skilled
from tests.charts.test_pictures import SEEN, TOLERANCE, approved, difference, picture, study_of

CASES = [
    *(
        (name, scheme, "skilled")
        for name in ("skill_flow", "skill_practice", "retention")
        for scheme in ("light", "dark")
    ),
    ("skill_flow", "light", "many"),
    ("skill_flow", "contrast", "skilled"),
    ("skill_practice", "light", "many"),
    ("skill_practice", "contrast", "skilled"),
    ("retention", "contrast", "skilled"),
]


@pytest.mark.parametrize(("name", "scheme", "case"), CASES)
def test_the_figure_of_practice_looks_as_it_was_approved(name: str, scheme: str, case: str) -> None:
    with Image.open(approved(name, scheme, case)) as seen:
        drawn = picture(name, scheme, study_of(case))
        assert drawn.size == seen.size
        assert difference(drawn, seen.convert("RGB")) < TOLERANCE


@pytest.mark.parametrize("name", ["skill_flow", "skill_practice"])
def test_one_level_that_changes_is_seen_in_the_figures_of_practice(name: str) -> None:
    before = skilled()
    found = before.professions[0]
    changed = tuple(replace(task, low=decided(FA)) if task.id == "sec-2" else task for task in found.tasks)
    other = replace(before, professions=(replace(found, tasks=changed),))
    assert difference(picture(name, "light", before), picture(name, "light", other)) > TOLERANCE


if __name__ == "__main__":
    i18n.use_language("fr")
    for chart, colours, which in CASES:
        picture(chart, colours, study_of(which)).save(approved(chart, colours, which), optimize=True)
    sys.stdout.write(f"{SEEN}\n")

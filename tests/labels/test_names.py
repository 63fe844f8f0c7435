"""The words the matrix does not say are imported by who says them."""

import subprocess
import sys
from types import ModuleType

import pytest

from impactapp import labels
from impactapp.labels import skills, workshop


@pytest.mark.parametrize("words", [labels, skills, workshop], ids=lambda words: words.__name__)
def test_what_is_offered_is_there_and_no_module_in_its_place(words: ModuleType) -> None:
    assert words.__all__
    assert not [name for name in words.__all__ if isinstance(getattr(words, name), ModuleType)]


def test_the_workshop_and_the_skills_stay_unsaid_until_they_are_asked_for() -> None:
    asked = "import sys, impactapp.labels; print([m for m in sys.modules if m.startswith('impactapp.labels.')])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert "impactapp.labels.words" in done.stdout
    assert "workshop_sentences" not in done.stdout
    assert "skill_sentences" not in done.stdout

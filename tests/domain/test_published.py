"""What was published on the medical secretary is the same everywhere, whatever a copy of it became."""

from dataclasses import replace
from uuid import uuid4

from impactapp.domain.edits import ratings, tasks
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.published import PUBLISHED, as_published
from impactapp.store.catalog import secretary_demo
from tests import builders
from tests.builders import FA


def test_the_catalogue_says_what_was_published() -> None:
    demonstration = secretary_demo(lambda: str(uuid4()), None)
    found = [
        (task.title, *(task.level(hypothesis, Aspect.SUBSTITUTION) for hypothesis in Hypothesis))
        for task in demonstration.professions[0].tasks
    ]
    assert found == list(PUBLISHED)


def test_a_decision_that_was_changed_since_is_the_published_one_again() -> None:
    study = builders.secretary()
    cells = [ratings.Cell("sec-1", hypothesis, Aspect.SUBSTITUTION) for hypothesis in Hypothesis]
    changed = ratings.rate(cells, FA).change(study).professions[0]
    for one, other in zip(as_published(changed).tasks, study.professions[0].tasks, strict=True):
        for hypothesis in Hypothesis:
            assert one.level(hypothesis, Aspect.SUBSTITUTION) is other.level(hypothesis, Aspect.SUBSTITUTION)


def test_an_activity_that_was_not_published_is_left_out_whatever_its_apostrophes() -> None:
    study = tasks.rename_task("sec-1", "Autre chose").change(builders.secretary())
    curly = tasks.rename_task("sec-7", study.professions[0].tasks[6].title.replace("'", "\u2019")).change(study)
    kept = as_published(replace(curly.professions[0], id="other"))
    assert [task.id for task in kept.tasks] == [f"sec-{number}" for number in range(2, 11)]

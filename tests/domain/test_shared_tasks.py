"""An activity of several professions: found by its title, rated together in one step or apart."""

from dataclasses import replace

import pytest
from hypothesis import given

from impactapp.domain.analysis.shared_tasks import elsewhere
from impactapp.domain.edits import ratings
from impactapp.domain.edits.together import rate_together
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.problems import EditError
from impactapp.domain.profession import Profession, Task
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FA, FO, MO

HALL = Task("a1", "Accueil du patient", 0.4, builders.decided(MO, "voir"), builders.decided(FO), human_validates=True)
OTHER = Task("b1", "ACCUEIL du patient", 0.1, builders.decided(FA))
STUDY = builders.study(
    Profession("a", "Secrétaire", tasks=(HALL, Task("a2", "Codage"))),
    Profession("b", "Hôte", tasks=(Task("b0", "Garde"), OTHER)),
    Profession("c", "Cadre", tasks=(Task("c1", "Accueil"),)),
)


def test_the_same_title_in_another_profession_is_the_same_activity_whatever_its_case() -> None:
    found = elsewhere(STUDY, HALL)
    assert [(one.profession.id, one.task) for one in found] == [("b", OTHER)]
    assert [one.task for one in elsewhere(STUDY, OTHER)] == [HALL]
    assert elsewhere(STUDY, STUDY.professions[2].tasks[0]) == ()


def test_rating_together_gives_levels_and_words_and_nothing_else() -> None:
    after = rate_together("a1", HALL.title).change(STUDY)
    rated = after.professions[1].tasks[1]
    assert rated == replace(OTHER, low=HALL.low, high=HALL.high)
    assert after.professions[0] is STUDY.professions[0]
    assert after.professions[2] is STUDY.professions[2]


def test_nothing_binds_them_afterwards() -> None:
    together = rate_together("a1").change(STUDY)
    cell = ratings.Cell("a1", Hypothesis.LOW, Aspect.SUBSTITUTION)
    apart = ratings.rate([cell], FA).change(together)
    assert apart.professions[1].tasks[1].low == HALL.low


def test_an_activity_that_is_gone_is_refused() -> None:
    with pytest.raises(EditError):
        rate_together("nowhere").change(STUDY)


@given(study=builders.studies())
def test_rated_together_all_say_the_same_and_saying_it_again_changes_nothing(study: Study) -> None:
    for _profession, task in study.tasks():
        after = rate_together(task.id).change(study)
        assert all((one.task.low, one.task.high) == (task.low, task.high) for one in elsewhere(after, task))
        assert rate_together(task.id).change(after) is after

"""Edits of the matrix: levels, words, pasted blocks and accepted proposals."""

from dataclasses import replace

import pytest

from impactapp.domain.edits.edit import EditKind
from impactapp.domain.edits.ratings import Cell, accept_proposals, clear, justify, paste, rate
from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Breach, Task
from impactapp.domain.rating import Judgement
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FA, FO, MO

LOW, HIGH = Hypothesis.LOW, Hypothesis.HIGH
DECISION = Aspect.SUBSTITUTION


def study_of(*tasks: Task) -> Study:
    return builders.study(builders.profession(1, tasks))


def level(study: Study, hypothesis: Hypothesis, aspect: Aspect, task_id: str = "t1") -> Level | None:
    return next(task.level(hypothesis, aspect) for _, task in study.tasks() if task.id == task_id)


def words(study: Study, hypothesis: Hypothesis, aspect: Aspect) -> str:
    return next(task.judgement(hypothesis, aspect).text for _, task in study.tasks())


def test_many_cells_take_one_level() -> None:
    study = study_of(builders.task(1), builders.task(2))
    cells = [Cell("t1", LOW, Aspect.MATURITY), Cell("t1", HIGH, DECISION), Cell("t2", LOW, DECISION)]
    rated = rate(cells, MO).change(study)
    assert level(rated, LOW, Aspect.MATURITY) is MO
    assert level(rated, HIGH, DECISION) is MO
    assert level(rated, LOW, DECISION, "t2") is MO
    assert level(rated, HIGH, DECISION, "t2") is None


def test_the_name_of_the_edit_tells_a_decision_from_a_rating() -> None:
    assert rate([Cell("t1", LOW, DECISION)], MO).kind is EditKind.DECIDE
    assert rate([Cell("t1", LOW, DECISION), Cell("t1", LOW, Aspect.ROI)], MO).kind is EditKind.RATE


@pytest.mark.parametrize("aspect", list(Aspect))
def test_a_high_level_below_the_low_one_is_refused_for_every_aspect(aspect: Aspect) -> None:
    study = rate([Cell("t1", LOW, aspect)], MO).change(study_of(builders.task(1)))
    with pytest.raises(EditError) as refused:
        rate([Cell("t1", HIGH, aspect)], FA).change(study)
    assert refused.value.problem is Problem.HIGH_BELOW_LOW
    assert refused.value.values == {"task": "Activité 1", "aspect": aspect.value, "low": "moyen", "high": "faible"}


def test_raising_the_low_level_over_the_high_one_is_refused_but_raising_both_is_not() -> None:
    study = study_of(builders.task(1, FA, MO))
    with pytest.raises(EditError):
        rate([Cell("t1", LOW, DECISION)], FO).change(study)
    both = rate([Cell("t1", LOW, DECISION), Cell("t1", HIGH, DECISION)], FO).change(study)
    assert (level(both, LOW, DECISION), level(both, HIGH, DECISION)) == (FO, FO)


def test_rating_what_is_already_so_changes_nothing() -> None:
    study = study_of(builders.task(1, FA, MO))
    assert rate([Cell("t1", LOW, DECISION)], FA).change(study) is study
    assert rate([], FA).change(study) is study


def test_an_activity_that_is_gone_is_refused() -> None:
    with pytest.raises(EditError) as refused:
        rate([Cell("t1", LOW, DECISION), Cell("gone", LOW, DECISION)], FA).change(study_of(builders.task(1)))
    assert refused.value.problem is Problem.UNKNOWN_TASK


def test_rating_keeps_the_words_and_clearing_keeps_them_too() -> None:
    study = justify(Cell("t1", LOW, Aspect.ROI), "gain mesuré").change(study_of(builders.task(1)))
    rated = rate([Cell("t1", LOW, Aspect.ROI)], FO).change(study)
    assert words(rated, LOW, Aspect.ROI) == "gain mesuré"
    cleared = clear([Cell("t1", LOW, Aspect.ROI)]).change(rated)
    assert level(cleared, LOW, Aspect.ROI) is None
    assert words(cleared, LOW, Aspect.ROI) == "gain mesuré"


def test_clearing_leaves_no_trace_of_what_had_no_words() -> None:
    study = study_of(builders.task(1))
    rated = rate([Cell("t1", LOW, DECISION)], FO).change(study)
    assert clear([Cell("t1", LOW, DECISION)]).change(rated) == study


def test_a_cleared_high_criterion_follows_the_low_one_again() -> None:
    study = rate([Cell("t1", LOW, Aspect.ROI)], FA).change(study_of(builders.task(1)))
    own = rate([Cell("t1", HIGH, Aspect.ROI)], FO).change(study)
    assert level(clear([Cell("t1", HIGH, Aspect.ROI)]).change(own), HIGH, Aspect.ROI) is FA
    decided = study_of(builders.task(1, FA, FO))
    assert level(clear([Cell("t1", HIGH, DECISION)]).change(decided), HIGH, DECISION) is None


def test_a_cleared_high_criterion_keeps_the_words_that_are_its_own() -> None:
    low, high = Cell("t1", LOW, Aspect.ROI), Cell("t1", HIGH, Aspect.ROI)
    study = justify(low, "gain mesuré").change(rate([low], FA).change(study_of(builders.task(1))))
    own = justify(high, "gain plus tard").change(rate([high], FO).change(study))
    cleared = clear([high]).change(own)
    assert (level(cleared, HIGH, Aspect.ROI), words(cleared, HIGH, Aspect.ROI)) == (None, "gain plus tard")
    assert paste({high: None}).change(own) == cleared
    assert clear([high]).change(cleared) is cleared
    assert justify(high, "").change(cleared) == study


def test_a_cleared_high_criterion_whose_words_are_the_low_one_s_follows_it_again() -> None:
    low, high = Cell("t1", LOW, Aspect.ROI), Cell("t1", HIGH, Aspect.ROI)
    study = justify(low, "gain mesuré").change(rate([low], FA).change(study_of(builders.task(1))))
    own = rate([high], FO).change(study)
    assert words(own, HIGH, Aspect.ROI) == "gain mesuré"
    assert clear([high]).change(own) == study
    emptied = clear([low, high]).change(own)
    assert (level(emptied, HIGH, Aspect.ROI), words(emptied, HIGH, Aspect.ROI)) == (None, "gain mesuré")
    assert emptied.professions[0].tasks[0].follows(HIGH, Aspect.ROI)


def test_no_level_pasted_on_a_criterion_that_follows_leaves_it_following() -> None:
    study = justify(Cell("t1", LOW, Aspect.ROI), "gain mesuré").change(study_of(builders.task(1)))
    assert paste({Cell("t1", HIGH, Aspect.ROI): None}).change(study) is study


def test_words_on_a_following_criterion_make_it_the_high_one_s_own() -> None:
    study = rate([Cell("t1", LOW, Aspect.ROI)], MO).change(study_of(builders.task(1)))
    said = justify(Cell("t1", HIGH, Aspect.ROI), " plus tard\x00 ").change(study)
    assert words(said, HIGH, Aspect.ROI) == "plus tard"
    assert level(said, HIGH, Aspect.ROI) is MO
    assert words(said, LOW, Aspect.ROI) == ""
    assert justify(Cell("t1", HIGH, Aspect.ROI), "").merge_key == ("justify", "t1", "high", "roi")


def test_a_breach_names_the_aspect_and_both_levels() -> None:
    broken = Task("t1", "A", low=builders.criteria(FA, FO, FO), high=builders.criteria(FO, MO, FA))
    assert broken.breach() == Breach(Aspect.ACCEPTABILITY, FO, MO)
    assert builders.task(1, FA, FO).breach() is None
    assert builders.task(1, FO, None).breach() is None


def test_words_that_are_too_long_are_refused() -> None:
    with pytest.raises(EditError) as refused:
        justify(Cell("t1", LOW, Aspect.ROI), "x" * 20_001).change(study_of(builders.task(1)))
    assert refused.value.problem is Problem.TEXT_TOO_LONG


def test_a_pasted_block_gives_each_cell_its_own_level_or_none() -> None:
    study = study_of(builders.task(1, FA, MO), builders.task(2))
    pasted = paste({Cell("t1", LOW, DECISION): None, Cell("t1", HIGH, DECISION): FO, Cell("t2", LOW, DECISION): FA})
    after = pasted.change(study)
    assert (level(after, LOW, DECISION), level(after, HIGH, DECISION)) == (None, FO)
    assert level(after, LOW, DECISION, "t2") is FA


def test_a_pasted_block_with_one_breach_changes_nothing() -> None:
    study = study_of(builders.task(1), builders.task(2, FO, FO))
    with pytest.raises(EditError):
        paste({Cell("t1", LOW, DECISION): FO, Cell("t2", HIGH, DECISION): FA}).change(study)
    assert level(study, LOW, DECISION) is None


def test_accepting_decides_only_where_there_is_a_proposal() -> None:
    rated = Task("t1", "A", low=builders.criteria(MO, FO, FO), high=builders.criteria(FO, None, None))
    study = study_of(rated, builders.task(2, FA, FA), builders.task(3))
    after = accept_proposals(["t1", "t2", "t3"], HYPOTHESES).change(study)
    assert (level(after, LOW, DECISION), level(after, HIGH, DECISION)) == (MO, FO)
    assert level(after, LOW, DECISION, "t2") is FA
    assert level(after, LOW, DECISION, "t3") is None
    only_high = accept_proposals(["t1"], [HIGH]).change(study)
    assert (level(only_high, LOW, DECISION), level(only_high, HIGH, DECISION)) == (None, FO)


def test_accepting_keeps_the_reason_already_written() -> None:
    rated = Task("t1", "A", low=replace(builders.criteria(MO, MO, MO), substitution=Judgement(FO, "raison")))
    after = accept_proposals(["t1"], [LOW]).change(study_of(rated))
    assert level(after, LOW, DECISION) is MO
    assert words(after, LOW, DECISION) == "raison"


def test_untouched_professions_and_activities_stay_the_same_objects() -> None:
    study = builders.study(
        builders.profession(1, (builders.task(1), builders.task(2))), builders.profession(2, (builders.task(3),))
    )
    after = rate([Cell("t1", LOW, DECISION)], FO).change(study)
    assert after.professions[1] is study.professions[1]
    assert after.professions[0].tasks[1] is study.professions[0].tasks[1]
    assert after.professions[0].tasks[0] is not study.professions[0].tasks[0]

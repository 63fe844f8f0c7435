"""Taking what files say: one edit, every rule of the study, and the cell that is to blame where one is broken."""

from dataclasses import replace
from datetime import date

import pytest

from impactapp.domain.edits.edit import EditKind
from impactapp.domain.edits.incoming import ids_needed, take
from impactapp.domain.incoming import Cell, Change, Field, Kind, MissingRow, NewRow, Place, Refused, Said, Value
from impactapp.domain.incoming_fields import link_value
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Task
from impactapp.domain.rating import Judgement, Rating
from impactapp.domain.rule import LevelRates, Rule
from impactapp.domain.skill import BarrierState, Link, Mechanism, Stage
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FA, FO, MO

STUDY = builders.skilled()
CELL = Cell("un.xlsx", "Matrice", "D5")
TASK, SKILL, MEASURE = Place("sec", "sec-1"), Place("sec", skill_id="k1"), Place("sec", barrier_id="b1")


def change(place: Place, field: Field, after: Value, cell: Cell = CELL) -> Change:
    return Change(place, field, None, None, after, cell)


def after(*changes: Change, study: Study = STUDY) -> Study:
    return take(changes).change(study)


def task(study: Study, number: int = 0) -> Task:
    return study.professions[0].tasks[number]


def refusal(*changes: Change, new: tuple[NewRow, ...] = (), removed: tuple[MissingRow, ...] = ()) -> EditError:
    with pytest.raises(EditError) as refused:
        take(changes, new, removed).change(STUDY)
    return refused.value


def test_it_is_one_edit_with_a_name() -> None:
    edit = take([change(TASK, Field.SHARE, 0.5)], subject="un.xlsx")
    assert (edit.kind, edit.subject, edit.merge_key) == (EditKind.IMPORT, "un.xlsx", None)
    assert take(()).change(STUDY) is STUDY


def test_what_is_taken_leaves_the_rest_as_it_was() -> None:
    made = replace(STUDY, professions=(*STUDY.professions, builders.profession(2, (builders.task(1),))))
    taken = after(change(TASK, Field.SHARE, 0.5), study=made)
    assert task(taken).share == 0.5
    assert taken.professions[1] is made.professions[1]
    assert taken.professions[0].tasks[1] is made.professions[0].tasks[1]
    assert after(change(TASK, Field.SUBSTITUTION_HIGH, FO)) is STUDY


def test_the_fields_of_the_study_and_of_a_profession_are_taken() -> None:
    taken = after(
        change(Place(), Field.RULE, Rule.WEIGHTED),
        change(Place(), Field.DEFINITION_ROI, " Un gain "),
        change(Place("sec"), Field.PROFESSION_TITLE, "Assistante"),
        change(Place("sec"), Field.FTE, 12.5),
    )
    assert (taken.rule, taken.definitions.roi) == (Rule.WEIGHTED, "Un gain")
    assert (taken.professions[0].title, taken.professions[0].fte) == ("Assistante", 12.5)
    rated = replace(STUDY, custom_rates=LevelRates(0, 0.5, 1))
    assert after(change(Place(), Field.EXPOSURE_RULE, Rule.CUSTOM), study=rated).exposure_rule is Rule.CUSTOM


def test_levels_and_words_are_taken_as_the_matrix_takes_them() -> None:
    made = builders.study(builders.profession(1, (Task("t1", "Une", low=Rating(Judgement(MO, "Naissant"))),)))
    at = Place("p1", "t1")
    raised = task(after(change(at, Field.MATURITY_HIGH, FO), study=made))
    assert raised.high.maturity == Judgement(FO, "Naissant")
    worded = task(after(change(at, Field.MATURITY_HIGH_TEXT, "Mûr"), change(at, Field.MATURITY_HIGH, FO), study=made))
    assert worded.high.maturity == Judgement(FO, "Mûr")
    study = builders.study(builders.profession(1, (worded,)))
    assert task(after(change(at, Field.MATURITY_HIGH, None), study=study)).high.maturity == Judgement(None, "Mûr")
    follows = builders.study(builders.profession(1, (raised,)))
    assert task(after(change(at, Field.MATURITY_HIGH, None), study=follows)).follows(Hypothesis.HIGH, Aspect.MATURITY)
    emptied = after(change(at, Field.MATURITY_LOW, None), change(at, Field.MATURITY_LOW_TEXT, ""), study=made)
    assert task(emptied).low.maturity is None
    decided = after(change(at, Field.SUBSTITUTION_LOW, FA), study=made)
    assert task(after(change(at, Field.SUBSTITUTION_LOW, None), study=decided)).low.substitution is None


def test_skills_links_and_measures_are_taken() -> None:
    link = Place("sec", "sec-4", "k1")
    taken = after(
        change(SKILL, Field.SOURCE, "Le groupe"),
        change(link, Field.STAGE, Stage.THEORY),
        change(link, Field.INTENSITY, 2),
        change(Place("sec", "sec-2", "k1"), Field.INTENSITY, 0),
        change(Place("sec", "sec-6", "k1"), Field.FORMATIVE, False),
        change(Place("sec", "sec-6", "k1"), Field.INTENSITY, 3),
        change(MEASURE, Field.STATE, BarrierState.DECIDED),
        change(MEASURE, Field.AGAINST, (Mechanism.ATROPHY,)),
        change(MEASURE, Field.REVIEW, date(2030, 1, 1)),
    ).professions[0]
    assert taken.skills[0].source == "Le groupe"
    assert taken.skills[0].links == (
        Link("sec-4", 2, Stage.THEORY),
        Link("sec-6", 3, Stage.PRACTICE, False),
        Link("sec-9", 1),
    )
    assert (taken.barriers[0].state, taken.barriers[0].against) == (BarrierState.DECIDED, (Mechanism.ATROPHY,))
    nothing = after(change(Place("sec", "sec-4", "k1"), Field.STAGE, None))
    assert nothing is STUDY
    assert link_value(None, Field.FORMATIVE) is False


def test_new_rows_come_with_all_that_is_said_of_them() -> None:
    said = (Said(Field.SUBSTITUTION_LOW, FA, CELL), Said(Field.INTENSITY, 3, CELL, "k1"))
    new = (
        NewRow(Kind.TASK, Place("sec", "new-1"), " Relire ", said, CELL),
        NewRow(Kind.SKILL, Place("sec", skill_id="new-2"), "Coder", (Said(Field.DESCRIPTION, "x", CELL),), CELL),
        NewRow(Kind.BARRIER, Place("sec", barrier_id="new-3"), "Doubler", (Said(Field.HOURS, 4.0, CELL),), CELL),
    )
    assert ids_needed(new) == ("new-1", "new-2", "new-3")
    ids = {"new-1": "t-1", "new-2": "k-1", "new-3": "b-1"}
    settled = (
        change(Place("sec", "new-1"), Field.SHARE, 0.1),
        change(Place("sec", "new-1", "new-2"), Field.INTENSITY, 1),
    )
    taken = take(settled, new, ids=ids).change(STUDY).professions[0]
    added = taken.tasks[-1]
    assert (added.id, added.title, added.share) == ("t-1", "Relire", 0.1)
    assert (taken.skills[0].link("t-1"), taken.skills[-1].link("t-1")) == (Link("t-1", 3), Link("t-1", 1))
    assert (taken.skills[-1].id, taken.skills[-1].description) == ("k-1", "x")
    assert (taken.barriers[-1].id, taken.barriers[-1].hours_per_month) == ("b-1", 4.0)


def test_rows_that_go_take_their_links_along() -> None:
    gone = (
        MissingRow(Kind.TASK, Place("sec", "sec-2"), "x", ()),
        MissingRow(Kind.SKILL, Place("sec", skill_id="k2"), "x", ()),
    )
    taken = take((), removed=gone).change(STUDY).professions[0]
    assert "sec-2" not in {link.task_id for skill in taken.skills for link in skill.links}
    assert [skill.id for skill in taken.skills] == ["k1", "k3"]
    first = (MissingRow(Kind.SKILL, Place("sec", skill_id="k1"), "x", ()),)
    assert take((), removed=first).change(STUDY).professions[0].barriers[0].skill_ids == ()
    measure = (MissingRow(Kind.BARRIER, MEASURE, "x", ()),)
    assert take((), removed=measure).change(STUDY).professions[0].barriers == ()


@pytest.mark.parametrize(
    ("one", "problem"),
    [
        (change(TASK, Field.SUBSTITUTION_HIGH, FA), Problem.HIGH_BELOW_LOW),
        (change(TASK, Field.TITLE, builders.SECRETARY_MATRIX[3][0]), Problem.TITLE_TAKEN),
        (change(TASK, Field.SHARE, 2.0), Problem.SHARE_OUT_OF_RANGE),
        (change(SKILL, Field.SKILL_TITLE, "Archivage"), Problem.TITLE_TAKEN),
        (change(SKILL, Field.BASELINE, 1000.0), Problem.HOURS_OUT_OF_RANGE),
        (change(MEASURE, Field.HOURS, 1000.0), Problem.HOURS_OUT_OF_RANGE),
        (change(MEASURE, Field.AGAINST, ()), Problem.BARRIER_WITHOUT_MECHANISM),
        (change(Place(), Field.RULE, Rule.CUSTOM), Problem.RULE_NEEDS_RATES),
        (change(Place("sec"), Field.PROFESSION_TITLE, ""), Problem.TITLE_EMPTY),
        (change(Place("sec", "sec-4", "k1"), Field.STAGE, Stage.THEORY), Problem.LINK_WITHOUT_INTENSITY),
    ],
)
def test_a_broken_rule_refuses_all_of_it_and_names_the_cell(one: Change, problem: Problem) -> None:
    refused = refusal(change(Place("sec", "sec-2"), Field.SHARE, 0.1, Cell("un.xlsx")), one)
    assert (refused.problem, refused.values["cell"], refused.values["file"]) == (problem, "Matrice!D5", "un.xlsx")


@pytest.mark.parametrize(
    ("one", "problem"),
    [
        (change(Place("gone"), Field.FTE, 1.0), Problem.UNKNOWN_PROFESSION),
        (change(Place("sec", "gone"), Field.SHARE, 0.1), Problem.UNKNOWN_TASK),
        (change(Place("sec", skill_id="gone"), Field.SOURCE, "x"), Problem.UNKNOWN_SKILL),
        (change(Place("sec", "sec-1", "gone"), Field.INTENSITY, 1), Problem.UNKNOWN_SKILL),
        (change(Place("sec", "gone", "k1"), Field.INTENSITY, 1), Problem.UNKNOWN_TASK),
        (change(Place("sec", barrier_id="gone"), Field.NOTE, "x"), Problem.UNKNOWN_BARRIER),
    ],
)
def test_what_is_about_nothing_is_refused(one: Change, problem: Problem) -> None:
    assert refusal(one).problem is problem


def test_a_new_row_needs_an_id_and_a_title_of_its_own() -> None:
    taken = NewRow(Kind.TASK, Place("sec", "sec-1"), "Relire", (), CELL)
    assert refusal(new=(taken,)).problem is Problem.ID_TAKEN
    titled = NewRow(Kind.TASK, Place("sec", "new-1"), builders.SECRETARY_MATRIX[0][0], (), CELL)
    assert refusal(new=(titled,)).values["cell"] == "Matrice!D5"
    nowhere = NewRow(Kind.TASK, Place("gone", "new-1"), "Relire", (), CELL)
    assert refusal(new=(nowhere,)).problem is Problem.UNKNOWN_TASK
    nothing = MissingRow(Kind.SKILL, Place("sec", skill_id="gone"), "x", ())
    assert refusal(removed=(nothing,)).problem is Problem.UNKNOWN_SKILL
    assert ids_needed((replace(taken, kind=Kind.PROFESSION),)) == ("sec",)


def test_a_refused_cell_is_worded_as_it_was_raised() -> None:
    refused = Refused.of(CELL, EditError(Problem.UNKNOWN_LEVEL, text="?"))
    assert (refused.refusal.problem, refused.refusal.values) == (Problem.UNKNOWN_LEVEL, {"text": "?"})


def test_a_reading_tells_whether_any_row_kept_its_id() -> None:
    from impactapp.domain.incoming import Reading, Row

    row = Row(Kind.TASK, CELL, "x", ())
    assert not Reading("un.xlsx", (row,)).has_ids
    assert Reading("un.xlsx", (row, replace(row, place=TASK))).has_ids

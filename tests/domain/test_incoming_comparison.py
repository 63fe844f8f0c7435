"""What files say beside a study: three ways, by ids or by words, several at once."""

from dataclasses import replace
from datetime import date

import pytest

from impactapp.domain.analysis.comparison import compare, merged
from impactapp.domain.analysis.incoming_index import Index
from impactapp.domain.edits.incoming import take
from impactapp.domain.edits.ratings import Cell as Judged
from impactapp.domain.edits.ratings import rate
from impactapp.domain.incoming import Cell, Comparison, Field, Guess, Kind, Place, Reading, Row, Said, Value
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import Problem
from impactapp.domain.rule import Rule
from impactapp.domain.sameness import same
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FA, FO, MO

STUDY = builders.skilled()
TASK, SKILL, MEASURE = Place("sec", "sec-1"), Place("sec", skill_id="k1"), Place("sec", barrier_id="b1")
LINK = Place("sec", "sec-2", "k1")
ONE, OTHER = "un.xlsx", "autre.xlsx"


def row(
    place: Place | None,
    *values: tuple[Field, Value],
    kind: Kind = Kind.TASK,
    title: str = "Accueil",
    ref: str = "A5",
    source: str = ONE,
    profession: str = "",
) -> Row:
    at = [
        Said(field, value, Cell(source, "Matrice", f"{ref}.{number}")) for number, (field, value) in enumerate(values)
    ]
    return Row(kind, Cell(source, "Matrice", ref), title, tuple(at), place, profession)


def read(*rows: Row, base: Study | None = STUDY, covers: frozenset[tuple[Kind, str]] = frozenset()) -> Reading:
    return Reading(rows[0].cell.source if rows else ONE, rows, study_id="s-sec", base=base, cells=10, covers=covers)


def found(*rows: Row, study: Study = STUDY, base: Study | None = STUDY) -> Comparison:
    return compare(study, read(*rows, base=base))


def changes(comparison: Comparison) -> list[tuple[Field, Value, Value]]:
    return [(one.field, one.before, one.after) for one in comparison.changes]


def refused(comparison: Comparison) -> list[Problem]:
    return [one.problem for one in comparison.refused]


def test_what_a_file_says_otherwise_is_a_change_and_the_rest_is_not() -> None:
    comparison = found(row(TASK, (Field.SUBSTITUTION_HIGH, MO), (Field.SUBSTITUTION_LOW, MO), (Field.SHARE, 0.25)))
    assert changes(comparison) == [(Field.SUBSTITUTION_HIGH, FO, MO), (Field.SHARE, None, 0.25)]
    assert (comparison.read, comparison.unchanged, comparison.is_empty) == (13, 11, False)


def test_every_kind_of_thing_may_change() -> None:
    comparison = found(
        row(Place(), (Field.RULE, Rule.WEIGHTED), (Field.DEFINITION_LOW, "Prudent"), kind=Kind.STUDY),
        row(Place("sec"), (Field.HEADCOUNT, 40), kind=Kind.PROFESSION),
        row(SKILL, (Field.EXPERIENCED, 12), kind=Kind.SKILL),
        row(LINK, (Field.INTENSITY, 0), kind=Kind.LINK),
        row(MEASURE, (Field.START, date(2026, 5, 1)), kind=Kind.BARRIER),
        row(TASK, (Field.TITLE, "Accueillir"), (Field.MATURITY_LOW_TEXT, "Mûr")),
    )
    assert [one.field for one in comparison.changes] == [
        *(Field.RULE, Field.DEFINITION_LOW, Field.HEADCOUNT, Field.EXPERIENCED, Field.INTENSITY, Field.START),
        *(Field.TITLE, Field.MATURITY_LOW_TEXT),
    ]
    assert comparison.refused == ()


def test_the_side_that_moved_alone_wins_and_both_together_conflict() -> None:
    now = rate([Judged("sec-1", Hypothesis.HIGH, Aspect.SUBSTITUTION)], MO).change(STUDY)
    still = found(row(TASK, (Field.SUBSTITUTION_HIGH, FO)), study=now)
    assert still.is_empty
    (conflict,) = found(row(TASK, (Field.SUBSTITUTION_HIGH, None)), study=now).conflicts
    assert (conflict.base, conflict.before, conflict.after) == (FO, MO, None)
    assert found(row(TASK, (Field.SUBSTITUTION_HIGH, None)), study=now).plain == ()
    alike = found(row(TASK, (Field.SUBSTITUTION_HIGH, MO)), study=now)
    assert alike.is_empty


def test_without_a_base_there_are_two_sides_and_no_conflict() -> None:
    (change,) = found(row(TASK, (Field.SUBSTITUTION_HIGH, MO)), base=None).changes
    assert (change.base, change.is_conflict) == (FO, False)


def test_a_field_the_base_does_not_know_has_the_present_value_as_base() -> None:
    (change,) = found(row(TASK, (Field.SHARE, 0.5)), base=builders.study()).changes
    assert (change.base, change.before) == (None, None)


def test_a_row_without_an_id_is_new_and_several_sheets_add_to_it() -> None:
    comparison = found(
        row(None, (Field.SUBSTITUTION_LOW, FA), title="Relire"),
        row(None, (Field.MATURITY_LOW, FO), (Field.SUBSTITUTION_LOW, MO), title="RELIRE", ref="A9"),
        row(Place("sec", skill_id="k1"), (Field.INTENSITY, 2), kind=Kind.LINK, title="Relire"),
        row(None, (Field.DESCRIPTION, "x"), kind=Kind.SKILL, title="Coder"),
        row(None, kind=Kind.BARRIER, title="Doubler"),
    )
    assert [(one.kind, one.title) for one in comparison.new] == [
        *((Kind.TASK, "Relire"), (Kind.SKILL, "Coder"), (Kind.BARRIER, "Doubler")),
    ]
    assert [(one.field, one.value, one.skill_id) for one in comparison.new[0].said] == [
        *((Field.SUBSTITUTION_LOW, FA, ""), (Field.MATURITY_LOW, FO, ""), (Field.INTENSITY, 2, "k1")),
    ]
    assert refused(comparison) == [Problem.ROW_TWICE]
    assert len({one.place for one in comparison.new}) == 3


@pytest.mark.parametrize(
    ("one", "problem"),
    [
        (row(None, (Field.SHARE, 0.1), title=" "), Problem.ROW_WITHOUT_TITLE),
        (row(None, title="x", profession="Inconnu"), Problem.ROW_PROFESSION_UNKNOWN),
        (row(None, (Field.FTE, 3.0), kind=Kind.PROFESSION, title="Inconnu"), Problem.ROW_PROFESSION_UNKNOWN),
        (row(Place("sec", "gone"), (Field.SHARE, 0.1)), Problem.ROW_GONE),
        (row(Place("sec", "gone"), (Field.SHARE, 0.1), kind=Kind.LINK), Problem.ROW_GONE),
    ],
)
def test_a_row_that_is_about_nothing_is_refused(one: Row, problem: Problem) -> None:
    comparison = found(one)
    assert (refused(comparison), comparison.changes, comparison.new) == ([problem], (), ())


def test_an_empty_row_and_a_gone_row_that_says_nothing_are_passed_over() -> None:
    assert found(row(None, title=""), row(Place("sec", "gone"))).is_empty


def test_a_profession_is_found_by_its_title() -> None:
    assert changes(found(row(None, (Field.FTE, 12.5), kind=Kind.PROFESSION, title="SECRÉTAIRE médicale"))) == [
        (Field.FTE, 30.0, 12.5)
    ]
    named = found(row(None, title="Relire", profession=" secrétaire  médicale"))
    assert [one.place.profession_id for one in named.new] == ["sec"]


def test_a_guess_waits_to_be_confirmed_with_the_links_of_its_row() -> None:
    lost = row(None, (Field.SUBSTITUTION_HIGH, MO), title="Acueil")
    link = row(Place("sec", skill_id="k1"), (Field.INTENSITY, 1), kind=Kind.LINK, title="Acueil", ref="B9")
    guess = Guess(lost, TASK, "Accueil", 91.0)
    covers = frozenset({(Kind.TASK, "sec")})
    others = [row(Place("sec", f"sec-{number}"), ref=f"A{number}") for number in range(2, 11)]
    reading = read(lost, link, *others, covers=covers)
    waiting = compare(STUDY, reading, [guess])
    assert (waiting.guesses, waiting.changes, waiting.new, waiting.missing) == ((guess,), (), (), ())
    taken = compare(STUDY, reading, [guess], {lost.cell: TASK})
    assert [(one.place, one.field) for one in taken.changes] == [
        (TASK, Field.SUBSTITUTION_HIGH),
        (Place("sec", "sec-1", "k1"), Field.INTENSITY),
    ]
    new = compare(STUDY, reading, [guess], {lost.cell: None})
    assert ([one.title for one in new.new], [one.place for one in new.missing]) == (["Acueil"], [TASK])


def test_what_is_expected_and_is_not_there_is_missing() -> None:
    covers = frozenset({(Kind.TASK, "sec"), (Kind.SKILL, "sec"), (Kind.BARRIER, "sec"), (Kind.TASK, "unknown")})
    rows = [row(Place("sec", f"sec-{number}"), ref=f"A{number}") for number in range(1, 10)]
    comparison = compare(STUDY, read(*rows, row(SKILL, kind=Kind.SKILL), covers=covers))
    assert [(one.kind, one.title) for one in comparison.missing] == [
        (Kind.BARRIER, "Rédaction sans IA"),
        (Kind.SKILL, "Relation avec le patient"),
        (Kind.SKILL, "Archivage"),
        (Kind.TASK, builders.SECRETARY_MATRIX[9][0]),
    ]
    beside = replace(row(SKILL, kind=Kind.SKILL), is_listed=False)
    assert len(compare(STUDY, read(*rows, beside, covers=covers)).missing) == 5


def test_levels_that_break_the_order_are_refused_with_what_can_stay() -> None:
    comparison = found(row(TASK, (Field.SUBSTITUTION_HIGH, FA), (Field.SHARE, 0.4), (Field.MATURITY_LOW, MO)))
    assert refused(comparison) == [Problem.HIGH_BELOW_LOW]
    assert [one.field for one in comparison.changes] == [Field.SHARE, Field.MATURITY_LOW]
    both = found(row(Place("sec", "sec-5"), (Field.SUBSTITUTION_LOW, FO), (Field.SUBSTITUTION_HIGH, MO)))
    assert refused(both) == [Problem.HIGH_BELOW_LOW] * 2
    assert both.changes == ()


def test_changes_that_can_only_be_taken_one_by_one_are_refused_together() -> None:
    task = builders.task(1)
    bare = builders.study(builders.profession(1, (task,)))
    at = Place("p1", "t1")
    comparison = found(
        row(at, (Field.SUBSTITUTION_LOW, FO), (Field.SUBSTITUTION_HIGH, FA), (Field.SHARE, 0.1)), study=bare, base=bare
    )
    assert refused(comparison) == [Problem.HIGH_BELOW_LOW, Problem.HIGH_BELOW_LOW]
    assert [one.field for one in comparison.changes] == [Field.SHARE]
    pairs = ((Field.ROI_LOW, FO), (Field.ROI_HIGH, FA), (Field.SUBSTITUTION_LOW, FO), (Field.SUBSTITUTION_HIGH, FA))
    assert refused(found(row(at, *pairs), study=bare, base=bare)) == [Problem.HIGH_BELOW_LOW] * 4
    dates = found(row(MEASURE, (Field.START, date(2027, 1, 1)), (Field.REVIEW, date(2026, 1, 1)), kind=Kind.BARRIER))
    assert refused(dates) == [Problem.REVIEW_BEFORE_START, Problem.REVIEW_BEFORE_START]


@pytest.mark.parametrize(
    ("one", "problem"),
    [
        (row(Place(), (Field.RULE, Rule.CUSTOM), kind=Kind.STUDY), Problem.RULE_NEEDS_RATES),
        (row(Place("sec"), (Field.HEADCOUNT, -1), kind=Kind.PROFESSION), Problem.HEADCOUNT_OUT_OF_RANGE),
        (row(SKILL, (Field.BASELINE, 0), kind=Kind.SKILL), Problem.HOURS_OUT_OF_RANGE),
        (row(Place("sec", "sec-4", "k1"), (Field.FORMATIVE, True), kind=Kind.LINK), Problem.LINK_WITHOUT_INTENSITY),
        (row(TASK, (Field.TITLE, " ")), Problem.TITLE_EMPTY),
        (row(TASK, (Field.TITLE, builders.SECRETARY_MATRIX[3][0].upper())), Problem.TITLE_TAKEN),
        (row(SKILL, (Field.SKILL_TITLE, "archivage"), kind=Kind.SKILL), Problem.TITLE_TAKEN),
        (row(MEASURE, (Field.SKILLS, ("gone",)), kind=Kind.BARRIER), Problem.UNKNOWN_SKILL),
        (row(TASK, (Field.SHARE, 1.5)), Problem.SHARE_OUT_OF_RANGE),
    ],
)
def test_what_no_edit_would_let_in_is_refused(one: Row, problem: Problem) -> None:
    comparison = found(one)
    assert (refused(comparison), comparison.changes) == ([problem], ())


def test_two_professions_of_one_title_are_refused_and_two_that_change_places_are_not() -> None:
    two = builders.study(builders.profession(1), builders.profession(2))
    rename = (row(Place("p1"), (Field.PROFESSION_TITLE, "Métier 2"), kind=Kind.PROFESSION),)
    assert refused(found(*rename, study=two, base=two)) == [Problem.TITLE_TAKEN]
    back = row(Place("p2"), (Field.PROFESSION_TITLE, "Métier 1"), kind=Kind.PROFESSION, ref="A6")
    swapped = found(*rename, back, study=two, base=two)
    assert [one.title for one in take(swapped.changes).change(two).professions] == ["Métier 2", "Métier 1"]


def test_several_files_are_one_where_they_agree_and_side_by_side_where_they_do_not() -> None:
    first = found(
        row(TASK, (Field.SUBSTITUTION_HIGH, MO), (Field.SHARE, 0.2)),
        row(None, (Field.SHARE, 0.1), title="Relire", ref="A7"),
    )
    second = found(
        row(TASK, (Field.SUBSTITUTION_HIGH, None), (Field.SHARE, 0.2), source=OTHER),
        row(None, (Field.SHARE, 0.3), (Field.MATURITY_LOW, FA), title="relire", source=OTHER),
        row(None, title="Trier", source=OTHER, ref="A8"),
    )
    both = merged([first, second])
    assert (both.sources, both.read) == ((ONE, OTHER), first.read + second.read)
    assert changes(both) == [(Field.SHARE, None, 0.2)]
    levels, shares = both.disagreements
    assert [(one.cell.source, one.after) for one in levels.versions] == [(ONE, MO), (OTHER, None)]
    assert [(one.cell.source, one.after) for one in shares.versions] == [(ONE, 0.1), (OTHER, 0.3)]
    assert [(one.title, [said.field for said in one.said]) for one in both.new] == [
        ("Relire", [Field.SHARE, Field.MATURITY_LOW]),
        ("Trier", []),
    ]
    assert len({one.place for one in both.new}) == 2


def test_new_links_of_two_files_disagree_on_their_skill() -> None:
    def link(intensity: int, source: str) -> Comparison:
        at = Place("sec", skill_id="k1")
        return found(
            row(None, title="Relire", source=source),
            row(at, (Field.INTENSITY, intensity), kind=Kind.LINK, title="Relire", source=source),
        )

    (split,) = merged([link(1, ONE), link(2, OTHER)]).disagreements
    assert (split.place.skill_id, [one.after for one in split.versions]) == ("k1", [1, 2])


def test_files_gather_what_is_missing_guessed_and_refused() -> None:
    covers = frozenset({(Kind.BARRIER, "sec")})
    lost = row(None, title="Acueil")
    one = compare(STUDY, read(lost, covers=covers), [Guess(lost, TASK, "Accueil", 80.0)])
    other = compare(STUDY, replace(read(row(Place("sec", "gone"), (Field.SHARE, 0.1)), covers=covers), source=OTHER))
    both = merged([one, other, merged([])])
    assert [(row.title, row.sources) for row in both.missing] == [("Rédaction sans IA", (ONE, OTHER))]
    assert (len(both.guesses), refused(both)) == (1, [Problem.ROW_GONE])


def test_two_sheets_that_disagree_stay_side_by_side_among_several_files() -> None:
    split = found(row(TASK, (Field.TITLE, "Un")), row(TASK, (Field.TITLE, "Deux"), ref="A6"))
    assert [one.after for one in split.disagreements[0].versions] == ["Un", "Deux"]
    assert [one.after for one in merged([split]).disagreements[0].versions] == ["Un", "Deux"]


def test_the_same_is_what_is_read_the_same() -> None:
    assert same("a\r\nb ", "a\nb")
    assert same(" a \n b", "a\n b")
    assert not same("a", "b")
    assert same(0.1 + 0.2, 0.3)
    assert same(2, 2.0)
    assert not same(0.0, None)
    assert same("\ud800", "\ud800")
    assert not same("\ud800", "a")
    assert not same("3", Level.FORT)


def test_an_index_tells_titles_and_what_is_not_there() -> None:
    index = Index(STUDY)
    assert (index.title(SKILL, Kind.SKILL), index.title(Place("sec", "gone"), Kind.TASK)) == ("Rédaction", "")
    assert list(index.rows(Kind.LINK, "sec")) == []
    assert index.profession_named("") == "sec"
    assert Index(builders.study(builders.profession(1), builders.profession(2))).profession_named("") is None
    assert index.value_or_none(None, Field.SHARE) is None

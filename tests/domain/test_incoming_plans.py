"""Staff by unit, the official count and scenarios in files that come in: compared three ways, taken in one edit."""

from dataclasses import replace

import pytest

from impactapp.domain.analysis.comparison import compare
from impactapp.domain.analysis.incoming_index import Index
from impactapp.domain.edits.incoming import ids_needed, take
from impactapp.domain.edits.staff import remove_units, set_census, set_staff
from impactapp.domain.incoming import (
    Cell,
    Change,
    Comparison,
    Field,
    Kind,
    MissingRow,
    Place,
    Reading,
    Refused,
    Row,
    Said,
    Value,
)
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Category
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Scenario, Use
from impactapp.domain.staff import Census, CensusLine, Staffing, StaffLine, Unit, UnitKind
from impactapp.domain.study import Study
from tests import builders

FILE = "retour.xlsx"
NORTH = Unit("n", "Site Nord", UnitKind.SITE)
SOUTH = Unit("s", "Site Sud", UnitKind.SITE)
WARD, OTHER = Unit("w", "Médecine", site_id="n"), Unit("o", "Médecine", site_id="s")
ALONE = Unit("c", "Chirurgie")
LINE = StaffLine("sec", "w", 20, 17.1)
COUNTED = CensusLine("ADM", "Administratifs", Category.ADMINISTRATIVE, 40, 37.5)
QUICK = Scenario("q", "Rapide", 3, Adoption.STATED, (0.1, 0.4), uses=(Use("Accueil", 0.4),))
CENSUS = Census("SAE", 2024, "CH", "", (COUNTED,))
STAFFING = Staffing((NORTH, SOUTH, WARD, OTHER, ALONE), (LINE,), CENSUS)
STUDY = replace(builders.skilled(), staffing=STAFFING, scenarios=(QUICK, Scenario("p", "Prudent")))
WARD_AT, LINE_AT = Place(unit_id="w"), Place("sec", unit_id="w")
GROUP_AT, QUICK_AT = Place(group="ADM"), Place(scenario_id="q")


def said(field: Field, value: Value, ref: str = "A1") -> Said:
    return Said(field, value, Cell(FILE, "Effectifs", ref))


def row(kind: Kind, place: Place | None, *values: Said, title: str = "", profession: str = "") -> Row:
    return Row(kind, Cell(FILE, "Effectifs", "A1"), title, values, place, profession)


def found(*rows: Row, now: Study = STUDY, covers: frozenset[tuple[Kind, str]] = frozenset()) -> Comparison:
    return compare(now, Reading(FILE, rows, study_id=STUDY.id, base=STUDY, covers=covers))


def change(place: Place, field: Field, after: Value, ref: str = "A1") -> Change:
    return Change(place, field, None, None, after, Cell(FILE, "Effectifs", ref))


def taken(*changes: Change, study: Study = STUDY) -> Study:
    return take(changes).change(study)


def blamed(*changes: Change, study: Study = STUDY) -> tuple[Problem, str]:
    with pytest.raises(EditError) as refused:
        take(changes).change(study)
    return refused.value.problem, refused.value.values.get("cell", "")


def test_units_are_named_by_their_title_with_their_site_or_by_one_that_is_alone() -> None:
    index = Index(STUDY)
    assert index.unit_named("médecine  (site nord)") == "w"
    assert index.unit_named("Chirurgie") == "c"
    assert index.unit_named("Médecine") is None
    assert index.unit_named("Balnéo") is None
    assert list(index.rows(Kind.STAFF, "")) == [(LINE_AT, "Secrétaire médicale, Médecine (Site Nord)")]
    assert list(index.rows(Kind.TASK, "nobody")) == []
    assert list(index.rows(Kind.LINK, "sec")) == []
    assert Index(builders.skilled()).groups == {}


def test_each_kind_is_there_where_the_study_has_it() -> None:
    index = Index(STUDY)
    assert all(index.has(kind, at) for kind, at in ((Kind.UNIT, WARD_AT), (Kind.CENSUS, GROUP_AT)))
    assert index.has(Kind.SCENARIO, QUICK_AT)
    assert index.has(Kind.STAFF, Place("sec", unit_id="c"))
    assert not index.has(Kind.STAFF, Place("nobody", unit_id="c"))
    assert (index.states(Kind.STAFF, LINE_AT), index.states(Kind.STAFF, Place("sec", unit_id="c"))) == (True, False)
    assert index.states(Kind.UNIT, WARD_AT)
    assert index.value(Place("sec", unit_id="c"), Field.STAFF_FTE) is None
    assert index.value(QUICK_AT, Field.ADOPTED_2) == 0.4
    assert index.value(QUICK_AT, Field.ADOPTED_3) is None
    assert index.value(QUICK_AT, Field.HORIZON) == 3
    assert index.value(GROUP_AT, Field.CENSUS_CATEGORY) is Category.ADMINISTRATIVE


def test_changes_of_all_kinds_are_found_and_taken_in_one_edit() -> None:
    values = (
        (Kind.UNIT, WARD_AT, Field.UNIT_TITLE, " Médecine A "),
        (Kind.STAFF, LINE_AT, Field.STAFF_HEADCOUNT, 21),
        (Kind.CENSUS, GROUP_AT, Field.CENSUS_FTE, 38.0),
        (Kind.SCENARIO, QUICK_AT, Field.SCENARIO_RULE, Rule.WEIGHTED),
        (Kind.SCENARIO, QUICK_AT, Field.ADOPTED_3, 0.9),
    )
    changes = found(*(row(kind, at, said(field, value)) for kind, at, field, value in values)).changes
    assert [one.field for one in changes] == [field for _kind, _at, field, _value in values]
    after = take(changes).change(STUDY)
    assert after.staffing.units[2].title == "Médecine A"
    assert after.staffing.lines == (replace(LINE, headcount=21),)
    assert after.staffing.census == replace(CENSUS, lines=(replace(COUNTED, fte=38.0),))
    assert after.scenarios[0] == replace(QUICK, rule=Rule.WEIGHTED, stated=(0.1, 0.4, 0.9))
    assert after.professions is STUDY.professions


def test_staff_is_matched_by_its_words_and_refused_where_they_name_nothing() -> None:
    number = said(Field.STAFF_FTE, 2.0)
    named = row(Kind.STAFF, None, number, title="Chirurgie", profession="Secrétaire médicale")
    assert [one.place for one in found(named).changes] == [Place("sec", unit_id="c")]
    no_unit = row(Kind.STAFF, None, number, title="Balnéo", profession="Secrétaire médicale")
    assert [one.problem for one in found(no_unit).refused] == [Problem.ROW_UNIT_UNKNOWN]
    nobody = row(Kind.STAFF, None, number, title="Chirurgie", profession="Nobody")
    assert [one.problem for one in found(nobody).refused] == [Problem.ROW_PROFESSION_UNKNOWN]


def test_a_new_unit_is_added_with_what_is_said_of_it_and_a_new_group_is_not() -> None:
    unit = row(Kind.UNIT, None, said(Field.UNIT_SITE, "s"), title="Urgences")
    new = found(unit).new
    assert [(one.kind, one.place) for one in new] == [(Kind.UNIT, Place(unit_id="new-1"))]
    after = take((), new, ids=dict.fromkeys(ids_needed(new), "u")).change(STUDY)
    assert after.staffing.units[-1] == Unit("u", "Urgences", UnitKind.SERVICE, "s")
    with pytest.raises(EditError) as refused:
        take((), new, ids=dict.fromkeys(ids_needed(new), "w")).change(STUDY)
    assert refused.value.problem is Problem.ID_TAKEN
    group = row(Kind.CENSUS, None, title="Un groupe")
    assert [one.problem for one in found(group).refused] == [Problem.CENSUS_GROUP_NEW]


def test_rows_that_are_gone_are_asked_about_and_removed() -> None:
    kinds = (Kind.UNIT, Kind.STAFF, Kind.CENSUS, Kind.SCENARIO)
    missing = found(covers=frozenset((kind, "") for kind in kinds)).missing
    assert {one.kind for one in missing} == set(kinds)
    after = take((), (), missing).change(STUDY)
    assert (after.staffing.units, after.staffing.lines, after.scenarios) == ((), (), ())
    assert after.staffing.census == replace(CENSUS, lines=())
    emptied = set_staff([StaffLine("sec", "w")], "").change(STUDY)
    assert found(now=emptied, covers=frozenset({(Kind.STAFF, "")})).missing == ()


def test_what_the_study_moved_since_is_a_conflict_and_what_it_lost_is_told() -> None:
    number = row(Kind.STAFF, LINE_AT, said(Field.STAFF_HEADCOUNT, 21))
    moved = set_staff([replace(LINE, headcount=30)], "").change(STUDY)
    assert [(one.base, one.before, one.after) for one in found(number, now=moved).conflicts] == [(20, 30, 21)]
    lost = remove_units(["w"], "").change(STUDY)
    assert [one.problem for one in found(number, now=lost).refused] == [Problem.ROW_GONE]


def test_titles_that_two_scenarios_would_share_are_refused() -> None:
    shared = found(row(Kind.SCENARIO, QUICK_AT, said(Field.SCENARIO_TITLE, "prudent")))
    assert [one.problem for one in shared.refused] == [Problem.TITLE_TAKEN]
    both = found(
        row(Kind.SCENARIO, QUICK_AT, said(Field.SCENARIO_TITLE, "Autre")),
        row(Kind.SCENARIO, Place(scenario_id="p"), said(Field.SCENARIO_TITLE, "Autre")),
    )
    assert {one.problem for one in both.refused} == {Problem.TITLE_TAKEN}
    assert both.changes == ()


def test_years_follow_one_another_up_to_the_horizon() -> None:
    late = change(QUICK_AT, Field.ADOPTED_4, 0.9, "B4")
    assert blamed(late) == (Problem.ADOPTION_YEAR_BEYOND, "Effectifs!B4")
    longer = taken(late, change(QUICK_AT, Field.HORIZON, 5), change(QUICK_AT, Field.ADOPTED_3, 0.5))
    assert longer.scenarios[0].stated == (0.1, 0.4, 0.5, 0.9)
    gap = change(QUICK_AT, Field.ADOPTED_1, None, "B1")
    assert blamed(gap) == (Problem.ADOPTION_YEAR_EMPTY, "Effectifs!B1")
    assert taken(change(QUICK_AT, Field.ADOPTED_2, None)).scenarios[0].stated == (0.1,)
    none = taken(change(QUICK_AT, Field.ADOPTED_1, None), change(QUICK_AT, Field.ADOPTED_2, None))
    assert none.scenarios[0].stated == ()


def test_uses_are_taken_as_one_list() -> None:
    uses = (Use("Accueil", 0.5), Use("Tutorat", None))
    assert taken(change(QUICK_AT, Field.USES, uses)).scenarios[0].uses == uses
    too_much = (Use("Accueil", 0.9), Use("Tutorat", 0.3))
    assert blamed(change(QUICK_AT, Field.USES, too_much, "A9")) == (Problem.USES_ABOVE_WHOLE, "Effectifs!A9")


def test_a_rule_of_the_study_names_the_cell_that_breaks_it() -> None:
    title = change(WARD_AT, Field.UNIT_TITLE, "", "A6")
    kind = change(WARD_AT, Field.UNIT_KIND, UnitKind.SITE, "B6")
    assert blamed(title)[1] == "Effectifs!A6"
    assert blamed(kind) == (Problem.SITE_IN_A_SITE, "Effectifs!B6")
    number = change(LINE_AT, Field.STAFF_FTE, -1.0, "D9")
    assert blamed(number) == (Problem.STAFF_OUT_OF_RANGE, "Effectifs!D9")


def test_a_remark_is_about_a_file_as_a_whole() -> None:
    assert Refused(Cell(FILE), Problem.WORKBOOK_TWO_SIDES).is_remark
    assert not Refused(Cell(FILE, "Matrice", "D5"), Problem.CELL_COMPUTED).is_remark


def test_what_is_about_nothing_is_refused() -> None:
    gone = Place(unit_id="z", scenario_id="z")
    assert blamed(change(gone, Field.UNIT_TITLE, "Z"))[0] is Problem.UNKNOWN_UNIT
    assert blamed(change(gone, Field.HORIZON, 4))[0] is Problem.UNKNOWN_SCENARIO
    uncounted = set_census(None).change(STUDY)
    assert blamed(change(GROUP_AT, Field.CENSUS_FTE, 1.0), study=uncounted)[0] is Problem.CENSUS_GONE
    with pytest.raises(EditError) as refused:
        take((), (), [MissingRow(Kind.CENSUS, GROUP_AT, "", (FILE,))]).change(uncounted)
    assert refused.value.problem is Problem.CENSUS_GONE


def test_services_that_two_rows_would_call_alike_are_refused_one_by_one() -> None:
    twin = row(Kind.UNIT, None, said(Field.UNIT_SITE, "n", "C9"), title="Médecine")
    fresh = row(Kind.UNIT, None, said(Field.UNIT_SITE, "s", "C8"), title="Urgences")
    moved = row(Kind.UNIT, Place(unit_id="c"), said(Field.UNIT_SITE, "s", "C7"), title="Chirurgie")
    alike = row(Kind.UNIT, Place(unit_id="o"), said(Field.UNIT_TITLE, "Chirurgie", "A6"), title="Chirurgie")
    other = row(Kind.STAFF, LINE_AT, said(Field.STAFF_FTE, 12.0))
    whole = found(twin, fresh, moved, alike, other)
    assert [(one.cell.ref, one.problem) for one in whole.refused] == [
        ("A1", Problem.TITLE_TAKEN),
        ("A6", Problem.TITLE_TAKEN),
    ]
    assert [one.title for one in whole.new] == ["Urgences"]
    assert [one.field for one in whole.changes] == [Field.UNIT_SITE, Field.STAFF_FTE]
    after = take(whole.changes, whole.new, (), dict.fromkeys(ids_needed(whole.new), "new")).change(STUDY)
    assert after.staffing.units[-1] == Unit("new", "Urgences", site_id="s")
    assert whole.read - whole.unchanged == 5

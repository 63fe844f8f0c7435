"""A workbook that comes back unchanged says nothing new; one cell that was typed in is the one difference."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from impactapp import i18n
from impactapp.domain.analysis.incoming_index import Index
from impactapp.domain.edits.incoming import take
from impactapp.domain.incoming import Field, Place, Value
from impactapp.domain.level import Level
from impactapp.domain.problems import Problem
from impactapp.domain.profession import Category
from impactapp.domain.skill import BarrierState, Criticality, Mechanism, Retention, SkillKind, Stage
from impactapp.domain.staff import UnitKind
from impactapp.domain.study import Study
from tests import builders
from tests.exchange import cases
from tests.exchange.incoming.returning import Typed, changed, compared, differences, open_cells

# an example takes a tenth of a second and fails with one cell: making it smaller is not worth minutes
_NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
# what is typed for a field, and what it means: the words are those of the French workbook
TYPED: dict[str, tuple[object, Value]] = {
    **dict.fromkeys(("title", "skill.title", "measure.title", "profession.title"), ("Autre titre", "Autre titre")),
    "share": (0.37, 0.37),
    "human_validates": ("Oui", True),
    "profession.headcount": (7777, 7777),
    "profession.fte": (6543.21, 6543.21),
    "skill.description": ("Autre\ndescription", "Autre\ndescription"),
    "skill.kind": ("Relationnelle", SkillKind.RELATIONAL),
    "skill.criticality": ("1 · utile", Criticality.USEFUL),
    "skill.retention": ("Rapidité", Retention.SPEED),
    "skill.experienced": (7001, 7001),
    "skill.trainees": (7002, 7002),
    "skill.baseline_hours": (743.5, 743.5),
    "skill.source": ("Autre source", "Autre source"),
    "measure.against": ("atrophie", (Mechanism.ATROPHY,)),
    "measure.skills": (None, ()),
    "measure.hours_per_month": (743.5, 743.5),
    "measure.team_hours": (9999.5, 9999.5),
    "measure.owner": ("Une autre fonction", "Une autre fonction"),
    "measure.start": (date(1999, 5, 4), date(1999, 5, 4)),
    "measure.review": (date(2150, 5, 4), date(2150, 5, 4)),
    "measure.state": ("Abandonnée", BarrierState.ABANDONED),
    "measure.note": ("Une autre note", "Une autre note"),
    "definition": ("D’autres mots", "D’autres mots"),
    "unit.title": ("Une autre unité", "Une autre unité"),
    "unit.kind": ("Site", UnitKind.SITE),
    "unit.site": (None, ""),
    "staff.headcount": (7777, 7777),
    "staff.fte": (6543.21, 6543.21),
    "staff.experienced": (7001, 7001),
    "staff.trainees": (7002, 7002),
    "staff.departures": (743.5, 743.5),
    "staff.vacancies": (744.5, 744.5),
    "census.title": ("Un autre groupe", "Un autre groupe"),
    "census.category": ("Direction", Category.MANAGEMENT),
    "census.headcount": (7777, 7777),
    "census.fte": (6543.21, 6543.21),
}

# what a study does not let in, whoever types it
BROKEN_RULES = {Problem.HIGH_BELOW_LOW, Problem.TITLE_TAKEN, Problem.BARRIER_WITHOUT_MECHANISM, Problem.SITE_IN_A_SITE}


def unchanged(study: Study, folder: Path) -> None:
    found = compared(cases.exported(study, folder), study)
    assert differences(found) == {}
    assert found.read == found.unchanged


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(builders.studies())
def test_any_study_comes_back_without_a_difference(study: Study) -> None:
    with TemporaryDirectory() as name:
        unchanged(study, Path(name))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_workbook_comes_back_in_either_language_whatever_is_spoken_then(language: str, tmp_path: Path) -> None:
    i18n.use_language(language)
    path = cases.exported(builders.skilled(), tmp_path)
    i18n.use_language("en" if language == "fr" else "fr")
    assert differences(compared(path, builders.skilled())) == {}


def test_votes_do_not_travel_in_the_workbook_and_a_sitting_changes_nothing(tmp_path: Path) -> None:
    unchanged(builders.workshop(), tmp_path)


@pytest.mark.parametrize("number", [1, 30, 200])
def test_studies_of_any_size_come_back(number: int, tmp_path: Path) -> None:
    unchanged(builders.large(number, 3), tmp_path)


def typed_into(sheets: dict[str, Worksheet], at: Typed, value: object) -> None:
    cell = sheets[at.sheet][at.ref]
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def expected(study: Study, at: Typed) -> tuple[object, list[tuple[Place, Field, Value]]]:
    """What to type in a cell, and what it changes."""
    index = Index(study)
    if at.about in index.skills or at.about.startswith("stage:"):
        return expected_link(index, at)
    about = Field(at.own_id) if at.about == "definition" else Field(at.about)
    place = place_of(index, at)
    before = index.value(place, about)
    typed, after = TYPED.get(at.about, (None, None))
    if at.about.endswith((".low", ".high")):
        # a level above or under breaks no rule where the other hypothesis says nothing
        after = Level.FORT if before is None else None
        typed = "FORT " if before is None else None
    elif at.about.endswith(".text"):
        typed, after = "Ligne 1\nLigne 2", "Ligne 1\nLigne 2"
    return typed, [] if after == before else [(place, about, after)]


def expected_link(index: Index, at: Typed) -> tuple[object, list[tuple[Place, Field, Value]]]:
    skill_id = at.about.removeprefix("stage:")
    place = Place(index.tasks[at.own_id][0], at.own_id, skill_id)
    link = index.skills[skill_id][1].link(at.own_id)
    if at.about == skill_id:
        after = 2 if link is None or link.intensity != 2 else 3
        return after, [(place, Field.INTENSITY, after)]
    if link is None:
        return None, []
    wanted: dict[Field, Value] = {Field.FORMATIVE: not link.formative, Field.STAGE: Stage.THEORY}
    word = "F · Théorie" if wanted[Field.FORMATIVE] else "Théorie"
    told: list[tuple[Place, Field, Value]] = [
        (place, about, after) for about, after in wanted.items() if index.value(place, about) != after
    ]
    return word, told


def place_of(index: Index, at: Typed) -> Place:
    if at.about == "definition":
        return Place()
    if at.about.startswith("profession."):
        return Place(at.own_id)
    if at.about.startswith("skill."):
        return Place(index.skills[at.own_id][0], skill_id=at.own_id)
    if at.about.startswith("measure."):
        return Place(index.barriers[at.own_id][0], barrier_id=at.own_id)
    if at.about.startswith("unit."):
        return Place(unit_id=at.own_id)
    if at.about.startswith("census."):
        return Place(group=at.own_id)
    if at.about.startswith("staff."):
        lines = index.study.staffing.lines
        (line,) = (one for one in lines if f"{one.profession_id} {one.unit_id}" == at.own_id)
        return Place(line.profession_id, unit_id=line.unit_id)
    return Place(index.tasks[at.own_id][0], at.own_id)


@settings(
    max_examples=30, phases=_NO_SHRINKING, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(builders.studies(most_professions=2, most_tasks=3), st.data())
def test_one_cell_typed_in_is_the_one_difference(study: Study, data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        path = cases.exported(study, Path(name))
        at = data.draw(st.sampled_from(open_cells(path)))
        typed, wanted = expected(study, at)
        found = compared(changed(path, lambda sheets: typed_into(sheets, at, typed)), study)
    if found.refused:
        # a rule of the study would be broken: nothing else is said, and taking it is refused as well
        assert found.changes == ()
        assert {one.cell.ref for one in found.refused} == {at.ref}
        assert {one.problem for one in found.refused} <= BROKEN_RULES
        return
    assert [(one.place, one.field, one.after) for one in found.changes] == wanted, (at, typed)
    assert (found.new, found.missing, found.guesses, found.disagreements) == ((), (), (), ())
    after = take(found.changes).change(study)
    assert (after == study) == (wanted == [])
    same = replace(after, professions=study.professions, definitions=study.definitions)
    assert replace(same, staffing=study.staffing) == study

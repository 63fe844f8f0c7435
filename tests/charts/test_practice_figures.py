"""Where practice goes, why a skill is exposed and what non-use does: what these figures say and where they lead."""

from dataclasses import replace

import pytest

from impactapp import palette
from impactapp.charts import catalogue
from impactapp.charts.catalogue import Look, Picture
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results, analyse
from impactapp.domain.profession import Task
from impactapp.domain.rating import Rating
from impactapp.domain.skill import Retention
from impactapp.domain.study import Study
from impactapp.labels.skills import model_limits, retention_limits
from tests.builders import skilled
from tests.charts.skill_studies import many_skills

OURS = ("skill_flow", "skill_practice", "retention")


def words(name: str, results: Results, skill_id: str = "") -> list[str]:
    subject = Subject(results.professions[0].profession.id, skill_id)
    told = catalogue.text_alternative(name, results, subject)
    return told.replace("\u00a0", " ").replace("\u2002", " ").splitlines()[1:]


def drawn(name: str, results: Results, skill_id: str = "", width: int = 1000, dpi: int = 96) -> Picture:
    subject = Subject(results.professions[0].profession.id, skill_id)
    height = round(catalogue.preferred_height(name, results, subject, width) * dpi / 96)
    return catalogue.render(name, results, subject, Look(palette.LIGHT), width * dpi // 96, height, dpi)


def with_retention(kind: Retention) -> Study:
    made = skilled()
    found = made.professions[0]
    changed = replace(found.skills[0], retention=kind)
    return replace(made, professions=(replace(found, skills=(changed, *found.skills[1:])),))


def undecided(*task_ids: str) -> Study:
    made = skilled()
    found = made.professions[0]

    def one(task: Task) -> Task:
        return replace(task, low=Rating(), high=Rating()) if task.id in task_ids else task

    return replace(made, professions=(replace(found, tasks=tuple(one(task) for task in found.tasks)),))


@pytest.mark.parametrize("name", ["skill_practice", "retention"])
def test_a_figure_of_one_skill_is_of_the_one_asked_for_else_of_the_most_exposed(name: str) -> None:
    results = analyse(skilled())
    assert words(name, results)[0].startswith("Rédaction")
    assert words(name, results, "nobody")[0].startswith("Rédaction")
    assert words(name, results, "k2")[0].startswith("Relation avec le patient")
    assert {mark.skill_id for mark in drawn(name, results, "k2").marks} == {"k2"}


def test_the_practice_of_a_skill_says_part_and_taken_of_each_activity_the_most_taken_first() -> None:
    told = words("skill_practice", analyse(skilled()), "k2")
    assert "atrophie 21 % à 43 % (exposition faible à moyenne)" in told[0]
    assert told[1].startswith("Accueil physique")
    assert "43 % de la pratique de cette compétence" in told[1]
    assert "21 % à 43 % de toute la pratique" in told[1]
    assert told[1].endswith("(pratique · formative)")
    assert [line.split()[0] for line in told[2:4]] == ["Identification", "Vérification"]
    assert "Pratique conservée : ○ 79 % ● 57 %" in told
    assert "exposition faible à moyenne" in told


def test_the_practice_of_a_skill_leads_from_each_activity_to_its_row() -> None:
    marks = drawn("skill_practice", analyse(skilled()), "k1").marks
    assert [mark.task_id for mark in marks] == ["", "sec-2", "sec-6", "sec-9", ""]
    assert "validée par un humain" in marks[1].text
    assert "validée par un humain" not in marks[2].text


def test_where_less_than_half_is_rated_nothing_taken_is_said_but_why() -> None:
    results = analyse(undecided("sec-2", "sec-6"))
    for name in ("skill_flow", "skill_practice"):
        told = words(name, results, "k1")
        rated = next(line for line in told if "Traitement des courriers" in line)
        assert "14 % de la pratique de cette compétence." in rated
        assert "7 %" not in rated
        assert any("Coté sur 14 % de la pratique : rien n’est calculé sous 50 %" in line for line in told)
    assert not any("Pratique conservée" in line for line in words("retention", results, "k1"))
    assert drawn("skill_practice", results, "k1").marks


def test_a_skill_without_links_says_so_and_shows_no_activity() -> None:
    results = analyse(skilled())
    told = words("skill_practice", results, "k3")
    assert told[0].startswith("Archivage : Non renseigné")
    assert [mark.task_id for mark in drawn("skill_practice", results, "k3").marks] == [""]
    assert not any("0 %" in line for line in told)


def test_the_flow_has_a_mark_for_each_skill_activity_and_link() -> None:
    results = analyse(skilled())
    found = results.professions[0]
    marks = drawn("skill_flow", results).marks
    links = {(link.task.id, shown.skill.id) for shown in found.skills for link in shown.links}
    assert {(mark.task_id, mark.skill_id) for mark in marks if mark.task_id and mark.skill_id} == links
    assert {mark.skill_id for mark in marks if not mark.task_id} == {"k1", "k2", "k3"}
    assert {mark.task_id for mark in marks if not mark.skill_id} == {task for task, _skill in links}
    assert all("Rédaction — " in mark.text for mark in marks if mark.task_id and mark.skill_id == "k1")


def test_the_flow_counts_the_activities_that_no_skill_is_linked_to() -> None:
    assert "4 activités ne sont liées à aucune compétence." in words("skill_flow", analyse(skilled()))


def test_many_skills_are_bars_whose_numbers_are_those_of_the_activities() -> None:
    results = analyse(many_skills(40))
    assert "ses morceaux sont les activités" in " ".join(words("skill_flow", results))
    marks = drawn("skill_flow", results).marks
    key = {mark.task_id: mark.text for mark in marks if mark.task_id and not mark.skill_id}
    assert key["t7"] == "7 — Activité 7"
    linked = {(link.task.id, one.skill.id) for one in results.professions[0].skills for link in one.links}
    assert {(mark.task_id, mark.skill_id) for mark in marks if mark.task_id and mark.skill_id} == linked


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("count", [3, 40])
@pytest.mark.parametrize("dpi", [96, 144])
def test_marks_of_practice_lie_inside_the_picture_and_no_two_at_one_place(name: str, count: int, dpi: int) -> None:
    picture = drawn(name, analyse(many_skills(count)), dpi=dpi)
    assert all(mark.x >= 0 and mark.x + mark.w <= picture.width + 1 for mark in picture.marks)
    assert all(mark.y >= 0 and mark.y + mark.h <= picture.height for mark in picture.marks)
    for mark in picture.marks:
        x, y = mark.x + mark.w / 2, mark.y + mark.h / 2
        assert [one for one in picture.marks if one.x < x < one.x + one.w and one.y < y < one.y + one.h] == [mark]


@pytest.mark.parametrize("name", ["skill_flow", "skill_practice"])
def test_the_limits_of_the_model_stand_under_the_figures_of_practice(name: str) -> None:
    told = catalogue.text_alternative(name, analyse(skilled()), Subject("sec")).splitlines()
    assert set(model_limits()[:3]) <= set(told)


@pytest.mark.parametrize(
    ("kind", "half", "values"),
    [
        (
            Retention.ACCURACY,
            "6,5",
            ("89,9 % (exponentielle), 92,3 %", "52,7 % (exponentielle), 53,8 %", "27,8 % (exponentielle), 7,7 %"),
        ),
        (
            Retention.MIXED,
            "11",
            ("93,9 % (exponentielle), 95,5 %", "68,5 % (exponentielle), 72,7 %", "46,9 % (exponentielle), 45,5 %"),
        ),
        (
            Retention.SPEED,
            "13",
            ("94,8 % (exponentielle), 96,2 %", "72,6 % (exponentielle), 76,9 %", "52,7 % (exponentielle), 53,8 %"),
        ),
    ],
)
def test_retention_says_its_half_life_its_source_and_three_values(
    kind: Retention, half: str, values: tuple[str, ...]
) -> None:
    told = words("retention", analyse(with_retention(kind)), "k1")
    assert f"environ {half} mois sans aucune pratique (Tatel & Ackerman 2025)" in told[1]
    for line, month, value in zip(told[2:5], (1, 6, 12), values, strict=True):
        assert line == f"Après {month} mois sans aucune pratique : {value} (linéaire)."


def test_retention_says_the_practice_kept_and_prints_every_limit() -> None:
    told = words("retention", analyse(skilled()), "k1")
    kept = "Pratique conservée : 7 % dans les deux hypothèses ; la courbe vaut pour un non-usage total."
    assert kept in told
    assert "Avec les mesures décidées ou en place : 37 %." in told
    limits = catalogue.text_alternative("retention", analyse(skilled()), Subject("sec")).splitlines()
    assert [f"– {limit}" for limit in retention_limits()] == limits[-len(retention_limits()) :]


def test_the_speed_of_a_skill_is_drawn_without_a_point_beyond_twelve_months() -> None:
    assert drawn("retention", analyse(with_retention(Retention.SPEED)), "k1").marks


@pytest.mark.parametrize("title", ["x" * 200, "$x_1^2$ \\frac{", "حالة المريض", "🏥 accueil", "« a »  b {c} %s"])
@pytest.mark.parametrize("name", OURS)
def test_any_name_of_a_skill_is_drawn(name: str, title: str) -> None:
    made = skilled()
    found = made.professions[0]
    named = replace(made, professions=(replace(found, skills=(replace(found.skills[0], title=title),)),))
    assert any(title in mark.text for mark in drawn(name, analyse(named), width=560).marks)

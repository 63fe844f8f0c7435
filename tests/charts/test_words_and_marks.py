"""What a figure says: marks that cover its rows, words that are complete, sentences where nothing can be drawn."""

import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise

import pytest

from impactapp import palette
from impactapp.charts import catalogue
from impactapp.charts.catalogue import Look, Picture
from impactapp.charts.rows import MOST_ROWS
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results, analyse
from impactapp.domain.level import Level
from impactapp.domain.profession import Profession
from impactapp.domain.rating import Judgement
from impactapp.domain.study import Study
from tests.builders import FA, FO, MO, criteria, decided, large, profession, secretary, study, task

LIGHT = Look(palette.LIGHT)
OF_ACTIVITIES = ("matrix", "interval", "leverage")


def drawn(name: str, results: Results, profession_id: str, look: Look = LIGHT, dpi: int = 96) -> Picture:
    """The figure at its own height, 1000 pixels wide."""
    height = round(catalogue.preferred_height(name, results, Subject(profession_id)) * look.scale * dpi / 96)
    return catalogue.render(name, results, Subject(profession_id), look, 1000 * dpi // 96, height, dpi)


def colours(picture: Picture) -> set[tuple[int, ...]]:
    pixels = picture.rgba
    return {tuple(pixels[at : at + 3]) for at in range(0, len(pixels), 4)}


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


@pytest.mark.parametrize("name", OF_ACTIVITIES)
def test_each_activity_has_one_mark_that_names_it(name: str) -> None:
    results = analyse(secretary())
    picture = drawn(name, results, "sec")
    titles = {task.id: task.title for task in results.professions[0].profession.tasks}
    assert {mark.task_id for mark in picture.marks} == set(titles)
    assert all(mark.text.startswith(titles[mark.task_id]) for mark in picture.marks)


@pytest.mark.parametrize("name", OF_ACTIVITIES)
@pytest.mark.parametrize("dpi", [96, 144, 192])
def test_marks_lie_inside_the_picture_and_apart(name: str, dpi: int) -> None:
    picture = drawn(name, analyse(secretary()), "sec", dpi=dpi)
    ordered = sorted(picture.marks, key=lambda mark: mark.y)
    assert all(mark.x >= 0 and mark.x + mark.w <= picture.width + 1 for mark in ordered)
    assert all(mark.y >= 0 and mark.y + mark.h <= picture.height for mark in ordered)
    assert all(one.y + one.h <= following.y + 0.01 for one, following in pairwise(ordered))


def test_the_interval_figure_puts_the_most_substitutable_first() -> None:
    words = catalogue.text_alternative("interval", analyse(secretary()), Subject("sec")).splitlines()[1:]
    assert words[0].startswith("Conception et rédaction")
    assert words[-1].startswith("Vérification")
    assert "hypothèse basse Moyen, hypothèse haute Fort" in words[4]


@pytest.mark.parametrize("name", catalogue.CHARTS)
def test_the_words_of_a_figure_leave_nothing_out(name: str) -> None:
    results = analyse(large(3, 300))
    lines = catalogue.text_alternative(name, results, Subject("p1")).splitlines()
    assert len(lines) == 1 + {"criteria": 6, "portfolio": 3}.get(name, 300)


def test_a_large_profession_is_drawn_in_part_and_says_how_much_is_left_out() -> None:
    results = analyse(large(1, MOST_ROWS + 50))
    assert len(drawn("interval", results, "p0").marks) == MOST_ROWS
    assert catalogue.preferred_height("interval", results, Subject("p0")) < 7000


@pytest.mark.parametrize("name", OF_ACTIVITIES)
def test_a_profession_without_activities_has_no_figure_but_a_sentence(name: str) -> None:
    results = analyse(study(profession()))
    assert not catalogue.is_available(name, results, Subject("p1"))
    assert catalogue.text_alternative(name, results, Subject("p1")) == "Aucune activité pour l’instant."


def test_a_study_without_professions_has_no_portfolio_but_a_sentence() -> None:
    results = analyse(study())
    assert not catalogue.is_available("portfolio", results, Subject())
    assert catalogue.text_alternative("portfolio", results, Subject()) == "Pas encore de métier."


def test_the_criteria_figure_says_that_nothing_is_rated_and_what_is_told_in_words() -> None:
    told = replace(criteria(None, None, None), maturity=Judgement(None, "Marché mature"))
    tasks = (replace(task(1, FO, FO), low=replace(told, substitution=Judgement(FO))), task(2, FA, FA))
    results = analyse(study(profession(1, tasks)))
    words = catalogue.text_alternative("criteria", results, Subject("p1"))
    assert "Aucun critère n’a encore de niveau" in words
    assert "1 activité a ses critères justifiés par un texte, sans niveau." in words
    assert drawn("criteria", results, "p1").marks[0].text in " ".join(words.splitlines())


def test_the_criteria_figure_counts_each_level() -> None:
    made = tuple(replace(task(n), low=criteria(level, MO, None)) for n, level in enumerate((FO, FO, FA), 1))
    words = catalogue.text_alternative("criteria", analyse(study(profession(1, made))), Subject("p1")).splitlines()
    assert words[1] == "Maturité, hypothèse basse\u00a0: Fort 2, Faible 1"
    assert words[5].startswith("ROI, hypothèse basse\u00a0: non coté 3")


def test_the_leverage_figure_says_why_it_is_unknown() -> None:
    results = analyse(study(profession(1, (task(1), task(2)))))
    words = catalogue.text_alternative("leverage", results, Subject("p1"))
    assert "Le levier d’une activité est connu" in words
    assert drawn("leverage", results, "p1").marks[0].text in words


def test_the_portfolio_orders_by_exposed_working_time_and_marks_the_profession() -> None:
    small = profession(1, (task(1, FO, FO),), fte=2.0)
    big = profession(2, (task(2, FO, FO),), fte=50.0)
    unknown = profession(3, (task(3, FO, FO), task(4)))
    results = analyse(study(small, big, unknown))
    assert [mark.profession_id for mark in drawn("portfolio", results, "").marks] == ["p2", "p1", "p3"]
    words = catalogue.text_alternative("portfolio", results, Subject()).replace("\u00a0", " ")
    assert "Métier 2 : taux 100 %, temps de travail exposé 50 ETP sur 50" in words
    assert "Métier 3 : Il reste 1 activité à coter." in words


@pytest.mark.parametrize(
    "title",
    ["x" * 200, "Mot " * 50, "$x_1^2$ \\frac{", "حالة المريض", "🏥 accueil", "日本", "a\u0301ccent", "_a_ {b} %s"],
)
@pytest.mark.parametrize("name", OF_ACTIVITIES)
def test_any_label_is_drawn_without_complaint(name: str, title: str) -> None:
    results = analyse(study(profession(1, (replace(task(1, MO, FO), title=title),))))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        picture = drawn(name, results, "p1")
    assert picture.marks[0].text.startswith(title)


@pytest.mark.parametrize("colours_of", [palette.LIGHT, palette.DARK, palette.HIGH_CONTRAST])
def test_the_matrix_is_painted_in_the_colours_of_the_scheme(colours_of: palette.Palette) -> None:
    seen = colours(drawn("matrix", analyse(secretary()), "sec", Look(colours_of)))
    assert rgb(colours_of.background) in seen
    assert all(rgb(colours_of.level(level).ground) in seen for level in Level)


def test_an_unrated_matrix_holds_no_level_colour() -> None:
    unrated = study(profession(1, tuple(task(n) for n in range(1, 4))))
    legend_free = drawn("interval", analyse(unrated), "p1")
    assert rgb(palette.LIGHT.accent) in colours(legend_free)
    assert all("non coté" in mark.text for mark in legend_free.marks)


def test_zoom_makes_the_same_figure_larger() -> None:
    results = analyse(secretary())
    normal, zoomed = drawn("interval", results, "sec"), drawn("interval", results, "sec", Look(palette.LIGHT, 1.5))
    assert zoomed.height == round(normal.height * 1.5)
    assert zoomed.marks[0].h == pytest.approx(normal.marks[0].h * 1.5)


def test_figures_drawn_by_several_threads_are_those_drawn_by_one() -> None:
    results = analyse(secretary())
    alone = {name: drawn(name, results, "sec").rgba for name in catalogue.CHARTS}
    with ThreadPoolExecutor(4) as pool:
        jobs = [(name, pool.submit(drawn, name, results, "sec")) for name in catalogue.CHARTS * 3]
    assert all(job.result().rgba == alone[name] for name, job in jobs)


def test_one_task_decided_low_only_is_half_drawn() -> None:
    half = Profession("p1", "Métier", tasks=(replace(task(1), low=decided(MO)),))
    results = analyse(Study("s", "Étude", professions=(half,)))
    assert drawn("interval", results, "p1").marks[0].text.endswith("hypothèse basse Moyen, hypothèse haute non coté")

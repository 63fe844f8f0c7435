"""Words in a figure stay inside it and apart from one another, from a narrow page to a wide one."""

from dataclasses import replace
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from impactapp import palette
from impactapp.charts import catalogue
from impactapp.charts.catalogue import Look
from impactapp.charts.sheet import Sheet
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results, analyse
from impactapp.domain.level import Aspect, Level
from impactapp.domain.profession import Task
from impactapp.domain.rating import Judgement
from tests.builders import FA, FO, MO, criteria, decided, large, profession, study, task
from tests.charts.skill_studies import many_skills

LONG = "Gestion et coordination médico-administrative des prises en charge complexes "


def written(name: str, results: Results, width: int) -> list[tuple[str, Bbox]]:
    """Each line of words in a figure of the first profession, with its pixels."""
    subject = Subject(results.professions[0].profession.id)
    height = round(catalogue.preferred_height(name, results, subject, width))
    figure = Figure((width / 96, height / 96), dpi=96)
    FigureCanvasAgg(figure)
    sheet = Sheet(figure, Look(palette.LIGHT), width, height)
    catalogue.draw(name, sheet, results, subject)
    figure.draw_without_rendering()
    return [(text.get_text(), text.get_window_extent()) for axes in figure.axes for text in axes.texts]


def varied(count: int) -> Results:
    """Long labels, many FTE, every kind of cell: rated, unrated, told in words only."""

    def one(number: int) -> Task:
        low = Level(1 + number % 3)
        rated = replace(criteria(low, Level(1 + number * 2 % 3), FA), substitution=Judgement(low))
        if number == 1:
            rated = replace(decided(MO), maturity=Judgement(None, "Marché mature"))
        return replace(task(number), title=f"{number} {LONG * 3}"[:200], low=rated, high=decided(FO))

    named = replace(profession(1, tuple(one(n) for n in range(1, count + 1)), 1000.5), title=LONG)
    return analyse(study(named, replace(profession(2, (task(99),), 12.5), title=LONG)))


@pytest.mark.parametrize("name", catalogue.CHARTS)
@pytest.mark.parametrize("width", [445, 560, 667, 900, 1400])
def test_no_words_are_cut_by_the_edge_or_written_over_others(name: str, width: int) -> None:
    assert_legible(written(name, varied(10), width), width)


@pytest.mark.parametrize("name", catalogue.SKILL_CHARTS)
@pytest.mark.parametrize("width", [445, 560, 830, 1400])
@pytest.mark.parametrize("count", [3, 40])
def test_no_words_on_skills_are_cut_by_the_edge_or_written_over_others(name: str, width: int, count: int) -> None:
    lines = written(name, analyse(many_skills(count)), width)
    assert [words for words, box in lines if box.y0 < -1.5] == []
    assert_legible(lines, width)


@pytest.mark.parametrize("name", ["skill_map", "exposure", "holders"])
@pytest.mark.parametrize("width", [445, 560, 830, 1100, 1400])
def test_titles_of_80_characters_and_reasons_are_written_whole(name: str, width: int) -> None:
    assert [words for words, _box in written(name, analyse(many_skills(40)), width) if words.endswith("…")] == []


@pytest.mark.parametrize("name", ["skill_map", "exposure", "holders"])
def test_a_figure_of_skills_is_not_much_taller_than_what_is_in_it(name: str) -> None:
    for width in (560, 1100):
        lines = written(name, analyse(many_skills(12)), width)
        assert -1.5 < min(box.y0 for words, box in lines if words.strip()) < 60


def assert_legible(lines: list[tuple[str, Bbox]], width: int) -> None:
    assert [words for words, box in lines if box.x0 < -1.5 or box.x1 > width + 1.5] == []
    # a pixel of room: letters of neighbouring lines may touch, they may not hide one another
    boxes = [(words, box.padded(-1.5)) for words, box in lines if words.strip()]
    over = [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if Bbox.intersection(a, b)]
    assert [(one, other) for one, other in over if not (one in _rows(lines) and other in _rows(lines))] == []


def _rows(lines: list[tuple[str, Bbox]]) -> set[str]:
    """The labels at the left: the boxes of their two lines share descenders and accents."""
    return {words for words, box in lines if box.x0 < 2}


def test_the_leverage_axis_has_figures_even_where_an_activity_moves_less_than_a_point() -> None:
    ticks = {words for words, _box in written("leverage", analyse(large(1, 300)), 1000)}
    assert {"0", "0,1", "0,2", "0,3"} <= ticks


def test_large_staff_does_not_run_into_the_end_of_the_rates() -> None:
    results = analyse(study(profession(1, (task(1, MO, FO),), 123456.5)))
    lines = dict(written("portfolio", results, 900))
    hundred = next(box for words, box in lines.items() if words.startswith("100"))
    exposed = next(box for words, box in lines.items() if "123" in words)
    assert exposed.x0 > (hundred.x0 + hundred.x1) / 2 + 12


def test_a_figure_that_only_says_why_it_is_empty_is_short() -> None:
    empty, rated = analyse(study(profession(1, (task(1, MO, FO),)))), varied(3)
    assert (
        catalogue.preferred_height("criteria", empty, Subject("p1"))
        < catalogue.preferred_height("criteria", rated, Subject("p1")) / 2
    )


def test_the_matrix_tells_what_is_said_without_a_level_and_where_there_is_no_proposal() -> None:
    words = catalogue.text_alternative("matrix", varied(3), Subject("p1")).replace("\u00a0", " ").splitlines()
    assert "hypothèse basse (Maturité : justifié par un texte, sans niveau, Acceptabilité : non coté" in words[1]
    assert "sans proposition, retenu Moyen) ; hypothèse haute (" in words[1]
    assert "proposé" in words[2]


def test_the_matrix_shows_a_decision_that_differs_from_its_proposal_and_explains_the_mark() -> None:
    explained = "la décision diffère de la proposition"
    rated = replace(task(1, MO, MO), low=replace(criteria(MO, MO, MO), substitution=Judgement(FO)))
    agreed = replace(rated, low=rated.low.set(Aspect.SUBSTITUTION, Judgement(MO)))
    differing, same = (analyse(study(profession(1, (one,)))) for one in (rated, agreed))
    assert explained in dict(written("matrix", differing, 1400))
    assert explained not in dict(written("matrix", same, 1400))
    assert "retenu Fort, différent de la proposition" in catalogue.text_alternative("matrix", differing, Subject("p1"))
    assert "différent de la proposition" not in catalogue.text_alternative("matrix", same, Subject("p1"))


def test_the_matrix_explains_the_sign_of_words_without_level_only_where_it_stands() -> None:
    explained = "justifié par un texte, sans niveau"
    assert explained in dict(written("matrix", varied(3), 1400))
    assert explained not in dict(written("matrix", analyse(large(1, 3)), 1400))

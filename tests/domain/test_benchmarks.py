"""Outside measures beside the group's own: each code by itself, ranks among the establishment's professions."""

from dataclasses import replace

import pytest

from impactapp.domain.analysis.benchmarks import Card, Rank, benchmark_cards
from impactapp.domain.analysis.results import analyse
from impactapp.domain.benchmark import ExposureClass
from impactapp.domain.level import Level
from impactapp.domain.profession import Profession
from impactapp.domain.rule import Weighting
from impactapp.store.benchmarks import benchmarks
from tests import builders

SECRETARY = builders.secretary().professions[0]
SHIPPED = benchmarks()


def coded(number: int, *codes: str) -> Profession:
    return replace(builders.profession(number), isco08=codes)


def cards(*professions: Profession) -> dict[str, Card]:
    return {card.profession_id: card for card in benchmark_cards(analyse(builders.study(*professions)), SHIPPED)}


@pytest.mark.parametrize(
    ("code", "mean", "deviation", "exposure"),
    [
        ("3344", 0.53, 0.11, ExposureClass.GRADIENT_3),
        ("2221", 0.25, 0.13, ExposureClass.NOT_EXPOSED),
        ("3221", 0.22, 0.21, ExposureClass.MINIMAL),
        ("5321", 0.14, 0.06, ExposureClass.NOT_EXPOSED),
        ("3252", 0.52, 0.10, ExposureClass.GRADIENT_3),
        ("4226", 0.57, 0.17, ExposureClass.GRADIENT_3),
    ],
)
def test_the_figures_are_those_published(code: str, mean: float, deviation: float, exposure: ExposureClass) -> None:
    found = SHIPPED[code]
    assert (found.mean, found.deviation, found.exposure) == (mean, deviation, exposure)


def test_every_shipped_score_is_a_part_of_one() -> None:
    assert len(SHIPPED) == 105
    for found in SHIPPED.values():
        scores = (found.mean, found.mean_2023, found.eloundou_human, found.eloundou_gpt4, found.microsoft)
        assert all(0 <= score <= 1 for score in scores if score is not None)
        assert found.tasks > 0


def test_a_nurse_is_shown_under_both_codes() -> None:
    found = cards(coded(1, "3221", "2221"), coded(2, "5321"))
    assert [measure.benchmark.isco08 for measure in found["p1"].measures] == ["3221", "2221"]
    assert [measure.rank for measure in found["p1"].measures] == [Rank(1, 2), Rank(1, 2)]
    assert found["p2"].measures[0].rank == Rank(2, 2)


def test_a_profession_without_a_measured_code_has_no_card() -> None:
    assert set(cards(coded(1), coded(2, "0000"), coded(3, "3344"))) == {"p3"}


def test_the_group_s_rate_has_its_own_rank_and_none_while_it_is_unknown() -> None:
    low = replace(SECRETARY, id="less", title="Moins", tasks=SECRETARY.tasks[:1], isco08=("5321",))
    found = cards(replace(SECRETARY, isco08=("3344",)), low, coded(3, "4226"))
    assert (found[SECRETARY.id].low, found["less"].low) == (Rank(1, 2), Rank(2, 2))
    assert (found["p3"].low, found["p3"].high) == (None, None)
    assert (found[SECRETARY.id].high, found["less"].high) == (Rank(2, 2), Rank(1, 2))


def test_equals_share_their_place() -> None:
    found = cards(coded(1, "3344"), coded(2, "3344"), coded(3, "5321"))
    assert [found[id].measures[0].rank for id in ("p1", "p2", "p3")] == [Rank(1, 3), Rank(1, 3), Rank(3, 3)]


def test_the_noise_of_binary_sums_makes_no_rank() -> None:
    fort, faible = Level.FORT, Level.FAIBLE
    parts = ((0.1, fort), (0.2, fort), (0.7, faible))
    several = tuple(builders.task(at, level, level, share) for at, (share, level) in enumerate(parts))
    at_once = (builders.task(4, fort, fort, 0.3), builders.task(5, faible, faible, 0.7))
    one, other = replace(coded(1, "3344"), tasks=several), replace(coded(2, "4226"), tasks=at_once)
    results = analyse(replace(builders.study(one, other), weighting=Weighting.TIME))
    assert results.professions[0].rate.low != results.professions[1].rate.low
    assert [(card.low, card.high) for card in benchmark_cards(results, SHIPPED)] == [(Rank(1, 2), Rank(1, 2))] * 2

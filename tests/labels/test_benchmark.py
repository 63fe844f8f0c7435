"""The words of the outside measure: published figures, ranks as they are said, reasons, and credits that never part."""

from dataclasses import replace

import pytest

from impactapp.domain.analysis.benchmarks import Card, Rank, benchmark_cards
from impactapp.domain.analysis.results import analyse
from impactapp.domain.benchmark import ExposureClass
from impactapp.domain.profession import Profession
from impactapp.labels import benchmark as words
from impactapp.store.benchmarks import benchmarks
from tests import builders

SECRETARY = replace(builders.secretary().professions[0], isco08=("3344",))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def card(*professions: Profession) -> Card:
    return benchmark_cards(analyse(builders.study(*professions)), benchmarks())[0]


def test_the_figures_of_the_secretary_read_as_published() -> None:
    figures = [plain(one) for one in words.figures_of(card(SECRETARY).measures[0])]
    assert figures == ["0,53", "0,11", "Exposé : gradient 3", "seul comparé", "0,61", "0,42", "0,77", "0,16"]
    assert len(words.figure_titles()) == len(figures)


def test_a_score_has_two_decimals_and_a_dash_where_there_is_none() -> None:
    assert [words.score(number) for number in (0.3, 0.4941, 0.495, 1.0, None)] == ["0,30", "0,49", "0,50", "1,00", "–"]


def test_english_reads_with_a_point(english: None) -> None:
    assert words.score(0.3) == "0.30"
    assert words.rank_words(Rank(2, 7)) == "no. 2 of 7"


@pytest.mark.parametrize(
    ("rank", "said"),
    [(Rank(1, 7), "1er sur 7"), (Rank(2, 7), "2e sur 7"), (Rank(1, 1), "seul comparé"), (None, "–")],
)
def test_a_rank_is_said_as_in_french(rank: Rank | None, said: str) -> None:
    assert words.rank_words(rank) == said


def test_every_class_has_its_own_word() -> None:
    assert len({words.class_word(one) for one in ExposureClass}) == len(ExposureClass)


def test_the_group_s_own_rank_is_said_under_both_hypotheses() -> None:
    less = replace(SECRETARY, id="less", title="Moins", tasks=SECRETARY.tasks[4:5], isco08=("5321",))
    said = words.group_rank_sentence(card(SECRETARY, less))
    assert "1er sur 2 dans l’hypothèse basse" in said
    assert "1er sur 2 dans l’hypothèse haute" in said
    assert "aucun autre métier" in words.group_rank_sentence(card(SECRETARY))
    assert "pas de rang tant que" in words.group_rank_sentence(card(replace(SECRETARY, tasks=())))


def test_codes_that_differ_are_said_with_their_sources_where_known() -> None:
    assert words.codes_sentence(["3344"]) == ""
    nurse = words.codes_sentence(["3221", "2221"])
    assert "3221 dans la table de France Travail, 2221 dans ESCO" in nurse
    assert "3211, 3212" in words.codes_sentence(["3211", "3212"])


def test_a_profession_without_a_measure_says_why() -> None:
    assert "n’a pas de code CITP-08" in words.absent_sentence(builders.profession(1))
    assert "CITP-08 9999" in words.absent_sentence(replace(builders.profession(1), isco08=("9999",)))
    both = [builders.profession(1), replace(builders.profession(2), isco08=("9999",))]
    none, unknown = words.absences(both)
    assert ("Métier 1" in none, "Métier 2" in none) == (True, False)
    assert ("Métier 1" in unknown, "Métier 2" in unknown) == (False, True)
    assert words.absences([]) == ()


def test_the_credits_name_the_ilo_and_the_adaptation() -> None:
    said = " ".join(words.credit_lines())
    for part in ("Gmyrek", "ILO Working Paper 140", "© OIT, CC BY 4.0", "adaptation", "n’engage que ses auteurs"):
        assert part in said
    for part in ("Eloundou", "Tomlinson"):
        assert part in said
    assert "robots" in words.scope_sentence()
    assert "ni moyenne ni différence" in words.ranks_sentence()

"""The evidence cards and the limits: no figure that the sources do not give, and never a figure without its limit."""

import re

import pytest

from impactapp import i18n
from impactapp.domain.barrier_cards import BARRIER_CARDS, Evidence
from impactapp.labels import skills as spoken

FIGURES = {
    Evidence.BUDZYN_2025: {"28.4", "22.4", "6.0", "95", "10.5", "1.6", "4"},
    Evidence.SAVARDI_2025: {"8"},
    Evidence.CASNER_2014: {"16"},
    Evidence.TATEL_2025: {"6.5", "11", "13"},
    Evidence.ANDERSON_2019: {"167", "12", "58", "26", "3", "21", "6", "15"},
    Evidence.STEFANIDIS_2006: {"18", "95", "90", "6"},
}


def figures(text: str) -> set[str]:
    return {number.replace(",", ".") for number in re.findall(r"\d+(?:[.,]\d+)?", text)}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("evidence", list(Evidence))
def test_a_card_says_the_figures_of_its_source_and_no_other(evidence: Evidence, language: str) -> None:
    i18n.use_language(language)
    card = spoken.evidence_card(evidence)
    assert figures(f"{card.title} {card.finding} {card.limit}") == FIGURES.get(evidence, set())


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("evidence", list(Evidence))
def test_a_card_is_whole(evidence: Evidence, language: str) -> None:
    i18n.use_language(language)
    card = spoken.evidence_card(evidence)
    assert card.title
    assert card.source
    assert card.finding.endswith(".")
    assert card.limit.endswith(".")


def test_the_cards_come_once_each_and_in_one_order() -> None:
    cards = spoken.evidence_in_order()
    assert len(cards) == len(set(cards)) == len(Evidence)
    assert cards[0] == spoken.evidence_card(Evidence.BUDZYN_2025)


def test_the_sources_can_be_found_again() -> None:
    assert "10.1016/S2468-1253(25)00133-5" in spoken.evidence_card(Evidence.BUDZYN_2025).source
    assert "10.1186/s13244-024-01893-4" in spoken.evidence_card(Evidence.SAVARDI_2025).source
    assert "10.1037/bul0000481" in spoken.evidence_card(Evidence.TATEL_2025).source


def test_what_is_not_known_is_said() -> None:
    assert "ni perte ni gain" in spoken.evidence_card(Evidence.SAVARDI_2025).limit
    assert "n’a pas été mesuré" in spoken.evidence_card(Evidence.GUARANTEE_COLLEGE).limit
    assert "correctif" in spoken.evidence_card(Evidence.BUDZYN_2025).limit
    assert "aucun effet" in spoken.evidence_card(Evidence.ANDERSON_2019).limit
    assert "est absente" in spoken.evidence_card(Evidence.NATURE_MEDICINE_2026).limit
    assert "est absente" in spoken.never_skilling_limit()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_measure_of_the_catalogue_has_words_and_the_limit_of_each_of_its_works(language: str) -> None:
    i18n.use_language(language)
    said = {card.code: spoken.barrier_words(card.code) for card in BARRIER_CARDS}
    assert len({words.title for words in said.values()}) == len(BARRIER_CARDS)
    for card in BARRIER_CARDS:
        words = said[card.code]
        assert words.description.endswith(".")
        for evidence in card.evidence:
            assert spoken.evidence_card(evidence).limit in words.limit
            assert spoken.evidence_card(evidence).source in words.limit


def test_a_measure_of_the_group_claims_no_source() -> None:
    assert spoken.barrier_words("").title == spoken.barrier_words("unheard_of").title == "Mesure du groupe"
    assert "Aucun travail publié" in spoken.barrier_words("").limit


def test_the_limits_of_the_model_come_first_with_what_it_is_not() -> None:
    assert spoken.model_limits()[0].endswith("ni une mesure, ni une prévision.")
    assert any("Certains essais de rappels n’ont trouvé aucun effet" in limit for limit in spoken.model_limits())
    assert spoken.retention_limits()[0] == "Ordre de grandeur issu de la littérature, pas une prévision."
    assert figures(" ".join(spoken.retention_limits())) >= {"6.5", "11", "13"}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_limit_speaks_of_posts_or_of_a_certain_loss(language: str) -> None:
    i18n.use_language(language)
    said = " ".join((*spoken.model_limits(), *spoken.retention_limits(), spoken.never_skilling_limit())).lower()
    for word in ("supprim", "perte certaine", "ebbinghaus", "arthur", "92"):
        assert word not in said

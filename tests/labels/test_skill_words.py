"""The words of skills and measures: whole in both languages, worded scales, and lists people would say."""

import pytest

from impactapp import i18n, labels
from impactapp.domain.level import Level
from impactapp.domain.skill import BarrierState, Criticality, Mechanism, Retention, SkillKind, Stage
from impactapp.labels import skills as spoken
from tests.builders import FA, FO, MO

NB = "\u00a0"


def every_code() -> dict[str, list[str]]:
    """Every code of the domain with its words, in the language chosen."""
    return {
        "kind": [spoken.kind_word(code) for code in SkillKind],
        "criticality": [spoken.criticality_word(code) for code in Criticality],
        "criticality scale": [spoken.criticality_sentence(code) for code in Criticality],
        "retention": [spoken.retention_word(code) for code in Retention],
        "stage": [spoken.stage_word(code) for code in Stage],
        "stage sentence": [spoken.stage_sentence(code) for code in Stage],
        "mechanism": [spoken.mechanism_word(code) for code in Mechanism],
        "mechanism sentence": [spoken.mechanism_sentence(code) for code in Mechanism],
        "state": [spoken.state_word(code) for code in BarrierState],
        "exposure": [spoken.exposure_word(level) for level in (None, *Level)],
        "intensity": [spoken.intensity_word(intensity) for intensity in range(4)],
    }


def test_every_code_has_words_of_its_own_in_both_languages() -> None:
    french = every_code()
    i18n.use_language("en")
    for name, english in every_code().items():
        for said in (french[name], english):
            assert all(said), name
            assert len(set(said)) == len(said), name
        assert any(a != b for a, b in zip(french[name], english, strict=True)), name


def test_the_scales_show_their_number_beside_their_word() -> None:
    assert [spoken.criticality_word(step) for step in Criticality] == [
        "1 · utile",
        "2 · importante",
        "3 · vitale",
    ]
    assert [spoken.intensity_word(step)[:4] for step in range(4)] == ["0 · ", "1 · ", "2 · ", "3 · "]
    assert spoken.criticality_sentence(Criticality.VITAL) == (
        f"Vitale{NB}: doit rester quand l’IA est en panne, ou sert à la contrôler."
    )


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_mechanism_is_explained_with_its_term_and_who_names_it(language: str) -> None:
    i18n.use_language(language)
    terms = {
        Mechanism.ATROPHY: "(deskilling)",
        Mechanism.NON_ACQUISITION: "(never-skilling)",
        Mechanism.MIS_SKILLING: "(mis-skilling)",
    }
    for mechanism, term in terms.items():
        sentence = spoken.mechanism_sentence(mechanism)
        assert sentence.startswith(f"{spoken.mechanism_word(mechanism)} {term}")
        assert "Natali et al. 2025" in sentence


@pytest.mark.parametrize(
    ("classes", "words"),
    [
        ((FA, FA), "exposition faible"),
        ((FA, MO), "exposition faible à moyenne"),
        ((FA, FO), "exposition faible à forte"),
        ((MO, FO), "exposition moyenne à forte"),
        ((FO, FO), "exposition forte"),
        ((None, None), "non renseigné"),
    ],
)
def test_a_range_of_classes_is_said_in_good_french(classes: tuple[Level | None, Level | None], words: str) -> None:
    assert spoken.exposure_range_word(classes) == words


def test_names_are_listed_as_people_say_them() -> None:
    assert spoken.against_words((Mechanism.ATROPHY, Mechanism.NON_ACQUISITION)) == "atrophie et non-acquisition"
    assert spoken.against_words((Mechanism.ATROPHY,)) == "atrophie"
    assert spoken.against_words(()) == ""
    assert spoken.listed(["a", "b", "c"]) == "a, b et c"


def test_hours_are_written_as_the_reader_writes_them() -> None:
    assert [labels.hours(number) for number in (4.5, 12.0, 0.25, None)] == [
        f"4,5{NB}h",
        f"12{NB}h",
        f"0,25{NB}h",
        labels.UNKNOWN,
    ]
    i18n.use_language("en")
    assert labels.hours(4.5) == f"4.5{NB}h"


@pytest.mark.parametrize(
    ("rate", "figure"), [(0.499, "49"), (1 / 3, "33"), (0.999, "99"), (1.0, "100"), (0.29, "29"), (0.5, "50")]
)
def test_a_basis_never_says_more_than_it_is(rate: float, figure: str) -> None:
    assert labels.percent_down(rate) == f"{figure}{NB}%"

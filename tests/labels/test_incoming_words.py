"""Every field and every value that a file may speak of has words, in both languages."""

from datetime import date

import pytest

from impactapp import i18n
from impactapp.domain.incoming import Cell, Field, Kind, Place, Refused, Value
from impactapp.domain.level import Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Category
from impactapp.domain.rule import Rule
from impactapp.domain.skill import BarrierState, Criticality, Mechanism, Retention, SkillKind, Stage
from impactapp.labels import incoming as incoming_labels
from tests import builders

STUDY = builders.skilled()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_field_and_kind_has_words_of_its_own(language: str) -> None:
    i18n.use_language(language)
    words = [incoming_labels.field_word(field) for field in Field]
    assert all(words)
    assert len(set(words)) == len(words)
    assert len({incoming_labels.kind_word(kind) for kind in Kind}) == len(Kind)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (Field.SUBSTITUTION_LOW, Level.FORT, "Fort"),
        (Field.SUBSTITUTION_LOW, None, "–"),
        (Field.MATURITY_LOW_TEXT, "", "–"),
        (Field.MATURITY_LOW_TEXT, "Une\nraison", "Une\nraison"),
        (Field.SHARE, 0.125, "12,5\u00a0%"),
        (Field.HEADCOUNT, 34, "34"),
        (Field.FTE, 30.5, "30,5"),
        (Field.VALIDATED, True, "Oui"),
        (Field.FORMATIVE, False, "Non"),
        (Field.START, date(2026, 11, 22), "22\u00a0novembre\u00a02026"),
        (Field.CATEGORY, Category.CARE, "Personnel soignant"),
        (Field.SKILL_KIND, SkillKind.RELATIONAL, "Relationnelle"),
        (Field.CRITICALITY, Criticality.VITAL, "3 · vitale"),
        (Field.RETENTION, Retention.SPEED, "Rapidité"),
        (Field.STAGE, Stage.PRACTICE, "Pratique"),
        (Field.STATE, BarrierState.IN_PLACE, "En place"),
        (Field.AGAINST, (Mechanism.ATROPHY,), "atrophie"),
        (Field.SKILLS, ("k1", "gone"), "Rédaction, –"),
        (Field.INTENSITY, 2, "2"),
    ],
)
def test_a_value_is_worded_as_on_the_screen(field: Field, value: Value, words: str) -> None:
    assert incoming_labels.value_word(field, value, STUDY) == words


def test_a_rule_is_worded_as_where_it_is_chosen() -> None:
    assert "Fort" in incoming_labels.value_word(Field.RULE, Rule.WEIGHTED)


def test_a_place_is_told_by_its_titles() -> None:
    assert incoming_labels.place_words(STUDY, Place()) == STUDY.title
    assert incoming_labels.place_words(STUDY, Place("sec")) == "Secrétaire médicale"
    assert incoming_labels.place_words(STUDY, Place("sec", "new-1"), "Relire") == "Relire"
    linked = incoming_labels.place_words(STUDY, Place("sec", "sec-8", "k1"))
    assert linked == "Rédaction — Tenue à jour du dossier patient"
    two = builders.study(builders.profession(1, (builders.task(1),)), builders.profession(2))
    assert incoming_labels.place_words(two, Place("p1", "t1")) == "Métier 1 — Activité 1"


def test_a_cell_and_its_refusal_are_words() -> None:
    refused = Refused.of(Cell("a.xlsx", "Matrice", "D8"), EditError(Problem.UNKNOWN_LEVEL, text="élevé"))
    assert incoming_labels.cell_words(refused.cell) == "Matrice!D8"
    assert "élevé" in incoming_labels.refused_sentence(refused)

"""Words of codes in both languages, and levels read back from what people type."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp import i18n, labels
from impactapp.domain.analysis.checks import Severity
from impactapp.domain.analysis.weights import Shares
from impactapp.domain.edits.edit import EditKind
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Category
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.study import Definitions, Study

NO_BREAK = "\u00a0"


def test_levels_have_their_word_and_two_letters() -> None:
    assert [labels.level_word(level) for level in Level] == ["Faible", "Moyen", "Fort"]
    assert [labels.level_letters(level) for level in Level] == ["Fa", "Mo", "Fo"]
    assert (labels.level_word(None), labels.level_letters(None)) == ("non coté", "")


@pytest.mark.usefixtures("english")
def test_levels_have_english_words_that_start_differently() -> None:
    assert [labels.level_word(level) for level in Level] == ["Low", "Medium", "High"]
    assert [labels.level_letters(level) for level in Level] == ["Lo", "Me", "Hi"]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_level_is_read_from_its_own_words_in_both_languages(language: str) -> None:
    i18n.use_language(language)
    for level in Level:
        word, letters = labels.level_word(level), labels.level_letters(level)
        for text in (
            word,
            word.upper(),
            f"  {word.lower()}\u00a0",
            letters,
            letters.lower(),
            str(int(level)),
            level.code,
        ):
            i18n.use_language("fr")
            assert labels.read_level(text) is level
        i18n.use_language(language)
    assert labels.read_level(labels.level_word(None)) is None


@pytest.mark.parametrize("text", ["", "  ", "-", "–", "—", "non coté", "Non Cote"])
def test_what_stands_for_not_rated_reads_as_none(text: str) -> None:
    assert labels.read_level(text) is None


@pytest.mark.parametrize("text", ["4", "0", "Forts", "F", "M", "moyen fort", "=1", "3.5"])
def test_what_is_no_level_is_refused_and_named(text: str) -> None:
    with pytest.raises(EditError) as refused:
        labels.read_level(text)
    assert refused.value.problem is Problem.UNKNOWN_LEVEL
    assert refused.value.values == {"text": text}


@given(st.text(max_size=8))
def test_any_text_is_a_level_or_refused(text: str) -> None:
    try:
        level = labels.read_level(text)
    except EditError:
        return
    assert level is None or level in Level


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_code_has_words_of_its_own(language: str) -> None:
    i18n.use_language(language)
    for words in (
        [labels.hypothesis_word(code) for code in Hypothesis],
        [labels.hypothesis_short(code) for code in Hypothesis],
        [labels.hypothesis_mark(code) for code in Hypothesis],
        [labels.aspect_word(code) for code in Aspect],
        [labels.aspect_short(code) for code in Aspect],
        [labels.category_word(code) for code in Category],
        [labels.rule_word(code) for code in Rule],
        [labels.weighting_word(code) for code in Weighting],
        [labels.severity_word(code) for code in Severity],
        [labels.shares_word(code) for code in Shares],
        [labels.edit_words(code) for code in EditKind],
        [labels.default_definition(key) for key in labels.DEFINITION_KEYS],
        [labels.definition_title(key) for key in labels.DEFINITION_KEYS],
    ):
        assert all(words)
        assert len(set(words)) == len(words)


def test_the_hypotheses_are_told_apart_by_shape() -> None:
    assert [labels.hypothesis_mark(code) for code in Hypothesis] == ["○", "●"]
    assert labels.hypothesis_word(Hypothesis.LOW) == "hypothèse basse"


def test_definitions_are_ours_until_the_group_words_them() -> None:
    assert {field.name for field in fields(Definitions)} == set(labels.DEFINITION_KEYS)
    study = Study("s", "S", definitions=Definitions(fort="nos mots"))
    assert labels.definition(study, "fort") == "nos mots"
    assert labels.definition(study, "faible") == labels.default_definition("faible")
    assert labels.default_definition(
        "fort"
    ) == "L’IA peut faire l’essentiel de l’activité ; l’humain contrôle.".replace(" ;", f"{NO_BREAK};")


def test_default_definitions_invent_no_figure() -> None:
    for language in i18n.LANGUAGES:
        i18n.use_language(language)
        assert not any(c.isdigit() for key in labels.DEFINITION_KEYS for c in labels.default_definition(key))


def test_an_edit_is_named_with_its_subject() -> None:
    assert labels.edit_words("rate", "Tenue à jour") == f"Coter{NO_BREAK}: Tenue à jour"
    assert labels.edit_words("undo:rate", "Tenue") == f"Annuler «{NO_BREAK}Coter{NO_BREAK}: Tenue{NO_BREAK}»"
    assert labels.edit_words("redo:rate") == f"Rétablir «{NO_BREAK}Coter{NO_BREAK}»"
    assert labels.edit_words(EditKind.SPLIT_TASK) == "Scinder une activité"
    assert labels.edit_words("of_a_newer_version") == "of_a_newer_version"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("rule", list(Rule))
def test_a_rule_is_never_said_to_be_the_note_s(rule: Rule, language: str) -> None:
    i18n.use_language(language)
    sentence = labels.rule_sentence(Study("s", "S", rule=rule, custom_rates=LevelRates(0.1, 0.4, 0.8)))
    assert "Montaigne" not in sentence
    ours = {"fr": ("Règle de cette application", "Règle du groupe"), "en": ("Rule of this app", "Rule of the group")}
    assert sentence.startswith(ours[language])
    assert ("la note de 2019 ne donne pas" if language == "fr" else "the 2019 note gives no") in sentence


def test_a_rule_in_words_says_what_each_level_counts_for() -> None:
    assert "Fort compte pour 75 %, Moyen pour 50 %, Faible pour 25 %".replace(
        " %", f"{NO_BREAK}%"
    ) in labels.rule_sentence(Rule.THREE_QUARTERS)
    custom = labels.rule_sentence(Rule.CUSTOM, LevelRates(0.0, 0.125, 1.0))
    assert f"Moyen pour 12,5{NO_BREAK}%" in custom
    assert "restent à fixer" in labels.rule_sentence(Rule.CUSTOM)
    timed = labels.rule_sentence(Study("s", "S", weighting=Weighting.TIME))
    assert timed.endswith("Chaque activité compte selon sa part du temps de travail.")

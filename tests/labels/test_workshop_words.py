"""The words of the workshop's codes, in both languages, and the tool's own questions."""

from collections.abc import Iterable

import pytest

from impactapp import i18n
from impactapp.domain.analysis.consensus import Agreement
from impactapp.domain.analysis.privacy import Trace
from impactapp.domain.analysis.reliability import Reliability
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.workshop import Group, GroupKind, Moment, Question, Scope, SurveyItem, empty_survey, questions
from impactapp.labels import workshop as spoken

HIGH = Question(Aspect.SUBSTITUTION, Hypothesis.HIGH)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_code_of_the_workshop_has_words_of_its_own(language: str) -> None:
    i18n.use_language(language)
    listed: tuple[Iterable[str], ...] = (
        map(spoken.group_kind_word, GroupKind),
        map(spoken.scope_word, Scope),
        map(spoken.scope_sentence, Scope),
        map(spoken.moment_word, Moment),
        map(spoken.agreement_word, Agreement),
        map(spoken.reliability_word, Reliability),
        map(spoken.trace_word, Trace),
        map(spoken.position_word, range(1, 5)),
        map(spoken.answer_word, range(1, 5)),
        map(spoken.survey_text, empty_survey()),
        map(spoken.question_words, (*questions(Scope.CRITERIA), *questions(Scope.SUBSTITUTION_TWICE))),
        map(spoken.question_short, (*questions(Scope.CRITERIA), *questions(Scope.SUBSTITUTION_TWICE))),
    )
    for words in map(list, listed):
        assert all(words)
        assert len(set(words)) == len(words)


def test_the_words_are_those_of_the_method() -> None:
    assert list(map(spoken.agreement_word, Agreement)) == [
        "accord",
        "majorité",
        "à rediscuter",
        "moins de 5 votes",
    ]
    assert list(map(spoken.reliability_word, Reliability)) == ["élevé", "moyen", "faible"]
    assert spoken.group_kind_word(GroupKind.STAFF) == "Agents du métier"


def test_a_group_goes_by_its_own_title_first() -> None:
    assert spoken.group_title(Group("g", GroupKind.USERS, 2)) == "Usagers"
    assert spoken.group_title(Group("g", GroupKind.OTHER, 2, "Ethik-IA")) == "Ethik-IA"


def test_a_question_is_a_whole_sentence() -> None:
    assert plain(spoken.question_words(HIGH)) == "Dans l’hypothèse haute, à quel point l’IA peut-elle s’y substituer ?"
    once = Question(Aspect.SUBSTITUTION)
    assert plain(spoken.question_words(once)) == "À quel point l’IA peut-elle s’y substituer ?"
    assert (spoken.question_short(HIGH), spoken.question_short(once)) == (
        "Substitution · Hyp. haute",
        "Substitution",
    )
    assert spoken.question_short(Question(Aspect.ROI, Hypothesis.LOW)) == "ROI · Hyp. basse"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_question_under_a_hypothesis_begins_with_it(language: str) -> None:
    i18n.use_language(language)
    for question in questions(Scope.CRITERIA):
        assert spoken.question_words(question).startswith(("Dans l’hypothèse", "Under the"))
        assert spoken.question_words(question).endswith("?")


def test_the_group_words_the_form_at_the_end() -> None:
    assert spoken.survey_text(SurveyItem(2, "Notre question")) == "Notre question"
    assert spoken.survey_text(SurveyItem(2)) == "J’ai pu exprimer mon point de vue."


def test_what_is_voted_names_the_rule_as_the_tool_s() -> None:
    for scope in Scope:
        assert "règle de cet outil" in spoken.scope_sentence(scope)

"""The sentences of the workshop: agreement, what is hidden and why, what is proposed, and the limits of each figure."""

from dataclasses import replace

import pytest

from impactapp import i18n, labels
from impactapp.domain.analysis.agenda import AgendaItem, Gap
from impactapp.domain.analysis.checks import Finding, FindingCode
from impactapp.domain.analysis.consensus import consensus_of
from impactapp.domain.analysis.privacy import privacy_remarks
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.reveal import Revealed
from impactapp.domain.analysis.sittings import Distance, QuestionResult, sitting_result
from impactapp.domain.analysis.votes import VotedLevels
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.workshop import Counts, Group, GroupKind, Protocol, Question, Scope, Sitting
from impactapp.labels import found as finding_labels
from impactapp.labels import workshop as spoken
from tests import builders
from tests.builders import FO, MO

HIGH = Question(Aspect.SUBSTITUTION, Hypothesis.HIGH)
STAFF, UNIONS = Group("g1", GroupKind.STAFF, 6), Group("g2", GroupKind.REPRESENTATIVES, 2)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def voted(counts: Counts, protocol: Protocol | None = None) -> QuestionResult:
    return QuestionResult(1, HIGH, Revealed(counts, (), ()), consensus_of(counts, protocol or Protocol()))


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Counts(5, 0, 0), "Consensus 1,00 : accord."),
        (Counts(4, 1, 0), "Consensus 0,73 : accord."),
        (Counts(3, 2, 0), "Consensus 0,60 : majorité."),
        (Counts(2, 2, 1), "Consensus 0,38 : à rediscuter. Faible et Fort tous deux votés."),
        (Counts(3, 1, 0), "Consensus : moins de 5 votes, il n’est pas qualifié."),
    ],
)
def test_a_consensus_has_its_figure_its_word_and_its_flag(counts: Counts, said: str) -> None:
    assert plain(spoken.consensus_sentence(voted(counts))) == said


def test_no_consensus_is_said_of_votes_that_are_not_shown() -> None:
    hidden = QuestionResult(1, HIGH, Revealed(None, (), ("g1",)), None)
    assert plain(spoken.consensus_sentence(hidden)) == "Consensus : non affiché, trop peu de votes."


@pytest.mark.parametrize(
    ("number", "said"), [(0.698, "0,69"), (0.7, "0,70"), (0.7310, "0,73"), (0.2795, "0,28"), (-0.049, "−0,05")]
)
def test_an_index_never_looks_like_a_threshold_it_does_not_reach(number: float, said: str) -> None:
    assert labels.ratio(number) == said
    assert labels.ratio(None) == labels.UNKNOWN


def test_what_is_hidden_is_said_with_its_reason_and_no_count() -> None:
    nothing = spoken.hidden_sentence(Revealed(None, (), ("g2",)), Protocol(least_shown=7))
    assert plain(nothing).startswith("Moins de 7 votes : rien n’est affiché")
    some = Revealed(Counts(3, 4, 1), (("g1", Counts(3, 3, 0)),), ("g2",))
    named = plain(spoken.hidden_sentence(some, Protocol(), (STAFF, UNIONS)))
    assert named.startswith("Non affichés : Représentants du personnel. Sous 5 votes")
    assert plain(spoken.hidden_sentence(some, Protocol())).startswith("1 groupe n’est pas affiché. Sous 5 votes")
    assert spoken.hidden_sentence(Revealed(Counts(5, 1), (), ()), Protocol()) == ""


def test_votes_that_wait_are_said_with_what_they_wait_for() -> None:
    late = plain(spoken.hidden_sentence(Revealed(Counts(5, 1), (), (), 2), Protocol()))
    assert late == "2 votes secrets dans l’urne : montrés quand il y en aura 5, sinon la différence les dirait."
    ready = plain(spoken.hidden_sentence(Revealed(None, (), (), 5), Protocol()))
    assert ready == "5 votes secrets dans l’urne : « Dévoiler » l’ouvre."
    few = plain(spoken.hidden_sentence(Revealed(None, (), ("g1",), 3), Protocol()))
    assert few.startswith("Moins de 5 votes : rien n’est affiché")
    assert few.endswith("dans l’urne : montrés quand il y en aura 5, sinon la différence les dirait.")


def test_votes_that_are_all_the_same_are_said_to_tell_what_each_voted() -> None:
    assert "on sait ce que chaque personne a voté" in spoken.hidden_sentence(Revealed(Counts(5), (), ()), Protocol())


def test_a_proposal_names_its_rule_and_leaves_the_decision() -> None:
    twice = plain(spoken.proposal_sentence(VotedLevels(Aspect.SUBSTITUTION, MO, FO), Scope.SUBSTITUTION_TWICE))
    assert twice.startswith("Les votes proposent Moyen (hypothèse basse) et Fort (hypothèse haute).")
    assert twice.endswith("Règle de cet outil : médiane des votes sous chaque hypothèse ; le groupe décide.")
    once = plain(spoken.proposal_sentence(VotedLevels(Aspect.SUBSTITUTION, MO, FO), Scope.SUBSTITUTION_ONCE))
    assert "quartiles" in once
    assert spoken.proposal_sentence(VotedLevels(Aspect.ROI, MO, None), Scope.CRITERIA).startswith("ROI — ")
    assert "rien n’est proposé" in spoken.proposal_sentence(VotedLevels(Aspect.ROI, None, None), Scope.CRITERIA)


def test_a_panel_is_told_whom_it_lacks() -> None:
    made = Sitting("s", "Séance", groups=(STAFF, UNIONS))
    assert spoken.panel_sentence(sitting_result(made)) == ""
    assert "représentant" in spoken.panel_sentence(sitting_result(replace(made, groups=(STAFF,))))
    assert "métier" in spoken.panel_sentence(sitting_result(replace(made, groups=(UNIONS,))))
    nobody = spoken.panel_sentence(sitting_result(replace(made, groups=())))
    assert "métier" in nobody
    assert "représentant" in nobody


def test_a_panel_that_lacks_somebody_is_a_remark_at_its_sitting() -> None:
    made = Sitting("s", "Séance 1", groups=(STAFF,))
    study = replace(builders.study(), sittings=(made, replace(made, id="s2", title="Essai", is_training=True)))
    (found,) = (one for one in analyse(study).findings if one.code is FindingCode.PANEL_UNBALANCED)
    assert finding_labels.finding_where(found, study) == "Séance 1"
    assert finding_labels.finding_message(found, study) == "Prévoyez au moins un représentant du personnel."
    complete = replace(study, sittings=(replace(made, groups=(STAFF, UNIONS)),))
    assert FindingCode.PANEL_UNBALANCED not in {one.code for one in analyse(complete).findings}


def test_two_panels_are_counted_as_two_sittings() -> None:
    study = replace(builders.study(), sittings=tuple(Sitting(f"s{n}", f"Séance {n}") for n in (1, 2)))
    found = [Finding(FindingCode.PANEL_UNBALANCED, sitting_id=sitting.id) for sitting in study.sittings]
    (group,) = finding_labels.finding_groups(found)
    assert finding_labels.group_message(group, study).startswith("2 séances sans deux personnes")
    assert finding_labels.group_where(group, study) == study.title


def test_an_agenda_says_consensus_and_leverage() -> None:
    item = AgendaItem("t", "T", 0.38, 0.1, 0.062, is_parked=False, is_settled=False)
    assert plain(spoken.agenda_sentence(item)) == "Consensus 0,38 ; levier : 10 points."
    assert spoken.agenda_sentence(replace(item, is_parked=True)).endswith("Point mis de côté.")
    assert spoken.agenda_sentence(replace(item, is_settled=True)).endswith("Discussion close.")
    assert spoken.agenda_sentence(replace(item, consensus=None)).startswith("Pas encore de consensus mesuré")
    assert "outil" in spoken.agenda_rule_sentence()


def test_the_gap_is_never_said_larger_than_it_is() -> None:
    assert plain(spoken.gap_sentence(Gap(("a", "b", "c"), 0.8299), 10)) == (
        "Ces 3 activités (sur 10) portent 82 % de l’écart entre les hypothèses."
    )
    assert plain(spoken.gap_sentence(Gap(("a",), 1.0), 10)).startswith("À elle seule, cette activité (sur 10) porte")
    assert spoken.gap_sentence(Gap((), 0.0), 10).startswith("Aucun écart")


@pytest.mark.parametrize(("alpha", "word"), [(0.616112, "faible"), (0.7, "moyen"), (0.8, "élevé")])
def test_an_alpha_has_its_word_and_what_it_does_not_mean(alpha: float, word: str) -> None:
    said = plain(spoken.alpha_sentence(alpha))
    assert said.startswith(f"Alpha de Krippendorff (ordinal) : {labels.ratio(alpha)}, {word}.")
    assert "ni qu’ils ont raison" in said
    assert "Il n’interdit rien." in said
    assert "Mots de cet outil" in said


def test_an_alpha_that_cannot_be_known_has_no_figure() -> None:
    assert not any(character.isdigit() for character in spoken.alpha_sentence(None))


def test_thresholds_are_said_to_be_the_tool_s_and_delphi_s_to_be_another_measure() -> None:
    said = plain(spoken.thresholds_sentence(Protocol(agreement=0.8, least_shown=6)))
    assert said.startswith("Mots de cet outil, à partir de 5 votes : accord dès 0,80, majorité dès 0,50")
    assert "sous 6 votes" in said
    assert said.endswith("75 % d’accord (Diamond 2014) : c’est une autre mesure.")


def test_a_doubt_on_a_person_names_what_was_found_once_and_the_rule() -> None:
    found = privacy_remarks("Mme Martin, 06 12 34 56 78 ou 06 12 34 56 79")
    assert plain(spoken.privacy_sentence(found)) == (
        "Ce texte peut désigner une personne : nom d’une personne et numéro de téléphone. "
        "Dès qu’il y a un doute, on s’abstient."
    )
    assert spoken.privacy_sentence(()) == ""


def test_distances_are_counted_by_levels() -> None:
    found = [Distance("t", Hypothesis.LOW, levels) for levels in (0, 0, 1, 2)]
    assert plain(spoken.distance_sentence(found)) == (
        "Par rapport à la matrice publiée : 2 à l’identique, 1 à un niveau d’écart, 1 à deux niveaux d’écart."
    )
    assert spoken.distance_sentence([]).startswith("Aucun vote à comparer")


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "00:00"), (130, "02:10"), (3599, "59:59"), (3730, "1:02:10"), (-5, "00:00")]
)
def test_time_is_said_as_on_a_clock(seconds: int, said: str) -> None:
    assert spoken.time_words(seconds) == said


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_made_up_votes_and_secrecy_are_said_in_both_languages(language: str) -> None:
    i18n.use_language(language)
    assert spoken.simulated_sentence().startswith(("Simulé", "Simulated"))
    assert spoken.secrecy_sentence(Protocol()).endswith(("conservés.", "is kept."))

"""The minutes of a sitting: who, when, rounds, decisions, dissent, what is left open; never what may not be shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from impactapp import i18n
from impactapp.domain.edits import ratings, votes, workshop
from impactapp.domain.edits.edit import Edit
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.study import Origin, Study
from impactapp.domain.workshop import (
    Counts,
    Group,
    GroupKind,
    Moment,
    Question,
    Sitting,
    empty_survey,
)
from impactapp.labels import workshop as spoken
from tests import builders

LOW, HIGH = (Question(Aspect.SUBSTITUTION, hypothesis) for hypothesis in Hypothesis)
STAFF = Group("g1", GroupKind.STAFF, 8, "Secrétaires")
UNIONS = Group("g2", GroupKind.REPRESENTATIVES, 3)
SITTING = Sitting("s", "Séance 1", date(2026, 11, 22), "Salle B", ("sec",), (STAFF, UNIONS), survey=empty_survey())


def after(edits: Sequence[Edit], sitting: Sitting = SITTING) -> Study:
    study = replace(builders.secretary(), origin=Origin.DEMONSTRATION)
    for edit in (workshop.add_sitting(sitting), *edits):
        study = edit.change(study)
    return study


def told(study: Study) -> dict[str, str]:
    """Each heading with its lines, blanks plain."""
    minutes = spoken.minutes_lines(study, study.sittings[0])
    return {heading: "\n".join(lines).replace("\u00a0", " ") for heading, lines in minutes}


ACTIVITY = "Secrétaire médicale › Tenue à jour du dossier patient"


def test_the_minutes_open_with_when_where_and_who_by_group() -> None:
    said = told(after([]))
    assert "Date : 22 novembre 2026\nLieu : Salle B\nMétiers : Secrétaire médicale" in said["Séance 1"]
    assert said["Participants"] == (
        "Agents du métier (Secrétaires) : 8 personnes\nReprésentants du personnel : 3 personnes\nTotal : 11 personnes"
    )


def test_both_rounds_the_decision_and_the_dissent_are_in_the_minutes() -> None:
    said = told(
        after(
            [
                votes.count_hands(SITTING, "sec-8", LOW, "g1", Counts(4, 0, 4)),
                votes.new_round(SITTING, "sec-8"),
                votes.count_hands(SITTING, "sec-8", LOW, "g1", Counts(1, 7, 0)),
                votes.spend(SITTING, "sec-8", 130),
                votes.settle(SITTING, "sec-8", settled=True),
                votes.set_dissent(SITTING, "sec-8", 2, "Trop tôt"),
            ]
        )
    )[ACTIVITY]
    assert said.splitlines() == [
        "Temps passé : 02:10. 2 tours.",
        "Tour 1, Substitution · Hyp. basse : Fa 4 · Mo 0 · Fo 4. "
        "Consensus 0,00 : à rediscuter. Faible et Fort tous deux votés.",
        "Tour 2, Substitution · Hyp. basse : Fa 1 · Mo 7 · Fo 0. Consensus 0,81 : accord.",
        "Décision : Moyen (hypothèse basse) · Fort (hypothèse haute).",
        "2 personnes en désaccord : Trop tôt",
    ]


def test_a_vote_under_the_least_size_is_not_in_the_minutes() -> None:
    said = told(after([votes.count_hands(SITTING, "sec-8", HIGH, "g2", Counts(1, 0, 2))]))
    assert "Moins de 5 votes : rien n’est affiché" in said[ACTIVITY]
    assert "Fa 1" not in said[ACTIVITY]
    assert "non calculable" in said["Fiabilité du panel"]


def test_what_was_set_aside_is_listed_once_more() -> None:
    said = told(after([votes.park(SITTING, "sec-8", parked=True)]))
    assert said["Points mis de côté"] == "Tenue à jour du dossier patient"
    assert "Point mis de côté." in said[ACTIVITY]


def test_the_facilitator_s_notes_stay_out() -> None:
    said = told(after([votes.set_note(SITTING, "sec-8", "À moi seule")]))
    assert "À moi seule" not in "\n".join(said.values())


def test_before_and_after_are_distributions_of_enough_people() -> None:
    said = told(
        after(
            [
                workshop.set_positions(SITTING, Moment.BEFORE, "g1", (4, 2, 0, 0)),
                workshop.set_positions(SITTING, Moment.AFTER, "g2", (0, 1, 2, 0)),
                workshop.set_survey_counts(SITTING, 1, (0, 0, 5, 5)),
                workshop.set_survey_counts(SITTING, 2, (0, 0, 1, 0)),
            ]
        )
    )
    before, later = said["Connaissance de l’IA, avant et après"].splitlines()
    assert before.startswith("Avant la séance : 1 · Je ne connais pas (4), 2 · J’en ai entendu parler (2)")
    assert later == "Après la séance : non affiché, moins de 5 réponses"
    clear, free = said["Questionnaire de satisfaction"].splitlines()
    assert clear.endswith("3 · Plutôt d’accord (5), 4 · Tout à fait d’accord (5)")
    assert free.endswith("non affiché, moins de 5 réponses")


def test_training_and_made_up_votes_are_marked_and_compared() -> None:
    made = replace(SITTING, is_training=True, is_simulated=True)
    said = told(
        after(
            [
                votes.count_hands(made, "sec-8", LOW, "g1", Counts(0, 0, 8)),
                votes.count_hands(made, "sec-8", HIGH, "g1", Counts(0, 0, 8)),
                votes.settle(made, "sec-8", settled=True),
            ],
            made,
        )
    )
    assert said["Séance 1"].startswith("Simulé : participants fictifs")
    assert "rien n’est écrit dans la matrice" in said["Séance 1"]
    assert "Décision" not in said[ACTIVITY]
    assert "1 à l’identique, 1 à un niveau d’écart, 0 à deux" in said["Écart à la matrice publiée"]


def test_a_replay_is_compared_with_what_was_published_whatever_the_copy_says_now() -> None:
    made = replace(SITTING, is_training=True)
    cells = [ratings.Cell("sec-8", hypothesis, Aspect.SUBSTITUTION) for hypothesis in Hypothesis]
    edits = [votes.count_hands(made, "sec-8", question, "g1", Counts(8, 0, 0)) for question in (LOW, HIGH)]
    said = told(after([*edits, ratings.rate(cells, Level.FAIBLE)], made))
    assert "0 à l’identique, 1 à un niveau d’écart, 1 à deux" in said["Écart à la matrice publiée"]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_an_activity_that_was_removed_keeps_its_minutes(language: str) -> None:
    i18n.use_language(language)
    study = after([votes.settle(SITTING, "sec-8", settled=True)])
    found = study.professions[0]
    study = replace(study, professions=(replace(found, tasks=found.tasks[:7]),))
    assert told(study)[ACTIVITY].splitlines()[-1] in ("Discussion close.", "Settled.")

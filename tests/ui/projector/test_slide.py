"""What the projector says: what is asked while people vote, and what may be shown once they have."""

from impactapp.domain.edits import votes
from impactapp.domain.workshop import Counts, Group, GroupKind, Scope
from impactapp.ui.projector_slide import Slide, Votes, slide_of
from impactapp.ui.session import Session
from impactapp.ui.workshop_room import Room
from tests.ui.projector.conftest import Enter
from tests.ui.workshop.sittings import HIGH, LOW, count, now, sitting, with_groups


def slide(session: Session, room: Room) -> Slide:
    return slide_of(session.study, room)


def revealed(session: Session, room: Room) -> Votes:
    room.reveal(True)
    found = slide(session, room).votes
    assert found is not None
    return found


def test_while_people_vote_the_question_and_the_levels_are_shown(session: Session, room: Room) -> None:
    room.go("sec-8")
    room.ask(HIGH)
    shown = slide(session, room)
    assert (shown.title, shown.place, shown.time) == ("Tenue à jour du dossier patient", "8 / 10", "00:00")
    assert shown.question == "Dans l’hypothèse haute, à quel point l’IA peut-elle s’y substituer ?"
    assert [one.letters for one in shown.levels] == ["Fa", "Mo", "Fo"]
    assert all(one.definition for one in shown.levels)
    assert shown.votes is None


def test_votes_are_in_no_word_of_the_slide_before_they_are_revealed(session: Session, room: Room) -> None:
    before = slide(session, room)
    count(session, LOW, "g1", Counts(2, 5, 2))
    assert slide(session, room) == before


def test_a_criterion_is_asked_with_its_own_definition(enter: Enter) -> None:
    room = enter(sitting(Scope.CRITERIA))
    session = room.parent()
    assert isinstance(session, Session)
    shown = slide(session, room)
    assert shown.criterion == "Existe-t-il sur le marché des solutions éprouvées pour cette activité ?"
    assert {one.definition for one in shown.levels} == {""}


def test_a_reveal_gives_the_total_the_groups_and_the_consensus(session: Session, room: Room) -> None:
    count(session, LOW, "g1", Counts(2, 5, 2))
    count(session, LOW, "g3", Counts(2, 1, 2))
    found = revealed(session, room)
    assert found.total == Counts(4, 6, 4)
    assert found.groups == (("Agents du métier", Counts(2, 5, 2)), ("Représentants du personnel", Counts(2, 1, 2)))
    assert found.consensus == "Consensus 0,43 : à rediscuter. Faible et Fort tous deux votés."
    assert (found.count, found.not_shown) == ("14 voix", "")


def test_a_small_group_is_not_shown_not_even_by_difference(session: Session, room: Room) -> None:
    for group_id, counts in (("g1", Counts(2, 5, 2)), ("g2", Counts(2, 1, 0)), ("g3", Counts(2, 1, 2))):
        count(session, LOW, group_id, counts)
    found = revealed(session, room)
    assert [who for who, _counts in found.groups] == ["Agents du métier"]
    assert found.not_shown == "Non affichés : Encadrement, Représentants du personnel"


def test_under_the_least_size_nothing_is_shown_and_the_slide_says_why(enter: Enter) -> None:
    room = enter(with_groups(Group("g1", GroupKind.STAFF, 4)))
    session = room.parent()
    assert isinstance(session, Session)
    count(session, LOW, "g1", Counts(1, 2, 1))
    found = revealed(session, room)
    assert (found.total, found.groups, found.consensus) == (None, (), "")
    assert "Moins de 5 votes" in found.message


def test_without_a_vote_the_slide_says_so(session: Session, room: Room) -> None:
    assert revealed(session, room).message == "Personne n’a encore voté sur cette question à ce tour."


def test_a_second_round_is_named_and_starts_without_votes(session: Session, room: Room) -> None:
    count(session, LOW, "g1", Counts(2, 5, 2))
    session.apply(votes.new_round(now(session), "sec-1"))
    assert slide(session, room).heading == "Secrétaire médicale · tour 2"
    assert revealed(session, room).total is None


def test_without_a_sitting_there_is_nothing_to_vote_on(session: Session, room: Room) -> None:
    room.leave()
    shown = slide(session, room)
    assert (shown.title, shown.levels, shown.words) == ("Aucune activité à voter.", (), "Aucune activité à voter.")


def test_a_screen_reader_is_told_the_counts(session: Session, room: Room) -> None:
    count(session, LOW, "g1", Counts(2, 5, 2))
    room.reveal(True)
    assert "Ensemble : Faible 2, Moyen 5, Fort 2" in slide(session, room).words

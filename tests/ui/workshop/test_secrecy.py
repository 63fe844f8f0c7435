"""What a facilitator could learn of a secret vote by the page: nothing that was not said to those who voted."""

from dataclasses import replace

from impactapp.domain.edits.votes import Ballot, cast_ballots
from impactapp.domain.level import Level
from impactapp.domain.workshop import Counts, Group, GroupKind
from impactapp.ui import theme
from impactapp.ui.pages.workshop_page import AGENDA, BALLOTS
from impactapp.ui.widgets.privacy_notice import PrivacyNotice
from tests.ui.workshop.sittings import LOW, count, now, sitting, with_groups
from tests.ui.workshop.stage import MakeStage, turns

LARGE = (Group("g1", GroupKind.STAFF, 9), Group("g3", GroupKind.REPRESENTATIVES, 5))


def ballot(number: str) -> Ballot:
    return Ballot(number, "g1", {("sec-1", LOW): Level.FORT})


def test_the_least_size_cannot_be_lowered_once_somebody_voted(made: MakeStage) -> None:
    stage = made(sitting())
    count(stage.session, LOW, "g2", Counts(1, 1, 1))
    field = stage.page.sitting.protocol.least
    field.setFocus()
    field.selectAll()
    field.insert("1")
    field.committing.leave()
    assert stage.sitting.protocol.least_shown == 5
    assert "plus descendre" in stage.refused[-1]


def test_ballots_that_come_in_hide_what_is_shown(made: MakeStage) -> None:
    stage = made(sitting())
    count(stage.session, LOW, "g1", Counts(2, 3, 1))
    stage.page.room.reveal(True)
    assert stage.session.apply(cast_ballots(now(stage.session), [ballot("B-1")]))
    assert not stage.page.room.is_revealed
    stage.page.room.reveal(True)
    assert stage.session.undo()
    assert not stage.page.room.is_revealed


def test_late_votes_wait_and_the_page_says_until_when(made: MakeStage) -> None:
    stage = made(sitting())
    stage.open_votes()
    assert stage.session.apply(cast_ballots(now(stage.session), [ballot(f"B-{number}") for number in range(5)]))
    stage.page.room.reveal(True)
    assert stage.session.apply(cast_ballots(now(stage.session), [ballot("B-9")]))
    stage.page.room.reveal(True)
    turns()
    (card, *_others) = stage.page.votes.reveal.cards
    assert card.bars.accessibleDescription().replace("\u00a0", " ").startswith("Ensemble : faible 0, moyen 0, fort 5")
    said = card.hidden.text().replace("\u00a0", " ")
    assert "1 vote secret dans l’urne : montré quand il y en aura 5" in said
    assert "on sait ce que chaque personne a voté" in said


def test_all_secret_votes_are_opened_from_the_agenda(made: MakeStage) -> None:
    stage = made(sitting())
    stage.page.tabs.choose(AGENDA)
    assert stage.page.agenda.urn_button.isHidden()
    assert stage.session.apply(cast_ballots(now(stage.session), [ballot(f"B-{number}") for number in range(5)]))
    turns()
    assert stage.page.agenda.rows.row_of("sec-1") == 0
    assert not stage.page.agenda.urn_button.isHidden()
    stage.page.agenda.urn_button.click()
    turns()
    assert stage.sitting.talks[0].total(1, LOW) == Counts(0, 0, 5)
    assert stage.page.agenda.urn_button.isHidden()


def test_hands_that_replace_secret_ballots_say_so(made: MakeStage) -> None:
    stage = made(sitting())
    assert stage.session.apply(cast_ballots(now(stage.session), [ballot("B-1"), ballot("B-2")]))
    stage.open_votes()
    stage.type("1\t2\t3\t")
    assert stage.counts(LOW, "g1") == Counts(1, 2, 3)
    assert [said for said in stage.informed if "remplacent les 2 votes déjà comptés" in said]


def test_counts_corrected_beside_late_ballots_say_that_these_are_replaced(made: MakeStage) -> None:
    stage = made(sitting())
    stage.open_votes()
    assert stage.session.apply(cast_ballots(now(stage.session), [ballot(f"B-{number}") for number in range(6)]))
    stage.page.room.reveal(True)
    assert stage.session.apply(cast_ballots(now(stage.session), [ballot("B-9")]))
    stage.page.room.reveal(True)
    turns()
    assert stage.texts()[:3] == ["0", "0", "6"]
    stage.page.votes.board.take_focus()
    stage.type("1\t\t\t")
    assert stage.counts(LOW, "g1") == Counts(1, 0, 6)
    assert [said for said in stage.informed if "remplacent le vote déjà compté" in said]


def test_hands_counted_again_are_no_surprise(made: MakeStage) -> None:
    stage = made(sitting())
    stage.open_votes()
    stage.type("1\t2\t3\t")
    stage.page.votes.board.take_focus()
    stage.type("2\t2\t3\t")
    assert stage.counts(LOW, "g1") == Counts(2, 2, 3)
    assert stage.informed == []


def test_a_group_too_small_to_be_shown_is_told_how_it_is_counted(made: MakeStage) -> None:
    stage = made(sitting())
    words = stage.page.sitting.people.small
    assert words.text().startswith("Encadrement\u00a0: moins de 5 personnes.")
    assert "pas même le fichier" in words.text()
    stage.page.tabs.choose(BALLOTS)
    turns()
    assert words.text() in stage.page.ballots.said.text()


def test_groups_that_may_be_shown_have_no_such_remark(made: MakeStage) -> None:
    assert made(with_groups(*LARGE)).page.sitting.people.small.isHidden()


def test_a_reason_that_names_somebody_is_warned_of(made: MakeStage) -> None:
    stage = made(sitting())
    stage.open_votes()
    stage.page.room.reveal(True)
    turns()
    decide = stage.page.votes.decide
    decide.reason.setText("Comme l’a dit Mme Durand")
    notice = decide.findChild(PrivacyNotice)
    assert notice is not None
    notice.look()
    assert notice.isVisible()
    assert "nom d’une personne" in notice.words.text()


def test_counts_that_are_no_counts_say_how_to_write_them(made: MakeStage) -> None:
    stage = made(sitting())
    for typed, said in (("3,5", "n’est pas un décompte"), ("99999999999", "Plus de votes")):
        stage.open_votes()
        stage.type(f"{typed}\t\t\t")
        assert said in stage.refused[-1]
        for field in stage.page.votes.board.rows[0].fields:
            field.clear()
    assert stage.sitting.talks == ()


def test_the_next_activity_is_told_beside_the_votes(made: MakeStage) -> None:
    stage = made(replace(sitting(), title="Séance 2"))
    stage.open_votes()
    tasks = stage.page.room.tasks
    assert stage.page.room.following is tasks[1]
    stage.page.room.go(tasks[-1].id)
    assert stage.page.room.following is None


def test_another_zoom_keeps_what_was_typed_and_gives_the_counts_their_room(made: MakeStage) -> None:
    stage = made(sitting())
    stage.open_votes()
    stage.type("1\t2\t3")
    narrow = stage.page.votes.board.rows[0].fields[0].width()
    theme.signals().choose(theme.Scheme.LIGHT, 2.0)
    turns()
    assert stage.counts(LOW, "g1") == Counts(1, 2, 3)
    assert stage.page.votes.board.rows[0].fields[0].width() > narrow

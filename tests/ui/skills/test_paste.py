"""Skills pasted from Excel: names, and the other columns where their words are known; the rest is named."""

from impactapp.domain.skill import Criticality, Retention, Skill, SkillKind
from tests import builders
from tests.ui.skills.stage import CTRL, Key, MakeStage, Stage


def pasted(made: MakeStage, text: str) -> tuple[Stage, list[Skill], str]:
    stage = made(builders.skilled())
    stage.paste(text)
    return stage, list(stage.profession.skills[3:]), stage.informed[-1].replace("\u00a0", " ")


def test_kind_criticality_and_retention_are_read_under_their_headings(made: MakeStage) -> None:
    _stage, new, said = pasted(
        made,
        "Compétence\tNature\tCriticité\tS’use d’abord\nTri\tRelationnelle\t3\tPrécision\nCodage\tcognitive\t1\tMixte",
    )
    assert [skill.title for skill in new] == ["Tri", "Codage"]
    assert [skill.kind for skill in new] == [SkillKind.RELATIONAL, SkillKind.COGNITIVE]
    assert [skill.criticality for skill in new] == [Criticality.VITAL, Criticality.USEFUL]
    assert [skill.retention for skill in new] == [Retention.ACCURACY, Retention.MIXED]
    assert said == "2 compétences ajoutées."


def test_without_headings_the_words_tell_the_columns(made: MakeStage) -> None:
    _stage, new, said = pasted(made, "Tri\tvitale\tGeste technique\nCodage\t1 · utile\tRelationnelle")
    assert [skill.criticality for skill in new] == [Criticality.VITAL, Criticality.USEFUL]
    assert [skill.kind for skill in new] == [SkillKind.GESTURE, SkillKind.RELATIONAL]
    assert said == "2 compétences ajoutées."


def test_figures_without_a_heading_are_not_taken_for_a_criticality(made: MakeStage) -> None:
    _stage, new, said = pasted(made, "Tri\t3\nCodage\t1")
    assert [skill.criticality for skill in new] == [Criticality.IMPORTANT, Criticality.IMPORTANT]
    assert said.endswith("Colonne laissée de côté : colonne 2.")


def test_columns_and_cells_that_are_not_taken_are_named(made: MakeStage) -> None:
    _stage, new, said = pasted(made, "Compétence\tCriticité\tRemarque\nTri\ténorme\tà revoir\nCodage\tvitale\t")
    assert [skill.criticality for skill in new] == [Criticality.IMPORTANT, Criticality.VITAL]
    assert "Colonne laissée de côté : Remarque." in said
    assert "Pas compris : Tri : « énorme »." in said


def test_what_is_pasted_is_undone_at_once(made: MakeStage) -> None:
    stage, _new, _said = pasted(made, "Tri\tvitale\nCodage\tutile")
    stage.session.undo()
    assert stage.study == builders.skilled()


def test_rows_copied_here_leave_the_empty_row_behind(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.list.board.view.selectAll()
    stage.press(Key.Key_C, CTRL)
    stage.press(Key.Key_V, CTRL)
    assert len(stage.titles) == 3
    assert "Nouvelle" not in stage.refused[-1]

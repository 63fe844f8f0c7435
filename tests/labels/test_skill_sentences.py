"""The sentences of the skills: figures with their class and basis, what it would take, and what is not known."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from impactapp import i18n, labels
from impactapp.domain.analysis.checks import Finding, FindingCode
from impactapp.domain.analysis.results import ProfessionResult, analyse
from impactapp.domain.analysis.skills import SkillResult
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.skill import Barrier, BarrierState, Link, Mechanism, Skill
from impactapp.domain.study import Study
from impactapp.labels import found as finding_labels
from impactapp.labels import skills as spoken
from tests import builders
from tests.builders import FA, FO, MO

NB = "\u00a0"


def plain(text: str) -> str:
    return text.replace(NB, " ")


def found(study: Study | None = None) -> ProfessionResult:
    return analyse(study or builders.skilled()).professions[0]


def one_skill(*links: Link, weighting: Weighting = Weighting.EQUAL, **fields: Any) -> SkillResult:
    """A skill linked to the first of three activities that are rated Fort, then not rated."""
    tasks = (builders.task(1, FO, FO, 0.2), builders.task(2), builders.task(3))
    made = replace(builders.profession(1, tasks), skills=(Skill("k", "Compétence", links=links, **fields),))
    return found(replace(builders.study(made), weighting=weighting)).skills[0]


def test_the_vectors_of_the_method_are_said_with_class_and_basis() -> None:
    writing, patients, filing = found().skills
    assert plain(spoken.skill_sentence(writing)) == (
        "Exposition : atrophie 93 % (exposition forte), non-acquisition 100 % (exposition forte), "
        "erreurs adoptées 50 % (exposition moyenne). Coté sur 100 % de la pratique."
    )
    assert plain(spoken.skill_sentence(patients)).startswith(
        "Exposition : atrophie 21 % à 43 % (exposition faible à moyenne), non-acquisition 25 % à 50 %"
    )
    assert plain(spoken.skill_sentence(filing)) == "Non renseigné : aucune activité n’est reliée à cette compétence."


@pytest.mark.usefixtures("english")
def test_a_skill_is_said_in_english() -> None:
    assert spoken.skill_sentence(found().skills[1]).startswith(
        "Exposure: atrophy 21% to 43% (low to medium exposure), non-acquisition 25% to 50%"
    )


def test_nothing_is_printed_under_half_of_the_practice() -> None:
    third = one_skill(Link("t1", 1), Link("t2", 2))
    assert plain(spoken.skill_sentence(third)) == "Coté sur 33 % de la pratique : rien n’est calculé sous 50 %."
    half = one_skill(Link("t1", 1), Link("t2", 1))
    assert plain(spoken.skill_sentence(half)).endswith("Coté sur 50 % de la pratique.")


def test_time_shares_that_are_not_complete_are_the_reason_given() -> None:
    unusable = one_skill(Link("t1", 1), weighting=Weighting.TIME)
    assert plain(spoken.basis_sentence(unusable)) == (
        "Rien n’est calculé : les parts de temps sont à compléter, ou celles des activités liées sont nulles."
    )


def test_the_headline_counts_the_skills_before_and_after_the_measures() -> None:
    assert plain(spoken.skills_headline(found())) == (
        "3 compétences : 1 en exposition forte (atrophie ou non-acquisition) sous l’hypothèse haute, "
        "1 après les mesures, 1 non renseignée."
    )
    assert spoken.skills_headline(found(builders.secretary())) == "Aucune compétence pour l’instant."
    made = builders.skilled().professions[0]
    alone = replace(made, skills=made.skills[1:2], barriers=())
    assert plain(spoken.skills_headline(found(builders.study(alone)))) == (
        "1 compétence : 0 en exposition forte (atrophie ou non-acquisition) sous l’hypothèse haute."
    )


def test_the_headline_counts_what_is_rated_too_little() -> None:
    made = replace(builders.profession(1, (builders.task(1),)), skills=(Skill("k", "C", links=(Link("t1", 1),)),))
    assert "1 trop peu cotée" in spoken.skills_headline(found(builders.study(made)))


def test_the_rates_of_the_exposure_are_named_with_whose_they_are() -> None:
    study = builders.skilled()
    said = plain(spoken.exposure_rule_sentence(study))
    assert "Fort pour 100 %, Moyen pour 50 %, Faible pour 0 %" in said
    assert "Ces taux sont ceux de cet outil" in said
    custom = replace(study, exposure_rule=Rule.CUSTOM, custom_rates=LevelRates(0.1, 0.4, 0.8))
    assert plain(spoken.exposure_rule_sentence(custom)).endswith("Faible pour 10 %. Ces taux sont ceux du groupe.")
    assert "restent à fixer" in spoken.exposure_rule_sentence(replace(custom, custom_rates=None))


def test_a_link_says_its_part_and_what_is_exposed_there() -> None:
    first = found().skills[1].links[0]
    assert plain(spoken.link_sentence(first)).endswith(
        ": 43 % de la pratique de cette compétence ; exposé ici : 21 % à 43 % de toute la pratique."
    )
    unrated = one_skill(Link("t1", 1), Link("t2", 1)).links[1]
    assert plain(spoken.link_sentence(unrated)).endswith("; substitution à décider.")


def test_the_hours_it_would_take_are_said_with_the_class_they_lead_to() -> None:
    writing = found().skills[0]
    assert plain(spoken.hours_sentence(writing.non_acquisition, writing.skill, MO)) == (
        "Il faudrait 1,4 h de plus par mois et par personne pour passer en exposition moyenne (calcul de cet outil)."
    )
    assert spoken.hours_sentence(writing.atrophy, writing.skill, MO).startswith("Aucune heure à ajouter")
    unknown = replace(writing.skill, baseline_hours=None)
    assert spoken.hours_sentence(writing.atrophy, unknown, FA).startswith("Renseignez les heures de pratique")
    filing = found().skills[2]
    assert "n’est pas connue" in spoken.hours_sentence(filing.atrophy, filing.skill, FA)


def test_human_oversight_says_what_it_rests_on() -> None:
    study = builders.skilled()
    kept = found(study).oversight[0]
    assert spoken.oversight_sentence(kept).endswith(
        "le contrôle humain repose sur Rédaction, avec une mesure de maintien."
    )
    made = study.professions[0]
    without = found(builders.study(replace(made, barriers=()))).oversight[0]
    assert plain(spoken.oversight_sentence(without)).endswith("contrôle humain sans compétence entretenue : Rédaction.")
    bare = found(builders.study(replace(made, skills=(), barriers=()))).oversight[0]
    assert spoken.oversight_sentence(bare).endswith("aucune compétence n’est reliée à l’activité.")
    both = replace(kept, unkept=(Skill("x", "Codage"),))
    assert plain(spoken.oversight_sentence(both)).endswith(
        "entretenue : Codage. Avec une mesure de maintien : Rédaction."
    )


def incomplete() -> Study:
    """The secretary with one finding of each kind about skills at least."""
    study = builders.skilled()
    made = study.professions[0]
    bare = Barrier("b2", "Mesure nue", state=BarrierState.DECIDED)
    kept = replace(made.barriers[0], skill_ids=("k1", "k3"))
    tasks = tuple(replace(task, human_validates=True) for task in made.tasks)
    return replace(study, professions=(replace(made, tasks=tasks, barriers=(kept, bare)),))


def test_findings_on_skills_name_their_place() -> None:
    study = incomplete()
    said = {
        finding.code: plain(finding_labels.finding_where(finding, study))
        + " — "
        + plain(finding_labels.finding_message(finding, study))
        for finding in reversed(found(study).findings)
    }
    assert said[FindingCode.SKILL_WITHOUT_LINKS].startswith("Secrétaire médicale › Archivage — Aucune activité")
    assert said[FindingCode.BASELINE_MISSING].startswith("Secrétaire médicale › Archivage — Les heures de pratique")
    assert said[FindingCode.BARRIER_WITHOUT_HOURS].startswith("Secrétaire médicale › Mesure nue — ")
    assert said[FindingCode.BARRIER_WITHOUT_SKILLS].startswith("Secrétaire médicale › Mesure nue — ")
    assert (
        "› Relation avec le patient — Contrôle humain sans compétence entretenue"
        in said[FindingCode.OVERSIGHT_WITHOUT_BARRIER]
    )
    few = Finding(FindingCode.SKILL_MOSTLY_UNRATED, "sec", skill_id="k1", number=0.4999)
    assert plain(finding_labels.finding_message(few, study)).startswith("Coté sur 49 % de la pratique")


def test_oversight_without_a_kept_skill_is_counted_once_a_profession() -> None:
    study = incomplete()
    groups = {group.first.code: group for group in finding_labels.finding_groups(found(study).findings)}
    group = groups[FindingCode.OVERSIGHT_WITHOUT_SKILL]
    assert plain(finding_labels.group_message(group, study)) == (
        f"{len(group.findings)} activités : contrôle humain sans compétence renseignée."
    )
    assert finding_labels.group_where(group, study) == "Secrétaire médicale"


@pytest.mark.parametrize("code", [code for code in FindingCode if code.value.startswith("skill_")])
def test_groups_about_skills_count_skills(code: FindingCode) -> None:
    (group,) = finding_labels.finding_groups([Finding(code, "sec", skill_id=skill) for skill in ("k1", "k2")])
    assert finding_labels.group_message(group, builders.skilled()).startswith("2 compétences ")
    assert finding_labels.group_where(group, builders.skilled()) == "Secrétaire médicale"


def test_refusals_about_skills_say_what_to_do() -> None:
    hours = plain(labels.sentence(EditError(Problem.HOURS_OUT_OF_RANGE, text="10000")))
    assert hours.startswith("« 10000 » n’est pas un nombre d’heures par mois : écrivez plus de 0 et au plus 744 heures")
    review = plain(labels.sentence(EditError(Problem.REVIEW_IN_THE_PAST, title="Rappels")))
    assert review == "« Rappels » : la date de revue est passée ; choisissez aujourd’hui ou un jour suivant."
    unknown = plain(labels.sentence(EditError(Problem.SKILL_NAME_UNKNOWN, name="X", names="")))
    assert unknown.endswith("ses compétences : aucune pour l’instant.")


def untitled(sentence: str, study: Study) -> str:
    """A sentence without what the group wrote, which may be any word."""
    for profession in study.professions:
        titles = [profession.title, *(task.title for task in profession.tasks)]
        for title in (*titles, *(skill.title for skill in profession.skills)):
            sentence = sentence.replace(title, "")
    return sentence


@given(study=builders.studies())
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_any_skill_can_be_said(study: Study, language: str) -> None:
    i18n.use_language(language)
    for result in analyse(study).professions:
        said = [spoken.skills_headline(result), spoken.exposure_rule_sentence(study)]
        for skill in result.skills:
            said += [spoken.skill_sentence(skill), *map(spoken.link_sentence, skill.links)]
            said += [spoken.hours_sentence(skill.mechanism(way), skill.skill, FA) for way in Mechanism]
        said += map(spoken.oversight_sentence, result.oversight)
        for sentence in said:
            assert re.search(r"\bNone\b", untitled(sentence, study)) is None
            assert sentence.endswith((".", ")."))


def test_a_skill_whose_activities_take_no_time_is_not_counted_as_rated_too_little() -> None:
    tasks = (builders.task(1, FO, FO, 1.0), builders.task(2, FO, FO, 0.0))
    idle = Skill("k", "Compétence", links=(Link(tasks[1].id, 3),))
    made = replace(builders.profession(1, tasks), skills=(idle,))
    result = found(replace(builders.study(made), weighting=Weighting.TIME))
    assert plain(spoken.skills_headline(result)).endswith(", 1 sans part de temps.")
    assert "nulles" in spoken.basis_sentence(result.skills[0])


def test_the_headline_counts_what_measures_can_change() -> None:
    writing = builders.skilled().professions[0].skills[0]
    both = (Mechanism.ATROPHY, Mechanism.NON_ACQUISITION)
    measure = Barrier("b", "Sans IA", "", (writing.id,), both, writing.baseline_hours, state=BarrierState.IN_PLACE)
    first = builders.skilled().professions[0]
    tasks = tuple(replace(task, human_validates=True) for task in first.tasks)
    result = found(builders.study(replace(first, tasks=tasks, skills=(writing,), barriers=(measure,))))
    assert result.skills[0].mis_skilling.residual.high == pytest.approx(0.9286, abs=5e-5)
    assert plain(spoken.skills_headline(result)).endswith("sous l’hypothèse haute, 0 après les mesures.")

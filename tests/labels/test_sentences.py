"""The sentences of the results, the findings and the refusals."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from impactapp import i18n, labels
from impactapp.domain import problems
from impactapp.domain.analysis.checks import Finding, FindingCode
from impactapp.domain.analysis.results import ProfessionResult, analyse
from impactapp.domain.level import Hypothesis, Level
from impactapp.domain.problems import EditError, Problem, Refusal
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.study import Study
from impactapp.labels import found as finding_labels
from tests import builders
from tests.builders import FA, FO, MO

NB = "\u00a0"


def result(*tasks: Task, **fields: Any) -> ProfessionResult:
    study = builders.study(builders.profession(1, tasks))
    return analyse(replace(study, **fields)).professions[0]


def plain(text: str) -> str:
    return text.replace(NB, " ")


def test_the_secretary_is_said_in_words_and_figures() -> None:
    found = analyse(builders.secretary()).professions[0]
    assert labels.headline(found) == f"4 à 6 activités sur 10 — 40{NB}% à 60{NB}%"
    assert labels.interval_sentence(found) == f"Entre les règles{NB}: 40{NB}% à 70{NB}%"
    assert labels.exposed_sentence(found) == f"Temps de travail exposé{NB}: 12 à 18 ETP sur 30"


@pytest.mark.usefixtures("english")
def test_the_secretary_is_said_in_english() -> None:
    found = analyse(builders.secretary()).professions[0]
    assert labels.headline(found) == "4 to 6 activities out of 10 — 40% to 60%"
    assert labels.exposed_sentence(found) == "Working time exposed: 12 to 18 FTE out of 30"


def test_other_rules_and_time_give_percentages_alone() -> None:
    weighted = analyse(replace(builders.secretary(), rule=Rule.WEIGHTED)).professions[0]
    assert plain(labels.headline(weighted)) == "60 % à 70 %"
    timed = result(builders.task(1, FA, FO, 0.25), builders.task(2, FO, FO, 0.75), weighting=Weighting.TIME)
    assert plain(labels.headline(timed)) == "75 % à 100 %"


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ([(FO, FO), (FA, FA)], "1 activité sur 2 — 50 %"),
        ([(FA, FO), (FA, FA)], "0 à 1 activité sur 2 — 0 % à 50 %"),
        ([(FO, FO), (FO, FO)], "2 activités sur 2 — 100 %"),
        ([(FA, FA)], "0 activité sur 1 — 0 %"),
    ],
)
def test_the_headline_counts_in_good_french(levels: list[tuple[Level, Level]], words: str) -> None:
    found = result(*(builders.task(n, low, high) for n, (low, high) in enumerate(levels)))
    assert plain(labels.headline(found)) == words


def test_the_headline_says_what_is_missing() -> None:
    assert labels.headline(result()) == "Aucune activité pour l’instant."
    assert labels.headline(result(builders.task(1, FO, None))) == "Il reste 1 activité à coter."
    assert labels.headline(result(builders.task(1), builders.task(2))) == "Il reste 2 activités à coter."
    partial = result(builders.task(1, FO, FO, 0.5), builders.task(2, FO, FO), weighting=Weighting.TIME)
    assert labels.headline(partial) == "Les parts de temps sont à compléter."
    off = result(builders.task(1, FO, FO, 0.5), builders.task(2, FO, FO, 0.4), weighting=Weighting.TIME)
    assert plain(labels.headline(off)) == "Le total des parts de temps n’est pas 100 %."
    assert "trois taux" in labels.headline(result(builders.task(1, FO, FO), rule=Rule.CUSTOM))
    complete = result(builders.task(1, FO, FO), rule=Rule.CUSTOM, custom_rates=LevelRates(0, 0, 1))
    assert labels.missing_sentence(complete) == ""


def test_the_weighting_said_is_the_one_in_effect() -> None:
    shared = builders.profession(1, (builders.task(1, FO, FO, 0.4), builders.task(2, FO, FO, 0.6)))
    unshared = builders.profession(2, (builders.task(3, FO, FO),))
    empty = builders.profession(3)

    def said(*professions: Profession, weighting: Weighting = Weighting.TIME) -> str:
        return labels.rule_sentence(replace(builders.study(*professions), weighting=weighting))

    assert said(shared, empty).endswith("Chaque activité compte selon sa part du temps de travail.")
    assert said(empty) == said() == said(shared)
    assert said(unshared).endswith("car aucune part du temps n’est renseignée.")
    assert "selon sa part" not in said(unshared)
    assert said(shared, unshared).endswith("aucune part n’est renseignée, toutes ont le même poids.")
    assert said(shared, unshared, weighting=Weighting.EQUAL).endswith("Toutes les activités ont le même poids.")


def test_no_range_is_said_before_it_is_known() -> None:
    half = result(builders.task(1, FO, None))
    assert labels.interval_sentence(half) == ""
    assert labels.exposed_sentence(half) == ""
    assert "ne sont pas renseignés" in labels.exposed_sentence(result(builders.task(1, FO, FO)))


def test_a_proposal_is_explained_as_our_rule() -> None:
    capped = Task("t", "T", low=builders.criteria(FA, FO, FO))
    assert "maturité cotée Faible la plafonne" in labels.proposal_reason(capped, Hypothesis.LOW)
    median = labels.proposal_reason(Task("t", "T", low=builders.criteria(FO, MO, FA)), Hypothesis.HIGH)
    assert plain(median).startswith("Proposé : Moyen. C’est la médiane")
    assert "Règle de cette application" in median
    missing = labels.proposal_reason(Task("t", "T", low=builders.criteria(None, FO, None)), Hypothesis.LOW)
    assert plain(missing) == "Pas de proposition ; il reste à coter : Maturité, ROI."


def test_findings_of_one_kind_in_one_profession_are_counted_once() -> None:
    study = replace(
        builders.secretary(), professions=(*builders.secretary().professions, builders.profession(2, fte=3.0))
    )
    groups = finding_labels.finding_groups(analyse(study).findings)
    said = [
        plain(f"{finding_labels.group_where(group, study)} — {finding_labels.finding_group_title(group, study)}")
        for group in groups
    ]
    assert said == [
        "Métier 2 — À compléter · L’effectif n’est pas renseigné.",
        "Métier 2 — À compléter · Aucune activité pour l’instant : ajoutez celles du métier.",
        "Secrétaire médicale — Remarque · 10 activités : critères sans niveau.",
    ]
    assert finding_labels.counted_findings(groups) == "2 à compléter, 1 remarque"
    assert finding_labels.counted_findings(()) == ""


def test_a_group_says_the_place_its_findings_share() -> None:
    study = builders.secretary()
    low, high = (Finding(FindingCode.UNRATED, "sec", "sec-8", hypothesis) for hypothesis in Hypothesis)
    (one,) = finding_labels.finding_groups([low])
    assert plain(finding_labels.group_message(one, study)) == plain(finding_labels.finding_message(low, study))
    assert finding_labels.group_where(one, study).endswith("› Tenue à jour du dossier patient › hypothèse basse")
    (both,) = finding_labels.finding_groups([low, high])
    assert plain(finding_labels.group_message(both, study)) == "1 activité : substitution à décider."
    assert finding_labels.group_where(both, study).endswith("› Tenue à jour du dossier patient")
    (many,) = finding_labels.finding_groups([low, replace(low, task_id="sec-1")])
    assert plain(finding_labels.group_message(many, study)) == "2 activités : substitution à décider."
    assert finding_labels.group_where(many, study) == "Secrétaire médicale"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("code", list(FindingCode))
def test_every_group_has_a_whole_sentence(code: FindingCode, language: str) -> None:
    i18n.use_language(language)
    found = [Finding(code, "sec", task_id, Hypothesis.LOW, 1) for task_id in ("sec-1", "sec-2")]
    (group,) = finding_labels.finding_groups(found)
    message = finding_labels.group_message(group, builders.secretary())
    assert message.endswith(".")
    assert "{" not in message


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("number", [None, 0, 1, 3])
@pytest.mark.parametrize("code", list(FindingCode))
def test_every_finding_has_a_whole_sentence(code: FindingCode, number: float | None, language: str) -> None:
    i18n.use_language(language)
    study = builders.secretary()
    finding = Finding(code, "sec", "sec-1", Hypothesis.LOW, number)
    message = finding_labels.finding_message(finding, study)
    assert message.endswith(".")
    assert "{" not in message
    assert finding_labels.finding_where(finding, study).startswith("Secrétaire médicale › Accueil")


def test_findings_say_their_figures() -> None:
    study = builders.secretary()
    assert plain(finding_labels.finding_message(Finding(FindingCode.SHARES_OFF_TOTAL, "sec", number=0.955), study)) == (
        "Le total des parts de temps est de 95,5 % au lieu de 100 %."
    )
    above = finding_labels.finding_message(Finding(FindingCode.FTE_ABOVE_HEADCOUNT, "sec", number=35.5), study)
    assert above == "Plus d’ETP (35,5) que de personnes (34)."
    assert (
        finding_labels.finding_message(Finding(FindingCode.CRITERIA_MISSING, number=1), study)
        == "1 critère reste à coter."
    )
    assert "1 activité seulement" in finding_labels.finding_message(Finding(FindingCode.FEW_TASKS, number=1), study)
    assert "d’ordinaire 8 à 12" in finding_labels.finding_message(Finding(FindingCode.MANY_TASKS, number=15), study)


def test_a_finding_is_placed_as_precisely_as_it_can_be() -> None:
    study = builders.secretary()
    assert finding_labels.finding_where(Finding(FindingCode.NO_PROFESSIONS), study) == study.title
    assert finding_labels.finding_where(Finding(FindingCode.FTE_MISSING, "sec"), study) == "Secrétaire médicale"
    whole = finding_labels.finding_where(Finding(FindingCode.UNRATED, "sec", "sec-8", Hypothesis.HIGH), study)
    assert whole == "Secrétaire médicale › Tenue à jour du dossier patient › hypothèse haute"


@given(builders.studies())
def test_any_result_can_be_said(study: Study) -> None:
    results = analyse(study)
    for found in results.professions:
        for words in (labels.headline(found), labels.interval_sentence(found), labels.exposed_sentence(found)):
            assert "None" not in words
            assert "{" not in words
        for task in found.profession.tasks:
            assert labels.proposal_reason(task, Hypothesis.HIGH)
    for finding in results.findings:
        assert finding_labels.finding_message(finding, study)


SAME_TO_A_READER = {
    frozenset({Problem.BALLOT_PROTECTED, Problem.WORKBOOK_PROTECTED}),
    frozenset({Problem.FILE_NEWER, Problem.JSON_NEWER, Problem.WORKBOOK_NEWER}),
    frozenset({Problem.FOLDER_READ_ONLY, Problem.TARGET_UNWRITABLE}),
}


def declared_values() -> dict[Problem, set[str]]:
    """What each refusal carries, as the comments of the domain say."""
    text = Path(problems.__file__).read_text(encoding="utf-8")
    lines = re.findall(r'^    [A-Z_0-9]+ = "(\w+)"(?:  # (.*))?$', text, re.MULTILINE)
    return {Problem(code): set(filter(None, re.split(r",\s*", names))) for code, names in lines}


def _alike(sentences: dict[Problem, str]) -> set[frozenset[Problem]]:
    """The problems by their sentence."""
    by_sentence: dict[str, set[Problem]] = {}
    for problem, words in sentences.items():
        by_sentence.setdefault(words, set()).add(problem)
    return {frozenset(problems) for problems in by_sentence.values()}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_problem_has_one_sentence_that_names_what_it_carries(language: str) -> None:
    i18n.use_language(language)
    sentences = labels.problem_sentences()
    declared = declared_values()
    assert set(sentences) == set(Problem) == set(declared)
    assert {alike for alike in _alike(sentences) if len(alike) > 1} == SAME_TO_A_READER
    for problem, words in sentences.items():
        carried = declared[problem] | ({"file", "folder"} if "path" in declared[problem] else set())
        assert set(re.findall(r"{(\w+)}", words)) <= carried, problem
        assert re.search(r"\w", words)


@pytest.mark.parametrize("problem", list(Problem))
def test_each_problem_is_said_in_the_language_chosen(problem: Problem) -> None:
    i18n.use_language("fr")
    french = labels.problem_sentences()[problem]
    i18n.use_language("en")
    assert french != labels.problem_sentences()[problem]


def test_a_refusal_speaks_the_words_of_its_codes() -> None:
    refused = EditError(Problem.HIGH_BELOW_LOW, task="Accueil", aspect="substitution", low="fort", high="moyen")
    said = plain(labels.sentence(refused))
    assert said.startswith(
        "« Accueil », décision : l’hypothèse haute (Moyen) ne peut pas être inférieure à la basse (Fort)"
    )
    roi = EditError(Problem.HIGH_BELOW_LOW, task="Accueil", aspect="roi", low="fort", high="moyen")
    assert ", ROI" in labels.sentence(roi)


def test_a_refusal_that_lacks_a_value_is_said_all_the_same() -> None:
    said = plain(labels.sentence(Refusal(Problem.FILE_MISSING)))
    assert said == "« … » n’existe pas dans … : vérifiez le nom et le dossier."


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_sentence_begins_with_a_whole_path(language: str, tmp_path: Path) -> None:
    i18n.use_language(language)
    for problem in Problem:
        said = labels.sentence(Refusal(problem, path=tmp_path / "étude.impact"))
        assert not said.removeprefix("«").removeprefix("“").strip().startswith(str(tmp_path)), problem


def test_a_file_is_named_before_its_folder(tmp_path: Path) -> None:
    said = plain(labels.sentence(Refusal(Problem.TARGET_UNWRITABLE, path=tmp_path / "étude.xlsx")))
    assert said == (
        f"Impossible d’écrire « étude.xlsx » dans {tmp_path} : choisissez un dossier où vous avez le droit d’écrire."
    )
    vanished = plain(labels.sentence(Refusal(Problem.FILE_VANISHED, path=tmp_path / "étude.impact")))
    assert vanished.startswith(f"« étude.impact » n’est plus dans {tmp_path}")


def test_braces_in_what_the_user_typed_are_left_alone() -> None:
    assert "{task} %s" in labels.sentence(EditError(Problem.TITLE_TAKEN, title="{task} %s"))

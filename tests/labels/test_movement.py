"""What moved, in words: what was and what is, which measures hold, and whose threshold is told of what has aged."""

from dataclasses import replace
from datetime import date

from impactapp.domain.analysis.checks import Finding, FindingCode
from impactapp.domain.analysis.movement import movements
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.timeline import RateOn
from impactapp.domain.level import Hypothesis
from impactapp.domain.profession import Profession
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.skill import Barrier, BarrierState
from impactapp.labels import found as finding_labels
from impactapp.labels import movement as words
from tests import builders
from tests.builders import FO

SECRETARY = builders.secretary().professions[0]


def told(before: Profession, after: Profession) -> list[tuple[str, str, str]]:
    (moved,) = movements(analyse(builders.study(before)), analyse(builders.study(after)))
    return [(plain(one.what), plain(one.before), plain(one.after)) for one in words.differences(moved)]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_rate_comes_first_then_levels_activities_and_measures() -> None:
    kept, gone, new = (Barrier(f"b{n}", f"Mesure {n}", state=BarrierState.IN_PLACE) for n in range(3))
    task = replace(SECRETARY.tasks[0], low=builders.decided(FO), high=builders.criteria(None, None, FO))
    task = replace(task, high=replace(task.high, substitution=SECRETARY.tasks[0].high.substitution))
    after = replace(SECRETARY, tasks=(task, *SECRETARY.tasks[1:-1], builders.task(9, FO, FO)), barriers=(kept, new))
    found = told(replace(SECRETARY, barriers=(kept, gone)), after)
    title = task.title
    assert found == [
        ("Taux de substitution", "40 % à 60 %", "60 % à 70 %"),
        (f"{title} — décision, hypothèse basse", "Moyen", "Fort"),
        (f"{title} — ROI, hypothèse haute", "non coté", "Fort"),
        ("Activité 9 — activité ajoutée", "–", "présente"),
        (f"{SECRETARY.tasks[-1].title} — activité retirée", "présente", "–"),
        ("Mesure : Mesure 0", "En place", "En place (tient)"),
        ("Mesure : Mesure 2", "absente", "En place"),
        ("Mesure : Mesure 1", "En place", "absente (n’a pas tenu)"),
    ]


def test_staff_and_shares_of_time_are_told_after_the_rate() -> None:
    shared = replace(SECRETARY.tasks[0], share=0.4)
    after = replace(SECRETARY, headcount=12, fte=9.5, tasks=(shared, *SECRETARY.tasks[1:]))
    assert told(replace(SECRETARY, headcount=10, fte=None), after)[1:] == [
        ("Effectif", "10", "12"),
        ("ETP", "–", "9,5"),
        (f"{shared.title} — part du temps de travail", "–", "40 %"),
    ]


def test_that_nothing_moved_is_said_in_full() -> None:
    assert plain(words.moved_sentence(0)).startswith("Rien n’a bougé : ni taux ni effectif")
    assert plain(words.moved_sentence(1)) == "1 métier a bougé."


def test_a_profession_of_one_side_is_told_as_added_or_removed() -> None:
    (come, gone) = movements(analyse(builders.study()), analyse(builders.secretary())) + movements(
        analyse(builders.secretary()), analyse(builders.study())
    )
    assert [one.what for one in words.differences(come)] == ["métier ajouté"]
    assert [one.what for one in words.differences(gone)] == ["métier retiré"]


def test_another_rule_is_said_and_the_same_one_is_not() -> None:
    study = builders.secretary()
    assert words.rules_sentence(study, study) == ""
    assert "Les taux" in words.rules_sentence(study, replace(study, rule=Rule.WEIGHTED))
    assert "Les taux" in words.rules_sentence(study, replace(study, weighting=Weighting.TIME))
    custom = replace(study, rule=Rule.CUSTOM, custom_rates=LevelRates(0.1, 0.2, 0.3))
    assert "Les taux" in words.rules_sentence(custom, replace(custom, custom_rates=LevelRates(0.1, 0.2, 0.4)))


def test_a_day_of_a_timeline_says_its_rate_or_that_it_is_unknown() -> None:
    day = date(2026, 11, 1)
    assert plain(words.rate_on_words(RateOn(day, Interval(0.4, 0.6)))) == "1er novembre 2026 : 40 % à 60 %"
    assert "pas toutes décidées" in words.rate_on_words(RateOn(day, Interval()))
    assert "part des activités cotées Fort" in words.reread_sentence(builders.secretary())


def test_an_aged_maturity_says_its_age_and_whose_threshold_it_is() -> None:
    study = builders.secretary()
    found = [Finding(FindingCode.MATURITY_STALE, "sec", f"sec-{n}", Hypothesis.LOW, 20 + n) for n in (1, 2)]
    (alone,) = finding_labels.finding_groups(found[:1])
    assert plain(finding_labels.finding_group_title(alone, study)) == (
        "Remarque · Maturité cotée il y a 21 mois : à revoir (à partir de 18 mois, seuil de cette application)."
    )
    (both,) = finding_labels.finding_groups(found)
    assert plain(finding_labels.group_message(both, study)).startswith(
        "2 activités : maturité cotée il y a 18 mois ou plus"
    )
